from __future__ import annotations

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from govgraph.errors import RecordError, VocabularyError
from govgraph.model import BASE, ArticleRecord, EntityType, Evidence, Predicate, Record, Status
from govgraph.query import to_networkx
from govgraph.rdf import GraphOptions, build_quads, validate
from govgraph.rdf import namespaces as ns
from govgraph.rdf.articles import office_iri
from govgraph.rdf.schema import load_schema
from govgraph.store import MemoryStore
from handmade import ALT, BOARD, COUNCIL, HESSEN, MINISTRY, RLP, Draft, holding, interview, iri, page, small_ontology

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> GraphOptions:
    return GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))


def about(quads: list[Quad], subject: str | NamedNode, graph: str | NamedNode | None = None) -> dict[str, list[str]]:
    """Local name of a predicate → its values, as they stand in N-Quads or, for IRIs, their last part."""
    found: dict[str, list[str]] = {}
    for quad in quads:
        if quad.subject == NamedNode(str(getattr(subject, "value", subject))):
            if graph is not None and quad.graph_name != NamedNode(str(getattr(graph, "value", graph))):
                continue
            name = quad.predicate.value.rpartition("/")[2].rpartition("#")[2]
            value = quad.object
            found.setdefault(name, []).append(
                value.value.rpartition("/")[2].rpartition("#")[2] if isinstance(value, NamedNode) else str(value)
            )
    return found


def of_type(quads: list[Quad], name: str) -> list[str]:
    return [str(quad.subject)[1:-1] for quad in quads if quad.predicate == ns.TYPE and quad.object == ns.gov(name)]


def test_an_article_says_what_it_is(options: GraphOptions) -> None:
    one = interview()
    facts = about(build_quads([page(one)], options), one.article.id)

    assert facts == {
        "type": ["NewsArticle", "Article"] if facts["type"][0] == "NewsArticle" else ["Article", "NewsArticle"],
        "headline": ['"Erfolg im Verbund"@de'],
        "datePublished": [f'"2024-11-18"^^<{XSD}date>'],
        "language": ['"de"'],
        "inLanguage": ['"de"'],
        "genre": ["Interview"],
        "page": ['"page"'],
        "source": ['"pages/page.txt"'],
        "author": ['"Denis Alt"', '"Eva Muster"'],
        "creator": ["denis-alt"],
        "url": [f'"https://example.org/verbund?a=1&b=<2>"^^<{XSD}anyURI>'],
        "textDigest": facts["textDigest"],
        "wasGeneratedBy": facts["wasGeneratedBy"],
        "mentions": [
            "hessen",
            "rheinland-pfalz",
            "onlinezugangsgesetz",
            "standardisierungsboard",
            "verbund-sued",
            "denis-alt",
        ],
    }


def test_a_statement_carries_modality_confidence_evidence_and_origin(options: GraphOptions) -> None:
    one = interview()
    quads = build_quads([page(one)], options)
    statements = {
        (found["subject"][0], found["predicate"][0], found["object"][0]): found
        for found in (about(quads, iri_) for iri_ in of_type(quads, "Statement"))
    }
    slug = one.article.id.rpartition("/")[2]

    assert statements["denis-alt", "memberOf", "standardisierungsboard"] == {
        "type": ["Statement"],
        "subject": ["denis-alt"],
        "predicate": ["memberOf"],
        "object": ["standardisierungsboard"],
        "modality": ["Asserted"],
        "confidence": [f'"0.76"^^<{XSD}decimal>'],
        "evidence": [f"{slug}-45-106"],
        "rule": ['"frame/test"'],
        "speaker": ["denis-alt"],
        "seatOf": ["rheinland-pfalz", "denis-alt"],
        "wasDerivedFrom": [slug],
        "wasGeneratedBy": statements["hessen", "implements", "onlinezugangsgesetz"]["wasGeneratedBy"],
    }
    assert statements["hessen", "implements", "onlinezugangsgesetz"]["modality"] == ["Planned"]
    assert about(quads, f"{BASE}/evidence/{slug}-45-106") == {
        "type": ["Evidence"],
        "quote": ['"Ich gehöre für Rheinland-Pfalz dem Standardisierungsboard an."'],
        "quoteDigest": ['"d226314bd463f9ee944e5c7de28ef601f1f49ef3dfdff9c51071932e336f5dae"'],
        "start": [f'"45"^^<{XSD}integer>'],
        "end": [f'"106"^^<{XSD}integer>'],
        "article": [slug],
    }


def test_one_sentence_is_one_evidence_for_all_its_statements(options: GraphOptions) -> None:
    quads = build_quads([page(interview())], options)

    assert len(of_type(quads, "Statement")) == 3
    assert len(of_type(quads, "Evidence")) == 3  # one of them is the sentence of the office


def test_what_two_rules_have_read_is_one_statement(options: GraphOptions) -> None:
    one = interview()
    surer = replace(one.facts[1], rule="frame/surer", confidence=0.9, evidence=one.offices[0].evidence)

    quads = build_quads([page(replace(one, facts=(*one.facts, surer)))], options)
    statements = [about(quads, iri_) for iri_ in of_type(quads, "Statement")]
    (joined,) = [found for found in statements if found["predicate"] == ["represents"]]

    assert len(statements) == 3
    assert (joined["confidence"], joined["rule"]) == ([f'"0.9"^^<{XSD}decimal>'], ['"frame/surer"'])
    assert len(joined["evidence"]) == 2


def test_an_office_under_two_titles_is_one_tenure(options: GraphOptions) -> None:
    one = interview()
    longer = replace(one.offices[0], role=f"{one.offices[0].role} für Digitales", confidence=0.9)

    quads = build_quads([page(replace(one, offices=(one.offices[0], longer)))], options)
    (tenure,) = of_type(quads, "Tenure")

    assert about(quads, tenure)["confidence"] == [f'"0.9"^^<{XSD}decimal>']


def test_a_plain_triple_stands_for_what_is_asserted_only(options: GraphOptions) -> None:
    quads = build_quads([page(interview())], options)
    plain = {(str(quad.subject)[1:-1], quad.predicate.value, str(quad.object)) for quad in quads}

    assert (ALT, ns.gov("memberOf").value, f"<{BOARD}>") in plain
    assert not [one for one in plain if one[1] == ns.gov("implements").value]


def test_a_tenure_keeps_observation_apart_from_begin_and_end(options: GraphOptions) -> None:
    quads = build_quads([page(holding("Roland Jabkowski", "2018-03-01", since="2011", until="2019-06"))], options)
    (tenure,) = of_type(quads, "Tenure")
    found = about(quads, tenure)

    assert {key: found[key] for key in ("observedOn", "since", "until", "status", "office")} == {
        "observedOn": [f'"2018-03-01"^^<{XSD}date>'],
        "since": [f'"2011"^^<{XSD}gYear>'],
        "until": [f'"2019-06"^^<{XSD}gYearMonth>'],
        "status": ["Current"],
        "office": ["cio-hessen"],
    }
    assert about(quads, f"{BASE}/office/cio-hessen") == {
        "type": ["Office"],
        "prefLabel": ['"CIO Hessen"@de'],
        "role": ["cio"],
        "postIn": ["hessen"],
    }


def test_what_is_no_date_stays_a_string_for_the_shapes_to_find(options: GraphOptions) -> None:
    quads = build_quads([page(holding("Eva Kern", "2018-03-01", since="2018-13"))], options)

    assert about(quads, of_type(quads, "Tenure")[0])["since"] == ['"2018-13"']


def test_offices_of_different_kinds_of_body_differ() -> None:
    assert office_iri("CIO", iri("jurisdiction", "Bremen"), BASE) == f"{BASE}/office/cio-bremen"
    assert office_iri("CIO", iri("municipality", "Bremen"), BASE) == f"{BASE}/office/cio-municipality-bremen"


def test_an_office_without_organisation_belongs_to_one_person_in_one_article(options: GraphOptions) -> None:
    draft = Draft("Amt", "Eva Kern ist Referatsleiterin. Ida Kern auch.")
    people = [draft.entity(EntityType.PERSON, "Eva Kern"), draft.entity(EntityType.PERSON, "Ida Kern")]
    offices = [draft.office(one.id, "Referatsleiter", None, draft.text) for one in people]

    quads = build_quads([page(draft.record(people, offices))], options)

    assert len(of_type(quads, "Office")) == 2
    assert not [quad for quad in quads if quad.graph_name == ns.INFERRED]
    assert about(quads, f"{BASE}/role/referatsleiter") == {"type": ["Role"], "prefLabel": ['"Referatsleiter"@de']}


def test_the_reference_graph_holds_what_is_named_and_what_that_stands_under(options: GraphOptions) -> None:
    quads = build_quads([page(interview())], options)
    reference = [quad for quad in quads if quad.graph_name == ns.REFERENCE and quad.predicate != ns.SUBCLASS_OF]
    held = {str(quad.subject)[1:-1] for quad in reference}

    assert held == {
        BOARD,
        COUNCIL,
        HESSEN,
        RLP,
        iri("law", "Onlinezugangsgesetz"),
        iri("municipality", "Wiesbaden"),
        iri("role", "cio"),
        iri("role", "Leitung IT"),
        f"{BASE}/scheme/roles",
    }


def test_the_classes_of_the_graph_stand_under_wider_ones() -> None:
    draft = Draft("Ministerium", "Das Digitalministerium.")
    body = draft.entity(EntityType.ORGANISATION, "Digitalministerium", kind="Ministry")
    store = MemoryStore(build_quads([page(draft.record([body]))], GraphOptions()))

    def found(kind: str) -> list[str]:
        rows = store.query(f"SELECT DISTINCT ?x {{ ?x a/rdfs:subClassOf* {kind} }}")
        return [one["x"].value for one in rows]  # type: ignore[union-attr]

    assert found("gov:Ministry") == found("gov:Organisation") == found("org:Organization") == [body.id]
    assert found("gov:Committee") == found("schema:Person") == []
    above = {(str(one.subject), one.graph_name) for one in store.match(None, ns.SUBCLASS_OF)}
    # only of what is there
    assert (str(ns.gov("Ministry")), ns.REFERENCE) in above
    assert (str(ns.gov("Committee")), ns.REFERENCE) not in above


def test_reference_links_to_things_outside_are_left_out(options: GraphOptions) -> None:
    draft = Draft("Ministerium", "Das Hessische Digitalministerium.")
    entity = replace(draft.entity(EntityType.ORGANISATION, "Hessische Digitalministerium"), id=MINISTRY)

    quads = build_quads([page(draft.record([entity]))], options)

    assert set(about(quads, MINISTRY, ns.REFERENCE)) == {"type", "prefLabel", "jurisdiction"}


def test_a_genitive_is_no_other_name(options: GraphOptions) -> None:
    draft = Draft("Das Saarland", "Im Amt des Saarlandes.")
    forms = ("Land an der Saar", "Lands an der Saar", "Saarlandes", "Saarländer")
    land = draft.entity(EntityType.JURISDICTION, "Saarland", *forms, kind="State")
    body = draft.entity(EntityType.ORGANISATION, "Digitales Amt", "Digitalen Amtes", kind="Agency")
    quads = build_quads([page(draft.record([land, body]))], options)

    assert about(quads, land.id)["altLabel"] == ['"Land an der Saar"@de', '"Saarländer"@de']
    assert about(quads, land.id)["hiddenLabel"] == ['"Lands an der Saar"@de', '"Saarlandes"@de']
    told = about(quads, body.id)
    assert (told["prefLabel"], told["hiddenLabel"]) == (['"Digitales Amt"@de'], ['"Digitalen Amtes"@de'])
    assert "altLabel" not in told


def test_reference_things_keep_their_name_and_class_and_take_bent_forms_as_hidden_ones(options: GraphOptions) -> None:
    one = interview()
    quads = build_quads([page(one)], options)

    assert about(quads, iri("law", "Onlinezugangsgesetz"), one.article.id) == {"hiddenLabel": ['"OZGs"@de']}
    assert about(quads, iri("organisation", "Verbund Süd"), one.article.id) == {
        "type": ["Organisation"],
        "prefLabel": ['"Verbund Süd"@de'],
        "altLabel": ['"„Verbund\\nSüd“"@de'],
        "jurisdiction": ["rheinland-pfalz"],
    }


def test_another_base_moves_the_reference_data_too(options: GraphOptions) -> None:
    base = "https://example.org/kg"
    draft = Draft("Hessen", "Hessen.")
    entity = replace(draft.entity(EntityType.JURISDICTION, "Hessen"), id=f"{base}/jurisdiction/hessen")

    quads = build_quads([page(draft.record([entity]))], replace(options, base=base))

    assert about(quads, f"{base}/jurisdiction/hessen", ns.REFERENCE)["capital"] == ["wiesbaden"]
    assert not [
        quad
        for quad in quads
        if f"{BASE}/" in str(quad.subject)
        and quad.graph_name != DefaultGraph()
        and "/article/" not in str(quad.subject)
    ]


def holders(options: GraphOptions, *records: Record) -> set[tuple[str, str]]:
    quads = build_quads(records, options)
    return {
        (str(quad.subject)[1:-1].rpartition("/")[2], quad.object.value.rpartition("/")[2])
        for quad in quads
        if quad.graph_name == ns.INFERRED and isinstance(quad.object, NamedNode)
    }


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([("Eva Alt", "2020-01-01", Status.CURRENT), ("Ida Neu", "2024-01-01", Status.NEW)], {"ida-neu"}),
        ([("Eva Alt", "2020-01-01", Status.CURRENT), ("Ida Neu", "2024-01-01", Status.DESIGNATED)], {"eva-alt"}),
        ([("Eva Alt", "2020-01-01", Status.CURRENT), ("Eva Alt", "2024-01-01", Status.FORMER)], set()),
        ([("Eva Alt", "2020-01-01", Status.CURRENT), ("Uwe Weg", "2024-01-01", Status.FORMER)], {"eva-alt"}),
        ([("Eva Alt", "2024-01-01", Status.FORMER), ("Ida Neu", "2024-01-01", Status.ACTING)], {"ida-neu"}),
        ([("Eva Alt", None, Status.CURRENT), ("Ida Neu", "1999", Status.CURRENT)], {"ida-neu"}),
        ([("Eva Alt", None, Status.CURRENT)], {"eva-alt"}),
    ],
)
def test_the_newest_observation_says_who_holds_an_office(
    articles: list[tuple[str, str | None, Status]], expected: set[str], options: GraphOptions
) -> None:
    records = [page(holding(name, date, status=status)) for name, date, status in articles]

    assert holders(options, *records) == {(person, "cio-hessen") for person in expected}
    assert holders(options, *records[::-1]) == {(person, "cio-hessen") for person in expected}


def test_a_tenure_that_had_ended_when_it_was_observed_holds_nothing(options: GraphOptions) -> None:
    assert holders(options, page(holding("Eva Alt", "2020-05-01", until="2019"))) == set()


def test_the_run_names_version_and_inputs_and_no_time(options: GraphOptions) -> None:
    quads = build_quads([page(interview())], options)
    run = {str(quad.subject)[1:-1] for quad in quads if quad.graph_name == ns.RUNS}

    assert len(run) == 1
    assert set(about(quads, run.pop())) == {"type", "toolVersion", "ontologyVersion", "inputDigest", "used"}


def test_other_articles_leave_an_article_graph_as_it_is(options: GraphOptions) -> None:
    one = interview()
    graph = NamedNode(one.article.id)

    alone = [quad for quad in build_quads([page(one)], options) if quad.graph_name == graph]
    among = build_quads([page(holding("Eva Alt", "2020-01-01")), page(one)], options)

    assert [quad for quad in among if quad.graph_name == graph] == alone


def test_the_quads_are_sorted_free_of_repetition_and_independent_of_order(options: GraphOptions) -> None:
    records = [
        page(interview(), name="a"),
        page(holding("Eva Alt", "2020-01-01"), name="b"),
        page(interview(), name="a"),
    ]
    quads = build_quads(records, options)

    assert len(set(quads)) == len(quads)
    assert quads == build_quads(records[::-1], options)
    assert quads == sorted(
        quads, key=lambda quad: tuple(map(str, (quad.graph_name, quad.subject, quad.predicate, quad.object)))
    )


def shifted(one: ArticleRecord, head: str) -> ArticleRecord:
    """The same article on a page where something that is not read stands before it."""

    def moved(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(Evidence(each.start + len(head), each.end + len(head), each.quote) for each in evidence)

    return replace(
        one,
        article=replace(one.article, text=head + one.article.text, kicker="Anders"),
        offices=tuple(replace(office, evidence=moved(office.evidence)) for office in one.offices),
        facts=tuple(replace(fact, evidence=moved(fact.evidence)) for fact in one.facts[:1]),
    )


@pytest.mark.parametrize(("shifted_page", "first"), [("b", "a"), ("0", "0")])
def test_of_an_article_on_two_pages_one_copy_speaks(options: GraphOptions, shifted_page: str, first: str) -> None:
    one = interview()
    records = [page(one, name="a"), page(shifted(one, "Werbung\n\n"), name=shifted_page)]
    quads = build_quads(records, options)

    assert build_quads(records[::-1], options) == quads
    facts = about(quads, one.article.id)
    assert (facts["page"], len(facts["textDigest"])) == (sorted(['"a"', f'"{shifted_page}"']), 1)
    assert validate(quads, ontology=options.ontology).results == ()
    (copy,) = (record.articles[0] for record in records if record.page == first)
    alone = build_quads([page(copy, name=first)], options)
    assert [quad for quad in alone if quad not in quads] == []
    assert {str(quad.object) for quad in quads if quad not in alone} == {
        f'"{"a" if shifted_page == "0" else shifted_page}"',
        f'"pages/{"a" if shifted_page == "0" else shifted_page}.txt"',
    }


def test_oxigraph_keeps_every_term_as_it_is_written(options: GraphOptions) -> None:
    quads = build_quads(
        [page(interview()), page(holding("Eva Alt", "2020", since="2019-02", until="2020-03-04"))], options
    )
    store = Store()
    store.bulk_extend(quads)

    assert {str(quad) for quad in store} == {str(quad) for quad in quads}


def test_what_formats_cannot_carry_is_replaced_one_for_one(options: GraphOptions) -> None:
    text = "Ein\x00Satz\x1fmit\r\nKram \ufffe und \"'`<>&\\ drin."
    draft = Draft("Kram", text)
    people = [draft.entity(EntityType.PERSON, "Eva Kern"), draft.entity(EntityType.JURISDICTION, "Hessen")]
    quads = build_quads([page(draft.record(people, [draft.office(people[0].id, "CIO", HESSEN, text)]))], options)

    (quote,) = [quad.object for quad in quads if quad.predicate == ns.gov("quote")]

    assert isinstance(quote, Literal)
    assert quote.value == "Ein\ufffdSatz\ufffdmit\n\nKram \ufffd und \"'`<>&\\ drin."
    assert len(quote.value) == len(text)


def test_an_id_that_is_no_iri_is_refused(options: GraphOptions) -> None:
    one = interview()
    broken = replace(one, entities=(replace(one.entities[0], id="Denis Alt"), *one.entities[1:]))

    with pytest.raises(RecordError, match="'Denis Alt' is no IRI"):
        build_quads([page(broken)], options)


LEXICON = f"""
@base <{BASE}/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<organisation/verbund-sued> a gov:Agency ; skos:prefLabel "Verbund Süd"@de ; gov:abbreviation "VS" ;
    gov:partOf <organisation/digitalministerium-hessen> ; gov:owner <jurisdiction/saarland> ;
    gov:seat <municipality/wiesbaden> ; gov:contact [ skos:prefLabel "nobody" ] ;
    owl:sameAs <http://www.wikidata.org/entity/Q1> .
<organisation/verbund-sued#name-verbund-2010> a gov:FormerName ; rdfs:label "Südverbund"@de ;
    skos:note "until 2010"@en ;
    gov:nameOf <organisation/verbund-sued> .
<organisation/verbund-nord> a gov:Agency ; skos:prefLabel "Verbund Nord"@de .
<organisation/standardisierungsboard> skos:altLabel "Stabo"@de .
<frame/own> gov:lemma "helfen" .
"""


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    path = tmp_path / "own.ttl"
    path.write_text(LEXICON, encoding="utf-8")
    return path


def test_what_a_lexicon_says_is_in_the_reference_graph(options: GraphOptions, lexicon: Path) -> None:
    own = replace(options, lexicon=(lexicon,))
    quads = build_quads([page(interview())], own)
    body = f"{BASE}/organisation/verbund-sued"

    assert about(quads, body, ns.REFERENCE) == {
        "type": ["Agency"],
        "prefLabel": ['"Verbund Süd"@de'],
        "abbreviation": ['"VS"'],
        "partOf": ["digitalministerium-hessen"],
        "owner": ["saarland"],
        "seat": ["wiesbaden"],
        "sameAs": ["Q1"],
        "source": ["GivenByUser"],
    }
    assert about(quads, MINISTRY, ns.REFERENCE)["prefLabel"] == ['"Hessisches Digitalministerium"@de']
    assert about(quads, f"{body}#name-verbund-2010", ns.REFERENCE) == {
        "type": ["FormerName"],
        "label": ['"Südverbund"@de'],
        "note": ['"until 2010"@en'],
        "nameOf": ["verbund-sued"],
    }
    known = about(quads, BOARD, ns.REFERENCE)
    assert (known["altLabel"], known["source"]) == (['"Stabo"@de'], ["SeenInPublication"])
    assert not about(quads, f"{BASE}/organisation/verbund-nord")
    assert validate(quads, ontology=options.ontology).results == ()


def test_a_lexicon_that_changes_is_read_anew(options: GraphOptions, lexicon: Path) -> None:
    own = replace(options, lexicon=(lexicon,))
    build_quads([page(interview())], own)
    lexicon.write_text(LEXICON.replace('"VS"', '"VSüd"'), encoding="utf-8")

    body = f"{BASE}/organisation/verbund-sued"
    assert about(build_quads([page(interview())], own), body)["abbreviation"] == ['"VSüd"']
    assert "abbreviation" not in about(build_quads([page(interview())], options), body)


@pytest.mark.parametrize(
    ("content", "message"), [(None, "give a readable Turtle file"), ("<a", "own.ttl is no Turtle")]
)
def test_a_lexicon_that_cannot_be_read_is_named(
    options: GraphOptions, tmp_path: Path, content: str | None, message: str
) -> None:
    if content is not None:
        (tmp_path / "own.ttl").write_text(content, encoding="utf-8")

    with pytest.raises(VocabularyError, match=message):
        build_quads([], replace(options, lexicon=(tmp_path / "own.ttl",)))


def test_a_municipal_union_is_a_municipality_and_an_organisation(options: GraphOptions) -> None:
    text = "Der Kommunalverband Ost gehört zum IT-Planungsrat."
    draft = Draft("Verband", text)
    union = draft.entity(EntityType.MUNICIPALITY, "Kommunalverband Ost", kind="MunicipalUnion")
    council = draft.entity(EntityType.ORGANISATION, "IT-Planungsrat", kind="Committee")
    facts = [draft.fact(union.id, Predicate.PART_OF, council.id, text)]
    quads = build_quads([page(draft.record([union, council], [], facts))], options)

    assert validate(quads, ontology=options.ontology).results == ()
    node = to_networkx(MemoryStore(quads)).nodes[union.id]
    assert (node["type"], node["kind"]) == ("Municipality", "MunicipalUnion")
    assert load_schema().coarse("MunicipalUnion") is EntityType.MUNICIPALITY


def test_broken_reference_data_are_named(tmp_path: Path) -> None:
    folder = small_ontology(tmp_path)
    (folder / "bodies.ttl").write_text("<a> <b>", encoding="utf-8")

    with pytest.raises(VocabularyError, match=r"bodies\.ttl is no Turtle"):
        build_quads([], GraphOptions(ontology=folder))


def test_a_thousand_articles_take_seconds(options: GraphOptions) -> None:
    names = [f"Eva{number} Kern" for number in range(1000)]
    random.Random(7).shuffle(names)
    records = [page(holding(name, "2020-01-01"), interview(), name=name) for name in names]
    begin = time.perf_counter()

    quads = build_quads(records, options)

    assert len(quads) > 20_000
    assert time.perf_counter() - begin < 20


def test_what_is_built_with_the_shipped_reference_data_conforms() -> None:
    quads = build_quads([page(interview(), holding("Eva Alt", "2015-05-01"))])
    copied = {str(quad.subject)[1:-1] for quad in quads if quad.graph_name == ns.REFERENCE}

    assert about(quads, HESSEN, ns.REFERENCE)["prefLabel"] == ['"Hessen"@de']
    assert about(quads, iri("role", "cio"), ns.REFERENCE)["inScheme"] == ["roles"]
    # the reference data have tests of their own
    assert [one for one in validate(quads).results if one.focus not in copied] == []
