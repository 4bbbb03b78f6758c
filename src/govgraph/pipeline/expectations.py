"""What a stage expects of a page, and what it says when far less comes out.

A page on which nothing was found is usually a page that was not understood: silence would hide it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from govgraph.model import NAMESPACE, Issue
from govgraph.rdf import distinct_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Quad

    from govgraph.model import Page, Record

LONG_PAGE = 2_000
"""Words from which on a page without any entity is not believable."""

_SHARE_OF_TEXT = 0.5
_SHARE_OF_DATES = 0.5
_BRACKET_DATE = re.compile(r"^\s*\[\d{1,2}\.\d{1,2}\.\d{4}\]", re.MULTILINE)
_FEWEST_DATES = 4


def words_in(text: str) -> int:
    """Words of a text, split at white space."""
    return len(text.split())


def doubts_about_page(page: Page) -> tuple[Issue, ...]:
    """Signs that articles of a page were not seen."""
    doubts = []
    dates = len(_BRACKET_DATE.findall(page.text))
    if dates >= _FEWEST_DATES and len(page.articles) < dates * _SHARE_OF_DATES:
        doubts.append(
            _doubt(
                page,
                "sources",
                "fewer-articles-than-dates",
                f"{dates} dated headings but {len(page.articles)} articles; "
                "compare the page with the layouts that ontology/layouts.ttl describes",
            )
        )
    words = words_in(page.text)
    read = sum(words_in(article.text) for article in page.articles)
    if words > LONG_PAGE and read < words * _SHARE_OF_TEXT:
        doubts.append(
            _doubt(
                page,
                "sources",
                "little-of-page-read",
                f"{read} of {words} words belong to an article; the rest was taken for page furniture, look at it",
            )
        )
    return tuple(doubts)


def doubts_about_record(record: Record, words: int) -> tuple[Issue, ...]:
    """Signs that a page of so many words was read but not understood."""
    if any(one.article.language != "de" for one in record.articles):
        return ()
    if words > LONG_PAGE and not any(article.entities for article in record.articles):
        return (
            _doubt(
                record,
                "extract",
                "suspiciously-empty",
                f"{words} words and not one entity; check that the page is German prose, or add names with --lexicon",
            ),
        )
    return ()


_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_BOUNDS = _EARLIEST, _LATEST = (f"{NAMESPACE}beginEarliest", f"{NAMESPACE}endLatest")


def doubts_about_graph(records: Sequence[Record], quads: Iterable[Quad]) -> tuple[Issue, ...]:
    """Signs that facts or offices did not get into the graph, and periods in it that cannot be."""
    articles = distinct_articles(records)
    wanted = {
        "Statement": len(
            {
                (one.article.id, fact.subject, fact.predicate, fact.object, fact.modality)
                for one in articles
                for fact in one.facts
            }
        ),
        "Tenure": len({(one.article.id, office.person, office.role) for one in articles for office in one.offices}),
    }
    quads = list(quads)
    classes: Counter[str] = Counter()
    bounds: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate.value == _TYPE:
            classes[str(quad.object)] += 1
        elif quad.predicate.value in _BOUNDS:
            bounds[str(quad.subject)[1:-1]][quad.predicate.value] = getattr(quad.object, "value", "")
    made = {name: classes[f"<{NAMESPACE}{name}>"] for name in wanted}
    lost = tuple(
        Issue("-", "rdf", "error", f"fewer-{name.lower()}s-than-read", f"{wanted[name]} gov:{name} expected of the "
              f"records, {made[name]} in the graph; report this line with the records")
        for name in sorted(wanted)
        if made[name] < wanted[name]
    )  # fmt: skip
    return (*lost, *_impossible(bounds, records, quads))


def _impossible(
    bounds: Mapping[str, Mapping[str, str]], records: Sequence[Record], quads: Sequence[Quad]
) -> Iterator[Issue]:
    """Periods that begin after their end, by IRI: whose, in which office, by which articles."""
    wrong = {
        period: (begin, end)
        for period, known in sorted(bounds.items())
        if (begin := known.get(_EARLIEST, "")) > (end := known.get(_LATEST, "")) > ""
    }
    if not wrong:
        return
    told = _Told(quads)
    articles = {one.article.id: one.article for record in records for one in record.articles}
    for period, (begin, end) in wrong.items():
        (office, holder) = (told.name(told.of(period, name)) for name in ("office", "holder"))
        tenures = told.of(period, "wasDerivedFrom")
        named = sorted({one for tenure in tenures for one in told.of(tenure, "wasDerivedFrom") if one in articles})
        sources = sorted({articles[one].source for one in named}) or ["-"]
        titles = ", ".join(repr(articles[one].title) for one in named)
        message = (
            f"{sources[0]}: {holder or period}, {office or 'an office'}, begins on {begin}, after the end on {end}; "
            f"look at what is stated in {titles or 'its articles'}"
        )
        yield Issue(sources[0], "rdf", "warning", "impossible-period", message)


class _Told:
    """What quads say of a thing, looked up by the last part of a predicate."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._objects: dict[tuple[str, str], set[str]] = defaultdict(set)
        for quad in quads:
            name = re.split(r"[/#]", quad.predicate.value)[-1]
            if name in ("office", "holder", "wasDerivedFrom", "prefLabel"):
                self._objects[str(quad.subject)[1:-1], name].add(getattr(quad.object, "value", ""))

    def of(self, subject: str, name: str) -> list[str]:
        return sorted(self._objects.get((subject, name), ()))

    def name(self, iris: Sequence[str]) -> str:
        """Label of the first."""
        return next((label for iri in iris for label in self.of(iri, "prefLabel")), "")


def _doubt(page: Page | Record, stage: str, code: str, message: str) -> Issue:
    return Issue(page.source, stage, "warning", code, message)
