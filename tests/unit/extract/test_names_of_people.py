"""Abbreviated names of people, and the names that people had before."""

from __future__ import annotations

import pytest
from extract_reading import Statement, read_article, statements_of

from govgraph.extract.names.abbreviated import parts_of, stands_for
from govgraph.language.tokens import sentences
from govgraph.model import ArticleRecord, EntityType


def people(article: ArticleRecord) -> dict[str, set[str]]:
    return {e.name: set(e.aliases) for e in article.entities if e.type is EntityType.PERSON}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nachfolger von K. Wendlandt wird Jörn Bax.", {"K. Wendlandt", "Jörn Bax"}),
        ("Das sei ein Erfolg, sagte T. Petersen, Leiter des CERT Nord.", {"T. Petersen"}),
        ("Staatssekretär U. v. d. Heide eröffnete den Kongress.", {"U. v. d. Heide"}),
        ("Friederike v. Oer ist neue Staatssekretärin in Brandenburg.", {"Friederike v. Oer"}),
        ("Chr. Reuter, CIO von Brandenburg, begrüßte das Vorhaben.", {"Chr. Reuter"}),
        ("Staatssekretärin U. von der Heide stellte die Strategie vor.", {"U. von der Heide"}),
        ("Prof. Dr. h. c. K.-H. Maier leitet das Institut.", {"K.-H. Maier"}),
        ("Die Leitung übernimmt Dr.-Ing. H.-J. Schmidt. Schmidt war vorher beim Bund.", {"H.-J. Schmidt"}),
        ("J. M. Keller, Präsidentin des BSI, warnte vor Angriffen.", {"J. M. Keller"}),
        ("Karl-H. Maier, CIO von Hessen, sagte zu.", {"Karl-H. Maier"}),
        ("Er folgt auf João Teixeira da Cunha.", {"João Teixeira da Cunha"}),
        ("Geschäftsführer ist José David da Torre Suárez.", {"José David da Torre Suárez"}),
        ("Wenn Anna Weber da arbeitet, freut das alle.", {"Anna Weber"}),
        ("Gérard Krause, Leiter der Abteilung, wirbt um Geduld.", {"Gérard Krause"}),
        ("Max Th. Brehm, CDO von Bremen, sagte zu.", {"Max Th. Brehm"}),
        ("„Wir sind froh“, so Th. Mehr von der FITKO.", {"Th. Mehr"}),
        ("Der IT-Planungsrat wählte M. Schulz zum Vorsitzenden.", {"M. Schulz"}),
        ("Frau von der Heide lobte das Vorhaben.", {"von der Heide"}),
        ("Innenminister de Vries lobte das Vorhaben.", {"de Vries"}),
        ("Ministerin von Hessen ist sie nicht.", set()),
        ("Im April und August sprachen Uwe Brandt und Jan Harms.", {"Uwe Brandt", "Jan Harms"}),
        ("Stadträtin Carola Tag lobte das Vorhaben.", {"Carola Tag"}),
        ("Sie nutzen die Luca App.", set()),
        ("Geschäftsführer Jens Graf lobte das Vorhaben.", {"Jens Graf"}),
    ],
)
def test_reads_abbreviated_names(text: str, names: set[str]) -> None:
    found = people(read_article(text))
    assert set(found) == names


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("K. Wendlandt geht. Katharina Wendlandt leitete die IT seit 2015.", "Katharina Wendlandt", "K. Wendlandt"),
        ("Laut H. Kurz bleibt das Portal. Hanna Kurz leitet das Referat.", "Hanna Kurz", "H. Kurz"),
        ("Karl-Heinz Maier kam. „Gern“, sagte K.-H. Maier.", "Karl-Heinz Maier", "K.-H. Maier"),
        ("Christian Reuter kam. Auch Chr. Reuter sprach.", "Christian Reuter", "Chr. Reuter"),
        ("Friederike von Oer leitet das Amt. Friederike v. Oer sagte zu.", "Friederike von Oer", "Friederike v. Oer"),
        ("Ute von der Heide kam. Staatssekretärin U. v. d. Heide sprach.", "Ute von der Heide", "U. v. d. Heide"),
        ("Anna Lange, geborene Bär, wurde 2020 CIO von Hessen.", "Anna Lange", "Anna Bär"),
        ("Anna Lange (geb. Bär) leitet die Abteilung.", "Anna Lange", "Anna Bär"),
        ("Anna Lange war bis zu ihrer Heirat unter dem Namen Bär CIO von Hessen.", "Anna Lange", "Anna Bär"),
        ("Anna Lange (früher Anna Bär) leitet die Abteilung.", "Anna Lange", "Anna Bär"),
        ("Anna Lange, damals noch Anna Bär, war CIO von Hessen.", "Anna Lange", "Anna Bär"),
        ("Sabine Kurz, die bis 2019 Jansen hieß, ist neue CDO in Bremen.", "Sabine Kurz", "Sabine Jansen"),
        ("Sabine Kurz hieß bis 2019 Sabine Jansen. Sie ist CIO von Hessen.", "Sabine Kurz", "Sabine Jansen"),
        ("Anna Bär, die seit ihrer Heirat Lange heißt, ist CIO in Bremen.", "Anna Bär", "Anna Lange"),
        ("Anna Lange ist CIO in Bremen. Bis zu ihrer Hochzeit hieß sie Bär.", "Anna Lange", "Anna Bär"),
        ("Anna Bär-Lange ist CIO in Bremen. Bei ihrem Antritt hieß sie noch Anna Bär.", "Anna Bär-Lange", "Anna Bär"),
        ("CIO Anna Lange blieb. Damals hieß sie noch Anna Bär; sie hat geheiratet.", "Anna Lange", "Anna Bär"),
        ("Anna Bär-Lange ist CIO in Bremen. Damals hieß sie noch Bär.", "Anna Bär-Lange", "Anna Bär"),
        ("Ida Falk, geborene Weber, ist CIO in Bremen.", "Ida Falk", "Ida Weber"),
        ("Ida Falk ist CIO in Bremen. Sie hieß bis zu ihrer Heirat 2019 Ida Weber.", "Ida Falk", "Ida Weber"),
        ("Ida Falk ist CIO in Bremen. Bis zu ihrer Heirat im Mai hieß Falk Ida Weber.", "Ida Falk", "Ida Weber"),
        ("Ida Falk ist CIO. Bis zu ihrer Heirat im Mai hieß Falk Weber.", "Ida Falk", "Ida Weber"),
        ("Ida Falk kam. Die CIO, die bis zu ihrer Heirat Weber hieß, sprach.", "Ida Falk", "Ida Weber"),
        ("Ida Falk kam. Die CIO, die bis zur Heirat im Mai dieses Jahres Weber hieß, sprach.", "Ida Falk", "Ida Weber"),
    ],
)
def test_two_names_are_of_one_person(text: str, name: str, alias: str) -> None:
    found = people(read_article(text))
    assert list(found) == [name], found
    assert alias in found[name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anne Lange und A. Lange trafen Bernd Lange.", {"Anne Lange", "A. Lange", "Bernd Lange"}),
        ("Bernd Lange kam. Es fehlte C. Lange.", {"Bernd Lange"}),
        ("Anna Lange stellte eine Lösung vor. Sie heißt seit 2019 Nextcloud.", {"Anna Lange"}),
        ("Anna Lange, geborene Hamburgerin, leitet das Amt.", {"Anna Lange"}),
        ("Max Lange, geborener Hamburger, leitet das Amt.", {"Max Lange"}),
        ("Das Portal lobte Anna Lange. Die App, die bis 2019 Servus hieß, kam.", {"Anna Lange"}),
        ("Anna Lange (früher Dataport) leitet das Amt.", {"Anna Lange"}),
        ("CIO Anna Lange startete das Portal unter dem Namen Bayernatlas.", {"Anna Lange"}),
    ],
)
def test_other_people_and_things_keep_their_names(text: str, names: set[str]) -> None:
    found = people(read_article(text))
    assert set(found) == names
    assert not any(alias for name, aliases in found.items() for alias in aliases if alias != name.split(" ")[-1])


@pytest.mark.parametrize(
    "text",
    [
        "Siehe S. 12 und Art. 3 des Grundgesetzes.",
        "Das gilt z. B. für Hamburg, v. a. für Kommunen, d. h. Städte, i. d. R. Gemeinden.",
        "Das erklärte z. B. Hamburg.",
        "In St. Pauli und St. Gallen wurde die Software eingeführt.",
        "Gemäß § 5 Abs. 2 S. 1 OZG ist das Land zuständig.",
        "Die Abteilung A. Personal und B. Haushalt werden zusammengelegt.",
        "Firmen wie J. P. Morgan boten mit.",
        "Das Buch ist im S. Fischer Verlag erschienen, sagte der Leiter.",
        "B. Aufgaben des CIO",
        "Anlage B. Verwaltung und Minister.",
        "Der Minister von Bayern kam.",
    ],
)
def test_letters_with_a_dot_are_not_always_people(text: str) -> None:
    assert not people(read_article(text))


def test_an_heir_is_read_from_initials() -> None:
    text = (
        "Er ist Nachfolger von K. Wendlandt, die in den Ruhestand geht. Katharina Wendlandt leitete die IT seit 2015."
    )
    article = read_article(f"Neuer CIO wird Jörn Bax. {text}")
    assert Statement.parse("Jörn Bax succeeds Katharina Wendlandt").found_in(article), statements_of(article)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Es kam K.-H. Maier. Er sprach.", 2),
        ("Es kam Chr. Reuter mit U. v. d. Heide.", 1),
        ("Das gilt für Klasse B. Die Stadt handelt.", 2),
        ("Der Staatssekretär a. D. Er kam.", 2),
        ("Das sagt z. B. Die Linke.", 1),
    ],
)
def test_initials_end_no_sentence(text: str, count: int) -> None:
    assert len(sentences(text, 0, len(text), frozenset({"Chr", "Dr"}))) == count


def test_initials_stand_for_first_names() -> None:
    assert parts_of("K.-H. Maier")[:-1] == ["K", "H"]
    assert stands_for(["Chr"], ["Christian"])
    assert not stands_for(["K", "H"], ["Karl", "Otto"])
    assert not stands_for([], ["Karl"])
