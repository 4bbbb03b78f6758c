"""What follows from several articles taken together. Recomputed whenever an article comes or goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Quad

from govgraph.model import ArticleRecord, Office, Status
from govgraph.rdf import namespaces as ns
from govgraph.rdf.articles import office_iri, role_iri
from govgraph.rdf.literals import node
from govgraph.resolve import succeeded

HOLDING = frozenset({Status.CURRENT, Status.NEW, Status.ACTING})
"""Statuses that say that the office is held on the day of the article."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """An observation of an office: when, whom, and whether it is held. Undated ones come before all dates."""

    date: str
    person: str
    held: bool


def inferred_quads(articles: Iterable[ArticleRecord], base: str) -> set[Quad]:
    """Quads of the inferred graph: `gov:holdsOffice`.

    A person holds an office if the newest article that names a holder names that person, and no article of that
    day or later says that the person has left. An article about someone designated, or about another former
    holder, says nothing about who holds the office now.
    """
    seen: Mapping[str, list[_Seen]] = _observations(articles, base)
    return {
        Quad(node(person), ns.gov("holdsOffice"), node(office), ns.INFERRED)
        for office, observations in seen.items()
        for person in _holders(observations)
    }


def _observations(articles: Iterable[ArticleRecord], base: str) -> dict[str, list[_Seen]]:
    seen: dict[str, list[_Seen]] = defaultdict(list)
    for one in articles:
        date = one.article.date or ""
        gone = succeeded(one)
        for office in one.offices:
            if office.organisation is not None and not _is_awaited(office, date):
                ended = office.until is not None and office.until <= date
                held = office.status in HOLDING and not ended and office not in gone
                iri = office_iri(role_iri(office, base), office.organisation, base)
                seen[iri].append(_Seen(date, office.person, held))
    return seen


def _is_awaited(office: Office, date: str) -> bool:
    """Whether an office is only to come: also for who will act in it from a later day."""
    ahead = bool(date) and (office.since or "") > date
    return office.status is Status.DESIGNATED or (ahead and office.status is Status.ACTING)


def _holders(observations: Iterable[_Seen]) -> set[str]:
    held: dict[str, set[str]] = defaultdict(set)
    left: dict[str, str] = {}
    for one in observations:
        if one.held:
            held[one.date].add(one.person)
        else:
            left[one.person] = max(one.date, left.get(one.person, ""))
    if not held:
        return set()
    newest = max(held)
    return {person for person in held[newest] if person not in left or left[person] < newest}
