"""Talks that were written down, with time codes in any place: who speaks is told by the label."""

from __future__ import annotations

import pytest
from extract_reading import reader

from govgraph.model import ArticleRecord
from govgraph.sources import read_text

HEAD = "Rathausfunk, Folge 9\n\n3. Mai 2023\n\n"
TURNS = (
    ("Paula Stern", "Willkommen! Heute ist Georg Lauer hier, CIO der Stadt Kassel."),
    ("Georg Lauer", "Guten Tag."),
    ("Paula Stern", "Und Ihre Kollegin Rita Sommer in Gera?"),
    ("Georg Lauer", "Die ist dort Amtsleiterin. Ich leite das Amt für Organisation."),
)
LAYOUTS = (
    "[00:0{n}:12] {who}: {said}\n",
    "00:0{n} {who}: {said}\n\n",
    "{who} (00:0{n}): {said}\n\n",
    "{who}: [00:0{n}] {said}\n",
    "{who} 00:0{n}\n{said}\n\n",
    "00:0{n} - {who}:\n{said}\n",
    "[00:0{n}]\n{who}: {said}\n",
    "{who}: {said}\n\n",
)


def read(text: str) -> tuple[ArticleRecord, str]:
    page = read_text(text)
    (article,) = page.articles
    (record,) = reader().read(page).articles
    return record, article.text


def offices(record: ArticleRecord) -> set[tuple[str, str]]:
    names = {entity.id: entity.name for entity in record.entities}
    return {(names[one.person], names.get(one.organisation or "", "")) for one in record.offices}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_turn_is_of_who_stands_at_its_begin(layout: str) -> None:
    turns = "".join(layout.format(n=n, who=who, said=said) for n, (who, said) in enumerate(TURNS, start=1))
    record, text = read(HEAD + turns)
    assert offices(record) == {
        ("Georg Lauer", "Kassel"),
        ("Georg Lauer", "Amt für Organisation"),
        ("Rita Sommer", "Gera"),
    }
    told = [evidence for office in record.offices for evidence in office.evidence]
    told += [evidence for fact in record.facts for evidence in fact.evidence]
    assert told
    assert all(text[one.start : one.end] == one.quote for one in told)


def test_the_times_of_an_agenda_are_no_time_codes() -> None:
    record, _ = read(
        "Fachtagung E-Akte\n\n3. Mai 2023\n\n09:30 Begrüßung: Ute Lang, CIO der Stadt Gera\n"
        "10:00 Vortrag: Jens Ott, CDO der Stadt Ulm\n"
    )
    assert offices(record) == {("Ute Lang", "Gera"), ("Jens Ott", "Ulm")}


def test_of_two_guests_each_speaks_for_their_own() -> None:
    record, _ = read(
        "Zwei Städte\n\n3. Mai 2023\n\nIm Gespräch: Ute Lang, CIO der Stadt Gera, und Jens Ott, CIO der Stadt Ulm\n\n"
        "KOMMUNE: Frau Lang, was tut Gera?\n\nLang: Ich leite jetzt das Amt für Digitales.\n\n"
        "KOMMUNE: Und Sie, Herr Ott?\n\nOtt: Ich bin Mitglied im IT-Planungsrat.\n\nLang: Ich nicht.\n"
    )
    names = {entity.id: entity.name for entity in record.entities}
    members = {names[fact.subject] for fact in record.facts if str(fact.predicate) == "memberOf"}
    assert members == {"Jens Ott"}
