"""Things of a graph → what a service suggests for them. Nothing is joined: somebody judges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from govgraph.linking.cache import default_folder
from govgraph.linking.client import Client
from govgraph.linking.entities import Subject, Subjects
from govgraph.linking.knowledge import Known, properties_for, type_for
from govgraph.linking.values import Candidate, Progress, Query, ReconcileOptions, Reconciliation, Service, Suggested
from govgraph.query import Thing
from govgraph.rdf.interface import GraphReader

_GERMAN: Final = "de"
_ENGLISH: Final = "en"


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody wants to see."""


def reconcile(
    store: GraphReader, url: str, options: ReconcileOptions | None = None, progress: Progress = silent
) -> Reconciliation:
    """Ask a reconciliation service for things of the graph that have no identifier of it yet.

    Asked for are things that articles mention, by their name in the service's language if it says one and they have
    one, else by their German name; where that finds nothing, by their other name. What was judged to be different is
    left out.

    Args:
        store: The graph.
        url: Address of the service.
        options: Settings; the defaults if None.
        progress: Is told of the stage `reconcile` how many of how many things are answered for.

    Raises:
        InputError: The address is none.
        NotFoundError: A name or class that the graph does not know.
        ServiceError: The service cannot be asked, or breaks the protocol.
        StoreError: The cache cannot be written.
        VocabularyError: A file that describes services cannot be used.
    """
    options = options or ReconcileOptions()
    with Client(url, options, options.cache or default_folder()) as client:
        service, known = client.manifest()
        subjects = Subjects(store, service.space)
        found = subjects.find(options.names, options.types)
        asked = [one for one in found if not one.linked]
        answers: dict[str, tuple[Candidate, ...]] = {one.iri: () for one in asked}
        done, open_, round_ = 0, asked, 0
        while open_:
            queries = [_query(one, round_, subjects, (service, known), options) for one in open_]

            def told(answered: int, before: int = done) -> None:
                progress("reconcile", min(before + answered, len(asked)), len(asked))

            for one, candidates in zip(open_, client.ask(queries, service, told), strict=True):
                fitting = [each for each in candidates if each.iri not in one.refused]
                answers[one.iri] = tuple(fitting[: options.limit])
            round_ += 1
            done = sum(1 for one in asked if answers[one.iri] or len(_names(one, service.language)) <= round_)
            open_ = [one for one in open_ if not answers[one.iri] and len(_names(one, service.language)) > round_]
        return Reconciliation(
            service,
            tuple(Suggested(Thing(one.iri, one.label), one.kind, answers[one.iri]) for one in asked),
            len(found) - len(asked),
            client.requests,
        )


def _query(
    subject: Subject,
    round_: int,
    subjects: Subjects,
    about: tuple[Service, Known],
    options: ReconcileOptions,
) -> Query:
    service, known = about
    language, name = _names(subject, service.language)[round_]
    properties: Mapping[str, str] = properties_for(subject.kind, known)
    values = ((external, subjects.values(subject.iri, own)) for own, external in sorted(properties.items()))
    return Query(
        name=name,
        type=type_for(subject.kind, known, service),
        properties=tuple((external, found) for external, found in values if found),
        limit=options.limit + len(subject.refused),
        language=language,
    )


def _names(subject: Subject, language: str) -> tuple[tuple[str, str], ...]:
    """Language and name, the best to ask by first, each name once."""
    spoken = language.partition("-")[0].lower()
    by_name: dict[str, str] = {}
    for one in (spoken, _GERMAN, _ENGLISH):
        if one in subject.names:
            by_name.setdefault(subject.names[one], one)
    return tuple((language_, name) for name, language_ in by_name.items())
