"""Who is interviewed, and for whom that person speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import BlockKind, EntityType, Genre

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.naming import Cast
    from govgraph.extract.state import Draft, OfficeDraft, Sentence
    from govgraph.model import Article

_OPENING = frozenset({BlockKind.TITLE, BlockKind.LEAD, BlockKind.CAPTION, BlockKind.QUESTION})
_BOARD = frozenset({"Committee", "Commission"})


def interviewee(article: Article, sentences: Sequence[Sentence]) -> Draft | None:
    """The person who says „ich“: addressed by name in a question, else named first in title, lead or caption.

    None where the article is no interview, or where several people answer (speaker labels then decide).
    """
    if article.genre is not Genre.INTERVIEW:
        return None
    kinds = {block.kind for block in article.blocks}
    if BlockKind.ANSWER not in kinds:
        return None
    authors = {a.casefold() for a in article.authors}

    def people(s: Sentence) -> list[Draft]:
        found = [
            a.draft for a in s.arguments if a.type is EntityType.PERSON and a.draft is not None and not a.reference
        ]
        return [d for d in found if d.name.casefold() not in authors]

    for s in sentences:
        if s.kind is BlockKind.QUESTION and s.tokens[0].text in {"Herr", "Frau"}:
            named = people(s)
            if named:
                return named[0]
    for s in sentences:
        if s.kind in _OPENING:
            named = people(s)
            if named:
                return named[0]
    return None


def group_of(person: Draft | None, offices: Sequence[OfficeDraft], cast: Cast) -> Draft | None:
    """What „wir“ stands for: the Land or town of the person's office, else the body, else the Land of the article."""
    if person is None:
        return cast.home
    own = [o for o in offices if o.person is person and o.body is not None]
    ministries = [o.body for o in own if o.body is not None and o.body.kind == "Ministry"]
    cast.body = ministries[0] if ministries else None
    for office in own:
        body = office.body
        if body is None or body.kind in _BOARD:
            continue
        if body.type in {EntityType.JURISDICTION, EntityType.MUNICIPALITY}:
            return body
        if body.kind in {"Ministry", "Government"} and (body.jurisdiction or cast.home) is not None:
            return body.jurisdiction or cast.home
    if cast.town is not None:
        return cast.town
    others = [
        o.body
        for o in own
        if o.body is not None and o.body.type is EntityType.ORGANISATION and o.body.kind not in _BOARD
    ]
    return others[0] if others else cast.home
