"""`manifest.json`: what a build was made of and what it made, by digest. It holds no time and no machine."""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import govgraph
from govgraph.errors import StoreError, VocabularyError
from govgraph.model import Issue, Quotes
from govgraph.pipeline.extraction import lexicon_digests
from govgraph.pipeline.options import BuildOptions
from govgraph.pipeline.output import former_output
from govgraph.pipeline.readings import PageOutcome
from govgraph.pipeline.result import Counts
from govgraph.vocabulary import ontology_dir

_LIBRARIES = ("ahocorasick-rs", "networkx", "numpy", "pyoxigraph", "pyvis", "rapidfuzz", "rdflib", "rensa", "simplemma")


_UNSTABLE = ("readings", "store")
"""What an output folder keeps for later builds; it knows of removed articles, and a store has no stable bytes."""


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def ontology_digests() -> dict[str, str]:
    """SHA-256 of each Turtle file of the ontology that pages are read with, by name."""
    folder = ontology_dir()
    return {path.name: file_digest(path) for path in sorted(folder.glob("*.ttl"))}


def rule_digests() -> dict[str, str]:
    """SHA-256 of each file of rules for contradictions, by its path in the ontology."""
    folder = ontology_dir()
    return {path.relative_to(folder).as_posix(): file_digest(path) for path in sorted(folder.glob("rules/*.ttl"))}


def manifest(
    options: BuildOptions, outcomes: Sequence[PageOutcome], issues: Sequence[Issue], counts: Counts, folder: Path
) -> dict[str, Any]:
    """Manifest of the files in `folder`.

    Args:
        options: Settings of the build. `workers` is left out, since it changes no byte.
        outcomes: Inputs in their order.
        issues: Everything that goes into `issues.jsonl`.
        counts: What was found.
        folder: Where the output was written; what it keeps for later builds is not digested.
    """
    return {
        "govgraph": govgraph.__version__,
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "libraries": {name: version(name) for name in _LIBRARIES},
        "options": _options(options),
        "ontology": {**ontology_digests(), **rule_digests()},
        "inputs": [{"page": one.name, "source": one.source, "sha256": one.sha256} for one in outcomes],
        "counts": asdict(counts),
        "issues": _sorted_counts(issue.code for issue in issues),
        "outputs": output_digests(folder),
    }


def output_digests(folder: Path) -> dict[str, str]:
    """SHA-256 of each file that a build has written to be handed on, by its path in the folder."""
    return {
        path.relative_to(folder).as_posix(): file_digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in _UNSTABLE
    }


def _options(options: BuildOptions) -> dict[str, Any]:
    lexicon = zip(options.lexicon_files, lexicon_digests(options.lexicon_files), strict=True)
    return {
        "base": options.base,
        "corrections": None if options.corrections_file is None else options.corrections_file.as_posix(),
        "lang": options.lang,
        "lexicon": [{"file": path.as_posix(), "sha256": digest} for path, digest in lexicon],
        "min_confidence": options.least_confidence,
        "quotes": (options.quotes or Quotes.FULL).value,
        "store": options.store,
        "view": options.view,
    }


def options_of(out: Path) -> BuildOptions:
    """Settings of the build that filled a folder.

    Raises:
        StoreError: There is no manifest, or it cannot be read.
    """
    try:
        told = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["options"]
        return BuildOptions(
            base=told["base"],
            corrections=None if told["corrections"] is None else Path(told["corrections"]),
            lang=told["lang"],
            lexicon=tuple(Path(one["file"]) for one in told["lexicon"]),
            min_confidence=told["min_confidence"],
            quotes=Quotes(told.get("quotes", Quotes.FULL)),
            store=told["store"],
            view=told["view"],
        )
    except FileNotFoundError as error:
        raise StoreError(
            f"no graph at {out}; make one with `govgraph build`, or name its folder with --graph"
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{out / 'manifest.json'}: no manifest of a build ({error}); build again") from error


def as_before(out: Path, options: BuildOptions) -> BuildOptions:
    """Settings with whatever they leave open as in the build that filled a folder; as they are if none has.

    Raises:
        StoreError: The manifest in the folder cannot be read.
        VocabularyError: A lexicon file of that build is gone.
    """
    if not former_output(out):
        return options
    before = options_of(out)
    settled = replace(
        options,
        lexicon=before.lexicon if options.lexicon is None else options.lexicon,
        min_confidence=before.min_confidence if options.min_confidence is None else options.min_confidence,
        corrections=options.corrections or before.corrections,
        quotes=options.quotes or before.quotes,
    )
    if settled.lexicon == before.lexicon:
        for path in settled.lexicon_files:
            if not path.exists():
                raise VocabularyError(
                    f"lexicon {path}: gone, and the graph in {out} was read with it; put it back, or build with "
                    "another --lexicon or with --no-lexicon"
                )
    return settled


def same_options(out: Path, options: BuildOptions) -> bool:
    """Whether the output in a folder was built by this version, with these settings and this ontology."""
    try:
        told = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
        versions = {name: version(name) for name in _LIBRARIES}
        ontology = {**ontology_digests(), **rule_digests()}
        ours = (govgraph.__version__, versions, _options(options), ontology)
        return (told["govgraph"], told["libraries"], told["options"], told["ontology"]) == ours
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _sorted_counts(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def write_manifest(path: Path, content: dict[str, Any]) -> None:
    """Write a manifest, keys sorted, with a final newline."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
