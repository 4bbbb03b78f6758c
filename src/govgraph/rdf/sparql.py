"""What a SPARQL text consists of, as far as one must know before it is handed to an engine.

This is no parser: engines parse. It tells words of the language from what stands in strings, IRIs, names and comments,
by the terminals of SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/#sparqlGrammar).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from urllib.parse import urljoin

_TOKEN: Final = re.compile(
    r"""
    (?P<string> \"{3}(?:\\.|(?!\"{3})[^\\])*\"{3} | '{3}(?:\\.|(?!'{3})[^\\])*'{3}
              | "(?:\\.|[^"\\\r\n])*" | '(?:\\.|[^'\\\r\n])*' )
  | (?P<iri> <(?:[^<>"{}|^`\\\x00-\x20] | \\u[0-9A-Fa-f]{4} | \\U[0-9A-Fa-f]{8})*> )
  | (?P<skip> \s+ | \#[^\r\n]* )
  | (?P<var> [?$]\w+ )
  | (?P<tag> @[A-Za-z][A-Za-z0-9-]* )
  | (?P<name> (?:[^\W\d_](?:[\w.\-·]*[\w\-·])?)? :
              (?:[\w:\-·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]|\.(?=[\w:.\-·%\\]))* )
  | (?P<word> [A-Za-z]\w* )
  | (?P<number> \d+ )
  | (?P<mark> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_UNICODE_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LOCAL_ESCAPE: Final = re.compile(r"\\([_~.\-!$&'()*+,;=/?#@%])")
_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of SPARQL.

    Attributes:
        kind: `string`, `iri`, `var`, `tag`, `name` (with a colon), `word`, `number` or `mark`.
        text: As written; words in capitals.
        start: Where it begins.
        end: Where it has ended.
        depth: How many braces and brackets are open around it.
    """

    kind: str
    text: str
    start: int
    end: int
    depth: int


def tokens(sparql: str) -> tuple[Token, ...]:
    """Pieces of a query or update in their order, without comments and space."""
    return tuple(_tokens(sparql))


def _tokens(sparql: str) -> Iterator[Token]:
    depth = 0
    for found in _TOKEN.finditer(sparql):
        kind, text = found.lastgroup or "mark", found[0]
        if kind == "skip":
            continue
        if text in ("}", ")"):
            depth -= 1
        yield Token(kind, text.upper() if kind == "word" else text, found.start(), found.end(), depth)
        if text in ("{", "("):
            depth += 1


def form(sparql: str) -> str:
    """`SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`; empty for what is no query."""
    return next((one.text for one in _tokens(sparql) if one.kind == "word" and one.text in _FORMS), "")


def has_dataset(sparql: str) -> bool:
    """Whether a query says itself which graphs it is about.

    >>> has_dataset("SELECT * FROM <https://example.org/g> { ?s ?p 'FROM' }")
    True
    """
    # most queries have no such letters, and long ones take long to be read
    return "FROM" in sparql.upper() and any(
        one.kind == "word" and one.text == "FROM" and one.depth == 0 for one in _tokens(sparql)
    )


def dataset(sparql: str, known: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What a query says by FROM and FROM NAMED, as the parameters of the SPARQL protocol that say the same.

    Args:
        sparql: A query without mistakes.
        known: IRI by prefix, of those that need no declaration.

    >>> dataset("PREFIX g: <https://example.org/g/> SELECT * FROM g:1 FROM NAMED <https://example.org/2> {}", {})
    (('default-graph-uri', 'https://example.org/g/1'), ('named-graph-uri', 'https://example.org/2'))
    """
    outer = [one for one in _tokens(sparql) if one.depth == 0]
    names, base, found = dict(known), "", []
    for number, one in enumerate(outer):
        if one.kind != "word" or one.text not in ("BASE", "PREFIX", "FROM"):
            continue
        first, second = (*outer[number + 1 : number + 3], one, one)[:2]
        if one.text == "BASE":
            base = urljoin(base, _iri(first))
        elif one.text == "PREFIX":
            names[first.text.partition(":")[0]] = urljoin(base, _iri(second))
        else:
            kind = "named-graph-uri" if first.text == "NAMED" else "default-graph-uri"
            given = second if first.text == "NAMED" else first
            prefix, _, local = given.text.partition(":")
            plain = _LOCAL_ESCAPE.sub(r"\1", local)
            found.append((kind, urljoin(base, _iri(given)) if given.kind == "iri" else names.get(prefix, "") + plain))
    return tuple(found)


def _iri(token: Token) -> str:
    return _UNICODE_ESCAPE.sub(lambda escape: chr(int(escape[1] or escape[2], 16)), token.text[1:-1])


def hosts(sparql: str) -> tuple[str, ...]:
    """Addresses that a query or update would ask or read, by `SERVICE` or `LOAD`, as written without `<>`.

    What is no address in full, but a variable or a prefixed name, comes as it is written.

    >>> hosts("SELECT * { SERVICE SILENT <https://example.org/sparql> { ?s ?p 'SERVICE' } SERVICE ?any {} }")
    ('https://example.org/sparql', '?any')
    """
    found, all_tokens = [], tokens(sparql)
    for here, follows in pairwise(all_tokens):
        if here.kind != "word" or here.text not in ("SERVICE", "LOAD"):
            continue
        target = follows
        if follows.text == "SILENT":
            target = next((one for one in all_tokens if one.start > follows.start), follows)
        found.append(target.text[1:-1] if target.kind == "iri" else target.text)
    return tuple(found)


def prologue(sparql: str, known: Mapping[str, str]) -> str:
    """Declarations, on one line, of those known prefixes that a text uses without declaring them.

    >>> prologue("ASK { ?s rdf:type gov:Person }", {"gov": "https://example.org/", "rdf": "https://example.com/"})
    'PREFIX gov: <https://example.org/> PREFIX rdf: <https://example.com/> '
    """
    used: set[str] = set()
    declared: set[str] = set()
    before = ""
    for one in _tokens(sparql):
        if one.kind == "name":
            (declared if before == "PREFIX" else used).add(one.text.partition(":")[0])
        before = one.text
    return "".join(f"PREFIX {name}: <{known[name]}> " for name in sorted((used - declared) & known.keys()))


def named(sparql: str, known: Mapping[str, str]) -> dict[str, str | None]:
    """What IRIs and prefixed names of a text stand for, by how they are written; None where the prefix is not known.

    >>> named("PREFIX : <https://example.org/> ASK { :it a h:Thing . _:b ?p <https://example.com/> }", {})
    {':it': 'https://example.org/it', 'h:Thing': None, '<https://example.com/>': 'https://example.com/'}
    """
    names = dict(known)
    found: dict[str, str | None] = {}
    before = ""
    declared: str | None = None
    for one in _tokens(sparql):
        if declared is not None:
            names[declared] = _iri(one)
            declared = None
        elif one.kind == "name" and before == "PREFIX":
            declared = one.text.removesuffix(":")
        elif one.kind == "iri" and before != "BASE":
            found[one.text] = _iri(one)
        elif one.kind == "name" and before != "_":
            prefix, _, local = one.text.partition(":")
            found[one.text] = names[prefix] + _LOCAL_ESCAPE.sub(r"\1", local) if prefix in names else None
        before = one.text
    return found


def limited(sparql: str, most: int) -> str:
    """A SELECT query that gives at most so many rows; other queries as they are.

    >>> limited("SELECT * { ?s ?p ?o } LIMIT 5", 9), limited("SELECT * { ?s ?p ?o } LIMIT 50", 9)
    ('SELECT * { ?s ?p ?o } LIMIT 5', 'SELECT * { ?s ?p ?o } LIMIT 9')
    """
    outer = [one for one in _tokens(sparql) if one.depth == 0]
    if form(sparql) != "SELECT":
        return sparql
    for here, follows in pairwise(outer):
        if here.text == "LIMIT" and here.kind == "word" and follows.kind == "number":
            return sparql if int(follows.text) <= most else f"{sparql[: follows.start]}{most}{sparql[follows.end :]}"
    at = next((one.start for one in outer if one.text == "VALUES" and one.kind == "word"), len(sparql))
    return f"{sparql[:at]}\nLIMIT {most}\n{sparql[at:]}"


def using(update: str, default: Sequence[str], named: Sequence[str]) -> str:
    """An update whose WHERE clauses are about the given graphs, as `using-graph-uri` of the protocol says.

    Args:
        update: Update.
        default: IRIs of the graphs that are taken together as the default graph.
        named: IRIs of the named graphs.

    Raises:
        ValueError: The update says itself which graphs it is about, which the protocol forbids.

    >>> using("DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", ["https://example.org/g"], [])
    'DELETE { ?s ?p ?o } USING <https://example.org/g> WHERE { ?s ?p ?o }'
    """
    clause = "".join([f"USING <{one}> " for one in default] + [f"USING NAMED <{one}> " for one in named])
    outer = [one for one in _tokens(update) if one.depth == 0]
    if any(one.kind == "word" and one.text in ("USING", "WITH") for one in outer):
        raise ValueError("using-graph-uri cannot be combined with USING or WITH in the update")
    parts, done = [], 0
    for place, one in enumerate(outer):
        if one.kind != "word" or one.text != "WHERE":
            continue
        parts.append(update[done : one.start])
        if place and outer[place - 1].text == "DELETE":
            # the short form takes no USING; its pattern is its template
            parts.append(f"{update[outer[place + 1].start : outer[place + 2].end]} ")
        parts.append(clause)
        done = one.start
    return "".join((*parts, update[done:]))
