"""Part of govgraph."""
