"""Offices of an article's own town or Land where another is only an example, a neighbour or one that follows."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

PORTAL = "Die Stadt Kleve hat ein Bürgerportal eingeführt."
BESIDES = [
    ("Neues Portal", f"{PORTAL} Vorbild war Goch. Bürgermeister Kai Reh ist zufrieden."),
    ("Neues Portal", f"{PORTAL} Als Vorbild diente die Stadt Goch. „Das ist gut“, sagte Bürgermeister Kai Reh."),
    ("Neues Portal", f"{PORTAL} Nach dem Vorbild der Stadt Goch soll der Rat zustimmen. Bürgermeister Kai Reh lacht."),
    ("Kleve bekommt ein Portal", f"{PORTAL} Zu Besuch waren Goch und Rees. Bürgermeister Kai Reh begrüßte die Gäste."),
    ("Kleve bekommt ein Portal", f"{PORTAL} Dabei war die Stadt Goch. Bürgermeister Kai Reh zeigte das Rathaus."),
    ("Kleve bekommt ein Portal", f"{PORTAL} Ein Kollege aus Goch hilft dabei. Bürgermeister Kai Reh gibt das Geld."),
    ("Neues Portal", f"{PORTAL} Es funktioniert wie in Goch. Bürgermeister Kai Reh ist zufrieden."),
    ("Neues Portal", f"{PORTAL} Die Nachbarstadt Goch hat es schon. Bürgermeister Kai Reh ist zufrieden."),
    ("Neues Portal", f"{PORTAL} Goch und Rees wollen folgen. „Das ist gut“, sagte Bürgermeister Kai Reh."),
    ("Kleve bekommt ein Portal", f"{PORTAL} Auch Goch und Rees wollen das. „Gut“, sagte Bürgermeister Kai Reh."),
    (
        "Kleve bekommt ein Portal",
        f"{PORTAL} Nach Angaben der Kammer will Goch nachziehen. Bürgermeister Kai Reh lacht.",
    ),
]


@pytest.mark.parametrize(("title", "text"), BESIDES)
def test_a_title_is_of_the_town_that_the_article_is_about(title: str, text: str) -> None:
    check_statements(read_article(text, title), ["Kai Reh holds Bürgermeister at Kleve"], ["Kai Reh holds * at Goch"])


OWN = [
    ("Neues Portal", "Auch Goch will ein Bürgerportal einführen. Bürgermeister Kai Reh ist zufrieden."),
    ("Portale", f"{PORTAL} Bürgermeister Jan Ott freut sich. Auch Goch hat eins. Bürgermeister Kai Reh lacht."),
    ("Neues Portal", f"{PORTAL} Auch Goch will das Portal einführen, sagte Bürgermeister Kai Reh."),
    ("Neues Portal", f"{PORTAL} Vorbild war Goch. Bürgermeister Kai Reh aus Goch ist zufrieden."),
    ("Neues Portal", f"{PORTAL} Goch macht nicht mit. „Schade“, findet Bürgermeister Kai Reh."),
]


@pytest.mark.parametrize(("title", "text"), OWN)
def test_another_town_has_its_own_mayor(title: str, text: str) -> None:
    check_statements(read_article(text, title), ["Kai Reh holds Bürgermeister at Goch"], [])


NOBODYS = [
    (
        "Treffen der Fachleute",
        "Beim Treffen in Erfurt ging es um Register. Auch Bremen war vertreten. Staatssekretär Jens Ott sprach.",
        "Jens Ott holds Staatssekretär at Bremen",
    ),
    (
        "Häuser ordnen sich neu",
        "Hessen ist der govdigital beigetreten. Weitere folgen. Das sagte Ministerin Eva Roth in Leipzig vor Gästen.",
        "Eva Roth holds Minister at Hessen",
    ),
]


@pytest.mark.parametrize(("title", "text", "never"), NOBODYS)
def test_no_land_where_nothing_tells(title: str, text: str, never: str) -> None:
    check_statements(read_article(text, title), [], [never])


CIOS = [
    ("Thüringen ordnet seine IT. Nachdem CIO Jens Ott entlassen wurde, leitet Eva Roth die IT der Stadt Gera.", "Gera"),
    ("Thüringen ordnet seine IT. Die IT der Stadt Gera leitet nun Eva Roth. CIO Jens Ott ist gegangen.", "Gera"),
    ("Die ekom21 wächst. Nachdem CIO Jens Ott zurückgetreten war, übernahm in Fürth Eva Roth.", "Fürth"),
    ("Hessen ordnet seine IT. CIO Jens Ott stellte die Pläne vor. In Fürth leitet Eva Roth das Amt.", "Hessen"),
]


@pytest.mark.parametrize(("text", "body"), CIOS)
def test_a_cio_is_of_the_body_whose_it_another_leads_now(text: str, body: str) -> None:
    check_statements(read_article(text, "Wechsel"), [f"Jens Ott holds CIO at {body}"], [])


def test_who_goes_to_the_bund_is_not_of_it_yet() -> None:
    text = "Das Land Rheinland-Pfalz hat Eva Roth zur neuen CIO bestellt."
    article = read_article(text, "CIO Jens Ott wechselt zum Bund")
    check_statements(article, ["Jens Ott holds CIO at Rheinland-Pfalz"], ["Jens Ott holds CIO at Bund"])


def test_a_title_is_of_the_town_of_the_headline_and_none_further_back() -> None:
    text = "Die Stadt Kleve hat unterschrieben. Dann war der Landkreis Borken am Zug. Auch Goch macht mit. "
    record = read_article(text + "Kämmerer Kai Reh hat das Geld.", "Kleve zieht nach")
    check_statements(record, ["Kai Reh holds Kämmerer at Kleve"], ["Kai Reh holds * at Landkreis Borken"])
