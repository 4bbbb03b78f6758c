"""Who follows whom in which office: what a successor takes, the predecessor has held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft, OfficeDraft
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.bodies import BodyFinder
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.modality import ModalityReader
    from govgraph.extract.state import Draft, RoleNoun, Sentence

_PASSED, _TAKEN = 0.7, 0.65
"""Confidence of the office of a predecessor and of one that a successor takes over."""
_BACK = 2
"""How many sentences before a succession an open post may be named."""


class SuccessionReader:
    """Reads successions that name only one of the two, and what follows from a succession for the offices.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
        sentences: Sentences of the article.
    """

    def __init__(self, knowledge: Knowledge, bodies: BodyFinder, sentences: Sequence[Sentence]) -> None:
        self.k = knowledge
        self.bodies = bodies
        self.sentences = sentences
        self._number = {id(s): i for i, s in enumerate(sentences)}

    # ------------------------------------------------------------------ successions that name one person

    def facts(self, known: Sequence[FactDraft], modality: ModalityReader, date: str | None) -> Iterator[FactDraft]:
        """„Nachfolgerin wird Jana Olbrich“, „… tritt die Nachfolge an“: the other is who was spoken of before."""
        told = {id(f.sentence) for f in known if f.predicate is Predicate.SUCCEEDS}
        after, before = self.k.words("successor-nouns"), self.k.words("predecessor-nouns")
        for s in self.sentences:
            if id(s) in told or s.tokens[-1].text == "?":
                continue
            at = next((i for i, t in enumerate(s.tokens) if t.text in after or t.text in before), None)
            if at is None or not s.clauses:
                continue
            beside = self._beside(s, at, after, modality, date)
            if beside is not None:
                yield beside
            if beside is not None or any(a.head == at and a.marker in {"gen", "von"} for a in s.arguments):
                continue
            people = {id(a.draft): a.draft for a in s.arguments if a.type is EntityType.PERSON and not a.reference}
            here = next(iter(people.values()), None)
            other = self._spoken_of(s, here)
            if len(people) != 1 or here is None or other is None:
                continue
            clause = s.clauses[s.clause_of[at]]
            if not {lemma for lemma, _, _ in clause.lemmas} & self.k.words("succession-verbs"):
                continue
            verdict = modality.judge(s, clause, date)
            if verdict is None:
                continue
            pair = (here, other) if s.tokens[at].text in after else (other, here)
            yield FactDraft(pair[0], Predicate.SUCCEEDS, pair[1], verdict, 0.65, s, "successor-of-topic")

    def _beside(
        self, s: Sentence, at: int, after: frozenset[str], modality: ModalityReader, date: str | None
    ) -> FactDraft | None:
        """„Der Nachfolger von Edgar Wagner wünscht sich …“, „Vorgänger Ulrich Freise hatte …“: of whom was spoken."""
        named = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.draft is not None]
        hanging = next((a for a in named if a.head == at and a.marker in {"gen", "von"}), None)
        right_after = next((a for a in named if a.first == at + 1), None)
        here = hanging or right_after
        subject = at <= 1 and (at == 0 or s.lower[0] in {"der", "die", "sein", "seine", "ihr", "ihre"})
        if here is None or here.draft is None or not (subject or right_after is here):
            return None
        other = self._spoken_of(s, here.draft)
        if other is None or modality.judge(s, s.clauses[s.clause_of[at]], date) is None:
            return None
        if hanging is not None and any(a.draft is not here.draft and a.clause == here.clause for a in named):
            return None
        follows = (s.tokens[at].text in after) is (here is not hanging)
        pair = (here.draft, other) if follows else (other, here.draft)
        return FactDraft(pair[0], Predicate.SUCCEEDS, pair[1], Modality.ASSERTED, 0.65, s, "successor-of-topic")

    @staticmethod
    def _spoken_of(s: Sentence, here: Draft | None) -> Draft | None:
        if s.topic is not None and s.topic.type is EntityType.PERSON and s.topic is not here:
            return s.topic
        near = {id(d): d for d in s.near if d.type is EntityType.PERSON and d is not here}
        return next(iter(near.values())) if len(near) == 1 else None

    # ------------------------------------------------------------------ offices

    def offices(self, facts: Sequence[FactDraft], offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Who is succeeded in an office has held it, and who succeeds takes it.

        The office is the one that the same sentence gives one of the two, else an open post of the sentences before,
        else the only office of the successor that is new, else the only one of the predecessor.
        """
        by_person: dict[int, list[OfficeDraft]] = {}
        for o in offices:
            by_person.setdefault(id(o.person), []).append(o)
        for fact in facts:
            if fact.predicate is not Predicate.SUCCEEDS or EntityType.PERSON not in {fact.object.type}:
                continue
            own = [o for o in by_person.get(id(fact.subject), ()) if o.status is not Status.FORMER]
            held = by_person.get(id(fact.object), [])
            shared = {o.role.name for o in own} & {o.role.name for o in held}
            if shared:
                continue
            here = [o for o in own if o.sentence is fact.sentence and o.how != "apposition"]
            office = self._one([o for o in here if o.how == "clause"]) or self._one(here)
            if office is not None:
                yield self._passed(fact, office)
                continue
            passed = self._one([o for o in held if o.sentence is fact.sentence and o.body is not None])
            if passed is not None:
                yield self._taken(fact, passed)
                continue
            post = self._open_post(fact)
            if post is not None:
                yield post
                yield self._passed(fact, post)
                continue
            office = (
                self._one([o for o in own if o.status in {Status.NEW, Status.DESIGNATED}])
                or self._one([o for o in own if o.since])
                or self._one([o for o in own if o.how != "apposition"])
            )
            if office is not None:
                yield self._passed(fact, office)
                continue
            passed = self._one([o for o in held if o.body is not None and o.sure])
            if passed is not None and not own:
                yield self._taken(fact, passed)

    @staticmethod
    def _one(choices: Sequence[OfficeDraft]) -> OfficeDraft | None:
        """The only office of a choice; of several that of the CIO, which is the one that such news are about."""
        names = {o.role.name for o in choices}
        if len(names) == 1:
            return next((o for o in choices if o.sure), choices[0])
        return next((o for o in choices if o.role.name in {"CIO", "CDO", "CISO"}), None)

    @staticmethod
    def _passed(fact: FactDraft, office: OfficeDraft) -> OfficeDraft:
        status = Status.CURRENT if office.status is Status.DESIGNATED else Status.FORMER
        return replace(
            office,
            person=fact.object,
            status=status,
            since=None,
            until=None,
            confidence=_PASSED,
            sentence=fact.sentence,
        )

    @staticmethod
    def _taken(fact: FactDraft, office: OfficeDraft) -> OfficeDraft:
        status = Status.DESIGNATED if fact.modality is Modality.PLANNED else Status.NEW
        return replace(
            office,
            person=fact.subject,
            status=status,
            since=None,
            until=None,
            confidence=_TAKEN,
            sentence=fact.sentence,
        )

    def _open_post(self, fact: FactDraft) -> OfficeDraft | None:
        """„Das Land bekommt einen neuen CIO. B folgt auf A“: a new title that nobody has yet been given."""
        number = self._number.get(id(fact.sentence), 0)
        for s in reversed(self.sentences[max(0, number - _BACK) : number + 1]):
            if s.block != fact.sentence.block:
                return None
            titles = [a.role for a in s.arguments if a.role is not None and not a.role.holders and not a.role.weak]
            roles: list[RoleNoun] = [r for r in titles if r.status is Status.NEW or s is fact.sentence]
            for role in roles:
                body, sure = self.bodies.find(s, role, fact.subject)
                if body is not None:
                    status = Status.DESIGNATED if fact.modality is Modality.PLANNED else Status.NEW
                    return OfficeDraft(
                        fact.subject,
                        replace(role),
                        body,
                        status,
                        None,
                        None,
                        _TAKEN,
                        fact.sentence,
                        "clause",
                        sure=sure,
                    )
        return None
