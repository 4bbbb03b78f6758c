from govgraph.vocabulary.constructions import Construction, load_constructions
from govgraph.vocabulary.load import load_vocabulary
from govgraph.vocabulary.resources import ontology_dir
from govgraph.vocabulary.values import Entry, Frame, HeadNoun, ReferringNoun, Role, Vocabulary

__all__ = [
    "Construction",
    "Entry",
    "Frame",
    "HeadNoun",
    "ReferringNoun",
    "Role",
    "Vocabulary",
    "load_constructions",
    "load_vocabulary",
    "ontology_dir",
]
