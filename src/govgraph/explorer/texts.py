"""Whole texts of articles: the graph holds quotes only, the records of a build the texts, if they were not left out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path


def text_of(folder: Path | None, page: str, article: str, digest: str) -> str | None:
    """Text of an article as the records have it.

    Args:
        folder: Folder of records; None if there is none.
        page: Name of the page that the article stands on.
        article: IRI of the article.
        digest: SHA-256 of the text by the graph; a text that has another is not the one that offsets count in.

    Returns:
        The text, or None where it was left out, is another, or cannot be read.
    """
    if folder is None or not page or not digest or Path(page).name != page or "\\" in page:
        return None
    try:
        held = json.loads((folder / f"{page}.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    articles = held.get("articles", []) if isinstance(held, dict) else []
    for one in articles:
        text = one.get("text")
        if one.get("id") == article and isinstance(text, str):
            return text if hashlib.sha256(text.encode("utf-8")).hexdigest() == digest else None
    return None
