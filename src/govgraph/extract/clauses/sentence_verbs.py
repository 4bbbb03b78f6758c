"""Which words of a sentence are its verbs: finite, infinitives, participles, auxiliaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.commas import in_list
from govgraph.extract.clauses.ellipsis import BY, agent_of
from govgraph.extract.clauses.extended import attribute_goes_on
from govgraph.extract.clauses.marks import BREAKS, ENDS, LAST, MARKS, closes
from govgraph.extract.clauses.verb_readings import ATTRIBUTE, LETTERS
from govgraph.extract.state import WORKS
from govgraph.language.grammar import (
    AUXILIARIES,
    BECOMING,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    NOT_VERBS,
    PARTICIPLE,
    PREPOSITIONS,
    RELATIVES,
)

if TYPE_CHECKING:
    from govgraph.extract.clauses.verb_readings import VerbReading, VerbReadings
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence

_BEFORE_CAPITALS = BREAKS - {",", ";"}
"""Marks after which a verb may be written with a capital."""
_BESIDE = frozenset({"am", "an", "gemeinsam", "mit", "zusammen"})
"""Words before those with or at whom something has been made."""
_PASSED = frozenset({"wurde", "wurden", "worden"})
_DOING_WITHOUT = "verzichten"
"""A verb whose participle is never without „auf“ and what is done without."""


class SentenceVerbs:
    """Finds the verbs of sentences.

    Args:
        knowledge: Compiled vocabulary.
        readings: What forms say by themselves.
    """

    def __init__(self, knowledge: Knowledge, readings: VerbReadings) -> None:
        self._knowledge = knowledge
        self._readings = readings
        self._subordinators = knowledge.words("subordinators")

    def find(self, s: Sentence) -> list[str]:
        """`fin`, `inf`, `part`, `aux` or an empty string for each token; arguments must be marked."""
        verbs: list[str] = []
        for i, token in enumerate(s.tokens):
            reading = self._readings.of(token.text)
            verbs.append("" if reading is None else self._verb(s, i, reading, verbs))
        return verbs

    def _verb(self, s: Sentence, i: int, reading: VerbReading, before: list[str]) -> str:
        """`fin`, `inf`, `part`, `aux` or an empty string for a token."""
        token, low = s.tokens[i].text, s.lower[i]
        if i in s.taken or (token[0].isupper() and i > 0 and s.tokens[i - 1].text not in _BEFORE_CAPITALS):
            return ""
        if not reading.lemma:
            return "aux"
        following = s.tokens[i + 1].text if i + 1 < len(s.tokens) else ""
        if following == "worden":
            return "part"
        if reading.attribute and following[:1].isupper() and not reading.infinitive and self._attributive(s, i):
            return ""
        if reading.attribute and not reading.infinitive and following in {"und", "oder"} and attribute_goes_on(s, i):
            return ""
        opens = i == 0 or s.tokens[i - 1].text in BREAKS
        if reading.may_be_done and opens and following.lower() in BY and (i or s.tokens[-1].text != "?"):
            # „, vertreten durch A, …“, „Entwickelt von A, läuft …“; but „…, führt von Juni an das Ministerium“
            return "part"
        if reading.may_be_done and opens and following.lower() in _BESIDE and _after_work(s, i):
            return "part"
        if reading.infinitive:
            if reading.adjective and _before_noun(s, i):
                return ""
            if _second(s, i) and not self._awaited(s, i, before):
                return "fin"
            return "part" if reading.unmarked and _perfect(s, i) else "inf"
        if reading.with_zu:
            return "inf"
        if reading.separable:
            return "fin"
        if reading.may_be_done and following in ENDS and _after_agent(s, i, before):
            return "part"
        if reading.participle:
            return "part"
        if low.startswith("ge") or (low.endswith(("t", "en")) and closes(s, i)):
            return "part" if self._needs_auxiliary(s, i, before, reading) else "fin"
        return "fin"

    def _attributive(self, s: Sentence, i: int) -> bool:
        """A participle before its noun: an article or „von X“ stands before it in the same phrase."""
        if s.lower[i].endswith("te") and not PARTICIPLE.search(s.lower[i]):
            # „Von 2012 bis 2016 leitete Anna Weber“: a participle would be „geleitete“
            return False
        for j in range(i - 1, max(-1, i - 6), -1):
            low = s.lower[j]
            if s.tokens[j].text in BREAKS:
                return False
            if low in DETERMINERS or low in PREPOSITIONS:
                # „Bis 2020 betreute Anna Weber“: a year is a whole phrase as well
                noun = any(s.tokens[k].text[0].isupper() or s.tokens[k].text.isdigit() for k in range(j + 1, i))
                return s.lower[i + 1] not in DETERMINERS and not (noun and self._only_verb(s, j, i))
            if low in AUXILIARIES:
                return False
        return False

    def _only_verb(self, s: Sentence, j: int, i: int) -> bool:
        """„Im Februar löste Claudia Plattner …“: after a whole phrase from `j` on, and with no other verb about."""
        if not s.lower[i].endswith(("te", "ten")):
            return False
        if s.lower[j] in PREPOSITIONS and j and s.lower[j - 1] in DETERMINERS:
            return False
        start = end = i
        while start > 0 and s.tokens[start - 1].text not in BREAKS:
            start -= 1
        while end + 1 < len(s.tokens) and s.tokens[end + 1].text not in BREAKS:
            end += 1
        return not any(self._verbal(s, k) for k in range(start, end + 1) if k != i)

    def _verbal(self, s: Sentence, i: int) -> bool:
        low = s.lower[i]
        if i in s.taken or not s.tokens[i].text[0].islower() or not LETTERS.match(low):
            return False
        if low in AUXILIARIES or low in MODALS:
            return True
        if low in NOT_VERBS or low in PREPOSITIONS or low in DETERMINERS or low in CONJUNCTIONS or len(low) < 3:
            return False
        following = s.tokens[i + 1].text if i + 1 < len(s.tokens) else ""
        return self._knowledge.lemma(low).endswith(("en", "eln", "ern")) and not (
            ATTRIBUTE.search(low) and following[:1].isupper()
        )

    def _awaited(self, s: Sentence, i: int, before: list[str]) -> bool:
        """„Ulm will das Portal, ein Produkt der ekom21, im Mai einführen“: a verb before the insertion waits for it."""
        waiting = next((j for j in range(i - 1, -1, -1) if before[j]), -1)
        if waiting < 0 or before[waiting] != "aux" or not closes(s, i) or s.tokens[-1].text == "?":
            return False
        if s.lower[waiting] not in MODALS and s.lower[waiting] not in BECOMING:
            return False
        marks = (j for j in range(i, waiting, -1) if s.tokens[j].text in MARKS and not in_list(s, j))
        start = next(marks, waiting) + 1
        opener = s.lower[start + 1] if s.lower[start] in PREPOSITIONS and start + 1 < i else s.lower[start]
        opened = opener in RELATIVES and s.text_at(start - 1) == "," and start not in s.taken
        return start > waiting + 1 and not opened and s.lower[start] not in self._subordinators and i > start

    def _needs_auxiliary(self, s: Sentence, i: int, before: list[str], reading: VerbReading) -> bool:
        """Whether an auxiliary in the same stretch takes the form as its participle."""
        for step in (-1, 1):
            j = i + step
            while 0 <= j < len(s.tokens) and s.tokens[j].text not in MARKS:
                # „das A entwickelt hat und B finanziert“: „hat“ has its participle, and closes its clause
                served = step == -1 and s.lower[j + 1] in {"und", "oder"} and before[j - 1 : j] == ["part"]
                if not served and (s.lower[j] in AUXILIARIES or s.lower[j] in MODALS or s.lower[j] == "worden"):
                    return True
                if step == 1 and s.lower[j] in {"und", "oder"}:
                    break
                j += step
        # the auxiliary may stand before an insertion; it waits for its participle if no verb has come since
        start = next((j for j in range(i, -1, -1) if s.tokens[j].text in MARKS), -1) + 1
        opener = s.lower[start + 1] if s.lower[start] in PREPOSITIONS and start + 1 < i else s.lower[start]
        if opener in RELATIVES or s.lower[start] in self._subordinators:
            return False
        if not reading.may_be_done and not self._readings.may_follow_particle(s.lower[i]):
            # „Ulm hat die App im Test, Gera zögert“
            return False
        waiting = next((j for j in range(i - 1, -1, -1) if before[j]), -1)
        if waiting >= 0 and reading.lemma == _DOING_WITHOUT and start in s.taken and s.taken[start].last == i:
            # „Ulm hat die App im Einsatz, Gera verzichtet“
            return False
        return waiting >= 0 and before[waiting] == "aux" and closes(s, i)


def _after_work(s: Sentence, i: int) -> bool:
    """„… nutzt den Chatbot Lotte, programmiert mit der Hochschule“: no work does what the verb says."""
    work = s.taken.get(i - 2)
    return s.text_at(i - 1) == "," and work is not None and work.type in WORKS and not work.adjective


def _after_agent(s: Sentence, i: int, before: list[str]) -> bool:
    """„Das Gesetz, im Juni vom Bundestag beschlossen, …“: what closes a stretch that names who did it."""
    start = next((j for j in range(i, -1, -1) if s.tokens[j].text in BREAKS), -1) + 1
    if start < LAST or s.text_at(start - 1) != "," or any(before[start:i]):
        return False
    by = agent_of(s, start, i)
    named = s.low_at(by) == "vom" or (start - 2 in s.taken and s.text_at(by + 1)[:1].isupper()) or by > start
    return by >= 0 and named and i > by + 1 and s.text_at(start - 2)[:1].isupper()


def _before_noun(s: Sentence, i: int) -> bool:
    """„im schwäbischen Kempten“, „auf dem quelloffenen Modell“: right between an article and a noun."""
    before = s.lower[i - 1] if i else ""
    opened = before in DETERMINERS or before in PREPOSITIONS
    return opened and s.tokens[i + 1].text[:1].isupper() if i + 1 < len(s.tokens) else False


def _perfect(s: Sentence, i: int) -> bool:
    """Whether a form that may be infinitive or participle („vertreten“) is the participle: by its auxiliary."""
    start = i
    while start > 0 and s.tokens[start - 1].text not in BREAKS:
        start -= 1
    stretch = s.lower[start : i + 3]
    if any(AUXILIARIES.get(w) in {"haben", "sein"} for w in stretch):
        return "zu" not in s.lower[max(0, i - 1) : i]
    if not _PASSED.isdisjoint(stretch) or (i == start and AUXILIARIES.get(s.low_at(i + 1)) == "werden"):
        # „Kern wurde berufen“, „Berufen wird Kern“
        return True
    return any(AUXILIARIES.get(w) == "werden" for w in stretch) and any(w in {"von", "vom", "durch"} for w in stretch)


def _second(s: Sentence, i: int) -> bool:
    """Whether a form in -en stands where a finite verb stands: early, with no auxiliary in its stretch."""
    start = i
    # „haben A und B ein Portal entwickeln lassen“
    last = closes(s, i) or (s.low_at(i + 1) == "lassen" and closes(s, i + 1))
    # „will X und die E-Akte (eAkte) einführen“: brackets and quotes part no infinitive from its auxiliary
    breaks = MARKS if last else BREAKS
    while start > 0 and s.tokens[start - 1].text not in breaks and (last or s.lower[start - 1] not in {"und", "oder"}):
        start -= 1
    end = i
    while end + 1 < len(s.tokens) and s.tokens[end + 1].text not in ENDS:
        end += 1
    stretch = s.lower[start : end + 1]
    if any(w in AUXILIARIES or w in MODALS for w in stretch):
        return False
    return not (i > start and s.lower[i - 1] == "zu")
