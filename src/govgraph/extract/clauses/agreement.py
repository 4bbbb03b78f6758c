"""Grammatical gender of what an article names: by its articles, its nouns and the first names of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import PLACES
from govgraph.language.grammar import DETERMINER_GENDERS, DETERMINERS
from govgraph.language.morphology import Memo
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.vocabulary import ReferringNoun

_WEAK = ("enten", "anten", "isten")
"""Endings of masculine nouns that take „-en“ in all cases but the first."""
_LEGAL_FORMS = {
    "GmbH": "f", "gGmbH": "f", "mbH": "f", "AG": "f", "KG": "f", "AöR": "f", "SE": "f", "eG": "f", "UG": "f",
    "eV": "m",
}  # fmt: skip
_SURFACES = {"freistaat": "m", "hansestadt": "f", "stadt": "f", "bund": "m", "kommission": "f", "union": "f", "eu": "f"}
_TOWN_NOUNS = ("stadt", "gemeinde")
"""How feminine nouns for a town end: „die Landeshauptstadt Kiel“."""
_OF_WOMEN = ("a", "elle", "ette", "hild", "ie", "ine")
"""How first names end that women mostly have."""
_BY_KIND = {"Ministry": "n", "Law": "n", "Government": "f", "Parliament": "m", "District": "m", "Strategy": "f"}


class Agreement:
    """What gender a word or a thing has. Built once for each worker.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self.referring = Memo(self._referring).__getitem__
        self.may_refer = Memo(self._may_refer).__getitem__
        self._longest = max(map(len, knowledge.vocabulary.referring), default=0) + len("en")
        self._women = knowledge.words("first-names-feminine")
        self._either = knowledge.words("first-names-either")
        self._men = knowledge.words("first-names-masculine")
        self._trials = dict(pair.split(" ") for pair in knowledge.words("genders-of-trial-versions"))

    # ------------------------------------------------------------------ words

    def _referring(self, word: str) -> ReferringNoun | None:
        """The referring noun that a word is or ends in: „Antragsplattform“ ends in „plattform“."""
        low = word.lower()
        nouns = self.k.vocabulary.referring
        for form in _stems(low):
            if form in nouns:
                return nouns[form]
        # no ending longer than the longest noun can be one
        for start in range(max(2, len(low) - self._longest), len(low) - 2):
            ending = low[start:]
            for form in _stems(ending):
                noun = nouns.get(form)
                if noun is not None and noun.compounds:
                    return noun
        return None

    def _may_refer(self, word: str) -> bool:
        """Whether a word is a noun that may refer to what has been named."""
        if not word[0].isupper():
            return False
        low = word.lower()
        known = low in self.k.heads or low.removesuffix("s") in self.k.heads or word in self.k.words("state-nouns")
        return known or word in self.k.words("state-money-nouns") or self.referring(word) is not None

    def of_noun(self, word: str) -> str:
        """Gender of a noun; empty if unknown."""
        if word in _LEGAL_FORMS:
            return _LEGAL_FORMS[word]
        head = self.k.head_of(word)
        if head is not None and head[0].gender:
            return head[0].gender
        noun = self.referring(word)
        return noun.gender if noun is not None else ""

    @staticmethod
    def of_town(word: str, first: str) -> bool:
        """„der Stadtrat Ingolstadt“: whether a word only looks like a noun for a town, after what the town has."""
        return word != first and word.endswith(_TOWN_NOUNS)

    # ------------------------------------------------------------------ things

    def of_name(self, draft: Draft) -> str:
        """Genders that the name itself gives away; empty if it does not."""
        if draft.type in PLACES:
            low = draft.name.lower()
            if draft.kind == "Union":
                return "f"
            if draft.kind in {"Federation", "MunicipalUnion"} or low.startswith(("landkreis", "kreis ")):
                return "m"
            return "m" if low.endswith("kreis") else "n"
        words = [w for w in draft.name.split(" ") if w[:1].isupper() or w in _LEGAL_FORMS]
        for word in (words[0], *reversed(words)) if words else ():
            gender = self.of_noun(word)
            if gender and not self.of_town(word, words[0]):
                return gender
        return _BY_KIND.get(draft.kind, "")

    def is_woman(self, draft: Draft) -> bool | None:
        """Whether a person is a woman, by the words around or the first name; None where neither tells."""
        return self.by_first_name(draft.name) if draft.feminine is None else draft.feminine

    def by_first_name(self, person: str) -> bool | None:
        """Whether a name is that of a woman, by the first name; None where it may be anybody's."""
        first = person.split(" ")[0]
        for name in (first, first.split("-")[0]):
            if name in self._women:
                return True
            if name in self._either:
                return None
            if name in self.k.first_names:
                # „Louisa“, „Claudine“: hardly a man's
                return None if name.endswith(_OF_WOMEN) and name not in self._men else False
        return None

    def note(self, s: Sentence, a: Argument) -> str:
        """Genders of the phrase that names something; what they say of the thing is kept with it."""
        draft = a.draft
        if draft is None or draft.type is EntityType.PERSON or a.adjective:
            return ""
        name = self.of_name(draft) if draft.type in PLACES else draft.genders or self.of_name(draft)
        # „die DigitalService GmbH des Bundes“, whatever gender its name has without the form
        name = next((_LEGAL_FORMS[w] for w in map(s.text_at, range(a.first + 1, a.last)) if w in _LEGAL_FORMS), name)
        noun = self.of_noun(a.introduced_by) if a.introduced_by else ""
        if noun:
            draft.nouns |= {a.introduced_by.lower()}
        if draft.type in PLACES:
            noun = noun or _SURFACES.get(s.lower[a.last - 1].removesuffix("s").removesuffix("e"), "")
            noun = noun or ("f" if s.low_at(a.first - 1).endswith(_TOWN_NOUNS) else "")
        article = ""
        if 0 <= a.begin < a.first:
            i = a.begin
            if s.lower[i] not in DETERMINER_GENDERS and i + 1 < a.first:
                i += 1
            article = self._article(s, a, i)
        if article and not noun and not a.introduced_by:
            agreed = "".join(g for g in article if not name or g in name)
            name = agreed or (article if len(article) == 1 else name)
        found = "".join(dict.fromkeys(noun + name))
        if draft.type not in PLACES:
            draft.genders = "".join(dict.fromkeys(draft.genders + (found if noun or len(found) == 1 else name)))
        if draft.gender is None and len(name) == 1 and draft.type not in PLACES:
            draft.gender = name
        self._apposition(s, a)
        # „den Prototyp eines Portals. Gebaut hat ihn die AKDB“: both words may be meant
        trial = self._trials.get(s.text_at(a.head), "") if a.marker == "gen" else ""
        return "".join(dict.fromkeys(found + trial))

    def _article(self, s: Sentence, a: Argument, i: int) -> str:
        low = s.lower[i]
        genders = DETERMINER_GENDERS.get(low, "")
        if low in {"der", "dieser", "jener"}:
            if a.marker != "np":
                return "f"
            return "m" if a.begin == 0 or a.cases == "n" else ""
        return genders

    def _apposition(self, s: Sentence, a: Argument) -> None:
        """„Dataport, der IT-Dienstleister …“, „IT.NRW ist ein Landesbetrieb“: the noun lends the thing its gender."""
        i = a.last
        if s.text_at(i) == "(" and s.text_at(i + 2) == ")":
            i += 3
        being = s.low_at(i) in {"ist", "war", "bleibt"}
        if s.text_at(i) not in {",", "–"} and s.low_at(i) != "als" and not being:
            return
        if being and not a.nominative:
            # „In Kassel ist das System im Einsatz“
            return
        determiner = s.low_at(i + 1)
        if determiner not in DETERMINER_GENDERS or a.draft is None:
            return
        if a.marker == "gen" and not being and "g" not in DETERMINERS.get(determiner, "g"):
            # „…, Präsident des BVA, den Vorsitz führt“
            return
        for j in range(i + 2, min(i + 6, len(s.tokens))):
            text = s.tokens[j].text
            if text[0].isupper() and j not in s.taken:
                a.draft.nouns |= {text.lower()}
                gender = self.of_noun(text)
                if gender and gender in DETERMINER_GENDERS[determiner] and gender not in a.draft.genders:
                    a.draft.genders += gender
                return
            if not text[0].islower() or text[-1] not in "enrms" or s.lower[j] in DETERMINER_GENDERS:
                # „X, dem das Vorhaben übertragen wurde“
                return


def is_place(draft: Draft) -> bool:
    """Whether it is a town, a district, a Land, the Bund or the EU."""
    return draft.type in PLACES


def _stems(low: str) -> tuple[str, ...]:
    """What a noun may be without its case ending: „portals“, „netzes“, „assistenten“."""
    weak = low.removesuffix("en") if low.endswith(_WEAK) else low
    return low, low.removesuffix("s"), low.removesuffix("es"), weak
