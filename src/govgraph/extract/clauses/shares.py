"""Who gives, or gets, another share of a sum: „Der Bund trägt neun Zehntel der Kosten, den Rest das Land“."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES
from govgraph.language.grammar import NUMBER_WORDS
from govgraph.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from govgraph.extract.filled import Filled
    from govgraph.extract.state import Argument, Clause, Sentence

_WITHIN = 4
_CLOSING = frozenset({",", ";", ".", "!", "?", ":", ")", "–", "—", "und"})
_MARKERS = frozenset({"np", "von", "aus", "durch"})
"""How who gives may stand: „das Land den Rest“, „weitere 500.000 Euro vom Land“."""
_AROUND = NUMBER_WORDS | {
    "andere", "anderen", "das", "den", "der", "die", "ein", "eine", "einen", "einer", "einmal", "etwa", "gut", "je",
    "jeweils", "knapp", "mit", "noch", "nochmals", "restliche", "restlichen", "rund", "sowie", "und", "weitere",
    "weiteren", "weiterer", "weiteres", "zu", "zusätzlich", "zusätzliche", "übrige", "übrigen",
}  # fmt: skip
"""Words that may stand beside a sum or a part of one."""


def gives_another_share(
    s: Sentence, span: tuple[int, int], names: Sequence[Argument], main: Clause, shares: frozenset[str]
) -> bool:
    """„…, weitere 500.000 Euro vom Land Hessen“, „…, das Land mit einer Million“: a name and a sum, and no verb.

    The clause before must tell of a sum or a share as well, and nothing else may stand there: „…, das Land nichts“.

    Args:
        s: Sentence.
        span: Tokens between marks, without a verb.
        names: What is named there.
        main: The clause before.
        shares: Nouns for parts of a sum, in small letters.
    """
    one = names[0]
    if one.marker not in _MARKERS or one.type not in BODY_TYPES or any(a.group != one.group for a in names):
        return False
    if not any(s.lower[i] in shares for i in main.tokens):
        return False
    held = {i for a in names for i in range(a.begin, a.last)}
    return names_only_sums(s, range(*span), held, shares)


def names_only_sums(s: Sentence, tokens: Iterable[int], held: Container[int], shares: frozenset[str]) -> bool:
    """„500.000“, „eine“, „den Rest“: whether words name a sum or a part of one, and nothing else.

    Args:
        s: Sentence.
        tokens: Where to look.
        held: Tokens that are left out.
        shares: Nouns for parts of a sum, in small letters.
    """
    words = [s.lower[i] for i in tokens if i not in held and s.text_at(i)[0].isalnum()]
    counted = [low in shares or low in NUMBER_WORDS or low[0].isdigit() or low == "eine" for low in words]
    return any(counted) and all(one or low in _AROUND for one, low in zip(counted, words, strict=True))


def shared_out(s: Sentence, filled: Filled, shares: frozenset[str]) -> bool:
    """„Das Land zahlt die Hälfte, Gera den Rest“: one end of what is read is who gives another share.

    Args:
        s: Sentence.
        filled: What a frame reads from it.
        shares: Nouns for parts of a sum, in small letters.
    """
    if filled.frame.evokes is not Predicate.FUNDS or not 0 <= filled.clause < len(s.clauses):
        return False
    if s.clauses[filled.clause].kind == "gap" or "dat" not in filled.frame.object_markers:
        # „Der Bund fördert Gera mit zwei Millionen, Hessen Ulm mit drei“
        return False
    verb = min((i for _, i, _ in s.clauses[filled.clause].lemmas), default=len(s.tokens))
    subjects, objects = ([_gives_share(s, a, verb, shares) for a in ends] for ends in (filled.subjects, filled.objects))
    return any(subjects) != any(objects)


def _gives_share(s: Sentence, a: Argument, verb: int, shares: frozenset[str]) -> bool:
    """Whether a name stands alone between a comma and a share: „…, Gera den Rest“."""
    if not a.nominative or a.begin <= verb or s.text_at(a.begin - 1) != ",":
        return False
    if any(b.group == a.group for b in s.arguments if b is not a):
        return False
    near = range(a.last, min(a.last + _WITHIN, len(s.tokens)))
    after = itertools.takewhile(lambda i: i not in s.taken and s.lower[i] not in _CLOSING, near)
    return any(s.lower[i] in shares or s.lower[i].isdigit() for i in after)
