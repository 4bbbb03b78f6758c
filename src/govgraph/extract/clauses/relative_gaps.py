"""What may stand between a name and the relative clause that speaks of it: appositions, verbs, set phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.relative_genders import GENDERS, may_mean
from govgraph.extract.names.long_names import CLOSING
from govgraph.language.grammar import AUXILIARIES, CONTRACTED_CASES, DETERMINERS, MODALS, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Argument, Draft, Sentence


def without_phrases(s: Sentence, gap: list[int], fixed: frozenset[str]) -> list[int]:
    """„will das Portal X in Betrieb nehmen, das …“: what belongs to the verb is nothing that a pronoun can mean."""
    left = list(gap)
    for i in gap:
        if s.tokens[i].text in fixed and s.tokens[i].upper and i not in s.taken:
            j = i
            while j in left:
                left.remove(j)
                j -= 1
                if not (s.lower[j] in DETERMINERS or s.lower[j] in PREPOSITIONS or s.lower[j] in CONTRACTED_CASES):
                    break
    return left


_COPULAS = frozenset({"ist", "war", "bleibt", "blieb", "sei", "wird", "wurde"})
_BELONGING = frozenset({"gehört", "gehörte", "zählt", "zählte"})
_PREDICATE = 8
"""Most tokens of a copula and the noun that says what something is."""


def is_set_off(s: Sentence, gap: list[int], draft: Draft | None, pronoun: str) -> bool:
    """„Zuständig ist der Verband zwar selbst, dem …“: only verbs, adjectives and adverbs stand between."""
    if draft is None or len(gap) > 3 or any(s.tokens[i].text[0].isupper() for i in gap):
        return False
    if draft.type is EntityType.PERSON:
        return pronoun in {"die", "der"} and draft.feminine is (pronoun == "die")
    return draft.gender is not None and may_mean(draft, pronoun)


def is_after_particle(s: Sentence, first: int, last: int, particles: frozenset[str]) -> bool:
    """„nimmt Post über DokuSafe entgegen, einen Dienst, den …“: a prefix stands before the apposition."""
    return s.low_at(first) in particles and s.text_at(first + 1) == "," and is_apposition(s, first + 1, last)


def past_verbs(s: Sentence, first: int, last: int, verbs: set[int]) -> int:
    """Where the verbs end that close a clause at token `first`; `first` where it has none."""
    while first < last and (first in verbs or s.lower[first] in AUXILIARIES or s.lower[first] in MODALS):
        first += 1
    return first


def is_predicate(s: Sentence, a: Argument, end: int, words: tuple[str, Callable[[str], str]]) -> bool:
    """„Gera ist die erste Stadt, die …“, „Die KISA ist ein Zweckverband, den …“: a noun that says what the name is."""
    pronoun, gender_of = words
    first = a.last
    among = s.low_at(first) in _BELONGING and s.low_at(first + 1) in {"zu", "zum"}
    if not (among or s.low_at(first) in _COPULAS) or not a.nominative or not 3 <= end - first <= _PREDICATE:
        return False
    if any(i in s.taken or not s.tokens[i].text[0].isalnum() for i in range(first + 1, end)):
        return False
    inside = s.lower[first + 1 : end]
    if inside[0] in {"nicht", "kein", "keine"}:
        return False
    if among and s.tokens[end - 1].text[0].isupper():
        # „Gera gehört zu den Städten, die …“
        return pronoun in {"die", "denen", "deren"} and inside[1] not in {"dem", "einem", "einer"}
    if not s.tokens[end - 1].text[0].isupper() or any(low in PREPOSITIONS and low != "von" for low in inside):
        return False
    if "von" in inside or inside[1] in {"der", "dieser"}:
        # „eine von vier Städten, die …“
        return pronoun in {"die", "denen", "deren"}
    gender = gender_of(s.tokens[end - 1].text)
    return inside[0] in DETERMINERS and (
        not gender or gender in {"der": "mf"}.get(pronoun, GENDERS.get(pronoun, "mfn"))
    )


def is_apposed_genitive(s: Sentence, a: Argument) -> bool:
    """„im Beirat der GmbH, einer Tochter der Stadt, die …“: the apposition in the genitive says who is spoken of."""
    own, apposed = s.low_at(a.first - 1), s.low_at(a.last + 1)
    return s.text_at(a.last) == "," and (own, apposed) in {("der", "einer"), ("des", "eines")}


def is_apposition(s: Sentence, first: int, last: int) -> bool:
    """„, einen Dienst“ between two commas: a determiner, perhaps adjectives, one noun."""
    if first < last and s.tokens[first].text in CLOSING:
        first += 1
    words = s.tokens[first:last]
    if len(words) > 4 and _is_long_apposition(s, first, last):
        return True
    if not 3 <= len(words) <= 5 or words[0].text != "," or words[1].text.lower() not in DETERMINERS:
        return False
    return words[-1].text[0].isupper() and all(w.text[0].islower() for w in words[2:-1])


def _is_long_apposition(s: Sentence, first: int, last: int) -> bool:
    """„, einer Genossenschaft von IT-Dienstleistern“: a noun with an attribute, no name among them."""
    words = s.tokens[first:last]
    if len(words) > 9 or words[0].text != "," or words[1].text.lower() not in DETERMINERS:
        return False
    if any(i in s.taken and not s.taken[i].adjective for i in range(first, last)):
        return False
    if any(not w.text[0].isalpha() for w in words[1:]) or not words[-1].text[0].isupper():
        return False
    verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
    return not any(i in verbs for i in range(first, last))
