"""`programmes.tsv` → `ontology/programmes.ttl`."""

from __future__ import annotations

from tools.reference import tables
from tools.reference.decisions import NONE
from tools.reference.decisions_programmes import OWNERS, PROGRAMMES
from tools.reference.registry import JURISDICTIONS, Registry, collect_names, former_names, kind_of, note, write_names
from tools.reference.turtle import Block, document, english, entity, literal, year

from govgraph.model import slug

ABOUT = """Laws, programmes, strategies, systems, services, events and studies of German e-government.

Converted once from tables; this file is the source now. docs/reference-data.md says how to add a row."""

CLASSES = {
    "law": "gov:Law",
    "programme": "gov:Programme",
    "strategy": "gov:Strategy",
    "project": "gov:Project",
    "system": "gov:System",
    "platform": "gov:Platform",
    "standard": "gov:Standard",
    "service": "gov:Service",
    "event": "gov:Event",
    "index_or_report": "gov:Study",
}
_TITLES = {
    "law": "Laws, regulations, treaties",
    "programme": "Programmes, strategies, projects",
    "system": "Systems, platforms, standards",
    "service": "Services",
    "event": "Events",
    "document": "Documents: studies, indices, declarations",
    "organisation": "Bodies that run a programme",
}
_LEVELS = {"state": "Land", "multi-state": "Land", "Länder": "Land"}


def convert(rows: list[dict[str, str]], registry: Registry) -> str:
    """Turtle of all programmes."""
    started = [(row, _start(row, registry)) for row in rows if not PROGRAMMES.get(row["name"], NONE).skip]
    sections: dict[str, list[Block]] = {kind: [] for kind in _TITLES}
    for row, block in started:
        _relate(row, block, registry)
        sections[kind_of(block.types[0])].append(block)
        decision = PROGRAMMES.get(row["name"], NONE)
        names = collect_names(row, "aliases_inflected", decision)
        names.alt |= _generic_labels(row) - {names.pref}
        names.settle()
        write_names(block, names, decision.unsafe)
        sections[kind_of(block.types[0])] += former_names(block.subject, names.former)
    return document(ABOUT, [(_TITLES[kind], blocks) for kind, blocks in sections.items()])


def _start(row: dict[str, str], registry: Registry) -> Block:
    decision = PROGRAMMES.get(row["name"], NONE)
    kind = decision.kind or CLASSES[row["type"]]
    label = decision.pref or row["name"]
    subject = entity(f"{kind_of(kind)}/{decision.slug or slug(label)}")
    if subject in registry.kinds:
        raise ValueError(f"{row['name']}: {subject} is taken; give it a slug of its own")
    registry.enter(subject, kind, f"programme {row['name']}")
    block = Block(subject, (kind,))
    block.add("dcterms:source", tables.SOURCES[row["sure"]])
    first, last = tables.years(row, "start", "end")
    if first:
        block.add("gov:founded", year(first))
    if last:
        block.add("gov:dissolved", year(last))
    block.add("skos:note", *map(english, note(row["note"])))
    return block


def _relate(row: dict[str, str], block: Block, registry: Registry) -> None:
    if row["parent_programme"]:
        parent = registry.terms[f"programme {row['parent_programme']}"]
        both = {kind_of(block.types[0]), kind_of(registry.kinds[parent])}
        block.add("gov:partOf" if both == {"programme"} else "gov:belongsTo", parent)
    for part in row["jurisdiction"].split("/"):
        if part in JURISDICTIONS:
            block.add("gov:jurisdiction", JURISDICTIONS[part])
        block.add(
            "gov:level",
            *([literal(_LEVELS.get(part, "Land" if len(part) == 2 and part != "EU" else part))] if part else []),
        )
    for owner in tables.values(row["owner"]):
        for name in OWNERS.get(owner, (owner,)):
            found = registry.find(name)
            if found is None:
                block.add("skos:note", english(f"Owner without an entry of its own: {owner}"))
                continue
            block.add("gov:owner", found)
            # A Land that owns something is also where it applies.
            if found in JURISDICTIONS.values() and row["jurisdiction"] == "state":
                block.add("gov:jurisdiction", found)
        if owner in OWNERS and owner != "Bund/Länder" and "/" not in owner:
            block.add("skos:note", english(f"Owner as the source words it: {owner}"))


def _generic_labels(row: dict[str, str]) -> set[str]:
    """Names that every Land has one of: a reader decides by the Land that the text is about."""
    if row["jurisdiction"] != "state":
        return set()
    found = set()
    if row["type"] == "law" and "EGovG" in row["abbreviations"].replace("E-GovG", "EGovG"):
        found.add("E-Government-Gesetz")
    if row["type"] == "strategy" and any(part.startswith("Digitalstrategie") for part in _all_names(row)):
        found.add("Digitalstrategie")
    if row["type"] == "platform" and row["parent_programme"] == "Portalverbund":
        found.add("Serviceportal")
    return found


def _all_names(row: dict[str, str]) -> list[str]:
    return [row["name"], *tables.values(row["aliases_inflected"])]
