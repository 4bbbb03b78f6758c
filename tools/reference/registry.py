"""Which entity a name in a table means: look-up of parents and owners, and the specific classes of the type map."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tools.reference.decisions import NONE, Decision
from tools.reference.labels import Names, dashes, read_alias
from tools.reference.tables import values
from tools.reference.turtle import Block, english, entity, german, literal, year

from govgraph.model import slug

LANDS = {
    "BW": "baden-wuerttemberg", "BY": "bayern", "BE": "berlin", "BB": "brandenburg", "HB": "bremen", "HH": "hamburg",
    "HE": "hessen", "MV": "mecklenburg-vorpommern", "NI": "niedersachsen", "NW": "nordrhein-westfalen",
    "RP": "rheinland-pfalz", "SL": "saarland", "SN": "sachsen", "ST": "sachsen-anhalt", "SH": "schleswig-holstein",
    "TH": "thueringen",
}  # fmt: skip
JURISDICTIONS = {code: entity(f"jurisdiction/{name}") for code, name in LANDS.items()}
JURISDICTIONS |= {"NRW": JURISDICTIONS["NW"], "Bund": entity("jurisdiction/bund"), "EU": entity("jurisdiction/eu")}

# Specific class → KIND in the IRI.
KINDS = {
    "organisation": (
        "Committee Commission Ministry Agency ServiceProvider Association Cert Parliament Party Government Company "
        "PublicCompany CivilSocietyOrganisation ResearchInstitute University Medium"
    ),
    "municipality": "Municipality District Borough MunicipalUnion",
    "law": "Law Regulation Treaty",
    "programme": "Programme Strategy Project",
    "system": "System Platform Standard Register",
    "service": "Service",
    "event": "Event Conference TradeFair",
    "document": "Document Study Declaration Guide",
}
_KIND_OF = {f"gov:{name}": kind for kind, names in KINDS.items() for name in names.split()}


def kind_of(specific: str) -> str:
    """KIND in the IRI of an instance of a specific class such as `gov:Committee`."""
    return _KIND_OF[specific]


@dataclass(slots=True)
class Registry:
    """Entities by the names under which the tables refer to them."""

    terms: dict[str, str] = field(default_factory=lambda: dict(JURISDICTIONS))
    kinds: dict[str, str] = field(default_factory=dict)
    jurisdictions: dict[str, str] = field(default_factory=dict)

    def enter(self, term: str, kind: str, *names: str) -> None:
        """Make an entity findable; the first entity of a name keeps it."""
        self.kinds[term] = kind
        for name in names:
            self.terms.setdefault(name, term)

    def find(self, name: str) -> str | None:
        """Term of the entity of that name, without a remark in brackets."""
        return self.terms.get(name) or self.terms.get(re.sub(r" \(.*\)$", "", name))


def collect_names(row: dict[str, str], aliases: str, decision: Decision) -> Names:
    """All names of a row after cleaning and decisions."""
    names = Names(pref=decision.pref or dashes(row["name"]))
    for alias in values(row[aliases]):
        if alias in decision.drop:
            kept = decision.alt + decision.hidden + decision.abbreviations
            bare = re.sub(r" \([^()]*\)$", "", alias)
            if bare not in kept and bare != names.pref and not _PLAIN_CASE.match(alias):
                names.notes.add(f"Not used as a name: {alias}")
            continue
        read_alias(names, alias)
    for short in values(row["abbreviations"]):
        dated = re.match(r"^(\S+) \((.*\d{4})\)$", short)
        if dated:
            names.abbreviations.add(dated[1])
            names.notes.add(f"Abbreviation {dated[1]}: {dated[2]}")
        elif short not in decision.unsafe:
            names.abbreviations.add(short)
    names.alt |= set(decision.alt)
    names.hidden |= set(decision.hidden)
    names.abbreviations |= set(decision.abbreviations)
    return names


def note(text: str) -> list[str]:
    """Notes of a row, with the marks of the tables spelt out."""
    if not text or text.startswith('type "'):
        return []
    for mark, words in _MARKS:
        text = mark.sub(words, text)
    return [text]


_MARKS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"\b(founding year|end year|years|year) U\b", r"\1 unknown"),
        (r"\b(start year|years|year|start|predecessor) K\b", r"\1 not checked"),
        (r"\(K\)", "(not checked)"),
        (r"\(U\)", "(unsure)"),
        (r"\(S\)", "(seen)"),
    )
)

_PLAIN_CASE = re.compile(r"^(der|des|im) ")


def write_names(block: Block, names: Names, unsafe: tuple[str, ...] = ()) -> None:
    """Write cleaned names to a block. Former names become nodes of their own: see `former_names`."""
    block.add("skos:prefLabel", german(names.pref))
    block.add("skos:altLabel", *map(german, names.alt))
    block.add("skos:hiddenLabel", *map(german, names.hidden))
    block.add("gov:abbreviation", *map(literal, names.abbreviations))
    block.add("skos:notation", *map(literal, unsafe))
    block.add("skos:note", *map(english, names.notes))


def former_names(owner: str, former: set[tuple[str, str, str]]) -> list[Block]:
    """One node for each dated name, beside the entity: `<…/slug#name-LABEL>`."""
    blocks = []
    for label, start, end in sorted(former):
        if not start and not end:
            continue
        block = Block(f"{owner[:-1]}#name-{slug(label)}{'-' + start if start else ''}>", ("gov:FormerName",))
        block.add("rdfs:label", german(label))
        block.add("gov:nameOf", owner)
        if start:
            block.add("gov:founded", year(start))
        if end:
            block.add("gov:dissolved", year(end))
        blocks.append(block)
    return blocks


__all__ = [
    "JURISDICTIONS",
    "LANDS",
    "NONE",
    "Registry",
    "collect_names",
    "former_names",
    "kind_of",
    "note",
    "write_names",
]
