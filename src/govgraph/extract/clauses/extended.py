"""Where attributes of several words begin: „des im Mai vom Bund aufgelegten Programms X“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import (
    AUXILIARIES,
    CONTRACTED_CASES,
    COORDINATORS,
    DEFINITE_ARTICLES,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
)

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_FAR = 12
"""Most tokens between the article of a phrase and the participle of its attribute."""
_FEW = 3
"""Most adverbs between an article and a participle, where nothing else stands there."""
_ADVERBS = frozenset({
    "bereits", "bislang", "bisher", "derzeit", "eigens", "eng", "erst", "erstmals", "federführend", "früher",
    "gemeinsam", "heute", "jetzt", "jüngst", "kürzlich", "künftig", "maßgeblich", "neu", "nun", "schon",
    "speziell", "ursprünglich", "zuletzt", "zusammen", "inzwischen", "ebenfalls", "auch", "zuvor",
})  # fmt: skip
"""Adverbs that may stand between the article and the first phrase of an attribute."""
_HERE = frozenset({"dort", "hier"})
"""Adverbs of a place that was named before: „des dort ansässigen Amts“."""
_ENDINGS = (
    "te", "ten", "ter", "tes", "tem", "ne", "nen", "ner", "nes", "nem", "nde", "nden", "nder", "ndes", "ndem",
    "ige", "igen", "iger", "iges", "igem",
)  # fmt: skip
"""Endings of participles, and of adjectives such as „ansässig“ and „zuständig“ that take complements."""
_DATIVES = frozenset({"dem", "der", "den", "einem", "einer"})
_DATIVE_PRONOUNS = frozenset({"ihm", "ihr", "ihnen"})
PARTICIPLES = tuple(
    stem + ending
    for stem in ("t", "en", "end", "ässig", "hörig", "ständig")
    for ending in ("e", "en", "er", "es", "em")
)
"""Endings by which a word is surely such a participle or adjective, and no other adjective."""


def attribute_start(s: Sentence, j: int) -> int:
    """Where the article stands whose noun token `j` describes together with what hangs on it; -1 if nowhere.

    „Nachfolger des im Mai ausgeschiedenen Martin Brand“, „an dem vom Land aufgelegten Programm“: an article right
    before a preposition, or before adverbs or a date and a preposition, belongs to the noun after the participle.
    """
    if not s.tokens[j].inflected or not s.lower[j].endswith(_ENDINGS) or j in s.taken:
        return -1
    if s.low_at(j - 1) in DETERMINERS:
        return -1
    article = _before_adverbs(s, j)
    if article >= 0:
        return article
    for p in range(j - 2, max(0, j - _FAR), -1):
        low = s.lower[p]
        if not _inside(s, p + 1):
            return -1
        if low not in PREPOSITIONS and low not in CONTRACTED_CASES:
            continue
        first = p
        while first > 1 and (first - 1 in s.dated or s.lower[first - 1] in _ADVERBS):
            first -= 1
        if s.low_at(first - 1) in DETERMINERS and first - 1 not in s.relatives:
            return first - 1
    return -1


def attribute_goes_on(s: Sentence, i: int) -> bool:
    """„die in Zittau erprobte und vom Land finanzierte Plattform“: whether a second participle follows before the noun.

    Args:
        s: The sentence.
        i: Index of the first participle, before „und“.
    """
    start = i - 1 if s.low_at(i - 1) in DETERMINERS else attribute_start(s, i)
    if start < 0 or s.text_at(start - 1) == ",":
        return False
    for k in range(i + 2, min(i + _FAR, len(s.tokens) - 1)):
        if not _inside(s, k):
            return False
        participle = s.text_at(k)[0].islower() and s.lower[k].endswith(PARTICIPLES) and k not in s.taken
        if participle and s.text_at(k + 1)[:1].isupper():
            return s.lower[k][-1] == s.lower[i][-1]
    return False


def _before_adverbs(s: Sentence, j: int) -> int:
    """„des überraschend zurückgetretenen A“: the article, if nothing but adverbs stands after it; else -1."""
    i = j - 1
    while i > 0 and j - i <= _FEW and s.tokens[i].text.isalpha() and s.tokens[i].text.islower():
        low = s.lower[i]
        if i in s.taken and low not in _HERE:
            break
        if low in PREPOSITIONS or low in CONTRACTED_CASES or low in AUXILIARIES or low in MODALS or low in COORDINATORS:
            return -1
        if low in DETERMINERS:
            return i if i not in s.relatives and s.low_at(i - 1) != "," else -1
        i -= 1
    return i if i < j - 1 and s.lower[i] in DETERMINERS and i == 0 else -1


def _inside(s: Sentence, i: int) -> bool:
    """Whether a token may stand within an attribute: neither a mark nor a verb."""
    low = s.lower[i]
    return (s.tokens[i].text[0].isalnum() or i in s.taken) and low not in AUXILIARIES and low not in MODALS


def attributive(s: Sentence) -> frozenset[int]:
    """Tokens within such attributes: a time that they name is not the time of the clause."""
    inner: set[int] = set()
    for j in range(len(s.tokens)):
        start = attribute_start(s, j)
        if start >= 0:
            inner.update(range(start + 1, j + 1))
    return frozenset(inner)


def article_before(s: Sentence, participle: int) -> int:
    """Where the article of a noun that is described by a participle and what hangs on it stands; -1 if nowhere."""
    if done_by_whom(s, participle - 1):
        return participle - 3
    article = attribute_start(s, participle)
    return article if article >= 0 else _before_dative(s, participle)


def done_by_whom(s: Sentence, i: int) -> bool:
    """„das von ihr geführte Amt“: whether token `i` is the pronoun of such an attribute, and no possessive."""
    whole = s.low_at(i) in _DATIVE_PRONOUNS and s.low_at(i - 1) == "von" and s.low_at(i - 2) in DEFINITE_ARTICLES
    return whole and s.low_at(i + 1).endswith(PARTICIPLES)


def _before_dative(s: Sentence, participle: int) -> int:
    """„die dem Rat unterstellte Behörde“, „die 2020 gegründete Behörde“: the article before a name or date; else -1."""
    j = participle - 1
    if j in s.dated:
        while j in s.dated:
            j -= 1
    elif j in s.taken and not s.taken[j].adjective:
        j = s.taken[j].first - 1
        j -= s.low_at(j) in _DATIVES
    else:
        return -1
    return j if j >= 0 and s.lower[j] in DEFINITE_ARTICLES and s.text_at(j - 1) != "," else -1
