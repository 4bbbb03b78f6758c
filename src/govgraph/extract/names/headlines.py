"""What a kicker and a title say together, and names that tell whose a thing is: „Bund: Neue Agenda“, „Bitkom-Index“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, FactDraft
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_SURE = 0.6
_EXAMPLES = frozenset({"wie", "darunter", "etwa", "namentlich"})
_OWNERS = frozenset({EntityType.JURISDICTION, EntityType.ORGANISATION})
_MADE = {
    EntityType.SYSTEM: Predicate.DEVELOPS,
    EntityType.SERVICE: Predicate.DEVELOPS,
    EntityType.PROGRAMME: Predicate.DEVELOPS,
    EntityType.DOCUMENT: Predicate.PUBLISHES,
}


def kicker_facts(sentences: Sequence[Sentence], facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
    """„Bund/Hessen: Digitalisierungsoffensive in Kommunen“: whose programme it is.

    Nothing is added to what the article itself says of the two.

    Args:
        sentences: The article.
        facts: What it states otherwise.
    """
    said = {(id(f.subject), id(f.object)) for f in facts}
    kickers = [a for s in sentences if s.kind is BlockKind.KICKER for a in _named(s)]
    actors = [a.draft for a in kickers if a.draft is not None and a.type in _OWNERS and a.draft.entry is not None]
    titles = [s for s in sentences if s.kind is BlockKind.TITLE]
    if not actors or len(titles) != 1 or titles[0].tokens[-1].text == "?":
        return
    title = titles[0]
    named = [a for a in _named(title) if a.type in _MADE or a.type in BODY_TYPES]
    if len({id(a.draft) for a in named}) != 1 or named[0].type is not EntityType.PROGRAMME:
        return
    work = named[0].draft
    for actor in actors:
        if work is not None and (id(actor), id(work)) not in said:
            yield FactDraft(actor, Predicate.RESPONSIBLE_FOR, work, Modality.ASSERTED, _SURE, title, "kicker-actor")


def _named(s: Sentence) -> list[Argument]:
    return [a for a in s.arguments if a.draft is not None and not a.adjective and not a.reference]


_COMMON = ("-Anwendung", "-Lösung", "-Programm", "-Software", "-System", "-Verfahren")
"""Ends of names that tell no thing apart: „Streit um NLBV-Software“ is one about what the NLBV uses."""


def named_after(sentences: Sequence[Sentence], bodies: Sequence[Draft]) -> Iterator[FactDraft]:
    """„das Bitkom-Dataverse“: a thing whose name begins with a body that the article knows is a thing of that body.

    Args:
        sentences: The article.
        bodies: Its entities.
    """
    known = {name: d for d in bodies if d.type is EntityType.ORGANISATION for name in (d.name, *d.names)}
    seen: set[int] = set()
    for s in sentences:
        for a in _named(s):
            draft = a.draft
            if draft is None or id(draft) in seen or a.type not in _MADE or draft.name.endswith(_COMMON):
                continue
            owner = known.get(draft.name.partition("-")[0]) if "-" in draft.name else None
            if owner is not None and owner is not draft:
                seen.add(id(draft))
                yield FactDraft(owner, _MADE[draft.type], draft, Modality.ASSERTED, _SURE, s, "named-after")


def examples_of(sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
    """„die Bitkom-Indizes wie der Länderindex oder der Smart-City-Index“: examples of what a body makes are its own."""
    for s in sentences:
        for a in s.arguments:
            if a.draft is None or a.type is not EntityType.ORGANISATION:
                continue
            compound = a.adjective and "-" in s.tokens[a.last - 1].text
            owned = a.marker in {"gen", "von"} and a.head >= 0 and a.head not in s.taken
            at = a.last + (1 if s.text_at(a.last) == "," else 0)
            if not (compound or owned) or s.low_at(at) not in _EXAMPLES:
                continue
            first = next((b for b in _named(s) if b.first > at and b.begin <= at + 2), None)
            for b in _named(s) if first is not None else ():
                if b.type in _MADE and b.draft is not None and first is not None and b.group == first.group:
                    yield FactDraft(a.draft, _MADE[b.draft.type], b.draft, Modality.ASSERTED, _SURE, s, "example-of")
