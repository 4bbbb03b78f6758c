"""Several things at once that were spoken of: „Beide“, „die beiden Städte“, „Alle drei“, „beides“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.references.antecedents import Antecedents
from govgraph.extract.references.noun_fits import kind_of
from govgraph.extract.references.noun_phrases import (
    OPENS_ATTRIBUTE,
)
from govgraph.extract.state import BODY_TYPES, WORKS, Draft
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from govgraph.extract.references.discourse import Discourse
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Sentence

SEVERAL = {"beides": 2, "beide": 2, "beiden": 2, "beider": 2, "zwei": 2, "drei": 3, "vier": 4}
_ALL = frozenset({"alle", "allen", "aller"})
_ALL_BACK = 4
"""How many sentences back „alle drei“ may have been named."""
_OTHERS = frozenset({"anderen", "andere", "ersten", "letzten", "weiteren", "übrigen", "letzteren"})


class SeveralThings:
    """Resolves words for two or more things that have been spoken of.

    Args:
        tools: What is the same for every article.
        discourse: What has been spoken of.
        antecedents: Asked for groups of several things.
    """

    def __init__(self, tools: Tools, discourse: Discourse, antecedents: Antecedents) -> None:
        self._k = tools.knowledge
        self._agreement = tools.agreement
        self._discourse = discourse
        self._antecedents = antecedents

    def refer(self, s: Sentence, i: int, size: int) -> bool:
        """„Beide“, „die beiden Städte“, „beide Länder“: the last so many things of that class."""
        low = s.lower[i]
        following = s.low_at(i + 1)
        if size > 1 and s.low_at(i - 1) in _ALL and not s.text_at(i + 1)[:1].isupper():
            return self._all_of(s, i, size)
        definite = s.low_at(i - 1) in {"die", "den", "der", "diese", "diesen", "dieser"}
        if (size > 2 and not definite) or (definite and s.text_at(i - 2) == ","):
            return False
        last = i + 1
        wanted: frozenset[str] = frozenset()
        if s.text_at(i + 1)[:1].isupper():
            wanted, last = self._plural(s.text_at(i + 1)), i + 2
            if not wanted or i + 1 in s.taken or s.low_at(last) in OPENS_ATTRIBUTE or last in s.taken:
                return False
        elif low in {"zwei", "drei", "vier"} or following in _OTHERS:
            return False

        def fits(draft: Draft) -> bool:
            if low == "beides":
                return draft.type in WORKS
            if not wanted:
                return True
            return kind_of(draft) in wanted or (draft.type.value in wanted and draft.type.value != "Municipality")

        loose = low == "beides" or (bool(wanted) and "Organisation" not in wanted)
        found = self._antecedents.group(s, i, fits, size, loose=loose)
        first = i - 1 if definite else i
        case = DETERMINERS.get(s.lower[first], "na")
        for member in found:
            argument = s.refer(i, last, member, case, 3000 + i)
            if low == "beider" and s.text_at(i - 1)[:1].isupper() and i - 1 in s.taken:
                # „Datenschutzbeauftragte beider Städte“
                argument.marker, argument.cases, argument.head = "gen", "g", i - 1
            if definite:
                argument.begin = first
                if s.low_at(first - 1) in PREPOSITIONS:
                    argument.marker, argument.begin = PREPOSITIONS[s.low_at(first - 1)], first - 1
        return bool(found)

    def _all_of(self, s: Sentence, i: int, size: int) -> bool:
        """„Alle drei laufen auf X“: the services or systems of the sentences before, if they are so many."""
        before = [m.draft for line in self._discourse.lines[-1 : -_ALL_BACK - 1 : -1] for m in reversed(line)]
        works = list(dict.fromkeys(d for d in before if d.type in WORKS and d.name))
        same = [d for d in works if d.type is works[0].type]
        if len(same) != size:
            return False
        for draft in same:
            s.refer(i, i + 1, draft, DETERMINERS.get(s.low_at(i - 1), "na"), 3000 + i)
        return True

    def _plural(self, word: str) -> frozenset[str]:
        """Classes of what a noun in the plural stands for; empty if it is no noun that refers."""
        lemma = self._k.lemma(word)
        if lemma == "Land":
            return frozenset({"State"})
        if lemma in {"Partner", "Seite"}:
            return frozenset(t.value for t in BODY_TYPES) | {"District", "Municipality"}
        if self._k.role_word(lemma) is not None or lemma in self._k.words("person-nouns") or lemma in {"Mann", "Frau"}:
            return frozenset({"Person"})
        noun = self._agreement.referring(lemma)
        # „beide Häuser“, „die beiden Verwaltungen“: of towns as well as of bodies
        towns = {"District", "Municipality"} if lemma in {"Haus", "Rathaus", "Verwaltung"} else set[str]()
        return noun.kinds | noun.loose | towns if noun is not None else frozenset(towns)
