"""A frame with its places filled: what the stages that read frames hand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.extract.state import Argument
    from govgraph.model import Modality
    from govgraph.vocabulary import Frame


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with its slots filled in one clause."""

    frame: Frame
    subjects: tuple[Argument, ...]
    objects: tuple[Argument, ...]
    clause: int
    modality: Modality
