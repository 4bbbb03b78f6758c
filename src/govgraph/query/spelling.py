"""What in a SPARQL text is no error and finds less than meant: unknown names, labels without their language."""

from __future__ import annotations

import re
from typing import Final

from pyoxigraph import Literal, NamedNode

from govgraph.model import NAMESPACE
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.namespaces import SUBCLASS_OF, TYPE, XSD, gov, prefixes
from govgraph.rdf.schema import UnknownTerm, load_schema
from govgraph.rdf.sparql import named, tokens

__all__ = [
    "UnknownTerm",
    "classes_below",
    "compared_with_days",
    "hints",
    "unknown_prefixes",
    "unknown_terms",
    "untagged_labels",
]

_TAGS: Final = ("de", "en")
_PARTIAL: Final = ("since", "until")
"""What articles say of when: days, months or years."""
_DATE: Final = f"{XSD}date"
_STRING: Final = re.compile(r"""(?<![\\"'])(?P<quote>["'])(?P<words>[^"'\\\n]+)(?P=quote)(?![@"']|\^\^)""")


def unknown_prefixes(sparql: str) -> tuple[str, ...]:
    """Prefixes, without their colon, that a query uses without declaring them and that are not known, in its order."""
    found = named(sparql, prefixes())
    return tuple(dict.fromkeys(name.partition(":")[0] for name, iri in found.items() if iri is None))


def unknown_terms(store: GraphReader, sparql: str) -> tuple[UnknownTerm, ...]:
    """Terms of govgraph's namespace that nothing can fit, in the order of the query.

    Args:
        store: The graph; terms that it uses are known, whoever made them.
        sparql: A query.
    """
    schema = load_schema()
    found: dict[str, UnknownTerm] = {}
    for iri in named(sparql, prefixes()).values():
        name = (iri or "").removeprefix(NAMESPACE)
        if iri is None or name in ("", iri) or name in schema.labels or _is_used(store, iri):
            continue
        found[name] = schema.unknown(name)
    return tuple(found.values())


def _is_used(store: GraphReader, iri: str) -> bool:
    try:
        node = NamedNode(iri)
    except ValueError:
        return False
    return any(
        next(quads, None) is not None
        for quads in (store.match(None, node), store.match(None, None, node), store.match(node))
    )


def untagged_labels(store: GraphReader, sparql: str) -> tuple[str, ...]:
    """Strings of a query that the graph has with a language only, as they have to be written there: `"OZG"@de`."""
    found: dict[str, None] = {}
    for one in _STRING.finditer(sparql):
        words = one["words"]
        if words and next(store.match(None, None, Literal(words)), None) is None:
            tags = (
                tag for tag in _TAGS if next(store.match(None, None, Literal(words, language=tag)), None) is not None
            )
            found.update({f'"{words}"@{tag}': None for tag in tags})
    return tuple(found)


def classes_below(store: GraphReader, sparql: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Classes that a query names, each with those that it means too and does not name; local names, sorted.

    A thing has its most specific class only: `?x a gov:Organisation` finds no ministry. A query that goes up the
    classes by `rdfs:subClassOf`, which the graph holds, finds it.

    Args:
        store: The graph; classes of which it has nothing are left out.
        sparql: A query.
    """
    schema = load_schema()
    iris = [iri for iri in named(sparql, prefixes()).values() if iri is not None]
    if SUBCLASS_OF.value in iris:
        return ()
    asked = {iri.removeprefix(NAMESPACE) for iri in iris if iri.startswith(NAMESPACE)}
    parents = {above for every in schema.parents.values() for above in every}
    found = []
    for name in sorted(asked & parents):
        below = {one for one in schema.parents if one != name and schema.is_below(one, name)}
        used = [one for one in sorted(below) if next(store.match(None, TYPE, gov(one)), None) is not None]
        if used and not asked & below:
            found.append((name, tuple(used)))
    return tuple(found)


def compared_with_days(sparql: str) -> tuple[str, ...]:
    """Terms of a query whose values are days, months or years where it compares something with a day alone.

    SPARQL compares no month with an `xsd:date`: `FILTER(?since < "2020-01-01"^^xsd:date)` leaves out all that began in
    „2019“ or „2019-05“.

    Args:
        sparql: A query.
    """
    known = named(sparql, prefixes())
    asked = [name for name in _PARTIAL if f"{NAMESPACE}{name}" in known.values()]
    if not asked:
        return ()
    pieces = tokens(sparql)
    for at, one in enumerate(pieces[:-3]):
        typed = pieces[at + 1].text == pieces[at + 2].text == "^" and one.kind == "string"
        type_ = pieces[at + 3].text
        if typed and (known.get(type_) == _DATE or type_ == f"<{_DATE}>"):
            beside = (*(p.text for p in pieces[max(at - 1, 0) : at]), *(p.text for p in pieces[at + 4 : at + 5]))
            if not {"<", ">", "="}.isdisjoint(beside):
                return tuple(asked)
    return ()


def hints(store: GraphReader, sparql: str, *, empty: bool = False) -> tuple[str, ...]:
    """What a reader of the answer should know, a sentence each, in English.

    Args:
        store: The graph.
        sparql: A query that can be run.
        empty: Whether it found nothing; only then labels without their language are told.
    """
    terms = (
        f"gov:{one.name} is neither in the ontology nor in the graph"
        + (f"; the nearest is gov:{one.nearest}" if one.nearest else "")
        for one in unknown_terms(store, sparql)
    )
    classes = (
        f"a thing has its most specific class only: gov:{name} does not find "
        f"{' '.join(f'gov:{one}' for one in below)}; ?x a/rdfs:subClassOf* gov:{name} finds all"
        for name, below in classes_below(store, sparql)
    )
    times = (
        f"gov:{name} is a day, a month or a year, and only days are compared with a day; compare STR() of it with a "
        "text, or the bounds of gov:Period, which are days"
        for name in compared_with_days(sparql)
    )
    labels = untagged_labels(store, sparql) if empty else ()
    return (*terms, *classes, *times, *(f"the graph has this with a language only: {label}" for label in labels))
