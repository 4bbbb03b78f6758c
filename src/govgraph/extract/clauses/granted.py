"""What stands although the modal of its clause leaves the rest open: „Nach der Einführung in Ulm können …“, „als CIO“.

What something comes after, or what it is owed to, has happened; and what somebody does „als Mitglied“, a member does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.language.grammar import AUXILIARIES, COPULA_LEMMAS, DETERMINERS, MODALS

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Argument, Clause, Sentence

_AFTER = frozenset({"nach", "seit", "dank", "infolge", "aufgrund"})
"""Prepositions before what has come first."""
_BY = frozenset({"durch", "mit"})
"""Prepositions before what is as certain as the rest, but is there where something can or must be done by it."""
_BEFORE = frozenset({"bereits", "schon", "kurz", "gleich", "unmittelbar", "auch", "so", "und", "aber", "doch", "denn"})
"""Words that may stand before such a phrase, and leave it as it is; „erst nach“ does not."""
_SOME = frozenset({"ein", "eine", "einem", "einen", "einer", "jeder", "jedem", "solch"})
_ABLE = frozenset({"kann", "können", "muss", "müssen", "darf", "dürfen", "konnte", "konnten", "musste", "mussten"})
"""Modals of which nothing says that what they tell of is only imagined."""
_MEANT = frozenset({"soll", "sollen", "will", "wollen"})
_WANT = frozenset({"will", "wollen"})
_MORE = frozenset({"mehr", "weniger", "anders", "lieber", "eher", "besser", "nichts", "sowohl"})
"""Words before an „als“ that compares."""
_FEW = 4
"""How far before a noun its „als“ may stand."""
_IF = frozenset({"falls", "sofern", "wenn", "ob", "womöglich", "vielleicht", "möglicherweise", "eventuell"})


class Granted:
    """Tells which words of a clause with a modal say what is so anyway.

    Args:
        words: Gives the forms of a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._ahead = words("planned") | words("scheduled") | words("negation") | words("doubt") | words("designated")
        self._not_now = {low.rstrip("enrms") for low in words("former") | words("designated")}
        self._not_now |= {low.rstrip("enrms") for low in words("attributes-of-no-member")}
        self._being = words("verbs-of-being-as")
        self._not_there = {word.rstrip("enrms") for word in words("attributes-of-what-is-not-there")}

    def front(self, s: Sentence, clause: Clause, day: str | None) -> range:
        """Tokens of „Nach der Einführung der E-Akte in Ulm“ before a modal; none where that is yet to come.

        Args:
            s: Sentence of the clause.
            clause: A clause with its verbs named.
            day: Date of the article.
        """
        if clause.kind != "main" or not clause.auxiliaries or not _IF.isdisjoint(s.lower):
            return range(0)
        first = next((i for i in clause.tokens if s.lower[i].isalpha() and s.lower[i] not in _BEFORE), -1)
        if first < 0 or s.lower[first] not in _AFTER | _BY or s.low_at(first + 1) in _SOME:
            return range(0)
        verbs = {i for _, i, participle in clause.lemmas if not participle}
        end = next(
            (
                i
                for i in clause.tokens
                if i > first and (i in verbs or s.lower[i] in MODALS or s.lower[i] in AUXILIARIES)
            ),
            -1,
        )
        modals = _ABLE if s.lower[first] in _BY else _ABLE | _MEANT
        if end < 0 or s.lower[end] not in modals:
            return range(0)
        inside = range(first, end)
        later = day is not None and any(
            d.value > day[: len(d.value)] and s.starts[first] <= d.start < s.starts[end] for d in s.dates
        )
        return range(0) if later or not self._ahead.isdisjoint(s.lower[first:end]) else inside

    def stands(self, s: Sentence, at: int) -> bool:
        """Not „die gescheiterte Ernennung“: whether the adjective before a noun leaves standing what it says."""
        return s.low_at(at - 1).rstrip("enrms") not in self._not_there

    def heads(self, s: Sentence, front: range, at: int) -> bool:
        """Whether the noun at a token heads such a phrase, and its attributes leave it standing.

        Not „Nach der gescheiterten Einführung“, „Nach dem Beschluss zur Einführung“.
        """
        before = range(front.start + 1, at)
        return all(not s.tokens[i].upper and s.lower[i].rstrip("enrms") not in self._not_there for i in before)

    def is_as(self, s: Sentence, clause: Clause, at: int) -> bool:
        """„Als Mitglied muss Ulm …“, „Ulm kann als Mitglied …“: whether the noun at a token says what somebody is.

        Not „soll als Betreiber auftreten“, nor „kann als Mitglied aufgenommen werden“.
        """
        if not clause.auxiliaries or is_passive(clause) or not _IF.isdisjoint(s.lower):
            return False
        modals = [low for low in clause.auxiliaries if low in MODALS]
        if len(modals) != 1 or not self._being.isdisjoint(clause.verbs):
            return False
        start = self._as_before(s, at)
        if start < 0 or any(low in self._ahead or low.rstrip("enrms") in self._not_now for low in s.lower[start:at]):
            return False
        if modals[0] in _WANT:
            # „Als Vorsitzende will sie …“, not „Sie will als Vorsitzende …“
            return start == next((i for i in clause.tokens if s.lower[i].isalpha()), -1)
        only_is = all(lemma in COPULA_LEMMAS for lemma, _, _ in clause.lemmas)
        return modals[0] in _ABLE and not only_is

    @staticmethod
    def _as_before(s: Sentence, at: int) -> int:
        """Where the „als“ right before a noun stands, passing its determiner and its adjectives; else -1."""
        i = at - 1
        while i > 0 and at - i < _FEW and s.lower[i] != "als" and (s.tokens[i].inflected or s.lower[i] in DETERMINERS):
            i -= 1
        return i if s.low_at(i) == "als" and s.low_at(i - 1) not in _MORE else -1


def lies_in(front: range, ends: tuple[Argument, ...]) -> bool:
    """Whether both ends of a statement stand in a phrase."""
    return bool(front) and all(a.first in front for a in ends)
