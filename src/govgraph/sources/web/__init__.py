"""Pages from the web: addresses, feeds and sitemaps, politely, through a cache, and not into the local network."""

from govgraph.sources.web.options import WebOptions

__all__ = ["WebOptions"]
