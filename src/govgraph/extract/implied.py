"""Facts that follow from an office or a place in the text, by rules that name what they follow from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Argument, OfficeDraft, Sentence

_CHAIRING = ("vorsitzender", "präsident", "vorsitz", "sprecher des vorstands")
_CHAIRED = frozenset(
    {
        "MunicipalUnion",
        "Committee",
        "Commission",
        "Association",
        "Agency",
        "ServiceProvider",
        "Organisation",
        "Parliament",
    }
)


def implied_facts(offices: Sequence[OfficeDraft]) -> Iterator[FactDraft]:
    """Facts that an article's offices imply."""
    yield from _chairs(offices)


def _chairs(offices: Sequence[OfficeDraft]) -> Iterator[FactDraft]:
    """Who has the chair of a body chairs it."""
    for office in offices:
        role = office.role.name.lower()
        body = office.body
        if body is None or body.kind not in _CHAIRED:
            continue
        if role.startswith(("stellv", "vize")) or not any(role.endswith(word) for word in _CHAIRING):
            continue
        modality = Modality.ASSERTED
        if office.status is Status.FORMER:
            modality = Modality.ENDED
        elif office.status is Status.DESIGNATED:
            modality = Modality.PLANNED
        yield FactDraft(office.person, Predicate.CHAIRS, body, modality, 0.8, office.sentence, "office-of-chair")


_OWNED = frozenset({"Agency", "Government", "Ministry", "Cert", "Parliament"})


def owned_bodies(sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
    """A body named by its Land („die rheinland-pfälzische Landesverwaltung“, „Kabinett Hessens“) is part of it."""
    seen = set()
    for s in sentences:
        for a in s.arguments:
            draft = a.draft
            if draft is None or a.reference or draft.kind not in _OWNED or draft.jurisdiction is None or draft in seen:
                continue
            land = draft.jurisdiction
            if draft.entry is not None and len(draft.entry.jurisdictions) != 1:
                continue
            if any(
                b.draft is land and b.first < a.last + 3 and b.last > a.first - 3 for b in s.arguments if b is not a
            ):
                seen.add(draft)
                yield FactDraft(draft, Predicate.PART_OF, land, Modality.ASSERTED, 0.75, s, "body-of-its-land")


_ACTORS = frozenset({EntityType.JURISDICTION, EntityType.MUNICIPALITY, EntityType.ORGANISATION})


def joint_facts(
    sentences: Sequence[Sentence], facts: Sequence[FactDraft], verbs: frozenset[str]
) -> Iterator[FactDraft]:
    """Two who own a programme together, or do together what nobody does alone, cooperate.

    „Digitalisierungsoffensive von Bund und Land Hessen“; „Das Saarland und der Zweckverband haben … unterzeichnet“.
    """
    by_sentence: dict[int, list[FactDraft]] = {}
    for fact in facts:
        by_sentence.setdefault(id(fact.sentence), []).append(fact)
    for s in sentences:
        stated = by_sentence.get(id(s), ())
        groups: dict[int, list[Argument]] = {}
        for a in s.arguments:
            if a.type in _ACTORS and not a.adjective and a.draft is not None:
                groups.setdefault(a.group, []).append(a)
        partners = [a for a in s.arguments if a.marker == "mit" and a.type in _ACTORS and a.begin > 0
                    and s.lower[a.begin - 1] in {"gemeinsam", "zusammen"} and a.draft is not None]  # fmt: skip
        for partner in partners:
            does = next(
                (f for f in stated if f.subject.type in _ACTORS and f.subject is not partner.draft),
                None,
            )
            if does is not None and partner.draft is not None:
                yield FactDraft(
                    does.subject, Predicate.COOPERATES_WITH, partner.draft, does.modality, 0.75, s, "companion"
                )
        for members in groups.values():
            if len(members) != 2 or members[0].draft is members[1].draft:
                continue
            one, two = members
            if one.draft is None or two.draft is None:
                continue
            owned = one.marker in {"von", "zwischen"} and one.head >= 0 and one.head in s.taken
            owned = owned and s.taken[one.head].type is EntityType.PROGRAMME
            lemmas = (
                {lemma for lemma, _, _ in s.clauses[one.clause].lemmas} if 0 <= one.clause < len(s.clauses) else set()
            )
            acting = one.marker == "np" and "n" in one.cases and one.head < 0 and bool(lemmas & verbs)
            if owned or acting:
                modality = next((f.modality for f in stated if f.subject is one.draft), Modality.ASSERTED)
                yield FactDraft(one.draft, Predicate.COOPERATES_WITH, two.draft, modality, 0.7, s, "joint-actors")


def known_parts(sentences: Sequence[Sentence], facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
    """A body of the reference data beside the body that it is part of, in one sentence.

    Nothing is added to what the article says itself about the two, nor to a sentence about plans or the past.
    """
    said = {(f.subject.name, f.object.name) for f in facts if f.predicate is Predicate.PART_OF}
    unsure = {id(f.sentence) for f in facts if f.modality is not Modality.ASSERTED}
    for s in sentences:
        if id(s) in unsure:
            continue
        here = [a.draft for a in s.arguments if a.draft is not None and not a.adjective and not a.reference]
        near = {d.entry.iri: d for d in here if d.entry is not None}
        for part in here:
            whole = near.get(part.entry.parent) if part.entry is not None and part.entry.parent else None
            if whole is None or whole.kind == "Government":
                continue
            if part.type is EntityType.ORGANISATION and (part.name, whole.name) not in said:
                yield FactDraft(part, Predicate.PART_OF, whole, Modality.ASSERTED, 0.6, s, "known-part")


def places_by_adjective(sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
    """„im hessischen Fulda“, „die Osnabrücker ITEBO“: the adjective of a place before the name of what lies there."""
    inside = {EntityType.JURISDICTION: EntityType.MUNICIPALITY, EntityType.MUNICIPALITY: EntityType.ORGANISATION}
    for s in sentences:
        for place in s.arguments:
            if not place.adjective or place.type not in inside or place.draft is None:
                continue
            for thing in s.arguments:
                beside = thing.first == place.last or (
                    thing.begin <= place.first and place.last < thing.first <= place.last + 2
                )
                if beside and thing.type is inside[place.type] and thing.draft is not None:
                    yield FactDraft(
                        thing.draft, Predicate.LOCATED_IN, place.draft, Modality.ASSERTED, 0.8, s, "place-adjective"
                    )


def units_in_bodies(sentences: Sequence[Sentence], unit_nouns: frozenset[str]) -> Iterator[FactDraft]:
    """„im BSI den Fachbereich Standards“: a unit and, in the same clause, the body in which it is."""
    for s in sentences:
        for unit in s.arguments:
            if unit.draft is None or unit.reference or unit.draft.name.split(" ")[0].lower() not in unit_nouns:
                continue
            for body in s.arguments:
                near = body.clause == unit.clause and body.marker == "in" and body.head < 0 and not body.adjective
                if (
                    near
                    and body.draft is not None
                    and body.type is EntityType.ORGANISATION
                    and body.draft is not unit.draft
                ):
                    yield FactDraft(
                        unit.draft, Predicate.PART_OF, body.draft, Modality.ASSERTED, 0.6, s, "unit-in-body"
                    )
