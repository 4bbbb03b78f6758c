"""Since when and until when somebody has a chair that goes round by years."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Der Hamburger CIO Jens Ott, der in diesem Jahr den Vorsitz im IT-Planungsrat innehat, begrüßte die Gäste.",
        ["Jens Ott holds Vorsitzender at IT-Planungsrat current until=2024"],
        ["Jens Ott holds CIO at Hamburg current until=2024"],
    ),
    (
        "Jens Ott leitet in diesem Jahr den IT-Planungsrat.",
        ["Jens Ott holds Vorsitzender at IT-Planungsrat current until=2024"],
        [],
    ),
    (
        "Den Anfang machte Nora Weiß, CIO des Landes Hessen und in diesem Jahr Vorsitzende des IT-Planungsrats.",
        ["Nora Weiß holds Vorsitzender at IT-Planungsrat current until=2024"],
        ["Nora Weiß holds CIO at Hessen current until=2024"],
    ),
    (
        "Jens Ott hatte 2022 den Vorsitz im IT-Planungsrat inne.",
        ["Jens Ott holds Vorsitzender at IT-Planungsrat former since=2022 until=2022"],
        [],
    ),
    (
        "Bremen hat in diesem Jahr den Vorsitz im IT-Planungsrat. Die Tagesordnung ist lang. Im vergangenen Jahr hat "
        "Jens Ott die Sitzungen geführt.",
        ["Jens Ott holds Vorsitzender at IT-Planungsrat former since=2023 until=2023"],
        [],
    ),
    (
        "Bremen hat in diesem Jahr den Vorsitz im IT-Planungsrat. Die Sitzungen leitet Jens Ott.",
        ["Jens Ott holds Vorsitzender at IT-Planungsrat current"],
        [],
    ),
    (
        "Bremen hat in diesem Jahr den Vorsitz im IT-Planungsrat. Die Sitzungen des Beirats leitet Jens Ott.",
        ["Bremen chairs IT-Planungsrat"],
        ["Jens Ott holds Vorsitzender at IT-Planungsrat", "Jens Ott chairs IT-Planungsrat"],
    ),
    (
        "Bremen hat in diesem Jahr den Vorsitz im IT-Planungsrat. Jens Ott führt die Sitzungen nicht.",
        ["Bremen chairs IT-Planungsrat"],
        ["Jens Ott chairs IT-Planungsrat"],
    ),
    (
        "Als CIO des Landes Hessen hat Jens Ott den Vorsitz im IT-Planungsrat übernommen, der 2024 bei Hessen liegt.",
        ["Jens Ott holds Vorsitzender at IT-Planungsrat until=2024"],
        ["Jens Ott holds CIO at Hessen until=2024"],
    ),
    (
        "Jens Ott hat den Vorsitz im IT-Planungsrat übernommen, der 2023 beim Bund lag.",
        ["Jens Ott holds Vorsitzender at IT-Planungsrat"],
        ["Jens Ott holds Vorsitzender at IT-Planungsrat until=2023"],
    ),
    (
        "Am 1. Januar ist der Vorsitz des IT-Planungsrats vom Bund auf Hessen übergegangen. Vorsitzende ist nun Nora "
        "Weiß.",
        ["Nora Weiß holds Vorsitzender at IT-Planungsrat current since=2024-01-01"],
        [],
    ),
    (
        "Am 1. Mai geht der Vorsitz des IT-Planungsrats an den Bund über. Vorsitzende ist noch Nora Weiß.",
        ["Nora Weiß holds Vorsitzender at IT-Planungsrat current until=2024-04-30"],
        [],
    ),
    (
        "Am 1. Mai geht der Vorsitz des IT-Planungsrats an den Bund über. Nora Weiß, Staatssekretärin im Hessischen "
        "Innenministerium, hat das Gremium ein Jahr lang geleitet; auf sie folgt Jens Ott.",
        [
            "Nora Weiß holds Vorsitzender at IT-Planungsrat current since=2023-05-01 until=2024-04-30",
            "Jens Ott holds Vorsitzender at IT-Planungsrat designated since=2024-05-01",
        ],
        ["Jens Ott holds Staatssekretär"],
    ),
    (
        "Jens Ott ist Vorsitzender des IT-Planungsrats. Er will in diesem Jahr die Standards ordnen.",
        ["Jens Ott holds Vorsitzender at IT-Planungsrat current"],
        ["Jens Ott holds Vorsitzender at IT-Planungsrat until=2024"],
    ),
    (
        "Jens Ott hat in diesem Jahr den Vorsitz im IT-Planungsrat übernommen.",
        ["Jens Ott holds Vorsitzender at IT-Planungsrat new"],
        ["Jens Ott holds Vorsitzender at IT-Planungsrat until=2024"],
    ),
    (
        "Vorsitzender des IT-Planungsrats ist Jens Ott. 2015 ging der Vorsitz im IT-Planungsrat an Hessen.",
        ["Jens Ott holds Vorsitzender at IT-Planungsrat current"],
        ["Jens Ott holds Vorsitzender at IT-Planungsrat since=2015"],
    ),
    (
        "Vorsitzende der ekom21 ist Nora Weiß. Am 1. Februar hat Hessen den Vorsitz im IT-Planungsrat übernommen.",
        ["Nora Weiß holds Vorsitzender at ekom21 current"],
        ["Nora Weiß holds Vorsitzender at ekom21 since=2024-02-01"],
    ),
]


@pytest.mark.parametrize(("text", "said", "unsaid"), CASES)
def test_terms_of_chairs_that_go_round(text: str, said: list[str], unsaid: list[str]) -> None:
    check_statements(read_article(text), said, unsaid)
