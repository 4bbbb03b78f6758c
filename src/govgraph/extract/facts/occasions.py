"""Who takes part in the event that an article reports on, where later sentences no longer name it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import in_past, is_passive
from govgraph.extract.state import FactDraft, only_one
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_HEAD = frozenset({BlockKind.KICKER, BlockKind.TITLE})
_OPENING = 3
"""How many sentences after kicker and title tell what an article reports on."""
_AT = frozenset({"an", "auf", "bei", "in", "während", "zu"})
_TELLING = frozenset({"main", "infinitive"})
_GUESTS = frozenset({EntityType.PERSON, EntityType.ORGANISATION})
_ON_STAGE, _SPEAKING, _THERE = 0.75, 0.6, 0.5
_OFTEN = 3
_AROUND = 3
"""Most words and marks beside the name of an event in a headline that is nothing but the event."""
_REPORT = 8
"""Least sentences of a report; a teaser has fewer."""
_RULE = "occasion"
_BY = frozenset({"von", "durch"})


class Occasion(NamedTuple):
    """The event that an article reports on.

    Attributes:
        event: The event.
        held: Whether it has been or is being held; else it is yet to come.
        public: Whether people come to it to speak, so that what they say was said there.
        reported: Whether all of the article is about it.
    """

    event: Draft
    held: bool
    public: bool
    reported: bool


class OccasionReader:
    """Reads „Zum Auftakt mahnte X mehr Tempo an“ in the report of a congress.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self.modality = modality
        self.date = date
        self._stage_verbs = words("stage-verbs")
        self._stage_nouns = words("stage-nouns")
        self._stands = words("stand-nouns")
        self._speech = words("public-speech-verbs")
        self._elsewhere = words("said-elsewhere")
        self._kickers = words("event-report-kickers")
        self._private = tuple(words("meetings-without-audience"))

    def facts(self, sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
        """Who takes part.

        Args:
            sentences: The article.
        """
        occasion = self._occasion(sentences)
        if occasion is None:
            return
        for s in sentences:
            if s.kind in _HEAD or s.tokens[-1].text == "?" or self._is_elsewhere(s, occasion.event):
                continue
            for number, clause in enumerate(s.clauses):
                confidence = self._evidence(s, clause, occasion)
                guests = self._guests(s, number, clause) if confidence else []
                verdict = self.modality.judge(s, clause, self.date) if guests else None
                if verdict is Modality.ENDED or (verdict is None and confidence != _SPEAKING):
                    # what somebody denies there was said there, too
                    continue
                told = Modality.PLANNED if verdict is Modality.PLANNED or not occasion.held else Modality.ASSERTED
                for guest in guests:
                    yield FactDraft(guest, Predicate.PARTICIPATES_IN, occasion.event, told, confidence, s, _RULE)

    # ------------------------------------------------------------------ the event

    def _occasion(self, sentences: Sequence[Sentence]) -> Occasion | None:
        """The event of the opening that is spoken of most; None if there is none, or in an interview."""
        if any(s.kind is BlockKind.ANSWER for s in sentences):
            return None
        spoken: dict[int, int] = defaultdict(int)
        for s in sentences:
            for key in {id(a.draft) for a in s.arguments if a.type is EntityType.EVENT}:
                spoken[key] += 1
        opening = [s for s in sentences if s.kind not in _HEAD][:_OPENING]
        headed = {id(a.draft) for s in sentences if s.kind in _HEAD for a in s.arguments}
        scenes = [(s, a) for s in opening for a in s.arguments if self._is_scene(s, a)]
        if not scenes:
            return self._headed(sentences, opening)
        s, a = max(scenes, key=lambda scene: spoken[id(scene[1].draft)])
        clause = s.clauses[a.clause]
        if clause.kind == "infinitive" and clause.parent >= 0:
            # „sind nach Gotha gekommen, um beim Digitaltag zu streiten“
            clause = s.clauses[clause.parent]
        event, verdict = a.draft, self.modality.judge(s, clause, self.date)
        if event is None or verdict is None:
            return None
        if self._is_private(event):
            return Occasion(event, verdict is not Modality.PLANNED, public=False, reported=False)
        often = _OFTEN - 1 if s is opening[0] else _OFTEN
        about = spoken[id(event)] >= often or id(event) in headed or self._is_report(sentences)
        reported = about and len(sentences) >= _REPORT
        public = about or a.nominative or spoken[id(event)] > 1 or s is opening[0]
        return Occasion(event, verdict is not Modality.PLANNED, public, reported)

    def _headed(self, sentences: Sequence[Sentence], opening: Sequence[Sentence]) -> Occasion | None:
        """„Tagung X“ over a report that goes straight to what was done there."""
        heads = [s for s in sentences if s.kind in _HEAD]
        event = only_one(
            a.draft
            for s in heads
            for a in s.arguments
            if a.type is EntityType.EVENT and len(s.tokens) - (a.last - a.first) <= _AROUND
        )
        told = [(s, clause) for s in opening for clause in s.clauses[:1]]
        past = any(in_past(s, clause) for s, clause in told)
        if event is None or not past or self._is_private(event):
            return None
        return Occasion(event, held=True, public=True, reported=len(sentences) >= _REPORT)

    def _is_private(self, event: Draft) -> bool:
        """Whether its name is that of a meeting that has no audience."""
        return any(name.casefold().endswith(self._private) for name in (event.name, *event.names))

    def _is_report(self, sentences: Sequence[Sentence]) -> bool:
        """Whether the kicker says so: „Kongress“, „Messerundgang“."""
        words = (t.low for s in sentences if s.kind is BlockKind.KICKER for t in s.tokens)
        return any(part in word for word in words for part in self._kickers)

    @staticmethod
    def _is_scene(s: Sentence, a: Argument) -> bool:
        """Whether an argument is an event that the clause tells of, or at which it is set."""
        if a.type is not EntityType.EVENT or a.adjective or not s.clauses or s.clauses[a.clause].kind not in _TELLING:
            return False
        return a.nominative or a.marker in _AT

    # ------------------------------------------------------------------ its guests

    def _is_elsewhere(self, s: Sentence, event: Draft) -> bool:
        """Whether a sentence tells of another event, or of something that was said elsewhere."""
        if any(a.type is EntityType.EVENT and a.draft is not event for a in s.arguments):
            return True
        return not self._elsewhere.isdisjoint(s.lower)

    def _evidence(self, s: Sentence, clause: Clause, occasion: Occasion) -> float:
        """How sure it is that a clause tells of something done at the event; 0 if it is not."""
        lemmas = clause.verbs
        if self._is_staged(s, clause) or lemmas & self._stage_verbs:
            return _ON_STAGE
        if occasion.public and occasion.held and not s.dates and (lemmas & self._speech or _is_quoted(s, clause)):
            return _SPEAKING
        if occasion.reported and occasion.held and not s.dates and clause.kind == "main":
            return _THERE
        return 0.0

    def _is_staged(self, s: Sentence, clause: Clause) -> bool:
        return any(s.tokens[i].text in self._stage_nouns and i not in s.taken for i in clause.tokens)

    def _guests(self, s: Sentence, number: int, clause: Clause) -> list[Draft]:
        """The people that a clause tells to act; bodies where it speaks of their stands."""
        inside = [a for a in s.arguments if a.clause == number and a.type in _GUESTS and not a.adjective]
        passive = is_passive(clause)
        stands = [i for i in clause.tokens if s.tokens[i].text in self._stands]
        found = []
        for a in inside:
            own = a.head in stands if a.head >= 0 else bool(stands) and a.nominative
            if a.type is EntityType.ORGANISATION:
                acting = own and (a.nominative or a.marker in {"gen", "von"})
            elif passive or (a.marker == "von" and a.head < 0 and self._is_staged(s, clause)):
                # „Widerspruch kam von A“
                acting = a.marker in _BY or (a.head >= 0 and s.tokens[a.head].text in self._stage_nouns)
            else:
                acting = a.nominative or (a.head >= 0 and s.tokens[a.head].text in self._stage_nouns)
            if acting and a.draft is not None:
                found.append(a.draft)
        return list(dict.fromkeys(found))


def _is_quoted(s: Sentence, clause: Clause) -> bool:
    """„Peter Adel gab den Kommunen eine Stimme: „Wenn es brennt, …““: whether a quotation follows a clause."""
    end = clause.tokens[-1] + 1 if clause.tokens else -1
    return (s.text_at(end) == ":" or s.text_at(end - 1) == ":") and "„" in {s.text_at(end), s.text_at(end + 1)}
