"""The recipes of CONTRIBUTING.md: a line of Turtle changes what is read, without a line of code.

Page and lexicon files are taken from the recipes themselves, so that what a reader copies is what is tested. What
each does alone, the page shows (`test_documentation_runs.py`).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govgraph
from govgraph.errors import VocabularyError
from govgraph.pipeline import BuildOptions

PAGE = Path(__file__).resolve().parents[2] / "CONTRIBUTING.md"
FILES = dict(
    re.findall(r"^```[a-z]+ file=([\w.-]+)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def read(folder: Path, *lexicon: str) -> set[str]:
    """What is read from the page of the recipes: names with their class, offices, facts."""
    options = BuildOptions(lexicon=tuple(folder / name for name in lexicon))
    (article,) = govgraph.extract(folder / "page.txt", options).articles
    names = {entity.id: entity.name for entity in article.entities}
    return {
        *(f"{entity.kind} {entity.name}" for entity in article.entities),
        *(f"{names[o.person]} is {o.role} of {names[o.organisation or '']}" for o in article.offices),
        *(f"{names[f.subject]} {f.predicate} {names[f.object]}" for f in article.facts),
    }


def test_recipes_can_be_taken_together(folder: Path) -> None:
    new = {
        "Agency Digitallabor Musterland",
        "Digitallabor Musterland pilots E-Akte",
        "Thüringen cooperatesWith Digitallabor Musterland",
        "Svenja Okafor is Formularbotschafter of Hessen",
        "Kassel develops BundID",
    }
    assert not new & read(folder)
    assert new <= read(folder, "body.ttl", "role.ttl", "wording.ttl")


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("wording.ttl", "gov:develops", "gov:invents", "gov:invents; allowed are memberOf"),
        ("wording.ttl", "gov:lemma", "gov:word", "gov:word is no property; did you mean"),
        ("role.ttl", "skos:prefLabel", "skos:altLabel", "no skos:prefLabel in German"),
        ("body.ttl", "skos:prefLabel", "skos prefLabel", "not readable as Turtle"),
    ],
)
def test_a_slip_is_refused_with_what_is_allowed(folder: Path, name: str, old: str, new: str, message: str) -> None:
    slip = folder / f"slip-{name}"
    slip.write_text(FILES[name].replace(old, new, 1), encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(message)):
        read(folder, slip.name)
