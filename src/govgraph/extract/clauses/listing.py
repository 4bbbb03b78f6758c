"""Names that share the place of others without „und“ alone: „sowohl A als auch B“, „darunter A“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, PLACES, WORKS
from govgraph.language.grammar import COORDINATORS, DETERMINERS, INDEFINITE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Sentence

    NounMarker = Callable[[Sentence, int], tuple[str, str, int]]
    """Marker, cases and head of the noun at a token."""

_EXAMPLES = frozenset(
    {"darunter", "etwa", "nämlich", "beispielsweise", "insbesondere", "allem", "anderem", "beispiel", "ihnen", "voran"}
    | {"hauptsächlich", "vorneweg", "konkret", "namentlich", "zunächst", "derzeit", "so", "wie", "z.b", "u.a"}
)
"""Words between a mark and the names that stand for the noun before the mark."""
_OTHERS = frozenset(
    f"{stem}{end}" for stem in ("weiter", "ander", "viel", "einig", "zahlreich", "mehrer") for end in ("e", "en", "er")
) | {"sechs", "fünf", "vier", "drei", "zwei", "dutzende", "hunderte"}
"""Words after „und“ that end a list with what is not named."""
_PERSON_AND_BODY = {EntityType.PERSON, EntityType.ORGANISATION}
_MARKS = frozenset({",", ":", "–", "—", "("})
_BREAKS = frozenset({":", "–", "—"})
"""Marks behind names that the words after them speak of."""
_ALL = frozenset({"alle", "allen", "beide", "beiden", "sämtliche", "überall"})
_SOON = 3
"""In how many tokens after such a mark the number stands: „In allen drei Städten“."""
_NUMBERS = frozenset(
    {"zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "hundert"}
)
_FEW = _NUMBERS | {"einige", "mehrere", "viele", "wenige"}
_ONLY = frozenset({"bereits", "bisher", "bislang", "erst", "gerade", "lediglich", "nur", "schon"})
"""Words before a number that counts what was named before."""
_INFLECTED = ("ere", "eren", "ige", "igen", "iche", "ichen", "ische", "ischen")
"""Ends of adjectives between a number and its noun."""
_BESIDE = frozenset({"außer", "neben"})
_FAR = 8
"""Most tokens from names with „neben“ to the noun that they stand beside."""
_SINCE_LONGEST = 7
_SHORT_BRACKET = 5
"""Most tokens of a bracket with the short form of a name."""
_AND_LATER = frozenset({"auch", "später", "bald", "zuletzt", "nun", "jetzt", "künftig", "schließlich"})


def join_lists(s: Sentence, knowledge: Knowledge, noun_marker: NounMarker) -> None:
    """Give the members of such lists the marker, case and group of the place they share."""
    named = [a for a in s.arguments if a.draft is not None and not a.adjective and a.bracket is None]
    for number, a in enumerate(named):
        after = named[number + 1] if number + 1 < len(named) else None
        if after is not None and after.group != a.group:
            if _both(s, a, after):
                _share(after, a, named)
            elif _later_too(s, a, after):
                after.group = a.group
        if a.begin > 0:
            _example(s, knowledge, a, named, noun_marker)
        if a.marker in _BESIDE:
            _beside_unnamed(s, knowledge, a, named, noun_marker)


def _both(s: Sentence, a: Argument, b: Argument) -> bool:
    """„sowohl A als auch B“, „A ebenso wie B“, „nicht nur A, sondern auch B“."""
    if not _similar(a, b):
        return False
    between = tuple(s.lower[a.last : b.begin])
    return (between in _PAIRS or _came_later(s, a, b, between)) and (b.marker == "np" or b.marker == a.marker)


def _came_later(s: Sentence, a: Argument, b: Argument, between: tuple[str, ...]) -> bool:
    """„A, B und seit dem vorigen Jahr auch C“: the last of a list, with the time since when it stands there."""
    if not 2 < len(between) <= _SINCE_LONGEST or between[-1] not in _ALSO or between[0] not in {"und", "sowie"}:
        return False
    if between[1] != "seit" or any(i in s.taken for i in range(a.last, b.begin)):
        return False
    return "," not in between and all(t.text != ":" for t in s.tokens[a.last : b.begin])


_ALSO = frozenset({"auch", "ebenfalls"})
_PAIRS = frozenset(
    {
        ("als", "auch"),
        ("ebenso", "wie"),
        ("genauso", "wie"),
        ("wie", "auch"),
        (",", "sondern", "auch"),
        ("sowie", "auch"),
    }
    | {(",", "aber", "auch"), ("und", "auch"), (",", "ebenso", "wie"), (",", "dann"), ("ebenso", "wie", "in")}
    | {(",", "später", "auch"), (",", "bald", "auch"), ("und", "bald", "auch"), ("und", "zuletzt"), ("und", "später")}
    | {("und", "nun", "auch"), ("und", "jetzt", "auch"), ("und", "später", "auch"), (",", "zuletzt", "auch"), ("wie",)}
)


def _later_too(s: Sentence, a: Argument, b: Argument) -> bool:
    """„in Kassel, später auch in Fulda“, „in Kassel wie in Fulda“: the same preposition again."""
    if a.marker != b.marker or a.marker == "np" or not _similar(a, b):
        return False
    between = s.lower[a.last : b.begin]
    if not 0 < len(between) <= 4 or between[0] not in {",", "und", "sowie", "wie", "ebenso", "als"}:
        return False
    return all(t in _AND_LATER | {",", "und", "sowie", "wie", "ebenso", "als"} for t in between)


def _similar(a: Argument, b: Argument) -> bool:
    return a.type is b.type or {a.type, b.type} <= BODY_TYPES


def _share(member: Argument, leader: Argument, named: list[Argument]) -> None:
    for b in [b for b in named if b.group == member.group]:
        b.marker, b.head, b.group = leader.marker, leader.head, leader.group
        b.cases = "".join(c for c in leader.cases if c in b.cases) or leader.cases


def _example(
    s: Sentence,
    knowledge: Knowledge,
    a: Argument,
    named: list[Argument],
    noun_marker: NounMarker,
) -> None:
    """„in drei Städten, darunter Kassel und Fulda“: the names stand where the noun for all of them stands."""
    if a.marker != "np" or any(b.group == a.group and b.first < a.first for b in named):
        return
    i = a.begin - 1
    opened = s.lower[i] in _EXAMPLES
    while i > 0 and (s.lower[i] in _EXAMPLES or s.lower[i] in {"unter", "vor", "zum", "."}):
        i -= 1
    if s.tokens[i].text not in _MARKS or not (opened or s.tokens[i].text == ":"):
        return
    host = _collective(s, knowledge, i)
    if host < 0 or (a.type not in BODY_TYPES and any(s.tokens[j].text[0].isupper() for j in range(host + 1, i))):
        # „betreibt für 200 Behörden deren Technik, darunter die E-Akte“: no example of the bodies
        return
    marker, cases, head = noun_marker(s, host)
    group = [b for b in named if b.group == a.group]
    for b in group:
        b.marker, b.cases, b.head = marker, cases, head


def _beside_unnamed(
    s: Sentence,
    knowledge: Knowledge,
    a: Argument,
    named: list[Argument],
    noun_marker: NounMarker,
) -> None:
    """„Dem Verband gehören neben Kassel und Fulda 40 weitere Kommunen an“: the names take the place of the noun."""
    group = [b for b in named if b.group == a.group]
    end = max(b.last for b in group)
    if group[0] is not a or a.head >= 0 or a.type not in BODY_TYPES or s.text_at(a.begin).lower() != a.marker:
        return
    nouns = knowledge.words("collective-nouns")
    host = next((i for i in range(end, min(end + _FAR, len(s.tokens))) if s.tokens[i].text in nouns), -1)
    between = s.lower[end:host]
    if host < 0 or host in s.taken or not _MARKS.isdisjoint(between) or not any(_counts(low) for low in between):
        return
    if any(b.begin > host and s.lower[b.begin - 1] in _EXAMPLES for b in named):
        # „außer dem Bund sechs Länder, darunter Hessen“: it stands beside the names that follow
        return
    marker, cases, head = noun_marker(s, host)
    if marker == "np":
        for b in group:
            b.marker, b.cases, b.head = marker, cases, head


def _counts(low: str) -> bool:
    return low in _OTHERS or low.replace(".", "").isdigit() or low in _NUMBERS


def _collective(s: Sentence, knowledge: Knowledge, end: int) -> int:
    """Index of the nearest noun before a mark that names many: „Städte“, „Behörden“."""
    nouns = knowledge.words("collective-nouns")
    for i in range(end - 1, max(-1, end - 16), -1):
        if s.tokens[i].text[0].isupper() and i not in s.taken and s.tokens[i].text.rsplit("-", 1)[-1] in nouns:
            return i
        if _stands_alone(s, i):
            return i
    return -1


def _stands_alone(s: Sentence, i: int) -> bool:
    """„Von zwölf Kreisen nutzen nur drei die Software: A, B und C“: a number for a noun that was named before it."""
    if s.lower[i] not in _FEW or s.low_at(i - 1) not in _ONLY:
        return False
    return not s.text_at(i + 1)[:1].isupper() and not s.low_at(i + 1).endswith(_INFLECTED)


def list_goes_on(s: Sentence, a: Argument) -> bool:
    """Whether what follows a name shows that it is one of a list: „von Hamburg, Bremen und weiteren Ländern“."""
    end = _past_bracket(s, a.last)
    if s.low_at(end) in COORDINATORS and s.low_at(end + 1) in _OTHERS:
        # „von Hamburg, Bremen und weiteren Ländern“
        return True
    # „ThAVEL, das Portal RatsFenster und eine App“
    vague = a.type in WORKS and s.low_at(end + 1) in INDEFINITE
    if s.low_at(end) in COORDINATORS and (vague or a.type in BODY_TYPES):
        i = end + 1
        i += s.low_at(i) in DETERMINERS
        if s.text_at(i)[:1].isupper() and i not in s.taken:
            # „in Salzwedel, Gardelegen und Kleinkleckersdorf“, „das BKA, die Bundespolizei und der Zoll“: what is
            # no name that is read ends the list
            return True
    if _taken_up(s, end):
        return True
    rest = [b for b in s.arguments if b.first >= end and not b.adjective]
    if rest and rest[0].type in PLACES and rest[0].first == end + 1 and s.lower[end] in {"in", "aus"}:
        # „…, die AKDB aus München und …“
        end = rest.pop(0).last
    following = rest[0] if rest else None
    if following is None or following.role is not None:
        return False
    between = s.lower[end : following.first]
    if {following.type, a.type} == _PERSON_AND_BODY:
        # „der Landkreistag, der Städtetag und Anna Weber“: the last one is of another kind
        return 0 < len(between) <= 2 and between[0] in COORDINATORS
    if following.type is not a.type and not {following.type, a.type} <= BODY_TYPES:
        return False
    return 0 < len(between) <= 3 and between[0] in COORDINATORS | {","}


def _taken_up(s: Sentence, end: int) -> bool:
    """„Moers, Wesel, Ulm: Drei Städte testen …“, „A, B, C – alle drei sind …“: a number takes up what was listed.

    Not „… : Zwei der drei Städte …“, „… : Eine von ihnen …“, which take up some of it.
    """
    if s.text_at(end) not in _BREAKS:
        return False
    after = s.lower[end + 1 : end + 1 + _SOON]
    at = next((i for i, low in enumerate(after) if low in _ALL or _counts(low)), -1)
    return at >= 0 and s.low_at(end + 2 + at) not in {"der", "dieser", "von", "davon"}


def _past_bracket(s: Sentence, i: int) -> int:
    """„die AKDB, die Zentrale für Datenverarbeitung (HZD) und …“: where what stands in brackets after a name ends."""
    if s.text_at(i) != "(":
        return i
    return next((j + 1 for j in range(i + 1, i + _SHORT_BRACKET) if s.text_at(j) == ")"), i)


def is_acronym(s: Sentence, a: Argument) -> bool:
    """„mit Hilfe der DIKOM“: a short form need not have the gender of what it is short for."""
    text = s.tokens[a.first].text
    if s.low_at(a.first - 3) in {"dessen", "deren"}:
        # „in dessen Bereich der LDI fällt“
        return False
    return a.draft is not None and a.last - a.first == 1 and text.isupper() and text not in a.draft.name.split(" ")
