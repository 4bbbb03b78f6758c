"""Sentences of reports, from `sentences.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from govgraph.errors import VocabularyError
from govgraph.model.days import span


@cache
def _sentences() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(__file__).with_name("sentences.json").read_text("utf-8"))
    return found


def theme_of(predicate: str) -> str:
    """Name of the theme that statements of a predicate stand under."""
    return str(_sentences()["themesOf"].get(predicate, "works"))


class Wording:
    """Sentences in one language.

    Args:
        lang: `de` or `en`.

    Raises:
        VocabularyError: There are no sentences in that language.
    """

    def __init__(self, lang: str) -> None:
        if lang not in ("de", "en"):
            raise VocabularyError(f"no reports in {lang!r}; allowed are de, en")
        self.lang = lang
        self._texts: dict[str, Any] = _sentences()[lang]

    def text(self, key: str, **values: object) -> str:
        """A sentence with its values filled in; names may hold braces."""
        return str(self._texts[key]).format(**values)

    def table(self, key: str) -> dict[str, Any]:
        """A table of texts by name."""
        found: dict[str, Any] = self._texts[key]
        return found

    def count(self, key: str, number: int) -> str:
        """A number with its noun."""
        return str(self._texts[key][0 if number == 1 else 1]).format(n=number)

    def statement(self, predicate: str, modality: str, subject: str, object_: str) -> str:
        """What a statement says, as a sentence."""
        template = self._texts["statements"][predicate][modality]
        return str(template.format(s=subject, o=object_))

    def listed(self, names: Sequence[str]) -> str:
        """Names as a list in words."""
        if len(names) < 2:
            return names[0] if names else self.text("nobody")
        return ", ".join(names[:-1]) + self.text("and") + names[-1]

    def date(self, text: str) -> str:
        """A date as precise as it is given; other text as it is."""
        found = span(text)
        if found is None:
            return text or self.text("noDate")
        if len(text) == 4:
            return text
        month = self._texts["months"][found.first.month - 1]
        key = "month" if len(text) == 7 else "day"
        return self.text(key, day=found.first.day, month=month, year=found.first.year)

    def reach(self, key: str, text: str) -> str:
        """A day, month or year with what stands before it: `since`, `from` or `until`."""
        return self.text(f"{key}{'Day' if len(text) > len('YYYY-MM') else 'Span'}", day=self.date(text))

    def when(self, first: str, last: str) -> str:
        """Days between which something happened, with their preposition; empty if neither is known."""
        if first and last:
            return self._stretch(first, last)
        if last:
            return self.text("by", day=self.date(last))
        return self.text("after", day=self.date(first)) if first else ""

    def since(self, first: str, last: str) -> str:
        """The day, month or year that two days lie in, without preposition, or between which days."""
        for length in (len("YYYY-MM-DD"), len("YYYY-MM"), len("YYYY")):
            if first[:length] == last[:length]:
                return self.date(first[:length])
        return self.text("between", first=self.date(first), last=self.date(last))

    def _stretch(self, first: str, last: str) -> str:
        if first == last:
            return self.text("on", day=self.date(first))
        for length, key in ((7, "inMonth"), (4, "inYear")):
            whole = span(first[:length])
            if whole and (whole.first.isoformat(), whole.last.isoformat()) == (first, last):
                return self.text(key, day=self.date(first[:length]))
        return self.text("between", first=self.date(first), last=self.date(last))
