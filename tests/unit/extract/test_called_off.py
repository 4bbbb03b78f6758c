"""What is called off, put an end to, or denied: plans of the past, tests somebody was only named for, false reports."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    # a work whose end is decided is one that is being replaced; what is only meant to end is there until then
    (
        "Die Stadt Ulm stellt ihre Bürger-App UlmGo zum 1. Mai ein.",
        ["Ulm implements UlmGo ended"],
        ["Ulm implements UlmGo asserted"],
    ),
    ("Die Stadt Ulm stellt ihre Bürger-App UlmGo ein.", ["Ulm implements UlmGo ended"], []),
    ("Die Stadt Ulm hat ihre Bürger-App UlmGo Ende 2023 eingestellt.", ["Ulm implements UlmGo ended"], []),
    ("Zum Jahresende stellt Jena openDesk ab.", ["Jena implements openDesk ended"], []),
    ("Jena nimmt die Plattform openDesk zum Monatsende vom Netz.", ["Jena implements openDesk ended"], []),
    ("Ende 2024 wird openDesk in Jena abgeschaltet.", ["Jena implements openDesk ended"], []),
    ("Ende 2024 führt Jena openDesk ein.", ["Jena implements openDesk planned"], []),
    ("Ende Februar führte Jena openDesk ein.", ["Jena implements openDesk asserted"], []),
    ("Bis Ende 2024 nutzt Jena openDesk.", ["Jena implements openDesk asserted"], []),
    # who leaves is not to come
    (
        "Der Landkreis Verden verlässt das Projekt Klare Auen zum Jahresende.",
        ["Verden implements Klare Auen ended"],
        ["Verden implements Klare Auen planned"],
    ),
    ("Verden hat das Projekt Klare Auen verlassen.", ["Verden implements Klare Auen ended"], []),
    ("Verden zieht sich aus dem Projekt Klare Auen zurück.", ["Verden implements Klare Auen ended"], []),
    ("Verden verlässt das Projekt Klare Auen nicht.", [], ["Verden implements Klare Auen"]),
    (
        "Verden kündigt die Teilnahme am Projekt Klare Auen zum 31. Dezember.",
        [],
        ["Verden implements Klare Auen planned"],
    ),
    (
        "Der Chef der Kommunalen Datenzentrale Heidetal, Jan Alt, verlässt den Zweckverband zum Jahresende.",
        [],
        ["Jan Alt chairs Kommunale Datenzentrale planned"],
    ),
    (
        "Jena will openDesk im Mai abschalten.",
        ["Jena implements openDesk asserted"],
        ["Jena implements openDesk ended"],
    ),
    ("Die Stadt Ulm stellt ihre Bürger-App UlmGo nicht ein.", [], ["Ulm implements UlmGo ended"]),
    ("Jena stellt im Juni auf openDesk um.", ["Jena implements openDesk planned"], []),
    # named for a test
    (
        "Ulm erprobt openDesk. Jena, das als Pilotkommune genannt worden war, hält sich heraus.",
        ["Ulm pilots openDesk asserted"],
        ["Jena pilots openDesk"],
    ),
    ("Ulm erprobt openDesk. Jena ist ebenfalls Pilotkommune.", ["Jena pilots openDesk asserted"], []),
    # plans that came to nothing
    ("Gera, das openDesk einführen wollte, sucht nun eine andere Lösung.", [], ["Gera implements openDesk"]),
    ("Gera, das openDesk einführen wollte, hat sich anders entschieden.", [], ["Gera implements openDesk"]),
    ("Gera, das openDesk einführen will, sucht noch Personal.", ["Gera implements openDesk planned"], []),
    ("Gera wollte im Mai openDesk einführen. Daraus wird nichts.", [], ["Gera implements openDesk"]),
    ("Gera wollte der govdigital beitreten. Doch dazu kam es nie.", [], ["Gera memberOf govdigital"]),
    (
        "Im Herbst hatte der Landrat erklärt, Gera werde openDesk einführen. Davon will er heute nichts mehr wissen.",
        [],
        ["Gera implements openDesk"],
    ),
    (
        "Gera will openDesk einführen. Davon verspricht sich die Stadt viel.",
        ["Gera implements openDesk planned"],
        [],
    ),
    # false reports
    ("Berichte, Eva Weber leite künftig die FITKO, sind aus der Luft gegriffen.", [], ["Eva Weber chairs FITKO"]),
    ("Die Behauptung, Eva Weber leite die FITKO, ist falsch.", [], ["Eva Weber chairs FITKO"]),
    ("Berichte, wonach Eva Weber die FITKO leite, wies sie zurück.", [], ["Eva Weber chairs FITKO"]),
    ("Meldungen, Gera nutze openDesk, sind frei erfunden.", [], ["Gera implements openDesk"]),
    ("Die Behauptung, Eva Weber leite die FITKO, ist nicht falsch.", ["Eva Weber chairs FITKO reported"], []),
    # what is about to begin
    ("Jena steht vor der Einführung der Software openDesk.", ["Jena implements openDesk planned"], []),
    ("Der Umstieg auf openDesk ist in Jena für 2025 angesetzt.", ["Jena implements openDesk planned"], []),
    ("Hessen fördert openDesk in den Jahren 2024 und 2025.", ["Hessen funds openDesk asserted"], []),
    ("Hessen fördert openDesk in den Jahren 2025 und 2026.", ["Hessen funds openDesk planned"], []),
    # who keeps an office, and who follows
    ("Eva Weber, die schon früher CIO des Landes Hessen war, ist es geblieben.", ["Eva Weber holds CIO current"], []),
    ("Eva Weber war schon vor der Wahl CIO von Hessen. Sie bleibt es.", ["Eva Weber holds CIO current"], []),
    ("Eva Weber war bis 2020 CIO von Hessen. Dabei bleibt es.", ["Eva Weber holds CIO former"], []),
    (
        "Eva Weber war bis 2020 CIO von Hessen. Ihr Nachfolger Karl Lauer soll openDesk einführen.",
        ["Karl Lauer succeeds Eva Weber asserted"],
        ["Karl Lauer holds CIO designated"],
    ),
    (
        "Eva Weber war bis 2020 CIO von Hessen. Ihr Nachfolger Karl Lauer soll im Juni anfangen.",
        ["Karl Lauer succeeds Eva Weber planned"],
        ["Karl Lauer succeeds Eva Weber asserted"],
    ),
    ("Eva Weber wurde 2011 Leiterin der HZD und ging 2018 zur FITKO.", ["Eva Weber holds Leiter former"], []),
    (
        "Eva Weber wurde 2023 Leiterin der HZD, nachdem sie 2018 zur FITKO gewechselt war.",
        [],
        ["Eva Weber holds Leiter former"],
    ),
    (
        "Der IT-Planungsrat beschloss 2010 eine Strategie, damals noch unter dem Vorsitz von Eva Weber.",
        ["Eva Weber chairs IT-Planungsrat ended"],
        ["Eva Weber chairs IT-Planungsrat asserted"],
    ),
    (
        "Karl Lauer ist CIO von Hessen; berufen hat ihn noch Innenminister Uwe Kern.",
        ["Uwe Kern holds Innenminister former", "Karl Lauer holds CIO current"],
        [],
    ),
    # who speaks in a committee, or comes from a body
    ("Wie Eva Weber im Ausschuss für Digitales einräumte, stockt das Projekt.", [], ["Eva Weber memberOf *"]),
    ("Eva Weber sitzt im Ausschuss für Digitales.", ["Eva Weber memberOf *"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:60] for text, _, _ in CASES])
def test_called_off(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
