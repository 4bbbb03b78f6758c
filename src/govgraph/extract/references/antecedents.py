"""What a pronoun stands for: the things spoken of that agree with it and fit its clause, the best of them first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.agreement import is_place
from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.references.pronoun_clauses import (
    after_colon,
    clause_at,
    just_goes,
    opens_done,
    tells_of_body,
)
from govgraph.extract.state import BOARDS, BODY_TYPES, WORKS, only_one
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.references.discourse import Discourse, Mention
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Clause, Draft, Sentence

_SPEAKING = 0.6
"""How much less a pronoun means those who speak."""
_PAIR = 2
_BARE = frozenset({"n", "d"})
_OF_PEOPLE = frozenset({"f", "m"})
_LATELY = 2
"""Within how many sentences something else may be meant than the only person spoken of."""
_PROMINENT = 0.5
"""From which rank on it may."""
_MANY_BACK = 6
"""How far back „die drei Verbände“ may have been named: less than so many sentences."""
_BELONGING = frozenset({"angehören", "vorsitzen"})
"""Verbs whose dative is a body of members."""
_COUNTED = frozenset({"gehören", "rechnen", "zählen"})
"""Verbs that with „zu“ tell of members."""
_MEANS = frozenset({"damit", "durch", "mit"})
_DO_SO = frozenset({"machen", "tun"})
"""Verbs whose „es“ is what somebody else did: „Gera macht es genauso“."""
_PEOPLE = frozenset({EntityType.PERSON})
_TAKING_OVER = frozenset({"erben", "übernehmen"})
_BUILDING = frozenset({"aufbauen", "aufsetzen", "basieren", "beruhen", "fußen", "laufen"})
_STEPPING = frozenset({"rücken", "treten"})
_PLACES_OF = frozenset({"Platz", "Stelle"})
_POSTS = frozenset({"Amt", "Dienst", "Job", "Posten", "Stelle"})
"""Nouns that beside „sein“ and „ihr“ tell of somebody's post."""


class Wanted(NamedTuple):
    """What a pronoun looks for: genders it agrees with, case or preposition, and how many sentences back."""

    gender: str
    marker: str
    reach: int


class Antecedents:
    """Finds what a pronoun stands for among what has been spoken of.

    Args:
        tools: What is the same for every article.
        discourse: What has been spoken of.

    Attributes:
        we: What „wir“ stands for in what is being said.
        unnamed: Genders of people without names who have been spoken of.
    """

    def __init__(self, tools: Tools, discourse: Discourse) -> None:
        words = tools.knowledge.words
        self.we: Draft | None = None
        self.unnamed: set[str] = set()
        self._k = tools.knowledge
        self._agreement = tools.agreement
        self._slots = tools.slots
        self._discourse = discourse
        self._peers = words("predecessor-nouns") | words("successor-nouns")
        self._retreats = words("leaving-nouns") - words("posts-left")
        self._replacing = words("replacing-verbs")
        self._paying = words("money-giving-verbs") | {"bezahlen"}

    def seek(
        self, s: Sentence, i: int, wanted: Wanted, prefer: Callable[[int, Mention], float] | None = None
    ) -> Draft | None:
        """What a pronoun at token `i` stands for; `prefer` tells what it rather means than something else."""
        gender, marker, reach = wanted
        clause = clause_at(s, i)
        of_person = s.topic is not None and s.topic.type is EntityType.PERSON
        narrowed = marker == "n" and not of_person
        expected = self._slots.subject(s, clause) if narrowed else self._slots.expected(s, clause, marker)
        membership = marker == "d" and not _BELONGING.isdisjoint(clause.verbs)
        counted = marker == "zu" and self._counts_bodies(s, clause)
        of_post = marker == "n" and self._of_a_post(s, clause)
        if of_post:
            expected = _PEOPLE
        if marker == "n" and expected and self._displaces(s, clause):
            expected |= WORKS
        if marker == "n" and expected & WORKS and _builds_on(s, clause):
            expected = expected & WORKS
        paying = not self._paying.isdisjoint(clause.verbs)
        if paying and marker == "a" and opens_done(s, clause, i):
            # „Ulm kaufte Tablets. Bezahlt hat sie das Land“: things, and not the town
            expected = expected & WORKS
        paid = marker == "n" and paying and is_passive(clause) and not tells_of_body(s)
        unnamed = gender == "n" and all(lemma not in _DO_SO for lemma, _, _ in clause.lemmas)
        beside = self.beside(s, s.clause_of[i] if s.clause_of else 0, i)
        first = after_colon(s, i)

        def quality(ago: int, m: Mention) -> float | None:
            if m.rank == 0 or id(m.draft) in beside or m.draft is s.speaker:
                # who speaks is „ich“
                return None
            fit = self.agrees(m, gender)
            if self._is_left(ago, m, gender):
                # „A ist CDO von Ulm. Sie kommt von der Agentur X. Nun soll sie …“: A, and not where A was
                return None
            if fit is not None and ago > 1 and m.reference and m.draft.type is EntityType.PERSON:
                # „A sagte, sie …. B wird CIO. Sie …“: somebody else has come since
                fit -= 0.25
            if paid and fit is not None and m.draft.type in expected & WORKS:
                # „Das Institut leitet das Projekt X. Es wird vom Bund gefördert“
                fit += 0.5
            if unnamed and m.draft.type in expected & WORKS and not self._agreement.of_name(m.draft):
                # „die Bürosuite openDesk“: the name alone is „es“, whatever it is introduced as
                fit = max(fit or 0.0, 0.0)
            if fit is None or (s.lower[i] == "das" and not _may_be_it(m)):
                return None
            if expected:
                fit += 0.4 if m.draft.type in expected or not (m.draft.name or of_post) else -0.9
            elif gender == "n" and is_place(m.draft):
                return None
            if first and ago == 0 and m.first < first and m.marker == "np" and m.draft.type in expected & WORKS:
                # „Neu ist die App Kuno: Gera testet sie“: the colon announces what follows
                fit += 0.5
            if ago == 0 and m.reference and m.draft.type in WORKS and s.low_at(m.first) == s.lower[i]:
                # „Gebaut hat sie die KIV, bezahlt wurde sie vom Land“: the same word again means the same work
                fit += 0.5
            if m.draft is self.we and s.lower[i] == "sie":
                # „Die haben wir eingestellt. Bezahlt wurde sie vom Land“: those who speak are „wir“
                fit -= _SPEAKING
            if membership:
                # „Ihm gehören auch Fulda und der Bund an“: a board, and no ministry
                fit += 0.3 if m.draft.kind in BOARDS else -0.6 if m.draft.kind == "Ministry" else 0.0
            if counted:
                # „Zu ihm gehören Ulm und Gera“: a body that was named, and no „Produkt“
                if not m.draft.name:
                    return None
                fit += 0.3 if m.draft.type is EntityType.ORGANISATION else -0.3
            return fit + (prefer(ago, m) if prefer is not None else 0.0)

        found = self._discourse.best(reach, quality) or self._discourse.about(
            gender if reach > 1 else "", expected, beside
        )
        if found is None and reach > 1 and marker in _BARE and gender in _OF_PEOPLE:
            found = self._only_person(s, gender, expected)
        return found

    def _is_left(self, ago: int, body: Mention, gender: str) -> bool:
        """Whether a sentence so far back tells that somebody whom a pronoun may mean was in a body before."""
        line = [m for back, m in self._discourse.before(ago) if back == ago]
        if not any(m.left and m.draft is body.draft for m in line):
            return False
        return any(m.draft.type is EntityType.PERSON and self.agrees(m, gender) is not None for m in line)

    def _only_person(self, s: Sentence, gender: str, expected: frozenset[EntityType]) -> Draft | None:
        """„A leitet das Amt. Das Haus ist alt. Studiert hat sie …“: the one woman or man spoken of so far.

        Nobody where something else that was named of late may be meant, or where the clause tells of no person.
        """
        if gender in self.unnamed:
            # „Ihre Mentorin kam aus Kiel. Das half sehr. Sie …“
            return None
        if (expected and EntityType.PERSON not in expected) or any(self.is_peer(s, i) for i in range(len(s.tokens))):
            # „…, nun berichtet er an dessen Nachfolger B“: that is about another
            return None
        for _, m in self._discourse.before(_LATELY):
            thing = m.draft.type is not EntityType.PERSON and not is_place(m.draft)
            if thing and m.rank >= _PROMINENT and self.agrees(m, gender) is not None:
                return None
        people = {id(m.draft): m for _, m in self._discourse.all() if m.draft.type is EntityType.PERSON}
        fitting = [m.draft for m in people.values() if m.draft.name and self.agrees(m, gender) is not None]
        one = only_one(fitting)
        return None if one is None or one is s.speaker or self._discourse.is_new(one) else one

    def agrees(self, m: Mention, gender: str) -> float | None:
        """How well a mention agrees with a pronoun of this gender (several letters: any of them)."""
        draft = m.draft
        if draft.type is EntityType.PERSON:
            if gender == "n":
                return None
            woman = self._agreement.is_woman(draft)
            # who was spoken of as „er“ stays „er“
            kept = 0.25 if m.reference else 0.0
            if woman is None:
                return 0.1 + kept
            return 0.4 + kept if woman == (gender == "f") else None
        other = -0.2 if m.genders else 0.1
        for known, sure, unsure in ((m.genders, 0.3, 0.2), (draft.genders, 0.1 + other, other)):
            if known and any(g in known for g in gender):
                return (sure if len(known) == 1 else unsure) - (0.6 if is_place(draft) and gender == "n" else 0.0)
        if is_place(draft) and not m.genders:
            return -0.3 if "n" in gender else None
        return None if m.genders or draft.genders else -0.3

    def latest(self, gender: str, expected: frozenset[EntityType] = frozenset()) -> Mention | None:
        """What was named last, of those that agree and are expected, in this sentence or else the one before."""
        for line in (self._discourse.current, *self._discourse.lines[-1:]):
            fitting = [m for m in line if m.rank > 0 and self.agrees(m, gender) is not None]
            if expected:
                fitting = [m for m in fitting if m.draft.type in expected]
            else:
                fitting = [m for m in fitting if not is_place(m.draft)] or fitting
            if fitting:
                return max(fitting, key=lambda m: m.first)
        return None

    def beside(self, s: Sentence, clause: int, i: int = 0) -> set[int]:
        """What stands in the clause itself, or is what a relative clause is about: a pronoun there means neither.

        What stands before a colon is no part of the clause after it: „Und die App: Gera will sie entwickeln“.
        """
        first = after_colon(s, i)
        out = {
            id(m.draft)
            for m in self._discourse.current
            if m.clause == clause and (m.first >= first or m.marker != "np") and not (m.reference and m.marker == "gen")
        }
        out |= {
            id(a.draft)
            for a in s.arguments
            if a.first > i and not a.reference and a.marker == "np" and a.head < 0 and s.clause_of[a.first] == clause
        }
        if s.clauses and s.clauses[clause].kind == "relative":
            start = s.clauses[clause].tokens[0]
            out |= {id(m.draft) for m in self._discourse.current if start - 1 <= m.last <= start}
        return out

    def group(
        self,
        s: Sentence,
        i: int,
        fits: Callable[[Draft], bool] = lambda _: True,
        size: int = 0,
        *,
        loose: bool = False,
    ) -> list[Draft]:
        """The coordinated things, or the subject and whom it acts with, that a plural points back to.

        Args:
            s: The sentence.
            i: Index of the plural.
            fits: What it can mean.
            size: How many they are; 0 if unknown.
            loose: Whether things of one class need not be coordinated, and may stand two sentences back.
        """
        clause = s.clause_of[i] if s.clause_of else 0
        lines = [
            [m for m in self._discourse.current if m.clause != clause],
            *self._discourse.lines[: -_MANY_BACK if loose and size > _PAIR else -3 if loose else -2 : -1],
        ]
        for line in lines:
            ranked = [m for m in line if m.rank > 0 and m.draft.name and fits(m.draft)]
            groups: dict[int, list[Mention]] = {}
            for m in ranked:
                groups.setdefault(m.group, []).append(m)
            sets = [list(dict.fromkeys(m.draft for m in members)) for members in groups.values()]
            leader = next((m for m in ranked if m.rank >= 0.9), None)
            partners = [m for m in ranked if m.marker == "mit" and m.draft.type in BODY_TYPES]
            if leader is not None and leader.draft.type in BODY_TYPES and partners:
                sets.append(list(dict.fromkeys([leader.draft, *(m.draft for m in partners)])))
            if size and loose:
                sets.append(list(dict.fromkeys(m.draft for m in ranked)))
            sets = [x for x in sets if (len(x) == size if size else len(x) > 1)]
            if sets and size == _PAIR and leader is not None:
                return _told_side_by_side(ranked, leader, sets[0]) or sets[0]
            if sets:
                return sets[0]
            if size == _PAIR and not loose and leader is not None and len(groups) > 1:
                works = _told_side_by_side(ranked, leader, [])
                if works and all(d.type in WORKS for d in works):
                    # „Das Portal A ist für Ministerien da, das Portal B für Anstalten. Gebaut hat beide C“
                    return works
        return []

    def is_peer(self, s: Sentence, i: int) -> bool:
        """„Vorgänger“, „Nachfolgerin“, „Vorgängers“: a noun for whom only people have."""
        return self._k.lemma(s.tokens[i].text) in self._peers

    @staticmethod
    def _counts_bodies(s: Sentence, clause: Clause) -> bool:
        """„Zu ihm gehören Ulm, Gera und der Kreis Plön“: whether several bodies are told to belong to something."""
        if _COUNTED.isdisjoint(clause.verbs):
            return False
        inside = {id(a): a for i in clause.tokens if (a := s.taken.get(i)) is not None and a.nominative}
        return len(inside) > 1 and all(a.type in BODY_TYPES for a in inside.values())

    def _displaces(self, s: Sentence, clause: Clause) -> bool:
        """„Es löst das alte Portal ab“: what a work does, unless whoever does it says with what."""
        if self._replacing.isdisjoint(clause.verbs):
            return False
        works = (a for i in clause.tokens if (a := s.taken.get(i)) is not None and a.type in WORKS and not a.adjective)
        return any(works) and _MEANS.isdisjoint(clause.words)

    def _of_a_post(self, s: Sentence, clause: Clause) -> bool:
        """„Ende März geht er in den Ruhestand“, „Sie dankt ihrem Vorgänger“: what only people do.

        So „X, von dem sie die Behörde übernommen hat“.
        """
        if just_goes(s, clause):
            return True
        takes_up = "antreten" in clause.verbs
        if clause.kind == "relative" and not _TAKING_OVER.isdisjoint(clause.verbs):
            start = clause.tokens[0]
            before = [a for a in s.arguments if a.last <= start and a.marker != "bracket"]
            whom = max(before, key=lambda a: a.last, default=None)
            if whom is not None and whom.type is EntityType.PERSON and "von" in s.lower[start : start + 2]:
                return True
        if not clause.verbs.isdisjoint(_STEPPING) and any(s.tokens[i].text in _PLACES_OF for i in clause.tokens):
            # „Er tritt an die Stelle von B“
            return any((a := s.taken.get(i)) is not None and a.type is EntityType.PERSON for i in clause.tokens)
        return any(
            s.tokens[i].text in self._retreats
            or (s.low_at(i - 1).startswith(("sein", "ihr")) and self.is_peer(s, i))
            or (s.tokens[i].text in _POSTS and (takes_up or s.low_at(i - 1).startswith(("sein", "ihr"))))
            for i in clause.tokens
            # not the „Wirtschaft“ of a ministry's name
            if i not in s.taken
        )


def _builds_on(s: Sentence, clause: Clause) -> bool:
    """„Es setzt auf der Technik X auf“, „Er basiert auf X“: what is built on a system is a work, and no body."""
    if clause.verbs.isdisjoint(_BUILDING):
        return False
    return any(
        (a := s.taken.get(i)) is not None and a.type is EntityType.SYSTEM and a.marker == "auf" for i in clause.tokens
    )


def _may_be_it(m: Mention) -> bool:
    """Whether „das“ that stands alone may mean it: a work that is known to be neuter."""
    return m.draft.type in WORKS and "n" in (m.genders or m.draft.genders)


def _told_side_by_side(ranked: Sequence[Mention], leader: Mention, found: Sequence[Draft]) -> list[Draft]:
    """„Die GKD betreut Kommunen, darunter Ulm und Aalen, die KDO drei. Beide …“: the two of the subject's type."""
    if leader.draft in found or any(d.type is leader.draft.type for d in found):
        return []
    told = (m.draft for m in ranked if m.draft.type is leader.draft.type and m.marker == "np" and not m.reference)
    pair = list(dict.fromkeys((leader.draft, *told)))
    return pair if len(pair) == _PAIR else []
