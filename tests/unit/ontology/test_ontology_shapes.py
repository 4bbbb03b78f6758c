"""A graph that keeps its contract conforms; each way of breaking it is named, so that a person can act on it."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import cache

import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, SH

from govgraph.model import BASE, NAMESPACE, Predicate
from govgraph.vocabulary.resources import ontology_dir

FOLDER = ontology_dir()
PREFIXES = f"""
@prefix gov: <{NAMESPACE}> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <{BASE}/> .
"""
DIGEST = 'gov:quoteDigest "edbfdb9b82bb8e866da007529a2a904a8b0eead455082640a10d41d86cbaa784" ;'

GOOD = """
<article/a> a gov:Article ; schema:headline "Erfolg durch Kooperation"@de ; gov:genre gov:Interview ;
    schema:datePublished "2024-11-18"^^xsd:date ; schema:author "Verena Barth" ; gov:kicker "Rheinland-Pfalz" ;
    gov:mentions <person/denis-alt> , <organisation/board> ; prov:wasGeneratedBy <run/r> .
<article/a2> a gov:Article ; schema:headline "Nachdruck"@de ; gov:genre gov:News .
<article/a3> a gov:Article ; schema:headline "Ein anderer"@de ; gov:genre gov:News .
<run/r> a gov:Run ; gov:toolVersion "0.1.0" .
<person/denis-alt> a gov:Person ; skos:prefLabel "Denis Alt"@de ; gov:memberOf <organisation/board> ;
    gov:holdsOffice <office/cio-rheinland-pfalz> .
<organisation/board> a gov:Committee ; skos:prefLabel "Standardisierungsboard"@de , "standards board"@en ;
    gov:cooperatesWith <organisation/fitko> ; gov:partOf <organisation/it-planungsrat> ;
    dcterms:source gov:SeenInPublication .
<organisation/it-planungsrat> a gov:Committee ; skos:prefLabel "IT-Planungsrat"@de ; gov:website "it-planungsrat.de" ;
    gov:founded "2010"^^xsd:gYear .
<organisation/fitko> a gov:Agency ; skos:prefLabel "FITKO"@de ; gov:cooperatesWith <organisation/board> ;
    gov:jurisdiction <jurisdiction/rheinland-pfalz> .
<jurisdiction/rheinland-pfalz> a gov:State ; skos:prefLabel "Rheinland-Pfalz"@de ; gov:iso3166-2 "DE-RP" ;
    gov:capital <municipality/mainz> ; gov:representedIn <organisation/board> .
<municipality/mainz> a gov:Municipality ; skos:prefLabel "Mainz"@de ; gov:population 217123 .
<role/cio> a gov:Role ; skos:prefLabel "CIO"@de .
<office/cio-rheinland-pfalz> a gov:Office ; skos:prefLabel "CIO Rheinland-Pfalz"@de ; org:role <role/cio> ;
    org:postIn <jurisdiction/rheinland-pfalz> .
<evidence/e> a gov:Evidence ; gov:quote "Straße 🙂" ;
    gov:quoteDigest "edbfdb9b82bb8e866da007529a2a904a8b0eead455082640a10d41d86cbaa784" ;
    gov:start 10 ; gov:end 18 ; gov:article <article/a> .
<statement/s> a gov:Statement ; rdf:subject <person/denis-alt> ; rdf:predicate gov:memberOf ;
    rdf:object <organisation/board> ; gov:modality gov:Asserted ; gov:confidence 0.9 ; gov:evidence <evidence/e> ;
    prov:wasDerivedFrom <article/a> ; prov:wasGeneratedBy <run/r> ; gov:rule "angehoeren" ;
    gov:speaker <person/denis-alt> ; gov:seatOf <person/denis-alt> , <jurisdiction/rheinland-pfalz> .
<statement/c> a gov:Statement ; rdf:subject <organisation/fitko> ; rdf:predicate gov:cooperatesWith ;
    rdf:object <organisation/board> ; gov:modality gov:Asserted ; gov:confidence 1.0 ; gov:evidence <evidence/e> ;
    prov:wasDerivedFrom <article/a> .
<statement/p> a gov:Statement ; rdf:subject <organisation/fitko> ; rdf:predicate gov:locatedIn ;
    rdf:object <municipality/mainz> ; gov:modality gov:Planned ; gov:confidence 0.5 ; gov:evidence <evidence/e> ;
    prov:wasDerivedFrom <article/a> .
<tenure/t> a gov:Tenure ; org:member <person/denis-alt> ; org:role <role/cio> ;
    org:organization <jurisdiction/rheinland-pfalz> ; gov:office <office/cio-rheinland-pfalz> ;
    gov:status gov:Current ; gov:since "2021"^^xsd:gYear ; gov:until "2021-05"^^xsd:gYearMonth ;
    gov:observedOn "2024-11-18"^^xsd:date ; gov:confidence 0.95 ; gov:evidence <evidence/e> ;
    prov:wasDerivedFrom <article/a> ; prov:wasGeneratedBy <run/r> .
<tenure/u> a gov:Tenure ; org:member <person/denis-alt> ; org:role <role/cio> ; gov:status gov:Former ;
    gov:observedOn "2024-11-18"^^xsd:date ; gov:confidence 0.6 ; gov:evidence <evidence/e> .
<period/p> a gov:Period ; gov:holder <person/denis-alt> ; org:role <role/cio> ;
    org:organization <jurisdiction/rheinland-pfalz> ; gov:office <office/cio-rheinland-pfalz> ; gov:acting true ;
    gov:beginEarliest "2021-01-01"^^xsd:date ; gov:beginLatest "2021-12-31"^^xsd:date ;
    gov:endEarliest "2024-11-18"^^xsd:date ; gov:bound <bound/b> ; prov:wasDerivedFrom <tenure/t> .
<bound/b> a gov:Bound ; gov:boundOf gov:endEarliest ; gov:day "2024-11-18"^^xsd:date ;
    gov:boundRule gov:ObservedBound ; prov:wasDerivedFrom <tenure/t> .
<version/v> a gov:Version ; gov:version <article/a2> ; gov:leadingVersion <article/a> ;
    gov:versionRule gov:NearText ; gov:similarity 0.9 .
<article/a2> gov:versionOf <article/a> .
<suggestion/g> a gov:Suggestion ; gov:candidate <person/denis-alt> , <person/denis-alt-2> ;
    gov:feature <identity/same-name> ; gov:score 1.5 .
<conflict/k> a gov:Conflict ; gov:rule "two-holders" ; gov:involves <tenure/t> , <statement/s> ;
    sh:focusNode <period/p> ; sh:resultSeverity sh:Violation ; sh:resultMessage "Zwei."@de , "Two."@en .
"""


@dataclass(frozen=True, slots=True)
class Broken:
    """A change of the good graph, and what has to be said about it."""

    old: str
    new: str
    shape: str
    focus: str
    english: str


CASES = {
    "statement-subject": Broken("rdf:subject <person/denis-alt> ; ", "", "", "statement/s", "not exactly one subject"),
    "statement-predicate": Broken(
        "rdf:predicate gov:locatedIn", "rdf:predicate gov:isIn", "", "statement/p", "none of the 18 of the ontology"
    ),
    "statement-object": Broken(
        "rdf:object <municipality/mainz>", 'rdf:object "Mainz"', "", "statement/p", "IRI of an entity"
    ),
    "statement-modality": Broken("gov:modality gov:Planned ;", "", "", "statement/p", "modality is missing"),
    "statement-two-modalities": Broken(
        "gov:modality gov:Planned", "gov:modality gov:Planned , gov:Ended", "", "statement/p", "stands more than once"
    ),
    "statement-confidence": Broken("gov:confidence 0.9 ", "gov:confidence 1.9 ", "", "statement/s", "from 0 to 1"),
    "statement-evidence": Broken(
        "gov:confidence 0.9 ; gov:evidence <evidence/e> ;",
        "gov:confidence 0.9 ;",
        "",
        "statement/s",
        "evidence is missing",
    ),
    "statement-article": Broken(
        "    prov:wasDerivedFrom <article/a> ; prov:wasGeneratedBy <run/r> ; gov:rule",
        "    gov:rule",
        "",
        "statement/s",
        "exactly one article",
    ),
    "statement-other-article": Broken(
        "gov:article <article/a>", "gov:article <article/b>", "", "statement/s", "name different articles"
    ),
    "statement-speaker": Broken(
        "gov:speaker <person/denis-alt>", "gov:speaker <role/cio>", "", "statement/s", "speaker"
    ),
    "statement-seat": Broken(
        "gov:seatOf <person/denis-alt> ,", "gov:seatOf <role/cio> ,", "", "statement/s", "has a seat"
    ),
    "represented-nowhere": Broken(
        "gov:representedIn <organisation/board>",
        "gov:representedIn <role/cio>",
        "",
        "jurisdiction/rheinland-pfalz",
        "does not point at a gov:Organisation",
    ),
    "represented-person": Broken(
        "; gov:representedIn <organisation/board> .",
        ". <person/denis-alt> gov:representedIn <organisation/board> .",
        "",
        "person/denis-alt",
        "What is represented in a body",
    ),
    "statement-domain": Broken(
        "rdf:subject <organisation/fitko> ; rdf:predicate gov:locatedIn",
        "rdf:subject <person/denis-alt> ; rdf:predicate gov:locatedIn",
        "",
        "statement/p",
        "subject <PERSON> of the statement <STATEMENT> does not fit <PREDICATE>: its class is outside the domain",
    ),
    "statement-range": Broken(
        "rdf:object <municipality/mainz>",
        "rdf:object <organisation/board>",
        "",
        "statement/p",
        "its class is outside the range",
    ),
    "plain-triple": Broken(
        "gov:modality gov:Asserted ; gov:confidence 0.9",
        "gov:modality gov:Reported ; gov:confidence 0.9",
        "PlainTripleShape",
        "person/denis-alt",
        "No statement with modality gov:Asserted backs",
    ),
    "plain-triple-mirrored-only-where-symmetric": Broken(
        "<municipality/mainz> a gov:Municipality ;",
        "<municipality/mainz> gov:locatedIn <jurisdiction/rheinland-pfalz> . <municipality/mainz> a gov:Municipality ;",
        "PlainTripleShape",
        "municipality/mainz",
        "No statement with modality gov:Asserted backs",
    ),
    "part-without-source": Broken(
        "gov:partOf <organisation/it-planungsrat> ;\n    dcterms:source gov:SeenInPublication",
        "gov:partOf <organisation/it-planungsrat>",
        "PlainTripleShape",
        "organisation/board",
        "No statement with modality gov:Asserted backs",
    ),
    "plain-subject": Broken(
        "<role/cio> a gov:Role ;", "<role/cio> a gov:Role ; gov:heldIn <role/cio> ;", "HeldInShape", "role/cio", "Event"
    ),
    "mentions": Broken("gov:mentions <person/denis-alt>", "gov:mentions <role/cio>", "", "article/a", "mentioned"),
    "holds-office": Broken(
        "gov:status gov:Current",
        "gov:status gov:Former",
        "HoldsOfficeBackingShape",
        "person/denis-alt",
        "No tenure with status",
    ),
    "tenure-member": Broken(
        "org:member <person/denis-alt> ; org:role <role/cio> ; gov:status gov:Former",
        "org:role <role/cio> ; gov:status gov:Former",
        "",
        "tenure/u",
        "exactly one person",
    ),
    "tenure-role": Broken(
        "org:role <role/cio> ; gov:status", "org:role <run/r> ; gov:status", "", "tenure/u", "exactly one role"
    ),
    "tenure-organisations": Broken(
        "org:organization <jurisdiction/rheinland-pfalz> ;",
        "org:organization <jurisdiction/rheinland-pfalz> , <organisation/fitko> ;",
        "",
        "tenure/t",
        "several organisations",
    ),
    "tenure-office": Broken(
        "gov:office <office/cio-rheinland-pfalz> ;\n", "\n", "", "tenure/t", "only one of both is given"
    ),
    "tenure-status": Broken(
        "gov:status gov:Former", "gov:status gov:Asserted", "", "tenure/u", "status is missing, unknown"
    ),
    "tenure-since": Broken('"2021"^^xsd:gYear ; gov:until', '"2021" ; gov:until', "", "tenure/t", "gov:since"),
    "tenure-backwards": Broken(
        'gov:until "2021-05"^^xsd:gYearMonth',
        'gov:until "2020-05"^^xsd:gYearMonth',
        "",
        "tenure/t",
        "tenure/t begins (2021) after its end (2020-05)",
    ),
    "tenure-observed": Broken(
        'gov:Former ;\n    gov:observedOn "2024-11-18"^^xsd:date',
        'gov:Former ;\n    gov:observedOn "2024-11-19"^^xsd:date',
        "",
        "tenure/u",
        "differs from the dates of the articles",
    ),
    "evidence-quote": Broken('gov:quote "Straße 🙂"', 'gov:quote ""', "", "evidence/e", "an empty one"),
    "evidence-digest": Broken(DIGEST, 'gov:quoteDigest "abc" ;', "", "evidence/e", "not exactly one digest"),
    "evidence-other-digest": Broken(
        DIGEST, f'gov:quoteDigest "{"0" * 64}" ;', "", "evidence/e", "not that of its quote"
    ),
    "evidence-cut-without-end": Broken(
        "gov:start 10", "gov:quoteStart 10 ; gov:start 10", "", "evidence/e", "only a start or an end"
    ),
    "evidence-cut-outside": Broken(
        "gov:start 10",
        "gov:quoteStart 5 ; gov:quoteEnd 13 ; gov:start 10",
        "",
        "evidence/e",
        "not lie within the place",
    ),
    "evidence-cut-without-quote": Broken(
        'gov:quote "Straße 🙂" ;', "gov:quoteStart 11 ; gov:quoteEnd 13 ;", "", "evidence/e", "has no text"
    ),
    "evidence-cut-length": Broken(
        "gov:start 10", "gov:quoteStart 11 ; gov:quoteEnd 13 ; gov:start 10", "", "evidence/e", "long, the place 2"
    ),
    "article-language": Broken(
        'schema:headline "Erfolg',
        'dcterms:language "de" ; schema:inLanguage "en" ; schema:headline "Erfolg',
        "",
        "article/a",
        "is another in dcterms:language",
    ),
    "evidence-order": Broken("gov:start 10", "gov:start 18", "", "evidence/e", "does not lie before its end"),
    "evidence-datatype": Broken("gov:end 18", "gov:end 18.0", "", "evidence/e", "end of the place is missing"),
    "evidence-length": Broken(
        "gov:end 18", "gov:end 19", "", "evidence/e", "evidence/e is 8 characters long, the place 9"
    ),
    "evidence-article": Broken(
        "gov:article <article/a>", "gov:article <run/r>", "", "evidence/e", "not exactly one article"
    ),
    "article-title": Broken(
        'schema:headline "Erfolg durch Kooperation"@de ;', "", "", "article/a", "exactly one title"
    ),
    "article-genre": Broken("gov:genre gov:Interview", "gov:genre gov:Opinion", "", "article/a", "genre is missing"),
    "article-date": Broken(
        '"2024-11-18"^^xsd:date ; schema:author',
        '"18.11.2024" ; schema:author',
        "",
        "article/a",
        "schema:datePublished",
    ),
    "run": Broken('; gov:toolVersion "0.1.0"', "", "", "run/r", "exactly one tool version"),
    "label-missing": Broken(
        'skos:prefLabel "Mainz"@de', 'skos:prefLabel "Mainz"@en', "", "municipality/mainz", "German name"
    ),
    "label-twice": Broken('"Mainz"@de', '"Mainz"@de , "Mayence"@de', "", "municipality/mainz", "German name"),
    "two-coarse-classes": Broken(
        "a gov:Agency",
        "a gov:Agency , gov:System",
        "EntityShape",
        "organisation/fitko",
        "exactly one of the ten coarse",
    ),
    "town-and-ministry": Broken(
        "<municipality/mainz> a gov:Municipality",
        "<municipality/mainz> a gov:Municipality , gov:Ministry",
        "EntityShape",
        "municipality/mainz",
        "exactly one of the ten coarse",
    ),
    "union-and-person": Broken(
        "<municipality/mainz> a gov:Municipality",
        "<municipality/mainz> a gov:MunicipalUnion , gov:Person",
        "EntityShape",
        "municipality/mainz",
        "exactly one of the ten coarse",
    ),
    "jurisdiction": Broken(
        "gov:jurisdiction <jurisdiction/rheinland-pfalz>",
        "gov:jurisdiction <municipality/mainz>",
        "",
        "organisation/fitko",
        "neither federation nor Land nor EU",
    ),
    "website": Broken(
        '"it-planungsrat.de"', '"https://it-planungsrat.de/"', "", "organisation/it-planungsrat", "bare host"
    ),
    "source": Broken(
        "dcterms:source gov:SeenInPublication", "dcterms:source gov:Rumour", "", "organisation/board", "source class"
    ),
    "iso": Broken('"DE-RP"', '"RP"', "", "jurisdiction/rheinland-pfalz", "DE-RP"),
    "population": Broken("217123", '"217.123"', "", "municipality/mainz", "whole number"),
    "role-label": Broken(
        '<role/cio> a gov:Role ; skos:prefLabel "CIO"@de', "<role/cio> a gov:Role", "", "role/cio", "title"
    ),
    "office-role": Broken(
        "org:role <role/cio> ;\n    org:postIn", "org:postIn", "", "office/cio-rheinland-pfalz", "one role"
    ),
    "period-holder": Broken("gov:holder <person/denis-alt>", "gov:holder <role/cio>", "", "period/p", "one holder"),
    "period-office": Broken(
        "gov:office <office/cio-rheinland-pfalz> ; gov:acting true", "gov:acting true", "", "period/p", "one office"
    ),
    "period-role": Broken(
        "gov:holder <person/denis-alt> ; org:role <role/cio> ;",
        "gov:holder <person/denis-alt> ;",
        "",
        "period/p",
        "one role",
    ),
    "period-body": Broken(
        "org:organization <jurisdiction/rheinland-pfalz> ; gov:office <office/cio-rheinland-pfalz> ; gov:acting",
        "gov:office <office/cio-rheinland-pfalz> ; gov:acting",
        "",
        "period/p",
        "one body",
    ),
    "period-acting": Broken("gov:acting true", "gov:acting gov:Acting", "", "period/p", "truth value"),
    "period-backwards": Broken(
        'gov:beginLatest "2021-12-31"', 'gov:beginLatest "2020-12-31"', "", "period/p", "lies after gov:beginLatest"
    ),
    "period-impossible": Broken(
        'gov:endEarliest "2024-11-18"^^xsd:date ; gov:bound',
        'gov:endEarliest "2020-11-18"^^xsd:date ; gov:endLatest "2020-12-31"^^xsd:date ; gov:bound',
        "",
        "period/p",
        "after the day on which it ends at the latest",
    ),
    "period-bound-datatype": Broken(
        'gov:beginLatest "2021-12-31"^^xsd:date', 'gov:beginLatest "2021-12"', "", "period/p", "is no xsd:date"
    ),
    "period-source": Broken(
        "gov:bound <bound/b> ; prov:wasDerivedFrom <tenure/t>",
        "gov:bound <bound/b>",
        "",
        "period/p",
        "what it follows from",
    ),
    "period-bound": Broken("gov:bound <bound/b>", "gov:bound <bound/b> , <role/cio>", "", "period/p", "is no bound"),
    "bound-which": Broken("gov:boundOf gov:endEarliest", "gov:boundOf gov:since", "", "bound/b", "which one it is"),
    "bound-day": Broken(
        'gov:endEarliest ; gov:day "2024-11-18"^^xsd:date', "gov:endEarliest", "", "bound/b", "exactly one day"
    ),
    "bound-other-day": Broken(
        'gov:endEarliest ; gov:day "2024-11-18"',
        'gov:endEarliest ; gov:day "2024-11-19"',
        "BoundDayShape",
        "period/p",
        "the day 2024-11-19 that its bound gives",
    ),
    "bound-rule": Broken("gov:ObservedBound", "gov:GuessedBound", "", "bound/b", "how it is known"),
    "bound-source": Broken(
        "gov:boundRule gov:ObservedBound ; prov:wasDerivedFrom <tenure/t>",
        "gov:boundRule gov:ObservedBound",
        "",
        "bound/b",
        "what it stands on",
    ),
    "bound-of-nothing": Broken("gov:bound <bound/b> ; ", "", "", "bound/b", "exactly one period"),
    "version-of-itself": Broken(
        "gov:version <article/a2> ;", "gov:version <article/a> ;", "", "version/v", "not the leading version as well"
    ),
    "version-leading": Broken("gov:leadingVersion <article/a> ;", "", "", "version/v", "exactly one leading version"),
    "version-rule": Broken("gov:NearText", "gov:Guessed", "", "version/v", "what it was recognised by"),
    "version-similarity": Broken("gov:similarity 0.9", "gov:similarity 1.9", "", "version/v", "between 0 and 1"),
    "version-of-two": Broken(
        "<article/a2> gov:versionOf <article/a>",
        "<article/a2> gov:versionOf <article/a> , <article/a3>",
        "",
        "article/a2",
        "more than one text",
    ),
    "version-of-a-version": Broken(
        "<article/a2> gov:versionOf <article/a>",
        "<article/a> gov:versionOf <article/a3> . <article/a2> gov:versionOf <article/a>",
        "",
        "article/a2",
        "itself a version of another",
    ),
    "class-below-no-class": Broken(
        "<article/a2> gov:versionOf <article/a>",
        "gov:Ministry <http://www.w3.org/2000/01/rdf-schema#subClassOf> 'body' . "
        "<article/a2> gov:versionOf <article/a>",
        "",
        "body",
        "something that is no class",
    ),
    "suggestion-of-one": Broken(", <person/denis-alt-2>", "", "", "suggestion/g", "exactly two that may be one"),
    "suggestion-score": Broken("gov:score 1.5", 'gov:score "viel"', "", "suggestion/g", "no number"),
    "suggestion-feature": Broken(
        "gov:feature <identity/same-name>", 'gov:feature "name"', "", "suggestion/g", "feature of the suggestion"
    ),
    "conflict-rule": Broken('gov:rule "two-holders" ; ', "", "", "conflict/k", "exactly one rule"),
    "conflict-of-nothing": Broken(
        "gov:involves <tenure/t> , <statement/s> ;", "", "", "conflict/k", "no statement or tenure"
    ),
    "conflict-of-others": Broken(
        "gov:involves <tenure/t> , <statement/s>", "gov:involves <period/p>", "", "conflict/k", "no statement or tenure"
    ),
    "conflict-focus": Broken("sh:focusNode <period/p> ; ", "", "", "conflict/k", "at what it was found"),
    "conflict-severity": Broken(
        "sh:resultSeverity sh:Violation", "sh:resultSeverity sh:Bad", "", "conflict/k", "sh:Info"
    ),
    "conflict-message": Broken('"Zwei."@de , "Two."@en', '"Zwei."@de', "", "conflict/k", "once in English"),
    "conflict-messages": Broken('"Two."@en', '"Doppelt."@de', "", "conflict/k", "once in English"),
}


@cache
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(FOLDER / "shapes.ttl")


@cache
def schema() -> rdflib.Graph:
    return rdflib.Graph().parse(FOLDER / "govgraph.ttl")


def validate(turtle: str) -> tuple[bool, rdflib.Graph, str]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        data = rdflib.Graph().parse(data=PREFIXES + turtle, format="turtle")
        conforms, report, text = pyshacl.validate(data, shacl_graph=shapes(), ont_graph=schema())
    assert isinstance(report, rdflib.Graph)
    return conforms, report, text


def findings(report: rdflib.Graph) -> list[tuple[set[str], str, list[rdflib.Literal]]]:
    """Focus and value node, shape (empty for one without a name) and messages of each result."""
    out = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        nodes = {str(report.value(result, p)).removeprefix(f"{BASE}/") for p in (SH.focusNode, SH.value)}
        source = report.value(result, SH.sourceShape)
        shape = str(source).rpartition("#")[2] if isinstance(source, rdflib.URIRef) else ""
        messages = [m for m in report.objects(result, SH.resultMessage) if isinstance(m, rdflib.Literal)]
        assert report.value(result, SH.resultSeverity) == SH.Violation
        out.append((nodes, shape, messages))
    return out


def test_good_graph_conforms() -> None:
    conforms, report, text = validate(GOOD)
    assert conforms, text
    assert findings(report) == []


def test_a_municipal_union_may_be_two_things() -> None:
    conforms, _, text = validate(
        GOOD.replace("<municipality/mainz> a gov:Municipality", "<municipality/mainz> a gov:MunicipalUnion")
    )
    assert conforms, text


def test_empty_graph_conforms_and_the_shapes_are_well_formed() -> None:
    assert pyshacl.validate(rdflib.Graph(), shacl_graph=shapes(), ont_graph=schema(), meta_shacl=True)[0]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_broken_graph_is_reported(case: Broken) -> None:
    assert case.old in GOOD
    english = (
        case.english.replace("<PERSON>", f"{BASE}/person/denis-alt")
        .replace("<STATEMENT>", f"{BASE}/statement/p")
        .replace("<PREDICATE>", f"{NAMESPACE}locatedIn")
    )

    conforms, report, text = validate(GOOD.replace(case.old, case.new, 1))

    assert not conforms
    hits = [
        messages
        for nodes, shape, messages in findings(report)
        if case.focus in nodes
        and any(english in message for message in messages)
        and (not case.shape or shape == case.shape)
    ]
    assert hits, text
    # pySHACL drops the language of a message that it filled in
    languages = sorted(message.language or "" for message in hits[0])
    assert languages in (["", ""], ["de", "en"])
    assert "{?" not in "".join(hits[0]), "a placeholder was left open"


def test_types_are_checked_even_without_the_schema() -> None:
    # the class tree comes from govgraph.ttl; without it nothing may pass as well typed
    data = rdflib.Graph().parse(data=PREFIXES + GOOD, format="turtle")
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes())
    assert not conforms
    assert "does not fit" in text


def test_every_predicate_has_a_shape_with_its_signature() -> None:
    graph = shapes()
    owl, rdfs = rdflib.OWL, rdflib.RDFS
    sh_or, sh_class = SH["or"], SH["class"]

    def declared(predicate: rdflib.URIRef, side: rdflib.URIRef) -> set[str]:
        (node,) = schema().objects(predicate, side)
        union = schema().value(node, owl.unionOf)
        return {str(c) for c in (schema().items(union) if union else [node])}

    def demanded(node: rdflib.term.Node) -> set[str]:
        direct = {str(c) for c in graph.objects(node, sh_class)}
        options = [option for head in graph.objects(node, sh_or) for option in graph.items(head)]
        return direct | {str(c) for option in options for c in graph.objects(option, sh_class)}

    for name in Predicate:
        predicate = rdflib.URIRef(NAMESPACE + name.value)
        local = name.value[0].upper() + name.value[1:]
        shape = rdflib.URIRef(f"https://w3id.org/govgraph/shapes#{local}Shape")
        assert list(graph.objects(shape, SH.targetSubjectsOf)) == [predicate]
        (value,) = graph.objects(shape, SH.property)
        assert graph.value(value, SH.path) == predicate
        assert demanded(shape) == declared(predicate, rdfs.domain), name
        assert demanded(value) == declared(predicate, rdfs.range), name


def test_messages_come_in_both_languages_and_severity_is_set() -> None:
    graph = shapes()
    constraints = set(graph.objects(None, SH.property)) | set(graph.objects(None, SH.sparql))
    assert len(constraints) > 50
    for constraint in constraints:
        languages = sorted(
            m.language or "" for m in graph.objects(constraint, SH.message) if isinstance(m, rdflib.Literal)
        )
        assert languages == ["de", "en"]
    holders = set(graph.objects(None, SH.property)) | set(graph.subjects(RDF.type, SH.NodeShape))
    assert {graph.value(holder, SH.severity) for holder in holders} == {SH.Violation}
