"""Plain text of the trade press, from files or standard input, to pages and their articles."""

from govgraph.sources.decode import DEFAULT_LIMITS, ReadLimits
from govgraph.sources.inputs import InputRef, expand
from govgraph.sources.pages import read_page, read_text

__all__ = ["DEFAULT_LIMITS", "InputRef", "ReadLimits", "expand", "read_page", "read_text"]
