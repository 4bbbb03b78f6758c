"""Who has a chair that the sentence before names: „Den Vorsitz hat der Bund. Wahrgenommen wird er von Anna Weber“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.slots import is_passive
from govgraph.extract.state import OfficeDraft, RoleNoun, only_one
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.modality import ModalityReader
    from govgraph.extract.state import Clause, Draft, FactDraft, Sentence

_CHAIR = "https://w3id.org/govgraph/id/role/vorsitzender"
_CONFIDENCE = 0.7
_IT = frozenset({"er", "ihn", "diesen", "dieser"})
_MODAL = {Modality.ENDED: Status.FORMER, Modality.PLANNED: Status.DESIGNATED}
_TO = {"gehen": "an", "wechseln": "zu", "liegen": "bei", "fallen": "an", "übergehen": "auf"}
"""Verbs by which the chair comes to somebody, and the preposition before the name."""


class ChairReader:
    """Reads who has or gets a chair that a pronoun stands for.

    Args:
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader, date: str | None) -> None:
        self.k = knowledge
        self.modality = modality
        self.date = date
        self._holding = knowledge.words("exercising-verbs") | {"führen", "innehaben"}
        self._taking = knowledge.words("taking-verbs")

    def offices(
        self, sentences: Sequence[Sentence], facts: Sequence[FactDraft], known: Sequence[OfficeDraft]
    ) -> Iterator[OfficeDraft]:
        """Chairs that the sentence before has given to a Land or to somebody else.

        Args:
            sentences: The article.
            facts: Facts read so far.
            known: Offices read so far; nobody is given one twice.
        """
        chaired: dict[int, list[Draft]] = {}
        for fact in facts:
            if fact.predicate is Predicate.CHAIRS and _names_chair(fact.sentence):
                chaired.setdefault(id(fact.sentence), []).append(fact.object)
        held = {(id(o.person), o.role.iri, id(o.body)) for o in known}
        for number, s in enumerate(sentences[1:], 1):
            before = sentences[number - 1]
            body = only_one(chaired.get(id(before), ())) if before.block == s.block else None
            if body is None or _names_chair(s) or s.tokens[-1].text == "?":
                continue
            for index, clause in enumerate(s.clauses):
                found = self._holder(s, index, clause)
                verdict = None if found is None else self.modality.judge(s, clause, self.date)
                if found is None or verdict is None or (id(found[0]), _CHAIR, id(body)) in held:
                    continue
                role = RoleNoun(self.k.roles_by_iri[_CHAIR].name, _CHAIR)
                status = _MODAL.get(verdict, found[1])
                yield OfficeDraft(found[0], role, body, status, None, None, _CONFIDENCE, s, "clause", sure=True)

    def _holder(self, s: Sentence, index: int, clause: Clause) -> tuple[Draft, Status] | None:
        """Who the clause says has or gets „ihn“, and since when."""
        if not any(s.lower[i] in _IT for i in clause.tokens):
            return None
        lemmas = {lemma for lemma, _, _ in clause.lemmas}
        status = Status.CURRENT if lemmas & self._holding else Status.NEW
        going = {_TO[lemma] for lemma in lemmas & _TO.keys()}
        markers = frozenset({"np"})
        if "zufallen" in lemmas or going:
            markers = markers if "zufallen" in lemmas else frozenset(going)
        elif not lemmas & (self._holding | self._taking):
            return None
        elif is_passive(clause):
            markers = frozenset({"von", "durch"})
        people = (
            a.draft
            for a in s.arguments
            if a.clause == index and a.type is EntityType.PERSON and a.marker in markers and s.lower[a.first] not in _IT
        )
        person = only_one(people)
        return None if person is None else (person, status)


def _names_chair(s: Sentence) -> bool:
    return any(low.endswith("vorsitz") for low in s.lower)
