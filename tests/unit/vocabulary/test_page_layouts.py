# ruff: noqa: E501
"""Layout profiles are data: a line of Turtle changes what is read, and a wrong one is refused with what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

import govgraph
from govgraph.errors import VocabularyError
from govgraph.model import Genre
from govgraph.pipeline import BuildOptions
from govgraph.sources import Document, read_document
from govgraph.vocabulary.layouts import load_layouts
from govgraph.vocabulary.pages import GENERIC, PageLayout, PageRole

PREFIXES = """
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix page: <https://w3id.org/govgraph/id/page-layout/> .
@prefix x: <https://example.org/> .
"""
SENTENCE = "Die Stadt Kassel testet seit Montag die E-Akte. Drei Ämter arbeiten nun ohne Papier, sagt der Kämmerer."
PAGE = (
    f"<meta charset=utf-8><article><h1>Kassel testet</h1><p class=x1>{SENTENCE}</p><p class=x2>Unser Heft liegt in allen"
    f" Rathäusern aus, gleich an der Pforte.</p><p>{SENTENCE}</p></article>"
)


def extra(folder: Path, turtle: str) -> Path:
    path = folder / "mehr.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return path


def layout(name: str) -> PageLayout:
    return next(one for one in load_layouts().pages if one.name == name)


def test_profiles_of_the_ontology() -> None:
    names = [one.name for one in load_layouts().pages]
    assert names == ["behoerden-spiegel", "bund", "cio", "egovernment", GENERIC, "kommune21", "land"]
    assert (layout("kommune21").hosts, layout("kommune21").colon) == (("kommune21.de",), True)
    assert {layout("bund").genre, layout("land").genre} == {Genre.NEWS}


def test_every_profile_but_the_generic_one_can_fit() -> None:
    assert [one.name for one in load_layouts().pages if not one.hosts and not one.signs] == [GENERIC]


def test_every_role_is_known_to_the_generic_profile() -> None:
    assert {role for role in PageRole if layout(GENERIC).rule(role) is None} == {PageRole.TEXT}


@pytest.mark.parametrize(
    ("host", "fits"),
    [
        ("kommune21.de", True),
        ("archiv.kommune21.de", True),
        ("notkommune21.de", False),
        ("kommune21.de.example", False),
    ],
)
def test_host(host: str, fits: bool) -> None:
    assert layout("kommune21").is_of(host) is fits


@pytest.mark.parametrize(
    ("turtle", "gone"),
    [
        ('x:r a gov:PageRule ; gov:ofLayout page:generic ; gov:pageRole "furniture" ; gov:selector "p.x2" .', True),
        ('x:r a gov:PageRule ; gov:ofLayout page:generic ; gov:pageRole "furniture" ; gov:selector "h1 ~ p:has(+ p:last-child)" .', True),
        ('x:r a gov:PageRule ; gov:ofLayout page:generic ; gov:pageRole "furniture" ; gov:namePattern "x[2-9]" .', True),
        ('x:r a gov:PageRule ; gov:ofLayout page:generic ; gov:pageRole "furniture" ; gov:namePattern "x" .', False),
        ('x:r a gov:PageRule ; gov:ofLayout page:cio ; gov:pageRole "furniture" ; gov:selector ".x2" .', False),
        ('x:l a gov:PageLayout ; gov:sign "p.x1", "p.x2" . x:r a gov:PageRule ; gov:ofLayout x:l ; gov:pageRole "furniture" ;'
         ' gov:selector ".x2" .', True),
        ('x:l a gov:PageLayout ; gov:sign "p.x1", "p.x3" . x:r a gov:PageRule ; gov:ofLayout x:l ; gov:pageRole "furniture" ;'
         ' gov:selector ".x2" .', False),
    ],
)  # fmt: skip
def test_users_rule_is_a_line_of_data(tmp_path: Path, turtle: str, gone: bool) -> None:
    document = Document("page", "page.html", PAGE.encode(), "html")
    assert "Pforte" in read_document(document).text
    page = read_document(document, layouts=load_layouts([extra(tmp_path, turtle)]))
    assert ("Pforte" not in page.text) is gone
    assert page.text.count(SENTENCE) == 2


def test_own_profile_is_asked_before_the_generic_one(tmp_path: Path) -> None:
    raw = PAGE.replace("class=x2", "class=newsletter").encode()
    document = Document("page", "page.html", raw, "html")
    turtle = 'x:l a gov:PageLayout ; gov:sign ".x1" . x:r a gov:PageRule ; gov:ofLayout x:l ; gov:pageRole "text" ; gov:selector ".newsletter" .'
    assert "Pforte" not in read_document(document).text
    assert "Pforte" in read_document(document, layouts=load_layouts([extra(tmp_path, turtle)])).text


def test_lexicon_of_a_build_may_hold_profiles(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.replace("Unser Heft", "Das BSI"), encoding="utf-8")
    lexicon = extra(
        tmp_path, 'x:r a gov:PageRule ; gov:ofLayout page:generic ; gov:pageRole "furniture" ; gov:selector ".x2" .'
    )
    plain = govgraph.extract(page).articles[0]
    changed = govgraph.extract(page, BuildOptions(lexicon=(lexicon,))).articles[0]
    assert {entity.name for entity in plain.entities} - {entity.name for entity in changed.entities} != set()


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ('x:r a gov:PageRule ; gov:ofLayout page:generic ; gov:pageRole "headline" ; gov:selector "p" .',
         "no role 'headline'; allowed are text, furniture"),
        ('x:r a gov:PageRule ; gov:ofLayout page:generic ; gov:selector "p" .', "0 values of gov:pageRole; give one"),
        ('x:r a gov:PageRule ; gov:ofLayout page:generic ; gov:pageRole "title" .', "neither gov:selector nor gov:namePattern"),
        ('x:r a gov:PageRule ; gov:pageRole "title" ; gov:selector "p" .', "no gov:ofLayout"),
        ('x:r a gov:PageRule ; gov:ofLayout page:nix ; gov:pageRole "title" ; gov:selector "p" .', "there are behoerden-spiegel, bund"),
        ('x:r a gov:PageRule ; gov:ofLayout page:generic ; gov:pageRole "title" ; gov:selector "p[" .', "'p[' is no CSS selector"),
        ('x:r a gov:PageRule ; gov:ofLayout page:generic ; gov:pageRole "title" ; gov:selector "p::before" .', "pseudo-element"),
        ('x:r a gov:PageRule ; gov:ofLayout page:generic ; gov:pageRole "title" ; gov:namePattern "(" .', "no regular expression"),
        ('x:l a gov:PageLayout ; gov:sign ">" .', "is no CSS selector"),
        ('x:l a gov:PageLayout ; gov:impliesGenre "poem" .', "no genre 'poem'; allowed are interview, report"),
        ('x:cio a gov:PageLayout .', "two profiles have this name"),
    ],
)  # fmt: skip
def test_wrong_data_is_refused(tmp_path: Path, turtle: str, message: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        load_layouts([extra(tmp_path, turtle)])
    assert message in str(caught.value)
