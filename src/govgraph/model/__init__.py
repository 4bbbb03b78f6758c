"""Values that stages exchange: frozen, slotted, deeply immutable."""

from govgraph.model.identifiers import BASE, NAMESPACE, OWN, article_iri, digest, entity_iri, own_name, slug
from govgraph.model.page import Article, Block, Issue, Page
from govgraph.model.record import ArticleRecord, Entity, Evidence, Fact, Mention, Office, Record
from govgraph.model.terms import BlockKind, EntityType, Genre, Modality, Predicate, Quotes, Status

__all__ = [
    "BASE",
    "NAMESPACE",
    "OWN",
    "Article",
    "ArticleRecord",
    "Block",
    "BlockKind",
    "Entity",
    "EntityType",
    "Evidence",
    "Fact",
    "Genre",
    "Issue",
    "Mention",
    "Modality",
    "Office",
    "Page",
    "Predicate",
    "Quotes",
    "Record",
    "Status",
    "article_iri",
    "digest",
    "entity_iri",
    "own_name",
    "slug",
]
