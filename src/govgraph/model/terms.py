"""Closed sets of terms that stages exchange.

The ontology declares and describes every term; these enumerations are what the type checker sees of it.
`tests/unit/vocabulary/test_terms.py` holds the two together: a term that stands in one place only fails.
"""

from __future__ import annotations

from enum import StrEnum


class EntityType(StrEnum):
    """Types of named things, as in the annotation guidelines (coarse classes of the ontology)."""

    PERSON = "Person"
    JURISDICTION = "Jurisdiction"
    MUNICIPALITY = "Municipality"
    ORGANISATION = "Organisation"
    LAW = "Law"
    PROGRAMME = "Programme"
    SYSTEM = "System"
    SERVICE = "Service"
    EVENT = "Event"
    DOCUMENT = "Document"


class Quotes(StrEnum):
    """How much of the words of articles a graph holds. Places and digests of the words stand in every graph."""

    FULL = "full"
    SHORT = "short"
    NONE = "none"


class Predicate(StrEnum):
    """Relations between two entities; the value is the local name in the `gov:` namespace."""

    MEMBER_OF = "memberOf"
    REPRESENTS = "represents"
    CHAIRS = "chairs"
    PART_OF = "partOf"
    RESPONSIBLE_FOR = "responsibleFor"
    IMPLEMENTS = "implements"
    PILOTS = "pilots"
    DEVELOPS = "develops"
    COOPERATES_WITH = "cooperatesWith"
    PUBLISHES = "publishes"
    ADOPTS = "adopts"
    PARTICIPATES_IN = "participatesIn"
    ORGANISES = "organises"
    HELD_IN = "heldIn"
    LOCATED_IN = "locatedIn"
    FUNDS = "funds"
    SUCCEEDS = "succeeds"
    BASED_ON = "basedOn"


class Modality(StrEnum):
    """How a fact is said to hold. Denied, doubted and merely demanded things are no facts at all."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    REPORTED = "reported"
    ENDED = "ended"


class Status(StrEnum):
    """How an office is said to be held."""

    CURRENT = "current"
    NEW = "new"
    FORMER = "former"
    DESIGNATED = "designated"
    ACTING = "acting"


class Genre(StrEnum):
    """Kinds of article."""

    INTERVIEW = "interview"
    REPORT = "report"
    NEWS = "news"
    TEASER = "teaser"


class BlockKind(StrEnum):
    """What a stretch of an article's text is. `FURNITURE` and `CREDIT` are addressable but never read for facts."""

    KICKER = "kicker"
    TITLE = "title"
    DATELINE = "dateline"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUESTION = "question"
    ANSWER = "answer"
    PULL_QUOTE = "pullQuote"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    CONTACT = "contact"
    FURNITURE = "furniture"
