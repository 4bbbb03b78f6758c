"""Posts and leads that stand apart from their body: beside a paraphrase, in apposition, in the sentence after."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Jens Ott ist seit Mai CIO des Landes Hessen, ein Amt, das zuvor Anna Weber versah.",
        ["Anna Weber holds CIO at Hessen former"],
        [],
    ),
    (
        "Uwe Brandt ist Geschäftsführer der AKDB – eine Aufgabe, die bis 2019 Anna Weber innehatte.",
        ["Anna Weber holds Geschäftsführer at AKDB former"],
        [],
    ),
    (
        "Jens Ott ist CDO von Kassel, ein Amt, um das sich auch Anna Weber beworben hatte.",
        [],
        ["Anna Weber holds CDO at Kassel"],
    ),
    (
        "Das Bundesverwaltungsamt hat den Dienst geprüft. Die Sprecherin der Kölner Behörde, Anna Weber, ist froh.",
        ["Anna Weber holds Sprecher at Bundesverwaltungsamt"],
        [],
    ),
    (
        "Das Innenministerium in Rheinland-Pfalz führt Jens Marx. Marx' Staatssekretär Uwe Brandt ist froh. Er ist "
        "zugleich CIO des Landes.",
        ["Uwe Brandt holds CIO at Rheinland-Pfalz"],
        ["Jens Marx holds CIO at Rheinland-Pfalz"],
    ),
    (
        "Anna Weber wird CDO der Hansestadt Rostock. Ihr Vorgesetzter wird Finanzsenator Uwe Brandt.",
        ["Uwe Brandt holds Finanzsenator at Rostock"],
        [],
    ),
    (
        "Lübeck sieht sich in Hamburg um. Finanzsenator Uwe Brandt empfing die Gäste.",
        ["Uwe Brandt holds Finanzsenator at Hamburg"],
        ["Uwe Brandt holds Finanzsenator at Lübeck"],
    ),
    (
        "Die Stadt Kassel richtet ein Digitalamt ein. Für die Leitung ist Anna Weber vorgesehen.",
        ["Anna Weber holds Leiter at Kassel designated"],
        [],
    ),
    (
        "Die Stadt Kassel hat eine Stabsstelle für Digitales. Die Leitung liegt bei Anna Weber.",
        ["Anna Weber holds Leiter at Stabsstelle für Digitales current"],
        [],
    ),
    (
        "Kassel gründet ein Digitalreferat. Zur Leiterin wurde Anna Weber bestellt.",
        ["Anna Weber holds Leiter at Kassel new"],
        [],
    ),
    (
        "Kassel hat ein Digitalbüro gebildet; an dessen Spitze steht Anna Weber.",
        ["Anna Weber holds Leiter at Kassel current"],
        [],
    ),
    (
        "Das Labor sitzt in der alten Stadtbücherei von Kassel. Die Leitung hat Anna Weber.",
        [],
        ["Anna Weber holds Leiter at Kassel"],
    ),
    (
        "Das Digitalamt in Kassel hatte Besuch. Die Leitung der Sitzung übernahm Anna Weber.",
        [],
        ["Anna Weber holds Leiter at Kassel"],
    ),
    (
        "Die Stadt Kassel öffnet ihre Daten. Jens Ott, der dort das E-Government leitet, ist froh.",
        ["Jens Ott holds Leiter at Kassel current"],
        [],
    ),
    (
        "Den CIO-Posten in Hessen hatte Anna Weber inne.",
        ["Anna Weber holds CIO at Hessen former"],
        [],
    ),
    (
        "Der Bitkom tagte. Dessen Präsidentenamt hatte einst Anna Weber bekleidet.",
        ["Anna Weber holds Präsident at Bitkom former"],
        [],
    ),
    (
        "Das CIO-Amt des Landes Hessen geht an Anna Weber.",
        ["Anna Weber holds CIO at Hessen new"],
        [],
    ),
    (
        "Jens Ott strebt das Bürgermeisteramt in Kassel an. Anna Weber bewirbt sich um den CIO-Posten in Hessen.",
        [],
        ["Jens Ott holds Bürgermeister at Kassel", "Anna Weber holds CIO at Hessen"],
    ),
    (
        "Jens Ott ist seit 2012 bei der AKDB in München, wo er den Vertrieb leitet.",
        ["Jens Ott holds Leiter at AKDB current"],
        ["Jens Ott holds Leiter at München"],
    ),
]


@pytest.mark.parametrize(("text", "stated", "unstated"), CASES)
def test_who_holds_what(text: str, stated: list[str], unstated: list[str]) -> None:
    check_statements(read_article(text), stated, unstated)
