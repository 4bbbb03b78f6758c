"""Mentions across articles become canonical entities."""

from govgraph.resolve.people import Anchor
from govgraph.resolve.rebase import rebased
from govgraph.resolve.resolver import Judgements, Likely, Resolution, Resolver, resolve, resolved

__all__ = ["Anchor", "Judgements", "Likely", "Resolution", "Resolver", "rebased", "resolve", "resolved"]
