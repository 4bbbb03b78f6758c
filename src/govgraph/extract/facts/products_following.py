"""Products named right after what their firm has to offer: „X hat ein neues Werkzeug im Angebot. Mit Y lassen …“."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import BODY_TYPES, FIRMS, RUN, FactDraft, only_one
from govgraph.language.grammar import DETERMINERS, INDEFINITE
from govgraph.model import BlockKind, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Draft, Sentence

_READ = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH})
_BY = "mit"
_NEW = "neu"
_CONFIDENCE = 0.6
_RULE = "product-of-before"


class FollowingProducts:
    """Reads sentences that name the product of the firm that the sentence before tells of.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self.modality = modality
        self.date = date
        self._ranges = words("product-ranges")
        self._products = words("offered-nouns")
        self._widening = words("widening-verbs")
        self._presenting = words("verbs-of-new-products")
        self._beside = words("words-beside-new-products")

    def facts(self, sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
        """Who makes such a product: the firm of the sentence before."""
        for before, s in pairwise(sentences):
            if s.kind not in _READ or before.kind not in _READ or s.tokens[-1].text == "?":
                continue
            work = _opening_work(s)
            if work is None or any(a.type in RUN and not a.adjective for a in before.arguments):
                continue
            firm = None if not self._beside.isdisjoint(s.lower) else self._firm(before)
            if firm is None or not _may_be_new(work, firm):
                continue
            verdict = self.modality.judge(before, before.clauses[0], self.date)
            if verdict is not None:
                yield FactDraft(firm, Predicate.DEVELOPS, work, verdict, _CONFIDENCE, s, _RULE, s.speaker)

    def _firm(self, s: Sentence) -> Draft | None:
        """The firm that a sentence tells to have something new to offer, or to offer more than before."""
        clause = s.clauses[0]
        if clause.kind != "main" or is_passive(clause) or not self._tells_of_more(s):
            return None
        bodies = [a for a in s.arguments if a.clause == 0 and a.type in BODY_TYPES and not a.adjective]
        acting = only_one(a.draft for a in bodies if a.nominative and a.head < 0 and a.marker == "np")
        return acting if acting is not None and acting.kind in FIRMS else None

    def _tells_of_more(self, s: Sentence) -> bool:
        """„ein neues Werkzeug im Angebot“, „hat ihr Portfolio erweitert“."""
        ranges = any(token.text in self._ranges for token in s.tokens)
        if ranges and not self._widening.isdisjoint(s.clauses[0].verbs):
            return True
        offered = ranges or not self._presenting.isdisjoint(s.clauses[0].verbs)
        return offered and any(self._is_new_product(s, i) for i in range(len(s.tokens)))

    def _is_new_product(self, s: Sentence, i: int) -> bool:
        """„ein neues Produkt“, „eine neue, schlanke Lösung“: a new thing without a name."""
        if s.tokens[i].text not in self._products or i in s.taken:
            return False
        told = s.lower[max(0, i - 4) : i]
        return any(low in INDEFINITE for low in told) and any(low.startswith(_NEW) for low in told)


def _opening_work(s: Sentence) -> Draft | None:
    """The work that a sentence opens with, by its name or behind „mit“: „Mit dem X lassen sich …“, „X hilft …“."""
    if not s.clauses or s.clauses[0].kind != "main":
        return None
    first = (s.low_at(0) == _BY) + 0
    first += s.low_at(first) in DETERMINERS
    opening = next((a for a in s.arguments if first <= a.first <= first + 1 and _is_named(a)), None)
    if opening is None or not (opening.marker == _BY or opening.nominative):
        return None
    others = (a for a in s.arguments if a.clause == 0 and a.type in BODY_TYPES and not a.adjective)
    return None if opening.marker != _BY and any(a.marker in {"von", "durch"} for a in others) else opening.draft


def _may_be_new(work: Draft, firm: Draft) -> bool:
    """Whether a work may be the firm's: one that is not known yet, or known as its own („Open Telekom Cloud“)."""
    if work.entry is None:
        return True
    owned = firm.entry is not None and firm.entry.iri in work.entry.owners
    return owned or any(name.lower() in work.name.lower() for name in (firm.name, *firm.names))


def _is_named(a: Argument) -> bool:
    return a.type in RUN and not a.reference and not a.adjective and a.head < 0
