"""Offices that are over by what is said of them, and those that are not."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    ("Anna Weber, lange CIO des Landes Hessen, schrieb das Vorwort.", ["Anna Weber holds CIO former"], []),
    ("Anna Weber, jahrelang Leiterin der FITKO, schrieb das Vorwort.", ["Anna Weber holds Leiter former"], []),
    ("Anna Weber, jahrzehntelang CIO von Hessen, wird geehrt.", ["Anna Weber holds CIO former"], []),
    ("Anna Weber, bereits früher CIO des Landes Hessen, lobte es.", ["Anna Weber holds CIO former"], []),
    ("Anna Weber, schon lange CIO des Landes Hessen, lobte es.", ["Anna Weber holds CIO current"], []),
    (
        "Uwe Brandt, der diese Aufgabe neun Jahre lang versah, erledigte sie als Staatssekretär im Finanzministerium.",
        ["Uwe Brandt holds Staatssekretär former"],
        [],
    ),
    (
        "Anna Weber betreute das Portal als Abteilungsleiterin in der Staatskanzlei.",
        ["Anna Weber holds Abteilungsleiter former"],
        [],
    ),
    (
        "Anna Weber eröffnete als Digitalministerin von Bayern den Kongress.",
        ["Anna Weber holds Digitalminister current"],
        [],
    ),
    (
        "Uwe Brandt, der als Vorsitzender des IT-Planungsrats die Sitzung leitete, war zufrieden.",
        ["Uwe Brandt holds Vorsitzender at IT-Planungsrat current"],
        [],
    ),
    (
        "Überreicht hat ihn Uwe Brandt in Kassel, der Stadt, die er bis vor Kurzem als Oberbürgermeister regierte.",
        ["Uwe Brandt holds Oberbürgermeister at Kassel former"],
        [],
    ),
    (
        "Anna Weber war lange in München, nämlich als Abteilungsleiterin bei der Versicherungskammer.",
        ["Anna Weber holds Abteilungsleiter former"],
        [],
    ),
    (
        "Anna Weber war zehn Jahre als Referatsleiterin im Bundesinnenministerium tätig.",
        ["Anna Weber holds Referatsleiter at Bundesministerium des Innern former"],
        [],
    ),
    (
        "Anna Weber war als CIO von Hessen zu Gast in Kassel.",
        ["Anna Weber holds CIO at Hessen current"],
        [],
    ),
    (
        "Anna Weber ist als Referatsleiterin im Bundesinnenministerium tätig.",
        ["Anna Weber holds Referatsleiter at Bundesministerium des Innern current"],
        [],
    ),
    (
        "Nach Kämmerer Uwe Brandt hat nun auch Anna Weber die Stadtverwaltung Kassel verlassen.",
        ["Uwe Brandt holds Kämmerer at Kassel former"],
        [],
    ),
    (
        "CIO des Landes Hessen ist Anna Weber. Ihr Vorgänger als CIO war Uwe Brandt.",
        ["Uwe Brandt holds CIO at Hessen former"],
        [],
    ),
    (
        "CIO von Hessen ist Anna Weber. Uwe Brandt, ihr Vorgänger als CIO, lobte das Vorhaben.",
        ["Uwe Brandt holds CIO at Hessen former"],
        [],
    ),
    (
        "Sein Nachfolger als Landrat des Landkreises Kassel, Uwe Brandt, saß zuletzt im Landtag.",
        ["Uwe Brandt holds Landrat at Landkreis Kassel"],
        ["Uwe Brandt holds Landrat at Landkreis Kassel former"],
    ),
    (
        "Neuer Präsident des Deutschen Städtetags wird Uwe Brandt. Die jetzige Präsidentin Anna Weber wird "
        "Stellvertreterin.",
        ["Anna Weber holds Präsident at Deutscher Städtetag current"],
        [],
    ),
    (
        "Die Leitung der FITKO übernimmt Anna Weber, derzeit noch Referentin in der Staatskanzlei Mainz.",
        ["Anna Weber holds Leiter at FITKO designated"],
        [],
    ),
    (
        "Präsidentin der FITKO wird Anna Weber, zurzeit Abteilungsleiterin im Innenministerium Hessen.",
        ["Anna Weber holds Präsident at FITKO designated"],
        [],
    ),
    (
        "Präsidentin der FITKO ist Anna Weber. Sie folgt auf Uwe Brandt, der 19 Jahre an der Spitze stand.",
        ["Uwe Brandt holds * at FITKO former"],
        [],
    ),
    (
        "Anna Weber wird zum 1. Juli Präsidentin der FITKO. Sie folgt auf Uwe Brandt, nach dessen Abberufung "
        "Vizepräsident Kai Ott das Haus geführt hatte.",
        ["Uwe Brandt holds Präsident at FITKO former", "Anna Weber holds Präsident at FITKO designated"],
        [],
    ),
    (
        "Anna Weber wird im Mai neue Präsidentin der FITKO. Die gebürtige Husumerin ist bislang Leiterin des "
        "Hauptamts in Kassel.",
        ["Anna Weber holds Leiter current"],
        [],
    ),
    (
        "Nicht wieder angetreten ist Verbandsvorsteher Uwe Brandt vom Zweckverband KDN.",
        ["Uwe Brandt holds Verbandsvorsteher former"],
        [],
    ),
    (
        "Uwe Brandt, bisher Vorsitzender des Vereins Vitako, hatte nicht mehr kandidiert.",
        ["Uwe Brandt holds Vorsitzender at Vitako former"],
        [],
    ),
    (
        "Bezirksstadtrat Uwe Brandt aus Spandau half mit. Brandt ist mittlerweile weitergezogen: Seit April "
        "leitet er das Referat Prozesse im Innenministerium.",
        ["Uwe Brandt holds Bezirksstadtrat at Spandau former"],
        [],
    ),
    (
        "Projektleiter Uwe Brandt von der Stadt Kassel half mit. Inzwischen hat er die Verwaltung verlassen.",
        ["Uwe Brandt holds Projektleiter at Kassel former"],
        [],
    ),
    (
        "Anna Weber spricht über ihre Zeit als Vertriebschefin bei Lecos.",
        ["Anna Weber holds Vertriebschef at Lecos former"],
        [],
    ),
    (
        "In ihrer Zeit als CIO von Hessen hat Anna Weber viel bewegt.",
        ["Anna Weber holds CIO at Hessen former"],
        [],
    ),
    (
        "Der andere Amtsleiter des Amts für Statistik in Kassel, Paul Nagy, ist heute CISO bei der Rentenversicherung.",
        ["Paul Nagy holds Amtsleiter former"],
        [],
    ),
    (
        "Die damalige Sprecherin des KDN, Anna Weber, ist heute Abteilungsleiterin bei der AKDB.",
        ["Anna Weber holds Sprecher at KDN former", "Anna Weber holds Abteilungsleiter at AKDB current"],
        [],
    ),
    (
        "Staatssekretärin Anna Weber vom Innenministerium Hessen ist jetzt auch CIO des Landes.",
        ["Anna Weber holds CIO at Hessen", "Anna Weber holds Staatssekretär current"],
        [],
    ),
    (
        "Anna Weber ist seit dem 1. Oktober CDO der Stadt Kassel.",
        ["Anna Weber holds CDO at Kassel current"],
        [],
    ),
    (
        "Die FITKO bekommt zum 1. Juli mit Anna Weber eine neue Präsidentin.",
        ["Anna Weber holds Präsident at FITKO designated"],
        [],
    ),
    (
        "Die Geschäftsstelle des KDN erhält im Herbst mit Uwe Brandt einen neuen Leiter.",
        ["Uwe Brandt holds Leiter designated"],
        [],
    ),
    (
        "Die AKDB hat mit Uwe Brandt einen neuen Geschäftsführer.",
        ["Uwe Brandt holds Geschäftsführer at AKDB new"],
        [],
    ),
    (
        "Nicht wieder angetreten ist der Vorsitzende der eGo-Saar, Uwe Brandt, im Hauptamt Bürgermeister der "
        "Gemeinde Nonnweiler.",
        ["Uwe Brandt holds Vorsitzender at eGo-Saar former", "Uwe Brandt holds Bürgermeister at Nonnweiler current"],
        [],
    ),
    (
        "CIO des Landes Hessen ist seit Mai Anna Weber. Uwe Brandt, der diese Aufgabe neun Jahre lang "
        "versah, erledigte sie als Staatssekretär im Finanzministerium.",
        ["Uwe Brandt holds CIO at Hessen former", "Uwe Brandt holds Staatssekretär former"],
        ["Anna Weber holds Staatssekretär"],
    ),
    (
        "Abteilungsleiterin Anna Weber von der Stadt Kassel ist inzwischen an die Universität Kassel zurückgekehrt.",
        ["Anna Weber holds Abteilungsleiter"],
        [],
    ),
    (
        "Das Projekt betreute Referatsleiter Uwe Brandt vom Landesamt für Steuern. Brandt ist inzwischen in "
        "den Ruhestand gegangen.",
        ["Uwe Brandt holds Referatsleiter former"],
        [],
    ),
    (
        "Das Projekt betreut Referatsleiter Uwe Brandt vom Landesamt für Steuern. Brandt ist inzwischen mit "
        "der Umsetzung fertig.",
        ["Uwe Brandt holds Referatsleiter current"],
        [],
    ),
    (
        "Das Projekt betreut Referatsleiter Uwe Brandt vom Landesamt für Steuern. Das Gesetz ist inzwischen "
        "verabschiedet.",
        ["Uwe Brandt holds Referatsleiter current"],
        [],
    ),
    (
        "Anna Weber, Staatssekretärin im BMI, ist seit Mai CIO des Bundes. Uwe Brandt, der diese Aufgabe "
        "neun Jahre lang versah, erledigte sie als Staatssekretär im Bundesfinanzministerium.",
        ["Uwe Brandt holds CIO at Bund former"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_an_office_is_over_or_not(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
