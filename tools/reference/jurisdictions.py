"""`states.tsv` → `ontology/jurisdictions.ttl`."""

from __future__ import annotations

import re

from tools.reference import tables
from tools.reference.registry import Registry, note
from tools.reference.turtle import Block, document, english, entity, german, literal

from govgraph.model import slug

ABOUT = """The sixteen Länder, the federation and the European Union.

Converted once from a table; this file is the source now. docs/reference-data.md says how to add a form.
Municipalities (Kommunen) are a class, gov:Municipality, and stand in municipalities.ttl. „Die Kommunen“ in a text
names a level, not a thing."""

# Safe in running text; the two-letter codes collide with units, initials and ordinary abbreviations.
SAFE = {"NRW", "RLP", "BaWü", "Ba-Wü", "MeckPomm", "Meck-Pomm", "M-V", "MV", "LSA", "FHH", "BRD", "EU"}
# Adjectives of a region, a language or a whole that is more than the jurisdiction.
LOOSE = {
    "badisch", "württembergisch", "südwestdeutsch", "bairisch", "weiß-blau", "märkisch", "nordhessisch",
    "südhessisch", "mittelhessisch", "osthessisch", "mecklenburgisch", "vorpommersch", "nordostdeutsch", "rheinisch",
    "westfälisch", "pfälzisch", "anhaltisch", "holsteinisch", "deutsch", "bundesweit", "europäisch", "EU-weit",
    "unionsrechtlich",
}  # fmt: skip
NO_EPITHET = {"Freistaat Bayern", "Südwest-", "Saar-", "der Bund", "Bund und Länder", "die Mark", "an der Saar"}
WITHOUT_CAPITAL = {"Berlin", "Hamburg", "Bremen", "Deutschland", "EU"}
_KINDS = {"Land": "gov:State", "Bund": "gov:Federation", "supranational": "gov:Union"}
_TITLES = {
    "Ministerpräsident/in": "ministerpraesident",
    "Regierende/r Bürgermeister/in": "regierender-buergermeister",
    "Präsident/in des Senats": "praesident-des-senats",
    "Bürgermeister/in": "",
    "Erste/r Bürgermeister/in": "erster-buergermeister",
    "Bundeskanzler/in": "bundeskanzler",
    "Kommissionspräsident/in": "",
}


def convert(rows: list[dict[str, str]], registry: Registry) -> str:
    """Turtle of the jurisdictions."""
    sections: dict[str, list[Block]] = {kind: [] for kind in _KINDS.values()}
    for row in rows:
        if row["kind"] != "class":
            block = _convert(row, registry)
            sections[block.types[0]].append(block)
    titles = {"gov:Federation": "Federation", "gov:Union": "Union", "gov:State": "Länder"}
    return document(ABOUT, [(title, sections[kind]) for kind, title in titles.items()])


def _convert(row: dict[str, str], registry: Registry) -> Block:
    short = {"Deutschland": "Bund"}.get(row["short_name"], row["short_name"])
    kind = _KINDS[row["kind"].split(";")[0]]
    block = Block(entity(f"jurisdiction/{slug(short)}"), (kind,))
    block.add("skos:prefLabel", german(short))
    names = {row["official_name"], row["short_name"]} - {short}
    if short == "Bund":
        names.add("Bundesrepublik")
    block.add("skos:altLabel", *map(german, names))
    for code in tables.values(row["abbreviations"]):
        if code != short:
            block.add("gov:abbreviation" if code in SAFE else "skos:notation", literal(code))
    _forms(row, block, short)
    _links(row, block, registry, short)
    if "-" in row["iso_3166_2"]:  # „DE“ is a code of ISO 3166-1
        block.add("gov:iso3166-2", literal(row["iso_3166_2"]))
    if row["ags_prefix"]:
        block.add("gov:ags", literal(row["ags_prefix"]))
    block.add("owl:sameAs", f"wd:{row['wikidata_qid']}")
    block.add("dcterms:source", tables.SOURCES[row["sure"]])
    block.add("gov:website", *map(literal, tables.values(row["portal_host"])))
    block.add("skos:note", *map(english, note(row["note"])))
    return block


def _forms(row: dict[str, str], block: Block, short: str) -> None:
    loose = []
    for cell in tables.values(row["adjective_stems"]):
        stem = re.sub(r" \(.*\)$", "", cell)
        if stem in LOOSE:
            loose.append(stem)
        else:
            block.add("gov:adjectiveStem", literal(stem))
    if loose:
        block.add("skos:note", english(f"Loosely used adjectives, not read as its name: {', '.join(loose)}"))
    for cell in tables.values(row["invariant_er_forms"]):
        if "compound" not in cell:
            block.add("gov:invariantForm", literal(cell))
    for cell in tables.values(row["genitive_possessive"]):
        _genitive(re.sub(r" \(.*\)$", "", cell), block, short)
    for cell in tables.values(row["epithets_longforms"]):
        bare = re.sub(r"^(?:der|die|das) ", "", cell) if cell not in NO_EPITHET else ""
        if " (" in cell:
            block.add("skos:note", english(f"Metonym, not read as its name: {cell}"))
        elif bare and bare != row["official_name"] and bare not in SAFE:
            block.add("gov:epithet", literal(bare))
    for cell in tables.values(row["demonym_m_f"]):
        masculine, _, feminine = cell.partition("/")
        feminine = masculine + "in" if feminine == "in" else feminine
        block.add("gov:demonym", german(masculine), german(feminine))


def _genitive(form: str, block: Block, short: str) -> None:
    """„Hessens“ is the name in the genitive; „des Landes Hessen“ is an inflected long name; the rest are bynames."""
    article = re.match(r"^(des|der|von) (.+)$", form)
    if not article:
        if form != "Europas":
            block.add("gov:genitiveForm", literal(form), *([literal(form[:-1] + "’")] if form.endswith("'") else []))
        return
    bare = article[2]
    if bare in (short, "EU", "Bundesrepublik"):
        return
    if bare.startswith(short):
        block.add("gov:genitiveForm", literal(bare))
    elif short in bare or bare == "Europäischen Union":
        block.add("skos:hiddenLabel", german(bare))
    else:
        block.add(
            "gov:epithet",
            literal({"Südwestens": "Südwesten", "Freistaats": "Freistaat", "Mark": "Mark Brandenburg"}.get(bare, bare)),
        )


def _links(row: dict[str, str], block: Block, registry: Registry, short: str) -> None:
    if row["short_name"] not in WITHOUT_CAPITAL:
        block.add("gov:capital", entity(f"municipality/{slug(row['capital'])}"))
    for cell in tables.values(row["head_of_government_title"]):
        if _TITLES[cell]:
            block.add("gov:headOfGovernment", entity(f"role/{_TITLES[cell]}"))
    for cell in tables.values(row["parliament"]):
        block.add("gov:parliament", registry.terms[cell])
    governments = [
        term
        for term, kind in registry.kinds.items()
        if kind == "gov:Government" and registry.jurisdictions.get(term) == block.subject
    ]
    if short == "EU":
        governments.append(registry.terms["Europäische Kommission"])
    block.add("gov:government", *governments)
