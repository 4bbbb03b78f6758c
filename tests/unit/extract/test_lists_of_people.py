"""Lists of people with brackets, appositions and „vom …“, and what members of a body do."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Zum Digitalbeirat gehören Tino Alt (KGSt), Karl Roth, Geschäftsführer des Bitkom, sowie Sirko Henning vom "
        "Chaos Computer Club.",
        ["Tino Alt memberOf Digitalbeirat", "Karl Roth memberOf Digitalbeirat", "Sirko Henning memberOf Digitalbeirat"],
        ["Chaos Computer Club partOf *", "Karl Roth memberOf KGSt"],
    ),
    (
        "Dem NEGZ gehören Jan Alt (Dataport), Eva Roth von der KGSt und Peter Kühn, CIO der Stadt Kassel, an.",
        ["Eva Roth memberOf NEGZ", "Peter Kühn memberOf NEGZ", "Jan Alt memberOf NEGZ"],
        ["Peter Kühn memberOf KGSt"],
    ),
    (
        "Zu Mitgliedern des Digitalbeirats wurden berufen: Tino Alt (KGSt), Karl Roth, Geschäftsführer des Deutschen "
        "Städte- und Gemeindebundes, sowie Sirko Hellwig vom Chaos Computer Club.",
        ["Tino Alt memberOf Digitalbeirat", "Sirko Hellwig memberOf Digitalbeirat"],
        [],
    ),
    ("Bonn arbeitet mit der AKDB, Ulm mit Dataport zusammen.", [], ["AKDB cooperatesWith Dataport"]),
    (
        "Auf der Smart Country Convention sprechen Jan Alt (AKDB), Eva Roth, Vorstand des Bitkom, und Peter Kühn.",
        ["Peter Kühn participatesIn Smart Country Convention"],
        ["Peter Kühn memberOf Bitkom", "Peter Kühn memberOf AKDB"],
    ),
    (
        "Im Podium saßen Jan Alt von der AKDB, Eva Roth (Bitkom) sowie Peter Kühn vom Landkreistag.",
        [],
        ["Eva Roth memberOf Landkreistag", "Jan Alt memberOf Bitkom"],
    ),
    # members who do something with somebody
    (
        "Die Mitglieder des NEGZ wählten Jan Alt zu ihrem Vorsitzenden.",
        ["Jan Alt chairs NEGZ"],
        ["Jan Alt memberOf NEGZ"],
    ),
    ("Die Mitglieder des IT-Planungsrats trafen Jan Alt in Ulm.", [], ["Jan Alt memberOf IT-Planungsrat"]),
    ("Vor den Mitgliedern des NEGZ sprach Jan Alt.", [], ["Jan Alt memberOf NEGZ"]),
    ("Die Mitglieder des NEGZ, Jan Alt und Eva Roth, trafen sich.", ["Jan Alt memberOf NEGZ"], []),
    ("Jan Alt und Eva Roth, beide Mitglieder im NEGZ, trafen sich.", ["Jan Alt memberOf NEGZ"], []),
    # what was before, and what came before
    ("Eva Roth, vormals bei der AKDB tätig, leitet die FITKO.", ["Eva Roth memberOf AKDB ended"], []),
    ("Eva Roth, bei der AKDB tätig, leitet die Arbeitsgruppe.", ["Eva Roth memberOf AKDB asserted"], []),
    ("Nach Abschluss der Pilotphase in Kassel geht openDesk an den Start.", ["Kassel pilots openDesk ended"], []),
    # who says what a document says, and who has made what
    (
        "Der Bundesrechnungshof hat den Jahresbericht 2023 veröffentlicht. Darin rügen die Prüfer das ITZBund.",
        ["Bundesrechnungshof publishes Jahresbericht 2023"],
        ["ITZBund publishes Jahresbericht 2023"],
    ),
    (
        "Kassel führt „RatKlick“ ein, welches das von der AKDB entwickelte Formularcenter ablöst.",
        ["Kassel implements RatKlick"],
        ["AKDB develops RatKlick"],
    ),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES)
def test_lists_and_members(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)
