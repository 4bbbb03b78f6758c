from govgraph.explorer.documents import Documents
from govgraph.explorer.marking import Piece, Span, marked

__all__ = ["Documents", "Piece", "Span", "marked"]
