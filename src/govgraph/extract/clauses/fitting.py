"""Small questions about frames and the arguments that may fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import WORKS
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS, NOT_VERBS, PARTICIPLE, PREPOSITIONS
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from govgraph.extract.clauses.companions import Pair
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, Sentence
    from govgraph.vocabulary import Frame

STARTED = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.DEVELOPS, Predicate.FUNDS})
"""What somebody may decide or announce by its noun: „hat die Einführung beschlossen“."""
EVENTS = frozenset(
    {
        Predicate.ADOPTS,
        Predicate.HELD_IN,
        Predicate.ORGANISES,
        Predicate.PARTICIPATES_IN,
        Predicate.PUBLISHES,
        Predicate.SUCCEEDS,
    }
)
NEAR = 6
"""How many words after its comma the noun of an apposition stands at most."""
_ALL_OF_THEM = frozenset({"alle", "allesamt", "beide", "beides", "jeweils", "sind", "waren", "werden"})
"""Words that let a noun in the singular be of all who are named: „beide Mitglied des Rats“."""
_DATIVES = frozenset({"einem", "einer"})
_MOST_KNOWN = 32_768
"""How many verbs, each with what a sentence names, are remembered before that begins anew."""
Held = tuple[frozenset[EntityType], bool]
"""The types of what a sentence names, and whether there is an office title in it."""
STANDING = frozenset({Predicate.CHAIRS, Predicate.LOCATED_IN, Predicate.PART_OF, Predicate.REPRESENTS})


def is_work(s: Sentence, i: int) -> bool:
    """„hat das Portal X mit Y entwickelt“: whether a token names what is made, so that the verb takes what follows."""
    named = s.taken.get(i)
    return named is not None and named.draft is not None and named.type in WORKS


def helps(clause: Clause) -> bool:
    """„hat die E-Akte abgelehnt“: whether „haben“ only helps another verb."""
    return any(participle and lemma != "haben" for lemma, _, participle in clause.lemmas)


def only_helps(s: Sentence, clause: Clause) -> bool:
    """„hat das Portal eingeführt“: whether „haben“ is no verb of its own."""
    words = (s.tokens[i].text for i in clause.tokens if i not in s.taken and s.lower[i] not in AUXILIARIES)
    return len(clause.lemmas) > 1 or any(
        w[0].islower() and w.endswith(("t", "en")) and PARTICIPLE.search(w) and w not in NOT_VERBS for w in words
    )


def with_group(pair: Pair, able: Sequence[Argument]) -> tuple[Argument, ...]:
    """„hat drei Mitglieder: Ulm, die AKDB und Gera“: the subjects with all that are joined to them and may be one."""
    ours, theirs = {a.group for a in pair[0]}, {b.group for b in pair[1]}
    return pair[0] + tuple(a for a in able if a.group in ours - theirs and a not in pair[0])


def in_aside(s: Sentence, people: tuple[Argument, ...], at: int, lemma: str) -> tuple[Argument, ...]:
    """„A, Mitglied des B, und C“, „A und C, Mitglied des B“: a noun in the singular after a comma is of one alone."""
    one = next((a for a in people if a.last < at and s.text_at(a.last) == ","), None)
    if one is None or s.text_at(at) != lemma or any(a.type is not EntityType.PERSON for a in people):
        return people
    between = range(one.last + 1, at)
    apart = any(s.tokens[i].text == "," or i in s.taken or s.lower[i] in _ALL_OF_THEM for i in between)
    return people if apart else (one,)


def open_object(frame: Frame) -> bool:
    """Whether a frame may find its object outside its clause, or in a word that names nothing."""
    return "context" in frame.object_markers or frame.evokes in {Predicate.PILOTS, Predicate.IMPLEMENTS}


def held_by(s: Sentence) -> Held:
    """What a sentence names or refers to; a Zweckverband may stand wherever an organisation may."""
    drafts = [a.draft for a in s.arguments if a.draft is not None]
    types = {draft.type for draft in drafts}
    if any(draft.kind == "MunicipalUnion" for draft in drafts):
        types.add(EntityType.ORGANISATION)
    return frozenset(types), any(a.role is not None for a in s.arguments)


class FittingFrames:
    """The frames of verbs whose slots a sentence may fill with what it names. Built once for each worker.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._frames = knowledge.frames
        self._known: dict[tuple[str, Held], tuple[Frame, ...]] = {}

    def of_verb(self, lemma: str, held: Held) -> tuple[Frame, ...]:
        """Such frames of a verb, in their order."""
        key = lemma, held
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            types, titles = held
            frames = self._frames.get(("verb", lemma), ())
            found = self._known[key] = tuple(frame for frame in frames if may_fill(frame, types, titles=titles))
        return found


def may_fill(frame: Frame, types: Set[EntityType], *, titles: bool) -> bool:
    """Whether what a sentence names can fill both slots of a frame: a quick look before the slow one.

    Args:
        frame: The frame.
        types: Types of what the sentence names.
        titles: Whether there is an office title in it.
    """
    if types.isdisjoint(frame.subject_types) and "context" not in frame.subject_markers:
        return False
    if open_object(frame):
        return True
    return titles if frame.evokes is None else not types.isdisjoint(frame.object_types)


def beside_holder(s: Sentence, title: Argument) -> bool:
    """Whether the name of somebody who holds a title follows right after it."""
    after = s.taken.get(title.last)
    return title.role is not None and after is not None and after.draft in title.role.holders


def of_clause(frame: Frame) -> bool:
    """Whether a frame's noun is said of the subject of its clause, and not of the name that it stands beside."""
    return "nom" in frame.subject_markers and "appositive" not in frame.subject_markers


def beside_dative(s: Sentence, at: int) -> bool:
    """„läuft auf DOMEA, einem Erzeugnis der Firma X“: by its case a noun tells what the name before the comma is."""
    j = at - 1
    while j > at - 4 and s.text_at(j)[:1].islower() and s.low_at(j) not in _DATIVES:
        j -= 1
    return s.low_at(j) in _DATIVES and s.text_at(j - 1) == ","


def stands_fast(frame: Frame) -> bool:
    """Whether a noun tells of a state that holds whatever is put off: „der Rat mit X an der Spitze warnt“."""
    return "appositive" in frame.subject_markers or frame.evokes in STANDING


def may_be_over(frame: Frame, at: int, gone: int) -> bool:
    """Whether „nicht mehr“ at token `gone` ends what a frame triggered at `at` states: no event, no noun before.

    „ist nicht mehr CIO“ ends an office.
    """
    if frame.evokes is None and frame.lemma == "sein":
        return True
    return frame.evokes is not None and frame.evokes not in EVENTS and (frame.part != "noun" or at > gone)


def has_dative(s: Sentence, a: Argument) -> bool:
    """Whether something else is the dative: „dem Rat der AKDB angehört“, „ihm gehört der Chef der AKDB an“."""
    before = s.taken.get(a.head) if a.head >= 0 else None
    if before is not None and before.draft is not None and before.marker == "np" and before.cases == "d":
        return True
    return any(b.marker == "np" and b.cases == "d" and b.clause == a.clause and b is not a for b in s.arguments)


def of_kind(draft: Draft, kinds: frozenset[str]) -> bool:
    """Whether a thing is of one of the kinds that a frame asks for, if it asks for any."""
    return not kinds or draft.kind in kinds


def of_others(s: Sentence, at: int) -> bool:
    """„mit Vertreterinnen und Vertretern des Städtetags“, „A und Vertreter des Städtetags“: others than the subject."""
    if s.low_at(at - 1) in {"und", "sowie"} and s.text_at(at).endswith("r"):
        return True
    for i in range(at - 1, max(-1, at - 5), -1):
        if s.lower[i] == "mit":
            return True
        if s.lower[i] in PREPOSITIONS or (i in s.taken and s.taken[i].draft is not None):
            return False
    return False


def is_where(s: Sentence, a: Argument) -> bool:
    """„an der Universität Rostock“, „am Amtsgericht“: where something is done, as with „in“ for other bodies."""
    dative = s.low_at(a.begin) == "am" or s.low_at(a.begin + 1) in {"der", "dem", "den"}
    return dative and a.type is EntityType.ORGANISATION


def after_verbs(s: Sentence, a: Argument) -> int:
    """„wird mit enaio gearbeitet, einem Produkt der A“: the comma after the verbs that close a clause; -1 if none.

    „stieg auf enaio um, ein Produkt der A“: the particle of the verb closes it as well.
    """
    if a.adjective or not 0 <= a.clause < len(s.clauses):
        return -1
    comma = a.last
    lemmas = s.clauses[a.clause].lemmas
    verbs = {i for _, i, _ in lemmas}
    if s.text_at(comma + 1) == "," and any(lemma.startswith(s.low_at(comma)) for lemma, i, _ in lemmas if i < a.first):
        comma += 1
    while comma in verbs or s.low_at(comma) in AUXILIARIES or s.low_at(comma) in MODALS:
        comma += 1
    agrees = not set(a.cases).isdisjoint(DETERMINERS.get(s.low_at(comma + 1), ""))
    return comma if comma > a.last and s.text_at(comma) == "," and agrees else -1


def closes_inner(s: Sentence, a: Argument, number: int, at: int) -> bool:
    """„die auf enaio aufsetzt, einem Produkt der A“: whether a thing closes an inner clause before its apposition."""
    if a.adjective or a.reference or not 0 <= a.clause < len(s.clauses) or s.clauses[a.clause].parent != number:
        return False
    comma = after_verbs(s, a)
    return comma >= 0 and 0 < at - comma <= NEAR


def after_subject(s: Sentence, a: Argument) -> bool:
    """„das Hessen mit dem Bund vorbereitet“: right after the subject of a clause that its verb closes."""
    before = s.taken.get(a.begin - 1)
    if before is None or not before.nominative or not 0 <= a.clause < len(s.clauses):
        return False
    return s.clauses[a.clause].kind in {"relative", "sub"} and before.clause == a.clause


def of_type(draft: Draft, types: frozenset[EntityType]) -> bool:
    """A Zweckverband may stand wherever an organisation may."""
    return draft.type in types or (draft.kind == "MunicipalUnion" and EntityType.ORGANISATION in types)
