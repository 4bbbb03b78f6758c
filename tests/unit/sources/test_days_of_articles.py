from __future__ import annotations

import pytest

from govgraph.model import Page
from govgraph.sources.pages import read_text

TEXT = "Das Land Hessen setzt das Onlinezugangsgesetz um, teilte die Staatskanzlei mit."
LIST = """Kurz notiert
{day}
Wiesbaden: Bauantrag im ganzen Land
Der digitale Bauantrag steht nun allen Bauaufsichtsbehörden in Hessen zur Verfügung, teilte das Ministerium mit.
Schwerin: Studie vorgestellt
Der Innenminister stellte gestern eine gemeinsame Studie zur Nutzung der Cloud in den Kommunen des Landes vor.
"""


def read(text: str) -> Page:
    return read_text(text, name="page", source="page.txt")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Wiesbaden. 30.11.2019. ", "2019-11-30"),
        ("Wiesbaden | 12.05.2021. ", "2021-05-12"),
        ("Wiesbaden – 12. Mai 2021 – ", "2021-05-12"),
        ("Bad Homburg v. d. Höhe. 5. Mai 2019. ", "2019-05-05"),
        ("Wiesbaden, 15.11.2021 (dpa/eb) ", "2021-11-15"),
        ("11.03.2016, Wiesbaden\n\n", "2016-03-11"),
        ("Wiesbaden – 05.09.2019\n\n", "2019-09-05"),
        ("Kommentar. 16.01.2024\n\n", "2024-01-16"),
        ("Redaktionsschluss: 12.03.2024\n\n", None),
        ("Kassel. Bis 12.03.2024 nutzt es die Stadt. ", None),
    ],
)
def test_day_before_or_above_the_text(head: str, day: str | None) -> None:
    [article] = read(f"Neues Portal am Netz\n\n{head}{TEXT}\n").articles
    assert (article.title, article.date) == ("Neues Portal am Netz", day)


def test_genre_before_a_day_is_the_kicker() -> None:
    [article] = read(f"Neues Portal am Netz\n\nKommentar. 16.01.2024\n\n{TEXT}\n").articles
    assert article.kicker == "Kommentar"


def test_day_below_the_head_of_a_list_is_that_of_all_its_teasers() -> None:
    page = read(LIST.format(day="19.02.2024"))
    assert [(one.title, one.date) for one in page.articles] == [
        ("Bauantrag im ganzen Land", "2024-02-19"),
        ("Studie vorgestellt", "2024-02-19"),
    ]
