"""Who follows whom, where one of the two is named in another sentence: „Den Posten hatte zuvor Klaus Vitt inne“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import in_preterite, is_passive, is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.leaving import Leaving
from govgraph.extract.offices.succession_rules import MOVED_UP, SEAT
from govgraph.extract.offices.what_passes import compared
from govgraph.extract.references.interview import addressee
from govgraph.extract.state import STARTING, FactDraft, bare_nouns, only_one, only_person
from govgraph.language.grammar import (
    AUXILIARY_LEMMAS,
    COORDINATORS,
    DEFINITE_ARTICLES,
    INDEFINITE,
    MINE,
    ONE,
    POSSESSIVES,
    PREPOSITIONS,
    WHOSE,
)
from govgraph.model import BlockKind, EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, OfficeDraft, Sentence

_ASIDE = 7
"""Within how many words before a name the comma may stand behind „ihr Vorgänger“."""
_CONFIDENCE = 0.65
_BACK = 3
"""How many sentences of the same block a person spoken of may be away."""
_BEFORE = frozenset({"zuvor", "bisher", "bislang", "vorher", "davor", "zuletzt", "dahin", "vormals", "früher"})
_COMPARING = frozenset({"als", "wie"})
_OPEN_SUBJECTS = frozenset({"er", "sie"})
HIS_SUCCESSOR = "his-successor"
"""Rule by which a name beside „Nachfolger“ follows whoever was spoken of."""
_EVER_SINCE = frozenset({"seit", "seitdem"})
_AFTER_WHICH = _EVER_SINCE | {"da", "nachdem", "weil"}
"""Openers of clauses that tell after whose leaving somebody has an office."""
_GOING_TO = frozenset({"fallen", "gehen", "übergehen"})
_GETTING = frozenset({"bekommen", "erben", "erhalten"})
_MOVING_UP = frozenset({"nachrücken", "nachfolgen"})
_WITHIN = frozenset({"beim", "im", "in", "bei"})
_AFTER_APPOSITION = frozenset({",", ".", ";", "–", ")", ""})
"""What may follow an apposition of one noun; what „und“ joins to it is a title of its own."""
_DOCTOR = frozenset({".", "Dr", "Prof", "Professor", "Professorin"})
_DEFINITE = frozenset({"dem", "den", "der", "die"})
_THEIRS = frozenset(f"{stem}{end}" for stem in ("sein", "ihr") for end in ("", "e", "en", "em", "er"))
_BRINGING = frozenset({"begrüßen", "berufen", "einführen", "ernennen", "präsentieren", "vorstellen"})
_THE_POST = frozenset(
    {"beide", "beiden", "das", "dem", "den", "der", "die", "diese", "diesem", "diesen", "dieser", "dieses"}
)
_HAD = frozenset({"hatte", "hatten"})
_PAUSES = frozenset({",", "–", "—", ":"})
_BREAKS = _PAUSES | {";"}
"""Marks before a noun for a predecessor that has no article."""
_AS_WHAT = frozenset({"als", "am", "an", "auf", "beim", "im", "in"})
_REST = 4
"""How many words after the name „in den Ruhestand“ may have."""
_FAR = 8
"""How many words „im Amt des CIO“ may have."""
_HUMAN = re.compile(r"(?:er|erin|in|ist|ent|loge|at|wirt|mann|frau|or|ler|ling|ige|änger)$")
_OPEN = frozenset({"nicht", "noch", "offen", "unklar"})


class _Said(NamedTuple):
    """Who follows, who went before, and the clause that says so."""

    successor: Draft
    predecessor: Draft
    clause: Clause
    rule: str
    presupposed: bool = False


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
        self._posts = knowledge.words("posts-left")
        self._held = knowledge.words("holding-verbs")
        self._leaving = Leaving(knowledge)
        self._giving_up = knowledge.words("giving-up-verbs")
        self._after = knowledge.words("successor-nouns")
        self._staying = knowledge.words("staying-verbs")
        self._leads = knowledge.words("leading-verbs")
        self._prior = knowledge.words("predecessor-nouns")
        # „die Stelle ihres Vorgängers Jens Ott“
        self._prior |= {f"{noun}s" for noun in self._prior if not noun.endswith("in")}
        self._either = self._prior | self._after
        self._before_last = knowledge.words("nouns-of-earlier-holders")
        self._offices = offices
        self._holders = {id(o.person) for o in offices if o.status is not Status.FORMER}
        self._fresh = {
            id(o.person) for o in offices if o.status in STARTING or (o.status is Status.ACTING and o.how == "clause")
        }
        self._titles: dict[int, set[str]] = {}
        self._past = [o for o in offices if o.status is Status.FORMER and o.how == "clause"]
        for o in offices:
            self._titles.setdefault(id(o.person), set()).add(o.role.name)
        self._newcomer = only_one(o.person for o in offices if o.status in STARTING)

    def facts(self, known: Sequence[FactDraft]) -> Iterator[FactDraft]:
        """Successions, at most one in a sentence, and none where a frame has found one."""
        told = {id(f.sentence) for f in known if f.predicate is Predicate.SUCCEEDS}
        for number, s in enumerate(self.sentences):
            if s.clauses and id(s) not in told:
                asked = s.tokens[-1].text == "?"
                said = self._asked(number, s) if asked else next(self._read(number, s), None)
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
            before = [a.draft for a in s.arguments if _is_named_person(a) and a.last <= at and a.nominative]
            owner = owner or next((d for d in before[::-1]), None) or self._spoken_of(number, named.draft)
            if owner is not None and owner is not named.draft:
                yield FactDraft(
                    owner, Predicate.SUCCEEDS, named.draft, Modality.ASSERTED, _CONFIDENCE, s, "vorgaenger", s.speaker
                )

    def _asked(self, number: int, s: Sentence) -> _Said | None:
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
        return _Said(owner, named.draft, s.clauses[s.clause_of[at]], "his-predecessor", presupposed=True)

    def _read(self, number: int, s: Sentence) -> Iterator[_Said]:
        people = {id(a.draft): a for a in s.arguments if a.type is EntityType.PERSON and not a.reference}
        if not people:
            return
        yield from self._side_by_side(s)
        yield from self._seen_off(s)
        yield from self._by_owner(s, people.values())
        yield from self._by_leaving(s)
        if not _AFTER_WHICH.isdisjoint(s.lower):
            yield from self._after_going(s)
        yield from self._by_title(s)
        for named in people.values():
            if named.draft is not None:
                yield from self._open_subject(number, s, named, named.draft)
                yield from self._post_held(number, s, named, named.draft)
                yield from self._stood_no_more(number, s, named.draft)
            yield from self._beside(number, s, named)
            yield from self._set_off(number, s, named)
        named = next(iter(people.values()))
        if len(people) != 1 or named.draft is None:
            return
        yield from self._by_noun(number, s, named, named.draft)
        yield from self._post_empty(number, s, named, named.draft)
        yield from self._taken_up(number, s, named, named.draft)
        yield from self._moved_up(number, s, named, named.draft)

    # ------------------------------------------------------------------ within a sentence

    def _side_by_side(self, s: Sentence) -> Iterator[_Said]:
        """„A geht in den Ruhestand, B übernimmt“: who comes in the clause after succeeds who goes."""
        coming = self.k.words("coming-verbs")
        gone: Draft | None = None
        for number, clause in enumerate(s.clauses):
            lemmas = {lemma for lemma, _, _ in clause.lemmas}
            person = only_person(s, number)
            if person is None or person.draft is None or clause.kind != "main":
                gone = None
            elif self._leaving.says(s, clause):
                gone = person.draft
            else:
                if gone is not None and lemmas & coming and not person.reference:
                    yield _Said(person.draft, gone, clause, "one-goes-another-comes")
                gone = None

    def _seen_off(self, s: Sentence) -> Iterator[_Said]:
        """„Die Ministerin hat X verabschiedet und Y als neuen Präsidenten eingeführt“: Y comes after X."""
        gone: Draft | None = None
        for number, clause in enumerate(s.clauses):
            lemmas = {lemma for lemma, _, _ in clause.lemmas}
            here = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON and a.marker == "np"]
            last = max((a for a in here if not a.reference and a.head < 0), key=_end, default=None)
            if last is None or last.draft is None:
                continue
            if "verabschieden" in lemmas and (len(here) > 1 or is_passive(clause)):
                gone = last.draft
            elif gone is not None and lemmas & _BRINGING and id(last.draft) in self._fresh:
                yield _Said(last.draft, gone, clause, "one-goes-another-comes")

    def _by_owner(self, s: Sentence, people: Iterable[Argument]) -> Iterator[_Said]:
        """„Frau Harms, Ihr Vorgänger Ocke Lürssen …“: whose predecessor or successor a name beside the noun is."""
        nouns = self._either
        for named in people:
            at = next((i for i in (named.first - 1, named.first - 2) if s.text_at(i) in nouns), -1)
            beside = at >= 0
            at = at if beside else self._behind_title(s, named, nouns)
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
            yield _Said(*pair, s.clauses[s.clause_of[at]], rule, presupposed=True)

    @staticmethod
    def _behind_title(s: Sentence, named: Argument, nouns: frozenset[str]) -> int:
        """„von seinem Vorgänger, dem heutigen Minister Jens Ott“: the noun before a comma and what the name is now."""
        comma = next((i for i in range(named.first - 1, max(named.first - _ASIDE, 0), -1) if s.text_at(i) == ","), -1)
        if comma < 1 or s.text_at(comma - 1) not in nouns or comma + 1 in s.relatives:
            return -1
        told = s.low_at(comma + 1) in DEFINITE_ARTICLES and comma + 2 < named.first
        return comma - 1 if told and s.text_at(named.first - 1)[:1].isupper() else -1

    def _by_leaving(self, s: Sentence) -> Iterator[_Said]:
        """„Nach dem Rücktritt von X ist Y neue CIO“: who takes an office after somebody's leaving follows him."""
        acts = self.k.words("leaving-acts")
        for a in s.arguments:
            if a.type is not EntityType.PERSON or a.marker not in {"gen", "von"} or a.head < 0:
                continue
            if s.text_at(a.head) not in acts and not self._into_rest(s, a):
                continue
            comer = only_one(
                b.draft
                for b in s.arguments
                if b.clause == a.clause and b.nominative and b.type is EntityType.PERSON and b.draft is not a.draft
            )
            clause = s.clauses[a.clause]
            leads = in_present(s, clause) and any(lemma in self._leads for lemma, _, _ in clause.lemmas)
            if comer is not None and a.draft is not None and (leads or id(comer) in self._fresh):
                yield _Said(comer, a.draft, clause, "after-leaving")

    def _after_going(self, s: Sentence) -> Iterator[_Said]:
        """„Seit Mai ist Y CIO, nachdem X in den Ruhestand gegangen ist“: who has an office after somebody has gone.

        So does „Y leitet das Amt, seit X in Pension ging“, and, where the office is new or held for now, „weil X ging“.
        """
        for number, clause in enumerate(s.clauses):
            if clause.opener not in _AFTER_WHICH or clause.parent < 0:
                continue
            gone, comer = only_person(s, number), only_person(s, clause.parent)
            if gone is None or comer is None or gone.draft is None or comer.draft is None or gone.reference:
                continue
            if self._is_somebody_else(s, gone):
                continue
            own = [o for o in self._offices if o.person is comer.draft and o.sentence is s and o.how == "clause"]
            if not any(self._goes(s, clause, o) for o in own) or not gone.nominative:
                continue
            left = {id(o.body) for o in self._offices if o.person is gone.draft and o.sentence is s}
            if any(id(o.body) in left for o in own):
                # „Y leitet den Verband, seit X die Geschäftsführung niedergelegt hat“: what X had is told
                continue
            held = (a.role for a in s.arguments if a.role is not None and a.marker not in {"als", "zu"})
            titles = {role.name for role in held if gone.draft in role.holders}
            if titles and titles.isdisjoint(o.role.name for o in own):
                # „seit Mai CDO, nachdem Landrat X zurückgetreten ist“
                continue
            begun = any(o.status in STARTING or o.since is not None or o.status is Status.ACTING for o in own)
            if begun or clause.opener in _EVER_SINCE:
                yield _Said(comer.draft, gone.draft, s.clauses[clause.parent], "after-leaving")

    def _is_somebody_else(self, s: Sentence, gone: Argument) -> bool:
        """„seit ihr Mann X ging“, „seit X, ihr Mann, ging“: a noun that is no title says what else who went is."""
        before, at = gone.first - 1, gone.last + 2
        noun = s.text_at(before)
        if noun[:1].isupper() and not noun.endswith(".") and noun not in self._prior:
            title = s.taken.get(before)
            return title is None or title.role is None
        mine = s.text_at(gone.last) == "," and s.low_at(gone.last + 1) in POSSESSIVES
        return mine and s.text_at(at) not in self._prior

    def _goes(self, s: Sentence, clause: Clause, office: OfficeDraft) -> bool:
        """Whether a clause says that its subject went for good, or to another house than that of an office."""
        if self._leaving.says(s, clause):
            return True
        past = is_perfect(clause) or in_preterite(s, clause)
        return past and self._leaving.goes_elsewhere(s, clause, office)

    def _into_rest(self, s: Sentence, a: Argument) -> bool:
        """„Nach dem Eintritt von X in den Ruhestand“."""
        entering = s.text_at(a.head) in self.k.words("entering-rest-nouns")
        return entering and any(
            s.text_at(i) in self.k.words("leaving-nouns") for i in range(a.last + 1, a.last + 1 + _REST)
        )

    def _by_title(self, s: Sentence) -> Iterator[_Said]:
        """„X, Geschäftsführer der AKDB und Nachfolger von Y, …“: the noun is joined to a title of who follows."""
        for a in s.arguments:
            at = a.head
            if a.type is not EntityType.PERSON or a.marker not in {"gen", "von"} or s.text_at(at) not in self._after:
                continue
            joined = any(s.low_at(i) in COORDINATORS for i in (at - 1, at - 2))
            title = max((b for b in s.arguments if b.role is not None and b.last < at), key=_end, default=None)
            before = [b for b in s.arguments if b.type is EntityType.PERSON and b.last < at and b is not a]
            holder = max(before, key=_end, default=None)
            # „X, als Geschäftsführer der AKDB Nachfolger von Y“
            joined = joined or (title is not None and title.marker == "als")
            if not joined or title is None or holder is None or holder.last > title.first:
                continue
            if title.role is not None and holder.draft in title.role.holders and holder.draft is not None and a.draft:
                yield _Said(holder.draft, a.draft, s.clauses[s.clause_of[at]], "title-and-successor", presupposed=True)

    # ------------------------------------------------------------------ the other is spoken of before

    def _by_noun(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[_Said]:
        """„Nachfolgerin wird Jana Olbrich“, „Vorgänger Ulrich Freise“, „Der Nachfolger von Edgar Wagner fordert“."""
        at = next((i for i, t in enumerate(s.tokens) if t.text in self._after or t.text in self._prior), -1)
        if at < 0 or compared(s, at):
            return
        clause = s.clauses[s.clause_of[at]]
        lemmas = {lemma for lemma, _, _ in clause.lemmas}
        owner = next((a for a in s.arguments if _owns_noun(a, at) and _person(a)), None)
        if owner is not None and owner.reference and owner.draft is here and self._is_called_so(s, at, named):
            # „Jens Ott war ihr Vorgänger“: nobody is their own
            owner = None
        if owner is None and self._is_awaited(s, at, named):
            # „CIO X wechselt – Nachfolgerin steht fest“
            yield from self._settled(s, clause, here)
            return
        if owner is not None:
            if owner is named and s.tokens[at].text in self._after and self._names_nobody(s, at, clause):
                other = self._spoken_of(number, here)
                if other is not None:
                    yield _Said(other, here, clause, "successor-speaks", presupposed=True)
            elif owner is named and s.tokens[at].text in self._after:
                yield from self._settled(s, clause, here)
            return
        prior = s.tokens[at].text in self._prior
        if not prior and s.clause_of[at] != named.clause and s.low_at(at - 1) in INDEFINITE:
            # „Bis ein Nachfolger gefunden ist, führt X die Geschäfte“
            return
        if not prior and self._noun_before(s, named) == at and s.low_at(at - 1) in _THEIRS | WHOSE:
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
            yield _Said(s.speaker, here, clause, "my-predecessor", presupposed=True)
            return
        if not beside and not lemmas & self.k.words("succession-verbs"):
            return
        other = self._spoken_of(number, here)
        if not prior:
            other = self._leaver(number, here, other) or other
        if other is None:
            return
        pair = (here, other) if s.tokens[at].text in self._after else (other, here)
        yield _Said(*pair, clause, "successor-of-topic", presupposed=beside and not called)

    def _is_called_so(self, s: Sentence, at: int, named: Argument) -> bool:
        """„Jens Ott, heute in Mainz, war ihr Vorgänger“: whether the noun at a token is what the subject was."""
        clause = s.clauses[s.clause_of[at]]
        being = {lemma for lemma, _, _ in clause.lemmas} == {"sein"} and named.nominative
        after = named.last <= at and s.low_at(at - 2) not in {*PREPOSITIONS, *_COMPARING}
        ends = s.text_at(at + 1) in _AFTER_APPOSITION
        whose = s.low_at(at - 1) in _THEIRS and s.text_at(at) in self._prior
        return whose and being and after and ends and s.clause_of[at] == named.clause

    def _settled(self, s: Sentence, clause: Clause, here: Draft) -> Iterator[_Said]:
        """„Senat bestellt Nachfolge für X“ above „Y wird CIO“: the post is filled, and not open."""
        words = {s.lower[i] for i in clause.tokens}
        open_ = not words.isdisjoint(self.k.words("seeking-words") | _OPEN)
        if s.kind is BlockKind.TITLE and not open_ and self._newcomer is not None and self._newcomer is not here:
            yield _Said(self._newcomer, here, clause, "successor-awaited", presupposed=True)

    def _is_awaited(self, s: Sentence, at: int, named: Argument) -> bool:
        """Whether a noun for who follows stands alone in a clause after that of the only person of a title."""
        if s.kind is not BlockKind.TITLE or s.tokens[at].text not in self._after or s.low_at(at - 1) in WHOSE:
            return False
        people = {id(a.draft) for a in s.arguments if a.type is EntityType.PERSON}
        return len(people) == 1 and named.last <= at and s.clause_of[at] != named.clause

    def _beside(self, number: int, s: Sentence, named: Argument) -> Iterator[_Said]:
        """„Sein Nachfolger Jens Ott hat …“, „mit dessen Nachfolgerin Anna Weber“, „Vorgängerin Anna Weber war …“."""
        at, here = self._noun_before(s, named), named.draft
        if at < 0 or here is None:
            return
        whose = s.low_at(at - 1)
        pair: tuple[Draft | None, Draft | None]
        if s.text_at(at) in self._prior:
            other = self._spoken_of(number, here) if at == 0 else self._before_break(number, s, at, here)
            pair = (other, here)
        elif whose in _THEIRS | WHOSE:
            other = self._follows(number, s, at, here)
            pair = (here, other)
        elif whose in _DEFINITE:
            named_before = only_one(a.draft for a in s.arguments if _is_named_person(a) and a.last <= at)
            other = named_before or self._spoken_of(number, here)
            pair = (here, other)
        else:
            return
        if other is not None and pair[0] is not None and pair[1] is not None:
            rule = "successor-of-topic" if at == 0 else HIS_SUCCESSOR
            yield _Said(pair[0], pair[1], s.clauses[s.clause_of[at]], rule, presupposed=True)

    def _set_off(self, number: int, s: Sentence, named: Argument) -> Iterator[_Said]:
        """„Petra Kohl, Hagens Nachfolgerin, …“, „Jens Ott, ihr Vorgänger, …“: the noun as an apposition to a name."""
        i, here = named.last, named.draft
        if s.text_at(i) != "," or here is None:
            return
        owner = s.taken.get(i + 1)
        at = i + 2 if owner is None else owner.last
        if s.text_at(at) not in self._either or s.text_at(at + 1) not in _AFTER_APPOSITION:
            return
        other: Draft | None = None
        if s.low_at(i + 1) in _THEIRS:
            other = self._follows(number, s, at, here)
        elif owner is not None and _is_named_person(owner):
            other = owner.draft
        if other is not None and other is not here:
            pair = (other, here) if s.text_at(at) in self._prior else (here, other)
            yield _Said(*pair, s.clauses[s.clause_of[at]], HIS_SUCCESSOR, presupposed=True)

    def _before_break(self, number: int, s: Sentence, at: int, here: Draft) -> Draft | None:
        """„Geschäftsführer wird X; Vorgängerin Y war gegangen“: who is named before a break and a bare noun."""
        if s.text_at(at - 1) not in _BREAKS:
            return None
        named = {id(a.draft): a.draft for a in s.arguments if _is_named_person(a) and a.last < at}
        return self._spoken_of(number, here) if not named else only_one(named.values())

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
        owner = None if word in WHOSE else self._owner(s, at, here)
        if owner is not None:
            return owner if owner.feminine in {None, feminine} else None
        before = self.sentences[number - 1] if number and self.sentences[number - 1].block == s.block else None
        people = [
            a.draft
            for b in (before, s)
            if b is not None
            for a in sorted(b.arguments, key=_end)
            if a.type is EntityType.PERSON and not a.reference and (b is before or a.last <= at)
        ]
        fitting = [d for d in people if d is not None and d is not here and d.feminine in {None, feminine}]
        return fitting[-1] if fitting else None

    @staticmethod
    def _owner(s: Sentence, at: int, here: Draft) -> Draft | None:
        """Whom a possessive before the noun at a token means, if it is somebody else."""
        owner = next((a.draft for a in s.arguments if a.head == at and a.reference), None)
        return owner if owner is not None and owner is not here and owner.type is EntityType.PERSON else None

    def _leaver(self, number: int, here: Draft, topic: Draft | None) -> Draft | None:
        """„X verlässt Hessen. Ministerin A bedauerte das. Nachfolgerin wird B“: who goes, and not who has spoken since.

        None where the one spoken of may have had what the successor takes.
        """
        if topic is None or not self._is_of_other_title(topic, here):
            return None
        for before in reversed(self.sentences[max(0, number - _BACK) : number]):
            for index, clause in enumerate(before.clauses):
                person = only_person(before, index)
                if person is None or person.draft in {here, topic}:
                    continue
                leaves = any(lemma == "verlassen" for lemma, _, _ in clause.lemmas)
                verdict = self.modality.judge(before, clause, self.date)
                if verdict is not None and (leaves or self._leaving.says(before, clause)):
                    return person.draft
        return None

    def _is_of_other_title(self, one: Draft, other: Draft) -> bool:
        """Whether both have titles, and none in common."""
        titles, others = self._titles.get(id(one)), self._titles.get(id(other))
        return titles is not None and others is not None and titles.isdisjoint(others)

    def _past_post(self, s: Sentence, at: int) -> int:
        """The comma after „in diesem Amt“, „als CIO“ that hangs on the noun at a token, or a place far off."""
        if s.low_at(at + 1) not in _AS_WHAT:
            return -_FAR
        end = next((i for i in range(at + 2, min(at + _FAR, len(s.tokens))) if s.tokens[i].text == ","), -_FAR)
        inner = range(at + 2, max(end, 0))
        post = any(self.k.lemma(s.tokens[i].text) in self._posts or _is_title(s, i) for i in inner)
        return end if post else -_FAR

    def _names_nobody(self, s: Sentence, at: int, clause: Clause) -> bool:
        """Whether „der Nachfolger von X“ is who does something, and no post that is still open."""
        if at == 0 or s.lower[at - 1] not in {"der", "die", "sein", "seine"}:
            return False
        words = {s.lower[i] for i in clause.tokens}
        return not words & self.k.words("open-post-words")

    def _open_subject(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[_Said]:
        """„Die Mathematikerin folgt auf X“, „Auf den Mathematiker folgt Y“: one of them was spoken of before."""
        clause = s.clauses[named.clause]
        if any(lemma == "folgen" for lemma, _, _ in clause.lemmas) and named.nominative and self._followed(s, clause):
            other = self._spoken_of(number, here)
            if other is not None:
                yield _Said(here, other, clause, "follows-on-topic")
            return
        handed = named.marker == "an" and any(lemma in self._giving_up for lemma, _, _ in clause.lemmas)
        if handed and any(self.k.lemma(s.tokens[i].text) in self._posts for i in clause.tokens):
            other = self._spoken_of(number, here)
            if other is not None and not any(a.clause == named.clause and a.nominative for a in s.arguments):
                yield _Said(here, other, clause, "handed-over")
            return
        verb = next((lemma for lemma, _, _ in clause.lemmas if lemma in self.k.words("succeeding-verbs")), "")
        if not verb or (verb == "folgen") != (named.marker == "auf"):
            return
        own = [a for a in s.arguments if a.clause == named.clause and a.nominative and a is not named]
        if own or (named.marker == "np" and "n" in named.cases and not self._pronoun_first(s, named, clause)):
            return
        people = [a for a in s.arguments if a.type is EntityType.PERSON and a.nominative and not a.reference]
        before = [a for a in people if a.clause < named.clause]
        other = before[-1].draft if before else self._spoken_of(number, here)
        if other is not None and other is not here:
            yield _Said(other, here, clause, "open-subject-succeeds")

    @staticmethod
    def _followed(s: Sentence, clause: Clause) -> bool:
        """„Auf den in Kiel geborenen Informatiker folgt“: the noun after the first „auf“ is one for a person."""
        first = next((i for i in clause.tokens if s.lower[i] == "auf"), -1)
        if first < 0 or s.low_at(first + 1) not in {"den", "die", "ihn", "sie"}:
            return False
        if s.low_at(first + 1) in {"ihn", "sie"}:
            return first + 1 not in s.taken
        later = [i for i in clause.tokens if i > first + 1 and i not in s.taken]
        noun = next((i for i in later if s.tokens[i].text[0].isupper()), -1)
        return noun > 0 and noun - first < 8 and bool(_HUMAN.search(s.lower[noun]))

    @staticmethod
    def _pronoun_first(s: Sentence, named: Argument, clause: Clause) -> bool:
        return any(s.lower[i] in _OPEN_SUBJECTS and i < named.first for i in clause.tokens)

    def _post_held(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[_Said]:
        """„Den Posten hatte zuvor X inne“, „Vor ihr saß X auf diesem Stuhl“: X went before who was spoken of.

        So did „X, der dieses Amt neun Jahre lang versah“; and „CIO ist Y, den Posten hatte zuvor X“ names both.
        """
        for at, clause in self._told_of(s, named):
            words = {s.lower[i] for i in clause.tokens}
            preceded = next(
                (
                    a.draft
                    for a in s.arguments
                    if a.marker == "vor" and a.reference and a.type is EntityType.PERSON and a.clause == at
                ),
                None,
            )
            if preceded is not None and preceded is not here:
                yield _Said(preceded, here, clause, "held-before")
                continue
            # „Bis dahin leitet X die Geschäfte“ tells of who comes in between
            before = _BEFORE - ({"dahin"} if in_present(s, clause) else set())
            earlier = bool(words & before) or bool(_HAD & set(clause.auxiliaries))
            earlier = earlier or (clause.kind == "relative" and in_preterite(s, clause))
            if not earlier or not (self._beside_post(s, clause) or any(self._open_post(s, i) for i in clause.tokens)):
                continue
            other = self._before_in_sentence(s, named, at) or self._spoken_of(number, here)
            own = {o.role.name for o in self._past if o.person is here and o.sentence.start < s.start}
            if own and other is not None and own.isdisjoint(self._titles.get(id(other), own)):
                # „X hat das Amt des CIO aufgegeben. Ministerin A bedauert das. X hatte das Amt drei Jahre inne“
                continue
            if other is not None and id(other) in self._holders:
                yield _Said(other, here, clause, "held-before")

    def _told_of(self, s: Sentence, named: Argument) -> Iterator[tuple[int, Clause]]:
        """Clauses that say that somebody holds something: that of the name, or a relative one about it."""
        for a in s.arguments:
            relative = a.draft is named.draft and a.first in s.relatives and "n" in a.cases
            if (a is named and a.nominative) or (relative and a.marker == "np"):
                clause = s.clauses[a.clause]
                lemmas = {lemma for lemma, _, _ in clause.lemmas}
                # „Das war vor ihm Jens Ott“
                was = lemmas == {"sein"} and any(s.lower[i] == "das" and i not in s.taken for i in clause.tokens)
                # „Vor ihr hatte Jens Ott diese Aufgabe“
                had = lemmas == {"haben"} and bool(_HAD & set(clause.auxiliaries))
                had = had and not (_BEFORE | {"vor"}).isdisjoint(s.lower[i] for i in clause.tokens)
                had = had and any(self._open_post(s, i) and not _goes_on(s, i) for i in clause.tokens)
                if self._held & lemmas or was or had:
                    yield a.clause, clause

    @staticmethod
    def _before_in_sentence(s: Sentence, named: Argument, at: int) -> Draft | None:
        """The only other person who is the subject of a clause before."""
        return only_one(
            a.draft
            for a in s.arguments
            if a.type is EntityType.PERSON and a.nominative and a.clause < at and a.draft is not named.draft
        )

    def _open_post(self, s: Sentence, i: int) -> bool:
        """„den Posten“, „dieses Amt“, „auf diesem Stuhl“: a definite post that nothing more is said of."""
        if self.k.lemma(s.tokens[i].text) not in self._posts or i == 0:
            return False
        if s.lower[i - 1] not in _THE_POST:
            return False
        return not any(a.head == i for a in s.arguments) and s.low_at(i + 1) not in {"des", "der", "als", "eines"}

    def _beside_post(self, s: Sentence, clause: Clause) -> bool:
        """„ist CIO des Landes, ein Amt, das zuvor X versah“: a relative clause about what was just called a post."""
        at = min(clause.tokens) if clause.kind == "relative" and clause.tokens else 0
        at -= 0 if s.text_at(at) == "," else 1
        noun = at - 1
        post = noun > 1 and s.text_at(at) == "," and self.k.lemma(s.tokens[noun].text) in self._posts
        return post and s.lower[noun - 1] in ONE and s.text_at(noun - 2) in _PAUSES

    def _post_empty(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[_Said]:
        """„Die Stelle war vakant, seit sich X verabschiedet hatte“, „seit dem Weggang von X“."""
        if not self.k.words("empty-words") & set(s.lower) or "bleibt" in s.lower:
            # „In Kassel bleibt die Stelle nach dem Weggang von X leer“: nobody follows
            return
        if not any(self._open_post(s, i) for i in range(len(s.tokens))):
            return
        clause = s.clauses[named.clause]
        act = s.text_at(named.head) in self.k.words("leaving-acts") and named.marker in {"gen", "von"}
        if not act and not (named.nominative and self._leaving.says(s, clause)):
            return
        other = self._spoken_of(number, here)
        if other is not None:
            yield _Said(other, here, s.clauses[0], "post-was-empty")

    def _taken_up(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[_Said]:
        """„A gibt den Vorsitz ab. Übernommen hat ihn B“, „A hört auf. Neuer CIO wird B“."""
        lemmas = {lemma for lemma, _, _ in s.clauses[named.clause].lemmas}
        own = any(self._own_post(s, i) for i in s.clauses[named.clause].tokens)
        if own and self._is_given(named, lemmas):
            other = self._spoken_of(number, here)
            if other is not None:
                yield _Said(here, other, s.clauses[named.clause], "takes-the-post-of-topic")
            return
        if not named.nominative:
            return
        taking = lemmas & self.k.words("taking-verbs")
        mine = [i for i in s.clauses[named.clause].tokens if self._own_post(s, i, MINE)]
        if taking and mine and s.speaker is not None:
            # „Meine Stelle übernimmt im Januar X“
            seat = any(self.k.lemma(s.tokens[i].text) in self.k.words("seats-among-members") for i in mine)
            yield _Said(here, s.speaker, s.clauses[named.clause], SEAT if seat else "takes-the-post-of-topic")
            return
        if taking and own:
            other = self._spoken_of(number, here)
            if other is not None:
                yield _Said(here, other, s.clauses[named.clause], "takes-the-post-of-topic")
            return
        if number == 0 or self.sentences[number - 1].block != s.block:
            return
        gone = self._gone(self.sentences[number - 1])
        if gone is None or gone is here:
            return
        clause = s.clauses[named.clause]
        if clause.kind != "main":
            return
        objects = [
            a
            for a in s.arguments
            if a.clause == named.clause and a is not named and a.role is None and not a.adjective and not a.reference
        ]
        objects = [a for a in objects if a.marker not in {"aus", "von", "bracket"} and a.head < 0]
        # „A hört auf. Die Pressearbeit übernimmt B“, but „… übernimmt B, die Leiterin der Niederlassung Kassel“
        end = named.last if s.text_at(named.last) == "," else len(s.tokens)
        bare = (i for i in bare_nouns(s, clause) if i < end)
        things = any(self.k.lemma(s.tokens[i].text) not in self._posts for i in bare)
        new_title = any(
            a.role is not None and a.role.status is Status.NEW and a.clause == named.clause for a in s.arguments
        )
        if (lemmas & self.k.words("taking-verbs") and not objects and not things) or (
            new_title and lemmas <= AUXILIARY_LEMMAS
        ):
            yield _Said(here, gone, clause, "taken-up")

    @staticmethod
    def _is_given(named: Argument, lemmas: set[str]) -> bool:
        """„Sein Amt geht an X“, „Ihre Stelle fällt X zu“, „Seine Aufgaben bekommt X“: who gets what was another's."""
        if "zufallen" in lemmas:
            return named.marker == "np"
        if lemmas & _GOING_TO:
            return named.marker in {"an", "auf"}
        return bool(lemmas & _GETTING) and named.nominative

    def _moved_up(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[_Said]:
        """„X verlässt die AKDB. Bei der AKDB rückt Y nach“: who has an office in what is named."""
        clause = s.clauses[named.clause]
        if not named.nominative or _MOVING_UP.isdisjoint(lemma for lemma, _, _ in clause.lemmas):
            return
        there = any(s.lower[i] == "dort" for i in clause.tokens)
        last = self.sentences[number - 1] if number else None
        if there and last is not None and last.block == s.block:
            # „X war CIO der Stadt Ulm. Als Kassel sie holte, rückte dort Y nach“: where X had the office told last
            held = [o for o in self._offices if o.sentence is last and o.body is not None and o.person is not here]
            gone = only_one(o.person for o in held) if len({id(o.body) for o in held}) == 1 else None
            if gone is not None:
                yield _Said(here, gone, clause, "after-leaving")
                return
        places = [s.lower[i] for i in clause.tokens if s.low_at(i - 1) in _WITHIN or s.low_at(i - 2) in _WITHIN]
        bodies = {id(a.draft) for a in s.arguments if a.clause == named.clause and a.marker in {"in", "bei"}}
        since = self.sentences[max(0, number - _BACK)].start
        other = only_one(
            o.person
            for o in self._offices
            if o.body is not None
            and o.person is not here
            and since <= o.sentence.start < s.start
            and (id(o.body) in bodies or o.body.name.lower().split(" ", 1)[0] in places)
        )
        if other is not None:
            yield _Said(here, other, clause, MOVED_UP)

    def _stood_no_more(self, number: int, s: Sentence, here: Draft) -> Iterator[_Said]:
        """„X ist neue Landrätin. Die Urkunde überreichte Y, der nicht wieder angetreten war“: Y had what X has."""
        if "nicht" not in s.lower:
            return
        for a in s.arguments:
            if a.draft is not here or not a.nominative or a.clause < 0:
                continue
            clause = s.clauses[a.clause]
            if not self._leaving.stands_no_more(s, clause):
                continue
            other = self._spoken_of(number, here)
            near = [b for b in self.sentences[max(0, number - 1) : number + 1] if b.block == s.block]
            if other is None or id(other) not in self._holders or not any(other in _drafts(b) for b in near):
                continue
            if any(self._stays(b, other) for b in near) or self._has_title_unknown(s, a):
                continue
            own = [o for o in self._offices if o.person is here]
            # „Kassels früherer Oberbürgermeister X, der nicht wieder angetreten war“
            now = [o for o in own if o.sentence is s] or [o for o in own if o.status is not Status.FORMER]
            titles = {o.role.name for o in now}
            if not titles or not titles.isdisjoint(self._titles.get(id(other), set())):
                yield _Said(other, here, clause, "stood-no-more", presupposed=True)

    def _stays(self, s: Sentence, person: Draft) -> bool:
        """„Vorsitzender bleibt X. Nicht mehr angetreten war Y“: X follows nobody."""
        own = {a.clause for a in s.arguments if a.draft is person and a.clause >= 0}
        return any(lemma in self._staying for number in own for lemma, _, _ in s.clauses[number].lemmas)

    @staticmethod
    def _has_title_unknown(s: Sentence, name: Argument) -> bool:
        """„Nicht mehr angetreten ist Kassenwart Y“: a noun before a name that may tell what Y has left."""
        before = name.first - 1
        return before > 0 and before not in s.taken and s.text_at(before)[:1].isupper()

    def _own_post(self, s: Sentence, i: int, whose: frozenset[str] = _THEIRS) -> bool:
        """„Sein Amt“, „ihre bisherigen Aufgaben“, where the possessive is no person of the same sentence."""
        if self.k.lemma(s.tokens[i].text) not in self._posts:
            return False
        return any(s.low_at(j) in whose for j in (i - 1, i - 2))

    def _gone(self, s: Sentence) -> Draft | None:
        """The only person of a sentence, where it says that this person goes, or who is dismissed in it."""
        dismissed = only_one(
            a.draft
            for a in s.arguments
            if _is_named_person(a) and a.clause >= 0 and self._leaving.dismisses(s, a, s.clauses[a.clause])
        )
        if dismissed is not None:
            return dismissed
        people = {id(a.draft): a.draft for a in s.arguments if a.type is EntityType.PERSON}
        if len(people) != 1:
            return None
        for number, clause in enumerate(s.clauses):
            person = only_person(s, number)
            if person is not None and self._leaving.says(s, clause):
                verdict = self.modality.judge(s, clause, self.date)
                return person.draft if verdict is not None else None
        return None

    def _spoken_of(self, number: int, here: Draft) -> Draft | None:
        """Who else was spoken of: the topic, the newcomer of the article, the only one in the sentences before."""
        s = self.sentences[number]
        if s.topic is not None and s.topic.type is EntityType.PERSON and s.topic is not here:
            return s.topic
        near = {id(d): d for d in s.near if d.type is EntityType.PERSON and d is not here}
        if self._newcomer is not None and self._newcomer is not here and self._newcomer in s.context:
            return self._newcomer
        if len(near) == 1:
            return next(iter(near.values()))
        for before in reversed(self.sentences[max(0, number - _BACK) : number]):
            if near or before.block != s.block:
                break
            near = {
                id(a.draft): a.draft
                for a in before.arguments
                if a.type is EntityType.PERSON and a.draft is not None and a.draft is not here
            }
        if len(near) == 1:
            return next(iter(near.values()))
        return self._newcomer if not near and self._newcomer is not here else None


def _owns_noun(a: Argument, at: int) -> bool:
    """„der Nachfolger von X“, „die Nachfolge für X“."""
    return (a.head == at and a.marker in {"gen", "von"}) or (a.marker == "für" and a.begin in {at + 1, at + 2})


def _drafts(s: Sentence) -> list[Draft | None]:
    return [a.draft for a in s.arguments]


def _person(a: Argument) -> bool:
    """No body has a „Vorgänger Ulrich Freise“: a possessive taken for a thing means the person spoken of."""
    return a.type is EntityType.PERSON or not a.reference


def _is_named_person(a: Argument) -> bool:
    return a.type is EntityType.PERSON and not a.reference


def _end(a: Argument) -> int:
    return a.last


def _goes_on(s: Sentence, i: int) -> bool:
    """„hatte die Aufgabe, das Netz zu bauen“, not „hatte diese Aufgabe, die …“: whether a post is only a task."""
    return s.text_at(i + 1) == "," and not s.low_at(i - 1).startswith("dies")


def _is_title(s: Sentence, i: int) -> bool:
    return any(a.role is not None and a.first <= i < a.last for a in s.arguments)
