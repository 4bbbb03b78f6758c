"""Titles that stand apart from a name of their sentence: behind the verb, after a way of leaving, one after another."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

BESIDE = [
    (
        "Ruth Emde, bis zu ihrem Ruhestand Bürgermeisterin von Fulda, erinnert sich.",
        ["Ruth Emde holds Bürgermeister at Fulda former"],
        [],
    ),
    (
        "Jens Ott, bis zu seinem Wechsel nach Berlin CDO der Stadt Ulm, lobte das.",
        ["Jens Ott holds CDO at Ulm former"],
        ["Jens Ott holds CDO at Berlin"],
    ),
    (
        "Uwe Brandt, in der Senatskanzlei beheimatet und nebenbei CDO der Stadt Hamburg, schwieg.",
        ["Uwe Brandt holds CDO at Hamburg current"],
        [],
    ),
    (
        "Paul Krüger, im Finanzministerium zu Hause und zugleich CIO des Landes Hessen, warnte vor Eile.",
        ["Paul Krüger holds CIO at Hessen current"],
        [],
    ),
    (
        "Ruth Emde, sowohl CIO als auch CDO des Landes Hessen, sprach.",
        ["Ruth Emde holds CIO at Hessen current", "Ruth Emde holds CDO at Hessen current"],
        [],
    ),
    (
        "Petra Lang, Abteilungsleiterin in Ulm und CIO wie CDO der Stadt, kommt.",
        ["Petra Lang holds CIO at Ulm current", "Petra Lang holds CDO at Ulm current"],
        [],
    ),
]
BEHIND = [
    (
        "Im Beirat hat Petra Lang den Vorsitz, Landrätin des Kreises Kleve.",
        ["Petra Lang holds Landrat at Kreis Kleve current"],
        [],
    ),
    (
        "Aus Kiel reist Paul Krüger an, bis vergangenes Jahr CIO von Schleswig-Holstein.",
        ["Paul Krüger holds CIO at Schleswig-Holstein former"],
        [],
    ),
    (
        "Für sie sprang Uwe Brandt ein, im Bundesinnenministerium Leiter der Abteilung Digitale Verwaltung.",
        ["Uwe Brandt holds Leiter at Abteilung Digitale Verwaltung current"],
        [],
    ),
    (
        "Um die Technik muss sich Jens Ott kümmern, Kassels Kämmerer und zugleich CDO der Stadt.",
        ["Jens Ott holds Kämmerer at Kassel current", "Jens Ott holds CDO at Kassel current"],
        [],
    ),
    (
        "Ministerin Anna Weber kam. Um Geld muss sich Jens Ott kümmern, Webers Staatssekretär und CIO von Hessen.",
        ["Jens Ott holds Staatssekretär", "Jens Ott holds CIO at Hessen"],
        ["Anna Weber holds Staatssekretär"],
    ),
    ("Paul Krüger begrüßte die Gäste, Bürgermeister aus ganz Hessen.", [], ["Paul Krüger holds Bürgermeister"]),
    ("Paul Krüger hat den Vorsitz, Bürgermeister bleibt Uwe Brandt.", [], ["Paul Krüger holds Bürgermeister"]),
    ("Uwe Brandt gab Paul Krüger das Wort, Landrat des Kreises Kleve.", [], ["Uwe Brandt holds Landrat"]),
]

BEFORE = [
    (
        "Der Landkreis Cham hat sich einen CISO geholt, Jens Ott.",
        ["Jens Ott holds CISO at Landkreis Cham current"],
        [],
    ),
    (
        "„Die Stadt Ulm hat mir einen Amtsleiter zur Seite gestellt, Paul Krüger“, sagt sie.",
        ["Paul Krüger holds Amtsleiter at Ulm current"],
        [],
    ),
    (
        "Als Gast kam die Landesbeauftragte für den Datenschutz in Hessen (HBDI), Ruth Emde, nach Fulda.",
        ["Ruth Emde holds Landesdatenschutzbeauftragter at Hessen current"],
        [],
    ),
    (
        "Die Urkunde bekam die Vorsitzende der Vitako, Petra Lang aus Kiel.",
        ["Petra Lang holds Vorsitzender at Vitako current"],
        [],
    ),
    (
        "Neben Anna Weber sprach der Landrat des Kreises Kleve, Paul Krüger.",
        ["Paul Krüger holds Landrat at Kreis Kleve current"],
        ["Anna Weber holds Landrat"],
    ),
    (
        "Es kamen Anna Weber, die CDO der Stadt Ulm, Paul Krüger und Jens Ott.",
        ["Anna Weber holds CDO at Ulm current"],
        ["Paul Krüger holds CDO"],
    ),
    ("Im Kreis Cham sitzen eine CDO im Rathaus, Paul Krüger und Anna Weber.", [], ["Paul Krüger holds CDO"]),
]

WITH = [
    (
        "Aus Kassel kommt mit Petra Lang auch die frühere CDO der Stadt Kassel.",
        ["Petra Lang holds CDO at Kassel former"],
        [],
    ),
    (
        "Die Vitako verliert mit Jens Ott nicht nur einen Redner, sondern auch ihren Vorsitzenden.",
        ["Jens Ott holds Vorsitzender at Vitako"],
        [],
    ),
    (
        "Mit Uwe Brandt geht der langjährige Präsident der Bundesnetzagentur.",
        ["Uwe Brandt holds Präsident at Bundesnetzagentur"],
        [],
    ),
    ("Mit Petra Lang als CIO geht das Land Hessen neue Wege.", ["Petra Lang holds CIO at Hessen"], []),
    ("Mit Uwe Brandt freut sich der Landrat des Kreises Kleve.", [], ["Uwe Brandt holds Landrat"]),
    ("Mit Uwe Brandt kommt auch der Landrat des Kreises Kleve.", [], ["Uwe Brandt holds Landrat"]),
    ("Gemeinsam mit Uwe Brandt übernimmt der Landrat des Kreises Kleve das.", [], ["Uwe Brandt holds Landrat"]),
    ("In Ulm sprach mit Uwe Brandt der Bürgermeister von Fulda.", [], ["Uwe Brandt holds Bürgermeister"]),
]
COLON = [
    ("Eine IT-Leiterin hat Soest längst: Petra Lang sitzt im Keller.", ["Petra Lang holds IT-Leiter at Soest"], []),
    (
        "Das Land Hessen holt sich seinen CISO aus der Wirtschaft: Uwe Brandt kommt von der Telekom.",
        ["Uwe Brandt holds CISO at Hessen"],
        [],
    ),
    (
        "Im Rat führt ein Bürgermeister das Wort: Jens Ott aus Fulda leitet ihn.",
        ["Jens Ott holds Bürgermeister at Fulda"],
        [],
    ),
    ("Die Stadt Ulm sucht einen CIO: Paul Krüger hat abgesagt.", [], ["Paul Krüger holds CIO"]),
    ("Der Kreis Kleve hat keinen CDO: Paul Krüger hat abgesagt.", [], ["Paul Krüger holds CDO"]),
    ("Ein Landrat aus Kleve klagt: Uwe Brandt habe nie geantwortet.", [], ["Uwe Brandt holds Landrat"]),
]

TITLES = [
    ("Jens Ott führt in Hessen den Titel eines CIO.", ["Jens Ott holds CIO at Hessen current"], []),
    ("Ruth Emde trägt in Kassel den Titel Chief Digital Officer.", ["Ruth Emde holds CDO at Kassel current"], []),
    (
        "Paul Krüger übernimmt das Hauptamt der Stadt Ulm, den Titel CDO bekommt er obendrein.",
        ["Paul Krüger holds CDO at Ulm new"],
        [],
    ),
    ("Jana Ott kam nach Ulm. Den Titel einer CDO trägt sie auch.", ["Jana Ott holds CDO at Ulm current"], []),
    ("Anna Weber hat den Titel der CDO der Stadt Kassel abgegeben.", ["Anna Weber holds CDO at Kassel former"], []),
    ("Uwe Brandt darf sich nun CISO der Stadt Ulm nennen.", ["Uwe Brandt holds CISO at Ulm"], []),
    ("Uwe Brandt nennt sich scherzhaft CISO der Stadt Ulm.", [], ["Uwe Brandt holds CISO"]),
    ("Anna Weber führt in Ulm nicht den Titel einer CDO.", [], ["Anna Weber holds CDO"]),
]

RELATIVE = [
    ("Das habe ich von Uwe Brandt geerbt, der inzwischen CDO in Hagen ist.", ["Uwe Brandt holds CDO at Hagen"], []),
    (
        "Schränke hat Jens Ott hier aufstellen lassen, der seit vergangenem Sommer Geschäftsführer der govdigital ist.",
        ["Jens Ott holds Geschäftsführer at govdigital"],
        [],
    ),
    (
        "Petra Lang, die die Jury leitet und seit Mai Oberbürgermeisterin von Kassel ist, lobte das.",
        ["Petra Lang holds Oberbürgermeister at Kassel"],
        [],
    ),
    (
        "Paul Krüger, der heute Bürgermeister von Fulda und ehrenamtlich Vorsitzender der Vitako ist, kam.",
        ["Paul Krüger holds Bürgermeister at Fulda", "Paul Krüger holds Vorsitzender at Vitako"],
        [],
    ),
    ("Das hat Anna Weber hier geprüft, der CDO in Hagen ist das recht.", [], ["Anna Weber holds CDO"]),
]
CAREERS = [
    (
        "Petra Lang kam. Zuvor war die Juristin Dezernentin in Jena, Amtsleiterin in Ulm und, ganz am Anfang, "
        "Abteilungsleiterin bei Dataport.",
        [
            "Petra Lang holds Dezernent at Jena former",
            "Petra Lang holds Amtsleiter at Ulm former",
            "Petra Lang holds Abteilungsleiter at Dataport former",
        ],
        [],
    ),
    (
        "Petra Lang stieg schnell auf, erst zur Amtsleiterin in Jena, dann zur Dezernentin in Ulm.",
        ["Petra Lang holds Amtsleiter at Jena", "Petra Lang holds Dezernent at Ulm new"],
        [],
    ),
    ("Petra Lang ist Dezernentin in Jena, Amtsleiterin in Ulm ist Anna Weber.", [], ["Petra Lang holds Amtsleiter"]),
]

NEXT = [
    (
        "Der Dienstleister Dataport bekommt zum 1. Juli eine Vorstandsvorsitzende. Simone Bach kennt den Markt gut.",
        ["Simone Bach holds Vorstandsvorsitzender at Dataport"],
        [],
    ),
    ("Die Stadt Ulm hat wieder einen CDO. Dr. Jens Ott stammt aus Fulda.", ["Jens Ott holds CDO at Ulm"], []),
    ("Die Stadt Ulm bekommt einen CDO. Anna Weber freut sich.", [], ["Anna Weber holds CDO"]),
    ("Die Stadt Ulm bekommt einen CDO. Jens Ott von der FDP kennt das schon.", [], ["Jens Ott holds CDO"]),
    ("Die Stadt Ulm hat keinen CDO. Jens Ott kennt das schon.", [], ["Jens Ott holds CDO"]),
]


@pytest.mark.parametrize(
    ("text", "said", "never"), [*BESIDE, *BEHIND, *BEFORE, *WITH, *COLON, *TITLES, *RELATIVE, *CAREERS, *NEXT]
)
def test_what_is_read(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
