"""What the sentence that a label leans on says of time and denial: „Jena plant für 2027. Software: enaio“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, WORKS
from govgraph.model import BlockKind, EntityType, Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Clause, Draft, Sentence

_END, _FOR = "Aus", "für"
_MEANT = frozenset({"soll", "sollen", "sollte", "sollten", "will", "wollen"})
_COLON = ":"
_TOLD = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.ANSWER, BlockKind.HEADING})


class LabelGrounds:
    """Judges the sentences before a label.

    Args:
        words: Word lists by name.
        modality: Judges clauses.
    """

    def __init__(self, words: Callable[[str], AbstractSet[str]], modality: ModalityReader) -> None:
        self._modality = modality
        self._breaking = words("undoing") | words("forbidding-verbs") | words("verbs-of-calling-off")
        self._breaking |= words("verbs-against-labels")
        self._stems = tuple(sorted(words("stems-against-labels")))
        self._ending = words("ending-verbs") | words("turning-off-verbs") | words("no-longer-verbs")
        self._over = words("ended") - {"damals", "einst", "zuvor"}
        self._coming = words("beginning-verbs") | words("launching-verbs") | words("founding-verbs")
        self._coming |= words("planned-verbs")
        self._negation = words("negation")

    def before(self, opening: Sequence[Sentence], anchor: Draft, date: str | None) -> Modality | None:
        """How the sentences up to the one that names what a label is of let it be told; None where they deny it.

        Args:
            opening: Those sentences, the nearest first.
            anchor: What the label is a label of.
            date: Date of the article.
        """
        for n, s in enumerate(opening):
            if s.kind not in _TOLD:
                continue
            named = any(a.draft is anchor for a in s.arguments)
            if n and not named and not any(c.lemmas for c in s.clauses):
                continue
            verdict = self.told(s, anchor, date)
            if verdict is None or named:
                return verdict
        return Modality.ASSERTED

    def told(self, s: Sentence, anchor: Draft, date: str | None) -> Modality | None:
        """How a sentence tells of what a label is a label of."""
        if any(low.startswith(self._stems) for low in s.lower) or _tells_end(s):
            return None
        verdicts = [self._judge(s, clause, anchor, date) for clause in s.clauses if clause.kind == "main"]
        if None in verdicts or (not any(c.lemmas or c.finite for c in s.clauses) and self._is_denied(s)):
            return None
        coming = any(self._modality.judge(s, clause, date) is Modality.PLANNED for clause in s.clauses)
        if not self._over.isdisjoint(s.lower) and anchor.type in WORKS and not coming:
            return Modality.ENDED
        places = {a.clause for a in s.arguments if a.draft is anchor}
        own = [
            verdict
            for n, clause in enumerate(s.clauses)
            if n in places and (verdict := self._judge(s, clause, anchor, date)) is not None
        ]
        return next((verdict for verdict in own if verdict is not Modality.ASSERTED), Modality.ASSERTED)

    def _is_denied(self, s: Sentence) -> bool:
        return not self._negation.isdisjoint(s.lower) and _COLON not in s.lower

    def _judge(self, s: Sentence, clause: Clause, anchor: Draft, date: str | None) -> Modality | None:
        lemmas = clause.verbs
        if lemmas & self._breaking:
            return None
        if not lemmas and not clause.auxiliaries:
            return Modality.ASSERTED
        verdict = self._modality.judge(s, clause, date)
        ends = bool(lemmas & self._ending)
        if verdict is Modality.PLANNED:
            meant = not _MEANT.isdisjoint(clause.auxiliaries)
            if ends or (meant and anchor.type not in BODY_TYPES and not lemmas & self._coming):
                # „soll abgeschaltet werden“, „soll entlasten“: it is there
                return Modality.ASSERTED
        elif verdict is Modality.ENDED or ends:
            if anchor.type is EntityType.EVENT:
                return Modality.ASSERTED
            # „Jena schaltet ab“: of what, only the work itself tells
            return Modality.ENDED if anchor.type in WORKS else None
        return Modality.ASSERTED if verdict is Modality.REPORTED else verdict


def _tells_end(s: Sentence) -> bool:
    """„beschließt das Aus“, „Aus für das Projekt X“."""
    return any(token.text == _END and (i > 0 or s.low_at(1) == _FOR) for i, token in enumerate(s.tokens))
