"""Nouns for who went before or comes after, beside a name: „Vorgänger Ulrich Freise“, „ihr Nachfolger“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.people_before import PAUSES, THEIRS, PeopleBefore, Said, end, is_named_person
from govgraph.extract.offices.what_passes import compared
from govgraph.extract.references.interview import addressee
from govgraph.extract.state import only_one
from govgraph.language.grammar import (
    COORDINATORS,
    DEFINITE_ARTICLES,
    INDEFINITE,
    MINE,
    PREPOSITIONS,
    WHOSE,
)
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_ASIDE = 7
"""Within how many words before a name the comma may stand behind „ihr Vorgänger“."""
_COMPARING = frozenset({"als", "wie"})
_AFTER_APPOSITION = frozenset({",", ".", ";", "–", ")", ""})
"""What may follow an apposition of one noun; what „und“ joins to it is a title of its own."""
_DOCTOR = frozenset({".", "Dr", "Prof", "Professor", "Professorin"})
_DEFINITE = frozenset({"dem", "den", "der", "die"})
_BREAKS = PAUSES | {";"}
"""Marks before a noun for a predecessor that has no article."""
_AS_WHAT = frozenset({"als", "am", "an", "auf", "beim", "im", "in"})
_ENDS = frozenset({",", ".", ";"})
_FAR = 8
"""How many words „im Amt des CIO“ may have."""
_BECOMING = frozenset({"heißen", "sein", "werden"})
_OPEN = frozenset({"nicht", "noch", "offen", "unklar"})
_HIS_SUCCESSOR = "his-successor"
"""Rule by which a name beside „Nachfolger“ follows whoever was spoken of."""


def prior_nouns(knowledge: Knowledge) -> frozenset[str]:
    """Nouns for a predecessor, also in the genitive: „die Stelle ihres Vorgängers Jens Ott“."""
    nouns = knowledge.words("predecessor-nouns")
    return nouns | {f"{noun}s" for noun in nouns if not noun.endswith("in")}


class PredecessorNouns:
    """Reads nouns for predecessors and successors.

    Args:
        knowledge: Compiled vocabulary.
        before: Whom sentences before spoke of.
    """

    def __init__(self, knowledge: Knowledge, before: PeopleBefore) -> None:
        self.k = knowledge
        self.sentences = before.sentences
        self.before = before
        self._posts = knowledge.words("posts-left")
        self._after = knowledge.words("successor-nouns")
        self._prior = prior_nouns(knowledge)
        self._choosing = knowledge.words("choosing-verbs")
        self._either = self._prior | self._after

    def asked(self, number: int, s: Sentence) -> Said | None:
        """„Was hat Ihnen Ihr Vorgänger Jens Ott hinterlassen?“: what a question takes for granted of who is asked."""
        people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference]
        at = next((i for i, t in enumerate(s.tokens) if t.text in self._prior), -1)
        if not people or at < 0 or not s.text_at(at - 1).startswith("Ihr"):
            return None
        answer = self.sentences[number + 1] if number + 1 < len(self.sentences) else None
        named = next((a for a in people if a.first == at + 1), None)
        owner = addressee(s) or (answer.speaker if answer is not None else None)
        if named is None or named.draft is None or owner is None:
            return None
        return Said(owner, named.draft, s.clauses[s.clause_of[at]], "his-predecessor", presupposed=True)

    def by_owner(self, s: Sentence, people: Iterable[Argument]) -> Iterator[Said]:
        """„Frau Harms, Ihr Vorgänger Ocke Lürssen …“: whose predecessor or successor a name beside the noun is."""
        nouns = self._either
        for named in people:
            at = next((i for i in (named.first - 1, named.first - 2) if s.text_at(i) in nouns), -1)
            beside = at >= 0
            at = at if beside else _behind_title(s, named, nouns)
            owner = next((a.draft for a in s.arguments if a.head == at >= 0 and a.type is EntityType.PERSON), None)
            if owner is None and s.text_at(at - 1).startswith("Ihr"):
                owner = addressee(s)
            if owner is None or named.draft is None or compared(s, at):
                continue
            told = any(a.draft is owner and not a.reference and a.last <= at for a in s.arguments)
            if s.text_at(at) in self._after and (owner is named.draft or not told):
                continue
            pair = (owner, named.draft) if s.text_at(at) in self._prior else (named.draft, owner)
            # what stands between the noun and the name is another title of whom it names
            rule = "vorgaenger" if not beside and s.text_at(at) in self._prior else "his-predecessor"
            yield Said(*pair, s.clauses[s.clause_of[at]], rule, presupposed=True)

    def by_title(self, s: Sentence) -> Iterator[Said]:
        """„X, Geschäftsführer der AKDB und Nachfolger von Y, …“: the noun is joined to a title of who follows."""
        for a in s.arguments:
            at = a.head
            if a.type is not EntityType.PERSON or a.marker not in {"gen", "von"} or s.text_at(at) not in self._after:
                continue
            joined = any(s.low_at(i) in COORDINATORS for i in (at - 1, at - 2))
            title = max((b for b in s.arguments if b.role is not None and b.last < at), key=end, default=None)
            before = [b for b in s.arguments if b.type is EntityType.PERSON and b.last < at and b is not a]
            holder = max(before, key=end, default=None)
            # „X, als Geschäftsführer der AKDB Nachfolger von Y“
            joined = joined or (title is not None and title.marker == "als")
            if not joined or title is None or holder is None or holder.last > title.first:
                continue
            if title.role is not None and holder.draft in title.role.holders and holder.draft is not None and a.draft:
                yield Said(holder.draft, a.draft, s.clauses[s.clause_of[at]], "title-and-successor", presupposed=True)

    def by_noun(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[Said]:
        """„Nachfolgerin wird Jana Olbrich“, „Vorgänger Ulrich Freise“, „Der Nachfolger von Edgar Wagner fordert“."""
        at = next((i for i, t in enumerate(s.tokens) if t.text in self._after or t.text in self._prior), -1)
        if at < 0 or compared(s, at):
            return
        clause = s.clauses[s.clause_of[at]]
        lemmas = clause.verbs
        if s.speaker is not None and s.low_at(at - 1) in MINE and s.tokens[at].text in self._after:
            # „Meine Nachfolgerin Jana Olbrich fängt im Mai an“, „Jana Olbrich wird meine Nachfolgerin“
            right = self._noun_before(s, named) == at
            becomes = named.nominative and s.clause_of[at] == named.clause and bool(lemmas & _BECOMING)
            # „Meine Nachfolgerin steht fest: Jana Olbrich übernimmt im Mai“
            announced = any(s.tokens[i].text == ":" for i in range(at, named.first))
            if right or becomes or announced:
                yield Said(here, s.speaker, clause, "my-successor", presupposed=right)
            return
        owner = next((a for a in s.arguments if _owns_noun(a, at) and _person(a)), None)
        chosen = named.clause == s.clause_of[at] and s.tokens[at].text in self._after and bool(lemmas & self._choosing)
        if (
            owner is not None
            and owner.reference
            and owner.draft is here
            and (chosen or self._is_called_so(s, at, named))
        ):
            # „Jens Ott war ihr Vorgänger“, „haben Jens Ott zu ihrem Nachfolger bestellt“: nobody is their own
            owner = None
        if owner is not None and owner.reference and owner.type is EntityType.PERSON and owner.draft and chosen:
            # „Als seinen Nachfolger hat der Rat Jens Ott bestellt“
            yield Said(here, owner.draft, clause, "successor-of-topic")
            return
        if owner is None and self._is_awaited(s, at, named):
            # „CIO X wechselt – Nachfolgerin steht fest“
            yield from self._settled(s, clause, here)
            return
        if owner is not None:
            if owner is named and s.tokens[at].text in self._after and self._names_nobody(s, at, clause):
                other = self.before.spoken_of(number, here)
                if other is not None:
                    yield Said(other, here, clause, "successor-speaks", presupposed=True)
            elif owner is named and s.tokens[at].text in self._after:
                yield from self._settled(s, clause, here)
            return
        prior = s.tokens[at].text in self._prior
        if not prior and s.clause_of[at] != named.clause and s.low_at(at - 1) in INDEFINITE:
            # „Bis ein Nachfolger gefunden ist, führt X die Geschäfte“
            return
        if not prior and self._noun_before(s, named) == at and s.low_at(at - 1) in THEIRS | WHOSE:
            # „Sein Nachfolger Jens Ott“ follows whom the possessive means, or nobody that is known
            return
        called = self._is_called_so(s, at, named)
        beside = prior and (
            0 <= named.first - at <= 2
            or (s.text_at(named.last) == "," and at == named.last + 2)
            or named.first == self._past_post(s, at) + 1
            or called
        )
        if prior and s.low_at(at - 1) in MINE and beside and s.speaker is not None:
            yield Said(s.speaker, here, clause, "my-predecessor", presupposed=True)
            return
        if not beside and not lemmas & self.k.words("succession-verbs"):
            return
        other = self.before.spoken_of(number, here)
        if not prior:
            other = self.before.leaver(number, here, other) or other
        if other is None:
            return
        pair = (here, other) if s.tokens[at].text in self._after else (other, here)
        yield Said(*pair, clause, "successor-of-topic", presupposed=beside and not called)

    def _settled(self, s: Sentence, clause: Clause, here: Draft) -> Iterator[Said]:
        """„Senat bestellt Nachfolge für X“ above „Y wird CIO“: the post is filled, and not open."""
        words = clause.words
        open_ = not words.isdisjoint(self.k.words("seeking-words") | _OPEN)
        if (
            s.kind is BlockKind.TITLE
            and not open_
            and self.before.newcomer is not None
            and self.before.newcomer is not here
        ):
            yield Said(self.before.newcomer, here, clause, "successor-awaited", presupposed=True)

    def _is_awaited(self, s: Sentence, at: int, named: Argument) -> bool:
        """Whether a noun for who follows stands alone in a clause after that of the only person of a title."""
        if s.kind is not BlockKind.TITLE or s.tokens[at].text not in self._after or s.low_at(at - 1) in WHOSE:
            return False
        people = {id(a.draft) for a in s.arguments if a.type is EntityType.PERSON}
        return len(people) == 1 and named.last <= at and s.clause_of[at] != named.clause

    def beside(self, number: int, s: Sentence, named: Argument) -> Iterator[Said]:
        """„Sein Nachfolger Jens Ott hat …“, „mit dessen Nachfolgerin Anna Weber“, „Vorgängerin Anna Weber war …“."""
        at, here = self._noun_before(s, named), named.draft
        if at < 0 or here is None:
            return
        whose = s.low_at(at - 1)
        pair: tuple[Draft | None, Draft | None]
        if s.text_at(at) in self._prior:
            other = self.before.spoken_of(number, here) if at == 0 else self._before_break(number, s, at, here)
            pair = (other, here)
        elif whose in THEIRS | WHOSE:
            other = self._follows(number, s, at, here)
            pair = (here, other)
        elif whose in _DEFINITE:
            named_before = only_one(a.draft for a in s.arguments if is_named_person(a) and a.last <= at)
            other = named_before or self.before.spoken_of(number, here)
            pair = (here, other)
        else:
            return
        if other is not None and pair[0] is not None and pair[1] is not None:
            rule = "successor-of-topic" if at == 0 else _HIS_SUCCESSOR
            yield Said(pair[0], pair[1], s.clauses[s.clause_of[at]], rule, presupposed=True)

    def set_off(self, number: int, s: Sentence, named: Argument) -> Iterator[Said]:
        """„Petra Kohl, Hagens Nachfolgerin, …“, „Jens Ott, ihr Vorgänger als CIO, …“: the noun is apposed to a name."""
        i, here = named.last, named.draft
        if s.text_at(i) != "," or here is None:
            return
        owner = s.taken.get(i + 1)
        at = i + 2 if owner is None else owner.last
        ends = s.text_at(at + 1) in _AFTER_APPOSITION or self._past_post(s, at) > at
        if s.text_at(at) not in self._either or not ends:
            return
        other: Draft | None = None
        if s.low_at(i + 1) in THEIRS:
            other = self._follows(number, s, at, here)
        elif owner is not None and is_named_person(owner):
            other = owner.draft
        if other is not None and other is not here:
            pair = (other, here) if s.text_at(at) in self._prior else (here, other)
            yield Said(*pair, s.clauses[s.clause_of[at]], _HIS_SUCCESSOR, presupposed=True)

    def _before_break(self, number: int, s: Sentence, at: int, here: Draft) -> Draft | None:
        """„Geschäftsführer wird X; Vorgängerin Y war gegangen“: who is named before a break and a bare noun."""
        if s.text_at(at - 1) not in _BREAKS:
            return None
        named = {id(a.draft): a.draft for a in s.arguments if is_named_person(a) and a.last < at}
        return self.before.spoken_of(number, here) if not named else only_one(named.values())

    def _noun_before(self, s: Sentence, named: Argument) -> int:
        """Token of the noun for a predecessor or successor right before a name, or -1."""
        at = named.first - 1
        while at > 0 and s.tokens[at].text in _DOCTOR:
            at -= 1
        return at if s.text_at(at) in self._either else -1

    def _follows(self, number: int, s: Sentence, at: int, here: Draft) -> Draft | None:
        """Whom „sein Nachfolger“, „dessen Nachfolgerin“ follows: a person named before, of the gender of the word."""
        word = s.low_at(at - 1)
        feminine = word.startswith("ihr") or word == "deren"
        owner = None if word in WHOSE else _owner(s, at, here)
        if owner is not None:
            return owner if owner.feminine in {None, feminine} else None
        before = self.sentences[number - 1] if number and self.sentences[number - 1].block == s.block else None
        people = [
            a.draft
            for b in (before, s)
            if b is not None
            for a in sorted(b.arguments, key=end)
            if a.type is EntityType.PERSON and not a.reference and (b is before or a.last <= at)
        ]
        fitting = [d for d in people if d is not None and d is not here and d.feminine in {None, feminine}]
        return fitting[-1] if fitting else None

    def _past_post(self, s: Sentence, at: int) -> int:
        """The mark after „in diesem Amt“, „als CIO“ that hangs on the noun at a token, or a place far off."""
        if s.low_at(at + 1) not in _AS_WHAT:
            return -_FAR
        end = next((i for i in range(at + 2, min(at + _FAR, len(s.tokens))) if s.tokens[i].text in _ENDS), -_FAR)
        inner = range(at + 2, max(end, 0))
        post = any(self.k.lemma(s.tokens[i].text) in self._posts or _is_title(s, i) for i in inner)
        return end if post else -_FAR

    def _is_called_so(self, s: Sentence, at: int, named: Argument) -> bool:
        """„Jens Ott, heute in Mainz, war ihr Vorgänger“: whether the noun at a token is what the subject was."""
        clause = s.clauses[s.clause_of[at]]
        being = clause.verbs == {"sein"} and named.nominative
        after = named.last <= at and s.low_at(at - 2) not in {*PREPOSITIONS, *_COMPARING}
        ends = s.text_at(at + 1) in _AFTER_APPOSITION
        whose = s.low_at(at - 1) in THEIRS and s.text_at(at) in self._prior
        return whose and being and after and ends and s.clause_of[at] == named.clause

    def _names_nobody(self, s: Sentence, at: int, clause: Clause) -> bool:
        """Whether „der Nachfolger von X“ is who does something, and no post that is still open."""
        if at == 0 or s.lower[at - 1] not in {"der", "die", "sein", "seine"}:
            return False
        words = clause.words
        return not words & self.k.words("open-post-words")


def _behind_title(s: Sentence, named: Argument, nouns: frozenset[str]) -> int:
    """„von seinem Vorgänger, dem heutigen Minister Jens Ott“: the noun before a comma and what the name is now."""
    comma = next((i for i in range(named.first - 1, max(named.first - _ASIDE, 0), -1) if s.text_at(i) == ","), -1)
    if comma < 1 or s.text_at(comma - 1) not in nouns or comma + 1 in s.relatives:
        return -1
    told = s.low_at(comma + 1) in DEFINITE_ARTICLES and comma + 2 < named.first
    return comma - 1 if told and s.text_at(named.first - 1)[:1].isupper() else -1


def _owner(s: Sentence, at: int, here: Draft) -> Draft | None:
    """Whom a possessive before the noun at a token means, if it is somebody else."""
    owner = next((a.draft for a in s.arguments if a.head == at and a.reference), None)
    return owner if owner is not None and owner is not here and owner.type is EntityType.PERSON else None


def _owns_noun(a: Argument, at: int) -> bool:
    """„der Nachfolger von X“, „die Nachfolge für X“."""
    return (a.head == at and a.marker in {"gen", "von"}) or (a.marker == "für" and a.begin in {at + 1, at + 2})


def _person(a: Argument) -> bool:
    """No body has a „Vorgänger Ulrich Freise“: a possessive taken for a thing means the person spoken of."""
    return a.type is EntityType.PERSON or not a.reference


def _is_title(s: Sentence, i: int) -> bool:
    return any(a.role is not None and a.first <= i < a.last for a in s.arguments)
