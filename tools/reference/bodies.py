"""`bodies.tsv` → `ontology/bodies.ttl`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.reference import decisions, tables
from tools.reference.labels import Names
from tools.reference.registry import (
    JURISDICTIONS,
    LANDS,
    Registry,
    collect_names,
    former_names,
    kind_of,
    note,
    write_names,
)
from tools.reference.turtle import Block, document, english, entity, literal, year

from govgraph.model import slug

ABOUT = """Bodies of German e-government: committees, ministries, agencies, providers, associations, parties, media.

Converted once from tables; this file is the source now. docs/reference-data.md says how to add a body."""

CLASSES = {
    "government": ("gov:Government", "Governments"),
    "parliament": ("gov:Parliament", "Parliaments"),
    "ministry": ("gov:Ministry", "Ministries, state chancelleries, senate departments"),
    "committee": ("gov:Committee", "Committees, boards, conferences of ministers"),
    "commission": ("gov:Commission", "Commissions and councils"),
    "agency": ("gov:Agency", "Agencies and authorities"),
    "cert": ("gov:Cert", "Computer emergency response teams"),
    "it_service_provider": ("gov:ServiceProvider", "Public IT service providers"),
    "company_public": ("gov:PublicCompany", "Public companies"),
    "company_private": ("gov:Company", "Private companies"),
    "association": ("gov:Association", "Associations"),
    "ngo": ("gov:CivilSocietyOrganisation", "Civil society"),
    "research_institute": ("gov:ResearchInstitute", "Research institutes"),
    "university": ("gov:University", "Universities"),
    "party": ("gov:Party", "Parties"),
    "media": ("gov:Medium", "Media"),
}

_LEVELS = {"state": "Land", "multi-state": "Land", "Länder": "Land", "Kommunen": "municipal", "municipal": "municipal"}
_DATA_PROTECTION = re.compile(r"^(?:Der|Die) (?=\w*[Bb]eauftragte |Hessische |Bayerische |Hamburgische )")


@dataclass(slots=True)
class Body:
    """One body: its row, cleaned names and block."""

    row: dict[str, str]
    names: Names
    block: Block
    unsafe: tuple[str, ...]


def convert(rows: list[dict[str, str]], registry: Registry) -> tuple[str, list[dict[str, str]]]:
    """Turtle of all bodies, and the rows that are municipalities."""
    bodies: dict[str, Body] = {}
    municipalities = []
    for row in rows:
        decision = decisions.BODIES.get(row["name"], decisions.NONE)
        if row["type"] == "municipality":
            municipalities.append(row)
        elif not decision.skip and not decision.merge:
            bodies[row["name"]] = _start(row, registry)
    for row in rows:
        decision = decisions.BODIES.get(row["name"], decisions.NONE)
        if decision.merge:
            _merge(row, decision, bodies[decision.merge], registry)
    for body in bodies.values():
        _relate(body, registry)
    for earlier, later in decisions.SUCCESSIONS:
        bodies[earlier].block.add("gov:successor", bodies[later].block.subject)
        bodies[later].block.add("gov:predecessor", bodies[earlier].block.subject)
    sections = []
    for kind, title in CLASSES.values():
        blocks = []
        for body in bodies.values():
            if body.block.types != (kind,):
                continue
            body.names.settle()
            write_names(body.block, body.names, body.unsafe)
            blocks += [body.block, *former_names(body.block.subject, body.names.former)]
        sections.append((title, blocks))
    return document(ABOUT, sections), municipalities


def _start(row: dict[str, str], registry: Registry) -> Body:
    decision = decisions.BODIES.get(row["name"], decisions.NONE)
    names = collect_names(row, "aliases_inflected_historical", decision)
    names.pref = _without_article(names)
    names.former |= set(decisions.FORMER.get(row["name"], ()))
    names.alt |= {label for label, _, _ in names.former} | generic_labels(row)
    kind = decision.kind or CLASSES[row["type"]][0]
    subject = entity(f"{kind_of(kind)}/{decision.slug or slug(names.pref)}")
    registry.enter(subject, kind, row["name"], names.pref, *sorted(names.abbreviations), *sorted(decision.unsafe))
    block = Block(subject, (kind,))
    block.add("dcterms:source", tables.SOURCES[row["sure"]])
    block.add("skos:note", *map(english, note(row["note"])))
    if row["wikidata_qid"]:
        block.add("owl:sameAs", f"wd:{row['wikidata_qid']}")
    hosts = tables.values(row["website_host"])
    block.add("gov:website", *(literal(re.sub(r"( \(.*\)|/.*)$", "", host)) for host in hosts))
    first, last = tables.years(row, "founded", "dissolved")
    if first:
        block.add("gov:founded", year(first))
    if last:
        block.add("gov:dissolved", year(last))
    return Body(row, names, block, decision.unsafe)


def _without_article(names: Names) -> str:
    """„Der Landesbeauftragte für …“ stands in texts with any article and ending: keep the bare strong form."""
    found = _DATA_PROTECTION.match(names.pref)
    if not found:
        return names.pref
    bare = names.pref[found.end() :]
    names.alt.add(bare)
    if names.pref.startswith("Die "):
        return bare
    strong = re.sub(
        r"^((?:\w+ische) )?(\w*eauftragte) ", lambda m: f"{m[1][:-1] + 'er ' if m[1] else ''}{m[2]}r ", bare
    )
    if " Beauftragter " in strong or " Landesbeauftragter " in strong:
        names.hidden.add(re.sub(r"^(\w+ische)r (\w*eauftragte)r ", r"\1n \2n ", strong))
    return strong


def _merge(row: dict[str, str], decision: decisions.Decision, target: Body, registry: Registry) -> None:
    """A renamed body is one body: the row of a former name gives a dated name and further aliases."""
    names = collect_names(row, "aliases_inflected_historical", decision)
    target.names.alt |= {names.pref} | names.alt
    target.names.hidden |= names.hidden
    target.names.abbreviations |= names.abbreviations
    target.names.former.add((names.pref, *decision.years))
    registry.enter(target.block.subject, target.block.types[0], row["name"], *sorted(names.abbreviations))


def _relate(body: Body, registry: Registry) -> None:
    row, block = body.row, body.block
    if row["parent_body"]:
        parent = registry.find(row["parent_body"])
        if parent:
            block.add("gov:partOf", parent)
        elif row["parent_body"].startswith(("Stadt ", "Landeshauptstadt ")):
            block.add("gov:belongsTo", registry.terms[f"city {row['parent_body']}"])
        else:
            raise LookupError(f"{row['name']}: no row for the parent {row['parent_body']}")
    states = [JURISDICTIONS[code] for code in tables.values(row["state"])]
    level = row["jurisdiction"]
    if level in ("state", "multi-state", "municipal") and row["name"] not in decisions.SEATED:
        block.add("gov:jurisdiction", *states)
        registry.jurisdictions[block.subject] = states[0] if len(states) == 1 else ""
    else:
        block.add("gov:seat", *states)
        block.add("gov:jurisdiction", *(JURISDICTIONS[part] for part in level.split("/") if part in JURISDICTIONS))
        registry.jurisdictions[block.subject] = JURISDICTIONS.get(level, "")
    block.add("gov:level", *(literal(_LEVELS.get(part, part)) for part in level.split("/")))


def generic_labels(row: dict[str, str]) -> set[str]:
    """Names that every body of its kind answers to within its Land, such as „Innenministerium“.

    Several bodies share them on purpose: whoever reads a text decides by the Land that the text is about.
    """
    name, kind = row["name"], row["type"]
    found = set()
    if kind == "ministry":
        found |= {label for label, pattern in _MINISTRIES.items() if re.search(pattern, name)}
    elif kind == "government" and row["state"] in LANDS:
        found |= {"Kabinett", "Landeskabinett"}
        found |= {label for label in ("Landesregierung", "Staatsregierung", "Senat") if label in name}
    elif kind == "parliament" and row["state"] in LANDS:
        found |= {label for label in ("Landtag", "Bürgerschaft") if label in name} | {"Landesparlament"}
    return found - {name}


_MINISTRIES = {
    "Staatskanzlei": r"Staatskanzlei",
    "Senatskanzlei": r"^Senatskanzlei",
    "Innenministerium": r"inisterium (des Inner[en]n?\b|für Inneres)",
    "Finanzministerium": r"inisterium (der Finanzen|für Finanzen)|Finanzministerium",
    "Wirtschaftsministerium": r"inisterium für Wirtschaft\b(?!liche)",
    "Justizministerium": r"inisterium der Justiz",
    "Digitalministerium": (
        r"inisterium für (Digital|Finanzen und Digital|Infrastruktur und Digital|Arbeit, Soziales, Transformation und "
        r"Digital|Heimat, Kommunales, Bau und Digital)|Justiz und für Digital"
    ),
}
