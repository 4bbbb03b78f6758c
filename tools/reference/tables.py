"""Reading of the tables: UTF-8, tab-separated, one header line, no quoting, `-` is empty, `; ` separates values."""

from __future__ import annotations

import csv
import re
from pathlib import Path

SOURCES = {"S": "gov:SeenInPublication", "K": "gov:BelievedUnchecked"}

# Which year a note calls unsure; such a year is left out.
_UNSURE = {
    "founded": re.compile(r"(?:founding year|(?<!end )\byear) (?:U|not verified)"),
    "dissolved": re.compile(r"end year U"),
}


def read(folder: Path, name: str) -> list[dict[str, str]]:
    """Rows of a table but those that are unsure; `-` becomes the empty string."""
    with (folder / f"{name}.tsv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
    clean = [{key: "" if value == "-" else value.strip() for key, value in row.items()} for row in rows]
    return [row for row in clean if row.get("sure", "S") != "U"]


def values(cell: str) -> list[str]:
    """The values of one cell."""
    return [value.strip() for value in cell.split(";") if value.strip()]


def years(row: dict[str, str], start: str, end: str) -> tuple[str, str]:
    """First and last year of a row, without those that its note calls unsure."""
    first = "" if _UNSURE["founded"].search(row["note"]) else row[start]
    last = "" if _UNSURE["dissolved"].search(row["note"]) else row[end]
    return first, last


def word_list(text: str) -> list[str]:
    """Words between blanks: a long list that is easier to read than one string for each."""
    return text.split()
