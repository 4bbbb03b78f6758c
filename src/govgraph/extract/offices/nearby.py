"""Bodies at hand: which of those that an article names stands nearest and can have an office."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite, is_passive, is_perfect
from govgraph.extract.offices.lands import LANDS, sets_scene
from govgraph.extract.offices.left_bodies import LeftBodies
from govgraph.extract.offices.named_besides import NamedBesides
from govgraph.extract.state import BODY_TYPES, only_one
from govgraph.language.grammar import MODALS, POSSESSIVES
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

TOWNS = frozenset({"Municipality", "District", "Borough"})
ORGANISED = frozenset({EntityType.ORGANISATION})
NOT_OWN = frozenset({"für", "gegen", "an", "aus", "nach"})
"""Markers of a body that is spoken of beside a title and yet is not its body."""
_LOCAL = TOWNS | {"Agency", "Association", "MunicipalUnion", "ServiceProvider"}
"""Kinds of body that one may look for in the whole block: an article on towns seldom has two that fit."""
UNSURE, _HALF_SURE, _RATHER_SURE = 0.58, 0.73, 0.85
"""Most confidence of an office whose body is guessed from afar, the sentence before, the same: 75, 84, 91 % right."""
_REACH = 100_000
"""How many code points around the sentences are looked at: more than an article has, so that only a book is cut."""


_FIRMS = frozenset({"Association", "Company", "PublicCompany", "ServiceProvider", "University"})
"""Kinds of body that a town is only the seat of."""
ASSOCIATIONS = frozenset({"Association"})
_DISTRICTS = frozenset({"District"})
_OPINION = frozenset({"aus", "bei", "für", "von"})
"""Markers of a body whose view or case a sentence gives, so that the next one lets somebody speak for it."""
_DELEGATES = frozenset({"Delegierte", "Delegierter", "Vertreter", "Vertreterin"})
_GENERIC = frozenset(
    {"Gemeinde", "Hansestadt", "Kommune", "Kreis", "Landkreis", "Markt", "Samtgemeinde", "Stadt", "Verbandsgemeinde"}
)
_OPENING = frozenset({"„", "»"})
_QUOTES = _OPENING | {"“", "«", "”"}
_LATER = 2
"""In how many sentences after a title its holder's own town may be named."""
_WE = frozenset({"uns", "wir"})
_QUOTE_ENDS = frozenset({"“", "«", '"'})
_REPLACING = frozenset({"ablösen", "ersetzen"})
_MERGING = {"aufgehen": "in", "fusionieren": "zu", "verschmelzen": "zu"}
"""Verbs by which bodies become one, with the preposition before that one."""
_PAST = frozenset({"war", "waren"})
_VERB = 2
"""Most words between whom somebody speaks for and the title."""


class NearbyBodies:
    """Finds bodies of wanted kinds by where they are named.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
        sentences: Sentences of the article.

    Attributes:
        left: Tokens that name bodies somebody is said to have left, by the `id` of the sentence.
        trust: Most confidence that an office in the body found last can have.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, sentences: Sequence[Sentence]) -> None:
        self.k = knowledge
        self.cast = cast
        near = range(sentences[0].start - _REACH, sentences[-1].end + _REACH) if sentences else range(0)
        named = sorted(
            (start, number)
            for number, d in enumerate(cast.drafts)
            if d.type in BODY_TYPES
            for start, _ in d.mentions
            if start in near
        )
        self._named = [(start, cast.drafts[number]) for start, number in named]
        self._fitting_named: dict[frozenset[str] | frozenset[EntityType], tuple[list[int], list[Draft]]] = {}
        self._leading: dict[frozenset[str], Draft | None] = {}
        self._fitting_bodies: dict[frozenset[str], list[Draft]] = {}
        self._units = knowledge.words("unit-heads-direct")
        self._below = tuple(knowledge.words("subordinate-roles"))
        self.left: dict[int, set[int]] = {}
        self.trust = 1.0
        self._block: dict[int, int] = {}
        self._previous: dict[int, Sentence] = {}
        self._next: dict[int, Sentence] = {}
        self._councils = knowledge.words("town-councils")
        before: Sentence | None = None
        for s in sentences:
            self._block.setdefault(s.block, s.start)
            if before is not None and (before.block == s.block or _is_answer(before, s)):
                self._previous[id(s)] = before
                self._next[id(before)] = s
            before = s
        self._merged = [d for s in sentences for d in self._merging(s)]
        self._to_merge = {
            id(after): [d for d in self._merging(s, now=True) if d not in self._merged]
            for s, after in pairwise(sentences)
            if s.block == after.block
        }
        self._barred: list[Draft] = []
        self._own: dict[int, list[Draft]] = {}
        self._gone = LeftBodies(knowledge, sentences)
        self.besides = NamedBesides(knowledge, sentences, titled_town=cast.town is not None)
        self._passing_over = False

    def _merging(self, s: Sentence, *, now: bool = False) -> Iterator[Draft]:
        """„KDO und ITEBO sind in der NordIT aufgegangen“: bodies that are no more, where it is told what took over.

        With `now`, those also of which the present tells: „fusionieren zur NordIT“.
        """
        if now:
            yield from self._displaced(s)
        for number, clause in enumerate(s.clauses):
            ways = [_MERGING[lemma] for lemma, _, _ in clause.lemmas if lemma in _MERGING]
            if not ways:
                continue
            going = now and not any(word in MODALS for word in clause.auxiliaries)
            if not (going or is_perfect(clause) or in_preterite(s, clause)):
                continue
            here = [a for a in s.arguments if a.clause == number and a.type in ORGANISED and a.draft is not None]
            if any(a.marker in ways for a in here):
                yield from (a.draft for a in here if a.nominative and a.draft is not None)

    @staticmethod
    def _displaced(s: Sentence) -> Iterator[Draft]:
        """„Die NordIT tritt an die Stelle der KDO“, „… ersetzt die KDO“: the body in whose place another comes."""
        for number, clause in enumerate(s.clauses):
            lemmas = {lemma for lemma, _, _ in clause.lemmas}
            if "treten" not in lemmas and _REPLACING.isdisjoint(lemmas):
                continue
            here = [a for a in s.arguments if a.clause == number and a.type in ORGANISED and not a.adjective]
            doing = next((a.draft for a in here if a.nominative), None)
            for a in here:
                gone = "treten" in lemmas and a.marker == "gen" and s.text_at(a.head) == "Stelle"
                gone = gone or (not _REPLACING.isdisjoint(lemmas) and a.marker == "np" and not is_passive(clause))
                if gone and doing is not None and a.draft is not doing and a.draft is not None:
                    yield a.draft

    def nearest(
        self, s: Sentence, person: Draft, place: int, kinds: frozenset[str], spoken: Draft | None = None
    ) -> Draft | None:
        """A fitting body of the sentence, the block, or the article, the nearer the better.

        Args:
            s: The sentence.
            person: Who holds the office.
            place: Token of the title.
            kinds: Kinds of body that the office can be in.
            spoken: The body of whoever says the sentence, if it fits.
        """
        others = self._besides_its_own(s, kinds)
        if not others or self.besides.has_another(s, place, person):
            return self._nearest(s, person, place, kinds, spoken)
        self._barred += others
        found = self._nearest(s, person, place, kinds, spoken)
        self._barred = [d for d in self._barred if d not in others]
        return self._rather_of_title(s, found, others, kinds)

    def _rather_of_title(
        self, s: Sentence, found: Draft | None, others: Sequence[Draft], kinds: frozenset[str]
    ) -> Draft | None:
        """„Gera … Der Kreis Greiz … Auch Ulm macht mit. Kämmerer A“: of the town of the title, none farther back."""
        before, town = self._previous.get(id(s)), self.cast.town
        if found is None or town is None or found.kind not in TOWNS or not self._fits(town, kinds):
            return found
        if before is None or not any(a.draft in others for a in before.arguments):
            return found
        near = any(a.draft is found for one in (s, before) for a in one.arguments)
        return found if near else town

    def _besides_its_own(self, s: Sentence, kinds: frozenset[str]) -> list[Draft]:
        """„Herne hat das Portal. Vorbild war Münster. Oberbürgermeister A …“: whose the article is not, if others fit.

        Of „Auch Hagen will das, sagte Oberbürgermeister A“ it may be Hagen.
        """
        if not self.besides or kinds.isdisjoint(TOWNS):
            return []
        fitting = [d for _, d in self._named if self._fits(d, kinds) and d.kind in TOWNS]
        here = {id(a.draft) for a in s.arguments}
        others = [
            d for d in fitting if (self.besides.is_example(s, d) if id(d) in here else self.besides.is_besides(s, d))
        ]
        return others if len(others) < len(fitting) else []

    def _nearest(
        self, s: Sentence, person: Draft, place: int, kinds: frozenset[str], spoken: Draft | None
    ) -> Draft | None:
        here = (
            self._own_town(s, kinds)
            or self._represented(s, person, kinds)
            or self._town_for(s, person, place, kinds)
            or self._town_first(s, place, kinds)
            or self._own_district(s, place, kinds)
            or self._before(s, place, kinds, speaks=id(person) not in self._own)
            or self._spoken_for(s, place, kinds)
        )
        if here is not None:
            return here
        if kinds & LANDS:
            # what a Land can have just as well is no guess for an association
            kinds -= {"Association"}
        before = self._previous.get(id(s))
        named = {} if before is None else {id(a.draft): a.draft for a in before.arguments if a.draft is not None}
        gone = [d for d in named.values() if self._fits(d, kinds) and self._is_gone_to(s, d)]
        gone += [d for d in named.values() if self._fits(d, kinds) and self._was_employer(s, d, kinds)]
        self._barred += gone
        found = self._around(s, person, kinds, spoken)
        self._barred = [d for d in self._barred if d not in gone]
        if found is None and kinds == _DISTRICTS:
            return self._called_by_town(s, place)
        if found is None or found not in self._gone:
            return found
        # „Lenz war bislang CDO von Baumholder. Oberbürgermeister Maler begrüßte ihn“: rather of where he is now
        self._passing_over = True
        other = self._around(s, person, kinds, spoken)
        self._passing_over = False
        self._doubt(UNSURE)
        return other or found

    def _around(self, s: Sentence, person: Draft, kinds: frozenset[str], spoken: Draft | None) -> Draft | None:
        """A fitting body of the sentences around."""
        told_later = self._own_town_later(s, person, kinds)
        if told_later is not None:
            return told_later
        just_named = self._just_named(s, person, kinds)
        if just_named is not None:
            return just_named
        town = self.cast.town if self.cast.town is not None and self._fits(self.cast.town, kinds) else None
        near = [d for d in s.near if self._fits(d, kinds) and d not in s.aside]
        if kinds & TOWNS:
            near = [d for d in near if d.kind not in TOWNS or not self._is_aside(s, d)]
        topic = s.topic if s.topic is not None and self._fits(s.topic, kinds) else None
        if near:
            return self._of_near(s, near, topic, town, kinds)
        if topic is not None or not kinds:
            self._doubt(_HALF_SURE)
            return topic
        after = self._after(s, person, kinds) or self._district_here(s, kinds)
        if after is not None:
            return after
        scene = self._scene(s, kinds) if kinds <= TOWNS else None
        if scene is not None:
            return scene
        if kinds <= _LOCAL:
            before = self._last_before(s.start, self._block.get(s.block, s.start), kinds)
            if before is not None and (town is None or not self._is_aside(s, before)):
                self._doubt(UNSURE)
                return before
        if self._passing_over:
            return town or spoken or self._last_before(s.start, self._block.get(s.block, s.start), kinds)
        return town or spoken or self._farther(s, kinds)

    def _of_near(
        self, s: Sentence, near: Sequence[Draft], topic: Draft | None, town: Draft | None, kinds: frozenset[str]
    ) -> Draft | None:
        """The body among those that the sentence before names: its subject, unless several are, or the most named."""
        most = self._most_named(kinds)
        if len(near) == 1:
            if most is None or near[0] in (topic, town) or self._is_scene(s, near[0]):
                if most is not near[0]:
                    self._doubt(_HALF_SURE)
                return near[0]
            self._doubt(UNSURE)
            return most
        before = self._previous.get(id(s))
        if kinds <= TOWNS and before is not None and self._several(before, kinds):
            # „A und B haben Interesse. Landrat C …“ is no more of one than of the other
            self._doubt(UNSURE)
            return town or most or self._scene(s, kinds, of_one=True)
        self._doubt(_HALF_SURE)
        return topic or town or (most if most in near else None)

    def _several(self, s: Sentence, kinds: frozenset[str]) -> bool:
        """„Der Heidekreis und der Landkreis Lüneburg haben Interesse“: whether several are the subject of a clause."""
        own: dict[int, Draft] = {}
        for a in s.arguments:
            fits = a.nominative and not a.adjective and a.draft is not None and self._fits(a.draft, kinds)
            if fits and a.draft is not None and own.setdefault(a.clause, a.draft) is not a.draft:
                return True
        return False

    def _doubt(self, trust: float) -> None:
        self.trust = min(self.trust, trust)

    def each(self, s: Sentence, number: int, kinds: frozenset[str]) -> list[Draft]:
        """„Jena und Gera wollen das. Die Oberbürgermeister A und B …“: as many towns as people, in order.

        They are those of the sentence, or of the last one before it that names towns.
        """
        if not kinds or not kinds <= TOWNS:
            return []
        told: Sentence | None = s
        while told is not None:
            towns = (a.draft for a in told.arguments if a.draft is not None and not (a.adjective or a.reference))
            named = list(dict.fromkeys(d for d in towns if d.kind in TOWNS))
            if named:
                fitting = len(named) == number and all(self._fits(d, kinds) for d in named)
                return named if fitting else []
            told = self._previous.get(id(told))
        return []

    def _just_named(self, s: Sentence, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Lob kam vom Verband Bitkom. Präsident Uwe Brandt nannte …“: the only body of the sentence right before.

        So it is where that sentence says what comes from the body, or how it is there, and the person is new.
        """
        before = self._previous.get(id(s))
        known = any(at < s.start for at, _ in person.mentions)
        local = bool(kinds) and kinds <= TOWNS
        if before is None or known or not kinds:
            return None
        if not (local or kinds.isdisjoint(TOWNS | LANDS)):
            if "Association" not in kinds:
                return None
            # „Der Städtetag ist dagegen. Beigeordneter A nannte …“
            kinds = ASSOCIATIONS
        fitting = [
            a for a in before.arguments if a.draft is not None and not a.adjective and self._fits(a.draft, kinds)
        ]
        body = only_one(a.draft for a in fitting)
        if body is not None and self._is_gone_to(s, body):
            return None
        free = [a for a in fitting if a.head < 0 or a.head not in before.taken or (local and self._rules(before, a))]
        free = [a for a in free if not self._is_seat(before, a) and not self._came_from(before, a)]
        spoken = any(a.marker in _OPINION or (local and self._is_told_of(before, a)) for a in free)
        # „Ihre Präsidentin ist gegangen. Bis dahin führt Uwe Brandt die Geschäfte“
        spoken = spoken or any(a.reference and a.marker == "gen" for a in fitting)
        return body if spoken else None

    def _scene(self, s: Sentence, kinds: frozenset[str], *, of_one: bool = False) -> Draft | None:
        """The town that the block speaks of: the last that does something, decides or opens a sentence.

        If there is none, it is the last where something is, but for the seat of a body. With `of_one`, sentences of
        several are passed over.
        """
        told: list[Argument] = []
        before = self._previous.get(id(s))
        while before is not None:
            here = [a for a in before.arguments if a.draft is not None and not a.adjective]
            here = [a for a in here if a.draft is not None and self._fits(a.draft, kinds)]
            strong = [a for a in here if self._is_told_of(before, a)]
            if strong and not (of_one and self._several(before, kinds)):
                return max(strong, key=by_end).draft
            told = told or [a for a in here if a.head < 0 and a.marker == "in"]
            before = self._previous.get(id(before))
        return max(told, key=by_end).draft if told else None

    def _is_told_of(self, s: Sentence, a: Argument) -> bool:
        """„Fulda plant das“, „Der Rat der Stadt Rheine beschloss das“, „In Sellin gibt es das“."""
        return a.nominative or self._rules(s, a) or sets_scene(s, a)

    def _rules(self, s: Sentence, a: Argument) -> bool:
        """„der Rat der Stadt Rheine“."""
        return a.marker in {"gen", "von"} and s.text_at(a.head) in self._councils

    def _is_aside(self, s: Sentence, town: Draft) -> bool:
        """Whether the sentence before names a town only to say where a body or somebody is from."""
        before = self._previous.get(id(s))
        here = [] if before is None else [a for a in before.arguments if a.draft is town]
        return (
            before is not None
            and bool(here)
            and all(a.marker == "nach" or self._is_seat(before, a) or self._came_from(before, a) for a in here)
        )

    def _is_gone_to(self, s: Sentence, body: Draft) -> bool:
        """„A geht nach Bonn, wo sie beim ITZBund arbeitet. Vizepräsident B …“: where somebody is who has left."""
        before = self._previous.get(id(s))
        here = [] if before is None else [a for a in before.arguments if a.draft is body and not a.reference]
        return (
            before is not None
            and bool(here)
            and all(0 <= a.clause < len(before.clauses) and before.clauses[a.clause].opener == "wo" for a in here)
        )

    def _was_employer(self, s: Sentence, body: Draft, kinds: frozenset[str]) -> bool:
        """„Die KDO wächst. A war Bereichsleiter bei der HZD. Geschäftsführer bleibt B“: where A was, below a head.

        The body that the block speaks of stands before.
        """
        before = self._previous.get(id(s))
        if before is None or self._last_before(before.start, self._block.get(s.block, s.start), kinds) is None:
            return False
        here = [a for a in before.arguments if a.draft is body and not a.reference]
        return bool(here) and all(self._was_below(before, a) for a in here)

    def _was_below(self, s: Sentence, a: Argument) -> bool:
        """Whether a body stands beside a title of those below a head that somebody is said to have had."""
        titles = (t for t in s.arguments if t.role is not None and t.first <= a.head < t.last)
        role = next((t.role for t in titles if 0 <= t.clause < len(s.clauses) and _was(s.clauses[t.clause])), None)
        return role is not None and role.name.endswith(self._below)

    def _is_scene(self, s: Sentence, town: Draft) -> bool:
        """„Wer in Ulm einen Antrag stellt, … „Gut“, sagt Bürgermeister A“: where a block begins that s goes on."""
        before = self._previous.get(id(s))
        if town.kind not in TOWNS or before is None or self._previous.get(id(before)) is not None:
            return False
        here = [a for a in before.arguments if a.draft is not None and a.draft.kind in TOWNS and not a.adjective]
        return only_one(a.draft for a in here) is town and any(a.marker == "in" and a.head < 0 for a in here)

    def _is_seat(self, s: Sentence, a: Argument) -> bool:
        """„einem Unternehmen aus Hannover“, „das seinen Sitz in Kassel hat“, „Uwe Brandt kommt aus Fulda“."""
        if a.adjective:
            # „bei der Heidelberger Firma“
            firm = self.k.head_noun(s.text_at(a.last))
            return firm is not None and firm.kind in _FIRMS
        if a.marker not in {"aus", "bei", "in"}:
            return False
        if a.head < 0:
            people = any(b.type is EntityType.PERSON and b.nominative and b.clause == a.clause for b in s.arguments)
            return a.marker == "aus" and people and a.begin > 0
        owner = s.taken.get(a.head)
        if owner is not None:
            return owner.draft is not None and owner.draft.kind in _FIRMS
        noun = self.k.head_noun(s.text_at(a.head))
        return s.low_at(a.head).endswith("sitz") or (noun is not None and noun.kind in _FIRMS)

    def _farther(self, s: Sentence, kinds: frozenset[str]) -> Draft | None:
        """The fitting body named most often, else the last one named before the sentence, else the only one.

        Of towns it must also be the first one: that of the story, where no other came between.
        """
        before = self._last_before(s.start, 0, kinds)
        most = self._most_named(kinds)
        if before is None or before is not most:
            self._doubt(UNSURE)
        if kinds & TOWNS:
            first = next(iter(self._all_fitting(kinds)), None)
            before = first if first is not None and first in (most, before) else None
        else:
            before = most or before
        everywhere = self._all_fitting(kinds)
        return before or (everywhere[0] if len(everywhere) == 1 else None)

    def _most_named(self, kinds: frozenset[str]) -> Draft | None:
        """The fitting body that the article names more often than any other."""
        uncached = bool(self._barred) or self._passing_over
        if kinds not in self._leading or uncached:
            fitting = sorted(self._all_fitting(kinds), key=lambda d: -len(d.mentions))
            leads = len(fitting) == 1 or (len(fitting) > 1 and len(fitting[0].mentions) > len(fitting[1].mentions))
            most = fitting[0] if leads else None
            if uncached:
                return most
            self._leading[kinds] = most
        return self._leading[kinds]

    def _all_fitting(self, kinds: frozenset[str]) -> list[Draft]:
        """The fitting bodies of the article in the order in which it names them."""
        if self._barred or self._passing_over:
            return list({id(d): d for _, d in self._named if self._fits(d, kinds)}.values())
        if kinds not in self._fitting_bodies:
            self._fitting_bodies[kinds] = list({id(d): d for _, d in self._named if self._fits(d, kinds)}.values())
        return self._fitting_bodies[kinds]

    def _before(self, s: Sentence, place: int, kinds: frozenset[str], *, speaks: bool = False) -> Draft | None:
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
            and self._fits(a.draft, kinds)
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
        if found:
            self._doubt(_RATHER_SURE)
        return found[-1].draft if found else None

    def _came_from(self, s: Sentence, a: Argument) -> bool:
        """„A kam von der Stadt Ulm“, not „Lob kam vom Verband Bitkom“: where a person was before."""
        people = (b for b in s.arguments if b.clause == a.clause and b.type is EntityType.PERSON)
        return self._left(s, a) and any(b.nominative for b in people)

    def _left(self, s: Sentence, a: Argument) -> bool:
        """„kommt von der EZB“: where somebody was before."""
        clause = s.clauses[a.clause] if a.marker == "von" and 0 <= a.clause < len(s.clauses) else None
        return clause is not None and not self.k.words("moving-verbs").isdisjoint({c for c, _, _ in clause.lemmas})

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
        return only_one(a.draft for a in named if not (a.reference or a.adjective) and self._is_owned(s, a))

    def _own_town_later(self, s: Sentence, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Bürgermeister A kam spät. Seine Gemeinde Eichenzell zahlt“: what one of the next sentences calls their own.

        A possessive of the other gender is somebody else's, and so is one after another name.
        """
        if not kinds or kinds.isdisjoint(TOWNS):
            return None
        after = self._next.get(id(s))
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
            after = self._next.get(id(after))
        return None

    def _represented(self, s: Sentence, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Im Beirat sitzt Amtsdirektor A als Vertreter von Husum“: whom somebody stands for beside the name."""
        ends = {a.last for a in s.arguments if a.draft is person and not a.reference}
        for a in s.arguments:
            if a.draft is None or a.head < 0 or a.head in s.taken or a.marker not in {"gen", "von"}:
                continue
            named = s.text_at(a.head) in _DELEGATES and s.low_at(a.head - 1) == "als" and a.head - 1 in ends
            if named and self._fits(a.draft, kinds):
                return a.draft
        return None

    @staticmethod
    def _is_owned(s: Sentence, a: Argument) -> bool:
        """Whether a possessive stands before a name, or before a noun such as „Kreis“ or „Stadt“ in front of it."""
        noun = s.text_at(a.first - 1)
        generic = noun[:1].isupper() and noun in _GENERIC and a.first - 1 not in s.taken
        return s.low_at(a.first - 2 if generic else a.first - 1) in POSSESSIVES

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
        if last is not None and last.draft is not None and self._fits(last.draft, kinds):
            between = s.tokens[last.last : place]
            if len(between) <= _VERB and all(t.text[0].islower() for t in between):
                return last.draft
        body = only_one(a.draft for a in s.arguments if a.type is EntityType.ORGANISATION)
        spoken = any(a.draft is body and a.marker == "für" and a.head < 0 for a in s.arguments)
        return body if body is not None and spoken and self._fits(body, kinds) else None

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
            and self._fits(a.draft, kinds)
            and not a.adjective
            and a.marker == "np"
            and a.head < 0
            and s.clause_of
            and s.clause_of[a.first] == s.clause_of[name.first]
        )

    def _fits(self, draft: Draft, kinds: frozenset[str]) -> bool:
        """Whether a body that is only at hand may be meant: a unit inside a body is none to guess."""
        if draft in self._merged or draft in self._barred or self._is_unit(draft):
            return False
        fits = draft.kind in kinds if kinds else draft.type is EntityType.ORGANISATION
        return fits and not (self._passing_over and draft in self._gone)

    def _last_before(self, place: int, since: int, wanted: frozenset[str] | frozenset[EntityType]) -> Draft | None:
        """The body of a wanted kind or type that is named last before a place and not before another.

        A party, mostly in brackets after a name, is none unless that kind is wanted.
        """
        if wanted not in self._fitting_named:
            # a kind and a type may bear the same name
            typed = wanted in (BODY_TYPES, ORGANISED)
            fitting = [
                (start, d)
                for start, d in self._named
                if ((d.type in wanted and d.kind != "Party") if typed else (d.kind in wanted and not self._is_unit(d)))
            ]
            self._fitting_named[wanted] = [start for start, _ in fitting], [d for _, d in fitting]
        starts, drafts = self._fitting_named[wanted]
        i = bisect_left(starts, place) - 1
        while i >= 0 and (
            drafts[i] in self._barred or drafts[i] in self._merged or (self._passing_over and drafts[i] in self._gone)
        ):
            i -= 1
        return drafts[i] if i >= 0 and starts[i] >= since else None

    def _called_by_town(self, s: Sentence, place: int) -> Draft | None:
        """„Gifhorn wartet ab. Landrat Jens Ott bedauert das“: the district of the only town named before, by its name.

        So it is where the article names no district.
        """
        end = s.starts[place] if place < len(s.starts) else s.end
        towns = dict.fromkeys(d for start, d in self._named if d.kind == "Municipality" and start < end)
        town = only_one(d for d in towns if d.name in self.k.districts)
        if town is None or any(d.kind == "District" for _, d in self._named):
            return None
        self._doubt(UNSURE)
        return self.district(town)

    def _is_unit(self, draft: Draft) -> bool:
        return draft.name.split(" ", 1)[0].lower() in self._units

    def district(self, town: Draft) -> Draft | None:
        """„Landrat von Saarlouis“: the district that bears the name of the town, and is called by it here."""
        entry = self.k.districts.get(town.name)
        if entry is None:
            return None
        found = self.cast.known(entry)
        found.names.add(town.name)
        return found


def _was(clause: Clause) -> bool:
    """„war Bereichsleiter“, „ist Referentin gewesen“."""
    past = not _PAST.isdisjoint(clause.auxiliaries) or any(participle for _, _, participle in clause.lemmas)
    return past and {lemma for lemma, _, _ in clause.lemmas} == {"sein"}


def _is_answer(before: Sentence, s: Sentence) -> bool:
    """„Und mit Berlin?“ – „Mit Staatssekretärin Anna Weber sind wir einig“: a question goes on in its answer."""
    return s.kind is BlockKind.ANSWER and before.kind is BlockKind.QUESTION


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
