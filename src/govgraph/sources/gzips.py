"""A page that is compressed by itself, such as `page.html.gz`: a file that holds one document."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

from govgraph.errors import InputError
from govgraph.sources.documents import Document
from govgraph.sources.formats import format_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govgraph.model.page import Issue
    from govgraph.sources.decode import ReadLimits
    from govgraph.sources.inputs import InputRef

__all__ = ["GzipFile"]


class GzipFile:
    """The one document, named like the file without `.gz`.

    Its digest is that of the unpacked bytes: packing it again does not make it another.
    """

    def members(self, path: Path) -> Iterator[str | Issue]:
        """Its name."""
        yield _inner(path)

    def document(self, ref: InputRef, limits: ReadLimits) -> Document:
        """The document, unpacked up to one byte more than a page may have.

        Raises:
            InputError: It is damaged, or not there.
        """
        if ref.path is None or ref.member != _inner(ref.path):
            raise InputError(f"{ref.source}: not in the file; write FILE.gz, or FILE.gz!/FILE")
        try:
            with gzip.open(ref.path) as file:
                raw = file.read(limits.most_bytes + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(f"{ref.source}: damaged ({' '.join(str(error).split())}); fetch it again") from error
        found = format_of(ref.member, raw)
        return Document(ref.name, ref.source, raw, found.name if found else "text", ref.told)


def _inner(path: Path) -> str:
    return path.name[:-3] if path.name.lower().endswith(".gz") else path.name
