"""Which Land (or the Bund) an article is about."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from govgraph.extract.knowledge import FEDERATION
from govgraph.extract.names.committees import of_the_bundestag
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.matcher import LexicalMatch
    from govgraph.vocabulary import Entry

_FIRST_NAME_BEFORE = re.compile(r"(?<![\w-])([A-ZÄÖÜ][\w-]+) $")
"""The word before a name, which quotation marks or brackets may open."""
_COURT_BEFORE = re.compile(r"gerichte?s? $")
_COURT = 12
"""Code points before a town in which „Verwaltungsgericht“ ends: courts sit in towns of which nothing else is told."""
_FEDERAL = re.compile(r"\bBundes(?:amt|anstalt|behörde|innen|kabinett|kanzler|minist|regierung|tag\b|tages|verwaltung)")
_AT_THE_HEAD = 6
"""What a name in the kicker or title counts for, beside one in the text."""
_MUCH_MORE = 3
"""How many times as much an article must tell of the Bund as of any Land to be about the Bund."""


def home_of(
    knowledge: Knowledge,
    text: str,
    matches: Sequence[LexicalMatch],
    head_end: int,
    datelines: Sequence[LexicalMatch] = (),
) -> tuple[Entry | None, bool, frozenset[str]]:
    """The Land or Bund that an article is about, whether it is of no other, and the IRIs of all that it names.

    Of the Bund and Länder it is about the Bund if that is told of many times as often, but not of it alone.

    A jurisdiction in the kicker or title counts most, then the number of places that name one or a body or town of
    it; a capital in the dateline speaks for its Land. A tie, or nothing, leaves it open, and so does a city state that
    is no more than a place („auf der Messe in Berlin“).

    Args:
        knowledge: Compiled vocabulary.
        text: Folded text of the article.
        matches: Names in its sentences.
        head_end: End of its kicker and title in the text.
        datelines: Towns that its datelines name.
    """
    weight: Counter[str] = Counter()
    places: Counter[str] = Counter()
    courts = 0
    about: set[str] = set()
    named: set[str] = set()
    cities = knowledge.words("city-states")
    by_iri = knowledge.vocabulary.by_iri
    for match in matches:
        entry = match.entries[0]
        if len({e.iri for e in match.entries}) != 1 and not _same_land(match.entries):
            continue
        if entry.type is EntityType.JURISDICTION and is_surname(knowledge, text, match):
            continue
        if entry.kind == "Committee" and not of_the_bundestag(text, match, entry, about_the_bund=False):
            continue
        lead = _AT_THE_HEAD if match.start < head_end else 1
        if lead > 1 or entry.name not in cities or not text.endswith(" in ", 0, match.start):
            about |= by_iri.keys() & {entry.iri, *entry.jurisdictions}
        if entry.type is EntityType.JURISDICTION and match.form != "epithet":
            weight[entry.iri] += 2 * lead
            named.add(entry.iri)
        elif len(entry.jurisdictions) == 1 and not entry.needs_context:
            if entry.type is EntityType.MUNICIPALITY and lead == 1:
                places[entry.jurisdictions[0]] += 1
                courts += _COURT_BEFORE.search(text, max(0, match.start - _COURT), match.start) is not None
            weight[entry.jurisdictions[0]] += lead
    for match in datelines:
        town = match.entries[0]
        if town.name in knowledge.words("state-capitals"):
            weight[town.jurisdictions[0]] += 2
            about.add(town.jurisdictions[0])
    states = [(n, iri) for iri, n in weight.items() if iri in about and by_iri[iri].kind == "State"]
    states.sort(key=lambda pair: (-pair[0], pair[1]))
    federal = weight.get(FEDERATION, 0)
    home = None
    if states and states[0][0] == places[states[0][1]] == 1 and len(_FEDERAL.findall(text)) + courts > 1:
        # „Das Bundesamt, das der Bundestag will, soll in Erfurt entstehen“: where that, or a court, sits says nothing
        states = []
    if states and (len(states) == 1 or states[0][0] > states[1][0]) and states[0][0] * 2 >= federal:
        home = by_iri[states[0][1]]
    elif federal and FEDERATION in by_iri and (not states or federal >= _MUCH_MORE * states[0][0]):
        home = by_iri[FEDERATION]
    alone = home is None or home.kind == "State" or not states
    return home, alone, frozenset(named)


def is_surname(knowledge: Knowledge, text: str, match: LexicalMatch) -> bool:
    """Whether a name of the lexicon is somebody's surname: „Friederike Brandenburg“, „Nora Linke“."""
    before = _FIRST_NAME_BEFORE.search(text, max(0, match.start - 30), match.start)
    return before is not None and before.group(1) in knowledge.first_names


def _same_land(entries: Sequence[Entry]) -> bool:
    lands = {e.jurisdictions for e in entries}
    return len(lands) == 1 and len(next(iter(lands))) == 1
