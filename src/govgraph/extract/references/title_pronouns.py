"""Whom „er“ and „sie“ mean that are said to be something by title, where the sentence before does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import COPULA_LEMMAS
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.state import Argument, Draft, Sentence

_PRONOUNS = {"er": False, "sie": True}
"""Pronouns in the singular, with whether they mean a woman."""
_PLURAL = frozenset({"blieben", "sind", "waren", "werden", "wurden", "bleiben", "seien"})
_BACK = 3
"""How many sentences before are the last ones."""
_OFTEN = 3
"""How often, and how many times as often as of anybody else, is far more."""


class TitlePronouns:
    """Finds whom pronouns mean that a title is said of: „Von 2017 bis 2021 war sie CIO von Hessen“.

    Only a person can be something by title: the one who agrees of whom the article has spoken most, if that is far more
    than of anybody else, or if the last sentences name no other.

    Args:
        agreement: Gender of people.
    """

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement

    def refer(self, sentences: Sequence[Sentence]) -> None:
        """Let such pronouns stand for people.

        Args:
            sentences: The article.
        """
        told: dict[int, int] = {}
        people: dict[int, Draft] = {}
        for number, s in enumerate(sentences):
            if not _PRONOUNS.keys().isdisjoint(s.lower) and s.kind is not BlockKind.QUESTION:
                for i, title in self._open(s):
                    meant = self._meant(sentences, number, i, (told, people))
                    if meant is not None:
                        s.refer(i, i + 1, meant, "n").clause = title.clause
            for a in s.arguments:
                if a.type is EntityType.PERSON and a.draft is not None:
                    people[id(a.draft)] = a.draft
                    told[id(a.draft)] = told.get(id(a.draft), 0) + 1

    @staticmethod
    def _open(s: Sentence) -> Iterator[tuple[int, Argument]]:
        """Pronouns that mean nobody yet, each with a title of its clause that nobody bears."""
        for title in [a for a in s.arguments if a.role is not None]:
            role = title.role
            if role is None or role.holders or role.plural or not 0 <= title.clause < len(s.clauses):
                continue
            clause = s.clauses[title.clause]
            being = title.marker == "np" and not COPULA_LEMMAS.isdisjoint(clause.verbs)
            words = clause.words
            if not (being or title.marker == "als") or not words.isdisjoint(_PLURAL):
                continue
            here = [a for a in s.arguments if a.clause == title.clause and a.type is EntityType.PERSON]
            found = [i for i in clause.tokens if s.lower[i] in _PRONOUNS and i not in s.taken]
            if len(found) == 1 and not any("n" in a.cases and a.marker == "np" for a in here):
                yield found[0], title

    def _meant(
        self, sentences: Sequence[Sentence], number: int, i: int, spoken: tuple[dict[int, int], dict[int, Draft]]
    ) -> Draft | None:
        """Of whom the article speaks most of those who agree, unless others have been named lately."""
        s = sentences[number]
        woman = _PRONOUNS[s.lower[i]]
        told, people = spoken
        here = [a for a in s.arguments if a.last <= i and a.clause != s.clause_of[i]]
        before = [a for b in sentences[max(0, number - _BACK) : number] for a in b.arguments]
        near = {id(d): d for a in (*before, *here) if (d := self._person(a)) is not None and self._fits(d, woman)}
        counts = {key: told.get(key, 0) for key, d in (people | near).items() if self._fits(d, woman)}
        most = max(counts, key=lambda key: counts[key], default=None)
        if most is None or (people | near)[most] is s.speaker:
            return None
        others = max((count for key, count in counts.items() if key != most), default=0)
        same = {id(a.draft) for a in here if a.nominative and id(a.draft) in near}
        if same:
            # „Im Rat ergriff Uwe Brandt das Wort; 2019 war er dessen Vorsitzender“
            return (people | near)[most] if same == {most} else None
        clearly = counts[most] >= _OFTEN * max(others, 1)
        alone = len(near) == 1 and most in near and counts[most] > others
        return (people | near)[most] if clearly or alone or len(counts) == 1 else None

    def _fits(self, person: Draft, woman: bool) -> bool:
        return self._agreement.is_woman(person) in {None, woman}

    @staticmethod
    def _person(a: Argument) -> Draft | None:
        return a.draft if a.type is EntityType.PERSON else None
