from govgraph.resolve.comparing import VersionRule
from govgraph.resolve.judgements import (
    Corrections,
    Identification,
    Outcome,
    Review,
    Side,
    appearances,
    article_judgements,
    contradiction,
    found_again,
    is_article,
    merged_things,
    person_judgements,
    tell_of_articles,
)
from govgraph.resolve.observations import Bound, BoundRule, Observation, Period
from govgraph.resolve.people import Anchor
from govgraph.resolve.periods import periods
from govgraph.resolve.rebase import rebased
from govgraph.resolve.renaming import rename
from govgraph.resolve.resolver import Judgements, Likely, Resolution, Resolver, decided, resolve, resolved
from govgraph.resolve.reviewing import Assertions, Rejections, ends_of, opposite, tell_of_reviews, with_ends
from govgraph.resolve.succeeded import succeeded
from govgraph.resolve.turns import Turn
from govgraph.resolve.versions import NO_VERSIONS, Version, Versions, find_versions

__all__ = [
    "NO_VERSIONS",
    "Anchor",
    "Assertions",
    "Bound",
    "BoundRule",
    "Corrections",
    "Identification",
    "Judgements",
    "Likely",
    "Observation",
    "Outcome",
    "Period",
    "Rejections",
    "Resolution",
    "Resolver",
    "Review",
    "Side",
    "Turn",
    "Version",
    "VersionRule",
    "Versions",
    "appearances",
    "article_judgements",
    "contradiction",
    "decided",
    "ends_of",
    "find_versions",
    "found_again",
    "is_article",
    "merged_things",
    "opposite",
    "periods",
    "person_judgements",
    "rebased",
    "rename",
    "resolve",
    "resolved",
    "succeeded",
    "tell_of_articles",
    "tell_of_reviews",
    "with_ends",
]
