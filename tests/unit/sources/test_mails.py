"""Mails are read as what was sent: subject and day from the head, text from the part that has it."""

from __future__ import annotations

import datetime
from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from govgraph.errors import InputError
from govgraph.model import BlockKind, Page
from govgraph.sources.documents import Document
from govgraph.sources.formats import format_of
from govgraph.sources.pages import read_document, read_text

LEAD = "Zum 1. Mai nimmt das Ministerium für Digitales in Kiel die Arbeit auf. Ministerin wird Anne Thielberg."
MORE = "Sie leitet bisher die Abteilung Netze im Finanzministerium und kennt das Land seit vielen Jahren, wie es heißt."
SENT = datetime.datetime(2022, 4, 26, 10, 15, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))


def mail(
    plain: str | None, html: str | None = None, charset: str = "utf-8", subject: str = "Neues für Kiel"
) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Pressestelle Müsterland <presse@land.example>"
    made["Subject"] = subject
    made["Date"] = format_datetime(SENT)
    if plain is not None:
        made.set_content(plain, charset=charset)
    if html is not None:
        (made.add_alternative if plain is not None else made.set_content)(html, subtype="html", charset=charset)
    return made


def read(made: EmailMessage | bytes) -> Page:
    raw = made if isinstance(made, bytes) else made.as_bytes()
    return read_document(Document("a", "a.eml", raw, "mail"))


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "windows-1252"])
def test_text_is_read_with_subject_and_day(charset: str) -> None:
    page = read(mail(f"{LEAD}\n\n{MORE}\n", charset=charset))
    (article,) = page.articles
    assert (article.title, article.date, page.format) == ("Neues für Kiel", "2022-04-26", "mail")
    assert LEAD in article.text
    assert MORE in article.text
    assert not page.issues


@pytest.mark.parametrize("subject", ["WG: AW: Neues für Kiel", "Fwd: Neues für Kiel"])
def test_marks_of_answers_are_no_title(subject: str) -> None:
    (article,) = read(mail(None, f"<p>{LEAD}</p><p>{MORE}</p>", subject=subject)).articles
    assert article.title == "Neues für Kiel"


@pytest.mark.parametrize("stub", [None, "Ihr Programm zeigt kein HTML an.\n"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_html_is_read_where_there_is_no_other_text(stub: str | None, charset: str) -> None:
    (article,) = read(mail(stub, f"<html><body><p>{LEAD}</p><p>{MORE}</p></body></html>", charset)).articles
    assert (article.title, article.date) == ("Neues für Kiel", "2022-04-26")
    assert LEAD in article.text
    assert "Programm" not in article.text


def test_lines_that_were_broken_for_sending_are_joined() -> None:
    made = mail(None)
    made.set_content("Zum 1. Mai nimmt das Ministerium \nfür Digitales die Arbeit auf.\n\n" + MORE + "\n")
    made.set_param("format", "flowed")
    (article,) = read(made).articles
    assert "das Ministerium für Digitales" in article.text


def test_sections_of_a_newsletter_are_articles_of_its_day() -> None:
    text = f"+++ Kiel +++\n\n{LEAD}\n\n+++ Mainz +++\n\nDie Stadt Mainz führt die E-Akte ein. Das dauert bis Mai.\n"
    page = read(mail(text, subject="Newsletter Nr. 4"))
    assert [article.date for article in page.articles] == ["2022-04-26", "2022-04-26"]


def test_what_is_attached_is_noted() -> None:
    made = mail(f"{LEAD}\n\n{MORE}\n")
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="meldung.pdf")
    page = read(made)
    assert [issue.code for issue in page.issues] == ["attached"]
    assert "meldung.pdf" in page.issues[0].message
    assert LEAD in page.articles[0].text


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (f"\n\n{LEAD}".encode(), "no head"),
        (mail("\n").as_bytes(), "no text"),
        (mail(None, " ").as_bytes(), "no text"),
    ],
)
def test_what_has_no_head_or_no_text_is_refused(raw: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(raw)


def test_a_head_that_programs_wrote_is_known_whatever_the_name() -> None:
    made = mail(LEAD).as_bytes()
    for name in ("a.eml", "a.txt", "a"):
        found = format_of(name, made)
        assert found is not None
        assert found.name == "mail"
    by_hand = f"Von: Pressestelle\nBetreff: Neues\n\n{LEAD}".encode()
    found = format_of("a.txt", by_hand)
    assert found is not None
    assert found.name == "text"


@pytest.mark.parametrize(
    "head",
    [
        b"Subject: =?ut\xe7-8?q?Neues?=\nFrom: presse@land.example\nDate: Tue, 26 Apr 2022 10:15:00 +0200\n",
        b"Subject: Neues\nFrom: Presse: <a@b>, ;\nDate: vorgestern\n",
        b"Subject: Neues\nContent-Type: text/plain; charset=unbekannt\n",
    ],
)
def test_a_broken_head_is_no_reason_not_to_read(head: bytes) -> None:
    (article,) = read(head + b"\n" + f"{LEAD}\n\n{MORE}\n".encode()).articles
    assert LEAD in article.text


def _forwarded(body: str, subject: str = "WG: Neue Leitung in Gera") -> bytes:
    made = mail(body, subject=subject)
    return made.as_bytes()


@pytest.mark.parametrize("divider", ["---------- Forwarded message ---------", "-----Ursprüngliche Nachricht-----", ""])
@pytest.mark.parametrize(
    "sent",
    ["Datum: 12. Januar 2022", "Gesendet: Mittwoch, 12. Januar 2022 09:12", "Date: Mi., 12. Jan. 2022 um 11:04 Uhr"],
)
def test_of_a_forwarded_mail_what_was_sent_first_counts(divider: str, sent: str) -> None:
    note = "Bitte ablegen!\nUwe Brand, Leiter des Archivs der Stadt Jena"
    head = f"{divider}\nVon: Presse <p@gera.example>\n{sent}\nAn: Alle\nBetreff: Gera: Amt mit neuer Leitung"
    (article,) = read(_forwarded(f"{note}\n\n{head}\n\n{LEAD}\n\n{MORE}\n")).articles
    assert (article.title, article.kicker, article.date) == ("Amt mit neuer Leitung", "Gera", "2022-01-12")
    assert {str(block.kind) for block in article.blocks if "Brand" in article.text[block.start : block.end]} == {
        "furniture"
    }


def test_what_an_answer_quotes_is_not_its_text() -> None:
    quoted = "Am 25.04.2022 schrieb Redaktion:\n> Man hört, Rita Sommer ist seit April Ministerin.\n> Stimmt das?"
    (article,) = read(_forwarded(f"{LEAD}\n\n{quoted}\n", "Re: Anfrage")).articles
    kinds = {str(block.kind) for block in article.blocks if "hört" in article.text[block.start : block.end]}
    assert kinds == {"furniture"}
    assert article.date == "2022-04-26"


def test_what_an_answer_repeats_below_a_head_is_not_its_text() -> None:
    head = "Von: Redaktion <red@x.example>\nGesendet: 25. April 2022\nBetreff: Anfrage"
    below = f"{head}\n\nRita Sommer ist seit April Ministerin."
    (article,) = read(_forwarded(f"{LEAD}\n\n{below}\n", "AW: Anfrage")).articles
    kinds = {str(block.kind) for block in article.blocks if "Sommer" in article.text[block.start : block.end]}
    assert kinds == {"furniture"}


def test_a_mail_that_only_quotes_is_read() -> None:
    (article,) = read(_forwarded(f"> {LEAD}\n> {MORE}\n", "Fwd: Anfrage")).articles
    assert any(str(block.kind) not in {"furniture", "title"} for block in article.blocks)


def test_html_that_was_forwarded_is_of_its_own_day() -> None:
    sent = "<b>Gesendet:</b> Freitag, 14. Januar 2022 11:04<br><b>An:</b> Alle<br><b>Betreff:</b> Gera"
    head = f"<b>Von:</b> Presse &lt;p@x.example&gt;<br>{sent}"
    html = f"<html><body><p>Uwe Brand, Leiter des Archivs</p><hr><p>{head}</p><p>{LEAD}</p><p>{MORE}</p></body></html>"
    (article,) = read(mail(None, html, subject="WG: Gera")).articles
    assert (article.date, "Brand" in article.text) == ("2022-01-14", False)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_a_subject_in_raw_letters_is_read(charset: str) -> None:
    raw = mail(LEAD).as_bytes().replace("Subject: Neues für Kiel".encode("ascii", "ignore"), b"Subject: X")
    lines = [line for line in raw.split(b"\n") if not line.startswith(b"Subject")]
    (article,) = read(b"Subject: " + "Köln und Fürth tauschen".encode(charset) + b"\n" + b"\n".join(lines)).articles
    assert article.title == "Köln und Fürth tauschen"


def test_a_forwarded_mail_saved_as_text_below_its_subject() -> None:
    (article,) = read_text(
        "WG: Neue Leitung\n\nZur Kenntnis\n\n---------- Forwarded message ---------\n"
        "Von: Presse Gera <presse@gera.example>\n"
        "Date: Mo., 3. Apr. 2023 um 10:12 Uhr\nSubject: Neue Leitung im Amt\nTo: <post@blatt.example>\n\n"
        "Ute Lang leitet seit dem 1. April das Hauptamt der Stadt Gera. Sie folgt auf Jens Ott.\n"
    ).articles
    assert (article.title, article.date) == ("Neue Leitung im Amt", "2023-04-03")
    assert not [
        b for b in article.blocks if b.kind is not BlockKind.FURNITURE and b.start < article.text.index("Subject")
    ]
