"""Offices that the layout of a page tells: a town as a heading, a question that takes a predecessor for granted."""

from __future__ import annotations

from extract_reading import reader

from govgraph.sources import read_text

_HEADINGS = """Personalien im September
Wer kommt, wer geht

Oktober 2024. Der Monat der Umzüge in Nordrhein-Westfalen und Bayern.

Bonn

Die Abteilung Statistik zieht um. Das gab Oberbürgermeisterin Ines Holl bekannt.

München

Beim Eigenbetrieb it@M beginnt ein neuer Werkleiter. Das teilte IT-Referentin Anna Weber mit.

Kassel

Ulm ist schon weiter. Oberbürgermeister Ulf Krug lobt die Software.
"""

_QUESTION = """Interview
Weniger Papier im Archiv

Juni 2023. Im Landesarchiv wird digitalisiert. Mit dessen neuem Präsidenten Ulf Krug sprach Meike Sommer.

Herr Krug, was hat Ihnen Ihr Vorgänger Jens Ott hinterlassen?

Ein geordnetes Haus und eine lange Liste.
"""

_CONTACT = """Bayern fördert Augsburg
München, 9. Mai 2022

Der Freistaat Bayern fördert die Stadt Augsburg beim Ausbau des Bürgerportals.

Kontakt:
Jens Ott, Leiter Kommunikation
Bayerisches Staatsministerium für Digitales
Tel. 089 1234
"""


def _offices(text: str) -> set[str]:
    found = set()
    for article in reader().read(read_text(text)).articles:
        names = {e.id: e.name for e in article.entities}
        found |= {f"{names[o.person]} · {o.role} · {names.get(o.organisation or '')}" for o in article.offices}
    return found


def test_a_heading_that_is_a_town() -> None:
    found = _offices(_HEADINGS)
    assert "Ines Holl · Oberbürgermeister · Bonn" in found
    assert "Anna Weber · IT-Referent · München" in found
    # a town that the text names is nearer than the heading
    assert "Ulf Krug · Oberbürgermeister · Ulm" in found


def test_a_predecessor_in_a_question() -> None:
    assert "Jens Ott · Präsident · Landesarchiv" in _offices(_QUESTION)


def test_the_body_in_the_line_below_whom_to_ask() -> None:
    assert "Jens Ott · Leiter · Bayerisches Staatsministerium für Digitales" in _offices(_CONTACT)
