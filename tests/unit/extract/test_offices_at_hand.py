"""Offices whose holder or body the words around them tell: who comes or goes, of which town a sentence speaks."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, reader

from govgraph.sources import read_text

CASES = [
    (
        "Fulda macht mit. Für Hanau gilt das nicht: „Uns fehlt das Geld“, klagt Oberbürgermeister Jens Ott.",
        ["Jens Ott holds Oberbürgermeister at Hanau"],
        ["Jens Ott holds Oberbürgermeister at Fulda"],
    ),
    (
        "Münster und Bocholt testen. Aus Coesfeld kommt Kritik: „Das ist zu teuer“, sagt Kämmerer Uli Brand.",
        ["Uli Brand holds Kämmerer at Coesfeld"],
        ["Uli Brand holds Kämmerer at Münster"],
    ),
    (
        "Das Land Hessen wartet. Staatssekretär Jens Ott, CIO in Wiesbaden, lobt den Verbund.",
        ["Jens Ott holds CIO at Hessen"],
        ["Jens Ott holds CIO at Wiesbaden"],
    ),
    ("Stadtrat Jens Ott, CDO in Kiel, lobt den Verbund.", ["Jens Ott holds CDO at Kiel"], []),
    (
        "Mit Anna Weber verlässt die CIO des Freistaats Sachsen das Haus.",
        ["Anna Weber holds CIO at Sachsen"],
        [],
    ),
    (
        "Aus dem Ministerium kam mit Jens Ott auch der frühere CIO des Bundes.",
        ["Jens Ott holds CIO at Bund former"],
        [],
    ),
    ("Mit Anna Weber traf sich der CIO des Landes Hessen in Fulda.", [], ["Anna Weber holds CIO"]),
    ("Mit Anna Weber sprach der CIO des Landes Hessen in Fulda.", [], ["Anna Weber holds CIO"]),
    (
        "Jens Ott ist CIO des Bundes. Den Vorsitz im IT-Planungsrat führt nicht er, sondern der Hamburger Staatsrat "
        "Uli Brand.",
        ["Uli Brand holds Vorsitzender at IT-Planungsrat"],
        ["Jens Ott holds Vorsitzender"],
    ),
    (
        "Das verspricht Staatssekretär Jens Ott, der CIO Thüringens, unter dessen Leitung der IT-Planungsrat tagt.",
        ["Jens Ott holds CIO at Thüringen", "Jens Ott holds Vorsitzender at IT-Planungsrat"],
        [],
    ),
    (
        "IT-Leiter der Stadt Fürth ist Jens Ott. Den Posten hat er von Anna Weber geerbt.",
        ["Anna Weber holds IT-Leiter at Fürth former"],
        [],
    ),
    (
        "Anna Weber, Bundesbeauftragte für den Datenschutz und Nachfolgerin von Jens Ott, stellte das Gutachten vor.",
        [
            "Anna Weber holds Bundesbeauftragter für den Datenschutz at Bund",
            "Jens Ott holds Bundesbeauftragter für den Datenschutz at Bund former",
        ],
        [],
    ),
    ("Hamburgs Datenschützer Jens Ott warnt.", ["Jens Ott holds Datenschutzbeauftragter at Hamburg"], []),
    ("Datenschützerin Anna Weber vom Verein Digitalcourage warnt.", [], ["Anna Weber holds *"]),
    (
        "Abgelöst hat er Anna Weber, die nun als Bevollmächtigte des Landes Rheinland-Pfalz beim Bund in Berlin "
        "arbeitet.",
        [],
        ["Anna Weber holds Bevollmächtigter beim Bund at Berlin"],
    ),
    (
        "„Das hilft niemandem“, sagt Kai Register, Leiter des Hauptamts der Stadt Fulda.",
        ["Kai Register holds Leiter at Hauptamt Fulda"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_offices_at_hand(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)


PASSED_ON = [
    (
        "Kämmerer Jens Ott aus Fulda gibt den Vorsitz im IT-Ausschuss des Hessischen Städtetags ab. Nachfolgerin wird "
        "Anna Weber, Digitalbeauftragte der Stadt Kassel.",
        ["Anna Weber holds Vorsitzender at IT-Ausschuss"],
        ["Anna Weber holds Kämmerer"],
    ),
    (
        "Bürgermeister Jens Ott aus Soest hört als Vorsitzender des KDN auf. Nachfolgerin wird Anna Weber.",
        ["Anna Weber holds Vorsitzender at KDN"],
        ["Anna Weber holds Bürgermeister"],
    ),
    (
        "Jens Ott, der 2019 den IT-Planungsrat leitete, war Staatsrat in Bremen. Sein Nachfolger ist Uli Brand.",
        [],
        ["Uli Brand holds Vorsitzender"],
    ),
    (
        "Die Verbandsversammlung des KDN wählte Jens Ott zum Vorsteher. Er tritt an die Stelle des früheren Kölner "
        "Stadtdirektors Uli Brand.",
        ["Uli Brand holds Vorsteher at KDN former", "Uli Brand holds Stadtdirektor at Köln former"],
        ["Jens Ott holds Stadtdirektor"],
    ),
    (
        "Neue Präsidentin des Deutschen Städtetags ist Anna Weber. Sie löst den Münsteraner Oberbürgermeister "
        "Uli Brand ab.",
        ["Uli Brand holds Präsident at Deutscher Städtetag former", "Uli Brand holds Oberbürgermeister at Münster"],
        ["Anna Weber holds Oberbürgermeister"],
    ),
    (
        "Vorgänger von Anna Weber als CIO des Freistaats Sachsen war Jens Ott.",
        ["Jens Ott holds CIO at Sachsen former"],
        [],
    ),
    (
        "Oberbürgermeister Jens Ott lobte das. Uli Brand, Oberbürgermeister in Radebeul, zögert.",
        ["Uli Brand holds Oberbürgermeister at Radebeul"],
        ["Jens Ott holds Oberbürgermeister at Radebeul"],
    ),
]


@pytest.mark.parametrize(("text", "states", "never"), PASSED_ON, ids=[text[:40] for text, _, _ in PASSED_ON])
def test_what_passes_is_the_post_that_was_told(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)


NOUNS = [
    (
        "Die Prosoz Herten GmbH hat den Auftrag gewonnen. Die Projektleitung liegt bei Anna Weber.",
        ["Anna Weber holds Projektleiter at Prosoz"],
        [],
    ),
    (
        "Anna Weber hat die Projektleitung bei der Stadt Köln übernommen.",
        ["Anna Weber holds Projektleiter at Köln new"],
        [],
    ),
    ("Die Abteilungsleitung im ITZBund liegt bei Jens Ott.", ["Jens Ott holds Abteilungsleiter at ITZBund"], []),
    ("Die Geschäftsführung der ekom21 liegt bei Jens Ott.", ["Jens Ott holds Geschäftsführer at ekom21"], []),
    ("Die Projektleitung im ITZBund könnte bei Jens Ott liegen.", [], ["Jens Ott holds Projektleiter"]),
    ("Die Projektleitung der Stadt Köln liegt bei der Firma Cassini.", [], ["* holds Projektleiter"]),
    (
        "Anders macht es Köln. Im Gesundheitsamt von Jens Ott entstand eine App.",
        ["Jens Ott holds Leiter at Gesundheitsamt Köln"],
        [],
    ),
    (
        "Die Stadt Ulm hat eine neue CDO. Oberbürgermeister Jens Ott präsentierte Anna Weber am Montag.",
        ["Anna Weber holds CDO at Ulm", "Jens Ott holds Oberbürgermeister at Ulm"],
        [],
    ),
    (
        "Die Stadt Ulm hat eine neue CDO. Oberbürgermeister Jens Ott stellte Anna Weber das Portal vor.",
        [],
        ["Anna Weber holds CDO"],
    ),
    (
        "Die ekom21 bekommt einen neuen Geschäftsführer: Die Verbandsversammlung entschied sich für Jens Ott.",
        ["Jens Ott holds Geschäftsführer at ekom21 new"],
        [],
    ),
    (
        "Die Stadt Köln sucht eine Digitalisierungsbeauftragte. Die Wahl fiel auf Anna Weber.",
        ["Anna Weber holds Digitalisierungsbeauftragter at Köln"],
        [],
    ),
    (
        "Die Leiterin des IT-Amts der Stadt Kassel, Anna Weber, geht im Mai. Bis ein Nachfolger gefunden ist, führt "
        "Jens Ott die Geschäfte.",
        ["Jens Ott holds Leiter at IT-Amt Kassel acting"],
        ["* holds Geschäftsführer"],
    ),
    (
        "CDO Jens Ott hat die Stadt Ulm verlassen. Bis zur Wahl eines neuen CDO nimmt Anna Weber die Aufgabe wahr.",
        ["Anna Weber holds CDO at Ulm acting"],
        [],
    ),
    (
        "Aus Kassel kam niemand. Bürgermeister Jens Ott lobte das. Seine Gemeinde Eichenzell nutzt das Portal schon.",
        ["Jens Ott holds Bürgermeister at Eichenzell"],
        ["Jens Ott holds Bürgermeister at Kassel"],
    ),
    (
        "Anna Weber macht Ernst: Bis Mai will die Ministerin für Digitales des Landes Hessen einen Plan vorlegen.",
        ["Anna Weber holds Digitalminister at Hessen"],
        [],
    ),
    ("Anna Weber sagte: Bis Mai will die CIO des Landes Hessen einen Plan vorlegen.", [], ["Anna Weber holds CIO"]),
    (
        "Korrektur: In einer früheren Fassung hatten wir Jens Ott als Digitalminister in Hessen bezeichnet.",
        [],
        ["Jens Ott holds *"],
    ),
    (
        "Seit Mai ist Jens Ott der Bundes-CIO, und damit sitzt er auf diesem Stuhl.",
        ["Jens Ott holds CIO at Bund"],
        [],
    ),
    ("Mit Jens Ott als Geschäftsführer startet die ekom21 neu.", ["Jens Ott holds Geschäftsführer at ekom21"], []),
    ("Mit Jens Ott als Geschäftsführer der ekom21 wäre das nicht passiert.", [], ["Jens Ott holds Geschäftsführer"]),
    (
        "Jens Ott, als Geschäftsführer von Vitako Nachfolger von Anna Weber, fordert einen Platz.",
        ["Anna Weber holds Geschäftsführer at Vitako former"],
        [],
    ),
    (
        "Oberbürgermeister Jens Ott verabschiedete Anna Weber und führte Uli Brand als neuen Leiter des IT-Amts der "
        "Stadt Kassel ein.",
        ["Anna Weber holds Leiter at IT-Amt Kassel former", "Uli Brand holds Leiter at IT-Amt Kassel new"],
        [],
    ),
    (
        "Dabei war Jens Ott, der den Landkreis Gießen führt.",
        ["Jens Ott holds Landrat at Landkreis Gießen"],
        [],
    ),
    (
        "Das BSI prüft. Anna Weber steht an der Spitze des Landkreises Gießen.",
        ["Anna Weber holds Landrat at Landkreis Gießen"],
        ["Anna Weber chairs *", "Anna Weber holds Leiter"],
    ),
]


@pytest.mark.parametrize(("text", "states", "never"), NOUNS, ids=[text[:40] for text, _, _ in NOUNS])
def test_offices_told_by_nouns_and_neighbours(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)


TALK = """Interview
„Das dauert“

12.10.2022

Anna Weber (CSU) ist Bayerische Staatsministerin für Digitales.

Frau Staatsministerin, seit August gilt das Bayerische Digitalgesetz. Merkt das jemand?

Weber: Die Bürger merken es. Der Landtag hat im Juli entschieden.

Was erwarten Sie von Ina Rost?

Weber: Klarheit. Die Bundesinnenministerin hat ein Gesetz versprochen, aber bisher liegt kein Entwurf vor.

Wer hilft Ihnen dabei?

Weber: Die byte, unsere Agentur.
"""


OURS = """Interview
„Das dauert“

12.10.2022

Anna Weber ist Vorstand der ekom21 in Gießen.

Frau Weber, im Mai wurde die ekom21 angegriffen. Was ist geblieben?

Weber: Demut. Seit dem Sommer haben wir mit Jens Ott einen eigenen CISO. Das Land Hessen hilft.

Wer hilft Ihnen sonst?

Weber: Das BSI hat zwei Leute geschickt.
"""


def test_what_those_have_who_speak_is_in_their_body() -> None:
    (article,) = reader().read(read_text(OURS)).articles
    check_statements(article, ["Jens Ott holds CISO at ekom21"], ["Jens Ott holds CISO at Hessen"])


def test_nobody_asked_calls_themselves_by_another_title() -> None:
    (article,) = reader().read(read_text(TALK)).articles
    check_statements(article, ["Ina Rost holds Innenminister at Bund"], ["Anna Weber holds Innenminister"])
