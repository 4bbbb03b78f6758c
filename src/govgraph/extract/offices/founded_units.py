"""Leads of what was just founded: „Der Städtetag hat die Allianz Offene Stadt gegründet. Vorsitzende ist X“."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import NOUN
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, Draft, FactDraft, OfficeDraft, Sentence

_CALLING, _TO_LIFE = "rufen", "leben"


class FoundedUnits:
    """Takes back leads of bodies that are told of what the body founded.

    Args:
        knowledge: Compiled vocabulary.
        sentences: The article.
    """

    def __init__(self, knowledge: Knowledge, sentences: Sequence[Sentence]) -> None:
        words = knowledge.words
        self._verbs = words("setting-up-verbs")
        self._titles = words("leads-of-what-is-founded")
        self._alliances = words("heads-of-alliances")
        self._units = tuple(sorted(words("unit-nouns") | words("founded-nouns")))
        self._nominative = knowledge.nominative
        self._before = {id(s): before for before, s in itertools.pairwise(sentences) if before.block == s.block}

    def offices(self, offices: Iterable[OfficeDraft]) -> list[OfficeDraft]:
        """The offices without those that are told of another unit."""
        return [o for o in offices if o.role.name not in self._titles or not self._is_of_another(o.sentence, o.body)]

    def facts(self, facts: Iterable[FactDraft]) -> list[FactDraft]:
        """The facts without those chairs that are told of another unit."""
        return [
            f
            for f in facts
            if f.predicate is not Predicate.CHAIRS
            or f.subject.type is not EntityType.PERSON
            or not self._is_of_another(f.sentence, f.object)
        ]

    def _is_of_another(self, s: Sentence, body: Draft | None) -> bool:
        """Whether a body founds a unit in the sentence before, and this one does not name the body."""
        before = self._before.get(id(s))
        if before is None or body is None or any(a.draft is body and not a.reference for a in s.arguments):
            return False
        return any(self._founds(before, number, clause, body) for number, clause in enumerate(before.clauses))

    def _founds(self, s: Sentence, number: int, clause: Clause, body: Draft) -> bool:
        """„Das BSI hat das Verbindungsbüro Ostsee eröffnet“: whether a body founds what has a name."""
        to_life = _CALLING in clause.verbs and _TO_LIFE in clause.words
        if clause.verbs.isdisjoint(self._verbs) and not to_life:
            return False
        if not any(a.draft is body and a.clause == number and a.nominative for a in s.arguments):
            return False
        return any(self._opens_name(s, i) for i in clause.tokens)

    def _opens_name(self, s: Sentence, i: int) -> bool:
        """„das Verbindungsbüro Ostsee“, „die Allianz Offene Stadt“: a noun for a unit, and its name."""
        noun, known = self._nominative(s.text_at(i)).lower(), s.taken.get(i + 1)
        whole = s.taken.get(i)
        if noun in self._alliances:
            named = known if whole is None else whole
            return named is not None and named.type is not EntityType.ORGANISATION
        follows = NOUN.match(s.text_at(i + 1)) is not None and known is None
        return whole is None and noun.endswith(self._units) and follows
