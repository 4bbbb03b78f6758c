"""What a clause ends, and which states it says are over: „stellt die App ein“, „geht vom Netz“, „leitete früher“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite, is_passive, is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.clauses.verb_forms import PAST, PRESENT, main_verbs
from govgraph.extract.state import BODY_TYPES, WORKS
from govgraph.language.grammar import CONTRACTED_CASES, DETERMINERS, PREPOSITIONS
from govgraph.language.morphology import is_preterite
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govgraph.extract.state import Argument, Clause, Sentence

_THEN = frozenset({"damals", "einst", "seinerzeit"})
_BEFORE = frozenset({"zuvor"})
_GOING = frozenset({"gehen", "nehmen"})
_OFF = frozenset({"vom netz", "offline"})
_ALSO = frozenset({"auch", "nur", "seit", "schon", "bereits"})
"""Words by which what was so at first goes on: „nutzte anfangs nur das Bürgeramt“."""
_AT_FIRST = frozenset({"anfangs"})
_FOR_A_WHILE = _AT_FIRST | {"zeitweise"}
_REASONS = ("gründen",)
"""How nouns end for why something ends: „aus Kostengründen“."""
_PASSIVE = frozenset({"werden", "wird"})
_WHO = BODY_TYPES | {EntityType.PERSON}


class Endings:
    """Tells what a clause ends, and what it says is over.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self.words = words("ended")
        self.verbs = words("ending-verbs")
        self._at_once = self.words - _THEN
        self._planned_verbs = words("planned-verbs")
        self._placing = words("placing-verbs")
        self._lasting = words("lasting-verbs") | self._placing
        self._states = words("state-verbs")
        self._lasting_states = self._states | self._lasting
        self._changing = words("changing-verbs")
        self._taking_time = words("time-taking-verbs")
        self._trials = frozenset(word.lower() for word in words("trial-nouns") - words("start-nouns"))
        self._posts = words("post-verbs")
        self._sessions = frozenset(word.lower() for word in words("session-nouns"))
        self._ended_states = words("ended-states")
        self._bygone = words("bygone-times")
        self._finishing = words("finishing-verbs")
        self._bringing_in = words("nouns-for-bringing-in")
        self._too_early = words("words-of-early-ends")
        self._reasons = words("reasons-to-end")
        self._well_done = words("words-of-good-ends")

    def ends(self, s: Sentence, clause: Clause) -> bool:
        """Whether a clause ends what its nouns name: „will den Probebetrieb einstellen“, „geht vom Netz“."""
        verbs = main_verbs(clause)
        ending = verbs & self.verbs
        if ending and ending <= self._finishing and self._brings_in(s, clause):
            return False
        return bool(ending) or (not _GOING.isdisjoint(verbs) and _goes_off(s, clause))

    def _finished_forms(self, clause: Clause, s: Sentence) -> set[str]:
        """Forms in a clause of verbs that also tell that something is done: „beendet“."""
        return {s.lower[i] for lemma, i, _ in clause.lemmas if lemma in self._finishing}

    def _brings_in(self, s: Sentence, clause: Clause) -> bool:
        """„hat die Einführung der E-Akte beendet“: what is brought in is there once that is done."""
        words = {s.lower[i] for i in clause.tokens}
        if not words.isdisjoint(self._too_early) or self._for_a_reason(s, clause, words):
            return False
        for i in clause.tokens:
            if s.text_at(i) not in self._bringing_in:
                continue
            first = i - 1
            while first > 0 and s.text_at(first)[:1].islower() and s.lower[first] not in DETERMINERS:
                first -= 1
            governed = s.low_at(first - 1) in PREPOSITIONS
            if s.lower[first] in DETERMINERS and s.lower[first] not in CONTRACTED_CASES and not governed:
                return True
        return False

    def _for_a_reason(self, s: Sentence, clause: Clause, words: set[str]) -> bool:
        """„beendet die Einführung nach nur sechs Monaten“, „hat sie nach Protesten beendet“: it is not done.

        So in the present without a word for a good end: „Köln beendet die Einführung der E-Akte“.
        """
        if not words.isdisjoint(self._well_done):
            return False
        if not self._reasons.isdisjoint(s.lower) or any(word.endswith(_REASONS) for word in words):
            return True
        dated = any(i in s.dated for i in clause.tokens)
        return not dated and not clause.auxiliaries and clause.kind == "main" and in_present(s, clause)

    def ends_soon(self, s: Sentence, clause: Clause) -> bool:
        """„stellt die App zum 1. April ein“, „wird zum Jahresende abgeschaltet“: whether an end to come is decided.

        Until then it is still there, as is what somebody only wants to end.
        """
        passive = is_passive(clause) and _PASSIVE.issuperset(clause.auxiliaries)
        told = clause.kind != "infinitive" and (not clause.auxiliaries or passive) and in_present(s, clause)
        return told and self._planned_verbs.isdisjoint(clause.verbs)

    def are_over(self, s: Sentence, clause: Clause, low: set[str], day: str | None) -> bool:
        """Whether a state is over: „leitete früher“, „gehörte bis 2020 an“, „hatte geleitet“, „damals“."""
        # „stellte damals auf die E-Akte um“: a time past ends what lasted, not what came of what was done
        over = self._at_once if main_verbs(clause).isdisjoint(self._lasting_states) else self.words
        if main_verbs(clause) & self._changing or "geworden" in low:
            # „Zuvor hatte schon Ulm die E-Akte eingeführt“, „zuvor war Gera Mitglied geworden“: that holds since then
            over = over - _BEFORE
        if low & over & self._finished_forms(clause, s) and self._brings_in(s, clause):
            over = over - self._finished_forms(clause, s)
        if low & over or (self.ends(s, clause) and clause.kind != "infinitive"):
            return True
        if main_verbs(clause) & self._taking_time and low & self._trials and not in_present(s, clause):
            # „Sechs Wochen dauerte der Test“, but not „Die Anmeldung“ or „Die Einführung dauerte lange“
            return True
        pluperfect = bool({"hatte", "hatten"} & set(clause.auxiliaries))
        if main_verbs(clause) & self._lasting and not in_present(s, clause) and _until_past(s, clause, day):
            return True
        if self._was_placed(clause, low) or self._was_for_a_time(s, clause, low):
            return True
        if not main_verbs(clause) & self._states or _makes(s, clause):
            return False
        if (
            main_verbs(clause) & self._posts
            and low.isdisjoint({"als", "seit"} | self._sessions)
            and (is_perfect(clause) or in_preterite(s, clause, self._posts))
        ):
            # „haben Sie die Abteilung geleitet“, „stand dem Amt vor“
            return True
        # „wird bis 2030 von A betrieben“ looks like „sie betrieben“
        if any(
            is_preterite(s.lower[i], lemma) and not (done and is_passive(clause)) for lemma, i, done in clause.lemmas
        ):
            return pluperfect or bool(low & self._ended_states)
        perfect = not PAST.isdisjoint(clause.auxiliaries)
        # „ist bislang Referentin“ tells of a change, „ist bis 2030 CIO“ of none
        present = not any(p for _, _, p in clause.lemmas) and PRESENT.issuperset(clause.auxiliaries)
        return pluperfect or (perfect and bool(low & self._ended_states - ({"bis"} if present else set())))

    def _was_for_a_time(self, s: Sentence, clause: Clause, low: set[str]) -> bool:
        """„Früher kooperierte Ulm mit Gera“, „nutzte jahrelang“, „betrieb anfangs“: what lasted and lasts no longer."""
        if low.isdisjoint(self._bygone) or not low.isdisjoint(_ALSO):
            return False
        lasted = ((lemma, i) for lemma, i, _ in clause.lemmas if lemma in self._lasting_states)
        if not any(is_preterite(s.lower[i], lemma) for lemma, i in lasted) or _makes(s, clause):
            return False
        if low.isdisjoint(_FOR_A_WHILE):
            return True
        # „Zeitweise nutzten 4000 Bürger die App“: those were more than now
        named = any(a.nominative and a.type in _WHO for a in _inside(s, clause))
        return named and (low.isdisjoint(_AT_FIRST) or _others_now(s, clause))

    def _was_placed(self, clause: Clause, low: set[str]) -> bool:
        """„war beim Innenministerium angesiedelt“, but not „war dort angesiedelt worden“."""
        placed = any(participle and lemma in self._placing for lemma, _, participle in clause.lemmas)
        told = {"war", "waren"} & set(clause.auxiliaries)
        return placed and bool(told) and low.isdisjoint({"worden", "seit", "schon", "bereits"})


def _inside(s: Sentence, clause: Clause) -> Iterator[Argument]:
    """What a clause names."""
    return (a for a in s.arguments if a.draft is not None and a.first in clause.tokens)


def _makes(s: Sentence, clause: Clause) -> bool:
    """„arbeiteten jahrelang an der App“: who has made a work has made it."""
    works = "arbeiten" in main_verbs(clause) or "zusammenarbeiten" in main_verbs(clause)
    return "weiterentwickeln" in main_verbs(clause) or (
        works and any(a.marker == "an" and a.type in WORKS for a in _inside(s, clause))
    )


def _others_now(s: Sentence, clause: Clause) -> bool:
    """„nutzte anfangs das Portal X, heute Y“: whether the sentence tells what came after, and not that it has grown."""
    known = {id(a.draft) for a in _inside(s, clause)}
    later = (a for a in s.arguments if a.draft is not None and not a.adjective and a.first > clause.tokens[-1])
    return _ALSO.isdisjoint(s.lower) and any(id(a.draft) not in known and a.type in WORKS | BODY_TYPES for a in later)


def _until_past(s: Sentence, clause: Clause, day: str | None) -> bool:
    """„das der Bund bis 2022 gefördert hat“: a date until which, that is past."""
    spans = [d for d in s.dates if d.lead == "until" and day is not None and d.value <= day[: len(d.value)]]
    return any(d.start <= s.starts[i] < d.end for d in spans for i in clause.tokens)


def _goes_off(s: Sentence, clause: Clause) -> bool:
    """„geht zum Jahresende vom Netz“, „wird offline genommen“, with a verb of going or taking."""
    low = " ".join(s.lower[i] for i in clause.tokens)
    return any(off in low for off in _OFF)
