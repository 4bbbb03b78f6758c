"""What has not begun, told by the words around it, and what is so beside words for a plan."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

PLANNED = [
    # decided, prepared, waited for
    ("Für die Einführung der E-Akte in Syke läuft die Ausschreibung.", "Syke implements E-Akte"),
    ("In Syke hat die Stadt die Einführung der E-Akte ausgeschrieben.", "Syke implements E-Akte"),
    ("Die Umstellung der Stadt Gera auf VOIS lässt auf sich warten.", "Gera implements VOIS"),
    ("Noch in der Abstimmung ist die Anbindung der Stadt Gera an die BundID.", "Gera implements BundID"),
    ("Die Weichen für den Umstieg der Stadt Jena auf VOIS sind gestellt.", "Jena implements VOIS"),
    ("Die Stadt Jena ist auf dem Weg zur E-Akte.", "Jena implements E-Akte"),
    ("Der Weg für den Beitritt der Stadt Jena zum Zweckverband KDO ist frei.", "Jena memberOf *"),
    ("Ziel ist die Einführung der E-Akte in der Stadt Jena.", "Jena implements E-Akte"),
    ("Bis zur Einführung von VOIS in der Stadt Jena dauert es noch.", "Jena implements VOIS"),
    ("Die Vorbereitungen der Einführung von VOIS in der Stadt Jena laufen.", "Jena implements VOIS"),
    # put off by an attribute
    ("Die anstehende Einführung von VOIS in der Stadt Gera bindet Personal.", "Gera implements VOIS"),
    ("Die im Oktober startende Kooperation von Gera und Jena spart Geld.", "Gera cooperatesWith Jena"),
    ("Die im Stadtrat beschlossene Einführung von VOIS kostet die Stadt Gera viel.", "Gera implements VOIS"),
    ("Das künftig von der ekom21 betriebene Portal NordPort wächst.", "ekom21 develops NordPort"),
    # chosen, and begun later
    ("Die Stadt Gera hat sich für VOIS entschieden. Die Umstellung erfolgt im Juli.", "Gera implements VOIS"),
    ("Die Stadt Gera hat die Software VOIS gekauft. Los geht es im Juni.", "Gera implements VOIS"),
    ("Die Stadt Gera beteiligt sich am Projekt Wiesenfunk, das im Juni beginnt.", "Gera implements Wiesenfunk"),
    ("Im Juni beginnt das Projekt Wiesenfunk, an dem Gera und Jena teilnehmen.", "Jena implements Wiesenfunk"),
    ("Im Juni soll das Projekt Wiesenfunk beginnen. Pilotkommune ist Gera.", "Gera pilots Wiesenfunk"),
    ("Der Verein Wiesennetz soll im Juni gegründet werden. Mitglieder sind Gera und Jena.", "Gera memberOf Wiesennetz"),
    ("Die Stadt Gera setzt auf VOIS. Der eigentliche Start ist im Juni.", "Gera implements VOIS"),
    ("Im Juni geht das Projekt Wiesenfunk an den Start. Gera und Jena machen mit.", "Gera implements Wiesenfunk"),
    ("Das Digitalforum Nordwest findet im Juni statt. Veranstalter ist Dataport.", "Dataport organises *"),
    # whose turn comes, what hangs on a decision
    ("Als nächste Stadt führt Gera VOIS ein.", "Gera implements VOIS"),
    ("Nächster Anwender von VOIS ist die Stadt Gera.", "Gera implements VOIS"),
    ("Gibt der Rat grünes Licht, nutzt Gera das Portal NordPort.", "Gera implements NordPort"),
    ("Bei einem positiven Votum führt die Stadt Gera die E-Akte ein.", "Gera implements E-Akte"),
    ("Wenn die Zustimmung des Kreistags vorliegt, nutzt Gera das Portal NordPort.", "Gera implements NordPort"),
    ("Mittelfristig stellt die Stadt Gera auf VOIS um.", "Gera implements VOIS"),
    ("Gera wird VOIS später als geplant einführen.", "Gera implements VOIS"),
]
ASSERTED = [
    ("Nach der Einführung der E-Akte hat die Stadt Ulm Scanner ausgeschrieben.", "Ulm implements E-Akte"),
    ("Die Stadt Gera nutzt VOIS. Im Juni startet die neue Version.", "Gera implements VOIS"),
    ("Die Stadt Gera hat sich für VOIS entschieden. Im Februar begann der Echtbetrieb.", "Gera implements VOIS"),
    ("Die Stadt Gera hat VOIS gekauft. Die Umstellung auf civento ist für 2025 geplant.", "Gera implements VOIS"),
    (
        "Der Verein Wiesennetz, in dem Gera und Jena Mitglied sind, startet im Juni ein Projekt.",
        "Gera memberOf Wiesennetz",
    ),
    ("Der Verein Wiesennetz plant ein Portal. Mitglieder sind Gera und Jena.", "Gera memberOf Wiesennetz"),
    ("Der angekündigte Beitritt der Stadt Gera zum Zweckverband KDO ist vollzogen.", "Gera memberOf *"),
    ("Die 2019 beschlossene Einführung der E-Akte in der Stadt Gera zahlt sich aus.", "Gera implements E-Akte"),
    ("Die vereinbarte Zusammenarbeit von Gera und Jena trägt Früchte.", "Gera cooperatesWith Jena"),
    ("Die Zusammenarbeit von Gera und Jena ist besiegelt.", "Gera cooperatesWith Jena"),
    ("VOIS ist in Gera später als geplant gestartet.", "Gera implements VOIS"),
    ("Gera nutzt, wie im Rahmenvertrag vorgesehen, das Portal NordPort.", "Gera implements NordPort"),
    ("Als nächstes Land hat Hessen den Chatbot Kommbot eingeführt.", "Hessen implements Kommbot"),
    ("Gera bleibt auch künftig bei VOIS.", "Gera implements VOIS"),
    ("Gera und Jena wollen ihre Zusammenarbeit ausbauen.", "Gera cooperatesWith Jena"),
    ("Das bis 2031 vom Land Thüringen geförderte Projekt Wiesenfunk wächst.", "Thüringen funds Wiesenfunk"),
    ("Das schon früher von der ekom21 entwickelte Portal NordPort wächst.", "ekom21 develops NordPort"),
    ("Von Oktober bis Dezember testete Gera die Software FormCheck.", "Gera pilots FormCheck"),
    ("Der Landkreis Fulda erhält Fördermittel des Landes Hessen.", "Hessen funds Landkreis Fulda"),
]
ENDED = [
    ("Das bis 2022 von der ekom21 betriebene Portal NordPort wächst.", "ekom21 develops NordPort"),
    ("Das zuvor von der Stadt Gera genutzte Programm RegiPlus war veraltet.", "Gera implements RegiPlus"),
]
NOTHING = [
    ("Der Landkreis Fulda beantragt Fördermittel des Landes Hessen.", "Hessen funds Landkreis Fulda"),
    ("Eine Förderung des Projekts Wiesenfunk durch den Bund ist beantragt.", "Bund funds Wiesenfunk"),
    (
        "Das Projekt Wiesenfunk wächst. Bayern ersetzt Wiesenfunk durch Bergfunk.",
        "Bayern implements Wiesenfunk asserted",
    ),
    ("Gera plante zunächst die Einführung von VOIS, verzichtet nun aber.", "Gera implements VOIS"),
]


@pytest.mark.parametrize(
    ("text", "said", "modality"),
    [
        *((text, said, "planned") for text, said in PLANNED),
        *((text, said, "asserted") for text, said in ASSERTED),
        *((text, said, "ended") for text, said in ENDED),
    ],
)
def test_when_something_is_so(text: str, said: str, modality: str) -> None:
    others = {"planned", "asserted", "ended"} - {modality}
    check_statements(read_article(text), [f"{said} {modality}"], [f"{said} {other}" for other in sorted(others)])


@pytest.mark.parametrize(("text", "never"), NOTHING)
def test_what_is_only_asked_for_or_given_up_is_nothing(text: str, never: str) -> None:
    check_statements(read_article(text), [], [never])


def test_who_speaks_at_an_event_that_is_announced_is_yet_to_speak() -> None:
    text = "Im Herbst lädt die Stadt Emden zum Digitalforum Nordwest. Die Eröffnungsrede hält Jens Ott."
    check_statements(read_article(text), [], ["Jens Ott participatesIn Digitalforum Nordwest asserted"])


def test_who_speaks_where_something_is_shown_on_a_day_to_come_is_yet_to_speak() -> None:
    text = "Am 5. Juni wird die App Wiesi auf dem Digitalforum Nordwest gezeigt. Dort spricht auch Jens Ott."
    check_statements(read_article(text), [], ["Jens Ott participatesIn Digitalforum Nordwest asserted"])
