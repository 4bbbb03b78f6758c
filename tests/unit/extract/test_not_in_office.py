"""Sentences that name a person and an office, and do not say that the one holds the other."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Die KDO wächst. Anna Kolb übernimmt die Leitung des Projekts. Peter Lutz gibt die fachliche Leitung ab.",
        [],
        ["* holds Leiter"],
    ),
    (
        "Die Verbandsversammlung der Südwestfalen-IT tagt. Verbandsvorsteher ist Peter Lutz.",
        ["Peter Lutz holds Verbandsvorsteher at Südwestfalen-IT"],
        ["Peter Lutz holds Vorsitzender"],
    ),
    ("Neuer Bürgermeister von Gladbeck wird Bettina Weist oder Dietmar Drosdzol.", [], ["* holds Bürgermeister"]),
    ("Anna Kolb oder Peter Lutz wird CIO des Landes Hessen.", [], ["* holds CIO"]),
    ("Auf Roland Weber folgt Anna Kolb oder Peter Lutz.", [], ["* succeeds *"]),
    (
        "Anna Kolb und Peter Lutz werden Staatssekretäre im BMI.",
        ["Anna Kolb holds Staatssekretär", "Peter Lutz holds Staatssekretär"],
        [],
    ),
    (
        "In unserer Meldung vom 18. Mai hieß es, Anna Kolb sei seit dem 1. März 2020 CIO des Landes Hessen. "
        "Richtig ist: Anna Kolb ist seit dem 1. April 2020 CIO des Landes Hessen.",
        ["Anna Kolb holds CIO at Hessen current since=2020-04-01"],
        ["Anna Kolb holds CIO since=2020-03-01"],
    ),
    ("Es wurde fälschlich berichtet, dass Anna Kolb CIO des Landes Hessen ist.", [], ["Anna Kolb holds CIO"]),
    ("Irrtümlich wurde berichtet, Anna Kolb sei CIO des Landes Hessen.", [], ["Anna Kolb holds CIO"]),
    ("Aus dem Ministerium hieß es, Anna Kolb sei CIO des Landes Hessen.", ["Anna Kolb holds CIO"], []),
    ("Peter Lutz bewirbt sich als Präsident der FITKO.", [], ["Peter Lutz holds Präsident", "Peter Lutz chairs *"]),
    ("Anna Kolb wurde als Präsidentin der FITKO vorgeschlagen.", [], ["Anna Kolb holds *", "Anna Kolb chairs *"]),
    ("Als Präsidentin der FITKO hat Anna Kolb ein Portal vorgeschlagen.", ["Anna Kolb holds Präsident"], []),
    ("Der vermeintliche Präsident der FITKO, Peter Lutz, schwieg.", [], ["Peter Lutz holds *"]),
    ("Der selbsternannte Präsident der FITKO Peter Lutz schwieg.", [], ["Peter Lutz holds *"]),
    ("Der spätere CIO des Landes Hessen, Peter Lutz, kam 2010 nach Wiesbaden.", [], ["Peter Lutz holds *"]),
    ("Peter Lutz, später CIO des Landes Hessen, kam 2010 nach Wiesbaden.", ["Peter Lutz holds CIO"], []),
    ("Ist Markus Richter Präsident des BSI? Nein.", [], ["Markus Richter holds *", "Markus Richter chairs *"]),
    ("War Anna Achtziger Präsidentin der FITKO?", [], ["Anna Achtziger holds *"]),
    ("Wird Anna Kolb Präsidentin der FITKO?", [], ["Anna Kolb holds *"]),
    ("Wird Anna Kolb, CIO des Landes Hessen, nach Kassel gehen?", ["Anna Kolb holds CIO at Hessen current"], []),
    ("Wird Staatssekretärin Anna Kolb aus dem BMI ein Portal zeigen?", ["Anna Kolb holds Staatssekretär current"], []),
    ("Wird Anna Kolb als CIO des Landes Hessen gehen?", ["Anna Kolb holds CIO at Hessen"], []),
]

SPREADING = [
    (
        "Der verstorbene Präsident der FITKO, Peter Lutz, war Jurist.",
        ["Peter Lutz holds Präsident at FITKO former"],
        ["Peter Lutz chairs FITKO asserted"],
    ),
    ("Der abgewählte Landrat des Kreises Gießen, Peter Lutz, klagt.", ["Peter Lutz holds Landrat former"], []),
    ("Der Altbürgermeister von Kassel, Karl Weber, kam auch.", ["Karl Weber holds * at Kassel former"], []),
    (
        "Der scheidende Präsident der FITKO, Peter Lutz, sprach ein Grußwort.",
        ["Peter Lutz holds Präsident at FITKO current", "Peter Lutz chairs FITKO asserted"],
        [],
    ),
    (
        "Katja Wolf, die als Oberbürgermeisterin von Eisenach bekannt wurde, übernimmt das Finanzministerium.",
        ["Katja Wolf holds Oberbürgermeister at Eisenach former"],
        [],
    ),
    (
        "Klaus Vitt war Staatssekretär im BMI unter Horst Seehofer.",
        ["Horst Seehofer holds Minister former", "Horst Seehofer chairs BMI ended"],
        [],
    ),
    (
        "Designierter Nachfolger von Klaus Lange ist Ralf Crumbach.",
        ["Ralf Crumbach succeeds Klaus Lange planned"],
        ["Ralf Crumbach succeeds Klaus Lange asserted"],
    ),
    ("Möglicher Nachfolger von Klaus Lange ist Ralf Crumbach.", [], ["Ralf Crumbach succeeds Klaus Lange"]),
    ("Nachfolger von Klaus Lange ist Ralf Crumbach.", ["Ralf Crumbach succeeds Klaus Lange asserted"], []),
    (
        "Eva Roth, früher CIO in Bremen, wird Präsidentin der FITKO.",
        ["Eva Roth holds CIO at Bremen former", "Eva Roth holds Präsident at FITKO designated"],
        ["Eva Roth chairs FITKO ended"],
    ),
    (
        "Sein Nachfolger als CIO des Landes Hessen war Peter Lutz.",
        ["Peter Lutz holds CIO at Hessen former"],
        ["Peter Lutz holds CIO current"],
    ),
    (
        "Sein Nachfolger als CIO des Landes Hessen, Peter Lutz, war zuvor Referent im BMI.",
        [],
        ["Peter Lutz holds CIO former"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), SPREADING, ids=[text[:40] for text, _, _ in SPREADING])
def test_each_office_has_its_own_time(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_who_is_not_in_office(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
