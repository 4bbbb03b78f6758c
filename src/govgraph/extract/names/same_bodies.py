"""Two names of one body in an article: „die DigitalAgentur“, „die DigitalAgentur Brandenburg (DABB)“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.names.entities import arguments_of
from govgraph.extract.places import other_adjectives, town_adjectives
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Draft, Sentence

_SHORTEST_TOWN = 3
_ADJECTIVE = re.compile(r"^[A-ZÄÖÜ][a-zäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)*(?:e|er|es)$")


def join_bodies(sentences: Sequence[Sentence], cast: Cast, knowledge: Knowledge) -> None:
    """Let a body be the one of the article whose longer name holds its own, if there is no more than one of these.

    The shorter name begins the longer one, or follows adjectives in it; one of both tells that it is a body by its
    first noun, or the lexicon knows the longer one.

    Args:
        sentences: Sentences of the article, with the names that stand in them.
        cast: Its entities; a body that is another one is no longer one of them.
        knowledge: Compiled vocabulary.
    """
    longer: dict[str, list[tuple[Draft, str]]] = {}
    formed: dict[str, list[Draft]] = {}
    forms = knowledge.words("forms-of-bodies")
    bodies = [d for d in cast.drafts if d.type is EntityType.ORGANISATION and d.mentions]
    for draft in bodies:
        words = draft.name.split(" ")
        if words[0] in forms:
            # „die Emsland-IT“, „der Zweckverband Emsland-IT“
            formed.setdefault(" ".join(words[1:]), []).append(draft)
        while len(words) > 1 and _ADJECTIVE.match(words[0]):
            longer.setdefault(words[1], []).append((draft, " ".join(words[1:])))
            words = words[1:]
        longer.setdefault(draft.name.split(" ", 1)[0], []).append((draft, draft.name))
    arguments = None
    of_towns = _by_adjective(bodies)
    for draft in bodies:
        if draft.entry is not None or draft.inner:
            continue
        held = {
            id(other): other
            for other, name in longer.get(draft.name.split(" ", 1)[0], ())
            if other is not draft and _begins(draft.name, name) and _may_be(draft, other, knowledge)
        }
        held = held or {
            id(other): other
            for other in of_towns.get(draft.name.split(" ", 1)[0], ())
            if other is not draft and _is_of_town(draft.name, other.name)
        }
        held = held or {id(other): other for other in formed.get(draft.name, ()) if other is not draft}
        if len(held) == 1:
            arguments = arguments if arguments is not None else arguments_of(sentences)
            cast.merge(draft, next(iter(held.values())), arguments)


def _by_adjective(bodies: Iterable[Draft]) -> dict[str, list[Draft]]:
    """Bodies that a noun and a town name, by the adjectives of the town: „Universitätsklinikum Jena“ by „Jenaer“."""
    found: dict[str, list[Draft]] = {}
    for draft in bodies:
        _, _, town = draft.name.partition(" ")
        if " " not in town and len(town) >= _SHORTEST_TOWN:
            for adjective in {*town_adjectives(town), *other_adjectives(town)}:
                found.setdefault(adjective, []).append(draft)
    return found


def _begins(short: str, long: str) -> bool:
    """Whether a name begins another one with whole words: „Landesamt für Soziales“, „… für Soziales, Jugend und …“."""
    return long.startswith(short) and long[len(short) : len(short) + 1] in {"", " ", ","}


def _is_of_town(short: str, long: str) -> bool:
    """Whether an adjective and a noun tell a body by its town: „Jenaer Klinikum“ for „Universitätsklinikum Jena“.

    >>> _is_of_town("Jenaer Klinikum", "Universitätsklinikum Jena")
    True
    >>> _is_of_town("Jenaer Klinikum", "Klinikum Gera")
    False
    """
    adjective, _, noun = short.partition(" ")
    kind, _, town = long.rpartition(" ")
    if not adjective.endswith("er") or not noun or " " in noun or " " in kind or len(town) < _SHORTEST_TOWN:
        return False
    return (
        adjective in (*town_adjectives(town), *other_adjectives(town))
        and kind.lower().endswith(noun.lower())
        and kind[:1].isupper()
    )


def _may_be(draft: Draft, other: Draft, knowledge: Knowledge) -> bool:
    """Whether nothing speaks against it that a body is the one with the longer name."""
    lands = (draft.jurisdiction, other.jurisdiction)
    federal = draft.name.startswith("Bundes")
    if None not in lands and lands[0] is not lands[1] and not federal:
        # „das Landesamt“ of one Land is not the Landesamt of another
        return False
    if other.name.removeprefix(draft.name + " ").replace(" ", "") in knowledge.words("legal-forms"):
        # „die KomIT Pfalz AöR … die KomIT Pfalz“
        return True
    head = knowledge.head_of(draft.name.split(" ", 1)[0])
    return other.entry is not None or (head is not None and head[0].type is EntityType.ORGANISATION)
