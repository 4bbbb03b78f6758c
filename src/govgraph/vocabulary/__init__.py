"""Closed namespaces and what `ontology/` knows: lexicon, roles, word lists, frames."""
