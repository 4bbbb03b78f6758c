from govgraph.vocabulary.load import load_vocabulary
from govgraph.vocabulary.resources import ontology_dir
from govgraph.vocabulary.values import Entry, Frame, HeadNoun, ReferringNoun, Role, Vocabulary

__all__ = ["Entry", "Frame", "HeadNoun", "ReferringNoun", "Role", "Vocabulary", "load_vocabulary", "ontology_dir"]
