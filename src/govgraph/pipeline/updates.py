"""Changes of a store that no build has made, such as SPARQL updates to a served build: a build would undo them."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from govgraph.errors import StoreError
from govgraph.pipeline.manifest import file_digest
from govgraph.pipeline.output import former_output
from govgraph.store import DiskStore
from govgraph.written import MANIFEST

_GRAPH = "graph.trig"
_STORE = "store"


def refuse_updates(out: Path) -> None:
    """See that a build into a folder undoes nothing that somebody else has written into its store.

    A store that nobody has opened to write since it was built is not looked at. Of another one each quad is held
    against `graph.trig`, which holds what the build wrote.

    Args:
        out: Output folder; the caller holds it by `writing`.

    Raises:
        StoreError: The store holds something else.
    """
    store, manifest = out / _STORE, out / MANIFEST
    if not former_output(out) or not store.is_dir() or not _written_since(store, manifest):
        return
    more, fewer = _differences(store, out / _GRAPH)
    if not more and not fewer:
        return
    told = " ".join(f"{sign}{count}" for count, sign in ((more, "+"), (fewer, "−")) if count)
    if not _is_as_built(out):
        told = "other"
    raise StoreError(
        f"{store} holds changes that no build wrote ({told} quads against {_GRAPH}), such as SPARQL updates, and a "
        f"build would undo them; copy them with `govgraph export --graph {out} --format trig --out FILE`, or let them "
        f"go with `govgraph build --out {out} --drop-updates`"
    )


def _written_since(store: Path, manifest: Path) -> bool:
    try:
        built = manifest.stat().st_mtime_ns
        return any(path.stat().st_mtime_ns > built for path in store.rglob("*"))
    except OSError:
        return True


def _differences(folder: Path, graph: Path) -> tuple[int, int]:
    """Number of quads that only a store has, and that only a file has; none where one of them cannot be read."""
    # a build mends what is damaged
    with suppress(StoreError, OSError, SyntaxError, ValueError), DiskStore(folder, read_only=True) as store:
        there = both = 0
        for quad in parse(path=graph, format=RdfFormat.TRIG):
            there += 1
            found = store.match(quad.subject, quad.predicate, quad.object, quad.graph_name)
            both += next(found, None) is not None
        return len(store) - both, there - both
    return 0, 0


def _is_as_built(out: Path) -> bool:
    try:
        told = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        return bool(told["outputs"][_GRAPH] == file_digest(out / _GRAPH))
    except (OSError, ValueError, KeyError, TypeError):
        return False
