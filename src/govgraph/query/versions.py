"""Which articles are versions of one text, and why that was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govgraph.errors import NotFoundError
from govgraph.query.names import full_iris
from govgraph.query.proof import Properties
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader


@dataclass(frozen=True, slots=True)
class Printed:
    """An article, as it is told from others.

    Attributes:
        iri: Its IRI.
        title: Its headline.
        date: Its date as precise as known, or an empty string.
        url: Its address, or an empty string.
        source: Path or address that it was read from; the first in order if it was read from several.
    """

    iri: str
    title: str
    date: str
    url: str
    source: str


@dataclass(frozen=True, slots=True)
class TextVersion:
    """An article that is a version of the text of another.

    Attributes:
        article: The article.
        rule: Local name of the rule that it was recognised by, such as `NearText`.
        similarity: Share of the shorter text that stands in the longer one, in runs of three words; 0 to 1.
        superseded_by: IRI of the later version that took its place at its address, or an empty string.
    """

    article: Printed
    rule: str
    similarity: float
    superseded_by: str


@dataclass(frozen=True, slots=True)
class TextVersions:
    """All versions of one text.

    Attributes:
        leading: The article that stands for the text.
        versions: The others, by date and IRI.
    """

    leading: Printed
    versions: tuple[TextVersion, ...]


def versions(store: GraphReader, of: str | None = None) -> tuple[TextVersions, ...]:
    """Texts that several articles have.

    Args:
        store: The graph.
        of: One of the articles: its IRI or the end of it, its exact headline, its page or its source. None for all.

    Returns:
        Groups by date, headline and IRI of the leading version; empty if the article has no other version.

    Raises:
        NotFoundError: The graph has no such article.
    """
    wanted = None if of is None else articles_called(store, of)
    found = [one for one in _groups(store) if wanted is None or wanted & _articles(one)]
    return tuple(sorted(found, key=lambda one: (one.leading.date, one.leading.title, one.leading.iri)))


def articles_called(store: GraphReader, name: str) -> frozenset[str]:
    """IRIs of the articles that a name means: an IRI or the end of one, an exact headline, a page or a source.

    Raises:
        NotFoundError: The graph has no such article.
    """
    tail = f"/{name.removeprefix('article:').removeprefix('article/')}"
    known = {
        quad.subject.value
        for quad in store.match(None, ns.TYPE, ns.gov("Article"))
        if isinstance(quad.subject, NamedNode)
    }
    found = {iri for iri in known if iri == name or iri.endswith(tail)}
    for predicate in (ns.HEADLINE, ns.gov("page"), ns.gov("source"), ns.URL):
        for quad in () if found else store.match(None, predicate):
            if isinstance(quad.subject, NamedNode) and getattr(quad.object, "value", None) == name:
                found.add(quad.subject.value)
    if not found & known:
        raise NotFoundError(
            f"no article {name!r} in this graph; name it by its IRI, its exact headline, its page or its source"
        )
    return frozenset(found & known)


def article_called(store: GraphReader, name: str) -> str:
    """IRI of the one article that a name means, as for `articles_called`.

    Raises:
        NotFoundError: The graph has no such article, or several; names them.
    """
    for iri in full_iris(store, name):
        if next(store.match(iri, ns.TYPE, ns.gov("Article")), None) is not None:
            return iri.value
    found = sorted(articles_called(store, name.strip("<>")))
    if len(found) > 1:
        listed = ", ".join(f"article:{one.rpartition('/')[2]}" for one in found)
        raise NotFoundError(f"{name!r} can mean {len(found)} articles: {listed}; give one of these")
    return found[0]


def _articles(one: TextVersions) -> frozenset[str]:
    return frozenset((one.leading.iri, *(version.article.iri for version in one.versions)))


def _groups(store: GraphReader) -> Iterator[TextVersions]:
    properties = Properties(store)
    groups: dict[str, list[TextVersion]] = defaultdict(list)
    for quad in store.match(None, ns.TYPE, ns.gov("Version")):
        link = str(getattr(quad.subject, "value", ""))
        article = properties.text(link, ns.gov("version"))
        version = TextVersion(
            _printed(properties, article),
            properties.text(link, ns.gov("versionRule")).rpartition("#")[2],
            float(properties.text(link, ns.gov("similarity")) or 0),
            properties.text(article, ns.gov("supersededBy")),
        )
        groups[properties.text(link, ns.gov("leadingVersion"))].append(version)
    for leading, some in groups.items():
        ordered = sorted(some, key=lambda one: (one.article.date, one.article.iri))
        yield TextVersions(_printed(properties, leading), tuple(ordered))


def _printed(properties: Properties, iri: str) -> Printed:
    predicates = (ns.HEADLINE, ns.DATE_PUBLISHED, ns.URL, ns.gov("source"))
    return Printed(iri, *(properties.text(iri, one) for one in predicates))
