"""Names that are broken at the end of a line."""

from __future__ import annotations

from extract_reading import reader

from govgraph.sources import read_text


def test_a_broken_name_is_one_name_with_a_space() -> None:
    (article,) = read_text(
        "Hessen plant\n\n12.04.2023\n\nDas Land Hessen hat einen Plan für alle Ämter und für alle Städte im\n"
        "Land. Ute Lang leitet das Amt für Digitale\nDienste der Stadt Fulda. Die Stadt nutzt das Portal Bürger\n"
        "Direkt.\n"
    ).articles
    read = reader().read_article(article)
    names = {name for entity in read.entities for name in (entity.name, *entity.aliases)}
    assert {"Amt für Digitale Dienste", "Bürger Direkt"} <= names
    assert not any("\n" in name for name in names)
    assert all(article.text[one.start : one.end] == one.text for entity in read.entities for one in entity.mentions)
