"""„Ersterer“ and „Letzterer“, „beziehungsweise“, and contracts like the one that was told of."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Gera und Jena gehen getrennte Wege. Erstere führt openDesk ein, Letztere setzt auf die E-Akte.",
        ["Gera implements openDesk", "Jena implements E-Akte"],
        ["Gera implements E-Akte", "Jena implements openDesk"],
    ),
    (
        "Hessen und Bayern unterscheiden sich. Ersteres nutzt openDesk, Letzteres das BayernPortal.",
        ["Hessen implements openDesk", "Bayern implements BayernPortal"],
        ["Ersteres * *", "openDesk basedOn BayernPortal"],
    ),
    (
        "Dataport und die AKDB sind beteiligt. Letztere betreibt das BayernPortal.",
        ["AKDB develops BayernPortal"],
        ["Dataport develops BayernPortal"],
    ),
    ("Länder und Kommunen streiten mit Gera und Jena. Erstere nutzen openDesk.", [], ["Gera implements openDesk"]),
    # each has one of as many
    (
        "Kassel und Jena nutzen openDesk beziehungsweise die E-Akte.",
        ["Kassel implements openDesk", "Jena implements E-Akte"],
        ["Kassel implements E-Akte", "Jena implements openDesk"],
    ),
    (
        "Ulm, Gera und Jena setzen auf openDesk, civento respektive die E-Akte.",
        ["Ulm implements openDesk", "Gera implements civento", "Jena implements E-Akte"],
        ["Ulm implements E-Akte", "Gera implements openDesk", "* basedOn openDesk"],
    ),
    ("Die Stadt Kassel nutzt openDesk bzw. civento.", ["Kassel implements openDesk", "Kassel implements civento"], []),
    # the partner is that of the contract before
    (
        "Das BSI hat eine Vereinbarung mit Niedersachsen unterzeichnet. Zuvor hatten bereits Hessen und das Saarland "
        "entsprechende Verträge geschlossen.",
        ["Hessen cooperatesWith BSI asserted", "Saarland cooperatesWith BSI asserted"],
        ["Hessen cooperatesWith Saarland"],
    ),
    (
        "Die Stadt Kassel kooperiert mit Dataport. Auch Jena hat einen vergleichbaren Vertrag unterschrieben.",
        ["Jena cooperatesWith Dataport"],
        ["Jena cooperatesWith Kassel"],
    ),
    (
        "Das BSI kooperiert mit Bremen. Hessen und Bayern haben entsprechende Verträge mit Dataport geschlossen.",
        ["Hessen cooperatesWith Dataport"],
        ["Hessen cooperatesWith BSI"],
    ),
    (
        "Zuvor hatten bereits Hessen und Bayern Verträge mit dem BSI geschlossen.",
        ["Hessen cooperatesWith BSI asserted"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES)
def test_one_and_the_other(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)
