from govgraph.site.options import Progress, Site, SiteOptions
from govgraph.site.write import write_site

__all__ = ["Progress", "Site", "SiteOptions", "write_site"]
