from govgraph.export.profiles import PROFILES, check, export_profile, render_profile
from govgraph.export.write import FORMATS, export, quoting, render

__all__ = ["FORMATS", "PROFILES", "check", "export", "export_profile", "quoting", "render", "render_profile"]
