from govgraph.resolve.comparing import VersionRule
from govgraph.resolve.judgements import (
    Corrections,
    Identification,
    Outcome,
    Review,
    Reviewer,
    Side,
    appearances,
    article_judgements,
    contradiction,
    is_article,
    merged_things,
    opposite,
    person_judgements,
    tell_of_articles,
)
from govgraph.resolve.people import Anchor
from govgraph.resolve.periods import Bound, BoundRule, Observation, Period, periods
from govgraph.resolve.rebase import rebased
from govgraph.resolve.renaming import rename
from govgraph.resolve.resolver import Judgements, Likely, Resolution, Resolver, resolve, resolved
from govgraph.resolve.versions import NO_VERSIONS, Version, Versions, find_versions

__all__ = [
    "NO_VERSIONS",
    "Anchor",
    "Bound",
    "BoundRule",
    "Corrections",
    "Identification",
    "Judgements",
    "Likely",
    "Observation",
    "Outcome",
    "Period",
    "Resolution",
    "Resolver",
    "Review",
    "Reviewer",
    "Side",
    "Version",
    "VersionRule",
    "Versions",
    "appearances",
    "article_judgements",
    "contradiction",
    "find_versions",
    "is_article",
    "merged_things",
    "opposite",
    "periods",
    "person_judgements",
    "rebased",
    "rename",
    "resolve",
    "resolved",
    "tell_of_articles",
]
