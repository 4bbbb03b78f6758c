"""Names of those who wrote, from lines and values that may also name an editorial office, a firm or a login."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.sources.people import read_names
from govgraph.vocabulary.layouts import LayoutRole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from govgraph.sources.lines import Marks

__all__ = ["byline_names", "is_name", "people", "persons"]

_BEFORE = re.compile(
    r"^(?:[|•·–—-]\s*)?(?:(?:(?:eine?|das) )?(?:beitrag|bericht|artikel|text|interview|gast(?:beitrag|kommentar)|"
    r"kommentar|reportage|analyse|glosse|kolumne|essay|standpunkt|rezension|protokoll|aufgezeichnet|"
    r"aufgeschrieben|recherche und text|autor(?:in|en|innen)?|"
    r"autor/in|redakteur(?:in)?|verfasser(?:in)?|geschrieben|verfasst|veröffentlicht|erstellt|redaktion)\s*(?:von\b|:|\|)\s*:?\s*|"
    r"(?:von|(?:posted |written |published )?by|text)\s*:?\s+)+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:[|•·–—(,/]|\s-(?=\s|$)|\b(?:am|vom|für|ist|Redakteur(?:in)?|Chefredakteur(?:in)?|Redaktion|Volontär(?:in)?|"
    r"Freie[r]?|Autor(?:in)?|Stabsstelle|Pressestelle|Pressereferat|Referat|Abteilung|Dezernat|Öffentlichkeitsarbeit|Fakultät|Fachbereich|"
    r"(?:\w+-)?\w*(?:[Kk]ommunikation|[Uu]niversität|[Hh]ochschule|[Ii]nstitut)|\d).*).*$"
)
_TITLES = re.compile(r"^(?:(?:Prof|Dr|Mag|Dipl|Dr\.-Ing|med|rer|nat|h\.c|jur|phil)\.?(?:-[A-Z][a-z]+\.?)?\s+)+")
_WORD = r"(?:[A-ZÄÖÜÁÀÅÉÇĞÍÓØŁŠŚŞŽĐ][^\W\d_]*(?:[-’'][A-ZÄÖÜÁÀÅÉÇĞÍÓØŁŠŚŞŽĐ]?[^\W\d_]+)*\.?)"
_NAME = re.compile(
    rf"{_WORD}(?: (?:von|van|vom|de|der|den|zu|zum|zur|da|di|del|la|le|el|al|bin|ten|{_WORD})){{0,4}} {_WORD}$"
)
_NO_PERSON = re.compile(
    r"\b(?:Redaktion|Team|Verlag|GmbH|AG|KG|e\.?V\.?|Pressestelle|Presse\w*|Ministerium\w*|\w+ministerium|Amt|\w+amt|"
    r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|"
    r"Stadt|Land|Landkreis|Kreis|Bund\w*|Geschäftsstelle|Stabsstelle|Zweckverband|Kammer|Dezernat|\w+verwaltung|\w+zentrum|Staatskanzlei|Senat\w*|Administrator|Admin|Webmaster|Online|Media|News|"
    r"Magazin|Spiegel|Kommune21|eGovernment|CIO|IDG|Institut|Universität|Hochschule|Gesellschaft|Newsroom|"
    r"Nachrichten\w*|\w*[Rr]edakteur(?:in)?|Volontär(?:in)?|Korrespondent(?:in)?|Ressortleiter(?:in)?|Editor|Agentur|Deutsche|Zentrale|Verband|Initiative|Referat|Abteilung|Der|Die|Das|Alle|Mehr|Unser\w*|"
    r"Zurück|Weiter\w*|Übersicht|Startseite|Seite|Archiv|Newsletter|Kontakt|Impressum|Foto|Bild|Quelle|Autor\w*|Gast\w*|Content|Management|Editor\w*|User|Kommunikation\w*|Landesregierung)\b"
)
# bodies that a page may name as its author, though other lines of two such words may be topics
_NO_AUTHOR = re.compile(
    r"\b(?:"
    r"Landtag|Bundestag|Kreistag|Bundesrat|Stadtrat|Gemeinderat|Fraktion|Partei|Stiftung|Verein|Stadtwerke|Rathaus|"
    r"Landeshauptstadt|Gemeinde|Behörde|Akademie|Bibliothek|Museum|Portal|Service|Digitales|Verwaltung|Arbeitskreis|"
    r"Arbeitsgruppe|Projektgruppe|Netzwerk|Bündnis|Zentrum|Büro|Labor|Forum|Genossenschaft|Gewerkschaft|Bundesverband|Landesverband"
    r")\b"
)
# As libraries have it: "Beispiel, Max".
_TURNED = re.compile(rf"^({_WORD}), ({_WORD}(?: {_WORD})?)$")
_LONGEST_LINE = 120
_HANDLE = re.compile(r"\s+[\w.+-]+(?:@| at |[(\[]at[)\]])[\w.-]+\.\w{2,8}$|\s*@\w+")
_NOT_WRITTEN = re.compile(
    r"\b(?:Fotos?|Bild(?:er)?|Grafik|Illustration|Kontakt|Telefon|Tel)\b|(?:sprecher|minister|meister|präsident|direktor|"
    r"sekretär|kanzler|vorsitzende|senator|landrat|landrätin)",
    re.IGNORECASE,
)
# "52 Min. mit Jana Muster", of a broadcast
_HOST = re.compile(
    r"^(?:\d{1,3} ?[Mm]in(?:uten|\.)?(?: Lese(?:zeit|dauer))?[ ,|•·–-]*)?"
    r"(?:mit|Host(?:in)?:?|Moderation:?|Gastgeber(?:in)?:?)\s+"
)
_ASIDE = re.compile(r"\s*\([^()]{2,60}\)(?=\s*(?:[,/;&|]|und\b))")
# who took the pictures
_PICTURED = re.compile(
    rf"(?:\s*[,/;&|]|\s+und)?\s*(?:(?:Fotos?|Bild(?:er)?|Illustration(?:en)?|Grafik):?(?: von)? (?:{_WORD} ?){{1,3}}|"
    rf"(?:{_WORD} ){{1,3}}\((?:Fotos?|Bild(?:er)?|Illustration(?:en)?|Grafik)\))$"
)
_LABEL = re.compile(rf"^(?:Autor(?:in)?|Verfasser(?:in)?|Text|Redakteur(?:in)?)\s(?={_WORD} {_WORD})")
_DEGREE_AFTER = re.compile(r",? (?:[MB]\. ?(?:A|Sc|Eng)\.|LL\. ?M\.|MBA|MPA)$")
_INITIAL = re.compile(rf"[A-ZÄÖÜ]\. {_WORD}")
_AROUND = " .:-–«»›"
_APART = re.compile(r"\s*(?:[,/;&|]|\bund\b|\band\b)\s*")
# Lines that only tags part: "Max BeispielChefredakteur".
_GLUED = re.compile(r"(?<=[a-zäöüß])(?=(?:Chef|Freie|Redak|Autor|Korresp|Volont|Ressort|Leit|Senior|Editor))")


def is_name(words: str) -> bool:
    """Whether words are the name of one person, two words or more.

    >>> is_name("Max von Beispiel"), is_name("Redaktion"), is_name("Behörden Spiegel"), is_name("admin")
    (True, False, False, False)
    """
    bare = _TITLES.sub("", words)
    return len(bare) <= 60 and _NAME.match(bare) is not None and _NO_PERSON.search(bare) is None


def people(values: Iterable[str]) -> tuple[str, ...]:
    """Names of people among values of metadata, each once, without academic degrees."""
    found: dict[str, None] = {}
    for value in values:
        for part in _APART.split(_TURNED.sub(r"\2 \1", value)):
            name = _BEFORE.sub("", part).strip(" .:-–")
            if is_name(name) and _NO_AUTHOR.search(name) is None:
                name = name.title() if name.isupper() else name
                found.update(dict.fromkeys(read_names(_TITLES.sub("", name))))
    return tuple(found)


def persons(words: str, first_names: AbstractSet[str]) -> tuple[str, ...]:
    """Names in a line that nothing calls a byline: empty unless it holds names alone that begin with first names.

    What follows a name after a comma or in brackets may be what its bearer is: "Jana Muster, Redakteurin". Whoever
    holds an office or took a picture did not write.

    >>> persons("Jana Muster und Max von Beispiel", {"Jana", "Max"}), persons("Digitale Verwaltung", {"Jana"})
    (('Jana Muster', 'Max von Beispiel'), ())
    """
    words = _DEGREE_AFTER.sub("", _LABEL.sub("", _without_pictures(words)))
    if len(words) > _LONGEST_LINE or _NOT_WRITTEN.search(words):
        return ()
    words = _TURNED.sub(r"\2 \1", words)
    bare = _BEFORE.sub("", _HOST.sub("", _HANDLE.sub("", _ASIDE.sub("", words)).strip()))
    for some in (bare, _AFTER.sub("", bare).strip()):
        parts = [_TITLES.sub("", part.strip()) for part in _APART.split(some)]
        if all(is_name(part) and re.split(r"[ -]", part)[0].capitalize() in first_names for part in parts):
            return people([some])
        if len(parts) == 1 and _INITIAL.fullmatch(parts[0]):
            return (parts[0],)
    return ()


def _without_pictures(words: str) -> str:
    """A byline without those who took the pictures; "Text und Fotos: Jana Muster" is about one who did both."""
    rest = _PICTURED.sub("", words)
    return rest if len(rest.split()) > 1 else words


def byline_names(text: str, marks: Marks) -> tuple[str, ...]:
    """Names in a line that is known to be a byline; empty where it names nobody."""
    text = _ASIDE.sub("", _without_pictures(text))
    found = None if _GLUED.search(text) else marks.find(text)
    if found is not None and found[0].role in (LayoutRole.BYLINE, LayoutRole.DATE_LINE):
        groups = found[1].re.groupindex
        words = next((found[1][key] for key in ("interviewer", "names") if key in groups and found[1][key]), None)
        if words:
            return people([words])
    text = _GLUED.sub(", ", text)
    bare = _BEFORE.sub("", text.strip())
    names = []
    for part in _APART.split(bare):
        name = part.strip(_AROUND)
        if not is_name(name):
            name = _AFTER.sub("", name).strip(_AROUND)
        if not is_name(name):
            break
        if _NO_AUTHOR.search(name):
            continue
        names += read_names(_TITLES.sub("", name.title() if name.isupper() else name))
    return tuple(dict.fromkeys(names))
