"""Inputs to the pages that they stand for; addresses among them are fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govgraph.model import Issue
from govgraph.pipeline.options import BuildOptions, Progress, silent
from govgraph.sources import InputRef, expand, is_url


@dataclass(frozen=True, slots=True)
class Found:
    """Pages that inputs stand for.

    Attributes:
        refs: In the order of the inputs.
        issues: What could not be found or fetched.
        given: Whether there were inputs at all.
    """

    refs: tuple[InputRef, ...] = ()
    issues: tuple[Issue, ...] = ()
    given: bool = False


def find(inputs: Sequence[str], options: BuildOptions, progress: Progress = silent) -> Found:
    """Find the pages of files, folders, globs and addresses.

    Args:
        inputs: As given. Only where one is an address, something is fetched.
        options: Settings.
        progress: Told about each page that is fetched, stage `fetch`.

    Raises:
        InputError: There is no folder to keep in what is fetched.
        StoreError: That folder cannot be written.
    """
    if not any(is_url(one) for one in inputs):
        return Found(*expand(inputs), given=bool(inputs))
    # an HTTP library and a parser of feeds: only those pay for them who fetch
    from govgraph.sources.web.fetching import Fetcher

    fetcher = Fetcher(options.web, lambda done, total: progress("fetch", done, total))
    return Found(*expand(inputs, fetcher), given=True)
