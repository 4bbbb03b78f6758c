"""Statements that cannot all be right, with the words of each side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from govgraph.errors import QueryError, VocabularyError
from govgraph.language.written_dates import written_dates
from govgraph.model import BASE, NAMESPACE, digest
from govgraph.query.explain import Explanation, Reader
from govgraph.query.names import Names
from govgraph.query.proof import Properties, Thing
from govgraph.query.rules import PLACEHOLDER, SEVERITIES, Rule, Search, Target, load_rules
from govgraph.query.run import run
from govgraph.query.values import Rows
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader, Term
from govgraph.rdf.literals import node, text
from govgraph.rdf.schema import load_schema

_STATED: Final = {ns.gov("Statement").value: "statement", ns.gov("Tenure").value: "tenure"}
_PERIOD: Final = ns.gov("Period")
_CERTAIN: Final = frozenset({ns.gov("beginLatest"), ns.gov("endEarliest")})
_PARTS: Final = (
    (ns.SUBJECT, ns.PREDICATE, ns.OBJECT),
    (ns.MEMBER, ns.ROLE, ns.ORGANIZATION),
    (ns.gov("holder"), ns.ROLE, ns.ORGANIZATION),
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A contradiction.

    Attributes:
        rule: Name of the rule that it breaks: `two-holders`.
        severity: `Violation`: not all of it can be right. `Warning`, `Info`: there may be a reason that no article
            gives.
        label_de: German name of the kind.
        label_en: English name of the kind.
        message_de: What contradicts what, in German.
        message_en: The same in English.
        focus: What the rule looked at: a period, a statement, a body.
        sides: What speaks against each other. Each side is one or more statements or tenures that say the same thing
            here, by date of their evidence. A rule that holds an article against the reference data has one side.
    """

    rule: str
    severity: str
    label_de: str
    label_en: str
    message_de: str
    message_en: str
    focus: Thing
    sides: tuple[tuple[Explanation, ...], ...]

    def told(self, lang: str) -> str:
        """What contradicts what, to be read in `de` or `en`; in German with dates as prose has them."""
        return written_dates(self.message_de) if lang == "de" else self.message_en

    @property
    def involves(self) -> tuple[str, ...]:
        """IRIs of all statements and tenures of the sides, sorted."""
        return tuple(sorted({one.statement for side in self.sides for one in side}))


def conflicts(
    store: GraphReader, rules: Sequence[Rule] | None = None, *, kinds: Collection[str] = ()
) -> tuple[Conflict, ...]:
    """All contradictions in a graph.

    What a rule finds with the same message at the same node is one conflict, with all that says so.

    Args:
        store: The graph.
        rules: What is looked for; None for the rules that are shipped.
        kinds: Names of rules to keep to; all if empty.

    Returns:
        Conflicts by severity, rule, message and focus.

    Raises:
        QueryError: A kind is the name of no rule.
        VocabularyError: A rule cannot be run.
    """
    rules = load_rules() if rules is None else rules
    unknown = sorted(set(kinds) - {rule.name for rule in rules})
    if unknown:
        raise QueryError(f"no rule {unknown[0]!r}; there are {', '.join(sorted(rule.name for rule in rules))}")
    wanted = [rule for rule in rules if rule.name in kinds or not kinds]
    found = [finding for rule in wanted for finding in solve(store, rule)]
    if not found:
        return ()
    teller = _Teller(store)
    groups: dict[tuple[str, str, str, str], _Group] = {}
    for one in found:
        focus = one.this.value
        messages = (
            teller.filled(one.search.message_de, one.row, "de"),
            teller.filled(one.search.message_en, one.row, "en"),
        )
        group = groups.setdefault((one.rule.name, focus, *messages), _Group(one.rule, focus, messages))
        for variable, iris in teller.sides(one.row):
            group.sides[variable].update(iris)
    return tuple(sorted((teller.conflict(group) for group in groups.values()), key=_order))


def _order(one: Conflict) -> tuple[int, str, str, str, str]:
    return (SEVERITIES.index(one.severity), one.rule, one.message_de, one.message_en, one.focus.iri)


Row = Mapping[str, Term]
"""Variable → what it is bound to, in the order of the query."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One solution of a query of a rule: at which node, and what its variables, `this` among them, are bound to."""

    rule: Rule
    search: Search
    this: NamedNode
    row: Row


def solve(store: GraphReader, rule: Rule) -> Iterator[Finding]:
    """What the queries of a rule find: each is run once, with `$this` left open, and kept to the rule's targets.

    Raises:
        VocabularyError: A query is no SELECT, cannot be evaluated, leaves `$this` open, or does not select what its
            messages name.
    """
    for search in rule.searches:
        try:
            answer = run(store, search.sparql)
        except QueryError as error:
            raise VocabularyError(f"rule {rule.name!r}: {error}") from error
        if not isinstance(answer, Rows):
            raise VocabularyError(f"rule {rule.name!r}: sh:select is no SELECT query; write one")
        named = {name for message in (search.message_de, search.message_en) for name in PLACEHOLDER.findall(message)}
        missing = sorted(named - {*answer.columns, "this"})
        if missing:
            raise VocabularyError(f"rule {rule.name!r}: a message names {{?{missing[0]}}}; select it in the query")
        for one in answer:
            row = {name: term for name, term in zip(answer.columns, one.terms, strict=True) if term is not None}
            this = row.get("this") or _looked_at(rule)
            if isinstance(this, NamedNode) and _is_target(store, rule.targets, this):
                yield Finding(rule, search, this, {"this": this, **row})


def _looked_at(rule: Rule) -> NamedNode:
    """Node of a query that does not bind `$this`: it looks at the whole graph, once, on behalf of one node."""
    own = [NamedNode(one.iri) for one in rule.targets if one.kind == "targetNode"]
    if not own:
        raise VocabularyError(
            f"rule {rule.name!r}: $this stays open; bind it in a triple pattern, or give sh:targetNode"
        )
    return own[0]


def _is_target(store: GraphReader, targets: Iterable[Target], this: NamedNode) -> bool:
    return any(_is_one(store, target, this) for target in targets)


def _is_one(store: GraphReader, target: Target, this: NamedNode) -> bool:
    iri = NamedNode(target.iri)
    if target.kind == "targetNode":
        return this == iri
    if target.kind == "targetSubjectsOf":
        return next(iter(store.match(this, iri)), None) is not None
    if target.kind == "targetObjectsOf":
        return next(iter(store.match(None, iri, this)), None) is not None
    classes = (quad.object.value for quad in store.match(this, ns.TYPE) if isinstance(quad.object, NamedNode))
    parent = target.iri.removeprefix(NAMESPACE)
    return any(one == target.iri or load_schema().is_below(one.removeprefix(NAMESPACE), parent) for one in classes)


class _Group:
    """Rows that say the same thing; grows as they come."""

    def __init__(self, rule: Rule, focus: str, messages: tuple[str, str]) -> None:
        self.rule = rule
        self.focus = focus
        self.messages = messages
        self.sides: dict[str, set[str]] = defaultdict(set)


class _Teller:
    """Puts what was found into words and proofs."""

    def __init__(self, store: GraphReader) -> None:
        self._store = store
        self._names = Names(store)
        self._properties = Properties(store)
        self._reader = Reader(store, self._names)
        # what one contradiction names, others do as well
        self._stated: dict[str, str] = {}
        self._explanations: dict[str, Explanation] = {}
        self._bounding: dict[str, set[str]] = {}
        self._labels: dict[str, str] = {}

    def filled(self, message: str, row: Row, language: str) -> str:
        """Message with names and values in the place of its variables; one that is unbound becomes a dash."""
        return PLACEHOLDER.sub(lambda found: self._word(row.get(found[1]), language), message)

    def sides(self, row: Row) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Variable → IRIs of the statements and tenures that it stands for.

        A period stands for the tenures that its certain bounds are taken from, unless the row names some of its
        tenures itself.
        """
        said = {name: term.value for name, term in row.items() if isinstance(term, NamedNode) and self._is_stated(term)}
        for name, term in row.items():
            if name in said:
                yield name, (said[name],)
            elif (
                isinstance(term, NamedNode)
                and self._has(term, ns.TYPE, _PERIOD)
                and not (said and self._objects(term, ns.DERIVED_FROM) & set(said.values()))
            ):
                yield name, tuple(self._certain(term))

    def conflict(self, group: _Group) -> Conflict:
        """The conflict that a group of rows stands for."""
        rule = group.rule
        sides = [tuple(sorted((self._explained(iri) for iri in iris), key=_by_date)) for iris in group.sides.values()]
        return Conflict(
            rule=rule.name,
            severity=rule.severity,
            label_de=rule.label_de,
            label_en=rule.label_en,
            message_de=group.messages[0],
            message_en=group.messages[1],
            focus=Thing(group.focus, self._label(group.focus)),
            sides=tuple(side for side in sides if side),
        )

    def _is_stated(self, term: NamedNode) -> bool:
        if term.value not in self._stated:
            classes = {
                quad.object.value for quad in self._store.match(term, ns.TYPE) if isinstance(quad.object, NamedNode)
            }
            self._stated[term.value] = next((_STATED[one] for one in sorted(classes & _STATED.keys())), "")
        return bool(self._stated[term.value])

    def _explained(self, iri: str) -> Explanation:
        if iri not in self._explanations:
            self._is_stated(NamedNode(iri))
            read = self._reader.statement if self._stated[iri] == "statement" else self._reader.tenure
            self._explanations[iri] = read(iri)
        return self._explanations[iri]

    def _has(self, subject: NamedNode, predicate: NamedNode, value: NamedNode) -> bool:
        return next(iter(self._store.match(subject, predicate, value)), None) is not None

    def _certain(self, period: NamedNode) -> set[str]:
        """Tenures that the certain bounds of a period are taken from; all that it is, where none is certain."""
        if period.value not in self._bounding:
            bounds = [self._properties.node(one) for one in self._objects(period, ns.gov("bound"))]
            kept = [one for one in bounds if not _CERTAIN.isdisjoint(one.values(ns.gov("boundOf")))]
            found = {one.value for bound in kept for one in bound.values(ns.DERIVED_FROM) if isinstance(one, NamedNode)}
            self._bounding[period.value] = found or self._objects(period, ns.DERIVED_FROM)
        return self._bounding[period.value]

    def _objects(self, subject: NamedNode, predicate: NamedNode) -> set[str]:
        found = (quad.object for quad in self._store.match(subject, predicate))
        return {one.value for one in found if isinstance(one, NamedNode)}

    def _word(self, term: Term | None, language: str) -> str:
        if isinstance(term, NamedNode):
            local = term.value.removeprefix(NAMESPACE)
            return load_schema().label(local, language) if local != term.value else self._names.label(term.value)
        return term.value if isinstance(term, Literal) else "–"

    def _label(self, iri: str) -> str:
        """Name of a thing; statements, tenures and periods are called by what they join."""
        if iri not in self._labels:
            self._labels[iri] = self._joined(iri)
        return self._labels[iri]

    def _joined(self, iri: str) -> str:
        for parts in _PARTS:
            joined = [self._properties.text(iri, part) for part in parts]
            if joined[0]:
                return " – ".join(self._word(NamedNode(one), "de") for one in joined if one)
        return self._word(NamedNode(iri), "de")


def _by_date(one: Explanation) -> tuple[str, str]:
    return (one.evidence[0].date if one.evidence else "", one.statement)


def conflict_quads(found: Iterable[Conflict], base: str = BASE) -> list[Quad]:
    """Quads of the conflicts graph: `gov:Conflict` nodes in the words of SHACL, with what each involves.

    Args:
        found: Conflicts; each becomes a node that is named by its rule, focus and message.
        base: What the IRIs begin with.
    """
    quads: set[Quad] = set()
    for one in found:
        name = f"{one.rule}-{digest(chr(31).join((one.rule, one.focus.iri, one.message_de)))}"
        conflict = node(f"{base}/conflict/{name}")
        pairs: list[tuple[NamedNode, NamedNode | Literal]] = [
            (ns.TYPE, ns.gov("Conflict")),
            (ns.gov("rule"), text(one.rule)),
            (ns.FOCUS_NODE, node(one.focus.iri)),
            (ns.RESULT_SEVERITY, NamedNode(ns.SHACL + one.severity)),
            (ns.RESULT_MESSAGE, text(one.message_de, "de")),
            (ns.RESULT_MESSAGE, text(one.message_en, "en")),
            *((ns.gov("involves"), node(iri)) for iri in one.involves),
        ]
        quads.update(Quad(conflict, predicate, value, ns.CONFLICTS) for predicate, value in pairs)
    return sorted(quads, key=str)
