"""Deputies: in the body that the one they stand in for heads, and those who are elected and sent by another body."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Im Lenkungskreis Smart City hat Anna Weber den Vorsitz. Stellvertreter ist Jens Ott, der als Geschäftsführer "
        "den Hessischen Städtetag vertritt.",
        [
            "Jens Ott holds Stellvertreter at Lenkungskreis Smart City",
            "Jens Ott holds Geschäftsführer at Hessischer Städtetag",
        ],
        ["Jens Ott holds Stellvertreter at Hessischer Städtetag"],
    ),
    (
        "Die Vitako hat Anna Weber zur Vorstandsvorsitzenden gewählt. Als Stellvertreter wurde Jens Ott von der ekom21 "
        "bestätigt.",
        ["Jens Ott holds Stellvertreter at Vitako"],
        ["Jens Ott holds Stellvertreter at ekom21"],
    ),
    (
        "Die Lecos GmbH leitet Anna Weber. Stellvertreter wird Jens Ott, der bisher Abteilungsleiter der ekom21 war.",
        ["Jens Ott holds Stellvertreter at Lecos", "Jens Ott holds Abteilungsleiter at ekom21 former"],
        ["Jens Ott holds Stellvertreter at ekom21"],
    ),
    (
        "Den Vorsitz im Verwaltungsrat der Lecos hat Landrat Jens Ott aus Plön. Sein Stellvertreter ist Uwe Brandt, "
        "Oberbürgermeister in Kiel.",
        ["Uwe Brandt holds Stellvertreter at Verwaltungsrat current"],
        ["Uwe Brandt holds Stellvertreter at Kreis Plön"],
    ),
    (
        "Der Verwaltungsrat der Lecos wird von Landrat Jens Ott geleitet, sein Stellvertreter ist Uwe Brandt.",
        ["Uwe Brandt holds Stellvertreter at Verwaltungsrat"],
        ["Jens Ott holds Stellvertreter"],
    ),
    (
        "Die Leitung der FITKO hat Anna Weber, bisher Abteilungsleiterin bei Dataport. Ihr Stellvertreter Jens Ott "
        "kommt aus Husum.",
        ["Jens Ott holds Stellvertreter at FITKO"],
        ["Jens Ott holds Stellvertreter at Dataport"],
    ),
    (
        "Anna Weber ist Leiterin der FITKO. Das Haus wird einstweilen von Webers Stellvertreter Jens Ott geleitet.",
        ["Jens Ott holds Stellvertreter at FITKO", "Jens Ott holds Leiter at FITKO acting"],
        ["Anna Weber holds Leiter at FITKO acting", "Anna Weber holds Stellvertreter"],
    ),
    (
        "Jens Ott geht. Die FITKO wird künftig von Anna Weber geleitet, bisher Stellvertreterin Otts.",
        ["Anna Weber holds Leiter at FITKO designated"],
        ["Jens Ott holds Stellvertreter"],
    ),
    (
        "Vorsitzende des Lenkungskreises Digitales ist Anna Weber, Stellvertreter ist Jens Ott.",
        ["Jens Ott holds Stellvertreter at Lenkungskreis Digitales"],
        ["Anna Weber holds Stellvertreter"],
    ),
    (
        "Verbandsvorsteher der ekom21 ist der Kasseler Landrat Jens Ott, Stellvertreterin ist seine Fuldaer Kollegin "
        "Anna Weber.",
        ["Anna Weber holds Landrat at Landkreis Fulda", "Anna Weber holds Stellvertreter at ekom21"],
        ["Jens Ott holds Stellvertreter"],
    ),
    (
        "Vorsitzende der Vitako ist Anna Weber. Zu stellvertretenden Vorsitzenden wählten die Delegierten Jens Ott "
        "(Dataport) und Silke Brandes von der regio iT.",
        [
            "Jens Ott holds Stellvertretender Vorsitzender at Vitako new",
            "Silke Brandes holds Stellvertretender Vorsitzender at Vitako new",
        ],
        ["Jens Ott holds * at Dataport", "Silke Brandes holds * at regio iT"],
    ),
    (
        "Vitako hat gewählt. Im Amt bestätigt wurden die stellvertretenden Vorsitzenden Jens Ott (regio iT, Aachen) "
        "und Silke Brandes.",
        ["Jens Ott holds Stellvertretender Vorsitzender at Vitako"],
        ["Jens Ott holds Vorsitzender at Vitako", "Jens Ott chairs Vitako"],
    ),
    (
        "Uwe Brandt ist nun Leiter der Zentralen Datenverarbeitungsstelle.",
        ["Uwe Brandt holds Leiter at Landesamt für IT-Dienstleistungen current"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_deputies(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
