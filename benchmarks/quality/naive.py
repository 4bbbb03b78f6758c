"""Naive floors: what a page gives without any reading. Each makes records in the form that is scored.

- `lexicon`: longest names of the lexicon, a title or first name with the capitalised words after it as a person, a
  title before a person as an office; two entities of one sentence stand in the relation that is most frequent between
  their types.
- `capitals`: runs of capitalised words are entities, a title before one makes it a person with an office.
- `tags`: runs of what HanTa tags as names are entities; the rest as in `capitals`. Only where HanTa is installed.

Relations are counted on the open annotated pages, those that are scored included: that flatters the floors.
"""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, permutations
from typing import Any

from govgraph.model import EntityType
from govgraph.vocabulary import load_vocabulary

Json = dict[str, Any]
Relations = Mapping[tuple[str, str], str]

_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s+[A-ZÄÖÜ„])[^\n.!?]*)*")
_WORD = re.compile(r"[^\W_]+(?:[-&.][^\W_]+)*")
_MOST_WORDS = 8
_SHORTEST_TITLE = 5
_JOINED = re.compile(r"[ \t]+(?:Dr\.\s+|Prof\.\s+)*")
_LAND, _PERSON, _ORGANISATION = EntityType.JURISDICTION.value, EntityType.PERSON.value, EntityType.ORGANISATION.value


@dataclass(slots=True)
class _Found:
    """Entities of one page, with the title that stands before a person."""

    entities: dict[tuple[str, str], Json] = field(default_factory=dict)
    offices: list[Json] = field(default_factory=list)
    facts: list[Json] = field(default_factory=list)

    def add(self, name: str, kind: str) -> tuple[str, str]:
        self.entities.setdefault((name, kind), {"name": name, "type": kind, "id": f"{kind}:{name}"})
        return name, kind

    def record(self) -> Json:
        return {"articles": [{"entities": list(self.entities.values()), "offices": self.offices, "facts": self.facts}]}


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    name: str
    type: str


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[str, str]]:
    """Form → main name and type; where several share a form, the first by IRI."""
    forms: dict[str, tuple[str, str]] = {}
    for entry in load_vocabulary().entries:
        for form in (entry.name, *entry.labels, *entry.hidden, *entry.abbreviations):
            forms.setdefault(form, (entry.name, entry.type.value))
    return forms


@lru_cache(maxsize=1)
def _titles() -> dict[str, str]:
    return {form: role.name for role in load_vocabulary().roles for form in role.forms if " " not in form}


@lru_cache(maxsize=65_536)
def _title(word: str) -> str | None:
    """Role that a word names: a title of the lexicon, or a compound that ends in one (Digitalministerin)."""
    titles = _titles()
    if word in titles:
        return titles[word]
    if not word[:1].isupper():
        return None
    for at in range(3, len(word) - _SHORTEST_TITLE):
        role = titles.get(word[at:].capitalize())
        if role is not None:
            return word[:at] + role.lower()
    return None


def relations(gold: Iterable[Any]) -> Relations:
    """Most frequent predicate between two types, on annotated pages."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for page in gold:
        for article in page["articles"]:
            types = {name: entity["type"] for entity in article["entities"] for name in (entity["name"],)}
            for fact in article["facts"]:
                ends = (types.get(_first(fact["subject"])), types.get(_first(fact["object"])))
                key = (str(_first(ends[0])), str(_first(ends[1])))
                counts.setdefault(key, Counter())[_first(fact["predicate"])] += 1
    return {key: min(found, key=lambda name: (-found[name], name)) for key, found in counts.items()}


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def _sentences(text: str) -> list[str]:
    return [match.group() for match in _SENTENCE.finditer(text)]


def _known(sentence: str) -> list[_Mention]:
    """Longest names of the lexicon, from left to right."""
    words = list(_WORD.finditer(sentence))
    lexicon, out, at = _lexicon(), [], 0
    while at < len(words):
        for last in range(min(at + _MOST_WORDS, len(words)), at, -1):
            form = sentence[words[at].start() : words[last - 1].end()]
            if form in lexicon:
                out.append(_Mention(words[at].start(), words[last - 1].end(), *lexicon[form]))
                at = last
                break
        else:
            at += 1
    return out


def _capitals(sentence: str, is_name: Callable[[Sequence[str]], Sequence[bool]]) -> list[_Mention]:
    """Runs of words that are names, the first word of the sentence only in a longer run."""
    words = list(_WORD.finditer(sentence))
    named = is_name([word.group() for word in words])
    out: list[_Mention] = []
    at = 0
    while at < len(words):
        last = at
        while last < len(words) and named[last] and _title(words[last].group()) is None:
            if last > at and not _JOINED.fullmatch(sentence, words[last - 1].end(), words[last].start()):
                break
            last += 1
        if last - at > (at == 0):
            person = at > 0 and _title(words[at - 1].group()) is not None
            kind = _PERSON if person else _ORGANISATION
            name = sentence[words[at].start() : words[last - 1].end()]
            out.append(_Mention(words[at].start(), words[last - 1].end(), name, kind))
        at = max(last, at + 1)
    return out


def _people(sentence: str) -> list[_Mention]:
    """A first name and the capitalised words after it."""
    first_names = load_vocabulary().list_of("first-names")
    words = list(_WORD.finditer(sentence))
    out: list[_Mention] = []
    for one, two in pairwise(words):
        if out and one.start() < out[-1].end:
            continue
        if one.group() in first_names and two.group()[:1].isupper() and sentence[one.end() : two.start()] == " ":
            out.append(_Mention(one.start(), two.end(), f"{one.group()} {two.group()}", _PERSON))
    return out


def _offices(sentence: str, mentions: Sequence[_Mention], found: _Found) -> None:
    """A title directly before a person, of the nearest Land or body of the sentence."""
    words = list(_WORD.finditer(sentence))
    for one, two in pairwise(words):
        person = next((m for m in mentions if m.type == _PERSON and m.start == two.start()), None)
        role = _title(one.group())
        if person is None or role is None or not _JOINED.fullmatch(sentence, one.end(), two.start()):
            continue
        near = [m for m in mentions if m.type in {_LAND, _ORGANISATION}]
        body = min(near, key=lambda m: abs(m.start - one.start()), default=None)
        office = {"person": f"{_PERSON}:{person.name}", "role": role, "status": "current"}
        found.offices.append({**office, "organisation": f"{body.type}:{body.name}" if body else None})


def _facts(mentions: Sequence[_Mention], most_frequent: Relations, found: _Found) -> None:
    """Two entities of one sentence, in the order of the text or, where only that is known, the other way round."""
    keys = list(dict.fromkeys((m.name, m.type) for m in mentions))
    for one, two in permutations(keys, 2):
        predicate = most_frequent.get((one[1], two[1]))
        backwards = keys.index(one) > keys.index(two)
        if predicate is None or (backwards and (two[1], one[1]) in most_frequent):
            continue
        ends = {"subject": f"{one[1]}:{one[0]}", "object": f"{two[1]}:{two[0]}"}
        fact = {**ends, "predicate": predicate, "modality": "asserted"}
        if fact not in found.facts:
            found.facts.append(fact)


def _record(text: str, most_frequent: Relations, mentions_of: Callable[[str], list[_Mention]]) -> Json:
    found = _Found()
    for sentence in _sentences(text):
        mentions = mentions_of(sentence)
        for mention in mentions:
            found.add(mention.name, mention.type)
        _offices(sentence, mentions, found)
        _facts(mentions, most_frequent, found)
    return found.record()


def lexicon_record(text: str, most_frequent: Relations) -> Json:
    """Floor `lexicon`."""

    def mentions_of(sentence: str) -> list[_Mention]:
        people = _people(sentence)
        titled = [m for m in _capitals(sentence, _capitalised) if m.type == _PERSON]
        people += [m for m in titled if not any(p.start < m.end and m.start < p.end for p in people)]
        known = [m for m in _known(sentence) if not any(p.start < m.end and m.start < p.end for p in people)]
        return sorted([*people, *known], key=lambda mention: mention.start)

    return _record(text, most_frequent, mentions_of)


def capitals_record(text: str, most_frequent: Relations) -> Json:
    """Floor `capitals`."""
    return _record(text, most_frequent, lambda sentence: _capitals(sentence, _capitalised))


def _capitalised(words: Sequence[str]) -> Sequence[bool]:
    return [word[:1].isupper() for word in words]


def tags_record(text: str, most_frequent: Relations) -> Json:
    """Floor `tags`."""
    return _record(text, most_frequent, lambda sentence: _capitals(sentence, _tagged))


def _tagged(words: Sequence[str]) -> Sequence[bool]:
    return [tag == "NE" for _, _, tag in _tagger().tag_sent(list(words))]


@lru_cache(maxsize=1)
def _tagger() -> Any:
    from HanTa import HanoverTagger

    return HanoverTagger.HanoverTagger("morphmodel_ger.pgz")


def floors() -> dict[str, Callable[[str, Relations], Json]]:
    """The floors that can be made here, by name."""
    made = {"lexicon + co-occurrence": lexicon_record, "capitals + titles": capitals_record}
    if importlib.util.find_spec("HanTa") is not None:
        made["HanTa's name tags + titles"] = tags_record
    return made
