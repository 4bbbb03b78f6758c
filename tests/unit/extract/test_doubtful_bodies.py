"""Bodies of bare titles that are guessed: not where somebody else was before, nor whom somebody only speaks of."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Tina Kurz leitet die neue Datenstelle in Hameln. Zuvor war sie Beauftragte der Stadt Alfeld. Bürgermeister "
        "Uwe Brandt freut sich.",
        ["Uwe Brandt holds Bürgermeister at Hameln"],
        ["Uwe Brandt holds Bürgermeister at Alfeld"],
    ),
    (
        "Die Stadt Hameln hat eine neue Leiterin. Tina Kurz arbeitete bislang bei der Stadt Alfeld. Bürgermeister "
        "Uwe Brandt freut sich.",
        ["Uwe Brandt holds Bürgermeister at Hameln"],
        ["Uwe Brandt holds Bürgermeister at Alfeld"],
    ),
    (
        # that of which there is no other is still the better guess
        "Tina Kurz, bislang CDO der Stadt Ulm, geht. Oberbürgermeister Uwe Brandt dankte ihr.",
        ["Uwe Brandt holds Oberbürgermeister at Ulm"],
        [],
    ),
    (
        "Tina Kurz ist neue Direktorin des ITDZ Berlin. Die Physikerin leitete zuvor eine Abteilung bei Dataport. "
        "Vorstand Uwe Brandt begrüßte sie.",
        ["Uwe Brandt holds Vorstand at IT-Dienstleistungszentrum Berlin"],
        ["Uwe Brandt holds Vorstand at Dataport"],
    ),
    (
        "Im Landkreis Hameln-Pyrmont läuft der Test. Der Landkreis Celle und der Landkreis Uelzen wollen folgen. "
        "Landrat Uwe Brandt ist zufrieden.",
        ["Uwe Brandt holds Landrat at Landkreis Hameln-Pyrmont"],
        ["Uwe Brandt holds Landrat at Landkreis Celle", "Uwe Brandt holds Landrat at Landkreis Uelzen"],
    ),
    (
        "Das Hessische Finanzministerium lobte die Idee. Staatssekretär Uwe Brandt betonte, dass Bayern sie umsetzt.",
        ["Uwe Brandt holds Staatssekretär at Hessen"],
        ["Uwe Brandt holds Staatssekretär at Bayern"],
    ),
    (
        "Das Hessische Finanzministerium lobte die Idee. In Bayern sieht das Staatssekretär Uwe Brandt anders.",
        ["Uwe Brandt holds Staatssekretär at Bayern"],
        ["Uwe Brandt holds Staatssekretär at Hessen"],
    ),
    (
        "Der Landesrechnungshof Brandenburg hat geprüft. Rechnungshofpräsidentin Tina Kurz legte den Bericht vor. "
        "Aus Bremen kam Kritik. Bremen und Bremerhaven zahlen.",
        ["Tina Kurz holds Rechnungshofpräsident at Landesrechnungshof Brandenburg"],
        ["Tina Kurz holds Rechnungshofpräsident at Rechnungshof der Freien Hansestadt Bremen"],
    ),
    (
        "Gera erprobt die Software ProSoz. Geliefert wurde sie von Dataport. Projektleiterin Tina Kurz ist froh.",
        [],
        ["Tina Kurz holds Projektleiter at Dataport"],
    ),
    (
        "Der Bundesrechnungshof rügt die E-Akte Bund. Projektleiterin Tina Kurz widersprach.",
        [],
        ["Tina Kurz holds Projektleiter at Bundesrechnungshof"],
    ),
    (
        "Uwe Brandt geht ins Innenministerium. Tina Kurz ist Präsidentin des Bundesverwaltungsamts. Das "
        "Verwaltungsgericht Köln wies eine Klage ab.",
        [],
        ["Uwe Brandt memberOf Ministerium des Innern des Landes Nordrhein-Westfalen"],
    ),
    (
        "Der Bundestag hat zugestimmt. Das Bundesamt für Karten soll in Erfurt entstehen. Geleitet wird der Aufbau von "
        "Ministerialrätin Tina Kurz.",
        [],
        ["Tina Kurz holds Ministerialrat at Thüringen"],
    ),
]


@pytest.mark.parametrize(("text", "said", "unsaid"), CASES)
def test_bodies(text: str, said: list[str], unsaid: list[str]) -> None:
    check_statements(read_article(text), said, unsaid)


def test_guessed_bodies_are_doubted() -> None:
    sure = read_article("Uwe Brandt, Landrat des Landkreises Celle, lobt das.")
    guess = read_article("Der Landkreis Celle und der Landkreis Uelzen zahlen. Landrat Uwe Brandt lobt das.")
    assert [o.confidence for o in sure.offices] > [o.confidence for o in guess.offices]
