from govgraph.rdf.build import GraphOptions, build_quads, run_iri, sort_quads
from govgraph.rdf.copies import distinct_articles
from govgraph.rdf.corrections import Signature, judgement_block, load_corrections, read_corrections
from govgraph.rdf.corrections_file import CorrectionsFile
from govgraph.rdf.corrections_joined import JoinedCorrections, join_corrections, known_judgements
from govgraph.rdf.engine import Engine
from govgraph.rdf.interface import GraphReader, GraphStore
from govgraph.rdf.quotes import quote_digest, whole_quotes, with_quotes
from govgraph.rdf.validation import ValidationReport, to_rdflib, validate
from govgraph.rdf.violations import Violation

__all__ = [
    "CorrectionsFile",
    "Engine",
    "GraphOptions",
    "GraphReader",
    "GraphStore",
    "JoinedCorrections",
    "Signature",
    "ValidationReport",
    "Violation",
    "build_quads",
    "distinct_articles",
    "join_corrections",
    "judgement_block",
    "known_judgements",
    "load_corrections",
    "quote_digest",
    "read_corrections",
    "run_iri",
    "sort_quads",
    "to_rdflib",
    "validate",
    "whole_quotes",
    "with_quotes",
]
