"""What the first lines of a query's file say of it.

    # title-de: Wer gehört einem Gremium an?
    # title-en: Who is a member of a body?
    # why-de: Ein Satz dazu, wozu man das fragt.
    # why-en: A sentence on what one asks it for.
    # theme: bodies
    # scope: interactive
    # param body entity: The body | Das Gremium
    # param from date = 1900: First day | Erster Tag
    # columns: member:iri name:text date:date?

Titles are required, the rest is not. A default makes a parameter optional; `*` leaves it open, so that anything fits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from govgraph.errors import QueryError

_HEADER: Final = re.compile(r"#\s*(title-de|title-en|why-de|why-en|theme|scope|param|columns)\b\s*:?\s*(.*)")
_PARAMETER: Final = re.compile(r"(\w+)\s+(\w+)(?:\s*=\s*(\S+))?\s*:\s+([^|]+?)\s*\|\s*(.+)")
_COLUMN: Final = re.compile(r"(\w+):(\w+)(\?)?")
ANY: Final = "*"
"""Default of a parameter that stays open."""


class ParameterType(StrEnum):
    """What a parameter takes."""

    ENTITY = "entity"
    ROLE = "role"
    ARTICLE = "article"
    STATEMENT = "statement"
    PREDICATE = "predicate"
    CLASS = "class"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    TEXT = "text"


class ColumnType(StrEnum):
    """What the cells of a column are; dates are as precise as known."""

    IRI = "iri"
    TEXT = "text"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


class Scope(StrEnum):
    """How much of the graph a query looks at."""

    INTERACTIVE = "interactive"
    """A part that its parameters choose; the time it takes hangs on the answer, not on the size of the graph."""
    WHOLE = "whole"
    """All of it, or all of one kind: counts, comparisons, lists."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a named query wants to be told.

    Attributes:
        name: Its name; in the query it stands as `$name`.
        type: One of `ParameterType`. Entities and roles are given by name or IRI, articles by IRI, headline, page or
            source, statements by IRI, predicates and classes by local name or label. An IRI may be short, as tables
            have it: `article:2020-05-28-…`.
        description_en: What to give, in English.
        description_de: The same in German.
        default: What is taken if nothing is given, `*` for anything; None if it must be given.
    """

    name: str
    type: str
    description_en: str
    description_de: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer: its name, its type (one of `ColumnType`), and whether cells may be empty."""

    name: str
    type: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of `ontology/queries`.

    Attributes:
        name: File name without suffix.
        title_de: The question in German.
        title_en: The question in English.
        parameters: What it wants to be told, in order.
        sparql: Its text.
        why_de: Why one asks it, in German; may be empty.
        why_en: Why one asks it, in English; may be empty.
        theme: What it is about, one of `themes()` for those that are shipped; may be empty.
        scope: How much of the graph it looks at.
        columns: What it answers with, in order; empty if the file does not say.
    """

    name: str
    title_de: str
    title_en: str
    parameters: tuple[Parameter, ...]
    sparql: str
    why_de: str = ""
    why_en: str = ""
    theme: str = ""
    scope: Scope = Scope.INTERACTIVE
    columns: tuple[Column, ...] = ()


def without_header(sparql: str) -> str:
    """A query without the lines that say what it is."""
    return "\n".join(line for line in sparql.splitlines() if not _HEADER.match(line)).strip()


def read_query(path: Path) -> NamedQuery:
    """A query from its file.

    Raises:
        QueryError: The file lacks a title, has a line that cannot be read, or makes no use of a parameter.
    """
    sparql = path.read_text(encoding="utf-8")
    said: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for line in sparql.splitlines():
        header = _HEADER.match(line)
        if header is None:
            continue
        key, rest = header[1], header[2].strip()
        if key == "param":
            parameters.append(_parameter(path, line, rest))
        elif key == "columns":
            columns += [_column(path, line, one) for one in rest.split()]
        else:
            said[key] = rest
    missing = {"title-de", "title-en"} - said.keys()
    if missing:
        raise QueryError(f"{path.name}: no `# {min(missing)}:` line; add one")
    unused = [one.name for one in parameters if not re.search(rf"\${one.name}\b", _without_comments(sparql))]
    if unused:
        (name, *_) = unused
        raise QueryError(f"{path.name}: {name} is a parameter, but the query has no ${name}; put it where it counts")
    scope = said.get("scope", Scope.INTERACTIVE)
    if scope not in list(Scope):
        raise QueryError(f"{path.name}: scope is {scope!r}; allowed are {', '.join(Scope)}")
    return NamedQuery(
        name=path.stem,
        title_de=said["title-de"],
        title_en=said["title-en"],
        parameters=tuple(parameters),
        sparql=sparql,
        why_de=said.get("why-de", ""),
        why_en=said.get("why-en", ""),
        theme=said.get("theme", ""),
        scope=Scope(scope),
        columns=tuple(columns),
    )


def _without_comments(sparql: str) -> str:
    return "\n".join(line for line in sparql.splitlines() if not line.lstrip().startswith("#"))


def _parameter(path: Path, line: str, text: str) -> Parameter:
    found = _PARAMETER.fullmatch(text)
    if found is None or found[2] not in list(ParameterType):
        allowed = f"`# param NAME TYPE [= DEFAULT]: english | deutsch` with a TYPE of {', '.join(ParameterType)}"
        raise QueryError(f"{path.name}: cannot read {line!r}; allowed is {allowed}")
    return Parameter(found[1], found[2], found[4], found[5], found[3])


def _column(path: Path, line: str, text: str) -> Column:
    found = _COLUMN.fullmatch(text)
    if found is None or found[2] not in list(ColumnType):
        allowed = f"`# columns: NAME:TYPE NAME:TYPE?` with a TYPE of {', '.join(ColumnType)}"
        raise QueryError(f"{path.name}: cannot read {text!r} in {line!r}; allowed is {allowed}")
    return Column(found[1], found[2], found[3] == "?")
