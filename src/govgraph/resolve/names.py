"""Names of people: their parts, and how two of them can be those of one person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

_TITLE = re.compile(r"^(?:Prof|Dr|Dipl|Ing|Mag|jur|phil|rer|nat|pol|h|c|med|iur|oec|e|MdB|MdL|Univ|habil)\.?$")
_PARTICLES = frozenset(
    ("von", "v", "vom", "zu", "zum", "zur", "de", "der", "den", "dem", "d", "van", "ter", "ten", "al", "el", "da", "di",
     "du", "la", "le")
)  # fmt: skip
_LATIN = dict(zip("éèáóçşğıščćžńł", "eeaocsgisccznl", strict=True))
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", **_LATIN})


class Likeness(StrEnum):
    """How two names can be those of one person; the value names the feature of `ontology/identity.ttl`."""

    SAME = "same-name"
    SPELLING = "spelling"
    INITIAL = "initial"
    FEWER = "fewer-given-names"
    DOUBLE = "double-surname"
    SURNAME = "surname-only"
    PART = "part-of-surname"
    CLOSE = "close-name"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, taken apart and folded.

    Attributes:
        given: First names; an initial is one letter. Empty where only the surname is known.
        particles: Words such as `von der` before the surname.
        surnames: Parts of the surname; more than one for a double name.
    """

    given: tuple[str, ...]
    particles: tuple[str, ...]
    surnames: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Whether a first name is spelt out."""
        return any(len(one) > 1 for one in self.given)


@lru_cache(maxsize=524_288)
def person_name(text: str) -> PersonName:
    """Parts of a name as articles write it. Titles are left out, and a particle may be abbreviated.

    >>> person_name("Dr. Anna v. d. Heide-Müller")
    PersonName(given=('anna',), particles=('von', 'd'), surnames=('heide', 'mueller'))
    """
    words = [word for word in text.replace("’", "'").split() if not _TITLE.match(word)]
    if not words:
        return PersonName((), (), (_folded(text),))
    start = len(words) - 1
    while start > 0 and _particle(words[start - 1], first=start - 1 == 0):
        start -= 1
    given = [part for word in words[:start] for part in re.split(r"[-.]", word) if part and _folded(part)]
    particles = ["von" if (plain := word.rstrip(".").casefold()) == "v" else plain for word in words[start:-1]]
    surnames = [_folded(part) for part in words[-1].split("-") if _folded(part)]
    return PersonName(
        tuple(_folded(one) for one in given), tuple(particles), tuple(surnames) or (_folded(words[-1]) or "?",)
    )


def _particle(word: str, *, first: bool) -> bool:
    # „V. Müller“ has an initial, „v. Müller“ a particle
    plain = word.rstrip(".")
    return plain.casefold() in _PARTICLES and (plain[:1].islower() or (not first and len(plain) > 1))


def _folded(word: str) -> str:
    return re.sub(r"[^\w]", "", word.casefold().translate(_SPELT))


@lru_cache(maxsize=262_144)
def likeness(left: str, right: str) -> Likeness | None:
    """How two names can be those of one person, or None if they are names of two.

    >>> likeness("T. Popp", "Thomas Popp")
    <Likeness.INITIAL: 'initial'>
    >>> likeness("Thomas Popp", "Tobias Popp") is None
    True
    """
    if left == right:
        return Likeness.SAME if person_name(left).given else Likeness.SURNAME
    one, two = person_name(left), person_name(right)
    surname = _surnames(one, two)
    if surname is None:
        return Likeness.CLOSE if _one_letter(one, two) else None
    if not one.given or not two.given:
        return Likeness.SURNAME if surname is Likeness.SAME else Likeness.PART
    given = _given(one.given, two.given)
    if given is None:
        return Likeness.CLOSE if surname is Likeness.SAME and _one_letter(one, two) else None
    if surname is Likeness.DOUBLE:
        return Likeness.DOUBLE
    if given is Likeness.SAME and surname is Likeness.SAME:
        # what is left is another spelling: umlauts, hyphens, abbreviated particles
        return Likeness.SAME if left.casefold() == right.casefold() else Likeness.SPELLING
    return given


def _surnames(one: PersonName, two: PersonName) -> Likeness | None:
    if one.surnames == two.surnames:
        return Likeness.SAME if _particles(one.particles, two.particles) else None
    if len(one.surnames) != len(two.surnames) and set(one.surnames) & set(two.surnames):
        return Likeness.DOUBLE
    return None


def _particles(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether particles are the same where both have any; „d.“ stands for any that begins so."""
    if not one or not two or one == two:
        return True
    return len(one) == len(two) and all(
        a[0] == b[0] and (a == b or 1 in (len(a), len(b))) for a, b in zip(one, two, strict=True)
    )


def _given(one: tuple[str, ...], two: tuple[str, ...]) -> Likeness | None:
    if one == two:
        return Likeness.SAME if all(len(part) > 1 for part in one) else Likeness.INITIAL
    shorter, longer = sorted((one, two), key=len)
    # the first of several first names counts; that of the shorter may be any of the longer, in order
    fitting = [_fits(a, b) for a, b in zip(shorter, longer, strict=False)]
    if not all(fitting):
        return None
    initial = any(len(a) != len(b) and 1 in (len(a), len(b)) for a, b in zip(shorter, longer, strict=False))
    if initial:
        return Likeness.INITIAL
    return Likeness.FEWER if len(shorter) < len(longer) else Likeness.SPELLING


def _fits(one: str, two: str) -> bool:
    return one == two or (1 in (len(one), len(two)) and one[0] == two[0])


def _one_letter(one: PersonName, two: PersonName) -> bool:
    """Whether two full names are one letter apart: as likely a slip as two people."""
    if not (one.full and two.full):
        return False
    left, right = (" ".join((*name.given, *name.particles, *name.surnames)) for name in (one, two))
    return OSA.distance(left, right, score_cutoff=1) == 1
