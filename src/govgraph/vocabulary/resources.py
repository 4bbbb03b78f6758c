"""Where the ontology lies: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from govgraph.errors import VocabularyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REFERENCE: Final = (
    "jurisdictions", "bodies", "ministries", "authorities", "providers", "companies", "associations", "programmes",
    "laws", "plans", "products", "services", "events", "municipalities",
)  # fmt: skip
"""Files of the ontology folder, without their suffix, that hold entities known beforehand."""


@cache
def ontology_dir() -> Path:
    """Folder that holds the `.ttl` files.

    Raises:
        VocabularyError: The installation lacks it.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "ontology", package.parents[1] / "ontology"):
        if folder.is_dir():
            return folder
    raise VocabularyError(f"no ontology beside {package}; install govgraph again")


def stamped(paths: Iterable[Path]) -> Iterator[tuple[Path, int, int]]:
    """Files with time of change (ns) and size (bytes): a key that changes when a file is edited.

    Raises:
        VocabularyError: A file that is missing.
    """
    for path in paths:
        try:
            status = path.stat()
        except OSError as error:
            raise VocabularyError(f"{path}: {error.strerror}; give a Turtle file that can be read") from error
        yield path, status.st_mtime_ns, status.st_size
