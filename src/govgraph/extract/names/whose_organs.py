"""Organs that share a common noun for a name and differ by whose they are: „der Digitalrat des Landes Berlin“."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.state import PLACES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Draft, Sentence

_OWNING = frozenset({"gen", "von"})
_PLACES = (PLACES | {EntityType.ORGANISATION}, frozenset({EntityType.JURISDICTION}))
"""Who owns an organ, and who one of a longer name: „die Kieler Staatskanzlei“ is no other."""
_BODIES = PLACES | {EntityType.ORGANISATION, EntityType.PERSON}
"""What „ihr“ and „sein“ may speak of."""
_THEIRS = ("ihr", "sein")
_WITHIN = "in"
"""Marker of a body whose organ one is: „der Digitalausschuss im Landtag“."""


class _Named(NamedTuple):
    """Where an organ is named, and the place whose it is there, if that is told."""

    sentence: Sentence
    argument: Argument
    owner: Draft | None


def part_organs(sentences: Sequence[Sentence], cast: Cast) -> None:
    """Give each place an organ of its own where an article names those of several alike.

    An organ of the lexicon stays that of the Land that the lexicon names. Where no owner is told it is the one that
    was last spoken of.
    """
    ends = tuple(cast.knowledge.words("organ-nouns"))
    named: dict[int, list[_Named]] = defaultdict(list)
    organs: dict[int, Draft] = {}
    for s in sentences:
        for a in s.arguments:
            if a.draft is not None and a.last == a.first + 1 and _is_organ(s, a, a.draft, ends):
                organs[id(a.draft)] = a.draft
                named[id(a.draft)].append(_Named(s, a, _owner(s, a, _PLACES[" " in a.draft.name])))
    for key, places in named.items():
        _part(organs[key], places, cast)


def _is_organ(s: Sentence, a: Argument, draft: Draft, ends: tuple[str, ...]) -> bool:
    """Whether a name is a common noun that others have, too: for an organ, or the first of a longer name."""
    if a.adjective or a.reference or a.type is not EntityType.ORGANISATION:
        return False
    noun = _nominative(s.tokens[a.first].text)
    longer = draft.name.startswith(f"{noun} ")
    return longer or noun.lower().endswith(ends)


def _owner(s: Sentence, organ: Argument, types: frozenset[EntityType]) -> Draft | None:
    """„der Digitalrat des Landes Berlin“, „der Ulmer Digitalbeirat“, „Ulm und sein Digitalbeirat“; none of several."""
    behind = [a for a in s.arguments if a.type in types and a.head == organ.first and _owns(a)]
    before = s.taken.get(organ.first - 1)
    if before is not None and before.adjective and before.type in types:
        behind.append(before)
    if not behind and s.low_at(organ.first - 1).startswith(_THEIRS):
        behind = [a for a in s.arguments if a.last < organ.first and a.type in _BODIES and a.draft is not None]
        behind = behind if all(a.type in PLACES and not a.adjective for a in behind) else []
    return behind[0].draft if len(behind) == 1 else None


def _owns(a: Argument) -> bool:
    return a.marker in _OWNING or (a.marker == _WITHIN and a.type is EntityType.ORGANISATION)


def _part(organ: Draft, places: Sequence[_Named], cast: Cast) -> None:
    first = _first_owner(organ, places)
    others = [p.owner for p in places if p.owner is not None and p.owner is not first]
    if first is None or not others:
        return
    if organ.entry is None and first.name not in organ.name:
        cast.lengthen(organ, f"{organ.name} {first.name}")
    meant = organ
    for s, a, owner in places:
        if owner is not None:
            meant = organ if owner is first else _organ_of(owner, organ, s, a, cast)
        if meant is not organ:
            span = (s.starts[a.first], s.end_of(a.last - 1))
            a.draft = meant
            organ.mentions.discard(span)
            meant.add(*span)


def _first_owner(organ: Draft, places: Sequence[_Named]) -> Draft | None:
    """Whose an organ is by its name or the lexicon, else by the first words on it that tell."""
    owners = [p.owner for p in places if p.owner is not None]
    if organ.entry is not None or " " in organ.name:
        return next((owner for owner in owners if owner.name in organ.name), organ.jurisdiction)
    return owners[0] if owners else None


def _organ_of(owner: Draft, organ: Draft, s: Sentence, a: Argument, cast: Cast) -> Draft:
    word = _nominative(s.tokens[a.first].text)
    draft = cast.named(f"{word} {owner.name}", organ.type, organ.kind)
    draft.names.add(word)
    draft.jurisdiction = owner if owner.type is EntityType.JURISDICTION else owner.jurisdiction
    return draft


def _nominative(noun: str) -> str:
    """„Digitalrats“, „Ausschusses“ without the ending of the genitive; „Ausschuss“ has none."""
    return noun.removesuffix("es") if noun.endswith("sses") else noun if noun.endswith("ss") else noun.removesuffix("s")
