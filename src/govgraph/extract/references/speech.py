"""Who speaks, to whom, and for whom: „ich“, „wir“, „unser Haus“, „Sie“ in interviews and quotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.references.asked_houses import house_asked_about, house_told_by_self
from govgraph.extract.references.houses_before import has_moved_on, home_of_talk, house_before
from govgraph.extract.references.interview import (
    addressee,
    group_of,
    house_of,
    is_told_whose,
    is_unit_of_town,
    represented,
    sole_town,
    spoken_for,
    told_of_before,
    town_of_title,
)
from govgraph.extract.references.joined_pronouns import beside_us
from govgraph.extract.references.owners import in_house
from govgraph.extract.references.pronoun_clauses import noun_after
from govgraph.extract.references.told_houses import headed_house, is_left, only_house, told_just_before
from govgraph.extract.references.turns import Turns
from govgraph.extract.state import BOARDS, BODY_TYPES, HOUSES, PLACES, TEAMS, Argument, by_person, only_one
from govgraph.language.grammar import DEFINITE_ARTICLES, DETERMINERS, MINE
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govgraph.extract.names.naming import Cast
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Draft, OfficeDraft, Sentence

_SPOKEN = frozenset({BlockKind.ANSWER, BlockKind.PULL_QUOTE})
_HEAD = frozenset({BlockKind.KICKER, BlockKind.TITLE, BlockKind.LEAD, BlockKind.CAPTION})
_ACTING = frozenset({"Agency", "Association", "Authority", "MunicipalUnion", "PublicCompany", "ServiceProvider"})
"""Classes of bodies for which somebody interviewed may speak."""
_SELF = {"ich": "n", "mich": "a", "mir": "d"}
_YOUR = frozenset({"Ihr", "Ihre", "Ihrer", "Ihres", "Ihrem", "Ihren"})
_LAND = frozenset({"Land", "Lande", "Landes", "Freistaat", "Freistaats", "Freistaates", "Bundesland", "Bundeslandes"})
_BEFORE = frozenset({"waren", "davor", "zuvor", "vorher", "früher", "würden", "sollen", "bald", "demnächst"})
"""Words of a question about what somebody was before, or may become."""
_OPENING = frozenset({"„", "»", "‚", "›"})
_INNER = frozenset({"‚", "›"})
_MARKS = frozenset("„“”»«.!?…")
_CLOSING = frozenset({"“", "”", "«", "‘", "‹"})
_OWN = frozenset({"eigene", "eigenem", "eigenen", "eigener", "eigenes"})
_GOING_ON = frozenset({"der", "des", "für", "von", "in", "im", "aus", "zur"})
"""Words after a noun that say which body is meant."""
_MINISTER = re.compile(r"minister|senator")
"""Roles whose holders lead a ministry, whether it is named or not."""
_HEADING = frozenset({"führen", "leiten", "verantworten"})
_MY_NAME = frozenset({("mein", "name", "ist"), ("ich", "bin", "die"), ("ich", "bin", "der")})
_I_AM = frozenset({("ich", "heiße"), ("ich", "bin")})


class Speech:
    """Resolves the first person, and the second in questions.

    Args:
        tools: What is the same for every article.
        cast: Entities of the article.
        sentences: Its sentences.
        interviewee: Person interviewed, in an interview with one.
        offices: Offices named with titles.
    """

    def __init__(
        self,
        tools: Tools,
        cast: Cast,
        sentences: Sequence[Sentence],
        interviewee: Draft | None,
        offices: Sequence[OfficeDraft],
    ) -> None:
        self.k = tools.knowledge
        self._referring = tools.agreement.referring
        self.cast = cast
        self.sentences = sentences
        self.interviewee = interviewee
        self._offices = by_person(offices)
        self._heads = self.k.words("heads-of-houses")
        self._opening = [s for s in sentences if s.kind in _HEAD]
        self._turns = Turns(sentences, interviewee, self._titled, self.k.words("talking-words"))
        self.speaker: Draft | None = None
        self.asked: Draft | None = interviewee
        self._block = -1
        self._groups: dict[int, Draft | None] = {}
        self._quoted: dict[int, tuple[set[int], Draft]] = {}
        self._author = only_one(a.draft for s in sentences for a in _introducing_themselves(s))
        self._quotes()

    def begin(self, s: Sentence) -> None:
        """Settle who speaks in a sentence and who is asked."""
        if s.block != self._block:
            self._block = s.block
            self.speaker = self._turns.speaker(s)
            label = self._turns.label(s)
            if label is not None:
                # „Weber: Das Portal betreibt Dataport“: who speaks does not act in the sentence
                label.marker, label.cases, label.group = "label", "", -1
            if s.kind is BlockKind.QUESTION:
                self.asked = self._turns.asked(s)
        self.asked = addressee(s) or self.asked
        if s.kind in _SPOKEN and self.speaker is not None:
            s.speaker = self.speaker

    def heard(self, s: Sentence) -> bool:
        """Whether any token of a sentence may be of the first or second person."""
        told = s.kind is BlockKind.QUESTION or s.kind in _SPOKEN or id(s) in self._quoted
        return told or self._author is not None

    def _titled(self, s: Sentence) -> tuple[Draft | None] | None:
        """Whom a label means that is no name: „Landrat: Wir …“ who has the title, „Beide:“ nobody; None for others."""
        if s.text_at(1) != ":":
            return None
        if s.text_at(0) in self.k.words("joint-labels"):
            return (None,)
        label = s.taken.get(0)
        if label is None or label.role is None:
            return None
        held = (o for own in self._offices.values() for o in own if o.status is not Status.FORMER)
        holders = dict.fromkeys(o.person for o in held if label.role is not None and o.role.name == label.role.name)
        return (only_one(holders),) if holders else None

    def group(self, person: Draft | None) -> Draft | None:
        """What „wir“ stands for when this person says it."""
        key = id(person)
        if key not in self._groups:
            own = self._own_offices(person)
            over = person is not None and bool(own) and all(o.status is Status.FORMER for o in own)
            found = house_before(person, self._opening, over=False) if over and person is not None else None
            moved = person is not None and has_moved_on(person, self._opening)
            found = found or group_of(person, () if over and moved else own, self.cast, self._opening)
            if person is not None:
                self.cast.body = self.cast.body or house_of(person, self._opening)
                found = found or (
                    self._told_house(person) if len(own) < len(self._offices.get(id(person), ())) else None
                )
                asked = house_asked_about(person, self.sentences, _BEFORE) if person is self.interviewee else None
                board = asked is not None and asked.kind in BOARDS
                found = found or (None if board else asked) or spoken_for(person, self._opening, self.cast)
                if board and (found is None or found.kind == "University"):
                    # „Sie gehören dem Rat seit 2016 an“ to a professor; others speak for those who have sent them
                    found = asked
                homeless = person is self.interviewee and all(o.body is None for o in own)
                if homeless and (found is None or found.type is EntityType.MUNICIPALITY):
                    # „A hat ihr Amt in Bonn angetreten. Sie leitet das Beschaffungsamt.“
                    house = self._headed(person)
                    found = house if house is not None and not is_unit_of_town(house, self.cast) else found
                if found is None and person is self.interviewee:
                    found = self.cast.town or self._kicker() or self._title_of(self._opening)
                    found = found or represented(self.sentences) or self._by_question()
                    found = found or told_just_before(person, self._opening, self._heads)
                    found = found or house_before(person, self._opening)
                    if not moved:
                        found = found or self._body() or sole_town(self._opening, self.cast)
                        found = found or only_house(person, self._opening, self._heads)
                    found = found or house_told_by_self(self.sentences)
                    if not moved:
                        found = found or home_of_talk(person, self.sentences, self.cast.home)
                elif found is None:
                    # „A leitet das Amt von B, C ist CDO von D“
                    found = next((d for d in self._led_by(person) if d.type in PLACES), None)
                    found = found or self._of_the_other(person)
            self._groups[key] = found
        return self._groups[key]

    def _own_offices(self, person: Draft | None) -> Sequence[OfficeDraft]:
        """The offices of a person; where question or opening say whose office it is, none with a body only guessed."""
        own = self._offices.get(id(person), ())
        if person is None or person is not self.interviewee or any(o.sure for o in own):
            return own
        if self._by_question() is not None or is_told_whose(person, self._opening, self.cast):
            return ()
        house = self._told_house(person)
        if house is not None:
            return tuple(o for o in own if o.body is None or o.body is house or o.body.type in PLACES)
        town = town_of_title(person, self._opening)
        return own if town is None else tuple(o for o in own if o.body is town)

    def _told_house(self, person: Draft) -> Draft | None:
        """„Die X GmbH wächst. Geschäftsführerin A …“, „A lenkt die X“: the body that the opening tells A to head."""
        house = self._headed(person) or told_just_before(person, self._opening, self._heads)
        if house is None or house.type is not EntityType.ORGANISATION or is_unit_of_town(house, self.cast):
            return None
        return house

    def _headed(self, person: Draft) -> Draft | None:
        """„A lenkt die X“; „A gründete die X“ only where no office of A is told."""
        offices = self._offices.get(id(person), ())
        raised = all(o.body is None for o in offices) and self._title_of(self._opening) is None
        return headed_house(person, self._opening, raised=raised)

    def _of_the_other(self, person: Draft) -> Draft | None:
        """In a conversation of two, the house of the other, if that of the one is not told."""
        labels = (self._turns.label(s) for s in self.sentences)
        others = dict.fromkeys(a.draft for a in labels if a is not None and a.draft not in {None, person})
        if len(others) != 1:
            return None
        other = next(iter(others))
        found = group_of(other, self._own_offices(other), self.cast)
        return found or (spoken_for(other, self._opening, self.cast) if other is not None else None)

    def _kicker(self) -> Draft | None:
        """The body that the kicker names: in „FITKO: Zuhören, dann beschleunigen“ it is who speaks."""
        for s in self._opening:
            if s.kind is BlockKind.KICKER:
                for a in s.arguments:
                    if a.type is EntityType.ORGANISATION and not a.adjective:
                        return a.draft
        return None

    def _by_question(self) -> Draft | None:
        """„Seit 2008 sind Sie Staatssekretär im Hessischen Finanzministerium“: the question gives the office."""
        asked = (s for s in self.sentences if s.kind is BlockKind.QUESTION and _BEFORE.isdisjoint(s.lower))
        return self._title_of(s for s in asked if any(t.text == "Sie" for t in s.tokens[1:]))

    def _title_of(self, sentences: Iterable[Sentence]) -> Draft | None:
        """Where a title stands without a name: „Die Digitalbeauftragte der Stadt Görlitz über …“."""
        for s in sentences:
            for a in s.arguments:
                if a.role is not None and not a.role.holders and a.role.bodies and not told_of_before(s, a):
                    body = a.role.bodies[0]
                    return (body.jurisdiction or self.cast.home) if body.kind == "Ministry" else body
        return None

    def _body(self) -> Draft | None:
        """The one body that knows how to act by itself, where the opening names no other."""
        named = (a.draft for s in self._opening for a in s.arguments if not (a.adjective or is_left(s, a)))
        return only_one(d for d in named if d is not None and d.kind in _ACTING and d.entry is not None)

    def house_of(self, person: Draft, noun: str) -> Draft | None:
        """„sein Haus“, „seine Stadt“: the ministry, else the body, of a person's office that the noun may stand for.

        Of a minister without one, „sein Haus“ is the Land.
        """
        offices = [o for o in self._offices.get(id(person), ()) if o.body is not None]
        held = [o for o in offices if o.status is not Status.FORMER] or offices
        bodies = [o.body for o in held if o.body is not None] or list(self._led_by(person))
        if noun in TEAMS:
            return only_one(dict.fromkeys(bodies))
        if noun not in HOUSES:
            return only_one(d for d in bodies if self._is_called(d, noun))
        own = sorted(bodies, key=lambda d: d.kind != "Ministry")
        house = next((d for d in own if d.type is EntityType.ORGANISATION), None)
        if house is not None:
            return house
        ruling = (o.body for o in offices if _MINISTER.search(o.role.name.lower()))
        return next((d for d in ruling if d is not None and d.type is EntityType.JURISDICTION), None)

    def _is_called(self, body: Draft, noun: str) -> bool:
        """Whether a noun is properly used of a body: a town is a „Stadt“, an association a „Verband“."""
        known = self._referring(noun)
        if known is None or noun not in self.k.words("own-body-nouns") or noun.startswith("Amt"):
            # „Sie gibt ihr Amt ab“: what somebody holds
            return False
        kinds = known.kinds | known.loose
        return body.kind in kinds or (body.kind == "Organisation" and not kinds.isdisjoint(_ACTING))

    def own_house(self, s: Sentence, i: int) -> bool:
        """„Ulm hat den Zweckverband verlassen“ in an answer: the house of who speaks, if no other may be meant."""
        noun = s.tokens[i].text
        if s.speaker is None or s.low_at(i - 1) not in DEFINITE_ARTICLES or not noun[:1].isupper():
            return False
        house = self.group(s.speaker)
        if house is None or house.type is not EntityType.ORGANISATION or not self._is_called(house, noun):
            return False
        if (
            s.low_at(i + 1) in _GOING_ON
            or i + 1 in s.taken
            or any(self._is_called(d, noun) for d in s.near if d is not house)
        ):
            # „der Verband der Städte“, „der Verband Nova“, or a body that was just named
            return False
        s.refer(i, i + 1, house, DETERMINERS.get(s.lower[i - 1], "na")).begin = i - 1
        return True

    def _led_by(self, person: Draft) -> Iterator[Draft]:
        """„A ist Bürgermeisterin von B“, „A leitet das B“: what clauses say that somebody heads."""
        for s in self.sentences:
            for subject in s.arguments:
                if subject.draft is not person or not subject.nominative or not s.clauses:
                    continue
                clause = s.clauses[subject.clause]
                lemmas = clause.verbs
                if "nicht" in (s.lower[i] for i in clause.tokens) or told_of_before(s, subject):
                    continue
                for a in s.arguments:
                    if a.clause != subject.clause:
                        continue
                    if a.role is not None and "sein" in lemmas and a.role.bodies and not a.role.is_deputy:
                        yield a.role.bodies[0]
                    elif a.draft is not None and a.type in BODY_TYPES and a.marker == "np" and lemmas & _HEADING:
                        yield a.draft

    # ------------------------------------------------------------------ quotations

    def _quotes(self) -> None:
        """Find whose words the quotation marks of a report hold: „„Wir …“, sagte X“, „X: „Wir …““."""
        verbs = self.k.words("speech-verbs") | self.k.words("quoting-verbs")
        open_from: list[tuple[Sentence, set[int]]] = []
        last: tuple[int, Draft] | None = None
        for s in self.sentences:
            if s.kind in _SPOKEN or s.kind is BlockKind.QUESTION or s.kind is BlockKind.TITLE:
                open_from = []
                continue
            if open_from and open_from[-1][0].block != s.block:
                open_from = []
            inside: set[int] = set()
            quoting = bool(open_from)
            for i, token in enumerate(s.tokens):
                if token.text in {"„", "»"}:
                    quoting = True
                elif token.text in {"“", "”", "«"}:
                    quoting = False
                elif quoting:
                    inside.add(i)
            if not inside:
                last = None if any(a.type is EntityType.PERSON for a in s.arguments) else last
                continue
            open_from.append((s, inside))
            person = self._quoter(s, inside, verbs)
            if person is None and last is not None and last[0] == s.block and _says_on(s, inside):
                person = last[1]
            if person is not None:
                last = s.block, person
                for sentence, words in open_from:
                    self._quoted[id(sentence)] = (words, person)
            if not quoting:
                open_from = []
            elif person is not None:
                self._quoted[id(s)] = (inside, person)

    def _quoter(self, s: Sentence, inside: set[int], verbs: frozenset[str]) -> Draft | None:
        for a in s.arguments:
            if a.type is not EntityType.PERSON or a.first in inside or a.marker != "np":
                continue
            if s.text_at(a.last) == ":":
                return a.draft
            clause = s.clauses[s.clause_of[a.first]]
            if any(lemma in verbs for lemma, i, _ in clause.lemmas if i not in inside):
                return a.draft
            if s.low_at(a.begin - 1) == "so":
                return a.draft
        return None

    # ------------------------------------------------------------------ one token

    def at(self, s: Sentence, i: int) -> bool:
        """Resolve token `i` if it is of the first or second person; tells whether it was."""
        text, low = s.tokens[i].text, s.lower[i]
        if s.kind is BlockKind.QUESTION:
            return self.asked is not None and self._asked(s, i, text, self.asked)
        speaker = self.speaker if s.kind in _SPOKEN else None
        quoted = self._quoted.get(id(s))
        if quoted is not None and i in quoted[0]:
            speaker = quoted[1]
        elif speaker is None:
            speaker = self._author
        if speaker is None and s.kind not in _SPOKEN:
            return False
        if speaker is None and self._turns.several:
            # „wir“ of one of two of whom nothing tells which
            return low in _SELF or low in MINE or low in {"wir", "uns"}
        if (low in _SELF or low in MINE or low in {"wir", "uns"}) and not _OPENING.isdisjoint(s.lower[:i]):
            retold = self._retold(s, i)
            if retold is not None:
                return self._said_by_another(s, i, retold)
        if low in _SELF and speaker is not None:
            s.refer(i, i + 1, speaker, _SELF[low])
            return True
        group = self.group(speaker)
        if group is None:
            return False
        if (
            text in {"Haus", "Hause"}
            and s.low_at(i - 1) == "im"
            and s.low_at(i + 1) not in {"der", "des"}
            and self.cast.body
        ):
            s.refer(i, i + 1, self.cast.body, "")
            return True
        if low == "uns" and s.lower[i + 1 : i + 3] == ["im", "haus"]:
            return True
        if low in {"wir", "uns"}:
            beside_us(s, s.refer(i, i + 1, group, "n" if low == "wir" else "ad"))
            return True
        if low not in MINE and low not in self.k.words("interview-group"):
            return False
        return self._own(s, i, low, group)

    def _retold(self, s: Sentence, i: int) -> range | None:
        """The words before a quotation within what somebody says: „Mein Kollege in Kiel sagt: „Wir nutzen es““.

        None where nobody else is quoted there: „Ich habe gesagt: „Wir …““, „das sogenannte „Wir-Prinzip““.
        """
        opening = max((n for n in range(i) if s.tokens[n].text in _OPENING), default=-1)
        if s.kind is not BlockKind.ANSWER and s.text_at(opening) not in _INNER:
            # what a report quotes is settled by whose words they are
            return None
        closed = any(s.tokens[n].text in _CLOSING for n in range(opening + 1, i))
        if closed or s.text_at(opening - 1) != ":":
            return None
        start = max((n + 1 for n in range(opening - 1) if s.tokens[n].text in {*_OPENING, ":", ";"}), default=0)
        before = range(start, opening - 1)
        if any(s.lower[n] in {"ich", "wir"} for n in before):
            return None
        verbs = self.k.words("speech-verbs")
        says = any(at in before and lemma in verbs for clause in s.clauses for lemma, at, _ in clause.lemmas)
        return before if says or self._teller(s, before) is not None else None

    @staticmethod
    def _teller(s: Sentence, before: range) -> Draft | None:
        """„(Sprecher Jens Kahl mischt sich ein: „…“)“: the one person who does something before a quotation."""
        people = [a for a in s.arguments if a.type is EntityType.PERSON and a.first in before and not a.adjective]
        return only_one(a.draft for a in people) if any(a.nominative for a in people) else None

    def _said_by_another(self, s: Sentence, i: int, before: range) -> bool:
        """„ich“ in the words of a colleague is that one; „wir“ the only place or body that is told of them."""
        teller = self._teller(s, before)
        if s.lower[i] in _SELF and teller is not None and teller is not self.speaker:
            s.refer(i, i + 1, teller, _SELF[s.lower[i]])
            return True
        group = only_one(a.draft for a in s.arguments if a.first in before and a.type in BODY_TYPES)
        if s.lower[i] == "wir" and group is not None:
            s.refer(i, i + 1, group, "n")
        return True

    def _own(self, s: Sentence, i: int, low: str, group: Draft) -> bool:
        """„unser Haus“ is the group itself, „unser TransformationLAB“ belongs to it."""
        at = i + 2 if s.low_at(i + 1) in _OWN else i + 1
        own = self._same(s.text_at(at), group)
        if own is not None and at not in s.taken:
            in_house(s, s.refer(i, at + 1, own, DETERMINERS.get(low, "na")))
            return True
        if low in MINE:
            return False
        head = noun_after(s, i)
        if head < 0:
            return False
        s.arguments.append(Argument(i, i + 1, group, marker="gen", cases="g", begin=i, reference=True, head=head))
        return True

    def _same(self, noun: str, group: Draft) -> Draft | None:
        if noun in _LAND:
            return self.cast.home or group
        if noun in HOUSES:
            return self.cast.body or group
        return group if noun in TEAMS or noun in self.k.words("own-body-nouns") else None

    def _asked(self, s: Sentence, i: int, text: str, asked: Draft) -> bool:
        if text == "Sie" and (i > 0 or self._addressed(s)):
            s.refer(i, i + 1, asked, "n")
            return True
        if text == "Ihnen":
            # „Bei Ihnen ist auch X angesiedelt“: in the house
            s.refer(i, i + 1, (self.group(asked) if s.low_at(i - 1) == "bei" else None) or asked, "d")
            return True
        if text not in _YOUR:
            return False
        at = i + 2 if s.low_at(i + 1) in _OWN else i + 1
        group = self.group(asked)
        own = self._same(s.text_at(at), group) if group is not None else None
        if own is not None and at not in s.taken:
            in_house(s, s.refer(i, at + 1, own, DETERMINERS.get(text.lower(), "na")))
            return True
        head = noun_after(s, i)
        if head < 0:
            return False
        s.arguments.append(Argument(i, i + 1, asked, marker="gen", cases="g", begin=i, reference=True, head=head))
        return True

    @staticmethod
    def _addressed(s: Sentence) -> bool:
        """Whether „Sie“ at the head of a question goes with a plural verb, as address does."""
        verb = s.low_at(2 if s.low_at(1) in {"selbst", "selber", "ja", "persönlich", "beide"} else 1)
        return verb.endswith("en") or verb in {"sind", "wollen"}


def _says_on(s: Sentence, inside: set[int]) -> bool:
    """„… “, sagt A. „Außerdem leite ich das Amt.“, „Und weiter: „…““: whether nothing but who spoke before speaks."""
    own = next((i for i, token in enumerate(s.tokens) if token.text in {"„", "»"}), -1)
    before = [s.lower[i] for i in range(own)]
    plain = own == 0 or before in (["und", "weiter", ":"], ["weiter", ":"], ["und", ":"])
    return plain and all(i in inside or s.tokens[i].text in _MARKS for i in range(own, len(s.tokens)))


def _introducing_themselves(s: Sentence) -> Iterator[Argument]:
    """„Mein Name ist Anna Weber“, „Ich heiße Jens Ott“: the name by which whoever writes speaks of themselves."""
    for a in s.arguments:
        if a.type is not EntityType.PERSON or a.reference or not _OPENING.isdisjoint(s.lower[: a.first]):
            continue
        before = s.lower[: a.first]
        ends = s.low_at(a.last) in {",", ".", "und", "!", "(", ""}
        if tuple(before[-3:]) in _MY_NAME or (ends and tuple(before[-2:]) in _I_AM):
            yield a
