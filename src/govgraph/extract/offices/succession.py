"""Offices that follow from a succession: what a successor takes, the predecessor has held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite, is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.followed_there import held_in_place, held_there
from govgraph.extract.offices.what_passes import (
    after_the_first,
    clauses_of,
    had_besides,
    is_successor,
    lasting,
    lemmas_of,
    only_a_task,
    was_something_else,
)
from govgraph.extract.state import BOARDS, BODY_TYPES, CHAIRS, STARTING, OfficeDraft
from govgraph.language.grammar import AUXILIARIES
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.beginnings import Beginnings
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Argument, Draft, FactDraft, RoleNoun, Sentence

SEAT = "takes-the-seat-of-speaker"
"""Rule by which somebody takes another's seat among members, and not what the other one is."""
_SINCE = frozenset({"heute", "inzwischen", "jetzt", "mittlerweile", "nun", "nunmehr", "seitdem", "seither"})
"""Adverbs before what a predecessor has become since."""
_SO_FAR = frozenset(
    {
        "bisher",
        "bislang",
        "derzeit",
        "einstweilen",
        "gegenwärtig",
        "momentan",
        "noch",
        "vorher",
        "zuletzt",
        "zurzeit",
        "zuvor",
    }
)
"""Adverbs before what a successor is until then."""
_LEADING = frozenset({"führen", "leiten", "verantworten"})
_PASSED, _TAKEN = 0.7, 0.65
"""Confidence of the office of a predecessor and of one that a successor takes over."""
_STARTED = frozenset({Status.ACTING, Status.NEW})
_OTHER_POST = frozenset({"handed-over", "taken-up"})
"""Rules of a post that is mostly not the one by which people are called: the chair of a board."""
_BACKWARD = frozenset(
    {"held-before", "my-predecessor", "post-was-empty", "successor-of-topic", "successor-speaks", "succ-vorgaenger"}
    | {"succ-vorgaenger-dat", "succ-weiterfuehren", "vorgaenger"}
)
"""Rules that look back on a predecessor, whose title of today is another."""
_LOOKING_BACK = frozenset({"amt-uebernehmen-von", "his-predecessor", "succ-amt-nehmen", "uebernehmen-von"})
"""Further rules whose sentence gives the post no name."""
_HIS_OWN = frozenset({"his-predecessor", "vorgaenger", "succ-vorgaenger", "succ-vorgaenger-dat"})
"""Rules by which the predecessor is that of somebody whose title may stand in the same sentence."""
_PASSING = frozenset(
    {"an-die-stelle-treten", "handed-over", "one-goes-another-comes", "ressort-geht-ueber", "succ-fussstapfen"}
    | {"succ-uebergeben", "succ-uebergeben-an", "taken-up", "takes-the-post-of-topic"}
)
"""Rules by which somebody gives a post away: what passes is what they have, not what the other one is so far."""
_AFTER = frozenset({"folgen", "nachfolgen", "succ-nachfolge-kontext", "succ-nachfolger-fuer", "successor-of-topic"})
"""Rules by which somebody follows a person named before: beside the name stands what they are so far."""
_HANDED_TO = "succ-uebergeben-an"
"""Rule by which one hands over to the other whatever the sentence names."""
_AT_ONCE = "abloesen"
"""Rule by which one goes on the day on which the other comes."""
_DUTIES = "succ-amt-nehmen"
"""Rule by which one takes over the duties of the other."""
_BOTH = frozenset({"beide", "beiden", "beider"})
_TOP = frozenset({"CIO", "CDO", "CISO"})
MOVED_UP = "moved-up"
"""Rule by which somebody takes an office where the sentence says, and not what else another one had."""
_DEPUTY = "stellvertret"
_HAD = frozenset({"hatte", "hatten", "war", "waren"})
_BACK = 2
"""How many sentences before a succession an open post may be named."""

_THIS = frozenset({"dieser", "diesem"})
_POSTS = frozenset({"Amt", "Aufgabe", "Eigenschaft", "Funktion", "Position", "Rolle"})
"""Nouns after „in dieser“ for what somebody is."""
_IT = frozenset({"den", "diesen", "ihn"})
_THE_SEAT = frozenset({"den", "deren", "dessen", "die", "ihre", "ihren", "seine", "seinen"})
_BARE = frozenset({"sein", "werden"})
_NEAR = 5
"""How many words after a name its title may begin."""

_PREDECESSOR = "vorgaenger"
"""Part of the names of rules for „ihr Vorgänger“."""


class SuccessionReader:
    """Reads from successions who holds and who held an office.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
        sentences: Sentences of the article.
        date: Date of the article.
        beginnings: Tells who goes at a time to come.
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
        self.beginnings = beginnings
        self.date = date
        self.bodies = bodies
        self.sentences = sentences
        self._salutations = knowledge.words("salutations")
        self._careers = knowledge.words("career-verbs")
        self._giving = knowledge.words("giving-up-verbs") | knowledge.words("leaving-verbs")
        self._number = {id(s): i for i, s in enumerate(sentences)}
        self._prior = knowledge.words("predecessor-nouns")
        self._next = knowledge.words("successor-nouns")
        self._coming = knowledge.words("starting-verbs") | knowledge.words("choosing-verbs") | _BARE
        self._members = knowledge.words("seats-among-members")
        self._seats = knowledge.words("posts-of-boards")

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
            if fact.predicate is not Predicate.SUCCEEDS or fact.object.type is not EntityType.PERSON:
                continue
            if fact.rule == SEAT:
                continue
            own = [o for o in by_person.get(id(fact.subject), ()) if o.status is not Status.FORMER]
            # „sein Stellvertreter rückt auf“: what he takes is not what he is
            own = [o for o in own if not o.role.name.lower().startswith(_DEPUTY)]
            own = [o for o in own if not self._is_so_far(fact, o)]
            had = self._had_already(fact, by_person.get(id(fact.subject), ()))
            own = (had if self._had_followed(fact) else []) or self._told_so_far(fact, own) or had
            followed = by_person.get(id(fact.object), [])
            elsewhere = held_there(fact, followed, self._next, self._number)
            if followed and elsewhere == []:
                continue
            held = self._left(fact, followed if elsewhere is None else elsewhere)
            there = self._there(fact)
            if there:
                # „Sie leitet bisher das Amt. Ihr Vorgänger dort war X“: not what else she is
                own = [o for o in by_person.get(id(fact.subject), ()) if o.body in there]
                if not own:
                    continue
            house = handed_house(fact)
            if house is not None:
                # „übergibt das BSI an Y, den CIO von Ulm“: what they have in that house
                own = [o for o in own if o.body is house]
                held = [o for o in held if o.body is house]
                if not own and not held:
                    continue
            board, chair = self._on_board(fact)
            if fact.rule in _HIS_OWN and had_besides(fact) and any(o.sure for o in own):
                board, chair = None, False
                held = [o for o in held if o.sentence is not fact.sentence or o.how != "clause"]
            if board is not None or chair:
                own = [o for o in own if chair and self._is_seat(o, board)]
                held = [o for o in held if chair and self._is_seat(o, board)]
                if not own and not held:
                    continue
            if self._is_chair_alone(fact, [*own, *held]):
                continue
            if only_a_task(fact):
                own = [o for o in own if o.how == "clause"]
                held = [o for o in held if o.how == "clause"]
            named = self._in_this_post(fact, own) or self._named_post(fact, own)
            if named is not None:
                yield self._passed(fact, named)
                continue
            posts = [p for p in held if not self._is_besides(p)]
            same = [o for o in own if any(self._same_post(o, p) and p.sure >= o.sure for p in posts)]
            if same:
                others = [o for o in own if o not in same and self._in_one_breath(same[0], o)]
                yield from (self._passed(fact, o) for o in others if not any(self._same_post(o, p) for p in held))
                continue
            just_left = self._just_left(fact, own, held)
            if just_left is not None:
                yield self._taken(fact, just_left)
                yield from self._taken_too(fact, just_left, held)
                continue
            given = self._given(fact, own, held)
            if given is not None:
                yield self._taken(fact, given)
                yield from self._taken_too(fact, given, held)
                continue
            gained = self._just_gained(fact, own, held)
            if gained is not None:
                yield self._passed(fact, gained)
                continue
            by_title = fact.rule == "title-and-successor"
            here = [o for o in own if o.sentence is fact.sentence]
            here = [o for o in here if o.how == "clause" or o.status in STARTING or by_title]
            here = [o for o in here if o.how != "apposition" or by_title]
            office = only_office([o for o in here if o.how == "clause"]) or only_office(here)
            if office is not None:
                yield self._passed(fact, office)
                others = [o for o in own if o.role.name != office.role.name and not self._is_board(o)]
                yield from (self._passed(fact, o) for o in others if self._names_both(fact.sentence))
                continue
            left = [o for o in held if fact.rule not in _BACKWARD or o.status is Status.FORMER]
            # „Sie beerbt X, den neuen Vorsitzenden der Fraktion“: what X has become is not what X leaves
            here = [o for o in left if o.sentence is fact.sentence and o.status is not Status.NEW]
            passed = only_office([o for o in here if self._may_pass(o)])
            if passed is not None and self._led(fact):
                continue
            if passed is not None and fact.rule in _HIS_OWN and was_something_else(fact, passed, own):
                passed = None
            if passed is not None and self._each_their_own(fact, passed, own):
                continue
            if passed is not None:
                # „Geschäftsführer ist X. Bis dahin hatte Y die Leitung inne“: one post by two names
                if all(o.body is not passed.body for o in own):
                    yield self._taken(fact, passed)
                    yield from self._taken_too(fact, passed, held)
                continue
            post = self._open_post(fact)
            if post is not None:
                yield post
                yield self._passed(fact, post)
                continue
            own = [o for o in own if not any(_says_more(other, o) for other in own)]
            office = (
                only_office([o for o in own if o.status in STARTING and not self._is_of_old(o)])
                or only_office([o for o in own if o.since])
                or only_office([o for o in own if o.how != "apposition" and fact.rule not in _OTHER_POST])
                or next((o for o in own if o.role.name in _TOP and fact.rule in _BACKWARD), None)
                or self._main_office(fact, own)
            )
            if office is not None:
                yield self._passed(fact, office)
                both = self._names_both(fact.sentence)
                others = [o for o in own if o.role.name != office.role.name and not self._is_board(o)]
                yield from (self._passed(fact, o) for o in others if both or self._in_one_breath(office, o))
                continue
            # „folgt auf X, die nun als Referentin zum Rechnungshof wechselt“
            left = [o for o in left if o.sentence is not fact.sentence or o.status not in STARTING]
            present = [o for o in left if o.status is not Status.FORMER and o.body is not None]
            gone = [o for o in left if o.body is not None and (o.sure or self._is_just_told(fact, o))]
            passed = only_office(present or gone)
            if passed is not None and all(self._is_apart(fact, o) for o in own):
                yield self._taken(fact, passed)
                yield from self._taken_too(fact, passed, held)

    def _is_chair_alone(self, fact: FactDraft, offices: Sequence[OfficeDraft]) -> bool:
        """„Der Vorsitz ging von Hessen an Bayern. Minister A löst damit B ab“: no office passes but that chair."""
        number = self._number.get(id(fact.sentence), 0)
        before = self.sentences[number - 1] if number else None
        if before is None or before.block != fact.sentence.block or self.bodies.lands.chairs.told(before) is None:
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
        if fact.rule not in _BACKWARD:
            return list(own)
        number = self._number.get(id(fact.sentence), 0)
        return [o for o in own if self._number.get(id(o.sentence), 0) <= number] or list(own)

    def _had_already(self, fact: FactDraft, offices: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """„A legt ihr Amt als Vorständin nieder. Sie war auf X gefolgt“: what one leaves was taken from another."""
        if not self._has_followed(fact):
            return []
        number = self._number.get(id(fact.sentence), 0)
        left = [o for o in offices if o.status is Status.FORMER and o.how == "clause" and o.body is not None]
        back = number if self._had_followed(fact) else _BACK
        left = [o for o in left if 0 < number - self._number.get(id(o.sentence), number) <= back and o.sure]
        left = [o for o in left if self._gives_up(o) and not self._is_elsewhere(fact, o)]
        return left if len({(o.role.name, id(o.body)) for o in left}) == 1 else []

    @staticmethod
    def _had_followed(fact: FactDraft) -> bool:
        """„Sie war auf X gefolgt“, „hatte X abgelöst“: what was so before all that an article tells."""
        s = fact.sentence
        numbers = {a.clause for a in s.arguments if a.draft is fact.subject and 0 <= a.clause < len(s.clauses)}
        return any(not _HAD.isdisjoint(s.clauses[n].auxiliaries) and is_perfect(s.clauses[n]) for n in numbers)

    @staticmethod
    def _is_elsewhere(fact: FactDraft, office: OfficeDraft) -> bool:
        """Whether the clause of a succession names another body than that of an office."""
        s, numbers = fact.sentence, clauses_of(fact)
        bodies = [a for a in s.arguments if a.clause in numbers and a.type in BODY_TYPES and not a.adjective]
        return any(a.draft is not None and a.draft is not office.body for a in bodies)

    def _left(self, fact: FactDraft, held: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """„X, bisher Leiter des Hauptamts, wird Bürgermeister. Ihm folgt Y nach“: what X had, not what X gets.

        Where the sentence says where that is („Bei der AKDB rückt Y nach“), what X had there.
        """
        s, numbers = fact.sentence, clauses_of(fact)
        if fact.rule == MOVED_UP:
            names = {s.lower[i] for n in numbers for i in s.clauses[n].tokens}
            named = {id(a.draft) for a in s.arguments if a.clause in numbers}
            there = [o for o in held if o.body is not None and id(o.body) in named]
            named_so = (o for o in held if o.body is not None and o.body.name.lower().split(" ", 1)[0] in names)
            held = there or list(named_so)
        held = held_in_place(fact, held, self._next, self.k.words("state-capitals")) or held
        staying = [o for o in held if not (o.sentence is s and self._goes_as(o))]
        old = [o for o in staying if (o.status not in STARTING and not _is_since(o)) or self._is_of_old(o)]
        # „Der bisherige Amtsleiter X ist seit Mai Beigeordneter“
        before = {id(o.sentence) for o in old if o.status is Status.FORMER and o.how != "clause" and _was_so_far(o)}
        old = [
            o
            for o in old
            if not (o.how == "clause" and o.since and o.status is Status.CURRENT and id(o.sentence) in before)
        ]
        return old or [o for o in staying if not self._goes_to(o)]

    @staticmethod
    def _is_so_far(fact: FactDraft, o: OfficeDraft) -> bool:
        """„Als Nachfolgerin ist A bestimmt, die noch Prokuristin der ITEBO ist“: what a successor is before."""
        s = o.sentence
        if (
            s is fact.sentence
            and fact.modality is Modality.PLANNED
            and o.status is Status.CURRENT
            and o.how == "clause"
        ):
            # „Ihr designierter Nachfolger A leitet derzeit das Referat Netze“
            return True
        if s is not fact.sentence or fact.rule in _BACKWARD or _SO_FAR.isdisjoint(s.lower):
            return False
        title = s.title(o.role)
        told = {a.clause for a in s.arguments if a is title or (title is None and a.draft is o.person)}
        for number in told - clauses_of(fact) - {-1}:
            clause = s.clauses[number]
            leads = title is not None or not _LEADING.isdisjoint(lemma for lemma, _, _ in clause.lemmas)
            if clause.kind == "relative" and leads and not _SO_FAR.isdisjoint(s.lower[i] for i in clause.tokens):
                return True
        return False

    def _goes_to(self, o: OfficeDraft) -> bool:
        """„X wechselt als Referatsleiterin in die Behörde. Für sie rückt Y nach“: an office that is not left."""
        s, moving = o.sentence, self.k.words("moving-verbs")
        goes = {n for n, c in enumerate(s.clauses) if any(lemma in moving for lemma, _, _ in c.lemmas)}
        return o.status in STARTING and any(a.role is o.role and a.clause in goes for a in s.arguments)

    def _goes_as(self, o: OfficeDraft) -> bool:
        """„A übernimmt das Amt von X, der als Abteilungsleiter nach Mainz geht“: what X is to be there."""
        s, moving = o.sentence, self.k.words("moving-verbs")
        titles = [a for a in s.arguments if a.role is o.role and a.marker == "als" and 0 <= a.clause < len(s.clauses)]
        return o.status is not Status.FORMER and any(
            moving & lemmas_of(s, a.clause)
            and any(b.clause == a.clause and b.marker in {"nach", "zu", "in"} for b in s.arguments)
            for a in titles
        )

    def _just_left(
        self, fact: FactDraft, own: Sequence[OfficeDraft], held: Sequence[OfficeDraft]
    ) -> OfficeDraft | None:
        """„Kämmerer X gibt den Vorsitz im Beirat ab. Nachfolger ist Y“: the post that was told to be left."""
        if any(o.sentence is fact.sentence and o.how == "clause" for o in own):
            return None
        left = [o for o in held if o.how == "clause" and (o.status is Status.FORMER or o.until is not None)]
        left = [o for o in left if o.body is not None and self._age(fact, o) in {0, 1} and self._gives_up(o)]
        also = any(o.how != "clause" and o.status is not Status.FORMER for o in held)
        return left[0] if also and len({(o.role.name, id(o.body)) for o in left}) == 1 else None

    def _gives_up(self, office: OfficeDraft) -> bool:
        """Whether the clause that names the body of an office says that somebody leaves it, not that it was once."""
        s = office.sentence
        numbers = {a.clause for a in s.arguments if a.draft is office.body or a.role is office.role}
        return any(not self._giving.isdisjoint(lemmas_of(s, number)) for number in numbers)

    def _just_gained(
        self, fact: FactDraft, own: Sequence[OfficeDraft], held: Sequence[OfficeDraft]
    ) -> OfficeDraft | None:
        """„Y wurde zum Vorsitzenden gewählt. Er löst Stadtrat X ab“: what Y was chosen for, and not what X is else."""
        beside = [o for o in held if o.sentence is fact.sentence and o.how != "clause"]
        gained = [o for o in own if o.how == "clause" and o.status in STARTING and o.body is not None]
        gained = [o for o in gained if 0 < self._age(fact, o) <= _BACK and not self._is_of_old(o)]
        if not beside or len({(o.role.name, id(o.body)) for o in gained}) != 1:
            return None
        return gained[0] if all(o.role.name != gained[0].role.name for o in beside) else None

    def _age(self, fact: FactDraft, office: OfficeDraft) -> int:
        """How many sentences of the same block before a succession an office was told; -1 if in another block."""
        if office.sentence.block != fact.sentence.block:
            return -1
        return self._number.get(id(fact.sentence), 0) - self._number.get(id(office.sentence), 0)

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
        return None, bool(nouns - self._members) and fact.rule not in _BACKWARD

    @staticmethod
    def _is_seat(office: OfficeDraft, board: Draft | None) -> bool:
        """Whether an office is one in a board, or if none is named the chair of whatever."""
        if board is not None:
            return office.body is board
        return any(word in office.role.name.lower() for word in CHAIRS)

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
        if fact.rule not in _BACKWARD | _LOOKING_BACK:
            return None
        main = [o for o in own if o.body is not None and not self._is_board(o) and not self._is_besides(o)]
        main = [o for o in main if "vorsitz" not in o.role.name.lower()]
        main = [o for o in main if o.sentence is not fact.sentence or fact.rule in _HIS_OWN]
        number = self._number.get(id(fact.sentence), 0)
        main = [o for o in main if self._number.get(id(o.sentence), 0) <= number] or main
        main = _most_telling(main)
        names = {o.role.name for o in main}
        return next((o for o in main if o.sure), main[0]) if len(names) == 1 else None

    def _given(self, fact: FactDraft, own: Sequence[OfficeDraft], held: Sequence[OfficeDraft]) -> OfficeDraft | None:
        """„X ist Verbandsvorsteher. Im Mai gibt er das Amt an Landrätin Y ab“: the only post that X has to give."""
        number = self._number.get(id(fact.sentence), 0)
        here = [o for o in own if o.sentence is fact.sentence]
        if (
            fact.rule not in _PASSING | _AFTER | {_AT_ONCE, _DUTIES}
            or not here
            or any(o.how == "clause" or o.status in STARTING for o in here)
        ):
            return None
        # „Nachfolgerin von CIO X ist Rätin Y“ has two titles of one kind, „Ihm folgt Rätin Y“ one more than the post
        least = 0 if fact.rule in _PASSING else 1
        near = [o for o in held if least <= number - self._number.get(id(o.sentence), number + 1) <= _BACK]
        near = [o for o in near if o.body is not None and (o.sure or _is_gone(o) or _was_so_far(o))]
        present = [o for o in near if o.status is not Status.FORMER]
        if fact.rule == _AT_ONCE and any(o.how != "clause" for o in present):
            return None
        # „X war bislang Leiterin der FITKO. Ihr folgt Abteilungsleiter Y“: the post was left just now
        gone = [] if present else [o for o in near if _is_gone(o) or _was_so_far(o)]
        return only_office(present or [o for o in gone if all(o.role.name != own.role.name for own in here)])

    def modality(self, fact: FactDraft, offices: Sequence[OfficeDraft]) -> Modality:
        """How a succession holds: „Er folgt auf X“ of somebody who is yet to take the office is one to come."""
        if fact.predicate is not Predicate.SUCCEEDS or fact.modality is not Modality.ASSERTED:
            return Modality.ASSERTED if self._already_follows(fact, offices) else fact.modality
        if self._is_still(fact.sentence, fact.subject) and not self._has_followed(fact):
            return Modality.PLANNED
        if self.beginnings.leaves(fact.object):
            # „A hört zum 30. Juni auf. An seine Stelle tritt B“
            return Modality.PLANNED
        own = {o.status for o in offices if o.person is fact.subject}
        if Status.DESIGNATED not in own or not own.isdisjoint(_STARTED) or self._has_followed(fact):
            return fact.modality
        return fact.modality if is_successor(fact, offices, self._next) else Modality.PLANNED

    def _already_follows(self, fact: FactDraft, offices: Sequence[OfficeDraft]) -> bool:
        """„Der frühere CIO A …; sein Nachfolger B soll das Gesetz überwachen“: whom a clause gives a task has the post.

        Not „soll im Juni anfangen“, and not after somebody who is still in office.
        """
        if fact.predicate is not Predicate.SUCCEEDS or fact.modality is not Modality.PLANNED:
            return False
        held = [o for o in offices if o.person is fact.object]
        if any(o.status is not Status.FORMER for o in held):
            return False
        own = {o.status for o in offices if o.person is fact.subject and o.how == "clause"}
        if _PREDECESSOR in fact.rule and own == {Status.CURRENT}:
            # „A leitet die HZD. Ihr Vorgänger B wechselt zum 1. Juli nach Kassel“: the day is that of B's next step
            return True
        if not held:
            return False
        s = fact.sentence
        named = [a for a in s.arguments if a.draft is fact.subject and s.text_at(a.first - 1) in self._next]
        named = [a for a in named if a.nominative and 0 <= a.clause < len(s.clauses)]
        return bool(named) and all(
            lemmas_of(s, a.clause).isdisjoint(self._coming) and lemmas_of(s, a.clause) for a in named
        )

    def expected(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those yet to come of whom „X, noch Beigeordneter in Düsseldorf, wird CIO“ says what they are."""
        for o in offices:
            begun = o.since is not None and self.date is not None and o.since <= self.date[: len(o.since)]
            ahead = o.status is Status.NEW and o.how == "clause" and not begun
            yield replace(o, status=Status.DESIGNATED) if ahead and self._is_still(o.sentence, o.person) else o

    def _is_still(self, s: Sentence, person: Draft) -> bool:
        """Whether an apposition says what somebody still is: „X, derzeit noch Präsidentin der FITKO, …“."""
        still = self.k.words("still-adverbs")
        return any(
            s.text_at(a.last) == "," and s.low_at(a.last + 1) in still and s.low_at(a.last + 2) != "nicht"
            for a in s.arguments
            if a.draft is person and any(b.role is not None and 0 < b.first - a.last <= _NEAR for b in s.arguments)
        )

    @staticmethod
    def _has_followed(fact: FactDraft) -> bool:
        """„Sie folgte auf X“, „hat X abgelöst“: whether the verb of who succeeds stands in the past."""
        s = fact.sentence
        numbers = {a.clause for a in s.arguments if a.draft is fact.subject and 0 <= a.clause < len(s.clauses)}
        clauses = [s.clauses[n] for n in numbers]
        return any(is_perfect(c) or in_preterite(s, c) for c in clauses)

    def _is_of_old(self, o: OfficeDraft) -> bool:
        """„CDO wurde er 2019“, in an article of another year: no post that somebody has just taken."""
        return o.since is not None and self.date is not None and o.since[:4] < self.date[:4]

    @staticmethod
    def _of_another_clause(s: Sentence, a: Argument) -> bool:
        """„X, der nach Ulm geht, um dort Amtsleiter zu werden“: a title that a clause inside tells of somebody else."""
        if not 0 <= a.clause < len(s.clauses):
            return False
        clause = s.clauses[a.clause]
        return clause.kind in {"infinitive", "relative"} or any(s.lower[i] == "um" for i in clause.tokens[:2])

    @staticmethod
    def _in_one_breath(office: OfficeDraft, other: OfficeDraft) -> bool:
        """„ist Staatsrat und CIO. Er folgte auf X“: two offices that a verb gives together go together."""
        said = office.how == other.how == "clause" and office.sentence is other.sentence
        return said and office.sure and other.sure and office.role.name != other.role.name

    @staticmethod
    def _is_board(office: OfficeDraft) -> bool:
        return office.body is not None and office.body.kind in BOARDS

    def _led(self, fact: FactDraft) -> bool:
        """„X, Staatssekretärin, hat den Rat geleitet; auf sie folgt Y“: what X led passes, not the office."""
        s = fact.sentence
        verbs = self.k.words("leading-verbs")
        led = {n for n, c in enumerate(s.clauses) if any(lemma in verbs for lemma, _, _ in c.lemmas)}
        return any(a.draft is fact.object and a.nominative and a.clause in led for a in s.arguments)

    @staticmethod
    def _same_post(one: OfficeDraft, other: OfficeDraft) -> bool:
        return one.role.name == other.role.name and (one.body is other.body or other.status is Status.FORMER)

    def _may_pass(self, office: OfficeDraft) -> bool:
        """„folgt auf X, der an die Spitze des Rechnungshofs wechselt“: where X goes is not what X leaves.

        Nor is what X has become since: „folgt auf X, inzwischen Landrat in Fulda“.
        """
        told = office.how != "clause" or office.status is Status.FORMER
        return office.body is not None and told and not self._is_besides(office) and not _is_since(office)

    def _is_besides(self, office: OfficeDraft) -> bool:
        """„X, der die Aufgabe lange hatte, erledigte sie als Staatssekretär“: what somebody was at the same time."""
        return any(
            a.role is office.role and a.marker == "als" and self._careers & lemmas_of(office.sentence, a.clause)
            for a in office.sentence.arguments
        )

    def _is_post(self, s: Sentence, i: int, posts: frozenset[str]) -> bool:
        """„ihr Vorgänger im Amt des CIO“: a noun for a post on which a title hangs."""
        return i >= 0 and self.k.lemma(s.tokens[i].text) in posts

    def _named_post(self, fact: FactDraft, own: Sequence[OfficeDraft]) -> OfficeDraft | None:
        """„Als CIO beerbte er X“, „im Amt des CIO“: the office of the successor that the sentence names."""
        s, posts = fact.sentence, self.k.words("posts-left")
        titles = {
            a.role.name
            for a in s.arguments
            if a.role is not None
            and fact.object not in a.role.holders
            and (a.marker == "als" or (a.marker == "gen" and self._is_post(s, a.head, posts)))
        }
        found = [o for o in own if o.role.name in titles]
        return found[0] if len({id(o.body) for o in found}) == 1 else None

    @staticmethod
    def _is_apart(fact: FactDraft, office: OfficeDraft) -> bool:
        """„Folgen soll ihm X, noch Leiterin des Hauptamts“: what somebody is who is yet to follow."""
        here = office.how == "apposition" and office.sentence is fact.sentence
        return here and fact.modality is Modality.PLANNED

    def _names_both(self, s: Sentence) -> bool:
        """„X, der beide Posten vor ihr bekleidete“."""
        posts = self.k.words("posts-left")
        return any(low in _BOTH and self.k.lemma(s.text_at(i + 1)) in posts for i, low in enumerate(s.lower))

    def _passed(self, fact: FactDraft, office: OfficeDraft) -> OfficeDraft:
        # „X wird CIO. Ihr Vorgänger war Y“: with no day told, whoever is followed has gone
        told = id(office.person) not in self.beginnings.becoming_people or self.beginnings.leaves(fact.object)
        still = told and office.status is Status.DESIGNATED and not self.beginnings.gone(fact.object)
        status = Status.CURRENT if still else Status.FORMER
        role = lasting(office.role)
        held = replace(office, person=fact.object, status=status, confidence=_PASSED, role=role)
        # „Im Oktober 2015 löste A als CIO B ab“
        at_once = status is Status.FORMER and office.sentence is fact.sentence and fact.rule == _AT_ONCE
        return replace(
            held, since=None, until=office.since if at_once else None, sentence=fact.sentence, rule=fact.rule
        )

    def _taken_too(self, fact: FactDraft, office: OfficeDraft, held: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """„Nachfolgerin in beiden Ämtern wird X“: the other office of whoever is followed, where there are two."""
        others = {o.role.name: o for o in held if o.role.name != office.role.name and not self._is_board(o)}
        if len(others) == 1 and self._names_both(fact.sentence):
            yield from (self._taken(fact, o) for o in others.values() if o.body is not None)

    def _taken(self, fact: FactDraft, office: OfficeDraft) -> OfficeDraft:
        status = Status.DESIGNATED if fact.modality is Modality.PLANNED else Status.NEW
        if self._for_now(fact):
            status = Status.ACTING
        held = replace(office, person=fact.subject, status=status, confidence=_TAKEN, role=after_the_first(office.role))
        where = self._where(fact.sentence, office)
        if where is not None:
            held = replace(held, body=where, sure=True)
        # „Er scheidet zum 30. September aus. Übergangsweise übernimmt B“
        then = status is Status.ACTING and fact.modality is Modality.PLANNED and office.person is fact.object
        then = then and self._in_present(fact)
        return replace(held, since=office.until if then else None, until=None, sentence=fact.sentence, rule=fact.rule)

    @staticmethod
    def _in_present(fact: FactDraft) -> bool:
        """Whether who takes over does so in the present tense: not „hat bereits übernommen“."""
        s = fact.sentence
        numbers = {a.clause for a in s.arguments if a.draft is fact.subject and 0 <= a.clause < len(s.clauses)}
        return bool(numbers) and all(in_present(s, s.clauses[number]) for number in numbers)

    def _where(self, s: Sentence, office: OfficeDraft) -> Draft | None:
        """„Ihren Posten im Innenministerium übernimmt Y“: the body in which the sentence says that the post is."""
        kinds = self.k.body_kinds(office.role.iri)
        return next(
            (
                a.draft
                for a in s.arguments
                if a.marker in {"in", "bei", "an"}
                and a.type is EntityType.ORGANISATION
                and a.draft is not None
                and self._is_post(s, a.head, self.k.words("posts-left"))
                and a.draft is not office.body
                and (not kinds or a.draft.kind in kinds)
            ),
            None,
        )

    def _for_now(self, fact: FactDraft) -> bool:
        """„Kommissarisch übernimmt seine Aufgaben Anna Weber“: whether who comes does not come for good."""
        s = fact.sentence
        numbers = {a.clause for a in s.arguments if a.draft is fact.subject and 0 <= a.clause < len(s.clauses)}
        words = self.k.words("acting-adverbs")
        return any(s.lower[i] in words for n in numbers for i in s.clauses[n].tokens)

    def _open_post(self, fact: FactDraft) -> OfficeDraft | None:
        """„Das Land bekommt einen neuen CIO. B folgt auf A“: a new title that nobody has yet been given."""
        number = self._number.get(id(fact.sentence), 0)
        for s in reversed(self.sentences[max(0, number - _BACK) : number + 1]):
            if s.block != fact.sentence.block:
                return None
            places = [a for a in s.arguments if s is not fact.sentence or not self._of_another_clause(s, a)]
            places = [a for a in places if s.text_at(a.first - 1) not in self._salutations]
            titles = [a.role for a in places if a.role is not None and not a.role.holders and not a.role.weak]
            roles: list[RoleNoun] = [r for r in titles if r.status is Status.NEW or s is fact.sentence]
            for role in roles:
                body, sure = self.bodies.find(s, role, fact.subject)
                if body is not None:
                    since = next((d.value for d in s.dates if d.lead in {"from", "at"}), None)
                    ahead = since is not None and self.date is not None and since > self.date[: len(since)]
                    planned = ahead or fact.modality is Modality.PLANNED
                    return OfficeDraft(
                        fact.subject,
                        replace(role),
                        body,
                        Status.DESIGNATED if planned else Status.NEW,
                        since=since if ahead else None,
                        confidence=_TAKEN,
                        sentence=fact.sentence,
                        how="clause",
                        sure=sure,
                        rule=fact.rule,
                    )
        return None


def handed_house(fact: FactDraft) -> Draft | None:
    """„Anna Weber übergibt das BSI an Jens Ott“: the body that one hands over to the other."""
    if fact.rule != _HANDED_TO:
        return None
    s = fact.sentence
    numbers = {a.clause for a in s.arguments if a.draft is fact.object and a.nominative}
    here = [a for a in s.arguments if a.clause in numbers and a.type is EntityType.ORGANISATION]
    bare = [a for a in here if a.marker == "np" and a.head < 0 and "a" in a.cases and not a.adjective]
    return bare[0].draft if len(bare) == 1 and bare[0].draft and bare[0].draft.kind not in BOARDS else None


def _is_gone(office: OfficeDraft) -> bool:
    """„X ist nicht mehr CIO“: a clause tells of an office that is over."""
    return office.how == "clause" and office.status is Status.FORMER


def _was_so_far(office: OfficeDraft) -> bool:
    """Whether „bisherig“ stands before its title, and not „früher“: what was held up to what is held now."""
    s = office.sentence
    titles = [a for a in s.arguments if a.role is office.role]
    return any(s.low_at(i).startswith("bisherig") for a in titles for i in (a.first - 1, a.first - 2))


def _is_since(office: OfficeDraft) -> bool:
    """Whether an adverb right before its title says that somebody has an office now, and had another one before."""
    s = office.sentence
    return any(a.role is office.role and s.low_at(a.first - 1) in _SINCE for a in s.arguments)


def only_office(choices: Sequence[OfficeDraft]) -> OfficeDraft | None:
    """The only office of a choice; of several that of the CIO, which is the one that such news are about."""
    names = {o.role.name for o in choices}
    if len(names) == 1:
        return next((o for o in choices if o.sure), choices[0])
    return next((o for o in choices if o.role.name in _TOP), None)


def _most_telling(offices: Sequence[OfficeDraft]) -> list[OfficeDraft]:
    """Offices but for those that another of them names more closely: „Erster Bürgermeister“ is a „Bürgermeister“."""
    names = {o.role.name.lower() for o in offices}
    wide = {name for name in names for other in names if other != name and other.endswith(name.removeprefix("staats"))}
    return [o for o in offices if o.role.name.lower() not in wide or len(wide) == len(names)]


def _says_more(one: OfficeDraft, other: OfficeDraft) -> bool:
    """Whether an office is the other one by a closer title: „Sozialminister“ and „Minister“ of one Land."""
    name, wide = one.role.name.lower(), other.role.name.lower()
    return one.body is other.body is not None and name != wide and name.endswith(wide) and one.status is other.status
