"""IRIs under a base of the user's own."""

from __future__ import annotations

from dataclasses import replace

from govgraph.model import BASE, ArticleRecord
from govgraph.resolve.renaming import rename


def rebased(one: ArticleRecord, base: str) -> ArticleRecord:
    """Move the IRIs of an article's things from the usual base to another.

    Readers name what they know as the reference data do, under the usual base, and all else under the base they are
    given. What gets one IRI by the move is joined. IRIs of other bases, as a lexicon may give them, stay.

    Args:
        one: What was read with that base.
        base: Start of the IRIs, without a slash at its end.
    """
    if base == BASE:
        return one

    def moved(iri: str) -> str:
        return base + iri.removeprefix(BASE) if iri.startswith(f"{BASE}/") else iri

    offices = tuple(replace(each, role_id=each.role_id and moved(each.role_id)) for each in one.offices)
    named = {iri for each in one.entities for iri in (each.id, each.jurisdiction) if iri}
    done = rename(replace(one, offices=offices), {iri: moved(iri) for iri in named})
    return replace(
        done,
        entities=tuple(sorted(done.entities, key=lambda each: each.id)),
        offices=tuple(sorted(done.offices, key=lambda each: (each.person, each.role, each.organisation or ""))),
        facts=tuple(sorted(done.facts, key=lambda each: (each.subject, each.predicate, each.object, each.modality))),
    )
