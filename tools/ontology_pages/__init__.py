"""Makes the documentation of the ontology from its Turtle files."""
