"""Works that are told to run, start or end without saying where: at the house of who speaks, or in the story's town."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive, is_state
from govgraph.extract.references.outgoing import former_stems, is_old
from govgraph.extract.state import BODY_TYPES, RUN, FactDraft, only_one
from govgraph.language.grammar import NOT_VERBS
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_LEAD = frozenset({BlockKind.TITLE, BlockKind.LEAD})
_CONFIDENCE = 0.55
_SURE = 0.65
"""Confidence where the sentence before tells what the town does."""
_RULE = "runs-here"
TOWN_RULE = "runs-in-town"
_PAIR = 2
_ALL_OVER = frozenset({"landesweit"})
_BREAKS = frozenset({":", ";", "–"})

_OF = frozenset({"der", "des", "von", "dieser", "dieses", "ihrer", "seiner", "für"})
_AT_THE_END = {
    Modality.ASSERTED: Modality.ENDED, Modality.PLANNED: Modality.ASSERTED, Modality.REPORTED: Modality.ENDED,
}  # fmt: skip
"""What holds of a work that is over, or will be: until then it is still there."""
_COPULAS = frozenset({"sein", "bilden", "bleiben", "werden"})

_Told = tuple["Argument", bool]
"""A work of a clause, and whether the clause says that it is over."""


_OPERATING = frozenset({"im-einsatz-haben", "laufen-in", "uebernehmen", "werk-behalten"})
"""Rules by which a house has a work; an IT provider has it to run it for others."""


def operators(facts: Sequence[FactDraft]) -> None:
    """„Die Anwendung läuft beim ITDZ“, „Dataport übernimmt die Cloud“: an IT provider runs what others use."""
    for fact in facts:
        used = fact.rule in _OPERATING and fact.predicate is Predicate.IMPLEMENTS and fact.object.type in RUN
        if used and fact.subject.kind == "ServiceProvider":
            fact.predicate = Predicate.DEVELOPS


class RunningWorks:
    """Reads „Die E-Akte läuft inzwischen auf 900 Rechnern“, „Genutzt wird die Software X“, „X löst Y ab“.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self.modality = modality
        self.date = date
        self._running = words("coming-into-use-verbs")
        self._nouns = words("running-nouns")
        self._done = words("introducing-verbs") | words("ending-verbs") | words("plain-using-verbs")
        self._ending = words("ending-verbs")
        self._using = words("using-verbs") | words("plain-using-verbs") | {"arbeiten"}
        self._passing = words("passing-words")
        self._replacing = words("replacing-verbs")
        self._core = words("core-nouns")
        self._closing = words("closing-nouns")
        self._capitals = words("state-capitals")
        self._stems = former_stems(words)

    def facts(
        self, sentences: Sequence[Sentence], group: Callable[[Draft | None], Draft | None], cast: Cast
    ) -> Iterator[FactDraft]:
        """Who uses such works.

        Args:
            sentences: The article.
            group: Gives the body or Land that a person speaks for.
            cast: Entities of the article.
        """
        town = self._story_town(sentences, cast)
        for s in sentences:
            if s.kind is BlockKind.QUESTION or s.tokens[-1].text == "?":
                continue
            spoken = s.kind is BlockKind.ANSWER and s.speaker is not None
            story = group(s.speaker) if spoken else town
            rule = _RULE if spoken else TOWN_RULE
            for number, clause in enumerate(s.clauses):
                house = story if spoken else _acting_before(s, number) or _whole_land(s, clause, cast) or story
                works = self._works(s, number, clause)
                house = (self._user_of_old(s, works) if works else None) or house
                if house is None or house.type not in BODY_TYPES:
                    continue
                verdict = self.modality.judge(s, clause, self.date) if works else None
                for a, over in works:
                    if verdict is not None and a.draft is not None:
                        said = _AT_THE_END.get(verdict, verdict) if over else verdict
                        # „Suhl digitalisiert sein Standesamt. Verwendet wird X“
                        sure = _SURE if house is s.topic else _CONFIDENCE
                        yield FactDraft(house, Predicate.IMPLEMENTS, a.draft, said, sure, s, rule, s.speaker)

    def _works(self, s: Sentence, number: int, clause: Clause) -> list[_Told]:
        """What a main clause tells to run or to be over, if it names nobody who could run it."""
        if clause.kind != "main":
            return []
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        works = [a for a in inside if a.type in RUN]
        if not works or any(
            (a.type in BODY_TYPES and not _made(a, works)) or (a.type in RUN and a.marker == "auf") for a in inside
        ):
            # „Auf der Plattform läuft …“ tells what it rests on
            return []
        lemmas = clause.verbs
        replaced = self._replaced(s, clause, works) if lemmas & self._replacing else []
        if replaced:
            return replaced
        closed = [a for a in works if a.marker == "mit"]
        if closed and self._says(s, clause, self._closing):
            return [(a, True) for a in _coordinated(closed)]
        subjects = [a for a in works if a.nominative]
        runs = bool(subjects) and self._runs(s, clause, lemmas)
        over = bool(lemmas & self._ending)
        if over and not self._passing.isdisjoint(clause.words):
            return []
        return [(a, over) for a in _coordinated(subjects)] if runs else []

    def _user_of_old(self, s: Sentence, works: Sequence[_Told]) -> Draft | None:
        """„MESO, mit dem die KISA arbeitet, wird durch VOIS ersetzt“: who by a relative clause uses what goes."""
        old = {id(a.draft) for a, over in works if over}
        if not old or len(works) == len(old):
            return None
        about = {a.clause for a in s.arguments if a.reference and id(a.draft) in old}
        using = [n for n in about if s.clauses[n].kind == "relative" and not self._using.isdisjoint(s.clauses[n].verbs)]
        users = (a for a in s.arguments if a.clause in using and a.nominative and a.type in BODY_TYPES)
        return only_one(a.draft for a in users)

    def _runs(self, s: Sentence, clause: Clause, lemmas: frozenset[str]) -> bool:
        if is_passive(clause) or is_state(clause):
            return bool(lemmas & self._done)
        if lemmas & self._running or self._says(s, clause, self._nouns):
            return True
        core = next((i for i in clause.tokens if s.tokens[i].text in self._core), -1)
        return bool(lemmas & _COPULAS) and core >= 0 and _of_all(s, core)

    def _replaced(self, s: Sentence, clause: Clause, works: Sequence[Argument]) -> list[_Told]:
        """„Nun ersetzt A das alte System B“, „B wird durch A abgelöst“: what comes, and what goes."""
        subjects = [a for a in works if a.nominative]
        if is_passive(clause) or is_state(clause):
            coming = [a for a in works if a.marker in {"durch", "von"} and a.head < 0]
            return [(a, False) for a in coming] + [(a, True) for a in subjects] if coming else []
        bare = [a for a in works if a.marker == "np" and a.head < 0]
        if len(bare) != _PAIR:
            return []
        old = next((a for a in bare if is_old(s, a, self._stems)), bare[1])
        return [(a, a is old) for a in bare]

    def _story_town(self, sentences: Sequence[Sentence], cast: Cast) -> Draft | None:
        """The town that an article is about: in its title, else the only one of its lead, if it acts there.

        „Kiel“ may well stand for the Land where the article is about that.
        """
        town, home = cast.town or _leading_town(sentences), cast.home
        if town is None or home is None or town.name not in self._capitals or not home.mentions:
            return town
        if any(a.draft is town and _is_called_town(a) for s in sentences for a in s.arguments):
            return town
        own = home.entry is not None and town.entry is not None and home.entry.iri in town.entry.jurisdictions
        return home if own and home.kind == "State" else town

    @staticmethod
    def _says(s: Sentence, clause: Clause, nouns: frozenset[str]) -> bool:
        return not nouns.isdisjoint(s.tokens[i].text for i in clause.tokens)


def _made(body: Argument, works: Sequence[Argument]) -> bool:
    """„die Software X der AKDB“: whose product a work is."""
    hangs = body.type is EntityType.ORGANISATION and body.marker in {"gen", "von", "aus"}
    return hangs and any(body.head == a.last - 1 for a in works)


def _is_called_town(a: Argument) -> bool:
    """„die Landeshauptstadt Kiel“: by such a name no Land is meant."""
    return a.introduced_by.lower().endswith("stadt")


def _leading_town(sentences: Sequence[Sentence]) -> Draft | None:
    lead = [a for s in sentences if s.kind in _LEAD for a in s.arguments if a.type is EntityType.MUNICIPALITY]
    town = only_one(a.draft for a in lead)
    return town if any(a.nominative for a in lead) else None


def _whole_land(s: Sentence, clause: Clause, cast: Cast) -> Draft | None:
    """„Auch X ist seit Mai landesweit im Einsatz“: the Land that an article is about, no other being told of."""
    if _ALL_OVER.isdisjoint(clause.words):
        return None
    near = [d for d in s.near if d.kind in {"Federation", "State"}]
    home = cast.home if cast.home is not None and cast.home.mentions else None
    land = only_one(near) if near else home
    return land if land is not None and land.kind == "State" and home in {None, land} else None


def _of_all(s: Sentence, core: int) -> bool:
    """„Herzstück ist X“, and not „Herzstück der Anwendung ist X“ nor „ihr Herzstück ist X“."""
    before = s.low_at(core - 1)
    return s.low_at(core + 1) not in _OF and (core == 0 or before in {"das", "als"} or before in NOT_VERBS)


def _acting_before(s: Sentence, number: int) -> Draft | None:
    """„Hessen wechselt den Anbieter: Genutzt wird künftig X“: who acts in the clauses before."""
    start = s.clauses[number].tokens[0]
    if not {s.text_at(start), s.text_at(start - 1)} & _BREAKS:
        return None
    acting = [a for a in s.arguments if 0 <= a.clause < number and a.nominative and a.type in BODY_TYPES]
    return acting[0].draft if acting else None


def _coordinated(works: Sequence[Argument]) -> list[Argument]:
    return [a for a in works if a.group == works[0].group]
