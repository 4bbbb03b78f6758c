"""Titles after the names of their holders: „Denis Alt, Staatssekretär im …“, „Popp (Amtschef)“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import ADDRESS
from govgraph.extract.offices.title_phrases import (
    AT,
    CLOSERS,
    LONGEST_REST,
    OF_ONE,
    TitlePhrases,
    after_origin,
    may_bear,
)
from govgraph.extract.state import BODY_TYPES, Argument
from govgraph.extract.word_sets import union, without
from govgraph.language.grammar import AUXILIARIES, COORDINATORS, DETERMINERS, PREPOSITIONS
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence

_OF_DAYS = frozenset({"vor", "zum"})
_FILLERS = frozenset({"zugleich", "auch", "heute", "seit", "noch", "derzeit", "von", "bis", "ab", "zum", "im", "in",
                      "nun", "nunmehr", "jetzt", "weiterhin", "außerdem", "dann", "erst", "wieder", "selbst",
                      "mittlerweile", "inzwischen", "an", "am", "lange", "jahrelang", "vorher", "unter", "anderem",
                      "danach", "anschließend", "daraufhin", "schließlich", "später", "seither", "seitdem",
                      "zudem", "ebenfalls", "gleichzeitig", "unterdessen", "sondern", "vor", "kurzem",
                      "zuständig", "verantwortlich", "tätig", "beschäftigt", "dort", "angesiedelt", "angestellt",
                      "beheimatet", "daheim", "sowohl", "ganz"})  # fmt: skip
"""Small words that may stand between a name and its title; `office-adverbs` has those that tell a status."""
LONGEST_VERB = 3
_OPENERS = frozenset({",", "(", "–", "-"})
_TIMES = frozenset({"ab", "bis", "bislang", "bisher", "damals", "seit", "seither", "seitdem"})
"""Words that open a time before the verb."""
_COMPLEMENT = frozenset({"im", "in", "beim", "bei", "der", "des", "von", "vom"})
_LONGEST_SINCE = 6
"""How many words „seit der Gründung im Jahr 1992“ may have."""
_LONGEST_BRACKET = 6
_NEAR_END = 6
"""How many words after „bis“ the noun may stand that tells how somebody left."""
_OF_MEN = frozenset({"einem", "einen", "ihrem", "ihren", "seinem", "seinen"})
"""Determiners of a masculine noun that is no subject, and may be one for a man: „lobte A seinen Gast, Landrat …“."""
_AGENTS = ("ant", "ent", "er", "ern", "ers", "ert", "ge", "gen", "in", "ist", "isten", "or", "te", "ten")
"""How nouns for people end, „Gast“ and the like apart, which are listed."""


class TitlesAfterNames:
    """Finds the names before titles.

    Args:
        knowledge: Compiled vocabulary.
        phrases: Finds where titles end.

    Attributes:
        fillers: Small words that may stand between a name and its title.
        status: What adverbs there tell of the office.
    """

    def __init__(self, knowledge: Knowledge, phrases: TitlePhrases) -> None:
        self.k = knowledge
        self.phrases = phrases
        self._contrast = knowledge.words("contrast-adverbs")
        self._ends = knowledge.words("ends-of-service")
        ends = without(knowledge.words("until-times"), _OF_DAYS)
        self.fillers = union(_FILLERS, knowledge.words("still-adverbs"), knowledge.words("manner-of-office"), ends)
        self.status = {
            word: status
            for name, status in (
                ("former-adverbs", Status.FORMER),
                ("designated-adverbs", Status.DESIGNATED),
                ("acting-adverbs", Status.ACTING),
            )
            for word in knowledge.words(name)
        }

    def after_name(
        self, s: Sentence, title: Argument, people: Sequence[Argument], titles: Sequence[Argument]
    ) -> Argument | None:
        """„Denis Alt, Staatssekretär im …, und CIO“, „Popp (Amtschef der Staatskanzlei)“."""
        owner = _owner_at(s, title)
        before = [p for p in people if p.last <= (title.first if owner < 0 else owner)]
        if not before or before[-1].marker == ADDRESS or title.role is None or title.role.plural:
            return None
        board = title.marker == "in" and title.role.name == "Vorstand"
        if title.marker not in {"np", "bracket"} and not board:
            return None
        person = before[-1]
        start = self._after_bracket(s, after_origin(s, person), title.first)
        if start >= title.first or (s.low_at(start + 1) == "sondern" and s.low_at(start + 2) != "auch"):
            # „nicht mehr Uwe Brandt, sondern die Ministerin“
            return None
        if self._is_predicate(s, person, title, titles):
            return None
        if board:
            # „Anna Weber, im Vorstand der AKDB für den Vertrieb zuständig, …“
            beside = s.text_at(start) in {",", "–"} and self._light(s, start + 1, person, title, titles)
            return person if beside and not self._has_verb(s, person, title) else None
        if s.tokens[start].text not in _OPENERS:
            return person if self._after_verb(s, person, title) else None
        if (
            s.low_at(title.begin) in {"ein", "eine"}
            and s.clause_of
            and s.clause_of[title.first] != s.clause_of[person.first]
        ):
            # „Kommissarisch führt es X, ein Direktor wird noch gesucht“
            return None
        if not self._light(s, start + 1, person, title, titles):
            return person if self._after_verb(s, person, title) else None
        if s.clauses and s.clause_of[title.first] != s.clause_of[person.first]:
            # „Vorsitzende ist Anna Weber, Stellvertreter ist Uwe Brandt“
            begins = AUXILIARIES.get(s.low_at(self.phrases.phrase_end(s, title))) in {"sein", "werden"}
            if begins or s.clauses[s.clause_of[title.first]].kind != "main":
                return None
        return None if self._has_verb(s, person, title) else person

    def _is_predicate(self, s: Sentence, person: Argument, title: Argument, titles: Sequence[Argument]) -> bool:
        """„Bis März war Jens Ott, Amtschef im Ministerium, CIO des Landes“: what „war“ says, behind an apposition."""
        if not s.clauses or not any(person.last < other.first < title.first for other in titles):
            return False
        clause = s.clauses[s.clause_of[person.first]]
        verb = next((i for i in clause.tokens if AUXILIARIES.get(s.lower[i]) == "sein"), -1)
        start = clause.tokens[0]
        if (
            not start < verb < person.first
            or clause.verbs - {"sein"}
            or s.clauses[s.clause_of[title.first]].kind != "main"
        ):
            return False
        timed = (
            s.lower[start] in _TIMES or s.lower[start] in self.status or any(i in s.dated for i in range(start, verb))
        )
        # „, CIO des Landes“, „, nebenbei CIO des Landes“, not „, CIO des Landes, und“
        comma = next((i for i in range(title.first - 1, person.last, -1) if s.text_at(i) == ","), -1)
        closed = any(person.last < other.first < comma for other in titles)
        return timed and closed and s.text_at(self.phrases.phrase_end(s, title)) not in {",", "(", "–"}

    def _has_verb(self, s: Sentence, person: Argument, title: Argument) -> bool:
        verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas if person.last <= i < title.first}
        return any(s.lower[i] not in self.fillers for i in verbs)

    def after_pronoun(self, s: Sentence, title: Argument, titles: Sequence[Argument]) -> Argument | None:
        """„2004 gehörte sie, inzwischen IT-Leiterin des Kreises, zu den Gründern“: beside a pronoun for a person."""
        nearest = [a for a in s.arguments if a.type is EntityType.PERSON and a.last <= title.first]
        nearest.sort(key=lambda a: a.first)
        if not nearest or not nearest[-1].reference or s.lower[nearest[-1].first] not in {"er", "sie"}:
            return None
        return self.after_name(s, title, nearest[-1:], titles) if s.text_at(nearest[-1].last) == "," else None

    def _after_bracket(self, s: Sentence, i: int, end: int) -> int:
        """Index after „(links)“, „(SPD)“, „, 54“ behind a name, where a comma follows it before the title at `end`."""
        if s.text_at(i) == "," and s.text_at(i + 1).isdigit() and s.text_at(i + 2) == ",":
            return i + 2
        if s.text_at(i + 1) == "," and s.lower[i] in self._contrast:
            return i + 1
        if s.text_at(i) == "," and s.text_at(i + 1) in self.k.words("person-nouns") and s.text_at(i + 2) == ",":
            # „Anna Weber, Juristin, bislang Leiterin der Abteilung, …“
            return i + 2
        if s.text_at(i) == "(":
            for j in range(i + 1, min(i + _LONGEST_BRACKET, end)):
                if s.tokens[j].text == ")":
                    return j + 1 if s.text_at(j + 1) in {",", "–"} else i
        return i

    def _light(self, s: Sentence, start: int, person: Argument, title: Argument, titles: Sequence[Argument]) -> bool:
        """Whether only adverbs, times, adjectives and other titles stand between the comma and the title."""
        ended = self.past_end(s, start, title.first)
        for i in range(start, title.first):
            text, low = s.tokens[i].text, s.lower[i]
            taken = s.taken.get(i)
            if i < ended or (low == "zu" and s.text_at(i + 1) == "Hause"):
                continue
            if (ended > start and low in PREPOSITIONS) or (low == "der" and s.low_at(i - 1) in AT):
                # „bis zum Wechsel nach Berlin CDO“, „in der Staatskanzlei beheimatet und CDO der Stadt“
                named = s.taken.get(i + 1)
                if named is not None and named.draft is not None and named.type is not EntityType.PERSON:
                    continue
            if taken is not None and (
                taken.role is not None or taken.adjective or taken.cases == "g" or taken.draft is not None
            ):
                # „Karin Moll, Webers Stellvertreterin, …“
                owns = taken.cases == "g" and taken.first == start and taken.last == title.first
                if taken.type is EntityType.PERSON and not owns:
                    return False
                continue
            if i in s.dated or low in self.fillers or low in self.status:
                continue
            if low in DETERMINERS or low in COORDINATORS or (low[-1:] in "ermns" and text[0].islower()):
                if low in {"die", "der", "das"} and not _noun_phrase(i, title):
                    return False
                if self._is_verb(low):
                    return False
                continue
            if low[-1:].isdigit() or text in {".", ","}:
                if text == "," and not any(t.last <= i for t in titles if t.first >= person.last):
                    return False
                continue
            if not text[0].isupper():
                return False
        return True

    def past_end(self, s: Sentence, start: int, end: int) -> int:
        """Index after „bis zu ihrer Pensionierung“, „bis zum Wechsel nach Ulm“ at a token; the token itself without."""
        if s.low_at(start) != "bis" or s.low_at(start + 1) not in {"zu", "zum", "zur"}:
            return start
        return next((i + 1 for i in range(start + 2, min(start + _NEAR_END, end)) if s.text_at(i) in self._ends), start)

    def _is_verb(self, low: str) -> bool:
        lemma = self.k.lemma(low)
        return lemma.endswith("en") and lemma != low and low[-1] in "te" and not low.endswith(("te", "ende"))

    def _after_verb(self, s: Sentence, person: Argument, title: Argument) -> bool:
        """„… hat Klaus Vitt die Sitzungen geführt, der CIO des Bundes“: an apposition that comes after the verb.

        It follows a comma, begins with an article that agrees with the person, ends with its phrase, and no other
        person stands before it.
        """
        role = title.role
        comma = title.begin - 1
        if role is None or comma < 1:
            return False
        if s.lower[title.first - 1] not in DETERMINERS and self._bare_after_verb(s, person, title):
            return True
        if s.tokens[comma].text != "," or not (s.lower[title.begin] in OF_ONE or _of_another(s, person, title)):
            return False
        if person.draft is None or (person.draft.feminine is not None and person.draft.feminine is not role.feminine):
            return False
        end = self.phrases.phrase_end(s, title)
        if end < len(s.tokens) and s.tokens[end].text not in CLOSERS and s.lower[end] not in COORDINATORS:
            return False
        verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
        if comma > person.last and all(
            i in verbs or s.lower[i] in self.k.words("particles") for i in range(person.last, comma)
        ):
            return True
        others = [a for a in s.arguments if a.type is EntityType.PERSON and a.draft is not person.draft]
        if any(a.first < title.first for a in others if not a.reference):
            return False
        last = s.clause_of[comma - 1] if s.clause_of else 0
        return bool(s.clauses) and s.clause_of[person.first] == last and bool(s.clauses[last].lemmas)

    def _bare_after_verb(self, s: Sentence, person: Argument, title: Argument) -> bool:
        """„Seinen Platz nahm Martin Hagen ein, Referatsleiter bei …“: only the end of the verb stands between.

        With more between them, such as an object, nobody else may be named: „Im Rat hat A den Vorsitz, Landrat in …“.
        """
        role = title.role
        comma = self._comma_of(s, person, title)
        if role is None or comma < 0 or not may_bear(person.draft, role):
            return False
        end = _past_since(s, self.phrases.phrase_end(s, title))
        closed = end >= len(s.tokens) or s.tokens[end].text in CLOSERS or s.lower[end] in COORDINATORS
        if not closed and s.lower[end] not in _COMPLEMENT:
            return False
        verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
        last = comma - 1
        ends = last in verbs or s.lower[last] in self.k.words("particles")
        near = comma - person.last <= LONGEST_VERB
        if near and ends and all(i in verbs or i not in s.taken for i in range(person.last, comma)):
            return True
        done = s.text_at(last) in self.k.words("done-nouns") and s.lower[last - 1] in DETERMINERS
        done = done or self._ends_apart(s, person, comma, end)
        return (ends or done) and closed and _only_one(s, person, comma)

    def _ends_apart(self, s: Sentence, person: Argument, comma: int, end: int) -> bool:
        """„Auf dem Podium nahm Anna Weber Platz, Staatssekretärin im …“: what comes last is of who acts.

        The person stands after the verb, and no noun for somebody stands between: „… lobte A den Festredner, …“.
        """
        if s.text_at(end) not in {"", ".", "?", "!"} or person.marker != "np" or not person.nominative or not s.clauses:
            return False
        clause = s.clauses[s.clause_of[person.first]]
        if clause.kind != "main" or not any(at < person.first for _, at, _ in clause.lemmas):
            return False
        nouns = [i for i in range(person.last, comma) if s.tokens[i].upper and i not in s.dated]
        nouns = [i for i in nouns if s.tokens[i].text not in self.k.words("nouns-for-things")]
        return not any(s.lower[i - 1] in _OF_MEN or self._may_be_somebody(s.tokens[i].text) for i in nouns)

    def _may_be_somebody(self, noun: str) -> bool:
        """„Festredner“, „Kollegin“, „Assistent“: whether a noun can be one for a person, by the list or its end."""
        return noun in self.k.words("person-nouns") or noun.endswith(_AGENTS)

    def _comma_of(self, s: Sentence, person: Argument, title: Argument) -> int:
        """The comma before a bare title and what may stand between: „, im Innenministerium Leiterin“; -1 without."""
        aside = self.k.words("side-offices")
        comma = title.first - 1
        owner = _owner_at(s, title)
        comma = comma if owner < 0 else owner - 1
        while comma > person.last and s.tokens[comma].text != ",":
            taken, text = s.taken.get(comma), s.tokens[comma].text
            within = taken is not None and taken.type in BODY_TYPES and taken.marker in {"in", "bei"}
            light = s.lower[comma] in self.fillers or s.lower[comma] in self.status or text in aside
            if not (light or within or comma in s.dated or s.lower[comma] in AT or self._is_time(s, comma)):
                return -1
            comma -= 1
        return comma if 0 < comma - person.last <= LONGEST_REST and s.tokens[comma].text == "," else -1

    def _is_time(self, s: Sentence, i: int) -> bool:
        """„Jahr“ in „, bis vergangenes Jahr CIO von Hessen“."""
        return s.tokens[i].text in self.k.words("time-nouns") and s.low_at(i - 1)[-1:] in "mnrs"


def _past_since(s: Sentence, end: int) -> int:
    """Index after „seit deren Gründung 1992“ behind a title, where nothing but that stands before a closing mark."""
    if s.low_at(end) != "seit":
        return end
    return next((i for i in range(end + 1, min(end + _LONGEST_SINCE, len(s.tokens))) if s.text_at(i) in CLOSERS), end)


def _owner_at(s: Sentence, title: Argument) -> int:
    """Token of „Webers“ in „…, Webers Staatssekretär und CIO des Landes“, right after a comma; -1 without."""
    after = title.first - 1 if s.text_at(title.first - 1) in {"’", "'"} else title.first
    owner = s.taken.get(after - 1)
    if owner is None or owner.draft is None or s.text_at(owner.first - 1) != ",":
        return -1
    owns = owner.cases == "g" or after < title.first
    return owner.first if owns and owner.type in {EntityType.PERSON, EntityType.MUNICIPALITY} else -1


def _noun_phrase(i: int, title: Argument) -> bool:
    return title.begin <= i < title.first or title.first - i <= 4


def _of_another(s: Sentence, person: Argument, title: Argument) -> bool:
    """„So eröffnete Anna Weber die Tagung, seine Staatssekretärin …“: the possessive is one of somebody else.

    „Anna Weber verlor eine Vertraute, ihre Staatssekretärin“ and „… einen Freund, seinen …“ may be of the subject.
    """
    role = title.role
    if role is None or person.draft is None or not s.clauses:
        return False
    nominative = s.lower[title.begin] in ({"seine"} if role.feminine else {"ihr", "sein"})
    clause = s.clauses[s.clause_of[person.first]]
    return nominative and person.nominative and any(at < person.first for _, at, _ in clause.lemmas)


def _only_one(s: Sentence, person: Argument, comma: int) -> bool:
    """Whether a clause that ends with a comma names nobody else, and nothing after the person."""
    if not s.clauses or s.clause_of[person.first] != s.clause_of[comma - 1]:
        return False
    return not any(
        a.first < comma
        and a.draft is not None
        and a.draft is not person.draft
        and (a.first >= person.last or a.type is EntityType.PERSON)
        for a in s.arguments
    )
