"""Which articles of a graph have one text, so that they count as one source."""

from __future__ import annotations

from functools import cached_property

from pyoxigraph import NamedNode

from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader


class Texts:
    """Versions of texts in a graph. They are looked up once, when they are first asked for.

    Args:
        store: The graph; one without versions has as many texts as articles.
    """

    def __init__(self, store: GraphReader) -> None:
        self._store = store

    def leading(self, article: str) -> str:
        """IRI of the article that stands for the text of an article: itself where it has no other version."""
        return self._leading.get(article, article)

    def superseded(self, article: str) -> bool:
        """Whether a later version took the place of an article at its address."""
        return article in self._superseded

    @cached_property
    def _leading(self) -> dict[str, str]:
        return self._pairs("versionOf")

    @cached_property
    def _superseded(self) -> dict[str, str]:
        return self._pairs("supersededBy")

    def _pairs(self, predicate: str) -> dict[str, str]:
        return {
            quad.subject.value: quad.object.value
            for quad in self._store.match(None, ns.gov(predicate))
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
        }
