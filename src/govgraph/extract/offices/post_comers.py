"""Who comes to a post that was open: „Ulm bekommt eine CDO. Eingestellt wird Anna Weber“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.offices.post_holders import BEFORE, GIVER_AND_TAKER, NO
from govgraph.extract.state import BODY_TYPES, only_one
from govgraph.language.grammar import MODALS
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, RoleNoun, Sentence

_HEADS = frozenset({BlockKind.HEADING, BlockKind.KICKER, BlockKind.LEAD, BlockKind.TITLE})
_AS_WHAT = frozenset({"als", "zum", "zur"})
_AGAIN = frozenset({"endlich", "erstmals", "jetzt", "nun", "wieder"})
_SHOWN = frozenset({"das", "den", "die", "ein", "eine", "einen", "ihr", "ihre", "ihren", "sein", "seine", "seinen"})
_PLACED = frozenset({"an", "auf", "für", "in", "um", "über"})
_SO_FAR = BEFORE | {"aktuell", "derzeit", "gegenwärtig", "momentan", "noch", "zurzeit"}
"""Adverbs by which somebody is something until a new post begins, or was so before."""
_BEING_SOMETHING = frozenset({"amtieren", "arbeiten", "leiten", "sein", "tätig", "wirken"})
_A = frozenset({"ein", "eine", "einen"})
_GETTING = frozenset({"bekommen", "besetzen", "erhalten", "finden", "haben", "holen", "leisten", "teilen"})
"""Verbs by which a body has somebody for a post, whom the next sentence names."""
_BY_PROFESSION = frozenset({"hauptamtlich", "hauptberuflich"})
"""Adverbs of what a newcomer is beside a post: „Anna Weber ist hauptberuflich Landrätin“."""
TERM = 8
"""Within how many words after a name „seit Mai im Amt“ may stand."""


class PostComers:
    """Tells who comes to a post whose title waits for a name.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.words
        self._filling = words("filling-verbs")
        self._choosing = words("choosing-verbs")
        self._showing = words("presenting-verbs")
        self._coming = self._choosing | self._showing | {"antreten", "entscheiden", "fallen", "heißen", "kommen"}
        self._judging = words("judging-verbs") | words("reacting-verbs") | words("speech-verbs")
        self._honours = words("academic-titles") | {"."}
        self._first_day = words("first-day-nouns")

    def comer(self, sentences: Sequence[Sentence], number: int, index: int) -> Draft | None:
        """Who a clause says comes, or whom a sentence names first after one that tells of a new post.

        Args:
            sentences: The article.
            number: Number of the sentence.
            index: Number of its clause.
        """
        s = sentences[number]
        chosen = self._chosen(s, index, s.clauses[index])
        return self._begun(sentences, number) if chosen is None and number and not index else chosen

    def _chosen(self, s: Sentence, index: int, clause: Clause) -> Draft | None:
        """„Eingestellt wird X“, „Der Rat berief X“, „X tritt ihren Dienst an“, „X kommt vom BSI“: who comes."""
        lemmas = clause.verbs
        if clause.kind != "main" or lemmas.isdisjoint(self._coming):
            return None
        here = [a for a in s.arguments if a.clause == index and not a.adjective and not a.reference]
        elsewhere = (a for a in here if a.marker == "in" and a.head < 0 and a.type is EntityType.ORGANISATION)
        if any(s.lower[i] in _AS_WHAT for i in clause.tokens) or any(elsewhere):
            return None
        choice = self._choice(s, clause, lemmas)
        if choice:
            return only_one(a.draft for a in here if a.type is EntityType.PERSON and a.marker == choice)
        people = [a for a in here if a.type is EntityType.PERSON and a.marker == "np" and a.head < 0]
        if lemmas & self._showing and self._has_object(s, clause, people):
            return None
        if lemmas & (self._choosing | self._showing):
            passive = is_passive(clause) or "ist" in clause.auxiliaries
            last = max(people, key=_first, default=None)
            if last is None or len(people) > (1 if passive else GIVER_AND_TAKER):
                return None
            return last.draft if passive or last.first > min(at for _, at, _ in clause.lemmas) else None
        starts = "antreten" in lemmas and any(s.tokens[i].text in self._first_day for i in clause.tokens)
        comes = "kommen" in lemmas and any(a.marker in {"aus", "von"} and a.type in BODY_TYPES for a in here)
        called = "heißen" in lemmas and s.text_at(clause.tokens[0] - 1) == ":"
        return only_one(a.draft for a in people if a.nominative) if starts or comes or called else None

    @staticmethod
    def _choice(s: Sentence, clause: Clause, lemmas: frozenset[str]) -> str:
        """„Die Wahl fiel auf X“, „Der Rat entschied sich für X“: the preposition before who is chosen."""
        words = {s.lower[i] for i in clause.tokens}
        if "fallen" in lemmas and words & {"wahl", "entscheidung"}:
            return "auf"
        return "für" if "entscheiden" in lemmas and "sich" in words else ""

    @staticmethod
    def _has_object(s: Sentence, clause: Clause, people: Sequence[Argument]) -> bool:
        """„stellte X das Portal vor“: something else that is shown, after the names."""
        last = max((a.last for a in people), default=0)
        inside = [i for i in clause.tokens if i >= last and s.lower[i] in _SHOWN and s.low_at(i - 1) not in _PLACED]
        return any(i not in s.dated for i in inside)

    def _begun(self, sentences: Sequence[Sentence], number: int) -> Draft | None:
        """„Ulm bekommt eine CDO. Anna Weber kennt die Stadt gut“: who is named first in the next sentence.

        Somebody with a title of his own may only say something about it.
        """
        before, s = sentences[number - 1], sentences[number]
        person = next((a for a in s.arguments if a.type is EntityType.PERSON and not a.reference), None)
        if person is None or person.draft is None or not person.nominative or " " not in person.draft.name:
            return None
        opens = all(s.text_at(i) in self._honours for i in range(person.first))
        known = any(a.draft is person.draft for b in sentences[:number] if b.kind not in _HEADS for a in b.arguments)
        titles = [a for a in s.arguments if a.role is not None and person.draft in a.role.holders]
        # „Anna Weber ist hauptberuflich Landrätin“: what else somebody is
        besides = len(titles) == 1 and not _BY_PROFESSION.isdisjoint(s.lower) and s.text_at(person.last) != ","
        titled = not besides and any(not _is_so_far(s, title) for title in titles)
        lemmas = {lemma for clause in before.clauses for lemma, _, _ in clause.lemmas}
        modal = not MODALS.keys().isdisjoint(before.lower)
        gets = not lemmas.isdisjoint(_GETTING) and not _A.isdisjoint(before.lower) and not modal
        # „X von der FDP hält das für falsch“
        judges = any(not self._judging.isdisjoint(clause.verbs) for clause in s.clauses)
        gets = (
            gets
            and not (judges and not self._is_in_office(s, person))
            and s.low_at(person.last) not in {"aus", "von", "vom"}
        )
        return person.draft if opens and gets and not known and not titled and s.block == before.block else None

    @staticmethod
    def _is_in_office(s: Sentence, name: Argument) -> bool:
        """„Anna Weber, im Amt seit März, erzählt …“: beside the name stands since when somebody has the post."""
        words = s.lower[name.last : name.last + TERM]
        return s.text_at(name.last) == "," and "seit" in words and "amt" in words

    def open_title(
        self, sentences: Sequence[Sentence], number: int, clause: Clause
    ) -> tuple[Sentence, RoleNoun | None]:
        """The title that waits for whom a clause names, before a colon in its sentence or in the one before."""
        s = sentences[number]
        if s.text_at(clause.tokens[0] - 1) == ":" or s.text_at(clause.tokens[0]) == ":":
            return s, self._filled(s, s, clause.tokens[0])
        before = sentences[max(0, number - 1)]
        return before, self._filled(before, s) if number else None

    def _filled(self, before: Sentence, s: Sentence, end: int = 1000) -> RoleNoun | None:
        """The only title of a sentence that says that a body gets somebody, and names nobody."""
        near = before.block == s.block or (before.kind in _HEADS and s.block - before.block == 1)
        titles = [a.role for a in before.arguments if a.role is not None and a.first < end]
        named = any(a.type is EntityType.PERSON and a.first < end for a in before.arguments)
        # „einen Chief Digital Officer (CDO)“
        once = len({role.name for role in titles}) == 1 and not any(role.holders for role in titles)
        if not near or named or not once or titles[0].weak or titles[0].plural:
            return None
        lemmas = {lemma for clause in before.clauses for lemma, at, _ in clause.lemmas if at < end}
        fresh = titles[0].status is Status.NEW or any(d.lead in {"from", "at"} for d in before.dates)
        again = "haben" in lemmas and (fresh or not (_AGAIN | _A).isdisjoint(before.lower))
        gets = again or not lemmas.isdisjoint(self._filling) or (not lemmas and titles[0].status is Status.NEW)
        return titles[0] if gets and NO.isdisjoint(before.lower) else None


def _is_so_far(s: Sentence, title: Argument) -> bool:
    """„ist derzeit noch Kanzlerin“, „war vorher Referatsleiter“: what somebody is until a new post begins."""
    if not 0 <= title.clause < len(s.clauses) or title.marker not in {"als", "np"}:
        return False
    clause = s.clauses[title.clause]
    only = clause.verbs <= _BEING_SOMETHING
    return only and any(s.lower[i] in _SO_FAR for i in clause.tokens)


def _first(a: Argument) -> int:
    return a.first
