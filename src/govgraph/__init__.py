"""govgraph: German e-government news as an RDF graph with evidence."""
