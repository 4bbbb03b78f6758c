"""Reports: what has changed and who is who, with numbered evidence, as HTML or Markdown."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
