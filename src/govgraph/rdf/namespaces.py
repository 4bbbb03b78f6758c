"""Terms of the vocabularies that the graph uses, and the names of its graphs."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pyoxigraph import NamedNode

from govgraph.model import BASE, NAMESPACE

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
ORG: Final = "http://www.w3.org/ns/org#"
PROV: Final = "http://www.w3.org/ns/prov#"
SCHEMA: Final = "https://schema.org/"
DCTERMS: Final = "http://purl.org/dc/terms/"
SHACL: Final = "http://www.w3.org/ns/shacl#"
WIKIDATA: Final = "http://www.wikidata.org/entity/"

GRAPHS: Final = "https://w3id.org/govgraph/graph"
REFERENCE: Final = NamedNode(f"{GRAPHS}/reference")
INFERRED: Final = NamedNode(f"{GRAPHS}/inferred")
RUNS: Final = NamedNode(f"{GRAPHS}/runs")
TIMELINE: Final = NamedNode(f"{GRAPHS}/timeline")
SUGGESTIONS: Final = NamedNode(f"{GRAPHS}/suggestions")
CORRECTIONS: Final = NamedNode(f"{GRAPHS}/corrections")
CONFLICTS: Final = NamedNode(f"{GRAPHS}/conflicts")
VERSIONS: Final = NamedNode(f"{GRAPHS}/versions")

_LOCAL: Final = re.compile(r"\w(?:[\w-]*\w)?")
KINDS: Final = (
    "article",
    "bound",
    "change",
    "conflict",
    "document",
    "event",
    "evidence",
    "identity",
    "judgement",
    "jurisdiction",
    "law",
    "municipality",
    "office",
    "organisation",
    "period",
    "person",
    "programme",
    "role",
    "run",
    "scheme",
    "service",
    "statement",
    "suggestion",
    "system",
    "tenure",
    "transfer",
    "version",
)
"""Segments that follow the base in the IRI of an entity, sorted."""


def prefixes(base: str = BASE) -> dict[str, str]:
    """Prefix → namespace, for reading and writing Turtle and SPARQL.

    Every kind of entity has a prefix of its own, so that `person:denis-alt` needs no escaped slash.
    """
    vocabularies = {
        "dcterms": DCTERMS,
        "gov": NAMESPACE,
        "org": ORG,
        "owl": OWL,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "sh": SHACL,
        "skos": SKOS,
        "wd": WIKIDATA,
        "xsd": XSD,
    }
    return {**vocabularies, **{kind: f"{base}/{kind}/" for kind in KINDS}}


def shortened(iri: str, base: str = BASE) -> str:
    """An IRI with a prefix where it has one of `prefixes` and needs no escapes, else as it is.

    >>> shortened("https://w3id.org/govgraph/id/person/denis-alt"), shortened("https://example.org/a")
    ('person:denis-alt', 'https://example.org/a')
    """
    local = iri.rpartition("#" if "#" in iri else "/")[2]
    prefix = _prefix_of(base).get(iri[: len(iri) - len(local)])
    return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else iri


@cache
def _prefix_of(base: str) -> dict[str, str]:
    return {namespace: prefix for prefix, namespace in prefixes(base).items()}


def gov(name: str) -> NamedNode:
    """Term of govgraph's own vocabulary.

    >>> gov("memberOf").value
    'https://w3id.org/govgraph/ontology#memberOf'
    """
    return NamedNode(NAMESPACE + name)


TYPE: Final = NamedNode(RDF + "type")
SUBJECT: Final = NamedNode(RDF + "subject")
PREDICATE: Final = NamedNode(RDF + "predicate")
OBJECT: Final = NamedNode(RDF + "object")
SUBCLASS_OF: Final = NamedNode(RDFS + "subClassOf")
LABEL: Final = NamedNode(RDFS + "label")
COMMENT: Final = NamedNode(RDFS + "comment")
SAME_AS: Final = NamedNode(OWL + "sameAs")
PREF_LABEL: Final = NamedNode(SKOS + "prefLabel")
ALT_LABEL: Final = NamedNode(SKOS + "altLabel")
HIDDEN_LABEL: Final = NamedNode(SKOS + "hiddenLabel")
BROADER: Final = NamedNode(SKOS + "broader")
IN_SCHEME: Final = NamedNode(SKOS + "inScheme")
MEMBER: Final = NamedNode(ORG + "member")
ROLE: Final = NamedNode(ORG + "role")
ORGANIZATION: Final = NamedNode(ORG + "organization")
POST_IN: Final = NamedNode(ORG + "postIn")
USED: Final = NamedNode(PROV + "used")
DERIVED_FROM: Final = NamedNode(PROV + "wasDerivedFrom")
GENERATED_BY: Final = NamedNode(PROV + "wasGeneratedBy")
NEWS_ARTICLE: Final = NamedNode(SCHEMA + "NewsArticle")
AUTHOR: Final = NamedNode(SCHEMA + "author")
URL: Final = NamedNode(SCHEMA + "url")
HEADLINE: Final = NamedNode(SCHEMA + "headline")
DATE_PUBLISHED: Final = NamedNode(SCHEMA + "datePublished")
LANGUAGE: Final = NamedNode(DCTERMS + "language")
IN_LANGUAGE: Final = NamedNode(SCHEMA + "inLanguage")
CREATOR: Final = NamedNode(DCTERMS + "creator")
CREATED: Final = NamedNode(DCTERMS + "created")
DESCRIPTION: Final = NamedNode(DCTERMS + "description")
SOURCE: Final = NamedNode(DCTERMS + "source")
FOCUS_NODE: Final = NamedNode(SHACL + "focusNode")
RESULT_MESSAGE: Final = NamedNode(SHACL + "resultMessage")
RESULT_SEVERITY: Final = NamedNode(SHACL + "resultSeverity")
VERSION_INFO: Final = NamedNode(OWL + "versionInfo")
