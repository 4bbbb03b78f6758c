"""The reference data: complete, clean enough to be matched verbatim, and pointing at nothing that is not there."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from govgraph.model import BASE, NAMESPACE
from govgraph.vocabulary.load import load_vocabulary
from govgraph.vocabulary.resources import REFERENCE, ontology_dir

SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
SOURCE = "http://purl.org/dc/terms/source"
SAME_AS = "http://www.w3.org/2002/07/owl#sameAs"
FILES = (*REFERENCE, "roles", "ambiguities", "first-names")
ENTITIES = REFERENCE
NAMES = {
    *(SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel")),
    *(NAMESPACE + name for name in ("abbreviation", "feminineLabel", "pluralLabel", "neutralLabel", "shortLabel")),
    *(NAMESPACE + name for name in ("adjectiveStem", "invariantForm", "genitiveForm", "epithet", "form")),
    RDFS_LABEL,
}
SOURCES = {NAMESPACE + "SeenInPublication", NAMESPACE + "BelievedUnchecked"}

# A name is matched verbatim: no list of names, no remark, no article in an oblique case, no open place.
UNCLEAN = re.compile(
    r"""
      ;|\ -\ |\s\s|^\s|\s$            # lists, typewriter dashes, stray blanks
    | \[\w|\{|\*|…|\.\.\.             # places to be filled
    | /in(nen)?\b|/r\b                # masculine/feminine in one
    | ^(des|dem|den|im|vom|zum)\ (?=[A-ZÄÖÜ])
    | \((?!Saale\)|Oder\)|Elbe\)|Neu\)|EU\)|Sieg\)|Hessen\))[a-z][^)]*\)
    | \((variant|press|rare|metonym|until|predecessor|project|language|compound|ambiguous|generic)
    | \(\d{4}
    | ^-$
    """,
    re.VERBOSE,
)


@cache
def triples(name: str) -> tuple[ox.Triple, ...]:
    path = ontology_dir() / f"{name}.ttl"
    return tuple(quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))


@cache
def values(name: str) -> dict[str, dict[str, list[str]]]:
    """Values by subject and predicate; of texts with a language those in German, and all notes."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples(name):
        term = triple.object
        foreign = isinstance(term, ox.Literal) and term.language not in (None, "de")
        if foreign and triple.predicate.value != SKOS + "note":
            continue
        assert isinstance(triple.subject, ox.NamedNode)
        assert isinstance(term, ox.NamedNode | ox.Literal)
        found[triple.subject.value][triple.predicate.value].append(term.value)
    return found


def iri(path: str) -> str:
    return f"{BASE}/{path}"


def of(name: str, path: str) -> dict[str, list[str]]:
    """What a file says about one entity, by local name, sorted."""
    about = values(name)[iri(path)]
    return {re.split(r"[#/]", predicate)[-1]: sorted(found) for predicate, found in about.items()}


def described(name: str) -> dict[str, dict[str, list[str]]]:
    """Entities of a file, without the nodes of former names."""
    former = NAMESPACE + "FormerName"
    return {subject: about for subject, about in values(name).items() if former not in about.get(RDF_TYPE, [])}


def named_nodes() -> set[str]:
    return {subject for name in FILES for subject in values(name)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # rows of the table, minus unsure ones, renamed, generic ones and municipalities
        pytest.param("bodies", 434 - 1 - 6 - 1 - 11, id="bodies"),
        pytest.param("programmes", 263 - 3 - 1, id="programmes"),
        pytest.param("jurisdictions", 19 - 1, id="jurisdictions"),
    ],
)
def test_every_sure_row_is_one_entity(name: str, expected: int) -> None:
    assert len(described(name)) == expected


def test_documented_count_of_titles_holds() -> None:
    concepts = [about for about in values("roles").values() if SKOS + "Concept" in about[RDF_TYPE]]
    titles = [about for about in concepts if NAMESPACE + "Role" in about[RDF_TYPE]]
    (documented,) = re.findall(r"^\| `roles\.ttl` \|.*\| (\d+) and 5 headings \|$", documentation(), re.MULTILINE)
    assert len(titles) == int(documented) == len(concepts) - 5


def test_kinds_of_bodies() -> None:
    kinds = Counter(about[RDF_TYPE][0].removeprefix(NAMESPACE) for about in described("bodies").values())
    assert kinds == {
        "Agency": 57,
        "Association": 50,
        "Cert": 13,
        "CivilSocietyOrganisation": 11,
        "Commission": 5,
        "Committee": 42,
        "Company": 17,
        "Government": 17,
        "Medium": 6,
        "Ministry": 75,
        "Parliament": 20,
        "Party": 12,
        "PublicCompany": 15,
        "ResearchInstitute": 10,
        "ServiceProvider": 59,
        "University": 6,
    }


def test_municipalities_are_many_but_no_city_state_is_among_them() -> None:
    kinds = Counter(about[RDF_TYPE][0].removeprefix(NAMESPACE) for about in values("municipalities").values())
    assert kinds["Borough"] == 19
    assert kinds["District"] == 294
    assert kinds["MunicipalUnion"] == 1
    assert 10_500 < kinds["Municipality"] < 12_000
    labels = {label for about in values("municipalities").values() for label in about[SKOS + "prefLabel"]}
    assert not labels & {"Berlin", "Hamburg", "Bremen", "Munich", "Nuremberg", "Brandenburg"}
    assert labels >= {"München", "Nürnberg", "Köln", "Bremerhaven", "Meißen", "Neu-Ulm", "Fürth", "Frankfurt am Main"}
    assert not labels & {"Nippes", "Bogenhausen", "Wannsee", "Stuttgart-Ost"}


@pytest.mark.parametrize("name", FILES)
def test_names_are_clean(name: str) -> None:
    dirty = [
        (subject, text)
        for subject, about in values(name).items()
        for predicate, texts in about.items()
        if predicate in NAMES
        for text in texts
        if UNCLEAN.search(text) or text != unicodedata.normalize("NFC", text) or not text
    ]
    assert dirty == []


@pytest.mark.parametrize(
    "text",
    [
        "Online-Zugangsgesetz (variant)",
        "des IT-Planungsrats",
        "Kanzler/in",
        "IT-Beauftragte/r",
        "[adj] Ministerpräsident",
        "A; B",
        "byte - Bayerische Agentur für Digitales",
        "ITEOS (2018-2020)",
        "Nationaler IT-Gipfel (until 2016)",
    ],
)
def test_the_rule_for_clean_names_sees_what_the_tables_hold(text: str) -> None:
    assert UNCLEAN.search(text)


@pytest.mark.parametrize("text", ["Verordnung (EU) 2018/1724", "(Neu)Start KfZ", "Halle (Saale)", "]init[", "it@M"])
def test_the_rule_for_clean_names_lets_odd_names_pass(text: str) -> None:
    assert not UNCLEAN.search(text)


@pytest.mark.parametrize("name", FILES)
def test_no_name_is_said_twice_of_one_thing(name: str) -> None:
    shown = [SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", NAMESPACE + "abbreviation"]
    twice = [
        (subject, label)
        for subject, about in values(name).items()
        for label, count in Counter(label for predicate in shown for label in about.get(predicate, [])).items()
        if count > 1
    ]
    assert twice == []


def test_every_iri_of_ours_that_is_pointed_at_is_there() -> None:
    known = named_nodes()
    missing = {
        (triple.subject.value, triple.object.value)
        for name in FILES
        for triple in triples(name)
        if isinstance(triple.object, ox.NamedNode)
        and isinstance(triple.subject, ox.NamedNode)
        and triple.object.value.startswith(f"{BASE}/")
        and triple.object.value not in known
    }
    assert missing == set()


def test_no_iri_stands_in_two_files() -> None:
    where = Counter(subject for name in FILES for subject in values(name))
    assert [subject for subject, count in where.items() if count > 1] == []


@pytest.mark.parametrize("name", [*ENTITIES, "roles"])
def test_every_entry_has_one_class_one_name_and_one_source_class(name: str) -> None:
    wrong = []
    for subject, about in described(name).items():
        if subject == iri("scheme/roles"):
            continue
        if name != "roles" and len(about[RDF_TYPE]) != 1:
            wrong.append((subject, "class"))
        if len(about[SKOS + "prefLabel"]) != 1:
            wrong.append((subject, "name"))
        if len(about[SOURCE]) != 1 or about[SOURCE][0] not in SOURCES:
            wrong.append((subject, "source"))
    assert wrong == []


def test_predecessor_and_successor_mirror_one_another() -> None:
    forth = {
        (subject, later)
        for subject, about in values("bodies").items()
        for later in about.get(NAMESPACE + "successor", [])
    }
    back = {
        (earlier, subject)
        for subject, about in values("bodies").items()
        for earlier in about.get(NAMESPACE + "predecessor", [])
    }
    assert forth == back
    assert len(forth) == 15


def test_former_names_are_names_of_what_they_point_at() -> None:
    checked = 0
    for name in ("bodies", "programmes"):
        for about in values(name).values():
            if NAMESPACE + "FormerName" not in about[RDF_TYPE]:
                continue
            owner = values(name)[about[NAMESPACE + "nameOf"][0]]
            names = {label for predicate in NAMES for label in owner.get(predicate, [])}
            assert about[RDFS_LABEL][0] in names
            checked += 1
    assert checked >= 15


def test_names_in_the_files_are_sorted_so_that_a_change_shows_as_one_line() -> None:
    for name in FILES:
        if name == "jurisdictions":
            continue
        text = (ontology_dir() / f"{name}.ttl").read_text(encoding="utf-8")
        for section in text.split("\n# "):
            subjects = re.findall(r"^<(id/[^>]+)> a ", section, re.MULTILINE)
            assert subjects == sorted(subjects, key=lambda subject: f"<{subject}>")


def test_files_stay_small_enough_to_load_at_every_start() -> None:
    assert (ontology_dir() / "municipalities.ttl").stat().st_size < 4_000_000


@pytest.mark.parametrize(
    ("file", "path", "predicate", "expected"),
    [
        ("bodies", "organisation/it-planungsrat", "founded", ["2010"]),
        ("bodies", "organisation/bundesrat", "hiddenLabel", ["Bundesrates", "Bundesrats"]),
        ("bodies", "organisation/fitko", "partOf", [iri("organisation/it-planungsrat")]),
        ("bodies", "organisation/fitko", "seat", [iri("jurisdiction/hessen")]),
        (
            "bodies",
            "organisation/dataport",
            "jurisdiction",
            sorted(
                iri(f"jurisdiction/{land}")
                for land in (
                    "bremen",
                    "hamburg",
                    "mecklenburg-vorpommern",
                    "niedersachsen",
                    "sachsen-anhalt",
                    "schleswig-holstein",
                )
            ),
        ),
        ("bodies", "organisation/kommunales-rechenzentrum-minden-ravensberg-lippe", "dissolved", ["2021"]),
        ("bodies", "organisation/deutscher-bundestag", "sameAs", ["http://www.wikidata.org/entity/Q154797"]),
        ("bodies", "organisation/init-ag", "prefLabel", ["]init["]),
        ("programmes", "law/onlinezugangsgesetz", "abbreviation", ["OZG"]),
        ("programmes", "law/it-staatsvertrag", "type", [NAMESPACE + "Treaty"]),
        ("programmes", "system/bundid", "type", [NAMESPACE + "System"]),
        (
            "programmes",
            "system/mein-unternehmenskonto",
            "owner",
            [iri("jurisdiction/bayern"), iri("jurisdiction/bremen")],
        ),
        ("programmes", "event/cebit", "dissolved", ["2018"]),
        ("jurisdictions", "jurisdiction/rheinland-pfalz", "abbreviation", ["RLP"]),
        ("jurisdictions", "jurisdiction/rheinland-pfalz", "notation", ["RP"]),
        ("jurisdictions", "jurisdiction/rheinland-pfalz", "genitiveForm", ["Rheinland-Pfalz'", "Rheinland-Pfalz’"]),
        (
            "jurisdictions",
            "jurisdiction/bund",
            "altLabel",
            ["Bundesrepublik", "Bundesrepublik Deutschland", "Deutschland"],
        ),
        ("jurisdictions", "jurisdiction/berlin", "invariantForm", ["Berliner"]),
        ("jurisdictions", "jurisdiction/hessen", "capital", [iri("municipality/wiesbaden")]),
        ("municipalities", "municipality/koeln", "ags", ["05315"]),
        ("municipalities", "municipality/freiburg-im-breisgau", "altLabel", ["Freiburg", "Stadt Freiburg im Breisgau"]),
        ("municipalities", "municipality/essen", "needsContext", ["true"]),
        ("roles", "role/staatssekretaer", "feminineLabel", ["Staatssekretärin"]),
        ("roles", "role/cio", "prefLabel", ["CIO"]),
        ("roles", "role/ministerpraesident", "compoundPattern", ["[adj] Ministerpräsident"]),
        ("roles", "role/regierender-buergermeister", "inJurisdiction", [iri("jurisdiction/berlin")]),
    ],
)
def test_facts(file: str, path: str, predicate: str, expected: list[str]) -> None:
    assert of(file, path)[predicate] == expected


def test_the_interior_ministry_is_one_body_with_dated_names() -> None:
    ministry = of("bodies", "organisation/bundesministerium-des-innern")
    assert {"Bundesministerium des Innern und für Heimat", "Bundesinnenministerium"} <= set(ministry["altLabel"])
    assert ministry["abbreviation"] == ["BMI"]
    former = of(
        "bodies", "organisation/bundesministerium-des-innern#name-bundesministerium-des-innern-und-fuer-heimat-2021"
    )
    assert (former["founded"], former["dissolved"]) == (["2021"], ["2025"])


def test_long_titles_of_the_cio_lead_to_the_cio() -> None:
    titles = of("roles", "role/cio")["altLabel"]
    assert {
        "Beauftragter der Landesregierung für Informationstechnik",
        "Beauftragte der Bundesregierung für Informationstechnik",
        "IT-Beauftragter",
        "Landes-CIO",
        "IT-Bevollmächtigter der Landesregierung",
    } <= set(titles)


def test_generic_names_lead_to_every_body_that_bears_them() -> None:
    bearers = defaultdict(set)
    for subject, about in described("bodies").items():
        for label in about.get(SKOS + "altLabel", []):
            bearers[label].add(subject)
    counts = {name: len(bearers[name]) for name in ("Staatskanzlei", "Senatskanzlei", "Landtag", "Innenministerium")}
    assert counts == {"Staatskanzlei": 12, "Senatskanzlei": 3, "Landtag": 13, "Innenministerium": 9}


def test_headings_of_the_scheme_are_no_titles() -> None:
    tops = of("roles", "scheme/roles")["hasTopConcept"]
    assert len(tops) == 5
    assert all(NAMESPACE + "Role" not in values("roles")[top][RDF_TYPE] for top in tops)
    assert all(
        about.get(SKOS + "broader") or subject in tops
        for subject, about in values("roles").items()
        if SKOS + "Concept" in about[RDF_TYPE]
    )


def test_a_deputy_does_not_hold_the_office() -> None:
    deputies = {
        subject: {broader.rpartition("/")[2] for broader in about[SKOS + "broader"]}
        for subject, about in values("roles").items()
        if re.search(r"stellvertret|/vize", subject)
    }

    # what is narrower counts as the wider one; a deputy has a title of its own under a heading
    assert len(deputies) == 8
    assert set().union(*deputies.values()) == {"gremienrolle", "politisches-amt", "verwaltungsamt"}


def test_common_words_need_context_and_large_cities_do_not() -> None:
    marked = {
        about[SKOS + "prefLabel"][0]
        for about in values("municipalities").values()
        if about.get(NAMESPACE + "needsContext") == ["true"]
    }
    assert marked >= {
        "Wehr",
        "Lage",
        "Essen",
        "Singen",
        "Weil",
        "Au",
        "Hof",
        "Haar",
        "Damm",
        "Burg",
        "Bergen",
        "Mehring",
    }
    large = {
        about[SKOS + "prefLabel"][0]
        for about in values("municipalities").values()
        if int(about.get(NAMESPACE + "population", ["0"])[0]) > 100_000
        and about.get(NAMESPACE + "needsContext") == ["true"]
    }
    assert large == {"Essen", "Halle (Saale)", "Hagen", "Hamm"}
    assert not marked & {"Altdorf", "Bersenbrück", "Gießen", "Konstanz"}


def test_every_ambiguous_form_has_a_second_reading_or_is_a_surname() -> None:
    readings = {
        form: about.get(NAMESPACE + "reading", [])
        for about in values("ambiguities").values()
        for form in about[NAMESPACE + "form"]
    }
    assert len(readings["Staatskanzlei"]) == 12
    assert readings["CDO"] == sorted(readings["CDO"]) == [iri("role/cdo"), iri("role/chief-data-officer")]
    assert {"Digitalministerium", "BA", "SDG", "Union", "Lange", "interface", "Kommunale"} <= readings.keys()


def test_first_names_are_single_words_and_no_ordinary_ones() -> None:
    lists = values("first-names")
    names = set(lists[iri("list/first-names")][NAMESPACE + "form"])
    women = set(lists[iri("list/first-names-feminine")][NAMESPACE + "form"])
    either = set(lists[iri("list/first-names-either")][NAMESPACE + "form"])
    assert women | either < names
    assert not women & either
    assert 7_000 < len(names) < 9_000
    # „Wolf-Rainer“ is told by the whole, since a Wolf alone may be an animal
    assert [name for name in names if not (name.replace("-", "", 1).isalpha() and name.istitle())] == []
    assert names >= {"Cansel", "Kristina", "Fabian", "Karsten", "Elena", "Denis", "Horst", "Mark", "Dörte"}
    assert not names & {"Land", "Bund", "Wolf", "August", "Stadt", "Essen", "Lage"}


def documentation() -> str:
    return (ontology_dir().parent / "docs" / "reference-data.md").read_text(encoding="utf-8")


def test_the_documented_row_becomes_an_entry(tmp_path: Path) -> None:
    (example,) = re.findall(r"```turtle\n(.*?)```", documentation(), re.DOTALL)
    file = tmp_path / "mine.ttl"
    file.write_text(example, encoding="utf-8")
    entry = load_vocabulary([file]).by_iri[iri("organisation/digitallabor-musterland")]
    assert (entry.name, entry.kind, entry.labels, entry.abbreviations, entry.parent) == (
        "Digitallabor Musterland",
        "Agency",
        ("Musterlab",),
        ("DLM",),
        iri("organisation/hessische-staatskanzlei"),
    )


@pytest.mark.parametrize("name", [*(name for name in REFERENCE if name != "municipalities"), "ambiguities"])
def test_the_documented_counts_hold(name: str) -> None:
    (count,) = re.findall(rf"^\| `{name}\.ttl` \|.*\| (\d+) \|$", documentation(), re.MULTILINE)
    assert int(count) == len(described(name))
