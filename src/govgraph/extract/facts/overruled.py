"""What the ranker weighs and other words of the sentence rule out: the work, the chair or the seat is another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.demands import Demands
from govgraph.extract.facts.frame_limits import made_another, members_act, only_comes, put_in_place
from govgraph.extract.facts.giving import Givers
from govgraph.extract.facts.ranker import RULE
from govgraph.extract.facts.things_spoken_of import is_of_thing_spoken_of
from govgraph.extract.offices.deputised_leads import is_deputised
from govgraph.extract.references.sources import is_pot
from govgraph.extract.state import BODY_TYPES, WORKS
from govgraph.language.grammar import PREPOSITIONS, RESPECTIVELY
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.facts.shut_downs import ShutDowns
    from govgraph.extract.state import FactDraft, OfficeDraft

_OF_WORKS = frozenset({Predicate.DEVELOPS, Predicate.IMPLEMENTS, Predicate.PILOTS})
_LEFT = _OF_WORKS | {Predicate.CHAIRS, Predicate.MEMBER_OF}
_NOT_CHAIRING = ("stellv", "vize", "sprecher", "presse")
"""How titles begin of those who have no chair."""
_SPEAKING = "sprecher"
_OWNING = frozenset({"gen", "von"})
_INSTEAD = "vertretung"
_SELF = "sich"
_NEAR = 4
"""Within how many words after „in Vertretung“ it is told of whom."""


class Overruled:
    """Tells which weighed facts cannot hold.

    Args:
        words: Gives the forms of a word list.
        shut_downs: Finds works that a clause tells to end.
        ruling_out: Tell whether the sentence of a fact moves its duty to another body, or calls its event off.
    """

    def __init__(
        self,
        words: Callable[[str], frozenset[str]],
        shut_downs: ShutDowns,
        ruling_out: Sequence[Callable[[FactDraft], bool]],
    ) -> None:
        self._shut_downs = shut_downs
        self._ruling_out = ruling_out
        self._demands = Demands(words)
        self._choosing = words("appointing-verbs") | words("choosing-verbs") | {"bestätigen"}
        self._asked = words("information-nouns")
        self._leaving = words("ending-verbs") | words("no-longer-verbs") | words("leaving-organ-verbs")
        self._givers = Givers(words)
        self._returning = words("returning-verbs")
        self._pots = words("money-pots")
        self._substituting = words("substituting-verbs")
        self._generic = words("transparent-nouns")
        self._telling = words("telling-nouns")
        self._independent = words("independent-users")
        self._attending = words("attending-verbs")
        self._staying_away = words("verbs-of-staying-away")
        self._parliaments = tuple(sorted(words("parliament-endings")))
        self._prizes = tuple(sorted(words("prize-endings")))
        self._awarding = words("awarding-verbs")
        self._saying = words("speech-verbs") | words("addressing-verbs")

    def holds(self, fact: FactDraft, offices: Sequence[OfficeDraft]) -> bool:
        """Whether nothing rules a weighed fact out.

        Args:
            fact: What the ranker weighed.
            offices: Offices that the article states.
        """
        if not fact.sentence.clauses:
            return True
        if any(rules_out(fact) for rules_out in self._ruling_out) or self._is_left(fact):
            return False
        if fact.predicate in _OF_WORKS:
            return not (
                # „aus dem Konjunkturpaket des Bundes“; a town may take part
                (fact.subject.type is EntityType.JURISDICTION and is_pot(fact.object, self._pots))
                or _is_anothers(fact)
                or self._is_asked_about(fact)
                or self._is_source(fact)
                or self._is_given(fact)
                or self._is_of_another_work(fact)
                or self._comes_to_its_end(fact)
                or self._is_weighed(fact)
                or self._is_prize(fact)
                or self._gives_money_back(fact)
            )
        if fact.predicate is Predicate.FUNDS:
            # money goes to what is made by a principle
            return not fact.object.name.endswith(("prinzip", "Prinzip"))
        if fact.predicate is Predicate.RESPONSIBLE_FOR:
            # „X steuert das BMF, während Y beim Innenressort blieb“: a duty is told in the clause of its work
            return not (_only_owns(fact) or _clauses_apart(fact)[0])
        if fact.predicate is Predicate.COOPERATES_WITH:
            return not _are_partners_of_others(fact)
        if fact.predicate is Predicate.CHAIRS:
            return not (self._only_attends(fact) or _is_led_by_another(fact, offices) or is_deputised(fact))
        if fact.predicate is Predicate.LOCATED_IN:
            return not _lies_elsewhere(fact)
        if fact.predicate is Predicate.HELD_IN:
            return not _is_only_a_goal(fact)
        if fact.predicate is Predicate.PARTICIPATES_IN:
            return not self._stays_away(fact)
        if fact.predicate is Predicate.REPRESENTS:
            elsewhere = _is_from(fact) or _comes_nowhere(fact) or is_of_thing_spoken_of(fact)
            return not (elsewhere or _is_of_another_person(fact))
        return fact.predicate is not Predicate.MEMBER_OF or not (
            self._is_chosen_by(fact)
            or self._speaks_in(fact)
            or self._tells_of_another(fact)
            or _meets_members(fact)
            or _is_of_another_person(fact)
            or _is_stood_in_for(fact)
        )

    def _comes_to_its_end(self, fact: FactDraft) -> bool:
        """„Das Portal X wird abgeschaltet, teilte Sachsen mit“: of what ends, no use is told."""
        if fact.modality is Modality.ENDED:
            return False
        return any(a.draft is fact.object for a in self._shut_downs.ending(fact.sentence))

    def _is_weighed(self, fact: FactDraft) -> bool:
        """„Gifhorn berät über den Umstieg auf d.3“: a work whose noun the verb only asks for or thinks of."""
        s = fact.sentence
        named = [a for a in s.arguments if a.draft is fact.object]
        return bool(named) and all(
            0 <= a.head < len(s.clause_of) and self._demands.is_wanted_noun(s, s.clauses[s.clause_of[a.head]], a.head)
            for a in named
        )

    def _is_prize(self, fact: FactDraft) -> bool:
        """„mit der „Goldenen Tastatur“ geehrt“, „das Siegel „Faire App““: what somebody wins, and does not use."""
        s = fact.sentence
        named = [a for a in s.arguments if a.draft is fact.object and not a.reference]
        return bool(named) and all(
            s.low_at(a.begin - 1).endswith(self._prizes)
            or a.introduced_by.lower().endswith(self._prizes)
            or any(s.low_at(i).endswith(self._prizes) for i in (a.first - 1, a.first - 2))
            or (a.marker == "mit" and not s.verbs_of(a.clause).isdisjoint(self._awarding))
            for a in named
        )

    def _gives_money_back(self, fact: FactDraft) -> bool:
        """„Gera gibt Geld aus dem Programm zurück“: who has money of a programme left does not run it by that."""
        s = fact.sentence
        paid = [a for a in s.arguments if a.draft is fact.object and a.marker == "aus"]
        return any(
            0 <= a.clause < len(s.clauses) and not self._returning.isdisjoint(s.clauses[a.clause].verbs) for a in paid
        )

    def _is_left(self, fact: FactDraft) -> bool:
        """„Die Stadt verlässt das Projekt zum Jahresende“: who is to leave is not to come."""
        if fact.modality is not Modality.PLANNED or fact.predicate not in _LEFT:
            return False
        s = fact.sentence
        own = s.clauses_naming(fact.subject)
        theirs = {a.clause for a in s.arguments if a.draft is fact.object}
        shared = own & theirs if theirs else own
        # „verlässt sich auf“ and „steigt aus und stellt auf X um“ tell of what comes
        return any(
            not self._leaving.isdisjoint(lemma for lemma, _, _ in s.clauses[n].lemmas)
            and all(s.lower[i] != "auf" for i in s.clauses[n].tokens)
            for n in shared
        )

    def _stays_away(self, fact: FactDraft) -> bool:
        """„Landrat A ließ sich entschuldigen“: who is not at an event, though he is named with it."""
        s = fact.sentence
        clauses = s.clauses_naming(fact.subject)
        return any(not self._staying_away.isdisjoint(s.clauses[n].verbs) for n in clauses)

    def _only_attends(self, fact: FactDraft) -> bool:
        """„Anna Weber nahm an der Sitzung des IT-Planungsrats teil“: who is at a meeting."""
        s = fact.sentence
        clauses = s.clauses_naming(fact.subject)
        return any(not self._attending.isdisjoint(s.clauses[n].verbs) for n in clauses)

    def _is_asked_about(self, fact: FactDraft) -> bool:
        """„beantwortet Fragen zum Wohngeld“: what a service informs about."""
        s = fact.sentence
        named = [a for a in s.arguments if a.draft is fact.object]
        return bool(named) and all(a.head >= 0 and s.text_at(a.head) in self._asked for a in named)

    def _is_given(self, fact: FactDraft) -> bool:
        """„Dataport hat den Betrieb der E-Akte an Materna vergeben“: a work that the subject has others do."""
        s = fact.sentence
        if fact.predicate is not Predicate.DEVELOPS:
            return False
        clauses = s.clauses_naming(fact.subject)
        return any(a.draft is fact.subject for n in clauses for a in self._givers.of(s, n))

    def _is_of_another_work(self, fact: FactDraft) -> bool:
        """„X, das die Stadt durch Y ersetzte“, „das von Y entwickelte Formular ablöst“: Y has made no X."""
        s = fact.sentence
        if fact.predicate is not Predicate.DEVELOPS:
            return False
        makers = [a for a in s.arguments if a.draft is fact.subject]
        thing = next((a for a in s.arguments if a.draft is fact.object), None)
        return bool(makers) and all(
            put_in_place(s, a, self._substituting) or made_another(s, a, thing, self._generic) for a in makers
        )

    def _is_source(self, fact: FactDraft) -> bool:
        """„Nach Angaben des Ministeriums nutzen alle Schulen die E-Akte“: who tells what others do."""
        s = fact.sentence
        named = [a for a in s.arguments if a.draft is fact.subject]
        if not named or not all(a.marker == "laut" or s.text_at(a.head) in self._telling for a in named):
            return False
        clauses = {a.clause for a in named}
        free = (i for n in clauses if 0 <= n < len(s.clauses) for i in s.clauses[n].tokens if i not in s.taken)
        return any(s.tokens[i].text in self._independent and s.low_at(i - 1) not in PREPOSITIONS for i in free)

    def _speaks_in(self, fact: FactDraft) -> bool:
        """„Wie A im Ausschuss einräumte“, „B stellte das Konzept im Landtag vor“: where somebody said something."""
        if fact.subject.type is not EntityType.PERSON:
            return False
        s, words = fact.sentence, fact.object.name.lower().split()
        if words[0] != "ausschuss" and not any(word.endswith(self._parliaments) for word in (words[0], words[-1])):
            return False
        people = {a.clause for a in s.arguments if a.draft is fact.subject}
        places = [a for a in s.arguments if a.draft is fact.object]
        return bool(places) and all(
            a.marker == "in"
            and a.clause in people
            and 0 <= a.clause < len(s.clauses)
            and not self._saying.isdisjoint(lemma for lemma, _, _ in s.clauses[a.clause].lemmas)
            for a in places
        )

    def _tells_of_another(self, fact: FactDraft) -> bool:
        """„A sagte, seine Kollegin B sitze im Beirat“, „A sitzt im Beirat, B im Rat“: the seat is another person's.

        Each stands in a clause of its own, and that with the board has another person for its subject.
        """
        s = fact.sentence
        if fact.subject.type is not EntityType.PERSON:
            return False
        own, theirs = _clauses_apart(fact)
        if not own:
            return False
        others = {
            a.clause
            for a in s.arguments
            if a.type is EntityType.PERSON and a.nominative and a.marker == "np" and a.draft is not fact.subject
        }
        if not theirs <= others:
            return False
        gapped = all(s.clauses[n].kind == "gap" for n in own if 0 <= n < len(s.clauses))
        speaks = any(
            lemma in self._saying for n in own if 0 <= n < len(s.clauses) for lemma, _, _ in s.clauses[n].lemmas
        )
        return gapped or speaks

    def _is_chosen_by(self, fact: FactDraft) -> bool:
        """„Die Verbandsversammlung hat A zum Vorstand gewählt“: who is chosen by a body for another."""
        s = fact.sentence
        if fact.subject.type is not EntityType.PERSON:
            return False
        people = [a for a in s.arguments if a.draft is fact.subject and a.marker != "von"]
        # „wurde A von der Universität Ulm gewählt“ may say where A is from
        chosen, ends = {a.clause for a in people}, {a.last for a in people}
        return any(
            a.clause in chosen
            and a.begin not in ends
            and (a.marker == "von" or (a.nominative and not a.adjective))
            and not self._choosing.isdisjoint(lemma for lemma, _, _ in s.clauses[a.clause].lemmas)
            for a in s.arguments
            if a.draft is fact.object and 0 <= a.clause < len(s.clauses)
        )


def _only_owns(fact: FactDraft) -> bool:
    """„das Beschaffungsamt des BMI verantwortet X“: who is named but for whose body acts."""
    s = fact.sentence
    named = [a for a in s.arguments if a.draft is fact.subject]
    return bool(named) and all(
        a.marker in _OWNING and a.head in s.taken and s.taken[a.head].type in BODY_TYPES for a in named
    )


def _is_of_another_person(fact: FactDraft) -> bool:
    """„A (Bitkom) sowie B vom Landkreistag“: a body in brackets or with „von“ after a name is that person's alone."""
    s = fact.sentence
    if fact.subject.type is not EntityType.PERSON:
        return False
    ends = {a.last: a for a in s.arguments if a.type is EntityType.PERSON and not a.adjective}
    owners = []
    for a in s.arguments:
        if a.draft is fact.object:
            beside = a.bracket if a.marker == "bracket" else ends.get(a.begin) if a.marker in {"von", "bei"} else None
            owners.append(beside)
    people = [o for o in owners if o is not None and o.type is EntityType.PERSON]
    return bool(people) and len(people) == len(owners) and all(o.draft is not fact.subject for o in people)


def _is_stood_in_for(fact: FactDraft) -> bool:
    """„In Vertretung von Staatsrat A sitzt B im Rat“: who is not there."""
    s = fact.sentence
    named = [a for a in s.arguments if a.draft is fact.subject]
    return bool(named) and all(
        a.marker in {"von", "gen"} and _INSTEAD in s.lower[max(0, a.first - _NEAR) : a.first] for a in named
    )


def _are_partners_of_others(fact: FactDraft) -> bool:
    """„Bonn arbeitet mit A, Bochum mit B“: each stands after „mit“, and is the partner of another subject.

    So „X arbeitet mit Städten wie A und B zusammen“: both are partners of X. Not „Mit A und B haben sich zwei …“.
    """
    s = fact.sentence
    ends = [[a for a in s.arguments if a.draft is draft] for draft in (fact.subject, fact.object)]
    if not all(ends) or any(a.marker != "mit" for end in ends for a in end):
        return False
    one, other = ({a.clause for a in end} for end in ends)
    if one.isdisjoint(other):
        return True
    # „Das Projekt läuft gemeinsam mit A und B“: with each other
    acting = any(a.nominative and a.type in BODY_TYPES and a.clause in one for a in s.arguments)
    return acting and _SELF not in s.lower and len({a.group for end in ends for a in end}) == 1


def _is_only_a_goal(fact: FactDraft) -> bool:
    """„Der Wettbewerb bringt den Sieg nach Soest“: whether a place is only named for where something goes."""
    named = [a for a in fact.sentence.arguments if a.draft is fact.object]
    return bool(named) and all(a.marker == "nach" for a in named)


def _meets_members(fact: FactDraft) -> bool:
    """„Die Mitglieder des IT-Planungsrats trafen A“: whom the members of a body meet is none of them by that."""
    s = fact.sentence
    people = [a for a in s.arguments if a.draft is fact.subject]
    bodies = [a for a in s.arguments if a.draft is fact.object]
    return bool(bodies) and all(
        a.head >= 0
        and 0 <= s.clause_of[a.head] < len(s.clauses)
        and members_act(s, s.clauses[s.clause_of[a.head]], a.head, people)
        for a in bodies
    )


def _is_from(fact: FactDraft) -> bool:
    """„Anna Weber vom Dienstleistungszentrum des Saarlandes“: whose the body is that somebody comes from."""
    s = fact.sentence
    ends = {a.last for a in s.arguments if a.draft is fact.subject}
    bodies = [a for a in s.arguments if a.marker == "von" and a.begin in ends]
    inside = {i for a in bodies for i in range(a.first, a.last)}
    named = [a for a in s.arguments if a.draft is fact.object]
    return bool(named) and all(a.marker == "gen" and not inside.isdisjoint({a.head, a.begin - 1}) for a in named)


def _comes_nowhere(fact: FactDraft) -> bool:
    """„Für Kiel kommt A zu spät“, „… als CIO infrage“: who comes for a body and to no place or event."""
    s = fact.sentence
    bodies = [a for a in s.arguments if a.draft is fact.object]
    if not bodies or any(a.marker != "für" or not 0 <= a.clause < len(s.clauses) for a in bodies):
        return False
    return any(only_comes(s, s.clauses[a.clause]) for a in bodies)


def _clauses_apart(fact: FactDraft) -> tuple[set[int], set[int]]:
    """Numbers of the clauses that name the subject, and of those that name the object; none where they share one."""
    arguments = fact.sentence.arguments
    own = {a.clause for a in arguments if a.draft is fact.subject}
    theirs = {a.clause for a in arguments if a.draft is fact.object}
    return (set(), set()) if not own or not theirs or own & theirs else (own, theirs)


def _is_anothers(fact: FactDraft) -> bool:
    """„A und B beginnen; C bleibt bei Lumo“, „Während C auf Lumo setzt, baut A …“: a work of another clause's subject.

    Not „C nutzt Lumo, A folgt“, where the work is named first.
    """
    s = fact.sentence
    own, theirs = _clauses_apart(fact)
    if not own:
        return False
    others = {
        a.clause
        for a in s.arguments
        if a.nominative and not a.adjective and a.type in BODY_TYPES and a.draft is not fact.subject
    }
    later = min(theirs) > max(own) and all(s.clauses[n].kind == "main" for n in theirs | own)
    return theirs <= others and (later or all(s.clauses[n].opener == "während" for n in theirs))


def _lies_elsewhere(fact: FactDraft) -> bool:
    """„Der frühere CIO der Hansestadt arbeitet für die Stadt Wien“: a known town that lies in no such Land."""
    town, land = fact.subject.entry, fact.object.entry
    if fact.subject.type is not EntityType.MUNICIPALITY or town is None or land is None or land.kind != "State":
        return False
    return land.iri not in town.jurisdictions


def elsewhere(fact: FactDraft, stated: Sequence[FactDraft]) -> bool:
    """„A nutzt X“ after a word about Y: whether a fact of works takes its object from before, where one stands there.

    Args:
        fact: What the ranker weighed.
        stated: What was read of the same sentences.
    """
    s = fact.sentence
    if fact.predicate is Predicate.FUNDS and fact.object.type in BODY_TYPES:
        # „Gebaut hat X die KIV, bezahlt das Land“: it pays for the work, and not who has made it
        paid = (f for f in stated if f.predicate is Predicate.FUNDS and f.rule != RULE and f.sentence is s)
        return any(f.subject is fact.subject and f.object.type in WORKS for f in paid)
    each = not RESPECTIVELY.isdisjoint(s.lower)
    # „A und B nutzen X beziehungsweise Y“: each has one of them
    if fact.predicate not in _OF_WORKS or (not each and any(a.draft is fact.object for a in s.arguments)):
        return False
    said = {f.predicate for f in stated if f.rule != RULE and f.sentence is s and f.subject is fact.subject}
    # „Für X ist der Rat zuständig. Ihm gehört A an“: who sits on a board does nothing yet with its work
    return fact.predicate in said or said == {Predicate.MEMBER_OF}


def _is_led_by_another(fact: FactDraft, offices: Sequence[OfficeDraft]) -> bool:
    """„A und der Vorsitzende des Verbands, B“, „C, stellvertretende Vorsitzende“: B alone has the chair."""
    held = [o for o in offices if o.body is fact.object and o.sentence is fact.sentence]
    own = [o.role.name.lower() for o in held if o.person is fact.subject]
    if own:
        return all(role.startswith(_NOT_CHAIRING) or role.endswith(_SPEAKING) for role in own)
    return any(o.status is Status.CURRENT for o in held)
