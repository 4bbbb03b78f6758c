"""Cleaning of names from the tables, and the inflected forms under which German text shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tools.reference.tables import word_list

_ADJECTIVES = word_list(
    "auswärtig baden-württembergisch bayerisch brandenburgisch bremisch bündnisgrün deutsch digital "
    "einheitlich elektronisch europäisch föderal gemeinsam hamburgisch hessisch internetbasiert kommunal "
    "landeseigen national niedersächsisch novelliert öffentlich offen rheinland-pfälzisch saarländisch "
    "sächsisch schleswig-holsteinisch sozialdemokratisch souverän staatlich statistisch ständig "
    "südschleswigsch thüringisch unabhängig viert virtuell zentral bundesweit berliner brandenburger "
    "thüringer"
)
_ADJECTIVE = re.compile(rf"^({'|'.join(_ADJECTIVES)})(er|es|e)$", re.IGNORECASE)
_NOT_FOR_INFLECTION = ("berliner", "brandenburger", "thüringer")

# Masculine and neuter heads by ending, with their genitive endings; the longest ending that fits is taken.
_GENITIVES = {
    "amt": ("es", "s"), "rat": ("es", "s"), "tag": ("es", "s"), "bund": ("es", "s"), "verband": ("es", "s"),
    "verbund": ("es", "s"), "betrieb": ("es", "s"), "vertrag": ("es", "s"), "pakt": ("es", "s"), "plan": ("s", "es"),
    "dienst": ("es", "s"), "institut": ("s", "es"), "antrag": ("s", "es"), "postfach": ("s", "es"), "gesetz": ("es",),
    "ausschuss": ("es",), "kreis": ("es",), "kongress": ("es",), "verzeichnis": ("ses",), "index": ("",),
    "senat": ("s", "es"), "ministerium": ("s",), "gremium": ("s",), "zentrum": ("s",), "kabinett": ("s",),
    "board": ("s",), "parlament": ("s",), "system": ("s",), "portal": ("s",), "programm": ("s",), "stack": ("s",),
    "konto": ("s",), "register": ("s",), "dienstleister": ("s",), "cockpit": ("s",), "rechenzentrum": ("s",),
    "center": ("s",), "club": ("s",), "forum": ("s",), "monitor": ("s",), "amtes": (), "prinzip": ("s",),
    "parlamentes": (), "management": ("s",), "werk": ("s", "es"), "katalog": ("s",), "verfahren": ("s",),
    "haus": ("es",), "geheimnis": ("ses",), "hof": ("s", "es"), "kanzleramt": ("es", "s"), "ressort": ("s",),
    "gipfel": ("s",), "labor": ("s",), "atlas": ("",), "bericht": ("s", "es"), "paket": ("s", "es"),
}  # fmt: skip
_ENDINGS = sorted(_GENITIVES, key=len, reverse=True)
_BEAUFTRAGTE = re.compile(r"^(\w*[Bb]eauftragte)(r?)$")

_YEARS = re.compile(r"^(?:(?P<abbreviation>[A-Z]\w+), )?(?P<start>\d{4})?(?:-|until )(?P<end>\d{4})?(?:, nickname)?$")
_MISSPELT = {"variant", "press variant", "press", "rare", "misnomer in early press", "metonym", "rare, headline"}
_ABBREVIATION = re.compile(r"^(?=\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ])[\wÄÖÜ]+(?: Saar)?$")
_ARTICLE = re.compile(r"^(des|der|dem|den|das|im|die) (?=\S)")


@dataclass(slots=True)
class Names:
    """All names of one entity.

    Attributes:
        pref: Preferred label.
        alt: Other full names.
        hidden: Inflected, variant and misspelt forms.
        abbreviations: Short forms that may be matched in text.
        former: Former names as (label, first year or "", last year or "").
        notes: Remarks that are no names.
    """

    pref: str
    alt: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    abbreviations: set[str] = field(default_factory=set)
    former: set[tuple[str, str, str]] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)

    def settle(self) -> None:
        """Take away what is said twice, and add the inflected forms of all full names."""
        self.abbreviations -= {self.pref}
        self.alt -= {self.pref} | self.abbreviations
        # A genitive listed among the aliases is an inflected form, not a name of its own.
        inflected = {form for label in {self.pref, *self.alt} for form in inflections(label)}
        self.hidden |= inflected
        self.alt -= inflected - {label for label in self.alt if not _is_genitive_of(label, {self.pref, *self.alt})}
        self.hidden -= {self.pref} | self.alt | self.abbreviations


def _is_genitive_of(label: str, others: set[str]) -> bool:
    return any(label != other and label in inflections(other) for other in others)


def dashes(text: str) -> str:
    """A hyphen between spaces is a dash."""
    return text.strip().replace(" - ", " – ")


def read_alias(names: Names, alias: str) -> None:
    """Sort one alias of the tables into labels, hidden labels, abbreviations, former names and notes."""
    alias = dashes(alias)
    remark = re.match(r"^(?P<name>\S.*\S|\S) \((?P<remark>[^()]+)\)$", alias)
    if remark:
        _read_remark(names, remark["name"], remark["remark"])
        return
    article = _ARTICLE.match(alias)
    if article:
        bare = alias[article.end() :]
        if article[1] in ("des", "den", "dem") and bare != names.pref:
            names.hidden.add(bare)
        elif bare != names.pref:
            names.alt.add(bare)
        return
    names.alt.add(alias)


def _read_remark(names: Names, name: str, remark: str) -> None:
    years = _YEARS.match(remark)
    if years:
        names.alt.add(name)
        names.former.add((name, years["start"] or "", years["end"] or ""))
        if years["abbreviation"]:
            names.abbreviations.add(years["abbreviation"])
    elif remark in _MISSPELT:
        names.hidden.add(name)
    elif _ABBREVIATION.match(remark):
        names.alt.add(name)
        names.abbreviations.add(remark)
    elif remark == "predecessor":
        names.notes.add(f"Predecessor: {name}")
    else:
        names.notes.add(f"Not a name of it: {name} ({remark})")


def inflections(label: str) -> set[str]:
    """Inflected forms of a name: its adjectives before nouns in the other cases, its head in the genitive.

    Only what the tables' names need: heads of unknown gender are left alone.

    >>> sorted(inflections("Sächsische Staatskanzlei"))
    ['Sächsischen Staatskanzlei']
    >>> sorted(inflections("Bundesamt für Justiz"))
    ['Bundesamtes für Justiz', 'Bundesamts für Justiz']
    """
    words = label.split(" ")
    count, endings = 0, []
    for word in words:
        found = _ADJECTIVE.match(word)
        if not found or found[1].lower() in _NOT_FOR_INFLECTION:
            break
        endings.append(found[2])
        count += 1
    if count == len(words) or (endings and len(set(endings)) > 1):
        return set()
    skipped = 1 if words[0].lower() in _NOT_FOR_INFLECTION and len(words) > 1 else 0
    head = _head(words, count + skipped)
    forms: set[str] = set()
    if endings:
        stems = [word[: -len(ending)] for word, ending in zip(words, endings, strict=False)]
        rest = words[count:]
        for ending in _cases(endings[0]):
            forms.add(" ".join([*(stem + ending for stem in stems), *rest]))
    weak = [word[: -len(ending)] + "en" for word, ending in zip(words, endings, strict=False)]
    named = _BEAUFTRAGTE.match(words[head])
    if named:
        for tail in ("", "r", "n"):
            forms.add(" ".join([*words[:head], named[1] + tail, *words[head + 1 :]]))
        forms.add(" ".join([*weak, *words[count:head], named[1] + "n", *words[head + 1 :]]))
    elif not endings or endings[0] in ("er", "es"):
        for genitive in _genitives(words[head]):
            forms.add(" ".join([*weak, *words[count:head], genitive, *words[head + 1 :]]))
    return forms - {label}


def _head(words: list[str], start: int) -> int:
    """Position of the head noun: after adjectives, and after the first half of „Städte- und Gemeindebund“."""
    position = min(start, len(words) - 1)
    if words[position].endswith("-") and position + 2 < len(words) and words[position + 1] in ("und", "oder"):
        return position + 2
    return position


def _cases(ending: str) -> tuple[str, ...]:
    return {"er": ("e", "en", "em"), "es": ("e", "en", "em"), "e": ("en",)}[ending]


def _genitives(head: str) -> set[str]:
    lower = head.lower()
    for ending in _ENDINGS:
        if lower.endswith(ending):
            return {head + tail for tail in _GENITIVES[ending]} - {head}
    return set()
