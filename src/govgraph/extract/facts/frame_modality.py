"""How a filled frame says what it states: by its own modality, that of its clause, and where it stands in it.

Called by `facts.frames` for each frame that has found its subject and its object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.companions import Pair
from govgraph.extract.clauses.fitting import EVENTS, STANDING, STARTED, after_verbs
from govgraph.extract.clauses.granted import lies_in
from govgraph.extract.clauses.plans import becomes
from govgraph.extract.clauses.verb_shares import twin_verbs
from govgraph.extract.facts.frame_limits import after_trial, has_followed, was_before
from govgraph.extract.filled import Filled
from govgraph.extract.state import PLACES, Argument
from govgraph.language.grammar import AND, MODALS
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Clause, Sentence
    from govgraph.vocabulary import Frame

_SET_OFF = frozenset({",", ")"})
_ENDS = _SET_OFF | {"."}
_INSTEAD_OF = frozenset({"durch", "gegen"})
_FAVOURING = "zugunsten"
_BY_THAT = frozenset({"mit", "nach", "durch"})
_THEN = frozenset({"damals", "seinerzeit"})
_NEAR_THEN = 5
"""How many words before a noun for a chair „damals“ may stand."""
_HELD = frozenset({Predicate.CHAIRS, Predicate.MEMBER_OF})
"""What whoever „wird“ something is yet to be."""
_ENTRY = ("beitritt", "eintritt")
"""Nouns for becoming a member, which somebody may announce."""
_TWO = 2
_FROM_WHOM = frozenset({"von^", "aus^", "bei^"})
"""Markers of the subject of frames of who has made what others take over."""
_YEARS = frozenset({"jahren", "jahrzehnten", "monaten", "amtsjahren"})
_ASIDE = frozenset({"beispielsweise", "etwa", "selbst", "wiederum"})


class FrameModality:
    """Judges what filled frames state.

    Args:
        words: Gives a word list.
        modality: Judge of clauses.
        article_date: Date of the article.
    """

    def __init__(
        self, words: Callable[[str], frozenset[str]], modality: ModalityReader, article_date: str | None
    ) -> None:
        self._modality = modality
        self._article_date = article_date
        self._replacing = words("substituting-verbs")
        self._designated = words("designated")
        self._contracting = words("contracting-verbs")
        self._former = words("former-adverbs")
        self._bringing_in = words("nouns-for-bringing-in")

    def said(self, s: Sentence, filled: Filled, at: int) -> Modality:
        """Modality of what a frame triggered at token `at` states, by its own and by that of its clause."""
        frame, verdict, clause = filled.frame, filled.modality, s.clauses[filled.clause]
        if verdict is Modality.PLANNED and clause.auxiliaries and frame.part != "verb" and frame.evokes is not None:
            front = self._modality.granted.front(s, clause, self._article_date)
            if self.is_granted(s, filled, at, front):
                verdict = Modality.ASSERTED
        if verdict is Modality.ASSERTED:
            return self._of_asserted(s, filled, at)
        if verdict is Modality.ENDED:
            return Modality.ASSERTED if self._outlasts(s, filled, at) else verdict
        if verdict is Modality.REPORTED and self._is_there(s, frame, clause, at):
            # „Kritiker behaupten, Suhl habe die E-Akte abgeschaltet“: whoever says so, nobody says that it is in use
            return Modality.ENDED
        if verdict is Modality.PLANNED and self._is_being_replaced(s, frame, clause):
            return Modality.ENDED
        if verdict is Modality.PLANNED and (
            # „will das Portal aus Bremen übernehmen“: it has been made there
            _is_taken_over(frame)
            or self._is_there(s, frame, clause, at)
            or self._already(s, clause, frame, (filled.subjects, filled.objects), at)
            or self.is_set_off(s, filled)
        ):
            return Modality.ASSERTED
        return verdict

    def _of_asserted(self, s: Sentence, filled: Filled, at: int) -> Modality:
        """Modality of what a frame states in a clause that asserts what it says."""
        frame, clause = filled.frame, s.clauses[filled.clause]
        chairs = frame.part == "noun" and frame.evokes is Predicate.CHAIRS
        if chairs and (_after_years(s, clause, at) or _then(s, at)):
            return Modality.ENDED
        if was_before(s, frame, at, self._former) or after_trial(s, clause, frame, at):
            return Modality.ENDED
        if has_followed(s, clause, frame):
            return Modality.ASSERTED
        coming = frame.evokes is Predicate.PARTICIPATES_IN and self._modality.plans.accepts(s, clause)
        return Modality.PLANNED if coming or self._is_to_come(s, filled, at) else frame.modality

    def _is_to_come(self, s: Sentence, filled: Filled, at: int) -> bool:
        """„hat die Einführung beschlossen“, „wird Mitglied“, „die designierte Nachfolgerin“: what a noun promises."""
        frame, clause = filled.frame, s.clauses[filled.clause]
        if frame.part != "noun":
            return False
        if frame.evokes in _HELD and becomes(clause):
            return True
        if frame.evokes is Predicate.SUCCEEDS and s.has_attribute(at, self._designated):
            return True
        started = frame.evokes in STARTED or s.low_at(at).startswith(_ENTRY)
        # who announces that it leaves will not come
        named = started and frame.modality is not Modality.ENDED and self._modality.plans.promises_of(clause)
        return named and not self.is_set_off(s, filled)

    def _outlasts(self, s: Sentence, filled: Filled, at: int) -> bool:
        """Whether what a frame states holds although its clause tells of an end."""
        frame = filled.frame
        if frame.evokes in EVENTS or self._other_ends(s, frame, s.clauses[filled.clause], at):
            return True
        if frame.evokes is Predicate.COOPERATES_WITH and frame.lemma in self._contracting:
            # „Zuvor hatten bereits Hessen und Bremen Verträge mit dem BSI geschlossen“: they hold
            return True
        if frame.part == "noun" and s.text_at(at) in self._bringing_in and s.low_at(at - 2) in _BY_THAT:
            # „Mit der Einführung der E-Akte wird X abgeschaltet“
            return True
        in_favour = all(_in_favour(s, a) for a in filled.objects)
        if frame.modality is not Modality.ENDED and (in_favour or self._comes_instead(frame, filled.objects)):
            # „wurde durch die E-Akte abgelöst“: what ends is the other work
            return True
        # „Abgeschaltet wird X, ein Produkt der Y“: who has made it is the same for ever
        return frame.evokes is Predicate.DEVELOPS and self.is_set_off(s, filled)

    def _is_there(self, s: Sentence, frame: Frame, clause: Clause, at: int) -> bool:
        """„will das Verfahren abschaffen“: it is still there, but not what „und die BundID einführen“ adds."""
        if frame.modality is Modality.ENDED:
            return True
        own = {lemma for lemma, i, _ in clause.lemmas if i == at} if frame.part == "verb" else set()
        if (frame.lemma, at) in twin_verbs(clause):
            own = {frame.lemma}
        return self._modality.endings.ends(s, clause) and (not own or not own.isdisjoint(self._modality.endings.verbs))

    def _is_being_replaced(self, s: Sentence, frame: Frame, clause: Clause) -> bool:
        """„schaltet das Portal zum Jahresende ab“: a work whose end is decided goes already; a seat is still held."""
        goes = frame.modality is Modality.ENDED and frame.evokes is Predicate.IMPLEMENTS
        return goes and self._modality.endings.ends_soon(s, clause)

    def is_granted(self, s: Sentence, filled: Filled, at: int, front: range) -> bool:
        """Whether what a frame triggered at token `at` states holds although its clause leaves open the rest."""
        frame, ends = filled.frame, (*filled.subjects, *filled.objects)
        if at in front:
            return frame.part != "verb" and self._modality.granted.heads(s, front, at) and lies_in(front, ends)
        clause = s.clauses[filled.clause]
        if frame.evokes is None and frame.lemma == "*":
            title = filled.objects[0]
            return title.marker == "als" and self._modality.granted.is_as(s, clause, title.first)
        return frame.part == "noun" and self._modality.granted.is_as(s, clause, at) and all(a.clause >= 0 for a in ends)

    def _comes_instead(self, frame: Frame, objects: Sequence[Argument]) -> bool:
        """„durch die E-Akte abgelöst“, „gegen civento getauscht“: a work that comes in the place of another."""
        replaces = frame.part == "verb" and frame.evokes is Predicate.IMPLEMENTS and frame.lemma in self._replacing
        return replaces and all(a.marker in _INSTEAD_OF for a in objects)

    def _other_ends(self, s: Sentence, frame: Frame, clause: Clause, at: int) -> bool:
        """„hat die E-Akte eingeführt und das Archiv abgeschaltet“: another verb of the clause tells of an end."""
        if frame.part != "verb" or frame.modality is Modality.ENDED:
            return False
        if (frame.lemma, at) in twin_verbs(clause):
            # „stellt die App X ein und die App Y vor“
            return frame.lemma not in self._modality.endings.verbs
        verbs = {i: lemma for lemma, i, participle in clause.lemmas if participle}
        if len(verbs) < _TWO or verbs.get(at, "") in self._modality.endings.verbs or at not in verbs:
            return False
        others = {i for i, lemma in verbs.items() if lemma in self._modality.endings.verbs}
        if not others or not self._modality.endings.words.isdisjoint(
            s.lower[i] for i in clause.tokens if i not in others
        ):
            return False
        first, last = min(*others, at), max(*others, at)
        between = next((i for i in range(first, last) if s.lower[i] in AND), last)
        # not „hat es eingeführt und bald wieder abgeschafft“: each has an object of its own
        return any(s.taken[i].marker == "np" for i in range(between, last) if i in s.taken)

    def is_set_off(self, s: Sentence, filled: Filled) -> bool:
        """„A, Mitglied des B, glaubt das nicht“: what commas set off holds, whether the clause denies or plans it."""
        frame = filled.frame
        if frame.part == "verb" or frame.evokes is None:
            return False
        first, last = filled.subjects[-1].last, _end_of_aside(s, filled)
        first += s.low_at(first) in _ASIDE
        apposed = "appositive" in frame.subject_markers
        closed = after_verbs(s, filled.subjects[-1]) if apposed else -1
        first = max(first, closed)
        closes = closed > 0 or (apposed and frame.evokes is Predicate.DEVELOPS)
        if (
            filled.objects[0].begin <= first
            or s.text_at(first) != ","
            or s.text_at(last) not in (_ENDS if closes else _SET_OFF)
        ):
            return False
        verbs = {i for _, i, _ in s.clauses[filled.clause].lemmas}
        inside = range(first, last)
        return verbs.isdisjoint(inside) and not any(
            s.lower[i] in self._modality.negation.words or s.lower[i] in self._modality.doubts.words for i in inside
        )

    def _already(self, s: Sentence, clause: Clause, frame: Frame, found: Pair, at: int) -> bool:
        """„Der Rat unter Vorsitz von A will …“: what stands before the verb of a plan is the case already."""
        if frame.part != "noun" or frame.evokes not in STANDING or clause.kind != "main":
            return False
        plan = next((i for i in clause.tokens if s.lower[i] in MODALS or s.lower[i] in self._modality.plans.words), -1)
        ends = (*found[0], *found[1])
        if s.low_at(clause.tokens[0]) == "als" and at > clause.tokens[0] and s.low_at(plan).startswith("will"):
            # „Als Vorsitzland des Rats will Hessen …“: in that part it means to do something
            return all(a.last <= plan or a.begin == plan + 1 for a in ends)
        return plan > at and all(a.first >= 0 and a.last <= plan for a in ends) and s.low_at(plan - 1) != "soll"


def _end_of_aside(s: Sentence, filled: Filled) -> int:
    """Where what is said of a name ends: „ein Produkt der A aus Erfurt“, „eine Hamburger Entwicklung“."""
    last = filled.objects[-1].last
    following = s.text_at(last)
    if filled.objects[-1].adjective and following[:1].isupper() and last not in s.taken:
        return last + 1
    if following == "(" and s.text_at(last + 2) == ")":
        last += 3
    last += s.low_at(last) == filled.frame.lemma
    place = s.taken.get(last + 1) if s.low_at(last) in {"aus", "in"} else None
    return place.last if place is not None and place.type in PLACES else last


def _is_taken_over(frame: Frame) -> bool:
    """Whether a frame tells from whom somebody has a work: whoever that is has made it."""
    markers = frame.subject_markers
    return frame.evokes is Predicate.DEVELOPS and frame.voice == "active" and markers == _FROM_WHOM


def _in_favour(s: Sentence, a: Argument) -> bool:
    """„hat X zugunsten von Y aufgegeben“: what somebody turns to."""
    return _FAVOURING in {s.low_at(a.begin), s.low_at(a.begin - 1)}


def _then(s: Sentence, at: int) -> bool:
    """„damals noch unter dem Vorsitz von X“, „seinerzeit unter Leitung von Y“: who led it then."""
    before = s.lower[max(0, at - _NEAR_THEN) : at]
    return "unter" in before and not _THEN.isdisjoint(before[: before.index("unter")])


def _after_years(s: Sentence, clause: Clause, at: int) -> bool:
    """„Nach zehn Jahren an der Spitze des Verbands geht A“: what is told of so is over."""
    before = [s.lower[i] for i in clause.tokens if i < at]
    return "nach" in before[:3] and not _YEARS.isdisjoint(before[-6:])
