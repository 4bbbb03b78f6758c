"""What a file of corrections says: read, checked, and judgements as Turtle.

Nothing is used of a file that has a mistake anywhere. How it is changed: `corrections_file.py`.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from govgraph.errors import CorrectionsError
from govgraph.model import NAMESPACE, Fact, Modality, Office, Predicate, Status, digest
from govgraph.rdf import namespaces as ns
from govgraph.rdf.literals import node, text
from govgraph.rdf.validation import validate
from govgraph.resolve import Anchor, Corrections, Identification, Review, Side, contradiction

HEAD: Final = """\
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .

# What people have judged of this graph. Every build applies it; docs/how-to/corrections.md says how.
"""
BLOCK: Final = '<{iri}> a gov:{kind} ;\n{about}  dcterms:creator {by} ;\n{why}  dcterms:created "{on}"^^xsd:date .\n'
"""A judgement as Turtle; the review queue of a site fills it in too."""
REASON: Final = "  dcterms:description {why} ;\n"
CLAIM: Final = "  gov:claims [\n{claim}  ] ;\n"
ANONYMOUS: Final = "anonymous"
"""Who judges without a name."""
SHORT: Final = {NAMESPACE: "gov:", ns.RDF: "rdf:", ns.ORG: "org:", ns.PROV: "prov:", ns.DCTERMS: "dcterms:"}
"""Prefixes in the lines of judgements."""

_KINDS: Final = ("Same", "Different", "Rejection", "Assertion")

_Values = Mapping[str, list[NamedNode | BlankNode | Literal]]


def load_corrections(path: Path) -> Corrections:
    """Read a file of corrections and hold it to its shapes.

    Returns:
        The judgements in the order of the file; none for a file that is not there.

    Raises:
        CorrectionsError: The file is no Turtle, a judgement is malformed, or two contradict each other.
    """
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Corrections()
    except (OSError, UnicodeDecodeError) as error:
        raise CorrectionsError(f"{path}: {error}; give a readable Turtle file") from error
    return read_corrections(content, path)


def read_corrections(content: str, path: Path, *, consistent: bool = True) -> Corrections:
    """The same for the text of a file that is named `path`.

    Args:
        content: Text of the file.
        path: Its name, for errors.
        consistent: Whether judgements that contradict each other are refused.

    Raises:
        CorrectionsError: As for `load_corrections`.
    """
    try:
        quads = list(parse(content, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        line = getattr(error, "lineno", None)
        reason = re.sub(r"^Parser error at line \d+ .*?: ", "", str(getattr(error, "msg", error)))
        raise CorrectionsError(_at(path, line, f"no Turtle: {reason}; correct the file")) from error
    nodes = nodes_of(quads)
    lines = _Lines(content)
    judgements = [one for one in nodes if not one.startswith("_:")]
    judgements.sort(key=lambda iri: (lines.of(iri), iri))
    for iri in judgements:
        if _kind(nodes[iri]) is None:
            allowed = ", ".join(f"gov:{kind}" for kind in _KINDS)
            raise CorrectionsError(
                _at(path, lines.of(iri), f"{iri} is no judgement; its class must be one of {allowed}")
            )
    _hold_to_shapes(quads, path, lines)
    identifications, reviews = [], []
    for iri in judgements:
        line = lines.of(iri)
        if _kind(nodes[iri]) in ("Same", "Different"):
            identifications.append(_identification(iri, line, nodes[iri]))
        else:
            reviews.append(_review(iri, line, nodes[iri], nodes))
    found = contradiction(identifications) if consistent else None
    if found is not None:
        one, other = found
        raise CorrectionsError(
            _at(path, one.line, f"{one.first.iri} and {one.second.iri} are judged to be two here, and one in line "
                f"{other.line} or by what it links; drop one of the judgements")
        )  # fmt: skip
    return Corrections(path, tuple(identifications), tuple(reviews))


def review_of(block: str) -> Review:
    """What a rejection or assertion says, in the Turtle of `judgement_block`."""
    nodes = nodes_of(parse(HEAD + block, format=RdfFormat.TURTLE))
    iri = next(one for one, values in nodes.items() if _kind(values) is not None)
    return _review(iri, 1, nodes[iri], nodes)


def _at(path: Path, line: int | None, what: str) -> str:
    return f"{path}, line {line}: {what}" if line else f"{path}: {what}"


def _id(term: object) -> str:
    return f"_:{term.value}" if isinstance(term, BlankNode) else str(getattr(term, "value", term))


def nodes_of(quads: Iterable[Any]) -> dict[str, dict[str, list[NamedNode | BlankNode | Literal]]]:
    """Properties of each subject, in the order of the quads, which `parse` gives."""
    nodes: dict[str, dict[str, list[NamedNode | BlankNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        nodes[_id(quad.subject)][quad.predicate.value].append(quad.object)
    return nodes


class _Lines:
    """Tells on which line of a text a subject begins."""

    def __init__(self, content: str) -> None:
        self._lines = content.splitlines()
        self._starts: dict[str, int] = {}
        for number, line in enumerate(self._lines, start=1):
            words = line.split(maxsplit=1)
            if words:
                self._starts.setdefault(_tail(words[0].strip("<>")), number)

    def of(self, iri: str) -> int:
        """Number of the first line that names it at its start, else anywhere, from 1; else 1."""
        tail = _tail(iri)
        if tail in self._starts:
            return self._starts[tail]
        return next((number for number, line in enumerate(self._lines, start=1) if tail in line), 1)


def _tail(iri: str) -> str:
    return re.split(r"[/#:]", iri)[-1]


def _kind(values: _Values) -> str | None:
    types = {_id(value).removeprefix(NAMESPACE) for value in values.get(ns.TYPE.value, ())}
    return next((kind for kind in _KINDS if kind in types), None)


def _hold_to_shapes(quads: Sequence[Quad], path: Path, lines: _Lines) -> None:
    report = validate(quads, shapes="shapes-corrections.ttl")
    if report.results:
        owners = {_id(one.object): _id(one.subject) for one in quads if one.predicate == ns.gov("claims")}
        found = [(lines.of(owners.get(one.focus, one.focus)), one.message_en) for one in report.results]
        raise CorrectionsError(_at(path, *min(found)))


def _one(values: _Values, predicate: NamedNode) -> str:
    found = values.get(predicate.value, ())
    return _id(found[0]) if found else ""


def _identification(iri: str, line: int, values: _Values) -> Identification:
    def side(name: str) -> Side:
        return Side(_one(values, ns.gov(name)), _seen(values, name))

    return Identification(iri, line, _kind(values) == "Same", side("first"), side("second"))


def _seen(values: _Values, name: str) -> tuple[Anchor, ...]:
    anchors = (_id(value).partition(" ") for value in values.get(NAMESPACE + f"{name}Seen", ()))
    return tuple(sorted((article, local) for article, _, local in anchors))


def _review(iri: str, line: int, values: _Values, nodes: Mapping[str, _Values]) -> Review:
    words = tuple(sorted(_id(value) for value in values[NAMESPACE + "words"]))
    claim = nodes[_one(values, ns.gov("claims"))]
    article = _one(values, ns.DERIVED_FROM)
    source = _one(values, ns.SOURCE)
    holds, seen = _kind(values) == "Assertion", (_seen(claim, "first"), _seen(claim, "second"))
    return Review(iri, line, holds, article, source, words, _claim(claim), *seen)


def _claim(values: _Values) -> Fact | Office:
    if ns.SUBJECT.value in values:
        predicate = Predicate(_one(values, ns.PREDICATE).removeprefix(NAMESPACE))
        modality = Modality(_one(values, ns.gov("modality")).removeprefix(NAMESPACE).lower())
        return Fact(_one(values, ns.SUBJECT), predicate, _one(values, ns.OBJECT), modality, 1.0, (), "")
    return Office(
        person=_one(values, ns.MEMBER),
        role=_one(values, ns.ROLE),
        role_id=_one(values, ns.ROLE),
        organisation=_one(values, ns.ORGANIZATION) or None,
        status=Status(_one(values, ns.gov("status")).removeprefix(NAMESPACE).lower()),
        since=_one(values, ns.gov("since")) or None,
        until=_one(values, ns.gov("until")) or None,
        confidence=1.0,
        evidence=(),
        rule="",
    )


# ---------------------------------------------------------------------- writing


_Pairs = Sequence[tuple[NamedNode, NamedNode | Literal]]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who has judged, when and why.

    Attributes:
        by: Name.
        on: Day.
        why: Reason, or an empty string.
    """

    by: str
    on: datetime.date
    why: str = ""


def judgement_block(kind: str, values: _Pairs, claim: _Pairs, signature: Signature, base: str) -> tuple[str, str]:
    """IRI and Turtle of a judgement."""
    iri = judgement_iri(kind, values, claim, base)
    about = judgement_lines(values)
    if claim:
        about += CLAIM.format(claim=judgement_lines(claim, "    "))
    why = REASON.format(why=text(signature.why)) if signature.why else ""
    return iri, BLOCK.format(iri=iri, kind=kind, about=about, by=text(signature.by), why=why, on=signature.on)


def judgement_iri(kind: str, values: _Pairs, claim: _Pairs, base: str) -> str:
    """IRI of a judgement. It hangs on what is judged, not on who, when and why."""
    content = "\n".join([kind, *(f"{one} {two}" for one, two in (*values, *claim))])
    return f"{base}/judgement/{digest(content)}"


def judgement_lines(pairs: _Pairs, indent: str = "  ") -> str:
    """What a judgement or its claim says of itself, a line for each property."""
    return "".join(f"{indent}{'a' if one == ns.TYPE else shortened(one)} {shortened(two)} ;\n" for one, two in pairs)


def shortened(term: NamedNode | BlankNode | Literal) -> str:
    """A term as judgements have it, with the prefixes of `HEAD`."""
    if isinstance(term, NamedNode):
        for iri, prefix in SHORT.items():
            local = term.value.removeprefix(iri)
            if local != term.value and re.fullmatch(r"[A-Za-z]\w*", local):
                return prefix + local
    return str(term)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judgement says of itself.

    Attributes:
        iri: Its IRI.
        kind: `Same`, `Different`, `Rejection` or `Assertion`.
        about: IRIs of the two, or of the statement or tenure that it judges; empty where it names none.
        by: Who has judged.
        on: Day.
        why: Reason, or an empty string.
    """

    iri: str
    kind: str
    about: tuple[str, ...]
    by: str
    on: str
    why: str

    def told(self) -> dict[str, Any]:
        """As pages are told it."""
        about = list(self.about)
        return {"judgement": self.iri, "kind": self.kind, "about": about, "by": self.by, "on": self.on, "why": self.why}


def judgements_in(content: str) -> tuple[Judgement, ...]:
    """Judgements of a text that `read_corrections` takes, in the order of the file."""
    found = []
    for iri, values in nodes_of(parse(content, format=RdfFormat.TURTLE)).items():
        kind = None if iri.startswith("_:") else _kind(values)
        if kind is not None:
            about = (_one(values, ns.gov(name)) for name in ("first", "second", "judges"))
            texts = (_one(values, one) for one in (ns.CREATOR, ns.CREATED, ns.DESCRIPTION))
            found.append(Judgement(iri, kind, tuple(one for one in about if one), *texts))
    return tuple(found)


def corrections_quads(content: str, base: str) -> Iterator[Quad]:
    """Quads of the corrections graph: judgements without the statements that they are about, and `owl:sameAs`."""
    quads = list(parse(content, format=RdfFormat.TURTLE))
    first = {_id(one.subject): one.object for one in quads if one.predicate == ns.gov("first")}
    second = {_id(one.subject): one.object for one in quads if one.predicate == ns.gov("second")}
    for one in quads:
        if isinstance(one.subject, BlankNode) or isinstance(one.object, BlankNode):
            continue
        yield Quad(one.subject, one.predicate, one.object, ns.CORRECTIONS)
        if one.predicate == ns.TYPE and one.object == ns.gov("Same"):
            pair = (first.get(_id(one.subject)), second.get(_id(one.subject)))
            ours = [term for term in pair if _id(term).startswith(f"{base}/")]
            others = [term for term in pair if not _id(term).startswith(f"{base}/")]
            if len(ours) == len(others) == 1:
                yield Quad(node(_id(ours[0])), ns.SAME_AS, node(_id(others[0])), ns.CORRECTIONS)
