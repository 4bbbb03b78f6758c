"""Names with a dot or slash inside, and nouns that only say of what kind a name is."""

from __future__ import annotations

import pytest

from govgraph.extract import Reader
from govgraph.language.tokens import tokenise
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_vocabulary())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Stadt hat das Projekt bochum.digital gestartet.", "bochum.digital"),
        ("Der Verein heißt pankow.vernetzt. Er wirbt für offene Daten.", "pankow.vernetzt"),
        ("Die Hochschule Emden/Leer forscht mit.", "Hochschule Emden/Leer"),
        ("Das Forum Amt der Zukunft tagte in Kiel.", "Amt der Zukunft"),
        ("Sie leitet das Referat Recht in der Staatskanzlei.", "Referat Recht"),
        ("Ich verantworte die Digitalstrategie „Stark im Netz“.", "Stark im Netz"),
        ("Die Dresdner Erklärung fordert mehr Geld.", "Dresdner Erklärung"),
    ],
)
def test_reads_the_whole_name(reader: Reader, text: str, name: str) -> None:
    (article,) = reader.read(read_text(f"Meldung\n\n[01.03.2024] {text}")).articles
    assert name in {e.name for e in article.entities}


@pytest.mark.parametrize("text", ["www.bund.de", "Das Ende. Danach", "Bürger.innen", "foo.html"])
def test_a_dot_that_is_no_part_of_a_name_stays_apart(text: str) -> None:
    assert "." in [t.text for t in tokenise(text, 0, len(text))[0]]
