"""Nouns for the Land that is spoken of: „das Land“, „der Freistaat“, „aus Landesmitteln“, „die Landeshauptstadt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.references.noun_fits import forms_of
from govgraph.extract.references.noun_phrases import (
    DEFINITE,
    NounPhrases,
)
from govgraph.extract.state import PLACES, Draft, only_one
from govgraph.language.grammar import DETERMINERS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.references.discourse import Discourse
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Sentence

_SPEAKING_FOR = "vertreten"
_FREE_STATE = "Freistaat"
_OPENING = frozenset({"für", "in"})
"""Markers of a Land at the beginning of a sentence that tells of it."""
_SUBJECT = 0.7
"""Least rank of a Land that a sentence tells of."""
_LANDS_CALLED = (_FREE_STATE, "Hansestadt")
"""Nouns that only Länder are called that have them in their names."""


class LandsReferred:
    """Resolves nouns for the Land that an article is about, and for its capital.

    Args:
        tools: What is the same for every article.
        discourse: What has been spoken of.
        cast: Entities of the article.
        phrases: What stands around nouns.
    """

    def __init__(self, tools: Tools, discourse: Discourse, cast: Cast, phrases: NounPhrases) -> None:
        words = tools.knowledge.words
        self._markers = tools.markers
        self._discourse = discourse
        self._cast = cast
        self._phrases = phrases
        self._money = words("state-money-nouns")
        self._nouns = words("state-nouns")
        self._epithets = words("state-epithets")
        self._capital_nouns = words("capital-nouns")
        self._capitals = words("state-capitals")

    def land(self, s: Sentence, i: int) -> bool:
        """„das Land“, „der Freistaat“, „im Land“: the Land that the article is about."""
        text = s.tokens[i].text
        money = text in self._money
        if not money and text not in self._nouns:
            return False
        home = self._land_called(s, i)
        if home is None or s.lower[i - 1] in {"jedes", "jedem", "ein", "einem", "eines", "kein"}:
            return False
        if money:
            return self._refer(s, i, home)
        epithet = s.lower[i - 1] in self._epithets and s.low_at(i - 2) in DEFINITE
        before = {"im", "vom", "beim", "zum", "als", "und"}
        if s.lower[i - 1] not in DETERMINERS and s.lower[i - 1] not in before and not epithet:
            return False
        following = s.taken.get(i + 1)
        if following is not None and following.type in PLACES:
            return False
        if s.lower[i - 1] == "im" and s.lower[i - 2 : i - 1] == ["ganzen"]:
            return False
        return self._refer(s, i, home)

    def _land_called(self, s: Sentence, i: int) -> Draft | None:
        """The Land that a noun means: that of the article, else the last one; only some are a „Freistaat“."""
        called = next((noun for noun in _LANDS_CALLED if s.tokens[i].text.startswith(noun)), "")
        home = self._cast.home
        there = (a.draft for a in s.arguments if a.last <= i and s.lower[a.first] == "dort")
        scene = next((d for d in there if d is not None and d.kind == "State" and _is_called(d, called)), None)
        if scene is not None:
            # „Sie kommt aus Sachsen. Dort vertrat sie das Land …“
            return scene
        own = _own_land(s, i)
        if own is not None and _is_called(own, called):
            return own
        other = self._land_of_scene(s, home)
        if other is not None and _is_called(other, called):
            return other
        if home is not None and home.kind == "State" and _is_called(home, called):
            return home
        if home is not None and home.kind == "State" and called != _FREE_STATE:
            return None
        here = [a.draft for a in s.arguments if a.last <= i and a.draft is not None and a.draft.kind == "State"]
        lately = [m.draft for _, m in self._discourse.before(3) if m.draft.kind == "State"]
        return next((d for d in (*here[::-1], *lately) if _is_called(d, called)), None)

    def _land_of_scene(self, s: Sentence, home: Draft | None) -> Draft | None:
        """„In Sachsen-Anhalt gibt es einen Wechsel: … CIO des Landes“: another Land, if it alone is told of.

        So it is in the sentence itself or else in the one before in the paragraph; so is „Für Bayern sprach A“.
        """
        last = self._discourse.lines[-1] if len(self._discourse.lines) > self._discourse.opened else ()
        for line, scene in ((self._discourse.current, 1 + (s.lower[0] == "auch")), (last, 1)):
            lands = [m for m in line if m.draft.kind == "State"]
            if lands:
                told = any(m.rank >= _SUBJECT or (m.marker in _OPENING and m.first == scene) for m in lands)
                land = only_one(m.draft for m in lands)
                return land if told and land is not home else None
        return None

    def names_capital(self, s: Sentence, i: int) -> bool:
        """Whether a token is a noun for the capital of a Land, and there is one that the article is about."""
        return s.lower[i] in self._capital_nouns and self._cast.home is not None

    def _refer(self, s: Sentence, i: int, home: Draft) -> bool:
        """„das Land“; „aus Landesmitteln“ comes from the Land as well."""
        text = s.tokens[i].text
        argument = s.refer(i, i + 1, home, "")
        argument.marker, argument.cases, argument.head = self._markers.noun_marker(s, i)
        if text.endswith("s"):
            argument.cases = "nad"
        return True

    def capital(self, s: Sentence, i: int) -> bool:
        """„die Landeshauptstadt“: the capital of the Land that the article is about, if it names it anywhere."""
        home = self._cast.home
        following = s.taken.get(i + 1)
        if (
            home is None
            or (following is not None and following.type in PLACES)
            or self._phrases.determiner(s, i) < 0
            or home.entry is None
        ):
            return False
        for draft in self._cast.drafts:
            known = draft.entry
            if known is None or known.name not in self._capitals:
                continue
            if draft.type is EntityType.MUNICIPALITY and home.entry.iri in known.jurisdictions:
                argument = s.refer(i, i + 1, draft, "")
                argument.marker, argument.cases, argument.head = self._markers.noun_marker(s, i)
                return True
        return False


def _own_land(s: Sentence, i: int) -> Draft | None:
    """„Hessens Ministerin, die das Land vertritt“, „vertritt das Land im Rat der HZD“: whose it is."""
    lands = [a for a in s.arguments if a.draft is not None and a.draft.kind == "State" and not a.reference]
    if lands:
        title = s.taken.get(lands[0].last)
        of_title = title is not None and (title.role is not None or title.type is EntityType.PERSON)
        return lands[0].draft if len(lands) == 1 and of_title and lands[0].last <= i else None
    number = s.clause_of[i] if s.clause_of else -1
    if number < 0 or all(lemma != _SPEAKING_FOR for lemma, _, _ in s.clauses[number].lemmas):
        return None
    bodies = (a for a in s.arguments if a.first > i and a.clause == number and a.type is EntityType.ORGANISATION)
    land = only_one(a.draft.jurisdiction for a in bodies if a.draft is not None and a.draft.jurisdiction is not None)
    return land if land is not None and land.kind == "State" else None


def _is_called(land: Draft, noun: str) -> bool:
    """Whether a noun is part of a name of a Land; any may be called „Land“."""
    return not noun or any(noun in form.split(" ") for form in forms_of(land))
