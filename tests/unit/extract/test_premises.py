"""Where bodies have their rooms, by what stands beside their name and the town's."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    ("In der Berliner Zentrale des Bitkom wurde gefeiert.", ["Bitkom locatedIn Berlin"], []),
    ("Das Kasseler Büro der AKDB ist eröffnet.", ["AKDB locatedIn Kassel"], []),
    ("Von Kiel aus betreut Dataport das Netz.", ["Dataport locatedIn Kiel"], []),
    ("Von Kiel aus betreut Anna Weber das Netz.", [], ["* locatedIn Kiel"]),
    ("Anna Weber geht nach Bonn zum BSI.", ["Bundesamt für Sicherheit in der Informationstechnik locatedIn Bonn"], []),
    ("Anna Weber wechselt von der AKDB in Ulm zur FITKO.", [], ["FITKO locatedIn Ulm"]),
    ("Gewählt wurden Anna Weber (regio iT, Aachen) und Jens Alt.", ["regio iT locatedIn Aachen"], []),
    ("Sie kommt von der ekom21 (Kassel/Gießen).", ["ekom21 locatedIn Kassel", "ekom21 locatedIn Gießen"], []),
    ("Dabei waren einige Städte (Ulm, Kassel) und die AKDB.", [], ["AKDB locatedIn *"]),
    (
        "Die AKDB mit Niederlassungen in Bayreuth und Passau hilft.",
        ["AKDB locatedIn Bayreuth", "AKDB locatedIn Passau"],
        [],
    ),
    ("Die KIV Thüringen, kurz KIV, aus Gotha hilft.", ["KIV Thüringen locatedIn Gotha"], []),
    (
        "Das ZenDiS, eine GmbH des Bundes aus Bochum, hilft.",
        ["ZenDiS locatedIn Bochum", "ZenDiS partOf Bund"],
        [],
    ),
    (
        "Die AKDB und die ekom21 mit Sitz in Gießen helfen dem ITZBund.",
        ["ekom21 locatedIn Gießen"],
        ["AKDB locatedIn *", "ITZBund locatedIn *"],
    ),
    ("Das Beschaffungsamt des Bundes in Bonn kauft ein.", ["Beschaffungsamt locatedIn Bonn"], ["Bund locatedIn *"]),
    (
        "Hans Ott, der in Stuttgart das Landesmedienzentrum leitet, kam.",
        ["Landesmedienzentrum locatedIn Stuttgart"],
        [],
    ),
    ("Anna Weber soll in Kiel die Dataport führen.", ["Dataport locatedIn Kiel"], []),
    ("Anna Weber leitet in Gera das Hauptamt.", [], ["Hauptamt locatedIn Gera"]),
    ("In Gera führt Anna Weber das Portal der AKDB ein.", [], ["AKDB locatedIn *"]),
    ("Das Programm kommt aus Ulm, von der AKDB.", ["AKDB locatedIn Ulm"], []),
    ("Anna Weber zog aus Ulm von der AKDB fort.", [], ["AKDB locatedIn *"]),
    ("Jens Alt geht zur AKDB nach Berlin.", ["AKDB locatedIn Berlin"], []),
    ("Jens Alt wechselt an das Landesamt für Steuern nach Ulm.", ["Landesamt für Steuern locatedIn Ulm"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_where_a_body_has_its_rooms(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
