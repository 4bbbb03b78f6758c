"""Bodies that are part of their Land or of another body, by their name, a noun or the reference data.

`owned_bodies` and `state_bodies` read names and nouns; `known_parts` comes after them, for what is left unsaid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_OWNED = frozenset({"Agency", "Government", "Ministry", "Cert", "Parliament"})
_APART = frozenset({"auf", "durch", "für", "gegen", "gegenüber", "mit", "neben", "zu", "zwischen"})
"""Markers of a Land that stands beside a body and says nothing of whose that is."""


def owned_bodies(sentences: Sequence[Sentence], to_come: Callable[[Sentence, Argument], bool]) -> Iterator[FactDraft]:
    """A body named by its Land („die rheinland-pfälzische Landesverwaltung“, „Kabinett Hessens“) is part of it.

    Args:
        sentences: The article.
        to_come: Tells whether a body is one that is yet to be founded.
    """
    seen = set()
    for s in sentences:
        for a in s.arguments:
            draft = a.draft
            if draft is None or a.reference or draft.kind not in _OWNED or draft.jurisdiction is None or draft in seen:
                continue
            land = draft.jurisdiction
            if draft.entry is not None and len(draft.entry.jurisdictions) != 1:
                continue
            beside = (b for b in s.arguments if b.draft is land and b is not a)
            if any(b.first < a.last + 3 and b.last > a.first - 3 and not _of_another(a, b) for b in beside):
                seen.add(draft)
                modality = Modality.PLANNED if draft.entry is None and to_come(s, a) else Modality.ASSERTED
                yield FactDraft(draft, Predicate.PART_OF, land, modality, 0.75, s, "body-of-its-land")


def _of_another(a: Argument, land: Argument) -> bool:
    """„das Amt in Hamburg“, „das Amt in der Hamburger Kanzlei“, „in der Kanzlei der Hansestadt sitzt das Amt“."""
    if land.adjective:
        return land.first >= a.last
    if land.marker == "in":
        return a.draft is not None and a.draft.kind == "Agency"
    if land.marker in _APART:
        return True
    return land.marker == "gen" and 0 <= land.head < a.first and land.last <= a.first


def state_bodies(sentences: Sequence[Sentence], nouns: frozenset[str]) -> Iterator[FactDraft]:
    """„der Landesbetrieb IT.NRW“, „IT.NRW, der Landesbetrieb in Hagen“: whoever is called so is part of its Land.

    Args:
        sentences: The article.
        nouns: Nouns for bodies that a Land owns, in small letters.
    """
    lands = {a.draft.entry.iri: a.draft for s in sentences for a in s.arguments
             if a.draft is not None and a.draft.entry is not None and a.draft.kind == "State"}  # fmt: skip
    seen = set()
    for s in sentences:
        for a in s.arguments:
            draft = a.draft
            if draft is None or a.reference or a.adjective or draft.entry is None or draft in seen:
                continue
            land = lands.get(draft.entry.jurisdictions[0]) if len(draft.entry.jurisdictions) == 1 else None
            if land is not None and draft.type is EntityType.ORGANISATION and _called_so(s, a, nouns):
                seen.add(draft)
                yield FactDraft(draft, Predicate.PART_OF, land, Modality.ASSERTED, 0.75, s, "state-body")


def _called_so(s: Sentence, a: Argument, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands in a name, right before it, or in an apposition right after it."""
    beside = [s.low_at(i) for i in range(a.first - 1, a.last)]
    if s.text_at(a.last) == "," and s.low_at(a.last + 1) in {"der", "die", "das", "den", "dem", "ein", "eine", "einem"}:
        beside += [s.low_at(i) for i in (a.last + 2, a.last + 3) if not _in_name(s, i)]
    return any(low in nouns or low.removesuffix("s") in nouns for low in beside)


def _in_name(s: Sentence, i: int) -> bool:
    """„das Landesamt für innere Verwaltung“ is a body of its own."""
    return i in s.taken and s.taken[i].last - s.taken[i].first > 1


def known_parts(sentences: Sequence[Sentence], facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
    """A body of the reference data beside the body that it is part of, in one clause.

    Nothing is added to what the article says itself about the two, nor to a sentence about plans or the past.
    """
    said = {(f.subject.name, f.object.name) for f in facts if f.predicate is Predicate.PART_OF}
    unsure = {id(f.sentence) for f in facts if f.modality is not Modality.ASSERTED}
    before: dict[str, Draft] = {}
    for s in sentences:
        here = [a.draft for a in s.arguments if a.draft is not None and not a.adjective and not a.reference]
        near = {d.entry.iri: d for d in here if d.entry is not None}
        before |= near
        if id(s) in unsure:
            continue
        for part in here:
            if part.entry is None or part.entry.parent is None:
                continue
            whole = near.get(part.entry.parent)
            if whole is not None and not _share_clause(s, part, whole):
                # „der Rat, in dem A sitzt, will es so; mit der FITKO ist B im Gespräch“ says nothing of the two
                continue
            named = before.get(part.entry.parent)
            if whole is None and named is not None and f" {named.name}" in part.entry.name:
                # „das Kommunalgremium“, by its full name that of the IT-Planungsrat
                whole = named
            if whole is None or whole.kind == "Government":
                continue
            if part.type is EntityType.ORGANISATION and (part.name, whole.name) not in said:
                yield FactDraft(part, Predicate.PART_OF, whole, Modality.ASSERTED, 0.6, s, "known-part")


def _share_clause(s: Sentence, one: Draft, other: Draft) -> bool:
    """Whether a clause names both, one of them by a relative pronoun maybe: „das CERT, das der ZIT-BB beherbergt“."""
    clauses: tuple[set[int], set[int]] = set(), set()
    for a in s.arguments:
        told = not a.reference or a.first in s.relatives or s.low_at(a.first) == "dort"
        if told and (a.draft is one or a.draft is other):
            clauses[a.draft is other].add(a.clause)
    return not clauses[0].isdisjoint(clauses[1])
