"""Tables with a head: who is named in one column and which office in the next are told in one breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.sources.html.names import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.vocabulary.layouts import Layouts

__all__ = ["join_columns"]

_LEAST_ROWS = 2


def join_columns(rows: Sequence[Sequence[str]], layouts: Layouts) -> list[list[str]]:
    """Rows of a table with the cells of names and offices as one, where its head tells which these are.

    "Ina Lenz" and "Landrätin" become "Ina Lenz, Landrätin", and "Landrätin" before "Ina Lenz" "Landrätin Ina Lenz"; the
    body in the column after them goes with them.
    Rows stay as they are where a column is headed by something else than a place, a body or a time: whose office it is
    would be a guess.
    """
    found = [list(row) for row in rows]
    if len(rows) < _LEAST_ROWS:
        return found
    head = [cell.rstrip(":") for cell in rows[0]]
    offices = [at for at, cell in enumerate(head) if cell in layouts.word_list("officeColumns")]
    if len(offices) != 1:
        return found
    office = offices[0]
    whole = [row for row in rows[1:] if len(row) == len(head)]
    names = [at for at in (office - 1, office + 1) if _are_names(whole, at)]
    bodies = layouts.word_list("bodyColumns")
    known = bodies | layouts.word_list("plainColumns")
    if not names or any(at not in (office, names[0]) and cell not in known for at, cell in enumerate(head)):
        return found
    name = names[0]
    first, after = min(name, office), max(name, office) + 1
    right = [at for at in range(after, len(head)) if head[at] in bodies]
    if right not in ([], [after]):
        return found  # too far from the name to be read with it
    for row in found[1:]:
        if len(row) == len(head) and row[office]:
            told = f"{row[name]}, {row[office]}" if name < office else f"{row[office]} {row[name]}"
            row[first : after + len(right)] = [", ".join([told, *(row[at] for at in right if row[at])])]
    return found


def _are_names(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether all cells of a column name people."""
    return bool(rows) and at >= 0 and all(at < len(row) and is_name(row[at]) for row in rows)
