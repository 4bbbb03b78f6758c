"""Answers of services on disk, so that nobody is asked twice: one folder for a service, one file for a query."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from govgraph.caching import cache_folder
from govgraph.errors import StoreError
from govgraph.model import slug

_MANIFEST: Final = "manifest.json"


def default_folder() -> Path:
    """Where a user's answers are kept: `govgraph/reconcile` in the cache folder of the XDG specification.

    Raises:
        InputError: The user has no home.
    """
    return cache_folder("reconcile")


class Cache:
    """Answers of one service.

    What is no answer of this service to this query, or cannot be read, counts as not there.

    Args:
        folder: Folder of all services; made when something is kept.
        url: Address of the service.
        refresh: Find nothing, but keep what comes.
    """

    def __init__(self, folder: Path, url: str, *, refresh: bool = False) -> None:
        host = slug(urlsplit(url).hostname or "service")
        self._folder = folder / f"{host}-{_digest(url)[:16]}"
        self._url = url
        self._refresh = refresh

    def manifest(self) -> tuple[str, object] | None:
        """Endpoint and manifest."""
        found = self._read(_MANIFEST, {"service": self._url})
        endpoint = found.get("endpoint") if found else None
        return (endpoint, found.get("manifest")) if found and isinstance(endpoint, str) else None

    def keep_manifest(self, endpoint: str, manifest: object) -> None:
        """Keep a manifest.

        Raises:
            StoreError: The folder cannot be written.
        """
        self._write(_MANIFEST, {"service": self._url, "endpoint": endpoint, "manifest": manifest})

    def result(self, query: Mapping[str, object], version: str) -> list[object] | None:
        """Candidates as JSON."""
        key = {"query": dict(query), "version": version}
        found = self._read(_name(key), key)
        candidates = found.get("candidates") if found else None
        return candidates if isinstance(candidates, list) else None

    def keep_result(self, query: Mapping[str, object], version: str, candidates: list[object]) -> None:
        """Keep the answer to a query.

        Raises:
            StoreError: The folder cannot be written.
        """
        key = {"query": dict(query), "version": version}
        self._write(_name(key), {**key, "candidates": candidates})

    def _read(self, name: str, expected: Mapping[str, object]) -> dict[str, object] | None:
        if self._refresh:
            return None
        try:
            found = json.loads((self._folder / name).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(found, dict) or any(found.get(key) != value for key, value in expected.items()):
            return None
        return found

    def _write(self, name: str, content: Mapping[str, object]) -> None:
        text = json.dumps(content, ensure_ascii=True, sort_keys=True, indent=1) + "\n"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", encoding="ascii", dir=self._folder, delete=False) as aside:
                aside.write(text)
            Path(aside.name).replace(self._folder / name)
        except OSError as error:
            raise StoreError(
                f"answers cannot be kept in {self._folder}: {error.strerror}; give a folder that can be written with "
                "--cache"
            ) from error


def _name(key: Mapping[str, object]) -> str:
    return f"{_digest(json.dumps(key, ensure_ascii=True, sort_keys=True))}.json"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
