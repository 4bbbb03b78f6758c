"""Names: what an article calls by name, and of what type it is."""
