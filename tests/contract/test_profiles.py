"""Profiles: each keeps its own shapes, says nothing that is not so, and is the same bytes for the same graph."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    CanonicalizationAlgorithm,
    Dataset,
    NamedNode,
    Quad,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
)

from govgraph.errors import InputError, QueryError, StoreError
from govgraph.export import PROFILES, check, export_profile, render_profile
from govgraph.model import EntityType, Modality, Predicate, Quotes, Record, Status
from govgraph.rdf import GraphOptions, build_quads
from govgraph.rdf import namespaces as ns
from govgraph.rdf.literals import german
from govgraph.store import MemoryStore
from handmade import ALT, BOARD, HESSEN, OZG, RLP, Draft, holding, interview, iri, page, small_ontology

ORG = "http://www.w3.org/ns/org#"
PLAIN = ("org", "schema", "popolo", "ftm")
DACH = (EntityType.ORGANISATION, "Dachverband", "Association")


def said(modality: Modality, date: str, predicate: Predicate = Predicate.MEMBER_OF) -> Record:
    """Somebody is, will be, is said to be or was a member of something."""
    draft = Draft(f"Mitglied {date}", f"Eva Kern und der Bund der Zähler ({modality}, {date}).", date)
    person = draft.entity(EntityType.PERSON, "Eva Kern")
    body = draft.entity(EntityType.ORGANISATION, "Bund der Zähler", kind="Association")
    fact = replace(draft.fact(person.id, predicate, body.id, draft.text), modality=modality)
    return page(draft.record([person, body], (), [fact]), name=f"{modality}-{date}")


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[Quad]]:
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))
    # people of one name are one person here: resolution has tests of its own
    return lambda *records: build_quads(list(records), options)


@pytest.fixture(scope="module")
def quads(make: Callable[..., list[Quad]]) -> list[Quad]:
    return make(
        page(
            interview(),
            holding("Eva Alt", "2015-05-01", since="2011", until="2019-12-31"),
            holding("Kim Ende", "2016-03-01", role="Präsident", status=Status.FORMER, body=DACH),
            holding("Ute Bald", "2016-03-01", role="Sprecher", status=Status.DESIGNATED, body=DACH),
            holding("Jo Kommt", "2016-03-01", role="Kanzler", since="2017", body=DACH),
            holding("Ali Statt", "2016-03-01", role="Direktor", status=Status.ACTING, body=DACH),
        )
    )


def text(quads: list[Quad], profile: str) -> str:
    return render_profile(MemoryStore(quads), profile).decode()


def saved(folder: Path, profile: str, quads: list[Quad]) -> Path:
    path = folder / f"graph{PROFILES[profile]}"
    export_profile(MemoryStore(quads), profile, path)
    return path


@pytest.mark.parametrize("profile", PROFILES)
def test_each_profile_keeps_its_shapes(profile: str, quads: list[Quad], tmp_path: Path) -> None:
    assert check(saved(tmp_path, profile, quads), profile).results == ()
    assert text(quads, profile).count("\n") > 5


@pytest.mark.parametrize("profile", PROFILES)
def test_an_empty_graph_keeps_them_too(profile: str, tmp_path: Path) -> None:
    assert check(saved(tmp_path, profile, []), profile).results == ()


@pytest.mark.parametrize("profile", PROFILES)
def test_the_bytes_hang_on_the_quads_alone(profile: str, quads: list[Quad], tmp_path: Path) -> None:
    stream = io.BytesIO()
    export_profile(MemoryStore(quads[::-1]), profile, stream)

    assert saved(tmp_path, profile, quads).read_bytes() == stream.getvalue()


BREAKS = {
    "org": (b"org:postIn", b"org:unitOf"),
    "schema": (b'"roleName"', b'"role"'),
    "popolo": (b'"person_id"', b'"person"'),
    "ftm": (b'"holder": ["person-', b'"holder": ["nobody-'),
    "annotations": (b'"exact"', b'"prefix"'),
    "prov": (b"prov:wasAssociatedWith", b"prov:wasInfluencedBy"),
    "dataset": (b"void:documents", b"void:entities"),
    "rdf12": (b"gov:modality", b"gov:modal"),
}


@pytest.mark.parametrize("profile", PROFILES)
def test_a_broken_file_is_found(profile: str, quads: list[Quad], tmp_path: Path) -> None:
    path = saved(tmp_path, profile, quads)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(*BREAKS[profile]))

    found = check(path, profile)
    assert path.read_bytes() != whole
    assert not found.conforms
    assert all(one.message_de and one.message_en and one.message_de != one.message_en for one in found.results)


@pytest.mark.parametrize(
    ("profile", "whole", "broken"),
    [
        ("popolo", b'"end_date": "2019-12-31"', b'"end_date": "2010-12"'),
        ("org", b'time:inXSDDate "2019-12-31"^^xsd:date', b'time:inXSDDate "2010-12-31"^^xsd:date'),
    ],
)
def test_a_time_that_begins_after_its_end_is_found(
    profile: str, whole: bytes, broken: bytes, quads: list[Quad], tmp_path: Path
) -> None:
    path = saved(tmp_path, profile, quads)
    path.write_bytes(path.read_bytes().replace(whole, broken))

    (found,) = check(path, profile).results
    assert "after its end" in found.message_en
    assert "Ende" in found.message_de


def test_no_month_is_the_thirteenth(quads: list[Quad], tmp_path: Path) -> None:
    path = saved(tmp_path, "popolo", quads)
    path.write_bytes(path.read_bytes().replace(b'"end_date": "2019-12-31"', b'"end_date": "2019-13-31"'))

    (found,) = check(path, "popolo").results
    assert "2019-13-31" in found.message_en


def test_of_an_impossible_time_no_date_is_exported(make: Callable[..., list[Quad]], tmp_path: Path) -> None:
    impossible = holding("Eva Alt", "2021-05-01", since="2020-12-01", until="2019-12-31")
    found = make(page(impossible))

    assert check(saved(tmp_path, "org", found), "org").conforms
    assert json.loads(text(found, "popolo"))["memberships"] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_what_is_no_such_file_is_an_error(profile: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("{ <")
    with pytest.raises(InputError, match="export it again"):
        check(path, profile)
    with pytest.raises(InputError, match="give a file of the profile"):
        check(tmp_path / "none", profile)


def test_unknown_names_and_places_are_errors(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="no profile 'vcard'; allowed are org, schema"):
        render_profile(MemoryStore(), "vcard")
    with pytest.raises(QueryError, match="no profile 'vcard'"):
        check(tmp_path, "vcard")
    with pytest.raises(StoreError, match="is a folder; give a file"):
        export_profile(MemoryStore(), "org", tmp_path)


def members(quads: list[Quad], profile: str) -> bool:
    """Whether Eva Kern is a member of the Bund der Zähler in a profile."""
    person, body = iri("person", "Eva Kern"), iri("organisation", "Bund der Zähler")
    written = text(quads, profile)
    if profile == "popolo":
        return any(
            one.get("person_id") == person and one["organization_id"] == body
            for one in json.loads(written)["memberships"]
        )
    if profile == "ftm":
        entities = map(json.loads, written.splitlines())
        return any(one["schema"] == "Membership" for one in entities)
    syntax, name = (
        (RdfFormat.TURTLE, f"{ORG}memberOf") if profile == "org" else (RdfFormat.JSON_LD, f"{ns.SCHEMA}memberOf")
    )
    triple = Triple(NamedNode(person), NamedNode(name), NamedNode(body))
    return triple in {quad.triple for quad in parse(written, syntax)}


@pytest.mark.parametrize("profile", PLAIN)
@pytest.mark.parametrize("modality", Modality)
def test_only_what_is_asserted_is_said(profile: str, modality: Modality, make: Callable[..., list[Quad]]) -> None:
    found = make(said(modality, "2016-01-01"))

    assert members(found, profile) == (modality is Modality.ASSERTED)
    assert "Eva Kern" in text(found, profile)


@pytest.mark.parametrize("profile", PLAIN)
def test_what_has_ended_since_is_not_said(profile: str, make: Callable[..., list[Quad]]) -> None:
    found = make(said(Modality.ASSERTED, "2016-01-01"), said(Modality.ENDED, "2018-01-01"))

    assert not members(found, profile)


@pytest.mark.parametrize("profile", PLAIN)
def test_what_a_contradiction_involves_is_not_said(profile: str, make: Callable[..., list[Quad]]) -> None:
    found = make(said(Modality.ASSERTED, "2016-01-01"))
    statement = next(one.subject for one in found if one.predicate == ns.TYPE and one.object == ns.gov("Statement"))
    conflict = NamedNode("https://example.org/conflict")
    severe = Quad(conflict, ns.RESULT_SEVERITY, NamedNode(ns.SHACL + "Violation"), ns.CONFLICTS)
    assert not isinstance(statement, Triple)

    assert members(found, profile)
    assert not members([*found, severe, Quad(conflict, ns.gov("involves"), statement, ns.CONFLICTS)], profile)


@pytest.mark.parametrize("profile", PLAIN)
def test_what_a_rule_infers_is_not_said(profile: str, make: Callable[..., list[Quad]]) -> None:
    found = make(said(Modality.PLANNED, "2016-01-01"))
    fact = NamedNode(iri("person", "Eva Kern")), ns.gov("memberOf"), NamedNode(iri("organisation", "Bund der Zähler"))
    rule = NamedNode(f"{ns.GRAPHS}/rules/mine")

    assert not members([*found, Quad(*fact, rule)], profile)


@pytest.mark.parametrize("profile", PLAIN)
def test_the_joined_graph_gives_the_same_as_named_graphs(profile: str, quads: list[Quad]) -> None:
    joined = [Quad(one.subject, one.predicate, one.object) for one in quads]

    assert text(joined, profile) == text(quads, profile)


def occupancies(quads: list[Quad]) -> dict[str, dict[str, list[str]]]:
    entities = map(json.loads, text(quads, "ftm").splitlines())
    return {one["properties"]["holder"][0]: one["properties"] for one in entities if one["schema"] == "Occupancy"}


def test_only_those_seen_in_office_have_held_it(quads: list[Quad]) -> None:
    found = occupancies(quads)

    assert set(found) == {"person-denis-alt", "person-eva-alt", "person-kim-ende"}
    assert found["person-eva-alt"]["startDate"] == ["2011"]
    assert found["person-eva-alt"]["endDate"] == ["2019-12-31"]
    assert "endDate" not in found["person-kim-ende"]
    assert found["person-kim-ende"]["status"] == ["ended"]
    assert "status" not in found["person-denis-alt"]


def test_who_left_on_an_unknown_day_is_current_nowhere(quads: list[Quad]) -> None:
    person = iri("person", "Kim Ende")
    popolo = json.loads(text(quads, "popolo"))
    roles = [one for one in json.loads(text(quads, "schema"))["@graph"] if one["@type"] == "OrganizationRole"]

    assert person in {one["id"] for one in popolo["persons"]}
    assert person not in {one.get("person_id") for one in popolo["memberships"]}
    assert {one["member"]["@id"] for one in roles} == {ALT, iri("person", "Eva Alt")}
    store = Store()
    store.extend(parse(text(quads, "org"), RdfFormat.TURTLE))
    answer = store.query(
        f"""PREFIX org: <http://www.w3.org/ns/org#> PREFIX time: <http://www.w3.org/2006/time#>
        SELECT ?day {{
          ?membership org:member <{person}> ; org:memberDuring/time:hasEnd/time:before/time:inXSDDate ?day
        }}"""
    )
    assert isinstance(answer, QuerySolutions)
    assert [row["day"].value for row in answer] == ["2016-03-02"]
    assert NamedNode(f"{ORG}holds") not in {
        quad.predicate for quad in store.quads_for_pattern(NamedNode(person), None, None, None)
    }


def test_org_gives_periods_as_precise_as_they_are_known(quads: list[Quad]) -> None:
    written = text(quads, "org")

    assert 'time:inXSDgYear "2011"^^xsd:gYear' in written
    assert 'time:inXSDDate "2019-12-31"^^xsd:date' in written
    assert f"<{ALT}>" in written or "person:denis-alt a foaf:Person" in written
    assert "org:holds office:cio-rheinland-pfalz" in written


def test_rdf12_says_the_same_with_triple_terms(quads: list[Quad]) -> None:
    written = text(quads, "rdf12")
    store = Store()
    store.extend(parse(written, RdfFormat.TRIG))
    answer = store.query(
        f"""PREFIX gov: <https://w3id.org/govgraph/ontology#>
        SELECT ?modality {{ ?one rdf:reifies <<( <{HESSEN}> gov:implements ?what )>> ; gov:modality ?modality }}""",
        prefixes={"rdf": ns.RDF},
        use_default_graph_as_union=True,
    )
    assert isinstance(answer, QuerySolutions)
    assert [row["modality"] for row in answer] == [ns.gov("Planned")]
    assert Quad(NamedNode(HESSEN), ns.gov("implements"), NamedNode(OZG)) not in store
    back = []
    for quad in parse(written, RdfFormat.TRIG):
        if isinstance(quad.object, Triple):
            terms = (quad.object.subject, quad.object.predicate, quad.object.object)
            for name, term in zip((ns.SUBJECT, ns.PREDICATE, ns.OBJECT), terms, strict=True):
                back.append(Quad(quad.subject, name, term, quad.graph_name))
        else:
            back.append(quad)
    assert canonical(back) == canonical(quads)


def canonical(quads: list[Quad]) -> Dataset:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def test_annotations_hold_the_words_at_their_place(quads: list[Quad]) -> None:
    items = json.loads(text(quads, "annotations"))["first"]["items"]
    store = MemoryStore(quads)

    assert len(items) == len(list(store.match(predicate=ns.TYPE, object=ns.gov("Evidence"))))
    for one in items:
        position, words = sorted(one["target"]["selector"], key=lambda each: str(each["type"]))
        assert len(words["exact"]) == position["end"] - position["start"]
        assert one["body"]


def test_quotes_can_be_left_out(quads: list[Quad], tmp_path: Path) -> None:
    path = tmp_path / "file.jsonld"
    export_profile(MemoryStore(quads), "annotations", path, Quotes.NONE)

    assert "exact" not in path.read_text()
    assert check(path, "annotations").conforms


def test_the_data_set_is_counted(quads: list[Quad]) -> None:
    store = Store()
    store.extend(parse(text(quads, "dataset"), RdfFormat.TURTLE))
    values = {quad.predicate.value.rpartition("#")[2]: quad.object for quad in store if "dataset>" in str(quad.subject)}
    union = {(one.subject, one.predicate, one.object) for one in quads}

    assert values["triples"].value == str(len(union))
    assert values["documents"].value == "6"
    assert "creativecommons.org/licenses/by/4.0" in text(quads, "dataset")


def test_ids_of_two_bases_stay_apart(make: Callable[..., list[Quad]]) -> None:
    here = make(said(Modality.ASSERTED, "2016-01-01"))
    other = NamedNode("https://example.org/id/person/eva-kern")
    there = [Quad(other, ns.TYPE, ns.gov("Person")), Quad(other, ns.PREF_LABEL, german("Eva Kern"))]
    ids = [json.loads(line)["id"] for line in text([*here, *there], "ftm").splitlines() if '"Person"' in line]

    assert len(ids) == len(set(ids)) == 2


HOSTILE = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\"'\\<>&\n\r\t\0\x07\x1b\x85\u2028\ufffe`{}")),
    min_size=1,
    max_size=40,
).filter(str.strip)


@given(HOSTILE, HOSTILE, HOSTILE)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hostile_names_stay_valid(
    make: Callable[..., list[Quad]], tmp_path: Path, name: str, body: str, title: str
) -> None:
    draft = Draft(title, f"{name} {body}", "2024")
    person = draft.entity(EntityType.PERSON, name)
    place = draft.entity(EntityType.ORGANISATION, body, kind="Agency")
    office = draft.office(person.id, name, place.id, draft.text)
    fact = draft.fact(person.id, Predicate.MEMBER_OF, place.id, draft.text)
    found = make(page(draft.record([person, place], [office], [fact]), name="seite"))
    for profile in PROFILES:
        assert check(saved(tmp_path, profile, found), profile).results == (), profile
    assert {BOARD, RLP}.isdisjoint(quad.subject for quad in found)
