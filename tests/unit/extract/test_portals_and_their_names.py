"""Nouns for systems before a name of their own, and what of a sentence belongs to its verb."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    (
        "Die Stadt Ulm startet ein Serviceportal namens Donautor.",
        ["Ulm implements Donautor"],
        ["Ulm implements Serviceportal"],
    ),
    ("Die Stadt Ulm startet ihr Bürgerportal Donautor.", ["Ulm implements Donautor"], ["Ulm implements Bürgerportal"]),
    ("Die Stadt Ulm startet das Serviceportal „Donautor“.", ["Ulm implements Donautor"], []),
    (
        "Die Stadt Ulm startet ihr Serviceportal Anfang Mai.",
        ["Ulm implements Serviceportal"],
        ["Ulm implements Anfang Mai"],
    ),
    ("Die Stadt Ulm erprobt das Zugangssystem AKDB-Tresor.", ["Ulm pilots AKDB-Tresor"], ["Ulm pilots Zugangssystem"]),
    ("Die Stadt Ulm nutzt schon das AKDB-Archivsystem RLP-Ablage.", ["Ulm implements RLP-Ablage"], []),
    (
        "Die Stadt Ulm nutzt enaio. Das Aktensystem ist auch in Kassel Alltag.",
        ["Kassel implements enaio"],
        ["Kassel implements Aktensystem"],
    ),
    ("Die Stadt Ulm nutzt die Plattform ulmdaten.de seit Mai.", ["Ulm implements ulmdaten.de"], []),
    (
        "Ulm will das Programm Hafen 4.0 ins Rollen bringen, für das die EU zwei Millionen Euro bewilligt hat.",
        ["EU funds Hafen 4.0"],
        [],
    ),
    (
        "Die Stadt Ulm hat das Portal Donautor in einem Betrieb erprobt, der zwei Millionen Euro gekostet hat.",
        ["Ulm pilots Donautor"],
        ["Ulm funds Donautor"],
    ),
    ("Die AKDB hat München die Plattform Isartor gebaut.", ["AKDB develops Isartor"], ["München develops Isartor"]),
    ("Nun hat München die Plattform Isartor gebaut.", ["München develops Isartor"], []),
    (
        "Mit Sachsen hat Thüringen ein Abkommen über Schulungen unterschrieben.",
        ["Thüringen cooperatesWith Sachsen"],
        [],
    ),
    ("Möglich wurde die BundID durch das Onlinezugangsgesetz.", ["BundID basedOn Onlinezugangsgesetz"], []),
    ("Das Onlinezugangsgesetz, auf dem die BundID rechtlich steht, gilt.", ["BundID basedOn Onlinezugangsgesetz"], []),
    (
        "Das Onlinezugangsgesetz steht auf der Tagesordnung, die BundID auch.",
        [],
        ["BundID basedOn Onlinezugangsgesetz"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:48] for text, _, _ in CASES])
def test_statements(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
