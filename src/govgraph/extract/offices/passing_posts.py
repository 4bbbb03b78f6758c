"""Posts that pass to or from whoever was spoken of: „Den Posten hatte zuvor X inne“, „Sein Amt geht an X“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.people_before import BACK, PAUSES, THEIRS, PeopleBefore, Said, drafts
from govgraph.extract.offices.succession_rules import MOVED_UP, SEAT
from govgraph.extract.state import bare_nouns, only_one
from govgraph.language.grammar import (
    AUXILIARY_LEMMAS,
    MINE,
    ONE,
)
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_BEFORE = frozenset({"zuvor", "bisher", "bislang", "vorher", "davor", "zuletzt", "dahin", "vormals", "früher"})
_OPEN_SUBJECTS = frozenset({"er", "sie"})
_GOING_TO = frozenset({"fallen", "gehen", "übergehen"})
_GETTING = frozenset({"bekommen", "erben", "erhalten"})
_TAKING_PLACE = frozenset({"einnehmen"})
_NOW = frozenset({"ab", "jetzt", "künftig", "nun", "seitdem", "seither", "fortan"})
_MOVING_UP = frozenset({"nachrücken", "nachfolgen"})
_WITHIN = frozenset({"beim", "im", "in", "bei"})
_THE_POST = frozenset(
    {"beide", "beiden", "das", "dem", "den", "der", "die", "diese", "diesem", "diesen", "dieser", "dieses"}
)
_TO = frozenset({"auf", "in"})
_OF_ANOTHER = frozenset({"als", "bei", "beim", "der", "des", "einer", "eines", "im", "in", "von"})
_HAD = frozenset({"hatte", "hatten"})
_HUMAN = re.compile(r"(?:er|erin|in|ist|ent|loge|at|wirt|mann|frau|or|ler|ling|ige|änger)$")


class PassingPosts:
    """Reads who had or gets the post of whoever was spoken of.

    Args:
        knowledge: Compiled vocabulary.
        before: Whom sentences before spoke of.
    """

    def __init__(self, knowledge: Knowledge, before: PeopleBefore) -> None:
        self.k = knowledge
        self.sentences = before.sentences
        self.before = before
        self._offices = before.offices
        self._leaving = before.leaving
        self._titles = before.titles
        self._posts = knowledge.words("posts-left")
        self._held = knowledge.words("holding-verbs")
        self._giving_up = knowledge.words("giving-up-verbs")
        self._choosing = knowledge.words("choosing-verbs") | {"holen", "setzen"}
        self._staying = knowledge.words("staying-verbs")
        self._holders = {id(o.person) for o in before.offices if o.status is not Status.FORMER}
        self._past = [o for o in before.offices if o.status is Status.FORMER and o.how == "clause"]

    def open_subject(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[Said]:
        """„Die Mathematikerin folgt auf X“, „Auf den Mathematiker folgt Y“: one of them was spoken of before."""
        clause = s.clauses[named.clause]
        if "folgen" in clause.verbs and named.nominative and _followed(s, clause):
            other = self.before.spoken_of(number, here)
            if other is not None:
                yield Said(here, other, clause, "follows-on-topic")
            return
        handed = named.marker == "an" and not self._giving_up.isdisjoint(clause.verbs)
        if handed and any(self.k.lemma(s.tokens[i].text) in self._posts for i in clause.tokens):
            other = self.before.spoken_of(number, here)
            if other is not None and not any(a.clause == named.clause and a.nominative for a in s.arguments):
                yield Said(here, other, clause, "handed-over")
            return
        verb = next((lemma for lemma, _, _ in clause.lemmas if lemma in self.k.words("succeeding-verbs")), "")
        if not verb or (verb == "folgen") != (named.marker == "auf"):
            return
        own = [a for a in s.arguments if a.clause == named.clause and a.nominative and a is not named]
        if own or (named.marker == "np" and "n" in named.cases and not _pronoun_first(s, named, clause)):
            return
        people = [a for a in s.arguments if a.type is EntityType.PERSON and a.nominative and not a.reference]
        before = [a for a in people if a.clause < named.clause]
        other = before[-1].draft if before else self.before.spoken_of(number, here)
        if other is not None and other is not here:
            yield Said(other, here, clause, "open-subject-succeeds")

    def post_held(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[Said]:
        """„Den Posten hatte zuvor X inne“, „Vor ihr saß X auf diesem Stuhl“: X went before who was spoken of.

        So did „X, der dieses Amt neun Jahre lang versah“ and „X, bislang in dieser Funktion, …“; and „CIO ist Y, den
        Posten hatte zuvor X“ names both.
        """
        if self._was_in_it(s, named):
            other = self.before.spoken_of(number, here)
            if other is not None and id(other) in self._holders:
                yield Said(other, here, s.clauses[named.clause], "held-before")
            return
        for at, clause in self._told_of(s, named):
            words = clause.words
            preceded = next(
                (
                    a.draft
                    for a in s.arguments
                    if a.marker == "vor" and a.reference and a.type is EntityType.PERSON and a.clause == at
                ),
                None,
            )
            if preceded is not None and preceded is not here:
                yield Said(preceded, here, clause, "held-before")
                continue
            # „Bis dahin leitet X die Geschäfte“ tells of who comes in between
            before = _BEFORE - ({"dahin"} if in_present(s, clause) else set())
            earlier = bool(words & before) or bool(_HAD & set(clause.auxiliaries))
            earlier = earlier or (clause.kind == "relative" and in_preterite(s, clause))
            if not earlier or not (self._beside_post(s, clause) or any(self._open_post(s, i) for i in clause.tokens)):
                continue
            other = _before_in_sentence(s, named, at) or self.before.spoken_of(number, here)
            own = {o.role.name for o in self._past if o.person is here and o.sentence.start < s.start}
            if own and other is not None and own.isdisjoint(self._titles.get(id(other), own)):
                # „X hat das Amt des CIO aufgegeben. Ministerin A bedauert das. X hatte das Amt drei Jahre inne“
                continue
            if other is not None and id(other) in self._holders:
                yield Said(other, here, clause, SEAT if _is_seat(s, clause) else "held-before")

    def _was_in_it(self, s: Sentence, named: Argument) -> bool:
        """„Jens Ott, bislang in dieser Funktion, …“: what stands between commas behind a name."""
        if s.text_at(named.last) != "," or s.low_at(named.last + 1) not in _BEFORE - {"dahin"}:
            return False
        end = next((i for i in range(named.last + 2, len(s.tokens)) if s.tokens[i].text in {",", "."}), -1)
        at = end - 1
        return end > 0 and self._open_post(s, at) and s.low_at(at - 2) in {"auf", "in"}

    def _told_of(self, s: Sentence, named: Argument) -> Iterator[tuple[int, Clause]]:
        """Clauses that say that somebody holds something: that of the name, or a relative one about it."""
        for a in s.arguments:
            relative = a.draft is named.draft and a.first in s.relatives and "n" in a.cases
            if (a is named and a.nominative) or (relative and a.marker == "np"):
                clause = s.clauses[a.clause]
                lemmas = clause.verbs
                # „Das war vor ihm Jens Ott“
                was = lemmas == {"sein"} and any(s.lower[i] == "das" and i not in s.taken for i in clause.tokens)
                # „Vor ihr hatte Jens Ott diese Aufgabe“
                had = lemmas == {"haben"} and bool(_HAD & set(clause.auxiliaries))
                had = had and not (_BEFORE | {"lang", "lange", "vor"}).isdisjoint(clause.words)
                had = had and any(self._open_post(s, i) and not _goes_on(s, i) for i in clause.tokens)
                if self._held & lemmas or was or had:
                    yield a.clause, clause

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
        return post and s.lower[noun - 1] in ONE and s.text_at(noun - 2) in PAUSES

    def post_empty(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[Said]:
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
        other = self.before.spoken_of(number, here)
        if other is not None:
            yield Said(other, here, s.clauses[0], "post-was-empty")

    def taken_up(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[Said]:
        """„A gibt den Vorsitz ab. Übernommen hat ihn B“, „A hört auf. Neuer CIO wird B“."""
        lemmas = s.clauses[named.clause].verbs
        own = any(self._own_post(s, i) for i in s.clauses[named.clause].tokens)
        if own and _is_given(named, lemmas):
            other = self.before.spoken_of(number, here)
            if other is not None:
                yield Said(here, other, s.clauses[named.clause], "takes-the-post-of-topic")
            return
        if self._is_called_to(s, named):
            other = self.before.spoken_of(number, here)
            if other is not None and any(o.person is other and o.status is Status.FORMER for o in self._offices):
                yield Said(here, other, s.clauses[named.clause], "taken-up")
            return
        if named.marker in {"an", "auf"} and lemmas & _GOING_TO and number:
            yield from self._passed_on(s, self.sentences[number - 1], named, here)
            return
        if not named.nominative:
            return
        taking = lemmas & self.k.words("taking-verbs")
        mine = [i for i in s.clauses[named.clause].tokens if self._own_post(s, i, MINE)]
        if taking and mine and s.speaker is not None:
            # „Meine Stelle übernimmt im Januar X“
            seat = any(self.k.lemma(s.tokens[i].text) in self.k.words("seats-among-members") for i in mine)
            yield Said(here, s.speaker, s.clauses[named.clause], SEAT if seat else "takes-the-post-of-topic")
            return
        if own and self._takes(s.clauses[named.clause]):
            other = self.before.spoken_of(number, here)
            if other is not None and not self._takes_up_own(number, s, named, other):
                yield Said(here, other, s.clauses[named.clause], "takes-the-post-of-topic")
            return
        if number == 0 or self.sentences[number - 1].block != s.block:
            return
        gone = self.before.gone(self.sentences[number - 1])
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
        things = any(self.k.lemma(s.tokens[i].text) not in self._posts for i in bare if not self._calls_house(s, i))
        last = self.sentences[number - 1]
        titles = [a for a in s.arguments if a.role is not None and a.clause == named.clause]
        new = [a for a in titles if a.role is not None and a.role.status is Status.NEW]
        new_title = any(self.before.may_have_been(last, gone, a, s.low_at(a.last)) for a in new)
        if (lemmas & self.k.words("taking-verbs") and not objects and not things) or (
            new_title and lemmas <= AUXILIARY_LEMMAS
        ):
            yield Said(here, gone, clause, "taken-up")

    def _takes(self, clause: Clause) -> bool:
        """„Seinen Platz nimmt X ein“, „Sein Amt übernimmt X“, „Sein Amt versieht nun X“."""
        lemmas = clause.verbs
        if lemmas & (self.k.words("taking-verbs") | _TAKING_PLACE):
            return True
        return bool(lemmas & self._held) and not _NOW.isdisjoint(clause.words)

    def _takes_up_own(self, number: int, s: Sentence, named: Argument, other: Draft) -> bool:
        """„Minister A kam. B trat ihr Amt als CIO an“: a post behind the name of who takes it is mostly their own.

        It is that of another who is said to go: „A hört auf. B übernimmt sein Amt“, unless it is called another one.
        """
        clause = s.clauses[named.clause]
        post = next((i for i in clause.tokens if self._own_post(s, i)), -1)
        called = s.low_at(post + 1) == "als"
        if post < named.first and not called:
            return False
        last = self.sentences[number - 1] if number else None
        if s.low_at(post - 1).startswith("neu"):
            return True
        if last is None or last.block != s.block or self.before.gone(last) is not other:
            return True
        return called and self._are_other_posts(s, named.draft, other)

    def _are_other_posts(self, s: Sentence, here: Draft | None, other: Draft) -> bool:
        """„A gibt sein Amt als CIO in Hessen ab. B tritt ihr Amt als CIO von Ulm an“: what B takes was never A's."""
        taken = [o for o in self._offices if o.person is here and o.sentence is s]
        left = [o for o in self._offices if o.person is other and o.status is not Status.DESIGNATED]
        return bool(taken and left) and not any(
            one.role.name == o.role.name and (one.body is o.body or one.body is None or o.body is None)
            for one in taken
            for o in left
        )

    def own_taken(self, s: Sentence, named: Argument, here: Draft) -> Iterator[Said]:
        """„X hat den Stab übergeben: Sein Amt versieht nun Y“: whose post it is, a clause before has told."""
        clause = s.clauses[named.clause]
        owners = [a for a in s.arguments if a.type is EntityType.PERSON and a.reference and a.clause == named.clause]
        owner = only_one(a.draft for a in owners if a.head >= 0 and self.k.lemma(s.text_at(a.head)) in self._posts)
        given = named.nominative and self._takes(clause)
        if owner is not None and owner is not here and (given or _is_given(named, clause.verbs)):
            yield Said(here, owner, clause, "takes-the-post-of-topic")

    def _passed_on(self, s: Sentence, before: Sentence, named: Argument, here: Draft) -> Iterator[Said]:
        """„X verlässt die AKDB. Die Geschäftsführung geht auf Y über“: the post of who has just been said to go."""
        clause = s.clauses[named.clause]
        if before.block != s.block or not any(self._open_post(s, i) for i in clause.tokens):
            return
        gone = self.before.gone(before)
        if gone is not None and gone is not here:
            yield Said(here, gone, clause, "taken-up")

    def _calls_house(self, s: Sentence, i: int) -> bool:
        """„den Chefsessel des Dienstleisters X“: a noun before the name of the house whose post it is."""
        house = s.taken.get(i + 1)
        if house is None or house.type is not EntityType.ORGANISATION or house.first != i + 1:
            return False
        return house.marker == "gen" and house.head >= 0 and self.k.lemma(s.tokens[house.head].text) in self._posts

    def moved_up(self, number: int, s: Sentence, named: Argument, here: Draft) -> Iterator[Said]:
        """„X verlässt die AKDB. Bei der AKDB rückt Y nach“: who has an office in what is named."""
        clause = s.clauses[named.clause]
        if not named.nominative or _MOVING_UP.isdisjoint(clause.verbs):
            return
        there = "dort" in clause.words
        last = self.sentences[number - 1] if number else None
        if there and last is not None and last.block == s.block:
            # „X war CIO der Stadt Ulm. Als Kassel sie holte, rückte dort Y nach“: where X had the office told last
            held = [o for o in self._offices if o.sentence is last and o.body is not None and o.person is not here]
            gone = only_one(o.person for o in held) if len({id(o.body) for o in held}) == 1 else None
            if gone is not None:
                yield Said(here, gone, clause, "after-leaving")
                return
        places = [s.lower[i] for i in clause.tokens if s.low_at(i - 1) in _WITHIN or s.low_at(i - 2) in _WITHIN]
        bodies = {id(a.draft) for a in s.arguments if a.clause == named.clause and a.marker in {"in", "bei"}}
        since = self.sentences[max(0, number - BACK)].start
        other = only_one(
            o.person
            for o in self._offices
            if o.body is not None
            and o.person is not here
            and since <= o.sentence.start < s.start
            and (id(o.body) in bodies or o.body.name.lower().split(" ", 1)[0] in places)
        )
        if other is not None:
            yield Said(here, other, clause, MOVED_UP)

    def stood_no_more(self, number: int, s: Sentence, here: Draft) -> Iterator[Said]:
        """„X ist neue Landrätin. Die Urkunde überreichte Y, der nicht wieder angetreten war“: Y had what X has."""
        if "nicht" not in s.lower:
            return
        for a in s.arguments:
            if a.draft is not here or not a.nominative or a.clause < 0:
                continue
            clause = s.clauses[a.clause]
            if not self._leaving.stands_no_more(s, clause):
                continue
            other = self.before.spoken_of(number, here)
            near = [b for b in self.sentences[max(0, number - 1) : number + 1] if b.block == s.block]
            if other is None or id(other) not in self._holders or not any(other in drafts(b) for b in near):
                continue
            if any(self._stays(b, other) for b in near) or _has_title_unknown(s, a):
                continue
            own = [o for o in self._offices if o.person is here]
            # „Kassels früherer Oberbürgermeister X, der nicht wieder angetreten war“
            now = [o for o in own if o.sentence is s] or [o for o in own if o.status is not Status.FORMER]
            titles = {o.role.name for o in now}
            if not titles or not titles.isdisjoint(self._titles.get(id(other), set())):
                yield Said(other, here, clause, "stood-no-more", presupposed=True)

    def _stays(self, s: Sentence, person: Draft) -> bool:
        """„Vorsitzender bleibt X. Nicht mehr angetreten war Y“: X follows nobody."""
        own = {a.clause for a in s.arguments if a.draft is person and a.clause >= 0}
        return any(not self._staying.isdisjoint(s.clauses[number].verbs) for number in own)

    def _is_called_to(self, s: Sentence, named: Argument) -> bool:
        """„Dann berief das Kabinett X auf den Posten“: whom a clause calls to the post that was told of before."""
        clause = s.clauses[named.clause]
        if named.marker != "np" or clause.verbs.isdisjoint(self._choosing) or "nicht" in s.lower:
            return False
        people = {id(a.draft) for a in s.arguments if a.clause == named.clause and a.type is EntityType.PERSON}
        called = any(
            s.low_at(i - 2) in _TO and s.low_at(i - 1) in _THE_POST and self.k.lemma(s.tokens[i].text) in self._posts
            for i in clause.tokens
            # „auf den Posten des CDO“
            if i > 1 and s.low_at(i + 1) not in _OF_ANOTHER
        )
        return called and len(people) == 1

    def _own_post(self, s: Sentence, i: int, whose: frozenset[str] = THEIRS) -> bool:
        """„Sein Amt“, „ihre bisherigen Aufgaben“, where the possessive is no person of the same sentence."""
        if self.k.lemma(s.tokens[i].text) not in self._posts:
            return False
        return any(s.low_at(j) in whose for j in (i - 1, i - 2))


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


def _pronoun_first(s: Sentence, named: Argument, clause: Clause) -> bool:
    return any(s.lower[i] in _OPEN_SUBJECTS and i < named.first for i in clause.tokens)


def _before_in_sentence(s: Sentence, named: Argument, at: int) -> Draft | None:
    """The only other person who is the subject of a clause before."""
    return only_one(
        a.draft
        for a in s.arguments
        if a.type is EntityType.PERSON and a.nominative and a.clause < at and a.draft is not named.draft
    )


def _is_given(named: Argument, lemmas: frozenset[str]) -> bool:
    """„Sein Amt geht an X“, „Ihre Stelle fällt X zu“, „Seine Aufgaben bekommt X“: who gets what was another's."""
    if "zufallen" in lemmas:
        return named.marker == "np"
    if lemmas & _GOING_TO:
        return named.marker in {"an", "auf"}
    return bool(lemmas & _GETTING) and named.nominative


def _has_title_unknown(s: Sentence, name: Argument) -> bool:
    """„Nicht mehr angetreten ist Kassenwart Y“: a noun before a name that may tell what Y has left."""
    before = name.first - 1
    return before > 0 and before not in s.taken and s.text_at(before)[:1].isupper()


def _goes_on(s: Sentence, i: int) -> bool:
    """„hatte die Aufgabe, das Netz zu bauen“, not „hatte diese Aufgabe, die …“: whether a post is only a task."""
    return s.text_at(i + 1) == "," and not s.low_at(i - 1).startswith("dies")


def _is_seat(s: Sentence, clause: Clause) -> bool:
    """„Bislang nimmt X diesen Platz ein“: a place among others, and no office of who was spoken of."""
    return any(s.tokens[i].text in {"Platz", "Sitz"} and s.low_at(i - 1) in {"diesen", "diesem"} for i in clause.tokens)
