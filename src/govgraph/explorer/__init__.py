"""The documents that the explorer shows: what the graph holds on one thing, article or statement, as JSON."""

from govgraph.explorer.documents import Documents
from govgraph.explorer.marking import Piece, Span, marked

__all__ = ["Documents", "Piece", "Span", "marked"]
