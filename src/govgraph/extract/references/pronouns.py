"""Words that stand for a thing without a noun: er, sie, es, dieser, beide, sein, ihr, damit, dort."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.agreement import is_place
from govgraph.extract.clauses.dative_ihr import is_dative_ihr
from govgraph.extract.clauses.extended import done_by_whom
from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.references.descriptions import OF_BODIES
from govgraph.extract.references.seats import seated_in
from govgraph.extract.state import BOARDS, BODY_TYPES, HOUSES, PLACES, TEAMS, WORKS, Argument, only_one
from govgraph.language.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FORMER,
    INFINITIVE_OPENERS,
    LATTER,
    MODALS,
    NOT_VERBS,
    ONE,
    POSSESSIVES,
    PREPOSITIONS,
    PROADVERBS,
)
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.references.discourse import Discourse, Mention
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Clause, Draft, Sentence

_HAVE = frozenset({"haben", "hatten"})
"""Forms of a verb that „es“ is never the subject of."""
_PERSONAL = {"er": ("m", "n"), "ihn": ("m", "a"), "ihm": ("mn", "d"), "sie": ("f", "na"), "es": ("n", "na")}
_POINTING = {
    "der": ("m", "n"), "die": ("f", "na"), "den": ("m", "a"), "dem": ("mn", "d"),
    "dieser": ("m", "n"), "diese": ("f", "na"), "dieses": ("n", "na"), "diesen": ("m", "a"), "diesem": ("mn", "d"),
    "letzterer": ("m", "n"), "letztere": ("f", "na"), "letzteres": ("n", "na"), "letzteren": ("m", "a"),
    "letzterem": ("mn", "d"), "ersterer": ("m", "n"), "erstere": ("f", "na"), "ersteres": ("n", "na"),
    "ersteren": ("m", "a"), "ersterem": ("mn", "d"), "das": ("n", "na"), "dies": ("n", "na"),
}  # fmt: skip
_MOVED_TO = 1.2
"""How well a place fits „dort“ to which somebody has moved in the same sentence."""
_SEATED = frozenset({"beheimatet", "dienstsitz", "hauptsitz", "sitz", "sitzt"})
"""Words beside which „hier“ is the place that was named last."""
WORDS = frozenset(
    {*PROADVERBS, *POSSESSIVES, *_PERSONAL, *_POINTING, "dort", "hier", "wo", "dessen", "deren", "ihr", "ihnen"}
)
_SPEAKING = 0.6
"""How much less a pronoun means those who speak."""
_ANSWERS = frozenset({"doch", "ja", "nein"})
"""Words by which an answer begins."""
_PAIR = 2
_OWN_SUBJECTS = frozenset(
    {"ich", "wir", "man", "er", "wer", "niemand", "keiner", "jeder", "alle", "manche", "viele", "beide"}
)
_OPENERS_OF_CONTENT = frozenset({"dass", "wenn", "ob", "wie"})
_BARE_ARTICLES = frozenset({"der", "die", "das"})
_TOPICS = frozenset(
    {
        EntityType.SYSTEM, EntityType.SERVICE, EntityType.PROGRAMME, EntityType.LAW, EntityType.DOCUMENT,
        EntityType.EVENT,
    }
)  # fmt: skip
_WITHOUT_CHIEF = frozenset({EntityType.SYSTEM, EntityType.SERVICE, EntityType.LAW, EntityType.DOCUMENT})
"""Types of things that have no Leiter or Chef."""
_OF_WORKS = ("Entwickl", "Produkt", "Projekt")
"""How titles begin that somebody has for a system."""
_BELONGING = frozenset({"angehören", "vorsitzen"})
"""Verbs whose dative is a body of members."""
_MEANS = frozenset({"damit", "durch", "mit"})
_DO_SO = frozenset({"machen", "tun"})
"""Verbs whose „es“ is what somebody else did: „Gera macht es genauso“."""
_SCENES = frozenset({EntityType.ORGANISATION, EntityType.MUNICIPALITY, EntityType.JURISDICTION, EntityType.EVENT})
_SCENE_MARKERS = frozenset({"in", "an", "bei", "auf", "zu"})
_PEOPLE = frozenset({EntityType.PERSON})
_TAKING_OVER = frozenset({"erben", "übernehmen"})
_POSTS = frozenset({"Amt", "Dienst", "Job", "Posten", "Stelle"})
"""Nouns that beside „sein“ and „ihr“ tell of somebody's post."""


class _Wanted(NamedTuple):
    """What a pronoun looks for: genders it agrees with, case or preposition, and how many sentences back."""

    gender: str
    marker: str
    reach: int


_WORKING = frozenset({"er", "ich", "sie"})
"""Pronouns after „wo“ for whoever does something there."""


def _is_pronoun(s: Sentence, i: int) -> bool:
    """„Ihr gehören Bayern und Hessen an“: no „ihr“ of an owner, since the verb of its clause comes next."""
    if is_dative_ihr(s, i):
        return True
    return s.low_at(i) == "ihr" and any(at == i + 1 and not participle for _, at, participle in _clause(s, i).lemmas)


_AND_SO = frozenset({"aber", "denn", "doch", "und"})
"""Conjunctions at the head of a sentence before a demonstrative."""

_OF_BODIES = frozenset({"beschäftigt", "gegründet", "mitarbeiter", "mitarbeitende", "sitz", "sitzt"})
"""Words that say of „es“ that it is a body."""


class Pronouns:
    """Resolves pronouns and pronominal adverbs against what has been spoken of.

    Args:
        tools: What is the same for every article.
        discourse: What has been spoken of.
        house_of: Gives the ministry or body of a person's office that a noun may stand for.

    Attributes:
        we: What „wir“ stands for in what is being said.
    """

    def __init__(self, tools: Tools, discourse: Discourse, house_of: Callable[[Draft, str], Draft | None]) -> None:
        self.k = tools.knowledge
        self.agreement = tools.agreement
        self.slots = tools.slots
        self.discourse = discourse
        self.house_of = house_of
        self.we: Draft | None = None
        self._peers = self.k.words("predecessor-nouns") | self.k.words("successor-nouns")
        self._retreats = tools.knowledge.words("leaving-nouns") - tools.knowledge.words("posts-left")
        self._replacing = self.k.words("replacing-verbs")
        self._intending = self.k.words("verbs-of-plans-alike")
        self._paying = self.k.words("money-giving-verbs") | {"bezahlen"}
        self._publishing = self.k.words("own-document-verbs")

    def at(self, s: Sentence, i: int) -> bool:
        """Resolve token `i` if it is a pronoun or pronominal adverb; tells whether it is one."""
        low = s.lower[i]
        if low in FORMER or low in LATTER:
            return self._one_of_two(s, i, latter=low in LATTER)
        if low not in WORDS or not (s.tokens[i].text.islower() or self._opens(s, i)):
            return False
        if done_by_whom(s, i):
            self._doer(s, i)
        elif low in PROADVERBS:
            self._proadverb(s, i, PROADVERBS[low])
        elif low in {"dort", "wo"} or (low == "hier" and not _SEATED.isdisjoint(s.lower)):
            self._there(s, i)
        elif low in POSSESSIVES and not _is_pronoun(s, i) and self._possessive(s, i, low):
            return True
        elif low in {"dessen", "deren"}:
            self._whose(s, i, low)
        elif low in _PERSONAL:
            self._personal(s, i, *_PERSONAL[low])
        elif low == "ihr":
            self._personal(s, i, "f", "d")
        elif low == "ihnen":
            self._several(s, i, "d")
        elif low in _POINTING and self._points(s, i, low):
            self._pointing(s, i, *_POINTING[low])
        else:
            return False
        return True

    # ------------------------------------------------------------------ personal and demonstrative pronouns

    def _one_of_two(self, s: Sentence, i: int, *, latter: bool) -> bool:
        """„Gera und Jena … Erstere führt X ein, Letztere bleibt bei Y“: one of the two named before."""
        gender, cases = _POINTING[s.lower[i]]
        if not self._points(s, i, s.lower[i]):
            return False
        governed = s.low_at(i - 1) in PREPOSITIONS and s.low_at(i - 1) not in {"als", "wie"}
        if not governed and cases == "na" and gender == "f" and not _singular(s, i):
            return True
        found = self._of_pair(i, gender, latter=latter)
        if found is None and latter:
            self._pointing(s, i, gender, cases)
        elif found is not None and not (s.low_at(i - 1) in {"der", "des"} and s.lower[i].endswith("n")):
            # not „Sitz der ersteren“
            s.refer(i, i + 1, found, "d" if governed else "n" if cases == "na" else cases)
        return True

    def _of_pair(self, i: int, gender: str, *, latter: bool) -> Draft | None:
        """The one or the other of the two things that are joined last, in this sentence or the one before."""
        current = [m for m in self.discourse.current if m.last <= i]
        for line in (current, *self.discourse.lines[-1:]):
            groups: dict[int, dict[int, Mention]] = {}
            for m in sorted(line, key=lambda m: m.first):
                if m.draft.name:
                    groups.setdefault(m.group, {})[id(m.draft)] = m
            pairs = [tuple(group.values()) for group in groups.values() if len(group) == _PAIR]
            if len(pairs) == 1:
                found = pairs[0][latter]
                agrees = is_place(found.draft) or self._agrees(found, gender) is not None
                return found.draft if agrees else None
        return None

    def _doer(self, s: Sentence, i: int) -> None:
        """„das von ihr geführte Amt“: the only person of the sentence before whom the pronoun agrees with."""
        gender = {"ihm": "m", "ihr": "f"}.get(s.lower[i], "")
        line = self.discourse.lines[-1] if self.discourse.lines else []
        people = [m for m in line if m.draft.type is EntityType.PERSON and m.draft.name and m.rank > 0]
        found = only_one(m.draft for m in people if gender and self._agrees(m, gender) is not None)
        if found is not None:
            s.refer(i, i + 1, found, "d")

    def _personal(self, s: Sentence, i: int, gender: str, cases: str) -> None:
        clause = _clause(s, i)
        governed = s.low_at(i - 1) in PREPOSITIONS and s.low_at(i - 1) not in {"als", "wie"}
        marker = PREPOSITIONS[s.lower[i - 1]] if governed else ""
        if governed:
            cases = "d" if cases == "d" else "a"
        elif cases == "na":
            cases = self._case(s, clause, i)
        if s.lower[i] == "es" and self._impersonal(s, clause, i):
            return
        if s.lower[i] == "sie" and not governed and "n" in cases and not _singular(s, i):
            self._several(s, i, cases)
            return
        found = self._seek(s, i, _Wanted(gender, marker or cases, 2))
        if found is not None:
            s.refer(i, i + 1, found, cases)
        elif s.lower[i] == "sie" and cases == "a":
            self._several(s, i, cases)

    def _pointing(self, s: Sentence, i: int, gender: str, cases: str) -> None:
        clause = _clause(s, i)
        governed = s.low_at(i - 1) in PREPOSITIONS and s.low_at(i - 1) not in {"als", "wie"}
        if governed and s.lower[i] == "der":
            # „An der arbeitet Dataport“
            gender, cases = "f", "d"
        if not governed and cases == "na":
            cases = "a" if self._other_subject(s, clause, i) or self._acted_on(s, clause, i) else "n"
        bonus = 0.8 if s.lower[i] in LATTER else 0.5
        expected = self.slots.expected(s, clause, PREPOSITIONS[s.lower[i - 1]] if governed else cases)
        if s.lower[i] in {"das", "dies"} and not expected & WORKS:
            # „Das sagte er“: what was said before, and no thing
            return
        latest = self._latest(gender, expected)

        def prefer(_: int, m: Mention) -> float:
            # it points at what was named last, and rarely at the subject
            return (bonus if m is latest else 0.0) + (0.2 if m.rank < 1 else 0.0)

        found = self._seek(s, i, _Wanted(gender, PREPOSITIONS[s.lower[i - 1]] if governed else cases, 1), prefer)
        if found is None and s.lower[i] in {"das", "dies"} and _done(s, clause, i):
            found = self._all_that(s, i, expected)
        if found is not None:
            s.refer(i, i + 1, found, cases)
        elif s.lower[i] in {"die", "diese"}:
            self._several(s, i, cases)

    def _all_that(self, s: Sentence, i: int, expected: frozenset[EntityType]) -> Draft | None:
        """„Bezahlt hat das der Bund“: the only work of the sentence before, of any gender, or what all is about."""
        line = self.discourse.lines[-1] if self.discourse.lines else []
        works = list(dict.fromkeys(m.draft for m in line if m.draft.type in WORKS and m.draft.name and m.rank > 0))
        fitting = [d for d in works if d.type in expected]
        beside = self._beside(s, s.clause_of[i] if s.clause_of else 0)
        if works:
            return fitting[0] if len(works) == 1 and fitting and id(fitting[0]) not in beside else None
        return self.discourse.about("mfn", expected, beside)

    def _points(self, s: Sentence, i: int, low: str) -> bool:
        """Whether an article or demonstrative stands alone: „Dem gehöre ich an“, „vertritt diesen im Gremium“."""
        following = s.text_at(i + 1)
        clause = _clause(s, i)
        verb = i + 1 in _verbs(s, clause)
        # „Nein, das stammt von der AKDB“
        answered = s.low_at(i - 2) in _ANSWERS and s.text_at(i - 1) == "," and s.text_at(i - 3) in {"", ":", "."}
        if low in {"das", "dies"} and not answered and (s.text_at(i - 1) in {",", ";"} or clause.kind != "main"):
            return False
        if low in {"das", "dies"} and any(lemma in self._intending for lemma, _, _ in clause.lemmas):
            # „Gera plant dies auch“: what others do, and no thing
            return False
        if low in {"das", "dies"} and _done(s, clause, i):
            # „Bezahlt hat das der Bund“, „Umgesetzt hat das Bayern“
            named = s.taken.get(i + 1)
            whole = following in DETERMINERS or (named is not None and named.type in PLACES)
            return whole or verb or not following[:1].isalpha() or following in PREPOSITIONS
        if low in {"der", "die", "den", "dem"}:
            # „Die Gewerbeanmeldung fehlt, die hat Hessen programmiert“
            # „Um die kümmert sich Dataport“, „Mit dem arbeitet auch Fulda“
            first = i - (verb and s.low_at(i - 1) in PREPOSITIONS)
            # „Und die ist Abteilungsleiterin im Ministerium“
            joined = first == 1 and s.low_at(0) in _AND_SO
            opens = (
                joined
                or self._opens(s, first)
                or (s.text_at(first - 1) in {",", ";"} and clause.tokens[0] == first - 1)
            )
            return verb and opens and clause.kind == "main"
        if low in FORMER or low in LATTER:
            return not following[:1].isupper()
        return verb or not following[:1].isalpha() or following.lower() in PREPOSITIONS or following in NOT_VERBS

    def _seek(
        self, s: Sentence, i: int, wanted: _Wanted, prefer: Callable[[int, Mention], float] | None = None
    ) -> Draft | None:
        gender, marker, reach = wanted
        clause = _clause(s, i)
        of_person = s.topic is not None and s.topic.type is EntityType.PERSON
        narrowed = marker == "n" and not of_person
        expected = self.slots.subject(s, clause) if narrowed else self.slots.expected(s, clause, marker)
        membership = marker == "d" and any(lemma in _BELONGING for lemma, _, _ in clause.lemmas)
        if marker == "n" and expected != _PEOPLE and self._of_a_post(s, clause):
            expected = _PEOPLE
        if marker == "n" and expected and self._displaces(s, clause):
            expected |= WORKS
        paying = any(lemma in self._paying for lemma, _, _ in clause.lemmas)
        if paying and marker == "a" and _opens_done(s, clause, i):
            # „Ulm kaufte Tablets. Bezahlt hat sie das Land“: things, and not the town
            expected = expected & WORKS
        paid = marker == "n" and paying and is_passive(clause) and not _tells_of_body(s)
        unnamed = gender == "n" and all(lemma not in _DO_SO for lemma, _, _ in clause.lemmas)
        beside = self._beside(s, s.clause_of[i] if s.clause_of else 0, i)
        first = _after_colon(s, i)

        def quality(ago: int, m: Mention) -> float | None:
            if m.rank == 0 or id(m.draft) in beside or m.draft is s.speaker:
                # who speaks is „ich“
                return None
            fit = self._agrees(m, gender)
            if fit is not None and ago > 1 and m.reference and m.draft.type is EntityType.PERSON:
                # „A sagte, sie …. B wird CIO. Sie …“: somebody else has come since
                fit -= 0.25
            if paid and fit is not None and m.draft.type in expected & WORKS:
                # „Das Institut leitet das Projekt X. Es wird vom Bund gefördert“
                fit += 0.5
            if unnamed and m.draft.type in expected & WORKS and not self.agreement.of_name(m.draft):
                # „die Bürosuite openDesk“: the name alone is „es“, whatever it is introduced as
                fit = max(fit or 0.0, 0.0)
            if fit is None or (s.lower[i] == "das" and not _may_be_it(m)):
                return None
            if expected:
                fit += 0.4 if m.draft.type in expected or not m.draft.name else -0.9
            elif gender == "n" and is_place(m.draft):
                return None
            if first and ago == 0 and m.first < first and m.marker == "np" and m.draft.type in expected & WORKS:
                # „Neu ist die App Kuno: Gera testet sie“: the colon announces what follows
                fit += 0.5
            if ago == 0 and m.reference and m.draft.type in WORKS and s.low_at(m.first) == s.lower[i]:
                # „Gebaut hat sie die KIV, bezahlt wurde sie vom Land“: the same word again means the same work
                fit += 0.5
            if m.draft is self.we and s.lower[i] == "sie":
                # „Die haben wir eingestellt. Bezahlt wurde sie vom Land“: those who speak are „wir“
                fit -= _SPEAKING
            if membership:
                # „Ihm gehören auch Fulda und der Bund an“: a board, and no ministry
                fit += 0.3 if m.draft.kind in BOARDS else -0.6 if m.draft.kind == "Ministry" else 0.0
            return fit + (prefer(ago, m) if prefer is not None else 0.0)

        return self.discourse.best(reach, quality) or self.discourse.about(
            gender if reach > 1 else "", expected, beside
        )

    def _displaces(self, s: Sentence, clause: Clause) -> bool:
        """„Es löst das alte Portal ab“: what a work does, unless whoever does it says with what."""
        if self._replacing.isdisjoint(lemma for lemma, _, _ in clause.lemmas):
            return False
        works = (a for i in clause.tokens if (a := s.taken.get(i)) is not None and a.type in WORKS and not a.adjective)
        return any(works) and _MEANS.isdisjoint(s.lower[i] for i in clause.tokens)

    def _of_a_post(self, s: Sentence, clause: Clause) -> bool:
        """„Ende März geht er in den Ruhestand“, „Sie dankt ihrem Vorgänger“: what only people do.

        So „X, von dem sie die Behörde übernommen hat“.
        """
        if _just_goes(s, clause):
            return True
        takes_up = any(lemma == "antreten" for lemma, _, _ in clause.lemmas)
        if clause.kind == "relative" and any(lemma in _TAKING_OVER for lemma, _, _ in clause.lemmas):
            start = clause.tokens[0]
            before = [a for a in s.arguments if a.last <= start and a.marker != "bracket"]
            whom = max(before, key=lambda a: a.last, default=None)
            if whom is not None and whom.type is EntityType.PERSON and "von" in s.lower[start : start + 2]:
                return True
        return any(
            s.tokens[i].text in self._retreats
            or (s.low_at(i - 1).startswith(("sein", "ihr")) and self._is_peer(s, i))
            or (s.tokens[i].text in _POSTS and (takes_up or s.low_at(i - 1).startswith(("sein", "ihr"))))
            for i in clause.tokens
            # not the „Wirtschaft“ of a ministry's name
            if i not in s.taken
        )

    def _is_peer(self, s: Sentence, i: int) -> bool:
        """„Vorgänger“, „Nachfolgerin“, „Vorgängers“: a noun for whom only people have."""
        return self.k.lemma(s.tokens[i].text) in self._peers

    def _beside(self, s: Sentence, clause: int, i: int = 0) -> set[int]:
        """What stands in the clause itself, or is what a relative clause is about: a pronoun there means neither.

        What stands before a colon is no part of the clause after it: „Und die App: Gera will sie entwickeln“.
        """
        first = _after_colon(s, i)
        out = {
            id(m.draft)
            for m in self.discourse.current
            if m.clause == clause and (m.first >= first or m.marker != "np") and not (m.reference and m.marker == "gen")
        }
        if s.clauses and s.clauses[clause].kind == "relative":
            start = s.clauses[clause].tokens[0]
            out |= {id(m.draft) for m in self.discourse.current if start - 1 <= m.last <= start}
        return out

    def _agrees(self, m: Mention, gender: str) -> float | None:
        """How well a mention agrees with a pronoun of this gender (several letters: any of them)."""
        draft = m.draft
        if draft.type is EntityType.PERSON:
            if gender == "n":
                return None
            woman = self.agreement.is_woman(draft)
            # who was spoken of as „er“ stays „er“
            kept = 0.25 if m.reference else 0.0
            if woman is None:
                return 0.1 + kept
            return 0.4 + kept if woman == (gender == "f") else None
        other = -0.2 if m.genders else 0.1
        for known, sure, unsure in ((m.genders, 0.3, 0.2), (draft.genders, 0.1 + other, other)):
            if known and any(g in known for g in gender):
                return (sure if len(known) == 1 else unsure) - (0.6 if is_place(draft) and gender == "n" else 0.0)
        if is_place(draft) and not m.genders:
            return -0.3 if "n" in gender else None
        return None if m.genders or draft.genders else -0.3

    def _several(self, s: Sentence, i: int, cases: str) -> None:
        """„sie“, „ihnen“, „beide“ of several: what stood coordinated before."""
        members = self.group(s, i)
        for member in members:
            s.refer(i, i + 1, member, cases, 2000 + i)

    def group(
        self,
        s: Sentence,
        i: int,
        fits: Callable[[Draft], bool] = lambda _: True,
        size: int = 0,
        *,
        loose: bool = False,
    ) -> list[Draft]:
        """The coordinated things, or the subject and whom it acts with, that a plural points back to.

        Args:
            s: The sentence.
            i: Index of the plural.
            fits: What it can mean.
            size: How many they are; 0 if unknown.
            loose: Whether things of one class need not be coordinated, and may stand two sentences back.
        """
        clause = s.clause_of[i] if s.clause_of else 0
        lines = [
            [m for m in self.discourse.current if m.clause != clause],
            *self.discourse.lines[: -3 if loose else -2 : -1],
        ]
        for line in lines:
            ranked = [m for m in line if m.rank > 0 and m.draft.name and fits(m.draft)]
            groups: dict[int, list[Mention]] = {}
            for m in ranked:
                groups.setdefault(m.group, []).append(m)
            sets = [list(dict.fromkeys(m.draft for m in members)) for members in groups.values()]
            leader = next((m for m in ranked if m.rank >= 0.9), None)
            partners = [m for m in ranked if m.marker == "mit" and m.draft.type in BODY_TYPES]
            if leader is not None and leader.draft.type in BODY_TYPES and partners:
                sets.append(list(dict.fromkeys([leader.draft, *(m.draft for m in partners)])))
            if size and loose:
                sets.append(list(dict.fromkeys(m.draft for m in ranked)))
            sets = [x for x in sets if (len(x) == size if size else len(x) > 1)]
            if sets and size == _PAIR and leader is not None:
                return _told_side_by_side(ranked, leader, sets[0]) or sets[0]
            if sets:
                return sets[0]
        return []

    # ------------------------------------------------------------------ case

    def _case(self, s: Sentence, clause: Clause, i: int) -> str:
        """Whether „sie“ or „es“ is the subject or the object of its clause."""
        if is_passive(clause):
            return "n"
        if clause.kind == "relative":
            opener = clause.tokens[1 if len(clause.tokens) > 1 else 0]
            does = s.lower[opener] == "der" or (s.lower[opener] == "die" and self._of_person(s, opener))
            return "a" if does or self._of_doer(s, clause, opener) else "n"
        return "a" if self._other_subject(s, clause, i) else "n"

    @staticmethod
    def _of_person(s: Sentence, opener: int) -> bool:
        """„Anna Weber, die es leitet“, „Anna Weber (SPD), die es leitet“: a relative pronoun right behind a name."""
        before = s.taken.get(opener - 2)
        if before is None and s.text_at(opener - 2) == ")":
            inside = s.taken.get(opener - 3)
            before = None if inside is None else s.taken.get(inside.first - 2)
        return before is not None and before.type is EntityType.PERSON

    def _of_doer(self, s: Sentence, clause: Clause, opener: int) -> bool:
        """„die Stadt Ulm, die sie testet“, „Ulm, das es nutzt“: a relative pronoun for who alone can do that."""
        before = s.taken.get(opener - 2) if s.lower[opener] in {"das", "die"} and s.text_at(opener - 1) == "," else None
        if before is None or before.draft is None or before.type not in BODY_TYPES or before.adjective:
            return False
        subjects, objects = self.slots.expected(s, clause, "n"), self.slots.expected(s, clause, "a")
        return before.type in subjects and bool(objects) and before.type not in objects

    def _other_subject(self, s: Sentence, clause: Clause, i: int) -> bool:
        """Whether something else than token `i` is the subject of the clause."""
        if any(s.lower[j] in _OWN_SUBJECTS and s.low_at(j - 1) not in PREPOSITIONS for j in clause.tokens if j != i):
            # not „betreibt für beide“
            return True
        verbs = _verbs(s, clause)
        verb = verbs[0] if verbs else -1
        words = [j for j in clause.tokens if s.tokens[j].text[0].isalnum() and s.lower[j] not in CONJUNCTIONS]
        if not words or (words[0] == i and clause.kind == "main"):
            return False
        if s.lower[i] == "es" and not _HAVE.isdisjoint(clause.auxiliaries):
            # „Geschrieben haben es die Fachleute im Haus“: several have done it
            return True
        if clause.joined and words[0] == verb and s.lower[clause.tokens[0]] in CONJUNCTIONS:
            # „kauft die E-Akte und testet sie“: the subject is that of the clause before
            return True
        others = [
            a for a in s.arguments if a.draft is not None and a.marker == "np" and a.head < 0 and not a.adjective
            and a.first != i and s.clause_of[a.first] == s.clause_of[i]
        ]  # fmt: skip
        subjects, objects = self.slots.expected(s, clause, "n"), self.slots.expected(s, clause, "a")
        possible = [a for a in others if not (a.type in objects and a.type not in subjects)]
        right = [a for a in s.arguments if a.last == i and a.marker == "np" and "n" in a.cases and not a.adjective]
        if clause.kind == "main" and any(verb < a.first and a.head < 0 for a in right):
            # „hat Minister Kolbe sie ernannt“: a pronoun for the subject would stand before any noun
            return True
        if clause.kind == "main" and verb < i and self._fronted(s, words[0], verb, possible):
            return True
        if clause.kind == "main" and words[0] < i and _is_done(clause, words[0]) and objects & WORKS:
            # „Bezahlt hat sie die Senatskanzlei“: what was done stands in front, then with what, then who did it
            doing = (a for a in others if a.begin == i + 1 and "n" in a.cases)
            # „abgelöst hat sie Uwe Brandt“: either may have done it
            both = {EntityType.PERSON} & subjects & objects
            if any(a.type in subjects - WORKS - both for a in doing):
                return True
        for a in others:
            if a.cases == "n" or (a.type in subjects and a.type not in objects and "n" in a.cases):
                return True
            if a.cases == "a" or (a.type in objects and a.type not in subjects):
                return False
        # „hat es der Magistrat beschlossen“: a masculine nominative that names nothing known
        return any(
            s.lower[j] == "der"
            and j > i
            and s.low_at(j - 1) not in PREPOSITIONS
            and not s.text_at(j - 1)[:1].isupper()
            and s.text_at(j + 1)[:1].isupper()
            and self.agreement.of_noun(s.text_at(j + 1)) in {"m", ""}
            for j in clause.tokens
        )

    def _acted_on(self, s: Sentence, clause: Clause, i: int) -> bool:
        """„Die hat Hessen programmiert“: whether a pronoun before the verb is its object, as what can act follows."""
        if is_passive(clause) or clause.kind != "main":
            return False
        subjects, objects = self.slots.expected(s, clause, "n"), self.slots.expected(s, clause, "a")
        verbs = _verbs(s, clause)
        if not objects or not verbs or i > verbs[0]:
            return False
        noun = self.agreement.referring(s.text_at(verbs[0] + 2) or ".")
        if s.low_at(verbs[0] + 1) in _BARE_ARTICLES and noun is not None and noun.kinds & OF_BODIES:
            # „Das hat die Stadt entwickelt“
            return not subjects.isdisjoint(BODY_TYPES)
        acting = [
            a for a in s.arguments if a.draft is not None and a.marker == "np" and a.head < 0 and "n" in a.cases
            and a.begin == verbs[0] + 1 and s.clause_of[a.first] == s.clause_of[i]
        ]  # fmt: skip
        if s.lower[i] in {"das", "dies"} and objects & WORKS:
            # „Das verantwortet das Institut“: a work answers for nothing
            return any(a.type in subjects - WORKS for a in acting)
        return any(a.type in subjects - WORKS and a.type not in objects for a in acting)

    def _fronted(self, s: Sentence, first: int, verb: int, others: list[Argument]) -> bool:
        """Whether a nominative stands before the verb."""
        if any(a.last <= verb and "n" in a.cases for a in others):
            return True
        low, text = s.lower[first], s.tokens[first].text
        if first >= verb or low in PREPOSITIONS or first in s.taken:
            return False
        if low in DETERMINERS:
            return "n" in DETERMINERS[low] and not any(a.first <= verb and a.marker != "np" for a in others)
        return first + 1 == verb and text[0].isupper() and self.k.lemma(text)[:1].isupper() and low not in NOT_VERBS

    def _impersonal(self, s: Sentence, clause: Clause, i: int) -> bool:
        """„es gibt“, „es heißt“, „ist es möglich, dass …“: an „es“ that stands for nothing."""
        impersonal = self.k.words("impersonal-verbs")
        if any(lemma in impersonal for lemma, _, _ in clause.lemmas):
            return True
        number = s.clause_of[i] if s.clause_of else 0
        following = s.clauses[number + 1] if number + 1 < len(s.clauses) else None
        if following is None:
            return False
        if following.kind == "infinitive":
            return following.opener not in INFINITIVE_OPENERS
        return following.opener in _OPENERS_OF_CONTENT

    # ------------------------------------------------------------------ possessives

    def _possessive(self, s: Sentence, i: int, low: str) -> bool:
        """„sein Nachfolger“, „mit ihrer Informationsstelle“: the owner as a genitive of the noun that follows."""
        head = noun_after(s, i)
        if head < 0:
            return False
        owner = self._owner(s, i, "f" if low.startswith("ihr") else "mn", head)
        house = None
        # „hat mit ihrem Team 1.200 Briefe gelesen“: who is named did it
        along = s.low_at(i - 1) == "mit" and s.tokens[head].text in TEAMS
        if (
            owner is not None
            and owner.type is EntityType.PERSON
            and head == i + 1
            and head not in s.taken
            and not along
        ):
            house = self.house_of(owner, s.tokens[head].text)
        if house is not None:
            in_house(s, s.refer(i, head + 1, house, DETERMINERS[low]))
        elif owner is not None:
            s.arguments.append(Argument(i, i + 1, owner, marker="gen", cases="g", begin=i, reference=True, head=head))
        return True

    def _whose(self, s: Sentence, i: int, low: str) -> None:
        """„Dessen Geschäftsführer …“: the owner is what was named last, not the subject."""
        head = noun_after(s, i)
        if head < 0 or s.text_at(i - 1) == "," or (s.low_at(i - 1) in PREPOSITIONS and s.text_at(i - 2) == ","):
            return
        owner = self._owner(s, i, "f" if low == "deren" else "mn", head, last=True)
        if owner is not None:
            s.arguments.append(Argument(i, i + 1, owner, marker="gen", cases="g", begin=i, reference=True, head=head))

    def _owner(self, s: Sentence, i: int, gender: str, head: int, *, last: bool = False) -> Draft | None:
        clause = s.clause_of[i] if s.clause_of else 0
        owned = s.taken[head].draft if head in s.taken else None
        latest: Mention | None = None
        if not last and owned is not None and owned.type is EntityType.DOCUMENT and self._is_published(s, i):
            doer = _behind_verb(s, i, gender)
            if doer is not None:
                # „Ihren Bericht soll die FITKO vorlegen“: it is that of whoever does something with it
                return doer[0]
        after = s.taken.get(head + 1)
        # „die App, die ihr Vorgänger Uwe Kern bestellt hat“: only a person has one who is named
        peer = after is not None and after.type is EntityType.PERSON and self._is_peer(s, head)
        # „Das Amt untersteht seinem Haus“: so has only a person one
        peer = peer or s.tokens[head].text in HOUSES or s.tokens[head].text in TEAMS
        human = self.k.title_word(s.tokens[head].text) is not None
        # „Die ITEBO betreibt die Plattform. Deren Chefin …“: no platform has one
        chief = human and not s.tokens[head].text.startswith(_OF_WORKS)
        # „Eigner ist die Stadt Ulm. Deren Tochter …“
        branch = s.tokens[head].text in self.k.words("possessed-bodies")
        if last:
            wanted = BODY_TYPES if branch else frozenset({EntityType.ORGANISATION}) if human else frozenset()
            latest = self._latest(gender, wanted)
        elif (
            gender == "f"
            and len({m.draft.name for m in self.discourse.current if m.clause == clause and m.rank >= 0.7}) > 1
        ):
            return None  # „A und B entsenden ihre Leute“

        def quality(ago: int, m: Mention) -> float | None:
            if m.rank == 0 or m.draft is owned or (peer and m.draft.type is not EntityType.PERSON):
                return None
            fit = self._agrees(m, gender)
            if fit is None:
                return None
            if last:
                if ago == 0 and m.clause == clause and m.rank >= 0.7:
                    return None  # that one would be „sein“
                if chief and m.draft.type in _WITHOUT_CHIEF:
                    return None
                # a Geschäftsführer is one of a body, a Neufassung one of a thing; a place only if nothing else is near
                if human:
                    fit += 0.3 if m.draft.type is EntityType.ORGANISATION else 0.0
                elif m.draft.type is EntityType.PERSON:
                    fit -= 0.6
                fit -= 0.4 if is_place(m.draft) and not branch else 0.0
                return fit + (0.6 if m is latest else 0.0) + (0.2 if m.rank < 1 else 0.0)
            return fit + (0.3 if ago == 0 and m.clause == clause and m.rank >= 0.7 else 0.0)

        return self.discourse.best(1, quality, margin=0.05 if last else 0.15)

    def _is_published(self, s: Sentence, i: int) -> bool:
        """Whether the clause of a token tells that somebody publishes something."""
        return any(lemma in self._publishing for lemma, _, _ in _clause(s, i).lemmas)

    def _latest(self, gender: str, expected: frozenset[EntityType] = frozenset()) -> Mention | None:
        """What was named last, of those that agree and are expected, in this sentence or else the one before."""
        for line in (self.discourse.current, *self.discourse.lines[-1:]):
            fitting = [m for m in line if m.rank > 0 and self._agrees(m, gender) is not None]
            if expected:
                fitting = [m for m in fitting if m.draft.type in expected]
            else:
                fitting = [m for m in fitting if not is_place(m.draft)] or fitting
            if fitting:
                return max(fitting, key=lambda m: m.first)
        return None

    # ------------------------------------------------------------------ adverbs

    def _proadverb(self, s: Sentence, i: int, marker: str) -> None:
        """„arbeitet schon damit“, „dafür zuständig“: the thing last spoken of that the clause can take so."""
        clause = _clause(s, i)
        following = s.clauses[s.clause_of[i] + 1] if s.clause_of and s.clause_of[i] + 1 < len(s.clauses) else None
        if s.text_at(i + 1) == "," and following is not None and following.kind in {"sub", "infinitive"}:
            return  # „dafür, dass …“ points ahead
        if clause.opener == s.lower[i]:
            return
        expected = self.slots.expected(s, clause, marker)
        if not expected:
            return
        number = s.clause_of[i] if s.clause_of else 0

        def quality(ago: int, m: Mention) -> float | None:
            if m.rank == 0 or (ago == 0 and m.clause == number) or m.draft.type not in expected:
                return None
            if m.draft.type is EntityType.ORGANISATION:
                return 0.0 if marker in {"zu", "an", "in"} and m.draft.kind != "Party" else None
            if marker == "bei" and m.draft.type not in {EntityType.EVENT, EntityType.PROGRAMME}:
                return None
            if m.draft.type not in _TOPICS:
                return None
            late = ago == 0 and m.clause == max(n.clause for n in self.discourse.current if n.clause != number)
            return 0.7 if late else 0.3

        usable = expected if marker in {"mit", "auf", "von"} else ()
        found = self.discourse.best(1, quality) or self.discourse.about("mfn", usable, self._beside(s, number))
        if found is not None:
            argument = Argument(i, i + 1, found, marker=marker, cases="ad", begin=i, reference=True)
            if s.text_at(i - 1)[:1].isupper() and i - 1 not in s.taken and i > 1:
                argument.head = i - 1
            s.arguments.append(argument)
            s.taken[i] = argument

    def _there(self, s: Sentence, i: int) -> None:
        """„dort“, „wo“: the body, place or event last spoken of."""
        relative = s.lower[i] == "wo"
        if relative and s.text_at(i - 1) != ",":
            return
        clause = s.clause_of[i] if s.clause_of else 0
        expected = self.slots.expected(s, _clause(s, i), "in")
        opening = s.text_at(i - 1) in {":", ";", "–"} or (
            # „Das Jugendamt arbeitet ohne Papier, dort läuft …“
            s.text_at(i - 1) == "," and bool(s.clauses) and s.clauses[clause].kind == "main"
        )

        def quality(ago: int, m: Mention) -> float | None:
            if m.draft.type not in _SCENES or not m.draft.name or m.rank == 0 or (ago == 0 and m.clause == clause):
                return None
            if relative and (ago or not self._follows(s, m.last, i - 1)):
                return None
            fit = 0.3 if m.draft.type in expected else 0.0
            if ago == 0 and m.marker == "nach" and self._is_moved_to(s, m):
                return fit + _MOVED_TO
            if ago == 0 and m.rank >= 0.9:
                # „Lübeck geht eigene Wege: Dort …“
                fit += 0.3 if opening else -0.6
            return fit + (0.9 if m.marker in _SCENE_MARKERS and m.rank >= 0.4 else 0.0)

        found = self.discourse.best(1, quality)
        if relative and s.low_at(i + 1) in _WORKING:
            found = seated_in(s, i, found) or found
        if found is not None:
            marker = "auf" if found.type is EntityType.EVENT else "in"
            argument = Argument(i, i + 1, found, marker=marker, cases="d", begin=i, reference=True)
            s.arguments.append(argument)
            s.taken[i] = argument

    def _is_moved_to(self, s: Sentence, m: Mention) -> bool:
        """„X ist nach Nürnberg gegangen, sie leitet dort …“: where somebody has gone, if it is no body in a town."""
        if not 0 <= m.clause < len(s.clauses):
            return False
        moving = self.k.words("moving-verbs")
        bodies = (a for a in s.arguments if a.clause == m.clause and a.marker == "zu")
        return any(lemma in moving for lemma, _, _ in s.clauses[m.clause].lemmas) and not any(bodies)

    @staticmethod
    def _follows(s: Sentence, first: int, last: int) -> bool:
        """„aus Gera zu hören, wo …“: between the place and the comma stand only verbs and the like."""
        return last - first <= 4 and all(s.tokens[j].text[0].islower() and j not in s.taken for j in range(first, last))

    @staticmethod
    def _opens(s: Sentence, i: int) -> bool:
        """Whether token `i` begins its sentence or what is quoted, so that its capital says nothing."""
        return i == 0 or s.tokens[i - 1].text in {"„", ":", "–", "»"}


def _is_done(clause: Clause, i: int) -> bool:
    """Whether token `i` is the participle of a clause: „Bezahlt hat es …“."""
    return any(at == i and participle for _, at, participle in clause.lemmas)


def _opens_done(s: Sentence, clause: Clause, i: int) -> bool:
    """„Bezahlt hat sie …“: whether a main clause opens with its participle, before token `i`."""
    first = next((j for j in clause.tokens if s.tokens[j].text[0].isalnum()), i)
    return clause.kind == "main" and first < i and _is_done(clause, first)


def _after_colon(s: Sentence, i: int) -> int:
    """Index of the token after the last colon before token `i`; 0 if there is none."""
    return next((j + 1 for j in range(i - 1, 0, -1) if s.tokens[j].text == ":"), 0)


def _done(s: Sentence, clause: Clause, i: int) -> bool:
    """„Umgesetzt hat das Dataport“: whether „das“ follows what has been done, and no clause tells what it is."""
    first = clause.tokens[0]
    opens = s.lower[first] == "möglich" or any(done and at <= first + 1 for _, at, done in clause.lemmas)
    return clause.kind == "main" and opens and i > first and s.tokens[-1].text not in {":", "?"}


def _may_be_it(m: Mention) -> bool:
    """Whether „das“ that stands alone may mean it: a work that is known to be neuter."""
    return m.draft.type in WORKS and "n" in (m.genders or m.draft.genders)


def in_house(s: Sentence, house: Argument) -> None:
    """„eine Behörde seines Hauses“, „eine Behörde in seinem Geschäftsbereich“: what is called so is of the house."""
    noun = house.begin - 1
    within = house.marker == "in" and s.text_at(house.last - 1).startswith("Geschäftsbereich")
    whose = house.marker == "np" and s.low_at(house.begin).endswith("es") and s.text_at(house.last - 1).endswith("s")
    one = any(s.low_at(i) in ONE for i in (noun - 1, noun - 2)) and noun not in s.taken
    if (within or whose) and one and s.text_at(noun)[:1].isupper():
        house.marker, house.cases, house.head = "gen", "g", noun


def noun_after(s: Sentence, i: int) -> int:
    """Index of the noun whose possessive token `i` is; adjectives may stand between. -1 if there is none."""
    for j in range(i + 1, min(i + 5, len(s.tokens))):
        text, low = s.tokens[j].text, s.lower[j]
        if j in s.taken and not s.taken[j].adjective:
            return s.taken[j].last - 1
        if text[0].isupper():
            return j
        if (
            low in PREPOSITIONS
            or low in DETERMINERS
            or low in PROADVERBS
            or text[-1] not in "enrms"
            or not text[0].isalpha()
        ):
            return -1
    return -1


def _clause(s: Sentence, i: int) -> Clause:
    return s.clauses[s.clause_of[i]]


def _told_side_by_side(ranked: Sequence[Mention], leader: Mention, found: Sequence[Draft]) -> list[Draft]:
    """„Die GKD betreut Kommunen, darunter Ulm und Aalen, die KDO drei. Beide …“: the two of the subject's type."""
    if leader.draft in found or any(d.type is leader.draft.type for d in found):
        return []
    told = (m.draft for m in ranked if m.draft.type is leader.draft.type and m.marker == "np" and not m.reference)
    pair = list(dict.fromkeys((leader.draft, *told)))
    return pair if len(pair) == _PAIR else []


def _verbs(s: Sentence, clause: Clause) -> list[int]:
    """Tokens of the clause that are verbs, auxiliaries and modals included."""
    found = {i for _, i, _ in clause.lemmas}
    found |= {i for i in clause.tokens if s.lower[i] in AUXILIARIES or s.lower[i] in MODALS}
    return sorted(i for i in found if s.tokens[i].text.islower() or i == clause.tokens[0])


def _behind_verb(s: Sentence, i: int, gender: str) -> tuple[Draft | None] | None:
    """Who stands right behind the verb of a clause that a possessive opens; no draft for a noun that names nobody."""
    clause = _clause(s, i)
    if any(s.tokens[j].text[0].isalnum() for j in clause.tokens if j < i):
        return None
    helping = [j for j in clause.tokens if s.lower[j] in MODALS or AUXILIARIES.get(s.lower[j]) == "haben"]
    if not helping or not any(j > helping[0] for _, j, _ in clause.lemmas):
        return None
    at = helping[0] + 1
    article = s.low_at(at)
    if article in _BARE_ARTICLES and (article == "die") is not (gender == "f"):
        return None
    named = next((a for a in s.arguments if a.begin == at and a.type in BODY_TYPES and "n" in a.cases), None)
    if named is not None and not named.adjective:
        return (named.draft,)
    alone = article in _BARE_ARTICLES and s.text_at(at + 1)[:1].isupper() and at + 1 not in s.taken
    return (None,) if alone else None


def _singular(s: Sentence, i: int) -> bool:
    """Whether the finite verb of the clause that holds token `i` is singular."""
    clause = _clause(s, i)
    forms = [s.lower[j] for _, j, participle in clause.lemmas if not participle]
    forms += [s.lower[j] for j in clause.tokens if s.lower[j] in MODALS or s.lower[j] in AUXILIARIES]
    return any(not w.endswith("n") and w not in {"sind", "seien"} for w in forms)


def _just_goes(s: Sentence, clause: Clause) -> bool:
    """„Er geht Ende September“: nothing but a time is said of whoever goes; a portal „geht im Mai online“."""
    verbs = {at for _, at, _ in clause.lemmas}
    words = [i for i in clause.tokens if s.tokens[i].text[0].isalnum() and i not in verbs]
    told = [i for i in words if i in s.dated]
    return {lemma for lemma, _, _ in clause.lemmas} == {"gehen"} and bool(told) and len(words) - len(told) == 1


def _tells_of_body(s: Sentence) -> bool:
    """„Es wird vom Land gefördert und hat seinen Sitz in Ulm“: whether a sentence says what only a body has."""
    return not _OF_BODIES.isdisjoint(s.lower)
