"""Who an article calls by a title that, by its own words, somebody else has by now."""

from __future__ import annotations

from govgraph.model import ArticleRecord, Modality, Office, Predicate, Status

_FOLLOWED = frozenset({Modality.ASSERTED, Modality.PLANNED, Modality.ENDED})


def succeeded(article: ArticleRecord) -> frozenset[Office]:
    """Offices that were the holder's before another, though the article uses the title as if nothing had been.

    „Seit Februar ist sie CIO. Ihr Vorgänger, CIO Max Neu, hatte das Amt nebenher.“ Who is called new may be told of
    ahead, so that the other is still there; who is said to succeed and to be in the office is there already.
    """
    follows = {
        (fact.object, fact.subject)
        for fact in article.facts
        if fact.predicate is Predicate.SUCCEEDS and fact.modality in _FOLLOWED
    }
    if not follows:
        return frozenset()
    date = article.article.date or ""
    there = {
        (one.person, _place(one))
        for one in article.offices
        if one.status is Status.CURRENT and not (one.since and one.since > date) and one.until is None
    }
    return frozenset(
        one
        for one in article.offices
        if one.status is Status.CURRENT
        and one.until is None
        and any(
            before == one.person and (after, _place(one)) in there and (after, before) not in follows
            for before, after in follows
        )
    )


def _place(office: Office) -> tuple[str, str | None]:
    return office.role_id or office.role, office.organisation
