"""Bodies that the sentence of a title names itself: before the title, for whom somebody speaks, whose own it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.named_bodies import RATHER_SURE, TOWNS, UNSURE, NamedBodies
from govgraph.extract.state import only_one
from govgraph.language.grammar import POSSESSIVES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_DELEGATES = frozenset({"Delegierte", "Delegierter", "Vertreter", "Vertreterin"})
_GENERIC = frozenset(
    {"Gemeinde", "Hansestadt", "Kommune", "Kreis", "Landkreis", "Markt", "Samtgemeinde", "Stadt", "Verbandsgemeinde"}
)
NOT_OWN = frozenset({"für", "gegen", "an", "aus", "nach"})
"""Markers of a body that is spoken of beside a title and yet is not its body."""
_AGENCY = "Agency"
_OPENING = frozenset({"„", "»"})
_QUOTES = _OPENING | {"“", "«", "”"}
_LATER = 2
"""In how many sentences after a title its holder's own town may be named."""
_WE = frozenset({"uns", "wir"})
_QUOTE_ENDS = frozenset({"“", "«", '"'})
_VERB = 2
"""Most words between whom somebody speaks for and the title."""


class SentenceBodies(NamedBodies):
    """Finds the body of an office in the sentence that has its title, or by what that sentence says."""

    def before(self, s: Sentence, place: int, kinds: frozenset[str], *, speaks: bool = False) -> Draft | None:
        """The last fitting body of the sentence before the title, and not one that somebody is said to have left.

        Args:
            s: The sentence.
            place: Token of the title.
            kinds: Kinds of body that the office can be in.
            speaks: Whether „wir“ in a quotation before says nothing: „Wir warten“, sagte Geschäftsführerin X.
        """
        left = self.left.get(id(s), ())
        found = [
            a
            for a in s.arguments
            if a.draft is not None
            and a.first < place
            and self.fits(a.draft, kinds)
            and not a.adjective
            and a.marker not in NOT_OWN
            and a.first not in left
            and not (speaks and _is_we_of_a_quote(s, a, place))
            and (a.draft not in self._gone if a.reference else not _is_said(s, a, place))
        ]
        if kinds & TOWNS:
            found = [a for a in found if a.head < 0 or a.head not in s.taken] or found
            found = [a for a in found if not _is_told_aside(s, a, place)] or found
        found = [a for a in found if not (self._left(s, a) or _is_told_of_another(s, a, place))]
        if kinds.isdisjoint(TOWNS) and found and self._partners.is_met(found[-1]):
            # „Die KDO wächst. Eine Fusion mit der ITEBO lehnt Geschäftsführer A ab“
            own = [a for a in found if not self._partners.is_met(a)]
            found = own or (found if self._is_alone(s, found[-1], kinds) else [])
        if found:
            self._doubt(RATHER_SURE)
        return found[-1].draft if found else None

    def _is_alone(self, s: Sentence, a: Argument, kinds: frozenset[str]) -> bool:
        """Whether the block has named no other body before that can have such an office."""
        return a.draft is None or not self._named_in(range(self._since(s), s.start), kinds, [a.draft])

    def _since(self, s: Sentence) -> int:
        return self.block_starts.get(s.block, s.start)

    def _named_in(self, stretch: range, kinds: frozenset[str], partners: Sequence[Draft]) -> bool:
        """Whether a stretch of the text names a fitting body besides partners of it.

        An agency, which seldom has a Geschäftsführer, is none beside bodies that are no agencies.
        """
        agencies = any(d.kind == _AGENCY for d in partners)
        others = (d for at, d in self.named if at in stretch and d not in partners)
        return any(self.fits(d, kinds) and (agencies or d.kind != _AGENCY) for d in others)

    def _came_from(self, s: Sentence, a: Argument) -> bool:
        """„A kam von der Stadt Ulm“, not „Lob kam vom Verband Bitkom“: where a person was before."""
        people = (b for b in s.arguments if b.clause == a.clause and b.type is EntityType.PERSON)
        return self._left(s, a) and any(b.nominative for b in people)

    def _left(self, s: Sentence, a: Argument) -> bool:
        """„kommt von der EZB“: where somebody was before."""
        clause = s.clauses[a.clause] if a.marker == "von" and 0 <= a.clause < len(s.clauses) else None
        return clause is not None and not self.k.words("moving-verbs").isdisjoint(clause.verbs)

    def _town_for(self, s: Sentence, person: Draft, place: int, kinds: frozenset[str]) -> Draft | None:
        """„Für Pirna war Oberbürgermeister Dressel gekommen“: the only town that somebody stands for in a clause.

        „Das unterschrieben Landrat A für den Kreis Gotha und Bürgermeister B für Ulm“: the one right after the name.
        """
        if (kinds and kinds.isdisjoint(TOWNS)) or not s.clause_of or place >= len(s.clause_of):
            return None
        towns = [
            a
            for a in s.arguments
            if a.type is EntityType.MUNICIPALITY and a.marker == "für" and s.clause_of[a.first] == s.clause_of[place]
        ]
        ends = {a.last for a in s.arguments if a.draft is person and not a.reference} if len(towns) > 1 else ()
        town = only_one(a.draft for a in towns if len(towns) == 1 or a.begin in ends)
        if town is None:
            return None
        if kinds == {"District"} and town.kind == "Municipality":
            return self.district(town)
        return town if not kinds or town.kind in kinds else None

    def _town_first(self, s: Sentence, place: int, kinds: frozenset[str]) -> Draft | None:
        """„Für Hanau gilt das nicht: „Uns fehlt das Geld“, klagt Bürgermeister A“: the only town, of which that tells.

        So „Aus Coesfeld kommt Kritik: …, sagt Landrat B“.
        """
        if kinds.isdisjoint(TOWNS) or place >= len(s.tokens):
            return None
        before = [a for a in s.arguments if a.draft is not None and a.draft.kind in TOWNS and a.first < place]
        if only_one(a.draft for a in before) is None:
            return None
        first = before[0]
        opens = first.begin >= 0 and not any(t.text[0].isalnum() for t in s.tokens[: first.begin])
        told = opens and first.marker in {"aus", "für"} and first.head < 0 and not first.adjective
        if not told or first.draft is None or not any(t.text == ":" for t in s.tokens[first.last : place]):
            return None
        if kinds == {"District"} and first.draft.kind == "Municipality":
            return self.district(first.draft)
        return first.draft if first.draft.kind in kinds else None

    def _own_town(self, s: Sentence, kinds: frozenset[str]) -> Draft | None:
        """„Landrat A ist mit seinem Kreis Pinneberg zufrieden“: the only town that a sentence calls somebody's own."""
        if kinds.isdisjoint(TOWNS) or POSSESSIVES.isdisjoint(s.lower):
            return None
        named = (a for a in s.arguments if a.draft is not None and a.draft.kind in kinds & TOWNS)
        return only_one(a.draft for a in named if not (a.reference or a.adjective) and _is_owned(s, a))

    def _own_town_later(self, s: Sentence, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Bürgermeister A kam spät. Seine Gemeinde Eichenzell zahlt“: what one of the next sentences calls their own.

        A possessive of the other gender is somebody else's, and so is one after another name.
        """
        if not kinds or kinds.isdisjoint(TOWNS):
            return None
        after = self.following.get(id(s))
        for _ in range(_LATER):
            if after is None or any(a.type is EntityType.PERSON and a.draft is not person for a in after.arguments):
                return None
            for a in after.arguments:
                if a.draft is None or a.draft.kind not in kinds & TOWNS or a.adjective or a.reference:
                    continue
                noun, whose = a.first - 1, after.low_at(a.first - 2)
                called = after.text_at(noun) in _GENERIC
                agrees = person.feminine is None or whose.startswith("ihr" if person.feminine else "sein")
                if called and whose in POSSESSIVES and agrees:
                    return a.draft
            after = self.following.get(id(after))
        return None

    def _represented(self, s: Sentence, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Im Beirat sitzt Amtsdirektor A als Vertreter von Husum“: whom somebody stands for beside the name."""
        ends = {a.last for a in s.arguments if a.draft is person and not a.reference}
        for a in s.arguments:
            if a.draft is None or a.head < 0 or a.head in s.taken or a.marker not in {"gen", "von"}:
                continue
            named = s.text_at(a.head) in _DELEGATES and s.low_at(a.head - 1) == "als" and a.head - 1 in ends
            if named and self.fits(a.draft, kinds):
                return a.draft
        return None

    def _own_district(self, s: Sentence, place: int, kinds: frozenset[str]) -> Draft | None:
        """„Nordhausen ist der erste Landkreis, sagte Landrätin Keller“: the only place before that title."""
        if kinds != {"District"}:
            return None
        town = only_one(
            a.draft
            for a in s.arguments
            if a.type is EntityType.MUNICIPALITY
            and a.first < place
            and not a.adjective
            and a.marker not in {"in", "bei", *NOT_OWN}
        )
        return self.district(town) if town is not None and town.kind == "Municipality" else town

    @staticmethod
    def _district_here(s: Sentence, kinds: frozenset[str]) -> Draft | None:
        """„Das lehnt Landrat Jens Ott ab, der Landkreis Harz habe schon eine Software“: the only district."""
        if kinds != {"District"}:
            return None
        return only_one(a.draft for a in s.arguments if a.draft is not None and a.draft.kind == "District")

    def _spoken_for(self, s: Sentence, place: int, kinds: frozenset[str]) -> Draft | None:
        """„Für die Lecos GmbH unterzeichnete Geschäftsführerin Silke Brandes“: the only body.

        „Für den Städtetag sprach Präsident A, für den Landkreistag Präsident B“: the one right before the title.
        """
        named = [a for a in s.arguments if a.type is EntityType.ORGANISATION and a.marker == "für" and a.head < 0]
        last = max((a for a in named if a.last <= place), key=by_end, default=None)
        if last is not None and last.draft is not None and self.fits(last.draft, kinds):
            between = s.tokens[last.last : place]
            if len(between) <= _VERB and all(t.text[0].islower() for t in between):
                return last.draft
        body = only_one(a.draft for a in s.arguments if a.type is EntityType.ORGANISATION)
        spoken = any(a.draft is body and a.marker == "für" and a.head < 0 for a in s.arguments)
        return body if body is not None and spoken and self.fits(body, kinds) else None

    def _after(self, s: Sentence, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """The only fitting body after the name in its clause: „Vizepräsidentin Olbrich vertrat das Amt“."""
        name = next((a for a in s.arguments if a.draft is person and not a.reference), None)
        if name is None or not kinds:
            return None
        return only_one(
            a.draft
            for a in s.arguments
            if a.draft is not None
            and a.first >= name.last
            and self.fits(a.draft, kinds)
            and not a.adjective
            and a.marker == "np"
            and a.head < 0
            and s.clause_of
            and s.clause_of[a.first] == s.clause_of[name.first]
        )

    def _called_by_town(self, s: Sentence, place: int) -> Draft | None:
        """„Gifhorn wartet ab. Landrat Jens Ott bedauert das“: the district of the only town named before, by its name.

        So it is where the article names no district.
        """
        end = s.starts[place] if place < len(s.starts) else s.end
        towns = dict.fromkeys(d for start, d in self.named if d.kind == "Municipality" and start < end)
        town = only_one(d for d in towns if d.name in self.k.districts)
        if town is None or any(d.kind == "District" for _, d in self.named):
            return None
        self._doubt(UNSURE)
        return self.district(town)


def _is_owned(s: Sentence, a: Argument) -> bool:
    """Whether a possessive stands before a name, or before a noun such as „Kreis“ or „Stadt“ in front of it."""
    noun = s.text_at(a.first - 1)
    generic = noun[:1].isupper() and noun in _GENERIC and a.first - 1 not in s.taken
    return s.low_at(a.first - 2 if generic else a.first - 1) in POSSESSIVES


def _is_said(s: Sentence, a: Argument, place: int) -> bool:
    """„Wir warten auf Jena“, sagt Bürgermeister A: whether a body is named in words that end before the title.

    Not so „Projekt Ulm“ in quotation marks of its own.
    """
    end = next((i for i in range(a.last, place) if s.tokens[i].text in _QUOTES), -1)
    if end < 0 or s.tokens[end].text in _OPENING:
        return False
    start = next((i for i in range(a.first - 1, -1, -1) if s.tokens[i].text in _QUOTES), -1)
    opened = start < 0 or s.tokens[start].text in _OPENING
    return opened and not (end == a.last and start == a.first - 1 >= 0)


def _is_told_aside(s: Sentence, a: Argument, place: int) -> bool:
    """„Im Kreis A, der von B aus verwaltet wird, hat der Beigeordnete …“: what a relative clause names in between."""
    inside = 0 <= a.clause < len(s.clauses) and s.clauses[a.clause].kind == "relative"
    return inside and place < len(s.tokens) and s.clause_of[place] != a.clause


def _is_told_of_another(s: Sentence, a: Argument, place: int) -> bool:
    """„Vize wird A, der die HZD geleitet hat, und Verwaltungschefin B“: what is said aside of somebody else."""
    if not _is_told_aside(s, a, place):
        return False
    whose = s.taken.get(min(s.clauses[a.clause].tokens) - 2) or s.taken.get(min(s.clauses[a.clause].tokens) - 1)
    return whose is not None and whose.type is EntityType.PERSON


def by_end(a: Argument) -> int:
    """Where a name ends, to sort by."""
    return a.last


def _is_we_of_a_quote(s: Sentence, a: Argument, place: int) -> bool:
    """„„Das schaffen wir nicht“, sagte Geschäftsführerin X“: whose body X is in is what „wir“ depends on."""
    if not a.reference or s.low_at(a.first) not in _WE or a.draft is None or a.draft.kind in TOWNS:
        return False
    return any(s.tokens[i].text in _QUOTE_ENDS for i in range(a.last, place))
