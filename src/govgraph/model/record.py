"""What extraction hands on: entities, offices and facts of one article, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from govgraph.errors import RecordError
from govgraph.model.page import Article
from govgraph.model.terms import EntityType, Modality, Predicate, Status


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place where an entity is named. `text == article.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The sentence (or heading, caption, question with answer) that a statement was read from.

    Offsets count Unicode code points in the article's text, and `quote == article.text[start:end]`.
    """

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing of one article.

    Attributes:
        id: IRI; the same thing in another article has the same one.
        name: Fullest name, nominative.
        type: Coarse type, as in the guidelines.
        aliases: Other surface forms in this article.
        mentions: Where it is named, in order.
        kind: Local name of the most specific class of the ontology (`Committee`, `State`), or the coarse type.
        jurisdiction: IRI of the Land, Bund or EU that the article ties it to, or None.
    """

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    kind: str
    jurisdiction: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A person holds (held, will hold) a role in a body, as the article says.

    Attributes:
        person: IRI of an entity of the article.
        role: Normalised masculine German title, or `CIO`, `CDO`, `CISO`.
        role_id: IRI of the role in `ontology/roles.ttl`, or None for a title that it does not list.
        organisation: IRI of an entity of the article, or None where the article names none.
        status: How it is held.
        since: Begin as said: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or None.
        until: End as said, in the same forms, or None.
        confidence: 0 to 1.
        evidence: Sentences that say so; never empty.
        rule: Name of the frame or construction in `ontology/` that read it.
    """

    person: str
    role: str
    role_id: str | None
    organisation: str | None
    status: Status
    since: str | None
    until: str | None
    confidence: float
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between two entities of the article.

    Attributes:
        subject: IRI of an entity of the article.
        predicate: Relation.
        object: IRI of an entity of the article.
        modality: How it is said to hold.
        confidence: 0 to 1.
        evidence: Sentences that say so; never empty.
        rule: Name of the frame or construction in `ontology/` that read it.
        speaker: IRI of the person in whose quoted words it stands, or None.
    """

    subject: str
    predicate: Predicate
    object: str
    modality: Modality
    confidence: float
    evidence: tuple[Evidence, ...]
    rule: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article with all that was read from it. Entities, offices and facts are sorted and free of repetition."""

    article: Article
    entities: tuple[Entity, ...]
    offices: tuple[Office, ...]
    facts: tuple[Fact, ...]

    def check(self) -> None:
        """Hold the record to its contract.

        Raises:
            RecordError: A quote or mention that is not at its offsets, a statement without evidence,
                or a statement about an entity that the record does not list.
        """
        text = self.article.text
        known = {entity.id for entity in self.entities}
        for entity in self.entities:
            for mention in entity.mentions:
                if text[mention.start : mention.end] != mention.text:
                    raise RecordError(f"{self.article.id}: mention {mention.text!r} is not at {mention.start}")
        statements: tuple[Office | Fact, ...] = (*self.offices, *self.facts)
        for statement in statements:
            if not statement.evidence:
                raise RecordError(f"{self.article.id}: a statement without evidence: {statement}")
            for evidence in statement.evidence:
                if text[evidence.start : evidence.end] != evidence.quote:
                    raise RecordError(f"{self.article.id}: quote {evidence.quote[:40]!r} is not at {evidence.start}")
            ends = (
                (statement.person, statement.organisation)
                if isinstance(statement, Office)
                else (statement.subject, statement.object)
            )
            missing = {end for end in ends if end is not None} - known
            if missing:
                raise RecordError(f"{self.article.id}: statement about unlisted {sorted(missing)}")


@dataclass(frozen=True, slots=True)
class Record:
    """One page read: the value that `govgraph extract` writes as `NAME.json`."""

    page: str
    source: str
    articles: tuple[ArticleRecord, ...]
