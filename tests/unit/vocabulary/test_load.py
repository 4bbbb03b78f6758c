"""What a user's own file may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.errors import VocabularyError
from govgraph.vocabulary.load import load_vocabulary

HEAD = """
@base <https://w3id.org/govgraph/id/> .
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Sistem", r"did you mean gov:System\?"),
        ("Agentur", r"did you mean gov:Agency\?"),
        ("Xyzzy", r"ontology/README\.md lists the classes"),
    ],
)
def test_a_misspelt_class_is_refused(name: str, hint: str, tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(f'{HEAD}<system/x> a gov:{name} ; skos:prefLabel "Xaver-Portal"@de .\n', encoding="utf-8")

    with pytest.raises(
        VocabularyError, match=rf"own\.ttl, line 6: \S+/system/x is a gov:{name}, which is no class; {hint}"
    ):
        load_vocabulary([path])


def test_classes_of_other_files_and_of_ones_own_are_known(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    body = "<mark/x> a gov:LayoutMark . gov:Zoo a owl:Class . <zoo/x> a gov:Zoo . <tool/x> a <urn:Other> .\n"
    path.write_text(HEAD + body, encoding="utf-8")

    assert load_vocabulary([path]).entries == load_vocabulary().entries


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<system/x> gov:abbrevation "XP" .', "line 7: gov:abbrevation is no property; did you mean gov:abbreviation?"),
        ('<system/x> gov:System "XP" .', "own.ttl: gov:System is no property"),
        ('<system/x> skos:altLable "XP"@de .', "line 7: skos:altLable is no property; did you mean skos:altLabel?"),
        ("<system/x> gov:jurisdiction <jurisdiction/hamborg> .", "id/jurisdiction/hamborg>; did you mean <"),
        ("<system/x> gov:jurisdiction <urn:x:hamburg> .", "line 7: nothing is known of <urn:x:hamburg>"),
        ("<system/x> gov:owner <organisation/xaverkontor> .", "line 7: nothing is known of <"),
        ("<role/x> skos:broader <role/minster> .", "id/role/minster>; did you mean <"),
        (
            "<noun/x> a gov:HeadNoun ; gov:entityType gov:Sistem .",
            "line 7: gov:Sistem is no term; did you mean gov:System?",
        ),
        ('<system/y> a gov:System ; skos:prefLabel "Y-Portal" .', 'of no language; write skos:prefLabel "Y-Portal"@de'),
        (
            '<system/y> a gov:System ; skos:prefLabel "Y"@en .',
            "line 7: https://w3id.org/govgraph/id/system/y has no skos",
        ),
        ('<system/x> skos:prefLabel "X-Portal"@de .', "has two names, 'X-Portal' and 'Xaver-Portal'; keep one"),
        ('<role/y> a gov:Role ; skos:prefLabel "Y" .', 'of no language; write skos:prefLabel "Y"@de'),
    ],
)
def test_what_would_do_nothing_is_refused_with_its_line(body: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(f'{HEAD}<system/x> a gov:System ; skos:prefLabel "Xaver-Portal"@de .\n{body}\n', encoding="utf-8")
    with pytest.raises(VocabularyError) as raised:
        load_vocabulary([path])
    assert message in str(raised.value)


def test_names_and_links_may_stand_in_any_file(tmp_path: Path) -> None:
    """Ours, and others of the user's own; names in other languages are nobody's concern."""
    one, other = tmp_path / "own.ttl", tmp_path / "other.ttl"
    one.write_text(
        f'{HEAD}<system/x> a gov:System ; skos:prefLabel "Xaver"@de , "Xavier"@en ; gov:owner <organisation/xk> .\n'
        '<organisation/dataport> skos:altLabel "Datenhafen"@de .\n',
        encoding="utf-8",
    )
    other.write_text(
        f'{HEAD}<organisation/xk> a gov:Agency ; skos:prefLabel "XK"@de ; gov:jurisdiction <jurisdiction/hamburg> .\n',
        encoding="utf-8",
    )
    known = load_vocabulary([one, other]).by_iri
    assert known["https://w3id.org/govgraph/id/system/x"].owners == ("https://w3id.org/govgraph/id/organisation/xk",)
    assert "Datenhafen" in known["https://w3id.org/govgraph/id/organisation/dataport"].labels
