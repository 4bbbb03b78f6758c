"""The review queue without a server: what it offers, and all that a browser needs to write the file of corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from govgraph.explorer import review
from govgraph.model import Modality, Predicate, Status
from govgraph.pipeline.drafting import Claim, Draft, Drafter, claimed
from govgraph.rdf import CorrectionsFile
from govgraph.rdf.corrections import (
    ANONYMOUS,
    BLOCK,
    CLAIM,
    REASON,
    SHORT,
    judgement_iri,
    judgement_lines,
    judgements_in,
)
from govgraph.rdf.corrections_file import block_of, start_of
from govgraph.rdf.interface import GraphReader

Json = dict[str, Any]

_SLOT: Final = "urn:govgraph:slot"
_DAYS: Final = ("2000", "2000-01", "2000-01-01")
_ANY: Final = Predicate.MEMBER_OF


def desk(out: Path, store: GraphReader) -> Json:
    """The document of `govgraph.explorer.review`, with what makes judgements of decisions.

    Each row has `drafts`, in the order of its `iris`, and each pair a `draft`: `ids` are IRIs of judgements by kind,
    `where` and `said` the lines of Turtle that say what is judged. `file` is the file of corrections as it lies there:
    `start` stands before what is added, `judgements` are those in it, with the text of each that can be taken out.
    `forms` are the texts that judgements are made of: places in braces are filled in, and lines of a claim are listed
    by what they say, as a text with `{}` for an IRI, or by word, or by the number of characters of a date.

    Args:
        out: Output folder of a build.
        store: Its graph.

    Raises:
        CorrectionsError: Its file of corrections cannot be used.
        NotFoundError: The graph lacks words that judgements hold.
    """
    drafter = Drafter(out, store)
    told = review(store, drafter.base)
    for row in told["rows"]:
        rejections = [drafter.rejection(iri) for iri in row["iris"]]
        row["drafts"] = [_told((one, replace(one, kind="Assertion")), drafter.base) for one in rejections]
    ends = [(pair["first"], pair["second"]) for pair in told["pairs"]]
    seen = drafter.seen(iri for pair in ends for iri in pair)
    for pair, (first, second) in zip(told["pairs"], ends, strict=True):
        same = drafter.identity(True, first, second, seen=seen)
        pair["draft"] = _told((same, replace(same, kind="Different")), drafter.base)
    return {**told, "file": _file(drafter.path), "forms": forms(drafter.base)}


def _told(drafts: Sequence[Draft], base: str) -> Json:
    """Drafts that differ in their kind alone."""
    first = drafts[0]
    return {
        "ids": {one.kind: judgement_iri(one.kind, one.pairs, one.claim, base) for one in drafts},
        "where": judgement_lines(first.pairs),
        "said": judgement_lines(first.claim, "    "),
    }


def _file(path: Path) -> Json:
    content = CorrectionsFile(path).read().content
    return {
        "name": path.name,
        "start": start_of(content),
        "judgements": [{**one.told(), "block": block_of(one.iri, content)} for one in judgements_in(content)],
    }


def forms(base: str) -> Json:
    """The texts that judgements are made of, for graphs with that base; see `desk`."""
    return {
        "block": BLOCK,
        "reason": REASON,
        "claim": CLAIM,
        "judgement": f"{base}/judgement/",
        "prefixes": {short.rstrip(":"): iri for iri, short in SHORT.items()},
        "anonymous": ANONYMOUS,
        "statement": _statement_lines(),
        "tenure": _tenure_lines(),
    }


def _statement_lines() -> list[list[Any]]:
    kind, subject, _, object_, _ = _lines(Claim(_SLOT, _ANY, _SLOT))
    return [
        ["", kind],
        ["subject", subject],
        ["predicate", {one.value: _lines(Claim(_SLOT, one, _SLOT))[2] for one in Predicate}],
        ["object", object_],
        ["modality", {one.value: _lines(Claim(_SLOT, _ANY, _SLOT, one))[4] for one in Modality}],
    ]


def _tenure_lines() -> list[list[Any]]:
    days = [(day, _lines(Claim(_SLOT, None, _SLOT, role=_SLOT, since=day, until=day))) for day in _DAYS]
    kind, person, role, body = days[0][1][:4]
    statuses = {one.value: _lines(Claim(_SLOT, None, _SLOT, role=_SLOT, status=one))[4] for one in Status}
    since, until = ({str(len(day)): lines[at].replace(day, "{}") for day, lines in days} for at in (5, 6))
    return [
        ["", kind],
        ["subject", person],
        ["role", role],
        ["object", body],
        ["modality", statuses],
        ["since", since],
        ["until", until],
    ]


def _lines(claim: Claim) -> list[str]:
    """Lines of a claim, with `{}` where it names a thing."""
    return judgement_lines(claimed(claim), "    ").replace(_SLOT, "{}").splitlines(keepends=True)
