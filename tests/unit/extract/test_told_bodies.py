"""Which body a bare title is of by what its clause says: where somebody has come from, stands or sits."""

from __future__ import annotations

import pytest
from extract_reading import read_article


def held_by(person: str, text: str) -> list[str]:
    """Offices that an article gives a person, each with its body."""
    record = read_article(text)
    names = {entity.id: entity.name for entity in record.entities}
    held = [f"{names[o.person]} · {o.role} · {names.get(o.organisation or '')}" for o in record.offices]
    return [line for line in held if line.startswith(person)]


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
    assert held_by(office.split(" · ", 1)[0], text) == [office]


def test_a_deputy_who_leads_for_now_has_both_offices_in_one_body() -> None:
    text = "Jan Holm kommt von der ekom21. Noch steht Vizepräsidentin Eva Roth kommissarisch an der Spitze der FITKO."
    assert held_by("Eva Roth", text) == ["Eva Roth · Leiter · FITKO", "Eva Roth · Vizepräsident · FITKO"]


def test_who_comes_to_a_town_from_a_firm_is_not_its_mayor() -> None:
    record = read_article("Die Stadt Ulm lud ein. Aus der Lecos GmbH kam Oberbürgermeister Jens Ott ein Angebot zu.")
    names = {entity.id: entity.name for entity in record.entities}
    assert {names.get(o.organisation or "") for o in record.offices} <= {"Ulm"}


PASSED_ON = [
    ("Landrat Jens Ott hat Eva Roth die Leitung der FITKO anvertraut.", "Eva Roth · Leiter · FITKO · current"),
    ("Der Verwaltungsrat hat Eva Roth die Leitung der FITKO übertragen.", "Eva Roth · Leiter · FITKO · current"),
    (
        "Im Mai soll Minister Jens Ott Eva Roth die Leitung der FITKO übertragen.",
        "Eva Roth · Leiter · FITKO · designated",
    ),
    ("Eva Roth wurde die Leitung der FITKO übertragen.", "Eva Roth · Leiter · FITKO · current"),
    (
        "Neu ist Eva Roth. Minister Jens Ott hat ihr die Leitung der FITKO übertragen.",
        "Eva Roth · Leiter · FITKO · current",
    ),
]


@pytest.mark.parametrize(("text", "office"), PASSED_ON)
def test_who_is_given_a_post_has_it_and_who_gives_it_has_not_had_it(text: str, office: str) -> None:
    record = read_article(text)
    names = {entity.id: entity.name for entity in record.entities}
    held = [f"{names[o.person]} · {o.role} · {names.get(o.organisation or '')} · {o.status}" for o in record.offices]
    assert [line for line in held if "FITKO" in line] == [office]


MORE = [
    ("Jens Ott ist Kanzler der Universität Ulm und seit Oktober deren CIO.", {"Kanzler", "CIO"}, "Universität Ulm"),
    (
        "Eva Roth war Prokuristin der Lecos und bis 2020 deren Geschäftsführerin.",
        {"Prokurist", "Geschäftsführer"},
        "Lecos",
    ),
    ("Er geht zur FITKO nach Frankfurt am Main. Dort bleibt Jens Ott Direktor.", {"Direktor"}, "FITKO"),
]


@pytest.mark.parametrize(("text", "roles", "body"), MORE)
def test_body_by_a_word_that_points_back(text: str, roles: set[str], body: str) -> None:
    record = read_article(text)
    names = {entity.id: entity.name for entity in record.entities}
    assert {(o.role, names.get(o.organisation or "")) for o in record.offices} == {(role, body) for role in roles}


def test_as_many_towns_as_mayors_in_order() -> None:
    record = read_article(
        "Von Jena nach Gera ist es nicht weit. Die Oberbürgermeister Jens Ott und Jan Holm lobten das."
    )
    names = {entity.id: entity.name for entity in record.entities}
    held = {names[o.person]: names.get(o.organisation or "") for o in record.offices}
    assert held == {"Jens Ott": "Jena", "Jan Holm": "Gera"}


NOT_PASSED = [
    ("Eva Roth folgt auf Jens Ott, den neuen Präsidenten des BSI.", "Eva Roth", "BSI"),
    (
        "Als Nachfolgerin von Jens Ott hat die Versammlung Eva Roth bestimmt, die noch Prokuristin der ITEBO ist.",
        "Jens Ott",
        "ITEBO",
    ),
    ("Im IT-Planungsrat führt Jens Ott für sein Land das Wort.", "Jens Ott", "IT-Planungsrat"),
]


@pytest.mark.parametrize(("text", "person", "body"), NOT_PASSED)
def test_what_the_other_one_is_does_not_pass(text: str, person: str, body: str) -> None:
    record = read_article(text)
    names = {entity.id: entity.name for entity in record.entities}
    held = {names[o.person] for o in record.offices}
    assert body in text
    assert person not in held


FIELDS = [
    (
        "Ulm handelt. Digitalisierungsbeauftragte für Stadt und Kreis ist Eva Roth.",
        "Digitalisierungsbeauftragter",
        "Ulm",
    ),
    (
        "In Hannover winkt Jens Ott ab. Der Dezernent für Gesundheit der Region setzt auf eine eigene Lösung.",
        "Dezernent für Gesundheit",
        "Hannover",
    ),
    ("Der Kreis Gotha lobt das. Dezernentin für Bildung des Kreises ist Eva Roth.", "Dezernent für Bildung", "Gotha"),
    (
        "In Rostock kann jeder nachsehen. Auf der Messe in Berlin nahm Bausenator Jens Ott einen Preis entgegen.",
        "Bausenator",
        "Rostock",
    ),
]


@pytest.mark.parametrize(("text", "role", "body"), FIELDS)
def test_whose_it_is_does_not_belong_to_the_title(text: str, role: str, body: str) -> None:
    record = read_article(text)
    names = {entity.id: entity.name for entity in record.entities}
    assert [(o.role, names[o.organisation or ""].endswith(body)) for o in record.offices] == [(role, True)]


COLLEAGUES = [
    (
        "Gothas Landrat Jens Ott ist zufrieden. Den Vorsitz hat Eva Roth aus Unna, den Verband führt nun Otts Kollege "
        "Jan Holm vom Märkischen Kreis.",
        "Jan Holm · Landrat · Märkischer Kreis",
    ),
    (
        "Landrat Jens Ott aus Gotha und sein Kollege Jan Holm aus dem Landkreis Peine zögern.",
        "Jan Holm · Landrat · Landkreis Peine",
    ),
    (
        "Die Verbandsversammlung tagte. Dort hat der Landkreis Harz mit Eva Roth erstmals eine CDO.",
        "Eva Roth · CDO · Landkreis Harz",
    ),
]


@pytest.mark.parametrize(("text", "office"), COLLEAGUES)
def test_a_colleague_is_where_the_name_goes_on(text: str, office: str) -> None:
    assert held_by(office.split(" · ", 1)[0], text) == [office]
