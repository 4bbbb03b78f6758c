"""Names of people right after a body: „der Präsident des Amts A“, „hat der Rat des Verbands A als … bestätigt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument


def named_after_body(a: Argument, body: Argument, title: Argument) -> bool:
    """Whether a person's name follows right after the body that a title before it is for."""
    if a.type is not EntityType.PERSON or body.type is EntityType.PERSON or a.first != body.last:
        return False
    at = title.last - 1
    return title.role is not None and not title.role.plural and title.last <= body.first and a.head == body.head == at


def after_genitive(a: Argument, body: Argument) -> bool:
    """Whether a person's name follows right after a body in the genitive, and was taken for one with it."""
    beside = a.type is EntityType.PERSON and a.first == body.last and a.begin < body.last
    return beside and a.marker == body.marker == "gen" and body.draft is not None and body.type in BODY_TYPES
