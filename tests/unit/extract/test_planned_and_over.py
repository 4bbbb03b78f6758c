"""What is yet to come, what goes on and what is over, told by times, verbs and auxiliaries."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    ("Am 12.02.2024 führt Jena openDesk ein.", ["Jena implements openDesk asserted"], []),
    ("Ab dem 1.2.2024 nutzt Jena openDesk.", ["Jena implements openDesk asserted"], []),
    ("Am 12.04.2024 führt Jena openDesk ein.", ["Jena implements openDesk planned"], []),
    ("Jena nutzt ab dem 01.04.2024 openDesk.", ["Jena implements openDesk planned"], []),
    (
        "Verantwortlich für openDesk ist in Jena Eva Weber, seit Mai CDO der Stadt und vorher in Gera tätig.",
        ["Eva Weber responsibleFor openDesk asserted"],
        ["Eva Weber responsibleFor openDesk ended"],
    ),
    ("Ulm ist im August aus dem Probelauf von openDesk ausgestiegen.", ["Ulm pilots openDesk ended"], []),
    ("Jena hat openDesk getestet und nach kurzer Zeit abgewinkt.", ["Jena pilots openDesk ended"], []),
    ("Sechs Wochen dauerte der Test der Plattform openDesk in Jena.", ["Jena pilots openDesk ended"], []),
    (
        "Der Bund hat sein E-Government-Gesetz im Sommer durchgebracht.",
        ["Bund adopts E-Government-Gesetz asserted"],
        ["Bund adopts E-Government-Gesetz planned"],
    ),
    (
        "Bislang arbeitet nur das Justizministerium durchgehend mit der E-Akte.",
        ["* implements E-Akte asserted"],
        ["* implements E-Akte ended"],
    ),
    (
        "Verantwortlich für die E-Akte ist laut Organisationserlass das Innenministerium.",
        ["* responsibleFor E-Akte asserted"],
        ["* responsibleFor E-Akte reported"],
    ),
    (
        "Verantwortlich für die E-Akte ist laut Dataport das Innenministerium.",
        ["* responsibleFor E-Akte reported"],
        ["* responsibleFor E-Akte asserted"],
    ),
    (
        "Ulm wickelte seine Vergaben über die Plattform openDesk ab.",
        [],
        ["Ulm implements openDesk ended"],
    ),
    (
        "Anna Weber ist CIO von Hessen. Als Nachfolger ist Karl Lauer im Gespräch.",
        ["Anna Weber holds CIO"],
        ["Karl Lauer holds CIO", "Karl Lauer succeeds Anna Weber"],
    ),
    (
        "Als neue CIO von Hessen gilt Anna Weber als Favoritin.",
        [],
        ["Anna Weber holds CIO"],
    ),
    (
        "Als CIO von Hessen ist Anna Weber mit Kassel im Gespräch.",
        ["Anna Weber holds CIO"],
        [],
    ),
    (
        "Das Land Hessen hat für das Bürgerportal 400.000 Euro in Aussicht gestellt.",
        ["Hessen funds Bürgerportal planned"],
        [],
    ),
    (
        "Landrat Karl Lauer (CDU) will das Bürgerportal nicht ausweiten.",
        ["Karl Lauer memberOf CDU asserted"],
        [],
    ),
    (
        "Im Landkreis Kassel lässt sich über das Portal OpenKasse bereits die Hundesteuer anmelden, der "
        "Kyffhäuserkreis folgt im November.",
        ["Kyffhäuserkreis * Hundesteuer planned"],
        [],
    ),
    (
        "Jena nutzt die E-Akte schon, Gera steigt zum neuen Schuljahr ein.",
        ["Gera implements E-Akte planned"],
        [],
    ),
    (
        "Jena nutzt die E-Akte seit Mai, Gera zieht 2025 nach.",
        ["Gera implements E-Akte planned"],
        [],
    ),
    (
        "Jena nutzt die E-Akte bereits, Gera ist Ende September so weit.",
        ["Gera implements E-Akte planned"],
        [],
    ),
    (
        "In Jena ist die E-Akte im Einsatz, Gera beginnt nach den Ferien mit der E-Akte.",
        ["Jena implements E-Akte asserted", "Gera implements E-Akte planned"],
        [],
    ),
    (
        "Gera beginnt nach den Ferien, die E-Akte zu testen.",
        ["Gera pilots E-Akte planned"],
        [],
    ),
    (
        "Jena hat die E-Akte bereits eingeführt, Gera will das im April tun.",
        ["Jena implements E-Akte asserted", "Gera implements E-Akte planned"],
        [],
    ),
    (
        "Jena führte die E-Akte im Januar ein, Gera soll sie im Herbst bekommen.",
        ["Jena implements E-Akte asserted"],
        [],
    ),
    (
        "Jena hat die E-Akte im Januar eingeführt und will bald auch FIT-Connect nutzen.",
        ["Jena implements E-Akte asserted", "Jena implements FIT-Connect planned"],
        [],
    ),
    (
        "Jena nutzt die E-Akte, Gera plant das für 2025.",
        ["Jena implements E-Akte asserted"],
        [],
    ),
    (
        "Die Behörde hat 2023 die E-Akte eingeführt und im Januar auf FIT-Connect umgestellt.",
        [],
        ["Behörde implements E-Akte planned"],
    ),
    (
        "Das CERT Nord war bei Dataport angesiedelt.",
        ["CERT Nord partOf Dataport ended"],
        [],
    ),
    (
        "Angesiedelt war das CERT Nord früher bei Dataport.",
        ["CERT Nord partOf Dataport ended"],
        [],
    ),
    (
        "Das Land hat den Vertrag mit Dataport aufgelöst.",
        [],
        ["* cooperatesWith Dataport asserted"],
    ),
    (
        "Kassel hat den Vertrag mit der AKDB gekündigt.",
        [],
        ["Kassel cooperatesWith AKDB asserted"],
    ),
    (
        "Kassel hat die E-Akte nach kurzem Test wieder verworfen.",
        [],
        ["Kassel implements E-Akte asserted"],
    ),
    (
        "Ab dem 1. April gibt Dataport den Betrieb von OSI an die AKDB ab.",
        ["Dataport develops OSI asserted"],
        [],
    ),
    (
        "Im Juli fällt der Vorsitz im IT-Planungsrat an den Bund.",
        ["Bund chairs IT-Planungsrat planned"],
        [],
    ),
    (
        "Derzeit führt Hessen den Vorsitz im IT-Planungsrat. Danach fällt er turnusgemäß an den Bund.",
        ["Hessen chairs IT-Planungsrat asserted", "Bund chairs IT-Planungsrat planned"],
        [],
    ),
    (
        "Die AKDB will künftig mit Dataport zusammenarbeiten.",
        ["AKDB cooperatesWith Dataport planned"],
        [],
    ),
    (
        "Kassel und Fulda wollen enger zusammenarbeiten.",
        [],
        ["Kassel cooperatesWith Fulda ended"],
    ),
    (
        "Kassel will 2025 auf die Software LibreOffice umsteigen, die Fulda seit Jahren nutzt.",
        ["Fulda implements LibreOffice asserted", "Kassel implements LibreOffice planned"],
        [],
    ),
    (
        "Mit der BundID, einer Entwicklung des Bundes, will Kassel 2025 beginnen.",
        ["Bund develops BundID asserted"],
        [],
    ),
    (
        "Kassel wird die BundID einsetzen, die der Bund betreibt.",
        ["Bund develops BundID asserted"],
        [],
    ),
    (
        "Gera muss bis Jahresende auf die E-Akte umstellen.",
        ["Gera implements E-Akte planned"],
        [],
    ),
    (
        "Kassel stellt im Mai auf die E-Akte um.",
        ["Kassel implements E-Akte planned"],
        [],
    ),
    (
        "Kassel stellte im Mai auf die E-Akte um.",
        ["Kassel implements E-Akte asserted"],
        [],
    ),
    (
        "Kassel nutzt vom 1. April an die E-Akte.",
        ["Kassel implements E-Akte planned"],
        [],
    ),
    (
        "Die AKDB soll das Portal BundID auch weiterhin betreiben.",
        ["AKDB develops BundID asserted"],
        [],
    ),
    (
        "Kassel will weiterhin die Software LibreOffice nutzen.",
        ["Kassel implements LibreOffice asserted"],
        [],
    ),
    (
        "Kassel will weiterhin die E-Akte einführen.",
        ["Kassel implements E-Akte planned"],
        [],
    ),
    (
        "Die Stelle CERT Nord soll weiterhin vom Land Hessen betrieben werden.",
        [],
        ["Hessen develops CERT Nord planned"],
    ),
    (
        "Das Projekt, das die AKDB entwickelt und das Dataport finanziert hat, heißt BundID.",
        [],
        ["AKDB develops BundID planned"],
    ),
    (
        "Das CERT Nord ist bei Dataport angesiedelt.",
        ["CERT Nord partOf Dataport asserted"],
        [],
    ),
    (
        "Das CERT Nord war schon 2020 bei Dataport angesiedelt worden.",
        [],
        ["CERT Nord partOf Dataport ended"],
    ),
    (
        "Gera führt die E-Akte zum Wintersemester ein.",
        ["Gera implements E-Akte planned"],
        [],
    ),
    (
        "Gera führte die E-Akte nach den Ferien ein.",
        ["Gera implements E-Akte asserted"],
        [],
    ),
    (
        "In den Ferien nutzt Gera die E-Akte.",
        ["Gera implements E-Akte asserted"],
        [],
    ),
    (
        "Jena nutzt die E-Akte, die Gera 2023 eingeführt hat.",
        ["Jena implements E-Akte asserted", "Gera implements E-Akte asserted"],
        [],
    ),
    (
        "Der Vorsitz im IT-Planungsrat ging im Januar an den Bund.",
        ["Bund chairs IT-Planungsrat asserted"],
        [],
    ),
    (
        "Dataport hat die Pflege des Portals BundID an die AKDB abgegeben.",
        ["Dataport develops BundID ended", "AKDB develops BundID asserted"],
        [],
    ),
    (
        "Dataport übergibt den Betrieb der BundID im Juli der AKDB.",
        ["Dataport develops BundID asserted"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_how_it_holds(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
