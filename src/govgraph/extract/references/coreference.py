"""References inside an article: who or what a word stands for that refers instead of naming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.verb_places import finite_places
from govgraph.extract.references.circles import Circles
from govgraph.extract.references.descriptions import Descriptions
from govgraph.extract.references.discourse import Discourse, Mention, rank_of
from govgraph.extract.references.displaced import displaced
from govgraph.extract.references.houses_before import is_left_by_somebody
from govgraph.extract.references.known_bodies import KnownBodies
from govgraph.extract.references.noun_phrases import INHABITED
from govgraph.extract.references.outgoing import OutgoingWorks
from govgraph.extract.references.pronoun_clauses import noun_after
from govgraph.extract.references.pronouns import WORDS, Pronouns
from govgraph.extract.references.set_up import set_up
from govgraph.extract.references.several_things import SEVERAL
from govgraph.extract.references.sources import Sources
from govgraph.extract.references.strangers import Strangers, holder_without_name
from govgraph.extract.references.unnamed_people import unnamed_people
from govgraph.extract.references.unnamed_units import UnnamedUnits
from govgraph.extract.state import BOARDS, BODY_TYPES, HOUSES, TEAMS, WORKS
from govgraph.extract.word_sets import without
from govgraph.language.grammar import DETERMINER_GENDERS
from govgraph.language.morphology import Memo, is_dictionary_word
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.references.speech import Speech
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Argument, Draft, OfficeDraft, Sentence

_REFERRING = WORDS.union(SEVERAL)
"""Words in small letters that may refer; others than these and nouns are passed over."""
_PAIR = 2
_BODY = frozenset({EntityType.ORGANISATION})
_SHORT = 5
"""Most words of a sentence that may say nothing."""
_WE = frozenset({"uns", "wir"})
_LONGEST_LABEL = 6
"""Most tokens before the colon of a label: „Betreiber des neuen Portals“."""
_BAR = "|"
_CONTEXT = 14
"""How many things named last a sentence may take up."""


def referring_words(knowledge: Knowledge, agreement: Agreement) -> Callable[[str], bool]:
    """Tells pronouns, and nouns that may refer, from all other words."""
    nouns = HOUSES | TEAMS | knowledge.words("newcomer-nouns")

    def refers(word: str) -> bool:
        low = word.lower()
        return low in _REFERRING or low.endswith(INHABITED) or word in nouns or agreement.may_refer(word)

    return Memo(refers).__getitem__


class Referent:
    """Adds arguments for words that refer instead of naming.

    Args:
        tools: What is the same for every article.
        cast: Entities of the article.
        speech: Who speaks for whom.
        offices: Offices read beside names.
    """

    def __init__(self, tools: Tools, cast: Cast, speech: Speech, offices: Iterable[OfficeDraft] = ()) -> None:
        self.speech = speech
        words = tools.knowledge.words
        self._words = words
        self._labels = without(tools.knowledge.labels, words("labels-of-names"), words("labels-of-bodies"))
        self._states = tools.knowledge.words("state-verbs")
        self._former = tools.knowledge.words("former-adverbs")
        self._pots = tools.knowledge.words("money-pots")
        self._replacing = tools.knowledge.words("replacing-verbs")
        self._belonging = tools.knowledge.words("belonging-verbs")
        self._outgoing = OutgoingWorks(tools.knowledge.words)
        self._going: list[Draft] = []
        self._appointing = tools.knowledge.words("appointing-verbs")
        self._setting_up = tools.knowledge.words("setting-up-verbs")
        self.agreement = tools.agreement
        self._refers = tools.refers
        self.discourse = Discourse()
        self._asked = False
        self.pronouns = Pronouns(tools, self.discourse, speech.house_of)
        self._units = UnnamedUnits(tools.knowledge.words, tools.agreement)
        self._bodies = KnownBodies(tools.knowledge, offices)
        self._strangers = Strangers(tools, self.discourse)
        words = tools.knowledge.words
        self._trades = words("person-nouns")
        self._unnamed = words("kin-nouns") | words("people-of-somebody")
        self.descriptions = Descriptions(tools, self.discourse, cast, self.pronouns, self._bodies)

    def refer(self, sentences: Sequence[Sentence]) -> None:
        """Add references sentence by sentence; each may look back, never ahead."""
        recent: list[Draft] = []
        topic: Draft | None = None
        near: tuple[Draft, ...] = ()
        aside: tuple[Draft, ...] = ()
        sources = Sources(self._pots)
        circles = Circles(self._words)
        block = -1
        before: Sentence | None = None
        for s in sentences:
            if s.block != block:
                block, self.discourse.opened = s.block, len(self.discourse.lines)
            self.speech.begin(s)
            if before is None or before.speaker is not s.speaker:
                self.pronouns.antecedents.we = None
            self._bodies.begin(s)
            s.context, s.topic, s.near = tuple(recent), topic, near
            s.aside, s.sources = aside, sources.so_far(s)
            s.going = frozenset(id(d) for d in self._going)
            s.about, s.circle = self.discourse.topic.draft(), circles.body()
            s.topics = self._topics(topic)
            genders = {id(a): self.agreement.note(s, a) for a in s.arguments}
            starting: dict[int, list[Argument]] = {}
            for a in s.arguments:
                if a.draft is not None and not a.adjective:
                    starting.setdefault(a.last, []).append(a)
            self._answer(s)
            strangers: list[Mention] = []
            heard = self.speech.heard(s)
            for i, low in enumerate(s.lower):
                for a in starting.get(i, ()):
                    self._mention(s, a, genders)
                if i in s.taken:
                    holder = holder_without_name(s, i)
                    if holder is not None:
                        strangers.append(self._strangers.resumed(s, i, holder))
                        self.discourse.current.append(holder)
                    continue
                refers = self._refers(s.tokens[i].text) or (s.tokens[i].upper and low in self.descriptions.endings)
                if not heard and not refers:
                    continue
                known = len(s.arguments)
                spoken = heard and self.speech.at(s, i)
                if spoken and low in _WE and len(s.arguments) > known and s.arguments[-1].type in BODY_TYPES:
                    self.pronouns.antecedents.we = s.arguments[-1].draft
                resolved = spoken or self.pronouns.at(s, i) or self.descriptions.at(s, i) if refers else True
                if not resolved and not self.speech.own_house(s, i):
                    stranger = self._strangers.thing(s, i)
                    if stranger is not None:
                        strangers.append(stranger)
                        self.discourse.current.append(stranger)
                found = len(s.arguments) > known
                if found and (self._units.is_meant(s, i, before) or self._units.is_named_again(s, i, before)):
                    self._take_back_bodies(s, known)
                for a in s.arguments[known:]:
                    text = s.tokens[a.last - 1].text
                    genders[id(a)] = self.agreement.of_noun(text) if text[0].isupper() and a.last - 1 > 0 else ""
                    self._mention(s, a, genders)
            self.discourse.current = []
            self._bodies.end(s)
            appointed = None
            mentions = [m for m in (self._as_mention(s, a, genders) for a in s.arguments) if m is not None]
            founded = dict(set_up(s, self._setting_up))
            if not strangers and all(m.marker == "label" for m in mentions) and self._says_nothing(s):
                # „Gut.“, „Und, wie steht es?“: what was spoken of stays as near as it was
                self.discourse.current = []
                self._asked = s.kind is BlockKind.QUESTION
                continue
            if mentions or s.kind is not BlockKind.HEADING:
                appointed = self._appointment(s, mentions)
                if appointed is not None:
                    mentions = _with_ranks_swapped(mentions, *appointed)
                mentions = _behind_founded(mentions, founded)
                self.discourse.close(_later_first(s, [*mentions, *strangers]))
            self.discourse.current = []
            self._note_past(s)
            sources.note(s)
            circles.note(s)
            self.discourse.topic.note(s)
            self._strangers.note_titles(s)
            self.pronouns.antecedents.unnamed |= unnamed_people(s, self._unnamed, self._trades)
            self._asked = s.kind is BlockKind.QUESTION
            subjects = _subjects(s)
            before_topic = topic
            topic = appointed[1].draft if appointed is not None else subjects[0] if subjects else None
            topic = founded.get(topic, topic) if topic is not None else None
            named = dict.fromkeys(a.draft for a in s.arguments if a.draft is not None and not a.adjective)
            if self._is_entry(s):
                recent[:0] = [draft for draft in named if draft not in recent]
                del recent[:-_CONTEXT]
                topic = before_topic
                continue
            gone = self._left_behind(s, named, near)
            near = (*_still_near(named, gone, near), *(draft for draft in named if draft not in gone))
            aside = _named_aside(s, near, self._belonging)
            founders = [d for d in near if d in founded]
            near = tuple(d for d in near if d not in founded)
            for draft in (*gone, *founders, *near):
                if draft in recent:
                    recent.remove(draft)
                recent.append(draft)
            del recent[:-_CONTEXT]
            before = s

    def _is_entry(self, s: Sentence) -> bool:
        """„Ehingen | enaio“, „Partner: Hochschule Ulm“: a line of a table or box, beside what the text speaks of."""
        colon = next((i for i in range(1, min(_LONGEST_LABEL, len(s.lower))) if s.lower[i] == ":"), 0)
        told = _BAR in s.lower or any(" ".join(s.lower[:j]) in self._labels for j in range(1, colon + 1))
        return told and not any(s.text_at(i).islower() for i in finite_places(s))

    @staticmethod
    def _take_back_bodies(s: Sentence, known: int) -> None:
        """Take back what a pronoun was found to stand for, but for people: „Geleitet wird sie von Anna Weber“."""
        for a in [a for a in s.arguments[known:] if a.type is EntityType.ORGANISATION]:
            s.drop(a)

    def _left_behind(self, s: Sentence, named: Iterable[Draft], near: Sequence[Draft]) -> list[Draft]:
        """Works that a sentence tells to go or only compares with, where one was spoken of that stays."""
        compared = self._outgoing.compared(s)
        self.discourse.compared -= {id(d) for d in named}
        self.discourse.compared |= {id(d) for d in compared}
        replaced = displaced(s, self._replacing)
        going = [*self._outgoing.find(s), *compared]
        self._going = [*replaced, *compared]
        staying = (d for d in (*named, *near) if d.type in WORKS and d not in going)
        self.discourse.gone.update(id(d) for d in (*replaced, *going) if d not in compared)
        return replaced if next(staying, None) is None else [*replaced, *going]

    def _note_past(self, s: Sentence) -> None:
        """„Sie leitete zuvor die Abteilung X im Amt Y“: not what the next sentences mean by „das Amt“."""
        bodies = [a for a in s.arguments if a.type is EntityType.ORGANISATION and a.draft is not None]
        past: set[int] = set()
        if bodies and not self._former.isdisjoint(s.lower):
            for number, clause in enumerate(s.clauses):
                if self._former.isdisjoint(clause.words):
                    continue
                own = [a for a in s.arguments if s.clause_of[a.first] == number and a.nominative]
                verb = next((i for lemma, i, _ in clause.lemmas if lemma in self._states), -1)
                # „Die Mathematikerin leitete zuvor …“: who does so may have no name
                acting = [a for a in own if a.last <= verb or a.cases == "n"]
                people = all(a.type is EntityType.PERSON or (a.type in _BODY and a not in acting) for a in own)
                if verb >= 0 and people:
                    there = [a for a in bodies if s.clause_of[a.first] == number and a not in acting]
                    past |= {id(a.draft) for a in there if a.draft is not None and self.discourse.is_new(a.draft)}
        self.discourse.worked_at -= {id(a.draft) for a in bodies}
        self.discourse.worked_at |= past

    def _topics(self, subject: Draft | None) -> tuple[Draft, ...]:
        """What the last sentence is about, the things before whoever does something with them."""
        last = self.discourse.lines[-1] if self.discourse.lines else []
        things = sorted((m for m in last if m.draft.type in WORKS and m.draft.name), key=lambda m: -m.rank)
        found = [m.draft for m in things if m.rank > 0]
        found = [d for d in found if id(d) not in self.discourse.gone] or found
        return (*found, subject) if subject is not None else tuple(found)

    def _appointment(self, s: Sentence, mentions: Sequence[Mention]) -> tuple[Mention, Mention] | None:
        """„Der Minister hat Markus Alt zum Präsidenten berufen. Er …“: who appoints, and who is then spoken of.

        So of a body that does: „Der Verwaltungsrat hat Markus Alt zum Präsidenten gewählt. Er …“.
        """
        for number, clause in enumerate(s.clauses):
            if not self._appointing.isdisjoint(clause.verbs):
                here = [m for m in mentions if m.clause == number and m.draft.type is EntityType.PERSON]
                people = [m for m in here if m.marker == "np"]
                if len({id(m.draft) for m in people}) == _PAIR and people[0].draft is not people[-1].draft:
                    return people[0], people[-1]
                chosen = any(a.role is not None and a.marker == "zu" and a.clause == number for a in s.arguments)
                givers = [m for m in mentions if m.clause == number and m.marker == "np" and m.draft.type in BODY_TYPES]
                if chosen and len(people) == 1 and givers and givers[0].first < people[0].first:
                    return givers[0], people[0]
        return None

    def _answer(self, s: Sentence) -> None:
        """„Was ist X? – Ein Bündel von Diensten, …“: the noun of the fragment lends X its gender."""
        line = self.discourse.lines[-1] if self.discourse.lines else []
        if s.kind is not BlockKind.ANSWER or not self._asked or not line or (s.clauses and s.clauses[0].finite):
            return
        start = 2 if s.text_at(1) == ":" else 0
        if s.low_at(start) not in DETERMINER_GENDERS:
            return
        noun = noun_after(s, start)
        gender = self.agreement.of_noun(s.text_at(noun)) if noun >= 0 and noun not in s.taken else ""
        things = [m for m in line if m.rank > 0 and m.draft.type is not EntityType.PERSON]
        if gender and len({id(m.draft) for m in things}) == 1:
            thing = things[0].draft
            if gender not in thing.genders:
                thing.genders += gender
            self.discourse.lines[-1].append(things[0]._replace(rank=1.0, genders=gender))

    def _says_nothing(self, s: Sentence) -> bool:
        """Whether a question, or a fragment of an answer, is so short, without any noun, that nothing new came up."""
        asks = s.kind is BlockKind.QUESTION
        if not asks and (s.kind is not BlockKind.ANSWER or any(clause.finite for clause in s.clauses)):
            return False
        label = s.taken[0].last if 0 in s.taken else 0
        words = [token.text for token in s.tokens[label:] if token.text[0].isalnum()]
        plain = bool(words) and (asks or is_dictionary_word(words[0].lower()))
        return plain and len(words) <= _SHORT and not any(word[0].isupper() for word in words[1:])

    def _mention(self, s: Sentence, a: Argument, genders: dict[int, str]) -> None:
        mention = self._as_mention(s, a, genders)
        if mention is not None:
            self.discourse.current.append(mention)

    @staticmethod
    def _as_mention(s: Sentence, a: Argument, genders: dict[int, str]) -> Mention | None:
        if a.draft is None or a.adjective or (a.marker == "label" and s.kind is BlockKind.QUESTION):
            # who asks is nobody of whom the answer speaks
            return None
        clause = s.clause_of[a.first] if s.clause_of else 0
        found = genders.get(id(a), "")
        left = is_left_by_somebody(s, a)
        return Mention(a.draft, a.first, a.last, clause, rank_of(s, a), a.group, found, a.marker, a.reference, left)


def _still_near(named: Iterable[Draft], gone: Sequence[Draft], near: Sequence[Draft]) -> list[Draft]:
    """„Gera nutzt X. Das alte System Y wurde abgeschaltet. …“: what stays, where only what goes is named."""
    if not gone or any(d.type in WORKS and d not in gone for d in named):
        return []
    return [d for d in near if d.type in WORKS and d not in gone and d not in named]


def _with_ranks_swapped(mentions: Sequence[Mention], giver: Mention, taker: Mention) -> list[Mention]:
    low, high = sorted((giver.rank, taker.rank))
    return [m._replace(rank=low) if m is giver else m._replace(rank=high) if m is taker else m for m in mentions]


def _behind_founded(mentions: list[Mention], founded: Mapping[Draft, Draft]) -> list[Mention]:
    """„Der Rat hat die Arbeitsgruppe X eingesetzt. Darin …“: who sets up a board stands behind it from then on."""
    for founder, board in founded.items():
        givers = [m for m in mentions if m.draft is founder and m.marker == "np"]
        takers = [m for m in mentions if m.draft is board and m.marker == "np"]
        if givers and takers:
            mentions = _with_ranks_swapped(mentions, givers[0], takers[0])
    return mentions


def _subjects(s: Sentence) -> list[Draft]:
    """Nominatives of the main clauses, then of the others: what the next sentence most likely goes on about."""
    found = [a for a in sorted(s.arguments, key=lambda a: a.first) if a.nominative]
    main = [a for a in found if not s.clauses or s.clauses[s.clause_of[a.first]].kind == "main"]
    return list(dict.fromkeys(a.draft for a in (*main, *found) if a.draft is not None))


def _named_aside(s: Sentence, named: Sequence[Draft], belonging: frozenset[str]) -> tuple[Draft, ...]:
    """What the next sentence hardly goes on about: what only a relative clause names, or whose part the subject is.

    „…, das dem Rat vorsitzt“, „Sie gehört zum Dezernat I“.
    """
    wholes = _wholes(s, belonging)
    if not any(clause.kind == "relative" for clause in s.clauses):
        return tuple(d for d in named if d in wholes)
    said = {id(a.draft) for a in s.arguments if not a.adjective and s.clauses[s.clause_of[a.first]].kind != "relative"}
    return tuple(d for d in named if id(d) not in said or d in wholes)


def _wholes(s: Sentence, belonging: frozenset[str]) -> list[Draft]:
    """„Es gehört jetzt zur Digitalagentur X“: what the body that is the subject belongs to, named after it."""
    out = []
    for number, clause in enumerate(s.clauses):
        if clause.kind != "main" or belonging.isdisjoint(clause.verbs):
            continue
        inside = [a for a in s.arguments if s.clause_of[a.first] == number and a.type in _BODY and not a.adjective]
        part = next((a for a in inside if a.nominative and a.head < 0), None)
        if part is not None:
            out += [a.draft for a in inside if a.first > part.first and _is_whole(a, part)]
    return [d for d in out if d is not None]


def _is_whole(a: Argument, part: Argument) -> bool:
    """Whether another body than the part may be what it belongs to: no board, which has members."""
    return (
        a.draft is not part.draft
        and a.draft is not None
        and a.draft.kind not in BOARDS
        and a.marker in {"zu", "np", "dat"}
    )


def _later_first(s: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Of several main clauses the last one is what the next sentence goes on from."""
    main = [number for number, clause in enumerate(s.clauses) if clause.kind == "main"]
    if len(main) < 2:
        return mentions
    return [m._replace(rank=m.rank - 0.25) if m.clause < main[-1] and m.rank > 0.3 else m for m in mentions]
