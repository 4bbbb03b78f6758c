"""What an article names: the order in which its names and titles are marked before anything is read of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from govgraph.extract.clauses.agreement import Agreement
from govgraph.extract.knowledge import Knowledge
from govgraph.extract.names.abroad import Abroad, Stretches
from govgraph.extract.names.cabinets import part_cabinets
from govgraph.extract.names.calendar_lines import calendar_events
from govgraph.extract.names.capital_surnames import with_plain_surnames
from govgraph.extract.names.compounds import OF_LANDSCAPE
from govgraph.extract.names.districts import settle_districts
from govgraph.extract.names.grown import grow_names
from govgraph.extract.names.initialled import InitialledNames
from govgraph.extract.names.kinds import kinds_of_names, nouns_of_names
from govgraph.extract.names.name_runs import DEFINITE
from govgraph.extract.names.name_signs import NameSigns
from govgraph.extract.names.name_types import NameTypes
from govgraph.extract.names.name_words import NameWords
from govgraph.extract.names.namesakes import Namesakes
from govgraph.extract.names.naming import Cast
from govgraph.extract.names.numbered import number_bodies
from govgraph.extract.names.openings import Openings
from govgraph.extract.names.renamed import join_renamed
from govgraph.extract.names.same_bodies import join_bodies
from govgraph.extract.names.shapes import ShapeFinder
from govgraph.extract.names.short_laws import settle_short_laws
from govgraph.extract.names.told_kinds import join_kinds
from govgraph.extract.names.tools_for_works import mark_tools
from govgraph.extract.names.tools_like_people import ToolsLikePeople
from govgraph.extract.names.towns_portals import TownsPortals, name_of
from govgraph.extract.names.unknown_names import UnknownNames
from govgraph.extract.names.unlisted import UnlistedTowns
from govgraph.extract.names.variants import mark_variants
from govgraph.extract.offices.roles import RoleFinder
from govgraph.extract.people.persons import PersonFinder
from govgraph.extract.state import CITY_STATES, Argument, Sentence
from govgraph.language.dates import find_dates
from govgraph.language.morphology import is_dictionary_word
from govgraph.language.same_days import same_days
from govgraph.language.text import fold
from govgraph.language.tokens import is_parted, tokenise
from govgraph.language.tokens import sentences as split_sentences
from govgraph.model import Article, BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.matcher import LexicalMatch, RoleMatch
    from govgraph.extract.names.name_types import NameWeights
    from govgraph.language.dates import DateSpan
    from govgraph.language.text import FoldedText
    from govgraph.vocabulary import Entry

_Match = TypeVar("_Match", "LexicalMatch", "RoleMatch")
READ = frozenset(
    {
        BlockKind.KICKER, BlockKind.TITLE, BlockKind.LEAD, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUESTION,
        BlockKind.ANSWER, BlockKind.PULL_QUOTE, BlockKind.CAPTION, BlockKind.CONTACT,
    }
)  # fmt: skip
"""Kinds of block that are read; bylines only for the names of the authors."""
_ADDRESS = re.compile(r"\d|@|\w*(?:straße|allee|[a-zäöü]platz|[a-zäöü]weg)\b|\bTel(?:\.|efon)")
_OF_UNION = "EU-"
"""What stands before the noun of a law of the Union, whose name goes without it."""
_NOTHING: frozenset[int] = frozenset()
"""One empty set for all sentences."""
_DAYS_BACK = 2
"""In how many sentences before it the day may stand that „an diesem Tag“ is."""


class Scene(NamedTuple):
    """An article and what is named in it, before what it states is read.

    Attributes:
        article: The article.
        folded: Its text, folded.
        sentences: Its sentences, with names and titles marked.
        cast: Its entities.
        roles: Finder of its office titles.
    """

    article: Article
    folded: FoldedText
    sentences: list[Sentence]
    cast: Cast
    roles: RoleFinder


class SceneReader:
    """Marks what an article names.

    Args:
        knowledge: Compiled vocabulary.
        agreement: Grammatical gender of what an article names.
        weights: Weights of the signs of names; those of the package if None.
    """

    def __init__(self, knowledge: Knowledge, agreement: Agreement, weights: NameWeights | None) -> None:
        self.k = knowledge
        self._agreement = agreement
        self._abroad = Abroad(knowledge)
        self._openings = Openings(knowledge)
        self._name_words = NameWords(knowledge)
        self._namesakes = Namesakes(knowledge)
        self._name_signs = NameSigns(knowledge)
        self._name_types = NameTypes(weights)
        self._tools = ToolsLikePeople(knowledge)
        self._unlisted = UnlistedTowns(knowledge)
        self._unended = knowledge.words("abbreviations") | knowledge.words("short-first-names")

    def read(self, article: Article) -> Scene:
        """The sentences of an article, with what they name."""
        folded = self._folded(article)
        sentences = self._sentences(article, folded)
        cast = Cast(self.k, folded.text)
        roles = self._names(article, folded, sentences, cast)
        cast.all_marked()
        return Scene(article, folded, sentences, cast, roles)

    def unknown_names(self, article: Article) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Words of an article that may be names, with the signs of what they are; their weights are trained on it."""
        folded = self._folded(article)
        sentences = self._sentences(article, folded)
        cast = Cast(self.k, folded.text)
        self._telling_names(article, folded, sentences, cast)
        found = UnknownNames(self.k, cast, self._name_signs, self._name_types).described(sentences)
        return ((name, signs) for name, _, signs in found)

    def _folded(self, article: Article) -> FoldedText:
        """The text of an article as it is read: folded, without line ends in blocks and surnames in capitals."""
        return with_plain_surnames(_unbroken(article, fold(article.text)), self.k)

    def parts(self, article: Article) -> bool:
        """Whether a sentence of an article is too long to be read as one."""
        unended = self._unended
        return any(is_parted(article.text, b.start, b.end, unended) for b in article.blocks if b.kind in READ)

    def _sentences(self, article: Article, folded: FoldedText) -> list[Sentence]:
        out: list[Sentence] = []
        unended = self._unended
        # of a long article most dates stand where others do: one set in memory for each such place
        places: dict[frozenset[int], frozenset[int]] = {}
        for number, block in enumerate(article.blocks):
            if block.kind not in READ:
                continue
            start, end = folded.folded(block.start), folded.folded(block.end)
            if block.kind is BlockKind.CONTACT:
                end = _before_address(folded.text, start, end)
            for a, b in split_sentences(folded.text, start, end, unended):
                tokens, starts = tokenise(folded.text, a, b)
                if tokens:
                    s = Sentence(a, b, block.kind, number, tokens, starts, [t.low for t in tokens][:])
                    s.dates = _dates(folded.text, a, b, article.date, out[-_DAYS_BACK:])
                    if s.dates:
                        dated = frozenset(i for d in s.dates for i in range(*s.token_range(d.start, d.end)))
                        s.dated = places.setdefault(dated, dated)
                    out.append(s)
        return out

    def _names(self, article: Article, folded: FoldedText, sentences: Sequence[Sentence], cast: Cast) -> RoleFinder:
        """Mark names: those of the lexicon and people before shapes. Gives the finder of titles, for later steps."""
        roles = self._telling_names(article, folded, sentences, cast)
        UnknownNames(self.k, cast, self._name_signs, self._name_types).find(sentences)
        calendar_events(sentences, cast, self.k)
        number_bodies(sentences, cast, self.k)
        mark_tools(sentences, cast, self.k)
        mark_variants(sentences, cast, self.k)
        grow_names(sentences, cast, self.k)
        settle_short_laws(sentences, cast.drafts)
        settle_districts(sentences, cast, self.k)
        kinds_of_names(sentences, self.k)
        nouns_of_names(sentences)
        join_kinds(sentences, self.k)
        join_bodies(sentences, cast, self.k)
        join_renamed(sentences, cast, self.k)
        part_cabinets(sentences, cast, self.k)
        return roles

    def _telling_names(
        self, article: Article, folded: FoldedText, sentences: Sequence[Sentence], cast: Cast
    ) -> RoleFinder:
        """Mark the names that are known or tell by their form what they are."""
        roles = RoleFinder(self.k, cast)
        self._known(article, folded, sentences, roles)
        InitialledNames(self.k, cast).find(sentences)
        ShapeFinder(self.k, cast, self._openings.of).find(sentences)
        return roles

    def _known(self, article: Article, folded: FoldedText, sentences: Sequence[Sentence], roles: RoleFinder) -> None:
        """Mark known names and titles, and people before towns."""
        cast = roles.cast
        cuts = frozenset(folded.folded(at) for block in article.blocks for at in (block.start, block.end))
        matches, titles = self.k.matcher.find(folded.text, cuts)
        matches = self._unlisted.find(folded.text, matches)
        by_sentence = _distribute(sentences, matches)
        title_matches = _distribute(sentences, titles)
        head = max((b.end for b in article.blocks if b.kind in {BlockKind.KICKER, BlockKind.TITLE}), default=0)
        dated = _datelines(article, folded, matches)
        datelines = [match for match in dated if match.entries[0].type is EntityType.MUNICIPALITY]
        cast.abroad = Stretches(list(self._abroad.spans(sentences, by_sentence)))
        cast.settle_home([m for found in by_sentence for m in found], head, datelines)
        cast.settle_town([m for found in by_sentence for m in found], head)
        portals = TownsPortals(sentences, by_sentence, self.k.words("state-nouns"), of_town=cast.town is not None)
        for number, (s, found) in enumerate(zip(sentences, by_sentence, strict=True)):
            known = {match.start: match for match in found}
            for match in found:
                if match.entries[0].type is EntityType.MUNICIPALITY:
                    continue
                if self._namesakes.is_only_wished_for(s, match, known):
                    continue
                word = folded.text[match.start : match.end]
                of_town = self._namesakes.is_towns_portal(s, match, known) or portals.is_own(number, match, word)
                if of_town and _has_region(s, match):
                    continue
                if of_town and not _begins_compound(s, match):
                    portals.note(match, word)
                    self._own_portal(s, match, cast)
                elif not self._namesakes.calls_another(s, match, known, of_town=cast.town is not None):
                    self._lexical(s, match, cast)
        for s, found_titles in zip(sentences, title_matches, strict=True):
            roles.find(s, found_titles)
        self._tools.mark(sentences, cast)
        # matches take much room in a long article: of those that are marked none is kept
        del matches, titles, title_matches
        blocked: list[frozenset[int]] = []
        towns: list[tuple[tuple[int, int, LexicalMatch], ...]] = []
        for number, s in enumerate(sentences):
            found, by_sentence[number] = by_sentence[number], ()
            no = {i for i, a in s.taken.items() if a.draft is not None}
            own = []
            for match in found:
                if match.entries[0].type is EntityType.MUNICIPALITY:
                    first, last = s.token_range(match.start, match.end)
                    own.append((first, last, match))
                    if not all(e.needs_context for e in match.entries):
                        no |= set(range(first, last))
            blocked.append(frozenset(no) if no else _NOTHING)
            towns.append(tuple(own))
        for match in dated:
            cast.read(match)
        PersonFinder(self.k, cast, self._name_words, self._agreement).find(sentences, blocked)
        for s, places in zip(sentences, towns, strict=True):
            for first, last, match in places:
                if not any(i in s.taken for i in range(first, last)):
                    self._lexical(s, match, cast)

    def _lexical(self, s: Sentence, match: LexicalMatch, cast: Cast) -> None:
        first, last = s.token_range(match.start, match.end)
        if last <= first:
            return
        before = s.taken.get(first - 1)
        land = (
            before.draft if before is not None and before.adjective and before.type is EntityType.JURISDICTION else None
        )
        if match.entries[0].kind == "Ministry" and last == first + 1 and self._is_named_on(s, last):
            return
        if (
            match.form == "name"
            and match.entries[0].type is EntityType.ORGANISATION
            and self._has_second_field(s, first, last)
        ):
            return
        draft = cast.read(match) if land is None else cast.read_of_land(match, land, s.tokens[first - 1].text)
        if draft is None:
            return
        lead = cast.text[s.starts[first] : match.start]
        # „die EU-Richtlinie 2014/55/EU“ is the Richtlinie 2014/55/EU
        part = (match.compound or bool(lead)) and not (lead == _OF_UNION and draft.type is EntityType.LAW)
        if (
            first > 1
            and s.lower[first - 1] == "und"
            and s.tokens[first - 2].text.endswith("-")
            and first - 2 not in s.taken
        ):
            # „Finanz- und Heimatministerium“ is one name
            first -= 2
            draft.add(s.starts[first], match.end)
            draft.names.add(cast.text[s.starts[first] : match.end])
        argument = Argument(first, last, draft=draft)
        text = cast.text[match.start : match.end]
        if match.form == "adjective" or part:
            head = s.tokens[first].text.split("-")[-1]
            transparent = (
                part and bool(head) and (head in self.k.transparent or self.k.lemma(head) in self.k.transparent)
            )
            argument.adjective = not (transparent and match.form != "adjective")
        elif match.form == "name" and text.endswith(("s", "'")) and self._is_genitive(text, match):
            argument.cases = "g"
        s.arguments.append(argument)
        for i in range(first, last):
            s.taken.setdefault(i, argument)

    @staticmethod
    def _own_portal(s: Sentence, match: LexicalMatch, cast: Cast) -> None:
        first, last = s.token_range(match.start, match.end)
        draft = cast.named(name_of(match, s.tokens[first].text), match.entries[0].type, match.entries[0].kind)
        draft.add(match.start, match.end)
        argument = Argument(first, last, draft=draft)
        s.arguments.append(argument)
        s.taken[first] = argument

    def _is_named_on(self, s: Sentence, i: int) -> bool:
        """„das Bayerische Staatsministerium der Finanzen“ is not what „das Staatsministerium“ alone stands for."""
        if s.low_at(i) in {"der", "des"}:
            return s.text_at(i + 1) in self.k.words("ministry-genitives")
        return s.low_at(i) == "für" and s.text_at(i - 1).lower().rstrip("s").endswith("staatsministerium")

    def _has_second_field(self, s: Sentence, first: int, last: int) -> bool:
        """„Ausschuss für Digitales und Infrastruktur“ is not the „Ausschuss für Digitales“."""
        if s.low_at(last) != "und" or s.low_at(last - 2) != "für" or "und" in s.lower[first:last]:
            return False
        noun = s.text_at(last + 1)
        common = noun[:1].isupper() and last + 1 not in s.taken and is_dictionary_word(noun)
        return common and self.k.role_word(noun) is None and self.k.head_noun(noun) is None

    @staticmethod
    def _is_genitive(text: str, match: LexicalMatch) -> bool:
        entry = match.entries[0]
        return text != entry.name and text[:-1] in {entry.name, *entry.labels}


def _unbroken(article: Article, folded: FoldedText) -> FoldedText:
    """A text of the same length with a space for each line end within a block: „Amt für Digitale“ / „Dienste“."""
    text = article.text
    broken = [
        block.start + at
        for block in article.blocks
        if text.find("\n", block.start, block.end) >= 0
        for at, sign in enumerate(text[block.start : block.end])
        if sign == "\n"
    ]
    if not broken:
        return folded
    pieces = list(folded.text)
    for place in map(folded.folded, broken):
        if pieces[place : place + 1] == ["\n"]:
            pieces[place] = " "
    return replace(folded, text="".join(pieces))


def _dates(text: str, start: int, end: int, today: str | None, former: Sequence[Sentence]) -> tuple[DateSpan, ...]:
    """Dates of a sentence, with those that point back to a day of this one or of those before it."""
    dates = find_dates(text, start, end, today)
    days = [date for s in former for date in s.dates if date.is_day]
    again = same_days(text, start, end, dates, days[-1] if days else None)
    return tuple(sorted((*dates, *again), key=lambda date: date.start))


def _begins_compound(s: Sentence, match: LexicalMatch) -> bool:
    """„ein E-Akte-Anbieter“ is no E-Akte: whether a name is the first part of a word with hyphens."""
    first, _ = s.token_range(match.start, match.end)
    return s.tokens[first].text[match.end - s.starts[first] :].startswith("-")


def _has_region(s: Sentence, match: LexicalMatch) -> bool:
    """„das Bergische Serviceportal“: whether the adjective of a landscape makes a name of the noun after it."""
    first, _ = s.token_range(match.start, match.end)
    before = s.text_at(first - 1)
    return before[:1].isupper() and s.low_at(first - 2) in DEFINITE and bool(OF_LANDSCAPE.search(before))


def _before_address(text: str, start: int, end: int) -> int:
    """Where the street, number or mail address begins in a line of whom to ask; its end if it has none."""
    found = None if text[start:end].endswith(".") else _ADDRESS.search(text, start, end)
    if found is None:
        return end
    comma = text.rfind(",", start, found.start())
    return found.start() if comma < 0 else comma


def _datelines(article: Article, folded: FoldedText, matches: Sequence[LexicalMatch]) -> list[LexicalMatch]:
    """The towns from which a page is dated: „Kiel, 25. März 2022 –“, „Erfurt/Meiningen, 22. September 2025“."""
    found = []
    lines = [(folded.folded(b.start), folded.folded(b.end)) for b in article.blocks if b.kind is BlockKind.DATELINE]
    for start, end in lines:
        for match in matches:
            if start <= match.start and match.end <= end and _is_town(match.entries[0]):
                before, after = folded.text[start : match.start], folded.text[match.end : end]
                if before[-1:] in {"", "/"} and re.match(r"(?:/\w+)?, (?:(?:den )?\d|im [A-ZÄÖÜ]\w+ \d{4})", after):
                    found.append(match)
    return found


def _is_town(entry: Entry) -> bool:
    """Whether pages may be dated from it: a town, or a Land that is one."""
    return entry.type is EntityType.MUNICIPALITY or entry.name in CITY_STATES


def _distribute(sentences: Sequence[Sentence], matches: Sequence[_Match]) -> list[tuple[_Match, ...]]:
    """Matches by sentence; those outside every sentence (furniture, credits) are left out."""
    out: list[tuple[_Match, ...]] = [()] * len(sentences)
    at = 0
    for match in matches:
        while at < len(sentences) and sentences[at].end <= match.start:
            at += 1
        if at < len(sentences) and sentences[at].start <= match.start and match.end <= sentences[at].end:
            out[at] += (match,)
    return out
