"""Whose offices: what is called somebody's own, whom somebody stands for, and what a pronoun cannot mean."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Der Kreis Plön ist dabei. Landrat Jens Ott gibt den Sitz ab, weil er sich um seinen Kreis "
        "Pinneberg kümmern will.",
        ["Jens Ott holds Landrat at Kreis Pinneberg"],
        ["Jens Ott holds Landrat at Kreis Plön"],
    ),
    (
        "Die Stadt Kassel ist dabei. Im Beirat sitzt Bürgermeister Jens Ott als Vertreter von Fulda.",
        ["Jens Ott holds Bürgermeister at Fulda"],
        ["Jens Ott holds Bürgermeister at Kassel"],
    ),
    (
        "Der Hessische Städtetag wünscht sich eine Firma nach dem Muster der Lecos GmbH; sein Geschäftsführer Jens Ott "
        "lobt sie.",
        ["Jens Ott holds Geschäftsführer at Hessischer Städtetag"],
        ["Jens Ott holds Geschäftsführer at Lecos"],
    ),
    (
        "Das Thüringer Landesrechenzentrum mietet Technik bei der Lecos GmbH. Sein Direktor Jens Ott plant das.",
        ["Jens Ott holds Direktor at Thüringer Landesrechenzentrum"],
        ["Jens Ott holds Direktor at Lecos"],
    ),
    (
        "Dort sitzt die Projektgruppe eJustice, eine Einheit des Thüringer Justizministeriums, die Anna Weber leitet.",
        [],
        ["Anna Weber holds Minister"],
    ),
    (
        "Das Thüringer Finanzministerium, das Anna Weber leitet, zahlt dafür.",
        ["Anna Weber holds Minister at Thüringer Finanzministerium"],
        [],
    ),
    (
        "Der Bremer Senator für Finanzen plant das. An der Spitze der Behörde steht Jens Ott.",
        ["Jens Ott holds Senator at Der Senator für Finanzen"],
        ["Jens Ott holds Minister"],
    ),
    (
        "Bayerns Digitalminister Jens Ott setzt auf die Agentur. Geschäftsführer Uwe Brandt werde, so der Minister, "
        "auch Kommunen beraten.",
        ["Jens Ott holds Digitalminister at Bayern"],
        ["Uwe Brandt holds Minister"],
    ),
    (
        "Der Kreis Plön legt zusammen. Husum prüft. Die Amtsleiterin für Technik des Kreises, Anna Weber, ist froh.",
        ["Anna Weber holds Amtsleiter at Kreis Plön"],
        ["Anna Weber holds Amtsleiter at Husum"],
    ),
    (
        "Im Digitalrat Hessen sitzen alle. Den Vorsitz übernimmt Katrin Lange.",
        ["Katrin Lange holds Vorsitzender at Digitalrat Hessen"],
        ["Katrin Lange holds Vorsitzender at Digitalrat Hessen former"],
    ),
    (
        "Betreiber ist die Lecos GmbH. An ihrer Spitze steht seit Oktober Jens Ott. Anna Weber, die den Posten vor ihm "
        "hatte, geht zum 1. April als Leiterin zur KISA.",
        ["Jens Ott holds Leiter at Lecos current"],
        [],
    ),
    (
        "Anna Weber leitete bis 2014 das Rechtsamt der Stadt Ulm und ist nun Leiterin der Lecos GmbH. Webers "
        "Stellvertreter Jens Ott bleibt.",
        [],
        ["Jens Ott holds Stellvertreter at Rechtsamt"],
    ),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES)
def test_whose_office_it_is(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)


def test_who_came_from_elsewhere_is_no_reason_for_the_next_title() -> None:
    text = "Uwe Brandt kam vom Landkreis Börde. Landrat Jens Ott lobte ihn."
    article = read_article(text, "Landkreis Harz: Neuer Amtsleiter")
    check_statements(
        article, ["Jens Ott holds Landrat at Landkreis Harz"], ["Jens Ott holds Landrat at Landkreis Börde"]
    )


def test_a_town_in_which_a_block_begins_goes_before_the_one_named_most() -> None:
    text = "Wer in Fulda einen Antrag stellt, wartet nicht. „Das ist gut“, sagt Bürgermeister Jens Ott. Kassel wartet."
    article = read_article(text, "Kassel wartet auf das Portal")
    check_statements(article, ["Jens Ott holds Bürgermeister at Fulda"], ["Jens Ott holds Bürgermeister at Kassel"])
