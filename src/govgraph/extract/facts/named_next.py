"""Nouns whose name the next sentence gives: „Gera testet einen Chatbot. Er heißt Kuno“ says that Gera tests Kuno."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.state import WORKS
from govgraph.language.grammar import INDEFINITE, IS_CALLED
from govgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

_READ = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.ANSWER})
_GENDERS = {"sie": "f", "die": "f", "diese": "f", "er": "m", "der": "m", "dieser": "m", "es": "n", "das": "n",
            "dieses": "n"}  # fmt: skip
_CALLED = (("heißt",), ("hieß",), ("nennt", "sich"), ("trägt", "den", "namen"), ("hört", "auf", "den", "namen"),
           ("soll",), ("sollte",), ("wird",))  # fmt: skip
_TO_COME = frozenset({"soll", "sollte", "wird"})
"""Verbs after which „heißen“ closes the sentence: „Es soll Kuno heißen“."""
_CLOSING = frozenset({"heißen", "getauft"})
_NOW = frozenset({"jetzt", "künftig", "nun", "schlicht", "einfach", "offiziell", "inzwischen"})
_UNDER_NAME = 3
"""Tokens of „unter dem Namen“."""
_ADJECTIVES = 3
_POSSESSIVES = frozenset({"ihr", "sein"})
_OWN = INDEFINITE | {f"{word}{end}" for word in ("ihr", "sein", "unser") for end in ("", "e", "em", "en", "er")}
"""What stands before a thing that is told of for the first time."""
_QUOTES = frozenset("„“”\"«»‚‘'")


def named_next(sentences: Sequence[Sentence], knowledge: Knowledge, agreement: Agreement) -> None:
    """Let a noun stand for what the next sentence says that it is called.

    Args:
        sentences: The article; arguments are added, before references are looked for.
        knowledge: Gives the nouns that say of what kind a name is.
        agreement: Gives genders.
    """
    for before, s in pairwise(sentences):
        if s.kind not in _READ or before.kind not in _READ:
            continue
        name, gender = given_name(s)
        if name is None or name.draft is None or gender is None:
            continue
        found = _nouns(before, knowledge, agreement, gender)
        if len(found) != 1 or any(a.draft is name.draft for a in before.arguments):
            continue
        at = found[0]
        generic = before.taken.get(at)
        if generic is None:
            before.refer(at, at + 1, name.draft, "")
        elif generic.draft is not None:
            _rename(sentences, generic.draft, name.draft)


def given_name(s: Sentence) -> tuple[Argument | None, str | None]:
    """The work that a sentence gives its name, and the gender of what it calls so: „Er heißt Kuno“, „Kuno heißt er“.

    The gender is empty where a noun stands for it, which may be another: „einen Chatbot. Das Programm heißt Kuno“.
    """
    opening = s.low_at(0)
    if opening in _POSSESSIVES and s.low_at(1) == "name" and s.text_at(2) in {":", "ist", "lautet"}:
        return _first_at(s, 3), ""
    if opening in _GENDERS and s.text_at(1)[:1].islower():
        return _named_at(s, 1), _GENDERS[opening]
    noun = s.taken.get(1)
    if opening in _GENDERS and s.text_at(1)[:1].isupper() and (noun is None or noun.reference):
        return _named_at(s, 2), ""
    if tuple(s.lower[:_UNDER_NAME]) == ("unter", "dem", "namen"):
        return _run_under(s)
    quoted = s.text_at(0) in _QUOTES
    first = s.taken.get(1 if quoted else 0)
    if first is None or first.type not in WORKS:
        return None, None
    if quoted and s.text_at(first.last) in _QUOTES:
        return (first, "") if _calls_a_noun(s, first.last + 1) else (None, None)
    i = first.last + 1
    if s.low_at(first.last) in _TO_COME:
        if s.low_at(i) == "der" and s.low_at(i + 1) == "name":
            return first, ""
        return (first, _GENDERS.get(s.low_at(i))) if s.low_at(i + 1) in _CLOSING else (None, None)
    if _calls_a_noun(s, first.last):
        return first, ""
    if s.low_at(first.last) not in IS_CALLED:
        return None, None
    ends = not s.text_at(i + 1)[:1].isalpha() or s.low_at(i + 1) == "und"
    return first, _GENDERS.get(s.low_at(i)) if ends else None


def _calls_a_noun(s: Sentence, verb: int) -> bool:
    """„Kuno heißt das Angebot“, „Kuno nennt sich das System, das …“: the name first, then a noun that stands for it."""
    itself = s.low_at(verb) == "nennt" and s.low_at(verb + 1) == "sich"
    if s.low_at(verb) not in IS_CALLED and not itself:
        return False
    i = verb + 1 + itself
    return s.low_at(i) in {"das", "der", "die"} and s.text_at(i + 1)[:1].isupper() and i + 1 not in s.taken


def _run_under(s: Sentence) -> tuple[Argument | None, str | None]:
    """„Unter dem Namen Kuno ist es seit Mai erreichbar“: the name, and the gender of what is meant."""
    named = _first_at(s, _UNDER_NAME)
    if named is None:
        return None, None
    i = named.last + (s.text_at(named.last) in _QUOTES)
    return named, _GENDERS.get(s.low_at(i + 1))


def _named_at(s: Sentence, verb: int) -> Argument | None:
    """The name after a verb of calling that is token `verb`."""
    for words in _CALLED:
        if tuple(s.lower[verb : verb + len(words)]) != words:
            continue
        i = verb + len(words)
        while s.low_at(i) in _NOW:
            i += 1
        named = _first_at(s, i)
        if named is not None and words[0] in _TO_COME and _CLOSING.isdisjoint(s.lower[named.last : named.last + 2]):
            return None
        return named
    return None


def _first_at(s: Sentence, i: int) -> Argument | None:
    """The work whose name begins at a token, or behind a quotation mark there."""
    while s.text_at(i) in _QUOTES:
        i += 1
    named = s.taken.get(i)
    fits = named is not None and named.first == i and named.type in WORKS and not named.reference
    return named if fits else None


def _nouns(s: Sentence, knowledge: Knowledge, agreement: Agreement, gender: str) -> list[int]:
    """The nouns of works of a gender that a sentence tells of without a name: „ein neues Portal“."""
    found = []
    for i, token in enumerate(s.tokens):
        if not token.upper or not i or not _is_new(s, i):
            continue
        head = knowledge.head_noun(token.text) or knowledge.head_noun(knowledge.nominative(token.text))
        if head is None and token.text.endswith("tenten"):
            # „einen virtuellen Assistenten“
            head = knowledge.head_noun(token.text[:-2])
        if head is None or head.type not in WORKS or (gender and agreement.of_noun(token.text) not in {gender, ""}):
            continue
        taken, after = s.taken.get(i), s.taken.get(i + 1)
        if after is not None and after.type in WORKS:
            continue
        if taken is None or (taken.last - taken.first == 1 and _is_generic(taken.draft, token.text)):
            found.append(i)
    return found


def _is_new(s: Sentence, noun: int) -> bool:
    """Whether a noun has an indefinite article or a possessive, few adjectives between."""
    for i in range(noun - 1, max(-1, noun - 2 - _ADJECTIVES), -1):
        if s.lower[i] in _OWN:
            return True
        if not s.tokens[i].text[0].islower() and s.text_at(i) not in _QUOTES:
            return False
    return False


def _is_generic(draft: Draft | None, word: str) -> bool:
    return draft is not None and draft.entry is None and draft.name == word


def _rename(sentences: Sequence[Sentence], generic: Draft, named: Draft) -> None:
    for s in sentences:
        for a in s.arguments:
            if a.draft is generic:
                s.mean(a, named)
