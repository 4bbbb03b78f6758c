"""Titles that say of which level an office is: „Bundesdigitalminister“, „Landes-CIO“, „CIO des Bundes“."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from govgraph.errors import NotFoundError
from govgraph.query.names import ROLES, Names, kind_of
from govgraph.query.upward import Belonging
from govgraph.rdf import namespaces as ns

_FEDERAL: Final = re.compile(r"^Bundes-?(?=\w)|\s*\b(?:(?:des\s+)?Bund(?:es)?$|der\s+Bundesregierung\b)", re.I)
_OF_A_LAND: Final = re.compile(
    r"^Landes-?(?=\w)|\s*\b(?:(?:des|eines)\s+(?:Bundes)?land(?:es)?$|der\s+(?:Landes|Staats)regierung\b)", re.I
)


@dataclass(frozen=True, slots=True)
class Level:
    """A level of state that a title names.

    Attributes:
        title: The title without it: „Bundes-CIO“ has „CIO“.
        kind: Class of the jurisdictions of that level.
    """

    title: str
    kind: str

    @classmethod
    def of(cls, title: str) -> Level | None:
        """The level that a title names, or None.

        >>> Level.of("Landes-CIO"), Level.of("CIO")
        (Level(title='CIO', kind='State'), None)
        >>> Level.of("CIO des Bundes"), Level.of("Bundesdigitalministerin")
        (Level(title='CIO', kind='Federation'), Level(title='digitalministerin', kind='Federation'))
        """
        for pattern, kind in ((_FEDERAL, "Federation"), (_OF_A_LAND, "State")):
            if pattern.search(title):
                return cls(" ".join(pattern.sub(" ", title).split()), kind)
        return None

    def excludes(self, belonging: Belonging, body: str) -> bool:
        """Whether a body is known to be of other levels only; one of no known level is not."""
        lands = [one for one in belonging.above(body) if kind_of(one) == "jurisdiction"]
        others = [one for one in lands if not belonging.is_a(one, ns.gov(self.kind))]
        return (bool(lands) and len(others) == len(lands)) or (not lands and belonging.is_municipal(body))


def roles_of_title(names: Names, belonging: Belonging, title: str) -> frozenset[str]:
    """Roles that a title means, and narrower ones; „Bundesfinanzminister“ means „Finanzminister“ if it is none itself.

    Raises:
        NotFoundError: The graph has no office of that title.
    """
    try:
        return belonging.narrower(names.find(title, ROLES))
    except NotFoundError:
        level = Level.of(title)
        if level is None or not level.title:
            raise
        with suppress(NotFoundError):
            return belonging.narrower(names.find(level.title, ROLES))
        raise
