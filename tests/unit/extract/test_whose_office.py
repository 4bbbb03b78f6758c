"""Which body an office is in, and since when, where other bodies, dates and people stand around it."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Träger ist der Verein NExT. Die IHK Kassel zahlt nichts. Ihr Hauptgeschäftsführer Jens Ott will warten.",
        ["Jens Ott holds Hauptgeschäftsführer at IHK Kassel"],
        ["Jens Ott holds Hauptgeschäftsführer at NExT"],
    ),
    (
        "Geplant hat das der Verband Bitkom, bezahlt hat es die FITKO. Dessen Sprecherin Anna Weber lobt das.",
        ["Anna Weber holds Sprecher at Bitkom"],
        ["Anna Weber holds Sprecher at FITKO"],
    ),
    (
        "In der Stadt Fulda läuft die App. Gebaut hat sie die Firma Netzwelt aus Kassel. Bürgermeister Jens Ott gab "
        "sie frei.",
        ["Jens Ott holds Bürgermeister at Fulda"],
        ["Jens Ott holds Bürgermeister at Kassel"],
    ),
    (
        "Kassel zahlt. Kassel plant. Der Rat der Stadt Fulda hat das beschlossen. Bürgermeister Jens Ott ist froh.",
        ["Jens Ott holds Bürgermeister at Fulda"],
        [],
    ),
    (
        "Das Siegel hängt nun auch in Fulda. Vergeben wird es vom BSI, das seinen Hauptsitz in Bonn hat. "
        "Die Urkunde bekam Bürgermeister Jens Ott.",
        ["Jens Ott holds Bürgermeister at Fulda"],
        [],
    ),
    (
        "Das Portal wird in Fulda genutzt. CDO Anna Weber erklärt, warum Kassel noch zögert.",
        [],
        ["Anna Weber holds CDO at Kassel"],
    ),
    (
        "Kassel testet das Portal. CDO Anna Weber erklärt, warum Gera noch zögert.",
        ["Anna Weber holds CDO at Kassel"],
        [],
    ),
    (
        "– In Fulda wird ein Portal bezahlt. Bürgermeisterin Anna Weber nahm den Bescheid entgegen.",
        ["Anna Weber holds Bürgermeister at Fulda"],
        [],
    ),
    (
        "Das Land richtet ein Kuratorium Verwaltung ein; die Leitung liegt bei Anna Weber.",
        ["Anna Weber chairs Kuratorium Verwaltung", "Anna Weber holds Vorsitzender at Kuratorium Verwaltung"],
        [],
    ),
    (
        "Bitkom hat gewählt. Vizepräsident bleibt Karl Lauer von der AKDB.",
        ["Karl Lauer holds Vizepräsident at Bitkom current"],
        ["Karl Lauer holds Vizepräsident at AKDB"],
    ),
    (
        "Die Messe beginnt. Präsidentin ist Anna Weber von der Universität Kassel.",
        ["Anna Weber holds Präsident at Universität Kassel"],
        [],
    ),
    (
        "Bitkom hat gewählt. Projektleiterin wird Anna Weber von der AKDB.",
        ["Anna Weber holds Projektleiter at AKDB"],
        [],
    ),
    (
        "Digitalminister Karsten Wildberger stellt die Agenda vor. Der Minister spricht auf dem Kongress in Berlin.",
        [],
        ["Karsten Wildberger holds Minister at *", "Karsten Wildberger holds Digitalminister at Berlin"],
    ),
    (
        "Staatssekretärin Anna Weber besucht die Messe. Die Staatssekretärin eröffnet die Tagung in Hamburg.",
        [],
        ["Anna Weber holds Staatssekretär at Hamburg"],
    ),
    (
        "Die Steuerungsgruppe Digitale Verwaltung leitet Anna Weber, CIO von Bremen. Ihr "
        "Stellvertreter ist Uwe Brandt.",
        ["Uwe Brandt holds Stellvertreter at Steuerungsgruppe Digitale Verwaltung current"],
        ["Uwe Brandt holds Stellvertreter at Bremen"],
    ),
    (
        "Das BAMF baut um. Den Vorsitz des Vereins NExT gibt Markus Richter ab. Vorsitzender ist jetzt Sven Egyedy, "
        "bisher Stellvertreter. Das BAMF bleibt in Nürnberg.",
        ["Sven Egyedy holds Stellvertreter at NExT former"],
        ["Sven Egyedy holds Stellvertreter at BAMF"],
    ),
    (
        "Zum Vorsitzenden des Verwaltungsrats wählte das Gremium Robert Heller, zum Stellvertreter Jens Ott.",
        ["Jens Ott holds Stellvertreter"],
        ["Robert Heller holds Stellvertreter"],
    ),
    (
        "Anna Weber, bis Mai 2023 Abteilungsleiterin im BMI, ist jetzt CIO von Kassel.",
        ["Anna Weber holds CIO at Kassel current", "Anna Weber holds Abteilungsleiter at BMI former until=2023-05"],
        ["Anna Weber holds CIO at Kassel former", "Anna Weber holds CIO at Kassel until=2023-05"],
    ),
    ("Anna Weber ist bis 2030 CIO von Kassel.", ["Anna Weber holds CIO at Kassel current until=2030"], []),
    ("Anna Weber leitete bis 2022 das ITZBund.", ["Anna Weber chairs ITZBund ended"], []),
    (
        "Hessen bekommt zum 1. September einen neuen CIO. Anna Weber, noch Beigeordnete der Stadt Kassel, tritt an die "
        "Stelle von Uwe Brandt.",
        [
            "Anna Weber holds CIO at Hessen designated since=2024-09-01",
            "Uwe Brandt holds CIO at Hessen current",
            "Anna Weber succeeds Uwe Brandt planned",
        ],
        [],
    ),
    (
        "Anna Weber, derzeit Abteilungsleiterin im BMI, wird CIO von Hessen.",
        ["Anna Weber holds CIO at Hessen designated", "Anna Weber holds Abteilungsleiter at BMI current"],
        [],
    ),
    ("Interimschef von Dataport ist Uwe Brandt.", ["Uwe Brandt holds Interimschef at Dataport acting"], []),
    (
        "Auf Klaus Vitt, CIO des Bundes, folgt Markus Richter. Vitt geht. Das Ehrenamt gibt der Neue auf: Den Vorsitz "
        "des Vereins NExT hat er niedergelegt.",
        [],
        ["Klaus Vitt holds Vorsitzender at NExT", "Klaus Vitt chairs NExT"],
    ),
    (
        "Das Bundesamt für Sicherheit in der Informationstechnik in Bonn prüft das. Anna Weber ist dort Präsidentin.",
        ["Anna Weber holds Präsident at Bundesamt für Sicherheit in der Informationstechnik"],
        ["Anna Weber holds Präsident at Bonn"],
    ),
    (
        "Anna Weber freut sich. Am Montag hat Ministerpräsident Uwe Brandt sie zur Staatssekretärin im BMI ernannt.",
        ["Anna Weber holds Staatssekretär at BMI"],
        ["Uwe Brandt holds Staatssekretär"],
    ),
    (
        "Anna Weber, bis vor Kurzem Beigeordnete der Stadt Kassel, kam.",
        ["Anna Weber holds Beigeordneter at Kassel"],
        [],
    ),
    (
        "Die AKDB wächst. Ihre Geschäftsführer Uwe Brandt und Jan Kolbe sprachen.",
        ["Uwe Brandt holds Geschäftsführer at AKDB", "Jan Kolbe holds Geschäftsführer at AKDB"],
        [],
    ),
    (
        "Der Chef der sächsischen Staatskanzlei, Uwe Brandt, sprach.",
        ["Uwe Brandt holds Chef der Staatskanzlei"],
        ["Uwe Brandt holds Chef"],
    ),
    (
        "Anna Weber, Geschäftsführendes Vorstandsmitglied des Thüringischen Landkreistags, sprach.",
        ["Anna Weber holds Geschäftsführendes Vorstandsmitglied"],
        [],
    ),
    ("Anna Weber, Sprecherin der Grünen, sprach.", ["Anna Weber holds Sprecher"], []),
    (
        "Sachsen hat Staatssekretär Uwe Brandt in den IT-Planungsrat entsandt, Hessen seine Kollegin Anna Weber.",
        ["Uwe Brandt holds Staatssekretär at Sachsen", "Anna Weber holds Staatssekretär at Hessen"],
        [],
    ),
    (
        "Der Kreis Olpe baut um. Der Kreis Olpe zahlt. Auch der Kreis Soest fragte an. Zugesagt sei nichts, so "
        "Landrätin Anna Weber.",
        ["Anna Weber holds Landrat at Kreis Soest"],
        ["Anna Weber holds Landrat at Kreis Olpe"],
    ),
    ("Sie kommt aus der Fraktion, deren Geschäfte Anna Weber führte. Die FITKO wächst.", [], ["Anna Weber holds *"]),
    (
        "Für den Deutschen Städtetag zeichnete Präsidentin Anna Weber, für den Deutschen Landkreistag Uwe Brandt.",
        ["Anna Weber holds Präsident at Deutscher Städtetag"],
        ["Anna Weber holds Präsident at Deutscher Landkreistag"],
    ),
    (
        "Das BSI prüft das. Das BSI zögert. Lob kam vom Verband Bitkom. Präsident Uwe Brandt nannte die Pläne gut.",
        ["Uwe Brandt holds Präsident at Bitkom"],
        [],
    ),
    (
        "Es sprach Anna Weber, im Ehrenamt Verbandsvorsteherin, im Hauptberuf Bürgermeisterin von Kassel.",
        ["Anna Weber holds Bürgermeister at Kassel"],
        ["Anna Weber holds Verbandsvorsteher at Kassel"],
    ),
    (
        "Uwe Brandt wird im BMI Referatsleiter für den Deutschland-Stack.",
        ["Uwe Brandt holds Referatsleiter at Bundesministerium des Innern"],
        [],
    ),
    (
        "Anna Weber ist Bevollmächtigte des Landes beim Bund. Sie kommt aus Rheinland-Pfalz.",
        ["Anna Weber holds Bevollmächtigter beim Bund at Rheinland-Pfalz"],
        ["Anna Weber holds Bevollmächtigter beim Bund at Bund"],
    ),
    (
        "KRV-Geschäftsführer Uwe Brandt kam. Betreiber ist der Kommunale Rechenverbund Vogtland (KRV) in Plauen.",
        ["Uwe Brandt holds Geschäftsführer at *"],
        ["Uwe Brandt holds KRV-Geschäftsführer"],
    ),
    ("Die FITKO hat seit März mit Anna Weber eine neue Chefin.", ["Anna Weber holds Chef at FITKO new"], []),
    ("Die FITKO hat mit Anna Weber gesprochen, ihrer Chefin.", [], ["Anna Weber holds Chef new"]),
    (
        "Uwe Brandt ist da. Der Landwirt aus der Pfalz, seit Mai Staatssekretär im BMI, ist auch CIO des Bundes.",
        ["Uwe Brandt holds Staatssekretär at Bundesministerium des Innern", "Uwe Brandt holds CIO at Bund"],
        [],
    ),
    (
        "Das Gremium ist der IT-Kooperationsrat, in dem alle beraten und dem Anna Weber vorsitzt.",
        ["Anna Weber holds Vorsitzender at IT-Kooperationsrat"],
        [],
    ),
    (
        "Übergangsweise führt Prokuristin Anna Weber die FITKO.",
        ["Anna Weber holds Leiter at FITKO acting"],
        [],
    ),
    ("Uwe Brandt führt von jetzt an das Justizressort.", ["Uwe Brandt holds Minister at Justizressort"], []),
    ("Anna Weber kommt vom BMI, wo sie die Sparte Technik geleitet hat.", ["Anna Weber holds Leiter at BMI"], []),
    (
        "Anna Weber ist Beauftragte der Landesregierung Hessen für Informationstechnik.",
        ["Anna Weber holds CIO at Hessen"],
        [],
    ),
    (
        "Uwe Brandt ist Staatssekretär im BMI und seit 2015 CIO des Bundes.",
        [],
        ["Uwe Brandt holds Staatssekretär at BMI since=2015"],
    ),
    (
        "Der Zweckverband 4IT plant ein Portal mit der Lecos. Gemeindetagspräsident Jens Ott lobt das.",
        [],
        ["Jens Ott holds * at 4IT", "Jens Ott holds * at Lecos"],
    ),
    (
        "Der Thüringer Rechnungshof rügt die FITKO. Rechnungshofpräsidentin Anna Weber verlangt Klarheit.",
        ["Anna Weber holds Rechnungshofpräsident at Thüringer Rechnungshof"],
        [],
    ),
    (
        "Das BSI berät Sachsen und Sachsens Gemeinden. Landtagspräsident Jens Ott dankt dafür.",
        ["Jens Ott holds Landtagspräsident at Sachsen"],
        ["Jens Ott holds * at BSI"],
    ),
    (
        "Die Lecos plant mit der AKDB, sie zahlt.\n\nEs half ein Verein. Dessen Geschäftsführer Jens Ott lobt das.",
        [],
        ["Jens Ott holds * at Lecos", "Jens Ott holds * at AKDB"],
    ),
    (
        "Die Lecos hat umgestellt. Ihr Kollege von der AKDB, Geschäftsführer Jens Ott, geht in den Ruhestand.",
        ["Jens Ott holds Geschäftsführer at AKDB"],
        ["Jens Ott holds Geschäftsführer at Lecos"],
    ),
    (
        "Es gab ein Gespräch mit der AKDB, Geschäftsführer Jens Ott von der Lecos war dabei.",
        ["Jens Ott holds Geschäftsführer at Lecos"],
        ["Jens Ott holds Geschäftsführer at AKDB"],
    ),
    (
        "Die Lecos aus Leipzig lud ein. Für Fulda war Hauptamtsleiterin Anna Weber angereist.",
        ["Anna Weber holds Hauptamtsleiter at Fulda"],
        ["Anna Weber holds * at Lecos"],
    ),
    (
        "Das Papier unterschrieben Landrat Jens Ott für den Kreis Gotha und Bürgermeisterin Anna Weber für Ulm.",
        ["Jens Ott holds Landrat at Landkreis Gotha", "Anna Weber holds Bürgermeister at Ulm"],
        [],
    ),
    (
        "Jens Ott ist Mitglied der Geschäftsführung der Lecos. Es fehlte Anna Weber, Mitglied der Geschäftsleitung des "
        "Bitkom.",
        ["Jens Ott holds Geschäftsführer at Lecos", "Anna Weber holds Geschäftsleiter at Bitkom"],
        [],
    ),
    (
        "Das erledigt Jens Ott, eigentlich Justiziar des eGo-Saar. Anna Weber, sonst Kämmerin in Kassel, hilft.",
        ["Jens Ott holds Justiziar at eGo-Saar", "Anna Weber holds Kämmerer at Kassel"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_an_office_is_in_its_own_body(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


def test_a_number_of_people_begins_no_name() -> None:
    article = read_article("Als jeden Tag Tausende Menschen Schutz suchten, übernahm Anna Weber den Aufbau.")
    assert [entity.name for entity in article.entities] == ["Anna Weber"]
