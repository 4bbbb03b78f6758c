"""German is never dropped; other languages are seen where the text says enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.language.identify import language_of
from govgraph.vocabulary.layouts import load_layouts

FOLDER = Path(__file__).parents[3] / "benchmarks" / "language"
FREQUENT = load_layouts().frequent_words()


@pytest.mark.parametrize(("file", "least"), [("snippets.tsv", 45), ("set-aside/snippets.tsv", 48)])
def test_all_german_is_kept_and_most_else_is_seen(file: str, least: int) -> None:
    rows = [line.split("\t") for line in (FOLDER / file).read_text(encoding="utf-8").splitlines()]
    found = [(language, language_of(text, FREQUENT)) for language, _, text in rows]
    assert {name for language, name in found if language == "de"} == {"de", None}
    assert sum(name not in ("de", None) for language, name in found if language != "de") >= least


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        ("", None, None),
        ("CIO", "en", None),
        ("New portal goes live", None, None),
        ("New portal goes live", "en-GB", "en"),
        ("New portal goes live", "de", None),
        ("Das Portal ist neu, und viele nutzen es schon.", "en", "de"),
        ("The portal is new, and many of us use it already.", "de-DE", "en"),
        ("The portal is new, and many of us use it already.", "not a tag", "en"),
        ("Kysymykset ovat tervetulleita milloin tahansa puhelimitse", None, "und"),
        ("Kysymykset ovat tervetulleita milloin tahansa puhelimitse", "fi", "fi"),
        ("Уряд ухвалив нову стратегію цифрової ідентичності.", None, "und"),
        ("Уряд ухвалив нову стратегію цифрової ідентичності.", "uk", "uk"),
        ("Mehr unter www.the-of-and.com/is/the/of und the.of.and@example.org", None, None),
    ],
)
def test_text_decides_and_what_is_told_helps_in_doubt(text: str, told: str | None, language: str | None) -> None:
    assert language_of(text, FREQUENT, told) == language
