"""Rules infer what follows from what is stated for certain, say from what, and come to an end."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from govgraph import Graph
from govgraph.errors import VocabularyError
from govgraph.model import BASE, NAMESPACE
from govgraph.query import Inferences, infer, load_inference_rules
from govgraph.query.inference import rule_graph
from govgraph.rdf import namespaces as ns
from govgraph.rdf import validate
from govgraph.store import MemoryStore

HEAD = f"""
@base <{BASE}/> .
@prefix gov: <{NAMESPACE}> .
@prefix org: <{ns.ORG}> .
@prefix prov: <{ns.PROV}> .
@prefix rdf: <{ns.RDF}> .
@prefix dcterms: <{ns.DCTERMS}> .
@prefix sh: <{ns.SHACL}> .
@prefix xsd: <{ns.XSD}> .
"""


def stated(  # noqa: PLR0913 - what a statement has
    name: str, subject: str, predicate: str, value: str, modality: str = "Asserted", sure: str = "0.9"
) -> str:
    plain = f"<{subject}> gov:{predicate} <{value}> ." if modality == "Asserted" else ""
    return f"""{plain}
        <statement/{name}> a gov:Statement ; rdf:subject <{subject}> ; rdf:predicate gov:{predicate} ;
          rdf:object <{value}> ; gov:modality gov:{modality} ; gov:confidence {sure} ; prov:wasDerivedFrom <article/a> .
    """


def period(  # noqa: PLR0913 - what a period has
    name: str, person: str, body: str, begin: str, end: str, more: str = ""
) -> str:
    return f"""
        <period/{name}> a gov:Period ; gov:holder <person/{person}> ; org:organization <{body}> ;
          gov:office <office/{name}> ; gov:beginLatest "{begin}"^^xsd:date ; gov:endEarliest "{end}"^^xsd:date ;
          prov:wasDerivedFrom <tenure/{name}> {more} .
    """


def store(turtle: str, reference: str = "") -> MemoryStore:
    def quads(text: str, graph: NamedNode) -> list[Quad]:
        found = parse((HEAD + text).encode(), format=RdfFormat.TURTLE)
        return [Quad(one.subject, one.predicate, one.object, graph) for one in found]

    return MemoryStore([*quads(turtle, NamedNode(f"{BASE}/article/a")), *quads(reference, ns.REFERENCE)])


def told(found: Inferences) -> set[tuple[str, ...]]:
    return {
        tuple(
            one.removeprefix(f"{BASE}/").removeprefix(NAMESPACE)
            for one in (each.rule, each.subject, each.predicate, each.object, *each.derived_from)
        )
        for each in found.inferred
    }


def inferred(turtle: str, reference: str = "") -> set[tuple[str, ...]]:
    return told(infer(store(turtle, reference), load_inference_rules()))


def test_every_rule_says_what_it_is() -> None:
    rules = load_inference_rules()

    assert [one.name for one in rules] == sorted(one.name for one in rules)
    assert len(rules) == 7
    for one in rules:
        assert one.title_de != one.title_en
        assert one.about_de != one.about_en
        assert len(one.source) > 20
        assert len(one.digest) == 64


def test_cooperation_holds_both_ways() -> None:
    assert inferred(stated("s", "organisation/a", "cooperatesWith", "organisation/b")) == {
        ("cooperation-symmetric", "organisation/b", "cooperatesWith", "organisation/a", "statement/s")
    }


def test_what_is_stated_is_not_inferred() -> None:
    both = stated("s", "organisation/a", "cooperatesWith", "organisation/b")
    both += stated("t", "organisation/b", "cooperatesWith", "organisation/a")

    assert inferred(both) == set()


def test_parts_of_parts_to_any_depth_each_with_what_it_follows_from() -> None:
    found = infer(
        store("".join(stated(f"s{at}", f"organisation/{at}", "partOf", f"organisation/{at + 1}") for at in range(4))),
        load_inference_rules(),
    )

    triples = {(one.subject[-1], one.object[-1]) for one in found.inferred}
    assert triples == {("0", "2"), ("1", "3"), ("2", "4"), ("0", "3"), ("1", "4"), ("0", "4")}
    whole = next(one for one in found.inferred if (one.subject[-1], one.object[-1]) == ("0", "4"))
    direct = next(one for one in found.inferred if (one.subject[-1], one.object[-1]) == ("0", "3"))
    assert whole.derived_from == tuple(sorted([direct.iri, f"{BASE}/statement/s3"]))
    assert found.rounds == 3


def test_parts_in_a_circle_come_to_an_end() -> None:
    circle = "".join(stated(f"s{at}", f"programme/{at}", "partOf", f"programme/{(at + 1) % 3}") for at in range(3))

    found = {one[1:4] for one in inferred(circle)}

    assert found == {(f"programme/{at}", "partOf", f"programme/{(at + 2) % 3}") for at in range(3)}


def test_reference_data_count_where_they_were_seen() -> None:
    seen = "<organisation/b> gov:partOf <organisation/c> ; dcterms:source gov:{0} ."
    first = stated("s", "organisation/a", "partOf", "organisation/b")

    assert inferred(first, seen.format("SeenInPublication")) == {
        ("part-of-transitive", "organisation/a", "partOf", "organisation/c", ns.REFERENCE.value, "statement/s")
    }
    assert inferred(first, seen.format("BelievedUnchecked")) == set()


def test_succession_and_its_inverse() -> None:
    assert inferred(stated("s", "person/new", "succeeds", "person/old")) == {
        ("succeeded-by", "person/old", "succeededBy", "person/new", "statement/s")
    }


def test_predecessors_and_successors_of_bodies() -> None:
    reference = "<organisation/new> gov:predecessor <organisation/old> ; dcterms:source gov:SeenInPublication ."

    assert inferred("", reference) == {
        ("successor-of-body", "organisation/old", "successor", "organisation/new", ns.REFERENCE.value)
    }


def test_colleagues_are_those_whose_certain_times_overlap() -> None:
    ministry = "organisation/ministry"
    ada = period("ada", "ada", ministry, "2020-01-01", "2022-01-01")

    assert inferred(ada + period("ben", "ben", ministry, "2021-01-01", "2023-01-01")) == {
        ("colleagues", "person/ada", "colleagueOf", "person/ben", "period/ada", "period/ben"),
        ("colleagues", "person/ben", "colleagueOf", "person/ada", "period/ada", "period/ben"),
    }


@pytest.mark.parametrize(
    "other",
    [
        period("ben", "ben", "organisation/ministry", "2022-01-01", "2023-01-01"),
        period("ben", "ben", "organisation/other", "2021-01-01", "2023-01-01"),
        period("ben", "ada", "organisation/ministry", "2021-01-01", "2023-01-01"),
        period("ben", "ben", "organisation/ministry", "2021-06-01", "2021-01-01"),
        period("ben", "ben", "organisation/ministry", "2021-01-01", "2023-01-01", "; gov:acting true"),
        period("ben", "ben", "organisation/ministry", "2021-01-01", "2023-01-01").replace("endEarliest", "endLatest"),
    ],
    ids=["hand-over", "elsewhere", "oneself", "uncertain", "acting", "open"],
)
def test_whoever_may_not_have_met_is_no_colleague(other: str) -> None:
    assert inferred(period("ada", "ada", "organisation/ministry", "2020-01-01", "2022-01-01") + other) == set()


def test_a_land_is_no_place_of_work_to_be_colleagues_in() -> None:
    land = "jurisdiction/hessen"

    assert (
        inferred(
            period("ada", "ada", land, "2020-01-01", "2022-01-01")
            + period("ben", "ben", land, "2020-01-01", "2022-01-01")
        )
        == set()
    )


def test_offices_belong_to_the_one_land_of_their_body() -> None:
    post = "<office/o> org:postIn <organisation/ministry> ."
    body = "<organisation/ministry> gov:jurisdiction <jurisdiction/hessen>{0} ; dcterms:source gov:SeenInPublication ."

    assert inferred(post, body.format("")) == {
        ("office-jurisdiction", "office/o", "officeOf", "jurisdiction/hessen", ns.REFERENCE.value)
    }
    assert inferred(post, body.format(" , <jurisdiction/bayern>")) == set()


def test_implementing_a_part_contributes_to_the_whole_over_several_steps() -> None:
    found = inferred(
        stated("i", "jurisdiction/hessen", "implements", "programme/a")
        + stated("p", "programme/a", "partOf", "programme/b")
        + stated("q", "programme/b", "partOf", "programme/c")
    )

    assert {one[1:4] for one in found if one[0] == "contributes-to"} == {
        ("jurisdiction/hessen", "contributesTo", "programme/b"),
        ("jurisdiction/hessen", "contributesTo", "programme/c"),
    }
    assert not any(one[2] == "implements" for one in found)


@pytest.mark.parametrize("modality", ["Planned", "Reported", "Ended"])
def test_only_what_is_asserted_leads_to_anything(modality: str) -> None:
    assert inferred(stated("s", "organisation/a", "cooperatesWith", "organisation/b", modality)) == set()


def test_what_ended_by_another_article_leads_to_nothing() -> None:
    once = stated("s", "organisation/a", "cooperatesWith", "organisation/b")

    assert inferred(once + stated("t", "organisation/a", "cooperatesWith", "organisation/b", "Ended")) == set()


def test_what_is_in_doubt_leads_to_nothing() -> None:
    assert inferred(stated("s", "organisation/a", "cooperatesWith", "organisation/b", sure="0.79")) == set()


@pytest.mark.parametrize(("severity", "count"), [("Violation", 0), ("Warning", 1)])
def test_what_is_contradicted_leads_to_nothing(severity: str, count: int) -> None:
    conflict = f"<conflict/k> a gov:Conflict ; gov:involves <statement/s> ; sh:resultSeverity sh:{severity} ."

    assert len(inferred(stated("s", "person/new", "succeeds", "person/old") + conflict)) == count


def test_each_rule_has_a_graph_with_its_provenance_and_the_shapes_are_kept() -> None:
    data = store(stated("s", "person/new", "succeeds", "person/old"))
    quads = infer(data, load_inference_rules()).quads()
    (rule,) = (one for one in load_inference_rules() if one.name == "succeeded-by")
    iri = NamedNode("https://w3id.org/govgraph/rules/succeeded-by")

    assert {one.graph_name for one in quads} == {rule_graph("succeeded-by")}
    held = {(one.subject, one.predicate, one.object) for one in quads}
    old, new = (NamedNode(f"{BASE}/person/{name}") for name in ("old", "new"))
    assert (old, ns.gov("succeededBy"), new) in held
    assert (iri, ns.gov("ruleDigest"), Literal(rule.digest)) in held
    assert (iri, ns.VERSION_INFO, Literal("1")) in held
    assert (rule_graph("succeeded-by"), ns.gov("inferredBy"), iri) in held
    about = [one for one in validate(quads).results if "inference/" in one.focus or "/rules/" in one.focus]
    assert about == []


def test_the_graph_stays_as_it_is_and_inferring_again_gives_the_same() -> None:
    data = store(
        stated("s", "organisation/a", "partOf", "organisation/b")
        + stated("t", "organisation/b", "partOf", "organisation/c")
    )
    before = sorted(map(str, data.match()))

    first = infer(data, load_inference_rules())
    second = infer(data, load_inference_rules()[::-1])
    joined = Graph(data).with_inferences()

    assert sorted(map(str, data.match())) == before
    assert first.quads() == second.quads()
    assert len(joined) == len(data) + len(first.quads())
    # what was inferred before is no premise
    assert joined.infer().quads() == first.quads()


RULE = """# title-de: Nachbarn
# title-en: Neighbours
# about-de: Wer kooperiert, ist benachbart.
# about-en: Whoever cooperates is a neighbour.
# source: made up for a test
# version: 2
"""
CONSTRUCT = """CONSTRUCT {
  [] rdf:subject ?a ; rdf:predicate <https://example.org/near> ; rdf:object ?b ; prov:wasDerivedFrom ?s }
WHERE { ?s a gov:Premise ; rdf:predicate gov:cooperatesWith ; rdf:subject ?a ; rdf:object ?b }
"""


def test_rules_of_a_user_stand_beside_those_of_the_ontology(tmp_path: Path) -> None:
    (tmp_path / "near.rq").write_text(RULE + CONSTRUCT, encoding="utf-8")
    graph = Graph(store(stated("s", "organisation/a", "cooperatesWith", "organisation/b")))

    found = graph.infer(tmp_path)

    assert found.counts()["near"] == found.counts()["cooperation-symmetric"] == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (RULE + "SELECT * WHERE { ?s ?p ?o }", "a rule is a CONSTRUCT query"),
        (RULE + "CONSTRUCT { ?s", "is no SPARQL"),
        (RULE + CONSTRUCT.replace("; prov:wasDerivedFrom ?s ", ""), "lacks rdf:subject"),
        (CONSTRUCT, "no `# title-de:` line"),
        (
            RULE
            + CONSTRUCT.replace("gov:cooperatesWith ;", "?p ;")
            .replace("a gov:Premise ;", "")
            .replace("?a ; rdf:object ?b }", '?a ; rdf:object ?x BIND(IRI(CONCAT(STR(?x), "x")) AS ?b) }'),
            "still infer after",
        ),
    ],
    ids=["select", "broken", "without-source", "without-title", "without-end"],
)
def test_rules_that_cannot_be_used_are_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "near.rq").write_text(text, encoding="utf-8")
    graph = Graph(store(stated("s", "organisation/a", "cooperatesWith", "organisation/b")))

    with pytest.raises(VocabularyError, match=message):
        graph.infer(tmp_path)


def test_a_folder_without_rules_and_a_name_that_is_taken_are_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="no rules"):
        load_inference_rules([tmp_path])
    (tmp_path / "colleagues.rq").write_text(RULE + CONSTRUCT, encoding="utf-8")
    with pytest.raises(VocabularyError, match="already"):
        load_inference_rules([tmp_path])
