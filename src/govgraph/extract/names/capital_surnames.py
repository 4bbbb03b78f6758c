"""Surnames in capitals: „Grit SEIDEL“ is Grit Seidel, in her article „SEIDEL“ is Seidel."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.language.text import FoldedText

__all__ = ["with_plain_surnames"]

_PARTICLE: Final = r"(?:(?i:von|vom|van|de|der|den|zu|zur|zum) )"
_NAMED: Final = re.compile(
    rf"(?<![\w-])(?P<first>[A-ZÄÖÜ][a-zäöüßéèáó]+(?:-[A-ZÄÖÜ][a-zäöüßéèáó]+)?) (?:[A-ZÄÖÜ]\. )?"
    rf"(?P<last>{_PARTICLE}*[A-ZÄÖÜ]{{2,}}(?:[-'][A-ZÄÖÜ]{{2,}})*)(?![\w-])"
)
_FEWEST: Final = 3
"""Letters that the surname has at least; „Max AG“ is none."""
_MONTHS: Final = frozenset({"April", "August", "Juli", "Juni", "Mai", "März"})


def with_plain_surnames(folded: FoldedText, knowledge: Knowledge) -> FoldedText:
    """A text of the same length, with surnames in capitals after first names as names are written otherwise.

    An abbreviation that the vocabulary knows is none: „für Frank AKDB und ITZBund“.
    """
    found: dict[str, str] = {}
    for match in _NAMED.finditer(folded.text):
        first, last = match["first"], match["last"]
        own = last.rpartition(" ")[2]
        if first in _MONTHS or len(own) < _FEWEST or own in found:
            continue
        if first.partition("-")[0] in knowledge.first_names and not _is_known(own, knowledge):
            found[own] = own.title()
            if last != own:
                found[last] = f"{last[: -len(own)].lower()}{own.title()}"
    text = folded.text
    for written in sorted(found, key=len, reverse=True):
        plain = found[written]
        if len(plain) == len(written):
            text = re.sub(rf"(?<![\w-]){re.escape(written)}(?![\w-])", plain, text)
    return folded if text is folded.text else replace(folded, text=text)


def _is_known(word: str, knowledge: Knowledge) -> bool:
    matches, titles = knowledge.matcher.find(word, frozenset())
    return bool(matches or titles) or knowledge.role_word(word) is not None
