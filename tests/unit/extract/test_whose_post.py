"""Posts in the town, firm or ministry that is at hand, for who moves, and by nouns for people."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Paderborn und Detmold freuen sich. Verantwortlich für das Portal ist in Paderborn Anna Weber, seit "
        "August CDO der Stadt und vorher bei der Bezirksregierung Detmold.",
        ["Anna Weber holds CDO at Paderborn current"],
        [],
    ),
    (
        "Bielefeld, Herford und Minden ziehen mit. In Minden treibt Uwe Brandt, Digitalisierungsbeauftragter "
        "der Stadt, das Projekt voran.",
        ["Uwe Brandt holds Digitalisierungsbeauftragter at Minden"],
        [],
    ),
    (
        "Die AKDB soll den Text neu formulieren, kündigte CIO Uwe Brandt an.",
        ["Uwe Brandt holds CIO at AKDB"],
        [],
    ),
    (
        "Der Dienstleister Lecos aus Leipzig will umziehen, sagte CISO Anna Weber.",
        ["Anna Weber holds CISO at Lecos"],
        [],
    ),
    (
        "Hessen will das Portal neu aufsetzen, kündigte CIO Uwe Brandt an.",
        ["Uwe Brandt holds CIO at Hessen"],
        [],
    ),
    (
        "Anna Weber wechselt nun als Referentin zum Landkreistag Nordrhein-Westfalen.",
        ["Anna Weber holds Referent at Landkreistag Nordrhein-Westfalen"],
        [],
    ),
    (
        "Uwe Brandt ging als Referent zum Deutschen Städtetag.",
        ["Uwe Brandt holds Referent at Deutscher Städtetag"],
        [],
    ),
    (
        "Uwe Brandt kam als Referent in den Saal.",
        [],
        ["Uwe Brandt holds Referent"],
    ),
    (
        "Uwe Brandt, der die FITKO seit Herbst 2021 leitet und als Abteilungsleiter zum BSI nach Bonn geht, ist froh.",
        ["Uwe Brandt holds Abteilungsleiter at BSI"],
        [],
    ),
    (
        "Die Leiterin des Hauptamts in Kassel, Anna Weber, wird das nicht mehr erleben, sie geht zum "
        "Jahresende als Referatsleiterin zum Bundesrechnungshof.",
        ["Anna Weber holds Referatsleiter at Bundesrechnungshof designated"],
        [],
    ),
    (
        "Uwe Brandt leitet seit März bei d-NRW das Projekt und war zuvor in gleicher Funktion bei der Stadt "
        "Kassel tätig.",
        ["Uwe Brandt holds Projektleiter at d-NRW current"],
        [],
    ),
    (
        "Uwe Brandt leitet bei der Stadt Kassel das Projekt.",
        ["Uwe Brandt holds Projektleiter at Kassel current"],
        [],
    ),
    (
        "Bis zur Neuwahl führt Anna Weber die Geschäfte der in Magdeburg ansässigen KITU.",
        ["Anna Weber holds Geschäftsführer at KITU acting"],
        ["Anna Weber holds Geschäftsführer at Magdeburg"],
    ),
    (
        "Nach dem Eintritt von Uwe Brandt in den Ruhestand leitet Anna Weber die FITKO.",
        ["Anna Weber succeeds Uwe Brandt", "Uwe Brandt holds * at FITKO former"],
        [],
    ),
    (
        "Für Lutz Goebel war es eine Premiere. Der Krefelder Unternehmer ist seit Juni Vorsitzender des "
        "Nationalen Normenkontrollrats.",
        ["Lutz Goebel holds Vorsitzender at Nationaler Normenkontrollrat current"],
        [],
    ),
    (
        "Neu im Amt ist Anna Weber. Die Volljuristin leitete zuvor die AKDB.",
        ["Anna Weber holds * at AKDB former"],
        [],
    ),
    (
        "Neu im Amt ist Uwe Brandt. Der promovierte Chemiker war zuletzt Geschäftsführer der AKDB.",
        ["Uwe Brandt holds Geschäftsführer at AKDB former"],
        [],
    ),
    (
        "Das Ministerium für Digitales in Thüringen führt Minister Steffen Schütz. An seiner Stelle vertritt "
        "jetzt Anna Weber, Staatssekretärin bei Schütz und neue CIO des Freistaats, das Land im "
        "IT-Planungsrat.",
        ["Anna Weber holds CIO at Thüringen", "Anna Weber holds CIO at Thüringen"],
        [],
    ),
    (
        "Brandenburgs Bildungsministerin Anna Weber widersprach.",
        ["Anna Weber holds Bildungsminister at Brandenburg"],
        [],
    ),
    (
        "Der sächsische Kultusminister Uwe Brandt widersprach.",
        ["Uwe Brandt holds Kultusminister at Sachsen"],
        [],
    ),
    (
        "Es geht um das Landesrechenzentrum in Erfurt. Noch ist es dem Haus von Finanzministerin Katja Wolf "
        "nachgeordnet. Direktor Uwe Brandt warnt davor, es zu zerschlagen.",
        ["Uwe Brandt holds Direktor at Landesrechenzentrum"],
        [],
    ),
    (
        "Uwe Brandt leitet die FITKO. Er folgt auf Frauke Sörensen, die nun als Referentin zum "
        "Landesrechnungshof wechselt.",
        ["Frauke Sörensen holds Referent at Landesrechnungshof"],
        ["Uwe Brandt holds Referent"],
    ),
    (
        "Nach dem Weggang von Anna Weber führt Uwe Brandt das Team der FITKO, während die Behörde umzieht.",
        [],
        ["Uwe Brandt holds Leiter at Kassel"],
    ),
    (
        "Der CDU-Politiker Uwe Brandt kam nach Kassel. Seit Mai ist der Christdemokrat Staatssekretär im BMI.",
        ["Uwe Brandt holds Staatssekretär at BMI"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_whose_post(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
