"""Labels and what they label: „Betreiber: regio iT“, „Pilotkommunen: Gera und Suhl“, „Mit dabei: Hessen“.

A label says of what the box or the sentences before tell what „Betreiber ist …“ would say of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.fitting import of_type
from govgraph.extract.clauses.phrases import is_bracketed
from govgraph.extract.clauses.verb_places import finite_places
from govgraph.extract.facts.label_grounds import LabelGrounds
from govgraph.extract.state import BODY_TYPES, PLACES, WORKS, FactDraft, only_one
from govgraph.language.grammar import DETERMINERS
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.vocabulary import Frame

_READ = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.ANSWER, BlockKind.HEADING})
_LABEL = "label"
"""Marker of the slot that takes what stands behind a label."""
_COLON = frozenset({":", "|"})
_PARTING = frozenset({",", ";", "|", "•", "·", "–", "-", "(", "+", "/", "."})
"""What may stand between what one label labels and the next label."""
_BULLETS = frozenset({"•", "·", "-", "–", "*"})
_JOINING = frozenset({",", "und", "sowie", "&", "/", "•", "·", "+", "|", "-", "–", ";"})
_AND = frozenset({"und", "&", "/"})
_DASHES = frozenset({"-", "–"})
_QUOTES = frozenset("„“”\"«»‚‘'")
_LONGEST = 8
"""Most tokens of a label with what it is a label of."""
_LONGEST_LABEL = 4
_GENITIVES = frozenset({"der", "des", "dieser", "dieses"})
_OF_WHAT = frozenset({"am", "an", "auf", "bei", "beim", "für", "im", "in", "von", "vom", "zu", "zum", "zur"})
_BY = frozenset({"durch", "von", "vom"})
_SO_FAR = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.MEMBER_OF, Predicate.PARTICIPATES_IN})
"""What those do who are many: „bisherige Nutzer“ use it still, the „bisherige Betreiber“ does not."""
_OF_WORKS = frozenset({
    Predicate.COOPERATES_WITH, Predicate.DEVELOPS, Predicate.FUNDS, Predicate.IMPLEMENTS, Predicate.PILOTS,
    Predicate.RESPONSIBLE_FOR,
})  # fmt: skip
_TIMED = _OF_WORKS | {Predicate.HELD_IN, Predicate.ORGANISES, Predicate.PARTICIPATES_IN}
"""What is planned, or over, where that is said of the work or event that it is told of."""
_OLD = frozenset({"alte", "alten", "alter", "altes"})
_NEXT = frozenset({"nächste", "nächsten", "nächster", "nächstes"})
_MAKER = "label-hersteller"
"""The frame of those who make a work for many, whoever of them begins or ends to use it."""
_OF_OWNERS = frozenset({"label-verantwortung", "label-vorhaben-der-kommune"})
"""Frames of labels of those whose project it is."""
_PARTNERS = "label-projektpartner"
_YEAR = re.compile(r"20\d\d")
_ADJECTIVE = ("e", "em", "en", "er", "es")
_BACK = 12
"""How many sentences before a box may tell what it is about."""
_STOPS = frozenset({"!", "?"})
_PROSE = 2
_THING = WORKS | {EntityType.EVENT, EntityType.DOCUMENT}


class _Label(NamedTuple):
    """A label in a sentence.

    Attributes:
        words: It, in small letters.
        start: Index of its first token, with its adjectives.
        after: One past its last token.
        colon: Index of the mark behind it and what it is a label of.
    """

    words: str
    start: int
    after: int
    colon: int


_ITEM = _Label("", 0, 0, -1)
"""What stands for the label of a line below it."""


@dataclass(slots=True)
class _Box:
    """Lines with labels that follow one another.

    Attributes:
        opening: The last sentences before it, the nearest first.
        named: What a line of its own says that it is about, and that line: „Projekt: Havenmodell“, „Kommune: Ulm“.
        labelled: Whether a line of it has told something else.
        owner: Whose project it is about, by a line of its own: „Projektträger: Stadt Celle“.
    """

    opening: Sequence[Sentence]
    named: list[tuple[Draft, Sentence]] = field(default_factory=list)
    labelled: bool = False
    owner: Draft | None = None


class LabelledLines:
    """Reads labels.

    Args:
        knowledge: Compiled vocabulary; its frames of labels say what each of them tells.
        modality: Judges clauses.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader) -> None:
        self.k = knowledge
        self._grounds = LabelGrounds(knowledge.words, modality)
        self._date: str | None = None
        words = knowledge.words
        self._naming = words("labels-of-names")
        self._bodies = words("labels-of-bodies")
        self._own = self._bodies - words("labels-of-places-and-owners")
        self._known = knowledge.labels | self._naming | self._bodies
        self._doubtful = tuple(words("possible-adjectives") | words("doubtful-label-stems"))
        self._no = words("negation") | words("labelled-by-nothing")
        self._press = tuple(words("press-stems"))
        self._before = words("words-before-labels")
        self._within = words("words-before-labelled")
        self._former = tuple(stem.lower() for stem in words("former"))
        self._planned = (*words("designated"), *words("planned-stems"))
        self._ended = words("ended")

    def settle(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft], date: str | None) -> list[FactDraft]:
        """Facts with those that labels tell, without others that a line with a label only seemed to tell of them."""
        self._date = date
        told = list(self._facts(sentences))
        labelled: dict[int, set[Draft]] = defaultdict(set)
        for fact in told:
            labels = self._labels(fact.sentence)
            if not labels or labels[0].start <= self._at_start(fact.sentence):
                labelled[id(fact.sentence)] |= {fact.subject, fact.object}
        known = {(fact.subject, fact.predicate, fact.object) for fact in told}
        return [
            *told,
            *(
                fact
                for fact in facts
                if fact.predicate not in _OF_WORKS
                or ((fact.subject, fact.predicate, fact.object) in known and not self._is_retold(fact, told))
                or labelled.get(id(fact.sentence), set()).isdisjoint((fact.subject, fact.object))
            ),
        ]

    def _is_retold(self, fact: FactDraft, told: Sequence[FactDraft]) -> bool:
        """„Nutzer: Gera, Ulm (ab 2025)“: whether another rule tells at another time what a label of a line tells."""
        same = (fact.subject, fact.predicate, fact.object, fact.sentence)
        return any(
            (one.subject, one.predicate, one.object, one.sentence) == same and one.modality is not fact.modality
            for one in told
        )

    def _facts(self, sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
        """What labels say of what they are labels of."""
        box: _Box | None = None
        heading: _Label | None = None
        for n, s in enumerate(sentences):
            labels = self._labels(s) if s.kind in _READ else []
            if not labels:
                if box is not None and s.kind in _READ and _is_labelled(s):
                    # „Vorgänger: Regisafe“: of what others are labels, this line does not tell
                    heading, box.labelled = None, True
                    continue
                if heading is None or box is None or not _is_entry(s):
                    box = heading = None
                    continue
                # „Auf der Bühne:“ and a line for each
                yield from self._told(s, heading, self._listed(s, _ITEM, len(s.tokens)), box)
                continue
            if box is None or labels[0].start > self._at_start(s):
                box = _Box(sentences[n - 1 : max(0, n - 1 - _BACK) or None : -1] if n else ())
            # „Förderung: Land Bremen“
            verbs = [i for i in finite_places(s) if s.text_at(i).islower()]
            for place, label in enumerate(labels):
                end = labels[place + 1].start if place + 1 < len(labels) else len(s.tokens)
                end = self._end(s, label, end)
                if label.colon + 1 == len(s.tokens):
                    heading = label
                if s.tokens[-1].text == "?" or any(label.colon < i < end for i in verbs):
                    continue
                if not self._no.isdisjoint(s.lower[label.colon + 1 : end]):
                    continue
                yield from self._told(s, label, self._listed(s, label, end), box)

    @staticmethod
    def _at_start(s: Sentence) -> int:
        return 1 if s.text_at(0) in _BULLETS else 0

    def _labels(self, s: Sentence) -> list[_Label]:
        """The labels of a sentence, the first at its beginning or behind a mark."""
        found: list[_Label] = []
        colons = [i for i, low in enumerate(s.lower) if low in _COLON]
        if colons and s.lower.count("|") > 1:
            colons = [i for i in colons if s.lower[i] == ":"]
        for colon in colons:
            first = found[-1].colon + 1 if found else 0
            label = self._label(s, max(first, colon - _LONGEST), colon)
            if label is not None:
                found.append(label)
        return found

    def _label(self, s: Sentence, first: int, colon: int) -> _Label | None:
        """The label that ends with a colon, behind adjectives: „Technischer Betreiber des Portals:“."""
        for i in range(first, colon):
            for j in range(min(colon, i + _LONGEST_LABEL), i, -1):
                words = " ".join(s.lower[i:j])
                if words in self._known and self._complements(s, j, colon):
                    start = self._start(s, i)
                    if start is not None:
                        return _Label(words, start, j, colon)
        return None

    def _start(self, s: Sentence, i: int) -> int | None:
        """Where a label begins with its adjectives, if nothing but a mark stands before it."""
        while i > 0:
            low = s.lower[i - 1]
            if low in _AND and s.low_at(i - 2) in self._known:
                # „Betreiber und Entwickler“
                i -= 2
            elif low in self._before or low.isdigit() or self._is_adjective(s, i - 1):
                if low.startswith(self._doubtful):
                    return None
                i -= 1
            else:
                break
        at_start = i == 0 or s.text_at(i - 1) in _PARTING or s.text_at(i - 1) in _QUOTES
        return i if at_start else None

    @staticmethod
    def _is_adjective(s: Sentence, i: int) -> bool:
        low = s.lower[i]
        return i not in s.taken and low.isalpha() and low.endswith(_ADJECTIVE) and low not in DETERMINERS

    @staticmethod
    def _complements(s: Sentence, after: int, colon: int) -> bool:
        """„des Portals“, „für die BundID“: whether what stands between a label and its colon says what it is of."""
        return after == colon or s.lower[after] in _GENITIVES or s.lower[after] in _OF_WHAT

    @staticmethod
    def _end(s: Sentence, label: _Label, end: int) -> int:
        """Where the list behind a label ends: with its sentence, a semicolon, or the bracket that it stands in."""
        closing = s.text_at(label.start - 1) == "("
        depth = 0
        for i in range(label.colon + 1, end):
            text = s.tokens[i].text
            if text == "(":
                depth += 1
            elif text == ")":
                if not depth and closing:
                    return i
                depth -= 1
            elif not depth and text == ";":
                return i
        return end

    def _listed(self, s: Sentence, label: _Label, end: int) -> list[Argument]:
        """What stands in the list behind a label, without what stands in brackets and hangs on something."""
        found: list[Argument] = []
        inside = {i for a in s.arguments for i in range(a.first, a.last) if a.draft is not None}
        for a in sorted(s.arguments, key=lambda a: a.first):
            if a.draft is None or not label.colon < a.first < end or a.adjective or a.reference:
                continue
            if is_bracketed(s, a.first, label.colon) or (found and a.first < found[-1].last):
                continue
            if self._opens_entry(s, label, a, inside):
                found.append(a)
        if found and found[0].type is EntityType.PERSON:
            # „Ina Bolz, Stadt Ulm“
            return [a for a in found if a.type is EntityType.PERSON]
        seats = (self._is_seat(s, label, a, found[n - 1] if n else None) for n, a in enumerate(found))
        return [a for a, seat in zip(found, seats, strict=True) if not seat]

    def _opens_entry(self, s: Sentence, label: _Label, a: Argument, inside: set[int]) -> bool:
        """Whether nothing but its article, its adjectives and its noun stands between a name and the mark before it."""
        i = a.first - 1
        while i > label.colon:
            low = s.lower[i]
            noun = s.text_at(i)[:1].isupper() and i not in inside
            word = low in self._within or low in _QUOTES or DETERMINERS.get(low, "g") != "g"
            if low in _GENITIVES and i - 1 > label.colon and s.text_at(i - 1)[:1].isupper():
                # „Mittel der Stadt“
                return False
            if not (noun or word or self._is_adjective(s, i)):
                break
            i -= 1
        if s.lower[i] in _BY and i == label.colon + 1:
            return True
        if i == label.colon:
            return True
        if s.lower[i] == ")":
            return i + 1 == a.begin
        return s.lower[i] in _JOINING and not (s.lower[i] in _DASHES and i - 1 in inside)

    @staticmethod
    def _is_seat(s: Sentence, label: _Label, a: Argument, before: Argument | None) -> bool:
        """„Nexor GmbH, Augsburg“: where a body sits, or a firm without a known name."""
        if a.type not in PLACES or a.introduced_by or s.low_at(a.last) in {"und", "sowie"}:
            return False
        if before is None:
            named = any(s.text_at(i)[:1].isupper() for i in range(label.colon + 1, a.first - 1))
            return named and s.text_at(a.first - 1) == ","
        return before.type is EntityType.ORGANISATION and s.lower[before.last : a.first] == [","]

    def _told(self, s: Sentence, label: _Label, listed: Sequence[Argument], box: _Box) -> Iterator[FactDraft]:
        """What a label says of those behind it."""
        if not listed:
            return
        naming = label.words in self._naming or (label.words in self._bodies and label.words in self._own)
        if naming and not (box.labelled and label.words in self._bodies):
            kinds = BODY_TYPES if label.words in self._bodies else _THING
            fitting = [a.draft for a in listed if a.draft is not None and a.draft.type in kinds]
            if len(fitting) == 1:
                box.named.append((fitting[0], s))
        box.labelled = box.labelled or not naming
        if any(s.lower[i].startswith(self._press) for i in range(label.colon, len(s.tokens))):
            return
        best: list[FactDraft] = []
        frames = self.k.label_frames.get(label.words, ())
        if box.owner is not None:
            yield from (
                fact for f in frames if f.name == _PARTNERS for fact in self._by_frame(s, label, listed, box, f)
            )
        for frame in frames:
            if frame.name == _PARTNERS:
                continue
            found = list(self._by_frame(s, label, listed, box, frame))
            if found and (not best or found[0].confidence > best[0].confidence):
                best = found
        owners = {id(fact.subject): fact.subject for fact in best if fact.rule in _OF_OWNERS}
        if len(owners) == 1:
            box.owner = next(iter(owners.values()))
        yield from best

    def _by_frame(
        self, s: Sentence, label: _Label, listed: Sequence[Argument], box: _Box, frame: Frame
    ) -> Iterator[FactDraft]:
        """What a frame of a label says."""
        predicate = frame.evokes
        if predicate is None:
            return
        acting = _LABEL in frame.subject_markers
        types = frame.subject_types if acting else frame.object_types
        kinds = frame.subject_kinds if acting else frame.object_kinds
        given = [a for a in listed if a.draft is not None and of_type(a.draft, types)]
        given = [a for a in given if not kinds or (a.draft is not None and a.draft.kind in kinds)]
        anchor = self._anchor(s, label, box, frame, acting=acting) if given else None
        if anchor is None:
            return
        ground = self._ground(s, label, box, anchor)
        if ground is None:
            return
        for a in given:
            if a.draft is None or a.draft is anchor:
                continue
            subject, thing = (a.draft, anchor) if acting else (anchor, a.draft)
            modality = self._modality(s, label, a, frame)
            if modality is Modality.ASSERTED and predicate in _TIMED:
                if predicate is Predicate.DEVELOPS and not self._is_subject(s, box, anchor):
                    if ground is Modality.ENDED and frame.name != _MAKER:
                        continue
                    modality = Modality.ASSERTED if frame.name == _MAKER else ground
                else:
                    modality = ground
            elif modality is Modality.PLANNED and ground is Modality.ENDED:
                continue
            if predicate is Predicate.LOCATED_IN and modality is Modality.ENDED:
                continue
            if predicate is Predicate.IMPLEMENTS and frame.object_markers and subject.kind == "Company":
                # „Die Firma X wächst. Produkt: Y“: rather what it makes
                continue
            yield FactDraft(subject, predicate, thing, modality, frame.confidence, s, frame.name, s.speaker)

    def _anchor(self, s: Sentence, label: _Label, box: _Box, frame: Frame, *, acting: bool) -> Draft | None:
        """What a label is a label of."""
        types = frame.object_types if acting else frame.subject_types
        kinds = frame.object_kinds if acting else frame.subject_kinds

        def fits(draft: Draft | None) -> bool:
            if draft is None or not of_type(draft, types):
                return False
            return not kinds or draft.kind in kinds or (draft.kind == "Organisation" and draft.entry is None)

        if frame.name == _PARTNERS:
            return box.owner
        if label.after < label.colon:
            own = [a.draft for a in s.arguments if label.after <= a.first < label.colon and a.draft is not None]
            if own:
                return only_one(draft for draft in own if fits(draft))
            nouns = [s.text_at(i) for i in range(label.after, label.colon) if s.text_at(i)[:1].isupper()]
            head = self.k.head_noun(nouns[0]) or self.k.head_noun(self.k.nominative(nouns[0])) if nouns else None
            if head is None or head.type not in types:
                return None
        earlier = [a for a in s.arguments if a.draft is not None and a.last <= label.start and not a.adjective]
        if label.start > self._at_start(s) and earlier and not self._within_labels(s, earlier[0]):
            fitting = [a.draft for a in earlier if fits(a.draft)]
            if fitting:
                return fitting[-1] if acting else fitting[0]
        named = [draft for draft, _ in box.named if fits(draft)]
        if named:
            return named[-1]
        return self._before_box(s, box, types, fits)

    @staticmethod
    def _is_subject(s: Sentence, box: _Box, anchor: Draft) -> bool:
        """Whether the work itself ends or comes, and not its use: „Jena hat enaio abgelöst. Hersteller: …“."""
        near = next((line for line in (s, *box.opening) if any(a.draft is anchor for a in line.arguments)), s)
        named = [a for a in near.arguments if a.draft is anchor]
        others = any(a.nominative and a.type in BODY_TYPES and a.draft is not anchor for a in near.arguments)
        return any(a.nominative for a in named) and not others

    def _ground(self, s: Sentence, label: _Label, box: _Box, anchor: Draft) -> Modality | None:
        """What is said of time and denial where the thing stands that a label is a label of."""
        line = next((line for draft, line in reversed(box.named) if draft is anchor), None)
        if line is not None:
            over = not self._ended.isdisjoint(line.lower)
            return Modality.ENDED if over and anchor.type in WORKS else Modality.ASSERTED
        if any(a.draft is anchor and a.last <= label.start for a in s.arguments):
            return self._grounds.told(s, anchor, self._date)
        return self._grounds.before(box.opening, anchor, self._date)

    def _within_labels(self, s: Sentence, a: Argument) -> bool:
        """Whether something stands behind a label of the same sentence."""
        return any(one.colon < a.first for one in self._labels(s))

    def _before_box(
        self, s: Sentence, box: _Box, types: frozenset[EntityType], fits: Callable[[Draft | None], bool]
    ) -> Draft | None:
        """What the heading right above, the last sentence or the whole article before is about, if it fits."""
        things = not types.isdisjoint(_THING)
        prose = 0
        for before in box.opening:
            if not things and before.kind is not BlockKind.HEADING and _is_entry(before):
                continue
            if _is_labelled(before) and before.lower[0] not in self._naming:
                continue
            named = [a for a in before.arguments if a.draft is not None and not a.adjective and fits(a.draft)]
            drafts = list(dict.fromkeys(a.draft for a in named))
            if len(drafts) == 1:
                return drafts[0]
            if things and drafts:
                return s.about if s.about in drafts else None
            acting = list(dict.fromkeys(a.draft for a in named if a.nominative))
            if len(acting) == 1:
                return acting[0]
            prose += before.kind is not BlockKind.HEADING and not _is_entry(before)
            if prose and (drafts or not things):
                return None
            if prose == _PROSE:
                break
        return s.about if things and fits(s.about) else None

    def _modality(self, s: Sentence, label: _Label, a: Argument, frame: Frame) -> Modality:
        """„Künftiger Betreiber“, „Bisheriger Betreiber“, „Gera (bis 2022)“."""
        before = s.lower[label.start : label.after]
        behind = s.lower[a.last : a.last + 4] if s.text_at(a.last) == "(" else []
        if any(low.startswith(self._planned) for low in (*before, *behind)) or not _NEXT.isdisjoint(before):
            return Modality.PLANNED
        if behind[1:2] == ["ab"] and _YEAR.fullmatch(" ".join(behind[2:3])) and behind[2] > (self._date or "")[:4]:
            return Modality.PLANNED
        old = any(low.startswith(self._former) for low in before) or not _OLD.isdisjoint(before)
        so_far = frame.evokes in _SO_FAR and any(low == "bisherige" for low in before)
        if (old and not so_far) or behind[1:2] == ["bis"] or not self._ended.isdisjoint(behind):
            return Modality.ENDED
        return frame.modality


def _is_labelled(s: Sentence) -> bool:
    """„Vorgänger: Regisafe“, „Jury: Anna Weber“: a line of a label, known or not, and who or what it is."""
    return s.text_at(0)[:1].isupper() and ":" in s.lower[1:3] and s.text_at(-1) != ":" and _is_entry(s)


def _is_entry(s: Sentence) -> bool:
    """„Landrat: Jens Ott“, „Auf einen Blick“: a line without a verb, as in a box or a list."""
    return s.tokens[-1].text not in _STOPS and not any(s.text_at(i).islower() for i in finite_places(s))
