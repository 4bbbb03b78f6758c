"""Units and organs, and whose they are: „im BSI den Fachbereich Standards“, „der Schulausschuss der Stadt Ulm“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

    _NounMarker = Callable[[Sentence, int], tuple[str, str, int]]

_CONFIDENCE = 0.6
_OWN_NOUNS = frozenset({"Eigenbetrieb", "Amt", "Fachdienst"})
_INSIDE = frozenset({"in", "bei", "innerhalb"})
_AT = frozenset({"an", *_INSIDE})
_GENITIVE = frozenset({"gen", "von"})
_ACADEMIC = frozenset({"ResearchInstitute", "University"})
_BUSINESS = frozenset({"Company", "Organisation", "PublicCompany"})
_MEETING = frozenset({"beraten", "beschließen", "billigen", "tagen", "treffen", "zusammenkommen", "zusammentreten"})
_FEW_WORDS = 5
"""Most tokens of the genitive that may stand between an organ and its body: „Beirat des Netzwerks beim RKI“."""
_RULE, _SEAT = "unit-in-body", "koerperschaft-in-ort"
_WIDE = frozenset({"Borough", "District"})
"""Kinds of places in which a unit of theirs does not sit as in a town."""


def units_in_bodies(sentences: Sequence[Sentence], knowledge: Knowledge, marker: _NounMarker) -> Iterator[FactDraft]:
    """A unit or organ and the body or town that has it.

    Args:
        sentences: The article.
        knowledge: Compiled vocabulary.
        marker: Tells marker, cases and head of the phrase whose noun is a token.
    """
    reader = _Units(knowledge, marker)
    for s in sentences:
        for unit in s.arguments:
            if unit.draft is None or unit.reference or unit.adjective or unit.type is not EntityType.ORGANISATION:
                continue
            for body in reader.bodies(s, unit):
                if body.draft is not None:
                    yield FactDraft(unit.draft, Predicate.PART_OF, body.draft, Modality.ASSERTED, _CONFIDENCE, s, _RULE)


def seats_of_units(facts: Sequence[FactDraft], houses: frozenset[str]) -> Iterator[FactDraft]:
    """The facts without the seat of a unit where its town only owns it: „der Fachbereich IT in der Stadtverwaltung“.

    Args:
        facts: What the article states, units of bodies among it.
        houses: Nouns for the administration of a town, and for the house in which it sits.
    """
    owned = {(id(f.subject), id(f.object)) for f in facts if f.rule == _RULE}
    for fact in facts:
        told = fact.rule != _SEAT or (id(fact.subject), id(fact.object)) not in owned
        if told or not (fact.object.kind in _WIDE or _by_house(fact, houses)):
            yield fact


def _by_house(fact: FactDraft, houses: frozenset[str]) -> bool:
    s = fact.sentence
    named = [a for a in s.arguments if a.draft is fact.object and a.first >= 0]
    return any(a.introduced_by in houses or {s.text_at(a.last - 1), s.text_at(a.head)} & houses for a in named)


class _Units:
    """Finds the bodies that have a unit or an organ."""

    def __init__(self, knowledge: Knowledge, marker: _NounMarker) -> None:
        self.k = knowledge
        self.marker = marker
        self._heads = knowledge.words("unit-heads-direct")
        self._organs = tuple(knowledge.words("organ-nouns"))
        self._of_parliaments = tuple(knowledge.words("organs-of-parliaments"))
        self._endings = tuple(knowledge.words("unit-endings"))
        self._of_several = knowledge.words("units-of-several")
        self._capitals = knowledge.words("state-capitals")
        self._former = knowledge.words("former-adverbs")
        self._offices = knowledge.words("town-offices") | knowledge.words("town-councils")

    def bodies(self, s: Sentence, unit: Argument) -> Iterator[Argument]:
        """Whose an argument is, if it is a unit or an organ."""
        assert unit.draft is not None
        whole = self._is_whole_unit(s, unit, unit.draft)
        if not whole and not self._is_organ(unit.draft):
            return
        others = [
            b
            for b in s.arguments
            if b.draft is not None and b.draft is not unit.draft and not b.adjective and b.group != unit.group
        ]
        attached = [b for b in others if self._attached(s, unit, b)]
        yield from attached
        if attached or any(b.head == unit.last - 1 and b.marker in _GENITIVE for b in others):
            return
        for b in others:
            if self._is_seat_of_land(s, b):
                continue
            if b.clause == unit.clause and self._near(s, unit, b, whole=whole) and not self._was_there(s, unit, b):
                yield b

    def _is_seat_of_land(self, s: Sentence, place: Argument) -> bool:
        """„in Kiel leitete sie unter Digitalminister A das Referat X“: a unit of the Land, not of its capital."""
        if place.draft is None or place.draft.name not in self._capitals:
            return False
        titles = (a for a in s.arguments if a.role is not None and s.low_at(a.first - 1) in {"unter", "bei"})
        return any("Ministry" in self.k.body_kinds(a.role.iri) for a in titles if a.role is not None)

    def _is_whole_unit(self, s: Sentence, a: Argument, draft: Draft) -> bool:
        named = s.low_at(a.first - 1) in self._heads
        first = draft.name.lower().split(" ")[0]
        named = named or (draft.entry is None and first.endswith(self._endings))
        return named or (a.introduced_by in _OWN_NOUNS and draft.entry is None) or is_unit(draft, self._heads)

    def _is_organ(self, draft: Draft) -> bool:
        """Whether a body that no reference knows is of a kind that others have: a board, a committee, an office."""
        if draft.entry is not None:
            return False
        low = draft.name.lower()
        return low.split(" ")[0].endswith(self._organs) or low.startswith(self._organs)

    def _attached(self, s: Sentence, unit: Argument, body: Argument) -> bool:
        """„der Beirat bei der Stiftung X“, „das Team im Rathaus von Y“, „der Ausschuss der Stadt Z“."""
        marker, head = body.marker, body.head
        if body.reference and body.type is EntityType.MUNICIPALITY:
            # „Der dortige Beauftragte sitzt im Beirat“
            return False
        premises = False
        if marker in _GENITIVE and head >= unit.last and s.tokens[head].text in self.k.transparent:
            # „im Rathaus von Gelsenkirchen“
            marker, _, head = self.marker(s, head)
            premises = marker in _INSIDE
        if head < 0 or not (head == unit.last - 1 or self._past_genitive(s, unit, head)):
            return False
        if body.type is EntityType.MUNICIPALITY:
            of_town = marker in _GENITIVE or premises or (marker == "bei" and bool(body.introduced_by))
            return of_town or (marker == "in" and s.tokens[unit.first].text in self._offices)
        if marker == "bei" and body.draft is not None and body.draft.kind in _BUSINESS:
            # „ein Gutachten, das der Verwaltungsrat bei der Firma X bestellt hat“
            return False
        return body.type is EntityType.ORGANISATION and marker in _AT

    @staticmethod
    def _past_genitive(s: Sentence, unit: Argument, head: int) -> bool:
        """Whether a token ends a genitive of no entity that follows a unit right away."""
        between = range(unit.last, head + 1)
        return (
            1 < len(between) <= _FEW_WORDS
            and s.low_at(unit.last) in {"des", "der"}
            and s.taken.keys().isdisjoint(between)
        )

    def _was_there(self, s: Sentence, unit: Argument, body: Argument) -> bool:
        """„Anna Weber, zuvor im BSI tätig, leitet das Referat X“: where somebody was before, in an aside of its own."""
        opened = next((i for i in range(body.begin - 1, -1, -1) if s.tokens[i].text == ","), -1)
        closed = any(s.tokens[i].text == "," for i in range(body.last, unit.begin))
        return opened >= 0 and closed and not self._former.isdisjoint(s.lower[opened : body.begin])

    @staticmethod
    def _meets(s: Sentence, unit: Argument) -> bool:
        """„Der Lenkungskreis tagt in Kassel“: where a unit comes together is not whose it is."""
        if not 0 <= unit.clause < len(s.clauses):
            return False
        return not _MEETING.isdisjoint(lemma for lemma, _, _ in s.clauses[unit.clause].lemmas)

    def _near(self, s: Sentence, unit: Argument, body: Argument, *, whole: bool) -> bool:
        """„im BSI leitet sie den Fachbereich X“, „im Landtag befasst sich der Innenausschuss damit“."""
        assert unit.draft is not None
        assert body.draft is not None
        if body.head not in {-1, unit.last - 1} or is_unit(body.draft, self._heads):
            return False
        if not whole:
            of_house = unit.draft.name.lower().split(" ")[0].endswith(self._of_parliaments)
            return of_house and body.draft.kind == "Parliament" and body.marker in _INSIDE
        if body.type is EntityType.MUNICIPALITY:
            # „die Projektgruppe in Erfurt“: only where it sits
            of_several = unit.draft.name.split(" ")[0].lower() in self._of_several
            return body.marker in {"in", "bei"} and not (of_several or self._meets(s, unit))
        inside = _AT if body.draft.kind in _ACADEMIC else _INSIDE
        return body.type is EntityType.ORGANISATION and body.marker in inside


def is_unit(draft: Draft, unit_nouns: frozenset[str]) -> bool:
    """Whether a body is a unit of another: by its kind, or by the noun that its name begins with."""
    if draft.type is not EntityType.ORGANISATION or (draft.entry is not None and draft.kind != "Department"):
        return False
    return draft.kind in {"Department", "Authority"} or draft.name.split(" ")[0].lower() in {*unit_nouns, "amt"}
