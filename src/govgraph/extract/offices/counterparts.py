"""Offices said by another: „ihr Spandauer Amtskollege Peter Klein“, „Vorsitzender X, bisher Stellvertreter“."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.offices.lands import GOVERNING, LANDS
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.offices.titles_of_lands import lacks
from govgraph.extract.state import by_person
from govgraph.language.grammar import AUXILIARIES
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.nearby import NearbyBodies
    from govgraph.extract.state import Argument, Draft, OfficeDraft, Sentence

_CONFIDENCE = 0.7
_WHERE = frozenset({"aus", "bei", "in", "von"})
_FROM = frozenset({"aus", "in", "von"})
_POSSESSIVE = frozenset(
    f"{stem}{end}" for stem in ("sein", "ihr", "mein", "unser") for end in ("", "e", "em", "en", "er")
)
_LONGEST_BRACKET = 5
_NAMED = frozenset({"heißt", "ist"})
"""Verbs between a noun for a colleague and the name."""
_CHAIRING = ("vorsitzender", "präsident", "sprecher", "vorsteher")
"""Ends, in small letters, of titles of those who chair something."""
_ABOVE = GOVERNING | LANDS
"""Kinds of body that the title of somebody names who leads another one."""


def counterpart_offices(
    sentences: Sequence[Sentence], known: Sequence[OfficeDraft], bodies: NearbyBodies, *, beside: bool = False
) -> Iterator[OfficeDraft]:
    """The place says whose office it is; the role is the one that another person of the sentence holds.

    Args:
        sentences: Sentences of the article.
        known: Offices read so far.
        bodies: Finder of bodies, for districts that are called by their town.
        beside: Whether those are meant that the noun stands beside: „Jens Ott, sein Kollege aus Fulda“. They come
            after all successions, which may be told of them; the other person may stand in the sentence before.
    """
    nouns, heads = bodies.k.words("counterpart-nouns"), bodies.k.words("head-titles")
    capitals = bodies.k.words("state-capitals")
    strict, ranks = bodies.k.words("strict-counterpart-nouns"), tuple(bodies.k.words("ranks-among-others"))
    here = by_person(known)
    for s in sentences:
        for i, token in enumerate(s.tokens):
            if token.text not in nouns:
                continue
            person, place = (_beside if beside else _named_with)(s, i)
            if person is None or person.draft is None or place is None or place.draft is None:
                continue
            own = [o for o in here.get(id(person.draft), ()) if not (beside and _once_here(o, s))]
            spoken = [a.draft for a in s.arguments if a.first < i]
            seat = place.draft.jurisdiction if place.draft.name in capitals else None
            wheres = [place.draft, *([seat] if seat is not None and not beside else [])]
            same = beside or token.text in strict
            for named, where in itertools.product((spoken, s.near) if beside else (spoken,), wheres):
                others = {
                    o.role.iri: o
                    for d in named
                    if d is not None and d is not person.draft
                    for o in here.get(id(d), ())
                    if o.status is not Status.FORMER
                    and (_same_level(o.body, where) or (same and _same_post(o, place, heads)))
                }
                if len(others) != 1 or not all(o.role.is_deputy or (beside and o.role.iri not in others) for o in own):
                    continue
                office = next(iter(others.values()))
                loose = token.text not in strict and not _is_by_the_same_verb(s, i)
                if (loose and office.role.name.lower().endswith(ranks)) or lacks(bodies.k, office.role, where):
                    # „Der Chef der Staatskanzlei … seine Kollegin aus Hessen“: she may be a minister
                    continue
                rural = bodies.k.body_kinds(office.role.iri) == {"District"} and where.kind == "Municipality"
                yield replace(
                    office,
                    person=person.draft,
                    body=(bodies.district(where) if rural else None) or where,
                    status=Status.CURRENT,
                    since=None,
                    until=None,
                    confidence=_CONFIDENCE,
                    sentence=s,
                    rule="counterpart",
                )
                break


def with_counterparts(
    sentences: Sequence[Sentence], known: Sequence[OfficeDraft], bodies: NearbyBodies
) -> list[OfficeDraft]:
    """The offices with those of counterparts; nobody had before the post of whom they are a counterpart of."""
    found = list(counterpart_offices(sentences, known, bodies, beside=True))
    there = {(id(o.person), o.role.iri, id(o.sentence)) for o in found}
    kept = [
        o for o in known if (id(o.person), o.role.iri, id(o.sentence)) not in there or not _once_here(o, o.sentence)
    ]
    return kept + found


def _once_here(office: OfficeDraft, s: Sentence) -> bool:
    return office.status is Status.FORMER and office.sentence is s


def _is_by_the_same_verb(s: Sentence, i: int) -> bool:
    """„Sachsen schickt Staatssekretär A, Brandenburg seinen Kollegen B“: whether a token stands in a clause so told."""
    return bool(s.clauses) and s.clauses[s.clause_of[i]].kind == "gap"


def _named_with(s: Sentence, i: int) -> tuple[Argument | None, Argument | None]:
    """Who is named right behind the noun at a token, and the place that says where they are."""
    person, place = _at(s, i + 1), s.taken.get(i - 1)
    if person is None:
        return _called(s, i)
    sender = s.taken.get(i - 2) if _is_by_the_same_verb(s, i) and s.lower[i - 1].startswith(("sein", "ihr")) else None
    if sender is not None and sender.nominative:
        # „Sachsen schickt Staatssekretär A, Brandenburg seinen Kollegen B“
        return person, sender
    if place is None or not place.adjective:
        # „seine Amtskollegin Anna Weber aus Fulda“, „sein Kollege Jens Ott vom Landkreis Gotha“
        place = next((a for a in s.arguments if a.begin == person.last and a.marker in _FROM and not a.adjective), None)
    return person, place or _scene(s, i)


def _scene(s: Sentence, i: int) -> Argument | None:
    """„In Gera hört ihr Kollege Jens Ott auf“: the town that opens the clause of a noun for a colleague."""
    if not s.clauses or s.low_at(i - 1) not in _POSSESSIVE:
        return None
    number = s.clause_of[i]
    first = next((j for j in s.clauses[number].tokens if s.tokens[j].text[0].isalnum()), -1)
    here = [a for a in s.arguments if a.clause == number and a.begin == first and a.marker == "in" and a.head < 0]
    return next((a for a in here if a.draft is not None and a.draft.kind in TOWNS and not a.adjective), None)


def _called(s: Sentence, i: int) -> tuple[Argument | None, Argument | None]:
    """„Ihr Pankower Kollege heißt Jens Ott“, „Sein Kollege aus Jena ist Jens Ott“."""
    before = s.taken.get(i - 1)
    told = before is not None and before.adjective
    place = before if told else next((a for a in s.arguments if a.begin == i + 1 and a.marker in _FROM), None)
    start, end = (i - 2 if told else i - 1), (i + 1 if told or place is None else place.last)
    named = place is not None and not (place.adjective and not told) and s.low_at(start) in _POSSESSIVE
    if not named or s.low_at(end) not in _NAMED:
        return None, None
    return _at(s, end + 1), place


def _beside(s: Sentence, i: int) -> tuple[Argument | None, Argument | None]:
    """„löst Jens Ott ab, seinen Amtskollegen aus Fulda“, „Ihr Amtskollege im Landkreis Fulda, Jens Ott, …“."""
    place = s.taken.get(i - 1)
    start = i - 2 if place is not None and place.adjective else i - 1
    if s.low_at(start) not in _POSSESSIVE or _at(s, i + 1) is not None:
        return None, None
    behind = next((a for a in s.arguments if a.begin == i + 1 and a.marker in _WHERE and not a.adjective), None)
    before = _apposed(s, start)
    if before is not None:
        return before, place if start < i - 1 else behind
    after = s.taken.get(behind.last + 1) if behind is not None and s.text_at(behind.last) == "," else None
    return (after, behind) if after is not None and after.type is EntityType.PERSON else (None, None)


def _apposed(s: Sentence, i: int) -> Argument | None:
    """The person whose name, perhaps with the end of a verb behind it, stands before the comma before a token."""
    if s.text_at(i - 1) != ",":
        return None
    ends = [i - 1, i - 2] if s.text_at(i - 2)[:1].islower() else [i - 1]
    people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference]
    return next((a for a in people for end in ends if a.last == end or (a.last < end and _is_bracket(s, a, end))), None)


def _is_bracket(s: Sentence, person: Argument, end: int) -> bool:
    """Whether nothing but „(SPD)“ stands between a name and a token."""
    return s.text_at(person.last) == "(" and s.text_at(end - 1) == ")" and end - person.last <= _LONGEST_BRACKET


def _same_post(office: OfficeDraft, place: Argument, heads: Collection[str]) -> bool:
    """„Geschäftsführer A und sein Amtskollege B von der AKDB“: who heads a body, and who heads another."""
    body, other = office.body, place.draft
    if body is None or other is None or place.marker not in {"von", "bei", "in"}:
        return False
    both = body.type is other.type is EntityType.ORGANISATION and body is not other
    return both and office.role.name in heads and other.kind not in GOVERNING and other.kind != "Party"


def deputies(
    sentences: Sequence[Sentence], offices: Sequence[OfficeDraft], knowledge: Knowledge
) -> Iterator[OfficeDraft]:
    """The offices, those of deputies in the body of whom they stand in for, where the text names none with the title.

    „Vorsitzende des Vereins ist jetzt X, bisher Stellvertreterin“, „Den Ausschuss leitet Staatssekretärin X. Ihr
    Stellvertreter ist Y“: what the sentence says of X comes before X's title.

    Args:
        sentences: Sentences of the article.
        offices: Offices read so far.
        knowledge: Compiled vocabulary.
    """
    said: dict[int, list[OfficeDraft]] = {}
    posts: dict[int, list[OfficeDraft]] = {}
    for o in offices:
        guessed = o.body is not None and o.body.kind in TOWNS and not o.sure
        if o.body is not None and not o.role.is_deputy:
            posts.setdefault(id(o.person), []).append(o)
            if o.how == "clause" and not guessed:
                said.setdefault(id(o.sentence), []).append(o)
    before = {id(s): earlier for earlier, s in itertools.pairwise(sentences)}
    for o in offices:
        if not o.role.is_deputy or o.role.bodies or knowledge.body_kinds(o.role.iri):
            yield o
            continue
        owners = _owners(o)
        if o.role.owned and not owners:
            organ = _owning_body(o)
            if organ is not None:
                yield replace(o, body=organ)
                continue
            owners = list({id(d): d for d in o.sentence.near if d.type is EntityType.PERSON}.values())
        if o.role.owned and len(owners) != 1:
            yield o
            continue
        here = said.get(id(o.sentence), [])
        earlier = said.get(id(before[id(o.sentence)]), []) if id(o.sentence) in before else []
        if owners:
            heads = (
                _heading(owners, here, knowledge)
                or _heading(owners, earlier, knowledge)
                or _main_posts(owners, posts, knowledge)
            )
        else:
            bare = not o.sure and _is_bare(o)
            # „Stellvertreter ist Ralf Lang, der als Geschäftsführer den Städtetag vertritt“: not what is told after it
            own = [p for p in here if p.person is o.person and not (bare and _place(p) > _place(o))]
            known = o.body is not None and o.body.kind not in _ABOVE
            heads = own or ([] if known else here or earlier)
            if bare:
                heads = _chairs(here, _place(o)) or _chairs(earlier) or heads
        bodies = {id(p.body): p.body for p in heads}
        yield replace(o, body=next(iter(bodies.values()))) if len(bodies) == 1 else o


def _place(office: OfficeDraft) -> int:
    """Token of the title of an office, or of its holder where a verb gives it."""
    title = office.sentence.title(office.role)
    if title is not None:
        return title.first
    return min((a.first for a in office.sentence.arguments if a.draft is office.person), default=0)


def _chairs(offices: Sequence[OfficeDraft], place: int | None = None) -> list[OfficeDraft]:
    """Offices of those who chair something, that are told before a token if one is given."""
    held = [o for o in offices if o.role.name.lower().endswith(_CHAIRING)]
    return [o for o in held if place is None or _place(o) < place]


def _is_bare(office: OfficeDraft) -> bool:
    """„Stellvertreter ist A“, „als Stellvertreterin wurde B bestätigt“: nothing beside the title says of what."""
    s, title = office.sentence, office.sentence.title(office.role)
    if title is None or title.head >= 0:
        return False
    opens = s.text_at(title.begin - 1) in {"", ",", ";", ":"} or title.begin == 0
    return opens and (title.marker == "als" or AUXILIARIES.get(s.low_at(title.last)) in {"sein", "werden"})


def _heading(owners: Sequence[Draft], offices: Sequence[OfficeDraft], knowledge: Knowledge) -> list[OfficeDraft]:
    """Offices in which some people are the head of something and so have a deputy."""
    ends, ranks = tuple(knowledge.words("titles-with-deputies")), tuple(knowledge.words("titles-without-deputies"))
    held = [o for o in offices if o.person in owners]
    held = [o for o in held if o.status is not Status.FORMER] or held
    return [o for o in held if o.role.name.lower().endswith(ends) and not o.role.name.endswith(ranks)]


def _main_posts(
    owners: Sequence[Draft], posts: Mapping[int, Sequence[OfficeDraft]], knowledge: Knowledge
) -> list[OfficeDraft]:
    """„Verbandsvorsteher Jens Ott, Landrat in Plön“: what somebody is called by, and not what is said beside it."""
    held = _heading(owners, [o for owner in owners for o in posts.get(id(owner), ())], knowledge)
    return [o for o in held if o.how != "apposition"] or held


def _owning_body(office: OfficeDraft) -> Draft | None:
    """„Der Beirat wird von A geleitet, sein Stellvertreter ist B“: the organ that the possessive stands for."""
    arguments = office.sentence.arguments
    titles = [range(a.first, a.last) for a in arguments if a.role is office.role]
    owners = (a.draft for a in arguments if a.reference and any(a.head in title for title in titles))
    return next((d for d in owners if d is not None and d.type is EntityType.ORGANISATION), None)


def _owners(office: OfficeDraft) -> list[Draft]:
    """Whose deputy somebody is: „Walds Stellvertreter“, „ihr Stellvertreter“, „Stellvertreter von Anna Weber“."""
    arguments = office.sentence.arguments
    titles = [range(a.first, a.last) for a in arguments if a.role is office.role]
    return [
        a.draft
        for a in arguments
        if a.draft is not None
        and a.type is EntityType.PERSON
        and any(a.head in title or a.last == title.start for title in titles)
    ]


def _at(s: Sentence, i: int) -> Argument | None:
    """The person whose name, perhaps after a doctorate, begins at a token."""
    for j in (i, i + 1, i + 2):
        found = s.taken.get(j)
        if found is not None:
            return found if found.type is EntityType.PERSON else None
        if not s.text_at(j).endswith((".", "Dr", "Prof")) and s.text_at(j) not in {"Dr", "Prof"}:
            return None
    return None


def _same_level(body: Draft | None, place: Draft) -> bool:
    """Whether the place can have an office like that in the body: a town's in a town, a Land's in a Land."""
    if body is None:
        return False
    if body.kind in TOWNS:
        return place.kind in TOWNS
    return place.kind == "State" and (body.kind == "State" or body.kind in GOVERNING)
