"""Reads pages: what articles name and state is weighed and made a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.assemble import Assembler
from govgraph.extract.clauses.agreement import Agreement
from govgraph.extract.clauses.arguments import MarkerFinder
from govgraph.extract.clauses.fitting import of_type
from govgraph.extract.clauses.modality import ModalityReader
from govgraph.extract.clauses.slots import SlotTypes
from govgraph.extract.facts.applied_for import only_applied_for
from govgraph.extract.facts.attributive_times import settle_attributes
from govgraph.extract.facts.coming_events import events_to_come, is_dated_ahead
from govgraph.extract.facts.implied_by_offices import chairs_begun, chairs_left
from govgraph.extract.facts.overruled import Overruled, elsewhere
from govgraph.extract.facts.premises import is_to_sit
from govgraph.extract.facts.ranker import RULE, Ranker
from govgraph.extract.facts.replaced_works import ReplacedWorks
from govgraph.extract.facts.seats_by_change import posts_of_represented, seats_settled
from govgraph.extract.facts.shut_downs import never_began
from govgraph.extract.knowledge import Knowledge
from govgraph.extract.names.naming import Cast
from govgraph.extract.offices.lands import GOVERNING, LANDS
from govgraph.extract.references.coreference import referring_words
from govgraph.extract.references.tools import Tools
from govgraph.extract.scene import SceneReader
from govgraph.extract.state import BOARDS, Draft, FactDraft, OfficeDraft, Sentence, lies_outside
from govgraph.extract.statements import StatementReader
from govgraph.language.identify import GERMAN
from govgraph.model import BASE, Article, ArticleRecord, BlockKind, EntityType, Modality, Page, Predicate, Record
from govgraph.model.collecting import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from govgraph.extract.facts.frames import FrameFiller
    from govgraph.extract.facts.ranker import Weights
    from govgraph.extract.names.name_types import NameWeights
    from govgraph.language.text import FoldedText
    from govgraph.vocabulary import Vocabulary


_OF_NO_TOWN = frozenset({"Association", "CivilSocietyOrganisation", "ResearchInstitute", "University"})
_TOGETHER = 5000
"""How many sentences are read together: more than an article has. Of a book, names are known throughout; what else a
sentence needs of others it finds among so many, so that memory holds the words of the book and not their analysis."""


class Proposals(NamedTuple):
    """What rules read from one article.

    Attributes:
        folded: Its text, folded.
        cast: Its entities.
        sentences: Its sentences, with arguments and clauses.
        offices: Offices.
        facts: Facts, with the confidence of their rules.
    """

    folded: FoldedText
    cast: Cast
    sentences: list[Sentence]
    offices: list[OfficeDraft]
    facts: list[FactDraft]


class Reader:
    """Turns pages into records. Build one for each process and use it for many pages.

    Args:
        vocabulary: What the ontology and the user's files say.
        base: Base of the IRIs.
        weights: Weights of the ranker; those of the package if None.
        name_weights: Weights of the signs of names; those of the package if None.

    Attributes:
        language: Tag of the language that it reads.
    """

    language = GERMAN

    def __init__(
        self,
        vocabulary: Vocabulary,
        base: str = BASE,
        weights: Weights | None = None,
        name_weights: NameWeights | None = None,
    ) -> None:
        self.k = Knowledge(vocabulary)
        self.base = base
        agreement = Agreement(self.k)
        modality = ModalityReader(self.k)
        refers = referring_words(self.k, agreement)
        tools = Tools(self.k, agreement, SlotTypes(self.k), MarkerFinder(self.k, agreement), refers)
        self._scenes = SceneReader(self.k, agreement, name_weights)
        self._statements = statements = StatementReader(tools, modality)
        self.ranker = Ranker(self.k, modality, weights)
        replaced = ReplacedWorks(self.k.words)
        ruling_out = (statements.handed_over.rules_out, statements.events_again.rules_out, replaced.rules_out)
        self._overruled = Overruled(self.k.words, statements.shut_downs, ruling_out)
        self._jests = self.k.words("jest-kickers")
        self._moves = frozenset(
            frame.name for frame in vocabulary.frames if frame.part == "verb" and frame.evokes is Predicate.LOCATED_IN
        )

    def read(self, page: Page) -> Record:
        """Read every article of a page.

        Args:
            page: A page from `govgraph.sources`.

        Returns:
            Its record; every quote stands verbatim at its offsets.
        """
        with uncollected():
            return Record(page.name, page.source, tuple(self.read_article(article) for article in page.articles))

    def read_article(self, article: Article) -> ArticleRecord:
        """Read one article; of one in another language than the reader's, or in jest, nothing is read."""
        if not self.reads(article):
            return ArticleRecord(article, (), (), ())
        offices: list[OfficeDraft] = []
        facts: list[FactDraft] = []
        scene = self._scenes.read(article)
        for s in scene.sentences[_TOGETHER:]:
            s.lay_by()
        while scene.sentences:
            part = scene.sentences[:_TOGETHER]
            del scene.sentences[:_TOGETHER]
            for s in part:
                s.take_up()
            said, stated = self._statements.stated(scene, part)
            offices += said
            facts += self.decided(part, said, stated, article.date)
            while part:
                part.pop().forget()
        facts = self.finished(facts, offices)
        self._authors(article, scene.folded, scene.cast)
        folded, drafts = scene.folded, scene.cast.drafts
        # what names were found by makes room for the record
        del scene
        words = self.k.words("own-systems"), self.k.words("sole-organs")
        return Assembler(article, folded, self.base, *words).record(drafts, offices, facts)

    def decided(
        self, part: Sequence[Sentence], offices: Sequence[OfficeDraft], stated: Sequence[FactDraft], date: str | None
    ) -> list[FactDraft]:
        """Facts that stay once they are weighed, and held against one another and against offices.

        Args:
            part: Sentences that follow one another.
            offices: What they say of offices.
            stated: What rules read from them.
            date: Date of the article.
        """
        found = self.ranker.decide(part, [f for f in stated if self.allows(f)], date)
        held = {(id(o.person), id(o.body)) for o in offices}
        found = [f for f in found if f.rule != RULE or (self._overruled.holds(f, offices) and not elsewhere(f, found))]
        found = [
            f
            for weighed in self._statements.staying_out.allowed(part, found)
            for f in self._statements.trials.weighed(weighed)
        ]
        found = [self._standing(f, date) for f in found if self.allows(f) and not _of_the_house(f, held)]
        settle_attributes(found, self.k.words, date)
        self._statements.put_off.settle(part, found, date)
        self._statements.told_ends.settle(part, found, date)
        self._statements.old_works.settle(part, found)
        seats_settled(found, offices, self.k.words)
        posts_of_represented(offices, found)
        return found

    @staticmethod
    def finished(facts: list[FactDraft], offices: Sequence[OfficeDraft]) -> list[FactDraft]:
        """Facts of a whole article, where what it says of events and offices elsewhere settles how they are told."""
        events_to_come(facts)
        chairs_left(facts, offices)
        return chairs_begun(facts, offices)

    def reads(self, article: Article) -> bool:
        """Whether an article is in the reader's language, and in earnest."""
        return article.language == self.language and not self.jests(article)

    def jests(self, article: Article) -> bool:
        """Whether an article is satire, by its kicker or headline: nothing that it says is so."""
        heads = filter(None, (article.kicker, article.title))
        return any(head.strip(" .:!?|„“»«").lower() in self._jests for head in heads)

    def parts(self, article: Article) -> bool:
        """Whether a sentence of an article is so long, as a list of a thousand names, that it is read in parts."""
        return self.reads(article) and self._scenes.parts(article)

    def allows(self, fact: FactDraft) -> bool:
        """Whether the ontology allows both ends, whatever rule read them: no graph may break its own shapes.

        A ministry known to be one Land's is part of no other, however close the other is named, nor does a town that
        is known lie in another Land.
        """
        if fact.sentence.kind is BlockKind.CONTACT and fact.sentence.tokens[-1].text != ".":
            # a line of whom to ask names people with their offices, and states nothing else
            return False
        if (
            fact.sentence.retracted
            or _never_inside(fact)
            or _of_others(fact)
            or _with_itself(fact)
            or never_began(fact)
            or only_applied_for(fact)
        ):
            return False
        within = fact.predicate in {Predicate.PART_OF, Predicate.LOCATED_IN} and fact.object.kind == "State"
        if within and _of_another_land(fact.subject, fact.object):
            return False
        subjects, objects = self.k.vocabulary.signatures[fact.predicate]
        return of_type(fact.subject, subjects) and of_type(fact.object, objects)

    def _standing(self, fact: FactDraft, date: str | None) -> FactDraft:
        """„Die Behörde in Bonn plant …“: where something is, holds whatever the clause says, but for a move."""
        if is_dated_ahead(fact, date):
            fact.modality = Modality.PLANNED
        if fact.predicate is Predicate.LOCATED_IN and fact.rule not in self._moves and not is_to_sit(fact):
            fact.modality = Modality.ASSERTED
        return fact

    def propose(self, article: Article) -> Proposals:
        """What rules read from an article, before it is weighed; the ranker is trained on it."""
        scene = self._scenes.read(article)
        offices, facts = self._statements.stated(scene, scene.sentences)
        self._authors(article, scene.folded, scene.cast)
        return Proposals(scene.folded, scene.cast, scene.sentences, offices, facts)

    def filler(self, date: str | None) -> FrameFiller:
        """What fills the frames of an article's sentences, by the date of the article; a trace asks what it lacks."""
        return self._statements.filler(date)

    def unknown_names(self, article: Article) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Words of an article that may be names, with the signs of what they are; their weights are trained on it."""
        return self._scenes.unknown_names(article)

    @staticmethod
    def _authors(article: Article, folded: FoldedText, cast: Cast) -> None:
        for author in article.authors:
            at = folded.text.find(author)
            draft = cast.find(author, EntityType.PERSON) or cast.named(author, EntityType.PERSON, "Person")
            if at >= 0:
                draft.add(at, at + len(author))


def _of_the_house(fact: FactDraft, held: Set[tuple[int, int]]) -> bool:
    """Whether nothing but an office makes somebody a member: who is Staatssekretär in a ministry belongs to it."""
    unread = fact.rule == RULE and fact.predicate is Predicate.MEMBER_OF
    return unread and (id(fact.subject), id(fact.object)) in held


def _with_itself(fact: FactDraft) -> bool:
    """„Hessen arbeitet mit dem Innenministerium zusammen“: a Land does what its own ministries do."""
    if fact.predicate is not Predicate.COOPERATES_WITH:
        return False
    ends = (fact.subject, fact.object), (fact.object, fact.subject)
    return any(
        one.kind in LANDS
        and other.kind in GOVERNING
        and other.jurisdiction is one
        and (one.kind == "Federation" or not other.name.startswith("Bund"))
        for one, other in ends
    )


def _never_inside(fact: FactDraft) -> bool:
    """Whether a body cannot belong to another by their kinds, whatever is said.

    A ministry is part of a Land, of the Bund or of a government alone, a university or an association of no town, a
    university of no Land, and no body is a member of a ministry. A party adopts no law; of boards its
    people are members.
    """
    subject, body = fact.subject, fact.object
    if fact.predicate is Predicate.ADOPTS and subject.kind == "Party":
        return body.type is EntityType.LAW
    if fact.predicate is Predicate.LOCATED_IN and body.kind == "Federation":
        # where in the country something is, is not told by that
        return True
    if subject.kind == "Party" and fact.predicate in {Predicate.CHAIRS, Predicate.MEMBER_OF} and body.kind in BOARDS:
        # „Eva Roth (MdB, SPD) ist Mitglied im Digitalausschuss“
        return True
    if fact.predicate is Predicate.MEMBER_OF:
        return body.kind == "Ministry" and subject.type is not EntityType.PERSON
    if fact.predicate is not Predicate.PART_OF:
        return False
    if subject.kind == "Ministry":
        return body.type is not EntityType.JURISDICTION and body.kind != "Government"
    if body.type is EntityType.MUNICIPALITY:
        return subject.kind in _OF_NO_TOWN
    return subject.kind == "University" and body.type is EntityType.JURISDICTION


def _of_others(fact: FactDraft) -> bool:
    """„Wie Bayern hat nun Sachsen ein Digitalgesetz“: no Land adopts another's law."""
    maker, owner = fact.subject, fact.object.jurisdiction
    if fact.predicate is not Predicate.ADOPTS or owner is None:
        return False
    return maker.kind == owner.kind == "State" and maker is not owner


def _of_another_land(thing: Draft, land: Draft) -> bool:
    """Whether a ministry or town is known to be that of another Land."""
    if thing.kind == "Ministry" and thing.jurisdiction is not None:
        return land is not thing.jurisdiction
    return thing.type is EntityType.MUNICIPALITY and lies_outside(thing, land)
