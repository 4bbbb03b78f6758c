"""The file of what rules have inferred: beside the graph, never in it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from pyoxigraph import Quad, RdfFormat, serialize

from govgraph.errors import StoreError
from govgraph.pipeline.output import former_output, writing
from govgraph.rdf.namespaces import prefixes

INFERRED: Final = "inferred.trig"
"""Its name in an output folder. It belongs to builds: the next one takes it away, since the graph has changed."""


def write_inferences(quads: Sequence[Quad], graph: Path, out: Path | None = None) -> Path:
    """Write inferences as TriG, in the place of what was there.

    Args:
        quads: Sorted quads.
        graph: The graph that they were inferred from.
        out: File to write; None for `inferred.trig` in the output folder that holds the graph.

    Returns:
        The file.

    Raises:
        StoreError: The file cannot be written, or `graph` is no output folder and `out` is None.
    """
    if out is not None:
        _write(quads, out)
        return out
    if not former_output(graph):
        raise StoreError(f"{graph} is no output folder of a build; name a file with --out")
    with writing(graph):
        _write(quads, graph / INFERRED)
    return graph / INFERRED


def _write(quads: Sequence[Quad], path: Path) -> None:
    content = serialize(quads, format=RdfFormat.TRIG, prefixes=prefixes()) or b""
    try:
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
        path.chmod(0o644)
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}; give a file that can be written") from error
