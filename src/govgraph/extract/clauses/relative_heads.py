"""What a relative clause speaks of in place of the name right before it: what that one hangs on, or explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.relative_genders import GENDERS, label_gender, may_mean
from govgraph.extract.state import BOARDS, BODY_TYPES, PLACES, WORKS
from govgraph.language.grammar import ONE, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Argument, Sentence


def explained_name(
    s: Sentence, before: list[Argument], pronoun: str, gender_of: Callable[[str], str]
) -> Argument | None:
    """„das KDZ, eine Stabsstelle der Innenverwaltung, die …“: what the apposition is said of, not its owner."""
    if before[-1].type in PLACES and before[-1].marker == "in":
        before = before[:-1]
    if len(before) <= 1:
        return None
    last, noun = before[-1], before[-1].head
    if last.marker not in {"gen", "von"} or last.type not in BODY_TYPES or noun < 0 or noun in s.taken:
        return None
    article = next((i for i in range(noun - 1, noun - 4, -1) if s.low_at(i) in ONE), -1)
    named = next((a for a in before if a.last == article - 1 and a.type is EntityType.ORGANISATION), None)
    fits = gender_of(s.tokens[noun].text) in GENDERS.get(pronoun, "") if named is not None else ""
    return named if article > 0 and s.text_at(article - 1) == "," and fits else None


def board_at(s: Sentence, host: Argument, start: int, words: tuple[str, Callable[[str], str]]) -> Argument | None:
    """„der Beirat IT beim Gemeindetag, in dem …“: a board in which somebody is, and not the body that has set it up."""
    board = s.taken.get(host.head) if host.marker in {"bei", "in"} and host.last == start and host.head >= 0 else None
    if board is None or board.draft is None or board.draft.kind not in BOARDS or s.low_at(start + 1) != "in":
        return None
    pronoun, gender_of = words
    allowed, gender = "f" if pronoun == "der" else GENDERS.get(pronoun, "mfn"), gender_of(s.text_at(board.first))
    disagrees = bool(gender) and not any(g in allowed for g in gender)
    others = host.draft is None or host.draft.kind in BOARDS or not may_mean(board.draft, pronoun)
    return None if others or disagrees else board


def seated_body(
    s: Sentence, before: list[Argument], place: Argument, words: tuple[str, Callable[[str], str]]
) -> Argument | None:
    """„die ekom21 in Gießen, deren Leiterin …“, „der Verband KISA mit Sitz in Leipzig, der …“: the body before a town.

    A town without a noun has no gender that the pronoun could agree with.
    """
    pronoun, gender_of = words
    if label_gender(s, place, gender_of) or place.draft is None or place.draft.kind == "District":
        return None
    end = place.begin
    if s.text_at(end - 1)[:1].isupper() and end - 1 not in s.taken:
        # „mit Sitz in“, „mit dem Hauptsitz in“
        end = next((i for i in range(end - 2, end - _SEAT, -1) if s.lower[i] == "mit"), end)
    body = next((a for a in before if a.type is EntityType.ORGANISATION and _ends_at(s, a, end)), None)
    if body is None or body.adjective or body.draft is None or not may_mean(body.draft, pronoun):
        return None
    return body


def _ends_at(s: Sentence, a: Argument, end: int) -> bool:
    """„die Kommunale Informationsverarbeitung (KISA) mit Sitz in …“: whether only its abbreviation follows a name."""
    return a.last == end or (s.text_at(a.last) == "(" and s.text_at(end - 1) == ")" and end - a.last <= _BRACKET)


def apposed_name(
    s: Sentence, before: list[Argument], place: Argument, words: tuple[str, Callable[[str], str]]
) -> Argument | None:
    """„von der ekom21, einem Rechenzentrum in Gießen, das …“: the name that a noun with „ein“ and a town explains."""
    pronoun, gender_of = words
    noun = place.begin - 1
    if noun in s.taken or not s.text_at(noun)[:1].isupper() or label_gender(s, place, gender_of):
        return None
    article = next((i for i in range(noun - 1, max(noun - _SEAT, 0), -1) if s.lower[i] in ONE), -1)
    if article < 0 or s.text_at(article - 1) != "," or gender_of(s.text_at(noun)) not in GENDERS.get(pronoun, ""):
        return None
    named = [
        a for a in before if a.last <= article - 1 and a.type in BODY_TYPES | WORKS and _ends_at(s, a, article - 1)
    ]
    return named[-1] if named else None


def is_ruled_out(s: Sentence, owner: Argument, last: Argument, words: tuple[str, Callable[[str], str]]) -> bool:
    """„das Amt der Stadt Ulm, die …“, „der Rat der ekom21, die …“: the pronoun agrees with the attribute alone."""
    pronoun, gender_of = words
    allowed = {"der": "mf"}.get(pronoun, GENDERS.get(pronoun, ""))
    if owner.draft is None or last.draft is None or not allowed or owner.type is EntityType.PERSON:
        return False
    said = gender_of(s.tokens[owner.last - 1].text) or gender_of(s.tokens[owner.first].text)
    genders = said or owner.draft.gender or owner.draft.genders
    if not genders or not set(genders).isdisjoint(allowed):
        return False
    if last.type in PLACES:
        own = label_gender(s, last, gender_of)
        return bool(own) and own in allowed
    return may_mean(last.draft, pronoun)


def is_label_only(s: Sentence, last: Argument, words: tuple[str, Callable[[str], str]]) -> bool:
    """Whether the noun of a place rules the pronoun out, and the one that the place hangs on does not."""
    pronoun, gender_of = words
    allowed = {"der": "m"}.get(pronoun, GENDERS.get(pronoun, ""))
    own, head = label_gender(s, last, gender_of), gender_of(s.tokens[last.head].text)
    return bool(own and head) and own not in allowed and head in allowed


def means_unit(s: Sentence, body: Argument, gender_of: Callable[[str], str]) -> bool:
    """„die Abteilung im Ministerium, die …“, „eine Einheit des Ministeriums, die …“: the noun that a body hangs on.

    The article of the body tells that the pronoun cannot mean it.
    """
    if body.type is not EntityType.ORGANISATION or body.head < 0 or body.head in s.taken or body.reference:
        return False
    if s.low_at(body.first - 1) not in _NOT_FEMININE or s.tokens[body.head].text.endswith("en"):
        return False
    noun = s.tokens[body.head].text
    return (gender_of(noun) or ("f" if noun.endswith(_FEMININE) else "")) == "f"


def owner_of(s: Sentence, body: Argument, pronoun: str, gender_of: Callable[[str], str]) -> Argument | None:
    """„das System X der Firma Y aus Ulm, das …“: what a body hangs on, if the noun before its name rules it out."""
    noun = s.text_at(body.first - 1)
    gender = gender_of(noun) if noun[:1].isupper() and body.first - 1 not in s.taken else ""
    if body.marker != "gen" or not gender or gender in GENDERS.get(pronoun, "mfn"):
        return None
    head = s.taken.get(body.head)
    return head if head is not None and head.draft is not None else None


def described_thing(
    s: Sentence, before: list[Argument], place: Argument, words: tuple[str, Callable[[str], str]]
) -> Argument | None:
    """„greift auf die AKDB zurück, eine Anstalt in München, die …“, „Die KITU ist eine Genossenschaft mit Sitz in …“.

    A town has no gender that the pronoun could agree with; the noun that describes the thing before it has.
    """
    pronoun, gender_of = words
    allowed = {"der": "mf"}.get(pronoun, GENDERS.get(pronoun, ""))
    things = [a for a in before if a.last <= place.begin and a.type not in PLACES and a.marker != "gen"]
    if not things:
        return None
    thing = things[-1]
    nouns = [
        s.tokens[i].text
        for i in range(thing.last + 1, place.first)
        if s.tokens[i].text[0].isupper() and i not in s.taken and s.low_at(i - 1) not in PREPOSITIONS
    ]
    if thing.reference and s.tokens[thing.last - 1].text[0].isupper():
        # „Das ist eine Genossenschaft mit Sitz in Magdeburg, der …“
        nouns.append(s.tokens[thing.last - 1].text)
    return thing if any(gender_of(noun) and gender_of(noun) in allowed for noun in nouns) else None


def only_says_kind(s: Sentence, named: Argument, last: Argument) -> bool:
    """„rollt das Wohngeld aus, eine EfA-Leistung, die …“: the compound after the comma says what the work is."""
    i = last.first
    if named.type not in WORKS or s.low_at(i - 1) not in ONE or s.text_at(i - 2) != ",":
        return False
    return "-" in s.tokens[i].text and not any(s.tokens[j].text[0].isupper() for j in range(named.last, i - 2))


_FEMININE = ("heit", "keit", "ung", "schaft", "ion", "ität", "stelle", "gruppe")
"""Ends of nouns that are feminine."""
_NOT_FEMININE = frozenset({"beim", "dem", "des", "im", "vom", "zum"})
_SEAT = 5
"""How many words back „mit“ of „mit dem Sitz in“, or „ein“ of „ein neues Rechenzentrum in“, may stand."""
_BRACKET = 4
"""Most tokens of an abbreviation in brackets, with the brackets."""
