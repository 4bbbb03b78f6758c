"""Content-Security-Policy of pages that hold all they need in themselves, and data that stay data in them."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence


def with_line_feeds(text: str) -> str:
    """Text of a script or style whose digest a browser takes as we do: it reads carriage returns as line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def embedded(value: object) -> str:
    """JSON that cannot end the element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """Content-Security-Policy under which only the very scripts and styles of this file run."""

    def sources(texts: Sequence[str]) -> str:
        digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
        return " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)

    return (
        f"default-src 'none'; script-src {sources(scripts)}; style-src {sources(styles)}; "
        "img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
