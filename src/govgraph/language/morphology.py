"""Dictionary forms, and the inflected forms that a name takes in text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from govgraph.language.dictionary import dictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_V = TypeVar("_V")
_ADJECTIVE = re.compile(
    r"^[A-ZÄÖÜa-zäöüß][\w-]*?(?:isch|lich|ig|al|iv|ell|eit|är|end|elektron|fen|sam|neu|stark|eitlich|bar|iert)"
    r"(?:e|er|es|en|em)$"
)
_ENDINGS = ("e", "er", "es", "en", "em")
_LINKS = frozenset({"für", "der", "des", "von", "zur", "zum", "im", "in", "beim", "und", "über", "an", "am"})


_MOST_KEPT = 10_000
"""How many words a memo keeps at first hand, and as many again of those asked for before. A long corpus makes ever more
of them; there are many memos, and their memory is bounded."""


class Memo(dict[str, _V]):
    """What a function says of words, kept: `Memo(function).__getitem__` is the function, called once for each word.

    When it has got many words, it lays them by and begins anew; those that are asked for again it takes over, so that
    it loses the rare ones alone.

    Args:
        function: Gives a value for every word.
        most: How many words it keeps at first hand.
    """

    __slots__ = ("_before", "_function", "_most")

    def __init__(self, function: Callable[[str], _V], most: int = _MOST_KEPT) -> None:
        super().__init__()
        self._function = function
        self._most = most
        self._before: dict[str, _V] = {}

    def __missing__(self, word: str) -> _V:
        value = self._before[word] if word in self._before else self._function(word)
        if len(self) >= self._most:
            self._before = dict(self)
            self.clear()
        self[word] = value
        return value


class Lemmatiser:
    """Dictionary forms of words, offline, with exceptions that the caller knows better.

    Args:
        exceptions: Form (lower case) to dictionary form.
    """

    def __init__(self, exceptions: Mapping[str, str]) -> None:
        self._exceptions = dict(exceptions)

    def __call__(self, word: str) -> str:
        """Dictionary form of a word as it stands in a sentence; empty for an empty one, as outside of a sentence."""
        if not word:
            return ""
        known = self._exceptions.get(word)
        if known:
            return known
        lemma = dictionary().lemma(word)
        if lemma == word and word.endswith("iert") and word[0].islower() and dictionary().knows(word[:-1] + "en"):
            # „kandidiert“, „debattiert“: the dictionary has some of these as adjectives only
            return word[:-1] + "en"
        return lemma


@lru_cache(maxsize=65536)
def is_dictionary_word(word: str) -> bool:
    """Whether the German dictionary knows the word in this spelling."""
    return dictionary().knows(word)


@lru_cache(maxsize=32768)
def is_compound(word: str) -> bool:
    """Whether a word that the dictionary lacks is made of two that it has: „Bezahlkomponente“, „Formularmodul“.

    >>> is_compound("Formularmodul"), is_compound("Govgraph")
    (True, False)
    """
    for middle in range(4, len(word) - 3):
        if not is_dictionary_word(word[middle:].capitalize()):
            continue
        first = word[:middle]
        if is_dictionary_word(first) or (first[-1] in "sn" and is_dictionary_word(first[:-1])):
            return True
        if is_dictionary_word(first + "en") or is_dictionary_word(first + "e"):
            return True
    return False


def genitive_forms(word: str) -> tuple[str, ...]:
    """The word, the genitives that a name made of it can take, and the dative of a plural.

    >>> genitive_forms("Rat")
    ('Rat', 'Rates', 'Rats')
    """
    if not word or not word[-1].isalpha():
        return (word,)
    if word[-1] in "szxß":
        return (word, word + "'", word + "es")
    if word.isupper() or len(word) < 3:
        return (word, word + "s")
    plural = (word + "n",) if word.endswith(("e", "er", "el")) else ()
    return (word, word + "es", word + "s", *plural)


def name_variants(name: str) -> set[str]:
    """Forms of a name in running text: genitives of its head, strong and weak adjective endings.

    The head is the last word, or the word before the first preposition or article („Ministerium für Inneres“).
    Leading adjectives are inflected together; a leading lower-case adjective may also begin a sentence.
    """
    words = name.split(" ")
    adjectives = 0
    while adjectives < len(words) - 1 and _ADJECTIVE.match(words[adjectives]):
        adjectives += 1
    head = next((i for i in range(adjectives + 1, len(words)) if words[i] in _LINKS), len(words)) - 1
    heads = genitive_forms(words[head])
    tail = words[head + 1 :]
    if not adjectives:
        return {" ".join([*words[:head], form, *tail]) for form in heads}
    out = set()
    for ending in _ENDINGS:
        inflected = [re.sub(r"(?:e|er|es|en|em)$", ending, word) for word in words[:adjectives]]
        for form in heads:
            whole = " ".join([*inflected, *words[adjectives:head], form, *tail])
            out.add(whole)
            out.add(whole[0].upper() + whole[1:])
    return out


def inflect_adjective(stem: str) -> tuple[str, ...]:
    """An adjective stem with all endings, lower and upper case.

    >>> inflect_adjective("hessisch")[:2]
    ('hessisch', 'hessische')
    """
    lower = (stem, *(stem + ending for ending in _ENDINGS))
    upper = tuple(form[0].upper() + form[1:] for form in lower)
    if "-" not in stem:
        return (*lower, *upper)
    return (*lower, *upper, *("-".join(part[0].upper() + part[1:] for part in form.split("-")) for form in lower))


_STRONG_IN_T = (
    ("bat", "bitten"),
    ("bot", "bieten"),
    ("brachte", "bringen"),
    ("brachten", "bringen"),
    ("dachte", "denken"),
    ("dachten", "denken"),
    ("galt", "gelten"),
    ("hatte", "innehaben"),
    ("hatten", "innehaben"),
    ("hielt", "halten"),
    ("kannte", "kennen"),
    ("kannten", "kennen"),
    ("nannte", "nennen"),
    ("nannten", "nennen"),
    ("riet", "raten"),
    ("schritt", "schreiten"),
    ("trat", "treten"),
    ("traten", "treten"),
)
"""Ends of strong and mixed preterites that the rule does not tell, each with that of its infinitive."""
_ENDS_IN_T = tuple(past for past, _ in _STRONG_IN_T)
_WEAK = ("ete", "eten", "te", "ten")
_SOFT = ("er", "el")
"""Ends of stems whose verbs end in „-n“: „fördern“, „sammeln“."""


_PLAIN = str.maketrans("äöü", "aou")
_PLURAL_PRESENT = frozenset({"haben", "seien", "werden"})
_PRESENT = frozenset({"bin", "darf", "kann", "mag", "muss", "sind", "soll", "weiß", "will", "wird"})
"""Forms of the present that have no ending of it."""


def is_preterite(form: str, lemma: str) -> bool:
    """Whether a finite form stands in the simple past.

    Args:
        form: Finite form in small letters, without its separable prefix: „leitete“, „förderte“, „betrieb“.
        lemma: Infinitive, with or without its prefix: „leiten“, „angehören“, „betreiben“.

    Returns:
        True for weak forms (-te, -ete on the stem) and for strong forms that the present cannot have; a strong form
        in -t is taken for present, but for those of a few common verbs („trat“, „hielt“), and the plural of a strong
        form is past where it is not that of the infinitive („schlossen“).
    """
    if form.endswith(_ENDS_IN_T) and any(form.endswith(past) and lemma.endswith(verb) for past, verb in _STRONG_IN_T):
        return True
    for ending in _WEAK if form.endswith(_WEAK) else ():
        stem = form.removesuffix(ending)
        if form.endswith(ending) and lemma.endswith((stem + "en", stem + "n") if stem.endswith(_SOFT) else stem + "en"):
            return True
    if form.endswith("en") and form not in _PLURAL_PRESENT:
        # „schlossen sich an“, „gaben bekannt“, but not „nutzen“ nor „gäben“
        plain = form.translate(_PLAIN)
        return plain == form and not lemma.translate(_PLAIN).endswith(form) and not form.endswith("ten")
    # „durchgehend“ is a participle that a verb was made out of
    return form not in _PRESENT and not form.endswith(("t", "e", "st", "en", "eln", "ern", "end"))
