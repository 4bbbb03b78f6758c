from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from govgraph.errors import InputError, VocabularyError
from govgraph.model import NAMESPACE, EntityType
from govgraph.rdf import GraphOptions, ValidationReport, Violation, build_quads, validate
from govgraph.rdf import namespaces as ns
from govgraph.rdf.schema import UnknownTerm
from govgraph.store import MemoryStore
from handmade import ALT, Draft, holding, interview, page, small_ontology


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_ontology(tmp_path_factory.mktemp("ontology"))


@pytest.fixture(scope="module")
def quads(ontology: Path) -> list[Quad]:
    draft = Draft("Ohne Haus", "Eva Kern ist Referatsleiterin.")
    person = draft.entity(EntityType.PERSON, "Eva Kern")
    loose = draft.record([person], [draft.office(person.id, "Referatsleiter", None, draft.text)])
    records = [page(interview(), holding("Eva Alt", "2020-05", since="2019", until="2021-01-01"), loose)]
    return build_quads(records, GraphOptions(ontology=ontology))


def test_a_built_graph_conforms(quads: list[Quad], ontology: Path) -> None:
    assert validate(quads, ontology=ontology) == ValidationReport(True, ())


def test_a_store_and_a_file_are_validated_alike(quads: list[Quad], ontology: Path, tmp_path: Path) -> None:
    broken = [quad for quad in quads if quad.predicate != ns.gov("quoteDigest")]
    path = tmp_path / "graph.trig"
    path.write_bytes(serialize(broken, format=RdfFormat.TRIG) or b"")

    from_store = validate(MemoryStore(broken), ontology=ontology)

    assert not from_store.conforms
    assert from_store == validate(path, ontology=ontology) == validate(iter(broken), ontology=ontology)


def test_a_statement_without_evidence_is_reported_so_that_one_can_act(quads: list[Quad], ontology: Path) -> None:
    statement = next(quad.subject for quad in quads if quad.object == ns.gov("Statement"))
    broken = [quad for quad in quads if (quad.subject, quad.predicate) != (statement, ns.gov("evidence"))]

    report = validate(broken, ontology=ontology)

    assert not report
    result = next(one for one in report.results if one.path == ns.gov("evidence").value)
    assert str(statement) == f"<{result.focus}>"
    assert result.severity == "Violation"
    assert "Es fehlt der Beleg" in result.message_de
    assert "The evidence is missing" in result.message_en


def test_a_wrong_value_is_shown(quads: list[Quad], ontology: Path) -> None:
    entity = next(quad.subject for quad in quads if quad.object == ns.gov("Person"))
    extra = Quad(entity, ns.PREF_LABEL, Literal("Zweiter Name", language="de"), ns.INFERRED)

    report = validate([*quads, extra], ontology=ontology)

    assert [(one.focus, one.path) for one in report.results] == [(f"{entity}"[1:-1], ns.PREF_LABEL.value)]


def test_a_rule_about_the_whole_graph_names_the_culprit_in_both_languages(quads: list[Quad], ontology: Path) -> None:
    statement = next(quad.subject for quad in quads if quad.object == ns.gov("memberOf"))
    broken = [
        Quad(quad.subject, quad.predicate, ns.gov("locatedIn"), quad.graph_name)
        if (quad.subject, quad.predicate) == (statement, ns.PREDICATE)
        else quad
        for quad in quads
    ]

    report = validate(broken, ontology=ontology)

    iri = str(statement)[1:-1]
    located = ns.gov("locatedIn").value
    domain = next(one for one in report.results if one.shape.endswith("StatementDomainShape"))
    assert domain == Violation(
        focus=iri,
        path="",
        value="",
        severity="Violation",
        message_de=f"Das Subjekt {ALT} der Aussage {iri} passt nicht zu {located}: Seine Klasse liegt nicht im "
        "Definitionsbereich (rdfs:domain in govgraph.ttl). Bitte Klasse, Prädikat oder Richtung berichtigen.",
        message_en=f"The subject {ALT} of the statement {iri} does not fit {located}: its class is outside the domain "
        "(rdfs:domain in govgraph.ttl). Correct the class, the predicate or the direction.",
        shape="https://w3id.org/govgraph/shapes#StatementDomainShape",
        name="Denis Alt – gov:locatedIn – Standardisierungsboard",
        page="pages/page.txt",
        component="SPARQLConstraintComponent",
    )
    plain = next(one for one in report.results if one.shape.endswith("PlainTripleShape"))
    assert (plain.focus, plain.name, plain.page) == (ALT, "Denis Alt", "")


def test_no_result_is_in_one_language_only(quads: list[Quad], ontology: Path) -> None:
    left_out = {ns.gov(name) for name in ("evidence", "end", "modality", "status", "genre")} | {ns.PREF_LABEL}
    broken = [quad for quad in quads if quad.predicate not in left_out]

    results = validate(broken, ontology=ontology).results

    assert len(results) > 20
    assert [one for one in results if one.message_de == one.message_en] == []
    assert [one for one in results if one.focus.startswith(NAMESPACE)] == []


def test_evidence_and_articles_are_called_by_their_words(quads: list[Quad], ontology: Path) -> None:
    long = "Wort  " * 40
    evidence = next(quad for quad in quads if quad.predicate == ns.gov("quote"))
    wrong = Quad(evidence.subject, evidence.predicate, Literal(long), evidence.graph_name)
    broken = [wrong if quad == evidence else quad for quad in quads if quad.predicate != ns.gov("genre")]

    found = {one.name: one.page for one in validate(broken, ontology=ontology).results}

    assert found == {
        ("Wort " * 40)[:79] + "…": "pages/page.txt",
        "Erfolg im Verbund": "pages/page.txt",
        "CIO Hessen": "pages/page.txt",
        "Ohne Haus": "pages/page.txt",
    }


def test_the_report_does_not_change_from_run_to_run(quads: list[Quad], ontology: Path) -> None:
    broken = [quad for quad in quads if quad.predicate not in (ns.gov("status"), ns.gov("modality"))]

    assert validate(broken, ontology=ontology) == validate(broken[::-1], ontology=ontology)


def test_a_person_is_named_in_no_result(quads: list[Quad], ontology: Path) -> None:
    assert ALT not in {one.focus for one in validate(quads, ontology=ontology).results}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.ttl", None, "no file"),
        ("graph.xyz", "", "unknown syntax; allowed are .ttl"),
        ("graph.ttl", "<a> <b>", r"graph\.ttl is no Turtle: .*; correct the file"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(InputError, match=message):
        validate(tmp_path / name)


def test_an_ontology_without_shapes_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"the ontology cannot be used: no file .*shapes\.ttl"):
        validate([], ontology=tmp_path)


SHAPE = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix gov: <https://w3id.org/govgraph/ontology#> .
<urn:s> a sh:NodeShape ; sh:targetClass gov:{kind} ; sh:property [ sh:path gov:{path} ; sh:maxCount 0 ] .
"""


def test_terms_that_own_shapes_name_and_nothing_has_are_told(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(SHAPE.format(kind="Persn", path="mentions"), encoding="utf-8")
    assert validate([], more=[path]).unknown == (UnknownTerm("Persn", "Person"),)
    path.write_text(SHAPE.format(kind="Person", path="nickname"), encoding="utf-8")
    assert [one.name for one in validate([], more=[path]).unknown] == ["nickname"]
    used = Quad(NamedNode("urn:a"), NamedNode(NAMESPACE + "nickname"), NamedNode("urn:b"))
    assert validate([used], more=[path]).unknown == ()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", "no shape with a target"),
        ("<urn:s> a <http://www.w3.org/ns/shacl#NodeShape> .", "no shape with a target"),
        ("no Turtle", "the shapes cannot be used: own.ttl is no Turtle"),
    ],
)
def test_own_shapes_that_are_about_nothing_are_refused(tmp_path: Path, words: str, reason: str) -> None:
    (tmp_path / "own.ttl").write_text(words, encoding="utf-8")
    with pytest.raises(VocabularyError, match=reason):
        validate([], more=[tmp_path / "own.ttl"])


def test_plain_text_is_no_graph(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Ein Titel\n\nEin Satz.\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"page\.txt: unknown syntax; allowed are \.ttl"):
        validate(tmp_path / "page.txt")
