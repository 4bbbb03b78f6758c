"""Places of a frame that its clause leaves open: „Mitglieder sind A und B“, „Sitz ist Mainz“, „Beigetreten ist C“.

What fills them was spoken of before: in an earlier clause of the sentence, in the sentence before, or a little earlier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.companions import likely_chaired
from govgraph.extract.clauses.fitting import of_type
from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.facts.boards_of_talk import board_of_talk
from govgraph.extract.facts.circle_members import belongs_elsewhere, circle_joined, is_there, names_whom
from govgraph.extract.state import BOARDS, PLACES, USES, WORKS, Argument, only_one
from govgraph.language.grammar import (
    AUXILIARIES,
    MINE,
    NUMBER_WORDS,
    PREPOSITIONS,
    RELATIVES,
    WHOSE,
)
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import BlockKind, EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Draft, Sentence
    from govgraph.vocabulary import Frame

_GENITIVES = frozenset({"der", "des", "dieser", "dieses", "einer", "eines", "seiner", "ihrer", "seines", "ihres"})
_OF_A_THING = frozenset({"der", "des", "einer", "eines"})
_OF_WHAT = frozenset({"bei", "beim", "der", "des", "im", "in", "von"})
_OF_THAT = frozenset({"deren", "dessen"})
"""Pronouns for what something is based on: „das Programm X, in dessen Rahmen Y entstand“."""
_WHERE = frozenset({"aus", "in"})
_NEVER_CHAIRED = frozenset({"Government", "Ministry", "University"})
"""Classes of bodies that have no „Vorsitz“: who sits in a board comes from them."""
_SEATS = frozenset({"Präsidentschaft", "Vorsitz", "Vorstandsvorsitz"})
"""Nouns for an office that only bodies have, and no programme."""
_BACK = 8
"""How many of the things named last may be meant where the sentence before names none."""

_NEVER_FOUNDED = frozenset({"Association", "Company", "Ministry", "Party"})
"""Classes of bodies that no law is the basis of, so that „Grundlage ist …“ speaks of something else."""
_MADE = USES | {Predicate.DEVELOPS}
_OF_NO_SOURCE = _MADE | {Predicate.FUNDS, Predicate.RESPONSIBLE_FOR}
_PLURAL = frozenset({"werden", "wurden", "sind", "waren"})
_PROJECTS = frozenset({EntityType.PROGRAMME})
_LED = frozenset({EntityType.ORGANISATION, EntityType.PROGRAMME})
_MEMBERS = ("mitglied", "mitglieder", "gesellschafter", "partner", "träger")
_GOALS = frozenset({"an", "für", "nach"})
_RECIPIENTS = frozenset({"ihm", "ihnen", "mir", "uns"})
_OF_RECIPIENTS = frozenset({"dem", "ihrem", "meinem", "seinem", "unserem"})
_ELECTING = "versammlung"
"""How names of those end who elect others into a board."""
_TAKING_DATIVE = frozenset({"anschließen", "beitreten"})
_DATIVES = frozenset({"der", "dieser", "einer", "dem", "diesem", "einem"})
_PRINCIPLE = ("prinzip", "Prinzip")
_NEVER_OF_LAW = frozenset({"Faden", "Fäden", "laufen", "zusammenlaufen", "Betrieb"})
_COMING_AFTER = frozenset({"nachfolgen", "nachziehen"})
_OF_THE = frozenset({"der", "dem"})
_OF_MEMBERS = frozenset({"beitreten", "austreten"})


_ATTRIBUTES = 5
"""How far after a noun for leading that of what is led may stand, with adjectives between."""


def _of_what(s: Sentence, at: int, wholes: tuple[str, ...]) -> bool:
    """„die Leitung des Projekts“, not „die Leitung des Hauses“: whether a genitive says what is led."""
    # „die Geschäfte der in Ulm ansässigen Genossenschaft“
    genitive = s.low_at(at + 1) in _GENITIVES and s.low_at(at + 2) not in PREPOSITIONS
    # „die Leitung des dort ansässigen Amts“
    noun = next((s.text_at(i) for i in range(at + 2, at + _ATTRIBUTES) if s.text_at(i)[:1].isupper()), "")
    return genitive and noun[:1].isupper() and not noun.startswith(wholes)


def object_from_context(s: Sentence, frame: Frame, number: int, at: int, wholes: tuple[str, ...]) -> list[Argument]:
    """The last thing named before the clause that fits the object: „den Vorsitz“ of the body spoken of.

    Args:
        s: The sentence.
        frame: The frame whose object is open.
        number: Index of the clause.
        at: Index of the token that evokes the frame.
        wholes: How nouns begin that stand for a whole body: „die Leitung des Hauses“.
    """
    of_that = frame.evokes is Predicate.BASED_ON and s.low_at(at - 1) in _OF_THAT
    if (s.low_at(at - 1) in WHOSE and not of_that) or _of_a_stranger(s, number):
        return []
    if frame.evokes is Predicate.SUCCEEDS and s.low_at(at - 1) in MINE and s.speaker is not None:
        # „A wird meine Nachfolgerin“
        return [_argument(s.speaker, number)]
    if frame.part == "verb" and frame.lemma == "dazugehören" and belongs_elsewhere(s, number):
        return []
    circle = circle_joined(s, number, frame) if frame.evokes is Predicate.MEMBER_OF else None
    if circle is not None:
        return [_argument(circle, number)]
    joining = frame.evokes is Predicate.MEMBER_OF and frame.part == "verb" and frame.lemma not in _OF_MEMBERS
    lately = next((d.type for d in reversed(s.context) if d.type in WORKS or d.type is EntityType.ORGANISATION), None)
    if joining and (lately in WORKS or any(d.type in WORKS for d in (*s.near, *_earlier(s, number)))):
        # „Weimar soll dazukommen“, „…, Weimar ist auch dabei“ after a word about a system: as its user
        return []
    if joining and is_there(s, number):
        # „Dort war auch Dataport dabei“
        return []

    if frame.part == "verb" and frame.lemma == "dazugehören":
        # „A, B und C sind Mitglied, auch D gehört dazu“: to none of them
        spoken_of = (d for d in (*s.near, *_earlier(s, number)) if of_type(d, frame.object_types) and d.kind != "Party")
        body = only_one(spoken_of)
        return [] if body is None else [_argument(body, number)]

    if frame.part == "verb" and frame.lemma in _COMING_AFTER and with_another(s, number):
        # „zieht mit der App Nova nach“: with a work of its own
        return []

    several = sum(of_type(d, frame.object_types) for d in s.near) > 1
    if joining and is_passive(s.clauses[number]) and several:
        # „A vertritt den Städtetag, B den Landkreistag. Neu aufgenommen wurde C.“: into something without a name
        return []
    if "hinzukommen" in s.clauses[number].verbs and any(low.endswith(_MEMBERS) for low in s.lower):
        # „Mitglieder sind A und B, hinzu kommt C“: as a member
        return []
    if frame.part == "verb" and frame.lemma in _TAKING_DATIVE and names_whom(s, number):
        # „Kassel tritt der Kooperation bei“: something of its own, though it is no entity
        return []
    if frame.evokes is Predicate.COOPERATES_WITH and frame.part == "noun" and s.low_at(at + 1) in _OF_WHAT:
        # „Partner der Kommunen ist X“, „Partner im Projekt Y ist X“
        return []
    if frame.evokes is Predicate.PUBLISHES and frame.part == "noun" and s.low_at(at + 1) in _OF_A_THING:
        # „Autor des Romans ist A“: of something else than the paper that was named
        return []
    if frame.object_types == _PROJECTS and _latest_led((*s.context, *_earlier(s, number))) is not EntityType.PROGRAMME:
        return []
    if frame.evokes is Predicate.CHAIRS and frame.part == "noun" and _of_what(s, at, wholes):
        # „übernimmt die Leitung des Projekts“: of something else that has no name
        return []
    of_work = frame.object_types <= WORKS or frame.evokes is Predicate.FUNDS
    if of_work and (_complemented(s, frame, at) or _other_noun(s, frame, number, at)):
        # „die Wartung der Aufzüge“, „Pilotkommune für das Vorhaben“: of something else
        return []
    if frame.evokes is Predicate.FUNDS and _says_for_whom(s, number):
        # „gibt der Stadt 2 Millionen Euro“: nothing that was spoken of before
        return []
    if of_work and frame.evokes in _MADE and _names_a_work(s, number):
        # „Gepflegt wird das Register X bei B“, „Dort erproben Freiwillige die App X“
        return []
    run = frame.part == "verb" and frame.voice == "passive" and frame.evokes is Predicate.DEVELOPS
    if run and (_own_noun(s, number) or _of_several(s, number)):
        # „Betrieben wird die Anlage bei B“, „Betrieben werden sie von B“
        return []
    if frame.part == "noun" and frame.evokes is Predicate.MEMBER_OF and s.low_at(at + 1) in {"der", "des"}:
        # „Mitglied des Vorstands“
        return []
    if frame.part == "verb" and frame.evokes is Predicate.PARTICIPATES_IN:
        # „Auch A nimmt teil“: in the only event just spoken of, and in no project
        spoken: list[Draft] = [*_earlier(s, number), *s.near]
        if not any(d.type is EntityType.EVENT or d.type in WORKS for d in spoken):
            spoken = list(s.context[-_BACK:])
        event = only_one(d for d in spoken if d.type is EntityType.EVENT)
        joint = any(d.type is EntityType.PROGRAMME for d in spoken)
        return [] if event is None or joint else [_argument(event, number)]

    def fits(draft: Draft) -> bool:
        if not of_type(draft, frame.object_types & WORKS if of_work else frame.object_types):
            return False
        unknown = frame.evokes is Predicate.MEMBER_OF and draft.kind == "Organisation"
        return not frame.object_kinds or draft.kind in frame.object_kinds or unknown

    if of_work and frame.evokes is Predicate.RESPONSIBLE_FOR and not frame.object_types <= _PROJECTS:
        # „Die Federführung beim Aufbau hatte …“, „Die Fäden laufen zusammen“: hardly of a law
        led = frame.lemma not in _NEVER_OF_LAW and s.low_at(at + 1) not in {"bei", "beim"}
        law = _law(s, number) if led else None
        if law is not None:
            return [_argument(law, number)]
    if of_work:
        paid = frame.evokes is Predicate.FUNDS
        work = work_spoken_of(
            s, number, lambda d: fits(d) and not (paid and is_bought(d)) and not _is_source(s, frame, d)
        )
        if work is not None and paid and work_spoken_of(s, number, lambda d: fits(d) and not is_bought(d)) is not work:
            # „bekommt Geld aus dem Fonds. Den Rest der Kosten trägt X“: of something further back
            return []
        opens = at == s.clauses[number].tokens[0]
        alone = not opens and only_one(d for d in s.near if d.type in WORKS) is work
        if frame.part == "adjective" and frame.evokes is Predicate.IMPLEMENTS and s.topic is not work and not alone:
            # „Um das Projekt X gibt es Streit. Beteiligt sind A und B“: in that
            return []
        return [] if work is None else [_argument(work, number)]
    if frame.evokes is Predicate.MEMBER_OF and frame.object_kinds and frame.object_kinds <= BOARDS:
        board = _board(s, number, fits)
        return [] if board is None else [_argument(board, number)]
    chairing = frame.evokes is Predicate.CHAIRS
    aside = s.aside if chairing else ()
    for named in (_earlier(s, number), s.near, s.context[-_BACK:]):
        fitting = [d for d in named if fits(d) and d not in aside]
        if chairing and frame.lemma not in _SEATS and named and _latest_led(named) is EntityType.PROGRAMME:
            # „Die Leitung hat A übernommen“ after a word about a project
            return []
        likely = likely_chaired(fitting) if chairing else fitting
        if likely:
            far = chairing and frame.lemma in _SEATS and named not in (s.near, _earlier(s, number))
            return [_argument(board_of_talk(likely) if far else likely[-1], number)]
        chaired = [d for d in named if not (chairing and frame.lemma in _SEATS and d.kind in _NEVER_CHAIRED)]
        if any(of_type(d, frame.object_types) and d not in aside for d in chaired):
            # what was spoken of last is of another kind: nothing further back is meant
            return []
    return []


def _law(s: Sentence, number: int) -> Draft | None:
    """„Kümmern Sie sich um das OZG? Federführend ist das Ministerium“: a law that was named after all works."""
    spoken = [*s.context, *(d for d in s.near if d not in s.context), *_earlier(s, number)][-_BACK:]
    latest = next((d for d in reversed(spoken) if d.type in WORKS or d.type is EntityType.LAW), None)
    return latest if latest is not None and latest.type is EntityType.LAW and s.about is not latest else None


def is_bought(draft: Draft) -> bool:
    """Whether a work is a product that many buy, a standard or a principle: money goes to those who use it."""
    known = draft.entry
    if draft.name.endswith(_PRINCIPLE) or draft.kind == "Standard":
        return True
    return draft.type is EntityType.SYSTEM and known is not None and not known.jurisdictions and not known.owners


def _is_source(s: Sentence, frame: Frame, draft: Draft) -> bool:
    """„Bezahlt wird das Portal aus dem Konjunkturpaket. Gera steigt im Mai ein“: not into that."""
    if frame.evokes is Predicate.DEVELOPS and id(draft) in s.going and frame.part == "noun":
        # „Das Verfahren X löst das alte System Y ab. Hersteller ist B“
        return True
    return frame.evokes in _OF_NO_SOURCE and id(draft) in s.sources


def _board(s: Sentence, number: int, fits: Callable[[Draft], bool]) -> Draft | None:
    """„Neu berufen wurde A“: the board just spoken of, or else the only one of late; who sits in it works elsewhere."""
    for named in (_earlier(s, number), s.near, s.context):
        fitting = dict.fromkeys(d for d in named if d.name and fits(d))
        boards = [d for d in fitting if not d.name.lower().endswith(_ELECTING)]
        if boards:
            return boards[0] if len(boards) == 1 else None
    return None


def with_another(s: Sentence, number: int) -> bool:
    """Whether who follows others does so with something else: „zieht mit einem eigenen Portal nach“, „mit ella“."""
    return any(s.lower[i] == "mit" and _names_another(s, i + 1) for i in s.clauses[number].tokens)


def _names_another(s: Sentence, i: int) -> bool:
    """Whether a work of its own begins at a token: not „mit einem Jahr Verspätung“, „mit Hilfe der AKDB“."""
    article = s.low_at(i) in _DATIVES
    first = i + article
    taken = s.taken.get(first)
    if taken is not None:
        return taken.type in WORKS and not taken.reference
    if s.low_at(first).startswith("eigen"):
        return True
    named = s.low_at(i) in _OF_THE and s.text_at(first)[:1].isupper() and s.text_at(first + 1)[:1].isupper()
    return named or (not article and s.text_at(first).islower() and not is_dictionary_word(s.text_at(first)))


def _latest_led(named: Sequence[Draft]) -> EntityType | None:
    """Type of what was named last of all that somebody may lead: a body or a project."""
    return next((d.type for d in reversed(named) if d.type in _LED), None)


def _of_a_stranger(s: Sentence, number: int) -> bool:
    """„der Versammlung, in der sie den Vorsitz hat“: a relative clause about something that is no entity."""
    clause = s.clauses[number]
    if clause.kind != "relative":
        return False
    pronoun = next((i for i in clause.tokens[:5] if s.lower[i] in RELATIVES), -1)
    return pronoun >= 0 and not any(a.reference and a.first == pronoun for a in s.arguments)


def _names_a_work(s: Sentence, number: int) -> bool:
    """Whether a clause names a work that hangs on nothing: then none that was named before is meant."""
    inside = (a for a in s.arguments if a.clause == number and a.type in WORKS and not a.adjective)
    return any(a.marker == "np" and a.head < 0 and not a.reference for a in inside)


def _says_for_whom(s: Sentence, number: int) -> bool:
    """„gibt Ihrem Haus 2 Millionen“, „hat uns 2 Millionen gegeben“, „für das die EU zahlt“: money with its own goal."""
    inside = [a for a in s.arguments if a.clause == number and a.draft is not None and a.role is None]
    if any((a.marker == "np" and a.cases == "d") or a.marker in _GOALS for a in inside if a.first >= 0):
        return True
    for i in s.clauses[number].tokens:
        if s.lower[i] in _RECIPIENTS:
            return True
        noun = s.lower[i] in _OF_RECIPIENTS and s.low_at(i - 1) not in PREPOSITIONS
        if noun and s.text_at(i + 1)[:1].isupper() and i + 1 not in s.dated:
            return True
    return False


def _own_noun(s: Sentence, number: int) -> bool:
    """Whether a clause has a noun of its own that no preposition governs."""
    governed = False
    for i in s.clauses[number].tokens:
        low, text = s.lower[i], s.tokens[i].text
        if low in PREPOSITIONS:
            governed = True
        elif i > s.clauses[number].tokens[0] and text[0].isupper() and i not in s.dated:
            if not governed:
                return True
            governed = i + 1 in s.taken and s.taken[i + 1] is s.taken.get(i)
    return False


def _of_several(s: Sentence, number: int) -> bool:
    """Whether the verb of a passive clause is in the plural."""
    return any(s.lower[i] in _PLURAL for i in s.clauses[number].tokens)


def _complemented(s: Sentence, frame: Frame, at: int) -> bool:
    """Whether something that is no entity follows the word and says what it is about."""
    after = s.low_at(at + 1)
    if frame.part == "verb":
        # „sorgt für den Betrieb der Server“
        noun = next((i for i in s.clauses[s.clause_of[at]].tokens if s.text_at(i) in frame.requires), -1)
        what = noun + 2 if s.text_at(noun + 2)[:1].isupper() else noun + 3
        named = s.text_at(noun)[:1].isupper() and s.text_at(what)[:1].isupper() and what not in s.taken
        return noun >= 0 and s.low_at(noun + 1) in _OF_A_THING and named
    if after in _OF_A_THING:
        return True
    if after == "von" and not frame.subject_markers & {"von", "von!"} and s.text_at(at + 2)[:1].isalpha():
        # „den Betrieb von d.3“
        return True
    if after == "mit" and frame.evokes is Predicate.PILOTS and _is_number(s, at + 2):
        # „hat einen Versuch mit 300 Plätzen begonnen“: how many take part
        return False
    marker = PREPOSITIONS.get(after, "")
    paid = frame.evokes is Predicate.FUNDS and marker in frame.subject_markers
    if paid and is_passive(s.clauses[s.clause_of[at]]):
        # „Beglichen wird die Rechnung vom Land“
        return False
    return marker in frame.object_markers - {"in", "bei"}


def _is_number(s: Sentence, i: int) -> bool:
    i += s.low_at(i) in {"etwa", "gut", "knapp", "rund"}
    return s.low_at(i).replace(".", "").isdigit() or s.low_at(i) in NUMBER_WORDS


def _other_noun(s: Sentence, frame: Frame, number: int, at: int) -> bool:
    """Whether the clause has a noun of its own for what is used or tested: one that is no entity."""
    if frame.evokes not in USES or frame.part == "verb":
        return False
    governed = False
    for i in s.clauses[number].tokens:
        low, text = s.lower[i], s.tokens[i].text
        if low in PREPOSITIONS:
            governed = True
        elif i in s.taken or i in s.dated or low in AUXILIARIES:
            governed = False
        elif text[0].isupper() and i > 0:
            if not governed and i != at and i + 1 not in s.taken and text not in frame.requires:
                return True
            governed = False
    return False


def _says_whose(s: Sentence, frame: Frame, at: int) -> bool:
    """„Grundlage für digitales Arbeiten ist …“: the noun says itself what it belongs to, though that is no entity."""
    after = s.low_at(at + 1)
    return frame.part == "noun" and (after in {"der", "des"} or PREPOSITIONS.get(after, "") in frame.subject_markers)


def work_spoken_of(s: Sentence, number: int, fits: Callable[[Draft], bool]) -> Draft | None:
    """The work that a word leaves open: the one just spoken of, or of several the one that the article is about."""
    earlier = [d for d in _earlier(s, number) if fits(d)]
    if earlier:
        return only_one(d for d in _leading(s, number) if fits(d)) or earlier[-1]
    near = list(dict.fromkeys(d for d in s.near if fits(d)))
    if s.about is not None and fits(s.about) and (not near or s.about in near) and not _left(s, fits):
        return s.about
    if near:
        leading = [d for d in s.topics if d in near]
        return near[0] if len(near) == 1 else leading[0] if leading else None
    back = list(dict.fromkeys(d for d in s.context[-_BACK:] if fits(d)))
    if len(back) > 1 and s.about is not None and fits(s.about):
        return back[-1] if _left(s, fits) else None
    return back[0] if len(back) == 1 else None


def _left(s: Sentence, fits: Callable[[Draft], bool]) -> bool:
    """Whether the article has not spoken of what it is about for long, and of another work since."""
    lately = [d for d in s.context if fits(d)]
    return bool(lately) and s.about not in s.context and lately[-1] not in s.near


def subject_from_context(
    s: Sentence, frame: Frame, number: int, at: int, objects: Sequence[Argument]
) -> list[Argument]:
    """What the sentence before is about, if it fits the subject; else the last thing named before that does."""
    # „Entstanden ist das Papier in Zusammenarbeit mit B“: a paper works with nobody
    but = objects if frame.evokes is not Predicate.COOPERATES_WITH else (*objects, *_others(s, frame))
    if _has_subject(s, number, but) or _says_whose(s, frame, at) or _is_heading(s):
        return []
    taken = {id(a.draft) for a in objects}
    if frame.evokes is Predicate.BASED_ON:
        work = work_spoken_of(s, number, lambda d: d.type in WORKS and id(d) not in taken)
        if work is not None:
            return [_argument(work, number)]
        taken |= {id(d) for d in s.topics if d.kind in _NEVER_FOUNDED}
    if frame.evokes is Predicate.FUNDS:
        # money comes from a Land or the Bund, whoever hands it over
        spoken = (*_earlier(s, number)[::-1], *s.topics, *s.near[::-1], *s.context[: -_BACK - 1 : -1])
        lands = [d for d in spoken if d.type is EntityType.JURISDICTION and id(d) not in taken]
        pots = [a.draft.name for a in s.arguments if a.clause == number and a.type is EntityType.PROGRAMME and a.draft]
        # „aus dem Programm Starke Heimat Hessen“: whose the money is
        giver = next((d for d in lands if any(d.name in pot for pot in pots)), lands[0] if lands else None)
        return [] if giver is None else [_argument(giver, number)]
    if frame.evokes is Predicate.COOPERATES_WITH:
        taken |= _seats(s)
    if frame.evokes is Predicate.LOCATED_IN:
        # „Sitz ist Mainz“: a board has none
        taken |= {id(d) for d in (*s.topics, *s.near, *s.context) if d.kind in BOARDS}
    far = [] if frame.evokes is Predicate.BASED_ON else [s.near[::-1], s.context[: -_BACK - 1 : -1]]
    for named in (_earlier(s, number)[::-1], s.topics, *far):
        fitting = (d for d in named if of_type(d, frame.subject_types) and id(d) not in taken)
        found = next((d for d in fitting if not frame.subject_kinds or d.kind in frame.subject_kinds), None)
        if found is not None:
            return [_argument(found, number)]
    return []


def _seats(s: Sentence) -> set[int]:
    """„die HannIT aus Hannover, mit der uns eine Vereinbarung verbindet“: towns where bodies of the sentence sit."""
    held = {i for a in s.arguments if a.type is EntityType.ORGANISATION for i in range(a.first, a.last)}
    return {id(a.draft) for a in s.arguments if a.type in PLACES and a.marker in _WHERE and a.head in held}


def _is_heading(s: Sentence) -> bool:
    """„Kooperation mit Dresden“ over a paragraph: it tells of what comes, not of the body that was named last."""
    if s.kind is BlockKind.HEADING:
        return True
    ended = not s.tokens[-1].text[-1].isalnum()
    return s.kind is BlockKind.PARAGRAPH and not ended and not any(clause.lemmas for clause in s.clauses)


def _others(s: Sentence, frame: Frame) -> list[Argument]:
    return [a for a in s.arguments if a.draft is not None and not of_type(a.draft, frame.subject_types)]


def _by_place(s: Sentence) -> list[Argument]:
    """What a sentence names and refers to, in order."""
    return sorted(s.arguments, key=lambda a: a.first)


def _earlier(s: Sentence, number: int) -> list[Draft]:
    """Things named in the clauses before; not the party in brackets behind a name."""
    before = (a for a in _by_place(s) if a.clause < number and not a.adjective)
    return [
        a.draft
        for a in before
        if a.draft is not None and (a.bracket is None or a.bracket.type is not EntityType.PERSON)
    ]


def _leading(s: Sentence, number: int) -> list[Draft]:
    """Those of the things named in the clauses before that hang on no noun and no preposition."""
    own = (a for a in _by_place(s) if a.clause < number and a.marker == "np" and a.head < 0 and not a.adjective)
    return [a.draft for a in own if a.draft is not None]


def _argument(draft: Draft, number: int) -> Argument:
    return Argument(0, 0, draft=draft, begin=0, clause=number, reference=True)


def _has_subject(s: Sentence, number: int, but: Sequence[Argument] = ()) -> bool:
    """Whether something named stands in the nominative of a clause before its verb or right after it."""
    return any(
        a.clause == number
        and a.marker == "np"
        and "n" in a.cases
        and a.head < 0
        and not a.adjective
        and (a.type is EntityType.PERSON or a.first <= 3)
        and a not in but
        for a in s.arguments
    )
