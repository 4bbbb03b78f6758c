"""Lists of who is on a board, and lists of people with title and house."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

BOARDS = [
    (
        "Zusammensetzung des Beirats Digitale Verwaltung",
        "Vorsitz: Eva Roth\nStellv. Vorsitz: Kai Reh, Städtetag Hessen\nMitglieder:\nOle Mohn, Stadt Kassel\n"
        "Gäste: Uta Ott",
        [
            "Eva Roth holds Vorsitzender at Beirat Digitale Verwaltung",
            "Kai Reh holds Stellvertretender Vorsitzender at Beirat Digitale Verwaltung",
            "Ole Mohn memberOf Beirat Digitale Verwaltung",
        ],
        ["Uta Ott memberOf *"],
    ),
    (
        "Beirat Digitale Verwaltung",
        "Mitglieder:\n- Ole Mohn (Stadt Kassel)\n- Kai Reh (Landkreistag Hessen), Vorsitzender",
        ["Kai Reh holds Vorsitzender at Beirat Digitale Verwaltung", "Ole Mohn memberOf Beirat Digitale Verwaltung"],
        ["Kai Reh chairs Hessischer Landkreistag", "Kai Reh holds Vorsitzender at Hessischer Landkreistag"],
    ),
    (
        "IT-Beirat Hessen",
        "Mitglieder: Eva Roth, Stadt Kassel; Kai Reh (Stadt Gera); Uta Ott.",
        [
            "Eva Roth memberOf IT-Beirat Hessen",
            "Kai Reh memberOf IT-Beirat Hessen",
            "Uta Ott memberOf IT-Beirat Hessen",
        ],
        [],
    ),
    (
        "Gespräch zum IT-Beirat",
        "Mitglieder: 25. Eva Roth leitet die FITKO.",
        ["Eva Roth holds Leiter at FITKO"],
        ["Eva Roth memberOf *"],
    ),
]

OTHER_LISTS = [
    (
        "Vitako wählt",
        "Es gilt die von der Findungskommission vorgelegte Liste.\n\nDer Vorstand im Überblick:\nVorsitz: Eva Roth\n"
        "Mitglieder: Kai Reh (AKDB), Ole Mohn (KDO)",
        [],
        ["Eva Roth holds *", "Kai Reh memberOf Findungskommission"],
    ),
    (
        "Sitzung",
        "Der Digitalausschuss tagt. Beginn ist um neun.\nVorsitz: Eva Roth",
        [],
        ["Eva Roth holds Vorsitzender at Ausschuss für Digitales und Staatsmodernisierung"],
    ),
    (
        "Sitzung",
        "Der Digitalausschuss der Stadt Ulm tagt am 3. März.\nVorsitz: Eva Roth",
        ["Eva Roth holds Vorsitzender at Digitalausschuss"],
        [],
    ),
    (
        "Forum",
        "Das Forum beginnt um neun, der IT-Planungsrat ist dabei.\nModeration: Kai Reh\nVorsitz: Eva Roth",
        [],
        ["Eva Roth holds *"],
    ),
    (
        "Vitako",
        "Vitako hat einen neuen Vorstand. Das Land Hessen hatte einen Beirat berufen.\nVorsitz: Eva Roth",
        [],
        ["Eva Roth holds *"],
    ),
    (
        "Digitalbeirat",
        "Das Land Hessen hat einen Digitalbeirat berufen.\nVorsitz: Eva Roth\nMitglieder: Kai Reh, Ole Mohn",
        ["Eva Roth holds Vorsitzender at Digitalbeirat", "Kai Reh memberOf Digitalbeirat"],
        [],
    ),
    (
        "Neuer Vorstand",
        "Der Beirat der govdigital im Überblick:\nVorsitz: Eva Roth\nMitglieder: Kai Reh, Ole Mohn",
        ["Eva Roth holds Vorsitzender at Beirat", "Ole Mohn memberOf Beirat"],
        [],
    ),
]

HOUSES = [
    (
        "Es kamen: Eva Roth, Staatssekretärin, Ministerium des Innern und für Sport Rheinland-Pfalz; Kai Reh, "
        "Geschäftsführender Direktor, Städtetag Rheinland-Pfalz; Ole Mohn, Gemeinde- und Städtebund Rheinland-Pfalz.",
        ["Kai Reh holds Direktor at Städtetag Rheinland-Pfalz"],
        ["Kai Reh holds Direktor at Ministerium des Innern und für Sport Rheinland-Pfalz"],
    ),
    (
        "Es sprachen Eva Roth, Direktorin (Städtetag Hessen), und Kai Reh, CDO (Stadt Kassel).",
        ["Kai Reh holds CDO at Kassel"],
        ["Kai Reh holds CDO at Hessen"],
    ),
    ("Neu: Kai Reh, Abteilungsleiter FITKO (zuvor: BVA)", ["Kai Reh holds Abteilungsleiter at FITKO"], []),
]


@pytest.mark.parametrize(("title", "text", "states", "never"), [*BOARDS, *OTHER_LISTS])
def test_boards_listed(title: str, text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text, title), states, never)


@pytest.mark.parametrize(("text", "states", "never"), HOUSES)
def test_houses_listed(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)
