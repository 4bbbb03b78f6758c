"""What the words around the trigger of a frame rule out, or say is over: „Die Mitglieder des NEGZ wählten A“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.scenes import behind_another
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.state import BOARDS, BODY_TYPES, FIRMS, PLACES, USES, WORKS
from govgraph.language.grammar import DETERMINERS, ONE, PREPOSITIONS
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from govgraph.extract.state import Argument, Clause, Sentence
    from govgraph.vocabulary import Frame

_MEMBERS = ("mitglieder", "mitgliedern")
_BEING = frozenset(
    {"bleiben", "gehören", "heißen", "kommen", "lauten", "nennen", "sein", "stammen", "stellen", "werden", "zählen"}
)
"""Verbs that tell who the members are: „Mitglieder sind A und B“, „Zu den Mitgliedern zählt A“."""
_OF_ALL = frozenset({"alle", "allen", "aller", "beiden", "viele", "vielen", "übrigen", "übrige", "anderen"})
_AS = frozenset({"als", "zu", "zum", "zur", "wie"})
_BESIDE = frozenset({",", ":", "(", "–", "und", "sowie", "wie", "etwa", "darunter"})
_WHOLE = frozenset({"abschluss", "ablauf", "auswertung", "beendigung", "ende", "schluss"})
_FEW = 4
"""How many words may stand between „nach“ and the noun it governs."""
_FOR_THAT = frozenset({"dafür", "dazu", "hierfür"})
_PAUSING = frozenset({",", "und", "oder", "sowie"})
_ON_BOARDS = ("beisitzer", "mitglied", "schatzmeister", "schriftführer", "sprecher", "stellvertreter", "vorsitzender")
"""Ends of titles of those who are on a board."""
_OF = frozenset({"bei", "beim", "der", "des", "im", "in", "vom", "von"})
_COMING = "kommen"
_TO = frozenset({"auf", "in", "nach", "zu"})
_AIMS = PLACES | {EntityType.EVENT}
"""What somebody comes to who comes for a body."""
_JOINING = frozenset({"Bord", "dabei"})
_THAT = frozenset({"dass", "ob", "wie"})
_FOLLOWING = "folgen"
_REPLACING = frozenset({"ersetzen", "verdrängen"})
"""Verbs of frames whose subject is the work that comes."""
_SETTING_UP = "einrichten"
_PLATFORM = "Platform"
_BY_PRONOUN = frozenset({"er", "sie", "es", "wir", "ich", "man"})
_THE = frozenset({"der", "die", "das", "ihre", "seine"})
_SUBJECTS = frozenset({"der", "die"})
"""Articles that open a subject before its verb."""


def opposed(s: Sentence, frame: Frame, at: int) -> bool:
    """„stimmte gegen den weiteren Einsatz von X“: whether the noun at a token is what somebody is against."""
    return frame.part == "noun" and frame.evokes in USES and "gegen" in s.lower[max(0, at - _FEW) : at]


def new_in_a_post(s: Sentence, clause: Clause, frame: Frame) -> bool:
    """„Der Rat beschloss das. Neue Leiterin des Bürgerbüros ist A“: new in something else than what was spoken of.

    A board has chairs, deputies and the like, who are told without a body of their own.
    """
    if frame.part != "verb" or frame.evokes is not Predicate.MEMBER_OF or "context" not in frame.object_markers:
        return False
    for a in s.arguments:
        if a.role is None or a.first not in clause.tokens or not s.low_at(a.first - 1).startswith("neu"):
            continue
        return not a.role.name.lower().endswith(_ON_BOARDS) or s.low_at(a.last) in _OF
    return False


def joins_elsewhere(s: Sentence, clause: Clause, frame: Frame) -> bool:
    """„Das Amt ist dabei, Akten zu ordnen“, „bleibt dabei: nein“, „beim Forum war es dabei“, „geht von Bord“."""
    if frame.part != "verb" or "context" not in frame.object_markers or _JOINING.isdisjoint(frame.requires):
        return False
    if any(a.type is EntityType.EVENT and a.marker == "bei" and a.first in clause.tokens for a in s.arguments):
        return True
    for i in clause.tokens:
        if s.lower[i] == "bord" and s.low_at(i - 1) == "von":
            return True
        if s.lower[i] != "dabei" or s.low_at(i + 1) not in {",", ":"}:
            continue
        later = s.clauses[s.clause_of[i + 2]] if i + 2 < len(s.clause_of) else clause
        if s.low_at(i + 1) == ":" or later.kind == "infinitive" or s.low_at(i + 2) in _THAT:
            return True
    return False


def only_comes(s: Sentence, clause: Clause) -> bool:
    """„Für Kiel kommt A zu spät“, „… als CIO infrage“: somebody comes for a body, to no place or event, and somehow.

    Not „das Ministerium, für das A kommt“, which says nothing else.
    """
    if all(lemma != _COMING for lemma, _, _ in clause.lemmas):
        return False
    inside = [a for a in s.arguments if a.first in clause.tokens]
    if any(a.marker in _TO and a.type in _AIMS for a in inside):
        return False
    held = {i for a in inside for i in range(a.begin, a.last)} | {i for _, i, _ in clause.lemmas}
    said = (s.lower[i] for i in clause.tokens if i not in held and s.text_at(i).islower() and i not in s.relatives)
    return any(word not in DETERMINERS and word not in clause.auxiliaries and word != "für" for word in said)


def begun_by_another(s: Sentence, clause: Clause, frame: Frame) -> bool:
    """„Der Bund startete in Ulm das Portal“: of a place where something starts by itself, where somebody starts it."""
    if frame.part != "verb" or frame.object_markers != {"nom"} or "nom" in frame.subject_markers or not clause.lemmas:
        return False
    inside = (a for a in s.arguments if a.first in clause.tokens and a.marker == "np" and not a.adjective)
    return frame.evokes in USES and any(a.type in BODY_TYPES and a.nominative for a in inside)


def of_all_members(s: Sentence, clause: Clause, frame: Frame, at: int, others: Sequence[Argument]) -> bool:
    """„Die Mitglieder des Verbands haben A gewählt“: the members do something, and A is none of them by that.

    Not „Die Mitglieder des Rats, A und B, …“, nor „Als Mitglieder begrüßt der Verband A“.
    """
    return frame.part == "noun" and frame.evokes is Predicate.MEMBER_OF and members_act(s, clause, at, others)


def members_act(s: Sentence, clause: Clause, at: int, others: Sequence[Argument]) -> bool:
    """Whether the noun at a token is for all members of a body, who do something with others."""
    if not s.low_at(at).endswith(_MEMBERS):
        return False
    lemmas = {lemma for lemma, _, _ in clause.lemmas if lemma != "haben"}
    passive = any(participle for _, _, participle in clause.lemmas)
    if not lemmas or (not passive and not lemmas.isdisjoint(_BEING)):
        return False
    lead = s.lower[max(0, at - 2) : at]
    if not _AS.isdisjoint(lead) or not any(word in DETERMINERS or word in _OF_ALL for word in lead):
        return False
    start = at - 1 - (lead[-1] not in DETERMINERS and len(lead) > 1)
    if s.text_at(start - 1) in {",", "–"}:
        # „A und B, die beiden Mitglieder im Rat, …“
        return False
    return not any(_beside(s, a, at) for a in others)


def _beside(s: Sentence, a: Argument, at: int) -> bool:
    """Whether nothing but the body and a mark stands between the noun for members and a name."""
    if a.begin <= at:
        return False
    between = [i for i in range(at + 1, a.begin) if i not in s.taken and s.lower[i] not in DETERMINERS]
    return all(s.lower[i] in _BESIDE for i in between)


def told_by_others(s: Sentence, clause: Clause, frame: Frame, subjects: Sequence[Argument]) -> bool:
    """„Darin rügen die Prüfer das Finanzministerium“: a common noun after the verb is who says what a document says."""
    if frame.part != "verb" or frame.evokes is not Predicate.PUBLISHES or frame.subject_markers != {"nom"}:
        return False
    verb = next((i for _, i, participle in clause.lemmas if not participle), -1)
    helping = next((i for i in clause.tokens if s.lower[i] in clause.auxiliaries), -1)
    first = min((i for i in (verb, helping) if i >= 0), default=-1)
    noun = first + 2
    if first >= 0 and s.low_at(first + 1) in _BY_PRONOUN and all(a.first > first + 1 for a in subjects):
        # „Darin schlagen sie eine Bundesanstalt vor“
        return True
    if first < 0 or s.low_at(first + 1) not in _THE or noun in s.taken or not s.text_at(noun)[:1].isupper():
        return False
    return all(a.first > noun + 1 and a.type in BODY_TYPES for a in subjects)


def of_title_beside(s: Sentence, a: Argument) -> bool:
    """„Gewählt wurde A, Staatssekretär im Finanzministerium“: whether a body belongs to a title set off by a comma."""
    title = s.taken.get(a.head) if a.head >= 0 else None
    beside = title is not None and title.role is not None and a.begin == title.last
    return beside and title is not None and s.text_at(title.first - 1) == ","


def given_to_another(s: Sentence, purpose: Argument) -> bool:
    """„Der Freistaat gibt der KISA dafür zwei Millionen“: who gets the money is another than what it is for."""
    if s.low_at(purpose.first) not in _FOR_THAT:
        return False
    bodies = [a for a in s.arguments if a.clause == purpose.clause and a.type in BODY_TYPES and not a.adjective]
    giver = any(a.cases == "n" for a in bodies)
    return any("d" in a.cases and (giver or "n" not in a.cases) and a.marker == "np" for a in bodies)


def named_after_comma(s: Sentence, a: Argument, noun: int) -> bool:
    """„Der Hersteller, die Firma Nordsoft aus Kiel, …“: whether a name between commas says whom a noun means."""
    between = range(noun + 2, a.first)
    if s.text_at(noun + 1) != "," or len(between) > _FEW or s.low_at(noun - 1) not in DETERMINERS:
        return False
    if s.low_at(noun - 1) in ONE or a.marker != "np":
        return False
    if any(i in s.taken and not s.taken[i].adjective for i in between):
        return False
    if not any(s.lower[i] in DETERMINERS for i in between[:1]) or not _PAUSING.isdisjoint(s.lower[i] for i in between):
        return False
    closing = next((i for i in range(a.last, min(a.last + _FEW, len(s.tokens))) if s.tokens[i].text == ","), -1)
    return closing > 0 and all(i in s.taken or s.tokens[i].text[0].islower() for i in range(a.last, closing))


def hands_over_a_thing(frame: Frame, words: Collection[str]) -> bool:
    """„hat ihren Jahresbericht an Ministerin A übergeben“: a compound of what passes from hand to hand is no post."""
    if frame.evokes is not Predicate.SUCCEEDS or frame.part != "verb" or not frame.excludes:
        return False
    ends = tuple(word.lower() for word in frame.excludes if word[:1].isupper())
    return bool(ends) and any(word[:1].isupper() and word.lower().endswith(ends) for word in words)


def works_behind_user(
    s: Sentence, frame: Frame, at: int, own: Sequence[Argument], subjects: Sequence[Argument]
) -> bool:
    """„Kassel nutzt VOIS beziehungsweise MESO“: with a body before the verb no work behind it is the subject.

    Nor is it with a noun there that is no entity: „Die beiden Erstgenannten nutzen VOIS, die anderen MESO“.
    """
    if frame.part != "verb" or not subjects or not all(a.type in WORKS and a.first > at for a in subjects):
        return False
    if any(a.nominative and a.type in BODY_TYPES and a.last <= at for a in own):
        return True
    first = s.clauses[s.clause_of[at]].tokens[0] if s.clause_of else at
    before = range(first, at)
    told = len(before) > 1 and s.lower[first] in _SUBJECTS and not any(i in s.taken for i in before)
    return told and s.text_at(at - 1)[:1].isupper()


def done_by_somebody(s: Sentence, frame: Frame, at: int, own: Sequence[Argument], objects: Sequence[Argument]) -> bool:
    """„In Ulm zeigt die AKDB die App X“: what is shown does not act itself where somebody is named who does.

    Nor does it behind a noun without a name: „In Ulm zeigt ein Unternehmen die App X“, „Der Manager Tempo ersetzt in
    Ulm das alte System X“.
    """
    acting = frame.part == "verb" and frame.evokes is Predicate.IMPLEMENTS and frame.object_markers == {"nom"}
    if not acting or frame.voice != "active":
        return False
    if frame.lemma in _REPLACING and behind_another(s, s.clause_of[at], objects[0]):
        return True
    works = {a.group for a in objects}
    between = range(at + 1, min(a.begin for a in objects))
    if any(s.lower[i] in DETERMINERS and s.low_at(i - 1) not in PREPOSITIONS and i not in s.taken for i in between):
        return True
    return any(
        a.nominative and a.group not in works and (a.type in BODY_TYPES or a.type is EntityType.PERSON) for a in own
    )


def decided_together(s: Sentence, frame: Frame, clause: Clause, subjects: Sequence[Argument]) -> bool:
    """„Im IT-Planungsrat haben wir X beschlossen“: what we decide on a board, the board does."""
    if frame.evokes is not Predicate.ADOPTS or frame.part != "verb" or not subjects:
        return False
    if not all(a.reference and s.low_at(a.first) == "wir" for a in subjects):
        return False
    inside = (a for a in s.arguments if a.first in clause.tokens and a.marker in {"in", "auf"})
    return any(a.draft is not None and a.draft.kind in BOARDS for a in inside)


def was_before(s: Sentence, frame: Frame, at: int, former: frozenset[str]) -> bool:
    """„A, vormals bei der KoSIT tätig, …“, „A, bis 2020 bei der KoSIT beschäftigt, …“: an aside of what is over."""
    if frame.part != "adjective" or frame.evokes is not Predicate.MEMBER_OF:
        return False
    comma = next((i for i in range(at - 1, -1, -1) if s.tokens[i].text in {",", "(", "–"}), -1)
    if comma < 0:
        return False
    inside = s.lower[comma + 1 : at]
    return not former.isdisjoint(inside) or ("bis" in inside[:1] and any(i in s.dated for i in range(comma + 1, at)))


def after_trial(s: Sentence, clause: Clause, frame: Frame, at: int) -> bool:
    """„Nach der Pilotierung in Kassel steht X allen offen“, „Nach Abschluss des Tests in Gera …“: the trial is over."""
    if frame.evokes is not Predicate.PILOTS:
        return False
    nouns = [at] if frame.part == "noun" else [i for i in clause.tokens if s.text_at(i) in frame.requires]
    return bool(nouns) and all(_comes_after(s, i) for i in nouns)


def _comes_after(s: Sentence, noun: int) -> bool:
    """Whether „nach“ governs a noun, or a noun for the end of it."""
    for i in range(noun - 1, max(-1, noun - _FEW - 1), -1):
        if s.lower[i] == "nach":
            return True
        if not s.lower[i].isalpha() or (s.text_at(i)[:1].isupper() and s.lower[i] not in _WHOLE):
            return False
    return False


def put_in_place(s: Sentence, a: Argument, substituting: frozenset[str]) -> bool:
    """„das der Verband durch Infoma ersetzte“: what comes instead has made nothing of what it replaces."""
    if a.marker not in {"durch", "gegen"} or not 0 <= a.clause < len(s.clauses):
        return False
    return not substituting.isdisjoint(s.clauses[a.clause].verbs)


def made_another(s: Sentence, a: Argument, thing: Argument | None, generic: frozenset[str]) -> bool:
    """„X, welches das von der KDZ entwickelte Formularcenter ablöst“: A has made what its phrase goes on to name."""
    if a.marker not in {"von", "durch"} or s.low_at(a.begin - 1) not in DETERMINERS or a.type is EntityType.PERSON:
        return False
    i = a.last
    if not s.low_at(i).endswith(("te", "ten", "ene", "enen", "ne", "nen")) or not s.text_at(i)[:1].islower():
        return False
    noun = i + 1
    if s.text_at(noun) in generic:
        # „…; die von A entwickelte Anwendung“
        return False
    return s.text_at(noun)[:1].isupper() and (thing is None or not thing.begin <= noun < thing.last)


def sets_up_for_others(frame: Frame, subjects: Sequence[Argument], objects: Sequence[Argument]) -> bool:
    """„Die ekom21 richtet enaio ein“, „Das Amt richtete die Plattform X ein“: a body that has no use of it itself.

    What an office sets up that others have made, it uses: „Das Landratsamt richtete Webex ein“.
    """
    if frame.lemma != _SETTING_UP or frame.evokes not in USES or EntityType.ORGANISATION not in frame.subject_types:
        return False
    if EntityType.MUNICIPALITY in frame.subject_types:
        return False
    makers = any(a.draft is not None and a.draft.kind in FIRMS for a in subjects)
    return makers or any(a.draft is not None and a.draft.kind == _PLATFORM for a in objects)


def has_followed(s: Sentence, clause: Clause, frame: Frame) -> bool:
    """„In Aalen folgte 2022 der Bauantrag“: what follows is yet to come, but not in the past."""
    return frame.evokes in USES and frame.lemma == _FOLLOWING and not in_present(s, clause)
