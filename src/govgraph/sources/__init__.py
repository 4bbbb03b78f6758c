"""Plain text of the trade press, from files or standard input, to pages and their articles."""

from govgraph.sources.decode import DEFAULT_LIMITS, ReadLimits
from govgraph.sources.inputs import STANDARD_INPUT, InputRef, expand, named
from govgraph.sources.pages import read_page, read_text

__all__ = [
    "DEFAULT_LIMITS",
    "STANDARD_INPUT",
    "InputRef",
    "ReadLimits",
    "expand",
    "named",
    "read_page",
    "read_text",
]
