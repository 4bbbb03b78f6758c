"""Towns, districts and unions of towns beyond the lexicon: „Samtgemeinde Bersenbrück“, „Amt Hüttener Berge“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.knowledge import ODD
from govgraph.extract.names.long_names import ADJECTIVE, NOUN, LongNames
from govgraph.extract.state import PLACES
from govgraph.language.grammar import DETERMINERS, INDEFINITE
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Sentence

_INDEFINITE = INDEFINITE | {"jede", "jedes", "kein", "keine"}
_NAMELY = frozenset({"darunter", "etwa", "namentlich", "nämlich", "wie"})
"""Words before the names of those that a plural stands for."""
_TOWN_NOUNS = frozenset({"Gemeinde", "Hansestadt", "Kreis", "Landkreis", "Stadt"})
_DISTRICT_NOUNS = ("kreis", "kreises")
"""Ends of nouns before the name of a district."""
_LANDSCAPES = ("land", "berge", "see", "seen", "heide", "niederung", "marsch", "geest", "tal", "winkel", "wald")


class TownNames(LongNames):
    """Finds towns, districts and unions of towns, and marks where they stand."""

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        super().__init__(knowledge, cast)
        self._sure_endings = tuple(sorted(knowledge.words("sure-town-endings")))

    def _municipality(self, s: Sentence, i: int) -> int:
        """„Kreis Lippe“, „Samtgemeinde Bersenbrück“, „Ortenaukreis“ beyond the lexicon."""
        text = s.tokens[i].text
        if text in self.k.words("municipality-nouns") and i + 1 < len(s.tokens):
            following = s.tokens[i + 1].text
            inner = s.taken.get(i + 1)
            if (
                following in self.k.words("spas")
                or following in self.k.words("time-nouns")
                or following in self.k.words("mass-nouns")
                or s.low_at(i - 1) in _INDEFINITE
            ):
                # „Bad Ems“; „dem der Kreis Anfang des Jahres beitrat“; „holte sich der Kreis Hilfe“; „ein Kreis
                # Gleichgesinnter“
                return 0
            sure = text in self.k.words("sure-municipality-nouns")
            if following in self.k.words("words-before-a-place"):
                return self._town_of_two_words(s, i) if sure or text == "Landkreises" else 0
            if (
                inner is None
                and NOUN.match(following)
                and not ODD.search(following)
                and not (is_dictionary_word(following) and (not sure or self.k.lemma(following) != following))
                and (not is_compound(following.rsplit("-", 1)[-1]) or self._one_town(s, i))
                and (self.k.role_word(following) is None and self._head(following) is None)
            ):
                draft = self.cast.unlisted(following, EntityType.MUNICIPALITY, "Municipality")
                draft.names.add(f"{text} {following}")
                if text.lower().endswith(_DISTRICT_NOUNS):
                    draft.kind = "District"
                self._place(s, i + 1, i + 2, draft)
                return i + 2
            return 0
        if text in self.k.words("spas") and NOUN.match(s.text_at(i + 1)) and i + 1 not in s.taken:
            if text != "Bad" and is_dictionary_word(s.text_at(i + 1)):
                return 0
            draft = self.cast.named(self._words(s, i, i + 2), EntityType.MUNICIPALITY, "Municipality")
            self._place(s, i, i + 2, draft)
            return i + 2
        low = self._nominative(text).lower()
        if low.endswith("-kreis") or (
            low.endswith("kreis") and self._is_region(self._nominative(text)) and len(low) > 8
        ):
            if low in self.k.generic or not text[0].isupper():
                return 0
            draft = self.cast.unlisted(self._nominative(text), EntityType.MUNICIPALITY, "District")
            self._place(s, i, i + 1, draft)
            return i + 1
        return 0

    def _town_of_two_words(self, s: Sentence, i: int) -> int:
        """„die Verbandsgemeinde Obere Kyll“, „der Landkreis Mittlere Havel“, „die Gemeinde Groß Morlin“."""
        second = s.text_at(i + 2)
        if i + 2 in s.taken or not NOUN.match(second) or ODD.search(second) or self._head(second) is not None:
            return 0
        low = second.lower()
        ends = (*self.k.place_endings, *self.k.words("water-endings"))
        if not (self.k.is_no_word(second) or self.k.region(second) or f"-{low}".endswith(ends)):
            return 0
        name = self._words(s, i + 1, i + 3)
        district = s.tokens[i].text.lower().endswith(_DISTRICT_NOUNS)
        draft = self.cast.unlisted(name, EntityType.MUNICIPALITY, "District" if district else "Municipality")
        draft.names.add(f"{s.tokens[i].text} {name}")
        self._place(s, i + 1, i + 3, draft)
        return i + 3

    def _one_town(self, s: Sentence, i: int) -> bool:
        """„die Gemeinde Grabfeld, …“: a compound in the singular that stands alone after the noun and its article."""
        alone = s.text_at(i + 2) in {",", ".", "", "und", ")"} and s.low_at(i - 1) in {"die", "der", "eine"}
        text = s.text_at(i + 1)
        if self.k.lemma(text) != text or s.tokens[i].text not in _TOWN_NOUNS:
            return False
        # „der Stadt Quellbach gelingt das“: an end that other nouns do not have
        return (alone and s.tokens[i].text in {"Gemeinde", "Stadt"}) or text.lower().endswith(self._sure_endings)

    def _towns(self, s: Sentence, i: int) -> int:
        """„die Verbandsgemeinden Daun, Kirchberg und Simmern-Rheinböllen“, „Kreise wie Lippe“: towns in a list."""
        last, districts = 0, "kreis" in s.lower[i]
        j = _after_mark(s, i + 1) if districts else i + 1 + (s.low_at(i + 1) == "wie")
        while j < len(s.tokens):
            text, known = s.text_at(j), s.taken.get(j)
            if known is not None and known.first == j and known.type is EntityType.MUNICIPALITY and not known.adjective:
                end = known.last
                if districts:
                    self._as_district(s, known)
                if s.text_at(end) == "(" and s.text_at(end + 2) == ")":
                    self._with_label(s, known)
                    end += 3
            elif known is None and districts and text in self.k.districts:
                end = j + 1
                self._place(s, j, end, self.cast.known(self.k.districts[text]))
            elif known is None and NOUN.match(text) and not ODD.search(text) and self._may_be_town(text):
                end = j + 1
                draft = self.cast.unlisted(text, EntityType.MUNICIPALITY, "District" if districts else "Municipality")
                self._place(s, j, end, draft)
            else:
                break
            last = end
            if s.low_at(end) not in {",", "und", "sowie", "oder"}:
                break
            j = end + 1
        return last

    def _as_district(self, s: Sentence, town: Argument) -> None:
        """„die Kreise Coesfeld und Borken“: a name read as that of a town stands for the district called after it."""
        entry = self.k.districts.get(self._words(s, town.first, town.last))
        if entry is None or town.draft is None or town.draft.kind == "District":
            return
        s.mean(town, self.cast.known(entry))

    def _may_be_town(self, text: str) -> bool:
        """Whether a word in a list of towns is one: a region of that name, or no word of a dictionary."""
        if self.k.role_word(text) is not None or self._head(text) is not None or text in self.k.first_names:
            return False
        parts = text.split("-")
        return (
            self.k.region(text)
            or (len(parts) > 1 and all(p[:1].isupper() for p in parts))
            or not (is_dictionary_word(text) or is_compound(text))
        )

    def _listed_town(self, s: Sentence, i: int) -> int:
        """„in Lage und Kalletal“, „Kerken, Rheurdt und Wachtendonk“: a word in no dictionary, in a list of towns."""
        text = s.tokens[i].text
        if ODD.search(text) or "-" in text or s.low_at(i - 1) in DETERMINERS or not self._may_be_town(text):
            return 0
        links = {"und", "sowie", ","}
        before = s.taken.get(i - 2) if s.low_at(i - 1) in links else None
        after = s.taken.get(i + 2) if s.low_at(i + 1) in links else None
        beside = [a for a in (before, after) if a is not None]
        closes = before is None or s.text_at(i + 1)[:1].islower() or not s.text_at(i + 1)[:1].isalpha()
        opens = after is None or before is not None or i == 0 or s.low_at(i - 1) in {"in", "auch", "von", "aus", "]"}
        towns = all(a.type is EntityType.MUNICIPALITY and not a.adjective for a in beside)
        if not beside or not towns or not closes or not opens:
            return 0
        draft = self.cast.unlisted(text, EntityType.MUNICIPALITY, "Municipality")
        self._place(s, i, i + 1, draft)
        return i + 1

    def _union(self, s: Sentence, i: int) -> int:
        """„das Amt Eiderstedt“, „im Amt Hüttener Berge“: a union of municipalities, not an office of one."""
        whole = s.tokens[i].text == "Amtsverwaltung"
        if s.low_at(i - 1) not in ({"der", "die"} if whole else {"das", "dem", "des", "im", "vom", "beim", "zum"}):
            return 0
        first, end = i + 1, i + 2
        text = s.text_at(first)
        beside = s.taken.get(first)
        if beside is None and ADJECTIVE.match(text) and text[0].isupper() and NOUN.match(s.text_at(end)):
            inside = s.taken.get(end)
            if (
                s.text_at(end).endswith("er")
                and NOUN.match(s.text_at(end + 1))
                and (inside is None or inside.adjective)
            ):
                # „Amt Großer Plöner See“
                self._swallow(s, end, end + 1)
                end, inside = end + 1, None
            end = end + 1 if inside is None else inside.last
            named = (
                (inside is None and not self._common(s.text_at(first + 1)))
                or (inside is not None and inside.type in PLACES)
                or not is_dictionary_word(text.lower())
            )
            if not named:
                return 0
        elif not NOUN.match(text) or ODD.search(text) or not (beside is not None or self._names_union(s, first)):
            return 0
        elif beside is not None:
            if beside.type is not EntityType.MUNICIPALITY or beside.adjective or beside.first != first:
                return 0
            end = beside.last
        if beside is None and self._told_apart(s, end):
            end += 3
        if s.text_at(end) == "/" and self._glued(s, end) and NOUN.match(s.text_at(end + 1)):
            # „Amt Bad Wilsnack/Weisen“
            second = s.taken.get(end + 1)
            end = end + 2 if second is None else second.last
        name = self._words(s, first, end)
        draft = self.cast.unlisted(name, EntityType.MUNICIPALITY, "Municipality")
        draft.names.add(f"Amt {name}")
        self._place(s, first, end, draft)
        return end

    def _names_union(self, s: Sentence, i: int) -> bool:
        """A word that is no common noun, or is told apart from one by what stands in brackets."""
        return not self._common(s.text_at(i)) or self._told_apart(s, i + 1)

    def _told_apart(self, s: Sentence, i: int) -> bool:
        """„Amt Burg (Spreewald)“: what tells a place from others stands in brackets after it."""
        region = self.k.region(s.text_at(i + 1)) or i + 1 in s.taken
        return s.text_at(i) == "(" and s.text_at(i + 2) == ")" and region

    def _common(self, text: str) -> bool:
        """A word that is no name by itself: in a dictionary, a compound, a title, or a noun for things."""
        if not is_dictionary_word(text) and text.endswith(_LANDSCAPES):
            # „Odervorland“ is made of two nouns and names a stretch of land
            return False
        known = any(map(is_dictionary_word, (text, text.lower()))) or is_compound(text.rsplit("-", 1)[-1])
        return known or self.k.role_word(text) is not None or self._head(text) is not None

    def _is_region(self, text: str) -> bool:
        """Whether a word in „-kreis“ may be a district's name: „Ortenaukreis“, but not „Steuerungskreis“."""
        part = text[: -len("kreis")]
        parts = {part, part.removesuffix("s")}
        return not is_dictionary_word(text) and self._head(text) is None and not any(map(is_dictionary_word, parts))

    def _with_label(self, s: Sentence, town: Argument) -> None:
        """„Lingen (Ems)“, „Borken (Hessen)“: a town with what tells it from others in brackets, as part of its name."""
        entry = town.draft.entry if town.draft is not None else None
        label = s.text_at(town.last + 1)
        whole = self._words(s, town.first, town.last + 3)
        land = s.taken.get(town.last + 1)
        if town.draft is None or entry is None or not NOUN.match(label):
            return
        if whole in {entry.name, *entry.labels} or (land is not None and land.draft is town.draft.jurisdiction):
            town.draft.names.add(whole)
            return
        known = is_dictionary_word(label) and self.k.role_word(label) is None and self._head(label) is None
        if land is None and known and not label.isupper() and label not in self.k.first_names:
            town.draft.names.add(whole)

    def _with_river(self, s: Sentence, town: Argument) -> int:
        """„Wittstock/Dosse“, „Dahme/Mark“: a town with what tells it from others after a slash."""
        j = town.last + 1
        second = s.text_at(j)
        if j in s.taken or not self._glued(s, j - 1) or s.end_of(town.last - 1) != s.starts[j - 1]:
            return 0
        if not NOUN.match(second) or ODD.search(second) or self.k.role_word(second) is not None or town.draft is None:
            return 0
        if is_compound(second) or self._head(second) is not None or second.isupper() or second in self.k.first_names:
            return 0
        self._place(s, town.first, j + 1, town.draft)
        return j + 1


def _after_mark(s: Sentence, i: int) -> int:
    """Past what opens the names of districts after their noun: „Kreise, nämlich Lippe“, „Kreise – Lippe und …“."""
    j = i + (s.text_at(i) in {",", "–", "(", ":"})
    opened = s.low_at(j) in _NAMELY
    return j + opened if opened or s.text_at(i) != "," else i
