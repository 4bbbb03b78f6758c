"""Bodies that merge or give way: „KDO und ITEBO sind in der NordIT aufgegangen“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, is_passive
from govgraph.language.grammar import MODALS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.state import Draft, Sentence

_REPLACING = frozenset({"ablösen", "ersetzen"})
_MERGING = {"aufgehen": "in", "fusionieren": "zu", "verschmelzen": "zu"}
"""Verbs by which bodies become one, with the preposition before that one."""


def merging(s: Sentence, *, now: bool = False) -> Iterator[Draft]:
    """„KDO und ITEBO sind in der NordIT aufgegangen“: bodies that are no more, where it is told what took over.

    With `now`, those also of which the present tells: „fusionieren zur NordIT“.
    """
    if now:
        yield from _displaced(s)
    for number, clause in enumerate(s.clauses):
        ways = [_MERGING[lemma] for lemma, _, _ in clause.lemmas if lemma in _MERGING]
        if not ways:
            continue
        going = now and not any(word in MODALS for word in clause.auxiliaries)
        if not (going or in_past(s, clause)):
            continue
        here = [
            a for a in s.arguments if a.clause == number and a.type is EntityType.ORGANISATION and a.draft is not None
        ]
        if any(a.marker in ways for a in here):
            yield from (a.draft for a in here if a.nominative and a.draft is not None)


def _displaced(s: Sentence) -> Iterator[Draft]:
    """„Die NordIT tritt an die Stelle der KDO“, „… ersetzt die KDO“: the body in whose place another comes."""
    for number, clause in enumerate(s.clauses):
        lemmas = clause.verbs
        if "treten" not in lemmas and _REPLACING.isdisjoint(lemmas):
            continue
        here = [a for a in s.arguments if a.clause == number and a.type is EntityType.ORGANISATION and not a.adjective]
        doing = next((a.draft for a in here if a.nominative), None)
        for a in here:
            gone = "treten" in lemmas and a.marker == "gen" and s.text_at(a.head) == "Stelle"
            gone = gone or (not _REPLACING.isdisjoint(lemmas) and a.marker == "np" and not is_passive(clause))
            if gone and doing is not None and a.draft is not doing and a.draft is not None:
                yield a.draft
