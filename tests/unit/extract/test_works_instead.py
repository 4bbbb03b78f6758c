"""Works that come for those that somebody gives up: „An seine Stelle ist VOIS getreten“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

GONE = "Celle hat das Portal civento abgeschaltet."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{GONE} An seine Stelle ist VOIS getreten.", "Celle implements VOIS asserted"),
        (f"{GONE} An dessen Stelle tritt nun VOIS.", "Celle implements VOIS asserted"),
        (f"{GONE} An seine Stelle soll 2025 VOIS treten.", "Celle implements VOIS planned"),
        (f"{GONE} Nachfolger ist VOIS.", "Celle implements VOIS asserted"),
        (f"{GONE} Als Ersatz dient VOIS.", "Celle implements VOIS asserted"),
        (f"{GONE} Das war im Mai. Seine Aufgabe erledigt jetzt VOIS.", "Celle implements VOIS asserted"),
        (f"{GONE} Nachfolger wird VOIS.", "Celle implements VOIS planned"),
        (f"{GONE} Nachfolger ist VOIS geworden.", "Celle implements VOIS asserted"),
        ("Gifhorn hat civento abgelöst. Nachfolgerin ist die Luca-App.", "Gifhorn implements Luca-App asserted"),
    ],
)
def test_what_comes_instead(text: str, said: str) -> None:
    check_statements(read_article(text), [said], [])


@pytest.mark.parametrize(
    "text",
    [
        f"{GONE} An seine Stelle tritt nicht VOIS.",
        f"{GONE} Als Ersatz kam nur VOIS infrage, das aber zu teuer war.",
        f"{GONE} Als Ersatz kommt VOIS in Frage.",
        f"{GONE} Als Nachfolger ist VOIS im Gespräch.",
        "Celle und Gera haben das Portal civento abgeschaltet. In Gera tritt an seine Stelle VOIS.",
        f"{GONE} Ist VOIS der Nachfolger?",
        f"{GONE} Gifhorn nutzt VOIS.",
        "Jens Ott verlässt Celle. An seine Stelle tritt Eva Roth. VOIS bleibt.",
    ],
)
def test_what_comes_for_nobody(text: str) -> None:
    check_statements(read_article(text), [], ["Celle implements VOIS"])


def test_what_somebody_has_made_themselves() -> None:
    text = "„Unser selbst gebautes Portal civento läuft gut“, sagt Eva Roth, die Landrätin des Kreises Uelzen."
    check_statements(read_article(text), ["Uelzen develops civento"], [])


@pytest.mark.parametrize(
    "text",
    [
        "„Unsere Tochtergesellschaft, die CelleIT GmbH, wächst“, sagt Eva Roth, CIO der Stadt Celle.",
        "Der Eigenbetrieb der Stadt Celle, die CelleIT GmbH, testet openDesk.",
        "Der Eigenbetrieb CelleIT GmbH der Stadt Celle testet openDesk.",
    ],
)
def test_a_firm_of_a_town_told_before_its_name(text: str) -> None:
    check_statements(read_article(text), ["CelleIT GmbH partOf Celle"], [])


def test_a_firm_of_another() -> None:
    text = "Unsere Tochter arbeitet mit der CelleIT GmbH zusammen, sagt Eva Roth, Landrätin des Kreises Uelzen."
    check_statements(read_article(text), [], ["CelleIT GmbH partOf *"])


@pytest.mark.parametrize(
    ("text", "said", "never"),
    [
        (f"{GONE} In Hameln ist VOIS an seine Stelle getreten.", "Hameln implements VOIS", "Celle implements VOIS"),
        (f"{GONE} Nachfolger war kurz VOIS.", "Celle implements VOIS ended", "Celle implements VOIS asserted"),
        (f"{GONE} In Celle ist VOIS an seine Stelle getreten.", "Celle implements VOIS asserted", "* develops VOIS"),
        (f"{GONE} An seine Stelle ist VOIS von HSH getreten.", "Celle implements VOIS asserted", "HSH implements VOIS"),
        (f"{GONE} In der Verwaltung ist VOIS an seine Stelle getreten.", "Celle implements VOIS", "* develops VOIS"),
    ],
)
def test_where_something_comes_instead(text: str, said: str, never: str) -> None:
    check_statements(read_article(text), [said], [never])


@pytest.mark.parametrize(
    "text",
    [
        f"{GONE} Nachfolger ist die Corona-Warn-App des Bundes.",
        "Die Einwohner in Celle nutzen die Luca-App nicht mehr. An ihre Stelle ist die Corona-Warn-App getreten.",
    ],
)
def test_what_comes_for_others(text: str) -> None:
    check_statements(read_article(text), [], ["Celle implements Corona-Warn-App"])
