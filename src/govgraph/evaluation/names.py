"""When two names count as one: the comparison of names that the guidelines prescribe.

These rules belong to the measure, not to the reader: they stay fixed while the reader gets better, so they are
kept here and not in `ontology/`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_ACADEMIC = ("dr", "prof", "professor", "professorin", "dipl", "ing", "med", "rer", "nat", "jur", "phil", "hc")
_INITIALS = ("h", "c", "a", "d")
_ADDRESS = ("herr", "herrn", "frau")
_OFFICES = (
    r"\w*staatssekretär(?:s|in)?",
    r"\w*minister(?:s|in)?",
    r"\w*präsident(?:en|in)?",
    r"\w*bürgermeister(?:s|in)?",
    "landrat",
    "landrats",
    "landrätin",
    "cio",
    "cdo",
    "ciso",
    r"\w*beauftragte[rn]?",
    r"\w*senator(?:s|in)?",
)
_TITLE = "|".join((*_ACADEMIC, *_INITIALS, *_ADDRESS, *_OFFICES))
_LEADING_TITLES = re.compile(rf"^(?:(?:{_TITLE})\b[.\s]*)+", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[„“”\"'‚‘’()\[\],;:!?]")
_JOINERS = re.compile(r"[-–/.&_]")
_DETERMINERS = frozenset({"der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "eines"})
_CASE_ENDINGS = ("ens", "es", "en", "em", "er", "s", "n", "e")
_SHORTEST_STEM = 4
_CIO = re.compile(
    r"beauftragt\w* .*(?:informationstechnik|informationstechnologie|kommunikationstechnik)"
    r"|^it beauftragt"
    r"|(?:land|bund)\w* cio$"
)


def _stem(word: str) -> str:
    for ending in _CASE_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=65_536)
def normal_name(name: str, *, person: bool = False) -> str:
    """Form of a name without case, punctuation, hyphens, determiners and case endings; for people, without titles.

    >>> normal_name("Staatssekretärs Dr. Denis Alt", person=True) == normal_name("Denis Alt", person=True)
    True
    """
    text = unicodedata.normalize("NFKC", name).replace("\u00ad", "").strip().lower()
    text = _PUNCTUATION.sub(" ", text)
    if person:
        text = _LEADING_TITLES.sub("", text) or text
    words = _JOINERS.sub(" ", text).split()
    return " ".join(_stem(word) for word in words if word not in _DETERMINERS)


def normal_roles(roles: Sequence[str]) -> frozenset[str]:
    """Forms under which a role may be met; the long title of a CIO is one of a CIO's."""
    forms = {normal_name(role) for role in roles}
    if any(_CIO.search(form) for form in forms):
        forms.add("cio")
    return frozenset(forms)
