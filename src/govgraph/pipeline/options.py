"""What a caller can set, in one frozen object."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import Protocol, TypeAlias, cast

from govgraph.model import BASE, Quotes
from govgraph.sources.web import WebOptions

StrPath: TypeAlias = str | PathLike[str]
LANGUAGES = ("de", "en")
_IRI_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`]+[^\s<>\"{}|\\^`/#]")


class Progress(Protocol):
    """Told how far a stage has come."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` units of `stage` are finished; called in order, `done` from 0 to `total`."""


def silent(stage: str, done: int, total: int) -> None:
    """A `Progress` that tells nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """Settings of a build. The same settings and inputs give the same bytes, whatever `workers` says.

    Attributes:
        lexicon: Turtle file or files with bodies, roles or wordings of the user's own, read after `ontology/`; None for
            those of the graph that is built again, else none.
        workers: Processes that read pages; 1 reads in this process, 0 takes as many as pages and processors allow.
        base: Start of the IRIs of entities and articles, without a slash at its end.
        lang: Language of the network view, `de` or `en`; empty for that of the browser.
        min_confidence: Offices and facts that are less sure are left out; 0 to 1. None for as sure as before, else 0.
        store: Whether to write the store for `govgraph query`; without it the graph is opened from `graph.trig`.
        view: Whether to write `network.html`.
        corrections: File of what people have judged; None for `corrections.ttl` in the output folder, if it is there.
        fresh: Forget what earlier builds have read; the graph is that of the inputs alone.
        restore: Call articles of the inputs back that were removed.
        drop_updates: Let go what others have written into the store of the output, which refuses the build else.
        web: How addresses among the inputs are fetched.
        quotes: How much of the words of articles the output folder holds; None for as much as before, else all. With
            less than all, what builds keep for themselves lies beside the folder (`private_folder`).

    Raises:
        ValueError: A setting outside its range; the text says which.
    """

    lexicon: StrPath | Sequence[StrPath] | None = None
    workers: int = 1
    base: str = BASE
    lang: str = ""
    min_confidence: float | None = None
    store: bool = True
    view: bool = True
    corrections: StrPath | None = None
    fresh: bool = False
    restore: bool = False
    drop_updates: bool = False
    web: WebOptions = field(default_factory=WebOptions)
    quotes: Quotes | None = None

    def __post_init__(self) -> None:
        if self.lexicon is not None:
            given = (self.lexicon,) if isinstance(self.lexicon, str | PathLike) else self.lexicon
            object.__setattr__(self, "lexicon", tuple(Path(file) for file in given))
        if self.corrections is not None:
            object.__setattr__(self, "corrections", Path(self.corrections))
        if self.workers < 0:
            raise ValueError(f"workers is {self.workers}; give 0 (automatic), 1 (this process) or more")
        if not 0.0 <= self.least_confidence <= 1.0:
            raise ValueError(f"min_confidence is {self.min_confidence}; give a number from 0 to 1")
        if self.lang and self.lang not in LANGUAGES:
            raise ValueError(f"lang is {self.lang!r}; give one of {', '.join(LANGUAGES)}")
        if not _IRI_BASE.fullmatch(self.base):
            raise ValueError(f"base is {self.base!r}; give an http(s) IRI without '/' or '#' at its end")

    @property
    def lexicon_files(self) -> tuple[Path, ...]:
        """Lexicon files to read with; none where none are said."""
        # __post_init__ has made paths of what was given
        return cast("tuple[Path, ...]", self.lexicon or ())

    @property
    def corrections_file(self) -> Path | None:
        """File of corrections that was named, or None."""
        return None if self.corrections is None else Path(self.corrections)

    @property
    def least_confidence(self) -> float:
        """How sure an office or a fact must be; 0 where nothing is said."""
        return 0.0 if self.min_confidence is None else self.min_confidence
