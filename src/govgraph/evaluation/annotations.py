"""One page's annotations (hand-made or found) as things that can be compared.

A page is compared whole: an entity named in several of its articles is one, and so is an office that is given
twice. Both sides come as plain JSON (`gold/NAME.gold.json`, `records/NAME.json`), in which every value may be a
list of values of which each is right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from govgraph.evaluation.names import normal_name, normal_roles

Json = Mapping[str, Any]


@dataclass(slots=True, eq=False)
class Slot:
    """An entity of the page under all names that it has in any article."""

    main: str
    names: set[str]
    types: frozenset[str]
    label: str
    genre: str
    optional: bool

    def named_like(self, other: Slot) -> bool:
        """Whether the two share a name."""
        return not self.names.isdisjoint(other.names)


Slots = list[Slot]


@dataclass(slots=True, eq=False)
class OfficeItem:
    """An office of the page; `wider` are bodies around the organisation, which are an address for it too."""

    person: Slots
    roles: frozenset[str]
    organisation: Slots
    values: frozenset[str]
    label: str
    group: str
    genre: str
    optional: bool
    wider: Slots = field(default_factory=list)


@dataclass(slots=True, eq=False)
class FactItem:
    """A fact of the page; `values` is its modality."""

    subject: Slots
    predicates: frozenset[str]
    object: Slots
    values: frozenset[str]
    label: str
    group: str
    genre: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """Title and date of an article, as compared."""

    title: str
    date: str | None
    genre: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that one page holds."""

    entities: tuple[Slot, ...]
    offices: tuple[OfficeItem, ...]
    facts: tuple[FactItem, ...]
    headings: tuple[Heading, ...]


def share_a_name(left: Sequence[Slot], right: Sequence[Slot]) -> bool:
    """Whether any of the one side may be any of the other."""
    return any(a.named_like(b) for a in left for b in right)


def _several(value: Any) -> list[str]:
    return list(value) if isinstance(value, list) else [value]


class _PageReader:
    """Gathers the articles of one page."""

    def __init__(self) -> None:
        self.entities: Slots = []
        self.offices: list[OfficeItem] = []
        self.facts: list[FactItem] = []
        self.headings: list[Heading] = []

    def add(self, article: Json) -> None:
        genre = str(article.get("genre") or "-")
        self.headings.append(Heading(normal_name(article.get("title") or ""), article.get("date"), genre))
        names = _ArticleNames(genre)
        for entity in article.get("entities", []):
            names.know(entity, self._entity(entity, genre))
        for office in article.get("offices", []):
            self.offices.append(_office(office, names))
        for fact in article.get("facts", []):
            self.facts.append(_fact(fact, names))

    def _entity(self, entity: Json, genre: str) -> Slot:
        types = frozenset(_several(entity["type"]))
        person = "Person" in types
        spellings = [entity["name"], *entity.get("aliases", [])]
        slot = Slot(
            main=normal_name(entity["name"], person=person),
            names={normal_name(name, person=person) for name in spellings if name} - {""},
            types=types,
            label=entity["name"],
            genre=genre,
            optional=bool(entity.get("optional", False)),
        )
        known = next((other for other in self.entities if other.main == slot.main and other.types & types), None)
        if known is None:
            self.entities.append(slot)
            return slot
        known.names |= slot.names
        known.optional = known.optional and slot.optional
        return known


class _ArticleNames:
    """What a name or id in an office or fact of one article points at."""

    def __init__(self, genre: str) -> None:
        self.genre = genre
        self._own: Slots = []
        self._by_key: dict[str, Slot] = {}

    def know(self, entity: Json, slot: Slot) -> None:
        self._own.append(slot)
        if entity.get("id"):
            self._by_key[entity["id"]] = slot
        self._by_key[entity["name"]] = slot

    def resolve(self, value: Any) -> Slots:
        return [self._one(name) for name in _several(value)]

    def _one(self, name: str) -> Slot:
        if name in self._by_key:
            return self._by_key[name]
        forms = {normal_name(name), normal_name(name, person=True)}
        for slot in self._own:
            if not forms.isdisjoint(slot.names):
                return slot
        unlisted = Slot(normal_name(name), forms, frozenset(), name, self.genre, optional=True)
        self._own.append(unlisted)
        return unlisted


def _office(office: Json, names: _ArticleNames) -> OfficeItem:
    statuses = _several(office.get("status", "current"))
    roles = _several(office["role"])
    body = office.get("organisation")
    return OfficeItem(
        person=names.resolve(office["person"]),
        roles=normal_roles(roles),
        organisation=names.resolve(body) if body else [],
        # a new office is a current one: the article's day decides, not the reader
        values=frozenset("current" if status == "new" else status for status in statuses),
        label=f"{office['person']} · {office['role']} · {body}",
        group=roles[0],
        genre=names.genre,
        optional=bool(office.get("optional", False)),
    )


def _fact(fact: Json, names: _ArticleNames) -> FactItem:
    predicates = _several(fact["predicate"])
    return FactItem(
        subject=names.resolve(fact["subject"]),
        predicates=frozenset(predicates),
        object=names.resolve(fact["object"]),
        values=frozenset(_several(fact.get("modality", "asserted"))),
        label=f"{fact['subject']} —{fact['predicate']}→ {fact['object']}",
        group=predicates[0],
        genre=names.genre,
        optional=bool(fact.get("optional", False)),
    )


def _widen(offices: Sequence[OfficeItem], facts: Sequence[FactItem]) -> None:
    """A body and what it is part of are one address for an office."""
    for office in offices:
        for fact in facts:
            if "partOf" not in fact.predicates:
                continue
            if share_a_name(fact.subject, office.organisation):
                office.wider = office.wider + fact.object
            elif share_a_name(fact.object, office.organisation):
                office.wider = office.wider + fact.subject


def _unite(offices: Sequence[OfficeItem]) -> list[OfficeItem]:
    """The same office under two names, or once with and once without its body, is one."""
    united: list[OfficeItem] = []
    for office in offices:
        twin = next((other for other in united if _one_office(other, office)), None)
        if twin is None:
            united.append(office)
            continue
        twin.roles |= office.roles
        twin.organisation = twin.organisation + office.organisation
        twin.values |= office.values
        twin.optional = twin.optional and office.optional
    return united


def _one_office(known: OfficeItem, office: OfficeItem) -> bool:
    return (
        share_a_name(known.person, office.person)
        and not known.roles.isdisjoint(office.roles)
        and (not office.organisation or share_a_name(known.organisation, office.organisation))
    )


def annotations_of(page: Json) -> Annotations:
    """Read one page's JSON.

    Args:
        page: An object with `articles`, each as in the guidelines; missing parts count as empty.

    Raises:
        KeyError: An entity without name or type, an office without person or role, a fact without an end.
    """
    reader = _PageReader()
    for article in page.get("articles", []):
        reader.add(article)
    _widen(reader.offices, reader.facts)
    return Annotations(
        tuple(reader.entities), tuple(_unite(reader.offices)), tuple(reader.facts), tuple(reader.headings)
    )
