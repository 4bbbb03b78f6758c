"""Which names of a clause may fill a slot of a frame: by type, place beside the trigger, case and preposition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.extract.clauses.companions import likened
from govgraph.extract.clauses.fitting import (
    NEAR,
    after_subject,
    after_verbs,
    has_dative,
    is_where,
    is_work,
    of_kind,
    of_type,
)
from govgraph.extract.clauses.scenes import (
    hangs_on_body,
    holder_beside,
    in_attribute,
    in_front,
    set_against,
    where_others_are,
)
from govgraph.extract.facts.firm_seats import only_works_there
from govgraph.extract.facts.frame_limits import given_to_another, named_after_comma, of_title_beside
from govgraph.extract.facts.gapped_nouns import of_other_noun
from govgraph.extract.facts.giving import gives
from govgraph.extract.state import BODY_TYPES, PLACES, Argument
from govgraph.language.grammar import AND
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.clauses.arguments import MarkerFinder
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import Frame

_BY = frozenset({"von", "durch"})
_OWNING = frozenset({"gen", "von"})
_SEATED = frozenset({"in", "bei"})
_AT = frozenset({"an", "aus", "bei", "in"})
"""Markers of where the people of a body work: „die Fachleute im Landesrechenzentrum“."""
_DONE = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.DEVELOPS, Predicate.PUBLISHES})
"""What the people of a body do for it."""
_INSIDE = frozenset({"von", "durch", "in", "bei"})
"""Markers of what may belong to a participle before its noun."""
_SETTING_OFF = frozenset({",", ")", "–", "("})
_FROM = frozenset({"aus", "von", "durch"})
_INSTEAD = frozenset({"anstatt", "statt"})
_SOMEBODY_ELSE = frozenset({"bei", "mit", "neben", "unter", "von"})
"""Prepositions before a noun for a successor that make it another than who does what the clause says."""
_CASE = {"nom": "n", "acc": "a", "dat": "d"}
_TO_WHOM = frozenset({"dat"})
"""Marker of whoever is given a chair."""
_BY_DELEGATES = frozenset({Predicate.MEMBER_OF, Predicate.PARTICIPATES_IN})
"""What a body does by those who come for it: „Vertreter der AKDB nehmen an der Messe teil“."""
_FAR_BEFORE = 15
"""How many words before a trigger the name may stand that it is said of."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of a triggered frame.

    Attributes:
        frame: The frame.
        at: Token that evokes it.
        markers: Cases, prepositions and places of what may fill it.
        is_object: Whether it is that of the object.
    """

    frame: Frame
    at: int
    markers: frozenset[str]
    is_object: bool = False


class Candidates:
    """Finds which arguments may fill a slot.

    Args:
        knowledge: Compiled vocabulary.
        markers: Finder of markers, asked again for nouns that stand for their genitive.
    """

    def __init__(self, knowledge: Knowledge, markers: MarkerFinder) -> None:
        words = knowledge.words
        self._k = knowledge
        self._markers = markers
        self._posts = words("posts")
        self._next = words("successor-nouns") - {"Nachfolge", "Amtsnachfolge"}
        self._municipalities = words("municipality-plurals")
        self._towns = self._municipalities | words("municipality-nouns")
        self._delegates = words("delegates")
        self._staff = words("staff-nouns")
        self._offices = tuple(words("office-endings"))
        self._money = words("money-handed-out")
        self._judging = tuple(sorted(words("ends-of-judging-bodies")))

    def of(self, s: Sentence, inside: Sequence[Argument], slot: Slot) -> list[Argument]:
        """The arguments that may fill a slot."""
        frame, at, is_object = slot.frame, slot.at, slot.is_object
        types = frame.object_types if is_object else frame.subject_types
        kinds = frame.object_kinds if is_object else frame.subject_kinds
        out = []
        for a in inside:
            if is_object and frame.evokes is None:
                if a.role is None or (a.role.holders and a.marker == "np"):
                    continue
            elif a.draft is None or not of_type(a.draft, types) or not of_kind(a.draft, kinds):
                continue
            if frame.evokes is Predicate.COOPERATES_WITH and self._only_pays(s, a):
                continue
            if frame.evokes is Predicate.PARTICIPATES_IN and a.draft is not None and self._judges(a.draft.name):
                continue
            instead = not a.reference and s.low_at(a.begin - 1) in _INSTEAD
            if not is_object and frame.evokes is Predicate.SUCCEEDS and self._is_beside_successor(s, a, frame, at):
                continue
            if only_works_there(s, a, frame, at) if is_object else of_other_noun(s, a, frame, at):
                continue
            if not instead and self._fits(s, a, slot):
                out.append(a)
        if len(out) > 1 and not is_object:
            # „Peine hat, wie zuvor Celle, die E-Akte eingeführt“
            alike = {a.group for a in out if likened(s, a)}
            out = [a for a in out if a.group not in alike] or out
            if frame.part == "noun":
                # „Die Federführung liegt bei A, der Betrieb bei B“: each noun has its own
                behind = [a for a in out if a.begin > at and a.marker == "bei"]
                out = (
                    [a for a in out if a.begin > at or a.marker != "bei" or "," not in s.lower[a.last : at]]
                    if behind
                    else out
                )
        return out

    def _only_pays(self, s: Sentence, a: Argument) -> bool:
        """„Mit dem Geld des Bundes baut die Stadt X auf“: whoever gives the money does not do it, too."""
        if a.marker not in _OWNING or a.head < 0:
            return False
        noun = s.tokens[a.head].text
        return noun in self._money or bool(self._k.kind_of_money(noun))

    def _judges(self, name: str) -> bool:
        """„überzeugte die Jury“: whether a body says who has won, and does not take part itself."""
        return name.lower().endswith(self._judging)

    def _is_beside_successor(self, s: Sentence, a: Argument, frame: Frame, at: int) -> bool:
        """„Unter seiner Nachfolgerin wurde A Leiter des Hauptamts“: the subject is not who a preposition governs."""
        if frame.part != "noun" or a.marker != "np" or a.head >= 0 or a.begin <= at < a.first:
            return False
        return s.text_at(at) in self._next and self._markers.noun_marker(s, at)[0] in _SOMEBODY_ELSE

    def _fits(self, s: Sentence, a: Argument, slot: Slot) -> bool:
        """Whether a name may stand in a slot, by its place, its case or its preposition."""
        marker = "in" if a.marker == "an" and "an" not in slot.markers and is_where(s, a) else a.marker
        by_place = self._fits_by_place(s, a, slot)
        if by_place is None:
            by_place = self._hangs_on_trigger(s, a, slot, marker)
        if by_place is not None:
            return by_place
        if marker + "^" in slot.markers:
            if _beneficiary(s, a):
                return False
            if a.head < 0 or is_work(s, a.head) or after_subject(s, a):
                return True
        if _belongs_elsewhere(s, a, slot, marker):
            return False
        if slot.frame.part == "verb" and marker in slot.markers and marker != "gen":
            return True
        if self._may_be_dative(s, a, slot, marker):
            # „überweist das Ministerium der Stadt Göttingen“: right after another noun, that is none itself
            return not has_dative(s, a)
        if marker == "gen" and slot.frame.evokes is Predicate.FUNDS and a.head in s.taken:
            # „aus dem Programm X des Landes fließen zwei Millionen“: whose money it is
            pot = s.taken[a.head]
            return pot.type is EntityType.PROGRAMME and pot.marker in slot.markers & _FROM
        return self._fits_by_case(s, a, slot, marker)

    def _fits_by_place(self, s: Sentence, a: Argument, slot: Slot) -> bool | None:
        """Whether a name fits by where it stands beside the trigger; None if that does not tell."""
        frame, markers, at = slot.frame, slot.markers, slot.at
        if "compound" in markers and a.first <= at < a.last:
            return True
        if a.adjective:
            return "adjective" in markers
        if frame.part != "noun" and (where_others_are(s, a, self._towns) or set_against(s, a)):
            return False
        if frame.part == "verb" and _of_next_verb(s, a, at):
            return False
        if "before" in markers and a.last <= at and a.marker != "bracket" and at - a.last <= _FAR_BEFORE:
            if "nom" in markers and a.reference and a.marker == "np" and "n" not in a.cases:
                # „A und B, die ihren Sitz in Fulda hat“: B alone
                return False
            # „Hessen, im Rat vertreten durch A“: where, and not whom
            return frame.evokes is not Predicate.REPRESENTS or a.marker != "in"
        if "apposition" in markers and (a.begin <= at < a.first or named_after_comma(s, a, at)):
            return True
        comma = a.last if "appositive" in markers and a.last < at else -1
        if comma >= 0 and s.tokens[comma].text not in _SETTING_OFF:
            comma = after_verbs(s, a)
        if comma >= 0 and 0 < at - comma <= NEAR:
            return not any(i in s.taken and not s.taken[i].adjective for i in range(comma, at))
        return None

    def _hangs_on_trigger(self, s: Sentence, a: Argument, slot: Slot, marker: str) -> bool | None:
        """Whether a name belongs to the trigger itself, as its genitive or its complement; None if not."""
        frame, markers, at = slot.frame, slot.markers, slot.at
        if marker == "gen" and a.head == at and "gen" in markers and frame.part != "verb":
            return True
        if marker in markers and (a.head == at or (marker != "gen" and _is_second_complement(s, a, frame, at))):
            return True
        if marker + "!" in markers:
            # „Der Vorsitz im Verwaltungsrat von Dataport wechselt“: whose board it is
            board = s.taken.get(a.head) if frame.part == "noun" and marker == "von" else None
            return board is None or board.draft is None or a.type is not EntityType.ORGANISATION
        return None

    def _may_be_dative(self, s: Sentence, a: Argument, slot: Slot, marker: str) -> bool:
        """Whether what looks like a genitive after a noun may be the dative of the verb."""
        dative = slot.frame.part == "verb" and "dat" in slot.markers and marker == "gen"
        return dative and s.lower[max(a.begin, 0)] == "der" and not self._has_genitive(s, a.head)

    def _fits_by_case(self, s: Sentence, a: Argument, slot: Slot, marker: str) -> bool:
        """Whether a name, or the noun that stands for it, fits by its case or its preposition."""
        frame, markers, at = slot.frame, slot.markers, slot.at
        cases, head = a.cases, a.head
        stands = frame.evokes in _BY_DELEGATES and "nom" in markers and a.head >= 0
        stands = stands and s.tokens[a.head].text in self._delegates
        if frame.evokes and (self._is_meant(s, a, frame, marker) or (marker in _OWNING and stands)):
            if a.head in s.taken and s.taken[a.head].draft is not None and not s.taken[a.head].adjective:
                return False
            if frame.evokes is Predicate.MEMBER_OF and not stands and s.tokens[a.head].text in self._municipalities:
                # „alle Kreise und Ämter des Landes gehören ihm an“: the Land itself is no member
                return False
            marker, cases, head = self._markers.noun_marker(s, a.head)
            if marker + "!" in markers:
                return True
        if frame.evokes is None and marker == "gen" and "gen" in markers and a.head >= 0:
            return s.tokens[a.head].text in self._posts or (a.role is not None and a.role.post)
        if marker == "np":
            if frame.part == "noun" and "gen" in markers and a.begin == at + 1 and a.cases in {"nad"}:
                return True
            if frame.part == "noun" and frame.evokes is Predicate.CHAIRS and markers == _TO_WHOM and gives(s, a):
                return False
            return any(_CASE[m] in cases for m in markers if m in _CASE)
        if marker not in markers:
            return False
        if frame.part != "noun":
            return True
        # what hangs on another noun does not hang on this one
        return head in {-1, at} and (marker not in {"gen", "von", "zwischen"} or a.begin == at + 1)

    def _is_meant(self, s: Sentence, a: Argument, frame: Frame, marker: str) -> bool:
        """„Entwickler der AKDB“, „die Verwaltung der Stadt“: whether a noun stands for the body it belongs to."""
        through = marker in _OWNING and a.head >= 0 and (self._transparent(s, a.head) or self._of_staff(s, a, frame))
        # whoever „leitet das Rechenzentrum der Universität“ leads no university
        inner = frame.evokes is Predicate.CHAIRS and frame.part == "verb"
        through = through and not _is_held(s, a.head) and not inner
        return through or (marker in _AT and a.type is EntityType.ORGANISATION and self._of_staff(s, a, frame))

    def _has_genitive(self, s: Sentence, noun: int) -> bool:
        """„dem Marktplatz der FITKO“: whether what hangs on a noun is its genitive, and the noun no body."""
        marker, cases, _ = self._markers.noun_marker(s, noun) if noun >= 0 else ("", "", -1)
        head = self._k.head_noun(s.tokens[noun].text) if marker == "np" else None
        of_body = head is not None and head.type is EntityType.ORGANISATION
        return marker == "np" and "d" in cases and not {"n", "a"} & set(cases) and not of_body

    def _of_staff(self, s: Sentence, a: Argument, frame: Frame) -> bool:
        """„Entwickler der AKDB“, „im Streifendienst der Polizei“: who is meant by people or offices of a body."""
        if frame.evokes not in _DONE or a.type not in frame.subject_types or a.type not in BODY_TYPES:
            return False
        noun = s.tokens[a.head].text
        return noun in self._staff or (a.head not in s.taken and noun.lower().endswith(self._offices))

    def _transparent(self, s: Sentence, i: int) -> bool:
        text = s.tokens[i].text
        return (
            text in self._k.transparent
            or self._k.lemma(text) in self._k.transparent
            or text.split("-")[-1] in self._k.transparent
        )


def may_be_attribute(s: Sentence, a: Argument, frame: Frame, at: int) -> bool:
    """„eine Hamburger Entwicklung“, „der civento-Hersteller“: a place or the first part of a compound as object."""
    if "compound" in frame.object_markers and a.first <= at < a.last:
        return True
    return (
        "adjective" in frame.object_markers
        and 0 <= at - a.last <= 2
        and s.tokens[a.last - 1].text[-1].isalpha()
        and all(s.tokens[i].text[0].islower() for i in range(a.last, at))
    )


def _is_second_complement(s: Sentence, a: Argument, frame: Frame, at: int) -> bool:
    """„Die Unterzeichnung des Vertrags durch Bayern“: it hangs on the complement before it, and so on the noun."""
    before = s.taken.get(a.head) if a.head >= 0 else None
    return frame.part == "noun" and before is not None and before.draft is not None and before.head == at


def _belongs_elsewhere(s: Sentence, a: Argument, slot: Slot, marker: str) -> bool:
    """Whether a name with a preposition belongs to another name, to a title or to an attribute beside it."""
    frame, markers = slot.frame, slot.markers
    if frame.evokes is Predicate.FUNDS:
        if marker in {"für", "zu"} and a.reference and given_to_another(s, a):
            return True
        if marker == "in" and a.head in s.taken and a.type in PLACES:
            # „Das Ministerium in Kiel gibt Geld dazu“: where the giver sits
            return True
    if frame.part != "verb":
        return False
    if marker in {"in", "aus"} and marker in markers and hangs_on_body(s, a):
        return True
    if frame.evokes is Predicate.MEMBER_OF and of_title_beside(s, a):
        return True
    if marker in _SEATED and marker in markers:
        holder = holder_beside(s, a)
        if holder is not None and holder.first > a.first:
            return True
    return (marker == "von" and in_front(s, a)) or (marker in _INSIDE and in_attribute(s, a))


def _of_next_verb(s: Sentence, a: Argument, at: int) -> bool:
    """„an der Hochschule entwickelt und vom Bund bezahlt“: who does what the participle after „und“ says."""
    if a.marker not in _BY or a.begin <= at or not 0 <= a.clause < len(s.clauses):
        return False
    later = any(done and i >= a.last for _, i, done in s.clauses[a.clause].lemmas)
    return later and any(low in AND for low in s.lower[at + 1 : a.begin])


def _beneficiary(s: Sentence, a: Argument) -> bool:
    """„fordert mehr Zuständigkeiten für ihr Haus“: a possessive after a noun without a name says what that is for."""
    noun = a.first - 2
    return a.reference and noun > 0 and s.text_at(noun)[:1].isupper() and noun not in s.taken


def _is_held(s: Sentence, i: int) -> bool:
    """„Jens Ott, Vorstand der AKDB, leitet das Amt“: a noun that is somebody's title, and no organ that acts."""
    title = s.taken.get(i)
    return title is not None and title.role is not None and bool(title.role.holders)
