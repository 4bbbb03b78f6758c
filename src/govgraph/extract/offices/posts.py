"""Offices by the post alone: „In Ulm gibt es eine CISO. Die Stelle hat Anna Weber inne“, „… aus dem Amt geschieden“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite, is_passive
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.stopgaps import Stopgaps
from govgraph.extract.state import BODY_TYPES, STARTING, OfficeDraft, only_one
from govgraph.language.grammar import MODALS
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Argument, Clause, Draft, RoleNoun, Sentence

_BESIDES = frozenset({"gleichzeitig", "zugleich"})
"""Adverbs right behind a name of what somebody is besides the title just said."""
_BACK = 2
"""How many sentences before it the title of a post may stand."""
_NOW = frozenset({"fortan", "jetzt", "künftig", "nun", "nunmehr", "seither"})
_DEFINITE = frozenset(
    {"beide", "beiden", "das", "dem", "den", "der", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses"}
    | {"ihr", "ihre", "ihrem", "ihren", "sein", "seine", "seinem"}
)
_GOING = {"gehen": "an", "fallen": "an", "besetzen": "mit", "betrauen": "mit", "liegen": "bei", "übergehen": "auf"}
"""Verbs by which a post comes to somebody, and the preposition before the name."""
_HEADS = frozenset({BlockKind.HEADING, BlockKind.KICKER, BlockKind.LEAD, BlockKind.TITLE})
_AS_WHAT = frozenset({"als", "zum", "zur"})
_AGAIN = frozenset({"endlich", "erstmals", "jetzt", "nun", "wieder"})
_SHOWN = frozenset({"das", "den", "die", "ein", "eine", "einen", "ihr", "ihre", "ihren", "sein", "seine", "seinen"})
_PLACED = frozenset({"an", "auf", "für", "in", "um", "über"})
_NO = frozenset({"kein", "keine", "keinen", "nicht", "nie"})
_BEFORE = frozenset({"bisher", "bislang", "davor", "früher", "vorher", "zuletzt", "zuvor"})
"""Adverbs by which who had a post has it no more."""
_SO_FAR = _BEFORE | {"aktuell", "derzeit", "gegenwärtig", "momentan", "noch", "zurzeit"}
"""Adverbs by which somebody is something until a new post begins, or was so before."""
_BEING_SOMETHING = frozenset({"amtieren", "arbeiten", "leiten", "sein", "tätig", "wirken"})
_WOULD = frozenset({"hätte", "hätten", "könnte", "könnten", "möchte", "möchten", "wollte", "wollten", "wäre", "wären"})
_SHALL = frozenset({"soll", "sollen"})
_HAD = frozenset({"hatte", "hatten"})
_A = frozenset({"ein", "eine", "einen"})
_GETTING = frozenset({"bekommen", "besetzen", "erhalten", "finden", "haben", "holen", "leisten", "teilen"})
"""Verbs by which a body has somebody for a post, whom the next sentence names."""
_GIVER_AND_TAKER = 2
_BY_PROFESSION = frozenset({"hauptamtlich", "hauptberuflich"})
"""Adverbs of what a newcomer is beside a post: „Anna Weber ist hauptberuflich Landrätin“."""
_CALLED_BY = {
    "Vorsitz": "vorsitzender",
    "Präsidentschaft": "präsident",
    "Leitung": "leiter",
    "Geschäftsführung": "geschäftsführer",
}
"""How titles end, in small letters, by the nouns for their posts."""
_ELSEWHERE = frozenset({"am", "an", "beim", "bei", "im", "in"})
_NEUTER = frozenset({"Amt", "Mandat", "Ministeramt", "Präsidentenamt", "Ressort"})
_FOLLOWING = frozenset({*STARTING, Status.CURRENT})
_NEAR = 200
"""How many code points before it what another has taken may be told."""
_TERM = 8
"""Within how many words after a name „seit Mai im Amt“ may stand."""
_CONFIDENCE = 0.6


class PostReader:
    """Reads who holds or has left a post whose title stands free in a sentence or headline before.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, bodies: BodyFinder, date: str | None) -> None:
        self.k = knowledge
        self.bodies = bodies
        self.date = date
        words = knowledge.words
        self._nouns = words("posts-left")
        self._holding = (words("holding-verbs") | {"behalten"}) - {
            "leiten",
            "führen",
            "stehen",
            "sitzen",
            "verantworten",
            "wirken",
        }
        self._taking = words("taking-verbs") | words("post-getting-verbs")
        self._acting = words("acting-adverbs")
        self._stopgaps = Stopgaps(words)
        self._leaving = words("giving-up-verbs") | words("leaving-verbs")
        self._filling = words("filling-verbs")
        self._choosing = words("choosing-verbs")
        self._showing = words("presenting-verbs")
        self._coming = self._choosing | self._showing | {"antreten", "entscheiden", "fallen", "heißen", "kommen"}
        self._judging = words("judging-verbs") | words("reacting-verbs") | words("speech-verbs")
        self._honours = words("academic-titles") | {"."}
        self._first_day = words("first-day-nouns")
        self._moving = words("moving-verbs") | {"wandern", "ziehen", "übergehen", "umziehen"}
        self._masculine = words("posts-masculine")
        self._doing = words("exercising-verbs") - {"behalten", "übernehmen"}

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Offices of such posts.

        Args:
            sentences: The article.
            known: Offices read so far; nobody is given the same title twice.
        """
        held = {(id(o.person), o.role.iri) for o in known}
        past = {id(o.role) for o in known if o.status is Status.FORMER} - {
            id(o.role) for o in known if o.status is not Status.FORMER
        }
        for number, s in enumerate(sentences):
            if s.tokens[-1].text == "?" or not any(a.type is EntityType.PERSON for a in s.arguments):
                continue
            incumbent = self._in_office(sentences, number)
            if incumbent is not None:
                yield from self._office(sentences[number - 1], incumbent[1], (incumbent[0], Status.CURRENT, s), held)
            for index, clause in enumerate(s.clauses):
                before = sentences[number - 1] if number else None
                found = self._holder(s, index, clause, before)
                comer = self._chosen(s, index, clause) if found is None else None
                if comer is None and found is None and number and not index:
                    comer = self._begun(sentences, number)
                if comer is not None:
                    before, title = self._open_title(sentences, number, clause)
                    agrees = title is not None and (comer.feminine in {None, title.feminine} or not title.feminine)
                    if title is not None and agrees and self._is_named(before, title, comer):
                        status = Status.DESIGNATED if self._is_ahead(before) else Status.NEW
                        yield from self._office(before, title, (comer, status, s), held)
                if found is None:
                    continue
                person, status = found
                own = [
                    a
                    for a in s.arguments
                    if a.role is not None
                    and a.first < clause.tokens[0]
                    and (id(a.role) in past or (not a.role.holders and not a.role.weak and not a.role.plural))
                ]
                free = self._free([*sentences[max(0, number - _BACK) : number], *([s] if own else [])], past, own)
                free = None if free is not None and self._calls_otherwise(s, clause, free[1]) else free
                given = None if free is not None else self._given_up(s, clause, person, status, known)
                if given is not None and (id(person), given.role.iri) not in held:
                    held.add((id(person), given.role.iri))
                    yield given
                    continue
                if free is None and number and sentences[number - 1].block == s.block:
                    for title in self._passed_on(s, clause, sentences[number - 1], person):
                        yield from self._office(sentences[number - 1], replace(title), (person, status, s), held)
                if free is None or (id(person), free[1].iri) in held:
                    continue
                before, role = free
                if person.feminine is not None and role.feminine and not person.feminine:
                    continue
                yield from self._office(before, role, (person, status, s), held)

    def _in_office(self, sentences: Sequence[Sentence], number: int) -> tuple[Draft, RoleNoun] | None:
        """„Kritik kommt von der Präsidentin des Amts. Anna Weber, seit Mai im Amt, …“: who has the title just said.

        So is who is something else besides: „Gastgeberin war die Landrätin. Anna Weber, zugleich Vorsitzende des …“.
        """
        before, s = sentences[max(0, number - 1)], sentences[number]
        first = s.taken.get(0)
        if number == 0 or before.block != s.block or first is None or first.type is not EntityType.PERSON:
            return None
        inside = range(first.last, min(first.last + _TERM, len(s.tokens)))
        at = next((i for i in inside if s.tokens[i].text == "Amt" and s.low_at(i - 1) == "im"), -1)
        since = "seit" in s.lower[first.last : max(at, 0)] and s.text_at(at + 1) in {",", ".", ")", "–", "ist"}
        besides = s.text_at(first.last) == "," and s.low_at(first.last + 1) in _BESIDES
        if not (since or besides) or s.text_at(first.last) not in {",", "(", "–", "ist"}:
            return None
        # „Mit dem Landrat liegt Bürgermeister Jens Ott über Kreuz“: one of the titles is nobody's yet
        titles = [a for a in before.arguments if a.role is not None and not a.role.holders]
        title = titles[0] if len(titles) == 1 else None
        role = None if title is None else title.role
        if title is None or role is None or role.plural or role.weak or not role.definite:
            return None
        named = any(a.draft is first.draft for a in before.arguments)
        titled = since and any(first.draft in a.role.holders for a in s.arguments if a.role is not None)
        agrees = first.draft is not None and first.draft.feminine in {None, role.feminine}
        return (first.draft, role) if first.draft is not None and agrees and not (named or titled) else None

    def _chosen(self, s: Sentence, index: int, clause: Clause) -> Draft | None:
        """„Eingestellt wird X“, „Der Rat berief X“, „X tritt ihren Dienst an“, „X kommt vom BSI“: who comes."""
        lemmas = clause.verbs
        if clause.kind != "main" or lemmas.isdisjoint(self._coming):
            return None
        here = [a for a in s.arguments if a.clause == index and not a.adjective and not a.reference]
        elsewhere = (a for a in here if a.marker == "in" and a.head < 0 and a.type is EntityType.ORGANISATION)
        if any(s.lower[i] in _AS_WHAT for i in clause.tokens) or any(elsewhere):
            return None
        choice = self._choice(s, clause, lemmas)
        if choice:
            return only_one(a.draft for a in here if a.type is EntityType.PERSON and a.marker == choice)
        people = [a for a in here if a.type is EntityType.PERSON and a.marker == "np" and a.head < 0]
        if lemmas & self._showing and self._has_object(s, clause, people):
            return None
        if lemmas & (self._choosing | self._showing):
            passive = is_passive(clause) or "ist" in clause.auxiliaries
            last = max(people, key=_first, default=None)
            if last is None or len(people) > (1 if passive else _GIVER_AND_TAKER):
                return None
            return last.draft if passive or last.first > min(at for _, at, _ in clause.lemmas) else None
        starts = "antreten" in lemmas and any(s.tokens[i].text in self._first_day for i in clause.tokens)
        comes = "kommen" in lemmas and any(a.marker in {"aus", "von"} and a.type in BODY_TYPES for a in here)
        called = "heißen" in lemmas and s.text_at(clause.tokens[0] - 1) == ":"
        return only_one(a.draft for a in people if a.nominative) if starts or comes or called else None

    @staticmethod
    def _choice(s: Sentence, clause: Clause, lemmas: set[str]) -> str:
        """„Die Wahl fiel auf X“, „Der Rat entschied sich für X“: the preposition before who is chosen."""
        words = {s.lower[i] for i in clause.tokens}
        if "fallen" in lemmas and words & {"wahl", "entscheidung"}:
            return "auf"
        return "für" if "entscheiden" in lemmas and "sich" in words else ""

    @staticmethod
    def _has_object(s: Sentence, clause: Clause, people: Sequence[Argument]) -> bool:
        """„stellte X das Portal vor“: something else that is shown, after the names."""
        last = max((a.last for a in people), default=0)
        inside = [i for i in clause.tokens if i >= last and s.lower[i] in _SHOWN and s.low_at(i - 1) not in _PLACED]
        return any(i not in s.dated for i in inside)

    def _begun(self, sentences: Sequence[Sentence], number: int) -> Draft | None:
        """„Ulm bekommt eine CDO. Anna Weber kennt die Stadt gut“: who is named first in the next sentence.

        Somebody with a title of his own may only say something about it.
        """
        before, s = sentences[number - 1], sentences[number]
        person = next((a for a in s.arguments if a.type is EntityType.PERSON and not a.reference), None)
        if person is None or person.draft is None or not person.nominative or " " not in person.draft.name:
            return None
        opens = all(s.text_at(i) in self._honours for i in range(person.first))
        known = any(a.draft is person.draft for b in sentences[:number] if b.kind not in _HEADS for a in b.arguments)
        titles = [a for a in s.arguments if a.role is not None and person.draft in a.role.holders]
        # „Anna Weber ist hauptberuflich Landrätin“: what else somebody is
        besides = len(titles) == 1 and not _BY_PROFESSION.isdisjoint(s.lower) and s.text_at(person.last) != ","
        titled = not besides and any(not _is_so_far(s, title) for title in titles)
        lemmas = {lemma for clause in before.clauses for lemma, _, _ in clause.lemmas}
        modal = not MODALS.keys().isdisjoint(before.lower)
        gets = not lemmas.isdisjoint(_GETTING) and not _A.isdisjoint(before.lower) and not modal
        # „X von der FDP hält das für falsch“
        judges = any(lemma in self._judging for clause in s.clauses for lemma, _, _ in clause.lemmas)
        gets = (
            gets
            and not (judges and not self._is_in_office(s, person))
            and s.low_at(person.last) not in {"aus", "von", "vom"}
        )
        return person.draft if opens and gets and not known and not titled and s.block == before.block else None

    def _is_ahead(self, s: Sentence) -> bool:
        """„bekommt zum 1. April eine Direktorin“: whether a sentence tells of a post from a day to come on."""
        days = [d.value for d in s.dates if d.lead in {"at", "from"}]
        return self.date is not None and bool(days) and all(day > self.date[: len(day)] for day in days)

    @staticmethod
    def _is_in_office(s: Sentence, name: Argument) -> bool:
        """„Anna Weber, im Amt seit März, erzählt …“: beside the name stands since when somebody has the post."""
        words = s.lower[name.last : name.last + _TERM]
        return s.text_at(name.last) == "," and "seit" in words and "amt" in words

    def _is_named(self, before: Sentence, title: RoleNoun, comer: Draft) -> bool:
        """Whether the sentence of a title names the body that would be found for it."""
        body, sure = self.bodies.find(before, title, comer)
        return sure or any(a.draft is body and a.draft is not None for a in before.arguments)

    def _open_title(
        self, sentences: Sequence[Sentence], number: int, clause: Clause
    ) -> tuple[Sentence, RoleNoun | None]:
        """The title that waits for whom a clause names, before a colon in its sentence or in the one before."""
        s = sentences[number]
        if s.text_at(clause.tokens[0] - 1) == ":" or s.text_at(clause.tokens[0]) == ":":
            return s, self._filled(s, s, clause.tokens[0])
        before = sentences[max(0, number - 1)]
        return before, self._filled(before, s) if number else None

    def _filled(self, before: Sentence, s: Sentence, end: int = 1000) -> RoleNoun | None:
        """The only title of a sentence that says that a body gets somebody, and names nobody."""
        near = before.block == s.block or (before.kind in _HEADS and s.block - before.block == 1)
        titles = [a.role for a in before.arguments if a.role is not None and a.first < end]
        named = any(a.type is EntityType.PERSON and a.first < end for a in before.arguments)
        # „einen Chief Digital Officer (CDO)“
        once = len({role.name for role in titles}) == 1 and not any(role.holders for role in titles)
        if not near or named or not once or titles[0].weak or titles[0].plural:
            return None
        lemmas = {lemma for clause in before.clauses for lemma, at, _ in clause.lemmas if at < end}
        fresh = titles[0].status is Status.NEW or any(d.lead in {"from", "at"} for d in before.dates)
        again = "haben" in lemmas and (fresh or not (_AGAIN | _A).isdisjoint(before.lower))
        gets = again or not lemmas.isdisjoint(self._filling) or (not lemmas and titles[0].status is Status.NEW)
        return titles[0] if gets and _NO.isdisjoint(before.lower) else None

    def _office(
        self, before: Sentence, role: RoleNoun, taker: tuple[Draft, Status, Sentence], held: set[tuple[int, str | None]]
    ) -> Iterator[OfficeDraft]:
        """The office of who has a post whose title stands in a sentence before."""
        person, status, s = taker
        title = next((a.role for a in before.arguments if a.role is not None and a.role.name == role.name), role)
        body, _ = self.bodies.find(before, title, person)
        if body is not None and self._is_moved_from(before, body):
            body = body.jurisdiction
        if body is not None and (id(person), role.iri) not in held:
            held.add((id(person), role.iri))
            role.holders.append(person)
            yield OfficeDraft(
                person,
                role,
                body,
                status,
                confidence=_CONFIDENCE,
                sentence=s,
                how="clause",
                sure=True,
                rule="post-told-alone",
            )

    def _is_moved_from(self, s: Sentence, body: Draft) -> bool:
        """„Das Amt des CIO ist vom Finanzministerium zur Staatskanzlei gezogen“: where a post is no longer."""
        away = [a.clause for a in s.arguments if a.draft is body and a.marker in {"aus", "von"}]
        moved = (lemma for n in away if 0 <= n < len(s.clauses) for lemma, _, _ in s.clauses[n].lemmas)
        return body.jurisdiction is not None and any(lemma in self._moving for lemma in moved)

    def _passed_on(self, s: Sentence, clause: Clause, before: Sentence, person: Draft) -> list[RoleNoun]:
        """„X, CIO und Staatssekretär, ist gegangen. Beide Aufgaben liegen nun bei Y“: what the other one had."""
        going = _GOING.keys() & clause.verbs
        if not going or not _NOW & {s.lower[i] for i in clause.tokens}:
            return []
        titles = [a.role for a in sorted(before.arguments, key=_first) if a.role is not None and not a.role.weak]
        if len({id(d) for role in titles for d in role.holders}) != 1 or person in titles[0].holders:
            return []
        both = any(s.lower[i] in {"beide", "beiden"} for i in clause.tokens)
        return titles if both or len(titles) == 1 else []

    def _given_up(
        self, s: Sentence, clause: Clause, person: Draft, status: Status, known: Sequence[OfficeDraft]
    ) -> OfficeDraft | None:
        """„Neue Vorsitzende der AG ist X. Y gab den Vorsitz ab“: what somebody gives up whom another has followed.

        „den Vorsitz“ is that of whoever chairs; „das Amt“ is one that somebody has just taken.
        """
        gives = any(lemma in self._leaving for lemma, _, _ in clause.lemmas)
        if status is not Status.FORMER or not gives or not MODALS.keys().isdisjoint(clause.auxiliaries):
            return None
        if any(a.role is not None and a.first < clause.tokens[0] for a in s.arguments):
            # „Geschäftsführer ist Y; den Posten hatte X abgegeben“: a title that is nearer
            return None
        # not „den Vorsitz im Kreistag“
        free = (i for i in clause.tokens if self._is_post(s, i))
        free = (i for i in free if s.low_at(i + 1) not in _ELSEWHERE or {i + 1, i + 2} & s.dated)
        nouns = {self.k.lemma(s.tokens[i].text) for i in free}
        if not nouns:
            return None
        ends = tuple(_CALLED_BY[noun] for noun in nouns & _CALLED_BY.keys())
        near = [o for o in known if o.sentence.block == s.block and 0 < s.start - o.sentence.end <= _NEAR]
        near = [o for o in near if o.body is not None and (o.how == "clause" or o.status in STARTING)]
        near = [o for o in near if o.status in _FOLLOWING]
        near = [o for o in near if (o.role.name.lower().endswith(ends) if ends else o.status in STARTING or o.since)]
        if len({(o.role.iri, id(o.body)) for o in near}) != 1 or any(o.person is person for o in near):
            return None
        held = Status.CURRENT if near[-1].status is Status.DESIGNATED else status
        role = replace(near[-1].role, holders=[person], status=None)
        return OfficeDraft(
            person,
            role,
            near[-1].body,
            held,
            confidence=_CONFIDENCE,
            sentence=s,
            how="clause",
            sure=True,
            rule="post-told-alone",
        )

    def _holder(
        self, s: Sentence, index: int, clause: Clause, before: Sentence | None = None
    ) -> tuple[Draft, Status] | None:
        """Who a clause says has, gets or leaves a post, if it names the post by no more than that or a pronoun."""
        again = before is not None and self._is_again(before, s, clause)
        named = again or any(self._is_post(s, i, passive=is_passive(clause)) for i in clause.tokens)
        if not named or any(s.lower[i] in _NO for i in clause.tokens):
            return None
        people = [a for a in s.arguments if a.clause == index and a.type is EntityType.PERSON and not a.adjective]
        lemmas = clause.verbs
        if is_passive(clause) and lemmas & (self._doing | {"übernehmen"}):
            return self._by_whom(s, clause, people)
        charged = self._charged(people, clause, lemmas)
        if charged is not None:
            return charged, Status.NEW
        going = {_GOING[lemma] for lemma in lemmas & _GOING.keys()}
        if going:
            person = only_one(a.draft for a in people if a.marker in going)
            return None if person is None else (person, Status.NEW)
        person = only_one(a.draft for a in people if a.nominative or (a.reference and "n" in a.cases))
        if person is None:
            return None
        if lemmas & self._leaving:
            return person, Status.FORMER
        # „nimmt die Aufgabe kommissarisch wahr“
        for_now = any(s.lower[i] in self._acting for i in clause.tokens) or self._stopgaps.says(s, clause)
        till_then = any(s.lower[i] == "bis" and s.low_at(i + 1) == "dahin" for i in clause.tokens)
        for_now = for_now or (till_then and in_present(s, clause))
        if lemmas & self._taking:
            words = {s.lower[i] for i in clause.tokens}
            if words & _WOULD:
                return None
            taken = Status.DESIGNATED if words & _SHALL else Status.NEW
            return person, Status.ACTING if for_now else taken
        if not lemmas & self._holding:
            return None
        past = in_preterite(s, clause) or not _HAD.isdisjoint(s.lower[i] for i in clause.tokens)
        if past and not _BEFORE.isdisjoint(s.lower[i] for i in clause.tokens):
            # „Die Stelle ist frei. Zuletzt hatte X das Amt inne“
            return person, Status.FORMER
        if past and clause.kind == "relative" and not for_now:
            # „X, der es lange Jahre innehatte“
            return person, Status.FORMER
        return person, Status.ACTING if for_now else Status.CURRENT

    def _by_whom(self, s: Sentence, clause: Clause, people: Sequence[Argument]) -> tuple[Draft, Status] | None:
        """„Die Stelle wird derzeit von X ausgefüllt“, „Es wurde von X übernommen“: who does the job of a post."""
        agents = (a for a in people if a.marker == "von")
        person = only_one(a.draft for a in agents if a.head < 0 or self.k.lemma(s.text_at(a.head)) in self._nouns)
        if person is None or MODALS.keys() & set(clause.auxiliaries):
            return None
        now = in_present(s, clause)
        if any(lemma == "übernehmen" for lemma, _, _ in clause.lemmas):
            return person, Status.DESIGNATED if now else Status.NEW
        for_now = any(s.lower[i] in self._acting for i in clause.tokens) or self._stopgaps.says(s, clause)
        held = Status.ACTING if for_now else Status.CURRENT
        return person, held if now else Status.FORMER

    def _is_again(self, before: Sentence, s: Sentence, clause: Clause) -> bool:
        """„Auch das Amt des CIO zog um. Es wird von X ausgeübt“, „Übernommen hat es X“: a pronoun for a post.

        The post is the last noun of its gender in the sentence before, and its title hangs on it.
        """
        main = clause.kind == "main" and clause.tokens[0] <= 1
        if before.block != s.block or not (main or clause.kind == "relative"):
            return False
        told = clause.verbs
        if told.isdisjoint(self._doing | self._taking):
            return False
        posts = {
            self.k.lemma(before.text_at(a.head))
            for a in before.arguments
            if a.role is not None and a.marker == "gen" and a.head >= 0
        }
        if len(posts) != 1 or not posts <= self._nouns:
            return False
        post = next(iter(posts))
        own = "m" if post in self._masculine else "n" if post in _NEUTER else "f"
        pronouns = {"m": {"er", "ihn"}, "n": {"es"}, "f": {"sie"}}[own]
        first = s.lower[clause.tokens[0]]
        if is_passive(clause):
            return main and first in pronouns
        return own != "f" and any(s.lower[i] in pronouns - {"er"} for i in clause.tokens)

    @staticmethod
    def _charged(people: Sequence[Argument], clause: Clause, lemmas: set[str]) -> Draft | None:
        """„Der Landrat hat X mit der Aufgabe betraut“, „Betraut mit dem Amt wurde X“: whom somebody charges with it."""
        if "betrauen" not in lemmas:
            return None
        named = sorted((a for a in people if a.marker == "np" and a.head < 0), key=_first)
        passive = is_passive(clause) or "ist" in clause.auxiliaries
        return named[-1].draft if len({id(a.draft) for a in named}) == (1 if passive else _GIVER_AND_TAKER) else None

    def _is_post(self, s: Sentence, i: int, *, passive: bool = False) -> bool:
        """„die Stelle“, „dem Amt“, with nothing after it that says which one.

        In the passive „von“ says by whom: „wird die Aufgabe von Jens Ott wahrgenommen“.
        """
        text = s.tokens[i].text
        if i in s.taken or not text[0].isupper() or s.low_at(i - 1) not in _DEFINITE:
            return False
        if self.k.lemma(text) not in self._nouns:
            return False
        after = s.taken.get(i + 1)
        # „Geräumt hat den Posten Jens Ott“
        doing = after is not None and after.type is EntityType.PERSON and after.marker == "np" and after.head < 0
        # „Heute nimmt diese Aufgabe Staatssekretär Ott wahr“
        doing = doing or (after is not None and after.role is not None and bool(after.role.holders))
        agent = s.taken.get(i + 2) if passive and s.low_at(i + 1) == "von" else None
        if agent is not None and (agent.type is EntityType.PERSON or agent.role is not None):
            return True
        return s.low_at(i + 1) not in {"der", "des", "von", "für", "als"} and (after is None or doing)

    def _calls_otherwise(self, s: Sentence, clause: Clause, role: RoleNoun) -> bool:
        """„B war Stadtdirektor. Den Vorsitz behält A“: a noun for the post of others than those with a title."""
        nouns = {self.k.lemma(s.tokens[i].text) for i in clause.tokens if self._is_post(s, i)}
        ends = tuple(_CALLED_BY[noun] for noun in nouns & _CALLED_BY.keys())
        return (
            bool(ends) and nouns <= _CALLED_BY.keys() and not role.name.lower().endswith((*ends, "vorsteher", "chef"))
        )

    @staticmethod
    def _free(
        before: Sequence[Sentence], past: Collection[int], own: Sequence[Argument]
    ) -> tuple[Sentence, RoleNoun] | None:
        """The only title whose holder is none or a former one in the sentences before, if they name it last."""
        found = [(s, sorted(s.arguments, key=lambda a: a.first)) for s in before]
        if own:
            found[-1] = (before[-1], list(own))
        titles = [(s, a.role) for s, arguments in found for a in arguments if a.role is not None]
        open_ = [(s, role) for s, role in titles if (not role.holders or id(role) in past) and not _is_denied(s, role)]
        free = [(s, role) for s, role in open_ if not role.weak and not role.plural]
        last = bool(free) and free[-1][1] is titles[-1][1]
        return free[-1] if last and len({role.name for _, role in free}) == 1 else None


def _is_so_far(s: Sentence, title: Argument) -> bool:
    """„ist derzeit noch Kanzlerin“, „war vorher Referatsleiter“: what somebody is until a new post begins."""
    if not 0 <= title.clause < len(s.clauses) or title.marker not in {"als", "np"}:
        return False
    clause = s.clauses[title.clause]
    only = clause.verbs <= _BEING_SOMETHING
    return only and any(s.lower[i] in _SO_FAR for i in clause.tokens)


def _is_denied(s: Sentence, role: RoleNoun) -> bool:
    """„Vorsitzender wurde er nie“: a title that nobody is said to have."""
    title = s.title(role)
    if title is None or not 0 <= title.clause < len(s.clauses):
        return False
    return any(s.lower[i] in _NO for i in s.clauses[title.clause].tokens)


def _first(a: Argument) -> int:
    return a.first
