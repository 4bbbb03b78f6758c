"""Reads pages: the one place that knows the order of the steps of extraction."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from govgraph.extract.assemble import Assembler
from govgraph.extract.clauses.agreement import Agreement
from govgraph.extract.clauses.arguments import MarkerFinder
from govgraph.extract.clauses.clauses import ClauseFinder
from govgraph.extract.clauses.ellipsis import shared_out
from govgraph.extract.clauses.fitting import of_type
from govgraph.extract.clauses.modality import ModalityReader
from govgraph.extract.clauses.relatives import relative_arguments
from govgraph.extract.clauses.slots import SlotTypes
from govgraph.extract.clauses.tenses import settle_dates
from govgraph.extract.facts.answers import Answers
from govgraph.extract.facts.controlled import ControlledNouns
from govgraph.extract.facts.denials import Denials
from govgraph.extract.facts.followers import followers
from govgraph.extract.facts.frames import FrameFiller, facts_of
from govgraph.extract.facts.handed_over import HandedOver
from govgraph.extract.facts.hanging import name_facts
from govgraph.extract.facts.implied import (
    chairs_begun,
    chairs_left,
    chairs_of,
    events_to_come,
    implied_facts,
    joint_facts,
    known_parts,
    owned_bodies,
    places_beside,
    places_by_adjective,
    representing,
    state_bodies,
    turns_of,
)
from govgraph.extract.facts.like_contracts import LikeContracts
from govgraph.extract.facts.means import Means
from govgraph.extract.facts.members import listed_members
from govgraph.extract.facts.named_next import named_next
from govgraph.extract.facts.occasions import OccasionReader
from govgraph.extract.facts.on_trial import Trials
from govgraph.extract.facts.overruled import Overruled, elsewhere
from govgraph.extract.facts.possessed import possessed_bodies, possessed_works
from govgraph.extract.facts.premises import is_to_sit, premises
from govgraph.extract.facts.profiles import Profiles, described
from govgraph.extract.facts.programme_money import ProgrammeMoney
from govgraph.extract.facts.qualities import qualities
from govgraph.extract.facts.ranker import RULE, Ranker
from govgraph.extract.facts.retractions import Retractions, not_left_open, standing
from govgraph.extract.facts.running import RunningWorks, operators
from govgraph.extract.facts.shut_downs import ShutDowns, never_began
from govgraph.extract.facts.signing import Signatures
from govgraph.extract.facts.staying_out import StayingOut
from govgraph.extract.knowledge import Knowledge
from govgraph.extract.names.abroad import Abroad, Stretches
from govgraph.extract.names.cabinets import part_cabinets
from govgraph.extract.names.councils import TownCouncils
from govgraph.extract.names.districts import settle_districts
from govgraph.extract.names.headlines import examples_of, kicker_facts, named_after
from govgraph.extract.names.kinds import kinds_of_names, nouns_of_names
from govgraph.extract.names.name_signs import NameSigns
from govgraph.extract.names.name_types import NameTypes
from govgraph.extract.names.name_words import NameWords
from govgraph.extract.names.namesakes import Namesakes
from govgraph.extract.names.naming import Cast
from govgraph.extract.names.owner_adjectives import owned_by_adjective
from govgraph.extract.names.renamed import join_renamed
from govgraph.extract.names.same_bodies import join_bodies
from govgraph.extract.names.shapes import Openings, ShapeFinder
from govgraph.extract.names.short_laws import settle_short_laws
from govgraph.extract.names.towns_portals import TownsPortals, name_of
from govgraph.extract.names.units import units_in_bodies
from govgraph.extract.names.unknown_names import UnknownNames
from govgraph.extract.names.unlisted import UnlistedTowns
from govgraph.extract.names.variants import mark_variants
from govgraph.extract.names.whose_organs import part_organs
from govgraph.extract.offices.asked_predecessors import asked_predecessors
from govgraph.extract.offices.beginnings import Beginnings
from govgraph.extract.offices.chair_years import ChairYears
from govgraph.extract.offices.chairing import ChairReader
from govgraph.extract.offices.clause_times import ClauseTimes
from govgraph.extract.offices.counterparts import counterpart_offices, deputies, with_counterparts
from govgraph.extract.offices.head_titles import heads_by_title
from govgraph.extract.offices.held_before import held_before
from govgraph.extract.offices.houses_left import HousesLeft
from govgraph.extract.offices.incumbents import IncumbentReader
from govgraph.extract.offices.lands import GOVERNING, LANDS
from govgraph.extract.offices.lead_nouns import LeadNouns
from govgraph.extract.offices.leading import LeadershipReader
from govgraph.extract.offices.leaving import Leaving
from govgraph.extract.offices.led_by_title import led_by_title
from govgraph.extract.offices.lost_holders import LostHolders
from govgraph.extract.offices.offices import OfficeFinder
from govgraph.extract.offices.one_after_another import one_after_another
from govgraph.extract.offices.organs import OrganReader
from govgraph.extract.offices.posts import PostReader
from govgraph.extract.offices.predecessors import PredecessorReader
from govgraph.extract.offices.project_leads import project_leads
from govgraph.extract.offices.roles import RoleFinder
from govgraph.extract.offices.seated import deputies_on_boards, seats_of_others
from govgraph.extract.offices.settling import settled, without_namesakes
from govgraph.extract.offices.sharing import sharing
from govgraph.extract.offices.standing_in import StandInReader
from govgraph.extract.offices.succession import SuccessionReader
from govgraph.extract.offices.the_dead import TheDead
from govgraph.extract.offices.titles_of_headlines import HeadlineTitles
from govgraph.extract.offices.told_terms import ToldTerms
from govgraph.extract.offices.top_changes import TopChanges
from govgraph.extract.offices.two_of_a_name import told_apart
from govgraph.extract.offices.unit_leads import UnitLeads
from govgraph.extract.offices.units_below import UnitsBelow
from govgraph.extract.people.persons import PersonFinder
from govgraph.extract.references.coreference import Referent
from govgraph.extract.references.displaced import former_works
from govgraph.extract.references.elided import ElidedObjects
from govgraph.extract.references.interview import interviewee
from govgraph.extract.references.seats import authorities_arguments, halves_of_names, people_arguments, seat_arguments
from govgraph.extract.references.speech import Speech
from govgraph.extract.references.title_pronouns import TitlePronouns
from govgraph.extract.references.tools import Tools
from govgraph.extract.references.unnamed_units import UnnamedUnits
from govgraph.extract.state import OF_DISTRICTS, Argument, Draft, FactDraft, OfficeDraft, Sentence
from govgraph.language.dates import find_dates
from govgraph.language.grammar import AUXILIARIES, MODALS
from govgraph.language.identify import GERMAN
from govgraph.language.morphology import is_dictionary_word
from govgraph.language.same_days import same_days
from govgraph.language.text import fold
from govgraph.language.tokens import sentences as split_sentences
from govgraph.language.tokens import tokenise
from govgraph.model import BASE, Article, ArticleRecord, BlockKind, EntityType, Modality, Page, Predicate, Record
from govgraph.model.collecting import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from govgraph.extract.facts.ranker import Weights
    from govgraph.extract.filled import Filled
    from govgraph.extract.matcher import LexicalMatch, RoleMatch
    from govgraph.extract.names.name_types import NameWeights
    from govgraph.language.dates import DateSpan
    from govgraph.language.text import FoldedText
    from govgraph.vocabulary import Vocabulary

_Match = TypeVar("_Match", "LexicalMatch", "RoleMatch")
READ = frozenset(
    {
        BlockKind.KICKER, BlockKind.TITLE, BlockKind.LEAD, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUESTION,
        BlockKind.ANSWER, BlockKind.PULL_QUOTE, BlockKind.CAPTION, BlockKind.CONTACT,
    }
)  # fmt: skip
"""Kinds of block that are read; bylines only for the names of the authors."""

_ADDRESS = re.compile(r"\d|@|\w*(?:straße|allee|[a-zäöü]platz|[a-zäöü]weg)\b|\bTel(?:\.|efon)")
_OF_NO_TOWN = frozenset({"Association", "CivilSocietyOrganisation", "ResearchInstitute", "University"})
_DAYS_BACK = 2
"""In how many sentences before it the day may stand that „an diesem Tag“ is."""
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


class _Scene(NamedTuple):
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
        self._clauses = ClauseFinder(self.k)
        self._abroad = Abroad(self.k)
        agreement = Agreement(self.k)
        self._markers = MarkerFinder(self.k, agreement)
        self._title_pronouns = TitlePronouns(agreement)
        self._modality = ModalityReader(self.k)
        self._profiles = Profiles(self.k)
        self._openings = Openings(self.k)
        self._name_words = NameWords(self.k)
        self._namesakes = Namesakes(self.k)
        self._name_signs = NameSigns(self.k)
        self._name_types = NameTypes(name_weights)
        self._unlisted = UnlistedTowns(self.k)
        self.ranker = Ranker(self.k, self._modality, weights)
        self._leaving = Leaving(self.k)
        self._between = self.k.words("particles") | self.k.words("support-nouns")
        self._councils = TownCouncils(self.k.words("town-councils"), self.k.words("council-verbs"))
        self._handed_over = HandedOver(self.k.words, self._modality)
        self._trials = Trials(
            self.k.words("trial-adverbs"), self.k.words("on-trial-nouns"), self.k.words("lasting-words")
        )
        self._shut_downs = ShutDowns(self.k.words, self._modality)
        self._staying_out = StayingOut(self.k.words)
        self._retractions = Retractions(self.k.words)
        self._overruled = Overruled(self.k.words, self._shut_downs, self._handed_over.rules_out)
        words = self.k.words
        of_towns = words("town-offices") | words("town-councils") | words("town-units")
        self._of_towns = frozenset(word for word in of_towns if not word.startswith(OF_DISTRICTS))
        self._below = tuple(word.lower() for word in self.k.words("subordinate-roles"))
        self._jests = words("jest-kickers")
        self._moves = frozenset(
            frame.name for frame in vocabulary.frames if frame.part == "verb" and frame.evokes is Predicate.LOCATED_IN
        )
        self._tools = Tools(self.k, agreement, SlotTypes(self.k), self._markers)

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
        if article.language != self.language or self.jests(article):
            return ArticleRecord(article, (), (), ())
        offices: list[OfficeDraft] = []
        facts: list[FactDraft] = []
        scene = self._scene(article)
        while scene.sentences:
            part = scene.sentences[:_TOGETHER]
            del scene.sentences[:_TOGETHER]
            said, stated = self._stated(scene, part)
            offices += said
            decided = self.ranker.decide(part, [f for f in stated if self._allowed(f)], article.date)
            held = {(id(o.person), id(o.body)) for o in said}
            decided = [
                f for f in decided if f.rule != RULE or (self._overruled.holds(f, said) and not elsewhere(f, decided))
            ]
            decided = [f for weighed in self._staying_out.allowed(part, decided) for f in self._trials.weighed(weighed)]
            facts += [self._standing(f) for f in decided if self._allowed(f) and not _of_the_house(f, held)]
            for s in part:
                s.forget()
        events_to_come(facts)
        chairs_left(facts, offices)
        facts = chairs_begun(facts, offices)
        self._authors(article, scene.folded, scene.cast)
        own = self.k.words("own-systems")
        return Assembler(article, scene.folded, self.base, own).record(scene.cast.drafts, offices, facts)

    def jests(self, article: Article) -> bool:
        """Whether an article is satire, by its kicker or headline: nothing that it says is so."""
        heads = filter(None, (article.kicker, article.title))
        return any(head.strip(" .:!?|„“»«").lower() in self._jests for head in heads)

    def _allowed(self, fact: FactDraft) -> bool:
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
        ):
            return False
        within = fact.predicate in {Predicate.PART_OF, Predicate.LOCATED_IN} and fact.object.kind == "State"
        if within and _of_another_land(fact.subject, fact.object):
            return False
        subjects, objects = self.k.vocabulary.signatures[fact.predicate]
        return of_type(fact.subject, subjects) and of_type(fact.object, objects)

    def _standing(self, fact: FactDraft) -> FactDraft:
        """„Die Behörde in Bonn plant …“: where something is, holds whatever the clause says, but for a move."""
        if fact.predicate is Predicate.LOCATED_IN and fact.rule not in self._moves and not is_to_sit(fact):
            fact.modality = Modality.ASSERTED
        return fact

    def propose(self, article: Article) -> Proposals:
        """What rules read from an article, before it is weighed; the ranker is trained on it."""
        scene = self._scene(article)
        offices, facts = self._stated(scene, scene.sentences)
        self._authors(article, scene.folded, scene.cast)
        return Proposals(scene.folded, scene.cast, scene.sentences, offices, facts)

    def unknown_names(self, article: Article) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Words of an article that may be names, with the signs of what they are; their weights are trained on it."""
        folded = fold(article.text)
        sentences = self._sentences(article, folded)
        cast = Cast(self.k, folded.text)
        self._telling_names(article, folded, sentences, cast)
        found = UnknownNames(self.k, cast, self._name_signs, self._name_types).described(sentences)
        return ((name, signs) for name, (_, signs) in found.items())

    def _scene(self, article: Article) -> _Scene:
        """The sentences of an article, with what they name."""
        folded = fold(article.text)
        sentences = self._sentences(article, folded)
        cast = Cast(self.k, folded.text)
        roles = self._names(article, folded, sentences, cast)
        return _Scene(article, folded, sentences, cast, roles)

    def _stated(self, scene: _Scene, sentences: Sequence[Sentence]) -> tuple[list[OfficeDraft], list[FactDraft]]:
        """What sentences that follow one another state: offices and facts."""
        article, cast, roles = scene.article, scene.cast, scene.roles
        for s in sentences:
            seat_arguments(s, self.k.words("seat-nouns"))
            people_arguments(s, self.k.words("people-of-a-place"))
            authorities_arguments(s, cast, self.k.words("state-authorities"))
            halves_of_names(s, cast, self.k)
            self._markers.mark(s)
        part_organs(sentences, cast)
        for s in sentences:
            roles.complete(s)
            self._clauses.split(s)
            settle_dates(s, article.date)
        Denials(self.k.words, self._modality, article.date).find(sentences)
        self._retractions.find(sentences)
        finder = OfficeFinder(self._tools, cast, article.date, sentences, self._leaving)
        asked = interviewee(article, sentences)
        first = [office for s in sentences for office in finder.adjacent(s)]
        speech = Speech(self._tools, cast, sentences, asked, first)
        finder.bodies.group = speech.group
        named_next(sentences, self.k, self._tools.agreement)
        Referent(self._tools, cast, speech, first).refer(sentences)
        for s in sentences:
            self._again(s)
            roles.bodies(s)
        known = finder.by_title(sentences, first, asked)
        self._title_pronouns.refer(sentences)
        offices = [office for s in sentences for office in finder.adjacent(s)]
        offices += known
        filler = FrameFiller(self.k, self._markers, self._modality, article.date)
        facts: list[FactDraft] = []
        for s in sentences:
            agreement = self._tools.agreement
            relative_arguments(s, self._between, agreement.of_noun, agreement.is_woman)
            facts += self._statements(s, filler, finder, offices)
        facts = [fact for fact in standing(facts) if not finder.bodies.other_boards.has(fact)]
        offices = standing(offices)
        facts += Answers(filler, self.k.words("standing-verbs"), speech.group).find(sentences)
        offices += finder.newcomers(sentences)
        offices += list(sharing(offices))
        offices += PostReader(self.k, finder.bodies, article.date).offices(sentences, offices)
        offices += IncumbentReader(self.k, finder.bodies).offices(sentences, list(offices))
        offices += LostHolders(self.k, finder.bodies, self._leaving).offices(sentences, list(offices))
        facts += followers(sentences, facts, self.k, self._modality, article.date)
        facts = self._staying_out.allowed(sentences, facts)
        facts += RunningWorks(self.k.words, self._modality, article.date).facts(sentences, speech.group, cast)
        facts += self._shut_downs.facts(sentences, facts, article.date)
        self._handed_over.facts(sentences, facts, article.date)
        facts += Means(self.k.words, self._modality, article.date).facts(sentences)
        controlled = ControlledNouns(self.k, self._modality, self._markers, article.date)
        facts += [fact for s in sentences for fact in controlled.facts(s)]
        replacing = self.k.words("replacing-verbs"), self.k.words("changing-verbs")
        facts += former_works(sentences, facts, replacing, (self._modality, article.date))
        facts += ElidedObjects(self.k, self._modality).find(sentences, facts, article.date)
        facts += list(ProgrammeMoney(self.k.words, self._modality, article.date).facts(sentences, facts))
        facts += OccasionReader(self.k.words, self._modality, article.date).facts(sentences)
        leaders = LeadershipReader(self.k, finder.bodies, self._modality, article.date)
        offices += counterpart_offices(sentences, offices, finder.bodies)
        told = [*facts, *chairs_of(offices, self._below)]
        facts += ChairReader(self.k.words, self._modality, article.date).facts(sentences, told)
        facts = ChairYears(self.k.words, article.date).settled(facts)
        offices = list(led_by_title(offices, facts, self.k))
        offices += leaders.of_facts(facts, offices)
        offices += [o for s in sentences for o in leaders.of_units(s)]
        offices += [o for s in sentences for o in leaders.of_business(s)]
        offices += [o for s in sentences for o in leaders.of_projects(s)]
        offices += [o for s in sentences for o in leaders.of_appositions(s)]
        offices += [o for s in sentences for o in leaders.of_leads_behind(s)]
        offices += [o for s in sentences for o in leaders.of_houses(s, offices)]
        offices += [o for s in sentences for o in leaders.of_hosts(s, offices)]
        unnamed = UnnamedUnits(self.k.words, self._tools.agreement)
        unit_leads = UnitLeads(self.k, finder.bodies, self._modality, article.date, unnamed)
        offices += list(unit_leads.offices(sentences, offices))
        offices += list(UnitsBelow(self.k, finder.bodies, self._modality, article.date).offices(sentences, offices))
        nouns = LeadNouns(self.k, finder.bodies, self._modality, article.date)
        offices = list(leaders.as_ministers(nouns.offices(sentences, offices)))
        offices += OrganReader(self.k, finder.bodies, self._modality, article.date).offices(sentences, offices)
        offices = list(one_after_another(offices))
        offices += HeadlineTitles(self.k, self._modality, article.date).offices(sentences, list(offices))
        offices = list(deputies(sentences, offices, self.k))
        predecessors = PredecessorReader(self.k, sentences, offices, self._modality, article.date)
        facts += predecessors.facts(facts)
        prior = self.k.words("predecessor-nouns")
        facts += list(asked_predecessors(sentences, offices, prior, self._tools.agreement))
        beginnings = Beginnings(self.k, sentences, self._modality, self._leaving, article.date)
        terms = ToldTerms(self.k, sentences, self._modality, self._leaving, article.date)
        offices = list(terms.offices(offices))
        successions = SuccessionReader(self.k, finder.bodies, sentences, article.date, beginnings)
        offices = list(beginnings.awaited(list(successions.expected(offices))))
        offices = list(beginnings.moving(list(beginnings.becoming(offices))))
        for fact in facts:
            fact.modality = successions.modality(fact, offices)
        offices += successions.offices([*facts, *predecessors.earlier()], list(offices))
        offices += list(TopChanges(self.k, sentences, leaders).offices(facts, offices))
        offices = list(beginnings.succeeding(offices, facts))
        offices = StandInReader(self.k, finder.bodies, sentences, beginnings).offices(offices)
        offices = list(beginnings.still(offices))
        offices = with_counterparts(sentences, offices, finder.bodies)
        offices = list(ClauseTimes(self.k.words, article.date).offices(list(terms.offices(offices)), facts))
        offices = list(heads_by_title(offices, self.k.words("head-titles")))
        offices = list(HousesLeft(self.k, sentences).offices(offices))
        offices = list(without_namesakes(offices, self.k.words("namesake-phrases")))
        offices = list(self._leaving.past(settled(offices), sentences, article.date))
        offices = list(beginnings.not_yet_left(list(beginnings.remaining(list(beginnings.moved_on(offices))))))
        offices = not_left_open(standing(offices), sentences)
        dead = TheDead(self.k.words, sentences)
        offices = list(dead.offices(offices))
        dead.settle(facts)
        facts += list(implied_facts(offices, self._below, facts))
        facts += Signatures(self.k, self._modality, article.date).facts(sentences, offices)
        facts += turns_of(facts)
        facts += deputies_on_boards(offices, facts)
        facts += seats_of_others(sentences, facts, self.k.words("seat-taking-verbs"))
        facts += representing(facts, offices)
        facts += owned_bodies(sentences, lambda s, a: self._modality.founds(s, a, article.date))
        facts += state_bodies(sentences, self.k.words("state-body-nouns"))
        facts += owned_by_adjective(sentences, cast.home)
        facts += joint_facts(sentences, facts, self.k.words("joint-verbs"))
        facts = LikeContracts(self.k.words, self._modality, article.date).settled(sentences, facts)
        facts += known_parts(sentences, facts)
        facts += named_after(sentences, cast.drafts)
        facts += examples_of(sentences)
        facts += kicker_facts(sentences, facts)
        facts += places_by_adjective(sentences, self.k.words("town-offices"))
        facts += places_beside(sentences)
        facts += listed_members(sentences, self.k.words("member-nouns"))
        facts += premises(sentences, self.k.words("premises-nouns"), self.k.words("town-offices"))
        facts += possessed_works(sentences, self.k)
        facts += possessed_bodies(sentences, self.k)
        facts += project_leads(sentences, facts, self.k.words("project-lead-titles"))
        facts += units_in_bodies(sentences, self.k, self._markers.noun_marker)
        operators(facts)
        self._councils.settle(facts, cast.drafts)
        offices, namesakes = told_apart(offices, facts, self.k.full_time)
        cast.drafts += namesakes
        return offices, facts

    # ------------------------------------------------------------------ steps

    def _sentences(self, article: Article, folded: FoldedText) -> list[Sentence]:
        out: list[Sentence] = []
        unended = self.k.words("abbreviations") | self.k.words("short-first-names")
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
                        s.dated = frozenset(i for d in s.dates for i in range(*s.token_range(d.start, d.end)))
                    out.append(s)
        return out

    def _names(self, article: Article, folded: FoldedText, sentences: Sequence[Sentence], cast: Cast) -> RoleFinder:
        """Mark names: those of the lexicon and people before shapes. Gives the finder of titles, for later steps."""
        roles = self._telling_names(article, folded, sentences, cast)
        UnknownNames(self.k, cast, self._name_signs, self._name_types).find(sentences)
        mark_variants(sentences, cast, self.k)
        settle_short_laws(sentences, cast.drafts)
        settle_districts(sentences, cast, self.k)
        kinds_of_names(sentences, self.k.words("generic-works"))
        nouns_of_names(sentences)
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
        ShapeFinder(self.k, cast, self._openings).find(sentences)
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
        datelines = _datelines(article, folded, matches)
        cast.abroad = Stretches(list(self._abroad.spans(sentences, by_sentence)))
        cast.settle_home([m for found in by_sentence for m in found], head, datelines)
        cast.settle_town([m for found in by_sentence for m in found], head)
        portals = TownsPortals(sentences, by_sentence, self.k.words("state-nouns"), of_town=cast.town is not None)
        for number, (s, found) in enumerate(zip(sentences, by_sentence, strict=True)):
            known = {match.start: match for match in found}
            for match in found:
                if match.entries[0].type is EntityType.MUNICIPALITY:
                    continue
                word = folded.text[match.start : match.end]
                if self._namesakes.is_towns_portal(s, match, known) or portals.is_own(number, match, word):
                    portals.note(match, word)
                    self._own_portal(s, match, cast)
                elif not self._namesakes.calls_another(s, match, known, of_town=cast.town is not None):
                    self._lexical(s, match, cast)
        for s, found_titles in zip(sentences, title_matches, strict=True):
            roles.find(s, found_titles)
        blocked: list[frozenset[int]] = []
        towns: list[tuple[tuple[int, int, LexicalMatch], ...]] = []
        for s, found in zip(sentences, by_sentence, strict=True):
            no = {i for i, a in s.taken.items() if a.draft is not None}
            own = []
            for match in found:
                if match.entries[0].type is EntityType.MUNICIPALITY:
                    first, last = s.token_range(match.start, match.end)
                    own.append((first, last, match))
                    if not all(e.needs_context for e in match.entries):
                        no |= set(range(first, last))
            blocked.append(frozenset(no))
            towns.append(tuple(own))
        for match in datelines:
            cast.read(match)
        PersonFinder(self.k, cast, self._name_words, self._tools.agreement).find(sentences, blocked)
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
        part = match.compound or (s.starts[first] < match.start)
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

    def _again(self, s: Sentence) -> None:
        """Markers and clauses once more, now that references are known."""
        for a in s.arguments:
            if not a.reference or a.begin < 0:
                a.group = -1
                if a.marker != "bracket":
                    a.marker, a.head = "np", -1
                if not a.reference and a.cases != "g":
                    a.cases = "nad"
        self._markers.mark(s)
        for a in s.arguments:
            a.clause = s.clause_of[a.first] if s.clause_of else 0

    def _of_the_press(self, s: Sentence, item: Filled) -> bool:
        """Whether only a paper says that somebody holds an office."""
        office = item.frame.evokes is None and 0 <= item.clause < len(s.clauses)
        return office and self._modality.of_the_press(s, s.clauses[item.clause], item.modality)

    def _statements(
        self, s: Sentence, filler: FrameFiller, finder: OfficeFinder, offices: list[OfficeDraft]
    ) -> list[FactDraft]:
        """Facts and offices that a sentence states. A question states only what it takes for granted."""
        question = s.tokens[-1].text == "?"
        profiles = self._profiles.find(s)
        filled = [*filler.fill(s), *qualities(s, self.k, described(profiles))]
        if question:
            filled = [f for f in filled if f.frame.evokes is None and not _is_asked(s, f)]
        offices += finder.stated(s, [f for f in filled if not self._of_the_press(s, f)])
        offices += finder.placed(s)
        offices += finder.risen(s)
        offices += finder.acted(s)
        offices += finder.continued(s)
        if question:
            return []
        shares = self.k.words("share-nouns")
        facts = [fact for item in filled if not shared_out(s, item, shares) for fact in facts_of(item, s, s.speaker)]
        facts = list(self._trials.settle(s, facts))
        facts += name_facts(s, self.k, self._of_towns, partial(filler.is_over, s), filler.verdict)
        facts += held_before(s, self.k.words("posts-left"), filler.verdict)
        facts += self._profiles.facts(s, profiles, filler.verdict)
        return facts

    @staticmethod
    def _authors(article: Article, folded: FoldedText, cast: Cast) -> None:
        for author in article.authors:
            at = folded.text.find(author)
            draft = cast.find(author, EntityType.PERSON) or cast.named(author, EntityType.PERSON, "Person")
            if at >= 0:
                draft.add(at, at + len(author))


def _is_asked(s: Sentence, filled: Filled) -> bool:
    """„Ist X Präsident des BSI?“: what a question that begins with its verb asks; not what somebody is „als CIO“."""
    first = next((i for i, t in enumerate(s.tokens) if t.text[0].isalpha()), 0)
    verbs = {i for i, low in enumerate(s.lower) if low in AUXILIARIES or low in MODALS}
    verbs.update(i for clause in s.clauses for _, i, participle in clause.lemmas if not participle)
    return first in verbs and filled.clause == s.clause_of[first] and all(a.marker != "als" for a in filled.objects)


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
    university of no Land, and no body is a member of a ministry. A party votes for a law, and adopts none.
    """
    subject, body = fact.subject, fact.object
    if fact.predicate is Predicate.ADOPTS and subject.kind == "Party":
        return body.type is EntityType.LAW
    if fact.predicate is Predicate.LOCATED_IN and body.kind == "Federation":
        # where in the country something is, is not told by that
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


def _dates(text: str, start: int, end: int, today: str | None, former: Sequence[Sentence]) -> tuple[DateSpan, ...]:
    """Dates of a sentence, with those that point back to a day of this one or of those before it."""
    dates = find_dates(text, start, end, today)
    days = [date for s in former for date in s.dates if date.is_day]
    again = same_days(text, start, end, dates, days[-1] if days else None)
    return tuple(sorted((*dates, *again), key=lambda date: date.start))


def _before_address(text: str, start: int, end: int) -> int:
    """Where the street, number or mail address begins in a line of whom to ask; its end if it has none."""
    found = None if text[start:end].endswith(".") else _ADDRESS.search(text, start, end)
    if found is None:
        return end
    comma = text.rfind(",", start, found.start())
    return found.start() if comma < 0 else comma


def _of_another_land(thing: Draft, land: Draft) -> bool:
    """Whether a ministry or town is known to be that of another Land."""
    if thing.kind == "Ministry" and thing.jurisdiction is not None:
        return land is not thing.jurisdiction
    if thing.type is not EntityType.MUNICIPALITY or thing.entry is None or land.entry is None:
        return False
    return bool(thing.entry.jurisdictions) and land.entry.iri not in thing.entry.jurisdictions


def _datelines(article: Article, folded: FoldedText, matches: Sequence[LexicalMatch]) -> list[LexicalMatch]:
    """The towns from which a page is dated: „Kiel, 25. März 2022 –“, „Erfurt/Meiningen, 22. September 2025“."""
    found = []
    lines = [(folded.folded(b.start), folded.folded(b.end)) for b in article.blocks if b.kind is BlockKind.DATELINE]
    for start, end in lines:
        for match in matches:
            if start <= match.start and match.end <= end and match.entries[0].type is EntityType.MUNICIPALITY:
                before, after = folded.text[start : match.start], folded.text[match.end : end]
                if before[-1:] in {"", "/"} and re.match(r"(?:/\w+)?, (?:(?:den )?\d|im [A-ZÄÖÜ]\w+ \d{4})", after):
                    found.append(match)
    return found


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
