"""Values of reconciling: what is asked, what a service is, what it suggests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from govgraph.query import Thing

Progress = Callable[[str, int, int], None]
"""Is told of a stage how many of how many things are done."""

MOST_CANDIDATES: Final = 3
PATIENCE: Final = 30.0


@dataclass(frozen=True, slots=True)
class ReconcileOptions:
    """Settings of one reconciliation.

    Attributes:
        names: Things to ask for, as people write them; all of the graph if empty.
        types: Classes that things must be of, by name or label; all if empty.
        limit: Most candidates for one thing.
        cache: Folder that keeps the answers; that of the user if None.
        refresh: Ask anew what the cache knows.
        timeout: Seconds to wait for the service to say something.
        lexicon: Turtle files that describe services, in addition to those of the ontology.
    """

    names: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    limit: int = MOST_CANDIDATES
    cache: Path | None = None
    refresh: bool = False
    timeout: float = PATIENCE
    lexicon: tuple[Path, ...] = ()

    def __post_init__(self) -> None:
        if self.limit < 1:
            raise ValueError(f"limit is {self.limit}; allowed are 1 and more")
        if not self.timeout > 0:
            raise ValueError(f"timeout is {self.timeout}; allowed are seconds above 0")


@dataclass(frozen=True, slots=True)
class ServiceType:
    """A class of things in the words of a service."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Space:
    """How identifiers of a service become IRIs.

    Attributes:
        template: IRI with `{id}` where the identifier goes, percent-encoded, or `{+id}` where it goes as it is.
        prefixes: Beginnings of IRIs that are of this space, the one that is written first.
    """

    template: str
    prefixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Service:
    """What the manifest of a service says.

    Attributes:
        url: Address that was given.
        endpoint: Address that answers; another one on the same host if the service has redirected.
        name: What it calls itself.
        version: Version of the protocol that is spoken with it.
        space: Its identifiers.
        types: Its default types, in its order.
        batch_size: Most queries in one request.
        language: Language of its names, or an empty string.
    """

    url: str
    endpoint: str
    name: str
    version: str
    space: Space
    types: tuple[ServiceType, ...]
    batch_size: int
    language: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A thing that the service knows, as the value of a property."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question to a service, in no version of the protocol.

    Attributes:
        name: Name to look for.
        type: Identifier of the type to look among, or None.
        properties: Identifiers of properties with their values.
        limit: Most candidates.
        language: Language of the name.
    """

    name: str
    type: str | None
    properties: tuple[tuple[str, tuple[str | Reference, ...]], ...]
    limit: int
    language: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a service suggests for a thing.

    Attributes:
        id: Identifier in the service.
        iri: The same as an IRI.
        name: Name as the service gives it; the identifier where it gives none.
        language: Language of the name as the service says, or an empty string.
        description: What it adds, or an empty string.
        types: Names of the types that it says the candidate has.
        score: How well it fits, on a scale of the service; None if it does not say.
        match: Whether the service is sure.
    """

    id: str
    iri: str
    name: str
    language: str
    description: str
    types: tuple[str, ...]
    score: float | None
    match: bool


@dataclass(frozen=True, slots=True)
class Suggested:
    """A thing of the graph and what the service suggests for it, best first.

    Attributes:
        entity: The thing.
        kind: Local name of its class.
        candidates: May be empty.
    """

    entity: Thing
    kind: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Answer of a service for a graph.

    Attributes:
        service: The service.
        suggested: One for each thing that was asked for, in the order of the IRIs.
        linked: How many things of the wanted classes have an identifier of the service already.
        requests: How many requests went out; 0 if the cache knew everything.
    """

    service: Service
    suggested: tuple[Suggested, ...]
    linked: int
    requests: int
