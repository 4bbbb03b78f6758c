from govgraph.explorer.asking import questions
from govgraph.explorer.charting import charts, map_of, maps, timeline
from govgraph.explorer.documents import Documents
from govgraph.explorer.marking import Piece, Span, marked

__all__ = ["Documents", "Piece", "Span", "charts", "map_of", "maps", "marked", "questions", "timeline"]
