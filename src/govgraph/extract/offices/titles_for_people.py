"""Titles that stand for people: „Anna Weber kam. Die Ministerin …“.

Called once for an article, after titles beside names are read: it adds a reference for each such title, which verbs and
frames then read as the person.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import ADDRESS
from govgraph.extract.offices.free_titles import FreeTitles, named_as_source
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.offices.speakers_past_colons import speakers_past_colons
from govgraph.extract.offices.spoken_of import appointed, doing_person, people_spoken_of, titles_of_subjects
from govgraph.extract.people.gender import is_neutral
from govgraph.extract.references.person_nouns import PersonNouns
from govgraph.extract.state import DEPUTIES, Argument, only_one
from govgraph.language.grammar import IS_CALLED
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.appositions import AppositionFinder
    from govgraph.extract.offices.office_making import OfficeMaker
    from govgraph.extract.state import Draft, OfficeDraft, RoleNoun, Sentence

_DOES = frozenset(
    {"hat", "hatte", "ist", "war", "wird", "will", "wollte", "kann", "muss", "soll", "lässt", "legt", "legte"}
)
"""Verbs before a title that tell of what somebody does, and not of what others say of them."""
_BY_REFERENCE = 0.65
"""Confidence of an office of a title that stands for a person."""


class _Known:
    """What offices read before say of people, each by the id of the person.

    Attributes:
        offices: The offices.
        holding: People by the titles, in small letters, that they have.
        titled: Who has a title.
        beside: Whose a title is that is told beside a name, by the id of the title.
        lands: Ids of the Länder that somebody has an office of.
        towns: Ids of the towns that somebody has an office of.
    """

    def __init__(self, offices: Sequence[OfficeDraft]) -> None:
        self.offices = offices
        self.holding: dict[str, dict[int, Draft]] = {}
        self.titled = {id(o.person) for o in offices}
        self.beside = {id(o.role): id(o.person) for o in offices}
        self.lands: dict[int, set[int]] = {}
        self.towns: dict[int, set[int]] = {}
        for o in offices:
            self.add(o.role, o.person)
            if o.sure and o.body is not None and (land := _land_of(o.body)) is not None:
                self.lands.setdefault(id(o.person), set()).add(id(land))
            if o.body is not None and o.body.kind in TOWNS:
                self.towns.setdefault(id(o.person), set()).add(id(o.body))

    def add(self, role: RoleNoun, person: Draft) -> None:
        """Somebody has a title."""
        self.holding.setdefault(role.name.lower(), {})[id(person)] = person

    def holders(self, role: RoleNoun) -> dict[int, Draft]:
        """Who has a title as far as it is said, unless of another Land or town than the one said."""
        low = role.name.lower()
        town = role.bodies[0] if role.bodies and role.bodies[0].kind in TOWNS else None
        holders = {
            key: d
            for name, group in self.holding.items()
            if name.endswith(low)
            for key, d in group.items()
            if not self.is_elsewhere(role, key)
        }
        if town is not None and len(holders) == 1 and self.towns.get(next(iter(holders)), set()) - {id(town)}:
            # „Oberbürgermeister A stellte X vor. Der Bürgermeister von Wismar …“: of another town than A
            return {}
        return holders

    def is_elsewhere(self, role: RoleNoun, person: int) -> bool:
        """Whether somebody, by their id, has an office of another Land than a title says."""
        land = _land_of(role.bodies[0]) if role.bodies else None
        return land is not None and bool(self.lands.get(person, set()) - {id(land)})

    def has_all(self, role: RoleNoun, person: Draft) -> bool:
        """Whether „der Minister“ was said to be Digitalminister, which is the same; a Vizepräsident is no Präsident."""
        low = role.name.lower()
        names = [name for name, group in self.holding.items() if id(person) in group]
        return any(name.endswith(low) and not name.startswith(DEPUTIES) for name in names)


@dataclass(slots=True)
class _Lately:
    """Of whom the sentences before speak.

    Attributes:
        people: The people of the sentence before, or of the one before that where it names nobody.
        lead: The one of them who does something, or is made something.
        gap: Whether the last sentence named nobody.
        strange: The last sentence with a title that stands for somebody else.
        aside: In which block the sentence before named whom only as the source of what it tells.
    """

    people: list[Draft] = field(default_factory=list)
    lead: Draft | None = None
    gap: bool = False
    strange: Sentence | None = None
    aside: dict[int, int] = field(default_factory=dict)


class TitlesForPeople:
    """Reads titles that stand for people.

    Args:
        knowledge: Compiled vocabulary.
        make: Makes offices.
        beside: Finder of titles beside names.
        agreement: What nouns and names agree in.
    """

    def __init__(self, knowledge: Knowledge, make: OfficeMaker, beside: AppositionFinder, agreement: Agreement) -> None:
        self.k = knowledge
        self.beside = beside
        self._make = make
        self._agreement = agreement
        self._free = FreeTitles(knowledge, beside)
        self._nouns = PersonNouns(knowledge, agreement)
        self._appointing = knowledge.words("appointing-verbs")
        speech = knowledge.words("speech-verbs") | knowledge.words("public-speech-verbs")
        self._speech = speech - knowledge.words("contradicting-verbs")
        self._ministers = tuple(knowledge.words("titles-of-ministers"))
        self._officials = tuple(knowledge.words("titles-below-ministers") | knowledge.words("subordinate-roles"))

    def offices(
        self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft], asked: Draft | None = None
    ) -> list[OfficeDraft]:
        """„Der Amtschef der Staatskanzlei ist …“: a definite title without a name stands for the person spoken of.

        The person is the one who holds that title in the article, else the only person of the sentence before.
        The title becomes a reference to the person, and if it says more than is known an office of its own.

        Args:
            sentences: The article.
            known: Offices read so far.
            asked: Who is interviewed.
        """
        out: list[OfficeDraft] = []
        so_far, lately = _Known(known), _Lately()
        for s in sentences:
            people = [a.draft for a in people_spoken_of(s) if a.draft is not None]
            talk = s.kind in {BlockKind.ANSWER, BlockKind.QUESTION}
            if talk:
                # „Was erwarten Sie von A?“ – „Weber: Klarheit. Die Ministerin hat …“: nobody speaks so of themselves
                people = [d for d in people if d is not s.speaker and d is not asked]
            for title in [a for a in s.arguments if a.role is not None]:
                role = title.role
                person = None if role is None else self._person(s, title, role, so_far, lately, asked)
                if role is not None and person is not None:
                    out += self._referring(s, title, role, person, so_far)
            for role, person in titles_of_subjects(s):
                so_far.add(role, person)
            called = self._nouns.find(s, lately.people, lately.lead)
            for person, noun in called:
                out += self._joined(s, noun, person)
            people = people or [person for person, _ in called]
            lately.aside = named_as_source(s) if people else lately.aside
            doing = doing_person(s)
            doing = None if talk and doing not in people else doing
            lately.lead = appointed(s, self._appointing) or doing or (lately.lead if not people else None)
            if people or not lately.people or lately.gap:
                lately.people, lately.gap = people, False
            else:
                lately.gap = True
        titled = [o.person for o in (*known, *out)]
        for s, title, role, person in speakers_past_colons(sentences, titled, self._agreement, self._speech):
            out += self._referring(s, title, role, person, so_far)
        return out

    def _referring(
        self, s: Sentence, title: Argument, role: RoleNoun, person: Draft, known: _Known
    ) -> Iterator[OfficeDraft]:
        """Let a title refer to a person; what it says of them that is not known."""
        reference = Argument(title.first, title.last, draft=person, cases="n", begin=title.begin, reference=True)
        reference.clause = title.clause
        s.arguments.append(reference)
        role.holders.append(person)
        learnt = s.has_attribute(title.first, self.k.words("trade-adjectives"))
        if not learnt and (role.bodies or not known.has_all(role, person)):
            yield _by_reference(self._make.office(s, person, role))
        yield from self._joined(s, title, person)

    def _person(  # noqa: PLR0913
        self, s: Sentence, title: Argument, role: RoleNoun, known: _Known, lately: _Lately, asked: Draft | None
    ) -> Draft | None:
        """Whom a title stands for, or None."""
        if role.post or s.low_at(self.beside.phrases.phrase_end(s, title)) in IS_CALLED:
            # „Die zuständige Abteilungsleiterin heißt Anna Weber“: no word for anybody named before
            return None
        colon = self._before_colon(s, title)
        holders = known.holders(role) if colon is None else {id(colon): colon}
        near = self._meant_by(s, title, lately) if colon is None else holders
        person = next(iter((holders if len(holders) == 1 else near).values()), None)
        if any(a.marker == ADDRESS and a.draft is person for a in s.arguments):
            # „Der CIO ist dagegen, Herr Weber.“: said to somebody of another
            return None
        if person is not None and id(person) not in holders and self._is_official(role, person, known):
            # „Staatssekretär A sprach. Der Minister war verhindert“: somebody above
            lately.strange = s
            return None
        if known.beside.get(id(role)) not in {None, id(person)}:
            # „A wird CIO. Der bisherige CIO, B, …“: whose it is stands beside it
            return None
        if colon is not None or self._free.stands_alone(s, title):
            if person is None or not self._agrees(s, title, person, role):
                lately.strange = lately.strange if person is None else s
                return None
            another = self._is_of_another(s, title, person, lately.strange)
            another = another or lately.aside.get(id(person), s.block) != s.block
            if colon is None and id(person) not in holders and another:
                lately.strange = s
                return None
        elif self._free.stands_inside(s, title):
            woman = None if person is None else self._agreement.is_woman(person)
            if person is None or woman is not self._free.is_of_woman(s, title):
                return None
            other = id(person) not in holders and id(person) in known.titled
            if other and (not role.bodies or known.is_elsewhere(role, id(person))):
                # who has another title already is not meant by one without a body, or of another Land
                return None
        elif asked is not None and self._free.asked_by_title(s, title):
            person = asked
        else:
            return None
        # „Der ehemalige CIO sprach. Der künftige CIO A …“: one cannot be the other
        return None if role.status is Status.FORMER and _has_yet(known.offices, person, role) else person

    def _is_official(self, role: RoleNoun, person: Draft, known: _Known) -> bool:
        """Whether a title is one of a minister, and somebody is an official and no member of a government."""
        if not role.name.lower().endswith(self._ministers):
            return False
        own = [name for name, group in known.holding.items() if id(person) in group]
        return any(name.endswith(self._officials) for name in own) and not any(
            name.endswith(self._ministers) for name in own
        )

    def _before_colon(self, s: Sentence, title: Argument) -> Draft | None:
        """„Zustimmung kommt von Anna Weber: Die CIO des Landes lobt …“: the one person named before the colon."""
        role = title.role
        if role is None or role.holders or role.plural or not role.definite or title.marker != "np":
            return None
        if s.kind is BlockKind.ANSWER or s.low_at(title.begin) not in {"der", "die"}:
            return None
        if s.text_at(title.begin - 1) != ":":
            return self._doing_before_colon(s, title)
        people = [a for a in s.arguments if a.type is EntityType.PERSON and a.last < title.begin]
        if any(a.marker == ADDRESS for a in people):
            # „Herr Weber: Der Minister ist dagegen.“
            return None
        person = only_one(a.draft for a in people)
        if person is None or self._agreement.is_woman(person) not in {None, self._free.is_of_woman(s, title)}:
            return None
        lemmas = {lemma for clause in s.clauses for lemma, at, _ in clause.lemmas if at < title.begin}
        says = not lemmas.isdisjoint(self.k.words("speech-verbs"))
        beside = not says and people[-1].last == title.begin - 1
        return person if beside or people[-1].marker != "np" else None

    def _doing_before_colon(self, s: Sentence, title: Argument) -> Draft | None:
        """„Jens Ott macht Ernst: Im Mai hat der Minister für Digitales einen Plan vorgelegt“: who does both.

        What somebody says of „der Minister“ is of another.
        """
        if s.low_at(title.begin - 1) not in _DOES or not 0 <= title.clause < len(s.clauses):
            return None
        colon = next((i for i in range(title.begin - 1, 0, -1) if s.tokens[i].text == ":"), -1)
        people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference]
        doing = people[0] if len(people) == 1 else None
        if doing is None or doing.last > colon or not doing.nominative or doing.draft is None:
            return None
        lemmas = {lemma for clause in s.clauses for lemma, at, _ in clause.lemmas if at < colon}
        agrees = self._agreement.is_woman(doing.draft) in {None, self._free.is_of_woman(s, title)}
        return doing.draft if agrees and lemmas.isdisjoint(self.k.words("speech-verbs")) else None

    def _meant_by(self, s: Sentence, title: Argument, lately: _Lately) -> dict[int, Draft]:
        """The one person of the sentence before that a title can stand for: the only one, or its subject."""
        near = {id(d): d for d in lately.people}
        if len(near) < 2 or title.role is None or is_neutral(title.role.name):
            return near if len(near) == 1 else {}
        woman = self._free.is_of_woman(s, title)
        near = {key: d for key, d in near.items() if self._agreement.is_woman(d) is woman}
        if len(near) > 1 and lately.lead is not None and id(lately.lead) in near:
            return {id(lately.lead): lately.lead}
        return near if len(near) == 1 else {}

    def _is_of_another(self, s: Sentence, title: Argument, person: Draft, strange: Sentence | None) -> bool:
        """Whether a definite title is not the person's before: it has a name, another gender, or does them something.

        Nor is one that follows on such a title: „Der Bürgermeister gratulierte ihr. Die Dezernentin war nicht dabei“.
        """
        woman = self._agreement.is_woman(person)
        if woman not in {None, self._free.is_of_woman(s, title)} or self._free.is_named(s, title):
            return True
        if self._free.meets(s, title, woman=woman):
            return True
        near = strange is not None and strange.block == s.block and title.begin == 0
        return near and title.role is not None and not title.role.bodies

    def _joined(self, s: Sentence, title: Argument, person: Draft) -> Iterator[OfficeDraft]:
        """„Der Physiker, zuletzt Abteilungsleiter bei …“: what else a title or noun says that stands for a person."""
        for other in self.beside.joined(s, title, person):
            if other.role is not None:
                other.role.holders.append(person)
                status = self.beside.told(s, Argument(title.first, title.last, draft=person), other)
                yield _by_reference(self._make.office(s, person, other.role, status))

    def _agrees(self, s: Sentence, title: Argument, person: Draft, role: RoleNoun) -> bool:
        """Whether a person can be meant by a title; of „die Beauftragte“ the article alone tells the gender."""
        if s.lower[title.first][-2:] in {"te", "de"}:
            return self._agreement.is_woman(person) in {None, s.lower[title.begin] == "die"}
        return self._woman(person, role) in {None, role.feminine}

    def _woman(self, person: Draft, role: RoleNoun) -> bool | None:
        """Whether a person is a woman, for titles that tell; None where neither does."""
        return None if is_neutral(role.name) else self._agreement.is_woman(person)


def _has_yet(known: Sequence[OfficeDraft], person: Draft, role: RoleNoun) -> bool:
    """Whether somebody is told to have a title still, or to get it, and nowhere to have had it."""
    own = [o.status for o in known if o.person is person and o.role.iri == role.iri and o.role.name == role.name]
    return bool(own) and Status.FORMER not in own


def _by_reference(office: OfficeDraft) -> OfficeDraft:
    return replace(office, confidence=min(office.confidence, _BY_REFERENCE), rule="title-for-a-person")


def _land_of(body: Draft) -> Draft | None:
    """The Land or the Bund that a body is tied to, or that it is."""
    return body if body.kind in LANDS else body.jurisdiction
