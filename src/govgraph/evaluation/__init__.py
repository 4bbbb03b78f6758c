"""Comparing records with hand-made annotations, by the rules of the annotation guidelines."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
