"""Records → quads, with provenance and what follows from them; SHACL."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
