"""Relative pronouns: what they stand for in their clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import ADDRESS
from govgraph.extract.names.long_names import CLOSING
from govgraph.extract.state import BODY_TYPES, PLACES, WORKS, Argument, Draft
from govgraph.language.grammar import (
    AUXILIARIES,
    CONTRACTED_CASES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    ONE,
    PREPOSITIONS,
    RELATIVES,
)
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Clause, Sentence

_LED = frozenset({"führen", "leiten"})
_PAID = frozenset({"bezahlen", "bezuschussen", "finanzieren", "fördern"})
_ORDINALS = frozenset({
    "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "siebente", "achte", "neunte", "zehnte", "elfte",
    "zwölfte",
})  # fmt: skip
"""Numbers of those that others came before."""
_SAYING_KIND = frozenset({"bleiben", "handeln", "sein"})
_FAR_KIND = 9
"""How many words back „eine“ of „eine Tochter der Stadt Leipzig“ may stand."""
_LABELS = {
    "amt": "n", "bezirk": "m", "bund": "m", "freistaat": "m", "gemeinde": "f", "gemeind": "f", "hansestadt": "f",
    "kreis": "m", "land": "n", "landkreis": "m", "landeshauptstadt": "f", "markt": "m", "samtgemeind": "f",
    "stadt": "f", "verbandsgemeind": "f",
}  # fmt: skip
"""Genders of nouns that places are called by, without their endings."""
_GENDERS = {"das": "n", "den": "m", "die": "f", "dessen": "mn", "dem": "mn", "deren": "f"}


_HELD_OR_MADE = WORKS | {EntityType.EVENT}
"""Types of what a participle after the place behind it is said of."""


def relative_arguments(
    s: Sentence,
    particles: frozenset[str],
    gender_of: Callable[[str], str],
    is_woman: Callable[[Draft], bool | None] = lambda _: None,
) -> None:
    """Let the pronoun of every relative clause stand for what it refers to. Clauses and markers must be known.

    Args:
        s: The sentence.
        particles: Separable prefixes and nouns of set phrases („in Betrieb“), which may stand between.
        gender_of: Gives the gender of a noun.
        is_woman: Tells whether a person is a woman, or None.
    """
    known: dict[int, Argument] = {}
    for number, clause in enumerate(s.clauses):
        if clause.kind == "participle" and clause.tokens:
            _participle_argument(s, number, particles, gender_of)
        if clause.kind != "relative" or not clause.tokens:
            continue
        start = clause.tokens[0]
        i = next((j for j in clause.tokens[:5] if s.lower[j] in RELATIVES and j not in s.taken), -1)
        if i < 0:
            continue
        before = [a for a in s.arguments if a.last <= start and not a.adjective and a.draft is not None]
        before = [a for a in before if a.marker != ADDRESS]
        before.sort(key=lambda a: a.last)
        if s.lower[start] in COORDINATORS:
            # „…, in dem alle beraten und dem Anna Weber vorsitzt“: of the same thing
            antecedent = known.get(clause.parent)
        else:
            antecedent = _called_so(s, before, start, s.lower[i])
            antecedent = antecedent or _antecedent(s, before, start, (particles, s.lower[i], gender_of))
            antecedent = antecedent or _person_apart(s, before, start, is_woman)
        several = s.lower[i] in {"die", "denen", "deren"}
        belonging = _among(s, before, start) if several else []
        one = _one_of(s, before, start) if several and not belonging else -1
        if one >= 0:
            # „Ulm ist eine von drei Städten in Bayern, die …“: neither the Land nor whatever else stands before
            clause_above = s.clause_of[one]
            belonging = [a for a in before if a.clause == clause_above and a.last < one and a.nominative]
            belonging = [a for a in belonging if a.group == belonging[0].group]
            antecedent = None
        if belonging:
            antecedent = belonging[0]
        if antecedent is None:
            continue
        known[number] = antecedent
        cases = RELATIVES[s.lower[i]]
        if s.lower[i] == "der":
            cases = {"f": "dg", "m": "n", "mn": "n"}.get(_gender_said(s, antecedent, start, gender_of), cases)
        marker = "np"
        if i and s.lower[i - 1] in PREPOSITIONS and i - 1 in clause.tokens:
            marker = PREPOSITIONS[s.lower[i - 1]]
        several = s.lower[i] in {"die", "denen", "deren"} and not _one_person(s, clause, antecedent, i)
        members = [a for a in before if a.group == antecedent.group] if several else [antecedent]
        for member in belonging or members:
            argument = Argument(
                i, i + 1, draft=member.draft, marker=marker, cases=cases, begin=i, clause=number, reference=True
            )
            if s.lower[i] in {"dessen", "deren"}:
                argument.marker, argument.cases, argument.head = "gen", "g", _following_noun(s, i)
            argument.group = 1000 + i
            if member.marker in {"gen", "von", "in"} and 0 <= member.head < start and member.head not in s.taken:
                # „die Mitglieder des Verbands, zu denen …“: what the name hangs on says in what way it is meant
                argument.introduced_by = s.tokens[member.head].text.removesuffix("n")
            s.arguments.append(argument)


def _participle_argument(s: Sentence, number: int, particles: frozenset[str], gender_of: Callable[[str], str]) -> None:
    """„das Portal, entwickelt von der AKDB, …“: the participle is said of the name before it."""
    clause = s.clauses[number]
    start = clause.tokens[0]
    before = [a for a in s.arguments if a.last <= start and not a.adjective and a.draft is not None]
    before.sort(key=lambda a: a.last)
    antecedent = _antecedent(s, before, start, (particles, "", gender_of))
    if (antecedent is None or antecedent.type in PLACES) and any(lemma in _LED for lemma, _, _ in clause.lemmas):
        antecedent = _what_is_led(s, before, start) or antecedent
    if antecedent is None and any(lemma in _PAID for lemma, _, _ in clause.lemmas):
        antecedent = _project_in_front(s, before, clause.parent)
    if antecedent is None:
        return
    whole = s.taken.get(antecedent.head) if antecedent.type in PLACES and antecedent.marker == "in" else None
    if whole is not None and whole.draft is not None and whole.type in _HELD_OR_MADE:
        # „auf der Fachtagung X in Ulm, ausgerichtet von der AKDB“: no town is
        antecedent = whole
    above = s.clauses[antecedent.clause]
    if antecedent.marker in {"von", "durch"} and any(participle for _, _, participle in above.lemmas):
        # „Betrieben wird das Portal von der AKDB, bezahlt vom Bund“ speaks of the portal twice
        antecedent = next((a for a in before if a.clause == antecedent.clause and a.nominative), antecedent)
    for member in [a for a in before if a.group == antecedent.group]:
        argument = Argument(start, start + 1, draft=member.draft, cases="n", begin=start, clause=number, reference=True)
        argument.group = 1000 + start
        s.arguments.append(argument)


def _project_in_front(s: Sentence, before: Sequence[Argument], above: int) -> Argument | None:
    """„Im Projekt X bauen sie Messkoffer, gefördert vom Land“: the project that the clause before opens with."""
    works = [a for a in before if a.clause == above and a.type in WORKS]
    opens = len(works) == 1 and works[0].type is EntityType.PROGRAMME and works[0].marker == "in"
    if not opens or above < 0 or works[0].reference:
        return None
    lead = [i for i in s.clauses[above].tokens if i < works[0].begin and s.tokens[i].text[0].isalnum()]
    return None if lead else works[0]


def _what_is_led(s: Sentence, before: list[Argument], start: int) -> Argument | None:
    """„die Stabsstelle in Ulm, geleitet von A“, „Die SIT ist eine Tochter der Stadt, geführt von A“: no town is led.

    It is what a place hangs on, else the one body that „eine Tochter …“ is said of, by „sein“ or after a comma.
    """
    last = before[-1] if before else None
    owner = s.taken.get(last.head) if last is not None and last.last == start and last.head >= 0 else None
    if owner is not None and owner.draft is not None and owner.type is EntityType.ORGANISATION:
        # „Die AKDB betreibt das Zentrum in Ulm, geleitet von A“: nothing of the AKDB is told
        return None if owner.reference and any(a.draft is owner.draft and a is not owner for a in before) else owner
    article = next((i for i in range(start - 2, max(start - _FAR_KIND, 0), -1) if s.lower[i] in ONE), -1)
    if article < 0 or any(s.tokens[i].text in {",", ";", ":"} for i in range(article, start)):
        return None
    bodies = [a for a in before if a.type is EntityType.ORGANISATION and a.last <= article]
    if s.text_at(article - 1) == ",":
        return next((a for a in bodies if a.last == article - 1 or s.text_at(a.last) == ")"), None)
    lemmas = s.clauses[s.clause_of[article]].verbs
    only = bodies[0] if len({id(a.draft) for a in bodies}) == 1 else None
    return only if lemmas and lemmas <= _SAYING_KIND else None


def _explained(s: Sentence, before: list[Argument], pronoun: str, gender_of: Callable[[str], str]) -> Argument | None:
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
    fits = gender_of(s.tokens[noun].text) in _GENDERS.get(pronoun, "") if named is not None else ""
    return named if article > 0 and s.text_at(article - 1) == "," and fits else None


def _gender_said(s: Sentence, a: Argument, start: int, gender_of: Callable[[str], str]) -> str:
    """Gender of what a relative clause is about: „Die KISA ist eine Genossenschaft, der …“ takes that of the noun."""
    article = next((i for i in range(a.last, start) if s.lower[i] in ONE), -1)
    noun = next((i for i in range(article + 1, start) if s.tokens[i].text[0].isupper()), -1) if article >= 0 else -1
    if noun > 0 and noun not in s.taken and a.type is not EntityType.PERSON:
        return gender_of(s.tokens[noun].text)
    return _gender_here(s, a)


def _gender_here(s: Sentence, a: Argument) -> str:
    """Gender of a name by the article before it: „von der govdigital“, „beim ITZBund“; empty if it tells none."""
    article = s.low_at(a.first - 1)
    if article in {"dem", "vom", "beim", "zum", "im", "ein", "einem"}:
        return "mn"
    feminine = article in {"zur", "eine"} or (article == "der" and a.marker not in {"np", "gen"})
    return "f" if feminine or (article == "die" and a.type not in PLACES) else ""


def _one_person(s: Sentence, clause: Clause, antecedent: Argument, i: int) -> bool:
    """„A und B, die das Referat führt“: the verb in the singular makes it the last one alone."""
    if antecedent.type is not EntityType.PERSON or s.lower[i] != "die" or s.lower[i - 1] in PREPOSITIONS:
        return False
    verbs = [at for _, at, _ in clause.lemmas] + [j for j in clause.tokens if s.lower[j] in AUXILIARIES]
    last = s.lower[max(verbs)] if verbs else ""
    return last.endswith("t") or last in {"ist", "war", "hat", "hatte", "wird", "wurde", "soll", "will", "kann"}


def _titled(s: Sentence, before: list[Argument], start: int, pronoun: str) -> Argument | None:
    """„Klaus Vitt, dem Beauftragten der Bundesregierung, der …“: a person with a title after the name."""
    titles = [a for a in s.arguments if a.role is not None and a.last <= start]
    if not titles or pronoun not in {"der", "die", "den", "dem", "dessen", "deren"}:
        return None
    title = max(titles, key=lambda a: a.last)
    people = [a for a in before if a.type is EntityType.PERSON and a.last <= title.first]
    inside = [a for a in before if a.first >= title.first]
    if not people or not inside or s.text_at(people[-1].last) != "," or title.first - people[-1].last > 5:
        return None
    if any(s.tokens[i].text in {",", ";", ":", "(", "–"} for i in range(title.last, start)):
        return None
    if any(a.type is EntityType.PERSON for a in inside):
        # „Präsidentin ist A, Vizepräsident ist B, der …“: whose title it is follows
        return None
    feminine = people[-1].draft is not None and bool(people[-1].draft.feminine)
    # „von Anna Weber, der Beauftragten des Bundes, die …“
    feminine = feminine or (people[-1].marker != "np" and s.low_at(title.first - 1) in {"der", "einer"})
    if title.role is not None and (title.role.feminine or feminine) is not (pronoun in {"die", "deren"}):
        return None
    return people[-1]


def _called_so(s: Sentence, before: list[Argument], start: int, pronoun: str) -> Argument | None:
    """„Dort ist Anna Weber Staatssekretärin, die zuvor …“: whoever the title right before the comma says it of."""
    title = s.taken.get(start - 1)
    if (
        title is None
        or title.role is None
        or title.marker != "np"
        or title.last != start
        or pronoun not in {"der", "die"}
    ):
        return None
    if s.text_at(title.first - 1) != "" and s.low_at(title.first - 1) in DETERMINERS:
        return None
    clause = s.clauses[title.clause] if 0 <= title.clause < len(s.clauses) else None
    if clause is None or [lemma for lemma, _, _ in clause.lemmas] != ["sein"] or title.role.plural:
        return None
    people = [a for a in before if a.type is EntityType.PERSON and a.clause == title.clause and a.nominative]
    if len({id(a.draft) for a in people}) != 1 or title.role.feminine is not (pronoun == "die"):
        return None
    return people[0] if people[0].last <= title.first and not people[0].reference else None


def _called(s: Sentence, body: Argument, pronoun: str) -> Argument | None:
    """„…, sagt die Präsidentin des Archivs, die …“: who is meant by the title before the body that it hangs on."""
    if body.head < 0 or body.type not in BODY_TYPES or pronoun not in {"der", "die"}:
        return None
    title = s.taken.get(body.head)
    if title is None or title.role is None or title.role.feminine is (pronoun == "der"):
        return None
    people = (a for a in s.arguments if a.reference and a.type is EntityType.PERSON and a.last == title.last)
    return next((a for a in people if a.first == title.first), None)


def _following_noun(s: Sentence, i: int) -> int:
    for j in range(i + 1, min(i + 4, len(s.tokens))):
        if j in s.taken and not s.taken[j].adjective:
            return s.taken[j].last - 1
        if s.tokens[j].text[0].isupper():
            return j
    return -1


def _antecedent(
    s: Sentence, before: list[Argument], start: int, words: tuple[frozenset[str], str, Callable[[str], str]]
) -> Argument | None:
    """The argument right before the comma, but for a verb between.

    A genitive attribute, or one that the pronoun cannot mean, yields to the head it hangs on.
    """
    if not before:
        return None
    particles, pronoun, gender_of = words
    person = _titled(s, before, start, pronoun)
    if person is not None:
        return person
    counted = _next_in_a_row(s, before, start) if pronoun in {"das", "der", "die"} else None
    if counted is not None:
        return counted
    last = before[-1]
    if len(before) > 1 and _only_says_kind(s, before[-2], last):
        return before[-2]
    explained = _explained(s, before, pronoun, gender_of)
    if explained is not None:
        return explained
    end = last.last
    called = _called(s, last, pronoun) if end == start else None
    if called is not None:
        return called
    if last.bracket is not None and last.bracket.type is EntityType.PERSON:
        # „Anna Weber (CDU), die …“
        return last.bracket if s.text_at(end) == ")" and end + 1 == start else last
    if last.type is EntityType.JURISDICTION and len(before) > 1:
        # „das Innenministerium Hessen, das …“, „der IT-Rat NRW, in dem …“
        body = before[-2]
        if (
            body.last == last.first
            and body.type is EntityType.ORGANISATION
            and body.draft is not None
            and (body.draft.kind == "Ministry" or pronoun != "das")
        ):
            last = body
    if pronoun in {"die", "deren"} and _means_unit(s, last, gender_of):
        return before[-2] if len(before) > 1 and before[-2].last == last.head - 2 else None
    owner = s.taken.get(last.head) if last.head >= 0 else None
    if (
        last.type in PLACES
        and last.marker in {"in", "aus", "bei"}
        and last.last == start
        and pronoun in {"das", "dem", "dessen"}
        and s.lower[last.first - 1] in PREPOSITIONS
        and owner is not None
        and owner.draft is not None
        and owner.type not in PLACES
    ):
        # „das Forum in Kassel, zu dem …“: a town's name without an article is hardly what is spoken of
        return _owner_of(s, owner, pronoun, gender_of) or owner
    if last.type in PLACES and last.marker == "in" and last.last == start and pronoun in {"das", "dem", "dessen"}:
        apposed = _apposed(s, before, last, (pronoun, gender_of))
        if apposed is not None:
            return apposed
    verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
    gap = [i for i in range(end, start) if s.tokens[i].text[0].isalpha() and i not in verbs]
    gap = _without_phrases(s, gap, particles)
    titles = [a for a in s.arguments if a.role is not None and a.last <= start and a.first >= last.last]
    if any(last.draft in t.role.holders for t in titles if t.role is not None):
        gap = []
    if _is_apposition(s, last.last, start) or _after_particle(s, last.last, start, particles):
        gap = []
    if gap and _is_apposition(s, _past_verbs(s, last.last, start, verbs), start):
        # „Ulm will X einsetzen, ein Portal, das …“
        gap = []
    if gap and _is_predicate(s, last, start, (pronoun, gender_of)):
        gap = []
    if any(s.lower[i] not in particles for i in gap) and not _set_off(s, gap, last.draft, pronoun):
        allowed = _GENDERS.get(pronoun, "mfn")
        nouns = [s.tokens[i].text for i in gap if s.tokens[i].text[0].isupper() and i not in s.taken]
        if (
            any(gender_of(n) and gender_of(n) in allowed for n in nouns)
            or len(gap) > 5
            or not _surely_means(last.draft, pronoun)
        ):
            return None
    if last.reference and s.tokens[last.last - 1].text[0].isupper():
        own = gender_of(s.tokens[last.last - 1].text)
        if own and own not in _GENDERS.get(pronoun, "mf" if pronoun == "der" else "mfn"):
            return None
    wrong = last.type in PLACES and pronoun in {"die", "der", "den", "deren"} and last.draft is not None
    wrong = wrong or (last.draft is not None and not _may_mean(last.draft, pronoun))
    if ((last.marker == "gen" and not _is_apposed_genitive(s, last)) or wrong) and last.head >= 0:
        owner = s.taken.get(last.head)
        if owner is not None and owner.draft is not None and not owner.adjective:
            return last if _ruled_out(s, owner, last, (pronoun, gender_of)) else owner
        if owner is None and last.type in PLACES and _is_label_only(s, last, (pronoun, gender_of)):
            # „der Dienstleister des Landes Hessen, der …“
            return None
    if wrong and last.type in PLACES and last.marker != "np" and _past_verbs(s, end, start, verbs) == start:
        described = _described(s, before, last, (pronoun, gender_of)) if end == start else None
        described = described or _seated(s, before, last, (pronoun, gender_of))
        if described is not None:
            return described
    return last


def _seated(
    s: Sentence, before: list[Argument], place: Argument, words: tuple[str, Callable[[str], str]]
) -> Argument | None:
    """„die ekom21 in Gießen, deren Leiterin …“, „der Verband KISA mit Sitz in Leipzig, der …“: the body before a town.

    A town without a noun has no gender that the pronoun could agree with.
    """
    pronoun, gender_of = words
    if _label(s, place, gender_of) or place.draft is None or place.draft.kind == "District":
        return None
    end = place.begin
    if s.text_at(end - 1)[:1].isupper() and end - 1 not in s.taken:
        # „mit Sitz in“, „mit dem Hauptsitz in“
        end = next((i for i in range(end - 2, end - _SEAT, -1) if s.lower[i] == "mit"), end)
    body = next((a for a in before if a.type is EntityType.ORGANISATION and _ends_at(s, a, end)), None)
    if body is None or body.adjective or body.draft is None or not _may_mean(body.draft, pronoun):
        return None
    return body


def _ends_at(s: Sentence, a: Argument, end: int) -> bool:
    """„die Kommunale Informationsverarbeitung (KISA) mit Sitz in …“: whether only its abbreviation follows a name."""
    return a.last == end or (s.text_at(a.last) == "(" and s.text_at(end - 1) == ")" and end - a.last <= _BRACKET)


def _apposed(
    s: Sentence, before: list[Argument], place: Argument, words: tuple[str, Callable[[str], str]]
) -> Argument | None:
    """„von der ekom21, einem Rechenzentrum in Gießen, das …“: the name that a noun with „ein“ and a town explains."""
    pronoun, gender_of = words
    noun = place.begin - 1
    if noun in s.taken or not s.text_at(noun)[:1].isupper() or _label(s, place, gender_of):
        return None
    article = next((i for i in range(noun - 1, max(noun - _SEAT, 0), -1) if s.lower[i] in ONE), -1)
    if article < 0 or s.text_at(article - 1) != "," or gender_of(s.text_at(noun)) not in _GENDERS.get(pronoun, ""):
        return None
    named = [
        a for a in before if a.last <= article - 1 and a.type in BODY_TYPES | WORKS and _ends_at(s, a, article - 1)
    ]
    return named[-1] if named else None


def _label(s: Sentence, place: Argument, gender_of: Callable[[str], str]) -> str:
    """Gender of the noun that a place is called by: „der Stadt Ulm“, „des Landkreises Cham“; empty if there is none."""
    before = s.text_at(place.first - 1)
    if before[:1].isupper() and place.first - 1 not in s.taken:
        return _LABELS.get(before.removesuffix("s").removesuffix("e").lower(), gender_of(before))
    own = s.text_at(place.first)
    return _LABELS.get(own.removesuffix("s").removesuffix("e").lower(), "") if place.last - place.first > 1 else ""


def _ruled_out(s: Sentence, owner: Argument, last: Argument, words: tuple[str, Callable[[str], str]]) -> bool:
    """„das Amt der Stadt Ulm, die …“, „der Rat der ekom21, die …“: the pronoun agrees with the attribute alone."""
    pronoun, gender_of = words
    allowed = {"der": "mf"}.get(pronoun, _GENDERS.get(pronoun, ""))
    if owner.draft is None or last.draft is None or not allowed or owner.type is EntityType.PERSON:
        return False
    said = gender_of(s.tokens[owner.last - 1].text) or gender_of(s.tokens[owner.first].text)
    genders = said or owner.draft.gender or owner.draft.genders
    if not genders or not set(genders).isdisjoint(allowed):
        return False
    if last.type in PLACES:
        own = _label(s, last, gender_of)
        return bool(own) and own in allowed
    return _may_mean(last.draft, pronoun)


def _is_label_only(s: Sentence, last: Argument, words: tuple[str, Callable[[str], str]]) -> bool:
    """Whether the noun of a place rules the pronoun out, and the one that the place hangs on does not."""
    pronoun, gender_of = words
    allowed = {"der": "m"}.get(pronoun, _GENDERS.get(pronoun, ""))
    own, head = _label(s, last, gender_of), gender_of(s.tokens[last.head].text)
    return bool(own and head) and own not in allowed and head in allowed


def _without_phrases(s: Sentence, gap: list[int], fixed: frozenset[str]) -> list[int]:
    """„will das Portal X in Betrieb nehmen, das …“: what belongs to the verb is nothing that a pronoun can mean."""
    left = list(gap)
    for i in gap:
        if s.tokens[i].text in fixed and s.tokens[i].upper and i not in s.taken:
            j = i
            while j in left:
                left.remove(j)
                j -= 1
                if not (s.lower[j] in DETERMINERS or s.lower[j] in PREPOSITIONS or s.lower[j] in CONTRACTED_CASES):
                    break
    return left


def _means_unit(s: Sentence, body: Argument, gender_of: Callable[[str], str]) -> bool:
    """„die Abteilung im Ministerium, die …“, „eine Einheit des Ministeriums, die …“: the noun that a body hangs on.

    The article of the body tells that the pronoun cannot mean it.
    """
    if body.type is not EntityType.ORGANISATION or body.head < 0 or body.head in s.taken or body.reference:
        return False
    if s.low_at(body.first - 1) not in _NOT_FEMININE or s.tokens[body.head].text.endswith("en"):
        return False
    noun = s.tokens[body.head].text
    return (gender_of(noun) or ("f" if noun.endswith(_FEMININE) else "")) == "f"


def _owner_of(s: Sentence, body: Argument, pronoun: str, gender_of: Callable[[str], str]) -> Argument | None:
    """„das System X der Firma Y aus Ulm, das …“: what a body hangs on, if the noun before its name rules it out."""
    noun = s.text_at(body.first - 1)
    gender = gender_of(noun) if noun[:1].isupper() and body.first - 1 not in s.taken else ""
    if body.marker != "gen" or not gender or gender in _GENDERS.get(pronoun, "mfn"):
        return None
    head = s.taken.get(body.head)
    return head if head is not None and head.draft is not None else None


def _described(
    s: Sentence, before: list[Argument], place: Argument, words: tuple[str, Callable[[str], str]]
) -> Argument | None:
    """„greift auf die AKDB zurück, eine Anstalt in München, die …“, „Die KITU ist eine Genossenschaft mit Sitz in …“.

    A town has no gender that the pronoun could agree with; the noun that describes the thing before it has.
    """
    pronoun, gender_of = words
    allowed = {"der": "mf"}.get(pronoun, _GENDERS.get(pronoun, ""))
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


def _only_says_kind(s: Sentence, named: Argument, last: Argument) -> bool:
    """„rollt das Wohngeld aus, eine EfA-Leistung, die …“: the compound after the comma says what the work is."""
    i = last.first
    if named.type not in WORKS or s.low_at(i - 1) not in ONE or s.text_at(i - 2) != ",":
        return False
    return "-" in s.tokens[i].text and not any(s.tokens[j].text[0].isupper() for j in range(named.last, i - 2))


_FEMININE = ("heit", "keit", "ung", "schaft", "ion", "ität", "stelle", "gruppe")
"""Ends of nouns that are feminine."""
_NOT_FEMININE = frozenset({"beim", "dem", "des", "im", "vom", "zum"})
_COPULAS = frozenset({"ist", "war", "bleibt", "blieb", "sei", "wird", "wurde"})
_BELONGING = frozenset({"gehört", "gehörte", "zählt", "zählte"})
_BELONGING_LEMMAS = frozenset({"gehören", "zählen"})
_OF_ONE = frozenset({"dem", "der", "dieser", "einem", "einer"})
_ONE_OF = frozenset({"eine", "einer", "eines"})
_TWO = 2
_SEAT = 5
"""How many words back „mit“ of „mit dem Sitz in“, or „ein“ of „ein neues Rechenzentrum in“, may stand."""
_BRACKET = 4
"""Most tokens of an abbreviation in brackets, with the brackets."""
_APART = 4
"""Most words between a name and the relative clause that speaks of the person."""
_PREDICATE = 8
"""Most tokens of a copula and the noun that says what something is."""


def _may_mean(draft: Draft, pronoun: str) -> bool:
    """Whether a relative pronoun can agree with a thing of known gender."""
    allowed = _GENDERS.get(pronoun)
    return draft.gender is None or allowed is None or draft.gender in allowed


def _surely_means(draft: Draft | None, pronoun: str) -> bool:
    wanted = {"das": "n", "die": "f", "den": "m"}.get(pronoun)
    return draft is not None and wanted is not None and draft.gender == wanted


def _set_off(s: Sentence, gap: list[int], draft: Draft | None, pronoun: str) -> bool:
    """„Zuständig ist der Verband zwar selbst, dem …“: only verbs, adjectives and adverbs stand between."""
    if draft is None or len(gap) > 3 or any(s.tokens[i].text[0].isupper() for i in gap):
        return False
    if draft.type is EntityType.PERSON:
        return pronoun in {"die", "der"} and draft.feminine is (pronoun == "die")
    return draft.gender is not None and _may_mean(draft, pronoun)


def _person_apart(
    s: Sentence, before: list[Argument], start: int, is_woman: Callable[[Draft], bool | None]
) -> Argument | None:
    """„hat Uwe Brandt hier aufstellen lassen, der …“: the last one named, past verbs and adverbs of her clause."""
    person, pronoun = before[-1] if before else None, s.low_at(start + 1)
    if person is None or person.draft is None or person.type is not EntityType.PERSON or pronoun not in {"der", "die"}:
        return None
    gap = range(person.last, start)
    plain = all(s.tokens[i].text[0].islower() and s.lower[i] not in ONE for i in gap)
    fits = plain and 0 < len(gap) <= _APART and is_woman(person.draft) is (pronoun == "die")
    return person if fits and not person.reference else None


def _after_particle(s: Sentence, first: int, last: int, particles: frozenset[str]) -> bool:
    """„nimmt Post über DokuSafe entgegen, einen Dienst, den …“: a prefix stands before the apposition."""
    return s.low_at(first) in particles and s.text_at(first + 1) == "," and _is_apposition(s, first + 1, last)


def _past_verbs(s: Sentence, first: int, last: int, verbs: set[int]) -> int:
    """Where the verbs end that close a clause at token `first`; `first` where it has none."""
    while first < last and (first in verbs or s.lower[first] in AUXILIARIES or s.lower[first] in MODALS):
        first += 1
    return first


def _among(s: Sentence, before: list[Argument], start: int) -> list[Argument]:
    """„A und B gehören zu den Städten, die …“, „A zählt mit B zu den Ersten, die …“: those of whom that is said."""
    i = _counted_noun(before, start)
    if i < 0 or i in s.taken or not s.tokens[i].text[0].isupper():
        return []
    while (
        i > 0
        and s.low_at(i - 1) not in PREPOSITIONS
        and (s.tokens[i - 1].text[0].islower() or s.text_at(i - 1).isdigit())
    ):
        i -= 1
    if s.low_at(i - 1) != "zu" or s.lower[i] in _OF_ONE:
        return []
    clause = s.clauses[s.clause_of[i]]
    if not any(lemma in _BELONGING_LEMMAS for lemma, _, _ in clause.lemmas) or "nicht" in s.lower[max(0, i - _TWO) : i]:
        return []
    inside = [a for a in before if a.clause == s.clause_of[i] and a.last < i and a.marker in {"np", "mit"}]
    subjects = [a for a in inside if a.nominative and a.type in BODY_TYPES]
    if not subjects:
        return _to_come(s, i - 1, start)
    companions = {a.group for a in inside if a.marker == "mit" and a.type in BODY_TYPES and a.head < 0}
    return [a for a in inside if a.group == subjects[0].group or a.group in companions]


def _counted_noun(before: list[Argument], start: int) -> int:
    """The noun right before a relative clause, but for a place: „Kreisen in Hessen, die …“."""
    last = before[-1] if before else None
    placed = last is not None and last.last == start and last.type in PLACES and last.marker in {"in", "aus"}
    return last.head if placed and last is not None else start - 1


def _one_of(s: Sentence, before: list[Argument], start: int) -> int:
    """„A ist einer von sieben Kreisen in Hessen, die …“: where „einer“ stands, with the noun right before; else -1."""
    noun = _counted_noun(before, start)
    if noun < 0 or noun in s.taken or not s.tokens[noun].text[0].isupper():
        return -1
    i = noun - 1
    while i > 0 and (s.tokens[i].text[0].islower() or s.tokens[i].text.isdigit()) and s.lower[i] not in _ONE_OF:
        i -= 1
    clause = s.clauses[s.clause_of[i]]
    copula = any(AUXILIARIES.get(low) == "sein" for low in clause.auxiliaries)
    return i if copula and s.lower[i] in _ONE_OF and s.low_at(i + 1) in {"der", "von"} else -1


def _to_come(s: Sentence, opening: int, start: int) -> list[Argument]:
    """„Zu den Städten, die …, zählen A und B“: those of whom that is said stand after the relative clause."""
    number = s.clause_of[opening]
    tokens = s.clauses[number].tokens
    if tokens[0] != opening or any(s.lower[i] in {"nicht", "kaum"} for i in tokens):
        return []
    named = [a for a in s.arguments if a.clause == number and a.first > start and a.nominative and not a.reference]
    return [a for a in named if a.type in BODY_TYPES and a.group == named[0].group]


def _is_predicate(s: Sentence, a: Argument, end: int, words: tuple[str, Callable[[str], str]]) -> bool:
    """„Gera ist die erste Stadt, die …“, „Die KISA ist ein Zweckverband, den …“: a noun that says what the name is."""
    pronoun, gender_of = words
    first = a.last
    among = s.low_at(first) in _BELONGING and s.low_at(first + 1) in {"zu", "zum"}
    if not (among or s.low_at(first) in _COPULAS) or not a.nominative or not 3 <= end - first <= _PREDICATE:
        return False
    if any(i in s.taken or not s.tokens[i].text[0].isalnum() for i in range(first + 1, end)):
        return False
    inside = s.lower[first + 1 : end]
    if inside[0] in {"nicht", "kein", "keine"}:
        return False
    if among and s.tokens[end - 1].text[0].isupper():
        # „Gera gehört zu den Städten, die …“
        return pronoun in {"die", "denen", "deren"} and inside[1] not in {"dem", "einem", "einer"}
    if not s.tokens[end - 1].text[0].isupper() or any(low in PREPOSITIONS and low != "von" for low in inside):
        return False
    if "von" in inside or inside[1] in {"der", "dieser"}:
        # „eine von vier Städten, die …“
        return pronoun in {"die", "denen", "deren"}
    gender = gender_of(s.tokens[end - 1].text)
    return inside[0] in DETERMINERS and (
        not gender or gender in {"der": "mf"}.get(pronoun, _GENDERS.get(pronoun, "mfn"))
    )


def _next_in_a_row(s: Sentence, before: list[Argument], start: int) -> Argument | None:
    """„Nach Celle und Peine ist Gera die dritte Stadt, die …“: who comes after those with „nach“."""
    if not is_counted(s, start) or all(a.marker != "nach" or a.head >= 0 for a in before):
        return None
    number = s.clause_of[start - 1]
    clause = s.clauses[number]
    if [lemma for lemma, _, _ in clause.lemmas] != ["sein"]:
        return None
    earlier = {a.group for a in before if a.marker == "nach" and a.head < 0}
    named = [a for a in before if a.clause == number and a.nominative and a.type in PLACES and a.group not in earlier]
    return named[0] if len(named) == 1 else None


def is_counted(s: Sentence, start: int) -> bool:
    """„die dritte Stadt,“ before a relative clause: a noun that a number counts."""
    the = s.low_at(start - 3) in DETERMINERS
    return the and s.text_at(start - 1)[:1].isupper() and s.low_at(start - 2).rstrip("rs") in _ORDINALS


def _is_apposed_genitive(s: Sentence, a: Argument) -> bool:
    """„im Beirat der GmbH, einer Tochter der Stadt, die …“: the apposition in the genitive says who is spoken of."""
    own, apposed = s.low_at(a.first - 1), s.low_at(a.last + 1)
    return s.text_at(a.last) == "," and (own, apposed) in {("der", "einer"), ("des", "eines")}


def _is_apposition(s: Sentence, first: int, last: int) -> bool:
    """„, einen Dienst“ between two commas: a determiner, perhaps adjectives, one noun."""
    if first < last and s.tokens[first].text in CLOSING:
        first += 1
    words = s.tokens[first:last]
    if len(words) > 4 and _is_long_apposition(s, first, last):
        return True
    if not 3 <= len(words) <= 5 or words[0].text != "," or words[1].text.lower() not in DETERMINERS:
        return False
    return words[-1].text[0].isupper() and all(w.text[0].islower() for w in words[2:-1])


def _is_long_apposition(s: Sentence, first: int, last: int) -> bool:
    """„, einer Genossenschaft von IT-Dienstleistern“: a noun with an attribute, no name among them."""
    words = s.tokens[first:last]
    if len(words) > 9 or words[0].text != "," or words[1].text.lower() not in DETERMINERS:
        return False
    if any(i in s.taken and not s.taken[i].adjective for i in range(first, last)):
        return False
    if any(not w.text[0].isalpha() for w in words[1:]) or not words[-1].text[0].isupper():
        return False
    verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
    return not any(i in verbs for i in range(first, last))
