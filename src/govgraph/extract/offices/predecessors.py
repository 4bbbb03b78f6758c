"""Who follows whom, where one of the two is named in another sentence: „Den Posten hatte zuvor Klaus Vitt inne“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.leavers_followed import AFTER_WHICH, LeaversFollowed
from govgraph.extract.offices.passing_posts import PassingPosts
from govgraph.extract.offices.people_before import PeopleBefore, Said, is_named_person
from govgraph.extract.offices.predecessor_nouns import PredecessorNouns
from govgraph.extract.state import FactDraft
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import OfficeDraft, Sentence

_CONFIDENCE = 0.65


class PredecessorReader:
    """Reads successions that one clause alone does not tell.

    Args:
        knowledge: Compiled vocabulary.
        sentences: Sentences of the article.
        offices: Offices that the article names.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        sentences: Sequence[Sentence],
        offices: Sequence[OfficeDraft],
        modality: ModalityReader,
        date: str | None,
    ) -> None:
        self.k = knowledge
        self.sentences = sentences
        self.modality = modality
        self.date = date
        self._before = PeopleBefore(knowledge, sentences, offices, modality, date)
        self._nouns = PredecessorNouns(knowledge, self._before)
        self._leavers = LeaversFollowed(knowledge, self._before)
        self._posts = PassingPosts(knowledge, self._before)
        self._before_last = knowledge.words("nouns-of-earlier-holders")

    def facts(self, known: Sequence[FactDraft]) -> Iterator[FactDraft]:
        """Successions, at most one in a sentence, and none where a frame has found one."""
        told = {id(f.sentence) for f in known if f.predicate is Predicate.SUCCEEDS}
        for number, s in enumerate(self.sentences):
            if s.clauses and id(s) not in told:
                asked = s.tokens[-1].text == "?"
                said = self._nouns.asked(number, s) if asked else next(self._read(number, s), None)
                if said is not None and said.successor is not said.predecessor:
                    verdict = Modality.ASSERTED if said.presupposed else self.modality.judge(s, said.clause, self.date)
                    if verdict is not None:
                        modality = Modality.ASSERTED if verdict is Modality.ENDED else verdict
                        yield FactDraft(
                            said.successor,
                            Predicate.SUCCEEDS,
                            said.predecessor,
                            modality,
                            _CONFIDENCE,
                            s,
                            said.rule,
                            s.speaker,
                        )

    def earlier(self) -> Iterator[FactDraft]:
        """„sein Vorvorgänger X“: who had the office before the last one. No succession, but read as one for offices."""
        for number, s in enumerate(self.sentences):
            at = next((i for i, t in enumerate(s.tokens) if t.text in self._before_last), -1)
            named = s.taken.get(at + 1) if at >= 0 else None
            if named is None or named.draft is None or named.type is not EntityType.PERSON or named.first != at + 1:
                continue
            owner = next((a.draft for a in s.arguments if a.head == at and a.type is EntityType.PERSON), None)
            before = [a.draft for a in s.arguments if is_named_person(a) and a.last <= at and a.nominative]
            owner = owner or next((d for d in before[::-1]), None) or self._before.spoken_of(number, named.draft)
            if owner is not None and owner is not named.draft:
                yield FactDraft(
                    owner, Predicate.SUCCEEDS, named.draft, Modality.ASSERTED, _CONFIDENCE, s, "vorgaenger", s.speaker
                )

    def _read(self, number: int, s: Sentence) -> Iterator[Said]:
        people = {id(a.draft): a for a in s.arguments if a.type is EntityType.PERSON and not a.reference}
        if not people:
            return
        yield from self._leavers.side_by_side(s)
        yield from self._leavers.seen_off(s)
        yield from self._nouns.by_owner(s, people.values())
        yield from self._leavers.by_leaving(s)
        if not AFTER_WHICH.isdisjoint(s.lower):
            yield from self._leavers.after_going(s)
        yield from self._nouns.by_title(s)
        for named in people.values():
            if named.draft is not None:
                yield from self._posts.open_subject(number, s, named, named.draft)
                yield from self._posts.post_held(number, s, named, named.draft)
                yield from self._posts.stood_no_more(number, s, named.draft)
                yield from self._posts.own_taken(s, named, named.draft)
            yield from self._nouns.beside(number, s, named)
            yield from self._nouns.set_off(number, s, named)
        named = next(iter(people.values()))
        if len(people) != 1 or named.draft is None:
            return
        yield from self._nouns.by_noun(number, s, named, named.draft)
        yield from self._posts.post_empty(number, s, named, named.draft)
        yield from self._posts.taken_up(number, s, named, named.draft)
        yield from self._posts.moved_up(number, s, named, named.draft)
