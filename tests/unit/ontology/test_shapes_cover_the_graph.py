"""Every class and property that a build may write has a shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from govgraph.model import BASE, NAMESPACE, Quotes
from govgraph.pipeline import BuildOptions, build
from govgraph.rdf import namespaces as ns
from govgraph.rdf import with_quotes
from govgraph.rdf.corrections import corrections_quads
from govgraph.rdf.fast_shacl import below
from govgraph.rdf.reference import FILES
from govgraph.rdf.shapes import Index, shapes_of
from govgraph.vocabulary.resources import ontology_dir

PAGES = Path(__file__).resolve().parents[3] / "examples"


@pytest.fixture(scope="module")
def covered() -> tuple[set[str], set[str]]:
    """Classes that shapes aim at, with all under them, and properties that they look at."""
    classes, properties = set(), set()
    schema = Store()
    schema.bulk_load(path=ontology_dir() / "govgraph.ttl", format=RdfFormat.TURTLE)
    tree = below(schema)
    for shape in shapes_of(Index(parse(path=ontology_dir() / "shapes.ttl", format=RdfFormat.TURTLE))):
        for kind, target in shape.targets:
            assert isinstance(target, NamedNode)
            if kind == "targetClass":
                classes |= {target.value} | tree.get(target.value, frozenset())
            elif kind == "targetSubjectsOf":
                properties.add(target.value)
        properties |= {one.path.shown for one in shape.properties if one.path}
    return classes, properties


def judged() -> str:
    """A file of corrections with everything that one may hold."""
    return f"""
@base <https://w3id.org/govgraph/id/> .
@prefix gov: <{NAMESPACE}> .
@prefix rdf: <{ns.RDF}> .
@prefix dcterms: <{ns.DCTERMS}> .
@prefix prov: <{ns.PROV}> .
@prefix xsd: <{ns.XSD}> .
<judgement/a> a gov:Same ; gov:first <person/a> ; gov:second <http://www.wikidata.org/entity/Q1> ;
  dcterms:creator "Ich" ; gov:firstSeen "x:a x:b" ; gov:secondSeen "x:a x:b" ;
  dcterms:created "2026-01-01"^^xsd:date ; dcterms:description "Weil" .
<judgement/b> a gov:Assertion ; gov:words "Worte" ; prov:wasDerivedFrom <article/a> ; dcterms:source "p.txt" ;
  gov:claims [ a gov:Statement ; rdf:subject <person/a> ; rdf:predicate gov:memberOf ; rdf:object <organisation/b> ;
    gov:modality gov:Asserted ] ; dcterms:creator "Ich" ; dcterms:created "2026-01-01"^^xsd:date .
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Quad]:
    """A graph of the example pages with judgements, and all reference data, of which a graph may hold any part."""
    out = tmp_path_factory.mktemp("built") / "out"
    build([str(PAGES)], out, BuildOptions(view=False, store=False, workers=1))
    quads = list(parse(path=out / "graph.trig", format=RdfFormat.TRIG))
    quads += corrections_quads(judged(), BASE)
    quads += with_quotes(quads, Quotes.NONE)
    return quads + [one for name in FILES for one in parse(path=ontology_dir() / name, format=RdfFormat.TURTLE)]


def test_every_class_that_is_written_has_a_shape(written: list[Quad], covered: tuple[set[str], set[str]]) -> None:
    classes = {one.object.value for one in written if one.predicate == ns.TYPE and isinstance(one.object, NamedNode)}

    assert len(classes) > 40
    # gov:Article stands beside it always
    assert classes - covered[0] == {ns.NEWS_ARTICLE.value}


def test_every_property_that_is_written_has_a_shape(written: list[Quad], covered: tuple[set[str], set[str]]) -> None:
    properties = {one.predicate.value for one in written}

    assert len(properties) > 90
    assert properties - covered[1] == {ns.TYPE.value}
