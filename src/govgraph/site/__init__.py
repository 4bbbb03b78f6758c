"""The explorer without a server: a folder for any web host, or one file."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
