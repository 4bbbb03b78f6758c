"""Leaving an office for good: „tritt ab“, „geht in den Ruhestand“, „hat sein Amt niedergelegt“, „wurde abgewählt“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, in_preterite, is_passive, is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.going import (
    comes_back,
    goes_for_good,
    goes_home,
    has_had_to,
    is_from_there,
    is_out_of_office,
    is_seen_off,
    stays,
    throws_in_the_towel,
)
from govgraph.extract.state import BODY_TYPES, CHAIRS, PLACES, only_one
from govgraph.language.grammar import AUXILIARIES, OBJECT_ARTICLES
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, OfficeDraft, Sentence

_MOVING = frozenset({"gehen", "kehren", "scheiden", "treten", "verabschieden", "versetzen", "wechseln"})
"""Lemmas that tell of leaving only with a noun that says so: „in den Ruhestand“, „aus dem Amt“."""
_ON_FOOT = frozenset({"gehen", "kehren", "scheiden", "treten", "wechseln"})
"""Those of them that have no passive: with „wird“ they tell of what is to come."""
MOVES = frozenset({"gehen", "kehren", "weiterziehen", "wechseln", "ziehen", "zurückkehren"})
_SINCE = frozenset({"nach", "seit"})
_AGAIN = frozenset({"erneut", "länger", "mehr", "nochmals", "wieder"})
_AWAY = frozenset({"fortgehen", "weitergehen", "weiterziehen", "weggehen"})
_BESIDES = frozenset({"auch", "außerdem", "zudem", "zugleich", "zusätzlich"})
_SOON = 2
"""In how many paragraphs after a title it may be told that its holder has gone since."""
_NO_END = frozenset({"ab", "nach", "von", "vom"})
"""Words before a date on which nothing ends."""
_OF_WHAT = frozenset({"bei", "gen", "in", "von"})
"""Markers of the body that a post is one in."""
_CHAIRS = (*CHAIRS, "obmann", "obfrau")
_BESIDE_OTHERS = (*_CHAIRS, "mitglied", "präsident", "sprecher", "vize")
"""Parts of titles that are mostly had beside another one."""
_NOWADAYS = frozenset({"heute", "inzwischen", "mittlerweile"})
_HAVING = frozenset({"im", "in", "mit", "nach", "unter"})
"""Words before a post that say where or after what, and not what is left."""
_THEIR_OWN = frozenset({"ihr", "ihre", "ihren", "sein", "seine", "seinen"})
_INSIDE = frozenset({"beim", "im", "in"})
_DENIED = frozenset({"kein", "keinen", "nicht", "nie", "niemals", "noch"})
_HOME = "Hause"
"""Where somebody goes who comes back: „ist früh nach Hause gegangen“."""
_SPANS = frozenset({"Jahre", "Jahren", "Jahrzehnte", "Jahrzehnten", "Monate", "Monaten", "Wochen"})
"""Nouns for how long somebody has been something."""
_INTO = frozenset({"ins", "zur"})
_PARTING = "trennen"
_QUITTING = "kündigen"
"""Lemma of leaving where nothing is said to be cancelled: „CIO X hat gekündigt“."""
_TAKING_OVER = frozenset({"erben", "übernehmen"})
_RETIRING = "treten"
"""Lemma that is one of leaving with a noun for rest only: „in den Ruhestand treten“."""
_SHORT = 4
"""A clause of so few words that is no more than „X geht“."""


class Leaving:
    """Tells which clauses say that somebody goes for good.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._verbs = knowledge.words("leaving-verbs") | {_RETIRING}
        self._nouns = knowledge.words("leaving-nouns")
        self._giving_up = knowledge.words("giving-up-verbs")
        self._acts = knowledge.words("leaving-acts")
        self._dismissing = knowledge.words("dismissing-verbs")
        self._posts = knowledge.words("posts-left")
        self._aside = knowledge.words("side-offices") | knowledge.words("manner-of-office")
        self._standing = knowledge.words("standing-again-verbs")
        self._going = self._verbs | self._giving_up | self._standing | self._dismissing | {_QUITTING}
        self._lately = knowledge.words("lately-words")
        self._houses = knowledge.words("houses-left")
        self._over = knowledge.words("places-gone-over-to")
        self._chairs = knowledge.words("posts-of-boards")
        self._calls = knowledge.words("calls-away")
        self._groups = tuple(sorted(knowledge.words("groups-within")))

    def says(self, s: Sentence, clause: Clause) -> bool:
        """Whether a clause says that its subject goes for good."""
        lemmas = clause.verbs
        if throws_in_the_towel(s, clause):
            return not stays(s, clause)
        if lemmas.isdisjoint(self._going):
            return False
        if stays(s, clause):
            return False
        here = [i for i in clause.tokens if s.tokens[i].text[0].isalpha()]
        nouns = {self.k.lemma(s.tokens[i].text) for i in here if s.tokens[i].upper}
        if lemmas & self._giving_up and nouns & self._posts:
            return True
        if self.wants_no_more(s, clause):
            return True
        if lemmas & self._dismissing - {_PARTING} and is_passive(clause):
            return _DENIED.isdisjoint(clause.words)
        if _QUITTING in lemmas and is_perfect(clause) and not is_passive(clause):
            return goes_for_good(s, clause)
        if not lemmas & self._verbs:
            return False
        if not lemmas & _MOVING:
            return True
        of_office = "scheiden" in lemmas and bool(nouns & self._posts)
        if nouns & self._nouns or of_office or "gehen" not in lemmas:
            return bool(nouns & self._nouns) or of_office
        if has_had_to(clause) or is_perfect(clause):
            return goes_for_good(s, clause) and not goes_home(s, clause, self._calls)
        return sum(i not in s.dated for i in here) <= _SHORT or self._just_goes(s, clause)

    @staticmethod
    def _just_goes(s: Sentence, clause: Clause) -> bool:
        """„Die Leiterin des Hauptamts, Anna Weber, geht im Mai“: nothing but a date says where or what for."""
        verb = max((at for lemma, at, _ in clause.lemmas if lemma == "gehen"), default=-1)
        after = [i for i in clause.tokens if i > verb and s.tokens[i].text[0].isalnum()]
        person = any(a.type is EntityType.PERSON and a.last <= verb and s.clause_of[a.first] == s.clause_of[verb]
                     for a in s.arguments if a.nominative)  # fmt: skip
        return verb >= 0 and person and bool(after) and all(i in s.dated for i in after)

    def wants_no_more(self, s: Sentence, clause: Clause) -> bool:
        """Whether a clause says that its subject does not stand for an office again: „kandidiert nicht mehr“."""
        return bool(clause.verbs & self._standing) and self._not_again(s, clause)

    def act(self, s: Sentence) -> Draft | None:
        """„Nach dem Rücktritt von X“, „seit dem Weggang von X“: whose leaving a sentence takes for known."""
        return only_one(
            a.draft
            for a in s.arguments
            if a.type is EntityType.PERSON and a.marker in {"gen", "von"} and s.text_at(a.head) in self._acts
            and not _SINCE.isdisjoint((s.low_at(a.head - 1), s.low_at(a.head - 2)))
        )  # fmt: skip

    def stands_no_more(self, s: Sentence, clause: Clause) -> bool:
        """Whether a clause says that its subject has not stood for an office again: „war nicht mehr angetreten“."""
        lemmas = clause.verbs
        stands = lemmas & self._standing or (
            "stellen" in lemmas and any(s.tokens[i].text == "Wahl" for i in clause.tokens)
        )
        return bool(stands) and self._not_again(s, clause) and in_past(s, clause)

    @staticmethod
    def _not_again(s: Sentence, clause: Clause) -> bool:
        """„ist nicht wieder angetreten“, „hatte nicht mehr kandidiert“."""
        return any(s.lower[i] == "nicht" and s.low_at(i + 1) in _AGAIN for i in clause.tokens)

    def ending(self, s: Sentence, clause: Clause) -> bool:
        """Whether a date in a clause is the one on which its subject leaves: not „wechselt im Mai auf den Posten“."""
        if not self.says(s, clause):
            return False
        lemmas = clause.verbs
        nouns = {self.k.lemma(s.tokens[i].text) for i in clause.tokens if s.tokens[i].text[0].isupper()}
        rest = self._nouns - self._posts
        return lemmas.isdisjoint(_MOVING) or bool(nouns & rest) or bool(lemmas & {"gehen", "scheiden"})

    def past(
        self, offices: Sequence[OfficeDraft], sentences: Sequence[Sentence], date: str | None
    ) -> Iterator[OfficeDraft]:
        """The offices, those of whom their own sentence, or soon a later one, says that they have gone as former ones.

        „Präsident X ist Ende Mai aus dem Amt geschieden“, but „Staatssekretär X hat das Amt des CIO abgegeben“ says
        nothing of the title before his name.
        """
        gone = self._gone_since(sentences)
        for office in offices:
            # „X, als Staatssekretärin auch CIO, ist nach Brüssel gegangen“: by clause, and yet beside the name
            with_als = any(a.role is office.role and a.marker == "als" for a in office.sentence.arguments)
            beside = (
                (office.how != "clause" and not self._is_besides(office)) or with_als or self._is_told_aside(office)
            )
            left = office.status is Status.CURRENT and beside and self._has_left(office)
            if office.status is Status.CURRENT and office.how != "clause" and id(office.person) in gone:
                left = left or self._left_since(office, *gone[id(office.person)])
            until = self._until(office)
            status = Status.FORMER if left else office.status
            if status is Status.FORMER and not left and self._only_goes_now(office):
                # „Elf Jahre stand X an der Spitze der KDO, am Freitag verabschiedet er sich in den Ruhestand“
                status = Status.CURRENT
            if until is not None and date is not None and until > date[: len(until)] and status is Status.FORMER:
                # „legt das Amt zum 30. Juni nieder“: until then it is held
                status = Status.CURRENT
            if until is not None and date is not None and until < date[: len(until)] and status is Status.CURRENT:
                # „hatte Göttingen im September verlassen und ist heute Geschäftsführer“: the end of something else
                until = None
            yield replace(office, status=status, until=until or office.until)

    def _only_goes_now(self, office: OfficeDraft) -> bool:
        """Whether behind what tells how long somebody has led a body a sentence says, in the present, that they go."""
        s = office.sentence
        told = {a.clause for a in s.arguments if a.draft is office.body and not a.adjective}
        if office.how != "clause" or office.until is not None or office.role.status is Status.FORMER or len(told) != 1:
            return False
        first = next(iter(told))
        if not 0 <= first < len(s.clauses) or not in_preterite(s, s.clauses[first]):
            return False
        if not any(s.tokens[i].text in _SPANS for i in s.clauses[first].tokens):
            return False
        own = {a.clause for a in s.arguments if a.draft is office.person and a.nominative and a.clause > first}
        later = (s.clauses[number] for number in own)
        return any(c.kind == "main" and in_present(s, c) and self.says(s, c) for c in later)

    def _until(self, office: OfficeDraft) -> str | None:
        """The date on which the holder of an office leaves it, by a clause of its sentence; None where none says."""
        s = office.sentence
        for a in s.arguments:
            if a.draft is not office.person or not a.nominative or a.clause < 0 or office.until is not None:
                continue
            posts = [b.role for b in s.arguments if b.clause == a.clause and b.marker in {"als", "gen"} and b.role]
            clause = s.clauses[a.clause]
            told = office.role in posts if posts else office.status is Status.CURRENT
            goes = self.ending(s, clause) or (not posts and self.goes_elsewhere(s, clause, office))
            if told and goes and all(role is office.role for role in posts):
                found = {
                    d.value: s.lower[first]
                    for d in s.dates
                    if d.lead in {"at", "from"}
                    and (first := s.token_range(d.start, d.end)[0]) in clause.tokens
                    and s.lower[first] not in _NO_END
                }
                dates = [value for value, word in found.items() if word == "zum"] or list(found)
                if len(dates) == 1 and not self._of_other_post(s, clause, office):
                    return dates[0]
        return None

    def _is_besides(self, office: OfficeDraft) -> bool:
        """„Vorsitzender X, im Hauptamt Bürgermeister, tritt nicht wieder an“: not what X is besides."""
        s = office.sentence
        first = next((a.first for a in s.arguments if a.role is office.role), 0)
        before = {s.text_at(i) for i in (first - 1, first - 2)}
        return office.how == "apposition" and bool(before & self._aside)

    def _is_told_aside(self, office: OfficeDraft) -> bool:
        """„X, der den Rat seit Jahren geleitet hat, ist aus dem Amt geschieden“: a relative clause tells of the office.

        What is left is that office where the sentence names no other one.
        """
        s = office.sentence
        if office.how != "clause" or any(a.role is not None for a in s.arguments):
            return False
        told = {a.clause for a in s.arguments if a.draft is office.body} - {-1}
        relative = len(told) == 1 and s.clauses[next(iter(told))].kind == "relative"
        bodies = (a for a in s.arguments if a.type in BODY_TYPES and not a.adjective and a.clause not in told)
        return relative and not any(bodies)

    def _gone_since(self, sentences: Sequence[Sentence]) -> dict[int, tuple[Sentence, Clause]]:
        """People of whom a clause says „ist inzwischen weitergezogen“, by their `id`, with that clause."""
        gone: dict[int, tuple[Sentence, Clause]] = {}
        for s in sentences:
            if self._lately.isdisjoint(s.lower):
                continue
            for a in s.arguments:
                if a.type is EntityType.PERSON and a.nominative and a.clause >= 0 and a.draft is not None:
                    clause = s.clauses[a.clause]
                    if is_perfect(clause) and not self._lately.isdisjoint(clause.words):
                        gone.setdefault(id(a.draft), (s, clause))
        return gone

    def _left_since(self, office: OfficeDraft, s: Sentence, clause: Clause) -> bool:
        """Whether a clause after that of an office, no more than two paragraphs on, says that its holder has gone."""
        soon = office.sentence.start < s.start and s.block - office.sentence.block <= _SOON
        moved = clause.verbs & _AWAY
        return soon and (bool(moved) or self.says(s, clause) or self.goes_elsewhere(s, clause, office))

    def _has_left(self, office: OfficeDraft) -> bool:
        s = office.sentence
        for a in s.arguments:
            if a.draft is not office.person or a.type is not EntityType.PERSON or a.clause < 0:
                continue
            clause = s.clauses[a.clause]
            if a.marker in {"gen", "von"} and s.text_at(a.head) in self._acts and self._after_act(s, a.head):
                # „Nach dem Abschied von Präsident X führt Y die Geschäfte“
                return True
            if a.marker == "nach" and self._after_them(s, clause, office):
                return True
            if _is_else_since(s, a, office):
                return True
            if self._is_dismissed(s, a, clause) or self._has_passed_on(s, a, clause, office):
                return True
            if not a.nominative:
                continue
            if self._is_else_today(s, a, clause, office):
                return True
            told = in_past(s, clause) or _is_sent(clause) or has_had_to(clause)
            titles = [b.role for b in s.arguments if b.clause == a.clause and b.role is not None]
            other = any(office.person not in role.holders for role in titles) or self._of_other_post(s, clause, office)
            if told and ((not other and self.says(s, clause)) or self.goes_elsewhere(s, clause, office)):
                return True
            if self.is_away(s, clause) or is_seen_off(clause):
                return True
            goes_on = (c for c in s.clauses if c.joined and c.parent == a.clause)
            if any(is_out_of_office(s, c) for c in (clause, *goes_on)):
                return True
        return False

    def _is_dismissed(self, s: Sentence, person: Argument, clause: Clause) -> bool:
        """„Der Kreis trennte sich von Amtsleiter X“, „Die Stadt entließ Amtsleiter X“: that it has been done."""
        return in_past(s, clause) and self.dismisses(s, person, clause)

    def dismisses(self, s: Sentence, person: Argument, clause: Clause) -> bool:
        """„Der Kreis trennt sich von Amtsleiter X“, „Die Stadt entließ Amtsleiter X“: not who dismisses somebody."""
        lemmas = clause.verbs & self._dismissing
        if not lemmas or is_passive(clause):
            return False
        low = [s.lower[i] for i in clause.tokens]
        if not _DENIED.isdisjoint(low):
            return False
        if lemmas == {_PARTING}:
            return person.marker == "von" and "sich" in low and person.head < 0
        bodies = (a for a in s.arguments if a.clause == person.clause and a.type in BODY_TYPES and not a.adjective)
        return person.marker == "np" and any(a.marker == "np" and a.head < 0 for a in bodies)

    def _has_passed_on(self, s: Sentence, person: Argument, clause: Clause, office: OfficeDraft) -> bool:
        """„Weber, die das Amt 2018 von Bürgermeister X übernommen hatte“: from whom another has taken it."""
        taken = person.marker == "von" and person.head < 0 and office.how == "title"
        taken = taken and not _TAKING_OVER.isdisjoint(clause.verbs)
        if not taken or not in_past(s, clause) or is_passive(clause):
            return False
        post = any(
            s.tokens[i].text[0].isupper()
            and self.k.lemma(s.tokens[i].text) in self._posts
            and s.low_at(i - 1) in OBJECT_ARTICLES
            for i in clause.tokens
        )
        return post and not self._of_other_post(s, clause, office)

    def _after_them(self, s: Sentence, clause: Clause, office: OfficeDraft) -> bool:
        """„Nach Kämmerer X hat nun auch Y die Verwaltung verlassen“."""
        also = "auch" in clause.words and in_past(s, clause)
        return also and (self.says(s, clause) or self.goes_elsewhere(s, clause, office))

    def _is_else_today(self, s: Sentence, name: Argument, clause: Clause, office: OfficeDraft) -> bool:
        """„Die Sprecherin X ist heute Abteilungsleiterin“: what somebody is today, they were not then."""
        if clause.verbs != {"sein"} or "ist" not in clause.auxiliaries:
            return False
        verb = clause.lemmas[0][1]
        words = clause.words
        if s.low_at(verb + 1) != "heute" or not words.isdisjoint(_BESIDES):
            return False
        return any(
            b.role is not None and b.role is not office.role and b.first > verb >= name.last and b.clause == name.clause
            for b in s.arguments
        ) and any(b.role is office.role and b.first < verb for b in s.arguments)

    def _of_other_post(self, s: Sentence, clause: Clause, office: OfficeDraft) -> bool:
        """„Der Bürgermeister gab die Präsidentschaft des Städtetags ab“: the post that is left is another.

        So is „der Vorsitz im Lenkungskreis“ of whoever is no chair by title, and „die Leitung der Projektgruppe“.
        """
        return any(
            self._is_of_another(s, i, office)
            for i in clause.tokens
            if s.tokens[i].text[0].isupper()
            and self.k.lemma(s.tokens[i].text) in self._posts | self._chairs
            and _HAVING.isdisjoint(s.lower[max(0, i - 3) : i])
        )

    def _is_of_another(self, s: Sentence, noun: int, office: OfficeDraft) -> bool:
        """Whether the post that a noun names is not that of an office, by the body named with it or by the noun."""
        titles = [b.role for b in s.arguments if b.head == noun and b.role is not None and b.marker == "gen"]
        if titles:
            return all(role.name != office.role.name for role in titles)
        named = [b for b in s.arguments if b.head == noun and b.type in BODY_TYPES and b.marker in _OF_WHAT]
        if named:
            own = s.low_at(noun - 1) in _THEIR_OWN
            return all(b.draft is not office.body and not (own and _is_within(b.draft, office)) for b in named)
        chair = self.k.lemma(s.tokens[noun].text) in self._chairs
        if chair and not any(word in office.role.name.lower() for word in _CHAIRS):
            return True
        return self._is_of_group(s, noun)

    def _is_of_group(self, s: Sentence, noun: int) -> bool:
        """„die Leitung der Projektgruppe“, „die Führung im Kreis der Länder“: of something that is no house."""
        if s.low_at(noun + 1) not in {"der", "des"} | _INSIDE:
            return False
        at = next((i for i in range(noun + 2, noun + 5) if s.text_at(i)[:1].isupper()), -1)
        if at < 0 or at in s.taken or at in s.dated:
            return False
        return self.k.lemma(s.tokens[at].text).lower().endswith(self._groups)

    @staticmethod
    def _after_act(s: Sentence, noun: int) -> bool:
        """„nach dem Weggang“, „seit dem Rücktritt“, „nach der überraschenden Abwahl“."""
        return not _SINCE.isdisjoint(s.lower[max(0, noun - 3) : noun])

    def is_away(self, s: Sentence, clause: Clause) -> bool:
        """„ist weg“, „war da längst im Ruhestand“."""
        if [lemma for lemma, _, _ in clause.lemmas] != ["sein"]:
            return False
        retired = any(s.tokens[i].text in self._nouns and s.low_at(i - 1) in {"im", "in"} for i in clause.tokens)
        return retired or s.lower[clause.lemmas[0][1] + 1 : clause.lemmas[0][1] + 2] == ["weg"]

    def _goes_over(self, s: Sentence, i: int) -> bool:
        """„ist in die Schweiz gewechselt“, „ging zur Konkurrenz“, „ins Ausland“: a country, or a trade."""
        return (
            s.text_at(i) in self._over
            and (s.low_at(i - 1) in _INTO or (s.low_at(i - 1) in {"den", "die"} and s.low_at(i - 2) == "in"))
            and not comes_back(s, i)
        )

    def goes_elsewhere(self, s: Sentence, clause: Clause, office: OfficeDraft) -> bool:
        """„ist nach Bremerhaven gewechselt“, „hat die Anstalt verlassen“, „hat sich verabschiedet“.

        Not „kam von der AKDB zur Stadt“, which says where somebody came from, nor a move to where the office is.
        """
        lemmas = clause.verbs
        if stays(s, clause):
            return False
        bodies = [a for a in s.arguments if a.first in clause.tokens and a.type in BODY_TYPES and not a.adjective]
        if "verlassen" in lemmas:
            house = any(s.tokens[i].text in self._houses and s.low_at(i - 1) in OBJECT_ARTICLES for i in clause.tokens)
            return house or any(a.marker == "np" and "a" in a.cases for a in bodies)
        if "verabschieden" in lemmas:
            low = clause.words
            return "sich" in low and low.isdisjoint({"von", "vom"})
        if lemmas.isdisjoint(MOVES) or any(AUXILIARIES.get(w) == "haben" for w in clause.auxiliaries):
            # „hat in Kiel Bilanz gezogen“, „hat ihn nach Kiel geholt“: who moves „ist“ gone
            return False
        where = [a for a in bodies if a.marker == "in" and a.head < 0 and a.type not in PLACES]
        # „als CIO nach Ulm gegangen“: the town is where the title is held
        titles = {i for a in s.arguments if a.role is not None and a.marker == "als" for i in range(a.first, a.last)}
        where += [a for a in bodies if a.marker in {"nach", "zu"} and (a.head < 0 or a.head in titles)]
        after = {s.text_at(i + 1) for i in clause.tokens if s.lower[i] == "nach"} - {_HOME}
        after |= {s.text_at(i) for i in clause.tokens if self._goes_over(s, i)}
        abroad = any(word[:1].isupper() for word in after)
        source = [a for a in bodies if a.marker in {"aus", "von"} and not is_from_there(s, a)]
        if any(a.draft is office.body for a in (*where, *source)):
            return any(a.draft is office.body for a in source)
        return (bool(where) or abroad) and not source


def _is_else_since(s: Sentence, name: Argument, office: OfficeDraft) -> bool:
    """„Gründungsleiter X, heute CISO des Landes, …“: the title before a name is over, but for a board held besides."""
    if office.how != "title" or name.reference:
        return False
    for b in s.arguments:
        if b.role is None or b.role is office.role or b.first < name.last or office.person not in b.role.holders:
            continue
        beside = s.low_at(b.first - 1) in _NOWADAYS and s.text_at(b.first - 2) == ","
        if beside and not any(word in b.role.name.lower() for word in _BESIDE_OTHERS):
            return any(c.role is office.role and c.last <= name.first for c in s.arguments)
    return False


def _is_within(body: Draft | None, office: OfficeDraft) -> bool:
    """„Staatssekretärin X hat ihr Amt im Finanzministerium niedergelegt“: a ministry of the Land whose the title is."""
    return body is not None and office.body is not None and body.jurisdiction is office.body


def _is_sent(clause: Clause) -> bool:
    """„wurde versetzt“, not „wird in den Ruhestand gehen“."""
    return is_passive(clause) and _ON_FOOT.isdisjoint(clause.verbs)
