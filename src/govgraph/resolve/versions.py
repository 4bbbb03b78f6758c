"""Which articles are versions of one text: a press release in ten papers is one witness, not ten.

Pairs are proposed (`proposals`), compared word by word (`comparing`), and joined from the surest down. Of each group
one article is the leading version, and every other must be a version of that one: a chain of likenesses joins nothing.
Only what has the words or the address of such a version, or is a correction of it, comes along with it.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import product
from typing import Final

from govgraph.model import ArticleRecord, Office
from govgraph.model.collecting import uncollected
from govgraph.model.days import span
from govgraph.resolve.comparing import Dated, Resemblance, VersionRule, compare, hardly_differ
from govgraph.resolve.proposals import proposals
from govgraph.resolve.wording import Lexicon, Wording

_CLOSEST: Final = frozenset({VersionRule.JUDGED, VersionRule.SAME_TEXT, VersionRule.SAME_ADDRESS})
_ORDER: Final = {rule: place for place, rule in enumerate(VersionRule)}
_ALIKE: Final = 0.5
"""Share of the shingles of both that an earlier and a later state of one page have in common."""
_HELD: Final = 4096
"""Articles that are kept word by word; pairs come in the order of dates, so that few are needed twice."""


@dataclass(frozen=True, slots=True)
class Version:
    """That an article is a version of the text of another.

    Attributes:
        article: IRI.
        leading: IRI of the leading version.
        rule: Why.
        similarity: Share of the shingles of the shorter text that stand in the longer one; 0 to 1.
        superseded_by: IRI of the article that took its place at its address, or None.
    """

    article: str
    leading: str
    rule: VersionRule
    similarity: float
    superseded_by: str | None = None


@dataclass(frozen=True)
class Versions:
    """All groups of versions in a set of articles.

    Attributes:
        links: One for each article that is not the leading version of its group, by leading version and article.
    """

    links: tuple[Version, ...] = ()

    @cached_property
    def _leading(self) -> Mapping[str, str]:
        return {one.article: one.leading for one in self.links}

    def leading(self, article: str) -> str:
        """IRI of the leading version of an article's text; its own where nobody else has it."""
        return self._leading.get(article, article)

    @cached_property
    def superseded(self) -> frozenset[str]:
        """IRIs of articles whose place another one took."""
        return frozenset(one.article for one in self.links if one.superseded_by is not None)

    def settled(self, articles: Iterable[ArticleRecord]) -> list[ArticleRecord]:
        """Articles as witnesses of offices: what they say is as old as the first version that says so.

        Articles that were superseded are left out. An article whose offices others said before comes once for each
        date, with the offices of that date.
        """
        kept = [one for one in articles if one.article.id not in self.superseded]
        if not self.links:
            return kept
        first: dict[tuple[object, ...], str] = {}
        groups = {*self._leading, *self._leading.values()}
        for one in kept:
            if one.article.id in groups and one.article.date:
                for office in one.offices:
                    key = self._said(one, office)
                    first[key] = min(first.get(key, one.article.date), one.article.date, key=_day)
        done: list[ArticleRecord] = []
        for one in kept:
            dates: dict[str | None, list[Office]] = defaultdict(list)
            for office in one.offices if one.article.id in groups else ():
                dates[first.get(self._said(one, office), one.article.date)].append(office)
            if not dates or set(dates) == {one.article.date}:
                done.append(one)
                continue
            for date, offices in sorted(dates.items(), key=lambda pair: pair[0] or ""):
                done.append(replace(one, article=replace(one.article, date=date), offices=tuple(offices)))
        return done

    def _said(self, one: ArticleRecord, office: Office) -> tuple[object, ...]:
        role = office.role_id or office.role
        leading = self.leading(one.article.id)
        return (leading, office.person, role, office.organisation, office.status, office.since, office.until)


def _day(date: str) -> tuple[datetime.date, str]:
    # by the last day, so that of two dates that may be one the more precise counts
    found = span(date)
    return (found.last if found else datetime.date.max, date)


NO_VERSIONS: Final = Versions()


def find_versions(
    articles: Sequence[ArticleRecord],
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
) -> Versions:
    """Group the articles that are versions of one text.

    Args:
        articles: Resolved articles, each once, in any order: the result does not hang on it.
        same: Pairs of IRIs that somebody has judged to be versions of one text.
        different: Pairs that somebody has judged not to be.

    Returns:
        Of each group one article is the leading version: one that no other has superseded; the fullest of these, then
        the earliest, then the first by IRI. A later version at the same address supersedes an earlier
        one, and one with a note on what was corrected that without it.
    """
    with uncollected():
        return _Grouping(articles, same, different).versions()


class _Grouping:
    def __init__(
        self,
        articles: Sequence[ArticleRecord],
        same: Iterable[tuple[str, str]],
        different: Iterable[tuple[str, str]],
    ) -> None:
        self._articles = sorted(articles, key=lambda one: one.article.id)
        places = {one.article.id: place for place, one in enumerate(self._articles)}
        self._same = _placed(same, places)
        self._different = _placed(different, places)
        self._lexicon = Lexicon()
        self._numbers = [self._lexicon.numbers(one.article) for one in self._articles]
        self._text = lru_cache(maxsize=_HELD)(self._worded)
        self._ranks: dict[int, tuple[int, datetime.date, str]] = {}
        self._compared: dict[tuple[int, int], Resemblance | None] = {}
        self._root = list(range(len(self._articles)))
        self._members = {place: [place] for place in range(len(self._articles))}
        self._first: dict[int, int] = {place: place for place in range(len(self._articles))}
        self._close: dict[int, set[int]] = defaultdict(set)

    def versions(self) -> Versions:
        found = []
        for one, other in sorted(proposals([each.article for each in self._articles], self._numbers)):
            how = self._compare(one, other)
            if how is not None and how.sure:
                found.append((_ORDER[how.rule], -how.similarity, one, other))
                if how.rule in _CLOSEST:
                    self._tie(one, other)
        for one, other in sorted(self._same):
            self._tie(one, other)
            self._join(one, other)
        for _, _, one, other in sorted(found):
            if self._may_join(one, other):
                self._join(one, other)
        groups = [members for members in self._members.values() if len(members) > 1]
        links = [link for members in groups for link in self._links(members)]
        return Versions(tuple(sorted(links, key=lambda link: (link.leading, link.article))))

    def _tie(self, one: int, other: int) -> None:
        self._close[one].add(other)
        self._close[other].add(one)

    def _worded(self, place: int) -> Dated:
        one = self._articles[place]
        return Dated(Wording(one, self._numbers[place], self._lexicon), span(one.article.date))

    def _compare(self, one: int, other: int) -> Resemblance | None:
        pair = (min(one, other), max(one, other))
        if pair not in self._compared:
            self._compared[pair] = compare(self._text(pair[0]), self._text(pair[1]))
        return self._compared[pair]

    def _rank(self, place: int) -> tuple[int, datetime.date, str]:
        """Order of those that may lead a group, best first."""
        if place not in self._ranks:
            text = self._text(place)
            first = text.days.first if text.days else datetime.date.max
            self._ranks[place] = (-len(text.wording), first, text.wording.iri)
        return self._ranks[place]

    def _may_join(self, one: int, other: int) -> bool:
        """Whether one of two groups is made of versions of the text that leads the other, as far as anybody judged."""
        left, right = self._find(one), self._find(other)
        if left == right:
            return False
        pairs = product(self._members[left], self._members[right])
        if self._different and any((min(pair), max(pair)) in self._different for pair in pairs):
            return False
        first, second = sorted((self._first[left], self._first[right]), key=self._rank)
        every = [*self._members[left], *self._members[right]]
        return all(self._leads(first, place, every) for place in self._members[self._find(second)])

    def _leads(self, first: int, place: int, members: Sequence[int]) -> bool:
        """Whether an article is a version of another by itself, or by one more that is a version of both."""
        how = self._compare(first, place)
        if how is not None and how.sure:
            return True
        close = self._close.get(place, set())
        return any(
            (one in close or (how is not None and self._corrects(place, one))) and self._sure(first, one)
            for one in members
            if one != place
        )

    def _sure(self, one: int, other: int) -> bool:
        how = self._compare(one, other)
        return how is not None and how.sure

    def _corrects(self, one: int, other: int) -> bool:
        how = self._compare(one, other)
        return how is not None and how.sure and how.corrected

    def _find(self, place: int) -> int:
        while self._root[place] != place:
            self._root[place] = self._root[self._root[place]]
            place = self._root[place]
        return place

    def _join(self, one: int, other: int) -> None:
        left, right = sorted((self._find(one), self._find(other)))
        if left == right:
            return
        self._root[right] = left
        self._members[left] += self._members.pop(right)
        self._first[left] = min(self._first[left], self._first.pop(right), key=self._rank)

    # ------------------------------------------------------------------ what follows

    def _links(self, members: Sequence[int]) -> Iterator[Version]:
        later = self._superseded(members)
        leading = min((place for place in members if place not in later), key=self._rank)
        iri = self._text(leading).wording.iri
        for place in members:
            if place == leading:
                continue
            how = self._how(place, leading, members)
            after = later.get(place)
            by = None if after is None else self._text(after).wording.iri
            yield Version(self._text(place).wording.iri, iri, how.rule, round(how.similarity, 4), by)

    def _how(self, place: int, leading: int, members: Iterable[int]) -> Resemblance:
        """Why an article is a version of the leading one: by itself, or by another of the group."""
        if (min(place, leading), max(place, leading)) in self._same:
            how = self._compare(place, leading)
            return Resemblance(VersionRule.JUDGED, how.similarity if how else 0.0)
        others = (one for one in sorted(members, key=self._rank) if one not in (place, leading))
        for one in (leading, *others):
            how = self._compare(place, one)
            if how is not None:
                return how
        return Resemblance(VersionRule.JUDGED, 0.0)

    def _superseded(self, members: Iterable[int]) -> dict[int, int]:
        """Article → the latest state of its page, or that with a note on a correction, where it is an earlier one."""
        pages: dict[str, list[int]] = defaultdict(list)
        for place in members:
            address = self._text(place).wording.address
            if address is not None and self._text(place).days is not None:
                pages[address].append(place)
        found: dict[int, int] = {}
        notes = [place for place in members if self._text(place).wording.corrects]
        for one in members:
            address = self._text(one).wording.address
            states = pages.get(address, ()) if address else ()
            after = [other for other in states if self._replaces(other, one)]
            after += [other for other in notes if self._puts_right(other, one)]
            if after:
                found[one] = max(after, key=lambda place: (self._text(place).days, self._text(place).wording.iri))
        return found

    def _puts_right(self, later: int, earlier: int) -> bool:
        """Whether one has the text of another, and a note that tells what was wrong in it."""
        one, two = self._text(earlier), self._text(later)
        if one.days is None or two.days is None or one.days.first > two.days.last or one.wording.corrects:
            return False
        left, right = one.wording, two.wording
        return left.source != right.source and left.title == right.title and hardly_differ(left, right)

    def _replaces(self, later: int, earlier: int) -> bool:
        one, two = self._text(earlier), self._text(later)
        if one.days is None or two.days is None or one.days.last >= two.days.first:
            return False
        left, right = one.wording, two.wording
        common, every = len(left.runs & right.runs), len(left.runs | right.runs)
        return left.source != right.source and left.numbers != right.numbers and common >= _ALIKE * every


def _placed(pairs: Iterable[tuple[str, str]], places: Mapping[str, int]) -> set[tuple[int, int]]:
    found = ((places[one], places[other]) for one, other in pairs if one in places and other in places)
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}
