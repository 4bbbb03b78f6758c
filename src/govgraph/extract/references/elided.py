"""Acts whose object goes without saying: „Ueckermünde testet noch“, „der Bundesrat stimmte im Juli zu“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive, is_state
from govgraph.extract.state import BODY_TYPES, PLACES, USES, WORKS, FactDraft, facts_by_sentence, only_one
from govgraph.language.grammar import AUXILIARIES, PREPOSITIONS
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_TEXTS = frozenset({EntityType.LAW, EntityType.DOCUMENT, EntityType.PROGRAMME})
_SAID = {
    Predicate.PILOTS: frozenset({Predicate.PILOTS, Predicate.IMPLEMENTS, Predicate.DEVELOPS}),
    Predicate.IMPLEMENTS: frozenset({Predicate.PILOTS, Predicate.IMPLEMENTS, Predicate.DEVELOPS}),
    Predicate.DEVELOPS: frozenset({Predicate.PILOTS, Predicate.IMPLEMENTS, Predicate.DEVELOPS}),
    Predicate.ADOPTS: frozenset({Predicate.ADOPTS}),
}
"""What must have been said of the object before."""
_REACH = 3
_CONFIDENCE = 0.55
_FAR = 0.5
"""Where only the article as a whole tells what is meant."""
_PRONOUNS = frozenset({"er", "sie", "es", "ihn", "wir", "ich", "man", "dies", "beide", "alle"})
_RULE = "elided-object"
_AGAINST = "gegen"
_IN = "in"
_PHRASE = 4
"""Within how many tokens after a preposition its noun stands: „gegen den weiteren Einsatz“."""
_NET = "Netz"
_SEVERAL_TOWNS = frozenset({"Amt", "Ämter", "Gemeinden", "Kommunen", "Kreise", "Landkreise", "Städte"})
_ON = frozenset({"am", "ans"})
"""Words before „Netz“ by which something is in use."""
_TURNING = frozenset({"umrüsten", "umsteigen", "umstellen", "wechseln"})
_TOWARDS = frozenset({"auf", "in", "ins", "nach", "von", "vom", "zu", "zum", "zur"})


class ElidedObjects:
    """Finds clauses that say what somebody does without saying with what, since the sentence before told it.

    Args:
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader) -> None:
        self.k = knowledge
        self.modality = modality
        self._steering = knowledge.words("steering-verbs") | knowledge.words("demand")
        self._announcing = knowledge.words("announcing-verbs")
        self._starts = knowledge.words("nouns-of-starting")
        self._thanking = knowledge.words("thanking-verbs")
        self._verbs = {
            Predicate.PILOTS: knowledge.words("elliptic-testing"),
            Predicate.IMPLEMENTS: knowledge.words("elliptic-using"),
            Predicate.DEVELOPS: knowledge.words("elliptic-developing"),
            Predicate.ADOPTS: knowledge.words("elliptic-adopting"),
        }
        self._towns = knowledge.words("municipality-nouns") | _SEVERAL_TOWNS
        self._telling = frozenset().union(*self._verbs.values())

    def find(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft], date: str | None) -> Iterator[FactDraft]:
        """Facts of such clauses.

        Args:
            sentences: The article.
            facts: What it states otherwise.
            date: Date of the article.
        """
        by_sentence = facts_by_sentence(facts)
        told: list[tuple[int, FactDraft]] = []
        for number, s in enumerate(sentences):
            here = by_sentence[id(s)]
            told = [(n, f) for n, f in told if number - n < _REACH]
            about = s.about if id(s.about) not in s.sources else None
            near = list(dict.fromkeys(d for d in s.near if d.type in WORKS and id(d) not in s.sources))
            if near and about not in near:
                # another work was spoken of since
                about = near[0] if len(near) == 1 else None
            laws = any(d.type is EntityType.LAW for d in s.near) or any(a.type is EntityType.LAW for a in s.arguments)
            if (told or here or about or laws) and s.tokens[-1].text != "?":
                for at in range(len(s.clauses)):
                    yield from self._clause(s, at, ([f for _, f in told], here, about), date)
            told += [(number, f) for f in here if f.predicate in _SAID[Predicate.PILOTS] | {Predicate.ADOPTS}]

    def _clause(
        self,
        s: Sentence,
        at: int,
        said: tuple[Sequence[FactDraft], Sequence[FactDraft], Draft | None],
        date: str | None,
    ) -> Iterator[FactDraft]:
        told, here, about = said
        clause = s.clauses[at]
        act = self._act(s, clause) if clause.kind == "main" else None
        if act is None or self._is_of_others(clause) or self._is_against(s, clause):
            return
        inside = [a for a in s.arguments if a.clause == at and a.draft is not None and not a.adjective]
        if any(a.type in WORKS | _TEXTS for a in inside) or self._other_object(s, clause):
            return
        if any(a.adjective and a.type in WORKS and a.clause == at for a in s.arguments):
            # „testen ein LoRaWAN-Netz“
            return
        if any(s.lower[i] == "ihn" and i not in s.taken for i in clause.tokens):
            # „Erprobt hat ihn Ulm“: what that is, is not known
            return
        if "wechseln" in clause.verbs and any(a.marker == "np" and not a.nominative for a in inside):
            # „wechselt den Dienstleister“
            return
        if _turns_to(s, clause) or (act is Predicate.DEVELOPS and not _makes(s, clause)):
            return
        subjects = _subjects(inside, act)
        if not self._thanking.isdisjoint(clause.verbs):
            # „Der Minister dankte Dataport für die Umstellung“, but „lobte die Pilotphase in Suhl“
            subjects = [a for a in subjects if a.marker in {"in", "bei"}]
        object_ = _object(act, told, here, s, clause)
        if object_ is None and act is Predicate.ADOPTS and all(_assents(a) for a in subjects):
            object_ = _law(s, clause)
        sure = _CONFIDENCE
        if object_ is None and about is not None and act in USES and not told and not _stands_for(s, clause):
            object_, sure = about, _FAR
        start = clause.tokens[0]
        others = [a.draft for a in s.arguments if a.first < start and a.type in WORKS and not a.adjective]
        if act in USES and others and object_ not in others:
            # „Weniger Glück hatten wir mit der De-Mail: Ein Versuch in Weimar …“
            return
        verdict = self.modality.judge(s, clause, date) if subjects and object_ is not None else None
        if verdict is Modality.ASSERTED and self._announces(clause):
            # „Gera hat die Einführung für Mai angekündigt“
            verdict = Modality.PLANNED
        if verdict is None or object_ is None:
            return
        for a in subjects:
            if a.draft is not None and a.draft is not object_:
                yield FactDraft(a.draft, act, object_, verdict, sure, s, _RULE, s.speaker)

    def _is_of_others(self, clause: Clause) -> bool:
        """„Gera verschiebt die Einführung“, „Gesteuert wird die Umstellung in Erfurt“: no doing of theirs."""
        lemmas = clause.verbs
        return self.modality.refuted.undoes(clause) or not lemmas.isdisjoint(self._steering)

    def _is_against(self, s: Sentence, clause: Clause) -> bool:
        """„hat sich gegen die Einführung entschieden“, „stimmte gegen den weiteren Einsatz“."""
        return any(
            s.lower[i] == _AGAINST and any(s.text_at(j) in self._telling for j in range(i + 1, i + _PHRASE))
            for i in clause.tokens
        )

    def _announces(self, clause: Clause) -> bool:
        """„hat den Start angekündigt“, „bereitet die Einführung vor“: whether what is told is yet to come."""
        return not self._announcing.isdisjoint(clause.verbs)

    def _act(self, s: Sentence, clause: Clause) -> Predicate | None:
        """What the words of the clause say that is done."""
        words = {*clause.verbs, *(s.tokens[i].text for i in clause.tokens if i not in s.taken)}
        if self._telling.isdisjoint(words) and self._starts.isdisjoint(words):
            return None
        if "sich" in words:
            # who joins joins a body
            words.discard("angeschlossen")
        if "so" not in words:
            words.discard("weit")
        if not any(s.tokens[i].text == _NET and s.low_at(i - 1) in _ON for i in clause.tokens):
            # „hat ein eigenes Netz in Auftrag gegeben“
            words.discard(_NET)
        for act, verbs in self._verbs.items():
            if not verbs.isdisjoint(words):
                return act
        return Predicate.IMPLEMENTS if self._announces(clause) and not self._starts.isdisjoint(words) else None

    def _other_object(self, s: Sentence, clause: Clause) -> bool:
        """Whether the clause has an unnamed noun that hangs on no preposition: it may be the object."""
        governed = False
        # „Die Stadt Gera plant die Einführung“: „die Stadt Gera“ is one phrase, and the noun is what is planned
        acts = any(
            s.text_at(i)[:1].isupper() and s.text_at(i) in self._verbs[Predicate.IMPLEMENTS] | self._starts
            for i in clause.tokens
        )
        own = (a for a in s.arguments if a.begin >= 0 and not a.adjective)
        phrases = [a for a in own if acts or (a.type in PLACES and a.nominative and not a.reference)]
        named = {i for a in phrases for i in range(a.begin, a.first) if acts or s.text_at(i) in self._towns}
        # „die Grundschulen in Leer sind angeschlossen“: those there, and nothing that is used
        named |= {
            a.head for a in s.arguments if a.type is EntityType.MUNICIPALITY and a.marker == _IN and _is_done(clause)
        }
        for i in clause.tokens:
            low, text = s.lower[i], s.tokens[i].text
            if low in PREPOSITIONS:
                governed = True
            elif i in s.taken or i in s.dated or i in named or AUXILIARIES.get(low):
                governed = False
            elif _is_noun(text) and i > 0 and s.text_at(i - 1) != ":":
                told = text in self._starts or any(text in words or low in words for words in self._verbs.values())
                if not governed and not told:
                    return True
                governed = False
        return False


def _is_done(clause: Clause) -> bool:
    """„sind angeschlossen“, „wurden umgestellt“: whether a clause tells what has been done to its subject."""
    return is_passive(clause) or is_state(clause)


def _is_noun(text: str) -> bool:
    """A word in capitals, or one that a number opens: „115-Chat“."""
    return text[0].isupper() or (text[0].isdigit() and text.partition("-")[-1][:1].isupper())


def _subjects(inside: Sequence[Argument], act: Predicate) -> list[Argument]:
    found = [a for a in inside if a.type in BODY_TYPES and a.nominative and a.head < 0 and not a.reference]
    if not found and act in USES:
        found = [a for a in inside if a.type in BODY_TYPES and a.marker in {"in", "bei"} and not a.reference]
    return [a for a in found if a.group == found[0].group]


def _object(
    act: Predicate, told: Sequence[FactDraft], here: Sequence[FactDraft], s: Sentence, clause: Clause
) -> Draft | None:
    """The one thing that was last spoken of so, in the clauses before or else in the sentences before."""
    start = clause.tokens[0]
    named = {id(a.draft) for a in s.arguments if a.first < start}
    before = [f for f in here if f.predicate in _SAID[act] and id(f.object) in named]
    for line in (before, told):
        said = [f for f in line if f.predicate in _SAID[act]]
        # „hat X eingeführt und Y abgeschaltet. Gera ist noch in der Erprobung“: hardly of what was given up
        objects = [f.object for f in said if f.modality is not Modality.ENDED] or [f.object for f in said]
        if objects:
            last = objects[-1]
            fitting = last.type in (_TEXTS if act is Predicate.ADOPTS else WORKS)
            return last if fitting and (line is told or len({id(d) for d in objects}) == 1) else None
    return None


def _assents(a: Argument) -> bool:
    """Whether somebody is a parliament, or the Bundesrat: what these assent to is the law that was spoken of."""
    return a.draft is not None and (a.draft.kind == "Parliament" or a.draft.name == "Bundesrat")


def _law(s: Sentence, clause: Clause) -> Draft | None:
    """The only law of the clauses before, or else of the sentence before."""
    start = clause.tokens[0]
    here = [a.draft for a in s.arguments if a.first < start and a.draft is not None and a.type is EntityType.LAW]
    return only_one(here or [d for d in s.near if d.type is EntityType.LAW])


def _turns_to(s: Sentence, clause: Clause) -> bool:
    """„stellt auf Linux um“, „steigt auf etwas Neues um“: it is told what they change to."""
    if _TURNING.isdisjoint(clause.verbs):
        return False
    turns = _TOWARDS if "wechseln" in clause.verbs else _TOWARDS & {"auf", "zu", "zum", "zur"}
    return any(s.lower[i] in turns and i not in s.dated for i in clause.tokens)


def _makes(s: Sentence, clause: Clause) -> bool:
    """„programmiert hat Dataport“: what has been made stands first, and who made it is no town that develops itself."""
    first = next((i for i in clause.tokens if s.text_at(i)[:1].isalpha()), -1)
    made = any(done and at == first for _, at, done in clause.lemmas)
    return made and not is_passive(clause) and all(s.lower[i] != "sich" for i in clause.tokens)


def _stands_for(s: Sentence, clause: Clause) -> bool:
    """Whether a pronoun of the clause means something that is not known."""
    return any(s.lower[i] in _PRONOUNS and i not in s.taken for i in clause.tokens)
