"""Who holds which office: titles before and after names, appointments, successions, dates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.roles import BODY_TYPES, FEDERATION
from govgraph.extract.state import Argument, Draft, OfficeDraft, RoleNoun
from govgraph.language.grammar import COORDINATORS, DETERMINERS
from govgraph.model import EntityType, Modality, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.frames import Filled
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.naming import Cast
    from govgraph.extract.state import FactDraft, Sentence

_SURE, _BY_REFERENCE = 0.9, 0.65
"""Confidence of an office read beside a name, and of one read from a title that stands for a person."""
_THERE = frozenset({"dort", "wo"})
_FILLERS = frozenset({"zugleich", "auch", "heute", "seit", "damals", "noch", "derzeit", "bisher", "zuletzt", "früher"})


class OfficeFinder:
    """Joins people to office titles.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
        article_date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, article_date: str | None) -> None:
        self.k = knowledge
        self.cast = cast
        self.date = article_date

    # ------------------------------------------------------------------ side by side

    def adjacent(self, s: Sentence) -> Iterator[OfficeDraft]:
        """Titles right before a name, in apposition after it, or before a comma and the name."""
        people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference]
        titles = sorted((a for a in s.arguments if a.role is not None), key=lambda a: a.first)
        for title in titles:
            role = title.role
            if role is None:
                continue
            before = self._before_name(s, title, people)
            for person in before or self._after_name(s, title, people, titles):
                if person.draft is not None:
                    role.holders.append(person.draft)
                    office = self._office(s, person.draft, role)
                    yield office if before else replace(office, how="apposition")

    def _before_name(self, s: Sentence, title: Argument, people: Sequence[Argument]) -> list[Argument]:
        """„CIO Denis Alt“, „die Staatssekretäre A und B“, „der Geschäftsführer von IT.Niedersachsen, Axel Beims“."""
        end = self._phrase_end(s, title)
        for person in people:
            if person.first == title.last or (person.first == end and end > title.last):
                group = [p for p in people if p.group == person.group and p.first >= person.first]
                return group if self._plural(s, title) else [person]
            mark, after = s.text_at(end), s.text_at(person.last) or "."
            apart = person.first == end + 1 and mark in {",", ":"} and title.marker != "als"
            closed = after in {",", ".", "–", ")", "("} and (
                (mark == ":" and title.role is not None and title.role.definite) or self._closed(s, title)
            )
            if apart and closed:
                return [person]
        return []

    @staticmethod
    def _closed(s: Sentence, title: Argument) -> bool:
        """Whether a name between commas is an apposition of the title before it, not the next item of a list."""
        if title.role is None or not title.role.definite:
            return False
        return not any(
            p.last <= title.first and title.first - p.last <= 3 for p in s.arguments if p.type is EntityType.PERSON
        )

    def _plural(self, s: Sentence, title: Argument) -> bool:
        before = s.lower[title.begin] if 0 <= title.begin < len(s.lower) else ""
        return bool(title.role and title.role.plural) or (
            before in {"die", "den", "beiden"} and bool(title.role and not title.role.feminine)
        )

    def _phrase_end(self, s: Sentence, title: Argument) -> int:
        """End of the title with the bodies that hang on it."""
        end = title.last
        grown = True
        while grown:
            grown = False
            for a in s.arguments:
                hangs = end <= a.first <= end + 3 and a.head == end - 1 and a.last > end and not a.adjective
                if hangs and a.draft is not None and a.type is not EntityType.PERSON:
                    end, grown = a.last, True
        return end

    def _after_name(
        self, s: Sentence, title: Argument, people: Sequence[Argument], titles: Sequence[Argument]
    ) -> list[Argument]:
        """„Denis Alt, Staatssekretär im …, und CIO“, „Popp (Amtschef der Staatskanzlei)“."""
        before = [p for p in people if p.last <= title.first]
        if not before or title.marker not in {"np", "bracket"} or title.role is None:
            return []
        person = before[-1]
        gap = s.tokens[person.last : title.first]
        if not gap:
            return []
        opener = gap[0].text
        if opener == "(" and len(gap) > 3 and gap[2].text == ")" and gap[3].text == ",":
            gap, opener = gap[3:], ","
        if opener not in {",", "(", "–", "-"}:
            return [person] if self._after_verb(s, person, title) else []
        for i, token in enumerate(gap[1:], start=person.last + 1):
            low = token.text.lower()
            taken = s.taken.get(i)
            if taken is not None and (
                taken.role is not None or taken.adjective or taken.cases == "g" or taken.draft is not None
            ):
                if taken.type is EntityType.PERSON:
                    return []
                continue
            if (
                low in DETERMINERS
                or low in COORDINATORS
                or low in _FILLERS
                or (low[-1:] in "ermns" and token.text[0].islower())
            ):
                if low in {"die", "der", "das"} and not self._noun_phrase(s, i, title):
                    return []
                if (
                    self.k.lemma(low).endswith("en")
                    and self.k.lemma(low) != low
                    and low[-1] in "te"
                    and low not in _FILLERS
                    and not low.endswith(("te", "ende"))
                ):
                    return []
                continue
            if low[-1:].isdigit() or token.text in {".", ","}:
                if token.text == "," and not any(t.last <= i for t in titles if t.first >= person.last):
                    return []
                continue
            if token.text[0].isupper():
                continue
            return []
        if (
            s.clauses
            and s.clause_of[title.first] != s.clause_of[person.first]
            and s.clauses[s.clause_of[title.first]].kind != "main"
        ):
            return []
        verbs = [i for clause in s.clauses for _, i, _ in clause.lemmas if person.last <= i < title.first]
        return [] if verbs else [person]

    def _after_verb(self, s: Sentence, person: Argument, title: Argument) -> bool:
        """„… Markus Richter nachgefolgt, dem Bundes-CIO“: only a verb stands between the name and its apposition."""
        if (
            title.begin < 1
            or s.tokens[title.begin - 1].text != ","
            or s.lower[title.begin] not in {"dem", "den", "der"}
        ):
            return False
        verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
        between = range(person.last, title.begin - 1)
        return bool(between) and all(i in verbs or s.lower[i] in self.k.words("particles") for i in between)

    @staticmethod
    def _noun_phrase(s: Sentence, i: int, title: Argument) -> bool:
        return title.begin <= i < title.first or title.first - i <= 4

    # ------------------------------------------------------------------ by clause

    def stated(self, s: Sentence, filled: Sequence[Filled]) -> Iterator[OfficeDraft]:
        """Offices that a verb states: „ist“, „wird“, „zum … ernannt“, „als CIO …“."""
        for item in filled:
            if item.frame.evokes is not None:
                continue
            for title in item.objects:
                if title.role is None or (title.role.holders and title.marker == "np"):
                    continue
                for person in item.subjects:
                    if person.draft is None or (person.reference and item.frame.lemma == "*" and title.marker != "als"):
                        continue
                    status = item.frame.status
                    if item.modality is Modality.PLANNED:
                        status = Status.DESIGNATED
                    elif item.modality is Modality.ENDED or self._was(s, item):
                        status = Status.FORMER
                    title.role.holders.append(person.draft)
                    yield replace(
                        self._office(s, person.draft, title.role, status, item.clause),
                        how="clause",
                        confidence=item.frame.confidence,
                    )

    @staticmethod
    def _was(s: Sentence, item: Filled) -> bool:
        clause = s.clauses[item.clause]
        low = {s.lower[i] for i in clause.tokens}
        return item.frame.lemma == "sein" and bool(low & {"war", "waren"})

    # ------------------------------------------------------------------ titles that stand for people

    def by_title(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """„Der Amtschef der Staatskanzlei ist …“: a definite title without a name stands for the person spoken of.

        The person is the one who holds that title in the article, else the only person of the sentence before.
        The title becomes a reference to the person, and if it says more than is known an office of its own.
        """
        out = []
        before: list[Draft] = []
        for s in sentences:
            people = [a.draft for a in s.arguments if a.type is EntityType.PERSON and a.draft is not None]
            for title in [a for a in s.arguments if a.role is not None]:
                role = title.role
                if role is None or not self._stands_alone(s, title):
                    continue
                low = role.name.lower()
                holders = {id(o.person): o.person for o in known if o.role.name.lower().endswith(low)}
                near = {id(d): d for d in before}
                person = next(iter((holders if len(holders) == 1 else near if len(near) == 1 else {}).values()), None)
                if person is None or (person.feminine is not None and person.feminine is not role.feminine):
                    continue
                reference = Argument(
                    title.first, title.last, draft=person, cases="n", begin=title.begin, reference=True
                )
                reference.clause = title.clause
                s.arguments.append(reference)
                role.holders.append(person)
                if not holders or role.bodies:
                    out.append(replace(self._office(s, person, role), confidence=_BY_REFERENCE))
            if not people:
                people = self._by_noun(s, before)
            before = people or ([] if s.tokens[-1].text == "?" else before)
        return out

    def _by_noun(self, s: Sentence, before: Sequence[Draft]) -> list[Draft]:
        """„Die Juristin …“, „Der frühere Manager …“: a noun for a person at the head of a sentence refers back."""
        near = {id(d): d for d in before}
        if len(near) != 1 or s.lower[0] not in {"der", "die"}:
            return []
        person = next(iter(near.values()))
        for i in range(1, min(5, len(s.tokens))):
            text = s.tokens[i].text
            if not text[0].isupper() and not text[0].isdigit():
                if text[-1] not in "enrs" or not text[0].isalpha():
                    return []
                continue
            base = text.rsplit("-", 1)[-1]
            noun = base if base in self.k.words("person-nouns") else None
            if (
                noun is None
                or i in s.taken
                or (person.feminine is not None and person.feminine != (s.lower[0] == "die"))
            ):
                return []
            reference = Argument(i, i + 1, draft=person, cases="n", begin=0, reference=True)
            reference.clause = s.clause_of[i] if s.clause_of else 0
            s.arguments.append(reference)
            s.taken[i] = reference
            return [person]
        return []

    def _stands_alone(self, s: Sentence, title: Argument) -> bool:
        """A definite singular title in the nominative that begins its clause, with no name beside it."""
        role = title.role
        if role is None or not role.definite or role.plural or title.marker != "np" or "n" not in title.cases:
            return False
        if title.begin > 0 and s.tokens[title.begin - 1].text not in {"„", "–", ",", ";", ":"}:
            return False
        if s.lower[title.begin] not in {"der", "die"} or any(
            a.begin <= title.first < a.first for a in s.arguments if a.type is EntityType.PERSON
        ):
            return False
        end = self._phrase_end(s, title)
        return end < len(s.tokens) and s.tokens[end].text[0].islower() and title.begin == 0

    # ------------------------------------------------------------------ values

    def _office(
        self, s: Sentence, person: Draft, role: RoleNoun, status: Status | None = None, clause: int = -1
    ) -> OfficeDraft:
        if person.feminine is None and not role.plural and role.name not in {"CIO", "CDO", "CISO"}:
            person.feminine = role.feminine
        body = self._body_there(s, role, clause) or self._body(s, role, person)
        status = role.status or status or Status.CURRENT
        since, until, status = self._dates(s, status, clause)
        return OfficeDraft(person, role, body, status, since, until, _SURE, s)

    def _body_there(self, s: Sentence, role: RoleNoun, clause: int) -> Draft | None:
        """„…, wo er CIO gewesen war“, „Dort ist sie Staatsrätin“: the adverb points to the last body before."""
        if role.bodies or clause < 0:
            return None
        adverb = next((i for i in s.clauses[clause].tokens if s.lower[i] in _THERE), None)
        if adverb is None:
            return None
        place = s.tokens[adverb].start
        known = [(max(b for b, _ in d.mentions if b < place), d) for d in self.cast.drafts
                 if d.type in BODY_TYPES and any(b < place for b, _ in d.mentions)]  # fmt: skip
        return max(known, key=lambda pair: pair[0])[1] if known else None

    def _body(self, s: Sentence, role: RoleNoun, person: Draft) -> Draft | None:
        """The body of an office: named with the title, else the Land, town or body that the role's level asks for."""
        low = role.name.lower()
        lands = [d for d in role.bodies if d.type is EntityType.JURISDICTION]
        organisations = [d for d in role.bodies if d.type is EntityType.ORGANISATION]
        if low in {"cio", "cdo", "ciso"} and (not organisations or organisations[0].kind == "Government"):
            if lands:
                return lands[0]
            if organisations:
                return organisations[0].jurisdiction or self.cast.home or organisations[0]
        if organisations:
            return organisations[0]
        if role.bodies:
            return role.bodies[0]
        if self._unread_complement(s, person, role):
            return None
        if role.name.split(" ")[0] in self.k.words("body-roles"):
            return self._beside(s, person) or self._latest(s, person, EntityType.ORGANISATION)
        top = low in {"cio", "cdo", "ciso"}
        if "municipal" in role.level and not (top and self.cast.home is not None and self.cast.town is None):
            return self._latest(s, person, EntityType.MUNICIPALITY, self.cast.town)
        if "Land" in role.level or "Bund" in role.level or top:
            if low.startswith("bundes"):
                federal = self.k.vocabulary.by_iri.get(FEDERATION)
                return None if federal is None else self.cast.known(federal)
            here = [a.draft for a in s.arguments if a.draft is not None and a.draft.kind == "State" and not a.adjective]
            named = list(dict.fromkeys(here))
            if len(named) == 1:
                return named[0]
            return self.cast.home or self._ministry(s)
        return self._latest(s, person, EntityType.ORGANISATION)

    def _ministry(self, s: Sentence) -> Draft | None:
        """The last ministry named before the sentence is over, where the article is about no one Land."""
        known = [(max(b for b, _ in d.mentions if b < s.end), d) for d in self.cast.drafts
                 if d.kind == "Ministry" and any(b < s.end for b, _ in d.mentions)]  # fmt: skip
        return max(known, key=lambda pair: pair[0])[1] if known else None

    @staticmethod
    def _beside(s: Sentence, person: Draft) -> Draft | None:
        """„Direktorin Silke Brandes von der Lecos GmbH“: the body hangs on the name."""
        for a in s.arguments:
            if a.draft is person:
                for b in s.arguments:
                    if b.head == a.last - 1 and b.marker in {"von", "bei", "gen"} and b.type is EntityType.ORGANISATION:
                        return b.draft
        return None

    def _latest(self, s: Sentence, person: Draft, wanted: EntityType, default: Draft | None = None) -> Draft | None:
        """The last body or town named before the person in the sentence, else the default, else what went before.

        Farther back nothing is looked for: a wrong body is worse than none.
        """
        place = min((a.first for a in s.arguments if a.draft is person), default=len(s.tokens))
        before = [
            a for a in s.arguments if a.type is wanted and a.first < place and not a.adjective and a.marker != "für"
            and s.lower[a.first] not in _THERE
        ]  # fmt: skip
        if wanted is EntityType.MUNICIPALITY:
            before = [a for a in before if a.head < 0 or a.head not in s.taken] or before
        if before:
            return before[-1].draft
        if default is not None:
            return default
        if s.topic is not None and s.topic.type is wanted:
            return s.topic
        near = [d for d in s.near if d.type is wanted]
        return near[0] if len(near) == 1 else None

    @staticmethod
    def _unread_complement(s: Sentence, person: Draft, role: RoleNoun) -> bool:
        """Whether a genitive or „von …“ hangs on the title that was not understood: then no other body will do."""
        for a in s.arguments:
            if a.role is role and a.last + 1 < len(s.tokens):
                low, after = s.lower[a.last], a.last + 1
                if low in {"der", "des", "von", "vom", "im", "beim", "bei"}:
                    taken = s.taken.get(after)
                    return taken is None or taken.draft is not person
        return False

    def _dates(self, s: Sentence, status: Status, clause: int) -> tuple[str | None, str | None, Status]:
        since = until = None
        for date in s.dates:
            if clause >= 0 and s.clauses:
                first, _ = s.token_range(date.start, date.end)
                if first < len(s.clause_of) and s.clause_of[first] != clause:
                    continue
            if clause < 0:
                continue
            if date.lead == "since":
                since = since or date.value
            elif date.lead == "until":
                until = until or date.value
            elif (status in {Status.NEW, Status.DESIGNATED} and date.lead in {"from", "at"}) or (
                status is Status.FORMER and date.lead == "from"
            ):
                since = since or date.value
        if (
            until is not None
            and self.date is not None
            and until <= self.date[: len(until)]
            and status is Status.CURRENT
        ):
            status = Status.FORMER
        if (
            since is not None
            and self.date is not None
            and since > self.date[: len(since)]
            and status in {Status.NEW, Status.CURRENT}
        ):
            status = Status.DESIGNATED
        elif (
            since is not None
            and status is Status.DESIGNATED
            and self.date is not None
            and since <= self.date[: len(since)]
        ):
            status = Status.NEW
        return since, until, status


def successions(facts: Sequence[FactDraft], offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
    """Who is succeeded in an office has held it, and who succeeds takes it.

    The office is the one that the same sentence gives one of the two by a verb or a title, else the only office of
    the successor that is new or has a begin. An apposition („bisher Referatsleiter“) is no such office.
    """
    for fact in facts:
        if fact.predicate.value != "succeeds":
            continue
        here = [o for o in offices if o.sentence is fact.sentence and o.how != "apposition"]
        fresh = [o for o in here if o.person is fact.subject and o.status is not Status.FORMER]
        own = [o for o in offices if o.person is fact.subject and o.status is not Status.FORMER]
        held = {o.role.name for o in offices if o.person is fact.object}
        choices = (
            [o for o in fresh if o.how == "clause"],
            fresh,
            [o for o in own if o.status in {Status.NEW, Status.DESIGNATED}],
            [o for o in own if o.since],
            [o for o in own if o.how != "apposition"],
        )
        chosen = next((c for c in choices if c), [])
        free = [o for o in chosen if o.role.name not in held]
        if len({o.role.name for o in free}) == 1 or (free and len(chosen) > 1 and free[0].role.name in {"CIO", "CDO"}):
            office = free[0]
            status = Status.CURRENT if office.status is Status.DESIGNATED else Status.FORMER
            yield replace(
                office,
                person=fact.object,
                status=status,
                since=None,
                until=None,
                confidence=0.7,
                sentence=fact.sentence,
            )
            continue
        passed = [o for o in here if o.person is fact.object and o.how == "title"]
        if len(passed) == 1 and not any(o.role.name == passed[0].role.name for o in own):
            yield replace(passed[0], person=fact.subject, status=Status.NEW, confidence=0.65)
