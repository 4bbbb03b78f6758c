"""Offices by the post alone: „In Ulm gibt es eine CISO. Die Stelle hat Anna Weber inne“, „… aus dem Amt geschieden“.

Called once for an article. `post_holders` tells who has or leaves a post, `post_comers` who comes to an open one; the
title is looked for here, in the sentences before.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.offices.post_comers import TERM, PostComers
from govgraph.extract.offices.post_holders import CALLED_BY, NO, PostHolders
from govgraph.extract.state import STARTING, OfficeDraft
from govgraph.language.grammar import MODALS
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Argument, Clause, Draft, RoleNoun, Sentence

_BESIDES = frozenset({"gleichzeitig", "zugleich"})
"""Adverbs right behind a name of what somebody is besides the title just said."""
_BACK = 2
"""How many sentences before it the title of a post may stand."""
_NOW = frozenset({"fortan", "jetzt", "künftig", "nun", "nunmehr", "seither"})
_GOING = {"gehen": "an", "fallen": "an", "besetzen": "mit", "betrauen": "mit", "liegen": "bei", "übergehen": "auf"}
"""Verbs by which a post comes to somebody, and the preposition before the name."""
_ELSEWHERE = frozenset({"am", "an", "beim", "bei", "im", "in"})
_FOLLOWING = frozenset({*STARTING, Status.CURRENT})
_NEAR = 200
"""How many code points before it what another has taken may be told."""
_CONFIDENCE = 0.6


class _Known(NamedTuple):
    """What is known of offices while posts are read.

    Attributes:
        offices: Offices read before.
        held: Who has which title; what is found is added.
        past: Ids of titles that somebody had once, and nobody has.
    """

    offices: Sequence[OfficeDraft]
    held: set[tuple[int, str | None]]
    past: set[int]


class PostReader:
    """Reads who holds or has left a post whose title stands free in a sentence or headline before.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, bodies: BodyFinder, date: str | None) -> None:
        self.bodies = bodies
        self.date = date
        self._holders = PostHolders(knowledge)
        self._comers = PostComers(knowledge)
        self._moving = knowledge.words("moving-verbs") | {"wandern", "ziehen", "übergehen", "umziehen"}

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Offices of such posts.

        Args:
            sentences: The article.
            known: Offices read so far; nobody is given the same title twice.
        """
        past = {id(o.role) for o in known if o.status is Status.FORMER}
        past -= {id(o.role) for o in known if o.status is not Status.FORMER}
        so_far = _Known(known, {(id(o.person), o.role.iri) for o in known}, past)
        for number, s in enumerate(sentences):
            if s.tokens[-1].text == "?" or not any(a.type is EntityType.PERSON for a in s.arguments):
                continue
            before = sentences[number - 1] if number else None
            incumbent = _in_office(before, s) if before is not None else None
            if before is not None and incumbent is not None:
                person, title = incumbent
                yield from self._office(before, title, (person, Status.CURRENT, s), so_far.held)
            for index, clause in enumerate(s.clauses):
                found = self._holders.holder(s, index, clause, before)
                if found is None:
                    yield from self._come(sentences, number, index, so_far.held)
                else:
                    yield from self._told(sentences, number, clause, found, so_far)

    def _come(
        self, sentences: Sequence[Sentence], number: int, index: int, held: set[tuple[int, str | None]]
    ) -> Iterator[OfficeDraft]:
        """The office of who comes to a post whose title waits for a name."""
        s = sentences[number]
        comer = self._comers.comer(sentences, number, index)
        if comer is None:
            return
        before, title = self._comers.open_title(sentences, number, s.clauses[index])
        agrees = title is not None and (comer.feminine in {None, title.feminine} or not title.feminine)
        if title is not None and agrees and self._is_named(before, title, comer):
            status = Status.DESIGNATED if self._is_ahead(before) else Status.NEW
            yield from self._office(before, title, (comer, status, s), held)

    def _told(
        self, sentences: Sequence[Sentence], number: int, clause: Clause, found: tuple[Draft, Status], known: _Known
    ) -> Iterator[OfficeDraft]:
        """The offices of who a clause says has, gets or leaves a post, by the title that stands free before it."""
        s = sentences[number]
        person, status = found
        own = [
            a
            for a in s.arguments
            if a.role is not None
            and a.first < clause.tokens[0]
            and (id(a.role) in known.past or (not a.role.holders and not a.role.weak and not a.role.plural))
        ]
        free = _free([*sentences[max(0, number - _BACK) : number], *([s] if own else [])], known.past, own)
        free = None if free is not None and self._holders.calls_otherwise(s, clause, free[1]) else free
        given = None if free is not None else self._given_up(s, clause, found, known.offices)
        if given is not None and (id(person), given.role.iri) not in known.held:
            known.held.add((id(person), given.role.iri))
            yield given
            return
        if free is None and number and sentences[number - 1].block == s.block:
            for title in _passed_on(s, clause, sentences[number - 1], person):
                yield from self._office(sentences[number - 1], replace(title), (person, status, s), known.held)
        if free is None or (id(person), free[1].iri) in known.held:
            return
        before, role = free
        if person.feminine is not None and role.feminine and not person.feminine:
            return
        yield from self._office(before, role, (person, status, s), known.held)

    def _office(
        self, before: Sentence, role: RoleNoun, taker: tuple[Draft, Status, Sentence], held: set[tuple[int, str | None]]
    ) -> Iterator[OfficeDraft]:
        """The office of who has a post whose title stands in a sentence before."""
        person, status, s = taker
        title = next((a.role for a in before.arguments if a.role is not None and a.role.name == role.name), role)
        body, _ = self.bodies.find(before, title, person)
        if body is not None and self._is_moved_from(before, body):
            body = body.jurisdiction
        if body is not None and (id(person), role.iri) not in held:
            held.add((id(person), role.iri))
            role.holders.append(person)
            yield OfficeDraft(
                person,
                role,
                body,
                status,
                confidence=_CONFIDENCE,
                sentence=s,
                how="clause",
                sure=True,
                rule="post-told-alone",
            )

    def _is_named(self, before: Sentence, title: RoleNoun, comer: Draft) -> bool:
        """Whether the sentence of a title names the body that would be found for it."""
        body, sure = self.bodies.find(before, title, comer)
        return sure or any(a.draft is body and a.draft is not None for a in before.arguments)

    def _is_ahead(self, s: Sentence) -> bool:
        """„bekommt zum 1. April eine Direktorin“: whether a sentence tells of a post from a day to come on."""
        days = [d.value for d in s.dates if d.lead in {"at", "from"}]
        return self.date is not None and bool(days) and all(day > self.date[: len(day)] for day in days)

    def _is_moved_from(self, s: Sentence, body: Draft) -> bool:
        """„Das Amt des CIO ist vom Finanzministerium zur Staatskanzlei gezogen“: where a post is no longer."""
        away = [a.clause for a in s.arguments if a.draft is body and a.marker in {"aus", "von"}]
        moved = (lemma for n in away if 0 <= n < len(s.clauses) for lemma, _, _ in s.clauses[n].lemmas)
        return body.jurisdiction is not None and any(lemma in self._moving for lemma in moved)

    def _given_up(
        self, s: Sentence, clause: Clause, found: tuple[Draft, Status], known: Sequence[OfficeDraft]
    ) -> OfficeDraft | None:
        """„Neue Vorsitzende der AG ist X. Y gab den Vorsitz ab“: what somebody gives up whom another has followed.

        „den Vorsitz“ is that of whoever chairs; „das Amt“ is one that somebody has just taken.
        """
        person, status = found
        gives = self._holders.gives_up(clause)
        if status is not Status.FORMER or not gives or not MODALS.keys().isdisjoint(clause.auxiliaries):
            return None
        if any(a.role is not None and a.first < clause.tokens[0] for a in s.arguments):
            # „Geschäftsführer ist Y; den Posten hatte X abgegeben“: a title that is nearer
            return None
        # not „den Vorsitz im Kreistag“
        free = (i for i in clause.tokens if self._holders.is_post(s, i))
        free = (i for i in free if s.low_at(i + 1) not in _ELSEWHERE or {i + 1, i + 2} & s.dated)
        nouns = self._holders.nouns(s, free)
        if not nouns:
            return None
        ends = tuple(CALLED_BY[noun] for noun in nouns & CALLED_BY.keys())
        near = [o for o in known if o.sentence.block == s.block and 0 < s.start - o.sentence.end <= _NEAR]
        near = [o for o in near if o.body is not None and (o.how == "clause" or o.status in STARTING)]
        near = [o for o in near if o.status in _FOLLOWING]
        near = [o for o in near if (o.role.name.lower().endswith(ends) if ends else o.status in STARTING or o.since)]
        if len({(o.role.iri, id(o.body)) for o in near}) != 1 or any(o.person is person for o in near):
            return None
        held = Status.CURRENT if near[-1].status is Status.DESIGNATED else status
        role = replace(near[-1].role, holders=[person], status=None)
        return OfficeDraft(
            person,
            role,
            near[-1].body,
            held,
            confidence=_CONFIDENCE,
            sentence=s,
            how="clause",
            sure=True,
            rule="post-told-alone",
        )


def _in_office(before: Sentence, s: Sentence) -> tuple[Draft, RoleNoun] | None:
    """„Kritik kommt von der Präsidentin des Amts. Anna Weber, seit Mai im Amt, …“: who has the title just said.

    So is who is something else besides: „Gastgeberin war die Landrätin. Anna Weber, zugleich Vorsitzende des …“.
    """
    first = s.taken.get(0)
    if before.block != s.block or first is None or first.type is not EntityType.PERSON:
        return None
    inside = range(first.last, min(first.last + TERM, len(s.tokens)))
    at = next((i for i in inside if s.tokens[i].text == "Amt" and s.low_at(i - 1) == "im"), -1)
    since = "seit" in s.lower[first.last : max(at, 0)] and s.text_at(at + 1) in {",", ".", ")", "–", "ist"}
    besides = s.text_at(first.last) == "," and s.low_at(first.last + 1) in _BESIDES
    if not (since or besides) or s.text_at(first.last) not in {",", "(", "–", "ist"}:
        return None
    # „Mit dem Landrat liegt Bürgermeister Jens Ott über Kreuz“: one of the titles is nobody's yet
    titles = [a for a in before.arguments if a.role is not None and not a.role.holders]
    title = titles[0] if len(titles) == 1 else None
    role = None if title is None else title.role
    if title is None or role is None or role.plural or role.weak or not role.definite:
        return None
    named = any(a.draft is first.draft for a in before.arguments)
    titled = since and any(first.draft in a.role.holders for a in s.arguments if a.role is not None)
    # „Anna Weber, seit Januar im Amt, wird zugleich Transparenzbeauftragte“
    titled = titled and _BESIDES.isdisjoint(s.lower)
    agrees = first.draft is not None and first.draft.feminine in {None, role.feminine}
    return (first.draft, role) if first.draft is not None and agrees and not (named or titled) else None


def _passed_on(s: Sentence, clause: Clause, before: Sentence, person: Draft) -> list[RoleNoun]:
    """„X, CIO und Staatssekretär, ist gegangen. Beide Aufgaben liegen nun bei Y“: what the other one had."""
    going = _GOING.keys() & clause.verbs
    if not going or not _NOW & {s.lower[i] for i in clause.tokens}:
        return []
    titles = [a.role for a in sorted(before.arguments, key=lambda a: a.first) if a.role is not None and not a.role.weak]
    if len({id(d) for role in titles for d in role.holders}) != 1 or person in titles[0].holders:
        return []
    both = any(s.lower[i] in {"beide", "beiden"} for i in clause.tokens)
    return titles if both or len(titles) == 1 else []


def _free(
    before: Sequence[Sentence], past: Collection[int], own: Sequence[Argument]
) -> tuple[Sentence, RoleNoun] | None:
    """The only title whose holder is none or a former one in the sentences before, if they name it last."""
    found = [(s, sorted(s.arguments, key=lambda a: a.first)) for s in before]
    if own:
        found[-1] = (before[-1], list(own))
    titles = [(s, a.role) for s, arguments in found for a in arguments if a.role is not None]
    open_ = [(s, role) for s, role in titles if (not role.holders or id(role) in past) and not _is_denied(s, role)]
    free = [(s, role) for s, role in open_ if not role.weak and not role.plural]
    last = bool(free) and free[-1][1] is titles[-1][1]
    return free[-1] if last and len({role.name for _, role in free}) == 1 else None


def _is_denied(s: Sentence, role: RoleNoun) -> bool:
    """„Vorsitzender wurde er nie“: a title that nobody is said to have."""
    title = s.title(role)
    if title is None or not 0 <= title.clause < len(s.clauses):
        return False
    return any(s.lower[i] in NO for i in s.clauses[title.clause].tokens)
