"""Names that reach past their head noun or stand in quotation marks, and posts without a title beside them."""

from __future__ import annotations

import pytest
from extract_reading import read_article, statements_of


def names(text: str) -> set[str]:
    return {name for entity in read_article(text).entities for name in (entity.name, *entity.aliases)}


NAMES = [
    ("Im Ausschuss Digitales sprachen Vertreter der ekom21.", "Ausschuss Digitales"),
    ("Dem Beirat Digitale Teilhabe gehören Fachleute an.", "Beirat Digitale Teilhabe"),
    ("Sie leitet die Abteilung vernetzte Systeme.", "Abteilung vernetzte Systeme"),
    ("Das Kommunalunternehmen Digital Wetterau betreibt das Portal.", "Digital Wetterau"),
    ("Minister Jan Kolb sprach auf dem Kommunalforum Hessen in Fulda.", "Kommunalforum Hessen"),
    ("Das Geoportal Sachsen wird vom Landesamt betrieben.", "Geoportal Sachsen"),
    ("Die Technische Universität Clausthal hat die Daten geprüft.", "Technische Universität Clausthal"),
    ("Die Open Data Konferenz Brandenburg beginnt am Montag.", "Open Data Konferenz Brandenburg"),
    ("Zuständig ist der Kooperationsausschuss E-Government.", "Kooperationsausschuss E-Government"),
    ("Wichtigstes Vorhaben bleibt der „Amtshelfer“, ein Chatbot für Kassel.", "Amtshelfer"),
    ("Das Ministerium hat den Kommunalen Notfallplan herausgegeben.", "Kommunaler Notfallplan"),
    ("OpenTalk ist ein Produkt der Heinlein-Gruppe.", "Heinlein-Gruppe"),
    ("Das Bayerische Staatsministerium der Finanzen lädt ein.", "Staatsministerium der Finanzen"),
    ("Andreas Kluge führt den Zweckverband Breitband Altmark.", "Zweckverband Breitband Altmark"),
    ("Insa Terhorst leitet den Fachdienst Digitalisierung.", "Fachdienst Digitalisierung"),
    ("Insa Terhorst leitet die Koordinierungsstelle Registerpflege.", "Koordinierungsstelle Registerpflege"),
    ("Für den Betrieb ist die WeserNetz GmbH zuständig.", "WeserNetz GmbH"),
    ("Sie sitzt im Beirat der Universitätsstadt Marburg Digital GmbH.", "Universitätsstadt Marburg Digital GmbH"),
    ("Programmiert hat das Portal die Berliner kodex-lab GmbH.", "kodex-lab GmbH"),
    ("Er wechselt zur Nordhessischen Datendienste AöR.", "Nordhessische Datendienste AöR"),
    ("Das Geld kommt aus dem Landesprogramm Offene Werkstatt.", "Offene Werkstatt"),
    ("Die Stadt hat den Chatbot Klaas im Test.", "Klaas"),
    ("Mein Kassel heißt das neue Bürgerportal der Stadt.", "Mein Kassel"),
    ("Hagen erprobt das System ZEBRA sechs Monate lang.", "ZEBRA"),
    ("Herausgegeben hat das Land den Saarländischen Breitbandatlas.", "Saarländischer Breitbandatlas"),
    ("Kassel hat das elektronische Bauaktenarchiv eingeführt.", "elektronisches Bauaktenarchiv"),
    ("Hagen hätte gern mitgemacht.", "Hagen"),
    ("Anna Weber sitzt in dessen Verwaltungsrat.", "Verwaltungsrat"),
    ("Sie arbeitete im Senatsamt für Bezirksangelegenheiten.", "Senatsamt für Bezirksangelegenheiten"),
    (
        "Verabschiedet wurde die „Leitlinie für die Informationssicherheit in der öffentlichen Verwaltung“.",
        "Leitlinie für die Informationssicherheit in der öffentlichen Verwaltung",
    ),
]

NO_NAMES = [
    ("Im Ausschuss sprachen Vertreter der ekom21.", "Ausschuss sprachen Vertreter"),
    ("Im Ausschuss saßen Fachleute der AKDB.", "Ausschuss saßen Fachleute"),
    ("Das Kommunalunternehmen Digital Wetterau läuft.", "Kommunalunternehme Digital Wetterau"),
    ("Heute läuft das Verfahren ATLAS bei uns.", "Verfahrer ATLAS"),
    ("Kassel führt die E-Akte ein. Begonnen hatte das Projekt 2019.", "Projekt"),
    ("Kassel führt die E-Akte ein. Beendet wird das Programm 2025.", "Programm"),
    ("Er sprach von einem „Aktenschrank ohne Schloss“.", "Aktenschrank"),
    ("Kassel gründet ein gemeinsames Kommunalunternehmen.", "Kommunalunternehmen"),
    ("Kassel gründet dafür eine kommunale GmbH.", "GmbH"),
    ("Anders die Lage im Landkreis Hildesheim.", "Lage"),
    ("Ein Strategiekreis trifft sich im Mai.", "Strategiekreis"),
    ("Wer ist im Ministerium Ihr wichtigster Partner?", "Ihr"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_reaches_as_far_as_it_does(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(("text", "word"), NO_NAMES)
def test_what_names_nothing_is_no_entity(text: str, word: str) -> None:
    assert not any(word in name for name in names(text))


STATEMENTS = [
    ("Kassel kauft die E-Akte und testet sie bis Juli.", "Kassel pilots E-Akte"),
    ("Die Jenaer Erklärung haben Hessen und Bremen unterzeichnet.", "Bremen adopts Jenaer Erklärung"),
    ("Nach Kassel hat nun auch Fulda die E-Akte eingeführt.", "Kassel implements E-Akte"),
    ("Betrieben wird die E-Akte von der AKDB, bezahlt vom Bund.", "Bund funds E-Akte"),
    (
        "Die E-Akte betreibt die govdigital eG, eine Genossenschaft von Dienstleistern, der auch Dataport angehört.",
        "Dataport memberOf govdigital",
    ),
]


@pytest.mark.parametrize(("text", "statement"), STATEMENTS)
def test_what_a_sentence_says_of_the_second_is_read(text: str, statement: str) -> None:
    assert statement in [line.removesuffix(" asserted") for line in statements_of(read_article(text))]


POSTS = [
    ("In Kassel gibt es eine CDO. Die Stelle hat Anna Weber inne.", ("Anna Weber", "CDO", "new current")),
    ("Kassel sucht eine CDO. Das Amt übernimmt Anna Weber.", ("Anna Weber", "CDO", "new current")),
]


@pytest.mark.parametrize(("text", "office"), POSTS)
def test_who_has_a_post_named_before_holds_the_office(text: str, office: tuple[str, str, str]) -> None:
    article = read_article(text)
    people = {entity.id: entity.name for entity in article.entities}
    found = [(people[o.person], o.role) for o in article.offices if o.status.value in office[2].split()]
    assert office[:2] in found
