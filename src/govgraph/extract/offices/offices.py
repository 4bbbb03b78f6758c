"""Who holds which office by titles: the readers of titles of an article, which share a finder of bodies.

First titles beside names are read, then those that stand for people, then, sentence by sentence, what verbs state and
constructions place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.appositions import AppositionFinder
from govgraph.extract.offices.bodies import BodyFinder
from govgraph.extract.offices.office_making import OfficeMaker
from govgraph.extract.offices.offices_beside_names import OfficesBesideNames
from govgraph.extract.offices.placed_offices import PlacedOffices
from govgraph.extract.offices.stated_offices import StatedOffices
from govgraph.extract.offices.titles_for_people import TitlesForPeople

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.names.naming import Cast
    from govgraph.extract.offices.leaving import Leaving
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Sentence


class OfficeFinder:
    """Joins people to office titles.

    Args:
        tools: What is the same for every article.
        cast: Entities of the article.
        date: Date of the article.
        sentences: Its sentences.
        leaving: Judge of who goes.

    Attributes:
        bodies: Finder of the bodies of offices.
        beside: Reads titles beside names.
        titles: Reads titles that stand for people.
        stated: Reads what verbs state.
        placed: Reads constructions without a verb of their own.
    """

    def __init__(
        self, tools: Tools, cast: Cast, date: str | None, sentences: Sequence[Sentence], leaving: Leaving
    ) -> None:
        knowledge, agreement = tools.knowledge, tools.agreement
        self.bodies = BodyFinder(knowledge, cast, sentences)
        make = OfficeMaker(knowledge, self.bodies, leaving, date)
        beside = AppositionFinder(knowledge, agreement)
        self.beside = OfficesBesideNames(knowledge, make, beside)
        self.titles = TitlesForPeople(knowledge, make, beside, agreement)
        self.stated = StatedOffices(knowledge, make, leaving)
        self.placed = PlacedOffices(knowledge, make, beside, agreement, cast)
