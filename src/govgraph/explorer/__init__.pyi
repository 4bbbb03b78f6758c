from govgraph.explorer.asking import questions
from govgraph.explorer.charting import Charts, charts, map_of, maps, timeline
from govgraph.explorer.description import DESCRIBED, described
from govgraph.explorer.documents import Documents
from govgraph.explorer.marking import Piece, Span, marked
from govgraph.explorer.reviewing import review

__all__ = [
    "DESCRIBED",
    "Charts",
    "Documents",
    "Piece",
    "Span",
    "charts",
    "described",
    "map_of",
    "maps",
    "marked",
    "questions",
    "review",
    "timeline",
]
