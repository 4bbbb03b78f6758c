"""What a clause takes over from the clauses around it: the place a sentence opens with, and what a test is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.extended import attribute_goes_on
from govgraph.extract.clauses.slots import is_passive, is_state
from govgraph.extract.names.long_names import OPENING
from govgraph.extract.state import BODY_TYPES, PLACES, WORKS, Argument
from govgraph.language.grammar import AND_OR, AUXILIARIES, DETERMINERS, NOT_VERBS, PARTICIPLE, PREPOSITIONS
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import Frame

_AT = frozenset({"in", "bei", "an"})
_ALREADY = frozenset({"bereits", "erst", "schon", "zuvor", "eigens"})
"""Adverbs that stand before what belongs to a participle before its noun."""
_ATTRIBUTE = 5
"""Most tokens between a name and the participle that it belongs to."""
_NEAR = 5
"""Most tokens from the comma of an apposition to the noun that a place hangs on."""
_SCENIC = frozenset({"else-in", "in"})
_PLANS = frozenset({EntityType.PROGRAMME})
_BECOMING = frozenset({"werden", "wird", "worden", "wurde", "wurden"})
_NOW = frozenset(
    {"anstelle", "nun", "jetzt", "inzwischen", "mittlerweile", "seither", "seitdem", "neuerdings", "nunmehr"}
)
_AGAINST = frozenset({"anders", "gegensatz"})
_LEAD = 3
"""How many words before a phrase „nicht mehr“ may stand."""
_ASKING = frozenset({"ob", "wie", "was", "wo", "inwieweit", "inwiefern"})
"""Words that open a clause that a test is about."""
_OF = frozenset({"an", "der", "des", "dieser", "dieses", "eines", "einer", "ihrer", "ihres", "seiner", "seines", "von"})
_INSTEAD = frozenset({"anstatt", "anstelle", "statt"})
_WHERE = frozenset({"in", "bei", "durch"})
_FOUND_OUT = frozenset({"acc", "asked"})
_USED = frozenset({"np", "mit", "per", "über", "via"})


def scene(s: Sentence, number: int, frame: Frame) -> list[Argument]:
    """„In Stormarn gibt es kein Papier mehr, alle arbeiten mit der E-Akte“: the place that the sentence opens with.

    It holds for the main clauses that follow, as long as they name nobody else who could do it.
    """
    if number <= 0 or not frame.subject_markers & _SCENIC or s.clauses[number].kind != "main":
        return []
    # „Wer in Kassel bauen will, reicht die Pläne über civento ein“: it holds for what that one does
    first = 1 if s.low_at(0) == "wer" else 0
    opening = [a for a in s.arguments if a.clause == 0 and a.begin == first and a.marker in _AT and not a.adjective]
    known = {id(a.draft) for a in opening if first}
    here = [a for a in s.arguments if a.clause == number and a.draft is not None and id(a.draft) not in known]
    if any(a.draft is not None and a.draft.type in BODY_TYPES and not a.adjective for a in here):
        return []
    return [
        a
        for place in opening
        for a in s.arguments
        if a.group == place.group and a.draft is not None and a.draft.type in frame.subject_types
    ]


def tested(s: Sentence, number: int, frame: Frame, suiting: frozenset[str]) -> list[Argument]:
    """„Kassel testet, wie sich die E-Akte schlägt“: what the clause is about that says what is found out.

    Args:
        s: The sentence.
        number: Index of the clause that says who finds it out.
        frame: What that clause evokes; the marker „asked“ is for verbs that are also used of what is not tried.
        suiting: Verbs for what comes out of a trial.
    """
    if frame.evokes is not Predicate.PILOTS or frame.part != "verb" or frame.object_markers.isdisjoint(_FOUND_OUT):
        return []
    for other, clause in enumerate(s.clauses):
        before = other == number - 1 and clause.parent < 0
        if clause.kind != "sub" or clause.opener not in _ASKING or not (clause.parent == number or before):
            continue
        if "asked" in frame.object_markers and suiting.isdisjoint(lemma for lemma, _, _ in clause.lemmas):
            # „Der Bund prüft, ob die App gegen das Gesetz verstößt“
            continue
        found = [
            a
            for a in s.arguments
            if a.clause == other
            and a.marker in _USED
            and not a.adjective
            and a.draft is not None
            and a.draft.type in frame.object_types
        ]
        if found:
            return [a for a in found if a.group == found[0].group]
    return []


def hangs_on_body(s: Sentence, a: Argument) -> bool:
    """„betrieben von der KISA in Leipzig“, „im Amt in Weimar“: a place that says where a body is, not who acts."""
    if a.head < 0 or a.type not in PLACES:
        return False
    body = s.taken.get(a.head)
    if body is None and a.head + 1 == a.begin:
        # „bei der DVZ GmbH in Schwerin“
        before = s.taken.get(a.head - 1)
        body = before if before is not None and before.type is EntityType.ORGANISATION else None
    if body is None or body.draft is None:
        return s.tokens[a.head].text.lower().endswith("sitz")
    if body.type is EntityType.MUNICIPALITY and body is not a:
        # „läuft in der Stadt im Landkreis Görlitz“
        return a.marker == "in" and body.last == a.begin
    return body.type is EntityType.ORGANISATION and body.marker in {"an", "aus", "bei", "durch", "in", "von"}


def holder_beside(s: Sentence, a: Argument) -> Argument | None:
    """„wie der Staatssekretär im Innenministerium A“: of a body that hangs on a title whoever is named beside it."""
    title = s.taken.get(a.head)
    if title is None or title.role is None or a.head > a.begin:
        return None
    before = s.taken.get(title.begin - 2) if s.text_at(title.begin - 1) == "," else None
    # „der Staatssekretär im Ministerium, Jens Ott“, but „A ist Staatssekretär im Ministerium, B leitet …“
    comma = s.text_at(a.last) == "," and any(low in DETERMINERS for low in s.lower[title.begin : title.first])
    for named in (before, s.taken.get(a.last + comma)):
        if named is not None and named.type is EntityType.PERSON:
            return named
    return None


def in_apposition(s: Sentence, a: Argument) -> bool:
    """„Die KommWis, eine Tochter der Verbände in Mainz, bietet …“: a place in what commas set off about a body."""
    if a.head < 0 or a.head in s.taken or s.text_at(a.last) != ",":
        return False
    comma = next((i for i in range(a.head - 1, max(0, a.head - _NEAR), -1) if s.tokens[i].text == ","), -1)
    body = s.taken.get(comma - 1)
    return body is not None and body.type is EntityType.ORGANISATION and s.low_at(comma + 1) in DETERMINERS


def where_others_are(s: Sentence, a: Argument, plurals: Container[str]) -> bool:
    """„Sieben Landkreise in Hessen und Bayern nutzen …“: a Land, or one of a list, only says where others are.

    So does a district: „Alle Gemeinden im Kreis Plön nutzen …“; not a town, whose „Ämter“ are its own.
    """
    if a.type not in PLACES or a.marker not in {"in", "aus"}:
        return False
    first = min((x for x in s.arguments if x.group == a.group), key=lambda x: x.begin)
    noun = s.text_at(first.begin - 1)
    if first.begin - 1 in s.taken:
        # „Beim Digitalforum Kommunen in Kassel“
        return False
    return noun in plurals and (a.type is EntityType.JURISDICTION or not noun.startswith("Ämter"))


def set_against(s: Sentence, a: Argument) -> bool:
    """„Anders als in Bautzen setzt man in Görlitz auf X“, „im Gegensatz zu Bautzen“: of whom it is not said."""
    if _AGAINST.isdisjoint(s.lower):
        return False
    first = min((x.begin for x in s.arguments if x.group == a.group), default=a.begin)
    lead = [s.low_at(i) for i in range(first - 3, first + 1)]
    return (
        lead[1:3] == ["anders", "als"]
        or lead[2:] == ["gegensatz", "zu"]
        or lead[2:] in (["gegensatz", "zum"], ["gegensatz", "zur"])
    )


def where_tested(
    s: Sentence, inside: Sequence[Argument], frame: Frame, subjects: tuple[Argument, ...]
) -> tuple[Argument, ...]:
    """„Der Landkreis testet sie gerade in Pohlheim“: of a larger and a smaller place the smaller one tests."""
    if frame.evokes is not Predicate.PILOTS or "else-in" not in frame.subject_markers:
        return subjects
    if any(a.type not in PLACES or a.marker != "np" for a in subjects):
        return subjects
    places = [
        a
        for a in inside
        if a.type is EntityType.MUNICIPALITY
        and a.marker == "in"
        and not a.adjective
        and not hangs_on_body(s, a)
        and all(a.draft is not b.draft for b in subjects)
    ]
    return tuple(a for a in places if a.group == places[0].group) or subjects


def instead_of(s: Sentence, number: int, frame: Frame) -> tuple[Argument, ...]:
    """„verwendet statt Outlook nun Open-Xchange“: what was used before."""
    if frame.evokes is not Predicate.IMPLEMENTS or frame.part != "verb":
        return ()
    if _NOW.isdisjoint(s.lower[i] for i in s.clauses[number].tokens):
        # „statt der E-Akte führt Kassel civento ein“: the one was never there; „anstelle von“ says that it was
        return ()
    return tuple(
        a
        for a in s.arguments
        if a.clause == number
        and (a.marker == "statt" or s.low_at(a.begin - 1) in _INSTEAD)
        and a.draft is not None
        and a.draft.type in WORKS
    )


def no_longer_with(s: Sentence, frame: Frame, objects: Sequence[Argument]) -> tuple[Argument, ...]:
    """„arbeitet nicht mehr mit MESO, sondern mit VOIS“: what was used until then."""
    if frame.evokes is not Predicate.IMPLEMENTS or frame.part != "verb" or not objects or "sondern" not in s.lower:
        return ()
    first = objects[0].first
    but = next((i for i in range(first - 1, max(0, first - _LEAD - 1), -1) if s.lower[i] == "sondern"), 0)
    if s.text_at(but - 1) != ",":
        return ()
    former = next((a for a in s.arguments if a.last == but - 1 and a.type in WORKS and not a.adjective), None)
    if former is None:
        return ()
    lead = s.lower[max(0, former.begin - _LEAD) : former.first]
    over = any(word == "nicht" and lead[n + 1 : n + 2] in (["mehr"], ["länger"]) for n, word in enumerate(lead))
    return (former,) if over else ()


def replacing(s: Sentence, number: int, frame: Frame, at: int, verbs: Container[str]) -> tuple[Argument, ...]:
    """„In Gera löst enaio das Altsystem ab“: the work that comes in the place of another, where no body is the subject.

    Args:
        s: The sentence.
        number: Index of the clause.
        frame: Frame of a verb for what is given up.
        at: Index of its verb.
        verbs: Lemmas of verbs with which one work replaces another.
    """
    clause = s.clauses[number]
    if frame.evokes is not Predicate.IMPLEMENTS or frame.part != "verb" or frame.modality is not Modality.ENDED:
        return ()
    if not any(i == at and lemma in verbs for lemma, i, _ in clause.lemmas):
        return ()
    if is_passive(clause) or is_state(clause) or not _BECOMING.isdisjoint(clause.auxiliaries):
        # „ist abgelöst worden“: it is what goes
        return ()
    inside = [a for a in s.arguments if a.clause == number and a.nominative and a.head < 0 and not a.adjective]
    if not inside or inside[0].type not in WORKS or inside[0].reference or any(a.type in BODY_TYPES for a in inside):
        return ()
    if behind_another(s, number, inside[0]):
        return ()
    return tuple(a for a in inside if a.group == inside[0].group)


def behind_another(s: Sentence, number: int, thing: Argument) -> bool:
    """„Der Manager Tempo ersetzt in Kiel das System X“: whether a noun without a known name may be the subject.

    It stands before what is named, and no preposition governs it.
    """
    governed = False
    for i in s.clauses[number].tokens:
        if i >= thing.begin:
            return False
        if s.lower[i] in PREPOSITIONS:
            governed = True
        elif i in s.taken or i in s.dated:
            governed = governed and s.taken.get(i + 1) is s.taken.get(i)
        elif s.text_at(i)[:1].isupper() and (i > 0 or s.low_at(i) not in DETERMINERS):
            if not governed:
                return True
            governed = False
    return False


def replaced(s: Sentence, number: int, new: Sequence[Argument]) -> tuple[Argument, ...]:
    """What the works of `replacing` stand in for: the other work of the clause."""
    known = {id(a.draft) for a in new}
    return tuple(
        a
        for a in s.arguments
        if a.clause == number
        and a.marker == "np"
        and "a" in a.cases
        and a.head < 0
        and a.type in WORKS
        and not a.adjective
        and not a.reference
        and id(a.draft) not in known
    )


def part_of_topic(s: Sentence, number: int, frame: Frame, parts: frozenset[str]) -> list[Argument]:
    """„Erste Bausteine erprobt Görlitz“: parts, tests or versions of the work that was spoken of last."""
    if frame.evokes not in {Predicate.PILOTS, Predicate.IMPLEMENTS} or frame.part != "verb":
        return []
    if not frame.object_markers & {"acc", "nom"}:
        return []
    at = next((i for i in s.clauses[number].tokens if s.tokens[i].text in parts and i not in s.taken), -1)
    if at >= 0 and frame.evokes is Predicate.IMPLEMENTS and s.lower[at].startswith(("test", "pilot", "proto", "beta")):
        return []
    if at < 0 or _governed(s, at) or s.low_at(at + 1) in _OF or _is_named(s, at):
        return []
    if any(a.head == at and a.marker not in _WHERE for a in s.arguments):
        return []
    near = [d for d in s.near if d.type in WORKS]
    work = next((d for d in reversed(near) if d.type in frame.object_types), None)
    if work is None and not near and s.about is not None and s.about.type in frame.object_types - _PLANS:
        work = s.about
    if work is None:
        return []
    return [Argument(at, at + 1, draft=work, cases="na", begin=at, clause=number, reference=True)]


def _is_named(s: Sentence, at: int) -> bool:
    """„das Modul StackPay“: a part with a name of its own does not stand for the whole."""
    named = s.taken.get(at + 2 if s.text_at(at + 1) in OPENING else at + 1)
    return named is not None and named.type in WORKS and not named.adjective and not named.reference


def _governed(s: Sentence, at: int) -> bool:
    """Whether a noun stands after a preposition: „für die Anbindung“."""
    while at > 0 and (
        s.low_at(at - 1) in DETERMINERS or (s.text_at(at - 1)[-1] in "nrms" and s.text_at(at - 1).islower())
    ):
        at -= 1
        if s.low_at(at) in PREPOSITIONS or s.low_at(at) in DETERMINERS:
            break
    return s.low_at(at) in PREPOSITIONS or s.low_at(at - 1) in PREPOSITIONS


def in_attribute(s: Sentence, a: Argument) -> bool:
    """„die von Dataport entwickelte Plattform“, „die in Köln genutzte App“: it belongs to the participle."""
    # „die in Köln genutzte und von Dataport entwickelte App“
    second = s.low_at(a.begin - 1) in AND_OR and attribute_goes_on(s, a.begin - 2)
    before = a.begin - 1
    while before in s.dated or s.low_at(before) in _ALREADY:
        # „die 2021 vom Kabinett beschlossene Strategie“
        before -= 1
    if s.low_at(before) not in DETERMINERS and not second:
        return False
    seated = s.taken.get(a.last + 1) if s.low_at(a.last) == "in" else None
    # „vom Gemeinderat in Ulm beschlossen“
    last = seated.last if seated is not None and seated.type in PLACES and seated.begin == a.last else a.last
    for i in range(last, min(last + _ATTRIBUTE, len(s.tokens) - 1)):
        text = s.tokens[i].text
        if not (text[0].islower() or text.isdigit() or i in s.dated) or i in s.taken:
            return False
        if text in NOT_VERBS:
            # „die von A morgen in Ulm veranstaltet wird“
            continue
        if (
            s.tokens[i].inflected
            and (PARTICIPLE.search(s.lower[i]) or s.lower[i].rstrip("nrsm").endswith("ende"))
            and (_noun_follows(s, i + 1) or (s.low_at(i + 1) in AND_OR and attribute_goes_on(s, i)))
        ):
            return True
    return False


def _noun_follows(s: Sentence, i: int) -> bool:
    """„die im Mai eingeführte neue Akte“: a noun, after adjectives if there are any."""
    while i < len(s.tokens) and s.tokens[i].inflected and s.lower[i] not in DETERMINERS:
        i += 1
    return s.text_at(i)[:1].isupper()


def in_front(s: Sentence, a: Argument) -> bool:
    """„newsystem von Axians Infoma wird eingeführt“: before the verb stands one phrase, and „von X“ is a part of it."""
    owner = s.taken.get(a.head) if a.head >= 0 else None
    if owner is None or owner.draft is None or owner.adjective or owner.type not in WORKS or owner.last != a.begin:
        return False
    clause = s.clauses[a.clause]
    verbs = [i for i in clause.tokens if s.lower[i] in AUXILIARIES or any(at == i for _, at, _ in clause.lemmas)]
    return clause.kind == "main" and bool(verbs) and min(verbs) >= a.last and owner.marker == "np"
