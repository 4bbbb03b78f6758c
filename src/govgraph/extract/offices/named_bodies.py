"""Bodies that an article names, in order: which can be meant, which is named last before a place, which most often."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.offices.left_bodies import LeftBodies
from govgraph.extract.offices.merging_bodies import merging
from govgraph.extract.offices.named_as_partners import NamedAsPartners
from govgraph.extract.offices.named_besides import NamedBesides
from govgraph.extract.state import BODY_TYPES
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Draft, Sentence

TOWNS = frozenset({"Municipality", "District", "Borough"})
ORGANISED = frozenset({EntityType.ORGANISATION})
UNSURE, HALF_SURE, RATHER_SURE = 0.58, 0.73, 0.85
"""Most confidence of an office whose body is guessed from afar, the sentence before, the same: 75, 84, 91 % right."""
_REACH = 100_000
"""How many code points around the sentences are looked at: more than an article has, so that only a book is cut."""


class NamedBodies:
    """Knows the bodies of an article, and which of them are barred for now.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
        sentences: Sentences of the article.

    Attributes:
        named: Bodies of the article in the order in which it names them, with their offsets.
        block_starts: Where each block begins.
        previous: The sentence before, in its block or the question it answers, by the `id` of a sentence.
        following: The sentence after, likewise.
        barred: Bodies that are not meant for now.
        own: Bodies that people are told to be in, by the `id` of the person.
        left: Tokens that name bodies somebody is said to have left, by the `id` of the sentence.
        besides: Tells bodies that an article names only beside its own.
        trust: Most confidence that an office in the body found last can have.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, sentences: Sequence[Sentence]) -> None:
        self.k = knowledge
        self.cast = cast
        near = range(sentences[0].start - _REACH, sentences[-1].end + _REACH) if sentences else range(0)
        named = sorted(
            (start, number)
            for number, d in enumerate(cast.drafts)
            if d.type in BODY_TYPES
            for start, _ in d.mentions
            if start in near
        )
        self.named = [(start, cast.drafts[number]) for start, number in named]
        self._fitting_named: dict[frozenset[str] | frozenset[EntityType], tuple[list[int], list[Draft]]] = {}
        self._leading: dict[frozenset[str], Draft | None] = {}
        self._fitting_bodies: dict[frozenset[str], list[Draft]] = {}
        self._units = knowledge.words("unit-heads-direct")
        self.left: dict[int, set[int]] = {}
        self.trust = 1.0
        self.block_starts: dict[int, int] = {}
        self.previous: dict[int, Sentence] = {}
        self.following: dict[int, Sentence] = {}
        before: Sentence | None = None
        for s in sentences:
            self.block_starts.setdefault(s.block, s.start)
            if before is not None and (before.block == s.block or _is_answer(before, s)):
                self.previous[id(s)] = before
                self.following[id(before)] = s
            before = s
        self._merged = [d for s in sentences for d in merging(s)]
        self._to_merge = {
            id(after): [d for d in merging(s, now=True) if d not in self._merged]
            for s, after in pairwise(sentences)
            if s.block == after.block
        }
        self.barred: list[Draft] = []
        self.own: dict[int, list[Draft]] = {}
        self._gone = LeftBodies(knowledge, sentences)
        self.besides = NamedBesides(knowledge, sentences, titled_town=cast.town is not None)
        self._partners = NamedAsPartners(knowledge.words)
        self._passing_over = False

    def fits(self, draft: Draft, kinds: frozenset[str]) -> bool:
        """Whether a body that is only at hand may be meant: a unit inside a body is none to guess."""
        if draft in self._merged or draft in self.barred or self._is_unit(draft):
            return False
        fits = draft.kind in kinds if kinds else draft.type is EntityType.ORGANISATION
        return fits and not (self._passing_over and draft in self._gone)

    def last_before(self, place: int, since: int, wanted: frozenset[str] | frozenset[EntityType]) -> Draft | None:
        """The body of a wanted kind or type that is named last before a place and not before another.

        A party, mostly in brackets after a name, is none unless that kind is wanted.
        """
        if wanted not in self._fitting_named:
            # a kind and a type may bear the same name
            typed = wanted in (BODY_TYPES, ORGANISED)
            fitting = [
                (start, d)
                for start, d in self.named
                if ((d.type in wanted and d.kind != "Party") if typed else (d.kind in wanted and not self._is_unit(d)))
            ]
            self._fitting_named[wanted] = [start for start, _ in fitting], [d for _, d in fitting]
        starts, drafts = self._fitting_named[wanted]
        i = bisect_left(starts, place) - 1
        while i >= 0 and (
            drafts[i] in self.barred or drafts[i] in self._merged or (self._passing_over and drafts[i] in self._gone)
        ):
            i -= 1
        return drafts[i] if i >= 0 and starts[i] >= since else None

    def most_named(self, kinds: frozenset[str]) -> Draft | None:
        """The fitting body that the article names more often than any other."""
        uncached = bool(self.barred) or self._passing_over
        if kinds not in self._leading or uncached:
            fitting = sorted(self._all_fitting(kinds), key=lambda d: -len(d.mentions))
            leads = len(fitting) == 1 or (len(fitting) > 1 and len(fitting[0].mentions) > len(fitting[1].mentions))
            most = fitting[0] if leads else None
            if uncached:
                return most
            self._leading[kinds] = most
        return self._leading[kinds]

    def _all_fitting(self, kinds: frozenset[str]) -> list[Draft]:
        """The fitting bodies of the article in the order in which it names them."""
        if self.barred or self._passing_over:
            return list({id(d): d for _, d in self.named if self.fits(d, kinds)}.values())
        if kinds not in self._fitting_bodies:
            self._fitting_bodies[kinds] = list({id(d): d for _, d in self.named if self.fits(d, kinds)}.values())
        return self._fitting_bodies[kinds]

    def district(self, town: Draft) -> Draft | None:
        """„Landrat von Saarlouis“: the district that bears the name of the town, and is called by it here."""
        entry = self.k.districts.get(town.name)
        if entry is None:
            return None
        found = self.cast.known(entry)
        found.names.add(town.name)
        return found

    def _is_unit(self, draft: Draft) -> bool:
        return draft.name.split(" ", 1)[0].lower() in self._units

    def _doubt(self, trust: float) -> None:
        self.trust = min(self.trust, trust)


def _is_answer(before: Sentence, s: Sentence) -> bool:
    """„Und mit Berlin?“ – „Mit Staatssekretärin Anna Weber sind wir einig“: a question goes on in its answer."""
    return s.kind is BlockKind.ANSWER and before.kind is BlockKind.QUESTION
