"""GraphML and GEXF: the network of things, for tools that draw and count."""

from __future__ import annotations

import io
import re
from typing import Any, Final

import networkx as nx

from govgraph.query import to_networkx
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.literals import clean

_TODAY: Final = re.compile(rb' lastmodifieddate="[^"]*"')
_PROOF: Final = ("quote", "article", "title", "date", "url", "source")


def graphml(store: GraphReader) -> bytes:
    """GraphML.

    Lists are joined by „; “; of several quotes, `quote`, `start`, `end` and `digest` hold all and the rest stands for
    the first; `conflicts` names
    the rules that a statement breaks.
    """
    out = io.BytesIO()
    # the writer without lxml, so that the bytes do not hang on what else is installed
    nx.write_graphml_xml(_flat(store), out)
    return out.getvalue()


def gexf(store: GraphReader) -> bytes:
    """GEXF 1.2, with the same attributes as GraphML and without a date of writing."""
    out = io.BytesIO()
    nx.write_gexf(_flat(store), out)
    return _TODAY.sub(b"", out.getvalue())


def _flat(store: GraphReader) -> nx.MultiDiGraph[str]:
    """The network with plain attributes only."""
    graph = to_networkx(store)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, attributes in graph.nodes(data=True):
        flat.add_node(iri, **{key: _plain(value) for key, value in attributes.items()})
    for number, (subject, object_, key, attributes) in enumerate(graph.edges(keys=True, data=True)):
        own = {name: _plain(value) for name, value in attributes.items() if name not in ("evidence", "conflicts")}
        own["conflicts"] = _plain(tuple(sorted({one["rule"] for one in attributes["conflicts"]})))
        evidence = attributes["evidence"]
        if evidence:
            own.update({name: clean(evidence[0][name]) for name in _PROOF})
            own["quote"] = clean(" […] ".join(one["quote"] for one in evidence if one["quote"]))
            own.update({name: ";".join(str(one[name]) for one in evidence) for name in ("start", "end", "digest")})
        flat.add_edge(subject, object_, key=str(number), statement=key, **own)
    return flat


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return clean("; ".join(value))
    return clean(value) if isinstance(value, str) else value
