"""What was fetched, on disk: for each address the headers of its answer, for each body one file named by its digest.

Files are written aside and put in place as a whole, so that a run that is broken off leaves no half page. What cannot
be read, or is not what its name says, counts as not there; the folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from govgraph.errors import StoreError

_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that is kept.

    Attributes:
        url: Address that was asked for.
        final: Address that answered.
        status: 200 for a page, 404 or 410 for one that is gone.
        headers: By name in lower case.
        body: SHA-256 of the body, hexadecimal; None if the body was not wanted.
        at: Seconds since 1970 when it was fetched, or last found to be unchanged. Decides what is asked for; goes
            into no graph.
        stamp: What a feed or sitemap said of its state then; empty if nothing.
    """

    url: str
    final: str
    status: int
    headers: Mapping[str, str]
    body: str | None
    at: float
    stamp: str = ""


class WebCache:
    """Answers by address.

    Args:
        folder: Made when something is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, url: str) -> Kept | None:
        """What is kept of an address, with its body."""
        try:
            shape: dict[str, Any] = json.loads(self._entry(url).read_text(encoding="ascii"))
            if shape.pop("format") != _FORMAT:
                return None
            kept = Kept(**shape)
            if kept.url != url or not isinstance(kept.at, float) or not isinstance(kept.status, int):
                return None
            if kept.body is None:
                return kept
            raw = self.path(kept.body).read_bytes()
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        return kept if hashlib.sha256(raw).hexdigest() == kept.body else None

    def path(self, body: str) -> Path:
        """File of a body."""
        return self._folder / "bodies" / body[:2] / body

    def keep(self, kept: Kept, body: bytes | None) -> Kept:
        """Keep an answer in the place of what was kept of this address; gives it with the digest of its body.

        Raises:
            StoreError: The folder cannot be written.
        """
        if body is not None:
            kept = replace(kept, body=hashlib.sha256(body).hexdigest())
            place = self.path(str(kept.body))
            if not place.exists() or place.stat().st_size != len(body):
                self._write(place, body)
        shape = {**asdict(kept), "headers": dict(kept.headers), "format": _FORMAT}
        self._write(self._entry(kept.url), json.dumps(shape, sort_keys=True, indent=1).encode("ascii") + b"\n")
        return kept

    def _entry(self, url: str) -> Path:
        name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / "pages" / name[:2] / f"{name}.json"

    def _write(self, place: Path, content: bytes) -> None:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("wb", dir=place.parent, prefix=".", delete=False) as aside:
                aside.write(content)
            Path(aside.name).replace(place)
        except OSError as error:
            raise StoreError(
                f"pages cannot be kept in {self._folder}: {error.strerror}; give a folder that can be written with "
                "--cache"
            ) from error
