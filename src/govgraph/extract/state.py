"""Working values of the reading of one article. They live only inside `extract/` and may change while it runs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Final

from govgraph.extract.spans import Few, Spans
from govgraph.language.grammar import PREPOSITIONS
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

    from govgraph.language.dates import DateSpan
    from govgraph.language.tokens import Token
    from govgraph.model import BlockKind
    from govgraph.vocabulary import Entry

_ENDING: Final = 2
"""Most letters that an adjective ends in before a noun."""
CHAIRS: Final = ("präsident", "sprecher", "vorsitz", "vorstand", "vorsteher")
"""What titles contain, in small letters, of those who chair something."""
_NONE: Final[frozenset[int]] = frozenset()
"""One empty set for all sentences."""
PLACES: Final = frozenset({EntityType.JURISDICTION, EntityType.MUNICIPALITY})
"""Types of what lies somewhere and is governed."""
CITY_STATES: Final = frozenset({"Berlin", "Bremen", "Hamburg"})
"""Names of the Länder that are towns."""
BODY_TYPES: Final = PLACES | {EntityType.ORGANISATION}
"""Types of what acts and has offices."""
DEPUTIES: Final = ("stellvertreter", "stellvertretend", "vertreter", "vize")
"""How titles of deputies begin, in small letters."""
BOARDS: Final = frozenset({"Commission", "Committee", "WorkingGroup"})
"""Kinds of body that people and bodies sit on."""
FIRMS: Final = frozenset({"Company", "PublicCompany", "ServiceProvider"})
"""Kinds of body that make and run what others use."""
STATUS_OF: Final = {Modality.ENDED: Status.FORMER, Modality.PLANNED: Status.DESIGNATED}
"""Status of an office of which a clause tells in this modality; other modalities leave it open."""
HOUSES: Final = frozenset(
    {
        "Geschäftsbereich", "Geschäftsbereichs", "Haus", "Hause", "Hauses", "Ministerium", "Ministeriums", "Ressort",
        "Ressorts",
    }
)  # fmt: skip
"""Nouns for the ministry or body that somebody leads or speaks for."""
TEAMS: Final = frozenset({"Leute", "Leuten", "Mannschaft", "Team", "Teams", "Truppe"})
"""Nouns for those who work for somebody: what they do, the body does that somebody leads or works for."""
OF_DISTRICTS: Final = ("Kreis", "Landrat")
"""How names of offices and councils begin that sit in a town and belong to the district around it."""
WORKS: Final = frozenset({EntityType.SYSTEM, EntityType.SERVICE, EntityType.PROGRAMME})
WORKS_AND_EVENTS: Final = WORKS | {EntityType.EVENT}
"""Types of what is developed, used, tested and paid for."""
RUN: Final = frozenset({EntityType.SERVICE, EntityType.SYSTEM})
"""Types of what runs and is used."""
USES: Final = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS})
"""Relations of who has a work to what it has."""
STARTING: Final = frozenset({Status.DESIGNATED, Status.NEW})
"""Status of who has just begun, or is to begin."""


@dataclass(slots=True, eq=False)
class Draft:
    """An entity in the making.

    Attributes:
        name: Best name so far.
        type: Coarse type.
        kind: Local name of the specific class.
        entry: Entry of the reference data, if it is a known one.
        mentions: Spans in the folded text that name it.
        jurisdiction: The Land, Bund or EU it is tied to.
        feminine: Whether the words around it say that the person is a woman; None where they don't say.
        gender: Grammatical gender of a thing, `m`, `f` or `n`, where its article shows it.
        genders: Every gender by which the article has spoken of it („Dataport“ n, „die Anstalt“ f); may be empty.
        nouns: Lower-case common nouns that the article calls it by („F13, ein Assistent“).
        inner: Whether another body or Land may have one of the same name („Stabsstelle Digitales“).
        names: Surface forms that stand for it.
        bare: Its name in the reference data without the owner in it („Kommunalgremium“ of the IT-Planungsrat).
    """

    name: str
    type: EntityType
    kind: str
    entry: Entry | None = None
    mentions: Spans = field(default_factory=Spans)
    jurisdiction: Draft | None = None
    feminine: bool | None = None
    gender: str | None = None
    genders: str = ""
    nouns: frozenset[str] = frozenset()
    inner: bool = False
    names: Few[str] = field(default_factory=Few)
    bare: str = ""

    def add(self, start: int, end: int) -> None:
        """Note a place where it is named."""
        self.mentions.add((start, end))


@dataclass(slots=True, eq=False)
class RoleNoun:
    """An office title in a sentence, with what the words around it say.

    Attributes:
        name: Normalised title.
        iri: Role of the vocabulary, or None.
        status: Status by its adjectives, or None.
        bodies: Bodies or Länder named with it, most specific first.
        feminine: Whether its form is feminine.
        plural: Whether it stands for several people.
        level: Levels of the role.
        holders: People it was joined to.
        definite: Whether an article stands before it.
        weak: Whether it is an office only where its body is named.
        referred: Whether its body is only referred to: „CIO des Landes“.
        owned: Whether a possessive stands before it: „dessen Präsident“.
        post: Whether it is called by its post: „der CIO-Posten“ is nobody.
        inner: Whether it is one of a unit without a name inside its body: „Leiterin der Abteilung“.
        unplaced: Whether the adjective of a town that is not known stands before it: „der Ellersheimer Bürgermeister“.
    """

    name: str
    iri: str | None
    status: Status | None = None
    bodies: list[Draft] = field(default_factory=list)
    feminine: bool = False
    plural: bool = False
    level: tuple[str, ...] = ()
    holders: list[Draft] = field(default_factory=list)
    definite: bool = False
    weak: bool = False
    owned: bool = False
    referred: bool = False
    post: bool = False
    inner: bool = False
    unplaced: bool = False

    @property
    def is_deputy(self) -> bool:
        """Whether the title is that of somebody who stands in for another."""
        return self.name.lower().startswith(DEPUTIES)


@dataclass(slots=True, eq=False)
class Argument:
    """Something in a sentence that can fill a slot: a named entity, a reference to one, or an office title.

    Attributes:
        first: Index of its first token.
        last: One past the index of its last token.
        draft: The entity; None for an office title.
        role: The office title; None for an entity.
        marker: `np`, `gen`, or the preposition that governs it.
        cases: Cases it may stand in, of `nadg`.
        head: Index of the noun that it hangs on, or -1.
        begin: Index of the first token of its phrase.
        group: Number shared by coordinated arguments.
        clause: Index of its clause.
        reference: Whether it refers (pronoun, „das Land“) instead of naming.
        introduced_by: Lemma of a common noun that stands before the name in the same phrase.
        bracket: Argument in whose brackets or apposition it stands.
        adjective: Whether it is an adjective or the first part of a compound, so no phrase of its own.
    """

    first: int
    last: int
    draft: Draft | None = None
    role: RoleNoun | None = None
    marker: str = "np"
    cases: str = "nad"
    head: int = -1
    begin: int = -1
    group: int = -1
    clause: int = -1
    reference: bool = False
    introduced_by: str = ""
    bracket: Argument | None = None
    adjective: bool = False

    @property
    def nominative(self) -> bool:
        """Whether it is an entity in a phrase of its own that may be the subject of its clause."""
        return (
            self.draft is not None
            and self.marker == "np"
            and "n" in self.cases
            and self.head < 0
            and not self.adjective
        )

    @property
    def type(self) -> EntityType | None:
        """Type of the entity; None for an office title."""
        return None if self.draft is None else self.draft.type


@dataclass(slots=True, eq=False)
class Clause:
    """A finite verb with what belongs to it.

    Attributes:
        tokens: Indices of its tokens, in order.
        kind: `main`, `sub`, `relative` or `infinitive`.
        opener: Lower-case word that opens a subordinate clause.
        parent: Index of the clause it hangs on or goes on from, or -1.
        lemmas: Dictionary forms of its verbs, particles joined, with the index of the token.
        auxiliaries: Lower-case auxiliary and modal forms.
        participle: Whether its main verb is a participle.
        words: Its words in lower case.
        judged: Its modality, once it has been judged.
        all_verbs: Dictionary forms of its verbs, once they have been asked for.
        main_verbs: Those without the ones that only help, once they have been asked for.
        antecedent: What its relative pronoun refers to.
    """

    tokens: Sequence[int] = ()
    kind: str = "main"
    opener: str = ""
    parent: int = -1
    lemmas: list[tuple[str, int, bool]] = field(default_factory=list)
    auxiliaries: list[str] = field(default_factory=list)
    finite: bool = False
    joined: bool = False
    words: frozenset[str] = frozenset()
    judged: tuple[Modality | None, ...] = ()
    all_verbs: frozenset[str] = frozenset()
    main_verbs: frozenset[str] = frozenset()

    @property
    def verbs(self) -> frozenset[str]:
        """Dictionary forms of its verbs."""
        if not self.all_verbs:
            self.all_verbs = frozenset([lemma for lemma, _, _ in self.lemmas])
        return self.all_verbs


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence of a readable block.

    Attributes:
        start: First code point of the folded text.
        end: One past the last.
        kind: Kind of its block.
        block: Index of its block.
        tokens: Its words and marks.
        starts: First code point of each of them in the folded text.
        lower: The same in lower case.
        arguments: Slot fillers, by place.
        clauses: Its clauses.
        clause_of: Clause of each token.
        dates: Dates named in it.
        speaker: Person whose words it holds, or None.
        taken: Argument that a token belongs to.
        dated: Tokens that belong to dates.
        relatives: Tokens that are relative pronouns.
        context: Entities named before it, the last one last.
        topic: Subject of the sentence before.
        topics: What the sentence before is about: the systems, services and programmes it names, then its subject.
        near: Entities named in the sentence before.
        aside: Those of them that only a relative clause names.
        sources: Programmes so far named only for where money or a rule comes from, by `id`.
        going: Works, by `id`, that the sentence before tells to go or only holds against another.
        about: Work that the article is about so far.
        circle: Body of whose members the sentences before told.
        retracted: Whether the article itself takes back what it says.
    """

    start: int
    end: int
    kind: BlockKind
    block: int
    tokens: list[Token]
    starts: array[int]
    lower: list[str]
    arguments: list[Argument] = field(default_factory=list)
    clauses: Sequence[Clause] = ()
    clause_of: Sequence[int] = ()
    dates: Sequence[DateSpan] = ()
    speaker: Draft | None = None
    taken: dict[int, Argument] = field(default_factory=dict)
    dated: frozenset[int] = _NONE
    relatives: frozenset[int] = _NONE
    context: Sequence[Draft] = ()
    topic: Draft | None = None
    topics: Sequence[Draft] = ()
    near: Sequence[Draft] = ()
    aside: Sequence[Draft] = ()
    sources: frozenset[int] = _NONE
    going: frozenset[int] = _NONE
    about: Draft | None = None
    circle: Draft | None = None
    retracted: bool = False

    def text_at(self, i: int) -> str:
        """Text of a token; empty outside the sentence."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def low_at(self, i: int) -> str:
        """Lower-case text of a token; empty outside the sentence."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def has_attribute(self, noun: int, adjectives: Iterable[str]) -> bool:
        """Whether one of some adjectives stands before a noun, with an ending: „designierter Nachfolger“."""
        low = self.low_at(noun - 1)
        return any(low.startswith(word) and 0 < len(low) - len(word) <= _ENDING for word in adjectives)

    def clauses_naming(self, draft: Draft | None) -> set[int]:
        """Numbers of the clauses that name an entity or refer to it."""
        return {a.clause for a in self.arguments if a.draft is draft and 0 <= a.clause < len(self.clauses)}

    def verbs_of(self, clause: int) -> frozenset[str]:
        """Dictionary forms of the verbs of a clause, by its number; none of what stands in no clause."""
        return self.clauses[clause].verbs if 0 <= clause < len(self.clauses) else frozenset()

    def title(self, role: RoleNoun) -> Argument | None:
        """The argument that a title stands in, or None if it stands in another sentence."""
        return next((a for a in self.arguments if a.role is role), None)

    def mean(self, argument: Argument, draft: Draft) -> None:
        """Let an argument name another entity than it was taken for."""
        span = (self.starts[argument.first], self.end_of(argument.last - 1))
        if argument.draft is not None:
            argument.draft.mentions.discard(span)
        argument.draft = draft
        draft.add(*span)

    def put(self, argument: Argument) -> None:
        """Let an argument take its tokens; arguments that it overlaps give way."""
        first, last = argument.first, argument.last
        self.arguments[:] = [a for a in self.arguments if a.last <= first or a.first >= last]
        self.arguments.append(argument)
        for i in range(first, last):
            self.taken[i] = argument

    def drop(self, argument: Argument) -> None:
        """Take back an argument that names nothing after all."""
        self.arguments.remove(argument)
        for i in range(argument.first, argument.last):
            if self.taken.get(i) is argument:
                del self.taken[i]

    def refer(self, first: int, last: int, draft: Draft, cases: str, group: int = -1) -> Argument:
        """Let tokens that name nothing stand for an entity.

        Args:
            first: Index of the first token.
            last: One past the index of the last token.
            draft: The entity.
            cases: Cases of a pronoun; empty for a noun, whose case its article tells.
            group: Number shared with the other things that the same tokens stand for.
        """
        argument = Argument(first, last, draft=draft, reference=True, group=group)
        if cases:
            argument.cases, argument.begin = cases, first
            before = self.low_at(first - 1)
            if before in PREPOSITIONS and before not in {"als", "wie"}:
                argument.marker, argument.begin = PREPOSITIONS[before], first - 1
        self.arguments.append(argument)
        for i in range(first, last):
            self.taken[i] = argument
        return argument

    def lay_by(self) -> None:
        """Give up, until it is taken up, what can be made again of its words."""
        self.lower = []

    def take_up(self) -> None:
        """Have all again that was given up to lay it by."""
        self.lower = self.lower or [token.low for token in self.tokens]

    def forget(self) -> None:
        """Give up what was made of its words; it stays as the place that what was read from it came from."""
        del self.arguments, self.tokens, self.lower, self.taken, self.starts
        self.clauses = self.clause_of = self.dates = self.context = self.topics = self.near = self.aside = ()
        self.dated = self.relatives = self.sources = self.going = _NONE

    def end_of(self, i: int) -> int:
        """One past the last code point of a token."""
        return self.starts[i] + len(self.tokens[i].text)

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Indices of the first token that reaches into a span and of the first after it."""
        first = bisect_right(self.starts, start)
        if first and self.end_of(first - 1) > start:
            first -= 1
        return first, bisect_left(self.starts, end, first)

    def dates_in(self, clause: int) -> list[DateSpan]:
        """The dates of a clause, by its number."""
        return [d for d in self.dates if self.clause_of[self.token_range(d.start, d.end)[0]] == clause]


@dataclass(slots=True)
class FactDraft:
    """A fact in the making."""

    subject: Draft
    predicate: Predicate
    object: Draft
    modality: Modality
    confidence: float
    sentence: Sentence
    rule: str
    speaker: Draft | None = None


@dataclass(slots=True)
class OfficeDraft:
    """An office in the making.

    `since` and `until` are dates as the text gives them. `how` is `title` (before a name), `apposition` (after it) or
    `clause` (by a verb); `sure` says whether the text names the body with the title. `rule` names the frame or the
    construction that told of it, `guess` the one by which the Land of a bare title was found.
    """

    person: Draft
    role: RoleNoun
    body: Draft | None
    status: Status
    _: KW_ONLY
    confidence: float
    sentence: Sentence
    since: str | None = None
    until: str | None = None
    how: str = "title"
    sure: bool = False
    rule: str = "title-before-name"
    guess: str = ""

    @property
    def told_by(self) -> str:
        """The rule that is given for it: that of the guess, if there is one."""
        return self.guess if self.guess and not self.sure else self.rule


_OPENING = frozenset({"", ":", "„", "»", "“"})
"""What stands before a word that is written with a capital whatever it is."""
_LASTING = frozenset({"lang", "über"})


def modality_of(status: Status | None) -> Modality:
    """Modality of what an office of this status says of its holder."""
    return next((modality for modality, told in STATUS_OF.items() if told is status), Modality.ASSERTED)


def by_person(offices: Iterable[OfficeDraft]) -> dict[int, list[OfficeDraft]]:
    """The offices of each person, by its `id`."""
    held: dict[int, list[OfficeDraft]] = {}
    for office in offices:
        held.setdefault(id(office.person), []).append(office)
    return held


def only_one(drafts: Iterable[Draft | None]) -> Draft | None:
    """The one entity that all of these are, or None where there is none or more than one."""
    others = iter(drafts)
    one = next(others, None)
    for other in others:
        if other is not one:
            return None
    return one


def lies_outside(town: Draft, land: Draft) -> bool:
    """Whether a town is known, and known to be in other Länder."""
    if town.entry is None or land.entry is None or not town.entry.jurisdictions:
        return False
    return land.entry.iri not in town.entry.jurisdictions


def only_person(s: Sentence, number: int) -> Argument | None:
    """Where a clause first names the one person who is its subject; None where there is none or more than one."""
    people = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON and a.nominative]
    return people[0] if len({id(a.draft) for a in people}) == 1 else None


def bare_nouns(s: Sentence, clause: Clause) -> list[int]:
    """Common nouns of a clause with no preposition before them, that are no part of a name, a title or a time."""
    return [
        i
        for i in clause.tokens
        if s.tokens[i].text[0].isupper()
        and i not in s.taken
        and i not in s.dated
        and s.text_at(i - 1) not in _OPENING
        and s.low_at(i + 1) not in _LASTING
        and PREPOSITIONS.keys().isdisjoint(s.lower[max(0, i - 3) : i])
    ]


def facts_by_sentence(facts: Iterable[FactDraft]) -> defaultdict[int, list[FactDraft]]:
    """Facts in their order, by the `id` of their sentence."""
    found: defaultdict[int, list[FactDraft]] = defaultdict(list)
    for fact in facts:
        found[id(fact.sentence)].append(fact)
    return found
