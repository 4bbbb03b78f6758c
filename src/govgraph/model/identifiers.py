"""IRIs: `BASE/KIND/SLUG`, readable and stable, made from names alone."""

from __future__ import annotations

import hashlib
import re
import unicodedata

BASE = "https://w3id.org/govgraph/id"
NAMESPACE = "https://w3id.org/govgraph/ontology#"

_FOLD = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "a", "ł": "l", "đ": "d", "&": " und "}
)
_LONGEST = 80
OWN = re.compile(r"(?:-\d{4}(?:-\d{2}){0,2})?-[0-9a-f]{8}$")
"""End of the IRI of a thing that is its article's own: date and digest of the title."""


def slug(name: str) -> str:
    """Lower-case ASCII form of a name for use in an IRI.

    Umlauts are spelt out, other marks are dropped, runs of anything else become one hyphen. Names longer than
    80 characters are cut and end in a short digest. A name without any letter or digit gives its digest.

    >>> slug("Ministerium für Inneres und Sport")
    'ministerium-fuer-inneres-und-sport'
    """
    folded = unicodedata.normalize("NFC", name).lower().translate(_FOLD)
    ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode("ascii")
    plain = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    if not plain:
        return digest(name)
    if len(plain) > _LONGEST:
        return f"{plain[:_LONGEST].rstrip('-')}-{digest(name)}"
    return plain


def digest(text: str) -> str:
    """Eight hexadecimal digits that depend on the text alone."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def entity_iri(kind: str, name: str, *, base: str = BASE) -> str:
    """IRI of an entity.

    >>> entity_iri("person", "Denis Alt")
    'https://w3id.org/govgraph/id/person/denis-alt'
    """
    return f"{base}/{kind}/{slug(name)}"


def own_name(name: str, date: str | None, title: str) -> str:
    """Name for the IRI of a thing that is its article's own: „Beirat“ in two articles of one day is two.

    Two versions of an article have its title, so that the thing is one in both. `OWN` finds what it ends in.
    """
    return f"{name} {date or ''} {digest(title)}"


def article_iri(date: str | None, title: str, text: str, *, base: str = BASE) -> str:
    """IRI of an article: its date and title, and a digest of its text. The same article on two pages is one."""
    head = f"{date or 'undated'}-{slug(title)}"
    return f"{base}/article/{head}-{digest(text)}"
