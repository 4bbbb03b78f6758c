"""Offices that somebody had once, told by „als“ and a verb or noun: „war als CIO tätig“, „ihre Zeit als CIO“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, in_preterite, is_perfect
from govgraph.extract.offices.left_bodies import LEADING
from govgraph.language.grammar import PAST_AUXILIARIES
from govgraph.model import EntityType, Modality

if TYPE_CHECKING:
    from govgraph.extract.filled import Filled
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Sentence

WAS = frozenset({"war", "waren"})
_SPENT = frozenset({"Jahre", "Jahren", "Zeit"})
_CAREERS = frozenset({"Arbeitsleben", "Berufsleben", "Berufsweg", "Karriere", "Laufbahn", "Weg", "Werdegang"})
_OWN = ("ihr", "mein", "sein", "unser")
_FIRST = "erst"
_ALREADY = frozenset({"bereits", "schon"})
_PAST_MODALS = frozenset({"durfte", "konnte", "mochte", "musste", "sollte", "wollte"})
_NEAR = 4
"""How many words before a title the noun for a predecessor or successor may stand."""


class PastPosts:
    """Tells which offices are over by what is said of them.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.words
        self._working = words("working-verbs")
        self._doing = words("holding-verbs") & words("exercising-verbs")
        self._career = LEADING | words("career-verbs")
        self._busy = words("being-busy")
        self._stations = words("stations")
        self._sessions = words("session-nouns")
        self._until = words("until-times")
        self._first_days = words("first-days")
        self._prior = words("predecessor-nouns")
        self._first_of_several = words("at-first-adverbs")
        self._after = words("successor-nouns")

    def is_over(self, s: Sentence, item: Filled, title: Argument) -> bool:
        """Whether a clause or the words before a title say that the office was held once."""
        if self.of_successor(s, title):
            # „Sein Nachfolger als CIO war X“, not „Sein Nachfolger als CIO, X, war zuvor Referent“
            clause = s.clauses[item.clause]
            verb = next((i for i in clause.tokens if s.lower[i] in WAS), -1)
            return clause.verbs == {"sein"} and any(a.first == verb + 1 > title.first for a in item.subjects)
        if item.modality is Modality.ENDED or self._was(s, item) or self._station(s, title):
            return True
        return self._at_first(s, item, title)

    def _at_first(self, s: Sentence, item: Filled, title: Argument) -> bool:
        """„kam 2006 zum Städtetag, zunächst als Referentin“: other posts followed the one of then."""
        first = title.marker == "als" and s.low_at(title.begin - 1) in self._first_of_several
        clause = s.clauses[item.clause]
        return first and in_past(s, clause)

    @staticmethod
    def came_later(s: Sentence, title: Argument) -> bool:
        """„Vor seiner Zeit als CIO war er Referent“: the clause tells of what was before."""
        at = title.begin - 1
        if title.marker != "als" or s.text_at(at) not in _SPENT:
            return False
        return "vor" in s.lower[max(0, at - 3) : at]

    def has_begun(self, s: Sentence, title: Argument) -> bool:
        """„Ihren ersten Arbeitstag als CDO hatte sie am 2. Januar“: the past tense tells of the begin."""
        at = title.begin - 1
        return title.marker == "als" and s.text_at(at) in self._first_days and s.low_at(at - 1).startswith(_FIRST)

    def of_predecessor(self, s: Sentence, title: Argument) -> bool:
        """„Ihr Vorgänger als CIO“, „mein Vorgänger im Amt des CIO“."""
        return self._hangs_on(s, title, self._prior)

    def is_of_another(self, s: Sentence, item: Filled, title: Argument, person: Argument) -> bool:
        """„A lobt B, ihren Vorgänger als Landrat“: what the noun says is of B, and nothing of who acts."""
        if title.marker != "als" or item.frame.lemma != "*" or s.clauses[item.clause].verbs == {"sein"}:
            return False
        nouns = self._prior | self._after
        at = next((i for i in range(title.begin, max(-1, title.begin - _NEAR), -1) if s.text_at(i) in nouns), -1)
        apposed = s.text_at(person.last) == "," and at <= person.last + 2
        return at > person.last and not apposed and self._hangs_on(s, title, nouns)

    def of_successor(self, s: Sentence, title: Argument) -> bool:
        """„Sein Nachfolger als Landrat, X, saß zuletzt im Landtag“: the clause tells of something else."""
        return self._hangs_on(s, title, self._after)

    @staticmethod
    def _hangs_on(s: Sentence, title: Argument, nouns: frozenset[str]) -> bool:
        if title.marker not in {"als", "gen"}:
            return False
        if any(
            a.last == title.begin and s.text_at(a.head) in nouns for a in s.arguments if a.type is EntityType.PERSON
        ):
            # „Vorgänger von Anna Weber als CIO war X“
            return True
        before = range(title.first - 1, max(-1, title.first - 1 - _NEAR), -1)
        at = next((i for i in before if s.tokens[i].text in nouns or s.tokens[i].text == ","), -1)
        return at >= 0 and s.tokens[at].text in nouns and s.low_at(at + 1) in {"als", "im", "in", "auf"}

    def _was(self, s: Sentence, item: Filled) -> bool:
        """„war Leiterin“, „führte als Geschäftsführer die Lecos“."""
        clause = s.clauses[item.clause]
        # „Katrin Lange“ is no „lange“
        low = {s.lower[i] for i in clause.tokens if i not in s.taken or s.taken[i].type is not EntityType.PERSON}
        if item.frame.lemma == "sein":
            return not WAS.isdisjoint(low)
        if item.frame.lemma in self._doing and any(a.marker == "gen" for a in item.objects):
            # „Den Posten des CIO hatte einst X bekleidet“, „hat das Amt neun Jahre ausgeübt“
            return is_perfect(clause) and "seit" not in low
        if not any(a.marker == "als" for a in item.objects):
            return False
        if {"bekannt", "wurde"} <= low or self._until_past(s, clause) or self._busy_once(clause, low):
            # „die als Oberbürgermeisterin bekannt wurde“
            return True
        if any(s.tokens[i].text in _CAREERS for i in clause.tokens) and in_past(s, clause):
            # „begann seine Laufbahn als Sachbearbeiter“
            return True
        if self._already_then(s, item, clause):
            return True
        if is_perfect(clause) and any(a.marker == "als" and s.low_at(a.begin - 1) == "noch" for a in item.objects):
            # „hat sie noch als Stadträtin durchgesetzt“
            return True
        # „habe ich als Staatssekretär betreut“, „haben elf Jahre dort gearbeitet, zuletzt als IT-Chefin“
        done = is_perfect(clause) and not self._working.isdisjoint(clause.verbs)
        told = in_preterite(s, clause, self._career) and not any(
            s.tokens[i].text in self._sessions for i in clause.tokens
        )
        return told or (done and "seit" not in low)

    @staticmethod
    def _already_then(s: Sentence, item: Filled, clause: Clause) -> bool:
        """„Schon X hatte als Bürgermeister darauf gedrungen“, „wollte schon X als Ministerin“: before those of now."""
        past = in_preterite(s, clause) or any(
            word in PAST_AUXILIARIES or word in _PAST_MODALS for word in clause.auxiliaries
        )
        return past and any(s.low_at(a.first - 1) in _ALREADY for a in item.subjects if not a.reference)

    def _until_past(self, s: Sentence, clause: Clause) -> bool:
        """„die er bis vor Kurzem als Oberbürgermeister regierte“."""
        if not in_past(s, clause):
            return False
        return any(s.lower[i] == "bis" and (s.low_at(i + 1) in self._until or i + 1 in s.dated) for i in clause.tokens)

    def _busy_once(self, clause: Clause, low: set[str]) -> bool:
        """„war zehn Jahre als Referatsleiterin tätig“, „war lange in München, nämlich als Abteilungsleiterin“."""
        alone = clause.verbs <= {"sein"}
        return alone and not WAS.isdisjoint(low) and not self._busy.isdisjoint(low)

    def _station(self, s: Sentence, title: Argument) -> bool:
        """„Nach Stationen als Referatsleiterin im … und Abteilungsleiterin bei …“, „ihre Zeit als CIO“."""
        start = next((i for i in range(title.first - 1, -1, -1) if s.tokens[i].text in self._stations), -1)
        if title.marker != "als" or start < 0 or any(s.tokens[i].text == "," for i in range(start, title.first)):
            return False
        before = {s.low_at(start - 1), s.low_at(start - 2)}
        if before & {"nach", "vor"}:
            return True
        spent = s.tokens[start].text in _SPENT and s.low_at(start + 1) == "als"
        own = any(word.startswith(_OWN) for word in before)
        return spent and own and not any(word.startswith(_FIRST) for word in before)
