"""Who does another's job for the time being: „Bis dahin nimmt X ihre Aufgaben wahr“, „Den Posten führt derzeit X …“."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.compared_offices import only_office
from govgraph.extract.offices.head_offices import HEAD, MANAGER
from govgraph.extract.offices.leaving import MOVES
from govgraph.extract.offices.led_units import is_deputy
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.offices.stopgaps import Stopgaps
from govgraph.extract.state import BOARDS, BODY_TYPES, STARTING, OfficeDraft, bare_nouns, only_one, only_person
from govgraph.language.grammar import AUXILIARIES
from govgraph.model import EntityType, Modality, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.offices.departures import Departures
    from govgraph.extract.state import Argument, Clause, Draft, RoleNoun, Sentence

_CONFIDENCE = 0.65
_FAR_BACK = 6
"""How many sentences before it a post may be named that somebody holds for the time being."""
_SPOKEN_OF = 3
"""In how many sentences, this one the last, somebody may be said to go whose title stands before them."""
_THE = frozenset({"das", "den", "die", "dies", "dieses", "diese", "diesen", "deren", "dessen"}) | {
    f"{stem}{end}" for stem in ("ihr", "mein", "sein", "unser") for end in ("", "e", "en")
}
_IT = {"ihn": "m", "es": "n"}
"""Pronouns that stand for a post, with its gender; „sie“ is mostly somebody."""
_HOLDS = frozenset({Modality.ASSERTED, Modality.ENDED, Modality.PLANNED})
_BARE = frozenset({"np", ""})
"""Markers of what stands in a clause without a preposition."""
_HEAD_ENDS = ("leiter", "chef", "chefin")
_OF_WHICH = frozenset({"der", "des", "für", "von"})
_TODAY = frozenset({"heute", "inzwischen", "jetzt", "mittlerweile", "nun"})
_REPRESENTING = "vertreten"
_BY_NOW = frozenset({"bereits", "jetzt", "nun", "schon", "seit", "seitdem", "seither"})
_BEING = frozenset({"erledigen", "machen", "sein", "tun"})
_DOING = frozenset({"erledigen", "machen", "tun"})
_THAT = frozenset({"das", "dies", "es"})
_RESPONSIBLE = frozenset({"verantwortlich", "zuständig"})
"""What somebody is who sees to something: „Vorerst zuständig ist X“."""
_SURE_OF_IT = frozenset({"bis", "dauer", "solange", "während"})
_STANDS_IN = "stands-in"
"""Rule of offices of those who do a job for the time being."""


class StandInReader:
    """Reads from sentences about a job that somebody does for now which office that is.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
        sentences: Sentences of the article.
        departures: Tells who goes and who has gone.
    """

    def __init__(
        self, knowledge: Knowledge, bodies: BodyFinder, sentences: Sequence[Sentence], departures: Departures
    ) -> None:
        self.k = knowledge
        self.bodies = bodies
        self.sentences = sentences
        self.departures = departures
        self._stopgaps = Stopgaps(knowledge.words)
        self._acting = knowledge.words("acting-adverbs")
        self._meantime = knowledge.words("meantime-words")
        self._doing = knowledge.words("exercising-verbs")
        self._posts = knowledge.words("posts-left")
        self._masculine = knowledge.words("posts-masculine")
        self._managing = knowledge.words("managing-nouns")
        self._now = knowledge.words("still-adverbs") | _BY_NOW
        self.date = departures.date
        self._head_titles = knowledge.words("head-titles")
        self._open_nouns = knowledge.words("open-post-nouns")
        self._filling = knowledge.words("filling-in-verbs")
        self._leading = knowledge.words("leading-verbs") - {"übernehmen"} | {"innehaben"}
        self._houses = knowledge.words("houses-left")
        self._units = tuple(sorted(knowledge.words("unit-nouns")))
        self._signs = self._acting | self._meantime | _SURE_OF_IT
        self._number = {id(s): i for i, s in enumerate(sentences)}

    def offices(self, known: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """The offices, with those of who stands in.

        Who runs „die Geschäfte“ of a post that is known is no managing director by that.
        """
        found = list(known)
        for number, s in enumerate(self.sentences):
            if self._signs.isdisjoint(s.lower):
                continue
            for index, clause in enumerate(s.clauses):
                job = self._job(number, s, index, clause)
                person = None if job is None else self._doer(s, index, clause)
                if job is None or person is None:
                    continue
                office = self._post(number, s, (index, job), person, known)
                if office is not None:
                    found = [o for o in found if not self._manages(o, s, person, office)]
                    since = self._from(s, clause, office)
                    status = Status.FORMER if self._is_over(s, clause) else Status.ACTING
                    held = replace(office, person=person, status=status, since=since, until=None)
                    found.append(replace(held, sentence=s, confidence=_CONFIDENCE, how="clause", rule=_STANDS_IN))
        return found

    @staticmethod
    def _doer(s: Sentence, index: int, clause: Clause) -> Draft | None:
        """Who does the job: the subject, or whom the passive names: „Er wird vorerst von Anna Weber vertreten“."""
        if _is_represented(clause):
            here = (a for a in s.arguments if a.clause == index and a.type is EntityType.PERSON)
            return only_one(a.draft for a in here if a.marker in {"durch", "von"} and a.head < 0)
        subject = only_person(s, index)
        return None if subject is None else subject.draft

    def _is_over(self, s: Sentence, clause: Clause) -> bool:
        """„hat den Vorstand bis Ende Juni kommissarisch vertreten“: who did so until a day that is past."""
        past = in_past(s, clause)
        represents = _REPRESENTING in clause.verbs
        until = (d.value for d in s.dates if d.lead == "until" and self.date is not None)
        return past and represents and any(value <= self.date[: len(value)] for value in until if self.date)

    def _from(self, s: Sentence, clause: Clause, office: OfficeDraft) -> str | None:
        """Since when somebody stands in: as said, else from the day to come on which whoever is there goes."""
        own = [d for d in s.dates if s.token_range(d.start, d.end)[0] in clause.tokens]
        told = next((d.value for d in own if d.lead in {"since", "from"}), None)
        if told is not None or own or office.until is None or self.date is None:
            return told
        ahead = office.until > self.date[: len(office.until)] and in_present(s, clause)
        now = not self._now.isdisjoint(clause.words) or "dahin" in s.lower
        return office.until if ahead and not now else None

    @staticmethod
    def _manages(o: OfficeDraft, s: Sentence, person: Draft, office: OfficeDraft) -> bool:
        """Whether an office is no more than what „führt die Geschäfte“ or „führt das Haus“ was taken for."""
        same = o.role.name == office.role.name and o.body is office.body
        taken = o.role.iri in {HEAD, MANAGER}
        return taken and o.person is person and o.sentence is s and o.how == "clause" and not same

    def _heads(self, o: OfficeDraft) -> bool:
        """Whether an office is one at the head of a house or a part of it, and not one of its board or council."""
        return o.role.name in self._head_titles or o.role.name.lower().endswith(_HEAD_ENDS)

    # ------------------------------------------------------------------ the job

    def _job(self, number: int, s: Sentence, index: int, clause: Clause) -> int | None:
        """Token of the noun or pronoun for a post that a clause says is seen to for the time being."""
        lemmas = clause.verbs
        if _does_it(s, clause):
            return self._unsaid(s, index, clause)
        if lemmas.isdisjoint(self._doing | self._filling) and lemmas.isdisjoint({"kümmern", _REPRESENTING}):
            return None
        if _REPRESENTING in lemmas:
            return self._represented(s, index, clause)
        deputed = is_deputy(s, index)
        for i in clause.tokens:
            noun = self.k.lemma(s.tokens[i].text) in self._posts and i not in s.taken
            managing = deputed and s.tokens[i].text in self._managing
            named = noun and (s.low_at(i - 1) in _THE or s.low_at(i - 2) in _THE)
            again = not named and s.lower[i] in _IT and self._means_post(number, s, i)
            if managing or ((named or again) and self._for_now(s, clause)):
                return i
        return self._unsaid(s, index, clause)

    def _unsaid(self, s: Sentence, index: int, clause: Clause) -> int | None:
        """„Kommissarisch übernimmt X“, „Für sie springt X ein“: the verb of a clause that names no job at all.

        „Bis ein Nachfolger gefunden ist, führt X das Unternehmen“ names no more than the house that is led.
        """
        does_it = _does_it(s, clause)
        filling = self._filling | _BEING if does_it else self._filling
        verb = next((at for lemma, at, _ in clause.lemmas if lemma in filling | self._leading), None)
        if verb is None or not self._for_now(s, clause):
            return None
        if self.departures.modality.judge(s, clause, self.date) not in _HOLDS:
            return None
        things = [i for i in self._things(s, index, clause) if not does_it or s.lower[i] not in _THAT]
        if not filling.isdisjoint(clause.verbs):
            return None if things else verb
        return things[0] if len(things) == 1 and self._is_house(s, things[0]) else None

    def _represented(self, s: Sentence, index: int, clause: Clause) -> int | None:
        """„Bis zur Neuwahl vertritt ihn X“, „X vertritt die Präsidentin kommissarisch“: the verb, or the title."""
        verb = next(at for lemma, at, _ in clause.lemmas if lemma == _REPRESENTING)
        here = [a for a in s.arguments if a.clause == index]
        board = any(a.draft is not None and a.draft.kind in BOARDS for a in here)
        if board or not self._for_now(s, clause) or self.departures.modality.judge(s, clause, self.date) not in _HOLDS:
            return None
        title = next((a.first for a in here if _is_object(a)), None)
        if title is not None:
            return title
        pronouns = {"er", "sie"} if _is_represented(clause) else {"ihn", "sie"}
        by_pronoun = not pronouns.isdisjoint(clause.words)
        things = any(s.lower[i] not in pronouns for i in self._things(s, index, clause))
        return verb if by_pronoun and not things else None

    def _is_house(self, s: Sentence, i: int) -> bool:
        """„das Haus“, „die Abteilung“: a noun for what is led, with nothing after it that says which one."""
        word = s.tokens[i].text
        lemma = self.k.lemma(word)
        noun = (lemma in self._houses or word.lower().endswith(self._units)) and lemma not in self._posts
        return noun and s.low_at(i - 1) in _THE and s.low_at(i + 1) not in _OF_WHICH

    @staticmethod
    def _things(s: Sentence, index: int, clause: Clause) -> list[int]:
        """What a clause speaks of beside people and what stands after a preposition, by the first token of each."""
        told = {
            i
            for a in s.arguments
            if a.type is EntityType.PERSON or a.role is not None or a.marker not in _BARE or a.head >= 0
            for i in range(a.first, a.last)
        }
        named = [a.first for a in s.arguments if a.clause == index and a.first not in told and not a.adjective]
        return sorted({*named, *bare_nouns(s, clause)})

    def _for_now(self, s: Sentence, clause: Clause) -> bool:
        low = [s.lower[i] for i in clause.tokens]
        if any(w in self._meantime or w in self._acting or w.rstrip("enrs") in self._acting for w in low):
            return True
        till_then = any(w == "bis" and s.low_at(i + 1) == "dahin" for i, w in zip(clause.tokens, low, strict=True))
        return (till_then and in_present(s, clause)) or self._stopgaps.says(s, clause)

    def _means_post(self, number: int, s: Sentence, i: int) -> bool:
        """„Der Posten war verwaist; vertretungsweise nahm ihn X wahr“: whether a noun for a post goes before."""
        before = [t.text for t in self.sentences[number - 1].tokens] if number else []
        words = [*before, *(t.text for t in s.tokens[:i])]
        nouns = [self.k.lemma(word) for word in words if word[:1].isupper()]
        noun = next((noun for noun in reversed(nouns) if noun in self._posts), "")
        gender = "m" if noun in self._masculine else "n" if noun in {"Amt", "Ressort", "Mandat"} else ""
        return gender == _IT[s.lower[i]]

    # ------------------------------------------------------------------ whose post

    def _post(
        self, number: int, s: Sentence, place: tuple[int, int], person: Draft, known: Sequence[OfficeDraft]
    ) -> OfficeDraft | None:
        """The office that a job is that of: the title that hangs on its noun, else a post that another leaves."""
        index, at = place
        own = [o for o in known if o.person is person]
        managing = s.tokens[at].text in self._managing
        house = self._is_house(s, at)
        led = [o for o in own if o.sentence is s and o.how == "clause" and o.role.iri == HEAD] if house else []
        acting = (o for o in own if o.status is Status.ACTING and o.sentence is s and o not in led)
        if any(o.role.iri != MANAGER or not managing for o in acting):
            return None
        titles = (a for a in s.arguments if a.role is not None)
        titled = next((a.role for a in titles if (a.head == at and a.marker == "gen") or a.first == at), None)
        if titled is not None:
            body, sure = self.bodies.find(s, titled, person)
            office = None if body is None else self._titled(s, replace(titled, holders=[person]), (person, body), sure)
        else:
            others = [o for o in known if o.person is not person and (o.body is None or o.body.kind not in BOARDS)]
            if house:
                places = {id(o.body) for o in led}
                others = [o for o in others if self._heads(o) and (not places or id(o.body) in places)]
            office = self._managed(number, others) if managing else None
            owner = self._owner(s, at)
            unsaid = house or any(i == at for _, i, _ in s.clauses[index].lemmas)
            if owner is None and unsaid:
                office = office or only_office(self._just_open(number, others))
                represents = any(lemma == _REPRESENTING for lemma, _, _ in s.clauses[index].lemmas)
                office = office or (only_office(self._last_left(number, others)) if represents else None)
            else:
                office = office or self._left(number, owner, is_deputy(s, index), others)
        if office is None or office.body is None or self._is_elsewhere(s, index, office):
            return None
        if titled is None and is_deputy(s, index) and self._is_of_another_story(number, s, office):
            return None
        managed = {id(o.body) for o in own if managing and o.sentence is s and o.role.iri == MANAGER}
        if managed and office.body.kind in TOWNS and id(office.body) not in managed:
            # „Die Geschäfte des Zweckverbands führt X“ tells of no post of a town
            return None
        return None if any(o.role.name == office.role.name and o.body is office.body for o in own) else office

    @staticmethod
    def _titled(s: Sentence, role: RoleNoun, held: tuple[Draft, Draft], sure: bool) -> OfficeDraft:
        return OfficeDraft(
            held[0],
            role,
            held[1],
            Status.ACTING,
            confidence=_CONFIDENCE,
            sentence=s,
            how="clause",
            sure=sure,
            rule=_STANDS_IN,
        )

    @staticmethod
    def _is_elsewhere(s: Sentence, index: int, office: OfficeDraft) -> bool:
        """„In München führte derweil X die Geschäfte“ tells of no post of the town of Stuttgart."""
        places = {
            id(a.draft)
            for a in s.arguments
            if a.clause == index and a.type is EntityType.MUNICIPALITY and a.marker in {"in", "bei"}
        }
        of_town = office.body is not None and office.body.type is EntityType.MUNICIPALITY
        return of_town and bool(places) and id(office.body) not in places

    def _is_of_another_story(self, number: int, s: Sentence, office: OfficeDraft) -> bool:
        """„A leitet das Amt.“ … „B verlässt die KDO. Sein Vize führt die Geschäfte“: whether a block is of others."""
        told = list(takewhile(lambda one: one.block == s.block, reversed(self.sentences[:number])))
        people = {id(a.draft) for one in told for a in one.arguments if a.type is EntityType.PERSON}
        bodies = {id(a.draft) for one in told for a in one.arguments if a.type in BODY_TYPES}
        return bool(people) and bool(bodies) and id(office.person) not in people and id(office.body) not in bodies

    def _managed(self, number: int, others: Sequence[OfficeDraft]) -> OfficeDraft | None:
        """„Geschäftsführer Y ist gegangen. Seither führt X die Geschäfte“: a managing director just named."""
        near = range(number - _SPOKEN_OF + 1, number + 1)
        return next((o for o in others if o.role.iri == MANAGER and self._number.get(id(o.sentence)) in near), None)

    def _left(
        self, number: int, owner: Draft | None, deputed: bool, others: Sequence[OfficeDraft]
    ) -> OfficeDraft | None:
        """The only office that is about to be taken, else the nearest that somebody leaves or has left.

        Of who is spoken of in the two sentences before as going, the office may stand anywhere before.
        """
        theirs = [o for o in others if o.person is owner] if owner is not None else []
        if theirs:
            # „wechselt im Mai als Amtsleiterin nach Ulm. Ihre Aufgaben …“: those that she has until then
            until = "bis" in self.sentences[number].lower
            held = [o for o in theirs if o.status not in STARTING and o.status is not Status.FORMER]
            return only_office(theirs if until or not held else held)
        before = self.sentences[max(0, number - _FAR_BACK) : number + 1]
        near = [o for o in others if 0 <= number - self._number.get(id(o.sentence), number + 1) <= _FAR_BACK]
        here = [o for o in near if o.sentence is before[-1] and (o.status in STARTING or self._is_left(o))]
        coming = [o for o in near if o.status in STARTING or (o.since is not None and o.how == "clause")]
        starting = {id(o.person) for o in others if o.status in STARTING}
        near = [o for o in near if o.status is not Status.FORMER or id(o.person) not in starting]
        moved = [] if "bis" in before[-1].lower else self._moved_from(number, coming, others)
        if moved:
            return only_office(moved)
        if here or coming:
            return only_office(here or coming)
        for s in reversed(before):
            going = self._going(s) if s in before[-_SPOKEN_OF:] else []
            gone = [o for o in near if o.sentence is s and self._is_left(o)]
            gone = gone or [o for o in others if o.person in going and self._number.get(id(o.sentence), 0) <= number]
            if gone or (deputed and any(o.sentence is s for o in near)):
                return only_office(gone or [o for o in near if o.sentence is s])
        return None

    def _moved_from(
        self, number: int, coming: Sequence[OfficeDraft], others: Sequence[OfficeDraft]
    ) -> list[OfficeDraft]:
        """„Präsident X wechselt als Vorstand zur Y AG. Die Leitung übernimmt kommissarisch Z“: the post that X had."""
        out: list[OfficeDraft] = []
        for new in coming:
            s = new.sentence
            own = s.clauses_naming(new.person)
            moves = any(not MOVES.isdisjoint(s.clauses[n].verbs) for n in own)
            if not moves or not 0 <= number - self._number.get(id(s), -_SPOKEN_OF) < _SPOKEN_OF:
                continue
            had = (o for o in others if o.person is new.person and o.status not in STARTING)
            out += [o for o in had if self._is_apart(o, new) and self._number.get(id(o.sentence), number + 1) <= number]
        return out

    def _just_open(self, number: int, others: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """The offices that this sentence or the one before leaves open, or only one about a post between them.

        Where somebody goes is not open: „CDO X wechselt als Referatsleiter zum Bund. Kommissarisch übernimmt Y“.
        """
        moving = {id(o.person): o for o in others if o.status in STARTING}
        for at in range(number, max(-1, number - _SPOKEN_OF), -1):
            s = self.sentences[at]
            going = {id(d) for d in self._going(s)}
            here = [o for o in others if (o.sentence is s or id(o.person) in going) and not self._is_of_today(o)]
            moved = {id(o.person) for o in here if o.status in STARTING}
            here += [o for o in others if id(o.person) in moved and o not in here and o.sentence.start < s.start]
            had = {id(o.person) for o in here if o.status not in STARTING}
            open_ = [o for o in here if o.status in STARTING and id(o.person) not in had]
            left = [o for o in here if o.status not in STARTING and (self._is_left(o) or id(o.person) in going)]
            risen = [o for o in here if o.status not in STARTING and self._is_apart(o, moving.get(id(o.person)))]
            if here:
                return left or risen or open_
            if s.tokens[-1].text == "?" and not any(a.type is EntityType.PERSON for a in s.arguments):
                # „Und jetzt?“
                continue
            if at < number and not any(self._speaks_of_post(t.text) for t in s.tokens):
                break
        return []

    @staticmethod
    def _is_apart(o: OfficeDraft, taken: OfficeDraft | None) -> bool:
        """Whether somebody takes another office elsewhere, and in no board, which one has besides."""
        elsewhere = taken is not None and taken.body is not o.body and taken.body is not None
        return elsewhere and taken is not None and taken.body is not None and taken.body.kind not in BOARDS

    def _last_left(self, number: int, others: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """„X ist nicht mehr CDO. Er hatte gekündigt. Kommissarisch vertritt ihn Y“: what X had, named last."""
        for s in reversed(self.sentences[max(0, number - _SPOKEN_OF + 1) : number]):
            left = [o for o in others if o.sentence is s and self._is_left(o) and not self._is_of_today(o)]
            if left or any(a.type is EntityType.PERSON and not a.reference for a in s.arguments):
                return left
        return []

    @staticmethod
    def _is_of_today(o: OfficeDraft) -> bool:
        """„X hatte Ulm verlassen und ist heute Direktor der AKDB“: an office of whoever has left another."""
        title = o.sentence.title(o.role) if o.status is Status.CURRENT else None
        clause = -1 if title is None else title.clause
        return clause >= 0 and not _TODAY.isdisjoint(o.sentence.lower[i] for i in o.sentence.clauses[clause].tokens)

    def _speaks_of_post(self, word: str) -> bool:
        return word in self._open_nouns or (word[0].isupper() and self.k.lemma(word) in self._posts)

    def _is_left(self, o: OfficeDraft) -> bool:
        ahead = o.until is not None and self.date is not None and o.until > self.date[: len(o.until)]
        return o.status is Status.FORMER or ahead or self._goes(o.person)

    def _goes(self, person: Draft) -> bool:
        return self.departures.leaves(person) or self.departures.gone(person)

    def _going(self, s: Sentence) -> list[Draft]:
        """Who a sentence says goes: „Weber scheidet aus“, „Er wechselt zum Bund“."""
        people = [a for a in s.arguments if a.type is EntityType.PERSON and a.nominative and a.draft is not None]
        leaving = self.departures.leaving
        return [
            a.draft
            for a in people
            if a.draft is not None
            and 0 <= a.clause < len(s.clauses)
            and (leaving.says(s, s.clauses[a.clause]) or leaving.is_away(s, s.clauses[a.clause]))
        ]

    @staticmethod
    def _owner(s: Sentence, at: int) -> Draft | None:
        """Whose the job is by a possessive: „ihre Aufgaben“; for whom somebody steps in: „Für sie springt X ein“."""
        people = [a for a in s.arguments if a.type is EntityType.PERSON]
        whose = only_one(a.draft for a in people if a.head == at and a.reference)
        here = s.clause_of[at]
        return whose or only_one(a.draft for a in people if a.marker == "für" and a.head < 0 and a.clause == here)


def _does_it(s: Sentence, clause: Clause) -> bool:
    """„Das macht einstweilen X“, „Kommissarisch zuständig ist X“: a job of which only „das“ tells, or nothing."""
    words = clause.words
    lemmas = clause.verbs
    if lemmas == {"sein"}:
        return not words.isdisjoint(_RESPONSIBLE) and words.isdisjoint({"dafür", "für"})
    return not lemmas.isdisjoint(_DOING) and any(s.lower[i] in _THAT and i not in s.taken for i in clause.tokens)


def _is_represented(clause: Clause) -> bool:
    """„wird von X vertreten“, „Vertreten wird er durch X“: the passive of the verb of representing."""
    represents = _REPRESENTING in clause.verbs
    return represents and any(AUXILIARIES.get(word) == "werden" for word in clause.auxiliaries)


def _is_object(a: Argument) -> bool:
    """„vertritt die Präsidentin“: a title in the accusative that nobody bears."""
    role = a.role
    free = role is not None and role.definite and not (role.holders or role.owned or role.plural)
    return free and a.marker == "np" and "a" in a.cases
