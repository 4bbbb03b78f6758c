"""The second subjunctive of the plural where it only reports: „Gera und Suhl hätten die App im Einsatz, sagte sie“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import MODALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Clause, Sentence

_HAD = "hätten"
"""Stands for „haben“ in what is reported, which in the plural has no subjunctive of its own."""
_SOURCES = frozenset({"angaben", "auskunft", "aussage", "laut", "worten", "zufolge"})
_SO = frozenset({"so"})
_UNREAL = frozenset({"beinahe", "eigentlich", "falls", "fast", "gern", "gerne", "lieber", "ohne", "sonst", "wenn"})
"""Words beside which it tells of what did not happen."""


def only_reports(s: Sentence, clause: Clause, doubtful: Sequence[str], speech: frozenset[str]) -> bool:
    """Whether words of doubt only hand on what somebody said, who is named in the same sentence.

    Args:
        s: The sentence.
        clause: The clause.
        doubtful: Its words of doubt.
        speech: Dictionary forms of verbs of speaking.
    """
    if set(doubtful) != {_HAD} or not _UNREAL.isdisjoint(s.lower) or s.tokens[-1].text == "?":
        return False
    if any(word in MODALS for word in clause.auxiliaries):
        # „hätten mitmachen sollen“
        return False
    if s.lower[clause.tokens[0]] == _HAD:
        # „Hätten sie gefragt, …“
        return False
    return not _SOURCES.isdisjoint(s.lower) or _is_attributed(s) or _is_told(s, clause, speech)


def _is_attributed(s: Sentence) -> bool:
    """„…, so der Bericht.“, „…, so Roth, …“."""
    return any(
        low in _SO and s.text_at(i - 1) == "," and (s.text_at(i + 1)[:1].isupper() or s.text_at(i + 2)[:1].isupper())
        for i, low in enumerate(s.lower)
        if i
    )


def _is_told(s: Sentence, clause: Clause, speech: frozenset[str]) -> bool:
    """„…, sagte sie“, „…, heißt es“: a main clause of the sentence with a verb of speaking."""
    return any(
        each is not clause
        and each.kind == "main"
        and any(lemma in speech or (lemma == "heißen" and s.low_at(at + 1) == "es") for lemma, at, _ in each.lemmas)
        for each in s.clauses
    )
