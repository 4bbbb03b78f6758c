"""Which body an office is in, where a clause tells aside of another house, place or post."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Die Arbeit hat das Ministerium für Digitales und Verkehr aufgenommen. Ministerin wird Ina Rost, die bisher in "
        "der Staatskanzlei das Referat Netze leitet.",
        ["Ina Rost holds Minister at Ministerium für Digitales und Verkehr"],
        ["Ina Rost holds Minister at Staatskanzlei"],
    ),
    (
        "Ministerin Ina Rost, die das Innenministerium leitet, sagte zu.",
        ["Ina Rost holds Minister at Innenministerium"],
        [],
    ),
    (
        "Bremen, das die Akte von Hessen übernommen hat, bleibt dabei. „Sie läuft“, sagte der dortige CIO Jan Holm.",
        ["Jan Holm holds CIO at Bremen"],
        ["Jan Holm holds CIO at Hessen"],
    ),
    (
        "In Sachsen ist man weiter. Der dortige Digitalminister Jens Ott lobte das Portal.",
        ["Jens Ott holds Digitalminister at Sachsen"],
        [],
    ),
    (
        "Ina Rost kam von der Digitalagentur Brandenburg, wo sie Geschäftsführerin gewesen war.",
        ["Ina Rost holds Geschäftsführer at Digitalagentur Brandenburg former"],
        ["Ina Rost holds Geschäftsführer at Brandenburg"],
    ),
    (
        "Jens Ott kam aus Hessen, wo er CIO war.",
        ["Jens Ott holds CIO at Hessen former"],
        [],
    ),
    (
        "Eva Roth, bisher CIO des Landes Hessen, ist seit Mai Abteilungsleiterin im Bundesministerium des Innern. "
        "Ihre Nachfolge in Hessen hat Jan Holm angetreten.",
        ["Jan Holm holds CIO at Hessen new"],
        ["Jan Holm holds Abteilungsleiter at Bundesministerium des Innern"],
    ),
    (
        "Eva Roth gibt ihr Amt als CIO des Landes Hessen zum 30. Juni ab. Ihre Nachfolge tritt am 1. Juli Jan Holm "
        "an, der bisher das Referat Cloud leitet.",
        ["Jan Holm holds CIO at Hessen designated", "Jan Holm holds Leiter at Referat Cloud current"],
        ["Eva Roth holds Leiter at Referat Cloud"],
    ),
    (
        "Vorsitzende der Arbeitsgruppe Netzatlas des IT-Planungsrats ist Eva Roth. Stellvertretender Vorsitzender "
        "bleibt Jan Holm.",
        ["Jan Holm holds Stellvertretender Vorsitzender at Arbeitsgruppe Netzatlas"],
        ["Jan Holm holds Stellvertretender Vorsitzender at IT-Planungsrat"],
    ),
    (
        "Den Gemeindetag vertrat dessen Präsident Jan Holm, den Deutschen Landkreistag Vizepräsidentin Eva Roth.",
        ["Eva Roth holds Vizepräsident at Deutscher Landkreistag"],
        ["Eva Roth holds Vizepräsident at Gemeindetag"],
    ),
    (
        "KDX-Geschäftsführer Jan Holm und Eva Roth, die an der Spitze der Datenzentrale steht, sind dafür.",
        ["Eva Roth holds Leiter at Datenzentrale"],
        ["Jan Holm holds Geschäftsführer at Datenzentrale", "Jan Holm holds KDX-Geschäftsführer at Datenzentrale"],
    ),
    (
        "Die KDO und die ITEBO sind in der NordwestIT aufgegangen. Geschäftsführer Jan Holm zog Bilanz.",
        ["Jan Holm holds Geschäftsführer at NordwestIT"],
        [],
    ),
    (
        "Die KDO soll im Mai in der Dataport aufgehen. Geschäftsführer Jan Holm ist dagegen.",
        ["Jan Holm holds Geschäftsführer at KDO"],
        [],
    ),
    (
        "Jan Holm wird CIO der Stadt Stuttgart. Der bisherige CIO des Landes Baden-Württemberg, Jens Ott, gratulierte.",
        ["Jan Holm holds CIO at Stuttgart", "Jens Ott holds CIO at Baden-Württemberg former"],
        ["Jan Holm holds CIO at Baden-Württemberg"],
    ),
    (
        "Die Arbeit in Mainz hat das Finanzministerium begonnen.\n\nKontakt:\nIna Rost, Regierungssprecherin, "
        "Staatskanzlei\nTelefon 06131 000",
        ["Ina Rost holds Regierungssprecher at Rheinland-Pfalz"],
        [],
    ),
    (
        "Rost wird CIO in Erfurt\n\n[25.03.2021] Ina Rost wird CIO des Freistaats Thüringen. Sie folgt auf Jens Ott.",
        ["Ina Rost holds CIO at Thüringen", "Jens Ott holds CIO at Thüringen former"],
        ["Ina Rost holds CIO at Erfurt", "Jens Ott holds CIO at Erfurt"],
    ),
]


@pytest.mark.parametrize(("text", "states", "states_not"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_what_is_told_aside_gives_no_body(text: str, states: list[str], states_not: list[str]) -> None:
    check_statements(read_article(text), states, states_not)
