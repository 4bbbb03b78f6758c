"""Whether a relative pronoun agrees with a thing: genders of pronouns, of names, and of the nouns before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import PLACES
from govgraph.language.grammar import ONE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Argument, Draft, Sentence

_LABELS = {
    "amt": "n", "bezirk": "m", "bund": "m", "freistaat": "m", "gemeinde": "f", "gemeind": "f", "hansestadt": "f",
    "kreis": "m", "land": "n", "landkreis": "m", "landeshauptstadt": "f", "markt": "m", "samtgemeind": "f",
    "stadt": "f", "verbandsgemeind": "f",
}  # fmt: skip
"""Genders of nouns that places are called by, without their endings."""
GENDERS = {"das": "n", "den": "m", "die": "f", "dessen": "mn", "dem": "mn", "deren": "f"}


def gender_said(s: Sentence, a: Argument, start: int, gender_of: Callable[[str], str]) -> str:
    """Gender of what a relative clause is about: „Die KISA ist eine Genossenschaft, der …“ takes that of the noun."""
    article = next((i for i in range(a.last, start) if s.lower[i] in ONE), -1)
    noun = next((i for i in range(article + 1, start) if s.tokens[i].text[0].isupper()), -1) if article >= 0 else -1
    if noun > 0 and noun not in s.taken and a.type is not EntityType.PERSON:
        return gender_of(s.tokens[noun].text)
    return _gender_here(s, a)


def _gender_here(s: Sentence, a: Argument) -> str:
    """Gender of a name by the article before it: „von der govdigital“, „beim ITZBund“; empty if it tells none."""
    article = s.low_at(a.first - 1)
    if article in {"dem", "vom", "beim", "zum", "im", "ein", "einem"}:
        return "mn"
    feminine = article in {"zur", "eine"} or (article == "der" and a.marker not in {"np", "gen"})
    return "f" if feminine or (article == "die" and a.type not in PLACES) else ""


def label_gender(s: Sentence, place: Argument, gender_of: Callable[[str], str]) -> str:
    """Gender of the noun that a place is called by: „der Stadt Ulm“, „des Landkreises Cham“; empty if there is none."""
    before = s.text_at(place.first - 1)
    if before[:1].isupper() and place.first - 1 not in s.taken:
        return _LABELS.get(before.removesuffix("s").removesuffix("e").lower(), gender_of(before))
    own = s.text_at(place.first)
    return _LABELS.get(own.removesuffix("s").removesuffix("e").lower(), "") if place.last - place.first > 1 else ""


def may_mean(draft: Draft, pronoun: str) -> bool:
    """Whether a relative pronoun can agree with a thing of known gender."""
    allowed = GENDERS.get(pronoun)
    return draft.gender is None or allowed is None or draft.gender in allowed


def surely_means(draft: Draft | None, pronoun: str) -> bool:
    """Whether a relative pronoun has the very gender that is known of a thing."""
    wanted = {"das": "n", "die": "f", "den": "m"}.get(pronoun)
    return draft is not None and wanted is not None and draft.gender == wanted
