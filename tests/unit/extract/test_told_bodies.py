"""Which body a bare title is of by what its clause says: where somebody has come from, stands or sits."""

from __future__ import annotations

import pytest
from extract_reading import read_article

TOLD = [
    (
        "Bayern zögert. Aus dem Bundesfinanzministerium kam Staatssekretär Jens Ott nach Fulda.",
        "Jens Ott · Staatssekretär · Bundesministerium der Finanzen",
    ),
    ("Leipzig lud ein. Aus Zwickau war Kämmerer Jens Ott angereist.", "Jens Ott · Kämmerer · Zwickau"),
    (
        "Der Landkreis Gotha lud ein. Aus Kiel hatte sich Digitalminister Jens Ott zugeschaltet.",
        "Jens Ott · Digitalminister · Schleswig-Holstein",
    ),
    (
        "Das Landgericht Landshut ist dabei. Zuständig ist Referatsleiterin Eva Roth im Bundesministerium der Justiz.",
        "Eva Roth · Referatsleiter · Bundesministerium der Justiz und für Verbraucherschutz",
    ),
    (
        "Eva Roth, zuvor bei der Komm.ONE, steht seit Mai als Geschäftsführerin an der Spitze der Lecos.",
        "Eva Roth · Geschäftsführer · Lecos",
    ),
    (
        "Jan Holm kommt von der ekom21. Noch steht Vizepräsidentin Eva Roth kommissarisch an der Spitze der FITKO.",
        "Eva Roth · Vizepräsident · FITKO",
    ),
    (
        "Der Landkreis Gotha freut sich. Im Beirat vertritt der Beigeordnete Jens Ott den Deutschen Landkreistag.",
        "Jens Ott · Beigeordneter · Deutscher Landkreistag",
    ),
    (
        "Das Abkommen unterschrieben Staatssekretärin Eva Roth für Sachsen und Finanzminister Jens Ott für Bayern.",
        "Jens Ott · Finanzminister · Bayern",
    ),
    (
        "Das Abkommen unterschrieben Staatssekretärin Eva Roth für Sachsen und Finanzminister Jens Ott für Bayern.",
        "Eva Roth · Staatssekretär · Sachsen",
    ),
]


@pytest.mark.parametrize(("text", "office"), TOLD)
def test_the_clause_tells_the_body(text: str, office: str) -> None:
    record = read_article(text)
    names = {entity.id: entity.name for entity in record.entities}
    person = office.split(" · ", 1)[0]
    held = [f"{names[o.person]} · {o.role} · {names.get(o.organisation or '')}" for o in record.offices]
    assert [line for line in held if line.startswith(person)] == [office]


def test_who_comes_to_a_town_from_a_firm_is_not_its_mayor() -> None:
    record = read_article("Die Stadt Ulm lud ein. Aus der Lecos GmbH kam Oberbürgermeister Jens Ott ein Angebot zu.")
    names = {entity.id: entity.name for entity in record.entities}
    assert {names.get(o.organisation or "") for o in record.offices} <= {"Ulm"}
