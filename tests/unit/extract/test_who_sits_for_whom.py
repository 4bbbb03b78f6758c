"""Who belongs to a board and for whom, who is in charge of what, and who took whose place."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Uwe Brandt vertritt die Europäische Kommission im Verwaltungsrat der Agentur eu-LISA.",
        ["Uwe Brandt represents Europäische Kommission"],
        [],
    ),
    (
        "Die Mitgliederversammlung des NEGZ hat Anna Weber von der Universität Lübeck in den Vorstand gewählt.",
        ["Anna Weber holds Vorstand at NEGZ"],
        ["Anna Weber holds Vorstand at Universität Lübeck"],
    ),
    (
        "Mitglieder des IT-Kooperationsrats sind Anna Weber für den Landkreistag und Uwe Brandt für den Städtetag.",
        [
            "Anna Weber memberOf IT-Kooperationsrat",
            "Uwe Brandt memberOf IT-Kooperationsrat",
            "Anna Weber represents Landkreistag",
            "Uwe Brandt represents Städtetag",
        ],
        [],
    ),
    (
        "Für den Landkreistag sitzt Anna Weber im Beirat der FITKO, für den Städtetag Uwe Brandt.",
        ["Anna Weber represents Landkreistag", "Uwe Brandt represents Städtetag"],
        [],
    ),
    (
        "Neu im Nationalen Normenkontrollrat sind Anna Weber und Uwe Brandt.",
        ["Anna Weber memberOf Nationaler Normenkontrollrat", "Uwe Brandt memberOf Nationaler Normenkontrollrat"],
        [],
    ),
    (
        "Dem Nationalen Normenkontrollrat gehört jetzt auch Anna Weber an, ausgeschieden ist Uwe Brandt.",
        ["Anna Weber memberOf Nationaler Normenkontrollrat asserted"],
        [],
    ),
    (
        "Ratsmitglied Anna Weber übergab die Studie.",
        [],
        ["Anna Weber memberOf Studie"],
    ),
    (
        "Uwe Brandt, Mitglied des Nationalen Normenkontrollrats, warnt.",
        ["Uwe Brandt memberOf Nationaler Normenkontrollrat asserted"],
        [],
    ),
    (
        "In den Nationalen Normenkontrollrat rückt Anna Weber nach.",
        ["Anna Weber memberOf Nationaler Normenkontrollrat"],
        [],
    ),
    (
        "Aus dem Nationalen Normenkontrollrat ist Uwe Brandt ausgeschieden.",
        ["Uwe Brandt memberOf Nationaler Normenkontrollrat ended"],
        [],
    ),
    (
        "Für Hessen verhandelt Anna Weber im IT-Planungsrat.",
        ["Anna Weber represents Hessen"],
        [],
    ),
    (
        "Verantwortlich für das Portal BundID ist in Paderborn Anna Weber, vorher bei der AKDB.",
        ["Anna Weber responsibleFor BundID asserted"],
        [],
    ),
    (
        "Um das Portal BundID kümmert sich bei der AKDB Uwe Brandt.",
        ["Uwe Brandt responsibleFor BundID"],
        [],
    ),
    (
        "Anna Weber, die bei der AKDB die BundID verantwortet, freut sich.",
        ["Anna Weber responsibleFor BundID"],
        [],
    ),
    (
        "Projektleiterin für die BundID ist Anna Weber.",
        ["Anna Weber responsibleFor BundID"],
        [],
    ),
    (
        "Anna Weber, Projektleiterin der BundID bei der AKDB, freut sich.",
        ["Anna Weber responsibleFor BundID"],
        [],
    ),
    (
        "Die BundID liegt in der Verantwortung von Anna Weber.",
        ["Anna Weber responsibleFor BundID"],
        [],
    ),
    (
        "Federführend für die BundID ist Staatssekretär Uwe Brandt.",
        ["Uwe Brandt responsibleFor BundID"],
        [],
    ),
    (
        "Im Mai löst Anna Weber Uwe Brandt als CIO von Hessen ab.",
        ["Anna Weber succeeds Uwe Brandt planned", "Anna Weber holds CIO at Hessen designated"],
        [],
    ),
    (
        "Anna Weber tritt die Nachfolge von Uwe Brandt an, der die FITKO verlassen hat.",
        ["Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Für Uwe Brandt rückt Anna Weber in den Vorstand der Vitako nach.",
        ["Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Den Platz von Uwe Brandt im IT-Planungsrat nimmt Anna Weber ein.",
        ["Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Anna Weber hat den Sitz von Uwe Brandt im IT-Planungsrat übernommen.",
        ["Anna Weber succeeds Uwe Brandt", "Anna Weber memberOf IT-Planungsrat"],
        [],
    ),
    (
        "Die Verbandsversammlung hat Anna Weber im Mai zur Nachfolgerin von Uwe Brandt gewählt.",
        ["Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Statt Uwe Brandt leitet jetzt Anna Weber die FITKO.",
        ["Anna Weber holds * at FITKO", "Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Anna Weber folgt nicht auf Uwe Brandt.",
        [],
        ["Anna Weber succeeds Uwe Brandt"],
    ),
    (
        "Die Mitgliederversammlung des NEGZ hat Anna Weber von der Universität Lübeck zur Vorsitzenden gewählt.",
        ["Anna Weber holds Vorsitzender at NEGZ"],
        ["Anna Weber holds Vorsitzender at Universität Lübeck"],
    ),
    (
        "Der Verwaltungsrat der AKDB hat Uwe Brandt von Dataport zum Vorstand bestellt.",
        ["Uwe Brandt holds Vorstand at AKDB"],
        ["Uwe Brandt holds Vorstand at Dataport"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_who_sits_for_whom(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
