from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from govgraph.errors import VocabularyError
from govgraph.model import BlockKind, Genre
from govgraph.sources import read_text
from govgraph.vocabulary.layouts import Extent, LayoutRole, load_layouts
from govgraph.vocabulary.resources import ontology_dir

GOV = "https://w3id.org/govgraph/ontology#"
PREFIXES = """
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix x: <https://example.org/> .
"""


def extra(tmp_path: Path, turtle: str) -> Path:
    path = tmp_path / "mehr.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return path


def test_every_role_has_a_mark() -> None:
    layouts = load_layouts()
    assert {role for role in LayoutRole if not layouts.of(role)} == set()


def test_mark_of_the_ontology() -> None:
    (mark,) = load_layouts().of(LayoutRole.AD)
    assert (mark.name, mark.kind, mark.extent, mark.genre) == (
        "advertisement",
        BlockKind.FURNITURE,
        Extent.GROUP,
        None,
    )
    genres = {mark.genre for mark in load_layouts().of(LayoutRole.GENRE_MARK)}
    assert genres == {Genre.INTERVIEW, Genre.REPORT, Genre.NEWS}


def test_every_term_of_the_file_is_declared_with_labels_in_both_languages() -> None:
    triples = list(ox.parse(path=str(ontology_dir() / "layouts.ttl"), format=ox.RdfFormat.TURTLE))
    own = {triple.predicate.value for triple in triples if triple.predicate.value.startswith(GOV)}
    own |= {
        triple.object.value
        for triple in triples
        if triple.predicate.value.endswith("#type")
        and isinstance(triple.object, ox.NamedNode)
        and triple.object.value.startswith(GOV)
    }
    others = list(ox.parse(path=str(ontology_dir() / "reading.ttl"), format=ox.RdfFormat.TURTLE))
    labelled: dict[str, set[str | None]] = {}
    for triple in [*triples, *others]:
        if triple.predicate.value.endswith("#label") and isinstance(triple.object, ox.Literal):
            labelled.setdefault(str(getattr(triple.subject, "value", "")), set()).add(triple.object.language)
    assert {term for term in own if not {"de", "en"} <= labelled.get(term, set())} == set()


def test_users_mark_is_a_line_of_data(tmp_path: Path) -> None:
    page = "Titel\n\nEin Satz, der lang genug ist, um für Text zu gelten, steht hier.\n\nReklame von nebenan\n"
    before = read_text(page)
    after = read_text(
        page,
        layouts=load_layouts(
            [
                extra(
                    tmp_path,
                    'x:reklame a gov:LayoutMark ; gov:layoutRole "furniture" ; gov:blockKind "furniture" ;'
                    ' gov:pattern "Reklame .*$" .',
                )
            ]
        ),
    )
    assert [block.kind for block in before.articles[0].blocks][-1] is BlockKind.PARAGRAPH
    assert [block.kind for block in after.articles[0].blocks][-1] is BlockKind.FURNITURE


@pytest.mark.parametrize(
    ("turtle", "words"),
    [
        ("x:a gov:b", "not readable as Turtle"),
        ('x:a a gov:LayoutMark ; gov:layoutRole "nix" ; gov:blockKind "title" .', "'nix' is not a valid LayoutRole"),
        ('x:a a gov:LayoutMark ; gov:layoutRole "ad" ; gov:blockKind "nix" .', "'nix' is not a valid BlockKind"),
        ('x:a a gov:LayoutMark ; gov:blockKind "title" .', "0 values of gov:layoutRole"),
        (
            'x:a a gov:LayoutMark ; gov:layoutRole "ad" ; gov:blockKind "title" ; gov:pattern "(" .',
            "is no regular expression",
        ),
        (
            'x:a a gov:LayoutMark ; gov:layoutRole "ad" ; gov:blockKind "title" ; gov:pattern "{nix}" .',
            "no fragment 'nix'",
        ),
        (
            'x:f a gov:LayoutFragment ; gov:fragmentName "f" ; gov:pattern "{f}" .'
            ' x:a a gov:LayoutMark ; gov:layoutRole "ad" ; gov:blockKind "title" ; gov:pattern "{f}" .',
            "contain one another",
        ),
    ],
)
def test_what_the_program_does_not_know_is_refused(tmp_path: Path, turtle: str, words: str) -> None:
    with pytest.raises(VocabularyError, match=re.escape(words)):
        load_layouts([extra(tmp_path, turtle)])
