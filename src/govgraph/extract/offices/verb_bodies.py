"""Bodies that the verb beside a title tells: who elects, who is led, for whom somebody sits, where somebody goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.fitting_bodies import FittingBodies
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.left_bodies import LEADING
from govgraph.extract.offices.named_bodies import ORGANISED
from govgraph.extract.offices.taken_places import town_sat_for
from govgraph.extract.state import BOARDS, BODY_TYPES, only_one
from govgraph.language.grammar import INDEFINITE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_CHOOSING = ("ausschuss", "kuratorium", "präsidium", "rat", "versammlung", "vorstand")
"""Ends of nouns for an organ that gives offices."""
_ELECTING = frozenset({"Association", "Commission", "Committee", "MunicipalUnion"})
_OWN_OR_THE = frozenset({"der", "des"} | {f"{w}{e}" for w in ("ihr", "sein", "unser") for e in ("er", "es")})
ELECTED = ("präsident", "vorsitzender", "schatzmeister", "beisitzer", "sprecher", "stellvertreter")
"""Ends of posts that are held beside another one."""
BEING = frozenset({"bleibt", "ist", "war", "wird", "wurde"})
COMPLEMENT = frozenset({"der", "des", "von", "vom", "im", "beim", "bei"})
_LED_AS = LEADING | {"lenken", "managen", "repräsentieren", "steuern", "vertreten"}
"""Lemmas of verbs whose object is where somebody is what „als“ says."""
_HEADING = "vorstehen"
"""Lemma of the verb for leading with what is led in the dative."""
_SERVICE = frozenset({"Dienst", "Dienste", "Diensten", "Sold"})


class VerbBodies:
    """Finds the body that the verb of a clause tells for a title in it.

    Args:
        bodies: Bodies of the article.
    """

    def __init__(self, bodies: FittingBodies) -> None:
        self.k = bodies.k
        self.bodies = bodies
        self._filling_in = bodies.k.words("filling-in-verbs") | bodies.k.words("succeeding-verbs")

    def elected_by(self, s: Sentence, clause: int, kinds: frozenset[str]) -> Draft | None:
        """„Die Versammlung des NEGZ hat X von der Universität Lübeck zum Vorsitzenden gewählt“: who chooses has it."""
        verbs = self.k.words("appointing-verbs")
        if clause < 0 or verbs.isdisjoint(lemma for lemma, _, _ in s.clauses[clause].lemmas):
            return None
        organs = [a for a in s.arguments if a.clause == clause and a.marker == "gen" and not a.adjective]
        choosing = [a for a in organs if s.low_at(a.head).endswith(_CHOOSING) and a.type is EntityType.ORGANISATION]
        choosing = [a for a in choosing if not kinds or (a.draft is not None and a.draft.kind in kinds)]
        return only_one(a.draft for a in choosing)

    def going_to(self, s: Sentence, title: Argument | None, clause: int, kinds: frozenset[str]) -> Draft | None:
        """„kehrt als CIO nach Kassel zurück“: where somebody goes in that office."""
        if title is None or title.marker != "als" or clause < 0:
            return None
        if not self.k.words("moving-verbs") & s.clauses[clause].verbs:
            return None
        return only_one(
            a.draft
            for a in s.arguments
            if a.clause == clause
            and a.marker in {"nach", "zu"}
            and a.draft is not None
            and self.bodies.fits(a.draft, kinds)
        )

    def comes_from(self, s: Sentence, role: RoleNoun, person: Draft, title: Argument | None) -> bool:
        """„Vizepräsidentin bleibt A von Accenture“: what „von“ tells is who sent somebody there.

        So are brackets: „Zu stellvertretenden Vorsitzenden wählten die Mitglieder A (Dataport) und B (ekom21)“. A party
        in them sends nobody: „Regionspräsidentin A (SPD) würdigte den Verstorbenen“.
        """
        if title is None or not role.name.lower().endswith(ELECTED):
            return False
        named = next((a for a in s.arguments if a.draft is person and not a.reference), None)
        if named is None or s.low_at(named.last) not in {"von", "vom", "(", "aus"} or _is_party(s, named, title):
            return False
        being = title.first == 0 and s.lower[title.last] in BEING and named.begin == title.last + 1
        return being or self.is_chosen(s, title.clause)

    def sent_to(self, s: Sentence, title: Argument | None) -> Draft | None:
        """„Bitkom hat gewählt. Vizepräsidentin bleibt A von Accenture“: the board spoken of."""
        if title is None:
            return None
        spoken = self._spoken_of(s, title.first) or self._spoken_of(self.bodies.previous.get(id(s)))
        return spoken or self.bodies.last_before(
            s.starts[title.first], self.bodies.block_starts.get(s.block, 0), _ELECTING
        )

    def is_lent(self, s: Sentence, person: Draft, title: Argument | None) -> bool:
        """„Als Geschäftsführerin springt A von der Hochschule ein“: what „von“ tells is where somebody else is from."""
        if title is None or title.marker != "als" or not 0 <= title.clause < len(s.clauses):
            return False
        if hangs_more(s, title) or (title.role is not None and title.role.bodies):
            return False
        named = next((a for a in s.arguments if a.draft is person and not a.reference), None)
        helps = not self._filling_in.isdisjoint(s.clauses[title.clause].verbs)
        return helps and named is not None and s.low_at(named.last) in {"von", "vom"}

    def lent_to(self, s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """The body that a clause says somebody helps out at, else the last one named before it."""
        if title is None:
            return None
        here = [a for a in s.arguments if a.clause == title.clause and a.marker in {"bei", "in"} and a.head < 0]
        there = only_one(a.draft for a in here if a.draft is not None and (a.draft.kind in kinds or not kinds))
        return there or self.bodies.last_before(s.start, 0, kinds or ORGANISED)

    def whose_unit(self, s: Sentence, title: Argument | None) -> Draft | None:
        """„Ulm hat A zum Leiter seines Hauptamts ernannt“: who gives somebody the lead of a unit without a name has it.

        „Der Kreistag hat A zur Leiterin des Hauptamts gewählt“: an organ has none.
        """
        if title is None or title.role is None or title.marker != "zu":
            return None
        if not title.role.name.endswith(("Leiter", "Chef")):
            return None
        if s.low_at(title.last) not in _OWN_OR_THE or not self.is_chosen(s, title.clause):
            return None
        i = title.last + 1
        while s.text_at(i)[:1].islower() and s.low_at(i).endswith(("en", "er")):
            i += 1
        noun = s.low_at(i).removesuffix("s").removesuffix("e")
        named = s.taken.get(i)
        if not noun.endswith((*self.k.words("unit-nouns"), "zentrum")):
            return None
        if named is not None and named.draft is not None:
            return None
        hanging = any(a.head == i and a.first != title.last for a in s.arguments)
        if hanging or s.low_at(i + 1) in {*COMPLEMENT, "für"}:
            return None
        if s.text_at(i + 1)[:1].isupper() and i + 1 in s.taken:
            return None
        here = [a for a in s.arguments if a.clause == title.clause and a.type in BODY_TYPES and not a.adjective]
        body = only_one(a.draft for a in here if a.draft is not None)
        chooses = body is not None and body.kind not in BOARDS | LANDS and any(a.nominative for a in here)
        return body if chooses else None

    @staticmethod
    def _spoken_of(s: Sentence | None, place: int = 1000) -> Draft | None:
        """The last body of a sentence that chooses its officers and hangs on no other noun."""
        here = [] if s is None else [a for a in s.arguments if a.first < place and a.head < 0 and not a.adjective]
        here = [a for a in here if a.draft is not None and a.draft.kind in _ELECTING]
        return max(here, key=lambda a: a.first).draft if here else None

    def is_chosen(self, s: Sentence, number: int) -> bool:
        """Whether a clause tells who is chosen for a post."""
        chosen = self.k.words("appointing-verbs") | {"bestätigen"}
        return 0 <= number < len(s.clauses) and not chosen.isdisjoint(s.clauses[number].verbs)


def led_as(s: Sentence, role: RoleNoun, title: Argument | None, clause: int, kinds: frozenset[str]) -> Draft | None:
    """„führte als Geschäftsführer die Lecos“, „steht als Vorsteherin dem Finanzamt vor“: not a board besides."""
    if title is None or title.marker != "als" or role.bodies or clause < 0:
        return None
    lemmas = s.clauses[clause].verbs
    case = "d" if _HEADING in lemmas else "a"
    if _LED_AS.isdisjoint(lemmas) and case == "a":
        return None
    here = [a for a in s.arguments if a.clause == clause and a.marker == "np" and case in a.cases]
    body = only_one(a.draft for a in here if a.type is EntityType.ORGANISATION)
    return body if body is not None and body.kind not in BOARDS and (not kinds or body.kind in kinds) else None


def served(s: Sentence, role: RoleNoun, title: Argument | None) -> Draft | None:
    """„steht dort als Vertriebsleiter in Diensten der AKDB“: whoever somebody works for in that office."""
    if title is None or title.marker != "als" or any(d.type is EntityType.ORGANISATION for d in role.bodies):
        return None
    return only_one(
        a.draft
        for a in s.arguments
        if a.clause == title.clause
        and a.type in BODY_TYPES
        and a.marker in {"gen", "von"}
        and s.text_at(a.head) in _SERVICE
        and s.low_at(a.head - 1) in {"im", "in"}
    )


def sits_for(s: Sentence, role: RoleNoun, title: Argument | None, clause: int, kinds: frozenset[str]) -> Draft | None:
    """„vertritt Hessen als CIO im IT-Planungsrat“: for whom somebody sits in a board."""
    if title is None or any(d.kind not in BOARDS for d in role.bodies):
        return None
    if title.marker == "np" and not role.bodies and role.name.endswith("leiter"):
        return town_sat_for(s, title)
    if title.marker != "als" or clause < 0:
        return None
    if "vertreten" not in s.clauses[clause].verbs:
        return None
    here = [a for a in s.arguments if a.clause == clause and a.marker == "np" and not a.adjective]
    return only_one(a.draft for a in here if a.draft is not None and a.draft.kind in kinds)


def left_by(s: Sentence, title: Argument | None, person: Draft, kinds: frozenset[str]) -> Draft | None:
    """„Geschäftsführer A musste die ekom21 verlassen“: what the holder of a title without a body leaves."""
    if title is None or title.marker == "als" or not 0 <= title.clause < len(s.clauses):
        return None
    if "verlassen" not in s.clauses[title.clause].verbs:
        return None
    here = [a for a in s.arguments if a.clause == title.clause and a.head < 0 and not a.adjective]
    if not any(a.draft is person and a.nominative for a in here):
        return None
    left = (a.draft for a in here if a.marker == "np" and a.type is EntityType.ORGANISATION)
    body = only_one(left)
    return body if body is not None and (body.kind in kinds or not kinds) else None


def of_us(s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
    """„Seit 2022 haben wir mit Jens Ott einen eigenen CISO“: the body for which somebody speaks has one."""
    if title is None or not 0 <= title.clause < len(s.clauses):
        return None
    if INDEFINITE.isdisjoint(s.lower[max(0, title.first - 2) : title.first]):
        return None
    having = "haben" in s.clauses[title.clause].verbs
    us = (a.draft for a in s.arguments if a.clause == title.clause and s.low_at(a.first) == "wir")
    fitting = (d for d in us if d is not None and (d.kind in kinds or d.type is EntityType.ORGANISATION))
    return next(fitting, None) if having else None


def hangs_more(s: Sentence, title: Argument) -> bool:
    """„zum Sprecher des Netzwerks“, „Vorsitzende der VITAKO“: whether the title goes on."""
    return s.low_at(title.last) in {*COMPLEMENT, "für"}


def _is_party(s: Sentence, named: Argument, title: Argument) -> bool:
    """Whether the brackets right after a title and a name tell of a party."""
    inside = s.taken.get(named.last + 1)
    party = inside is not None and inside.draft is not None and inside.draft.kind == "Party"
    return party and title.last == named.first and title.marker not in {"als", "zu"}
