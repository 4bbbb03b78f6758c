"""The thing before a relative clause that its pronoun stands for.

Whoever has a title is tried first, then the name right before the comma, then what that name hangs on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.counted_antecedents import next_in_a_row
from govgraph.extract.clauses.relative_gaps import (
    is_after_particle,
    is_apposed_genitive,
    is_apposition,
    is_predicate,
    is_set_off,
    past_verbs,
    without_phrases,
)
from govgraph.extract.clauses.relative_genders import GENDERS, may_mean, surely_means
from govgraph.extract.clauses.relative_heads import (
    apposed_name,
    board_at,
    described_thing,
    explained_name,
    is_label_only,
    is_ruled_out,
    means_unit,
    only_says_kind,
    owner_of,
    seated_body,
)
from govgraph.extract.clauses.relative_people import called_before_body, titled_person
from govgraph.extract.state import PLACES
from govgraph.language.grammar import PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Argument, Sentence


_FAR = 5
"""More words than these between a name and a relative clause set the two apart."""


class Pronoun(NamedTuple):
    """A relative pronoun, and what tells about words.

    Attributes:
        low: The pronoun in small letters; empty where a participle takes its place.
        particles: Separable prefixes and nouns of set phrases, which may stand before its clause.
        gender_of: Gives the gender of a noun.
    """

    low: str
    particles: frozenset[str]
    gender_of: Callable[[str], str]


def antecedent_of(s: Sentence, before: list[Argument], start: int, pronoun: Pronoun) -> Argument | None:
    """The argument right before the comma, but for a verb between.

    A genitive attribute, or one that the pronoun cannot mean, yields to the head it hangs on.

    Args:
        s: The sentence.
        before: Names before the relative clause, in their order.
        start: First token of the clause.
        pronoun: Its pronoun.
    """
    if not before:
        return None
    low, gender_of = words = pronoun.low, pronoun.gender_of
    told = titled_person(s, before, start, low)
    if told is None and low in {"das", "der", "die"}:
        told = next_in_a_row(s, before, start)
    if told is None and len(before) > 1 and only_says_kind(s, before[-2], before[-1]):
        told = before[-2]
    told = told or explained_name(s, before, low, gender_of) or board_at(s, before[-1], start, words)
    if told is None and before[-1].last == start:
        told = called_before_body(s, before[-1], low)
    if told is not None:
        return told
    last = before[-1]
    if last.bracket is not None and last.bracket.type is EntityType.PERSON:
        # „Anna Weber (CDU), die …“
        return last.bracket if s.text_at(last.last) == ")" and last.last + 1 == start else last
    last = _body_before_land(before, low)
    if low in {"die", "deren"} and means_unit(s, last, gender_of):
        return before[-2] if len(before) > 1 and before[-2].last == last.head - 2 else None
    told = _before_town(s, before, last, start, words)
    if told is not None:
        return told
    if _is_apart(s, last, start, pronoun) or _disagrees(s, last, low, gender_of):
        return None
    return _head_or_name(s, before, last, start, words)


def _body_before_land(before: list[Argument], pronoun: str) -> Argument:
    """„das Innenministerium Hessen, das …“, „der IT-Rat NRW, in dem …“: the body; else what stands last."""
    last = before[-1]
    if last.type is EntityType.JURISDICTION and len(before) > 1:
        body = before[-2]
        if (
            body.last == last.first
            and body.type is EntityType.ORGANISATION
            and body.draft is not None
            and (body.draft.kind == "Ministry" or pronoun != "das")
        ):
            return body
    return last


def _before_town(
    s: Sentence, before: list[Argument], place: Argument, start: int, words: tuple[str, Callable[[str], str]]
) -> Argument | None:
    """„das Forum in Kassel, zu dem …“: a town's name without an article is hardly what is spoken of."""
    pronoun, gender_of = words
    if place.type not in PLACES or place.last != start or pronoun not in {"das", "dem", "dessen"}:
        return None
    owner = s.taken.get(place.head) if place.head >= 0 else None
    if (
        place.marker in {"in", "aus", "bei"}
        and s.lower[place.first - 1] in PREPOSITIONS
        and owner is not None
        and owner.draft is not None
        and owner.type not in PLACES
    ):
        return owner_of(s, owner, pronoun, gender_of) or owner
    return apposed_name(s, before, place, words) if place.marker == "in" else None


def _is_apart(s: Sentence, last: Argument, start: int, pronoun: Pronoun) -> bool:
    """Whether something else that the pronoun can mean stands between a name and the relative clause."""
    low, particles, gender_of = pronoun
    end = last.last
    verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
    gap = [i for i in range(end, start) if s.tokens[i].text[0].isalpha() and i not in verbs]
    gap = without_phrases(s, gap, particles)
    if all(s.lower[i] in particles for i in gap):
        return False
    titles = [a for a in s.arguments if a.role is not None and a.last <= start and a.first >= end]
    if (
        any(last.draft in t.role.holders for t in titles if t.role is not None)
        or is_apposition(s, end, start)
        or is_after_particle(s, end, start, particles)
        # „Ulm will X einsetzen, ein Portal, das …“
        or is_apposition(s, past_verbs(s, end, start, verbs), start)
        or is_predicate(s, last, start, (low, gender_of))
        or is_set_off(s, gap, last.draft, low)
    ):
        return False
    allowed = GENDERS.get(low, "mfn")
    nouns = [s.tokens[i].text for i in gap if s.tokens[i].text[0].isupper() and i not in s.taken]
    meant = any(gender_of(n) and gender_of(n) in allowed for n in nouns)
    return meant or len(gap) > _FAR or not surely_means(last.draft, low)


def _disagrees(s: Sentence, last: Argument, pronoun: str, gender_of: Callable[[str], str]) -> bool:
    """Whether the noun by which a thing is referred to has a gender that the pronoun does not agree with."""
    noun = s.tokens[last.last - 1].text
    if not last.reference or not noun[0].isupper():
        return False
    own = gender_of(noun)
    return bool(own) and own not in GENDERS.get(pronoun, "mf" if pronoun == "der" else "mfn")


def _head_or_name(
    s: Sentence, before: list[Argument], last: Argument, start: int, words: tuple[str, Callable[[str], str]]
) -> Argument | None:
    """The name itself, or what it hangs on where it is a genitive, or the pronoun cannot mean it."""
    pronoun = words[0]
    wrong = last.draft is not None and (
        (last.type in PLACES and pronoun in {"die", "der", "den", "deren"}) or not may_mean(last.draft, pronoun)
    )
    if last.head >= 0 and (wrong or (last.marker == "gen" and not is_apposed_genitive(s, last))):
        owner = s.taken.get(last.head)
        if owner is not None and owner.draft is not None and not owner.adjective:
            return last if is_ruled_out(s, owner, last, words) else owner
        if owner is None and last.type in PLACES and is_label_only(s, last, words):
            # „der Dienstleister des Landes Hessen, der …“
            return None
    if not wrong or last.type not in PLACES or last.marker == "np":
        return last
    verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
    if past_verbs(s, last.last, start, verbs) != start:
        return last
    described = described_thing(s, before, last, words) if last.last == start else None
    return described or seated_body(s, before, last, words) or last
