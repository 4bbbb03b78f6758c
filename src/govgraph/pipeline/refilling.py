"""An output folder without quotes, made whole from the sources."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from govgraph.errors import StoreError
from govgraph.export import export
from govgraph.model import Quotes
from govgraph.model.serialise import shape_dumps
from govgraph.pipeline.building import write_view
from govgraph.pipeline.manifest import options_of, output_digests, write_manifest
from govgraph.pipeline.options import Progress, silent
from govgraph.pipeline.output import FOLDER, readings_folder, staged
from govgraph.pipeline.redaction import restored
from govgraph.pipeline.rehydrating import Rehydration, rehydrate
from govgraph.pipeline.updates import refuse_updates
from govgraph.sources.web import WebOptions
from govgraph.store import DiskStore, GraphReader, GraphStore, MemoryStore


def refill(  # noqa: PLR0913 - a folder, where to, and what `rehydrate` takes
    folder: Path,
    store: GraphReader,
    inputs: Sequence[str] = (),
    out: Path | None = None,
    progress: Progress = silent,
    *,
    fetch: bool = False,
    web: WebOptions | None = None,
) -> Rehydration:
    """Fill the quotes in an output folder: graph, records, store and network page are those of a build with quotes.

    Args:
        folder: Output folder of a build.
        store: The graph in it.
        inputs: Sources as for `rehydrate`.
        out: Folder to fill; None for the same. What was there is replaced as by a build.
        progress: Told about each page that is read.
        fetch: As for `rehydrate`.
        web: How addresses are fetched; as the build did if None.

    Raises:
        StoreError: The folder holds no build, or `out` cannot be written.
    """
    options = replace(options_of(folder), quotes=Quotes.FULL)
    before = len(store)
    reading = options if web is None else replace(options, web=web)
    done = rehydrate(store, inputs, reading, progress, fetch=fetch)
    target = out or folder
    with staged(target) as new:
        refuse_updates(target)
        filled: GraphStore = DiskStore(new / "store") if options.store else MemoryStore()
        try:
            filled.load(done.quads)
            export(filled, "turtle", new / "graph.ttl")
            export(filled, "trig", new / "graph.trig")
            if options.view:
                write_view(filled, new / "network.html", options)
            after = len(filled)
        finally:
            filled.close()
        _records(folder / "records", new / "records", done)
        shutil.copyfile(folder / "issues.jsonl", new / "issues.jsonl")
        readings = readings_folder(folder)
        if readings.is_dir():
            shutil.copytree(readings, new / FOLDER)
        told = _manifest(folder)
        told["options"]["quotes"] = Quotes.FULL.value
        told["counts"]["quads"] += after - before
        told["outputs"] = output_digests(new)
        write_manifest(new / "manifest.json", told)
    return done


def _records(former: Path, new: Path, done: Rehydration) -> None:
    new.mkdir()
    for path in sorted(former.glob("*.json")):
        try:
            shape = json.loads(path.read_text(encoding="utf-8"))
            content = shape_dumps(restored(shape, done.texts, done.quotes))
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{path}: no record of a build ({error}); build again") from error
        (new / path.name).write_text(content, encoding="utf-8", newline="\n")


def _manifest(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return told
