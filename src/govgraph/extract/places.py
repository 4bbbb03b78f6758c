"""Short names of places: „Limburg“ for Limburg an der Lahn, „Uckermark“ for its Landkreis, „St. Ingbert“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.vocabulary import Entry

_TITLE = re.compile(
    r"^(?:(?:Universitäts- und )?Hansestadt|Universitätsstadt|Lutherstadt|Luftkurort|Kurort|Ostseebad|Nordseebad|Stadt|"
    r"Markt|Flecken|Gemeinde)\s+(?=[A-ZÄÖÜ])"
)
_SITUATION = re.compile(r"(?:\s+(?:am|an|an der|im|in|in der|bei|ob der|unter|vor der|auf)\s+(?=[A-ZÄÖÜ]|d)|\s+\().+$")
_DISTRICT = re.compile(r"^(?:Landkreis|Kreis)\s+(?=[A-ZÄÖÜ])")
_SAINT = re.compile(r"^(Sankt|St\.)\s")
_OPENS = re.compile(r"(?:^|\n|[.!?|\]] )$")
_OPENS_CLAUSE = re.compile(r"(?:^|\n|[.!?|,;–\]] )$")
_AFTER_COLON = re.compile(r": $")
_FINITE_NEXT = re.compile(
    r" (?:ist|hat|will|wird|hätte|hatte|war|soll|kann|macht|hält|geht|gibt|lässt|steht|sieht|"
    r"[a-zäöüß]{3,}te|[a-zäöüß]{3,}(?:[^es]t|tet|iert))\b|:| \(|\n"
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)(?:[^\S\n]|[„\"(])*$")
_LISTED_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]+)(?:,| und| oder| sowie| bis) $")
_LISTED_AFTER = re.compile(r"(?:,| und| oder| sowie| bis) ([A-ZÄÖÜ][\w-]+)")
_LIST_OPENED = re.compile(r"\b([A-ZÄÖÜ][a-zäöüß]+) (?:[A-ZÄÖÜ][\w-]+(?:, | und | sowie | oder ))*$")
_LONGEST_LIST = 120
"""How far before a word the noun may stand that opens a list of towns, in code points."""
_WITH_DISTRICT = re.compile(
    r"(?:,| und| oder| sowie) (?:d(?:er|ie|en|em) )?(?:Landkreis|Kreis|Stadt|[A-Z][\w-]*kreis)\b"
)
# Below this a town is hardly known beyond its surroundings by the first part of its name alone.
_KNOWN_SHORT = 12_000
_LATIN = frozenset({"Halle", "Jena"})
"""Towns whose people have a name from Latin: „Hallenser“."""


def short_names(entry: Entry) -> Iterable[str]:
    """Short forms of the name of a town or district, in no special order.

    Args:
        entry: A town or district of the reference data.
    """
    names = {entry.name}
    saint = _SAINT.match(entry.name)
    if saint:
        names.add(_SAINT.sub("St. " if saint.group(1) == "Sankt" else "Sankt ", entry.name))
    if entry.kind == "District":
        names.add(_SITUATION.sub("", _DISTRICT.sub("", entry.name)))
    elif entry.kind == "Municipality":
        names.add(_TITLE.sub("", entry.name))
        if entry.population >= _KNOWN_SHORT:
            names |= {_SITUATION.sub("", name) for name in names}
    return names - {entry.name, *entry.labels}


def bare_name(name: str) -> str:
    """The name of a town without what tells it from others of the same name.

    >>> bare_name("Murnau am Staffelsee")
    'Murnau'
    """
    return _SITUATION.sub("", name)


def may_be_short(form: str, entry: Entry, bearers: Sequence[Entry], stop: frozenset[str]) -> bool:
    """Whether a short form may stand for the entry beside others that have it as their name.

    A district gives way to a town of its name, and both to whatever else has it.
    """
    if form in stop or len(form) < 4:
        return False
    if entry.kind == "District":
        return not any(b.population >= 1000 or b.needs_context or b.type is not entry.type for b in bearers)
    return not any(b.needs_context or b.type is not entry.type for b in bearers)


def town_adjectives(name: str) -> tuple[str, ...]:
    """Adjectives of a town: „Osnabrücker“, „Dresdner“, „Göttinger“, „Sangerhäuser“.

    >>> town_adjectives("Dresden")
    ('Dresdner', 'Dresdener')
    >>> town_adjectives("Kaiserslautern"), town_adjectives("Darmstadt")
    (('Kaiserslauterer',), ('Darmstädter',))
    """
    if name.endswith("den") and len(name) > 5:
        return (name[:-2] + "ner", name + "er")
    if name.endswith(("brücken", "beuren")):
        return (name[:-2] + "er",)
    if name.endswith("lautern"):
        return (name[:-1] + "er",)
    if name == "München" or name.endswith("ßen"):
        return (name[:-2] + "ner", name + "er")
    if name.endswith("ingen"):
        return (name[:-2] + "er",)
    if name.endswith("ünster") or name == "Hannover":
        return (name + "er", name + "aner") if name == "Hannover" else (name + "aner",)
    if name.endswith("stadt"):
        return (name[:-5] + "städter",)
    if name.endswith("hausen"):
        return (name[:-6] + "häuser", name + "er")
    return (name + ("r" if name.endswith("e") else "er"),)


def other_adjectives(name: str) -> tuple[str, ...]:
    """Adjectives of a town beside the regular ones, which another town may have as a regular one: „Erlanger“.

    >>> other_adjectives("Erlangen"), other_adjectives("Darmstadt")
    (('Erlanger', 'Erlangner'), ())
    >>> other_adjectives("Gießen"), other_adjectives("Halle")
    (('Gießer', 'Giessener', 'Giessner'), ('Hallenser',))
    """
    if name.endswith("en"):
        forms = (name[:-2] + "er", name[:-2] + "ner")
        sharp = tuple(form.replace("ß", "ss") for form in (name + "er", *forms[1:]) if "ß" in form)
        return (*(form for form in forms if form not in town_adjectives(name)), *sharp)
    if name in _LATIN:
        return (name[:-1] + "enser",)
    return (name[:-2] + name[-1] + "er",) if name.endswith(("el", "er")) else ()


def by_adjective(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Towns of any size by their adjectives, for where an adjective of a town is sure: before „Bürgermeister“.

    The adjective of a first part stands for the whole where no other town has it: „Villinger“.
    """
    regular: dict[str, list[Entry]] = {}
    others: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "Municipality":
            for name in {entry.name, _TITLE.sub("", entry.name), *short_names(entry)}:
                if " " not in name.removeprefix("Bad "):
                    for form in town_adjectives(name):
                        regular.setdefault(form, []).append(entry)
                    first = name.split("-", 1)[0]
                    for form in (*other_adjectives(name), *(town_adjectives(first) if first != name else ())):
                        others.setdefault(form, []).append(entry)
    return {form: tuple(bearers) for form, bearers in (others | regular).items()}


def plain_towns(entries: Iterable[Entry], smallest: int) -> frozenset[str]:
    """Names that tell a town by themselves: what stands in a list with one of them is a town too."""
    return frozenset(
        e.name
        for e in entries
        if not e.needs_context and (e.kind == "Borough" or (e.kind == "Municipality" and e.population >= smallest))
    )


def opens_sentence(text: str, start: int, end: int) -> bool:
    """Whether a word without an article opens a sentence before its verb, or is a heading.

    No noun for one of many can: „Hagen hätte gern mitgemacht“ speaks of the town.

    >>> text = "Hagen hätte gern mitgemacht."
    >>> opens_sentence(text, 0, 5)
    True
    """
    return bool(_OPENS.search(text, max(0, start - 3), start) and _FINITE_NEXT.match(text, end))


def opens_clause(text: str, start: int, end: int) -> bool:
    """Whether a word without an article opens a sentence, or a main clause in it, before its verb.

    >>> text = "Emden ist dabei, Leer zieht nach."
    >>> opens_clause(text, 17, 21)
    True
    """
    if _AFTER_COLON.search(text, max(0, start - 2), start):
        # „Anders der Nachbar: Leer will …“; a label may stand before anything
        after = _FINITE_NEXT.match(text, end)
        return after is not None and after.group()[-1:].isalpha()
    return bool(_OPENS_CLAUSE.search(text, max(0, start - 3), start) and _FINITE_NEXT.match(text, end))


def listed(text: str, start: int, end: int, towns: frozenset[str]) -> bool:
    """Whether a word stands in a list with what is surely a town or district.

    „Städte wie Essen oder Münster“, „Stade und der Landkreis Friesland“.

    Args:
        text: Text of the article.
        start: Where the word begins.
        end: Where it ends.
        towns: Names that tell a town by themselves.
    """
    before = _LISTED_BEFORE.search(text, max(0, start - 40), start)
    after = _LISTED_AFTER.match(text, end)
    return bool(_WITH_DISTRICT.match(text, end)) or any(m is not None and m.group(1) in towns for m in (before, after))


def after_plural(text: str, start: int, plurals: frozenset[str]) -> bool:
    """Whether a noun for several towns opens the list in which a word stands: „die Städte Essen, Hof und Lage“.

    >>> after_plural("die Städte Essen, Hof und Lage", 26, frozenset({"Städte"}))
    True
    """
    opened = _LIST_OPENED.search(text, max(0, start - _LONGEST_LIST), start)
    return opened is not None and opened.group(1) in plurals


def after_adjective(adjective: str, name: str, gender: str) -> str:
    """A name with the adjective of a place before it, in the nominative.

    >>> after_adjective("Niedersächsische", "Landesinstitut", "n")
    'Niedersächsisches Landesinstitut'
    """
    if "sch" in adjective and not adjective.endswith("sch"):
        ending = {"m": "er", "n": "es"}.get(gender, "e")
        adjective = adjective[: adjective.rfind("sch") + 3] + ending
    return f"{adjective} {name}"


def word_before(text: str, start: int, reach: int) -> str:
    """The word before a name in its block, empty where none stands within some characters.

    What a headline ends with is none of the name that the text begins with.

    Args:
        text: Folded text of an article.
        start: Where the name begins.
        reach: How many characters before it are looked at.
    """
    before = _WORD_BEFORE.search(text, max(0, start - reach), start)
    return before.group(1) if before is not None else ""
