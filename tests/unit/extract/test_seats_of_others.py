"""Who sits in a board because of the place that is told of them, and of whom a relative clause with a list speaks."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Den Vorsitz des IT-Rats hat Jens Ott. Stellvertreterin ist Anna Weber, Landrätin des Landkreises Uckermark.",
        ["Anna Weber memberOf IT-Rat"],
        [],
    ),
    (
        "Im IT-Rat reden auch die Kommunen mit. Anna Weber vertritt darin den Deutschen Städtetag, Jens Ott den "
        "Deutschen Landkreistag.",
        ["Anna Weber memberOf IT-Rat", "Jens Ott memberOf IT-Rat"],
        [],
    ),
    (
        "In der nächsten Sitzung des IT-Planungsrats vertritt Anna Weber Brandenburg.",
        ["Anna Weber memberOf IT-Planungsrat", "Anna Weber represents Brandenburg"],
        [],
    ),
    (
        "Mitglieder des IT-Rats sind der Deutsche Städtetag und der Deutsche Landkreistag. Für den Landkreistag kommt "
        "Anna Weber.",
        ["Anna Weber memberOf IT-Rat", "Anna Weber represents Deutscher Landkreistag"],
        ["Anna Weber represents Deutscher Städtetag"],
    ),
    (
        "Mitglieder des IT-Rats sind der Deutsche Städtetag und der Deutsche Landkreistag. Für den Landkreistag kommt "
        "Anna Weber nicht.",
        [],
        ["Anna Weber memberOf IT-Rat", "Anna Weber represents Deutscher Landkreistag"],
    ),
    (
        "Der Deutsche Städtetag warnt. Für den Städtetag spricht Anna Weber. Den IT-Rat lobt Jens Ott.",
        [],
        ["Anna Weber memberOf IT-Rat", "Jens Ott memberOf IT-Rat"],
    ),
    (
        "Den Betrieb leitet Jens Ott, sein Stellvertreter ist Udo Alt. Der IT-Rat hat das beschlossen.",
        [],
        ["Udo Alt memberOf IT-Rat"],
    ),
    (
        "Die KITU ist eine Genossenschaft, der Zeitz und Halle angehören.",
        ["Zeitz memberOf KITU", "Halle (Saale) memberOf KITU"],
        [],
    ),
    (
        "Die KITU, der 80 Städte, Gemeinden und Kreise angehören, darunter Zeitz und Halle, wächst.",
        ["Zeitz memberOf KITU", "Halle (Saale) memberOf KITU"],
        [],
    ),
    (
        "Bauen wird es die KITU, eine Genossenschaft, der 80 Städte, Gemeinden und Kreise angehören, darunter Zeitz.",
        ["Zeitz memberOf KITU"],
        [],
    ),
    (
        "civento ist eine Plattform, die in Gießen steht und von Fulda und Marburg genutzt wird.",
        ["Fulda implements civento", "Marburg an der Lahn implements civento"],
        [],
    ),
    (
        "Die KITU ist ein Zusammenschluss von 80 Kommunen, unter ihnen Zeitz und Halle.",
        ["Zeitz memberOf KITU", "Halle (Saale) memberOf KITU"],
        [],
    ),
    (
        "Der KITU gehören neben Zeitz und Halle 78 Kommunen an.",
        ["Zeitz memberOf KITU", "Halle (Saale) memberOf KITU"],
        [],
    ),
    (
        "Neben Zeitz wollen zehn weitere Kommunen civento einführen.",
        ["Zeitz implements civento planned"],
        [],
    ),
    (
        "Neben Halle liegt Zeitz, in zehn Kommunen läuft civento.",
        [],
        ["Halle (Saale) implements civento", "Zeitz implements civento"],
    ),
    (
        "Zeitz, Halle und der Saalekreis gehören zu den Kommunen, in denen civento seit Mai ausprobiert wird.",
        ["Zeitz pilots civento", "Halle (Saale) pilots civento", "Saalekreis pilots civento"],
        [],
    ),
    (
        "Kassel gehört mit Fulda zu den Ersten, die civento ausprobieren.",
        ["Kassel pilots civento", "Fulda pilots civento"],
        [],
    ),
    (
        "Zeitz gehört nicht zu den Kommunen, die civento nutzen.",
        [],
        ["Zeitz implements civento"],
    ),
    (
        "Die KITU ist ein Verband, der civento einsetzt.",
        ["KITU implements civento"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_who_sits_where_others_are_members(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
