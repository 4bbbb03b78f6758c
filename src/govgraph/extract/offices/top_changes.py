"""Who follows whom at the head of a body: „Führungswechsel bei der AKDB“, „löste X an der Spitze der AKDB ab“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.head_offices import MANAGER
from govgraph.extract.offices.succession import handed_house
from govgraph.extract.offices.succession_rules import SEAT
from govgraph.extract.offices.what_passes import clauses_of
from govgraph.extract.state import BODY_TYPES, OfficeDraft
from govgraph.model import BlockKind, EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.offices.head_offices import HeadOffices
    from govgraph.extract.state import Draft, FactDraft, Sentence

_MANAGEMENT = "Geschäftsführung"
_WHERE = frozenset({"an", "auf", "in"})
_ARTICLES = frozenset({"dem", "der"})
_CHANGING = frozenset({"wechseln", "neubesetzen"})
_NEWLY = frozenset({"ander", "fest", "neu"})
"""Stems of adjectives by which a lead is another one than before."""
_NO = frozenset({"kein", "keine", "keinen", "nicht", "ohne"})
_HEADS = frozenset({BlockKind.HEADING, BlockKind.KICKER, BlockKind.LEAD, BlockKind.TITLE})
_CONFIDENCE = 0.65


class TopChanges:
    """Reads the offices of two who follow one another where the lead of a body is told to change.

    Args:
        knowledge: Compiled vocabulary.
        sentences: Sentences of the article.
        heads: Tells which office is at the head of a body.
        bodies: Finder of the bodies of offices.
    """

    def __init__(
        self, knowledge: Knowledge, sentences: Sequence[Sentence], heads: HeadOffices, bodies: BodyFinder
    ) -> None:
        self.k = knowledge
        self.sentences = sentences
        self._bodies = bodies
        self._heads = heads
        self._number = {id(s): i for i, s in enumerate(sentences)}
        self._tops = knowledge.words("top-nouns")
        self._changes = knowledge.words("change-nouns")
        self._top_changes = knowledge.words("top-change-nouns")

    def offices(self, facts: Sequence[FactDraft], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """What the one takes and the other had, where neither is known to have an office that the other had too.

        Args:
            facts: Facts of the article.
            known: Offices read so far.
        """
        for fact in facts:
            if fact.predicate is not Predicate.SUCCEEDS or fact.object.type is not EntityType.PERSON:
                continue
            if fact.rule == SEAT or fact.sentence.tokens[-1].text == "?":
                continue
            own = {(o.role.name, id(o.body)) for o in known if o.person is fact.subject}
            if any((o.role.name, id(o.body)) in own for o in known if o.person is fact.object):
                continue
            found = self._handed(fact, known) or self._led(fact) or self._followed_in(fact)
            if found is not None and not any(body == id(found[1]) for _, body in own):
                yield from self._pair(fact, *found)

    def _handed(self, fact: FactDraft, known: Sequence[OfficeDraft]) -> tuple[str, Draft] | None:
        """„Anna Weber übergibt das BSI an Jens Ott“: the office at the head of it, where neither is something there."""
        house = handed_house(fact)
        pair = {id(fact.subject), id(fact.object)}
        if house is None or any(o.body is house and id(o.person) in pair for o in known):
            return None
        iri = self._heads.head_of(fact.sentence, house)
        return None if iri is None else (iri, house)

    def _pair(self, fact: FactDraft, iri: str, body: Draft) -> Iterator[OfficeDraft]:
        ahead = fact.modality is Modality.PLANNED
        taken = Status.DESIGNATED if ahead else Status.NEW
        left = Status.CURRENT if ahead else Status.FORMER
        for person, status in ((fact.subject, taken), (fact.object, left)):
            yield OfficeDraft(
                person,
                self.k.title(iri),
                body,
                status,
                confidence=_CONFIDENCE,
                sentence=fact.sentence,
                how="clause",
                sure=True,
                rule="change-at-the-top",
            )

    def _led(self, fact: FactDraft) -> tuple[str, Draft] | None:
        """The office at the head of the one body of which the words before the two names tell that its lead changes."""
        s = fact.sentence
        names = [a.begin for a in s.arguments if a.draft in {fact.subject, fact.object}]
        colon = next((i for i in range(min(names, default=0)) if s.tokens[i].text == ":"), 0)
        found = self._told(s, colon) if colon else None
        number = self._number.get(id(s), 0)
        if found is not None or not number:
            return found
        before = self.sentences[number - 1]
        near = before.block == s.block or (before.kind in _HEADS and s.block - before.block == 1)
        return self._told(before, len(before.tokens)) if near and before.tokens[-1].text != "?" else None

    def _followed_in(self, fact: FactDraft) -> tuple[str, Draft] | None:
        """„löste X an der Spitze der AKDB ab“, „folgt in der Geschäftsführung auf X“: the lead that the clause names.

        A bare Geschäftsführung is that of the body at hand; at a bare „Spitze“ many stand.
        """
        s = fact.sentence
        numbers = clauses_of(fact)
        at = next((i for n in numbers for i in s.clauses[n].tokens if self._is_where(s, i)), -1)
        if at < 0:
            return None
        body = next((a.draft for a in s.arguments if a.head == at and a.type in BODY_TYPES and not a.adjective), None)
        if body is None and s.text_at(at) == _MANAGEMENT:
            body, _ = self._bodies.find(s, self.k.title(MANAGER), fact.subject, s.clause_of[at])
        if body is None or body.type is not EntityType.ORGANISATION:
            return None
        iri = MANAGER if s.text_at(at) == _MANAGEMENT else self._heads.head_of(s, body)
        return None if iri is None else (iri, body)

    def _is_where(self, s: Sentence, at: int) -> bool:
        """Whether a noun for a lead says where somebody follows: „an der Spitze“, „in der Geschäftsführung“."""
        return s.text_at(at) in self._tops and s.low_at(at - 1) in _ARTICLES and s.low_at(at - 2) in _WHERE

    def _told(self, s: Sentence, end: int) -> tuple[str, Draft] | None:
        """The office and the body, if the first words of a sentence tell of such a change and name nobody."""
        noun = next((t.text for t in s.tokens[:end] if t.text in self._tops or t.text in self._top_changes), "")
        if not noun or not _NO.isdisjoint(s.lower[:end]) or not (noun in self._top_changes or self._changes_in(s, end)):
            return None
        here = [a for a in s.arguments if a.last <= end and a.draft is not None and not a.adjective]
        bodies = {id(a.draft): a.draft for a in here if a.type is EntityType.ORGANISATION}
        if len(bodies) != 1 or any(a.type is EntityType.PERSON or a.role is not None for a in here):
            return None
        (body,) = bodies.values()
        if body is None:
            return None
        iri = MANAGER if noun == _MANAGEMENT else self._heads.head_of(s, body)
        return None if iri is None else (iri, body)

    def _changes_in(self, s: Sentence, end: int) -> bool:
        """„Wechsel an der Spitze“, „wechselt die Leitung“, „steht unter neuer Leitung“."""
        if any(t.text in self._changes for t in s.tokens[:end]):
            return True
        if any(lemma in _CHANGING and at < end for clause in s.clauses for lemma, at, _ in clause.lemmas):
            return True
        tops = [i for i in range(end) if s.tokens[i].text in self._tops]
        return any(s.low_at(i - 1).rstrip("ersnm") in _NEWLY for i in tops)
