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
        return [d for d in found if d.name.casefold() not in authors and not _asks(s, d)]

    for s in sentences:
        addressed = addressee(s)
        if addressed is not None:
            return addressed
    for s in sentences:
        if s.kind in _OPENING:
            named = people(s)
            if named:
                return named[0]
    return None


def addressee(s: Sentence) -> Draft | None:
    """Whom a question calls by name: „Herr Dr. Baier, …“."""
    if s.kind is not BlockKind.QUESTION:
        return None
    for i in range(min(len(s.tokens), 6)):
        if s.tokens[i].text in {"Herr", "Frau"}:
            for j in (i, i + 1, i + 2):
                a = s.taken.get(j)
                if a is not None and a.type is EntityType.PERSON and a.draft is not None and not a.reference:
                    return a.draft
            return None
    return None


def _asks(s: Sentence, person: Draft) -> bool:
    """„Das Gespräch führte …“, „im Gespräch mit …“: the one who asks."""
    for a in s.arguments:
        if a.draft is person:
            before = s.lower[max(0, a.first - 4) : a.first]
            return any(w in {"führte", "führten", "stellte", "stellten", "fragte"} for w in before) or (
                before[-2:] == ["gespräch", "mit"] and s.kind is BlockKind.LEAD
            )
    return False


def group_of(person: Draft | None, offices: Sequence[OfficeDraft], cast: Cast) -> Draft | None:
    """What „wir“ stands for: the Land or town of the person's office, else the body; None where no office tells."""
    if person is None:
        return cast.home
    own = [o for o in offices if o.person is person and o.body is not None]
    ministries = [o.body for o in own if o.body is not None and o.body.kind == "Ministry"]
    if ministries:
        cast.body = ministries[0]
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
    return others[0] if others else None


def spoken_for(person: Draft, sentences: Sequence[Sentence]) -> Draft | None:
    """The town or body that title, lead and captions name right after a person: „X, CISO bei dem Dienstleister“."""
    for s in sentences:
        if s.kind not in _OPENING or s.kind is BlockKind.QUESTION:
            continue
        row = sorted((a for a in s.arguments if a.draft is not None and not a.adjective), key=lambda a: a.first)
        for number, a in enumerate(row):
            if a.draft is not person:
                continue
            for b in row[number + 1 :]:
                if b.type is EntityType.PERSON:
                    break
                if b.draft is not None and b.draft.kind in _BOARD:
                    continue
                if b.type in {EntityType.ORGANISATION, EntityType.MUNICIPALITY, EntityType.JURISDICTION}:
                    return b.draft
    return None
