"""Mails: press releases and newsletters as they were sent."""

from __future__ import annotations

import re
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from govgraph.errors import InputError
from govgraph.model.identifiers import BASE
from govgraph.model.page import Issue, Page
from govgraph.sources.dates import read_date
from govgraph.sources.decode import DEFAULT_LIMITS, ReadLimits, decode, doubts_about_encoding
from govgraph.sources.html import read_html
from govgraph.sources.keys import date_of
from govgraph.sources.pages import read_text
from govgraph.sources.quoted_mails import FORWARDED

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

    from govgraph.sources.documents import Document
    from govgraph.vocabulary.layouts import Layouts

__all__ = ["read_mail"]

_ANSWERED = re.compile(r"(?:(?:AW|WG|RE|FW|FWD|Antwort) ?: ?)+", re.IGNORECASE)
_UNDECODED = re.compile("[\udc80-\udcff]")
_SOFT_BREAK = re.compile(r" \n(?=[^\s>])")
_TAG = re.compile(r"<[^>]*>")
_LABELLED = r"(?:<[^>]{0,200}>|&nbsp;|\s)*"
_INNER_HEAD = re.compile(
    rf"(?:Von|From):{_LABELLED}[^:]{{3,400}}?"
    rf"(?:Gesendet|Datum|Date|Sent)(?: am)?:(?P<sent>.{{6,200}}?)(?:An|To|Betreff|Subject):.{{0,900}}?"
    r"(?=</p>|</div>|</table>|<br>\s*<br>)",
    re.DOTALL,
)
_DAY_SENT = re.compile(
    r"\d{1,2}\. ?(?:\d{1,2}\. ?|[A-ZÄ][^\W\d_]{2,8}\.? )\d{4}|\d{1,2} [A-Z][a-zä]{2,8}\.? \d{4}|[12]\d{3}-\d\d-\d\d"
)
_STUB = 200
"""A text of fewer characters beside an HTML part only says that there is one."""


def read_mail(
    document: Document, *, base: str = BASE, limits: ReadLimits = DEFAULT_LIMITS, layouts: Layouts | None = None
) -> Page:
    """Page of a mail: its text, or its HTML where it has no other text.

    The subject is its title, unless its text has several articles, and it is of the day on which it was sent. What is
    attached is not read, and noted.

    Raises:
        InputError: It has no head of a mail, or no text.
    """
    source = document.source
    mail = BytesParser(policy=policy.default).parsebytes(document.raw.lstrip())
    if not any(_line(mail, name) for name in ("subject", "from", "date")):
        raise InputError(f"{source}: no head of a mail; save its text as .txt")
    plain, html = (mail.get_body((kind,)) for kind in ("plain", "html"))
    text, encoding, doubts = ("", "utf-8", ()) if plain is None else _text(plain, source, limits)
    if html is not None and len(text.strip()) < _STUB and _bytes(html).strip():
        page = read_html(_as_html(mail, html, document, limits), base=base, limits=limits, layouts=layouts)
    elif text.strip():
        whole = f"{_head(mail)}\n\n{text}"
        read = read_text(whole, name=document.name, source=source, base=base, layouts=layouts, told=document.told)
        page = replace(read, encoding=encoding, issues=(*doubts, *read.issues))
    else:
        raise InputError(f"{source}: no text in this mail; give a document with text")
    return replace(page, issues=(*_unread(mail, source), *page.issues))


def _as_html(mail: EmailMessage, part: MIMEPart, document: Document, limits: ReadLimits) -> Document:
    given, raw, day = document.told, _bytes(part), _sent(mail)
    charset = part.get_content_charset() or given.charset
    if FORWARDED.match(_line(mail, "subject")):
        text, _ = decode(raw, document.source, limits, charset)
        if (found := _handed_on(text)) is not None:
            raw, charset, day = found[0].encode("utf-8", "replace"), "utf-8", found[1] or day
    told = replace(given, charset=charset, title=given.title or _subject(mail) or None, date=given.date or day)
    return replace(document, raw=raw, format="html", told=told)


def _handed_on(text: str) -> tuple[str, str | None] | None:
    """HTML of a mail that was forwarded, without what stands above it, and the day on which it was sent."""
    heads = list(_INNER_HEAD.finditer(text))
    if not heads:
        return None
    written = " ".join(_TAG.sub(" ", heads[-1]["sent"]).split())
    day = _DAY_SENT.search(written)
    return f"<p>{text[heads[-1].end() :]}", read_date(day[0]) if day else None


def _head(mail: EmailMessage) -> str:
    """The lines of its head that tell something of its text, as they stand in mails that were saved as text."""
    lines = {"From": _line(mail, "from"), "Subject": _line(mail, "subject"), "Date": _sent(mail)}
    return "\n".join(f"{name}: {value}" for name, value in lines.items() if value)


def _subject(mail: EmailMessage) -> str:
    return _ANSWERED.sub("", _line(mail, "subject"), count=1)


def _line(mail: EmailMessage, name: str) -> str:
    """A line of the head, as it was written where its encoding is broken; empty if it is not there."""
    raw = next((str(value) for key, value in mail.raw_items() if key.lower() == name), "")
    if _UNDECODED.search(raw):
        raw = _decoded(raw)
    try:
        words = str(make_header(decode_header(raw)))
    except (MessageError, LookupError, ValueError):
        words = raw
    return " ".join(words.split())


def _decoded(raw: str) -> str:
    """A line whose letters were sent as bytes without a word on their encoding: UTF-8, else that of Windows."""
    sent = raw.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "windows-1252"):
        try:
            return sent.decode(encoding)
        except UnicodeDecodeError:
            continue
    return sent.decode("iso-8859-1")


def _sent(mail: EmailMessage) -> str | None:
    """Day on which it was sent; None if its head does not say."""
    try:
        return date_of(parsedate_to_datetime(_line(mail, "date")))
    except (TypeError, ValueError, OverflowError):
        return None


def _text(part: MIMEPart, source: str, limits: ReadLimits) -> tuple[str, str, tuple[Issue, ...]]:
    """Text of a part, its encoding, and doubts about that. Lines that were broken for sending are joined."""
    raw, charset = _bytes(part), part.get_content_charset()
    if not raw.strip():
        return "", "utf-8", ()
    text, encoding = decode(raw, source, limits, charset)
    if part.get_param("format") == "flowed":
        text = _SOFT_BREAK.sub(" ", text)
    return text, encoding, doubts_about_encoding(encoding, source, charset)


def _bytes(part: MIMEPart) -> bytes:
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def _unread(mail: EmailMessage, source: str) -> tuple[Issue, ...]:
    names = sorted(name for part in mail.iter_attachments() if (name := part.get_filename()))
    if not names:
        return ()
    message = f"{source}: attached and not read: {', '.join(names)}; save it beside the mail to have it read"
    return (Issue(source, "sources", "note", "attached", message),)
