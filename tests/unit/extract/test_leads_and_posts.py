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
        ["Anna Weber holds Leiter at Digitalamt designated"],
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
        "Jens Ott, Geschäftsführer der AKDB, wird CDO von Kassel. Bei der AKDB rückt Anna Weber nach.",
        ["Anna Weber holds Geschäftsführer at AKDB"],
        ["Anna Weber holds CDO at Kassel"],
    ),
    (
        "Jens Ott, bisher Leiter des Hauptamts der Stadt Kassel, wird Bürgermeister von Fulda. Ihm folgt Uwe Brandt "
        "nach.",
        ["Uwe Brandt holds Leiter at Hauptamt Kassel"],
        ["Uwe Brandt holds Bürgermeister at Fulda"],
    ),
    (
        "Jens Ott wechselt als Referatsleiter zur Bundesnetzagentur. Für ihn rückt Uwe Brandt nach.",
        [],
        ["Uwe Brandt holds Referatsleiter at Bundesnetzagentur"],
    ),
    (
        "Jens Ott, Geschäftsführer der AKDB, geht in den Ruhestand. Seine Stelle fällt Anna Weber zu.",
        ["Anna Weber holds Geschäftsführer at AKDB"],
        [],
    ),
    (
        "Anna Weber ist neue Landrätin des Landkreises Göttingen. Die Urkunde überreichte Jens Ott, der nicht mehr "
        "kandidiert hatte.",
        ["Jens Ott holds Landrat at Landkreis Göttingen former"],
        [],
    ),
    (
        "Anna Weber ist Oberbürgermeisterin von Kassel. Ihr Vorvorgänger Jens Ott hatte das Projekt begonnen.",
        ["Jens Ott holds Oberbürgermeister at Kassel former"],
        ["Anna Weber succeeds Jens Ott asserted"],
    ),
    (
        "In Bayern sprach Staatssekretärin Anna Weber, die Beauftragte der Bundesregierung für Informationstechnik.",
        ["Anna Weber holds Staatssekretär at Bund"],
        ["Anna Weber holds Staatssekretär at Bayern"],
    ),
    (
        "Jens Ott, der das Projekt leitet und seit Mai IT-Beauftragter des Landes Hessen ist, sprach in Kassel.",
        ["Jens Ott holds CIO at Hessen current"],
        [],
    ),
    (
        "In Kassel sprach Oberbürgermeister Uwe Brandt. Abschied nimmt auch Jens Ott. Der Bürgermeister von Wismar "
        "ist seit 2012 dabei.",
        ["Jens Ott holds Bürgermeister at Wismar"],
        ["Uwe Brandt holds Bürgermeister at Wismar"],
    ),
    (
        "Jens Ott kommt aus Kassel: Als Vertriebsleiter steht er dort in Diensten der ekom21.",
        ["Jens Ott holds Vertriebsleiter at ekom21"],
        ["Jens Ott holds Vertriebsleiter at Kassel"],
    ),
    (
        "Anna Weber arbeitet heute als Bevollmächtigte des Landes beim Bund in Berlin. In Hessen kennt man sie.",
        ["Anna Weber holds Bevollmächtigter beim Bund at Hessen"],
        [],
    ),
    (
        "Anna Weber gehörte als Beigeordnete für Soziales seiner Verwaltungsspitze an. In Kassel kennt man sie.",
        ["Anna Weber holds Beigeordneter für Soziales at Kassel"],
        [],
    ),
    (
        "Jens Ott führt in Hessen den Titel des CIO. Die Stelle des CISO in Kassel ist kommissarisch mit Anna Weber "
        "besetzt.",
        ["Jens Ott holds CIO at Hessen", "Anna Weber holds CISO at Kassel acting"],
        [],
    ),
    (
        "Das BSI sucht eine neue Spitze. Seither hält Jens Ott, eigentlich Vize, im Haus die Stellung.",
        ["Jens Ott holds Vize at BSI current"],
        [],
    ),
    (
        "Jens Ott ist seit 2012 bei der AKDB in München, wo er den Vertrieb leitet.",
        ["Jens Ott holds Vertriebsleiter at AKDB current"],
        ["Jens Ott holds Leiter at München"],
    ),
]


@pytest.mark.parametrize(("text", "stated", "unstated"), CASES)
def test_who_holds_what(text: str, stated: list[str], unstated: list[str]) -> None:
    check_statements(read_article(text), stated, unstated)
