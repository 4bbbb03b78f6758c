"""Who had a post that is open or passes: „die Stelle der CDO ist nach dem Weggang von X vakant“, „Amtsinhaber X“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, in_preterite, is_perfect
from govgraph.extract.offices.leaving import Leaving
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.state import STARTING, OfficeDraft, only_one
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Argument, Clause, Draft, RoleNoun, Sentence

_REACH = 2
"""How many sentences from an incumbent the title may stand."""
_PARAGRAPH = 5
"""How many sentences of the paragraph before are looked at."""
_INHERITING = frozenset({"erben", "übernehmen"})
_EVER_SINCE = frozenset({"da", "nachdem", "seit", "seitdem", "weil"})
_BEATEN = frozenset(
    {"besiegen", "bezwingen", "durchsetzen", "schlagen", "siegen", "unterliegen", "ablösen", "verlieren"}
)
_AIMING = frozenset({"will", "wollen", "wollte", "wollten", "möchte", "möchten", "soll", "sollte", "könnte"})
_WINNING = _BEATEN - {"ablösen", "unterliegen", "verlieren"}
_HAD = frozenset({"hatte", "hatten"})
_NO = frozenset({"kein", "keine", "keinen"})
_MOVING = frozenset({"gehen", "verlassen", "wechseln", "ziehen"})
_THE = frozenset({"das", "dem", "der", "die", "ihr", "ihre", "sein", "seine"})
_OF_WHICH = frozenset({"der", "des", "für", "von", "als"})
_ONCE = frozenset({"bisherige", "ehemalige", "frühere", "letzte", "vorherige", "vorige", "vormalige"})
_HOLDERS = frozenset({"Inhaber", "Inhaberin"})
"""Nouns for who has a post, where an adjective says that it was once."""
_POST_ENDS = ("amt", "posten", "sessel", "stelle", "stuhl")
_CONFIDENCE = 0.6


class IncumbentReader:
    """Reads from what is said of a post who has had it or still has it.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
    """

    def __init__(self, knowledge: Knowledge, bodies: BodyFinder) -> None:
        self.k = knowledge
        self.bodies = bodies
        self._leaving = Leaving(knowledge)
        self._acts = knowledge.words("leaving-acts")
        self._posts = knowledge.words("posts-left")
        self._open = knowledge.words("empty-words") | knowledge.words("seeking-words")
        self._next = knowledge.words("successor-nouns")
        self._acting = knowledge.words("acting-adverbs")
        self._incumbents = knowledge.words("incumbent-nouns")
        self._below = tuple(knowledge.words("subordinate-roles"))
        self._helping = knowledge.words("filling-in-verbs") - {"übernehmen"}

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Offices of such people, none twice.

        Args:
            sentences: The article.
            known: Offices read so far.
        """
        held = {(id(o.person), o.role.name) for o in known}
        for number, s in enumerate(sentences):
            if s.kind is BlockKind.QUESTION or not any(a.type is EntityType.PERSON for a in s.arguments):
                continue
            before = sentences[number - 1] if number else None
            for title, person, status in (*self._left_open(s), *self._inherited(s), *self._without_heir(s, before)):
                yield from self._office(s, title, (person, status, s), held)
            for person, status in self._named(s):
                near_by = [*self._of_post(number, sentences, (person, status, s), known, held)]
                yield from near_by or self._of_winner(s, person, known, held)
            for person, status in self._gone_from_it(s):
                found = self._of_post(number, sentences, (person, status, s), known, held)
                yield from (self._right_there(s, o) for o in found)

    # ------------------------------------------------------------------ one sentence

    def _left_open(self, s: Sentence) -> Iterator[tuple[RoleNoun, Draft, Status]]:
        """„Die Stelle der CDO ist nach dem Weggang von X vakant“, „…, seit X zum Bund gewechselt ist“."""
        titles = self._held_for_now(s) if self._open.isdisjoint(s.lower) else self._free(s)
        if len(titles) != 1:
            return
        for person in self._gone(s):
            if person not in titles[0].holders:
                yield titles[0], person, Status.FORMER

    def _gone(self, s: Sentence) -> Iterator[Draft]:
        """„nach dem Weggang von X“, „seit X zum Bund gewechselt ist“: who is no longer there."""
        for a in s.arguments:
            if a.type is not EntityType.PERSON or a.reference or a.draft is None:
                continue
            gone = a.marker in {"gen", "von"} and s.text_at(a.head) in self._acts
            clause = s.clauses[a.clause] if 0 <= a.clause < len(s.clauses) else None
            since = clause is not None and clause.opener in _EVER_SINCE and a.nominative
            if gone or (since and clause is not None and (is_perfect(clause) or self._goes(s, clause))):
                yield a.draft
            elif clause is not None and clause.opener == "als" and a.nominative and self._goes(s, clause):
                # „Frei wurde die Stelle, als X zum Bund wechselte“
                yield a.draft

    def _goes(self, s: Sentence, clause: Clause) -> bool:
        """„seit X in den Ruhestand trat“, „seit X im Mai das Rathaus verließ“."""
        moves = not _MOVING.isdisjoint(clause.verbs)
        return self._leaving.says(s, clause) or (moves and in_preterite(s, clause))

    def _held_for_now(self, s: Sentence) -> list[RoleNoun]:
        """„Seit X gegangen ist, führt Y das Amt des CIO kommissarisch“: the title that another has for now."""
        helping = [n for n, c in enumerate(s.clauses) if not self._helping.isdisjoint(c.verbs)]
        if helping:
            # „Seit April springt Y als Direktorin ein, weil X gegangen ist“
            return [a.role for a in s.arguments if a.role is not None and a.marker == "als" and a.clause in helping]
        if self._acting.isdisjoint(s.lower):
            return []
        titles = (a for a in s.arguments if a.role is not None and a.marker == "gen")
        return [a.role for a in titles if a.role is not None and self.k.lemma(s.text_at(a.head)) in self._posts]

    def _gone_from_it(self, s: Sentence) -> Iterator[tuple[Draft, Status]]:
        """„Seit dem Weggang von X ist das Amt unbesetzt“, „… übt Y es vertretungsweise aus“: no title stands here.

        So with „X war Ende Juli nach Kiel gewechselt, einen Monat lang war die Stelle frei“.
        """
        titles = (a for a in s.arguments if a.role is not None)
        if (self._open | self._acting).isdisjoint(s.lower) or not all(_is_aim(s, a) for a in titles):
            return
        posts = [i for i, t in enumerate(s.tokens) if self._is_post(s, i, t.text)]
        if not posts:
            return
        found = list(self._gone(s))
        empty = any(not self._open.isdisjoint(s.lower[j] for j in s.clauses[s.clause_of[i]].tokens) for i in posts)
        if not found and empty:
            people = (a for a in s.arguments if a.nominative and a.type is EntityType.PERSON and a.clause >= 0)
            found = [a.draft for a in people if a.draft is not None and self._has_moved(s, s.clauses[a.clause])]
        if len({id(d) for d in found}) == 1:
            yield found[0], Status.FORMER

    @staticmethod
    def _right_there(s: Sentence, office: OfficeDraft) -> OfficeDraft:
        """„Halle hat wieder einen CDO. In Leipzig ist die Stelle seit dem Weggang von X frei“: the town of the post."""
        towns = (a.draft for a in s.arguments if a.type is EntityType.MUNICIPALITY and a.marker in {"in", "bei"})
        town = only_one(towns)
        of_town = office.body is not None and office.body.type is EntityType.MUNICIPALITY
        return replace(office, body=town) if of_town and town is not None else office

    def _is_post(self, s: Sentence, i: int, text: str) -> bool:
        bare = text[0].isupper() and i not in s.taken and s.low_at(i - 1) in _THE and s.low_at(i + 1) not in _OF_WHICH
        return bare and self.k.lemma(text) in self._posts

    def _has_moved(self, s: Sentence, clause: Clause) -> bool:
        moved = self._leaving.says(s, clause) or not _MOVING.isdisjoint(clause.verbs)
        return moved and is_perfect(clause)

    def _without_heir(self, s: Sentence, before: Sentence | None) -> Iterator[tuple[RoleNoun, Draft, Status]]:
        """„X ist gegangen. Als CIO hat er noch keinen Nachfolger“: what X had, and has where X has not gone yet."""
        none = [i for i, t in enumerate(s.tokens) if t.text in self._next and s.low_at(i - 1) in _NO]
        if not none:
            return
        number = s.clause_of[none[0]]
        clause = s.clauses[number]
        if clause.verbs - {"haben", "finden"}:
            return
        here = [a for a in s.arguments if a.clause == number]
        person = only_one(a.draft for a in here if a.type is EntityType.PERSON and (a.nominative or a.cases == "n"))
        gone = person is not None and before is not None and self._has_gone(before, person)
        if person is not None:
            for a in here:
                if a.role is not None and a.marker == "als" and not a.role.weak:
                    yield a.role, person, Status.FORMER if gone else Status.CURRENT

    def _has_gone(self, s: Sentence, person: Draft) -> bool:
        people = [a for a in s.arguments if a.draft is person and a.nominative and 0 <= a.clause < len(s.clauses)]
        clauses = [s.clauses[a.clause] for a in people]
        return any(self._leaving.says(s, c) and in_past(s, c) for c in clauses)

    def _inherited(self, s: Sentence) -> Iterator[tuple[RoleNoun, Draft, Status]]:
        """„Den Posten der CDO hat A von B geerbt“: both have it one after the other."""
        for title in s.arguments:
            if title.role is None or title.marker != "gen" or self.k.lemma(s.text_at(title.head)) not in self._posts:
                continue
            number = title.clause
            if not 0 <= number < len(s.clauses) or _INHERITING.isdisjoint(s.clauses[number].verbs):
                continue
            here = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON]
            giver = only_one(a.draft for a in here if a.marker == "von" and not a.reference)
            taker = only_one(a.draft for a in here if a.nominative or (a.reference and a.cases == "n"))
            if giver is not None and taker is not None and giver is not taker:
                yield title.role, giver, Status.FORMER
                if taker not in title.role.holders:
                    yield title.role, taker, Status.NEW

    def _free(self, s: Sentence) -> list[RoleNoun]:
        """Titles of a sentence that nobody bears, and that nobody goes for."""
        titles = [a for a in s.arguments if a.role is not None and not a.role.holders and not a.role.weak]
        # „Das wies ein Sprecher des Ministeriums zurück“
        titles = [
            a for a in titles if not (_is_aim(s, a) or (a.role is not None and a.role.name.endswith(self._below)))
        ]
        # „Die Kassen des Landrats sind leer“, „Der Platz neben der Präsidentin blieb frei“
        titles = [a for a in titles if a.marker != "neben" and (a.marker != "gen" or self._is_of_post(s, a.head))]
        return [a.role for a in titles if a.role is not None and not a.role.plural and not a.role.is_deputy]

    def _is_of_post(self, s: Sentence, head: int) -> bool:
        """„die Stelle der CDO“, „die Planstelle des CIO“: whether a noun that a title hangs on is one for a post."""
        return self.k.lemma(s.text_at(head)) in self._posts or s.low_at(head).endswith(_POST_ENDS)

    # ------------------------------------------------------------------ a title near by

    def _named(self, s: Sentence) -> Iterator[tuple[Draft, Status]]:
        """„Amtsinhaberin Anna Weber“, with whether she still is."""
        for a in s.arguments:
            if a.type is not EntityType.PERSON or a.reference or a.draft is None:
                continue
            if self._is_holder(s, a):
                yield a.draft, Status.CURRENT
                continue
            once = s.low_at(a.first - 2).rstrip("nrm") in _ONCE
            if s.text_at(a.first - 1) not in self._incumbents and not (once and s.text_at(a.first - 1) in _HOLDERS):
                continue
            if once:
                yield a.draft, Status.FORMER
                continue
            clause = s.clauses[a.clause] if 0 <= a.clause < len(s.clauses) else None
            beaten = clause is not None and not _BEATEN.isdisjoint(clause.verbs)
            beaten = beaten and clause is not None and _AIMING.isdisjoint(clause.auxiliaries)
            over = clause is not None and a.nominative and in_past(s, clause)
            # „Amtsinhaber X hatte noch einmal kandidieren wollen“
            over = over or (clause is not None and a.nominative and not _HAD.isdisjoint(clause.auxiliaries))
            yield a.draft, Status.FORMER if beaten or over else Status.CURRENT

    def _of_winner(
        self, s: Sentence, loser: Draft, known: Sequence[OfficeDraft], held: set[tuple[int, str]]
    ) -> Iterator[OfficeDraft]:
        """„In der Stichwahl schlug Landrat Jens Ott die Amtsinhaberin Eva Roth“: what the winner is, the other was."""
        name = next((a for a in s.arguments if a.draft is loser and not a.reference), None)
        clause = s.clauses[name.clause] if name is not None and 0 <= name.clause < len(s.clauses) else None
        if name is None or clause is None or _WINNING.isdisjoint(clause.verbs):
            return
        if not (in_past(s, clause) or not _HAD.isdisjoint(clause.auxiliaries)):
            return
        others = (a for a in s.arguments if a.clause == name.clause and a.type is EntityType.PERSON)
        winner = only_one(a.draft for a in others if a.draft is not loser)
        offices = [o for o in known if o.person is winner and o.status in {Status.CURRENT, Status.NEW}]
        offices = [o for o in offices if o.body is not None and o.body.kind in TOWNS and self._is_elected(o.role)]
        if len({(o.role.name, id(o.body)) for o in offices}) == 1 and (id(loser), offices[0].role.name) not in held:
            held.add((id(loser), offices[0].role.name))
            yield replace(
                offices[0],
                person=loser,
                status=Status.FORMER,
                since=None,
                until=None,
                sentence=s,
                confidence=_CONFIDENCE,
            )

    def _is_elected(self, role: RoleNoun) -> bool:
        """Whether a town or a district has one of such a title at its head, elected or chosen for a time."""
        known = None if role.iri is None else self.k.roles_by_iri.get(role.iri)
        return known is not None and known.full_time

    def _is_holder(self, s: Sentence, name: Argument) -> bool:
        """„Das Amt gehört zur Staatskanzlei. Inhaberin ist X“: what a sentence says of the post before it."""
        start = 1 if s.low_at(0) in {"dessen", "deren", "ihr", "ihre", "sein", "seine"} else 0
        called = s.text_at(start) in _HOLDERS | self._incumbents
        return called and s.low_at(start + 1) == "ist" and name.nominative and name.clause == s.clause_of[start]

    def _of_post(
        self,
        number: int,
        sentences: Sequence[Sentence],
        holder: tuple[Draft, Status, Sentence],
        known: Sequence[OfficeDraft],
        held: set[tuple[int, str]],
    ) -> Iterator[OfficeDraft]:
        """The office of a title that another takes, or that is free, in the sentences around."""
        person, status, s = holder
        near = [b for b in sentences[max(0, number - _REACH) : number + _REACH + 1] if b.block == s.block]
        if number and sentences[number - 1].block != s.block:
            # „Am 1. Mai trat Y den Dienst an. …“ and in the next paragraph „Frei wurde die Stelle, als X ging“
            last = sentences[number - 1].block
            near = [b for b in sentences[max(0, number - _PARAGRAPH) : number] if b.block == last] + near
        here = {id(b) for b in near}
        taken = [o for o in known if o.person is not person and id(o.sentence) in here]
        fresh = [o for o in taken if o.status in STARTING]
        # „Anna Weber ist seit Mai CIO. Der bisherige Inhaber X …“: what she has had since
        since = [o for o in taken if o.status is Status.CURRENT and o.how == "clause" and status is Status.FORMER]
        taken = fresh or [o for o in since if o.since is not None] or since
        office = taken[0] if taken and len({o.role.name for o in taken}) == 1 else None
        if office is not None and office.body is not None:
            if (id(person), office.role.name) not in held:
                held.add((id(person), office.role.name))
                yield replace(
                    office, person=person, status=status, since=None, until=None, sentence=s, confidence=_CONFIDENCE
                )
            return
        free = [(b, role) for b in near for role in self._free(b)]
        if free and len({role.name for _, role in free}) == 1:
            yield from self._office(free[0][0], free[0][1], holder, held)

    def _office(
        self, at: Sentence, role: RoleNoun, holder: tuple[Draft, Status, Sentence], held: set[tuple[int, str]]
    ) -> Iterator[OfficeDraft]:
        person, status, s = holder
        if (id(person), role.name) in held:
            return
        body, sure = self.bodies.find(at, role, person)
        if body is not None:
            held.add((id(person), role.name))
            yield OfficeDraft(
                person,
                replace(role, holders=[person]),
                body,
                status,
                confidence=_CONFIDENCE,
                sentence=s,
                how="clause",
                sure=sure,
                rule="incumbent",
            )


def _is_aim(s: Sentence, title: Argument) -> bool:
    """„seit X das Haus verließ, um Direktor der AKDB zu werden“: a title that somebody leaves a post for."""
    if not 0 <= title.clause < len(s.clauses):
        return False
    words = [s.lower[i] for i in s.clauses[title.clause].tokens if s.lower[i].isalpha()]
    return words[:1] == ["um"] and "zu" in words
