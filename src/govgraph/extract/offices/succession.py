"""Offices that follow from a succession: what a successor takes, the predecessor has held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.compared_offices import (
    TOP_POSTS,
    in_one_breath,
    is_apart,
    is_board,
    is_seat,
    is_since,
    most_telling,
    only_office,
    same_post,
    says_more,
)
from govgraph.extract.offices.followed_there import held_there
from govgraph.extract.offices.given_up_offices import GivenUpOffices, had_followed, is_so_far
from govgraph.extract.offices.passed_offices import PassedOffices
from govgraph.extract.offices.succession_rules import (
    ASKED_FOR,
    BACKWARD,
    DUTIES,
    HANDED_TO,
    HIS_OWN,
    LOOKING_BACK,
    OTHER_POST,
    REPLACING,
    SEAT,
)
from govgraph.extract.offices.succession_times import has_followed
from govgraph.extract.offices.what_passes import (
    FOR_NOW,
    chosen_from,
    clauses_of,
    had_besides,
    is_over,
    only_a_task,
    was_something_else,
)
from govgraph.extract.state import BOARDS, BODY_TYPES, STARTING, by_person
from govgraph.language.grammar import AUXILIARIES
from govgraph.model import EntityType, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.beginnings import Beginnings
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Draft, FactDraft, OfficeDraft, Sentence

_DEPUTY = "stellvertret"

_THIS = frozenset({"dieser", "diesem"})
_POSTS = frozenset({"Amt", "Aufgabe", "Eigenschaft", "Funktion", "Position", "Rolle"})
"""Nouns after „in dieser“ for what somebody is."""
_IT = frozenset({"den", "diesen", "ihn"})
_THE_SEAT = frozenset({"den", "deren", "dessen", "die", "ihre", "ihren", "seine", "seinen"})


class SuccessionReader:
    """Reads from successions who holds and who held an office.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
        sentences: Sentences of the article.
        date: Date of the article.
        beginnings: Tells what is yet to begin, and who goes.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        bodies: BodyFinder,
        sentences: Sequence[Sentence],
        date: str | None,
        beginnings: Beginnings,
    ) -> None:
        self.k = knowledge
        self.bodies = bodies
        self.sentences = sentences
        self._careers = knowledge.words("career-verbs")
        self._number = {id(s): i for i, s in enumerate(sentences)}
        self._prior = knowledge.words("predecessor-nouns")
        self._next = knowledge.words("successor-nouns")
        self._choosing = knowledge.words("appointing-verbs") | knowledge.words("choosing-verbs")
        self._members = knowledge.words("seats-among-members")
        self._seats = knowledge.words("posts-of-boards")
        self._passed_on = PassedOffices(bodies, sentences, date, beginnings)
        self._given_up = GivenUpOffices(knowledge, date, self._number)

    def offices(self, facts: Sequence[FactDraft], offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Who is succeeded in an office has held it, and who succeeds takes it.

        The office is the one that the same sentence gives one of the two, else an open post of the sentences before,
        else the only office of the successor that is new, else the only one of the predecessor.
        """
        told = by_person(offices)
        for fact in facts:
            if fact.predicate is not Predicate.SUCCEEDS or fact.object.type is not EntityType.PERSON:
                continue
            if fact.rule == SEAT:
                continue
            both = self._of_both(fact, told.get(id(fact.subject), []), told.get(id(fact.object), []))
            if both is not None:
                yield from self._of_fact(fact, *both)

    def _of_both(
        self, fact: FactDraft, of_successor: list[OfficeDraft], followed: list[OfficeDraft]
    ) -> tuple[list[OfficeDraft], list[OfficeDraft]] | None:
        """The offices of the successor and of the predecessor that may be meant, or None where none passes."""
        # „sein Stellvertreter rückt auf“: what he takes is not what he is
        own = [
            o
            for o in of_successor
            if o.status is not Status.FORMER and not o.role.name.lower().startswith(_DEPUTY) and not is_so_far(fact, o)
        ]
        had = self._given_up.had_already(fact, of_successor)
        own = (had if had_followed(fact) else []) or self._told_so_far(fact, own) or had
        elsewhere = held_there(fact, followed, self._next, self._number)
        if followed and elsewhere == []:
            return None
        held = self._given_up.left(fact, followed if elsewhere is None else elsewhere)
        there = self._there(fact)
        if there:
            # „Sie leitet bisher das Amt. Ihr Vorgänger dort war X“: not what else she is
            own = [o for o in of_successor if o.body in there]
            if not own:
                return None
        own = [o for o in own if fact.rule != ASKED_FOR or o.status in STARTING]
        own = [o for o in own if not chosen_from(fact, o, self._next, self._choosing)]
        house = handed_house(fact)
        if house is not None:
            # „übergibt das BSI an Y, den CIO von Ulm“: what they have in that house
            own = [o for o in own if o.body is house]
            held = [o for o in held if o.body is house]
            if not own and not held:
                return None
        board, chair = self._on_board(fact)
        if fact.rule in HIS_OWN and had_besides(fact) and any(o.sure for o in own):
            board, chair = None, False
            held = [o for o in held if o.sentence is not fact.sentence or o.how != "clause"]
        if board is not None or chair:
            own = [o for o in own if chair and is_seat(o, board)]
            held = [o for o in held if chair and is_seat(o, board)]
            if not own and not held:
                return None
        if self._is_chair_alone(fact, [*own, *held]):
            return None
        if only_a_task(fact):
            own = [o for o in own if o.how == "clause"]
            held = [o for o in held if o.how == "clause"]
        return own, held

    def _of_fact(self, fact: FactDraft, own: list[OfficeDraft], held: list[OfficeDraft]) -> Iterator[OfficeDraft]:
        """What passes by a succession: the first of these that tells."""
        steps = (self._told_post, self._told_before, self._of_sentence, self._left_here, self._open, self._of_article)
        for step in steps:
            found = step(fact, own, held)
            if found is not None:
                yield from found
                return

    def _told_post(self, fact: FactDraft, own: list[OfficeDraft], held: list[OfficeDraft]) -> list[OfficeDraft] | None:
        """The post that the sentence names, or that both are told to have had."""
        named = self._in_this_post(fact, own) or self._named_post(fact, own)
        if named is not None:
            return [self._passed_on.passed(fact, named)]
        posts = [p for p in held if not self._is_besides(p)]
        same = [o for o in own if any(same_post(o, p) and p.sure >= o.sure for p in posts)]
        if not same:
            return None
        others = [o for o in own if o not in same and in_one_breath(same[0], o)]
        return [self._passed_on.passed(fact, o) for o in others if not any(same_post(o, p) for p in held)]

    def _told_before(
        self, fact: FactDraft, own: list[OfficeDraft], held: list[OfficeDraft]
    ) -> list[OfficeDraft] | None:
        """The post that was told just before to be left, given or gained."""
        gone = self._given_up.just_left(fact, own, held) or self._given_up.given(fact, own, held)
        if gone is not None:
            return self._passed_on.all_taken(fact, gone, held)
        gained = self._given_up.just_gained(fact, own, held)
        return None if gained is None else [self._passed_on.passed(fact, gained)]

    def _of_sentence(
        self, fact: FactDraft, own: list[OfficeDraft], held: list[OfficeDraft]
    ) -> list[OfficeDraft] | None:
        """The office that the same sentence gives the successor."""
        by_title = fact.rule == "title-and-successor"
        here = [o for o in own if o.sentence is fact.sentence]
        here = [o for o in here if o.how == "clause" or o.status in STARTING or by_title]
        here = [o for o in here if o.how != "apposition" or by_title]
        office = only_office([o for o in here if o.how == "clause"]) or only_office(here)
        if office is None:
            return None
        others = [o for o in own if o.role.name != office.role.name and not is_board(o)]
        others = others if self._passed_on.names_both(fact.sentence) else []
        return [self._passed_on.passed(fact, o) for o in (office, *others)]

    def _left_here(self, fact: FactDraft, own: list[OfficeDraft], held: list[OfficeDraft]) -> list[OfficeDraft] | None:
        """The office that the same sentence gives the predecessor; none passes where that is kept."""
        # „Sie beerbt X, den neuen Vorsitzenden der Fraktion“: what X has become is not what X leaves
        here = [o for o in _left(fact, held) if o.sentence is fact.sentence and o.status is not Status.NEW]
        passed = only_office([o for o in here if self._may_pass(o)])
        if passed is None:
            return None
        if self._led(fact):
            return []
        if fact.rule in HIS_OWN and was_something_else(fact, passed, own):
            return None
        # „Geschäftsführer ist X. Bis dahin hatte Y die Leitung inne“: one post by two names
        if self._each_their_own(fact, passed, own) or any(o.body is passed.body for o in own):
            return []
        taken = self._passed_on.all_taken(fact, passed, held)
        # „A hat den Ulmer Bürgermeister X abgelöst“: the title before the name is over
        over = (
            fact.rule in REPLACING and passed.how == "title" and passed.status is Status.CURRENT and has_followed(fact)
        )
        return [*taken, self._passed_on.passed(fact, passed)] if over else taken

    def _open(self, fact: FactDraft, own: list[OfficeDraft], held: list[OfficeDraft]) -> list[OfficeDraft] | None:
        """The open post of the sentences before."""
        post = self._passed_on.open_post(fact)
        return None if post is None else [post, self._passed_on.passed(fact, post)]

    def _of_article(self, fact: FactDraft, own: list[OfficeDraft], held: list[OfficeDraft]) -> list[OfficeDraft] | None:
        """The office that the article gives the successor, else the only one of the predecessor."""
        own = [o for o in own if not any(says_more(other, o) for other in own) and not self._is_until_then(fact, o)]
        office = (
            only_office([o for o in own if o.status in STARTING and not self._given_up.is_of_old(o)])
            or only_office([o for o in own if o.since])
            or only_office([o for o in own if o.how != "apposition" and fact.rule not in OTHER_POST])
            or next((o for o in own if o.role.name in TOP_POSTS and fact.rule in BACKWARD), None)
            or self._main_office(fact, own)
        )
        if office is not None:
            both = self._passed_on.names_both(fact.sentence)
            others = [o for o in own if o.role.name != office.role.name and not is_board(o)]
            others = [o for o in others if both or in_one_breath(office, o)]
            return [self._passed_on.passed(fact, o) for o in (office, *others)]
        # „folgt auf X, die nun als Referentin zum Rechnungshof wechselt“
        left = [o for o in _left(fact, held) if o.sentence is not fact.sentence or o.status not in STARTING]
        present = [o for o in left if o.status is not Status.FORMER and o.body is not None]
        gone = [o for o in left if o.body is not None and (o.sure or self._is_just_told(fact, o))]
        passed = only_office(present or gone)
        if passed is None or not all(is_apart(fact, o) for o in own):
            return None
        return self._passed_on.all_taken(fact, passed, held)

    def _is_until_then(self, fact: FactDraft, o: OfficeDraft) -> bool:
        """„Seine Aufgabe übernimmt Vizepräsidentin A“, „A ist zurzeit Vertriebsleiterin“: what one is before that.

        Not „A ist zurzeit Präsidentin. Sie löste X ab“, nor where the article has named no other body before.
        """
        if o.status is not Status.CURRENT:
            return False
        if fact.rule == DUTIES and o.sentence is fact.sentence and o.how == "title":
            return True
        if o.how != "clause" or FOR_NOW.isdisjoint(o.sentence.lower) or is_over(fact):
            return False
        told = (a for s in self.sentences[: self._number.get(id(o.sentence), 0)] for a in s.arguments)
        return any(a.type in BODY_TYPES and a.draft is not None and a.draft is not o.body for a in told)

    def _is_chair_alone(self, fact: FactDraft, offices: Sequence[OfficeDraft]) -> bool:
        """„Der Vorsitz ging von Hessen an Bayern. Minister A löst damit B ab“: no office passes but that chair."""
        number = self._number.get(id(fact.sentence), 0)
        before = self.sentences[number - 1] if number else None
        if (
            before is None
            or before.block != fact.sentence.block
            or self.bodies.fitting.lands.chairs.told(before) is None
        ):
            return False
        return all(o.how != "clause" or o.sentence is not fact.sentence for o in offices)

    def _in_this_post(self, fact: FactDraft, own: Sequence[OfficeDraft]) -> OfficeDraft | None:
        """„A soll CIO des Landes werden. In dieser Funktion löst sie B ab“: the last title of the sentence before."""
        s, number = fact.sentence, self._number.get(id(fact.sentence), 0)
        before = self.sentences[number - 1] if number else None
        told = any(
            s.lower[i] == "in" and s.low_at(i + 1) in _THIS and s.text_at(i + 2) in _POSTS for i in range(len(s.tokens))
        )
        if before is None or not told or before.block != s.block:
            return None
        titles = [a for a in before.arguments if a.role is not None and fact.subject in a.role.holders]
        last = max(titles, key=lambda a: a.first, default=None)
        return None if last is None else next((o for o in own if o.role is last.role and o.body is not None), None)

    def _told_so_far(self, fact: FactDraft, own: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """„A ist Landrat. Vorgänger X … Seit Mai hat A den Vorsitz im Beirat“: what is told up to there goes first."""
        if fact.rule not in BACKWARD:
            return list(own)
        number = self._number.get(id(fact.sentence), 0)
        return [o for o in own if self._number.get(id(o.sentence), 0) <= number] or list(own)

    def _is_just_told(self, fact: FactDraft, office: OfficeDraft) -> bool:
        """„Damals war X Bürgermeister. Sein Nachfolger Y …“: whether the sentence before tells of an office."""
        number = self._number.get(id(fact.sentence), 0)
        return office.how == "clause" and number - self._number.get(id(office.sentence), number) == 1

    def _there(self, fact: FactDraft) -> list[Draft]:
        """The bodies that „dort“ beside a noun for a predecessor means: „Ihr Vorgänger dort war X“."""
        s = fact.sentence
        return [
            a.draft
            for a in s.arguments
            if a.draft is not None
            and s.low_at(a.first) == "dort"
            and a.reference
            and s.text_at(a.first - 1) in self._prior
        ]

    def _on_board(self, fact: FactDraft) -> tuple[Draft | None, bool]:
        """„Im Beirat folgt Y auf X“, „Dort löst er X ab“: the board on which one follows, and whether as its chair.

        What passes is a seat there, and not what the two are by title; so it is where a clause says „den Vorsitz“.
        """
        s = fact.sentence
        numbers = clauses_of(fact)
        posts = self._seats | self._members
        here = [i for n in numbers for i in s.clauses[n].tokens if self.k.lemma(s.tokens[i].text) in posts]
        board = next(
            (
                a.draft
                for a in s.arguments
                if a.draft is not None
                and a.draft.kind in BOARDS
                and a.clause in numbers
                and not a.adjective
                and (a.head in here or (a.head < 0 and a.marker == "in"))
            ),
            None,
        )
        nouns = {self.k.lemma(s.tokens[i].text) for i in here if board is not None or s.low_at(i - 1) in _THE_SEAT}
        if board is not None:
            return board, nouns.isdisjoint(self._members)
        if any(s.lower[i] in _IT and s.low_at(i + 1) in AUXILIARIES for n in numbers for i in s.clauses[n].tokens):
            # „Sie haben den Vorsitz im Beirat.“ – „Den habe ich von X übernommen“
            before = self.sentences[max(0, self._number.get(id(s), 0) - 1)]
            chairs = {i for i, token in enumerate(before.tokens) if self.k.lemma(token.text) in self._seats}
            board = next((a.draft for a in before.arguments if a.head in chairs and a.type in BODY_TYPES), None)
            if board is not None:
                return board, True
        return None, bool(nouns - self._members) and fact.rule not in BACKWARD

    def _each_their_own(self, fact: FactDraft, passed: OfficeDraft, own: Sequence[OfficeDraft]) -> bool:
        """„Auf Staatssekretär X folgt Staatsrat Y aus Bremen“: titles of both beside their names, and no post."""
        if passed.how == "clause" or passed.status is not Status.CURRENT:
            return False
        kinds = self.k.body_kinds(passed.role.iri)
        below = tuple(self.k.words("subordinate-roles"))
        return any(
            o.sentence is fact.sentence
            and not o.role.name.endswith(below)
            and o.how != "clause"
            and o.status not in STARTING
            and o.body is not passed.body
            and not kinds.isdisjoint(self.k.body_kinds(o.role.iri))
            for o in own
        )

    def _main_office(self, fact: FactDraft, own: Sequence[OfficeDraft]) -> OfficeDraft | None:
        """„Ihr Vorgänger Jens Ott war lange im Amt“: the only office of the successor but for the chairs of boards."""
        if fact.rule not in BACKWARD | LOOKING_BACK:
            return None
        main = [o for o in own if o.body is not None and not is_board(o) and not self._is_besides(o)]
        main = [o for o in main if "vorsitz" not in o.role.name.lower()]
        main = [o for o in main if o.sentence is not fact.sentence or fact.rule in HIS_OWN]
        number = self._number.get(id(fact.sentence), 0)
        main = [o for o in main if self._number.get(id(o.sentence), 0) <= number] or main
        main = most_telling(main)
        names = {o.role.name for o in main}
        return next((o for o in main if o.sure), main[0]) if len(names) == 1 else None

    def _led(self, fact: FactDraft) -> bool:
        """„X, Staatssekretärin, hat den Rat geleitet; auf sie folgt Y“: what X led passes, not the office."""
        s = fact.sentence
        verbs = self.k.words("leading-verbs")
        led = {n for n, c in enumerate(s.clauses) if not verbs.isdisjoint(c.verbs)}
        return any(a.draft is fact.object and a.nominative and a.clause in led for a in s.arguments)

    def _may_pass(self, office: OfficeDraft) -> bool:
        """„folgt auf X, der an die Spitze des Rechnungshofs wechselt“: where X goes is not what X leaves.

        Nor is what X has become since: „folgt auf X, inzwischen Landrat in Fulda“.
        """
        told = office.how != "clause" or office.status is Status.FORMER
        return office.body is not None and told and not self._is_besides(office) and not is_since(office)

    def _is_besides(self, office: OfficeDraft) -> bool:
        """„X, der die Aufgabe lange hatte, erledigte sie als Staatssekretär“: what somebody was at the same time."""
        return any(
            a.role is office.role and a.marker == "als" and self._careers & office.sentence.verbs_of(a.clause)
            for a in office.sentence.arguments
        )

    def _named_post(self, fact: FactDraft, own: Sequence[OfficeDraft]) -> OfficeDraft | None:
        """„Als CIO beerbte er X“, „im Amt des CIO“: the office of the successor that the sentence names."""
        s, posts = fact.sentence, self.k.words("posts-left")
        titles = {
            a.role.name
            for a in s.arguments
            if a.role is not None
            and fact.object not in a.role.holders
            and (a.marker == "als" or (a.marker == "gen" and self._passed_on.is_post(s, a.head, posts)))
        }
        found = [o for o in own if o.role.name in titles]
        return found[0] if len({id(o.body) for o in found}) == 1 else None


def _left(fact: FactDraft, held: Sequence[OfficeDraft]) -> list[OfficeDraft]:
    """Offices of a predecessor but for those of today, where the rule looks back."""
    return [o for o in held if fact.rule not in BACKWARD or o.status is Status.FORMER]


def handed_house(fact: FactDraft) -> Draft | None:
    """„Anna Weber übergibt das BSI an Jens Ott“: the body that one hands over to the other."""
    if fact.rule != HANDED_TO:
        return None
    s = fact.sentence
    numbers = {a.clause for a in s.arguments if a.draft is fact.object and a.nominative}
    here = [a for a in s.arguments if a.clause in numbers and a.type is EntityType.ORGANISATION]
    bare = [a for a in here if a.marker == "np" and a.head < 0 and "a" in a.cases and not a.adjective]
    return bare[0].draft if len(bare) == 1 and bare[0].draft and bare[0].draft.kind not in BOARDS else None
