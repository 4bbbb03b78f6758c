"""Suggestions in the forms that they are handed on in."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import asdict

from pyoxigraph import Literal, NamedNode, Triple

from govgraph.linking.values import Candidate, Reconciliation, Suggested
from govgraph.model import BASE, digest
from govgraph.query import Triples
from govgraph.query.names import kind_of
from govgraph.rdf import namespaces as ns
from govgraph.rdf.literals import decimal, node, text


def short_name(iri: str) -> str:
    """What a command takes for a thing: `KIND/SLUG`, or the whole IRI of a thing that is named otherwise.

    >>> short_name("https://w3id.org/govgraph/id/person/denis-alt")
    'person/denis-alt'
    """
    kind = kind_of(iri)
    return f"{kind}/{iri.rpartition('/')[2]}" if kind in ns.KINDS else iri


def judge_command(entity: str, candidate: str) -> str:
    """Command line that says that a thing is the candidate; who and why are left open.

    >>> judge_command("https://w3id.org/govgraph/id/person/denis-alt", "http://www.wikidata.org/entity/Q1")
    'govgraph judge same person/denis-alt http://www.wikidata.org/entity/Q1 --by … --why …'
    """
    return f"govgraph judge same {shlex.quote(short_name(entity))} {shlex.quote(candidate)} --by … --why …"


def as_dict(found: Reconciliation) -> dict[str, object]:
    """The answer as JSON has it.

    Returns:
        `service` (url, name, version) and `suggestions`, a list with `entity` (iri, label, kind) and `candidates`,
        each as `Candidate` with `judge`, the command that would judge it.
    """
    service = found.service
    return {
        "service": {"url": service.url, "name": service.name, "version": service.version},
        "suggestions": [
            {
                "entity": {"iri": one.entity.iri, "label": one.entity.label, "kind": one.kind},
                "candidates": [
                    {**asdict(each), "judge": judge_command(one.entity.iri, each.iri)} for each in one.candidates
                ],
            }
            for one in found.suggested
        ],
    }


def suggestion_triples(found: Reconciliation) -> Triples:
    """The answer as RDF: a `gov:Suggestion` for each candidate, the names of candidates, and the service."""
    service = node(found.service.url)
    triples = {
        Triple(service, ns.TYPE, ns.gov("ReconciliationService")),
        Triple(service, ns.LABEL, text(found.service.name)),
    }
    for one in found.suggested:
        for each in one.candidates:
            triples.update(_suggestion(one, each, service))
    return Triples(tuple(sorted(triples, key=_order)))


def _suggestion(one: Suggested, candidate: Candidate, service: NamedNode) -> Iterator[Triple]:
    entity, other = one.entity.iri, node(candidate.iri)
    iri = node(f"{_base(entity)}/suggestion/{digest(f'{entity} {candidate.iri} {service.value}')}")
    yield Triple(iri, ns.TYPE, ns.gov("Suggestion"))
    yield Triple(iri, ns.gov("candidate"), node(entity))
    yield Triple(iri, ns.gov("candidate"), other)
    yield Triple(iri, ns.gov("suggestedBy"), service)
    if candidate.score is not None:
        yield Triple(iri, ns.gov("score"), decimal(candidate.score))
    yield Triple(iri, ns.gov("serviceMatch"), Literal(candidate.match))
    yield Triple(other, ns.LABEL, text(candidate.name, _language(candidate.language)))


def _base(entity: str) -> str:
    return entity.rpartition("/")[0].rpartition("/")[0] if kind_of(entity) in ns.KINDS else BASE


def _language(given: str) -> str | None:
    try:
        return Literal("", language=given).language if given else None
    except ValueError:
        return None


def _order(triple: Triple) -> tuple[str, bool, str]:
    return str(triple.subject), triple.predicate != ns.TYPE, str(triple)
