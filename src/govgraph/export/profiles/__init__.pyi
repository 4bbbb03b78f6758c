from govgraph.export.profiles.checking import check
from govgraph.export.profiles.write import PROFILES, export_profile, render_profile

__all__ = ["PROFILES", "check", "export_profile", "render_profile"]
