"""`ambiguities.tsv` and what the other files share → `ontology/ambiguities.ttl`."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
from tools.reference import tables
from tools.reference.registry import JURISDICTIONS, Registry
from tools.reference.turtle import Block, document, english, entity, literal

from govgraph.model import slug

ABOUT = """Forms that can mean more than one thing.

gov:reading names things of the reference data, gov:otherReading describes what is none. A form that several things
bear as a name or abbreviation stands here, and so does one that is an ordinary word too: it needs its context."""

_NAMED = {"prefLabel", "altLabel", "abbreviation", "epithet", "feminineLabel", "shortLabel", "notation"}
_FILES = ("jurisdictions", "bodies", "programmes", "roles")
_BASE = "https://w3id.org/govgraph/"

# Names of entities that are ordinary words, names of people or of things outside: form → other readings.
WORDS: dict[str, tuple[str, ...]] = {
    "AA": ("initials", "Agentur für Arbeit"),
    "BIT": ("the unit",),
    "BK": ("Bundeskanzler", "Berufskolleg"),
    "BR": ("Bayerischer Rundfunk",),
    "BS": ("Betriebssystem",),
    "BT": ("Bluetooth", "before the number of a printed paper: BT-Drucksache"),
    "byte": ("the unit",),
    "cit": ("initials of another company",),
    "DIN": ("prefix of a standard: DIN 66398",),
    "Digital First": ("principle that other Länder have as well",),
    "Digitales Rathaus": ("any digital town hall",),
    "Digitalakademie": ("any academy",),
    "Digitalgesetz": ("any law on digitalisation",),
    "Digitalkabinett": ("cabinet committee of Bund, BB or TH: no instance of its own",),
    "Digitalisierungsstrategie": ("strategy of any Land, city or body",),
    "Digitale Agenda": ("agenda of any Land, city or body",),
    "Masterplan": ("plan of any body",),
    "E-Akte": ("any electronic file system: an instance only with its owner",),
    "ELFE": ("fairy, in capitals",),
    "eco": ("ecological, in compounds",),
    "eGovernment": ("electronic government",),
    "Breitbandausbau": ("building of broadband networks",),
    "FB": ("Fachbereich",),
    "Fachkongress": ("any congress",),
    "FW": ("Feuerwehr",),
    "FOKUS": ("focus, in capitals",),
    "Freie Wähler": ("local lists of voters",),
    "Grüne": ("adjective used as a noun",),
    "IDA": ("first name Ida, in capitals",),
    "interface": ("interface of software",),
    "ella": ("first name Ella",),
    "Kabinett": ("cabinet of any government",),
    "Kommunale": ("adjective at the beginning of a sentence or name",),
    "Linke": ("adjective used as a noun",),
    "MD": ("doctor of medicine",),
    "MV": ("Mitgliederversammlung",),
    "msg": ("message",),
    "MW": ("megawatt",),
    "PD": ("Privatdozent", "Polizeidirektion"),
    "Parlament": ("any parliament",),
    "Phoenix": ("television channel",),
    "Piraten": ("pirates",),
    "Senator für Finanzen": ("the person who holds the office",),
    "Der Senator für Finanzen": ("the person who holds the office",),
    "Hessische Ministerin für Digitale Strategie und Entwicklung": ("the person who holds the office",),
    "Verwaltungscloud": ("any cloud of an administration",),
    "Volt": ("the unit",),
    "Vorstand": ("board as an organ",),
    "ZU": ("preposition, in capitals",),
    "115": ("the number",),
}


def convert(rows: list[dict[str, str]], registry: Registry, folder: Path) -> str:
    """Turtle of the ambiguous forms.

    Args:
        rows: Rows of `ambiguities.tsv`.
        registry: Entities by the names that the tables use.
        folder: Where the other files have been written.
    """
    bearers = _bearers(folder)
    readings: dict[str, set[str]] = {form: set(found) for form, found in bearers.items() if len(found) > 1}
    others: dict[str, set[str]] = defaultdict(set)
    for form, words in WORDS.items():
        readings.setdefault(form, set()).update(bearers.get(form, set()))
        others[form].update(words)
    for row in rows:
        for form in tables.values(row["surface"]):
            readings.setdefault(form, set()).update(bearers.get(form, set()))
            for candidate in tables.values(row["candidates"]):
                found = _find(candidate, registry)
                if found:
                    readings[form].add(found)
                elif not (readings[form] and candidate.startswith(_OF_THE_DATA)):
                    others[form].add(_describe(candidate))
    blocks: dict[str, Block] = {}
    for form in sorted(readings):
        subject = entity(f"ambiguity/{slug(form)}")
        block = blocks.setdefault(subject, Block(subject, ("gov:AmbiguousForm",)))
        block.add("gov:form", literal(form))
        block.add("gov:reading", *readings[form])
        block.add("gov:otherReading", *map(english, others[form]))
    return document(ABOUT, [("", list(blocks.values()))])


def _bearers(folder: Path) -> dict[str, set[str]]:
    """Terms of the entities that bear each form as a name."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in _FILES:
        for triple in ox.parse(path=str(folder / f"{name}.ttl"), format=ox.RdfFormat.TURTLE):
            value = triple.object
            if not isinstance(value, ox.Literal) or value.language == "en":
                continue
            if re.split(r"[#/]", triple.predicate.value)[-1] in _NAMED:
                found[value.value].add(f"<{triple.subject.value.removeprefix(_BASE)}>")
    return found


# Candidates that the reference data give already, one by one, where they give any.
_OF_THE_DATA = ("body:", "programme:", "role:", "event:")
_ROLES = {
    "Chief Digital Officer": "cdo",
    "Chief Information Officer": "cio",
}


def _find(candidate: str, registry: Registry) -> str | None:
    kind, _, name = candidate.partition(": ")
    bare = re.sub(r" \([^()]*\)$", "", name)
    if kind == "body":
        return registry.terms.get(name) or registry.terms.get(bare)
    if kind == "programme":
        return registry.terms.get(f"programme {name}") or registry.terms.get(f"programme {bare}")
    if kind == "role":
        term = entity(f"role/{_ROLES.get(name, slug(name))}")
        return term if term in registry.kinds else None
    if kind in ("state", "state row", "supranational"):
        short = {"Bundesrepublik": "Bund"}.get(name, name)
        term = entity(f"jurisdiction/{slug(short)}")
        return term if term in JURISDICTIONS.values() else None
    return None


def _describe(candidate: str) -> str:
    kind, _, name = candidate.partition(": ")
    if not name:
        return kind
    words = {"outside": name, "person": f"person: {name}"}
    return words.get(kind, name if kind in ("state row", "event") else f"{kind}: {name}")
