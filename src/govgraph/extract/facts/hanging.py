"""Relations between two names of which one hangs on the other: „Standardisierungsboard des IT-Planungsrats“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.attributes import does_attribute
from govgraph.extract.clauses.scenes import in_front
from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.facts.at_the_table import stands_for
from govgraph.extract.facts.profiles import told_next
from govgraph.extract.names.long_names import OPENING
from govgraph.extract.offices.past_posts import WAS
from govgraph.extract.references.sources import is_pot
from govgraph.extract.state import FactDraft
from govgraph.language.grammar import DETERMINERS, POSSESSIVES, PREPOSITIONS
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

_MAKERS = frozenset({"Agency", "Company", "PublicCompany", "ResearchInstitute", "ServiceProvider", "University"})
_OF_WHAT_IS_USED = frozenset({"auf", "für", "gen", "von", "zu"})
_USED_BY_ALL = ("akte",)
"""How the names of works end that each administration has."""
_WORK = frozenset({Predicate.DEVELOPS, Predicate.IMPLEMENTS, Predicate.RESPONSIBLE_FOR})
"""What ends with a work."""


def name_facts(
    s: Sentence,
    knowledge: Knowledge,
    of_towns: frozenset[str],
    over: Callable[[Argument], bool],
    verdict: Callable[[Sentence, int], Modality | None],
) -> Iterator[FactDraft]:
    """What names say by how they stand to one another.

    Args:
        s: Sentence with marked arguments.
        knowledge: Compiled vocabulary.
        of_towns: Nouns that names of offices begin with that belong to a town.
        over: Whether the sentence ends a thing: „Ausgelaufen ist das Digitalprogramm des Landes“.
        verdict: How a clause says what it says: „wünscht sich, dass A auf der Messe redet“ tells of no visit.
    """
    legal = knowledge.words("legal-forms")
    pots = knowledge.words("money-pots")
    in_use = knowledge.words("nouns-of-use") | knowledge.words("nouns-of-change") | knowledge.words("ends-of-works")
    receiving, hosting = knowledge.words("receiving-verbs"), knowledge.words("hosting-verbs")
    for b in s.arguments:
        if b.draft is None or b.adjective or b.head < 0:
            continue
        a = s.taken.get(b.head)
        if a is None and s.text_at(b.head) in legal:
            # „die Seitenbau GmbH in Konstanz“, where the name is known without its legal form
            a = s.taken.get(b.head - 1)
        a = a or _own_event(s, b)
        if a is None or a.draft is None or a.draft is b.draft or a.adjective:
            continue
        owners = _with_companions(s, a)
        for frame in knowledge.name_frames:
            if a.type not in frame.subject_types or b.type not in frame.object_types:
                continue
            if frame.subject_kinds and a.draft.kind not in frame.subject_kinds:
                continue
            if a.draft.kind in frame.excludes or (frame.evokes in _WORK and is_pot(a.draft, pots)):
                # „die Digitalstrategie des Landes“, „das Konjunkturpaket des Bundes“: what nobody builds or runs
                continue
            marker = "gen" if b.cases == "g" and b.marker in {"gen", "np"} else b.marker
            if marker not in frame.object_markers or frame.evokes is None:
                continue
            if frame.evokes is Predicate.PART_OF and not _may_be_part(a.draft, b.draft):
                continue
            if b.marker == "von" and s.low_at(b.last) == "aus":
                # „bietet De-Mail von Ulm aus an“: whence
                continue
            of_noun = a.type is EntityType.ORGANISATION and a.marker == "gen" and a.head >= 0 and a.head not in s.taken
            if b.marker == "von" and ((_acting(s, b, receiving) and not in_front(s, b)) or of_noun):
                # „Gefördert wird die Studie vom Ministerium“, „Hilfe erhält die FITKO von der AKDB“, „den Vorsitz
                # des Gremiums von Hessen“: no owner
                continue
            if a.reference and does_attribute(s, b):
                # „Ihr vom Bund bezahltes Projekt“
                continue
            if frame.evokes is Predicate.PARTICIPATES_IN and _in_subordinate(s, a) and verdict(s, a.clause) is None:
                continue
            if frame.evokes is Predicate.REPRESENTS and not stands_for(s, a, frame, verdict):
                # „Eva Kern für ihr Engagement in Gera“, „lobt Karl Ohm für Hessen“
                continue
            if frame.evokes is Predicate.CHAIRS and a.reference:
                # „Schreibers Haus rechnet nicht damit“: that of a Staatssekretär as well
                continue
            if "unit" in frame.requires and b.draft.kind not in {"Ministry", "Agency", "Organisation"}:
                continue
            if frame.evokes is Predicate.LOCATED_IN and (
                (a.draft.entry is None and s.text_at(a.first) in of_towns)
                or (b.marker == "in" and a.nominative and s.verbs_of(b.clause) & hosting)
            ):
                # „das Hauptamt in Gera“: part of it; „… wenn die AKDB in Gera tagt“: not where it is
                continue
            if frame.evokes is Predicate.LOCATED_IN and (
                _is_seat(s, a, knowledge)
                or (b.marker == "in" and _is_brought_in(s, a, in_use))
                or (a.reference and told_next(s, a.last - 1) is not None)
            ):
                continue
            if frame.evokes is Predicate.LOCATED_IN and b.marker == "in" and _of_event(s, a, knowledge):
                event = s.taken.get(a.head)
                if event is not None and event.draft is not None:
                    yield FactDraft(
                        event.draft, Predicate.HELD_IN, b.draft, Modality.ASSERTED, frame.confidence, s, "event-of-in"
                    )
                continue
            # „das Amt in Dessau und das Archiv in Koblenz“, „das Bundesamt und der Verlag in Gera“: each has its own
            own_place = frame.evokes is Predicate.LOCATED_IN and (
                a.type is EntityType.ORGANISATION
                or any(
                    c.head == x.last - 1 and c.marker in {b.marker, "in", "aus"}
                    for x in owners
                    if x is not a
                    for c in s.arguments
                )
            )
            for owner in [a] if own_place else owners:
                if owner.draft is None or owner.draft is b.draft:
                    continue
                if owner is not a and frame.evokes is Predicate.PART_OF and _apart(s, owner, a):
                    continue
                if owner is not a and frame.evokes is Predicate.PART_OF and _of_last(s, owner, a):
                    continue
                if owner is not a and frame.evokes in _WORK and _has_own_article(s, a):
                    continue
                subject, object_ = (b.draft, owner.draft) if frame.inverse else (owner.draft, b.draft)
                said = Modality.ENDED if frame.evokes in _WORK and over(owner) else Modality.ASSERTED
                if frame.evokes is Predicate.CHAIRS and "unter" in frame.object_markers and _was_then(s, b):
                    said = Modality.ENDED
                evoked = frame.evokes
                if evoked is Predicate.DEVELOPS and _only_uses(subject, object_):
                    evoked = Predicate.IMPLEMENTS
                yield FactDraft(subject, evoked, object_, said, frame.confidence, s, frame.name)


def _own_event(s: Sentence, owner: Argument) -> Argument | None:
    """„auf seinem Jahreskongress X“, „zu ihrer Messe X“: the event that is named after the noun of a possessive."""
    if not owner.reference or s.low_at(owner.first) not in POSSESSIVES:
        return None
    event = s.taken.get(owner.head + 1 + (s.text_at(owner.head + 1) in OPENING))
    return event if event is not None and event.type is EntityType.EVENT and event.begin <= owner.first else None


def _is_seat(s: Sentence, a: Argument, knowledge: Knowledge) -> bool:
    """„der Verband mit Geschäftsstelle in Cottbus“: a noun without article says where the body before it is."""
    if a.draft is None or a.draft.entry is not None or a.last != a.first + 1 or s.low_at(a.first - 1) != "mit":
        return False
    return s.text_at(a.first) == a.draft.name == knowledge.lemma(a.draft.name)


def _is_brought_in(s: Sentence, a: Argument, in_use: frozenset[str]) -> bool:
    """„die Einführung von SAP in Hessen“, „das Aus für Microsoft in Kiel“: where it is used, and not where it sits."""
    return a.type is EntityType.ORGANISATION and a.marker in _OF_WHAT_IS_USED and s.text_at(a.head) in in_use


def _of_event(s: Sentence, body: Argument, knowledge: Knowledge) -> bool:
    """„auf der Herbsttagung der Vitako in Kiel“: the place after the genitive is that of the event."""
    if body.type is not EntityType.ORGANISATION or body.marker != "gen" or body.head < 0:
        return False
    event = s.taken.get(body.head)
    if event is not None:
        return event.type is EntityType.EVENT
    noun = s.text_at(body.head)
    head = knowledge.head_noun(noun)
    return (head is not None and head.type is EntityType.EVENT) or knowledge.nominative(noun) in knowledge.words(
        "assemblies"
    )


def _in_subordinate(s: Sentence, a: Argument) -> bool:
    """Whether a name stands in a clause with a conjunction: „…, dass A auf der Messe redet“."""
    return 0 <= a.clause < len(s.clauses) and s.clauses[a.clause].kind == "sub"


def _with_companions(s: Sentence, a: Argument) -> list[Argument]:
    """The argument with its coordinates, and whom they are named with („Sinemus mit Habeck und Wissing auf …“)."""
    group = [x for x in s.arguments if x.group == a.group and x.type is a.type and x.last <= a.last and not x.adjective]
    if a.type is EntityType.PERSON and a.marker == "mit" and a.head >= 0:
        leader = s.taken.get(a.head)
        if leader is not None and leader.type is EntityType.PERSON:
            group.append(leader)
    return group or [a]


def _apart(s: Sentence, one: Argument, other: Argument) -> bool:
    """„im IT-Planungsrat und im Aufsichtsrat der AKDB“: each after a preposition, so the genitive is of the last."""
    return one.draft is not other.draft and all(s.low_at(x.begin) in PREPOSITIONS for x in (one, other))


def _of_last(s: Sentence, one: Argument, last: Argument) -> bool:
    """„die HZD, die AKDB und das Rechenzentrum des Saarlandes“: what is known by a name of its own is not meant."""
    return one.draft is not None and one.draft.entry is not None and _has_own_article(s, last)


def _has_own_article(s: Sentence, last: Argument) -> bool:
    """„nutzt openDesk und das Portal X der Y“: what has an article of its own has the genitive to itself."""
    return last.begin < last.first and s.low_at(last.begin) in DETERMINERS


def _only_uses(owner: Draft, work: Draft) -> bool:
    """„die E-Akte der Stadt Essen“: whether a Land, a town or one of their bodies has what others are known to make."""
    if owner.kind in _MAKERS or work.type is EntityType.PROGRAMME:
        return False
    if work.name.lower().endswith(_USED_BY_ALL):
        return True
    if owner.type is EntityType.JURISDICTION or work.entry is None or not work.entry.owners:
        return False
    return owner.entry is None or owner.entry.iri not in work.entry.owners


def _may_be_part(part: Draft, whole: Draft) -> bool:
    """Reference data may know better: a body of Bund and Länder is not part of one Land."""
    if part.kind == "Party":
        # „Obfrau der Grünen im Ausschuss“
        return False
    if part.entry is None or whole.entry is None or whole.type is not EntityType.JURISDICTION:
        return True
    return not part.entry.jurisdictions or whole.entry.iri in part.entry.jurisdictions


def _acting(s: Sentence, a: Argument, receiving: frozenset[str]) -> bool:
    """Whether the clause may say who does something to a thing, or from whom it comes."""
    clause = s.clauses[a.clause] if 0 <= a.clause < len(s.clauses) else None
    return clause is not None and (is_passive(clause) or not s.verbs_of(a.clause).isdisjoint(receiving))


def _was_then(s: Sentence, person: Argument) -> bool:
    """„war Staatssekretär im BMI unter X“: who is told to have been there is there no longer, nor is X."""
    return s.verbs_of(person.clause) == {"sein"} and not WAS.isdisjoint(s.clauses[person.clause].auxiliaries)
