"""Conditions that open with their verb: „Führt Kiel sie ein, müssen …“, not „Nutzt Kiel sie schon, testet Ulm …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS, PAST_AUXILIARIES, PREPOSITIONS
from govgraph.language.morphology import is_preterite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govgraph.extract.state import Argument, Clause, Sentence

_IF = frozenset({"falls", "sobald", "sofern", "wenn"})
_EVEN = frozenset({"auch", "selbst"})
_THEN = frozenset({"dann", "so"})
_LEADING = frozenset({"aber", "denn", "und"})
"""Conjunctions that take no place before the verb: „Denn führt Kiel die E-Akte ein, müssen …“."""
_WOULD = frozenset(
    {"dürfte", "dürften", "hätte", "hätten", "könnte", "könnten", "müsste", "müssten", "sollte", "sollten"}
)
_WOULD_BE = frozenset({"wäre", "wären", "würde", "würden"})
_LIKE_FINITE = ("be", "emp", "ent", "er", "ge", "ver", "zer")
"""Beginnings of participles that look like finite verbs: „Beteiligt am Projekt X, testet Kiel …“."""
_WILL = frozenset({"wird", "werden"})
_PRONOUNS = frozenset({"es", "ihn", "sie"})
_EARLY = 2
"""Before which token the verb stands that opens its sentence."""
_NEAR = 3
"""How many words before a noun for a decision „bei“ may stand."""
_OF = frozenset({"aller", "der", "des", "dieser", "ihrer", "von"})
_YEAR = 4


class Conditions:
    """Tells conditions that open with their verb from clauses that open so and only set something apart.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._setting_apart = words("contrasting-adverbs")
        self._going_on = words("contrasting-adverbs-after")
        self._deciding = words("condition-verbs")
        self._phrases = tuple(frozenset(phrase.split()) for phrase in sorted(words("condition-phrases")))
        self._provisos = words("proviso-words")
        self._boards = tuple(sorted(words("deciding-boards")))
        self._proviso_nouns = frozenset(word.lower() for word in words("proviso-nouns"))

    def end(self, s: Sentence, article_date: str | None) -> int:
        """Where the main clause ends that a condition with a name leads to, which opens with its verb; -1 if none does.

        Not „Läuft alles nach Plan, betreibt das BVA das System“.
        """
        after = self._led_to_by_condition(s, article_date)
        named = after is not None and any(a.draft is not None and a.first in s.clauses[0].tokens for a in s.arguments)
        return after.tokens[-1] + 1 if after is not None and named else -1

    def _led_to_by_condition(self, s: Sentence, article_date: str | None) -> Clause | None:
        """Main clause that a condition leads to, which opens with its verb."""
        first = s.clauses[0]
        if first.kind != "main" or "?" in s.lower:
            return None
        opening = next((i for i in first.tokens if s.lower[i][0].isalpha() and s.lower[i] not in _LEADING), -1)
        if opening < 0 or opening > _EARLY or not _is_finite(s, first, opening) or _is_past(s, first, opening):
            return None
        if s.low_at(opening).startswith(_LIKE_FINITE) and s.low_at(opening + 1) in PREPOSITIONS:
            return None
        after = _led_to(s)
        if after is None or self._sets_apart(s, first, after, article_date):
            return None
        return after

    def hangs_on_one(self, s: Sentence, clause: Clause, article_date: str | None) -> bool:
        """„Sofern der Rat zustimmt, führt Kiel die E-Akte ein“: whether a clause only tells what follows a decision."""
        return clause.kind == "main" and self._tells_decision(s, clause, article_date) and in_present(s, clause)

    def _tells_decision(self, s: Sentence, clause: Clause, article_date: str | None) -> bool:
        """Whether a decision stands in a main clause, or in the condition that leads to it or belongs to it."""
        if self._provides(s, clause):
            return True
        if self._decides(s, s.clauses[0]) and self._led_to_by_condition(s, article_date) is clause:
            # „Stimmt der Rat zu, führt Kiel die E-Akte ein“
            return True
        first = next((each for each in s.clauses if each.kind == "main"), clause)
        return any(
            each.opener in _IF
            and self._decides(s, each)
            and ((each.parent >= 0 and s.clauses[each.parent] is clause) or (n == 0 and clause is first))
            for n, each in enumerate(s.clauses)
        )

    def _decides(self, s: Sentence, clause: Clause) -> bool:
        lemmas = clause.verbs
        said = lemmas.union([s.lower[i] for i in clause.tokens])
        decided = not lemmas.isdisjoint(self._deciding)
        if not decided and ("nicht" in said or not any(phrase <= said for phrase in self._phrases)):
            return False
        if not said.isdisjoint(_IF) and any(s.lower[i] in _IF and s.low_at(i - 1) in _EVEN for i in clause.tokens):
            # „Auch wenn der Rat zustimmt, …“
            return False
        if decided:
            return True
        given = [i for i in clause.tokens if s.lower[i] in self._proviso_nouns]
        if not given or self._names_board(s, clause):
            return True
        # „die Eltern ihre Zustimmung geben“
        return "geben" not in lemmas and any(self._is_of_board(s, i) for i in given)

    def _is_of_board(self, s: Sentence, noun: int) -> bool:
        """„bei Zustimmung des Rats“, „bei einem positiven Votum“, not „bei Zustimmung der Eltern“."""
        if s.low_at(noun + 1) not in _OF:
            return True
        behind = range(noun + 2, min(len(s.lower), noun + 2 + _NEAR))
        return any(s.lower[i].endswith(self._boards) for i in behind)

    def _names_board(self, s: Sentence, clause: Clause) -> bool:
        return any(s.lower[i].endswith(self._boards) for i in clause.tokens)

    def _provides(self, s: Sentence, clause: Clause) -> bool:
        """„Vorbehaltlich der Zustimmung des Rats …“, „Bei einem positiven Votum führt Kiel die E-Akte ein“."""
        if self._provisos.isdisjoint(s.lower) and self._proviso_nouns.isdisjoint(s.lower):
            return False
        for i in clause.tokens:
            low = s.lower[i]
            if low in self._provisos:
                return True
            if low in self._proviso_nouns and "bei" in s.lower[max(0, i - _NEAR) : i] and self._is_of_board(s, i):
                return True
        return False

    def _sets_apart(self, s: Sentence, first: Clause, after: Clause, article_date: str | None) -> bool:
        """„Nutzt Kiel die E-Akte seit 2020, testet Ulm sie erst“: two things that both are so."""
        if _tells_past_time(s, first, article_date) or _tells_past(s, after):
            return True
        helping = set(after.auxiliaries)
        if any(low in MODALS for low in helping) or helping & (_WOULD | _WOULD_BE | _WILL):
            return False
        if not self._setting_apart.isdisjoint(first.words):
            return True
        if self._decides(s, first):
            return False
        if not self._going_on.isdisjoint(after.words):
            return True
        subjects = list(_subjects(s, first))
        return bool(subjects) and any(all(one.draft is not a.draft for a in subjects) for one in _subjects(s, after))


def _led_to(s: Sentence) -> Clause | None:
    """Main clause with its verb first that follows a clause that opens with its verb."""
    for clause in s.clauses[1:]:
        if clause.kind != "main":
            continue
        start = clause.tokens[0]
        verb = start + 1 + (s.low_at(start + 1) in _THEN)
        return clause if s.text_at(start) == "," and _is_finite(s, clause, verb) else None
    return None


def _subjects(s: Sentence, clause: Clause) -> Iterator[Argument]:
    """Names that stand where the subject of a clause may: right behind its verb."""
    for a in s.arguments:
        if a.draft is None or a.adjective or a.marker != "np" or "n" not in a.cases or a.first not in clause.tokens:
            continue
        before = a.begin if a.begin < a.first and s.low_at(a.begin) not in DETERMINERS else a.begin - 1
        before -= s.low_at(before) in _PRONOUNS
        if before in clause.tokens and _is_finite(s, clause, before):
            yield a


def _tells_past_time(s: Sentence, clause: Clause, article_date: str | None) -> bool:
    """Whether a year stands in a clause that is over: „Hat Kiel die E-Akte 2020 eingeführt, …“."""
    if article_date is None:
        return False
    return any(
        d.value[:_YEAR] < article_date[:_YEAR] and s.token_range(d.start, d.end)[0] in clause.tokens for d in s.dates
    )


def _tells_past(s: Sentence, clause: Clause) -> bool:
    """Whether a clause is told in the past: „…, so folgte 2024 das Gesetz“."""
    if (_WOULD | _WOULD_BE).intersection(clause.auxiliaries):
        return False
    return not in_present(s, clause) and bool(clause.lemmas or clause.auxiliaries)


def _is_finite(s: Sentence, clause: Clause, at: int) -> bool:
    if s.low_at(at) in AUXILIARIES or s.low_at(at) in MODALS:
        return True
    return any(i == at and not participle for _, i, participle in clause.lemmas)


def _is_past(s: Sentence, clause: Clause, at: int) -> bool:
    low = s.low_at(at)
    if low in PAST_AUXILIARIES or (low in MODALS and low.endswith(("te", "ten")) and low not in _WOULD):
        return True
    return any(i == at and is_preterite(s.lower[i], lemma) for lemma, i, _ in clause.lemmas)
