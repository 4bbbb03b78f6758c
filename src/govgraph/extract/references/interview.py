"""Who is interviewed, and for whom that person speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import addressed
from govgraph.extract.clauses.verb_places import verb_places
from govgraph.extract.state import BODY_TYPES, PLACES, only_one
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import BlockKind, EntityType, Genre, Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Draft, OfficeDraft, Sentence
    from govgraph.model import Article

_OPENING = frozenset({BlockKind.TITLE, BlockKind.LEAD, BlockKind.CAPTION, BlockKind.QUESTION})
_UNITS = frozenset({"Agency", "Department", "Organisation"})
_MOVING = frozenset({"gehen", "holen", "kommen", "wechseln"})
_HEADS = frozenset({"leiten", "führen", "vorstehen", "verantworten", "angehören"})
_HANGING = frozenset({"gen", "bei", "von"})
_INSIDE = frozenset({"gen", "bei", "in"})
"""How what a unit belongs to may be marked."""
_NEAR = 10
_BRACKET = 4
"""Most tokens of an abbreviation in brackets, with the brackets."""
_BOARD = frozenset({"Committee", "Commission"})
_OTHERS = frozenset({"Medium", "Parliament", "Party"})
"""Kinds of body that somebody belongs to and does not speak for."""
_LED = frozenset({"Association", "MunicipalUnion", "ServiceProvider"})
"""Kinds of bodies whose chair may speak for them and have an office in a town, too."""
_FORMER = frozenset({"war", "wurde", "arbeitete", "leitete", "führte"})


def interviewee(
    article: Article, sentences: Sequence[Sentence], guests: AbstractSet[str] = frozenset()
) -> Draft | None:
    """The person who says „ich“: addressed by name in a question, else named first in title, lead or caption.

    It is who all labels name, where nobody is so named.

    None where the article is no interview, or where several people answer (speaker labels then decide). Labels of
    `guests` („Gast: Wir nutzen …“) stand for the one person interviewed.
    """
    if article.genre is not Genre.INTERVIEW:
        return None
    kinds = {block.kind for block in article.blocks}
    if BlockKind.ANSWER not in kinds:
        return None
    authors = {a.casefold() for a in article.authors}

    def people(s: Sentence) -> list[Draft]:
        found = [
            a.draft for a in s.arguments if a.type is EntityType.PERSON and a.draft is not None and not a.reference
        ]
        return [d for d in found if d.name.casefold() not in authors and not _asks(s, d)]

    for s in sentences:
        addressed = addressee(s)
        if addressed is not None:
            return addressed
    if _strange_labels(sentences, guests):
        return None
    for s in sentences:
        if s.kind in _OPENING:
            named = people(s)
            if named:
                return named[0]
    return only_one(s.taken[0].draft for s in sentences if _has_label(s))


def _has_label(s: Sentence) -> bool:
    """„Anna Weber: Wir nutzen …“: whether an answer begins with the name of who gives it."""
    name = s.taken.get(0)
    named = name is not None and name.type is EntityType.PERSON and s.text_at(name.last) == ":"
    return s.kind is BlockKind.ANSWER and named


def _strange_labels(sentences: Sequence[Sentence], guests: AbstractSet[str]) -> bool:
    """Whether answers begin with a label that is no person known: then it is that one who speaks."""
    labels = [s for s in sentences if s.kind is BlockKind.ANSWER and s.text_at(1) == ":"]
    if any(s.text_at(0) in guests for s in labels):
        return False
    return len(labels) > 1 and not any(0 in s.taken and s.taken[0].type is EntityType.PERSON for s in labels)


def addressee(s: Sentence) -> Draft | None:
    """Whom a question calls by name: „Herr Dr. Baier, …“, but not „Was sagt Herr Baier dazu?“."""
    if s.kind is not BlockKind.QUESTION:
        return None
    called = next(addressed(s), None)
    if called is not None:
        return called.draft
    verbs = verb_places(s)
    for i in range(min(len(s.tokens), 6)):
        if i in verbs:
            return None
        if s.tokens[i].text in {"Herr", "Frau"}:
            for j in (i, i + 1, i + 2):
                a = s.taken.get(j)
                if a is not None and a.type is EntityType.PERSON and a.draft is not None and not a.reference:
                    return a.draft
            return None
    return None


def _asks(s: Sentence, person: Draft) -> bool:
    """„Das Gespräch führte …“, „im Gespräch mit …“: the one who asks."""
    for a in s.arguments:
        if a.draft is person:
            before = s.lower[max(0, a.first - 4) : a.first]
            return any(w in {"führte", "führten", "stellte", "stellten", "fragte"} for w in before) or (
                before[-2:] == ["gespräch", "mit"] and s.kind is BlockKind.LEAD
            )
    return False


def group_of(
    person: Draft | None, offices: Sequence[OfficeDraft], cast: Cast, opening: Sequence[Sentence] = ()
) -> Draft | None:
    """What „wir“ stands for: the Land or town of the person's office, else the body; None where no office tells.

    Of a town and a body, the one that the opening names first: „Die KISA wächst. Vorsitzende A, Bürgermeisterin von B“.
    """
    if person is None:
        # „Wir“ of somebody unknown is no Land that only the towns named lie in
        return cast.home if cast.home is not None and cast.home.mentions else None
    own = [o for o in offices if o.person is person and o.body is not None]
    own = [o for o in own if o.status is not Status.FORMER] or own
    led = next((o for o in own if o.body is not None and o.body.kind in _LED), None)
    town = next((o for o in own if o.body is not None and o.body.type is EntityType.MUNICIPALITY), None)
    if led is not None and town is not None and _told_at(opening, led) < _told_at(opening, town):
        return led.body
    ministries = [o.body for o in own if o.body is not None and o.body.kind == "Ministry"]
    if ministries:
        cast.body = ministries[0]
    for office in own:
        body = office.body
        if body is None or body.kind in _BOARD:
            continue
        if body.type in PLACES:
            return body
        if body.kind in {"Ministry", "Government"} and (body.jurisdiction or cast.home) is not None:
            return body.jurisdiction or cast.home
    others = [
        o.body
        for o in own
        if o.body is not None and o.body.type is EntityType.ORGANISATION and o.body.kind not in _BOARD
    ]
    if not others:
        return None
    unit = others[0]
    return _town_of(unit, cast) or _land_of(unit, opening, cast) or _town_beside(unit, opening, cast) or unit


def _town_beside(unit: Draft, opening: Sequence[Sentence], cast: Cast) -> Draft | None:
    """„Leiter der Stabsstelle Digitales in Lüneburg“: the town right behind a unit that only its town tells apart."""
    if unit.entry is not None or unit.kind not in _UNITS or not _is_town_unit(unit, cast):
        return None
    for s in opening:
        for a in s.arguments:
            above = s.taken.get(a.head) if a.type is EntityType.MUNICIPALITY and a.marker in _INSIDE else None
            if above is not None and above.draft is unit and a.draft is not None and not _is_capital(a.draft, cast):
                return a.draft
    return None


def _land_of(unit: Draft, opening: Sequence[Sentence], cast: Cast) -> Draft | None:
    """„Leiterin der Stabsstelle KI im Digitalministerium“: the Land of the ministry that a unit is in.

    „CISO der Thüringer Landesverwaltung“ speaks for the Land, too.
    """
    if unit.jurisdiction is not None and unit.name.split(" ", 1)[0] in cast.knowledge.words("administrations-of-lands"):
        return unit.jurisdiction
    if unit.entry is not None or unit.kind not in _UNITS:
        return None
    for s in opening:
        for a in s.arguments:
            above = s.taken.get(a.head) if a.draft is not None and a.draft.kind == "Ministry" else None
            if above is not None and above.draft is unit and a.marker in _INSIDE and a.draft is not None:
                cast.body = cast.body or a.draft
                return a.draft.jurisdiction or cast.home
    return None


def _told_at(opening: Sequence[Sentence], office: OfficeDraft) -> tuple[int, int]:
    """Where the opening first names the body of an office, last where it does not."""
    for number, s in enumerate(opening):
        for a in s.arguments:
            if a.draft is office.body and not a.reference:
                return number, a.first
    return len(opening), 0


def represented(sentences: Sequence[Sentence]) -> Draft | None:
    """„Ich vertrete Solingen in der Verbandsversammlung“: the town or Land for which who is interviewed acts."""
    for s in sentences:
        if s.kind is not BlockKind.ANSWER or "ich" not in s.lower:
            continue
        for a in s.arguments:
            if a.type not in PLACES or a.marker != "np" or a.adjective or a.reference:
                continue
            clause = s.clauses[a.clause]
            acting = "vertreten" in clause.verbs
            if acting and "ich" in clause.words:
                return a.draft
    return None


def sole_town(opening: Sequence[Sentence], cast: Cast) -> Draft | None:
    """The one town that title, lead and captions name, where they name no Land and the town is no seat of one."""
    named = [(s, a) for s in opening for a in s.arguments if a.type in PLACES and not (a.adjective or a.reference)]
    if any(a.marker in {"aus", "nach"} or _of_event(s, a) for s, a in named):
        # „A auf der Fachtagung in Ulm“, „die Ingenieurin aus Ulm“: where somebody was or comes from
        return None
    town = only_one(a.draft for _, a in named)
    if town is None or town.type is not EntityType.MUNICIPALITY or _is_capital(town, cast):
        return None
    return town


def _of_event(s: Sentence, town: Argument) -> bool:
    """„auf der Herbsttagung des ZKI in Ulm“: whether only an event before it tells why a town is named."""
    before = [a for a in s.arguments if a.last <= town.begin and not a.adjective and a.clause == town.clause]
    nearest = max(before, key=lambda a: a.last, default=None)
    return nearest is not None and any(
        a.type is EntityType.EVENT and a.last >= nearest.last and a.last == town.begin for a in before
    )


def _is_capital(town: Draft, cast: Cast) -> bool:
    """Whether a town is the capital of the Land that the article is about, whose government has its seat there."""
    if town.name not in cast.knowledge.words("state-capitals") or cast.town is town:
        return False
    return cast.home is not None and town.jurisdiction is cast.home


def _headed_town(person: Draft, opening: Sequence[Sentence], cast: Cast) -> Draft | None:
    """„In Jena … Oberbürgermeisterin A, die auch dem Verband B vorsteht“: the town of who is called its head."""
    heads = cast.knowledge.words("town-heads")
    for s in opening:
        ends = {a.first for a in s.arguments if a.draft is person}
        for a in s.arguments:
            if a.role is None or a.last not in ends or a.role.name not in heads or a.role.bodies:
                continue
            town = cast.town if cast.town is not None else sole_town(opening, cast)
            return town if town is not None and (town.kind == "District") is (a.role.name == "Landrat") else None
    return None


def _town_of(unit: Draft, cast: Cast) -> Draft | None:
    """„das Hauptamt Ulm“, „die Stabsstelle Digitales“ in a talk about Ulm: the town that the unit is of."""
    if unit.entry is not None or unit.kind not in _UNITS or not _is_town_unit(unit, cast):
        return None
    of_talk = cast.town if cast.town is not None and cast.town.type is EntityType.MUNICIPALITY else None
    return next((d for d in cast.drafts if d.type in PLACES and unit.name.endswith(f" {d.name}")), of_talk)


def is_told_whose(person: Draft, opening: Sequence[Sentence], cast: Cast) -> bool:
    """„A ist Prorektorin der Hochschule X und zugleich CIO“: whether a title of a person has its body right with it."""
    for s in opening:
        titles = {a.last - 1 for a in s.arguments if a.role is not None}
        for body in s.arguments:
            own = body.marker in _HANGING and body.head in titles and body.type is EntityType.ORGANISATION
            if own and body.draft is not None and not _is_town_unit(body.draft, cast) and not told_of_before(s, body):
                before = [a.draft for a in s.arguments if a.type is EntityType.PERSON and a.last <= body.head]
                if before and before[-1] is person:
                    return True
    return False


def town_of_title(person: Draft, opening: Sequence[Sentence]) -> Draft | None:
    """„Lübeck … A, CIO der Hansestadt“: the town that the title after a name is of, where a noun stands for it."""
    for s in opening:
        ends = {a.last for a in s.arguments if a.draft is person}
        for a in s.arguments:
            town = s.taken.get(a.last + 1) if a.role is not None and s.low_at(a.last) in {"der", "des"} else None
            if town is None or town.type is not EntityType.MUNICIPALITY or not town.reference:
                continue
            before = max((end for end in ends if end <= a.first), default=-1)
            if before >= 0 and a.first - before <= _BRACKET:
                return town.draft
    return None


def spoken_for(person: Draft, sentences: Sequence[Sentence], cast: Cast) -> Draft | None:
    """The town or body that title, lead and captions name with a person: „X, CISO bei dem Dienstleister“.

    A unit that only its town knows („X vom Bauordnungsamt“) yields to the town named there, unless it is one of
    another body („X aus der Generaldirektion der Kommission“).
    """
    opening = _told_first(sentences)
    headed = _headed_town(person, opening, cast)
    named = _named_with(person, opening) if headed is None else None
    if named is None:
        return headed
    s, unit, found = named
    found = _owner_of(s, unit, found) or found
    if found.type is EntityType.ORGANISATION and found.entry is None and found.kind in _UNITS:
        towns = [
            a.draft
            for o in opening
            for a in o.arguments
            if a.type is EntityType.MUNICIPALITY and not a.adjective and not _of_another(o, a, found, cast)
        ]
        if towns and not any(_hangs_on(a, unit) for a in s.arguments if a.type is EntityType.ORGANISATION):
            return cast.town if cast.town in towns else towns[0]
    if found.kind in {"Ministry", "Government"}:
        cast.body = cast.body or found
        return found.jurisdiction or cast.home or found
    if _only_sits_in(unit, found, cast):
        return cast.home
    return _town_of(found, cast) or _land_of(found, opening, cast) or _town_beside(found, opening, cast) or found


def _owner_of(s: Sentence, unit: Argument, found: Draft) -> Draft | None:
    """„A leitet die Geschäftsstelle des Verbands B“: the body of a unit that has only a common noun for a name."""
    if not _is_common(found):
        return None
    bodies = (a for a in s.arguments if a.marker == "gen" and a.head == unit.last - 1)
    return next((a.draft for a in bodies if a.type is EntityType.ORGANISATION and not a.adjective), None)


def _only_sits_in(place: Argument, town: Draft, cast: Cast) -> bool:
    """„X, der in Stuttgart das Präsidium der Polizei führt“: the capital of the Land that the article is about."""
    return place.marker == "in" and _is_capital(town, cast)


def _of_another(s: Sentence, town: Argument, unit: Draft, cast: Cast) -> bool:
    """„das Amt X in Ulm“, „der in Ulm das Präsidium X führt“, „von Kiel nach Berlin“: a town that is no speaker's."""
    lemmas = s.clauses[town.clause].verbs
    if town.marker == "in" and (town.head in s.taken or (lemmas & _HEADS and not _is_town_unit(unit, cast))):
        return True
    return town.marker in {"von", "aus", "nach"} and not _MOVING.isdisjoint(lemmas)


def is_unit_of_town(body: Draft, cast: Cast) -> bool:
    """„die Stabsstelle Digitales“: whether a body is a unit for which nobody speaks as for a house."""
    return body.entry is None and body.kind in _UNITS and _is_town_unit(body, cast)


def _is_town_unit(unit: Draft, cast: Cast) -> bool:
    """Whether a unit has a name such as „Hauptamt“, by which only its town is told which one it is."""
    endings = tuple(cast.knowledge.words("units-known-in-town"))
    return unit.name.split(" ", 1)[0].lower().endswith(endings)


def _hangs_on(body: Argument, unit: Argument) -> bool:
    """„Generaldirektion Digitale Dienste (GD DIGIT) der Europäischen Kommission“: whether a unit is one of a body."""
    return body.marker in _INSIDE and 0 <= body.head - unit.last + 1 <= _BRACKET


def _beside(person: Draft, s: Sentence) -> Argument | None:
    row = sorted((a for a in s.arguments if a.draft is not None and not a.adjective), key=lambda a: a.first)
    for number, a in enumerate(row):
        if a.draft is not person or a.reference:
            continue
        before = row[number - 1] if number else None
        hangs = before is not None and a.first - before.last <= 1 and before.marker in _HANGING and _is_group(before)
        titled = s.taken.get(a.last)
        if titled is not None and titled.role is not None:
            # „A ist Chefin des Statistikamts, B Vizechef des Landesamts“
            hangs = False
        if before is not None and hangs and not _told_of_another(s, before, a):
            # „der Oberbürgermeister der Stadt Gießen, Selim Yildiz“
            return before
        for b in row[number + 1 :]:
            if b.type is EntityType.PERSON or b.first - a.last > _NEAR:
                break
            if not _is_group(b) or (b.marker == "gen" and b.begin == a.last):
                # „hat A der Stadt B geraten“: whom somebody advises
                continue
            clause = s.clauses[s.clause_of[b.first]] if s.clauses else None
            # „der in Ulm das Amt X führt“: the town is not what is led
            heads = clause is not None and b.marker == "np" and not _HEADS.isdisjoint(clause.verbs)
            if clause is not None and b.marker in {"von", "aus"} and _MOVING & clause.verbs:
                # „Westerfeld kam von Siemens in die Landesregierung“
                continue
            if told_of_before(s, b) or "bis" in s.lower[a.last : b.first]:
                # „A, bis Mai beim Landeskriminalamt, über …“
                continue
            inside = b.marker == "in" and (b.type not in PLACES or _title_before(s, b))
            if b.marker in {"gen", "bei", "von", "aus"} or inside or heads:
                return b
    return None


def _told_of_another(s: Sentence, body: Argument, person: Argument) -> bool:
    """„A leitet die IT der Stadt Gera, B ist CDO der Stadt Jena“: whether a body belongs to what is said of A."""
    if not s.clauses or s.clause_of[body.first] == s.clause_of[person.first]:
        return False
    own = s.clause_of[body.first]
    return any(
        a.type is EntityType.PERSON and s.clause_of[a.first] == own and a.last <= body.first for a in s.arguments
    )


def told_of_before(s: Sentence, a: Argument) -> bool:
    """„war Abteilungsleiterin in Hannover“: what somebody was before."""
    return bool(s.clauses) and not _FORMER.isdisjoint(s.lower[i] for i in s.clauses[s.clause_of[a.first]].tokens)


def _title_before(s: Sentence, place: Argument) -> bool:
    """„Bürgermeisterin in Teltow“, and not „am Rande einer Tagung in Bonn“."""
    return any(a.role is not None and a.last == place.begin for a in s.arguments)


def _is_group(a: Argument) -> bool:
    return a.draft is not None and a.type in BODY_TYPES and a.draft.kind not in _BOARD | _OTHERS


def house_of(person: Draft, sentences: Sequence[Sentence]) -> Draft | None:
    """„X ist Staatssekretär im Thüringer Finanzministerium“: the ministry that the opening names with a person."""
    named = _named_with(person, _told_first(sentences))
    return named[-1] if named is not None and named[-1].kind == "Ministry" else None


def _told_first(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Title, lead and captions."""
    return [s for s in sentences if s.kind in _OPENING and s.kind is not BlockKind.QUESTION]


def _named_with(person: Draft, opening: Sequence[Sentence]) -> tuple[Sentence, Argument, Draft] | None:
    """The first town or body that these sentences name with a person, with its place.

    „im Hof der Geschäftsstelle“ yields to a name that another sentence gives.
    """
    found = [(s, a, a.draft) for s in opening for a in [_beside(person, s)] if a is not None and a.draft is not None]
    return next((place for place in found if not _is_common(place[-1])), found[0] if found else None)


def _is_common(body: Draft) -> bool:
    """Whether a body has only a common noun for a name."""
    return body.entry is None and body.kind in _UNITS and is_dictionary_word(body.name)
