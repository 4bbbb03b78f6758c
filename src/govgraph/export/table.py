"""CSV: one line for each statement and tenure, or for each term of office."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from govgraph.query import KnownBound, Lane, to_networkx
from govgraph.query.terms import BOUNDS
from govgraph.rdf.interface import GraphReader

COLUMNS: Final = (
    "statement",
    "subject",
    "subject_label",
    "subject_type",
    "subject_land",
    "predicate",
    "role",
    "role_label",
    "object",
    "object_label",
    "object_type",
    "object_land",
    "modality",
    "confidence",
    "since",
    "until",
    "period",
    *BOUNDS,
    "standing",
    "contradictions",
    "contradiction",
    "quotes",
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

    Every cell has one value: of several quotes the first, and `quotes` says how many there are; of several
    contradictions the rule of the first in `contradiction`, and in `contradictions` how many. `quote_start` and
    `quote_end` stand where a quote is cut.
    """
    graph = to_networkx(store)
    lines = []
    for subject, object_, key, edge in graph.edges(keys=True, data=True):
        evidence = edge["evidence"]
        first = evidence[0] if evidence else {}
        cut = first.get("cut") or ("", "")
        line = {
            "statement": key,
            "subject": subject,
            "object": object_,
            "role_label": edge["label"] if edge["role"] else "",
            "contradictions": len(edge["conflicts"]),
            "contradiction": edge["conflicts"][0]["rule"] if edge["conflicts"] else "",
            "quotes": len(evidence),
            "quote_digest": first.get("digest", ""),
            "quote_start": cut[0],
            "quote_end": cut[1],
            **{name: edge[name] for name in _OWN},
            **{name: first.get(name, "") for name in _PROOF},
        }
        for end, iri in (("subject", subject), ("object", object_)):
            node = graph.nodes[iri]
            land = node["label"] if node["type"] == "Jurisdiction" else node["land"]
            line |= {f"{end}_label": node["label"], f"{end}_type": node["type"], f"{end}_land": land}
        lines.append(line)
    return written(COLUMNS, sorted(lines, key=lambda line: (line["date"], line["statement"])))


_OWN: Final = ("predicate", "role", "modality", "confidence", "since", "until", "period", *BOUNDS, "standing")
_PROOF: Final = ("quote", "start", "end", "article", "title", "date", "url", "source")

TERM_COLUMNS: Final = (
    "period",
    "land",
    "body",
    "body_label",
    "role",
    "role_label",
    "title_of_office",
    "person",
    "person_label",
    *(name for bound in BOUNDS for name in (bound, f"{bound}_rule")),
    "acting",
    "announced",
    "contradictions",
    "contradiction",
    "articles",
    "sources",
    "quote",
    "start",
    "end",
    "article",
    "title",
    "date",
    "url",
)
"""Header of the table of terms of office."""


def terms_table(lanes: Iterable[Lane], lang: str = "en", *, quotes: bool = True) -> bytes:
    """Terms of office in the order of the timeline, one in a line; as `csv_table` is written.

    Args:
        lanes: Offices.
        lang: Of what `contradiction` says, `de` or `en`.
        quotes: Whether the words are in it.

    Returns:
        Days are ISO days, empty where a bound is not known; beside each stands the rule by which it is known. `land` is
        that of the body, the first in order of several. The quote is the newest. `acting` and `announced` are `true` or
        `false`.
    """
    lines = [line for lane in lanes for line in _terms(lane, lang)]
    return written(TERM_COLUMNS, lines if quotes else [{**line, "quote": ""} for line in lines])


def _terms(lane: Lane, lang: str) -> Iterator[dict[str, Any]]:
    for row, conflicts in zip(lane.periods, lane.conflicts, strict=True):
        proof = row.evidence[-1] if row.evidence else None
        line: dict[str, Any] = {
            "period": row.period,
            "land": lane.lands[0].label if lane.lands else "",
            "body": row.organisation.iri,
            "body_label": row.organisation.label,
            "role": row.role.iri,
            "role_label": row.role.label,
            "title_of_office": row.title or row.role.label,
            "person": row.person.iri,
            "person_label": row.person.label,
            "acting": str(row.acting).lower(),
            "announced": str(row.announced).lower(),
            "contradictions": len(conflicts),
            "contradiction": conflicts[0].told(lang) if conflicts else "",
            "articles": row.articles,
            "sources": row.sources,
        }
        for name in BOUNDS:
            bound: KnownBound | None = getattr(row, name)
            line |= {name: bound.day if bound else "", f"{name}_rule": bound.rule if bound else ""}
        if proof:
            line |= {
                name: getattr(proof, name) for name in ("quote", "start", "end", "article", "title", "date", "url")
            }
        yield line


def written(columns: Sequence[str], lines: Iterable[Mapping[str, Any]]) -> bytes:
    """Lines under a header; what a line lacks is empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue().encode()
