"""What the sentences of an article state: the order in which its offices and facts are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import head_of
from govgraph.extract.clauses.clauses import ClauseFinder
from govgraph.extract.clauses.fitting import FittingFrames
from govgraph.extract.clauses.modality import ModalityReader
from govgraph.extract.clauses.relatives import relative_arguments
from govgraph.extract.clauses.shares import shared_out
from govgraph.extract.clauses.slots import is_perfect
from govgraph.extract.clauses.tenses import in_present, settle_dates
from govgraph.extract.clauses.truth_questions import asks_for_truth
from govgraph.extract.clauses.verb_places import finite_places
from govgraph.extract.facts.adopted_in_sessions import AdoptedInSessions
from govgraph.extract.facts.alliances import Alliances
from govgraph.extract.facts.answers import Answers
from govgraph.extract.facts.at_home import HomeWords, at_home
from govgraph.extract.facts.brands import brands
from govgraph.extract.facts.calendar_facts import calendar_facts
from govgraph.extract.facts.controlled import ControlledNouns
from govgraph.extract.facts.denials import Denials
from govgraph.extract.facts.events_again import EventsAgain
from govgraph.extract.facts.followers import followers
from govgraph.extract.facts.for_the_house import done_for_the_house
from govgraph.extract.facts.frames import FrameFiller, facts_of
from govgraph.extract.facts.handed_over import HandedOver
from govgraph.extract.facts.handed_papers import HandedPapers
from govgraph.extract.facts.hanging import name_facts
from govgraph.extract.facts.implied_by_offices import chairs_of, implied_facts, turns_of
from govgraph.extract.facts.joint_actors import joint_facts
from govgraph.extract.facts.labelled import LabelledLines
from govgraph.extract.facts.lands_of_units import lands_of_units
from govgraph.extract.facts.led_inside import led_inside
from govgraph.extract.facts.like_contracts import LikeContracts
from govgraph.extract.facts.make_believe import MakeBelieve
from govgraph.extract.facts.means import Means
from govgraph.extract.facts.members import listed_members
from govgraph.extract.facts.money_added import MoneyAdded
from govgraph.extract.facts.money_for_works import MoneyForWorks
from govgraph.extract.facts.money_from import MoneyFrom
from govgraph.extract.facts.named_next import named_next
from govgraph.extract.facts.occasions import OccasionReader
from govgraph.extract.facts.old_works import OldWorks
from govgraph.extract.facts.on_trial import Trials
from govgraph.extract.facts.opened_for_house import OpenedForHouse
from govgraph.extract.facts.other_places import OtherPlaces, not_only_founded
from govgraph.extract.facts.partners_of_users import PartnersOfUsers
from govgraph.extract.facts.parts_of_lands import known_parts, owned_bodies, state_bodies
from govgraph.extract.facts.places_beside_names import places_beside, places_by_adjective
from govgraph.extract.facts.possessed import possessed_bodies, possessed_works, works_there
from govgraph.extract.facts.premises import premises
from govgraph.extract.facts.products_following import FollowingProducts
from govgraph.extract.facts.profiles import Profiles, described
from govgraph.extract.facts.programme_money import ProgrammeMoney
from govgraph.extract.facts.programmes import Programmes
from govgraph.extract.facts.put_off import PutOff
from govgraph.extract.facts.qualities import qualities
from govgraph.extract.facts.replies import Replies
from govgraph.extract.facts.retractions import Retractions, not_left_open, standing
from govgraph.extract.facts.running import RunningWorks, operators
from govgraph.extract.facts.sent_to_boards import representing
from govgraph.extract.facts.shut_downs import ShutDowns
from govgraph.extract.facts.signing import Signatures
from govgraph.extract.facts.slips import Slips
from govgraph.extract.facts.staying_out import StayingOut
from govgraph.extract.facts.table_rows import TableRows
from govgraph.extract.facts.the_others import the_others
from govgraph.extract.facts.told_ends import ToldEnds
from govgraph.extract.facts.told_groups import told_through_groups
from govgraph.extract.facts.tools_following import FollowingTools
from govgraph.extract.facts.topic_answers import answers_on_topics
from govgraph.extract.facts.verbless_lines import VerblessLines
from govgraph.extract.facts.walked_away import walked_away
from govgraph.extract.facts.works_following import works_following
from govgraph.extract.facts.works_instead import WorksInstead
from govgraph.extract.facts.works_of_headlines import works_of_headlines
from govgraph.extract.names.abroad import Abroad
from govgraph.extract.names.councils import TownCouncils
from govgraph.extract.names.headlines import examples_of, kicker_facts, named_after
from govgraph.extract.names.owner_adjectives import owned_by_adjective
from govgraph.extract.names.units import seats_of_units, units_in_bodies
from govgraph.extract.names.whose_organs import part_organs
from govgraph.extract.offices.asked_predecessors import asked_predecessors
from govgraph.extract.offices.asked_successors import asked_successors
from govgraph.extract.offices.awaited_offices import AwaitedOffices
from govgraph.extract.offices.back_then import back_then
from govgraph.extract.offices.beginnings import Beginnings
from govgraph.extract.offices.called_by_title import called_by_title
from govgraph.extract.offices.career_steps import CareerSteps
from govgraph.extract.offices.caretakers import caretakers
from govgraph.extract.offices.chair_terms import ChairTerms
from govgraph.extract.offices.chair_years import ChairYears
from govgraph.extract.offices.chairing import ChairReader
from govgraph.extract.offices.clause_times import ClauseTimes
from govgraph.extract.offices.contests import Contests
from govgraph.extract.offices.counterparts import counterpart_offices, deputies, with_counterparts
from govgraph.extract.offices.departures import Departures
from govgraph.extract.offices.deputised_leads import as_deputies, without_deputies
from govgraph.extract.offices.earlier_days import EarlierDays
from govgraph.extract.offices.elected_chairs import elected_chairs
from govgraph.extract.offices.founded_units import FoundedUnits
from govgraph.extract.offices.head_offices import HeadOffices
from govgraph.extract.offices.head_titles import heads_by_title
from govgraph.extract.offices.held_again import held_again
from govgraph.extract.offices.held_before import held_before
from govgraph.extract.offices.houses_left import HousesLeft
from govgraph.extract.offices.incumbents import IncumbentReader
from govgraph.extract.offices.lead_nouns import LeadNouns
from govgraph.extract.offices.lead_terms import LeadTerms
from govgraph.extract.offices.leading import LeadershipReader
from govgraph.extract.offices.leads_beside_names import LeadsBesideNames
from govgraph.extract.offices.leads_told_apart import LeadsToldApart
from govgraph.extract.offices.leaving import Leaving
from govgraph.extract.offices.led_by_title import led_by_title
from govgraph.extract.offices.led_units import LedUnits
from govgraph.extract.offices.long_ago import LongAgo
from govgraph.extract.offices.lost_holders import LostHolders
from govgraph.extract.offices.member_lists import MemberLists
from govgraph.extract.offices.ministry_heads import MinistryHeads
from govgraph.extract.offices.offices import OfficeFinder
from govgraph.extract.offices.one_after_another import one_after_another
from govgraph.extract.offices.only_sought import without_sought
from govgraph.extract.offices.organs import OrganReader
from govgraph.extract.offices.posts import PostReader
from govgraph.extract.offices.predecessors import PredecessorReader
from govgraph.extract.offices.project_leads import project_leads
from govgraph.extract.offices.seated import deputies_on_boards, seats_of_others
from govgraph.extract.offices.settling import settled, without_namesakes
from govgraph.extract.offices.sharing import LEADS, sharing
from govgraph.extract.offices.standing_in import StandInReader
from govgraph.extract.offices.stations import Stations
from govgraph.extract.offices.succession import SuccessionReader
from govgraph.extract.offices.succession_times import SuccessionTimes
from govgraph.extract.offices.taken_up_by_it import taken_up_by_it
from govgraph.extract.offices.the_dead import TheDead
from govgraph.extract.offices.titles_for_each import titles_for_each
from govgraph.extract.offices.titles_of_headlines import HeadlineTitles
from govgraph.extract.offices.titles_won import TitlesWon
from govgraph.extract.offices.told_terms import ToldTerms
from govgraph.extract.offices.top_changes import TopChanges
from govgraph.extract.offices.two_of_a_name import told_apart
from govgraph.extract.offices.unit_leads import UnitLeads
from govgraph.extract.offices.units_below import UnitsBelow
from govgraph.extract.references.coreference import Referent
from govgraph.extract.references.displaced import former_works
from govgraph.extract.references.elided import ElidedObjects
from govgraph.extract.references.inhabitants import inhabitants
from govgraph.extract.references.interview import interviewee
from govgraph.extract.references.seats import authorities_arguments, halves_of_names, people_arguments, seat_arguments
from govgraph.extract.references.speech import Speech
from govgraph.extract.references.title_pronouns import TitlePronouns
from govgraph.extract.references.tools import Tools
from govgraph.extract.references.unnamed_units import UnnamedUnits
from govgraph.extract.scene import Scene
from govgraph.extract.state import OF_DISTRICTS, FactDraft, OfficeDraft, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.filled import Filled


@dataclass(slots=True)
class _Part:
    """Sentences that follow one another, with what has been read of them so far.

    Attributes:
        scene: The article and what it names.
        sentences: The sentences.
        finder: Reader of offices beside names.
        speech: Who speaks, and for whom.
        offices: Offices.
        facts: Facts.
    """

    scene: Scene
    sentences: Sequence[Sentence]
    finder: OfficeFinder
    speech: Speech
    offices: list[OfficeDraft]
    facts: list[FactDraft] = field(default_factory=list)

    @property
    def date(self) -> str | None:
        """Date of the article."""
        return self.scene.article.date


class StatementReader:
    """Reads what sentences state: offices and facts, each with its sentence.

    Args:
        tools: What references are resolved with.
        modality: Judge of how a clause says what it says.

    Attributes:
        shut_downs: Reader of works that end.
        handed_over: Reader of duties that move.
        events_again: Reader of events that are called off or held again.
        staying_out: Judge of who takes no part.
        trials: Judge of what is only tried.
        put_off: Judge of what has not begun.
        old_works: Judge of works that another one has replaced.
    """

    def __init__(self, tools: Tools, modality: ModalityReader) -> None:
        self.k = tools.knowledge
        words = self.k.words
        self._tools = tools
        self._modality = modality
        self._markers = tools.markers
        self._fitting = FittingFrames(self.k)
        self._clauses = ClauseFinder(self.k)
        self._title_pronouns = TitlePronouns(tools.agreement)
        self._profiles = Profiles(self.k)
        self._leaving = Leaving(self.k)
        self._building = words("building-verbs") & words("making-verbs")
        self._between = words("particles") | words("support-nouns")
        self._councils = TownCouncils(words("town-councils"), words("council-verbs"))
        self._abroad = Abroad(self.k)
        self._member_lists = MemberLists(self.k)
        self._verbless_lines = VerblessLines(words)
        self._programmes = Programmes(words)
        self._labelled = LabelledLines(self.k, self._modality)
        self._tables = TableRows(self.k)
        self._retractions = Retractions(words)
        self._make_believe = MakeBelieve(words)
        self._slips = Slips(words)
        self._replies = Replies(words)
        self.handed_over = HandedOver(words, modality)
        self.events_again = EventsAgain(words, modality)
        self.trials = Trials(words("trial-adverbs"), words("on-trial-nouns"), words("lasting-words"))
        self.shut_downs = ShutDowns(words, modality)
        self.told_ends = ToldEnds(words, modality)
        self.old_works = OldWorks(words)
        self.staying_out = StayingOut(words)
        self.put_off = PutOff(words, modality)
        of_towns = words("town-offices") | words("town-councils") | words("town-units")
        self._of_towns = frozenset(word for word in of_towns if not word.startswith(OF_DISTRICTS))
        self._below = tuple(word.lower() for word in words("subordinate-roles"))
        units = words("unit-endings") | {word.lower() for word in words("town-offices") | {"Geschäftsstelle"}}
        rooms = tuple(sorted(words("premises-nouns")))
        self._home = HomeWords(words("home-verbs"), words("authoring-verbs"), rooms, tuple(sorted(units)))

    def stated(self, scene: Scene, sentences: Sequence[Sentence]) -> tuple[list[OfficeDraft], list[FactDraft]]:
        """What sentences that follow one another state: offices and facts, before they are weighed."""
        part = self._analyse(scene, sentences)
        self._frames(part)
        self._across(part)
        self._lead(part)
        self._follow(part)
        self._imply(part)
        return part.offices, part.facts

    def _analyse(self, scene: Scene, sentences: Sequence[Sentence]) -> _Part:
        """Arguments and clauses, what is referred to, and the offices that stand beside names."""
        article, cast, roles = scene.article, scene.cast, scene.roles
        date = article.date
        inhabitants(sentences, cast.drafts)
        for s in sentences:
            seat_arguments(s, self.k.words("seat-nouns"))
            people_arguments(s, self.k.words("people-of-a-place"))
            authorities_arguments(s, cast, self.k.words("state-authorities"))
            halves_of_names(s, cast, self.k)
            self._markers.mark(s)
        part_organs(sentences, cast)
        done = self.k.words("verbs-of-a-day")
        for s in sentences:
            roles.complete(s)
            self._clauses.split(s)
            settle_dates(s, date, done)
        Denials(self.k.words, self._modality, date).find(sentences)
        self._retractions.find(sentences)
        self._make_believe.find(sentences)
        self._slips.find(sentences)
        self._replies.find(sentences)
        finder = OfficeFinder(self._tools, cast, date, sentences, self._leaving)
        asked = interviewee(article, sentences, self.k.words("guest-labels"))
        first = [office for s in sentences for office in finder.beside.adjacent(s)]
        called = list(called_by_title(sentences, asked, self.k))
        speech = Speech(self._tools, cast, sentences, asked, [*first, *called])
        finder.bodies.know_groups(speech.group)
        named_next(sentences, self.k, self._tools.agreement)
        Referent(self._tools, cast, speech, first).refer(sentences)
        for s in sentences:
            self._again(s)
            roles.bodies.give(s)
        known = finder.titles.offices(sentences, first, asked)
        self._title_pronouns.refer(sentences)
        offices = [office for s in sentences for office in finder.beside.adjacent(s)]
        offices += [*called, *known]
        return _Part(scene, sentences, finder, speech, offices)

    def filler(self, date: str | None) -> FrameFiller:
        """What fills the frames of an article's sentences, by the date of the article."""
        return FrameFiller(self.k, self._markers, self._modality, self._fitting, date)

    def _frames(self, part: _Part) -> None:
        """What each sentence states by itself."""
        sentences, date = part.sentences, part.date
        finder, offices = part.finder, part.offices
        offices += list(titles_for_each(sentences, offices, self.k))
        filler = self.filler(date)
        facts: list[FactDraft] = []
        for s in sentences:
            agreement = self._tools.agreement
            relative_arguments(s, self._between, agreement.of_noun, agreement.is_woman, self._building)
            facts += self._statements(s, filler, finder, offices)
        facts = [fact for fact in standing(facts) if not finder.bodies.other_boards.has(fact)]
        offices = standing(offices)
        answers = Answers(filler, self.k.words("standing-verbs"), part.speech.group, finder.stated.offices)
        facts += answers.find(sentences, offices)
        facts += answers_on_topics(sentences, filler)
        facts += told_through_groups(sentences, filler, self.k.words("nouns-of-groups"))
        facts += done_for_the_house(
            sentences, filler, part.speech.group, self.k.words("own-use-words"), self.k.words("words-of-before")
        )
        part.offices, part.facts = offices, facts

    def _across(self, part: _Part) -> None:
        """What a sentence states with the help of those before it."""
        sentences, date = part.sentences, part.date
        finder, offices, facts = part.finder, part.offices, part.facts
        speech, cast = part.speech, part.scene.cast
        offices += finder.placed.in_keywords(sentences)
        facts += Stations(self.k.words, date).seats(sentences)
        offices += finder.placed.newcomers(sentences)
        offices += list(sharing(offices, self._tools.agreement.by_first_name))
        offices += PostReader(self.k, finder.bodies, date).offices(sentences, offices)
        offices += IncumbentReader(self.k, finder.bodies).offices(sentences, list(offices))
        offices += LostHolders(self.k, finder.bodies, self._leaving).offices(sentences, list(offices))
        offices += list(taken_up_by_it(sentences, list(offices)))
        facts += followers(sentences, facts, self.k, self._modality, date)
        facts += works_following(sentences, facts, self._modality, date)
        facts += the_others(sentences, facts, self._modality, date)
        walked_away(facts, self.k.words, self._modality, date)
        facts = self.staying_out.allowed(sentences, facts)
        facts += list(brands(sentences, facts, self.k.words("generic-works"), self.k.words("product-nouns")))
        facts += RunningWorks(self.k.words, self._modality, date).facts(sentences, speech.group, cast)
        facts += self.shut_downs.facts(sentences, facts, date)
        self.handed_over.facts(sentences, facts, date)
        facts += Means(self.k.words, self._modality, date).facts(sentences)
        facts += FollowingTools(self.k.words, self._modality, date).facts(sentences)
        facts += FollowingProducts(self.k.words, self._modality, date).facts(sentences)
        facts += works_of_headlines(sentences, self.k, self._modality, date)
        controlled = ControlledNouns(self.k, self._modality, self._markers, date)
        facts += [fact for s in sentences for fact in controlled.facts(s)]
        replacing = self.k.words("replacing-verbs"), self.k.words("changing-verbs")
        facts += former_works(sentences, facts, replacing, (self._modality, date))
        facts += WorksInstead(self.k.words, self._modality, date).facts(sentences, facts)
        facts += ElidedObjects(self.k, self._modality).find(sentences, facts, date)
        facts += list(ProgrammeMoney(self.k.words, self._modality, date).facts(sentences, facts))
        facts += list(MoneyFrom(self.k.words, self._modality, date).facts(sentences, facts))
        facts += list(MoneyAdded(self.k.words, self._modality, date).facts(sentences, facts))
        facts += list(AdoptedInSessions(self.k.words, self._modality, date).facts(sentences, facts))
        facts += list(MoneyForWorks(self.k.words, self._modality, date).facts(sentences))
        facts += list(PartnersOfUsers(self.k.words, self._modality, date).facts(sentences, facts))
        facts += calendar_facts(sentences, date)
        facts += self._verbless_lines.facts(sentences)
        facts += self._programmes.facts(sentences, date)
        facts = self._labelled.settle(sentences, facts, date)
        for told in self._tables.statements(sentences):
            if isinstance(told, FactDraft):
                facts.append(told)
            else:
                offices.append(told)
        facts += OccasionReader(self.k.words, self._modality, date).facts(sentences)
        part.offices, part.facts = self._member_lists.settle(sentences, offices, facts)

    def _lead(self, part: _Part) -> None:
        """Who leads what, and whom that tells of."""
        sentences, date = part.sentences, part.date
        finder, offices, facts = part.finder, part.offices, part.facts
        terms = LeadTerms(self.k, self._modality, date)
        heads = HeadOffices(self.k, finder.bodies.fitting)
        offices += counterpart_offices(sentences, offices, finder.bodies.fitting)
        facts = list(without_sought(facts, self.k.words))
        told = [*facts, *chairs_of(offices, self._below)]
        facts += ChairReader(self.k.words, self._modality, date).facts(sentences, told)
        facts += elected_chairs(sentences, facts, self.k.words, self._modality, date)
        facts = ChairYears(self.k.words, date).settled(facts)
        offices = list(led_by_title(offices, facts, self.k))
        leaders = LeadershipReader(self.k, finder.bodies, heads, self._modality, terms)
        offices += leaders.offices(facts, offices)
        units = LedUnits(self.k, finder.bodies, heads, self._modality, terms)
        offices += [o for s in sentences for o in units.of_units(s)]
        offices += [o for s in sentences for o in units.of_business(s)]
        offices += [o for s in sentences for o in units.of_projects(s)]
        offices += list(sharing([o for o in offices if o.rule == LEADS], self._tools.agreement.by_first_name))
        beside = LeadsBesideNames(self.k, heads, terms)
        offices += [o for s in sentences for o in beside.of_appositions(s)]
        offices += [o for s in sentences for o in beside.of_leads_behind(s)]
        ministries = MinistryHeads(self.k, heads, self._modality, terms)
        offices += [o for s in sentences for o in ministries.of_houses(s, offices)]
        offices += [o for s in sentences for o in ministries.of_hosts(s, offices)]
        unnamed = UnnamedUnits(self.k.words, self._tools.agreement)
        unit_leads = UnitLeads(self.k, finder.bodies, self._modality, date, unnamed)
        offices += list(unit_leads.offices(sentences, offices))
        offices += list(LeadsToldApart(self.k, self._modality, date).offices(sentences, offices))
        offices += list(UnitsBelow(self.k, finder.bodies, self._modality, date).offices(sentences, offices))
        nouns = LeadNouns(self.k, finder.bodies, self._modality, date)
        offices = list(ministries.as_ministers(nouns.offices(sentences, offices)))
        offices += OrganReader(self.k, finder.bodies, self._modality, date).offices(sentences, offices)
        founded = FoundedUnits(self.k, sentences)
        offices, facts = founded.offices(offices), founded.facts(facts)
        offices = list(one_after_another(offices))
        offices += HeadlineTitles(self.k, self._modality, date).offices(sentences, list(offices))
        offices += TitlesWon(self.k, self._modality, date).offices(sentences, list(offices))
        offices = list(deputies(sentences, list(as_deputies(offices)), self.k))
        part.offices, part.facts = offices, list(without_deputies(facts, offices))

    def _follow(self, part: _Part) -> None:
        """Who went before and who comes after whom, since when and until when."""
        sentences, date = part.sentences, part.date
        finder, offices, facts = part.finder, part.offices, part.facts
        predecessors = PredecessorReader(self.k, sentences, offices, self._modality, date)
        facts += predecessors.facts(facts)
        prior = self.k.words("predecessor-nouns")
        facts += list(asked_predecessors(sentences, offices, prior, self._tools.agreement))
        facts += asked_successors(sentences, self.k.words("successor-nouns"), self.k.words("posts-left"))
        facts = list(without_sought(facts, self.k.words))
        departures = Departures(self.k, sentences, self._modality, self._leaving, date)
        beginnings = Beginnings(self.k, departures)
        terms = ToldTerms(self.k, sentences, self._modality, self._leaving, date)
        offices = list(terms.offices(offices))
        successions = SuccessionReader(self.k, finder.bodies, sentences, date, beginnings)
        times = SuccessionTimes(self.k, date, departures)
        offices = list(AwaitedOffices(self.k, departures).offices(list(times.expected(offices))))
        offices = list(beginnings.moving(list(beginnings.becoming(offices))))
        for fact in facts:
            fact.modality = times.modality(fact, offices)
        offices += successions.offices([*facts, *predecessors.earlier()], list(offices))
        heads = HeadOffices(self.k, finder.bodies.fitting)
        offices += list(TopChanges(self.k, sentences, heads, finder.bodies).offices(facts, offices))
        offices = list(beginnings.succeeding(offices, facts))
        offices = StandInReader(self.k, finder.bodies, sentences, departures).offices(offices)
        offices = list(caretakers(offices, self.k))
        offices = list(beginnings.still(offices))
        offices = with_counterparts(sentences, offices, finder.bodies.fitting)
        offices = list(ClauseTimes(self.k.words, date).offices(list(terms.offices(offices)), facts))
        offices = ChairTerms(self.k.words, date).offices(offices, facts)
        offices = back_then(offices, facts, sentences, self.k.words("succeeding-verbs") | {"ablösen"}, date)
        offices = list(LongAgo(self.k.words, date).settled(offices))
        earlier = EarlierDays(self.k.words, self.k.full_time, sentences, date)
        offices = list(earlier.offices(offices, facts))
        offices = list(heads_by_title(offices, sentences, self.k))
        offices = list(HousesLeft(self.k, sentences).offices(offices))
        offices = [o for o in offices if not self._is_abroad(o)]
        offices = list(without_namesakes(offices, self.k.words("namesake-phrases")))
        offices = list(self._leaving.past(settled(offices), sentences, date))
        steps = CareerSteps(self.k, departures)
        offices = list(beginnings.not_yet_left(list(steps.remaining(list(steps.moved_on(offices))))))
        offices = held_again(Contests(self.k.words, sentences).settle(offices, facts), facts, sentences)
        offices = not_left_open(standing(offices), sentences)
        dead = TheDead(self.k.words, sentences)
        offices = list(dead.offices(offices))
        dead.settle(facts)
        part.offices, part.facts = offices, facts

    def _imply(self, part: _Part) -> None:
        """What follows from offices, from names and from what hangs together."""
        sentences, date = part.sentences, part.date
        offices, facts = part.offices, part.facts
        cast = part.scene.cast
        # of the chairs that are told, before offices tell of more
        facts += turns_of(facts)
        facts += list(implied_facts(offices, self._below, facts))
        facts += list(OpenedForHouse(self.k, self._modality, date).facts(sentences, offices, facts))
        facts += HandedPapers(self.k.words, self._modality, date).facts(sentences, offices)
        signatures = Signatures(self.k, self._modality, date)
        facts += signatures.facts(sentences, offices)
        facts += turns_of(facts)
        facts += deputies_on_boards(offices, facts)
        facts += seats_of_others(sentences, facts, self.k.words("seat-taking-verbs"))
        facts += representing(facts, offices)
        facts += owned_bodies(sentences, lambda s, a: self._modality.founds(s, a, date))
        facts += state_bodies(sentences, self.k.words("state-body-nouns"))
        facts += owned_by_adjective(sentences, cast.home)
        facts += joint_facts(sentences, facts, self.k.words("joint-verbs"))
        facts = list(signatures.jointly(facts, sentences))
        facts += list(Alliances(self.k.words).facts(sentences, facts))
        facts = LikeContracts(self.k.words, self._modality, date).settled(sentences, facts)
        facts += known_parts(sentences, facts)
        facts += named_after(sentences, cast.drafts)
        facts += examples_of(sentences)
        facts += kicker_facts(sentences, facts)
        boards = tuple(sorted(self.k.words("project-body-endings")))
        facts += places_by_adjective(sentences, self.k.words("town-offices"), boards)
        facts += places_beside(sentences)
        facts += listed_members(sentences, self.k.words("member-nouns"))
        facts = not_only_founded(facts)
        elsewhere = OtherPlaces(self.k.towns, facts)
        facts += premises(sentences, self.k.words("premises-nouns"), self.k.words("town-offices"), elsewhere)
        facts += list(at_home(sentences, self._home, elsewhere))
        facts += possessed_works(sentences, self.k)
        facts += works_there(sentences, self.k)
        facts += possessed_bodies(sentences, self.k)
        facts += project_leads(sentences, facts, self.k.words("project-lead-titles"))
        facts += units_in_bodies(sentences, self.k, self._markers.noun_marker)
        lands_of_units(facts)
        facts += led_inside(sentences, facts, self.k.words("appointing-verbs"))
        facts = list(seats_of_units(facts, self.k.words("administrations-of-towns")))
        operators(facts)
        facts = list(self.events_again.held(sentences, facts, date))
        self._councils.settle(facts, cast.drafts)
        offices, namesakes = told_apart(offices, facts, self.k.full_time)
        cast.drafts += namesakes
        part.offices, part.facts = offices, facts

    def _is_abroad(self, office: OfficeDraft) -> bool:
        """„Estlands CIO“, „der CIO aus Estland“: no office of a German house."""
        title = office.sentence.title(office.role)
        return title is not None and self._abroad.is_of(office.sentence, title, office.body)

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

    def _is_step(self, s: Sentence, filled: Filled) -> bool:
        """„Wann gehen Sie als Ministerin nach Berlin?“: a next step that a question only imagines."""
        if not 0 <= filled.clause < len(s.clauses) or all(a.marker != "als" for a in filled.objects):
            return False
        clause = s.clauses[filled.clause]
        goal = any(a.clause == filled.clause and a.marker in {"nach", "zu"} for a in s.arguments)
        moves = goal and not self.k.words("moving-verbs").isdisjoint(clause.verbs)
        return moves and not is_perfect(clause) and in_present(s, clause)

    def _statements(
        self, s: Sentence, filler: FrameFiller, finder: OfficeFinder, offices: list[OfficeDraft]
    ) -> list[FactDraft]:
        """Facts and offices that a sentence states. A question states only what it takes for granted."""
        question = s.tokens[-1].text == "?"
        profiles = self._profiles.find(s)
        filled = [*filler.fill(s), *qualities(s, self.k, described(profiles))]
        if question:
            doubted = asks_for_truth(s, self.k.words("truth-words"))
            told = (f for f in filled if f.frame.evokes is None and f.clause not in doubted)
            filled = [f for f in told if not (_is_asked(s, f) or self._is_step(s, f))]
        offices += finder.stated.offices(s, [f for f in filled if not self._of_the_press(s, f)])
        offices += finder.placed.placed(s)
        offices += finder.placed.risen(s)
        offices += finder.placed.acted(s)
        offices += finder.beside.continued(s)
        if question:
            return []
        shares = self.k.words("share-nouns")
        facts = [fact for item in filled if not shared_out(s, item, shares) for fact in facts_of(item, s, s.speaker)]
        facts = list(self.trials.settle(s, facts))
        facts += name_facts(s, self.k, self._of_towns, partial(filler.is_over, s), filler.verdict)
        facts += held_before(s, self.k.words("posts-left"), filler.verdict)
        facts += self._profiles.facts(s, profiles, filler.verdict)
        return facts


def _is_asked(s: Sentence, filled: Filled) -> bool:
    """„Ist X Präsident des BSI?“: what a question that begins with its verb asks; not what somebody is „als CIO“."""
    first = head_of(s)
    return (
        first in finite_places(s)
        and filled.clause == s.clause_of[first]
        and all(a.marker != "als" for a in filled.objects)
    )
