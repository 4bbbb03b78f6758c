"""HTML pages: tags, metadata and layout profiles to sketches of articles."""

from govgraph.sources.html.reading import read_html

__all__ = ["read_html"]
