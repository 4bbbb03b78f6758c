"""Towns and districts that no gazetteer lists, by what the article says of them, and towns in capital letters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from govgraph.extract.matcher import UNLISTED, LexicalMatch
from govgraph.extract.places import bare_name, short_names, town_adjectives
from govgraph.language.morphology import Memo, is_compound, is_dictionary_word
from govgraph.model import EntityType
from govgraph.vocabulary import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from govgraph.extract.knowledge import Knowledge

    Told = tuple[str, bool, bool | None]

_NAME = r"(?:[A-ZÄÖÜ][a-zäöüß]{3,}(?:-[A-ZÄÖÜ][a-zäöüß]{2,})*|[A-ZÄÖÜ][a-zäöüß]{2}(?:-[A-ZÄÖÜ][a-zäöüß]{2,})+)"
_NAMES = rf"{_NAME}(?:, {_NAME})*(?: und | sowie ){_NAME}"
_PART = r"[A-ZÄÖÜ][a-zäöüß]{2,}"
_DISTRICT = rf"{_PART}(?:-{_PART})+-Kreis"
_CAPITALS = re.compile(r"\b[A-ZÄÖÜ]{4,}(?:-[A-ZÄÖÜ]{3,})*\b")
_WORD = re.compile(_NAME)
_ANY_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_INHABITANTS = 20_000
"""As many as a town needs that is named without further ado."""
_OTHER_SENSES = frozenset({"Kreis", "Markt", "Flecken"})
"""Nouns that something else than a place may follow: „ein Kreis Gleichgesinnter“."""


class UnlistedTowns:
    """Finds places that the lexicon does not match.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        one = "|".join(sorted(knowledge.words("nouns-before-a-town"), key=lambda w: (-len(w), w)))
        many = "|".join(sorted(knowledge.words("municipality-plurals"), key=lambda w: (-len(w), w)))
        heads = "|".join(sorted(knowledge.words("town-heads"), key=lambda w: (-len(w), w)))
        members = "|".join(sorted(knowledge.words("members-of-town-councils"), key=lambda w: (-len(w), w)))
        people = "|".join(sorted(knowledge.words("people-of-a-place") | knowledge.words("town-councils")))
        self._said = re.compile(
            rf"\b(?P<noun>{one})(?:e?s)? (?P<named>{_NAME})|\b(?P<many>{many}) (?P<list>{_NAMES})|"
            rf"\b(?:(?:{heads})(?:in|s)?|{members}) von (?P<headed>{_NAME})|"
            rf"\b(?P<owning>{_NAME})s (?:{heads}|CDO|CIO|{people})|\b(?P<adjective>{_NAME})er (?:{heads}|{people})|"
            rf"\b(?P<whole>{_DISTRICT})(?:es|s)?\b|"
            rf"\b(?:in|aus|von) (?P<lying>{_NAME})(?: im (?:Landkreis|Kreis)\b| \((?:Landkreis|Kreis) )",
        )
        self._waters = tuple(sorted(knowledge.words("water-endings")))
        self._district_nouns = knowledge.words("nouns-before-a-district")
        self._composed_nouns = self._district_nouns | knowledge.words("nouns-before-several-towns")
        self._of_districts = (*knowledge.place_endings, *sorted(knowledge.words("district-endings")))
        entries = knowledge.vocabulary.entries
        places = knowledge.towns | {entry.name for entry in knowledge.jurisdictions}
        places |= {
            name
            for e in entries
            if e.population >= _INHABITANTS and not e.needs_context
            for name in (*short_names(e), *e.labels)
        }
        self._listed: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry.kind == "Municipality" and bare_name(entry.name) != entry.name:
                self._listed[bare_name(entry.name)].append(entry)
        own = {form for e in entries for form in (e.name, *e.labels, *e.abbreviations)}
        self._small = {name.upper(): name for name in sorted(places) if name.upper() not in own}

    def find(self, text: str, matches: Sequence[LexicalMatch]) -> list[LexicalMatch]:
        """The matches with those of towns that the lexicon does not match, sorted by place.

        Args:
            text: Folded text of the article.
            matches: What the lexicon matches, sorted by place.
        """
        found = [*self._in_capitals(text), *self._unlisted(text, matches)]
        if not found:
            return list(matches)
        # „Havelland“ in „Elbe-Havelland“
        composed = [match for match in found if "-" in match.entries[0].name]
        kept = (m for m in matches if not any(c.start <= m.start and m.end <= c.end for c in composed))
        return sorted((*kept, *found), key=lambda match: (match.start, -match.end))

    def _in_capitals(self, text: str) -> Iterator[LexicalMatch]:
        """Towns and Länder in capitals: „SPEYER. Die …“."""
        for found in _CAPITALS.finditer(text):
            name = self._small.get(found.group())
            if name is not None:
                for match in self.k.matcher.find(name)[0]:
                    if match.end - match.start == len(name):
                        yield LexicalMatch(found.start(), found.end(), match.entries, match.form, compound=False)

    def _unlisted(self, text: str, matches: Sequence[LexicalMatch]) -> Iterator[LexicalMatch]:
        """Places of towns that the text itself tells."""
        said = list(self._said.finditer(text))
        told = list(self._told(text, said))
        if not told:
            return
        words = _Words(text, {form for name, _, _ in told for form in _all_forms(name)})
        told = list(map(words.without_genitive, told))
        # „der Landrat von Elbe-Havelland“ does not say what the noun before the name said
        districts = {name: district for name, _, district in told if district is not None}
        towns = {
            name: self._entry(name, district=districts.get(name, False))
            for name, sure, _ in told
            if (sure or name in words)
            and (name.endswith("-Kreis") or self._may_be_town(name, district=districts.get(name, False)))
            and not self._is_surname(name, words)
        }
        forms = {form: (town, "adjective") for name, town in towns.items() for form in town_adjectives(name)}
        forms |= {form: (town, "name") for name, town in towns.items() for form in _named_forms(name)}
        ends = [match.end for match in matches]
        composed = self._composed(text, said, matches, ends)
        for form, (town, kind) in forms.items():
            whole = kind == "name" and form.removesuffix("s") in composed
            for start in words.places(form):
                end = start + len(form)
                after = bisect_right(ends, start)
                inside = whole and all(start <= m.start and m.end <= end for m in _until(matches, after, end))
                if inside or after == len(ends) or matches[after].start >= end:
                    follows = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
                    yield LexicalMatch(start, end, (town,), kind, follows)

    def _composed(
        self, text: str, said: Sequence[re.Match[str]], matches: Sequence[LexicalMatch], ends: Sequence[int]
    ) -> Set[str]:
        """Names made of others that no lexicon has as a whole: „Landkreis Elbe-Havelland“."""
        composed = set()
        for found in said:
            group = "list" if found["many"] in self.k.words("district-plurals") else "named"
            if group == "named" and found["noun"] not in self._composed_nouns:
                continue
            for word in _WORD.finditer(text, *found.span(group)):
                start, end = word.span()
                after = _until(matches, bisect_right(ends, start), end)
                if "-" in word.group() and all(start <= m.start and m.end <= end for m in after):
                    composed.add(word.group().removesuffix("s"))
        return composed

    def _told(self, text: str, said: Iterable[re.Match[str]]) -> Iterator[Told]:
        """Words that stand where towns do; whether that is enough, and whether it is a district, if that is told."""
        again = Memo(partial(_stands_again, text))
        for found in said:
            district = found["noun"] in self._district_nouns or found["many"] in self.k.words("district-plurals")
            names = found["named"] or found["list"] or found["headed"] or found["lying"] or ""
            ends = (*self.k.place_endings, *self._waters) if found["noun"] in _OTHER_SENSES else ""
            for word in _WORD.findall(names):
                known = word.lower().removesuffix("s").endswith(ends) and self._may_be_town(word)
                # „im Landkreis Neuland betreten“
                if known or (district and again[word.removesuffix("s")] and self._may_be_town(word, district=True)):
                    yield word, True, district if found["named"] or found["list"] else None
            if found["whole"] and any(map(self._is_no_noun, found["whole"].split("-")[:-1])):
                yield found["whole"], True, True
            if found["owning"] and self._may_be_town(found["owning"] + "s"):
                yield found["owning"], True, None
            elif found["adjective"]:
                # „das Ellersheimer Rathaus“, where „Ellersheim“ is named as well
                yield found["adjective"], False, None

    def _is_surname(self, name: str, words: _Words) -> bool:
        """Whether somebody is called so: „Frau Terhorst“, „Anna Terhorst“."""
        before = map(words.before, words.places(name))
        return any(word in self.k.first_names or word in self.k.words("salutations") for word in before)

    def _entry(self, name: str, *, district: bool) -> Entry:
        """The only listed town that is called so for short, „Markt Murnau“, or a new one."""
        listed = [] if district else self._listed.get(name, [])
        if len(listed) == 1:
            return listed[0]
        full = f"Landkreis {name}" if district and not name.endswith("-Kreis") else name
        kind = "District" if district else "Municipality"
        return Entry(UNLISTED + full, full, EntityType.MUNICIPALITY, kind, population=_INHABITANTS)

    def _is_no_noun(self, part: str) -> bool:
        """Whether the first part of a compound is no common noun: „Jagst“ and „Rhein“, but not „Leitungs“."""
        if f"-{part.lower()}".endswith(self._waters):
            return True
        return self.k.is_no_word(part) and self.k.is_no_word(part.removesuffix("s"))

    def _may_be_town(self, name: str, *, district: bool = False) -> bool:
        """A word that is no word: „Ellersheim“, „Nieder-Solms“; „Jadeland“ may be a district."""
        if name in self.k.words("regions") or not self.k.is_no_word(name):
            return False
        last = name.rsplit("-", 1)[-1]
        ends = self._of_districts if district else self.k.place_endings
        low = name.lower()
        return (
            low.endswith(self._waters)
            or low.removesuffix("s").endswith((*ends, *self._waters))
            or not (is_dictionary_word(last) or is_compound(last))
        )


def _stands_again(text: str, word: str) -> bool:
    """Whether a text holds one of its words at a second place."""
    return text.find(word, text.find(word) + len(word)) >= 0


def _until(matches: Sequence[LexicalMatch], first: int, end: int) -> Iterator[LexicalMatch]:
    """Matches from one on, as far as they begin before a place."""
    for at in range(first, len(matches)):
        if matches[at].start >= end:
            return
        yield matches[at]


def _all_forms(name: str) -> Iterator[str]:
    """Forms of a name that the text is searched for; it may be a genitive itself."""
    for base in {name, name.removesuffix("s")}:
        yield from (*_named_forms(base), *town_adjectives(base))


def _named_forms(name: str) -> tuple[str, ...]:
    """A name and its genitive."""
    return (name, name + "es", name + "s") if name.endswith("-Kreis") else (name, name + "s")


class _Words:
    """Where words of a text stand, and after what.

    Args:
        text: The text.
        wanted: The words.
    """

    def __init__(self, text: str, wanted: Set[str]) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        self._before: dict[int, str] = {}
        last = ""
        for found in _ANY_WORD.finditer(text):
            word = found.group()
            if word in wanted:
                self._places[word].append(found.start())
                self._before[found.start()] = last
            last = word

    def __contains__(self, word: str) -> bool:
        return word in self._places or word + "s" in self._places

    def places(self, word: str) -> Sequence[int]:
        """Where a word stands."""
        return self._places.get(word, ())

    def before(self, start: int) -> str:
        """The word before the one that starts at a place."""
        return self._before[start]

    def without_genitive(self, told: Told) -> Told:
        """„Ellersheims“ is „Ellersheim“ where that stands in the text as well."""
        name, sure, district = told
        return (name[:-1], sure, district) if name.endswith("s") and name[:-1] in self._places else told
