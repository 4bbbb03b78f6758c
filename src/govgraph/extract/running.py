"""Works that an interview tells to run, start or end without saying where: at the house of who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.slots import is_passive
from govgraph.extract.state import BODY_TYPES, FactDraft
from govgraph.model import BlockKind, EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_RUN = frozenset({EntityType.SYSTEM, EntityType.SERVICE})
_CONFIDENCE = 0.55
_RULE = "runs-here"


class RunningWorks:
    """Reads „Die E-Akte läuft inzwischen auf 900 Rechnern“ in an answer.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self.modality = modality
        self.date = date
        self._running = words("coming-into-use-verbs")
        self._nouns = words("running-nouns")
        self._done = words("introducing-verbs") | words("ending-verbs")

    def facts(
        self, sentences: Sequence[Sentence], group: Callable[[Draft | None], Draft | None]
    ) -> Iterator[FactDraft]:
        """Who uses such works.

        Args:
            sentences: The article.
            group: Gives the body or Land that a person speaks for.
        """
        for s in sentences:
            if s.kind is not BlockKind.ANSWER or s.speaker is None or s.tokens[-1].text == "?":
                continue
            house = group(s.speaker)
            if house is None or house.type not in BODY_TYPES:
                continue
            for number, clause in enumerate(s.clauses):
                works = self._works(s, number, clause)
                verdict = self.modality.judge(s, clause, self.date) if works else None
                if verdict is not None:
                    for work in works:
                        yield FactDraft(house, Predicate.IMPLEMENTS, work, verdict, _CONFIDENCE, s, _RULE, s.speaker)

    def _works(self, s: Sentence, number: int, clause: Clause) -> list[Draft]:
        """What a main clause tells to run, if it names nobody who could run it."""
        if clause.kind != "main" or not self._runs(s, clause):
            return []
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        if any(a.type in BODY_TYPES or (a.type in _RUN and a.marker == "auf") for a in inside):
            # „Auf der Plattform läuft …“ tells what it rests on
            return []
        found: list[Argument] = [a for a in inside if a.nominative and a.type in _RUN]
        return [a.draft for a in found if a.draft is not None and a.group == found[0].group]

    def _runs(self, s: Sentence, clause: Clause) -> bool:
        lemmas = {lemma for lemma, _, _ in clause.lemmas}
        if is_passive(clause):
            return bool(lemmas & self._done)
        if lemmas & self._running:
            return True
        return not self._nouns.isdisjoint(s.tokens[i].text for i in clause.tokens)
