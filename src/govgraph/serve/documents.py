"""What a process does that computes pages of the explorer; loaded when the first of them is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from govgraph.errors import NotFoundError
from govgraph.explorer import DESCRIBED, Documents, charts, map_of, maps, questions, review, timeline
from govgraph.serve import jobs
from govgraph.serve.jobs import Done, Job
from govgraph.serve.packing import LEAST, Body, knows
from govgraph.serve.reading import Opened, query
from govgraph.store.oxigraph import OpenedStore

_TYPE: Final = "application/json"


def document(opened: Opened, job: Job) -> Done:
    """Write a document: `job.text` names it, `job.graph` is the address of a thing; see `Documents`."""
    documents = _documents(opened)
    try:
        if job.text == jobs.KNOWN:
            return Done(about={"iri": documents.find(job.graph)})
        body = _body(opened, documents, job)
    except NotFoundError as error:
        return Done(status=404, message=str(error))
    headers = {"ETag": body.tag, "Vary": "Accept, Accept-Encoding"}
    if knows(job.known, body.tag):
        return Done(status=304, headers=headers)
    pack = job.packed and len(body.plain) >= LEAST
    if pack:
        headers["Content-Encoding"] = "gzip"
    Path(job.out).write_bytes(body.packed if pack else body.plain)
    return Done(type=_TYPE, headers=headers)


def _body(opened: Opened, documents: Documents, job: Job) -> Body:
    if job.text == jobs.THING:
        return _written(documents.document(job.graph))
    store = OpenedStore(opened.store)
    if job.text == jobs.TIMELINE and job.graph:
        return _written(timeline(store, documents.find(job.graph)))
    if job.text == jobs.MAP:
        predicate, _, address = job.graph.partition("/")
        return _written(map_of(store, predicate, documents.find(address)))
    whole: dict[str, Callable[[], object]] = {
        jobs.INDEX: documents.index,
        jobs.TERMS: documents.terms,
        jobs.SENTENCES: documents.sentences,
        jobs.QUESTIONS: lambda: questions(store, documents.base),
        jobs.TIMELINE: lambda: timeline(store),
        jobs.MAPS: lambda: maps(store),
        jobs.CHARTS: lambda: charts(documents.base),
        jobs.REVIEW: lambda: review(store, documents.base),
    }
    if job.text not in opened.made:
        opened.made[job.text] = _written(whole[job.text]())
    found = opened.made[job.text]
    assert isinstance(found, Body)
    return found


def description(opened: Opened, job: Job) -> Done:
    """Write the triples about a thing, its statements and their evidence; in which format, `Accept` decides."""
    try:
        iri = _documents(opened).find(job.text)
    except NotFoundError as error:
        return Done(status=404, message=str(error))
    # pages of the explorer are about the graph whatever a query sees that names no graphs
    return query(opened, replace(job, text=DESCRIBED.format(iri=iri), union=True))


def _documents(opened: Opened) -> Documents:
    if "documents" not in opened.made:
        records = Path(opened.records) if opened.records else None
        opened.made["documents"] = Documents(OpenedStore(opened.store), records)
    found = opened.made["documents"]
    assert isinstance(found, Documents)
    return found


def _written(document: object) -> Body:
    return Body(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))
