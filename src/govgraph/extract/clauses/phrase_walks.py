"""The phrase that ends in a noun or a name: where it begins, its preposition or case, and the noun it hangs on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.clauses.dative_ihr import is_dative_ihr
from govgraph.extract.clauses.extended import attribute_start
from govgraph.extract.state import PLACES
from govgraph.language.grammar import (
    AUXILIARIES,
    BARE_ADVERBS,
    CONTRACTED_CASES,
    COORDINATORS,
    DETERMINERS,
    INFINITIVE_OPENERS,
    MODALS,
    NUMBER_WORDS,
    PARTICIPLE,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Sentence

_WITH_ARTICLE = frozenset({"Bund", "EU", "Freistaat", "Freistaats", "Land", "Saarland", "Saarlands"})
"""Names of Länder, and words before them, that take an article."""
_AFTER_NAME = frozenset('“”"»«‘)')
_QUOTES = frozenset("„“”\"«»‚‘'")
_OPENING = frozenset({"als", "bis", "seit"})
"""Words that open a clause where a finite verb ends it, and a phrase elsewhere."""
_STOPS = frozenset({",", ";", ":", ".", "!", "?", "–"})
_SHORTEST = 2
SO_FAR = frozenset(
    {
        "auch",
        "außerdem",
        "bereits",
        "bisher",
        "bislang",
        "ebenfalls",
        "inzwischen",
        "jetzt",
        "künftig",
        "längst",
        "noch",
    }
    | {"mittlerweile", "neuerdings", "nun", "schon", "seitdem", "seither", "vorerst", "zudem"}
)
"""Adverbs that part a relative pronoun from the name after it, which is not its noun."""
_ABOUT = frozenset(
    {"ca", "circa", "etwa", "fast", "gut", "insgesamt", "knapp", "mindestens", "rund", "zirka", "zunächst"}
)
"""Words before a number that govern nothing."""
_OF = frozenset({"von", "vom"})
_EXAMPLES = frozenset({"darunter", "namentlich", "nämlich"})
_ADVERBIAL = frozenset({("unter", "anderem"), ("vor", "allem"), ("allen", "voran"), ("vor", "allen")})
"""Prepositions with their word that make an adverb and govern no name after them."""
_FIXED = {
    "unter": {"anderem", "anderen", "ihnen"}, "vor": {"allem"}, "zum": {"beispiel"}, "als": {"auch"},
    "bis": {"dahin", "dato", "eben", "gestern", "heute", "jetzt", "morgen", "vorgestern", "zuletzt", "übermorgen"},
}  # fmt: skip
"""Prepositions that with the word after them are adverbs."""
_BEGINNING = frozenset({":", "–", "„", "»"})
"""Marks after which a sentence may begin: „Wechsel im Rat: Auf Anna Weber folgt …“."""
_CLOSING = frozenset(',;:.!?–—()“”"')
_WITH_ZU = re.compile(r"^[a-zäöüß]+zu[a-zäöüß]+en$")


class PhraseWalker:
    """Walks back from a noun or a name to where its phrase begins.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._k = knowledge
        self._belonging = knowledge.words("belonging-nouns")
        self._academic = knowledge.words("academic-titles")
        self._times = knowledge.words("time-nouns")

    def noun_marker(self, s: Sentence, i: int) -> tuple[str, str, int]:
        """Marker, cases and head of the phrase whose noun is token `i`."""
        marker, cases, head, _, _ = self.walk(s, i)
        return marker, cases, head

    def walk(self, s: Sentence, i: int) -> tuple[str, str, int, int, str]:
        """Marker, cases, head, begin and introducing noun of the phrase that ends in token `i`."""
        j = i - 1
        noun = ""
        steps = 0
        while j >= 0 and steps < 7:
            text, low = s.tokens[j].text, s.lower[j]
            taken = s.taken.get(j)
            if j in s.relatives and low in {"dessen", "deren"} and j and s.lower[j - 1] in PREPOSITIONS:
                if noun in self._belonging:
                    # „zu deren Mitgliedern Ulm und Gera zählen“
                    break
                return PREPOSITIONS[s.lower[j - 1]], "ad", -1, j - 1, noun
            if j in s.dated or j in s.relatives or low in _EXAMPLES or (low == "an" and _until(s, j)):
                break
            if self._conjunction(s, j):
                break
            if low in _FIXED and j + 1 < len(s.lower) and s.lower[j + 1] in _FIXED[low]:
                break
            if (s.low_at(j - 1), low) in _ADVERBIAL or (j + 1 == i and low in BARE_ADVERBS):
                break
            if _counts(s, j):
                # „in rund 200 Kommunen“, „in mehr als zwanzig Kommunen“
                j -= 2 if low == "als" else 1
                continue
            opens = j == 0 or s.tokens[j - 1].text in _BEGINNING
            if (low in PREPOSITIONS and (text[0].islower() or opens)) or low in CONTRACTED_CASES:
                if (taken is not None and not taken.adjective) or (low == "während" and j + 1 == i):
                    break
                head = self._noun_before(s, j)
                if low in _OF and _stands_in(s, j - 1):
                    # „Anstelle von A leitet nun B das Amt“
                    return "statt", "d", -1, j - 1, noun
                return PREPOSITIONS[low], CONTRACTED_CASES.get(low, "ad"), head, j, noun
            if low in DETERMINERS and (text[0].islower() or j == 0 or not text[0].isalpha() or low != text):
                if low in {"dessen", "deren"}:
                    if s.low_at(j - 1) in PREPOSITIONS:
                        # „Für deren Umsetzung ist A zuständig“
                        return PREPOSITIONS[s.lower[j - 1]], "ad", -1, j - 1, noun
                    return "np", "nad", -1, j, noun
                if low in {"sein", "ihr"} and not noun and j + 1 == i and s.tokens[i].text[0].islower():
                    break
                if is_dative_ihr(s, j):
                    break
                if j + 1 == i and low in RELATIVES and s.text_at(j - 1) == "," and _is_bare_place(s, i):
                    # „die Genossenschaft, der Ulm angehört“: the name of a town or Land stands without an article
                    break
                if low in RELATIVES and s.text_at(j - 1) == "," and SO_FAR.issuperset(s.lower[j + 1 : i]) and j + 1 < i:
                    # „der Verbund, dem bereits Hamburg angehört“
                    break
                return self._determined(s, j, DETERMINERS[low], noun)
            if low == "namens":
                j -= 1
                continue
            if text == "." and s.low_at(j - 1).isdigit():
                # „zum 4. Forum“: the dot of an ordinal number
                j -= 1
                continue
            if text in _QUOTES or (low in {"dr", "prof", "."} and steps < 3 and self._is_title(s, j)):
                j -= 1
                continue
            if taken is not None and not taken.adjective:
                if taken.role is not None and taken.last == j + 1 and not noun:
                    noun = taken.role.name
                    j = taken.first - 1
                    steps += 1
                    continue
                if taken.cases == "g" and taken.last == j + 1:
                    if not noun and j + 1 < i and _is_person(s.taken.get(i)):
                        # „Als Präsidentin der FITKO eröffnete Anna Weber die Tagung“: a verb, and no adjective
                        break
                    # a prenominal genitive takes the place of the article
                    j = taken.first - 1
                    continue
                break
            if low in AUXILIARIES or low in MODALS or not text[0].isalnum() or _is_finite(s, j):
                break
            if text[0].isupper() and j > 0 and not (noun and taken is not None and taken.adjective):
                if noun or text.endswith("-") or (j + 1 < i and _counts(s, j + 1)):
                    # „nach Firmenangaben gut 200 Verwaltungen“: a number begins a phrase of its own
                    break
                noun = self._k.lemma(text)
            elif (taken is not None and taken.adjective) or (
                low[-1:] in "ernms" and len(low) > 3 and low not in COORDINATORS
            ):
                if self._plainly_verb(s, j):
                    break
                article = attribute_start(s, j)
                if article >= 0:
                    return self._determined(s, article, DETERMINERS[s.lower[article]], noun)
                if (
                    self._k.lemma(low) != low
                    and self._k.lemma(low).endswith("en")
                    and not low.endswith(("en", "te", "ter", "ten", "tes"))
                    and s.low_at(j - 1) not in DETERMINERS
                ):
                    # „auf die eigene Plattform X“: between an article and its noun stands no verb
                    break
            elif low == "und" and j > 0 and s.tokens[j - 1].text.endswith("-") and noun:
                j -= 1
            elif not low.isdigit():
                if text[0].isupper() and j == 0 and not noun:
                    noun = self._k.lemma(text)
                    j -= 1
                break
            j -= 1
            steps += 1
        return "np", "nad", -1, j + 1, noun

    def _plainly_verb(self, s: Sentence, j: int) -> bool:
        """„An der Spitze des Amts stehen A und B“, „Der Rat der AKDB wählte A“: a verb, no adjective."""
        low = s.lower[j]
        past = low.endswith(("te", "ten")) and not PARTICIPLE.search(low)
        return ("verb", self._k.lemma(low) if past else low) in self._k.frames and s.low_at(j - 1) not in DETERMINERS

    def _conjunction(self, s: Sentence, j: int) -> bool:
        """„wie das Bundesland …“, „als der Minister …“, „um die E-Akte einzuführen“: a clause begins, no phrase."""
        low = s.lower[j]
        opens = j == 0 or not s.tokens[j - 1].text[0].isalnum()
        if low in _OPENING and opens and self._verb_last(s, j):
            return True
        if low not in {"als", "wie"} and low not in INFINITIVE_OPENERS:
            return False
        if low in INFINITIVE_OPENERS:
            return opens and _has_zu(s, j)
        after = s.lower[j + 1] if j + 1 < len(s.tokens) else ""
        if low == "als" and after in POSSESSIVES and _titled(s, j + 2):
            return False
        return opens and (low == "wie" or after in DETERMINERS or after in {"wir", "ich", "er", "sie", "es"})

    def _verb_last(self, s: Sentence, j: int) -> bool:
        """„Als Anna Weber 2019 CIO wurde, …“: whether a finite verb ends the stretch that begins at a token."""
        end = _stop_after(s, j)
        named = s.taken.get(j + 1)
        if named is not None and named.type is EntityType.PERSON and named.last == end and s.text_at(end) == ",":
            # „Seit Anna Weber, eine Juristin, in Pension ging, …“
            end = _stop_after(s, _stop_after(s, end))
        last = end - 1
        low = s.low_at(last)
        if last - j < _SHORTEST or not s.tokens[last].text[0].islower() or last in s.taken:
            return False
        if low in AUXILIARIES or low in MODALS:
            return True
        lemma = self._k.lemma(low)
        participle = low.endswith("en") or (low.endswith("t") and PARTICIPLE.search(low))
        return lemma != low and lemma.endswith("n") and not participle and not low.endswith("er")

    def _is_title(self, s: Sentence, j: int) -> bool:
        """„Dr.“, „Prof.“: whether a token is an academic title, or the dot of one."""
        text = s.tokens[j].text
        titles = self._academic
        return text in titles or (text == "." and j > 0 and s.tokens[j - 1].text in titles)

    def _determined(self, s: Sentence, j: int, cases: str, noun: str) -> tuple[str, str, int, int, str]:
        """A phrase that begins with a determiner: a preposition before it, or a noun that it is the genitive of."""
        if j > 0:
            before, low = s.tokens[j - 1].text, s.lower[j - 1]
            if self._conjunction(s, j - 1) or (low == "an" and _until(s, j - 1)):
                return "np", cases, -1, j, noun
            if low in PREPOSITIONS and (before[0].islower() or j == 1 or s.tokens[j - 2].text in {".", ":", "„"}):
                governed = "".join(c for c in cases if c in "adg") or "ad"
                head = self._noun_before(s, j - 1)
                return PREPOSITIONS[low], governed, head, j - 1, noun
            owned = j - 1
            if before in _AFTER_NAME:
                # „das Programm „X“ des Landes“, „die Anstalt X (Y) des Landes“
                named = self._noun_before(s, j)
                owned = named if named in s.taken and s.taken[named].draft is not None else owned
            if (
                "g" in cases
                and self.is_noun(s, owned)
                and not _is_place(s.taken.get(owned))
                and s.lower[j]
                in {
                    "der",
                    "des",
                    "eines",
                    "einer",
                    "unserer",
                    "unseres",
                    "dieser",
                    "dieses",
                    "ihrer",
                    "ihres",
                    "seiner",
                    "seines",
                    "deren",
                    "dessen",
                }
            ):
                return "gen", "g", owned, j, noun
        return "np", cases, -1, j, noun

    def _noun_before(self, s: Sentence, j: int) -> int:
        """Index of the noun right before token `j`, a bracket between them passed over; -1 if there is none."""
        i = j - 1
        if i > 1 and s.tokens[i].text == ")":
            while i > 0 and s.tokens[i].text != "(":
                i -= 1
            i -= 1
        elif i > 0 and s.tokens[i].text in _QUOTES:
            i -= 1
        if i in s.dated or (i >= 0 and self._k.lemma(s.tokens[i].text) in self._times):
            return -1
        return i if i >= 0 and self.is_noun(s, i) else -1

    def is_noun(self, s: Sentence, i: int) -> bool:
        """Whether a token is a noun, or belongs to a name that is no adjective."""
        text = s.tokens[i].text
        taken = s.taken.get(i)
        if taken is not None:
            return not taken.adjective and not (taken.reference and text[0].islower())
        return (text[0].isupper() and i > 0 and s.lower[i] not in DETERMINERS) or (
            i == 0
            and text[0].isupper()
            and s.lower[0] not in PREPOSITIONS
            and s.lower[0] not in DETERMINERS
            and s.lower[0] not in AUXILIARIES
            and len(text) > 3
            and (self._k.lemma(text)[0].isupper() or text in self._k.noun_lemmas)
        )


def _until(s: Sentence, j: int) -> bool:
    """„vom Frühjahr an“: the second part of a bracket around a time, no preposition; not „vom Bund an Hessen“."""
    opens = next((i for i in range(j - 1, max(-1, j - 6), -1) if s.lower[i] in {"von", "vom"}), -1)
    if opens < 0 or s.lower[j + 1 : j + 2] == []:
        return False
    return not any(i in s.taken for i in range(opens, j))


def _titled(s: Sentence, i: int) -> bool:
    """„Als seine Stellvertreterin amtiert …“: a title and right behind it a verb."""
    title = s.taken.get(i) or s.taken.get(i + 1)
    if title is None or title.role is None or s.text_at(title.last)[:1].isupper():
        return False
    return s.low_at(title.last).endswith(("t", "te"))


def _stop_after(s: Sentence, j: int) -> int:
    """Token of the next comma, colon or full stop after a token."""
    return next((i for i in range(j + 1, len(s.tokens)) if s.tokens[i].text in _STOPS), len(s.tokens))


def _has_zu(s: Sentence, j: int) -> bool:
    """Whether the stretch that begins with token `j` ends in an infinitive with „zu“."""
    end = next((i for i in range(j + 1, len(s.tokens)) if s.tokens[i].text in _CLOSING), len(s.tokens))
    return s.low_at(end - 2) == "zu" or bool(_WITH_ZU.search(s.lower[end - 1]))


def _is_finite(s: Sentence, j: int) -> bool:
    """Whether the clauses of the sentence, once known, take a token for their verb: „Zum Auftakt erprobte Gera …“."""
    if not s.clauses or not s.tokens[j].text[0].islower():
        return False
    return any(at == j and not participle for _, at, participle in s.clauses[s.clause_of[j]].lemmas)


def _is_person(a: Argument | None) -> bool:
    """Whether a token belongs to the name of a person."""
    return a is not None and a.type is EntityType.PERSON


def _counts(s: Sentence, j: int) -> bool:
    """Whether a token belongs to a number before a noun: „rund 200“, „mehr als zwanzig“."""
    low, after = s.lower[j], s.low_at(j + 1)
    if low in NUMBER_WORDS:
        return True
    if not after.replace(".", "").isdigit() and after not in NUMBER_WORDS:
        return False
    if low == "über" and (j == 0 or s.low_at(j - 1) in PREPOSITIONS):
        # „Über 100 Kommunen nutzen X“, „in über 100 Kommunen“; not „verfügt über 100 Server“
        return True
    return low in _ABOUT or (low == "als" and s.low_at(j - 1) in {"mehr", "weniger"})


def _is_bare_place(s: Sentence, i: int) -> bool:
    """Whether a place is named that takes no article: „Ulm“, „Hamburg“, not „der Landkreis Ulm“, „der Bund“."""
    a = s.taken.get(i)
    if a is None or a.draft is None or a.reference or a.adjective:
        return False
    land = a.type is EntityType.JURISDICTION and s.tokens[i].text not in _WITH_ARTICLE
    return land or a.draft.kind == "Municipality"


def _is_place(a: Argument | None) -> bool:
    """„Seit Mai lässt sich in Kassel der Antrag stellen“: the name of a place has no genitive behind it."""
    return a is not None and a.type in PLACES and not a.reference and not a.adjective


def _stands_in(s: Sentence, i: int) -> bool:
    """„anstelle von“, „an Stelle von“; not „an die Stelle von“."""
    return s.low_at(i) == "anstelle" or (s.low_at(i) == "stelle" and s.low_at(i - 1) == "an")
