"""What a process does that makes judgements of decisions; loaded when the first of them is taken."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from govgraph.errors import CorrectionsError, NotFoundError
from govgraph.model import Modality, Predicate, Status
from govgraph.model.days import span
from govgraph.pipeline.drafting import Claim, Draft, Drafter
from govgraph.query.explain import HOLDS
from govgraph.rdf import Signature
from govgraph.serve import decisions
from govgraph.serve.decisions import Decision
from govgraph.serve.jobs import Done, Job
from govgraph.serve.reading import Opened
from govgraph.store.oxigraph import OpenedStore


def draft(opened: Opened, job: Job) -> Done:
    """Make judgements of the decision of a job; `blocks` in `Done.about` are pairs of IRI and Turtle."""
    decision = Decision.read(job.decision.encode("utf-8"))
    # the day of the act, as the person who judges knows it
    signature = Signature(decision.by, datetime.date.today(), decision.why)
    try:
        drafter = _drafter(opened)
        blocks = [one.block(signature, drafter.base) for one in _drafts(drafter, decision)]
    except NotFoundError as error:
        return Done(status=404, message=str(error))
    except CorrectionsError as error:
        return Done(status=409, message=str(error))
    return Done(about={"blocks": blocks})


def _drafts(drafter: Drafter, decision: Decision) -> Iterator[Draft]:
    if decision.verdict in (decisions.SAME, decisions.DIFFERENT):
        yield drafter.identity(decision.verdict == decisions.SAME, *decision.about)
        return
    for iri in decision.about:
        if decision.verdict == decisions.RIGHT:
            yield drafter.confirmation(iri)
        elif decision.verdict == decisions.WRONG:
            yield drafter.rejection(iri)
        else:
            yield from drafter.replacement(iri, _claim(decision))


def _claim(decision: Decision) -> Claim:
    told = decision.claim
    since, until = told.get("since", ""), told.get("until", "")
    for day in (since, until):
        if day and span(day) is None:
            raise CorrectionsError(f"{day!r:.100} is no date; allowed are YYYY-MM-DD, YYYY-MM and YYYY")
    try:
        if told["predicate"] != HOLDS:
            modality = Modality(told["modality"])
            return Claim(told["subject"], Predicate(told["predicate"]), told["object"], modality)
        status = Status(told["modality"])
    except ValueError as error:
        raise CorrectionsError(f"the statement that is meant has a word that there is not: {error}") from error
    if "role" not in told:
        raise CorrectionsError("the office that is meant has no role; choose one")
    # who has an office in no body that is named
    body = "" if told["object"] == told["role"] else told["object"]
    return Claim(told["subject"], None, body, role=told["role"], status=status, since=since, until=until)


def _drafter(opened: Opened) -> Drafter:
    if "drafter" not in opened.made:
        opened.made["drafter"] = Drafter(Path(opened.build), OpenedStore(opened.store))
    found = opened.made["drafter"]
    assert isinstance(found, Drafter)
    return found
