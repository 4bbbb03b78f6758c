"""`roles.tsv` → `ontology/roles.ttl`, a SKOS concept scheme."""

from __future__ import annotations

import re

from tools.reference import tables
from tools.reference.decisions_roles import IMPLIES, ROLES, TOP, UNSAFE_SHORT, RoleDecision
from tools.reference.registry import JURISDICTIONS, Registry, note
from tools.reference.tables import word_list
from tools.reference.turtle import Block, document, english, entity, german, literal

from govgraph.model import slug

ABOUT = """Office titles of German politics and administration: masculine, feminine, short and inflected forms.

Converted once from a table; this file is the source now. docs/reference-data.md says how to add a role.
The top concepts are headings, not titles that stand in texts."""

SCHEME = entity("scheme/roles")
_INTERNATIONAL = re.compile(r"^(Co-|Ressort-|Landes-|Bundes-|Vize-)?(C[A-Z]{1,3}O|CIO .*|Chief .*)$")
_PARTICIPLE = re.compile(r"(beauftragt|bevollmächtigt|abgeordnet|vorsitzend|beigeordnet)er$", re.IGNORECASE)
_LEADING = re.compile(r"^(\w+)(er) (?=\S)")
_REMARKS = (("level", "level"), ("implies membership in", "implies_membership_in"))
_LEVELS = {"Länder": "Land"}


def convert(rows: list[dict[str, str]], registry: Registry) -> str:
    """Turtle of the concept scheme."""
    scheme = Block(SCHEME, ("skos:ConceptScheme",))
    scheme.add("skos:prefLabel", german("Rollen und Ämter"), english("roles and offices"))
    blocks = {}
    for row in rows:
        if not _decision(row).merge:
            blocks[row["title_m"]] = _start(row, scheme)
    for row in rows:
        decision = _decision(row)
        target = blocks[decision.merge or row["title_m"]]
        _name(row, decision, target)
        _describe(row, target, registry)
        if not decision.merge:
            broader = [blocks[_kept(name)].subject for name in tables.values(row["broader_role"])]
            target.add("skos:broader", *broader)
    for name, feminine, meaning in _ADDED:
        block = _start({"title_m": name, "sure": "K"}, scheme)
        _titles(block, name, feminine)
        block.add("skos:prefLabel", german(name), english(meaning))
        block.add("gov:feminineLabel", german(feminine))
        block.add("skos:broader", blocks["Verwaltungsamt"].subject)
        block.add("gov:level", literal("all"))
        block.add("skos:note", english("Generic title; a compound or the body says of what."))
        blocks[name] = block
    for block in blocks.values():
        registry.enter(block.subject, "gov:Role")
        _without_repetition(block)
    top = [blocks[name] for name in TOP]
    rest = [block for name, block in blocks.items() if name not in TOP]
    return document(ABOUT, [("Scheme", [scheme]), ("Top concepts", top), ("Roles", rest)])


_ADDED = (
    ("Leiter", "Leiterin", "head"),
    ("Sprecher", "Sprecherin", "spokesperson"),
    ("Stellvertreter", "Stellvertreterin", "deputy"),
)


def _decision(row: dict[str, str]) -> RoleDecision:
    return ROLES.get(row["title_m"], RoleDecision())


def _kept(name: str) -> str:
    """Row that carries the role of a row."""
    decision = ROLES.get(name, RoleDecision())
    return decision.merge or name


def _start(row: dict[str, str], scheme: Block) -> Block:
    subject = entity(f"role/{slug(_decision(row).pref or row['title_m'])}")
    top = row["title_m"] in TOP
    # A heading such as „Mandat“ is no title: as a gov:Role it would be looked for in texts.
    block = Block(subject, ("skos:Concept",) if top else ("skos:Concept", "gov:Role"))
    block.add("skos:inScheme", SCHEME)
    block.add("dcterms:source", tables.SOURCES[row["sure"]])
    if top:
        block.add("skos:topConceptOf", SCHEME)
        scheme.add("skos:hasTopConcept", subject)
    return block


def _name(row: dict[str, str], decision: RoleDecision, block: Block) -> None:
    title, feminine = decision.pref or row["title_m"], decision.feminine or row["title_f"]
    if row["title_m"] in TOP:
        block.add("skos:prefLabel", german(title), english(row["english"]))
        return
    if decision.merge:
        if "skos:altLabel" in block.values or decision.alt:
            # „Präsident eines Verbands“ is a description of the row, not a title.
            own = () if row["title_m"].startswith("Präsident eine") else (title, feminine)
            block.add("skos:altLabel", *map(german, filter(None, own)))
            for form in own:
                _titles(block, form, "")
    else:
        block.add("skos:prefLabel", german(title), english(row["english"]))
        if _INTERNATIONAL.match(title):
            block.values["skos:prefLabel"] -= {english(row["english"])}
            block.add("skos:prefLabel", english(_english_title(title, row)))
        block.add("gov:feminineLabel", *([german(feminine)] if feminine else []))
        _titles(block, title, feminine)
    for pair in decision.alt:
        masculine, _, female = pair.partition("|")
        block.add("skos:altLabel", german(masculine), *([german(female)] if female else []))
        _titles(block, masculine, female)
    block.add("gov:pluralLabel", *map(german, decision.plural))
    block.add("gov:neutralLabel", *map(german, decision.neutral))
    block.add("gov:shortLabel", *map(german, decision.short))
    block.add("gov:compoundPattern", *map(literal, decision.patterns))
    block.add("skos:example", *map(german, decision.examples))
    block.add("skos:hiddenLabel", *map(german, decision.hidden))
    block.add("skos:notation", *map(literal, UNSAFE_SHORT.get(row["title_m"], ())))


def _english_title(title: str, row: dict[str, str]) -> str:
    return row["title_m"] if title in ("CIO", "CDO", "CISO") else row["english"]


def _describe(row: dict[str, str], block: Block, registry: Registry) -> None:
    merged = _decision(row).merge
    remarks = note(row["note"])
    if merged:
        # The body and level of a merged title would be wrong for the others: they stay a remark about that title.
        remarks += [f"{word} {row[column]}" for word, column in _REMARKS if row[column]]
        block.add("skos:note", *(english(f"{row['title_m']}: {remark}") for remark in remarks))
        return
    block.add("skos:note", *map(english, remarks))
    for cell in tables.values(row["implies_membership_in"]):
        bare = re.sub(r" \(.*\)$", "", cell)
        found = registry.find(IMPLIES.get(bare, bare))
        block.add("gov:impliesMembershipIn", found if found else english(cell.removeprefix("or ")))
    for level in tables.values(row["level"]):
        plain = re.match(r"^(\w+)(?: \((.+)\))?$", level)
        for part in (plain[1] if plain else level).split("/"):
            block.add("gov:level", literal(_LEVELS.get(part, part)))
        for code in re.findall(r"\b[A-Z]{2}\b", plain[2] or "" if plain else ""):
            block.add("gov:inJurisdiction", JURISDICTIONS[code])


def _titles(block: Block, masculine: str, feminine: str) -> None:
    for form in {*inflected(masculine), *(inflected(feminine) if feminine else ())}:
        block.add("skos:hiddenLabel", german(form))


def inflected(title: str) -> set[str]:
    """Other forms of a title: cases and plural of the head noun, and endings of an adjective before it."""
    if not title or _INTERNATIONAL.match(title):
        return {title + "s"} if re.fullmatch(r"\S*C[A-Z]{1,3}O", title) else set()
    words = title.split(" ")
    adjective = None
    if (
        len(words) > 1
        and re.fullmatch(r"\w+(er|e|es)", words[0])
        and words[1][:1].isupper()
        and _is_adjective(words[0])
    ):
        adjective, words = words[0], words[1:]
    nouns = {words[0], *_noun_forms(words[0])}
    rest = words[1:]
    if adjective is None:
        return {" ".join([noun, *rest]) for noun in nouns} - {title}
    stem = re.sub(r"(er|es|e)$", "", adjective)
    forms = set()
    for ending, noun in _agreeing(words[0], nouns):
        for first in (stem[0].upper() + stem[1:], stem[0].lower() + stem[1:]):
            forms.add(" ".join([first + ending, noun, *rest]))
    return forms - {title}


def _agreeing(noun: str, nouns: set[str]) -> set[tuple[str, str]]:
    """Endings of an adjective with the forms of a noun that they go with."""
    if _is_nominal(noun):
        return {(ending, noun[:-2] + ending) for ending in ("er", "e", "en", "em")}
    if _FEMININE.search(noun):
        return {("e", noun), ("en", noun)} | {(ending, form) for form in nouns - {noun} for ending in ("e", "en")}
    own = ("es", "e", "en", "em") if noun.lower().endswith("mitglied") else ("er", "e", "en", "em")
    return {(ending, noun) for ending in own} | {(ending, form) for form in nouns - {noun} for ending in ("e", "en")}


_FEMININE = re.compile(r"(in|frau|beauftragte|bevollmächtigte|abgeordnete|vorsitzende|beigeordnete)$", re.IGNORECASE)
_ADJECTIVES = word_list(
    "regierend erst parlamentarisch beamtet stellvertretend kommissarisch digitalpolitisch netzpolitisch "
    "wissenschaftlich geschäftsführend hauptamtlich berufsmäßig behördlich"
)


def _is_adjective(word: str) -> bool:
    return re.sub(r"(er|es|e)$", "", word).lower() in _ADJECTIVES


def _is_nominal(noun: str) -> bool:
    return bool(_PARTICIPLE.search(noun))


def _noun_forms(noun: str) -> set[str]:
    lower = noun.lower()
    if _is_nominal(noun):
        return {noun[:-1], noun[:-1] + "n", noun[:-1] + "m"}
    if re.search(r"(beauftragte|bevollmächtigte|abgeordnete|vorsitzende|beigeordnete)$", lower):
        return {noun + "n", noun + "r"}
    if lower.endswith("in"):
        return {noun + "nen"}
    if re.search(r"(^|[a-zäöü])rat$", lower):
        plural = noun[:-3] + ("Rät" if noun.endswith("Rat") else "rät")
        return {noun + "s", noun + "es", plural + "e", plural + "en"}
    if lower.endswith(("präsident", "referent", "dezernent", "dirigent")):
        return {noun + "en"}
    if lower.endswith("or"):
        return {noun + "s", noun + "en"}
    if lower.endswith(("är", "kommissar")):
        return {noun + "s", noun + "e", noun + "en"}
    if lower.endswith("chef"):
        return {noun + "s"}
    if lower.endswith("obmann"):
        return {noun + "s", noun + "es", noun[:-4] + "männer"}
    if lower.endswith("obfrau"):
        return {noun + "en"}
    if lower.endswith("herr"):
        return {noun + "n", noun + "en"}
    if lower.endswith("lotse"):
        return {noun + "n"}
    if lower.endswith("vorstand"):
        return {noun + "s", noun + "es", noun[:-4] + "ände", noun[:-4] + "änden"}
    if lower.endswith("mitglied"):
        return {noun + "s", noun + "es", noun + "er", noun + "ern"}
    if lower.endswith("er") and not lower.endswith("officer"):
        return {noun + "s", noun + "n"}
    return set()


def _without_repetition(block: Block) -> None:
    shown = {
        term
        for name in ("skos:prefLabel", "gov:feminineLabel", "gov:pluralLabel", "gov:shortLabel", "gov:neutralLabel")
        for term in block.values.get(name, ())
    }
    alt = block.values.get("skos:altLabel", set())
    alt -= shown
    hidden = block.values.get("skos:hiddenLabel", set())
    hidden -= shown | alt
    for name in ("skos:altLabel", "skos:hiddenLabel"):
        if not block.values.get(name, {1}):
            del block.values[name]
