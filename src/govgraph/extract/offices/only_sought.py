"""Who only wants to follow somebody does not: „Um seine Nachfolge bewerben sich A und B“, „A will ihn beerben“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Clause, FactDraft, Sentence

_SUCCESSION = "Nachfolge"
_FOR = frozenset({"für", "um"})
_WANTING = frozenset({"möchte", "möchten", "will", "wollen", "wollte", "wollten"})
_BECOMING = "werden"
_GETTING = frozenset({"antreten", "beerben", _BECOMING})
_STANDING = frozenset({"bewerben", "kandidieren"})


def without_sought(facts: Sequence[FactDraft], words: Callable[[str], frozenset[str]]) -> Iterator[FactDraft]:
    """The facts without successions and chairs that are only sought.

    Args:
        facts: Facts of an article.
        words: Gives the forms of a word list.
    """
    seeking = words("seeking-verbs")
    for fact in facts:
        succeeds = fact.predicate is Predicate.SUCCEEDS and _is_sought(fact, seeking)
        if not succeeds and not (fact.predicate is Predicate.CHAIRS and _wants_to_be(fact)):
            yield fact


def _is_sought(fact: FactDraft, seeking: frozenset[str]) -> bool:
    """„A will Nachfolger von B werden“, not „ihre Vorgängerin hatte nicht mehr kandidiert“."""
    s = fact.sentence
    named = (a for a in s.arguments if a.draft is fact.subject and not (a.reference and a.marker == "gen"))
    numbers = {a.clause for a in named if 0 <= a.clause < len(s.clauses)}
    return any(_seeks(s, s.clauses[n], seeking) for n in numbers)


def _wants_to_be(fact: FactDraft) -> bool:
    """„A will Vorsitzende der Vitako werden“."""
    if fact.subject.type is not EntityType.PERSON:
        return False
    s = fact.sentence
    here = (s.clauses[a.clause] for a in s.arguments if a.draft is fact.subject and 0 <= a.clause < len(s.clauses))
    return any(not _WANTING.isdisjoint(clause.auxiliaries) and clause.verbs == {_BECOMING} for clause in here)


def _seeks(s: Sentence, clause: Clause, seeking: frozenset[str]) -> bool:
    """Whether a clause says that somebody stands for a post, is put forward for one or wants one."""
    verbs = clause.verbs
    wants = not _WANTING.isdisjoint(clause.auxiliaries) and not verbs.isdisjoint(_GETTING)
    if wants or not verbs.isdisjoint(_STANDING):
        return True
    sought = any(
        s.tokens[i].text == _SUCCESSION and not _FOR.isdisjoint(s.lower[max(0, i - 2) : i]) for i in clause.tokens
    )
    return sought and not verbs.isdisjoint(seeking)
