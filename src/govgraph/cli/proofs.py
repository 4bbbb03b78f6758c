"""Evidence as lines for a reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govgraph.cli.console import one_line

if TYPE_CHECKING:
    from govgraph.query import Proof


def proof_lines(proofs: Iterable[Proof]) -> list[str]:
    """Two lines for each proof: the quote, then the article, its date, its place and the characters in it."""
    lines = []
    for proof in proofs:
        where = (proof.title, proof.date, proof.url or proof.source, f"{proof.start}–{proof.end}")
        lines += [f"  „{one_line(proof.quote)}“", "    " + " · ".join(part for part in where if part)]
    return lines
