"""Where the ontology lies: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

from govgraph.errors import VocabularyError


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
