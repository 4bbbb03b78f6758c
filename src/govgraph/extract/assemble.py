"""From drafts to the record of an article: identifiers, offsets in the original text, evidence, order."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING

from govgraph.extract.names.inner_places import within_names
from govgraph.extract.offices.terms import is_ahead
from govgraph.extract.spans import Few, Spans
from govgraph.extract.state import BOARDS, PLACES, USES
from govgraph.model import (
    ArticleRecord,
    BlockKind,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Mention,
    Modality,
    Office,
    Predicate,
    Status,
    entity_iri,
    own_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govgraph.extract.state import Draft, FactDraft, OfficeDraft, Sentence
    from govgraph.language.text import FoldedText
    from govgraph.model import Article

_STATUS_ORDER = (Status.NEW, Status.ACTING, Status.FORMER, Status.DESIGNATED, Status.CURRENT)
_ONE_HERE = frozenset({EntityType.PROGRAMME, EntityType.DOCUMENT, EntityType.EVENT, EntityType.ORGANISATION})

_HAVING = USES | {Predicate.DEVELOPS}
_DAY = len("2024-03-01")
_JUST = 31
"""Days after which who has come into an office is no longer new there."""
_DOUBT = 0.6
"""Share of the doubt of a rule that pages bear out: of 691 offices of pages that nothing had been learnt from, the
surest (0.9) were right in 93 %, those read by reference (0.65) in 87 %."""

_OFFICE = "Agency"
"""Kind of what many towns have one of under the same name."""
_NOWHERE = Spans()
_NO_NAMES: Few[str] = Few()
"""Mentions and names of what is in the record: of a long article neither is kept twice."""


class Assembler:
    """Makes the record of one article.

    Args:
        article: The article.
        folded: Its folded text.
        base: Base of the IRIs.
        one_each: Nouns for systems of which every Land and town may have one: „Bürgerkonto“.
        sole_organs: Nouns for organs of which a body has but one: „Verwaltungsrat“.
    """

    def __init__(
        self, article: Article, folded: FoldedText, base: str, one_each: frozenset[str], sole_organs: frozenset[str]
    ) -> None:
        self.article = article
        self.folded = folded
        self.base = base
        self.one_each = one_each
        self.sole_organs = sole_organs
        self._ids: dict[int, str] = {}
        self._around: dict[int, str] = {}
        self._quoted: dict[tuple[int, int], Evidence] = {}
        self._words: dict[str, str] = {}

    def record(
        self, drafts: Sequence[Draft], offices: Sequence[OfficeDraft], facts: Sequence[FactDraft]
    ) -> ArticleRecord:
        """Entities that are named or spoken of, offices and facts with evidence, all sorted."""
        for fact in facts:
            if fact.predicate is Predicate.PART_OF:
                part, whole = fact.subject, fact.object
                alone = self._is_sole_organ(part, whole)
                alone = alone or self._is_board_of_town(part, whole) or self._is_office_of_town(part, whole)
                if alone or (part.inner and not whole.inner):
                    self._around.setdefault(id(part), _name(whole))
            elif fact.predicate in _HAVING and fact.subject.type in PLACES and self._is_one_of_each(fact.object):
                self._around.setdefault(id(fact.object), _name(fact.subject))
        for office in offices:
            if office.person.inner and office.body is not None:
                self._around.setdefault(id(office.person), _name(office.body))
        used = {id(d) for o in offices for d in (o.person, o.body) if d is not None}
        used |= {id(d) for f in facts for d in (f.subject, f.object)}
        inside = within_names(drafts)
        kept = [d for d in drafts if (d.mentions and id(d) not in inside) or id(d) in used]
        merged: dict[str, list[Draft]] = defaultdict(list)
        for draft in kept:
            merged[self._id(draft)].append(draft)
        del used, inside, kept
        towns = {group[0].name for group in merged.values() if group[0].type is EntityType.MUNICIPALITY}
        entities = tuple(self._entity(iri, group, towns) for iri, group in sorted(merged.items()))
        return ArticleRecord(self.article, entities, self._offices(offices), self._facts(facts))

    # ------------------------------------------------------------------ identifiers

    def _id(self, draft: Draft) -> str:
        known = self._ids.get(id(draft))
        if known is None:
            known = self._ids[id(draft)] = self._make_id(draft)
        return known

    def _make_id(self, draft: Draft) -> str:
        if draft.entry is not None:
            return draft.entry.iri
        kind = draft.type.value.lower()
        name = draft.name
        land = draft.jurisdiction
        own_land = draft.type in {EntityType.ORGANISATION, EntityType.PROGRAMME, EntityType.DOCUMENT, EntityType.LAW}
        # a company is called by a name that is its own, not by what it is
        generic = draft.kind != "Company" and self._generic(name)
        told_apart = draft.kind in BOARDS or draft.kind == _OFFICE
        unit_of = self._around.get(id(draft)) if told_apart and not draft.inner else None
        if unit_of is not None:
            name = f"{name} {unit_of}"
        elif own_land and land is not None and land.name not in name and generic:
            name = f"{name} {land.name}"
        elif draft.inner or self._is_one_of_each(draft):
            # „Stabsstelle Digitales“ or „Bürgerkonto“ of two towns are two, and „Gesetz zur Digitalisierung“ too
            of_land = land.name if land is not None and draft.type is EntityType.LAW else None
            owner = self._around.get(id(draft)) or of_land
            name = f"{name} {owner}" if owner else own_name(name, self.article.date, self.article.title)
        elif draft.type in _ONE_HERE and generic:
            # „Digitalstrategie“ or „Beirat“ in two articles need not be one
            name = own_name(name, self.article.date, self.article.title)
        return entity_iri(kind, name, base=self.base)

    def _is_sole_organ(self, draft: Draft, body: Draft) -> bool:
        """„der Verwaltungsrat“ of Dataport is one in all articles, and not that of another body."""
        return draft.entry is None and draft.name in self.sole_organs and body.type is EntityType.ORGANISATION

    def _is_board_of_town(self, draft: Draft, body: Draft) -> bool:
        """„der Digitalausschuss“ of Köln is not that of Bonn, though both are of one Land."""
        board = draft.entry is None and draft.kind in BOARDS and body.type is EntityType.MUNICIPALITY
        return board and self._generic(draft.name) and body.name not in draft.name

    @staticmethod
    def _is_office_of_town(draft: Draft, body: Draft) -> bool:
        """„das Amt für Digitalisierung“ of Göttingen is not that of Celle."""
        office = draft.entry is None and draft.kind == _OFFICE and body.type is EntityType.MUNICIPALITY
        return office and body.name not in draft.name

    def _is_one_of_each(self, draft: Draft) -> bool:
        """„das Bürgerkonto“ of Kassel is not that of Ulm."""
        return draft.entry is None and draft.type is EntityType.SYSTEM and draft.name in self.one_each

    @staticmethod
    def _generic(name: str) -> bool:
        return " " not in name and not any(c.isupper() or c.isdigit() for c in name[1:].replace("-", ""))

    # ------------------------------------------------------------------ values

    def _entity(self, iri: str, group: Sequence[Draft], towns: set[str]) -> Entity:
        first = group[0]
        spans = sorted({span for d in group for span in d.mentions})
        mentions, written = [], set()
        for start, end in spans:
            a, b = self.folded.original(start, end)
            # a long article names a thing in the same words thousands of times
            text = self.article.text[a:b]
            words = self._words.setdefault(text, text)
            mentions.append(Mention(a, b, words))
            # no name has the line end at which it was broken
            written.add(self.folded.text[start:end] if "\n" in words else words)
        name = _name(first)
        names = {n for d in group for n in (*d.names, d.bare)} | written
        for draft in group:
            draft.mentions, draft.names = _NOWHERE, _NO_NAMES
        if first.type is EntityType.MUNICIPALITY:
            # „Gießen“ is the Landkreis where the article does not speak of the town as well
            short = {n.split(" ", 1)[1] for n in (name, *names) if n.startswith(("Kreis ", "Landkreis ", "Stadt "))}
            names |= short - towns
        aliases = tuple(sorted(n for n in names if n and n != name))
        land = first.jurisdiction
        if land is not None and land.type is not EntityType.JURISDICTION:
            land = land.jurisdiction
        return Entity(
            id=iri,
            name=name,
            type=first.type,
            aliases=aliases,
            mentions=tuple(mentions),
            kind=first.kind,
            jurisdiction=self._id(land) if land is not None else None,
        )

    def _evidence(self, s: Sentence) -> Evidence:
        """A sentence as evidence: one in memory, however much it states."""
        place = s.start, s.end
        if place not in self._quoted:
            start, end = self.folded.original(*place)
            self._quoted[place] = Evidence(start, end, self.article.text[start:end])
        return self._quoted[place]

    def _offices(self, drafts: Sequence[OfficeDraft]) -> tuple[Office, ...]:
        groups: dict[tuple[str, str, str | None], list[OfficeDraft]] = defaultdict(list)
        for o in drafts:
            groups[self._id(o.person), o.role.name, self._id(o.body) if o.body is not None else None].append(o)
        fuller: dict[tuple[str, str], tuple[str, str, str | None]] = {}
        for key in groups:
            if key[2] is not None:
                fuller.setdefault(key[:2], key)
        for key in list(groups):
            if key[2] is None:
                # the same title with a body known says all that this one says
                found = groups.pop(key)
                if key[:2] in fuller:
                    groups[fuller[key[:2]]] += found
        beside: dict[tuple[str, str | None], list[tuple[str, str, str | None]]] = defaultdict(list)
        for key in groups:
            beside[key[0], key[2]].append(key)
        for key in sorted(groups, key=lambda one: (len(one[1]), one[1], one[0], one[2] or "")):
            # „Ministerin“ is short for „Ministerin für Soziales“ of the same house
            longer = [
                one
                for one in beside[key[0], key[2]]
                if one in groups
                and one[1].startswith(f"{key[1]} ")
                and groups[one][0].role.iri == groups[key][0].role.iri
            ]
            if len(longer) == 1:
                groups[longer[0]] += groups.pop(key)
        out = []
        for (person, role, body), group in sorted(groups.items(), key=lambda kv: (kv[0][0], kv[0][1], kv[0][2] or "")):
            for term in _terms(group):
                since, until = _most_precise(o.since for o in term), _most_precise(o.until for o in term)
                out.append(
                    Office(
                        person=person,
                        role=role,
                        role_id=group[0].role.iri,
                        organisation=body,
                        status=self._status(term, since, until),
                        since=since,
                        until=until,
                        confidence=round(1.0 - _DOUBT * (1.0 - max(o.confidence for o in term)), 2),
                        evidence=tuple(sorted({self._evidence(o.sentence) for o in term})),
                        rule=max(term, key=lambda o: o.confidence).told_by,
                    )
                )
        return tuple(out)

    def _status(self, term: Sequence[OfficeDraft], since: str | None, until: str | None) -> Status:
        """The surest status that is said: „A wird CIO“ in the headline is yet to come if the text has a day for it.

        Nobody is new whose time is said to be over: „folgt auf A, der Ende April gegangen ist“.
        """
        status = min((o.status for o in term), key=_STATUS_ORDER.index)
        today = self.article.date
        if status is Status.NEW and until is not None and today is not None and until < today[: len(until)]:
            return Status.FORMER
        ahead = since is not None and is_ahead(since, self.article.date)
        if status is Status.CURRENT and since is not None and self._has_just_begun(since):
            return Status.NEW
        return Status.DESIGNATED if status is Status.NEW and ahead else status

    def _has_just_begun(self, since: str) -> bool:
        """„CIO ist seit dem 1. März A“, told in the same month: a change of which the article tells."""
        today = self.article.date
        if today is None or len(since) != _DAY or len(today) != _DAY:
            return False
        return 0 <= (datetime.date.fromisoformat(today) - datetime.date.fromisoformat(since)).days <= _JUST

    def _facts(self, drafts: Sequence[FactDraft]) -> tuple[Fact, ...]:
        said: dict[tuple[str, str, str], list[FactDraft]] = defaultdict(list)
        for f in drafts:
            subject, object_ = self._id(f.subject), self._id(f.object)
            if f.predicate.value == "cooperatesWith" and subject > object_:
                subject, object_ = object_, subject
            if subject != object_:
                said[subject, f.predicate.value, object_].append(f)
        groups: dict[tuple[str, str, str, Modality], list[FactDraft]] = defaultdict(list)
        for ends, group in said.items():
            for f in _without_bolder(group):
                groups[(*ends, f.modality)].append(f)
        out = []
        for (subject, _, object_, modality), group in sorted(groups.items()):
            best = max(group, key=lambda f: (f.confidence, -f.sentence.start))
            # who asks takes for granted what the answer says
            answered = [f for f in group if f.sentence.kind is not BlockKind.QUESTION]
            speaker = max(answered or group, key=lambda f: (f.confidence, -f.sentence.start)).speaker
            out.append(
                Fact(
                    subject=subject,
                    predicate=best.predicate,
                    object=object_,
                    modality=modality,
                    confidence=best.confidence,
                    evidence=tuple(sorted({self._evidence(f.sentence) for f in group})),
                    rule=best.rule,
                    speaker=self._id(speaker) if speaker is not None else None,
                )
            )
        return tuple(out)


def _terms(drafts: Sequence[OfficeDraft]) -> list[list[OfficeDraft]]:
    """What is said of one person in one office, by the times in it: „war bis 2012 CIO, seit 2018 ist er es wieder“.

    Another time begins only where one is said to have ended before the other began. What has no date is said of the
    one that is over if it is, and else of the last.
    """
    dated = [o for o in drafts if o.since or o.until]
    terms: list[list[OfficeDraft]] = []
    for o in dated:
        term = next((one for one in terms if not any(_are_apart(o, other) for other in one)), None)
        if term is None:
            terms.append([o])
        else:
            term.append(o)
    if len(terms) < 2:
        return [list(drafts)]
    terms.sort(key=lambda term: min(o.since or o.until or "" for o in term))
    over = [term for term in terms if any(o.status is Status.FORMER for o in term)] or terms
    for o in drafts:
        if o.since is None and o.until is None:
            (over if o.status is Status.FORMER else terms)[-1].append(o)
    return terms


def _most_precise(days: Iterable[str | None]) -> str | None:
    """The first day, month or year that is told, as precisely as another one tells the same."""
    told = [day for day in days if day]
    return max((day for day in told if day.startswith(told[0])), key=len) if told else None


def _are_apart(one: OfficeDraft, other: OfficeDraft) -> bool:
    """Whether one of two is said to have ended before the other is said to have begun."""
    return any(
        a.until is not None and b.since is not None and a.until[: len(b.since)] < b.since[: len(a.until)]
        for a, b in ((one, other), (other, one))
    )


def _without_bolder(facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
    """Statements of the same: of a sentence that is read as planned or over too, not that it simply is so."""
    qualified = {f.sentence.start for f in facts if f.modality is not Modality.ASSERTED}
    return (f for f in facts if f.modality is not Modality.ASSERTED or f.sentence.start not in qualified)


def _name(draft: Draft) -> str:
    """The name in the reference data, else that of the article."""
    return draft.entry.name if draft.entry is not None else draft.name
