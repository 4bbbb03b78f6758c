"""Who has, keeps, gives away or for the time being does a job, and who does not."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    # who moves leaves the post that they had, and it is that which somebody sees to
    (
        "Der Präsident der FITKO, Uwe Brandt, wechselt als Vorstand zur Norddata AG. Die Leitung übernimmt vom 1. "
        "April an kommissarisch Vizepräsidentin Anna Weber.",
        ["Anna Weber holds Präsident at FITKO acting"],
        ["Anna Weber holds Vorstand at Norddata AG"],
    ),
    (
        "Die Präsidentin der FITKO, Anna Weber, wechselt im Mai als Staatssekretärin ins Bundesinnenministerium. Ihre "
        "Aufgaben nimmt vorerst Uwe Brandt wahr.",
        ["Uwe Brandt holds Präsident at FITKO acting"],
        ["Uwe Brandt holds Staatssekretär at Bundesministerium des Innern"],
    ),
    (
        "Uwe Brandt, Chef der AKDB, wechselt als Präsident zur FITKO. Bis zu seinem Amtsantritt nimmt Anna Weber dort "
        "die Aufgaben wahr.",
        ["Anna Weber holds Präsident at FITKO acting"],
        [],
    ),
    # where somebody used to work is not what is told of next
    (
        "Anna Weber ist neue Präsidentin des Bundesamts für Auenkunde. Die Physikerin leitete zuvor das Referat Netze "
        "im Statistischen Bundesamt. Uwe Brandt, der das Amt im Mai kommissarisch geführt hat, bleibt Vizepräsident.",
        ["Uwe Brandt holds Vizepräsident at Bundesamt für Auenkunde current"],
        ["Uwe Brandt chairs Statistisches Bundesamt", "Uwe Brandt holds Vizepräsident at Statistisches Bundesamt"],
    ),
    (
        "Anna Weber leitete zuvor das Bundesamt für Auenkunde. Das Amt sitzt in Kassel.",
        ["Bundesamt für Auenkunde locatedIn Kassel"],
        [],
    ),
    (
        "Anna Weber, bis dato Leiterin der IT-Abteilung der Stadt Kassel, wird Geschäftsführerin der AKDB.",
        ["Anna Weber holds Leiter at Kassel former", "Anna Weber holds Geschäftsführer at AKDB"],
        [],
    ),
    (
        "Neuer Geschäftsführer der AKDB ist Uwe Brandt, bis jetzt Referatsleiter im Bundesverwaltungsamt.",
        [
            "Uwe Brandt holds Referatsleiter at Bundesverwaltungsamt former",
            "Uwe Brandt holds Geschäftsführer at AKDB new",
        ],
        [],
    ),
    (
        "Uwe Brandt, gegenwärtig Referatsleiter im Bundesverwaltungsamt, vertritt den Bund.",
        ["Uwe Brandt holds Referatsleiter at Bundesverwaltungsamt current"],
        [],
    ),
    (
        "Anna Weber, momentan Abteilungsleiterin bei der FITKO, übernimmt im Mai die Leitung der AKDB.",
        ["Anna Weber holds Abteilungsleiter at FITKO current", "Anna Weber holds Leiter at AKDB designated"],
        [],
    ),
    (
        "Anna Weber, aktuell CIO von Hessen, widersprach.",
        ["Anna Weber holds CIO at Hessen current"],
        [],
    ),
    (
        "Uwe Brandt, zurzeit noch Abteilungsleiter im Bundesinnenministerium, wechselt als Präsident zur FITKO.",
        [
            "Uwe Brandt holds Abteilungsleiter at Bundesministerium des Innern current",
            "Uwe Brandt holds Präsident at FITKO",
        ],
        [],
    ),
    (
        "Uwe Brandt, hauptberuflich Landrat des Landkreises Göttingen, führt den Verband.",
        ["Uwe Brandt holds Landrat at Landkreis Göttingen current"],
        [],
    ),
    (
        "Anna Weber, seinerzeit Präsidentin des BSI, widersprach.",
        ["Anna Weber holds Präsident at BSI former"],
        [],
    ),
    (
        "Anna Weber, ihrerseits Präsidentin des BSI, widersprach.",
        ["Anna Weber holds Präsident at BSI current"],
        [],
    ),
    (
        "Anna Weber, selbst lange Jahre Präsidentin des BSI, widersprach.",
        ["Anna Weber holds Präsident at BSI"],
        [],
    ),
    (
        "Anna Weber, von Haus aus Juristin und derzeit Präsidentin des BSI, widersprach.",
        ["Anna Weber holds Präsident at BSI current"],
        [],
    ),
    (
        "Die Verbandsversammlung der ekom21 hat Uwe Brandt als Vorsitzenden bestätigt.",
        ["Uwe Brandt holds Vorsitzender at ekom21"],
        [],
    ),
    (
        "Der Aufsichtsrat der Dataport hat Anna Weber zur Vorständin bestellt.",
        ["Anna Weber holds Vorstand at Dataport"],
        [],
    ),
    (
        "Der Kreistag des Landkreises Göttingen wählte Uwe Brandt zum Ersten Kreisrat.",
        ["Uwe Brandt holds Erster Kreisrat"],
        [],
    ),
    (
        "Die Mitglieder des KDN wählten gestern Anna Weber zur Verbandsvorsteherin.",
        ["Anna Weber holds Verbandsvorsteher at KDN"],
        [],
    ),
    (
        "Der Verwaltungsrat von Dataport hat am Montag Uwe Brandt zum Vorsitzenden des Vorstands berufen.",
        ["Uwe Brandt holds Vorstandsvorsitzender at Dataport"],
        [],
    ),
    (
        "Der IT-Planungsrat tagte in Wiesbaden. Den Vorsitz behält Staatssekretär Uwe Brandt.",
        ["Uwe Brandt holds Vorsitzender at IT-Planungsrat", "Uwe Brandt chairs IT-Planungsrat"],
        [],
    ),
    (
        "Der IT-Planungsrat tagte in Wiesbaden. Den Vorsitz hat Anna Weber.",
        ["Anna Weber holds Vorsitzender at IT-Planungsrat"],
        [],
    ),
    (
        "Der IT-Planungsrat tagte in Wiesbaden. Die Leitung hat Anna Weber.",
        ["Anna Weber chairs IT-Planungsrat"],
        [],
    ),
    (
        "Der IT-Planungsrat tagte in Wiesbaden. Vorsitzender bleibt Uwe Brandt.",
        ["Uwe Brandt holds Vorsitzender at IT-Planungsrat current"],
        [],
    ),
    (
        "Der IT-Planungsrat tagte in Wiesbaden. Den Vorsitz hat weiterhin Anna Weber inne.",
        ["Anna Weber holds Vorsitzender at IT-Planungsrat current"],
        [],
    ),
    (
        "Der IT-Planungsrat tagte in Wiesbaden. Der Vorsitz verbleibt bei Anna Weber.",
        ["Anna Weber holds Vorsitzender at IT-Planungsrat current"],
        [],
    ),
    (
        "Der IT-Planungsrat tagte in Wiesbaden. Den Vorsitz führt turnusmäßig Anna Weber.",
        ["Anna Weber holds Vorsitzender at IT-Planungsrat current"],
        [],
    ),
    (
        "Der IT-Planungsrat tagte in Wiesbaden. Den Vorsitz wollte Anna Weber nicht.",
        [],
        ["Anna Weber holds Vorsitzender"],
    ),
    (
        "Das Zentrum für Digitalisierung wurde 2019 gegründet. Geleitet wird es von Anna Weber.",
        ["Anna Weber holds Leiter at Zentrum für Digitalisierung"],
        [],
    ),
    (
        "Der Verein Vitako sitzt in Berlin. Zum Vorsitzenden wählten die Mitglieder Uwe Brandt, zur "
        "Stellvertreterin Anna Weber.",
        ["Uwe Brandt holds Vorsitzender at Vitako", "Anna Weber holds Stellvertreter at Vitako"],
        [],
    ),
    (
        "Der Verein Vitako sitzt in Berlin. Zum Vorsitzenden wurde Uwe Brandt gewählt, zu seiner "
        "Stellvertreterin Anna Weber.",
        ["Uwe Brandt holds Vorsitzender at Vitako", "Anna Weber holds Stellvertreter at Vitako"],
        [],
    ),
    (
        "Der Verein Vitako sitzt in Berlin. Sprecherin ist Anna Weber.",
        ["Anna Weber holds Sprecher at Vitako"],
        [],
    ),
    (
        "Der Aufsichtsrat der Dataport hat Uwe Brandt zum Vorsitzenden des Vorstands berufen.",
        ["Uwe Brandt holds * at Dataport"],
        [],
    ),
    (
        "Die ekom21 hat Uwe Brandt als Vorsitzenden des Verbandsvorstands bestätigt.",
        ["Uwe Brandt holds * at ekom21"],
        [],
    ),
    (
        "Die AKDB bekommt eine neue Spitze. Anna Weber wird Vorsitzende des Vorstands.",
        ["Anna Weber holds * at AKDB"],
        [],
    ),
    (
        "Uwe Brandt, der die FITKO leitet und im Mai als Referatsleiter zum BSI geht, freut sich.",
        ["Uwe Brandt holds Referatsleiter at BSI designated"],
        [],
    ),
    (
        "Anna Weber hat die AKDB sechs Jahre lang geleitet und ist nun Abteilungsleiterin im Bundesinnenministerium.",
        [
            "Anna Weber holds Abteilungsleiter at Bundesministerium des Innern current",
            "Anna Weber holds * at AKDB former",
        ],
        [],
    ),
    (
        "Projektleiter Jens Uhl hat die Stadtverwaltung Kassel verlassen.",
        ["Jens Uhl holds Projektleiter former"],
        [],
    ),
    (
        "Der Landkreis Kassel sucht Ersatz. Projektleiter Jens Uhl hat das Haus verlassen.",
        ["Jens Uhl holds Projektleiter former"],
        [],
    ),
    (
        "CIO von Hessen ist Anna Weber. Uwe Brandt, ihr Vorgänger als CIO, arbeitet heute in Kassel.",
        ["Uwe Brandt holds CIO at Hessen former", "Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Die Abteilung Digitalisierung der Stadt Kassel wird vorerst von Bürgermeisterin Anna Weber geführt.",
        ["Anna Weber holds Leiter acting"],
        [],
    ),
    (
        "Bis ein Nachfolger gefunden ist, leitet Anna Weber die FITKO.",
        ["Anna Weber holds * at FITKO acting"],
        [],
    ),
    (
        "Solange die Stelle nicht besetzt ist, führt Uwe Brandt das Landesamt.",
        ["Uwe Brandt holds * acting"],
        [],
    ),
    (
        "Bis zur Neubesetzung leitet Abteilungsleiterin Anna Weber die FITKO mit.",
        ["Anna Weber holds * at FITKO acting"],
        [],
    ),
    (
        "Bis auf Weiteres steht Uwe Brandt an der Spitze der FITKO.",
        ["Uwe Brandt holds * at FITKO acting"],
        [],
    ),
    (
        "Im Dezember gibt Uwe Brandt das Amt des Verbandsvorstehers des KDN an Anna Weber ab.",
        ["Anna Weber succeeds Uwe Brandt planned", "Anna Weber holds Verbandsvorsteher at KDN designated"],
        [],
    ),
    (
        "Uwe Brandt ist Verbandsvorsteher des KDN. Im Dezember gibt er das Amt an die Neusser Beigeordnete "
        "Anna Weber ab.",
        [
            "Anna Weber succeeds Uwe Brandt planned",
            "Anna Weber holds Verbandsvorsteher at KDN designated",
            "Anna Weber holds Beigeordneter at Neuss",
        ],
        [],
    ),
    (
        "Anna Weber übergibt die Leitung der FITKO im Juni an Uwe Brandt.",
        ["Uwe Brandt succeeds Anna Weber planned", "Uwe Brandt holds * at FITKO designated"],
        [],
    ),
    (
        "Uwe Brandt, bislang Präsident der FITKO, hat das Haus zum Jahresende verlassen.",
        ["Uwe Brandt holds Präsident at FITKO former"],
        [],
    ),
    (
        "Die Stadt Kassel hat eine neue CDO: Anna Weber. Sie löst Uwe Brandt ab, der in den Ruhestand gegangen ist.",
        [
            "Anna Weber holds CDO at Kassel new",
            "Anna Weber succeeds Uwe Brandt asserted",
            "Uwe Brandt holds CDO at Kassel former",
        ],
        [],
    ),
    (
        "Der frühere Präsident der FITKO, Uwe Brandt, und seine Nachfolgerin Anna Weber kamen nach Kassel.",
        [
            "Uwe Brandt holds Präsident at FITKO former",
            "Anna Weber holds Präsident at FITKO",
            "Anna Weber succeeds Uwe Brandt",
        ],
        [],
    ),
    (
        "Anna Weber war bis April CIO von Hessen, ihre Nachfolge tritt Uwe Brandt an.",
        ["Anna Weber holds CIO at Hessen former", "Uwe Brandt succeeds Anna Weber"],
        [],
    ),
    (
        "Auf Präsidentin Anna Weber folgt an der Spitze der FITKO zum 1. Juli Uwe Brandt.",
        ["Uwe Brandt succeeds Anna Weber planned", "Uwe Brandt holds * at FITKO designated"],
        [],
    ),
    (
        "Uwe Brandt ist neuer Leiter des Hauptamts in Kassel. Seine Vorgängerin Anna Weber hatte das Amt "
        "seit 2009 inne.",
        ["Uwe Brandt succeeds Anna Weber", "Anna Weber holds Leiter former"],
        [],
    ),
    (
        "Geschäftsführer der KISA ist Uwe Brandt, der im Januar auf Anna Weber gefolgt ist.",
        ["Uwe Brandt succeeds Anna Weber asserted", "Anna Weber holds Geschäftsführer at KISA former"],
        [],
    ),
    (
        "Abgelöst hat er Uwe Brandt.",
        [],
        ["Uwe Brandt holds *"],
    ),
    (
        "Anna Weber führt seit Mai die FITKO; abgelöst hat sie Uwe Brandt, der zum BSI gegangen ist.",
        ["Anna Weber succeeds Uwe Brandt asserted", "Anna Weber holds * at FITKO"],
        [],
    ),
    (
        "Anna Weber führt seit Mai die FITKO. Abgelöst wurde Uwe Brandt, der die Behörde zehn Jahre leitete.",
        ["Anna Weber succeeds Uwe Brandt", "Uwe Brandt holds * at FITKO former"],
        [],
    ),
    (
        "Anna Weber sollte CIO von Hessen werden, lehnte aber ab.",
        [],
        ["Anna Weber holds CIO at Hessen current", "Anna Weber holds CIO at Hessen new"],
    ),
    (
        "Anna Weber bewirbt sich um das Amt der Präsidentin der FITKO.",
        [],
        ["Anna Weber holds Präsident"],
    ),
    (
        "Wer Uwe Brandt als CIO von Hessen nachfolgt, ist offen.",
        [],
        ["Anna Weber succeeds Uwe Brandt"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_who_has_what(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
