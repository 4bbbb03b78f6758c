"""From a reference to the bytes behind it."""

from __future__ import annotations

import hashlib
import re
import sys
from typing import TYPE_CHECKING

from govgraph.errors import InputError
from govgraph.sources.containers import container_at
from govgraph.sources.decode import DEFAULT_LIMITS, ReadLimits
from govgraph.sources.documents import Document
from govgraph.sources.formats import TEXT, format_of

if TYPE_CHECKING:
    from govgraph.sources.inputs import InputRef

_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")

__all__ = ["digest_of", "load"]


def load(ref: InputRef, limits: ReadLimits = DEFAULT_LIMITS) -> Document:
    """The document that a reference stands for.

    At most one byte more than `limits.most_bytes` is read, so that what is too large is seen to be.

    Raises:
        InputError: It is missing or cannot be read.
    """
    if ref.path is None and _URL.match(ref.source):
        raise InputError(f"{ref.source}: not fetched; name the address among the inputs")
    if ref.path is not None and ref.member is not None:
        return container_at(ref.path).document(ref, limits)
    try:
        if ref.path is None:
            raw = sys.stdin.buffer.read(limits.most_bytes + 1)
        else:
            with ref.path.open("rb") as file:
                raw = file.read(limits.most_bytes + 1)
    except OSError as error:
        raise InputError(f"{ref.source}: {error.strerror or error}; name a file that can be read") from error
    name = str(ref.path) if ref.path is not None else ""
    found = format_of(ref.told.url or name, raw, ref.told.media_type)
    return Document(ref.name, ref.source, raw, (found or TEXT).name, ref.told)


def digest_of(ref: InputRef) -> str:
    """SHA-256 of the bytes of a document, hexadecimal; empty for standard input and for what cannot be read."""
    if ref.path is None:
        return ""
    try:
        if ref.member is not None:
            return hashlib.sha256(load(ref).raw).hexdigest()
        with ref.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, InputError):
        return ""
