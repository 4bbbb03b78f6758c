"""What a report says: sentences with the numbers of their evidence, office holders, a figure, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import Literal, NamedNode

from govgraph.errors import QueryError
from govgraph.explorer.reviewing import UNSURE
from govgraph.model import Predicate, Status
from govgraph.model.days import span
from govgraph.query import (
    Basis,
    Change,
    ChangeKind,
    Conflict,
    Holder,
    Names,
    Proof,
    Stand,
    Thing,
    TimelineRow,
    conflicts,
    since,
    to_networkx,
    who,
)
from govgraph.query.names import kind_of
from govgraph.query.proof import Properties, sources_of
from govgraph.query.timeline import PeriodReader
from govgraph.query.upward import Belonging
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.schema import load_schema
from govgraph.reports.figure import draw
from govgraph.reports.parts import HolderRow, Note, Report, Section, Sentence, Source
from govgraph.reports.places import Places
from govgraph.reports.titles import Titles
from govgraph.reports.wording import Wording, theme_of


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report is about.

    Attributes:
        since: First day of what is new (`YYYY-MM-DD`, also `YYYY-MM` or `YYYY`).
        until: Last day, or None for no end.
        of: Land, body, person or other thing, by name or IRI; None for everything.
        lang: `de` or `en`.
    """

    since: str
    until: str | None = None
    of: str | None = None
    lang: str = "de"


def report(store: GraphReader, options: ReportOptions) -> Report:
    """What is new since a day, and who is who.

    Args:
        store: The graph.
        options: Of what, since when, in which language.

    Returns:
        The report. With `until`, changes that can only have come, or were only said, after it are left out; office
        holders are those of that day.

    Raises:
        NotFoundError: The graph does not know the name.
        QueryError: A date is none, or the time ends before it begins.
        VocabularyError: There are no sentences in the language.
    """
    words = Wording(options.lang)
    first, last = _period(options)
    names = Names(store)
    wanted = None if options.of is None else names.find(options.of)
    notes = _Notes()
    changes = [one for one in since(store, options.since, options.of) if not last or _begun(one) <= last]
    titles = Titles(store)
    places = Places(store, names)
    telling = _Telling(words, titles, Properties(store), places)
    best = tuple(_best(changes, telling, notes))
    sections = tuple(_sections(changes, telling, notes))
    holders = tuple(_holders(store, options, telling, notes))
    against = tuple(_against(store, wanted, words, notes))
    figure = draw(to_networkx(store), wanted, first, last)
    label = None if wanted is None else names.label(wanted[0])
    numbered, sources = notes.done()
    begin = words.reach("from" if options.until else "since", options.since)
    reach = {"since": begin, "until": words.reach("until", options.until or "")}
    return Report(
        lang=options.lang,
        title=words.text("titleAll") if label is None else words.text("title", of=label),
        subtitle=words.text("sinceUntil" if options.until else "sinceOnly", **reach),
        summary=words.text(
            "summary",
            changes=words.count("changeCount", len(changes)),
            holders=words.count("holderCount", sum(not one.announced for one in holders)),
            articles=words.count("articleCount", len(sources)),
        ),
        best=best,
        sections=sections,
        holders=holders,
        conflicts=against,
        figure=figure and figure.captioned(words, label, options.since),
        notes=numbered,
        sources=sources,
        quads=len(store),
    )


def _period(options: ReportOptions) -> tuple[str, str]:
    """First and last day as ISO days; the last may be empty."""
    days = []
    for text in (options.since, options.until):
        found = span(text)
        if text is not None and found is None:
            raise QueryError(f"{text!r} is no date; allowed are YYYY-MM-DD, YYYY-MM and YYYY")
        days.append(found)
    begin, end = days
    assert begin is not None
    if end is not None and end.last < begin.first:
        raise QueryError(f"the time from {options.since!r} to {options.until!r} ends before it begins; swap the dates")
    return begin.first.isoformat(), end.last.isoformat() if end else ""


def _begun(change: Change) -> str:
    """First day on which a change can have come, or was said; empty if it has none."""
    stand = change.after or change.before
    dates = [proof.date for proof in stand.evidence if proof.date] if stand else []
    found = [span(date) for date in dates]
    said = min((one.first.isoformat() for one in found if one), default="")
    # somebody who came before that day is news of the article that tells of it
    return max(change.not_before, said) if change.not_before else said


class _Notes:
    """Numbers evidence in the order in which it is first cited."""

    def __init__(self) -> None:
        self._numbers: dict[Proof, int] = {}

    def of(self, proofs: Iterable[Proof]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._numbers.setdefault(one, len(self._numbers) + 1) for one in proofs))

    def done(self) -> tuple[tuple[Note, ...], tuple[Source, ...]]:
        articles: dict[str, list[tuple[Proof, int]]] = {}
        for proof, number in self._numbers.items():
            articles.setdefault(proof.article, []).append((proof, number))
        order = sorted(articles, key=lambda iri: (articles[iri][0][0].date, articles[iri][0][0].title, iri))
        places = {iri: at for at, iri in enumerate(order, 1)}
        notes = tuple(
            Note(number, _marked(proof), places[proof.article], proof.start, proof.end)
            for proof, number in self._numbers.items()
        )
        sources = tuple(_source(places[iri], articles[iri]) for iri in order)
        return notes, sources


def _source(number: int, cited: Sequence[tuple[Proof, int]]) -> Source:
    proof = cited[0][0]
    return Source(number, proof.title, proof.date, proof.url, proof.source, tuple(sorted(one for _, one in cited)))


def _marked(proof: Proof) -> str:
    if not proof.quote or proof.cut is None:
        return proof.quote
    first, last = proof.cut
    return ("[…] " if first > proof.start else "") + proof.quote + (" […]" if last < proof.end else "")


# what has changed

_APPOINTMENTS = frozenset(
    {
        ChangeKind.CAME,
        ChangeKind.FIRST_SEEN,
        ChangeKind.WENT,
        ChangeKind.KNOWN_FORMER,
        ChangeKind.RESUMED,
        ChangeKind.REVISED,
        ChangeKind.WITHDRAWN,
    }
)
_SECTIONS = {ChangeKind.HANDED_OVER: "handovers", ChangeKind.MODALITY_CHANGED: "moved", ChangeKind.READ_ANEW: "read"}
_TENURES = frozenset({ChangeKind.CAME, ChangeKind.FIRST_SEEN, ChangeKind.WENT, ChangeKind.KNOWN_FORMER})
_WITHOUT_ARTICLE = frozenset({"jurisdiction", "municipality", "person"})
"""Kinds of things whose names stand without an article."""
_SUBJECTS = frozenset({Predicate.COOPERATES_WITH})
"""Relations of which German sentences have both ends as subjects."""
_MANY = 40
"""With more changes than this a report begins with the best attested."""
_BEST = 10
_ORDER = ("appointments", "named", "handovers", "moved", "works", "bodies", "duties", "rules", "events", "read")


def _section(change: Change) -> str:
    if change.kind is ChangeKind.FIRST_SEEN and not (change.not_before and change.not_after):
        return "named"
    if change.kind in _APPOINTMENTS:
        return "appointments"
    return _SECTIONS.get(change.kind) or theme_of(change.predicate)


def _sections(changes: Iterable[Change], telling: _Telling, notes: _Notes) -> Iterator[Section]:
    words = telling.words
    ordered = sorted(changes, key=lambda one: (_ORDER.index(_section(one)), _first_said(one)))
    for name, some in groupby(ordered, key=_section):
        sentences = tuple(
            Sentence(telling.of(one), notes.of(_evidence(one)), telling.places.of(one.object, one.subject))
            for one in some
        )
        themes = words.table("themes")
        title = f"{words.text('new')}: {themes[name]}" if name in themes else words.text(name)
        yield Section(name, title, sentences)


def _best(changes: Sequence[Change], telling: _Telling, notes: _Notes) -> Iterator[Sentence]:
    """What more than one source tells of, most sources first, then the newest."""
    if len(changes) <= _MANY:
        return
    told = [(sources_of(proofs), proofs, one) for one in changes if sources_of(proofs := _evidence(one)) > 1]
    newest = sorted(told, key=lambda row: max(proof.date for proof in row[1]), reverse=True)
    for _, proofs, one in sorted(newest, key=lambda row: -row[0])[:_BEST]:
        yield Sentence(telling.of(one), notes.of(proofs))


def _first_said(change: Change) -> str:
    return min((proof.date for proof in _evidence(change) if proof.date), default="9999")


def _evidence(change: Change) -> tuple[Proof, ...]:
    stands = [stand for stand in (change.before, change.between, change.after) if stand]
    return tuple(dict.fromkeys(proof for stand in stands for proof in stand.evidence))


@dataclass(frozen=True, slots=True)
class _Telling:
    """Tells changes as sentences."""

    words: Wording
    titles: Titles
    properties: Properties
    places: Places

    def title(self, role: Thing, personal: str) -> str:
        """What an office is called: as a woman bears it, where that is known; else, in German, for either sex."""
        if personal and personal != role.label:
            return personal
        return self.titles.of(role) if self.words.lang == "de" else role.label

    def of(self, change: Change) -> str:
        """A change as a sentence, and whether its statement was read with little confidence."""
        sure = self._confidence(change)
        doubt = "" if sure is None or sure >= UNSURE else f" {self.words.text('unsure', share=round(100 * sure))}"
        return self._told(change) + doubt

    def _confidence(self, change: Change) -> float | None:
        """Of the surest statement that a change stands on; None for periods, which have none."""
        stand = change.after or change.before
        told = [self.properties.text(one, ns.gov("confidence")) for one in stand.nodes] if stand else []
        return max((float(one) for one in told if one), default=None)

    def _told(self, change: Change) -> str:
        words = self.words
        if change.kind in _TENURES:
            return self._appointment(change)
        if change.kind is ChangeKind.HANDED_OVER and change.object and change.before and change.after:
            return self._handover(change.object, change)
        if change.kind is ChangeKind.APPEARED and change.after:
            return self._statement(change, change.after)
        if change.kind is ChangeKind.MODALITY_CHANGED and change.before and change.after:
            sides = [self._statement(change, one) for one in (change.before, change.after)]
            return words.text("modalityChanged", before=sides[0], after=sides[1])
        label = load_schema().label(change.predicate, words.lang)
        if change.kind is ChangeKind.READ_ANEW:
            before, after = (_things(stand, words) for stand in (change.before, change.after))
            return words.text("readAnew", before=before, after=after, predicate=label)
        kind = load_schema().label(change.kind.value[:1].upper() + change.kind.value[1:], words.lang)
        subject, object_ = (one.label if one else "…" for one in (change.subject, change.object))
        return words.text("other", subject=subject, predicate=label, object=object_, kind=kind)

    def _statement(self, change: Change, stand: Stand) -> str:
        subject = change.subject.label if change.subject else "…"
        return self.words.statement(change.predicate, stand.modality, subject, self._named(change))

    def _named(self, change: Change) -> str:
        """The object; a German name that has an article in sentences stands in quotation marks, and has no case."""
        if change.object is None:
            return "…"
        label = change.object.label
        if self.words.lang != "de" or kind_of(change.object.iri) in _WITHOUT_ARTICLE or change.predicate in _SUBJECTS:
            return label
        return f"{self.words.text('quoteOpen')}{label}{self.words.text('quoteClose')}"

    def _handover(self, thing: Thing, change: Change) -> str:
        words = self.words
        duty = words.table("handedWords").get(change.predicate, change.predicate_label)
        steps = [one.label for one in change.between.things] if change.between else []
        chain = words.text("then").join([_things(change.before, words), *steps])
        after = _things(change.after, words)
        return words.text("handedOver", thing=thing.label, predicate=duty, steps=chain, after=after)

    def _appointment(self, change: Change) -> str:
        words, stand = self.words, change.after or change.before
        period = stand.period if stand else None
        values = {
            "person": change.subject.label if change.subject else "…",
            "role": self.title(period.role, period.title) if period else change.predicate_label,
            "body": self.places.named(change.object) if change.object else "…",
            "when": words.when(change.not_before, change.not_after),
        }
        key = change.kind.value
        if change.kind is ChangeKind.CAME:
            if period and period.announced:
                key = "cameAnnounced"
            elif not values["when"]:
                key = "cameUnknown"
            elif period and period.acting:
                key = "cameActing"
        elif change.kind is ChangeKind.WENT and not values["when"]:
            key = "wentUnknown"
        elif change.kind is ChangeKind.FIRST_SEEN and change.not_before and change.not_after:
            key = "firstSeenSince"
        return words.text(key, **values)


def _things(stand: Stand | None, words: Wording) -> str:
    return words.listed([one.label for one in stand.things] if stand else [])


# who is who


def _holders(store: GraphReader, options: ReportOptions, telling: _Telling, notes: _Notes) -> Iterator[HolderRow]:
    words, (first, _) = telling.words, _period(options)
    periods, newest = _Periods(store), max(_days(store), default="")
    # who had the office before the day, or only after it, is no holder
    found = [one for one in who(store, None, options.of, options.until) if one.held and one.basis is not Basis.FORMER]
    for one in sorted(found, key=_newest_first):
        body = telling.places.named(one.organisation) if one.organisation else ""
        role = telling.title(one.role, one.title)
        seen = max(one.observed, default="")
        row = periods.of(one)
        if row and row.end_latest and not options.until and row.end_latest.day < newest:
            continue
        announced = one.basis is Basis.DESIGNATED
        mark = "announced" if announced else "acting" if one.status == Status.ACTING else ""
        yield HolderRow(
            office=" · ".join(part for part in (role, body) if part),
            person=one.person.label,
            since=_begin(one, row, words),
            seen=words.date(seen) if seen else "",
            notes=notes.of(one.evidence[-2:]),
            mark=words.text(mark) if mark else "",
            announced=announced,
            earlier=bool(seen) and not announced and _last_day(seen) < first,
        )


def _last_day(day: str) -> str:
    found = span(day)
    return found.last.isoformat() if found else day


def _days(store: GraphReader) -> Iterator[str]:
    return (quad.object.value for quad in store.match(None, ns.DATE_PUBLISHED) if isinstance(quad.object, Literal))


class _Periods:
    """Finds the time that answers of `who` are of."""

    def __init__(self, store: GraphReader) -> None:
        self._store = store
        self._reader = PeriodReader(store, Names(store))

    def of(self, one: Holder) -> TimelineRow | None:
        """The last time in office that stands on what the answer stands on."""
        found = {
            quad.subject.value
            for tenure in one.tenures
            for quad in self._store.match(None, ns.DERIVED_FROM, NamedNode(tenure))
            if isinstance(quad.subject, NamedNode) and kind_of(quad.subject.value) == "period"
        }
        return max((self._reader.row(iri) for iri in found), key=lambda row: (row.order, row.period), default=None)


def _begin(one: Holder, row: TimelineRow | None, words: Wording) -> str:
    """Since when, by all articles: a date, or two between which it was; a day by which it was is left to „seen“."""
    if one.since or row is None or not (row.begin_earliest and row.begin_latest):
        return words.date(one.since) if one.since else ""
    return words.since(row.begin_earliest.day, row.begin_latest.day)


def _newest_first(one: Holder) -> tuple[tuple[int, ...], str, str]:
    seen = max(one.observed, default="")
    newest = tuple(-ord(letter) for letter in seen) or (0,)
    return (newest, one.role.label, one.person.label)


# what does not fit together


def _against(store: GraphReader, wanted: tuple[str, ...] | None, words: Wording, notes: _Notes) -> Iterator[Sentence]:
    belonging = Belonging(store)
    for one in conflicts(store):
        if wanted is None or _concerns(one, frozenset(wanted), belonging):
            message = one.told(words.lang)
            proofs = [proof for side in one.sides for said in side for proof in said.evidence]
            yield Sentence(message, notes.of(proofs))


def _concerns(one: Conflict, wanted: frozenset[str], belonging: Belonging) -> bool:
    ends = {end.iri for side in one.sides for said in side for end in (said.subject, said.object)}
    return any(belonging.within(end, wanted) for end in ends)
