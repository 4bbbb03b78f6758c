"""Literals in the form that Oxigraph keeps, so that what is written is what is read back."""

from __future__ import annotations

import datetime
import re
from typing import Final

from pyoxigraph import Literal, NamedNode

from govgraph.errors import RecordError
from govgraph.rdf.namespaces import XSD

# XML 1.0 has no way to write these, not even escaped, and RDF/XML and GraphML are XML.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_DATATYPES: Final = {length: NamedNode(XSD + name) for length, name in ((4, "gYear"), (7, "gYearMonth"), (10, "date"))}
_ANY_URI: Final = NamedNode(XSD + "anyURI")
_DECIMAL: Final = NamedNode(XSD + "decimal")
_INTEGER: Final = NamedNode(XSD + "integer")
_WHEN: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def clean(text: str) -> str:
    r"""Text that every format can carry.

    Lone surrogates and control characters that XML forbids become U+FFFD, carriage returns become line feeds (XML
    readers would make them so). One character stands for one, so offsets stay true.

    >>> clean("a\x00b") == "a\ufffdb"
    True
    """
    return _UNWRITABLE.sub("\ufffd", text).replace("\r", "\n")


def text(value: str, language: str | None = None) -> Literal:
    """String literal, with a language tag if one is given."""
    return Literal(clean(value), language=language)


def german(value: str) -> Literal:
    """String literal tagged `de`."""
    return text(value, "de")


def uri(value: str) -> Literal:
    """Address as `xsd:anyURI`: a literal, since what a page calls its address need not be a valid IRI."""
    return Literal(clean(value), datatype=_ANY_URI)


def integer(value: int) -> Literal:
    """Whole number."""
    return Literal(str(value), datatype=_INTEGER)


def decimal(value: float) -> Literal:
    """Number with at most four decimals, in canonical form.

    >>> decimal(0.760).value, decimal(1.0).value
    ('0.76', '1')
    """
    short = f"{value:.4f}".rstrip("0").rstrip(".")
    return Literal("0" if short == "-0" else short, datatype=_DECIMAL)


def when(value: str) -> Literal:
    """Date as precise as given: `xsd:gYear`, `xsd:gYearMonth` or `xsd:date`.

    What is no date stays a plain string, which the shapes report.

    >>> when("2024-11").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    if _WHEN.fullmatch(value):
        try:
            datetime.date.fromisoformat((value + "-01-01")[:10])
        except ValueError:
            return text(value)
        return Literal(value, datatype=_DATATYPES[len(value)])
    return text(value)


def node(iri: str) -> NamedNode:
    """IRI as a term.

    Raises:
        RecordError: The text is no absolute IRI.
    """
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise RecordError(f"{iri!r:.120} is no IRI ({error}); ids of records must be absolute IRIs") from error
