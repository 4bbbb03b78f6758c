"""Clauses: verb brackets with separable prefixes, relative clauses, infinitives, coordination.

A sentence is cut into stretches (`stretches`), each of which opens a clause of some kind (`stretch_kinds`) or goes on
with one that stands open (`stretch_joins`); then clauses get the names of their verbs (`clause_verbs`).
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from govgraph.extract.clauses.clause_verbs import ClauseVerbs, share_auxiliaries
from govgraph.extract.clauses.commas import close_relatives
from govgraph.extract.clauses.comparisons import compared_plans
from govgraph.extract.clauses.ellipsis import contrasts, gap_after_last_verb, reduced_kind
from govgraph.extract.clauses.front_participles import part_front_participle
from govgraph.extract.clauses.marks import FINITE
from govgraph.extract.clauses.second_subjects import part_second_subjects
from govgraph.extract.clauses.sentence_verbs import SentenceVerbs
from govgraph.extract.clauses.stretch_joins import (
    after_asides,
    closes_main,
    goes_on,
    named_before_aside,
    regain_subjects,
    resumes,
    within_relative,
)
from govgraph.extract.clauses.stretch_kinds import StretchKinds
from govgraph.extract.clauses.stretches import stretches
from govgraph.extract.clauses.verb_readings import VerbReadings
from govgraph.extract.state import Clause
from govgraph.language.grammar import CONJUNCTIONS, RELATIVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence


class ClauseFinder:
    """Splits sentences into clauses and names their verbs.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._subordinators = knowledge.words("subordinators")
        self._particles = knowledge.words("particles")
        self._shares = knowledge.words("share-nouns")
        self._compared = knowledge.words("compared-participles")
        self._readings = VerbReadings(knowledge)
        self._verbs = SentenceVerbs(knowledge, self._readings)
        self._kinds = StretchKinds(knowledge, self._readings)
        self._clause_verbs = ClauseVerbs(knowledge)

    def split(self, s: Sentence) -> None:
        """Fill `clauses` and `clause_of` of a sentence; its arguments must be marked."""
        verbs = self._verbs.find(s)
        close_relatives(s, verbs)
        part_second_subjects(s, verbs)
        growing = _Growing(s, verbs, self._particles, self._shares)
        for first, end in stretches(s, verbs, self._subordinators):
            kind, opener = self._kinds.of(s, first, end, verbs, growing.clauses)
            growing.take(first, end, kind, opener)
        clauses = growing.clauses
        regain_subjects(s, verbs, clauses)
        part_front_participle(s, verbs, clauses, self._readings.may_be_done)
        for first, end in contrasts(s, verbs):
            out = set(range(first, end))
            for clause in clauses:
                clause.tokens = [i for i in clause.tokens if i not in out]
            clauses.append(Clause(sorted(out), "contrast", "", growing.open_main))
        leads = clauses[0].kind == "infinitive" or clauses[0].opener == "dass"
        hung = after_asides(clauses)
        if leads and hung:
            # „Um die E-Akte einzuführen, hat Ulm …“, „Dass Ulm sie einführt, ist falsch“: it hangs on what follows
            clauses[0].parent = hung
        s.clauses = clauses
        self._name(s, verbs)
        share_auxiliaries(s, clauses)
        relative = [clause for clause in clauses if clause.kind == "relative"]
        if relative:
            s.relatives = frozenset(
                next((i for i in clause.tokens[:5] if s.lower[i] in RELATIVES), -1) for clause in relative
            )
        for argument in s.arguments:
            argument.clause = s.clause_of[argument.first]

    def _name(self, s: Sentence, verbs: list[str]) -> None:
        """Put tokens of clauses in order, and name their words and verbs."""
        s.clause_of = clause_of = array("I", bytes(4 * len(s.tokens)))
        aside = compared_plans(s, self._compared)
        for number, clause in enumerate(s.clauses):
            clause.tokens = _in_order(clause.tokens)
            clause.words = frozenset([s.lower[i] for i in clause.tokens])
            for i in clause.tokens:
                clause_of[i] = number
            self._clause_verbs.name(s, clause, verbs)
            if aside:
                clause.lemmas = [verb for verb in clause.lemmas if verb[1] not in aside]
            if clause.kind == "gap":
                above = s.clauses[clause.parent]
                clause.lemmas, clause.auxiliaries = list(above.lemmas), list(above.auxiliaries)


class _Growing:
    """The clauses of a sentence, as far as its stretches have been taken up.

    Args:
        s: The sentence.
        verbs: What its words are as verbs.
        particles: Separable prefixes.
        shares: Nouns for parts of a sum, in small letters.

    Attributes:
        clauses: The clauses so far.
        open_main: Number of the main clause that stretches may still go on with, or -1.
    """

    def __init__(self, s: Sentence, verbs: list[str], particles: frozenset[str], shares: frozenset[str]) -> None:
        self._s = s
        self._shares = shares
        self._verbs = verbs
        self._particles = particles
        self.clauses: list[Clause] = []
        self.open_main = -1
        self._last = -1
        # The last phrase that went to a clause: the clause, where it begins and ends, how many clauses there were.
        self._loose = (-1, 0, 0, 0)

    def take(self, first: int, end: int, kind: str, opener: str) -> None:
        """Take up a stretch: as a clause of its own, or as more of one that is there."""
        finite = not FINITE.isdisjoint(self._verbs[first:end])
        if kind == "phrase":
            kind, parent = self._reduced(first, end)
            if kind != "phrase":
                self._add(Clause(range(first, end), kind, "", parent, finite=kind == "gap"))
                return
        if kind == "phrase" or (kind == "main" and not finite):
            self._phrase(first, end)
        elif kind == "main":
            self._main(first, end)
        else:
            self._add(Clause(range(first, end), kind, opener, max(self._last, self.open_main), finite=finite))

    def _add(self, clause: Clause) -> None:
        self.clauses.append(clause)
        self._last = len(self.clauses) - 1

    def _extend(self, number: int, first: int, end: int) -> None:
        clause = self.clauses[number]
        clause.tokens = [*clause.tokens, *range(first, end)]

    def _reduced(self, first: int, end: int) -> tuple[str, int]:
        """The kind of a clause without a finite verb, and above which clause it stands; „phrase“ if it is none."""
        s, clauses, last = self._s, self.clauses, self._last
        if last >= 0 and clauses[last].kind in {"relative", "sub"}:
            before = clauses[last].tokens
            if before[-1] == first - 1 and gap_after_last_verb(s, before[0], first, end):
                return "gap", last
        if not clauses or closes_main(s, end, clauses, self._particles):
            return "phrase", -1
        main = clauses[self.open_main] if self.open_main >= 0 else None
        kind = reduced_kind(s, (first, end), self._verbs, main, self._shares)
        return kind, self.open_main if kind == "gap" else max(last, self.open_main)

    def _phrase(self, first: int, end: int) -> None:
        """More of the main clause that is open, or of the last one while it waits for its verb."""
        s, clauses, last = self._s, self.clauses, self._last
        target = self.open_main if self.open_main >= 0 else last
        if last >= 0 and not clauses[last].finite and clauses[last].kind != "infinitive":
            target = last
            if self.open_main >= 0 and resumes(s, (first, end), self._verbs, clauses[last], self._particles):
                target = self._last = last = self.open_main
        if last >= 0 and clauses[last].kind == "relative" and s.low_at(first + 1) == "darunter":
            # „die KITU, der 118 Gemeinden angehören, darunter Magdeburg, …“
            target = last
        if target >= 0:
            self._extend(target, first, end)
            self._loose = (target, first, end, len(clauses))
            return
        self._add(Clause(range(first, end)))
        self.open_main = self._last

    def _main(self, first: int, end: int) -> None:
        """A main clause, unless its verb is the one that another clause has waited for."""
        s, verbs, clauses, last = self._s, self._verbs, self.clauses, self._last
        waiting = self.open_main >= 0 and not clauses[self.open_main].finite
        inside = last >= 0 and (clauses[last].kind == "relative" or (waiting and clauses[last].kind == "sub"))
        if inside and within_relative(s, first, end, verbs, clauses[last]):
            self._add(Clause(range(first, end), "main", "", last, finite=True, joined=True))
            return
        if waiting:
            self._extend(self.open_main, first, end)
            clauses[self.open_main].finite = True
            self._last = self.open_main
            return
        begin = first + 1 if s.tokens[first].text == "," and first + 1 < end else first
        opening = begin if self.open_main >= 0 else first
        joined = s.lower[begin] in CONJUNCTIONS or verbs[opening] in FINITE
        parent = self.open_main
        if s.lower[first] in {"und", "oder", "sowie"} and last >= 0 and clauses[last].kind != "main":
            parent = last
        named = named_before_aside(s, first, verbs, clauses)
        if named is not None:
            # „…; auch das Amt X, dessen Leiter …, setzt sie ein“: no gap, but the subject of what follows
            named.kind, named.tokens = "main", [*named.tokens, *range(first, end)]
            self.open_main = self._last = clauses.index(named)
            return
        tokens: Sequence[int] = range(first, end)
        if goes_on(s, first, verbs, self._loose, clauses):
            # „…: Die Abteilung X, die …, gehört zum Y“: the phrase before the relative clause is its subject
            target, start, stop, _ = self._loose
            clauses[target].tokens = [i for i in clauses[target].tokens if not start <= i < stop]
            tokens, joined = [*range(start, stop), *tokens], False
        self._add(Clause(tokens, "main", "", parent, finite=True, joined=joined))
        self.open_main = self._last


def _in_order(tokens: Sequence[int]) -> Sequence[int]:
    """Indices in order; as a range where none is left out, as in most clauses."""
    if isinstance(tokens, range) or not tokens:
        return tokens
    low, high = min(tokens), max(tokens)
    return range(low, high + 1) if high - low + 1 == len(tokens) else sorted(tokens)
