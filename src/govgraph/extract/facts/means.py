"""What makes possible what the sentence before tells: „Der Kreis nimmt Anträge online an. Möglich macht das X.“."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import BODY_TYPES, RUN, WORKS, FactDraft, only_one
from govgraph.language.grammar import NOT_VERBS
from govgraph.model import BlockKind, EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_READ = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.ANSWER})
_WHAT = frozenset({"das", "dies", "es"})
_ENABLING = frozenset({"ermöglichen"})
_BEHIND = frozenset({"arbeiten", "laufen", "sein", "stecken", "stehen", "werkeln"})
_BEING = frozenset({"bilden", "dienen", "heißen", "sein", "werden"})
_IS = frozenset({"bildet", "dient", "heißt", "ist", "sind", "war"})
_OF = frozenset({"der", "des", "von", "dieser", "dieses", "für", "ihrer", "seiner", "dafür"})
_NEVER = frozenset({"Committee", "Medium", "Parliament", "Party"})
"""Kinds of body that tell or decide, and work with nothing."""
_CONFIDENCE = 0.6
_RULE = "means-of-before"


class Means:
    """Reads clauses that name the system by which something works, without saying whose it is.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self.modality = modality
        self.date = date
        self._means = words("means-nouns")

    def facts(self, sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
        """Who uses such a system: the one body that the sentence before tells of."""
        for before, s in pairwise(sentences):
            if s.kind not in _READ or before.kind not in _READ or s.tokens[-1].text == "?":
                continue
            if not any(a.type in RUN for a in s.arguments) or s.clauses[0].kind != "main":
                continue
            work = self._work(s, s.clauses[0])
            house = _house(before) if work is not None else None
            verdict = self.modality.judge(s, s.clauses[0], self.date) if house is not None else None
            if house is not None and verdict is not None and work is not None and work.draft is not None:
                yield FactDraft(house, Predicate.IMPLEMENTS, work.draft, verdict, _CONFIDENCE, s, _RULE, s.speaker)

    def _work(self, s: Sentence, clause: Clause) -> Argument | None:
        """The one system of a clause that tells by what something works; who made it may stand with it."""
        inside = [a for a in s.arguments if a.clause == 0 and a.draft is not None and not a.adjective]
        works = [a for a in inside if a.type in RUN and a.marker in {"np", "durch"} and not a.reference]
        if only_one(a.draft for a in works) is None:
            return None
        work = works[0]
        named = [a for a in inside if a.draft is not work.draft and not a.reference]
        others = [a for a in named if a.first < work.last or a.marker == "np"]
        return work if not others and self._enables(s, clause, work) else None

    def _enables(self, s: Sentence, clause: Clause, work: Argument) -> bool:
        lemmas = clause.verbs
        low = [s.lower[i] for i in clause.tokens]
        if lemmas & _ENABLING or "möglich" in low:
            said = not _WHAT.isdisjoint(low[:5])
            return said and (
                is_passive(clause) if work.marker == "durch" else "machen" in lemmas or bool(lemmas & _ENABLING)
            )
        if work.marker != "np":
            return False
        if "dahinter" in low or low[:2] == ["im", "hintergrund"]:
            return bool(lemmas & _BEHIND)
        return bool(lemmas & _BEING) and self._is_what(s, clause, work)

    def _is_what(self, s: Sentence, clause: Clause, work: Argument) -> bool:
        """„Grundlage ist X“, „Die Software heißt X“, „Als Basis dient X“: the noun of means comes first, and alone."""
        i = clause.tokens[0]
        while i < work.begin and (s.lower[i] in {"als", "die", "das"} or s.lower[i].startswith("technisch")):
            i += 1
        after = s.low_at(i + 1)
        verb = after in _IS or any(at == i + 1 for _, at, _ in clause.lemmas)
        return s.text_at(i) in self._means and after not in _OF and verb and s.text_at(work.begin - 1) not in NOT_VERBS


def _house(s: Sentence) -> Draft | None:
    """The one body that a sentence tells of: who acts in it, else where it happens; None where it names a work."""
    named = [a for a in s.arguments if a.draft is not None and not a.adjective]
    if any(a.type in WORKS for a in named) or (s.tokens[-1].text not in {".", ":", "“"}):
        return None
    bodies = [a for a in named if a.type in BODY_TYPES]
    acting = [a for a in bodies if a.nominative and a.head < 0 and s.clauses[a.clause].kind == "main"]
    if not acting and any(a.type is EntityType.PERSON and a.nominative for a in named):
        return None
    places = [a for a in bodies if a.marker in {"in", "bei"} and a.head < 0]
    found = only_one(a.draft for a in acting or places)
    return found if found is not None and found.kind not in _NEVER else None
