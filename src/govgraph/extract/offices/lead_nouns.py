"""Offices of those who lead, told by a noun: „Die Projektleitung liegt bei X“, „im Hauptamt von X“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.offices.head_offices import HEAD, MANAGER
from govgraph.extract.state import BODY_TYPES, STATUS_OF, OfficeDraft, RoleNoun, only_one
from govgraph.language.grammar import DETERMINERS, INDEFINITE
from govgraph.model import EntityType, Modality, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_LEAD, _CHAIR = "leitung", "vorsitz"
_LANDRAT = "https://w3id.org/govgraph/id/role/landrat"
_LYING = {
    "liegen": ("bei",), "verbleiben": ("bei",), "bleiben": ("bei",), "gehen": ("an", "auf"), "übergehen": ("an", "auf"),
    "fallen": ("an",),
}  # fmt: skip
"""Verbs by which a lead is somebody's or comes to somebody, and the prepositions before the name."""
_COMING = frozenset({"gehen", "fallen", "übergehen", "übernehmen", "bekommen", "erhalten", "antreten"})
_HAVING = frozenset({"haben", "innehaben", "behalten", "übernehmen", "bekommen", "erhalten", "antreten"})
_WISHED = frozenset({"sollte", "sollten", "wollte", "wollten"})
"""Forms by which it is open whether what was to be came about."""
_TOLD = frozenset({Modality.ASSERTED, Modality.ENDED, Modality.PLANNED})
_CONFIDENCE = 0.65


class LeadNouns:
    """Reads offices from compounds of „-leitung“ and from units that a name owns.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, bodies: BodyFinder, modality: ModalityReader, date: str | None) -> None:
        self.k = knowledge
        self.bodies = bodies
        self.modality = modality
        self.date = date
        self._acting = knowledge.words("acting-adverbs")
        self._managing = knowledge.words("managing-nouns")
        self._owned = tuple(knowledge.words("units-of-people"))
        self._leading = {"führen", "leiten", "regieren", "vorstehen"}
        self._posts = knowledge.words("posts-left")
        self._giving = knowledge.words("handing-over-verbs")

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """All offices, with those so told but for titles that a person is known to have.

        „Die Geschäftsführung liegt bei X“ tells of a Geschäftsführer, and of no Leiter besides.

        Args:
            sentences: The article.
            known: Offices read so far.
        """
        held = {(id(o.person), o.role.iri) for o in known}
        titled = {id(o.person) for o in known}
        found = list(known)
        for s in sentences:
            if not any(a.type is EntityType.PERSON for a in s.arguments) or s.tokens[-1].text == "?":
                continue
            for office in (*self._of_leads(s), *self._of_owned(s, titled), *self._of_districts(s)):
                if (id(office.person), office.role.iri) not in held:
                    found = [o for o in found if not _is_wider(o, office)]
                    found.append(office)
        return found

    # ------------------------------------------------------------------ the noun for a lead

    def _of_leads(self, s: Sentence) -> Iterator[OfficeDraft]:
        for i, low in enumerate(s.lower):
            if not low.endswith((_LEAD, _CHAIR, "führung")) or i in s.taken or s.low_at(i - 1) not in DETERMINERS:
                continue
            role = self._role(s.text_at(i))
            number = s.clause_of[i] if s.clause_of else -1
            if role is None or number < 0 or s.low_at(i - 1) in INDEFINITE:
                continue
            clause = s.clauses[number]
            if not clause.verbs.isdisjoint(self._giving):
                yield from self._of_giving(s, number, i, role)
                continue
            person = self._holder(s, number, clause, i)
            verdict = None if person is None else self.modality.judge(s, clause, self.date)
            if person is None or verdict is None:
                continue
            if any(s.lower[j] == "für" and s.low_at(j + 1).startswith(("ihr", "sein", "unser")) for j in clause.tokens):
                # „übernimmt für ihre Verwaltung die Projektleitung“
                continue
            hanging = next((a.draft for a in s.arguments if a.head == i and a.type in BODY_TYPES), None)
            body, sure = (hanging, True) if hanging is not None else self.bodies.find(s, role, person, number)
            if body is not None:
                status = STATUS_OF.get(verdict) or self._status(s, clause)
                yield OfficeDraft(
                    person,
                    role,
                    body,
                    status,
                    confidence=_CONFIDENCE,
                    sentence=s,
                    how="clause",
                    sure=sure,
                    rule="noun-for-a-lead",
                )

    def _of_giving(self, s: Sentence, number: int, noun: int, role: RoleNoun) -> Iterator[OfficeDraft]:
        """„X gibt die Geschäftsführung der ekom21 an Y ab“: what X had and Y gets."""
        here = [a for a in s.arguments if a.clause == number and not a.adjective and a.type is EntityType.PERSON]
        taker = only_one(a.draft for a in here if a.marker == "an")
        giver = only_one(a.draft for a in here if a.nominative)
        body = next((a.draft for a in s.arguments if a.head == noun and a.type in BODY_TYPES), None)
        verdict = self.modality.judge(s, s.clauses[number], self.date)
        wished = any(s.lower[j] in _WISHED for j in s.clauses[number].tokens)
        if taker is None or giver is taker or body is None or verdict not in _TOLD or wished:
            return
        ahead = verdict is Modality.PLANNED
        pairs = (
            (taker, Status.DESIGNATED if ahead else Status.NEW),
            (giver, Status.CURRENT if ahead else Status.FORMER),
        )
        for person, status in pairs:
            if person is not None:
                own = replace(role, holders=[person])
                yield OfficeDraft(
                    person,
                    own,
                    body,
                    status,
                    confidence=_CONFIDENCE,
                    sentence=s,
                    how="clause",
                    sure=True,
                    rule="lead-passed-on",
                )

    def _role(self, text: str) -> RoleNoun | None:
        """„Projektleitung“ is what a Projektleiter has, „Vorstandsvorsitz“ what a Vorstandsvorsitzender has."""
        if text in self._managing:
            return self.k.title(MANAGER) if text.endswith("führung") else None
        chair = text.endswith(_CHAIR)
        stem = text.removesuffix(_CHAIR if chair else _LEAD)
        title = f"{stem}vorsitzender" if chair else f"{stem}leiter"
        word = self.k.role_word(title) if stem and stem != text else None
        exact = word is not None and word.name.lower() == title.lower() and not (chair and word.iri is None)
        return RoleNoun(word.name, word.iri, level=word.level) if word is not None and exact else None

    @staticmethod
    def _holder(s: Sentence, number: int, clause: Clause, noun: int) -> Draft | None:
        """Who has the lead that a clause speaks of: the only one of the clause, in the place that its verb gives."""
        lemmas = clause.verbs
        here = [a for a in s.arguments if a.clause == number and not a.adjective and a.type is EntityType.PERSON]
        marks = {mark for lemma in lemmas & _LYING.keys() for mark in _LYING[lemma]}
        if marks:
            return only_one(a.draft for a in here if a.marker in marks and (a.head < 0 or _from_another(s, a)))
        dative = "obliegen" in lemmas
        if not dative and (lemmas.isdisjoint(_HAVING) or not lemmas <= _HAVING):
            # „haben Jens Ott die Geschäftsführung übertragen“
            return None
        whose = any(s.low_at(noun - 1).startswith(word) for word in ("ihr", "sein", "unser", "mein"))
        return None if whose else only_one(a.draft for a in here if a.marker == "np" and a.head < 0)

    def _status(self, s: Sentence, clause: Clause) -> Status:
        lemmas = clause.verbs
        words = clause.words
        if any(word in self._acting or word.rstrip("enrs") in self._acting for word in words):
            return Status.ACTING
        if not lemmas.isdisjoint(_COMING):
            return Status.NEW
        past = in_past(s, clause)
        return Status.FORMER if past and not words & {"seit", "seitdem"} else Status.CURRENT

    # ------------------------------------------------------------------ districts

    def _of_districts(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„der den Landkreis Gießen führt“, „steht an der Spitze des Kreises“: a Landrat."""
        for a in s.arguments:
            if a.draft is None or a.draft.kind != "District" or a.adjective or not 0 <= a.clause < len(s.clauses):
                continue
            clause = s.clauses[a.clause]
            lemmas = clause.verbs
            heads = "stehen" in lemmas and a.marker == "gen" and s.text_at(a.head) == "Spitze"
            object_ = a.marker == "np" and a.head < 0 and not a.nominative
            if not heads and not (object_ and lemmas & self._leading):
                continue
            here = [b for b in s.arguments if b.clause == a.clause and b.type is EntityType.PERSON and "n" in b.cases]
            person = only_one(b.draft for b in here if b.marker == "np")
            verdict = None if person is None else self.modality.judge(s, clause, self.date)
            if person is not None and verdict is not None:
                role = self.k.title(_LANDRAT)
                past = in_past(s, clause)
                status = STATUS_OF.get(verdict) or (Status.FORMER if past else Status.CURRENT)
                yield OfficeDraft(
                    person,
                    role,
                    a.draft,
                    status,
                    confidence=_CONFIDENCE,
                    sentence=s,
                    how="clause",
                    sure=True,
                    rule="leads-a-district",
                )

    # ------------------------------------------------------------------ whose unit it is

    def _of_owned(self, s: Sentence, titled: set[int]) -> Iterator[OfficeDraft]:
        """„Im Gesundheitsamt von Jens Ott entstand die App“: who has a unit is its head."""
        for a in s.arguments:
            if a.type is not EntityType.PERSON or a.marker != "von" or a.head < 0 or a.draft is None or a.reference:
                continue
            if id(a.draft) in titled or not self._is_unit(s, a):
                continue
            unit = s.taken.get(a.head)
            inside = unit.draft if unit is not None and unit.type is EntityType.ORGANISATION else None
            body = inside or self.bodies.fitting.at_hand(s, a.draft, a.head)
            if body is not None:
                role = RoleNoun(self.k.roles_by_iri[HEAD].name, HEAD, level=("Land", "municipal"))
                yield OfficeDraft(
                    a.draft,
                    role,
                    body,
                    Status.CURRENT,
                    confidence=_CONFIDENCE,
                    sentence=s,
                    how="clause",
                    rule="whose-unit",
                )

    def _is_unit(self, s: Sentence, a: Argument) -> bool:
        """Whether a name hangs on a noun for a unit with a definite article, and right after it."""
        low = s.low_at(a.head)
        named = low.endswith(self._owned) and low not in self._owned and s.text_at(a.head)[:1].isupper()
        if not named or self.k.lemma(s.text_at(a.head)) in self._posts or a.begin != a.head + 1:
            return False
        before = {s.low_at(a.head - 1), s.low_at(a.head - 2)}
        return bool(before & {"im", "das", "dem", "vom", "beim", "der", "die", "zum"}) and not before & INDEFINITE


def _from_another(s: Sentence, a: Argument) -> bool:
    """„ging von Anna Weber auf Jens Ott über“: a name that seems to hang on the one before it."""
    giver = s.taken.get(a.head)
    return giver is not None and giver.type is EntityType.PERSON and giver.marker == "von"


def _is_wider(one: OfficeDraft, other: OfficeDraft) -> bool:
    """Whether an office is no more than what the same sentence tells more closely."""
    same = one.person is other.person and one.body is other.body and one.sentence is other.sentence
    return same and one.role.iri == HEAD and other.role.iri != HEAD and one.how == "clause"
