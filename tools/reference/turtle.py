"""Readable, byte-stable Turtle: one block per entity, sorted, values of one property wrapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "gov": "https://w3id.org/govgraph/ontology#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ROOT = "https://w3id.org/govgraph/"

# What a reader of the file looks for first stands first; anything else follows in alphabetical order.
_ORDER = (
    "skos:inScheme",
    "skos:topConceptOf",
    "skos:hasTopConcept",
    "rdfs:label",
    "gov:form",
    "skos:prefLabel",
    "gov:feminineLabel",
    "gov:pluralLabel",
    "gov:neutralLabel",
    "gov:shortLabel",
    "skos:altLabel",
    "gov:abbreviation",
    "skos:notation",
    "skos:hiddenLabel",
)
_LAST = ("owl:sameAs", "dcterms:source", "skos:example", "skos:note")
_WIDTH = 118


def literal(text: str, *, lang: str = "", datatype: str = "") -> str:
    """A Turtle literal, NFC-normalised and escaped."""
    clean = unicodedata.normalize("NFC", text).replace("\\", "\\\\").replace('"', '\\"')
    if lang:
        return f'"{clean}"@{lang}'
    return f'"{clean}"^^{datatype}' if datatype else f'"{clean}"'


def german(text: str) -> str:
    """A literal in German."""
    return literal(text, lang="de")


def english(text: str) -> str:
    """A literal in English."""
    return literal(text, lang="en")


def entity(path: str) -> str:
    """Relative IRI of an entity from its `KIND/SLUG`."""
    return f"<id/{path}>"


def year(value: str) -> str:
    """A year as `xsd:gYear`."""
    return literal(value, datatype="xsd:gYear")


@dataclass(slots=True)
class Block:
    """One subject with its properties.

    Attributes:
        subject: Turtle term of the subject.
        types: Turtle terms of its classes, in the order in which they are written.
        values: Turtle terms of the objects by property.
    """

    subject: str
    types: tuple[str, ...]
    values: dict[str, set[str]] = field(default_factory=dict)

    def add(self, name: str, *terms: str) -> None:
        """Add objects to a property; nothing happens without objects."""
        if terms:
            self.values.setdefault(name, set()).update(terms)

    def render(self) -> str:
        """The block as Turtle, with a final line break."""
        lines = [f"{self.subject} a {', '.join(self.types)}"]
        for name in sorted(self.values, key=_rank):
            terms = sorted(self.values[name], key=lambda term: (term.casefold(), term))
            lines.append(_wrap(name, terms))
        return " ;\n  ".join(lines) + " .\n"


def _rank(name: str) -> tuple[int, str]:
    if name in _ORDER:
        return _ORDER.index(name), name
    if name in _LAST:
        return 100 + _LAST.index(name), name
    return 50, name


def _wrap(name: str, terms: Sequence[str]) -> str:
    line, done = name + " ", []
    for position, term in enumerate(terms):
        piece = term + (", " if position + 1 < len(terms) else "")
        if len(line) + len(piece) > _WIDTH and line.strip() and not line.endswith(name + " "):
            done.append(line.rstrip())
            line = "    "
        line += piece
    return "\n".join([*done, line.rstrip()])


def document(about: str, sections: Iterable[tuple[str, Sequence[Block]]]) -> str:
    """A whole file: what it is about, the prefixes it uses, and sections of blocks.

    Sections keep their order; the blocks of a section are sorted by subject.
    """
    body = []
    for title, blocks in sections:
        if not blocks:
            continue
        if title:
            body.append(f"# {title}\n")
        body += [block.render() for block in sorted(blocks, key=lambda block: block.subject)]
    text = "\n".join(body)
    head = [f"# {line}".rstrip() for line in about.strip().splitlines()]
    head += ["", f"@base <{ROOT}> ."]
    head += [f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items() if f"{name}:" in text]
    return "\n".join(head) + "\n\n" + text
