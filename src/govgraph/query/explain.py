"""Why the graph says what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from govgraph.errors import UnknownTermError
from govgraph.model import NAMESPACE, Predicate
from govgraph.query.names import Names, look_up
from govgraph.query.proof import Proof, Properties, Thing, articles_of, sources_of
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.schema import load_schema

HOLDS = "holdsOffice"
_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Explanation:
    """One statement or tenure with its evidence.

    Attributes:
        statement: IRI of the statement or tenure.
        subject: What it is about.
        predicate: Local name of the predicate; `holdsOffice` for tenures.
        predicate_label: German label; for tenures the title of the role.
        object: What it says of it; for tenures the organisation, or the role where there is none.
        modality: `asserted`, `planned`, `reported` or `ended`; for tenures the status.
        confidence: 0 to 1.
        rule: Name of the frame or construction that read it, or an empty string.
        since: Begin of a tenure as stated, or an empty string.
        until: End of a tenure as stated, or an empty string.
        evidence: Quotes that say so.
        articles: How many articles say the same in the same modality, this one included.
        sources: How many independent sources these are: versions of one text are one.
    """

    statement: str
    subject: Thing
    predicate: str
    predicate_label: str
    object: Thing
    modality: str
    confidence: float
    rule: str
    since: str
    until: str
    evidence: tuple[Proof, ...]
    articles: int = 1
    sources: int = 1


def explain(
    store: GraphReader,
    subject: str,
    predicate: str | None = None,
    object: str | None = None,
    *,
    as_object: bool = False,
) -> tuple[Explanation, ...]:
    """Statements about a subject, each with the sentences it was read from.

    Args:
        store: The graph.
        subject: Name of a thing in any case, or its IRI.
        predicate: Local name (`memberOf`), IRI or German label of a predicate, or `holdsOffice`; None for all.
        object: Name or IRI; None for all. A name that several things bear stands for all of them.
        as_object: Give instead what is said of others with it as object, and who holds offices there; `object` is then
            one of these others.

    Returns:
        Statements by predicate, name of the object, and date. Empty if the graph knows the things but says nothing.
        `cooperatesWith` is found from both sides.

    Raises:
        NotFoundError: A name is unknown (with suggestions), the subject's name is ambiguous (with a list), or the
            predicate is none of the ontology.
    """
    names = Names(store)
    one = names.find_one(subject)
    wanted = None if predicate is None else predicate_called(predicate)
    others = None if object is None else frozenset(names.find(object))
    reader = Reader(store, names)
    found = [
        explanation
        for explanation in (reader.with_object(one) if as_object else reader.about(one))
        if (wanted is None or explanation.predicate == wanted)
        and (others is None or {explanation.subject.iri, explanation.object.iri} & others)
    ]
    return tuple(sorted(_counted(found), key=_order))


def count_as_object(store: GraphReader, name: str) -> int:
    """How many statements and tenures `explain` gives with `as_object`.

    Raises:
        NotFoundError: The name is unknown or ambiguous.
    """
    return len(_with_object(store, look_up(store, name)))


def _with_object(store: GraphReader, iri: str) -> list[str]:
    """Statements of which a thing is the object, but for those found from both sides, and tenures in it."""
    both = ns.gov(Predicate.COOPERATES_WITH)
    found = [
        quad.subject for place in (ns.OBJECT, ns.ORGANIZATION) for quad in store.match(None, place, NamedNode(iri))
    ]
    nodes = {one for one in found if isinstance(one, NamedNode)}
    # offices are in a body too, but have no member
    kept = (
        one
        for one in nodes
        if next(store.match(one, ns.MEMBER), None) is not None
        or any(quad.object != both for quad in store.match(one, ns.PREDICATE))
    )
    return sorted(one.value for one in kept)


def _counted(found: Iterable[Explanation]) -> Iterator[Explanation]:
    """Each with the number of articles and sources that say the same."""
    same: dict[tuple[str, ...], list[Explanation]] = defaultdict(list)
    for one in found:
        ends: Sequence[str] = (one.subject.iri, one.object.iri)
        if one.predicate == Predicate.COOPERATES_WITH:
            ends = sorted(ends)
        same[one.predicate, one.predicate_label, one.modality, *ends].append(one)
    for group in same.values():
        proofs = [proof for one in group for proof in one.evidence]
        for one in group:
            yield replace(one, articles=articles_of(proofs), sources=sources_of(proofs))


def _order(one: Explanation) -> tuple[str, ...]:
    date = one.evidence[0].date if one.evidence else ""
    return (one.predicate, one.object.label, one.object.iri, one.subject.label, one.subject.iri, date, one.statement)


def predicate_called(text: str) -> str:
    """Local name of a predicate given in any form.

    Raises:
        UnknownTermError: The ontology has none of that name.
    """
    schema = load_schema()
    local = text.removeprefix(NAMESPACE).removeprefix("gov:")
    folded = " ".join(local.casefold().split())
    allowed = [*(str(one) for one in Predicate), HOLDS]
    for name in allowed:
        if folded in (name.casefold(), schema.label(name).casefold(), schema.label(name, "en").casefold()):
            return name
    # who knows a part of the label, or a word that explains it, such as „Vorsitz“, is told what it is the label of
    texts = (
        {name: " ".join(schema.label(name, lang) for lang in ("de", "en")) for name in allowed},
        {name: " ".join(schema.comments.get(name, {}).values()) for name in allowed},
    )
    found = ([name for name in allowed if folded and folded in told[name].casefold()] for told in texts)
    near: list[str] = next(filter(None, found), [])
    hint = f"; did you mean {' or '.join(near[:_MOST_NEAR])}?" if near else ""
    raise UnknownTermError(f"no predicate {text!r}{hint}; there are {', '.join(allowed)}")


class Reader:
    """Turns the nodes of statements and tenures into explanations."""

    def __init__(self, store: GraphReader, names: Names) -> None:
        self._store = store
        self._names = names
        self._properties = Properties(store)
        self._schema = load_schema()

    def about(self, iri: str) -> Iterator[Explanation]:
        """Statements and tenures about a thing, in no promised order."""
        node = NamedNode(iri)
        for statement in self._subjects(ns.SUBJECT, node):
            yield self.statement(statement)
        for statement in self._subjects(ns.OBJECT, node):
            if self._properties.text(statement, ns.PREDICATE) == ns.gov(Predicate.COOPERATES_WITH).value:
                yield self.statement(statement)
        for tenure in self._subjects(ns.MEMBER, node):
            yield self.tenure(tenure)

    def with_object(self, iri: str) -> Iterator[Explanation]:
        """Statements with a thing as their object, and tenures in it, in no promised order."""
        return map(self.read, _with_object(self._store, iri))

    def _subjects(self, predicate: NamedNode, node: NamedNode) -> list[str]:
        found = {
            quad.subject.value
            for quad in self._store.match(None, predicate, node)
            if isinstance(quad.subject, NamedNode)
        }
        return sorted(found)

    def _thing(self, iri: str) -> Thing:
        return Thing(iri, self._names.label(iri))

    def read(self, iri: str) -> Explanation:
        """Explanation of a statement or of a tenure."""
        return self.statement(iri) if self._properties.text(iri, ns.PREDICATE) else self.tenure(iri)

    def date(self, article: str) -> str:
        """Date of an article as precise as known, or an empty string."""
        return self._properties.text(article, ns.DATE_PUBLISHED)

    def statement(self, iri: str) -> Explanation:
        """Explanation of a `gov:Statement`."""
        node = self._properties.node(iri)
        predicate = node.text(ns.PREDICATE).removeprefix(NAMESPACE)
        return Explanation(
            statement=iri,
            subject=self._thing(node.text(ns.SUBJECT)),
            predicate=predicate,
            predicate_label=self._schema.label(predicate),
            object=self._thing(node.text(ns.OBJECT)),
            modality=node.word(ns.gov("modality")),
            confidence=float(node.text(ns.gov("confidence")) or 0),
            rule=node.text(ns.gov("rule")),
            since="",
            until="",
            evidence=self._properties.proven(node.values(ns.gov("evidence"))),
        )

    def tenure(self, iri: str) -> Explanation:
        """Explanation of a `gov:Tenure`."""
        node = self._properties.node(iri)
        role = node.text(ns.ROLE)
        return Explanation(
            statement=iri,
            subject=self._thing(node.text(ns.MEMBER)),
            predicate=HOLDS,
            predicate_label=self._names.label(role),
            object=self._thing(node.text(ns.ORGANIZATION) or role),
            modality=node.word(ns.gov("status")),
            confidence=float(node.text(ns.gov("confidence")) or 0),
            rule=node.text(ns.gov("rule")),
            since=node.text(ns.gov("since")),
            until=node.text(ns.gov("until")),
            evidence=self._properties.proven(node.values(ns.gov("evidence"))),
        )
