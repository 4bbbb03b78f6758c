"""Bodies at hand: which of those that an article names stands nearest and can have an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.goals_of_others import GoalsOfOthers
from govgraph.extract.offices.lands import LANDS, sets_scene
from govgraph.extract.offices.named_bodies import HALF_SURE, TOWNS, UNSURE
from govgraph.extract.offices.sentence_bodies import SentenceBodies, by_end
from govgraph.extract.state import only_one
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_LOCAL = TOWNS | {"Agency", "Association", "MunicipalUnion", "ServiceProvider"}
"""Kinds of body that one may look for in the whole block: an article on towns seldom has two that fit."""


_FIRMS = frozenset({"Agency", "Association", "Company", "Ministry", "PublicCompany", "ServiceProvider", "University"})
"""Kinds of body that a town is only the seat of."""
ASSOCIATIONS = frozenset({"Association"})
_DISTRICTS = frozenset({"District"})
_OPINION = frozenset({"aus", "bei", "für", "von"})
"""Markers of a body whose view or case a sentence gives, so that the next one lets somebody speak for it."""
_PAST = frozenset({"war", "waren"})


class NearbyBodies(SentenceBodies):
    """Finds bodies of wanted kinds by where they are named: in the sentence, those around it, or the article."""

    def __init__(self, knowledge: Knowledge, cast: Cast, sentences: Sequence[Sentence]) -> None:
        super().__init__(knowledge, cast, sentences)
        self._below = tuple(knowledge.words("subordinate-roles"))
        self._councils = knowledge.words("town-councils")
        self._goals = GoalsOfOthers(knowledge.words, self.named)

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
        goals = list(self._goals.around(s, self.previous.get(id(s)), person, place))
        if not goals:
            return self._nearest_of_own(s, person, place, kinds, spoken)
        self.barred += goals
        found = self._nearest_of_own(s, person, place, kinds, spoken)
        self.barred = [d for d in self.barred if d not in goals]
        since = self.block_starts.get(s.block, s.start)
        near = found is self.cast.town or any(d is found and since <= at < s.end for at, d in self.named)
        if near or found is s.topic:
            return found
        # a body of another paragraph is hardly that of who stays behind; a head may well be of the one that is named
        title = s.taken.get(place)
        below = title is not None and title.role is not None and title.role.name.endswith(self._below)
        return None if below else self._nearest_of_own(s, person, place, kinds, spoken)

    def _nearest_of_own(
        self, s: Sentence, person: Draft, place: int, kinds: frozenset[str], spoken: Draft | None
    ) -> Draft | None:
        """The nearest fitting body, rather none that an article names only beside its own."""
        others = self._besides_its_own(s, kinds)
        if not others or self.besides.has_another(s, place, person):
            return self._nearest(s, person, place, kinds, spoken)
        self.barred += others
        found = self._nearest(s, person, place, kinds, spoken)
        self.barred = [d for d in self.barred if d not in others]
        return self._rather_of_title(s, found, others, kinds)

    def _rather_of_title(
        self, s: Sentence, found: Draft | None, others: Sequence[Draft], kinds: frozenset[str]
    ) -> Draft | None:
        """„Gera … Der Kreis Greiz … Auch Ulm macht mit. Kämmerer A“: of the town of the title, none farther back."""
        before, town = self.previous.get(id(s)), self.cast.town
        if found is None or town is None or found.kind not in TOWNS or not self.fits(town, kinds):
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
        fitting = [d for _, d in self.named if self.fits(d, kinds) and d.kind in TOWNS]
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
            or self.before(s, place, kinds, speaks=id(person) not in self.own)
            or self._spoken_for(s, place, kinds)
        )
        if here is not None:
            return here
        if kinds & LANDS:
            # what a Land can have just as well is no guess for an association
            kinds -= {"Association"}
        before = self.previous.get(id(s))
        named = {} if before is None else {id(a.draft): a.draft for a in before.arguments if a.draft is not None}
        gone = [d for d in named.values() if self.fits(d, kinds) and self._is_gone_to(s, d)]
        gone += [d for d in named.values() if self.fits(d, kinds) and self._was_employer(s, d, kinds)]
        gone += [d for d in named.values() if self.fits(d, kinds) and self._is_said_aside(s, d, kinds)]
        gone += self._partners_before(before, kinds)
        self.barred += gone
        found = self._around(s, person, kinds, spoken)
        self.barred = [d for d in self.barred if d not in gone]
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
        town = self.cast.town if self.cast.town is not None and self.fits(self.cast.town, kinds) else None
        near = [d for d in s.near if self.fits(d, kinds) and d not in s.aside]
        if kinds & TOWNS:
            near = [d for d in near if d.kind not in TOWNS or not self._is_aside(s, d)]
        topic = s.topic if s.topic is not None and self.fits(s.topic, kinds) else None
        if near:
            return self._of_near(s, near, topic, town, kinds)
        if topic is not None or not kinds:
            self._doubt(HALF_SURE)
            return topic
        after = self._after(s, person, kinds) or self._district_here(s, kinds)
        if after is not None:
            return after
        scene = self.scene(s, kinds) if kinds <= TOWNS else None
        if scene is not None:
            return scene
        if kinds <= _LOCAL:
            before = self.last_before(s.start, self.block_starts.get(s.block, s.start), kinds)
            if before is not None and (town is None or not self._is_aside(s, before)):
                self._doubt(UNSURE)
                return before
        if self._passing_over:
            return town or spoken or self.last_before(s.start, self.block_starts.get(s.block, s.start), kinds)
        return town or spoken or self._farther(s, kinds)

    def _of_near(
        self, s: Sentence, near: Sequence[Draft], topic: Draft | None, town: Draft | None, kinds: frozenset[str]
    ) -> Draft | None:
        """The body among those that the sentence before names: its subject, unless several are, or the most named."""
        most = self.most_named(kinds)
        if len(near) == 1:
            if most is None or near[0] in (topic, town) or self._is_scene(s, near[0]) or self._is_opened_by(s, near[0]):
                if most is not near[0]:
                    self._doubt(HALF_SURE)
                return near[0]
            self._doubt(UNSURE)
            return most
        before = self.previous.get(id(s))
        if kinds <= TOWNS and before is not None and self._several(before, kinds):
            # „A und B haben Interesse. Landrat C …“ is no more of one than of the other
            self._doubt(UNSURE)
            return town or most or self.scene(s, kinds, of_one=True)
        self._doubt(HALF_SURE)
        return topic or town or (most if most in near else None)

    def _several(self, s: Sentence, kinds: frozenset[str]) -> bool:
        """„Der Heidekreis und der Landkreis Lüneburg haben Interesse“: whether several are the subject of a clause."""
        own: dict[int, Draft] = {}
        for a in s.arguments:
            fits = a.nominative and not a.adjective and a.draft is not None and self.fits(a.draft, kinds)
            if fits and a.draft is not None and own.setdefault(a.clause, a.draft) is not a.draft:
                return True
        return False

    def each(self, s: Sentence, number: int, kinds: frozenset[str]) -> list[Draft]:
        """„Jena und Gera wollen das. Die Oberbürgermeister A und B …“: as many towns as people, in order.

        They are those of the sentence, or of the last one before it that names towns. Firms are named together, in
        the sentence or right before it: „KDO und ITEBO kooperieren. Die Geschäftsführer A und B …“.
        """
        if not kinds or not kinds <= TOWNS:
            before = self.previous.get(id(s))
            together = self._together(s, number, kinds)
            return together or ([] if before is None else self._together(before, number, kinds))
        told: Sentence | None = s
        while told is not None:
            towns = (a.draft for a in told.arguments if a.draft is not None and not (a.adjective or a.reference))
            named = list(dict.fromkeys(d for d in towns if d.kind in TOWNS))
            if named:
                fitting = len(named) == number and all(self.fits(d, kinds) for d in named)
                return named if fitting else []
            told = self.previous.get(id(told))
        return []

    def _together(self, s: Sentence, number: int, kinds: frozenset[str]) -> list[Draft]:
        """As many bodies as wanted that are joined by „und“, the only ones of a sentence that fit."""
        fitting = [a for a in s.arguments if a.draft is not None and not (a.adjective or a.reference)]
        fitting = [a for a in fitting if a.draft is not None and self.fits(a.draft, kinds)]
        bodies = list(dict.fromkeys(a.draft for a in sorted(fitting, key=lambda a: a.first) if a.draft is not None))
        joined = len({a.group for a in fitting}) == 1 and fitting[0].group >= 0
        same = all(d.type is EntityType.ORGANISATION for d in bodies)
        return bodies if joined and same and len(bodies) == number else []

    def _just_named(self, s: Sentence, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Lob kam vom Verband Bitkom. Präsident Uwe Brandt nannte …“: the only body of the sentence right before.

        So it is where that sentence says what comes from the body, or how it is there, and the person is new.
        """
        before = self.previous.get(id(s))
        known = any(at < s.start for at, _ in person.mentions)
        local = bool(kinds) and kinds <= TOWNS
        if before is None or known or not kinds:
            return None
        if not (local or kinds.isdisjoint(TOWNS | LANDS)):
            if "Association" not in kinds:
                return None
            # „Der Städtetag ist dagegen. Beigeordneter A nannte …“
            kinds = ASSOCIATIONS
        fitting = [a for a in before.arguments if a.draft is not None and not a.adjective and self.fits(a.draft, kinds)]
        body = only_one(a.draft for a in fitting)
        if body is not None and self._is_gone_to(s, body):
            return None
        free = [a for a in fitting if a.head < 0 or a.head not in before.taken or (local and self._rules(before, a))]
        free = [a for a in free if not self._is_seat(before, a) and not self._came_from(before, a)]
        spoken = any(a.marker in _OPINION or (local and self._is_told_of(before, a)) for a in free)
        # „Ihre Präsidentin ist gegangen. Bis dahin führt Uwe Brandt die Geschäfte“
        spoken = spoken or any(a.reference and a.marker == "gen" for a in fitting)
        return body if spoken else None

    def scene(self, s: Sentence, kinds: frozenset[str], *, of_one: bool = False) -> Draft | None:
        """The town that the block speaks of: the last that does something, decides or opens a sentence.

        If there is none, it is the last where something is, but for the seat of a body. With `of_one`, sentences of
        several are passed over.
        """
        told: list[Argument] = []
        before = self.previous.get(id(s))
        while before is not None:
            here = [a for a in before.arguments if a.draft is not None and not a.adjective]
            here = [a for a in here if a.draft is not None and self.fits(a.draft, kinds)]
            strong = [a for a in here if self._is_told_of(before, a)]
            if strong and not (of_one and self._several(before, kinds)):
                return max(strong, key=by_end).draft
            told = told or [a for a in here if a.head < 0 and a.marker == "in"]
            before = self.previous.get(id(before))
        return max(told, key=by_end).draft if told else None

    def _is_told_of(self, s: Sentence, a: Argument) -> bool:
        """„Fulda plant das“, „Der Rat der Stadt Rheine beschloss das“, „In Sellin gibt es das“."""
        return a.nominative or self._rules(s, a) or sets_scene(s, a)

    def _rules(self, s: Sentence, a: Argument) -> bool:
        """„der Rat der Stadt Rheine“."""
        return a.marker in {"gen", "von"} and s.text_at(a.head) in self._councils

    def _is_aside(self, s: Sentence, town: Draft) -> bool:
        """Whether the sentence before names a town only to say where a body or somebody is from."""
        before = self.previous.get(id(s))
        here = [] if before is None else [a for a in before.arguments if a.draft is town]
        return (
            before is not None
            and bool(here)
            and all(a.marker == "nach" or self._is_seat(before, a) or self._came_from(before, a) for a in here)
        )

    def _is_gone_to(self, s: Sentence, body: Draft) -> bool:
        """„A geht nach Bonn, wo sie beim ITZBund arbeitet. Vizepräsident B …“: where somebody is who has left."""
        before = self.previous.get(id(s))
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
        before = self.previous.get(id(s))
        if before is None or self.last_before(before.start, self.block_starts.get(s.block, s.start), kinds) is None:
            return False
        here = [a for a in before.arguments if a.draft is body and not a.reference]
        return bool(here) and all(self._was_below(before, a) for a in here)

    def _is_said_aside(self, s: Sentence, body: Draft, kinds: frozenset[str]) -> bool:
        """„Das Landgericht hat neue Säle. Sie haben Technik, die Dataport bereitstellt. Präsidentin A …“: who supplies.

        It stands in relative clauses alone, and the block tells of another body before.
        """
        before = self.previous.get(id(s))
        here = [] if before is None else [a for a in before.arguments if a.draft is body and not a.reference]
        if before is None or not here:
            return False
        if any(not 0 <= a.clause < len(before.clauses) or before.clauses[a.clause].kind != "relative" for a in here):
            return False
        other = self.last_before(before.start, self.block_starts.get(s.block, s.start), kinds)
        return other is not None and other is not body

    def _partners_before(self, before: Sentence | None, kinds: frozenset[str]) -> list[Draft]:
        """„Die KDO wächst. Gesellschafter sind A und B. Geschäftsführer C …“: who only has to do with the topic.

        The block tells of another body before, or the sentence does.
        """
        if before is None or not kinds.isdisjoint(TOWNS):
            return []
        found = self._partners.of(before, lambda d: self.fits(d, kinds))
        return found if found and self._named_in(range(self._since(before), before.end), kinds, found) else []

    def _was_below(self, s: Sentence, a: Argument) -> bool:
        """Whether a body stands beside a title of those below a head that somebody is said to have had."""
        titles = (t for t in s.arguments if t.role is not None and t.first <= a.head < t.last)
        role = next((t.role for t in titles if 0 <= t.clause < len(s.clauses) and _was(s.clauses[t.clause])), None)
        return role is not None and role.name.endswith(self._below)

    def _is_scene(self, s: Sentence, town: Draft) -> bool:
        """„Wer in Ulm einen Antrag stellt, … „Gut“, sagt Bürgermeister A“: where a block begins that s goes on."""
        before = self.previous.get(id(s))
        if town.kind not in TOWNS or before is None or self.previous.get(id(before)) is not None:
            return False
        here = [a for a in before.arguments if a.draft is not None and a.draft.kind in TOWNS and not a.adjective]
        return only_one(a.draft for a in here) is town and any(a.marker == "in" and a.head < 0 for a in here)

    def _is_opened_by(self, s: Sentence, body: Draft) -> bool:
        """„Beim Städtetag steht ein Wechsel an. Direktor A geht“: whether the sentence before says of what it tells."""
        before = self.previous.get(id(s))
        here = () if before is None else before.arguments
        return any(a.draft is body and a.marker == "bei" and a.head < 0 and a.begin == 0 for a in here)

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
        before = self.last_before(s.start, 0, kinds)
        most = self.most_named(kinds)
        if before is None or before is not most:
            self._doubt(UNSURE)
        if kinds & TOWNS:
            first = next(iter(self._all_fitting(kinds)), None)
            before = first if first is not None and first in (most, before) else None
        elif before is None or most is None or any(d is most and at < s.end for at, d in self.named):
            # „Die Nordsoft GmbH wächst. Chefin ist A. …“: not of a firm that is named later only
            before = most or before
        everywhere = self._all_fitting(kinds)
        return before or (everywhere[0] if len(everywhere) == 1 else None)


def _was(clause: Clause) -> bool:
    """„war Bereichsleiter“, „ist Referentin gewesen“."""
    past = not _PAST.isdisjoint(clause.auxiliaries) or any(participle for _, _, participle in clause.lemmas)
    return past and clause.verbs == {"sein"}
