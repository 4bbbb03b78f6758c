"""Who does what was said of others („Ulm tut das schon“), tests with them, or does so no more."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, rules_only

from govgraph.sources import read_text

CASES = [
    (
        "Kassel soll bald mit der E-Akte arbeiten. Die Stadt Gera tut das schon.",
        ["Gera implements E-Akte asserted"],
        [],
    ),
    ("Kassel will die E-Akte nutzen. Ulm hat es bereits getan.", ["Ulm implements E-Akte asserted"], []),
    ("Alle müssen auf die E-Akte umsteigen. Die Stadt Ulm tut es schon.", ["Ulm implements E-Akte asserted"], []),
    ("Kassel nutzt die E-Akte. Gera tut das nicht.", [], ["Gera implements E-Akte"]),
    ("Kassel nutzt die E-Akte. Das Landesamt für Steuern tut viel.", [], ["Landesamt für Steuern implements E-Akte"]),
    ("Kassel erprobt die E-Akte, Fulda ist im Mai ausgestiegen.", ["Fulda pilots E-Akte ended"], []),
    ("Kassel nutzt die E-Akte. Fulda ist aus dem Projekt Miro ausgestiegen.", [], ["Fulda implements E-Akte"]),
    ("In Hessen wird die E-Akte getestet, mit dabei ist die Stadt Fulda.", ["Fulda pilots E-Akte asserted"], []),
    ("Kassel nutzt die E-Akte, mit dabei ist auch die Stadt Fulda.", ["Fulda implements E-Akte asserted"], []),
    ("Jede Stadt darf das Portal Lumo benutzen. Gera folgt im Mai.", ["Gera implements Lumo planned"], []),
    ("Programmiert hat den Dienst Lumo die ekom21. Weimar will nachziehen.", ["Weimar implements Lumo planned"], []),
    (
        "Das Portal Lumo wird von Ländern übernommen. Bremen hat gezahlt, das Saarland will folgen.",
        ["Saarland implements Lumo planned"],
        [],
    ),
    (
        "Alle Kreise sollen das Portal Lumo anbieten. Bereits am Netz sind Suhl und der Ilm-Kreis.",
        ["Suhl implements Lumo asserted", "Ilm-Kreis implements Lumo asserted"],
        [],
    ),
    ("Das Portal Lumo ist neu. Gera folgt nicht.", [], ["Gera implements Lumo"]),
    ("Das Portal Lumo läuft auf enaio. Gera folgt.", [], ["Gera implements Lumo", "Gera implements enaio"]),
    ("Das Portal Lumo ist neu. Gera folgt der Einladung des Landes.", [], ["Gera implements Lumo"]),
    ("Jena ist der KISA beigetreten, die Lumo betreibt. Gera folgt.", [], ["Gera implements Lumo"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:48] for text, _, _ in CASES])
def test_who_does_the_same(text: str, said: list[str], never: list[str]) -> None:
    (article,) = rules_only().read(read_text(f"Meldung\n\n[01.03.2024] {text}")).articles
    check_statements(article, said, never)
