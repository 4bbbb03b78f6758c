from __future__ import annotations

import datetime
import pickle
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from govgraph.errors import NotFoundError, QueryError
from govgraph.model import BASE, NAMESPACE, EntityType, Status
from govgraph.query import (
    Iri,
    Rows,
    Triples,
    UnknownTerm,
    classes_below,
    compared_with_days,
    named_queries,
    run,
    run_named,
    suggestions,
    unknown_terms,
    untagged_labels,
)
from govgraph.query.named import insert
from govgraph.query.names import look_up
from govgraph.rdf import GraphOptions, build_quads
from govgraph.rdf import namespaces as ns
from govgraph.store import MemoryStore
from handmade import ALT, BOARD, HESSEN, OZG, PLANNING, RLP, SPEAKING, holding, interview, page, small_ontology


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))
    return MemoryStore(build_quads([page(interview(), holding("Eva Alt", "2015-05", since="2011"))], options))


def rows(answer: Rows | Triples | bool) -> Rows:
    assert isinstance(answer, Rows)
    return answer


def test_cells_are_typed_and_reached_by_attribute_name_and_position(store: MemoryStore) -> None:
    (row,) = rows(
        run(
            store,
            """SELECT ?iri ?label ?start ?confidence ?date ?year ?yes ?none WHERE {
                 BIND(person:denis-alt AS ?iri) BIND("Größe"@de AS ?label) BIND(45 AS ?start) BIND(0.5 AS ?confidence)
                 BIND("2024-11-18"^^xsd:date AS ?date) BIND("2011"^^xsd:gYear AS ?year) BIND(true AS ?yes) }""",
        )
    )

    assert list(row) == [ALT, "Größe", 45, Decimal("0.5"), datetime.date(2024, 11, 18), "2011", True, None]
    assert isinstance(row.iri, Iri)
    assert not isinstance(row.label, Iri)
    assert (row.start, row["start"], row[2]) == (45, 45, 45)
    assert row.terms[1] == Literal("Größe", language="de")
    assert row.as_dict()["none"] is None


def test_rows_cannot_be_changed_and_know_their_columns(store: MemoryStore) -> None:
    (row,) = rows(run(store, "SELECT (1 AS ?one) {}"))

    with pytest.raises(AttributeError, match="rows cannot be changed"):
        row.one = 2
    with pytest.raises(AttributeError, match="no column 'two'; there are one"):
        _ = row.two
    with pytest.raises(KeyError, match="no column 'two'"):
        _ = row["two"]
    assert row == rows(run(store, "SELECT (1 AS ?one) {}"))[0]
    assert pickle.loads(pickle.dumps(row)) == row


def test_a_broken_value_stays_a_string(store: MemoryStore) -> None:
    assert rows(run(store, 'SELECT ("2024-02-31"^^xsd:date AS ?day) {}'))[0].day == "2024-02-31"


def test_the_other_forms_of_query(store: MemoryStore) -> None:
    assert run(store, "ASK { person:denis-alt gov:memberOf ?board }") is True
    assert run(store, "ASK { jurisdiction:hessen gov:implements ?law }") is False
    made = run(store, "CONSTRUCT { ?s gov:memberOf ?o } WHERE { ?s gov:memberOf ?o }")
    assert isinstance(made, Triples)
    assert [(str(one.subject), str(one.object)) for one in made] == [(f"<{ALT}>", f"<{BOARD}>")]
    assert "person:denis-alt gov:memberOf organisation:standardisierungsboard" in made.to_turtle()


def test_json_is_that_of_the_recommendation(store: MemoryStore) -> None:
    answer = rows(run(store, 'SELECT ?a ("x"@de AS ?b) (1 AS ?c) ?d { BIND(gov:Person AS ?a) }'))

    assert answer.to_json() == {
        "head": {"vars": ["a", "b", "c", "d"]},
        "results": {
            "bindings": [
                {
                    "a": {"type": "uri", "value": "https://w3id.org/govgraph/ontology#Person"},
                    "b": {"type": "literal", "value": "x", "xml:lang": "de"},
                    "c": {
                        "type": "literal",
                        "value": "1",
                        "datatype": "http://www.w3.org/2001/XMLSchema#integer",
                    },
                }
            ]
        },
    }


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT * WHERE {\n ?s ?p } LIMIT", "no SPARQL query: line 2, column .*, at .*: expected"),
        (
            "SELECT WHERE",
            "no SPARQL query: it is not complete; something is missing or wrong before line 1, column 13$",
        ),
        ("SELECT * WHERE {\n ?s a", "it is not complete; .* before line 2, column 6$"),
        (
            "SELECT ?x WHERE { ?x foo:bar ?y }",
            "no SPARQL query: unknown prefix foo:; declare it .*: article:, .*, xsd:$",
        ),
        ("SELECT ?x WHERE { ?x gov:chairs }", r"line 1, column 33, at '}': expected one of .{1,200}, …$"),
        ("", "no SPARQL query: it is empty"),
        ("SELCT ?x", "line 1, column 1, at 'SELCT .x': expected SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("PREFIX a: <http://a/>\n# SELECT\n SELCT ?x", "line 3, column 2, at 'SELCT .x': expected SELECT"),
        ("DELETE WHERE { ?s ?p ?o }", "an update cannot be run: queries only read"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE asks another server"),
    ],
)
def test_what_cannot_be_run_says_where_or_why(store: MemoryStore, sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run(store, sparql)


def test_the_word_service_in_names_and_strings_is_no_service(store: MemoryStore) -> None:
    sparql = """# SERVICE in a comment
        SELECT ?service { BIND("SERVICE <x>" AS ?service) FILTER NOT EXISTS { ?s a service:x , <urn:SERVICE> } }"""

    assert rows(run(store, sparql))[0].service == "SERVICE <x>"


def test_who_holds_an_office_on_a_day(store: MemoryStore) -> None:
    def names(on: str, of: str) -> list[Any]:
        given = {"role": "cio", "organisation": of, "on": on}
        return [row.name for row in rows(run_named(store, "who-holds-office-on", given))]

    assert names("2024-12-01", "Rheinland-Pfalz") == ["Denis Alt"]
    assert names("2011-03-01", "hessen") == ["Eva Alt"]
    assert names("2010-12-31", "hessen") == []


@pytest.fixture(scope="module")
def careers(tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    """Eva Alt stays in Hessen when she comes to the Saarland, Ida Neu has left, Uwe Kurz is seen on one day."""
    saarland = (EntityType.JURISDICTION, "Saarland", "State")
    said = (
        holding("Eva Alt", "2022-05-11"),
        holding("Eva Alt", "2022-10-11"),
        holding("Eva Alt", "2023-01-11", role="Digitalminister", body=saarland),
        holding("Ida Neu", "2017-01-11"),
        holding("Ida Neu", "2017-04-11"),
        holding("Ida Neu", "2017-06-11", status=Status.FORMER),
        holding("Ida Neu", "2018-01-11", role="Digitalminister", body=saarland),
        holding("Uwe Kurz", "2019-03-11"),
        holding("Jan Lang", "2020-01-11"),
        holding("Jan Lang", "2021-01-11"),
    )
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("careers")))
    return MemoryStore(build_quads([page(*said)], options))


def test_who_certainly_holds_an_office_is_told_from_who_may(careers: MemoryStore) -> None:
    def known(on: str) -> list[Any]:
        given = {"role": "cio", "organisation": "Hessen", "on": on}
        return sorted({(row.name, row.certain) for row in rows(run_named(careers, "who-holds-office-on", given))})

    assert known("2020-06-01") == [("Jan Lang", True)]
    assert known("2021-06-01") == [("Eva Alt", False), ("Jan Lang", False)]


def test_nobody_is_said_to_have_left_who_is_still_seen(careers: MemoryStore) -> None:
    found = rows(run_named(careers, "where-they-went", {"organisation": "Hessen"}))

    assert [(row.name, row.lastKnown, row.goneBy) for row in found] == [
        ("Ida Neu", datetime.date(2017, 4, 11), datetime.date(2017, 6, 11)),
        ("Eva Alt", datetime.date(2022, 10, 11), None),
    ]


def test_who_is_seen_on_one_day_shortens_no_mean(careers: MemoryStore) -> None:
    found = rows(run_named(careers, "length-of-tenures"))

    # five, three and twelve months
    assert [(row.title, row.periods, row.meanMonths) for row in found] == [("CIO", 3, Decimal("6.7"))]


def test_members_implementations_offices_statements_and_evidence(store: MemoryStore) -> None:
    article = interview().article.id
    members = rows(run_named(store, "members-of", {"body": "Standardisierungsboard"}))
    plans = rows(run_named(store, "implements-what", {"actor": "Hessen"}))
    offices = rows(run_named(store, "offices-of-person", {"person": "Denis Alt"}))
    stated = rows(run_named(store, "statements-of-article", {"article": article}))

    assert [(row.member, row.quote, str(row.date)) for row in members] == [(ALT, SPEAKING, "2024-11-18")]
    assert [(row.thing, row.modality, row.quote) for row in plans] == [(OZG, ns.gov("Planned").value, PLANNING)]
    assert [(row.title, row.organisationName, row.status) for row in offices] == [
        ("CIO", "Rheinland-Pfalz", ns.gov("New").value)
    ]
    assert [(row.subject, row.object) for row in stated] == [
        (ALT, "https://w3id.org/govgraph/id/office/cio-rheinland-pfalz"),
        (ALT, BOARD),
        (ALT, RLP),
        (HESSEN, OZG),
    ]
    evidence = rows(run_named(store, "evidence-of", {"statement": str(stated[1].statement)}))
    assert [(row.quote, row.start, row.end, row.article) for row in evidence] == [(SPEAKING, 45, 106, article)]


def test_parameters_are_terms_and_never_text(tmp_path: Path) -> None:
    hostile = '"} UNION { ?s ?p ?o } #'
    store = MemoryStore([Quad(NamedNode(ALT), ns.PREF_LABEL, Literal(hostile, language="de"), ns.INFERRED)])
    (tmp_path / "label.rq").write_text(
        "# title-de: Wer?\n# title-en: Who?\n# param name text: A name | Ein Name\n"
        "SELECT ?s { ?s skos:prefLabel ?label FILTER(STR(?label) = STR($name)) # $name\n }",
        encoding="utf-8",
    )

    assert [row.s for row in rows(run_named(store, "label", {"name": hostile}, folder=tmp_path))] == [ALT]
    assert list(rows(run_named(store, "label", {"name": hostile[1:]}, folder=tmp_path))) == []


def asked(store: MemoryStore, folder: Path, head: str, body: str, **given: str) -> Rows:
    text = f"# title-de: Wer?\n# title-en: Who?\n{head}\n{body}"
    (folder / "own.rq").write_text(text, encoding="utf-8")
    return rows(run_named(store, "own", given, folder=folder))


def test_a_default_is_taken_and_any_leaves_a_parameter_open(store: MemoryStore, tmp_path: Path) -> None:
    head = "# param who entity = *: a | b\n# param least number = 0.8: a | b"
    body = "SELECT ?s { ?s rdf:subject $who ; gov:confidence ?c FILTER(?c > $least) }"

    assert len(asked(store, tmp_path, head, body)) == 0
    assert len(asked(store, tmp_path, head, body, least="0.5")) == 3
    assert len(asked(store, tmp_path, head, body, least="0.5", who="Hessen")) == 1
    # only where it is the default does it stand for anything
    with pytest.raises(QueryError, match=re.escape("least='*' is no number; give one like 0.5")):
        asked(store, tmp_path, head, body, least="*")


def test_predicates_and_classes_are_given_by_name_or_label(store: MemoryStore, tmp_path: Path) -> None:
    head = "# param how predicate: a | b\n# param what class: a | b"
    body = "SELECT DISTINCT ?o { ?s rdf:predicate $how ; rdf:object ?o . ?o a $what }"

    for how in ("memberOf", "gov:memberOf", "Mitglied von", "member of"):
        assert [row.o for row in asked(store, tmp_path, head, body, how=how, what="gremium")] == [BOARD]
    with pytest.raises(NotFoundError, match="no class 'Bremse'; there are Agency, Association"):
        asked(store, tmp_path, head, body, how="memberOf", what="Bremse")


def test_columns_are_held_to_what_the_header_says_and_dates_are_dates(store: MemoryStore, tmp_path: Path) -> None:
    body = 'SELECT ?day ?label { BIND("2024-11-18" AS ?day) BIND("2024-11-18" AS ?label) }'

    (row,) = asked(store, tmp_path, "# columns: day:date label:text", body)
    assert list(row) == [datetime.date(2024, 11, 18), "2024-11-18"]
    with pytest.raises(QueryError, match="says that it has the columns label, day, but gives day, label"):
        asked(store, tmp_path, "# columns: label:text day:date", body)
    with pytest.raises(QueryError, match="but gives no columns"):
        asked(store, tmp_path, "# columns: label:text", "ASK {}")


def test_terms_are_put_in_outside_of_strings_iris_and_comments() -> None:
    text = """SELECT ?a { ?a ?b $x ; <urn:$x> "$x", '$x', \"\"\"$x\"\"\" . # $x
      FILTER(?x != $xx && ?a < $x) }"""
    term = Literal('a"b\n')

    assert insert(text, {"x": term}).count(str(term)) == 2
    assert insert(text, {}) == text


def test_a_name_is_looked_up_by_its_letters_first() -> None:
    one, other = (NamedNode(f"https://w3id.org/govgraph/id/system/{name}") for name in ("a", "b"))
    store = MemoryStore(
        [
            Quad(one, ns.PREF_LABEL, Literal("Elster", language="de"), ns.REFERENCE),
            Quad(other, ns.PREF_LABEL, Literal("ELSTER", language="de"), ns.REFERENCE),
            Quad(other, ns.ALT_LABEL, Literal("Steuer", language="de"), ns.REFERENCE),
        ]
    )

    assert look_up(store, "ELSTER") == other.value
    assert look_up(store, "Elster") == one.value
    assert look_up(store, "Steuer") == look_up(store, "steuer") == other.value
    assert look_up(store, f"<{one.value}>") == look_up(store, "system:a") == one.value
    with pytest.raises(NotFoundError, match="'elster' can mean 2 things"):
        look_up(store, "elster")


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("no-such", {}, "no query 'no-such'; `govgraph query --list` names all"),
        ("member-of", {}, "no query 'member-of'; close to it: members-of"),
        ("../queries/members-of", {}, "no query '../queries/members-of'; close to it: members-of"),
        ("members-of", {}, "query 'members-of': missing body; it takes body=ENTITY"),
        ("members-of", {"body": "x", "bdy": "y"}, "unknown bdy; it takes body=ENTITY"),
        (
            "who-holds-office-on",
            {"role": "CIO", "organisation": "Hessen", "on": "morgen"},
            "on='morgen' is no date; allowed are",
        ),
    ],
)
def test_wrong_calls_say_what_is_allowed(
    store: MemoryStore, name: str, parameters: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        run_named(store, name, parameters)


def test_unknown_names_in_parameters_bring_suggestions(store: MemoryStore) -> None:
    with pytest.raises(NotFoundError, match="close to it: Standardisierungsboard"):
        run_named(store, "members-of", {"body": "Standardisierungbord"})


def test_turtle_declares_the_prefixes_that_it_needs(store: MemoryStore) -> None:
    answer = run(store, "CONSTRUCT { ?a schema:datePublished ?d } WHERE { ?a schema:datePublished ?d }")
    assert isinstance(answer, Triples)
    lines = answer.to_turtle().splitlines()
    declared = {line.split()[1] for line in lines if line.startswith("@prefix")}
    assert declared == {"article:", "schema:", "xsd:"}


def test_a_holder_of_whom_no_day_is_known_hides_not_since_when_the_office_is(tmp_path: Path) -> None:
    before = holding("Eva Alt", "2016-03-01", status=Status.FORMER)
    options = GraphOptions(ontology=small_ontology(tmp_path))
    for articles, known in (([before, holding("Ina Neu", "2016-05-02")], datetime.date(2016, 5, 2)), ([before], None)):
        (row,) = rows(
            run_named(MemoryStore(build_quads([page(*articles)], options)), "role-in-laender", {"role": "CIO"})
        )
        assert (row.landName, row.firstKnown, row.people) == ("Hessen", known, len(articles))


def answered(store: MemoryStore, name: str, **parameters: str) -> list[list[object]]:
    return [list(row) for row in rows(run_named(store, name, parameters))]


def test_articles_are_given_by_iri_in_full_or_short_by_headline_page_or_source(store: MemoryStore) -> None:
    iri = interview().article.id
    wanted = answered(store, "statements-of-article", article=iri)
    assert len(wanted) > 1
    for name in (f"<{iri}>", f"article:{iri.rpartition('/')[2]}", iri.rpartition("/")[2], "Erfolg im Verbund"):
        assert answered(store, "statements-of-article", article=name) == wanted


@pytest.mark.parametrize("kind", ["statement", "tenure"])
def test_statements_are_given_by_iri_in_full_or_short(store: MemoryStore, kind: str) -> None:
    subjects = {quad.subject for quad in store.match(None, ns.gov("evidence"))}
    iri = min(one.value for one in subjects if isinstance(one, NamedNode) and f"/{kind}/" in one.value)
    slug = iri.rpartition("/")[2]
    wanted = answered(store, "evidence-of", statement=iri)
    assert len(wanted) == 1
    for name in (f"<{iri}>", f"{kind}:{slug}", f"{kind}/{slug}"):
        assert answered(store, "evidence-of", statement=name) == wanted


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("statements-of-article", {"article": "article:2001-01-01-nie"}, "no article 'article:2001-01-01-nie'"),
        ("statements-of-article", {"article": "page"}, "'page' can mean 2 articles: article:2015-05-cio-hessen-"),
        ("evidence-of", {"statement": "statement:nie"}, "no statement 'statement:nie' in this graph"),
        ("evidence-of", {"statement": "no iri"}, "no statement 'no iri' in this graph"),
        ("evidence-of", {"statement": ALT}, "no statement 'https://"),
    ],
)
def test_unknown_articles_and_statements_are_an_error(
    store: MemoryStore, name: str, parameters: dict[str, str], message: str
) -> None:
    with pytest.raises(NotFoundError, match=re.escape(message)):
        run_named(store, name, parameters)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# title-de: Wer?\nASK {}", "no `# title-en:` line"),
        ("# title-de: Wer?\n# title-en: Who?\n# param x thing: a | b\nASK {}", "cannot read '# param x thing: a | b'"),
        ("# title-de: Wer?\n# title-en: Who?\n# scope: all\nASK {}", "scope is 'all'; allowed are interactive, whole"),
        ("# title-de: Wer?\n# title-en: Who?\n# columns: a:thing\nASK {}", "cannot read 'a:thing'"),
        ("# title-de: Wer?\n# title-en: Who?\n# param x text: a | b\nASK { ?x ?y ?z }", "the query has no $x"),
    ],
)
def test_broken_query_files_are_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "broken.rq").write_text(text, encoding="utf-8")

    with pytest.raises(QueryError, match=re.escape(message)):
        named_queries(tmp_path)


def test_terms_that_nothing_has_are_told_with_the_nearest(store: MemoryStore) -> None:
    sparql = f"""PREFIX own: <{NAMESPACE}> PREFIX gov: <https://example.org/>
                 SELECT * {{ ?x own:chairz ?y ; own:memberOf ?z ; gov:chairs "own:it" ; a <{NAMESPACE}Qqqqqqq> }}"""
    assert unknown_terms(store, sparql) == (UnknownTerm("chairz", "chairs"), UnknownTerm("Qqqqqqq", ""))
    assert unknown_terms(store, "ASK { ?person gov:memberOf _:b }") == ()


@pytest.mark.parametrize(
    ("sparql", "told"),
    [
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x a ?y }", "a variable that is not grouped; add it to GROUP BY"),
        ("SELECT ?x { ?x a ?y } GROUP BY ?y", "a variable that is not grouped; add it to GROUP BY"),
        ("SELECT (?x AS ?y) { ?x ?p ?y }", "a name after AS in SELECT stands for something already"),
        ("SELECT ?x { ?x ?y ?z", "not complete"),
        (" # only a comment", "it is empty"),
    ],
)
def test_a_query_that_breaks_a_rule_of_sparql_is_told_which(store: MemoryStore, sparql: str, told: str) -> None:
    with pytest.raises(QueryError, match=re.escape(told)):
        run(store, sparql)


def test_classes_are_told_that_a_query_means_too_and_does_not_name(store: MemoryStore) -> None:
    below = classes_below(store, "SELECT ?x { ?x a gov:Organisation }")
    assert [name for name, _ in below] == ["Organisation"]
    assert "Committee" in below[0][1]
    assert classes_below(store, "SELECT ?x { VALUES ?c { gov:Organisation gov:Committee } ?x a ?c }") == ()
    assert classes_below(store, "SELECT ?x { ?x a/rdfs:subClassOf* gov:Organisation }") == ()
    assert classes_below(store, "SELECT ?x { ?x a gov:Committee ; gov:memberOf ?y }") == ()
    assert classes_below(MemoryStore(), "SELECT ?x { ?x a gov:Organisation }") == ()


def test_strings_that_the_graph_has_with_a_language_only_are_told(store: MemoryStore) -> None:
    def told(sparql: str) -> tuple[str, ...]:
        return untagged_labels(store, sparql)

    assert told('SELECT ?x { ?x skos:prefLabel "IT-Planungsrat" }') == ('"IT-Planungsrat"@de',)
    assert told("SELECT ?x { ?x skos:prefLabel 'IT-Planungsrat' }") == ('"IT-Planungsrat"@de',)
    for rest in ('"IT-Planungsrat"@de', '"IT-Planungsrat"^^xsd:string', '"Keiner heißt so"', '""'):
        assert told(f"SELECT ?x {{ ?x skos:prefLabel {rest} }}") == ()


@pytest.mark.parametrize(
    ("body", "role", "still", "moved"),
    [
        ("netzamt", "cio", "2019-05-01", ["Sachsen"]),
        # one body of several Länder is in none of them, a committee is a seat beside an office, and so is its chair
        ("rechenwerk", "cio", "2019-05-01", []),
        ("lenkungskreis", "cio", "2019-05-01", []),
        ("netzamt", "vorsitzender", "2019-05-01", []),
        # the first office goes on
        ("netzamt", "cio", "2021-05-01", []),
    ],
)
def test_who_holds_an_office_of_one_other_land_after_the_first_has_moved(
    body: str, role: str, still: str, moved: list[str]
) -> None:
    told = f"""
        @base <{BASE}/> .
        @prefix gov: <{NAMESPACE}> .
        @prefix org: <http://www.w3.org/ns/org#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <hessen> a gov:State ; skos:prefLabel "Hessen"@de .
        <sachsen> a gov:State ; skos:prefLabel "Sachsen"@de .
        <bremen> a gov:State ; skos:prefLabel "Bremen"@de .
        <netzamt> a gov:Authority ; gov:jurisdiction <sachsen> .
        <rechenwerk> a gov:ServiceProvider ; gov:jurisdiction <sachsen>, <bremen> .
        <lenkungskreis> a gov:Committee ; gov:jurisdiction <sachsen> .
        <role/vorsitzender> skos:broader <role/gremienrolle> .
        <one> gov:holder <eva> ; org:organization <hessen> ; org:role <role/cio> ;
          gov:beginLatest "2018-05-01" ; gov:endEarliest "{still}" .
        <two> gov:holder <eva> ; org:organization <{body}> ; org:role <role/{role}> ; gov:beginLatest "2020-05-01" .
    """
    found = rows(run_named(MemoryStore(parse(told.encode(), format=RdfFormat.TURTLE)), "moves-between-laender", {}))

    assert [(row.fromName, row.toName, row.people) for row in found] == [("Hessen", land, 1) for land in moved]


def test_a_suggestion_names_who_else_fits() -> None:
    def told(one: str, two: str, score: float, *features: str) -> str:
        parts = "".join(f" gov:feature <identity/{name}> ;" for name in features)
        pair = f"gov:candidate <person/{one}>, <person/{two}> ; gov:score {score}"
        return f"<suggestion/{one}{two}> a gov:Suggestion ;{parts} {pair} .\n"

    text = f"@base <{BASE}/> . @prefix gov: <{NAMESPACE}> .\n"
    tied = ("same-name", "rare-name", "same-surroundings")
    text += told("c", "a", 4.0, *tied) + told("c", "b", 3.5, *tied) + told("c", "d", 2.5, *tied)
    text += told("e", "f", 3.0, "same-name", "rare-name") + told("e", "g", 3.0, "same-name", "rare-name")
    found = suggestions(MemoryStore(parse(text.encode(), format=RdfFormat.TURTLE)))

    def slug(thing: str) -> str:
        return thing.rpartition("/")[2]

    rivals = {
        frozenset((slug(one.first.iri), slug(one.second.iri))): [slug(each.iri) for each in one.rivals] for one in found
    }
    assert rivals == {
        frozenset("ac"): ["b"],
        frozenset("bc"): ["a"],
        # too little speaks for these, or no more than a name
        frozenset("cd"): [],
        frozenset("ef"): [],
        frozenset("eg"): [],
    }


@pytest.mark.parametrize(
    ("sparql", "told"),
    [
        ('SELECT ?x { ?x gov:since ?s FILTER(?s < "2020-01-01"^^xsd:date) }', ("since",)),
        ('SELECT ?x { ?x gov:since ?s ; gov:until ?u FILTER("2020-01-01"^^xsd:date >= ?u) }', ("since", "until")),
        (f'SELECT ?x {{ ?x gov:until ?s FILTER(?s = "2020-01-01"^^<{ns.XSD}date>) }}', ("until",)),
        ('SELECT ?x { ?x gov:since ?s FILTER(STR(?s) < "2020") }', ()),
        ('SELECT ?x { ?x gov:since "2020-01-01"^^xsd:date }', ()),
        ('SELECT ?x { ?x schema:datePublished ?s FILTER(?s < "2020-01-01"^^xsd:date) }', ()),
    ],
)
def test_days_that_are_compared_with_months_are_told(sparql: str, told: tuple[str, ...]) -> None:
    assert compared_with_days(sparql) == told
