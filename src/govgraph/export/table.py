"""CSV: one line for each statement and tenure."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any, Final

from govgraph.query import to_networkx
from govgraph.rdf.interface import GraphReader

COLUMNS: Final = (
    "statement",
    "subject",
    "subject_label",
    "subject_type",
    "predicate",
    "role",
    "role_label",
    "object",
    "object_label",
    "object_type",
    "modality",
    "confidence",
    "since",
    "until",
    "quote",
    "start",
    "end",
    "article",
    "title",
    "date",
    "url",
    "source",
    "quote_digest",
    "quote_start",
    "quote_end",
)
"""Header of the table. `modality` is the status for tenures."""


def csv_table(store: GraphReader) -> bytes:
    """Statements and tenures by date of the article, then IRI; RFC 4180 with line feeds, in UTF-8.

    Of several quotes, `quote`, `start`, `end` and `quote_digest` hold all, joined by „ […] “ and „;“. `quote_start` and
    `quote_end` stand where quotes are cut.
    """
    graph = to_networkx(store)
    lines = []
    for subject, object_, key, edge in graph.edges(keys=True, data=True):
        evidence = edge["evidence"]
        first = evidence[0] if evidence else {}
        tenure = edge["role"] != ""
        line = {
            "statement": key,
            "subject": subject,
            "object": object_,
            "role_label": edge["label"] if tenure else "",
            "quote": " […] ".join(one["quote"] for one in evidence if one["quote"]),
            "quote_digest": ";".join(one["digest"] for one in evidence),
            **{
                f"quote_{name}": ";".join(_cut(one, at) for one in evidence) for at, name in enumerate(("start", "end"))
            },
            "start": ";".join(str(one["start"]) for one in evidence),
            "end": ";".join(str(one["end"]) for one in evidence),
            **{name: edge[name] for name in ("predicate", "role", "modality", "confidence", "since", "until")},
            **{name: first.get(name, "") for name in ("article", "title", "date", "url", "source")},
        }
        for end, iri in (("subject", subject), ("object", object_)):
            line[f"{end}_label"], line[f"{end}_type"] = graph.nodes[iri]["label"], graph.nodes[iri]["type"]
        lines.append(line)
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(lines, key=lambda line: (line["date"], line["statement"])))
    return out.getvalue().encode()


def _cut(one: Mapping[str, Any], at: int) -> str:
    return str(one["cut"][at]) if one["cut"] else ""
