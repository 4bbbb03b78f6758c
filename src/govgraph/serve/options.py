"""What `govgraph serve` can be told."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import StrEnum


class DefaultGraph(StrEnum):
    """What a query sees that names no graphs.

    Attributes:
        AUTO: The union of all graphs for a graph that govgraph has built, else as SPARQL has it (see `worker.Opened`).
        UNION: The union of all graphs.
        OWN: Only triples that stand in no named graph.
    """

    AUTO = "auto"
    UNION = "union"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """Settings of the server.

    Attributes:
        host: Address to listen at.
        port: Port; 0 for a free one.
        write: Whether the graph may be changed by those who have the token.
        token: What they show; needed with `write`, else of no use.
        timeout: Seconds after which a query, or a change, is stopped.
        rows: At most so many rows, or triples, in an answer to a query.
        memory: MiB that a query may use.
        body: MiB that a request may hold.
        processes: At most so many queries at once; 0 for twice the number of processors, at least 8.
        services: Hosts (`example.org`, `127.0.0.1:3030`) that `SERVICE` and `LOAD` may ask; `*` for all.
        origins: Web pages (`https://example.org`) whose scripts may ask; `*` for all.
        default_graph: What a query sees that names no graphs.

    Raises:
        ValueError: A number is out of its range, or there is no token to write with.
    """

    host: str = "127.0.0.1"
    port: int = 7878
    write: bool = False
    token: str = field(default="", repr=False)
    timeout: float = 30.0
    rows: int = 1_000_000
    memory: int = 2048
    body: int = 64
    processes: int = 0
    services: tuple[str, ...] = ()
    origins: tuple[str, ...] = ("*",)
    default_graph: DefaultGraph = DefaultGraph.AUTO

    def __post_init__(self) -> None:
        for name, least in (("timeout", 0.1), ("rows", 1), ("memory", 64), ("body", 1), ("processes", 0)):
            if getattr(self, name) < least:
                raise ValueError(f"{name} is {getattr(self, name)}; it must be {least} or more")
        if not 0 <= self.port <= 65535:
            raise ValueError(f"port is {self.port}; it must be 0 to 65535")
        if self.write and not self.token:
            raise ValueError("write needs a token")

    @property
    def most(self) -> int:
        """How many queries are answered at once."""
        return self.processes or max(8, 2 * (os.cpu_count() or 1))
