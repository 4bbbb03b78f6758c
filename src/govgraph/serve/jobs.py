"""What the server and the processes that work for it tell one another: a line of JSON each way."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Self

QUERY: Final = "query"
GRAPH: Final = "graph"
ABOUT: Final = "about"
UPDATE: Final = "update"
PUT: Final = "put"
POST: Final = "post"
DELETE: Final = "delete"
OPEN: Final = "open"
DOCUMENT: Final = "document"
DESCRIPTION: Final = "description"
DRAFT: Final = "draft"

INDEX: Final = "index"
TERMS: Final = "terms"
SENTENCES: Final = "sentences"
KNOWN: Final = "known"
REVIEW: Final = "review"
THING: Final = "thing"
"""Names of documents of the explorer; `known` and `thing` are about what a job names."""

QUESTIONS: Final = "questions"
CHARTS: Final = "charts"
TIMELINE: Final = "timeline"
MAPS: Final = "maps"
MAP: Final = "map"
"""Names of documents of its views; a timeline may be about what a job names, a map is (`PREDICATE/ADDRESS`)."""

EVERYTHING: Final = "*"
"""In the place of a graph: all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Something to do.

    Attributes:
        kind: One of the words above.
        store: Folder of the store that is read.
        version: Another one for another content of that folder.
        text: Query or update; name of a document, or address of a thing.
        base: IRI that relative ones are relative to.
        default: Graphs that make up the default graph; None if the protocol names none.
        named: Named graphs; None as above.
        union: Whether the client wants the union of all graphs as the default graph.
        accept: `Accept` header.
        graph: IRI of a graph; empty for the default graph, `*` for all graphs.
        body: Files with their media types that hold the triples of a graph.
        out: File for the answer.
        snapshot: Folder for a copy of the store after a change.
        limit: Seconds after which the process ends by itself.
        packed: Whether a document may be packed by gzip.
        known: `If-None-Match` header: tags of what the client has of a document.
        decision: What a reviewer has decided; see `Decision`.
    """

    kind: str
    store: str = ""
    version: str = ""
    text: str = ""
    base: str = ""
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    union: bool = False
    accept: str = ""
    graph: str = ""
    body: tuple[tuple[str, str], ...] = ()
    out: str = ""
    snapshot: str = ""
    limit: float = 0.0
    packed: bool = False
    known: str = ""
    decision: str = ""

    def line(self) -> bytes:
        """As it is sent."""
        return json.dumps(asdict(self)).encode("ascii") + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Self:
        """As it was sent."""
        told: dict[str, Any] = json.loads(line)
        for key in ("default", "named"):
            told[key] = None if told[key] is None else tuple(told[key])
        told["body"] = tuple((path, media) for path, media in told["body"])
        return cls(**told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of it.

    Attributes:
        status: Of the HTTP answer.
        message: What was amiss.
        type: `Content-Type` of what is in the file.
        cut: How many rows or triples an answer was cut to; 0 for a whole one.
        unknown: Functions that were called and that nobody knows.
        hints: What else the client would not expect of the answer, a line each.
        about: What the dataset holds: see `reading.about`.
        headers: Further headers of the HTTP answer; of a document.
    """

    status: int = 200
    message: str = ""
    type: str = ""
    cut: int = 0
    unknown: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    about: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)

    def line(self) -> bytes:
        """As it is sent."""
        return json.dumps(asdict(self)).encode("ascii") + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Self:
        """As it was sent."""
        told: dict[str, Any] = json.loads(line)
        return cls(**{**told, "unknown": tuple(told["unknown"]), "hints": tuple(told["hints"])})
