"""Quads of the versions graph: which articles have one text, and why that was found."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from govgraph.rdf import namespaces as ns
from govgraph.rdf.literals import decimal, node
from govgraph.resolve import Versions


def version_quads(versions: Versions, base: str) -> Iterator[Quad]:
    """Quads of the versions graph.

    The link from article to leading version stands as a plain triple, for queries that count sources, and as a node
    with rule and similarity. An article is a version of one text at most, so the node is named by the article.
    """
    for one in versions.links:
        article, leading = node(one.article), node(one.leading)
        link = node(f"{base}/version/{one.article.rpartition('/')[2]}")
        pairs: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
            (article, ns.gov("versionOf"), leading),
            (link, ns.TYPE, ns.gov("Version")),
            (link, ns.gov("version"), article),
            (link, ns.gov("leadingVersion"), leading),
            (link, ns.gov("versionRule"), ns.gov(one.rule.value)),
            (link, ns.gov("similarity"), decimal(one.similarity)),
        ]
        if one.superseded_by is not None:
            pairs.append((article, ns.gov("supersededBy"), node(one.superseded_by)))
        for subject, predicate, value in pairs:
            yield Quad(subject, predicate, value, ns.VERSIONS)
