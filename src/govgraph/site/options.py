"""How a site is written, and what is said of it afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from govgraph.errors import InputError
from govgraph.views.network import check_language

Progress = Callable[[str, int, int], None]
"""Is told a stage, how much of it is done, and of how much that is known so far."""


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """Settings of a site.

    Attributes:
        base_url: Address at which it will stand, for canonical links and `sitemap.xml`; empty if that is open.
        records: Folder of records with the texts of articles; None to show quotes only.
        queries: Folder of `.rq` files that readers are offered before the shipped ones; None for none.
        single: Whether it is one file instead of a folder.
        most: Bytes that one file may have.
        review: The review queue with drafts of judgements (`govgraph.pipeline.desk`); None for a site without.
        lang: Language in which pages open, `de` or `en`; empty for that of the browser. The reader can switch.
    """

    base_url: str = ""
    records: Path | None = None
    queries: Path | None = None
    single: bool = False
    most: int = 100_000_000
    review: Mapping[str, Any] | None = None
    lang: str = ""

    def __post_init__(self) -> None:
        check_language(self.lang)
        try:
            parts = urlsplit(self.base_url)
        except ValueError:
            parts = urlsplit("")
        plain = not (parts.query or parts.fragment) and self.base_url.isprintable() and " " not in self.base_url
        if self.base_url and (parts.scheme not in ("http", "https") or not parts.hostname or not plain):
            raise InputError(
                f"{self.base_url!r:.200} is no address of a site; give one like https://example.org/graph/"
            )

    @property
    def root_url(self) -> str:
        """The address of the site with a slash at its end; empty if it is open."""
        return f"{self.base_url.rstrip('/')}/" if self.base_url else ""


@dataclass(frozen=True, slots=True)
class Site:
    """What was written.

    Attributes:
        things: Number of things and articles that have a page.
        files: Number of files.
        size: Bytes of all files together.
    """

    things: int
    files: int
    size: int
