"""Whose house „wir“ of an interview is with somebody who was, became or is no longer something."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

TALK = (
    "„Das hilft“\n\n{lead}\n\n4. Mai 2023\n\nFrau Roth, was nutzen Sie?\n\n"
    "Wir nutzen ALLRIS. Das hilft.\n\nUnd was folgt?\n\nWir testen VIS.\n"
)


@pytest.mark.parametrize(
    ("lead", "house"),
    [
        ("Vor einem Jahr wurde Eva Roth Präsidentin des ITZBund in Bonn.", "Informationstechnikzentrum Bund"),
        ("Eva Roth war Direktorin der KDO in Oldenburg.", "Kommunale Datenverarbeitung Oldenburg"),
        ("Eva Roth wurde im Mai zur Leiterin der FITKO berufen. Zuvor war sie Dezernentin in Moers.", "FITKO"),
        ("Eva Roth, bis 2021 CDO von Mainz, ist heute Dezernentin in Trier.", "Trier"),
        ("Eva Roth war Bürgermeisterin von Haren.", "Haren"),
        ("Eva Roth war CIO des Bundes.", "Bund"),
        ("Eva Roth leitet die Geschäftsstelle der Vitako.", "Vitako"),
        ("Eva Roth führt die Geschäftsstelle der AKDB in München.", "AKDB"),
    ],
)
def test_the_house_that_the_lead_tells_of(lead: str, house: str) -> None:
    never = [f"{other} implements *" for other in ("Bonn", "Oldenburg", "Moers", "Mainz", "Geschäftsstelle", "München")]
    check_statements(read_article(TALK.format(lead=lead)), [f"{house} implements ALLRIS"], never)


BARE = "„Das hilft“\n\n4. Mai 2023\n\n{question}\n\nEva Roth: {answer}\n\nUnd was folgt?\n\nEva Roth: Wir testen VIS.\n"


@pytest.mark.parametrize(
    ("question", "answer", "house", "role"),
    [
        ("Frau Roth, Sie sind CIO der Stadt Ulm. Was nutzen Sie?", "Einiges.", "Ulm", "CIO"),
        ("Frau Ministerin, Sie sind auch CIO von Hessen. Was nutzen Sie?", "Einiges.", "Hessen", "CIO"),
        ("Frau Präsidentin, was plant das Bundesverwaltungsamt?", "Einiges.", "Bundesverwaltungsamt", "Präsident"),
        ("Wo steht der Kreis Plön, Frau Landrätin?", "Weit vorn.", "Kreis Plön", "Landrat"),
        ("Was machen Sie?", "Als CDO der Stadt Ulm kümmere ich mich um alles.", "Ulm", "CDO"),
        ("Frau Roth, was machen Sie?", "Ich bin seit 2021 CIO der Stadt Ulm. Das geht.", "Ulm", "CIO"),
    ],
)
def test_no_lead_tells_who_speaks(question: str, answer: str, house: str, role: str) -> None:
    reading = read_article(BARE.format(question=question, answer=answer))
    check_statements(reading, [f"{house} pilots VIS", f"Eva Roth holds {role} at {house}"], [])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Frau Bürgermeisterin, warum zögert Ulm mit dem Portal, wo Jena es hat?", "Das täuscht."),
        ("Was machen Sie?", "Früher war ich Leiterin der FITKO. Das ist lange her."),
        ("Frau Präsidentin, was haben Sie von der AKDB mitgenommen?", "Wenig."),
        ("Was machen Sie?", "Ich gehöre auch dem Beirat der FITKO an. Das hilft."),
    ],
)
def test_nothing_tells_for_whom_somebody_speaks(question: str, answer: str) -> None:
    never = ["* pilots VIS", "Eva Roth holds Bürgermeister", "Eva Roth holds Präsident"]
    check_statements(read_article(BARE.format(question=question, answer=answer)), [], never)
