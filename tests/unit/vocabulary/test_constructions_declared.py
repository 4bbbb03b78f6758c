"""What is known of constructions is read from the ontology."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.errors import VocabularyError
from govgraph.vocabulary import constructions, load_constructions

HEAD = """
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
BODY = """
<urn:own-work> a gov:Construction ; skos:notation "own-work" ; skos:prefLabel "own"@en , "eigen"@de ;
    skos:definition "Reads."@en , "Liest."@de ; gov:evokes gov:implements , gov:develops ; skos:example "[Ulm]¹"@de .
<urn:scheme> a skos:ConceptScheme ; skos:prefLabel "constructions"@en .
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(constructions, "ontology_dir", lambda: tmp_path)
    return tmp_path


def write(folder: Path, turtle: str) -> None:
    (folder / "constructions.ttl").write_text(HEAD + turtle, encoding="utf-8")


def test_a_construction_is_known_by_its_rule(folder: Path) -> None:
    write(folder, BODY)
    (one,) = load_constructions().values()
    assert (one.name, dict(one.labels)) == ("own-work", {"en": "own", "de": "eigen"})
    assert dict(one.definitions) == {"en": "Reads.", "de": "Liest."}
    assert (one.evokes, one.examples) == (("develops", "implements"), ("[Ulm]¹",))


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        (BODY.replace('skos:notation "own-work" ;', ""), "urn:own-work has not one skos:notation"),
        (BODY.replace("<urn:scheme> a", "<urn:scheme> b"), "not readable as Turtle"),
    ],
)
def test_a_damaged_file_is_refused(folder: Path, turtle: str, message: str) -> None:
    write(folder, turtle)
    with pytest.raises(VocabularyError, match=message):
        load_constructions()


def test_reading_does_without() -> None:
    code = "import sys, govgraph; govgraph.extract('Ulm nutzt die E-Akte.'); print('constructions' in str(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
