"""What a text speaks of without a name that is known: „Die Studie …“, „der Neue“, „Die einstige Beigeordnete …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.references.discourse import Mention, rank_of
from govgraph.extract.references.noun_phrases import (
    names_it,
)
from govgraph.extract.state import Argument, Draft
from govgraph.language.grammar import DETERMINER_GENDERS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.references.discourse import Discourse
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Sentence

_TEXTS = frozenset({EntityType.LAW, EntityType.DOCUMENT, EntityType.PROGRAMME, EntityType.SYSTEM})
"""What is written again and again: „die Novelle des Gesetzes“, „die Version der Software“."""
_STRANGE = EntityType.DOCUMENT
"""Type of what is not in the cast; it counts for nothing."""


class Strangers:
    """Finds phrases for things and people that have no name here, and may yet be meant by a pronoun.

    Args:
        tools: What is the same for every article.
        discourse: What has been spoken of.
    """

    def __init__(self, tools: Tools, discourse: Discourse) -> None:
        words = tools.knowledge.words
        self._agreement = tools.agreement
        self._markers = tools.markers
        self._discourse = discourse
        self._titled: dict[int, set[str]] = {}
        self._newcomers = words("newcomer-nouns")
        self._left = words("posts-left")
        self._editions = words("editions")

    def thing(self, s: Sentence, i: int) -> Mention | None:
        """A noun phrase for something that is not in the cast: pronouns may well mean it, so it competes.

        Its draft has no name; a reference to it stays unresolved.
        """
        text = s.tokens[i].text
        if i == 0 or i in s.taken or not text[0].isupper() or names_it(s, i):
            return None
        if text in self._newcomers:
            return _newcomer(s, i)
        noun = self._agreement.referring(text)
        if noun is None or (s.lower[i - 1] == "den" and text in self._left):
            # „übernimmt A den Vorsitz. Ihm gehören …“: nobody goes on to speak of the post
            return None
        j = i - 1
        while j > 0 and j > i - 4 and s.tokens[j].text[0].islower() and s.lower[j] not in DETERMINER_GENDERS:
            j -= 1
        if noun.gender not in DETERMINER_GENDERS.get(s.lower[j], "") or s.text_at(j - 1) == ",":
            return None
        if (
            s.text_at(i + 1) == ","
            and s.low_at(i + 2) in DETERMINER_GENDERS
            and any(k in s.taken for k in range(i + 3, i + 6))
        ):
            return None  # „ein Werkzeug, das Datenschutzcockpit“
        marker, cases, head = self._markers.noun_marker(s, i)
        if text in self._editions:
            # „Die Novelle des Gesetzes X … Der Landtag hat sie verabschiedet“: the one stands for the other
            of = next((a for a in s.arguments if a.marker == "gen" and a.head == i and a.type in _TEXTS), None)
            if of is not None and of.draft is not None:
                edition = Argument(i, i + 1, of.draft, None, marker, cases, head, j)
                rank = rank_of(s, edition)
                return Mention(of.draft, i, i + 1, s.clause_of[i], rank, -1, noun.gender, marker, False)
        unknown = Argument(i, i + 1, Draft("", _STRANGE, ""), None, marker, cases, head, j)
        draft = unknown.draft
        if draft is None:
            return None
        return Mention(draft, i, i + 1, s.clause_of[i], 0.9 * rank_of(s, unknown), -1, noun.gender, marker, False)

    def resumed(self, s: Sentence, i: int, holder: Mention) -> Mention:
        """„Anna Weber wechselt nach Kassel. Die frühere Landrätin …“: the only one just named, of no other title.

        Args:
            s: The sentence.
            i: Index of the title.
            holder: Who bears it, without a name; given back where nobody fits.
        """
        a = s.taken[i]
        line = self._discourse.lines[-1] if self._discourse.lines else []
        people = list({id(m.draft): m.draft for m in line if m.draft.type is EntityType.PERSON and m.rank > 0}.values())
        if a.begin > 1 or s.clause_of[a.first] > 0 or a.role is None or len(people) != 1 or not people[0].name:
            return holder
        fits = self._agreement.is_woman(people[0]) in {None, a.role.feminine}
        alone = self._titled.get(id(people[0]), {a.role.name}) == {a.role.name}
        return holder._replace(draft=people[0], reference=True) if fits and alone else holder

    def note_titles(self, s: Sentence) -> None:
        """Keep which titles a sentence gives to whom."""
        for a in s.arguments:
            if a.role is not None:
                for holder in a.role.holders:
                    self._titled.setdefault(id(holder), set()).add(a.role.name)


def holder_without_name(s: Sentence, i: int) -> Mention | None:
    """A definite title without a name („Die einstige Beigeordnete …“): someone who may be meant by „sie“."""
    a = s.taken[i]
    role = a.role
    if role is None or a.first != i or not role.definite or role.plural or role.holders or a.marker != "np":
        return None
    if "n" not in a.cases:
        return None
    draft = Draft("", EntityType.PERSON, "", feminine=role.feminine)
    return Mention(draft, a.first, a.last, s.clause_of[i], 0.9, -1, "", "np", False)


def _newcomer(s: Sentence, i: int) -> Mention | None:
    """„Sein Ehrenamt gibt der Neue auf“: somebody whom „er“ may well mean, and not who was named before."""
    if s.lower[i - 1] not in {"der", "die"} or s.text_at(i + 1)[:1].isupper():
        return None
    draft = Draft("", EntityType.PERSON, "", feminine=s.lower[i - 1] == "die")
    return Mention(draft, i, i + 1, s.clause_of[i], 1.0, -1, "", "np", False)
