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
    [("Sistem", r"did you mean gov:System\?"), ("Xyzzy", r"ontology/README\.md lists the classes")],
)
def test_a_misspelt_class_is_refused(name: str, hint: str, tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(f'{HEAD}<system/x> a gov:{name} ; skos:prefLabel "Xaver-Portal"@de .\n', encoding="utf-8")

    with pytest.raises(VocabularyError, match=rf"own\.ttl: \S+/system/x is a gov:{name}, which is no class; {hint}"):
        load_vocabulary([path])


def test_classes_of_other_files_and_of_ones_own_are_known(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    body = "<mark/x> a gov:LayoutMark . gov:Zoo a owl:Class . <zoo/x> a gov:Zoo . <tool/x> a <urn:Other> .\n"
    path.write_text(HEAD + body, encoding="utf-8")

    assert load_vocabulary([path]).entries == load_vocabulary().entries
