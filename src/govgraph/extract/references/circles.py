"""The body of whose members a text speaks: „Der Verband zählt 40 Mitglieder. Dataport gehört dazu, Gera tritt bei“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import only_one
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_BEING = frozenset({"bleiben", "sein", "werden"})
"""Verbs whose subject is a member: „Dataport ist Mitglied im Verband“."""
_WHERE = frozenset({"in", "bei", "von"})
_PARTY = "Party"
"""Class of bodies that no town and no firm belongs to."""
_LATE = 1
"""How many sentences after one that tells of members may speak of something else."""


class Circles:
    """Keeps the body whose members were spoken of last.

    Args:
        words: Gives the forms of a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._members = words("nouns-of-members")
        self._belonging = words("membership-verbs")
        self._body: Draft | None = None
        self._age = 0

    def body(self) -> Draft | None:
        """The body, if the last sentences told of its members."""
        return self._body if self._age <= _LATE else None

    def note(self, s: Sentence) -> None:
        """Take up what a sentence says of members, once its references are known."""
        self._age += 1
        nouns = {i for i, token in enumerate(s.tokens) if token.text in self._members and i not in s.taken}
        verbs = {lemma for clause in s.clauses for lemma, _, _ in clause.lemmas} & self._belonging
        if not nouns and not verbs:
            if self.body() is not None:
                # „Der Verband X hat 30 Mitglieder. Der Verein Y hat 40.“
                self._body = only_one(_counting(s)) or self._body
            return
        found = only_one(self._told_of(s, nouns)) or only_one(self._having(s, nouns))
        if found is not None:
            self._body = found
        self._age = 0

    def _told_of(self, s: Sentence, nouns: set[int]) -> Iterator[Draft]:
        """„Mitglieder der Genossenschaft X sind …“, „ist Mitglied im Verband X“, „gehört dem Verband X an“."""
        for a, clause in _bodies(s):
            lemmas = clause.verbs
            inside = a.marker in _WHERE and bool(lemmas & _BEING) and not nouns.isdisjoint(clause.tokens)
            joined = a.marker == "np" and a.cases == "d" and bool(lemmas & self._belonging)
            if a.draft is not None and (a.head in nouns or inside or joined):
                yield a.draft

    def _having(self, s: Sentence, nouns: set[int]) -> Iterator[Draft]:
        """„Der Verband X zählt 40 Mitglieder“, „hat sieben neue Mitglieder“."""
        for a, clause in _bodies(s):
            has = clause.verbs.isdisjoint(_BEING | self._belonging)
            if a.draft is not None and a.nominative and has and not nouns.isdisjoint(clause.tokens):
                yield a.draft


def _counting(s: Sentence) -> Iterator[Draft]:
    """„Der Verein Y hat 40“, „Y zählt 40“: whoever has so many of what was spoken of."""
    for a, clause in _bodies(s):
        inside = (i for i in clause.tokens if s.tokens[i].text.isdigit() and i not in s.dated and i not in s.taken)
        if a.draft is not None and a.nominative and any(not s.text_at(i + 1)[:1].isalpha() for i in inside):
            yield a.draft


def _bodies(s: Sentence) -> Iterator[tuple[Argument, Clause]]:
    """What a sentence names that may have members, with its clause."""
    for a in s.arguments:
        union = a.draft is not None and a.draft.kind == "MunicipalUnion"
        party = a.draft is not None and a.draft.kind == _PARTY
        if not a.adjective and not party and (a.type is EntityType.ORGANISATION or union):
            yield a, s.clauses[s.clause_of[a.first]]
