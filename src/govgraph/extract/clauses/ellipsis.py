"""Clauses without a finite verb of their own: gapped ones, which share the verb before, and participial ones.

„Kassel testet die E-Akte, Fulda die BundID“; „das Portal, entwickelt von der AKDB, …“.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.exceptions import BUT_FOR, exempted
from govgraph.extract.clauses.fitting import of_type
from govgraph.extract.clauses.negation import NOT_ALONE
from govgraph.extract.clauses.second_subjects import GAPPING
from govgraph.extract.clauses.shares import gives_another_share
from govgraph.extract.state import BODY_TYPES, PLACES, WORKS
from govgraph.language.grammar import DETERMINERS, FORMER, LATTER, OBJECT_ARTICLES, PREPOSITIONS, RESPECTIVELY
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govgraph.extract.filled import Filled
    from govgraph.extract.state import Argument, Clause, Sentence
    from govgraph.model import Modality
    from govgraph.vocabulary import Frame

_ALSO = frozenset(
    {"auch", "ebenso", "ebenfalls", "genauso", "gleichfalls", "später", "bald", "zuletzt", "danach", "künftig", "dann"}
    | {"demnächst", "neuerdings", "inzwischen", "mittlerweile", "schließlich", "zuvor", "anschließend", "daneben"}
)
"""Adverbs that let a name after a clause share its verb."""
_LATER = _ALSO | {
    "schon",
    "bereits",
    "nicht",
    "noch",
    "erst",
    "längst",
    "kürzlich",
    "seit",
    "ab",
    "immerhin",
    "dagegen",
}
"""Words after a name that show that something is said of it."""
_THAT_OF = frozenset({"das", "dem", "den", "der", "die"})
_TOKENS_OF_OBJECT = 3
_TWO = 2
_CLOSING = frozenset({",", ".", ";", ":", "“", "”", '"', "«"})
_CASES = {"nom": "n", "acc": "a", "dat": "d"}
_SAID_OF = frozenset({"federführend", "verantwortlich", "zuständig"})
_LINKS = frozenset({"und", "aber", "doch", "sowie", "kurz", "darauf", "jetzt", "nun", "hingegen", "wiederum", "seit"})
_WHEN = _ALSO | {
    "seinerzeit", "ursprünglich", "gemeinsam", "maßgeblich", "eigens", "einst", "erst", "jüngst", "kürzlich", "gerade",
    "bereits", "schon", "bislang", "bisher", "anfang", "mitte", "ende", "im", "seit", "vorerst", "teils", "überwiegend",
    "vollständig", "weitgehend", "zunächst", "größtenteils", "auch", "selbst", "heute", "derzeit",
}  # fmt: skip
"""Words that may open a participial phrase before its participle or agent."""
_ORDERED = frozenset({"auftrag", "namen", "rahmen", "zuge"})
BY = frozenset({"von", "vom", "durch"})
"""Words before who has done something."""
_PLACED = frozenset({"bei", "in"})
"""Prepositions for where, which a clause without a verb may set against the same in the clause before."""
_AGENTS = frozenset({"von", "vom", "durch", "bei", "beim", "in", "im", "unter", "an", "am", "mit"})


def reduced_kind(
    s: Sentence, span: tuple[int, int], verbs: list[str], main: Clause | None, shares: frozenset[str]
) -> str:
    """`participle`, `gap`, or `phrase` for a stretch between marks that has no finite verb."""
    first, end = span
    if _is_participial(s, first, end, verbs):
        return "participle"
    if main is None or not main.finite or any(verbs[first:end]):
        return "phrase"
    closed = any(verbs[i] in {"fin", "part", "inf"} for i in main.tokens) or end >= len(s.tokens) - 1
    return "gap" if closed and _is_gap(s, span, main, shares) else "phrase"


def _is_participial(s: Sentence, first: int, end: int, verbs: list[str]) -> bool:
    """„, entwickelt von der AKDB“, „, von der AKDB entwickelt“."""
    if s.tokens[first].text not in {",", "–", "—", "("} or end - first < 3:
        return False
    i = _after_times(s, first + 1, end)
    if i >= end:
        return False
    if verbs[i] == "part":
        return any(s.lower[j] in _AGENTS for j in range(i + 1, min(end, i + 8)))
    last = end - 1
    while last > i and not s.tokens[last].text[0].isalpha():
        last -= 1
    # the agent first: only right after a noun, or it goes on with the participles of the clause before
    noun = first > 0 and (first - 1 in s.taken or s.text_at(first - 1)[0].isupper() or s.text_at(first - 1) == ")")
    return noun and verbs[last] == "part" and agent_of(s, i, end) >= 0


def agent_of(s: Sentence, first: int, end: int) -> int:
    """Index of the „von“ or „durch“ of a phrase that opens with it, or with a date, a place or an order; else -1."""
    i = _after_times(s, first, end)
    place = next((a for a in s.arguments if a.begin == i and a.marker == "in" and a.type in PLACES), None)
    if place is not None and not place.adjective:
        # „, in Ulm 2020 von der AKDB entwickelt“
        i = _after_times(s, place.last, end)
    if s.low_at(i) in _ORDERED:
        i = next((j for j in range(i, end) if s.lower[j] in BY), end)
    return i if i < end and s.lower[i] in BY else -1


def _after_times(s: Sentence, i: int, end: int) -> int:
    """Index after the dates and adverbs that a participial phrase opens with."""
    while i < end and (i in s.dated or s.lower[i] in _WHEN):
        i += 1
    return i


def _is_gap(s: Sentence, span: tuple[int, int], main: Clause, shares: frozenset[str]) -> bool:
    first, end = span
    found = _names(s, first, end)
    if not found or not _SAID_OF.isdisjoint(s.lower[first:end]):
        # „…, bei der FITKO zuständig für FIT-Connect“ is said of the name before
        return False
    if any(s.lower[i] in _THAT_OF and s.low_at(i + 1) == "des" for i in range(first, end)):
        # „A gehört dem Personalrat der Stadt an, B dem des Landratsamts“: another of the same kind
        return False
    a = found[0]
    lead = [i for i in range(first, max(a.begin, first)) if s.tokens[i].text[0].isalnum()]
    if len(lead) == 1 and s.lower[lead[0]] in FORMER | LATTER:
        # „Ersterer nutzt civento, Letzterer das BayernPortal“
        return True
    if gives_another_share(s, span, found, main, shares):
        return True
    if any(s.lower[i] not in _ALSO | _LINKS and i not in s.dated for i in lead):
        return False
    if any(s.lower[i] in _ALSO for i in lead):
        return True
    if any(b.group != a.group and b.head < 0 and b.type is not a.type and b.bracket is None for b in found):
        return True
    if _no_longer(s, max(b.last for b in found), end):
        return True
    held = set(main.tokens)
    model = {(b.marker, b.type) for b in s.arguments if b.first in held and b.marker != "np"}
    if a.marker == "np" and any((b.marker, b.type) in model and b.begin == a.last for b in found[1:]):
        # „das ZIVIT gehörte zum A, die Bundesstelle zum B“
        return True
    own = max(b.last for b in found if b.group == a.group)
    if _somewhere_else(s, a, (own, end), main):
        return True
    if s.text_at(own)[:1].isdigit() and any(s.tokens[i].text[0].isdigit() for i in main.tokens if i not in s.dated):
        # „Kassel erhält 200.000 Euro, Fulda 100.000“
        return True
    # „…: die Staatskanzlei ebenso wie der Landkreistag“ names two and shares nothing
    return any((s.lower[i] in _LATER and s.low_at(i + 1) != "wie") or i in s.dated for i in range(a.last, end))


def _somewhere_else(s: Sentence, a: Argument, span: tuple[int, int], main: Clause) -> bool:
    """„Kassel nutzt X im Bauamt, der Kreis Fulda in allen Ämtern“: a body and where, as the clause before has it."""
    begin, end = span
    here = PREPOSITIONS.get(s.low_at(begin), "")
    if a.type not in BODY_TYPES or a.marker != "np" or a.reference or here not in _PLACED or begin not in range(end):
        return False
    inner = [i for i in main.tokens if i < a.begin]
    first = next((b for b in s.arguments if inner and b.begin == inner[0]), None)
    if first is None or not first.nominative or first.type not in BODY_TYPES or first.draft is a.draft:
        return False
    if any(begin <= b.first < end and b.type in PLACES for b in s.arguments):
        # „…, der Landkreis Fulda in Hessen“: where that is
        return False
    held = set(inner)
    if not any(b.first in held and b.marker == "np" and b.type in WORKS for b in s.arguments):
        # „Kassel sitzt im Rat, der Kreis Fulda in drei Ausschüssen“: not in the same
        return False
    return any(PREPOSITIONS.get(s.lower[i]) == here for i in inner if i >= first.last)


def _no_longer(s: Sentence, last: int, end: int) -> bool:
    """„Ulm gehört dem Verband an, Gera seit Mai nicht mehr“: of whom a clause without a verb says that it is over."""
    close = end - 1 if s.tokens[end - 1].text in _CLOSING else end
    if close - last < _TWO or s.low_at(close - 1) not in NO_LONGER or s.low_at(close - 2) != "nicht":
        return False
    return all(i in s.dated or s.lower[i] in _LATER | _WHEN for i in range(last, close - _TWO))


def _names(s: Sentence, first: int, end: int) -> list[Argument]:
    inside = [a for a in s.arguments if first <= a.first < end]
    people = {a.first for a in inside if a.type is EntityType.PERSON}
    if any(a.role is not None and a.last not in people for a in inside):
        # a title before a name is part of it: „Bayern von Digitalminister B“
        return []
    return [a for a in inside if not a.adjective and a.draft is not None]


def contrasts(s: Sentence, verbs: list[str]) -> Iterator[tuple[int, int]]:
    """Stretches without a verb that only rule something out: „, nicht aber Rostock“, „nicht A, sondern B“."""
    for i, low in enumerate(s.lower):
        exempt = exempted(s, i) if low in BUT_FOR else -1
        if exempt > 0:
            yield i, exempt
            continue
        if low in NONE:
            end = _set_right(s, verbs, i)
            if end > 0:
                yield i, end
            continue
        if low != "nicht" or s.low_at(i + 2 if s.low_at(i + 1) in NO_LONGER else i + 1) in NOT_ALONE:
            continue
        excepted = _excepted(s, verbs, i)
        if excepted >= 0:
            yield excepted, i + 1
            continue
        other = max(_corrected_later(s, verbs, i), _set_right(s, verbs, i))
        if other >= 0:
            yield i, other
            continue
        start = i - 1 if s.low_at(i - 1) in _BUT else i
        end = i + 1
        while end < len(s.tokens) and s.tokens[end].text not in _CLOSING and not verbs[end]:
            end += 1
        if end < len(s.tokens) and verbs[end]:
            continue
        if start == i and _aside(s, verbs, i, end):
            yield i, end
            continue
        corrected = s.text_at(end) == "," and s.low_at(end + 1) == "sondern"
        named = any(i < a.first < end for a in s.arguments) or (corrected and s.lower[i + 1 : end] in _IT_ALONE)
        other = start < i and s.text_at(end) in {".", "!"} and s.lower[i + 1] not in NO_LONGER
        if not named and not (other and any(s.tokens[j].text[0].isupper() for j in range(i + 1, end))):
            # „…, aber nicht deren Zeitplan.“
            continue
        opens = s.text_at(start - 1) in {",", "–", "—", "("} and (
            start < i or s.low_at(i + 1) in _BUT or _set_beside(s, verbs, i, end)
        )
        if corrected or opens:
            yield start, end


def _excepted(s: Sentence, verbs: list[str], i: int) -> int:
    """„A nutzt X und B noch nicht.“: where B begins, of which alone it is denied; -1 if there is none."""
    if s.text_at(i + 1) not in _CLOSING - {"und"}:
        return -1
    j = i - 1
    phrases = {k for a in s.arguments for k in range(a.begin, a.last)}
    while j >= 0 and s.lower[j] not in {"und", *_BUT}:
        if verbs[j] or s.tokens[j].text in _CLOSING or (j not in phrases and s.lower[j] not in _SO_FAR):
            return -1
        j -= 1
    named = _names(s, j + 1, i)
    if j < 0 or not named or not _verb_in_stretch(s, verbs, j):
        return -1
    # „das nutzen A und B nicht“: what is denied of two of one kind
    before = next((a for a in s.arguments if a.last == j), None)
    return -1 if before is not None and before.type is named[0].type else j


def _verb_in_stretch(s: Sentence, verbs: list[str], end: int) -> bool:
    """Whether the stretch between marks that ends at a token has a verb."""
    for i in range(end - 1, -1, -1):
        if verbs[i]:
            return True
        if s.tokens[i].text in _CLOSING - {"und"}:
            return False
    return False


def _corrected_later(s: Sentence, verbs: list[str], i: int) -> int:
    """„Nicht A betreibt das Portal, sondern B“: one past A where a name of its type follows „sondern“; else -1."""
    first = next(
        (a for a in s.arguments if i < a.first <= i + 4 and not a.adjective and not any(verbs[i : a.first])), None
    )
    if first is None or first.last >= len(s.tokens) or s.text_at(first.last) == ",":
        return -1
    beside = s.taken.get(first.last)
    if first.role is not None and beside is not None and beside.type is EntityType.PERSON:
        # „nicht mehr Staatssekretär A, sondern Ministerin B“: the whole is one name
        return -1
    mark = next((j for j in range(first.last, len(s.tokens) - 1) if s.tokens[j].text == ","), -1)
    if mark < 0 or s.low_at(mark + 1) != "sondern" or any(verbs[mark:]):
        return -1
    second = next((a for a in s.arguments if a.first > mark and not a.adjective), None)
    return first.last if second is not None and second.type is first.type else -1


def _set_right(s: Sentence, verbs: list[str], i: int) -> int:
    """„nicht vom Hersteller, sondern von der AKDB“, „kein Konzern, sondern die AKDB“: where what is denied ends, or -1.

    What takes its place must be of the same form, with the same preposition or with none.
    """
    end = i + 1
    while end < len(s.tokens) and s.tokens[end].text not in _CLOSING and not verbs[end]:
        end += 1
    if s.text_at(end) != "," or s.low_at(end + 1) != "sondern" or not s.text_at(end - 1)[:1].isupper():
        return -1
    # „nicht mehr das Finanz-, sondern das Innenministerium“
    denied, right = s.low_at(i + 2 if s.low_at(i + 1) in NO_LONGER else i + 1), s.low_at(end + 2)
    none = s.lower[i] in NONE
    one = (s.low_at(i - 1) if s.low_at(i - 1) in PREPOSITIONS else "") if none else denied
    if one in PREPOSITIONS or right in PREPOSITIONS:
        return end if not none and PREPOSITIONS.get(one) == PREPOSITIONS.get(right) else -1
    noun = right in DETERMINERS or end + 2 in s.taken
    return end if noun and (none or denied in DETERMINERS) else -1


def _set_beside(s: Sentence, verbs: list[str], i: int, end: int) -> bool:
    """„Das Portal betreibt nun A, nicht mehr B.“: of a name like one before the comma it is not, or no longer, said."""
    start = i + 2 if s.low_at(i + 1) in NO_LONGER else i + 1
    other = next((a for a in s.arguments if start <= a.first < end and not a.adjective), None)
    if other is None or any(s.tokens[j].text[0].isupper() for j in range(start, other.first)) or other.head in s.taken:
        return False
    closing = s.text_at(end) in {".", "!", ";", ":"} and any(verbs[:i])
    inserted = s.text_at(end) == "," and not any(verbs[:i]) and end + 1 < len(verbs) and bool(verbs[end + 1])
    if not (closing or inserted) or other.last < end:
        return False
    begin = max((j for j in range(i - 1) if s.tokens[j].text in _CLOSING - {"und"}), default=0)
    return any(
        _alike(other, a) and not a.adjective and a.draft is not other.draft for a in s.arguments if begin <= a.first < i
    )


def _aside(s: Sentence, verbs: list[str], i: int, end: int) -> bool:
    """„A, nicht eben bekannt dafür, nutzt B“, „A nutzt B, nicht aus Liebe zur Technik“: the verb is not denied."""
    if s.text_at(i - 1) != "," or end - i < 3 or s.low_at(i + 1) in NO_LONGER or s.low_at(end + 1) == "sondern":
        return False
    if s.text_at(end) == ",":
        return not any(verbs[:i]) and end + 1 < len(s.tokens) and bool(verbs[end + 1])
    return s.text_at(end) == "." and s.lower[:i].count(",") == 1 and any(verbs[:i])


_SO_FAR = frozenset({"noch", "bislang", "bisher", "vorerst", "leider", "auch", "zunächst", "eben", "aber", "dagegen"})
NO_LONGER = frozenset({"mehr", "länger"})
_IT_ALONE = [["er"], ["sie"], ["es"], ["ich"], ["wir"], ["dieser"], ["diese"], ["dieses"]]
"""Pronouns that are ruled out alone: „den Vorsitz hat nicht er, sondern A“."""
NONE = frozenset({"kein", "keine", "keinen", "keiner", "keinem"})
"""Forms of „kein“ before what „sondern“ sets right."""
_BUT = frozenset({"aber", "jedoch", "hingegen", "dagegen", "allerdings", "wohlgemerkt"})
_CLOSING = frozenset({",", ";", ".", "!", "?", ":", ")", "–", "—", "und"})


def gap_after_and(s: Sentence, begin: int, at: int, end: int) -> bool:
    """„Kassel nutzt die BundID und Fulda das Servicekonto“: after „und“ at `at`, two names like the two before it."""
    before = next((a for a in s.arguments if a.last == at and not a.adjective), None)
    after = _names(s, at, end)
    if before is None or len(after) < 2 or after[0].begin != at + 1 or after[0].group == before.group:
        return False
    one, two = after[0], after[1]
    if two.begin == one.last and two.marker == before.marker and two.marker in GAPPING and two.type is before.type:
        # „Anna Weber folgt auf Jens Ott und Ute Rot auf Max Kern“
        return True
    return (
        one.type is not before.type
        and _same_kind(two, before)
        and two.begin == one.last
        and any(a.type is one.type and begin <= a.first < at and a.marker == one.marker for a in s.arguments)
    )


def gap_after_last_verb(s: Sentence, begin: int, at: int, end: int) -> bool:
    """„…, in dem A das Land vertritt und B die Kommunen“: after the last verb of a clause, a person and an object."""
    after = s.taken.get(at + 1)
    if after is None or after.type is not EntityType.PERSON or after.first != at + 1 or after.last >= end:
        return False
    alone = s.low_at(after.last) in OBJECT_ARTICLES and s.text_at(end - 1)[:1].isupper()
    return alone and any(a.type is EntityType.PERSON and begin <= a.first < at for a in s.arguments)


def _same_kind(one: Argument, other: Argument) -> bool:
    return one.type is other.type or {one.type, other.type} <= BODY_TYPES


def in_pairs(s: Sentence, filled: Filled) -> Iterator[Filled]:
    """„…, in dem A das Land und B den Städtetag vertritt“: each with the object beside it; else what was filled."""
    if filled.frame.evokes is not None and _respectively(s, filled):
        for one, other in zip(filled.subjects, filled.objects, strict=True):
            yield replace(filled, subjects=(one,), objects=(other,))
        return
    pairs = _pairs(s, filled.clause) if filled.frame.part == "verb" and filled.frame.evokes is not None else []
    subjects, objects = [one for one, _ in pairs], [other for _, other in pairs]
    if not pairs or not any(a in subjects for a in filled.subjects):
        yield filled
    elif any(b in objects for b in filled.objects):
        for one, other in pairs:
            if _may_be(other, filled.frame.object_types):
                yield replace(filled, subjects=(one,), objects=(other,))
    else:
        yield replace(filled, subjects=tuple(subjects))


def _respectively(s: Sentence, filled: Filled) -> bool:
    """„Kassel und Fulda nutzen X beziehungsweise Y“: as many as there are others, and each has one of them."""
    if len(filled.subjects) != len(filled.objects) or len(filled.objects) < _TWO:
        return False
    lasts = (filled.subjects[-1].begin, filled.objects[-1].begin)
    return any(s.low_at(i - 1 - (s.text_at(i - 1) == ".")) in RESPECTIVELY for i in lasts if i > 0)


def _pairs(s: Sentence, number: int) -> list[tuple[Argument, Argument]]:
    """Two people of a clause that are joined by „und“, each with a body or place that stands right after it."""
    own = [a for a in s.arguments if a.clause == number and a.marker == "np" and a.head < 0 and not a.adjective]
    people = [a for a in own if a.type is EntityType.PERSON and a.draft is not None]
    if len(people) != _TWO:
        return []
    beside = [next((b for b in own if b.begin == a.last and b.first > b.begin), None) for a in people]
    one, other = beside
    if one is None or other is None or one.type not in BODY_TYPES or other.type not in BODY_TYPES:
        return []
    joined = s.low_at(one.last) == "und" and people[1].begin == one.last + 1
    return [(people[0], one), (people[1], other)] if joined else []


def gapped(s: Sentence, number: int, above: Iterable[Filled], verdict: Modality) -> Iterator[Filled]:
    """What a gapped clause says: the frames of the clause before, with its own names in their places."""
    own = [a for a in s.arguments if a.clause == number and not a.adjective and a.draft is not None]
    for filled in above:
        frame = filled.frame
        if frame.evokes is None:
            continue
        subjects = _like([a for a in own if _may_be(a, frame.subject_types)], filled.subjects)
        fitting = [a for a in own if _may_be(a, frame.object_types) and _in_case(a, frame)]
        objects = [b for b in _like(fitting, filled.objects) if b not in subjects]
        if subjects and objects:
            yield replace(filled, subjects=tuple(subjects), objects=tuple(objects), clause=number, modality=verdict)
        elif subjects and not _like([a for a in subjects if a in fitting], filled.objects):
            if filled.objects[0].marker == "np" and filled.objects[0].head < 0 and _unnamed_object(s, number):
                continue
            if filled.objects[0].marker in PREPOSITIONS and any(a.marker == filled.objects[0].marker for a in own):
                # „Für Hessen sprach A, für den Landkreistag B“: B has one of his own, of another type
                continue
            yield replace(filled, subjects=tuple(subjects), clause=number, modality=verdict)
        elif objects and not _like([a for a in objects if _may_be(a, frame.subject_types)], filled.subjects):
            yield replace(filled, objects=tuple(objects), clause=number, modality=verdict)


def _unnamed_object(s: Sentence, number: int) -> bool:
    """„A vertritt das Land und B die Kommunen“: whether an article and a noun without a name end a gapped clause."""
    letters = [i for i in s.clauses[number].tokens if s.tokens[i].text[0].isalpha()]
    if len(letters) < _TOKENS_OF_OBJECT or letters[-1] in s.taken or not s.text_at(letters[-1])[0].isupper():
        return False
    before = letters[-2] if s.text_at(letters[-2])[0].isupper() else letters[-1]
    start = next((i for i in reversed(letters) if i < before and not _attributive(s, i)), -1)
    return s.low_at(start) in OBJECT_ARTICLES and s.low_at(start - 1) not in PREPOSITIONS


def _attributive(s: Sentence, i: int) -> bool:
    """Whether a token may be an adjective between an article and its noun."""
    return s.lower[i] not in OBJECT_ARTICLES and s.text_at(i)[0].islower() and s.lower[i].endswith(("en", "e", "er"))


def _in_case(a: Argument, frame: Frame) -> bool:
    """Whether a name may be the dative that a verb takes: „gehört dem Rat an, ebenso die AKDB“ names no object."""
    if frame.part != "verb" or a.marker != "np" or "dat" not in frame.object_markers:
        return True
    return not {_CASES[marker] for marker in frame.object_markers if marker in _CASES}.isdisjoint(a.cases)


def _may_be(a: Argument, types: frozenset[EntityType]) -> bool:
    """Whether a frame takes a thing of such a type in one of its places."""
    return a.draft is not None and of_type(a.draft, types)


def _like(own: list[Argument], models: tuple[Argument, ...]) -> list[Argument]:
    """The names of one group that stand as the model does: same marker, kind of thing, and a case that it may have."""
    model = models[0]
    fitting = [a for a in own if _alike(a, model)]
    return [a for a in fitting if a.group == fitting[0].group]


def _alike(a: Argument, model: Argument) -> bool:
    kinds = {a.type, model.type}
    if len(kinds) > 1 and not kinds <= BODY_TYPES and not kinds <= WORKS:
        return False
    places = {"in", "bei", "an"}
    if a.marker != model.marker and not (a.marker in places and model.marker in places):
        return False
    return a.marker != "np" or bool(set(a.cases) & set(model.cases))
