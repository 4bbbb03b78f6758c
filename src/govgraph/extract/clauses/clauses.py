"""Clauses: verb brackets with separable prefixes, relative clauses, infinitives, coordination."""

from __future__ import annotations

import re
from array import array
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.commas import (
    apposed_commas,
    close_relatives,
    in_list,
    inserted_commas,
    interrupted_commas,
    list_commas,
    noun_commas,
    resumed_commas,
)
from govgraph.extract.clauses.comparisons import compared_plans
from govgraph.extract.clauses.done_by import is_done_by
from govgraph.extract.clauses.ellipsis import BY, agent_of, contrasts, gap_after_and, gap_after_last_verb, reduced_kind
from govgraph.extract.clauses.extended import attribute_goes_on
from govgraph.extract.clauses.front_participles import part_front_participle
from govgraph.extract.clauses.second_subjects import part_second_subjects
from govgraph.extract.clauses.verb_shares import earlier_particle
from govgraph.extract.state import WORKS, Clause
from govgraph.language.grammar import (
    AND_OR,
    AUXILIARIES,
    AUXILIARY_LEMMAS,
    BECOMING,
    CONJUNCTIONS,
    DETERMINERS,
    INFINITIVE_OPENERS,
    MODALS,
    NOT_VERBS,
    PARTICIPLE,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)
from govgraph.language.morphology import Memo, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence

_TITLED_WITHIN = 3
"""How many words after „als“ a title with a possessive may begin."""
_ALSO = frozenset({"allein", "auch", "doch", "erst", "gerade", "nur", "schon", "selbst"})
"""Adverbs before a word that opens a clause: „Auch dass Ulm folge, ist falsch“, „Selbst wenn …“."""
_OPENED = frozenset({"dass", "falls", "ob", "obwohl", "sofern", "weil", "wenn"})
_SUBJECTS = frozenset({"er", "es", "ich", "man", "sie", "wir"})
_ADVERBS_TOO = frozenset({"da", "damit", "seitdem"})
"""Words that open a subordinate clause, but not before its verb: „Damit gehören dem Verband zwölf Städte an“."""
_TILL_THEN = frozenset({"dahin", "dato", "heute", "jetzt", "jeher", "kurzem", "langem", "längerem", "zuletzt"})
"""Words after „bis“ or „seit“ with which these open no clause: „und bis dahin Referatsleiter ist“."""
_LAST = 2
"""A verb is last in its clause where no more than a mark follows it."""
_BREAKS = frozenset({",", ";", ":", "–", "—", "(", ")", "„", "“", "”", '"', "»", "«"})
_BESIDE = frozenset({"am", "an", "gemeinsam", "mit", "zusammen"})
"""Words before those with or at whom something has been made."""
_GOVERNED = frozenset({"an", "aus", "bei", "für", "mit", "von", "zwischen"})
_PAIR = 2
_BEFORE_CAPITALS = _BREAKS - {",", ";"}
"""Marks after which a verb may be written with a capital."""
_ENDS = _BREAKS | {".", "!", "?"}
_MARKS = _BREAKS - {"(", ")", "„", "“"}
_PRESENT_OR_DONE = re.compile(r"^(?:be|emp|ent|er|miss|ver|zer|unter|über|voll|wider)\w+t$|iert$")
"""Forms that are both the present of a verb and its participle."""
_MAY_BE_DONE = re.compile(r"^(?:be|emp|ent|er|ge|miss|ver|zer|unter|über|voll|wider|hinter)|ge|iert$")
"""Forms that may be a participle, by their prefix, the „ge“ inside or their ending."""
_OPENING_MARKS = {"(": ")", "„": "“", "»": "«"}
_AFTER_VERB = CONJUNCTIONS.union(AUXILIARIES, MODALS)
_LETTERS = re.compile(r"^[a-zäöüß-]+$")
_INSEPARABLE = re.compile(r"^(?:ver|be|er|ent|zer|über|unter|wider)")
_PASSED = frozenset({"wurde", "wurden", "worden"})
_UNMARKED = re.compile(
    r"^(?:ab|ein|zurück)?(?:ver|be|er|ent|zer|ge|über|unter|wider)[a-zäöüß]*(?:backen|blasen|braten|fahren|fallen|fangen|geben|gessen|graben|"
    r"halten|heißen|kommen|laden|lassen|laufen|lesen|messen|raten|rufen|schaffen|schlafen|schlagen|sehen|stoßen|tragen|"
    r"treten|wachsen|waschen)$"
)
"""Infinitives that their participle looks like: „vertreten“, „erhalten“, but not „übernehmen“."""
_WITH_ZU = re.compile(r"(?:^|[a-zäöü])zu[a-zäöü]+en$")
_ADJECTIVE = re.compile(r"(?:isch|lich|ig|bar|sam|haft|los)en$")
_ATTRIBUTE = re.compile(r"(?:ene|ener|enes|enen|enem|te|ter|tes|ten|tem|nde|nder|ndes|nden|ndem)$")


class _Verb(NamedTuple):
    """What the form of a word says of it as a verb; an auxiliary has no lemma.

    Attributes:
        lemma: Infinitive.
        infinitive: Whether the form is the infinitive.
        attribute: Whether it may be a participle before its noun.
        adjective: Whether it may be an adjective in -en; so may what no dictionary knows.
        unmarked: Whether infinitive and participle look the same.
        with_zu: Whether „zu“ stands inside it.
        separable: Whether it is finite for sure, with its prefix before it.
        participle: Whether it is a participle for sure.
        may_be_done: Whether it may be a participle of the past.
    """

    lemma: str
    infinitive: bool = False
    attribute: bool = False
    adjective: bool = False
    unmarked: bool = False
    with_zu: bool = False
    separable: bool = False
    participle: bool = False
    may_be_done: bool = False


_OBJECT_PRONOUNS = frozenset({"es", "ihm", "ihn", "ihnen", "ihr", "sich", "sie"})
"""Pronouns that stand behind the verb of a main clause only."""
_DOING_WITHOUT = "verzichten"
"""A verb whose participle is never without „auf“ and what is done without."""
_MOSTLY_INSEPARABLE = frozenset({"unter", "über", "hinter", "voll"})
"""Prefixes of „unterzeichnet“, „überarbeitet“, which are participles without „ge“."""


class ClauseFinder:
    """Splits sentences into clauses and names their verbs.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._subordinators = knowledge.words("subordinators")
        self._particles = knowledge.words("particles")
        self._compared = knowledge.words("compared-participles")
        self._particle_list = sorted(self._particles, key=lambda p: (-len(p), p))
        self._forms = Memo(self._form).__getitem__

    def split(self, s: Sentence) -> None:
        """Fill `clauses` and `clause_of` of a sentence; its arguments must be marked."""
        verbs: list[str] = []
        for i, token in enumerate(s.tokens):
            form = self._forms(token.text)
            verbs.append("" if form is None else self._verb(s, i, form, verbs))
        close_relatives(s, verbs)
        part_second_subjects(s, verbs)
        clauses: list[Clause] = []
        open_main = -1
        last = -1
        loose = (-1, 0, 0, 0)
        for first, end in self._segments(s, verbs):
            finite = any(v == "fin" or v == "aux" for v in verbs[first:end])
            kind, opener = self._kind(s, first, end, verbs, clauses)
            if kind == "phrase" and last >= 0 and clauses[last].kind in {"relative", "sub"}:
                before = clauses[last].tokens
                if before[-1] == first - 1 and gap_after_last_verb(s, before[0], first, end):
                    clauses.append(Clause(range(first, end), "gap", "", last, finite=True))
                    last = len(clauses) - 1
                    continue
            if kind == "phrase" and clauses and not self._closes_main(s, end, clauses):
                kind = reduced_kind(s, (first, end), verbs, clauses[open_main] if open_main >= 0 else None)
                if kind != "phrase":
                    parent = open_main if kind == "gap" else max(last, open_main)
                    clauses.append(Clause(range(first, end), kind, "", parent, finite=kind == "gap"))
                    last = len(clauses) - 1
                    continue
            if kind == "phrase" or (kind == "main" and not finite):
                target = open_main if open_main >= 0 else last
                if last >= 0 and not clauses[last].finite and clauses[last].kind != "infinitive":
                    target = last
                    if open_main >= 0 and self._resumes(s, first, end, verbs, clauses[last]):
                        target = last = open_main
                if last >= 0 and clauses[last].kind == "relative" and s.low_at(first + 1) == "darunter":
                    # „die KITU, der 118 Gemeinden angehören, darunter Magdeburg, …“
                    target = last
                if target >= 0:
                    clauses[target].tokens = [*clauses[target].tokens, *range(first, end)]
                    loose = (target, first, end, len(clauses))
                    continue
                clauses.append(Clause(range(first, end)))
                open_main = last = len(clauses) - 1
                continue
            if kind == "main":
                waiting = open_main >= 0 and not clauses[open_main].finite
                inside = last >= 0 and (clauses[last].kind == "relative" or (waiting and clauses[last].kind == "sub"))
                if inside and self._within_relative(s, first, end, verbs, clauses[last]):
                    clauses.append(Clause(range(first, end), "main", "", last, finite=True, joined=True))
                    last = len(clauses) - 1
                    continue
                if open_main >= 0 and not clauses[open_main].finite:
                    clauses[open_main].tokens = [*clauses[open_main].tokens, *range(first, end)]
                    clauses[open_main].finite = True
                    last = open_main
                    continue
                opening = first + 1 if s.tokens[first].text == "," and first + 1 < end and open_main >= 0 else first
                begin = first + 1 if s.tokens[first].text == "," and first + 1 < end else first
                joined = s.lower[begin] in CONJUNCTIONS or verbs[opening] in {"fin", "aux"}
                parent = open_main
                if s.lower[first] in {"und", "oder", "sowie"} and last >= 0 and clauses[last].kind != "main":
                    parent = last
                named = _named_before_aside(s, first, verbs, clauses)
                if named is not None:
                    # „…; auch das Amt X, dessen Leiter …, setzt sie ein“: no gap, but the subject of what follows
                    named.kind, named.tokens = "main", [*named.tokens, *range(first, end)]
                    open_main = last = clauses.index(named)
                    continue
                if self._goes_on(s, first, verbs, loose, clauses):
                    # „…: Die Abteilung X, die …, gehört zum Y“: the phrase before the relative clause is its subject
                    target, a, b, _ = loose
                    phrase = set(range(a, b))
                    clauses[target].tokens = [i for i in clauses[target].tokens if i not in phrase]
                    clauses.append(Clause([*range(a, b), *range(first, end)], "main", "", parent, finite=True))
                    open_main = last = len(clauses) - 1
                    continue
                clauses.append(Clause(range(first, end), "main", "", parent, finite=True, joined=joined))
                open_main = last = len(clauses) - 1
                continue
            clauses.append(Clause(range(first, end), kind, opener, max(last, open_main), finite=finite))
            last = len(clauses) - 1
        self._regain_subjects(s, verbs, clauses)
        part_front_participle(s, verbs, clauses, self._may_be_done)
        for first, end in contrasts(s, verbs):
            out = set(range(first, end))
            for clause in clauses:
                clause.tokens = [i for i in clause.tokens if i not in out]
            clauses.append(Clause(sorted(out), "contrast", "", open_main))
        leads = clauses[0].kind == "infinitive" or clauses[0].opener == "dass"
        hung = _after_asides(clauses)
        if leads and hung:
            # „Um die E-Akte einzuführen, hat Ulm …“, „Dass Ulm sie einführt, ist falsch“: it hangs on what follows
            clauses[0].parent = hung
        s.clauses = clauses
        s.clause_of = clause_of = array("I", bytes(4 * len(s.tokens)))
        aside = compared_plans(s, self._compared)
        for number, clause in enumerate(clauses):
            clause.tokens = _in_order(clause.tokens)
            clause.words = frozenset([s.lower[i] for i in clause.tokens])
            for i in clause.tokens:
                clause_of[i] = number
            self._name_verbs(s, clause, verbs)
            if aside:
                clause.lemmas = [verb for verb in clause.lemmas if verb[1] not in aside]
            if clause.kind == "gap":
                above = clauses[clause.parent]
                clause.lemmas, clause.auxiliaries = list(above.lemmas), list(above.auxiliaries)
        _share_auxiliaries(s, clauses)
        relative = [clause for clause in clauses if clause.kind == "relative"]
        if relative:
            s.relatives = frozenset(
                next((i for i in clause.tokens[:5] if s.lower[i] in RELATIVES), -1) for clause in relative
            )
        for argument in s.arguments:
            argument.clause = s.clause_of[argument.first]

    def _resumes(self, s: Sentence, first: int, end: int, verbs: list[str], before: Clause) -> bool:
        """„hat das Portal X, von der KDO entwickelt, freigeschaltet“: a main clause goes on behind a participle."""
        if before.kind != "participle" or s.text_at(first) != "," or verbs[first - 1] != "part":
            return False
        close = end - 1 if not s.text_at(end - 1)[:1].isalpha() else end
        last = s.low_at(close - 1)
        return verbs[close - 1] in {"part", "inf"} or last in self._particles or s.low_at(first + 1) == "und"

    def _closes_main(self, s: Sentence, end: int, clauses: Sequence[Clause]) -> bool:
        """„Damit gehören dem Verband, der …, auch Ulm und Gera an.“: what a stretch ends with is part of the verb."""
        close = end - 1 if not s.text_at(end - 1)[:1].isalpha() else end
        return clauses[-1].kind in {"relative", "sub"} and s.low_at(close - 1) in self._particles

    @staticmethod
    def _regain_subjects(s: Sentence, verbs: list[str], clauses: list[Clause]) -> None:
        """„…: Anna Weber, Chefin des Amts, ist berufen worden“: what stands between colon and verb is its subject."""
        for clause in [c for c in clauses if c.kind == "main" and c.parent >= 0]:
            first = clause.tokens[0]
            if s.text_at(first) != "," or verbs[min(first + 1, len(verbs) - 1)] not in {"fin", "aux"}:
                continue
            colon = next((i for i in range(first - 1, 0, -1) if s.tokens[i].text in {":", ";"}), -1)
            if colon < 0 or any(verbs[i] in {"fin", "aux"} for i in range(colon, first)):
                continue
            between = set(range(colon, first))
            for other in clauses:
                if other is not clause and other.kind in {"main", "gap"}:
                    other.tokens = [i for i in other.tokens if i not in between]
            held = {i for other in clauses for i in other.tokens}
            clause.tokens = sorted([*(between - held), *clause.tokens])
        kept = [number for number, clause in enumerate(clauses) if clause.tokens]
        for clause in clauses:
            clause.parent = kept.index(clause.parent) if clause.parent in kept else -1
        clauses[:] = [clauses[number] for number in kept]

    @staticmethod
    def _within_relative(s: Sentence, first: int, end: int, verbs: list[str], before: Clause) -> bool:
        """„Das Labor, das A betreibt und B bezahlt, …“: „und“ without a comma after a relative clause goes on in it.

        So it does in a subordinate clause inside a main one that waits for its verb: „In Ulm, wo X gebaut und betrieben
        wird, …“.
        """
        by_whom = s.low_at(before.tokens[0] + 1) in {"von", "durch"}
        if by_whom or s.lower[first] not in {"und", "oder"}:
            # „…, von der Stiftung X betrieben und vom Land finanziert, …“: participles
            return False
        finite = [j for j in range(first, end) if verbs[j] in {"fin", "aux"}]
        return end - finite[-1] <= _LAST and finite[0] > first + 1

    @staticmethod
    def _goes_on(
        s: Sentence, first: int, verbs: list[str], loose: tuple[int, int, int, int], clauses: list[Clause]
    ) -> bool:
        """Whether a stretch that begins with its verb goes on from a phrase parted from it by a subordinate clause."""
        target, start, stop, size = loose
        if target < 0 or s.text_at(first) != "," or verbs[min(first + 1, len(verbs) - 1)] not in {"fin", "aux"}:
            return False
        between = {c.kind for c in clauses[size:]}
        if between and clauses[size].tokens[0] != stop:
            # „Unter B, seinem Nachfolger, war das so; als A kam, hieß der Minister C“: another stretch has come between
            return False
        over = s.text_at(start) == "," and clauses[target].finite and clauses[target].kind == "main"
        return (over or s.text_at(start) in {":", ";", "–"}) and bool(between) and between <= {"relative", "sub"}

    # ------------------------------------------------------------------ verbs
    def _may_be_done(self, token: str) -> bool:
        form = self._forms(token)
        return form is not None and (form.participle or form.may_be_done)

    def _form(self, token: str) -> _Verb | None:
        """What the form of a word says of it as a verb; None if it is none in any sentence."""
        low = token.lower()
        if not _LETTERS.match(low):
            return None
        if low in AUXILIARIES or low in MODALS:
            return _Verb("")
        if low in NOT_VERBS or low in PREPOSITIONS or low in DETERMINERS or low in CONJUNCTIONS or len(low) < 3:
            return None
        if token in self.k.noun_lemmas:
            # „Sitz der FITKO ist …“: a noun that a frame knows, at the beginning
            return None
        lemma = self.k.lemma(low)
        if not lemma.endswith(("en", "eln", "ern", "tun")) or lemma[0].isupper():
            return None
        participle = self._only_participle(low, lemma)
        return _Verb(
            lemma,
            infinitive=low == lemma,
            attribute=bool(_ATTRIBUTE.search(low)),
            adjective=bool(_ADJECTIVE.search(low)) or not is_dictionary_word(low),
            unmarked=bool(_UNMARKED.match(low)),
            # „hinzugekommen“ is no „hin-zu-…“
            with_zu=bool(_WITH_ZU.search(low)) and not lemma.startswith("zu") and not participle,
            separable=self._finite_separable(low, lemma),
            participle=participle,
            may_be_done=not low.endswith("geht")
            and low.endswith(("t", "en"))
            and (participle or bool(_MAY_BE_DONE.search(low))),
        )

    def _verb(self, s: Sentence, i: int, form: _Verb, before: list[str]) -> str:
        """`fin`, `inf`, `part`, `aux` or an empty string for a token."""
        token, low = s.tokens[i].text, s.lower[i]
        if i in s.taken or (token[0].isupper() and i > 0 and s.tokens[i - 1].text not in _BEFORE_CAPITALS):
            return ""
        if not form.lemma:
            return "aux"
        following = s.tokens[i + 1].text if i + 1 < len(s.tokens) else ""
        if following == "worden":
            return "part"
        if form.attribute and following[:1].isupper() and not form.infinitive and self._attributive(s, i):
            return ""
        if form.attribute and not form.infinitive and following in {"und", "oder"} and attribute_goes_on(s, i):
            return ""
        opens = i == 0 or s.tokens[i - 1].text in _BREAKS
        if form.may_be_done and opens and following.lower() in BY and (i or s.tokens[-1].text != "?"):
            # „, vertreten durch A, …“, „Entwickelt von A, läuft …“; but „…, führt von Juni an das Ministerium“
            return "part"
        if form.may_be_done and opens and following.lower() in _BESIDE and self._after_work(s, i):
            return "part"
        if form.infinitive:
            if form.adjective and self._before_noun(s, i):
                return ""
            if self._second(s, i) and not self._awaited(s, i, before):
                return "fin"
            return "part" if form.unmarked and self._perfect(s, i) else "inf"
        if form.with_zu:
            return "inf"
        if form.separable:
            return "fin"
        if form.may_be_done and following in _ENDS and self._after_agent(s, i, before):
            return "part"
        if form.participle:
            return "part"
        if low.startswith("ge") or (low.endswith(("t", "en")) and self._closes(s, i)):
            return "part" if self._needs_auxiliary(s, i, before, form) else "fin"
        return "fin"

    @staticmethod
    def _after_work(s: Sentence, i: int) -> bool:
        """„… nutzt den Chatbot Lotte, programmiert mit der Hochschule“: no work does what the verb says."""
        work = s.taken.get(i - 2)
        return s.text_at(i - 1) == "," and work is not None and work.type in WORKS and not work.adjective

    @staticmethod
    def _after_agent(s: Sentence, i: int, before: list[str]) -> bool:
        """„Das Gesetz, im Juni vom Bundestag beschlossen, …“: what closes a stretch that names who did it."""
        start = next((j for j in range(i, -1, -1) if s.tokens[j].text in _BREAKS), -1) + 1
        if start < _LAST or s.text_at(start - 1) != "," or any(before[start:i]):
            return False
        by = agent_of(s, start, i)
        named = s.low_at(by) == "vom" or (start - 2 in s.taken and s.text_at(by + 1)[:1].isupper()) or by > start
        return by >= 0 and named and i > by + 1 and s.text_at(start - 2)[:1].isupper()

    @staticmethod
    def _before_noun(s: Sentence, i: int) -> bool:
        """„im schwäbischen Kempten“, „auf dem quelloffenen Modell“: right between an article and a noun."""
        before = s.lower[i - 1] if i else ""
        opened = before in DETERMINERS or before in PREPOSITIONS
        return opened and s.tokens[i + 1].text[:1].isupper() if i + 1 < len(s.tokens) else False

    def _finite_separable(self, low: str, lemma: str) -> bool:
        """„ausgibt“ at the end of a clause: a separable verb without „ge“ after its prefix is no participle."""
        particle = next((p for p in self._particle_list if lemma.startswith(p) and low.startswith(p)), "")
        rest = low[len(particle) :]
        return (
            bool(particle)
            and particle not in _MOSTLY_INSEPARABLE
            and len(rest) > 3
            and not rest.startswith(("ge", "zu"))
            and not low.endswith("iert")
            and (rest.endswith(("t", "te", "ten")) and not _INSEPARABLE.match(rest))
        )

    def _only_participle(self, low: str, lemma: str) -> bool:
        """„vorgelegt“, „zusammengetan“: with a „ge“ that its verb does not have, a form is never finite."""
        if not low.endswith(("t", "en", "tan")):
            return False
        if low.startswith("ge"):
            return not lemma.startswith("ge")
        particle = next((p for p in self._particle_list if lemma.startswith(p) and low.startswith(p + "ge")), "")
        return bool(particle) and not lemma[len(particle) :].startswith("ge")

    @staticmethod
    def _perfect(s: Sentence, i: int) -> bool:
        """Whether a form that may be infinitive or participle („vertreten“) is the participle: by its auxiliary."""
        start = i
        while start > 0 and s.tokens[start - 1].text not in _BREAKS:
            start -= 1
        stretch = s.lower[start : i + 3]
        if any(AUXILIARIES.get(w) in {"haben", "sein"} for w in stretch):
            return "zu" not in s.lower[max(0, i - 1) : i]
        if not _PASSED.isdisjoint(stretch) or (i == start and AUXILIARIES.get(s.low_at(i + 1)) == "werden"):
            # „Kern wurde berufen“, „Berufen wird Kern“
            return True
        return any(AUXILIARIES.get(w) == "werden" for w in stretch) and any(
            w in {"von", "vom", "durch"} for w in stretch
        )

    def _attributive(self, s: Sentence, i: int) -> bool:
        """A participle before its noun: an article or „von X“ stands before it in the same phrase."""
        if s.lower[i].endswith("te") and not PARTICIPLE.search(s.lower[i]):
            # „Von 2012 bis 2016 leitete Anna Weber“: a participle would be „geleitete“
            return False
        for j in range(i - 1, max(-1, i - 6), -1):
            low = s.lower[j]
            if s.tokens[j].text in _BREAKS:
                return False
            if low in DETERMINERS or low in PREPOSITIONS:
                # „Bis 2020 betreute Anna Weber“: a year is a whole phrase as well
                noun = any(s.tokens[k].text[0].isupper() or s.tokens[k].text.isdigit() for k in range(j + 1, i))
                return s.lower[i + 1] not in DETERMINERS and not (noun and self._only_verb(s, j, i))
            if low in AUXILIARIES:
                return False
        return False

    def _only_verb(self, s: Sentence, j: int, i: int) -> bool:
        """„Im Februar löste Claudia Plattner …“: after a whole phrase from `j` on, and with no other verb about."""
        if not s.lower[i].endswith(("te", "ten")):
            return False
        if s.lower[j] in PREPOSITIONS and j and s.lower[j - 1] in DETERMINERS:
            return False
        start = end = i
        while start > 0 and s.tokens[start - 1].text not in _BREAKS:
            start -= 1
        while end + 1 < len(s.tokens) and s.tokens[end + 1].text not in _BREAKS:
            end += 1
        return not any(self._verbal(s, k) for k in range(start, end + 1) if k != i)

    def _verbal(self, s: Sentence, i: int) -> bool:
        low = s.lower[i]
        if i in s.taken or not s.tokens[i].text[0].islower() or not _LETTERS.match(low):
            return False
        if low in AUXILIARIES or low in MODALS:
            return True
        if low in NOT_VERBS or low in PREPOSITIONS or low in DETERMINERS or low in CONJUNCTIONS or len(low) < 3:
            return False
        following = s.tokens[i + 1].text if i + 1 < len(s.tokens) else ""
        return self.k.lemma(low).endswith(("en", "eln", "ern")) and not (
            _ATTRIBUTE.search(low) and following[:1].isupper()
        )

    def _second(self, s: Sentence, i: int) -> bool:
        """Whether a form in -en stands where a finite verb stands: early, with no auxiliary in its stretch."""
        start = i
        # „haben A und B ein Portal entwickeln lassen“
        closes = self._closes(s, i) or (s.low_at(i + 1) == "lassen" and self._closes(s, i + 1))
        # „will X und die E-Akte (eAkte) einführen“: brackets and quotes part no infinitive from its auxiliary
        breaks = _MARKS if closes else _BREAKS
        while (
            start > 0
            and s.tokens[start - 1].text not in breaks
            and (closes or s.lower[start - 1] not in {"und", "oder"})
        ):
            start -= 1
        end = i
        while end + 1 < len(s.tokens) and s.tokens[end + 1].text not in _ENDS:
            end += 1
        stretch = s.lower[start : end + 1]
        if any(w in AUXILIARIES or w in MODALS for w in stretch):
            return False
        return not (i > start and s.lower[i - 1] == "zu")

    def _awaited(self, s: Sentence, i: int, before: list[str]) -> bool:
        """„Ulm will das Portal, ein Produkt der ekom21, im Mai einführen“: a verb before the insertion waits for it."""
        waiting = next((j for j in range(i - 1, -1, -1) if before[j]), -1)
        if waiting < 0 or before[waiting] != "aux" or not self._closes(s, i) or s.tokens[-1].text == "?":
            return False
        if s.lower[waiting] not in MODALS and s.lower[waiting] not in BECOMING:
            return False
        marks = (j for j in range(i, waiting, -1) if s.tokens[j].text in _MARKS and not in_list(s, j))
        start = next(marks, waiting) + 1
        opener = s.lower[start + 1] if s.lower[start] in PREPOSITIONS and start + 1 < i else s.lower[start]
        opened = opener in RELATIVES and s.text_at(start - 1) == "," and start not in s.taken
        return start > waiting + 1 and not opened and s.lower[start] not in self._subordinators and i > start

    def _closes(self, s: Sentence, i: int) -> bool:
        following = s.tokens[i + 1].text if i + 1 < len(s.tokens) else "."
        return following in _ENDS or following.lower() in _AFTER_VERB

    def _needs_auxiliary(self, s: Sentence, i: int, before: list[str], form: _Verb) -> bool:
        """Whether an auxiliary in the same stretch takes the form as its participle."""
        for step in (-1, 1):
            j = i + step
            while 0 <= j < len(s.tokens) and s.tokens[j].text not in _MARKS:
                # „das A entwickelt hat und B finanziert“: „hat“ has its participle, and closes its clause
                served = step == -1 and s.lower[j + 1] in {"und", "oder"} and before[j - 1 : j] == ["part"]
                if not served and (s.lower[j] in AUXILIARIES or s.lower[j] in MODALS or s.lower[j] == "worden"):
                    return True
                if step == 1 and s.lower[j] in {"und", "oder"}:
                    break
                j += step
        # the auxiliary may stand before an insertion; it waits for its participle if no verb has come since
        start = next((j for j in range(i, -1, -1) if s.tokens[j].text in _MARKS), -1) + 1
        opener = s.lower[start + 1] if s.lower[start] in PREPOSITIONS and start + 1 < i else s.lower[start]
        if opener in RELATIVES or s.lower[start] in self._subordinators:
            return False
        if not form.may_be_done and not self._may_follow_particle(s.lower[i]):
            # „Ulm hat die App im Test, Gera zögert“
            return False
        waiting = next((j for j in range(i - 1, -1, -1) if before[j]), -1)
        if waiting >= 0 and form.lemma == _DOING_WITHOUT and start in s.taken and s.taken[start].last == i:
            # „Ulm hat die App im Einsatz, Gera verzichtet“
            return False
        return waiting >= 0 and before[waiting] == "aux" and self._closes(s, i)

    def _may_follow_particle(self, low: str) -> bool:
        """„vorbereitet“, „weiterentwickelt“: a participle without „ge“ after a separable prefix."""
        return any(low.startswith(p) and _MAY_BE_DONE.search(low[len(p) :]) for p in self._particle_list)

    def _name_verbs(self, s: Sentence, clause: Clause, verbs: list[str]) -> None:
        """Dictionary forms of the clause's verbs, with the separable prefix that closes it."""
        tail = [i for i in clause.tokens if s.tokens[i].text not in _ENDS]
        particles = [s.lower[i] for i in reversed(tail[-12:]) if self._is_particle(s, i, tail[-1])]
        for i in clause.tokens:
            kind = verbs[i]
            if not kind:
                continue
            low = s.lower[i]
            if kind == "aux":
                clause.auxiliaries.append(low)
                lemma = AUXILIARIES.get(low)
                if lemma is not None:
                    if "inne" in particles:
                        clause.lemmas.append(("inne" + lemma, i, False))
                    clause.lemmas.append((lemma, i, False))
                continue
            lemma = self.k.lemma(low)
            fronted = [s.lower[i - 1]] if i and s.lower[i - 1] == "hinzu" else []
            parts = [*fronted, *particles] if kind == "fin" else []
            joined = next((p + lemma for p in parts if self._is_verb(p + lemma)), None)
            clause.lemmas.append((joined or lemma, i, kind == "part"))
            if joined is not None and len(particles) > 1:
                closing = (j for j in tail[-12:] if j > i and self._is_particle(s, j, tail[-1]))
                other = earlier_particle(s, closing, tail[-1])
                if other and self._is_verb(other + lemma) and joined == s.lower[tail[-1]] + lemma:
                    clause.lemmas.append((other + lemma, i, False))

    def _is_particle(self, s: Sentence, i: int, last: int) -> bool:
        """Whether a token is a separable prefix that closes its stretch."""
        if s.lower[i] not in self._particles or i in s.taken:
            return False
        if s.tokens[i].text[0].isupper() and s.low_at(i - 1) in DETERMINERS:
            # „brachte das Gesetz auf den Weg“
            return False
        following = s.tokens[i + 1].text if i + 1 < len(s.tokens) else "."
        return following in _ENDS or following.lower() in CONJUNCTIONS or i == last

    def _is_verb(self, lemma: str) -> bool:
        return ("verb", lemma) in self.k.frames or is_dictionary_word(lemma)

    # ------------------------------------------------------------------ segments

    def _segments(self, s: Sentence, verbs: list[str]) -> list[tuple[int, int]]:
        """Stretches between marks, cut once more at „und“ where both sides have a finite verb."""
        cuts = [0]
        quiet = (
            self._quiet_brackets(s, verbs)
            | list_commas(s, verbs)
            | inserted_commas(s, verbs)
            | resumed_commas(s, verbs)
            | apposed_commas(s, verbs, self._subordinators)
            | interrupted_commas(s, verbs, self._subordinators)
            | noun_commas(s, verbs, self._subordinators)
        )
        for i, token in enumerate(s.tokens):
            if token.text in _BREAKS and i > 0 and i not in s.taken and i not in quiet:
                cuts.append(i)
        cuts.append(len(s.tokens))
        joining = _between_governed(s, verbs)
        out = []
        for a, b in pairwise(cuts):
            if a == b:
                continue
            begin = a
            for i in range(a + 1, b):
                if s.lower[i] in {"und", "oder", "aber", "doch", "sondern"} and i not in s.taken and i not in joining:
                    left = any(v in {"fin", "aux"} for v in verbs[begin:i]) or (
                        _waited_for(verbs, begin, i) and not _closes_relative(s, verbs, begin, b)
                    )
                    end = next((j for j in range(i + 1, b) if s.lower[j] in {"und", "oder"} and j not in joining), b)
                    right = any(
                        v == "fin" or self._finite_auxiliary(s, j, verbs, begin) for j, v in enumerate(verbs[i:end], i)
                    )
                    gap = (
                        left
                        and not right
                        and (gap_after_and(s, begin, i, b) or _gap_after_last(s, verbs, (begin, i, b)))
                    )
                    if left and (right or gap):
                        out.append((begin, i))
                        begin = i
            out.append((begin, b))
        return out

    def _finite_auxiliary(self, s: Sentence, j: int, verbs: list[str], begin: int) -> bool:
        """„sollen A und B angeschlossen werden“: an auxiliary that closes a bracket opened before is an infinitive."""
        if verbs[j] != "aux":
            return False
        if s.lower[j] not in AUXILIARY_LEMMAS or verbs[j - 1] not in {"part", "inf", "fin"} or not self._closes(s, j):
            return True
        opened = [k for k in range(begin, j) if s.lower[k] in MODALS or s.lower[k] in {"wird", "werden", "würde"}]
        return not opened

    @staticmethod
    def _quiet_brackets(s: Sentence, verbs: list[str]) -> set[int]:
        """Marks of brackets and quotation marks without a finite verb inside: they part no clauses."""
        quiet: set[int] = set()
        for i, token in enumerate(s.tokens):
            close = _OPENING_MARKS.get(token.text)
            if close is None:
                continue
            end = next((j for j in range(i + 1, len(s.tokens)) if s.tokens[j].text == close), -1)
            if end > 0 and not any(v in {"fin", "aux"} for v in verbs[i:end]):
                quiet |= set(range(i, end + 1))
        return quiet

    def _kind(self, s: Sentence, first: int, end: int, verbs: list[str], clauses: list[Clause]) -> tuple[str, str]:
        """Kind of a stretch, and the word that opens it."""
        i = first
        mark = s.tokens[i].text
        while i < end and (s.tokens[i].text in _BREAKS or s.lower[i] in {"und", "oder", "aber", "denn"}):
            i += 1
        if i >= end:
            return "phrase", ""
        low = s.lower[i]
        if low in _ALSO and s.low_at(i + 1) in _OPENED:
            low = s.low_at(i + 1)
        finite = [j for j in range(first, end) if verbs[j] in {"fin", "aux"}]
        if not finite:
            infinitive = any(verbs[j] == "inf" for j in range(i, end))
            has_zu = "zu" in s.lower[i:end] or any(re.search(r"[a-zäöü]zu[a-zäöü]+en$", w) for w in s.lower[i:end])
            if infinitive and has_zu and ((mark == "," and clauses) or (i == 0 and low in INFINITIVE_OPENERS)):
                return "infinitive", low
            return "phrase", ""
        late = finite[-1] >= end - 3
        done = self._forms(s.text_at(end - 1)) if mark in {",", "–", "—"} and clauses and finite == [end - 1] else None
        if done is not None and done.may_be_done and is_done_by(s, i, end, done.lemma):
            # „, von der AKDB entwickelt,“: a participle, and „der“ an article
            verbs[end - 1] = "part"
            return "phrase", ""
        if mark in {",", "(", "–", "—"} and clauses:
            j = i
            if s.lower[j] in PREPOSITIONS and j + 1 < end:
                j += 1
            apt = late and s.lower[j] in RELATIVES and j not in s.taken and not self._goes_on_after(s, finite[-1], end)
            if apt and self._is_relative(j, end, verbs):
                return "relative", s.lower[j]
        if mark in {"und", "oder"} and clauses and clauses[-1].kind == "relative" and end - finite[-1] <= _LAST:
            # „ein Rat, in dem alle beraten und dem Anna Weber vorsitzt“
            j = i + (s.lower[i] in PREPOSITIONS and i + 1 < end)
            if s.lower[j] in RELATIVES and j not in s.taken and j + 1 < finite[0] == finite[-1]:
                following = s.taken.get(j + 1)
                named = following is not None and following.type is EntityType.PERSON
                article = s.low_at(j + 1) in DETERMINERS or s.low_at(j + 1) in _SUBJECTS
                # „…, die A entwickelt und die in B läuft“: no article stands before a preposition
                aside = s.low_at(j + 1) in PREPOSITIONS and s.lower[j] in {"der", "die", "das"}
                if j > i or s.lower[j] in {"denen", "deren", "dessen"} or named or article or aside:
                    return "relative", s.lower[j]
        if (
            low in self._subordinators
            and late
            and not (low in _ADVERBS_TOO and finite[0] == i + 1)
            and not (low == "als" and mark in {"und", "oder"} and _in_office(s, i + 1))
            and not (low == "als" and (_titled_before(s, i, finite[0]) or _ends_with_subject(s, finite[-1], end)))
        ):
            return "sub", low
        opens = low in {"bis", "seit"} and s.low_at(i + 1) not in _TILL_THEN
        if opens and i + 2 < end and end - finite[0] <= _LAST and s.dated.isdisjoint({i, i + 1}):
            # „Seit Anna Weber CIO ist, …“, not „der die Jury leitet und seit Mai CIO ist“
            return "sub", low
        return "main", ""

    def _goes_on_after(self, s: Sentence, verb: int, end: int) -> bool:
        """„…, das Land bezahlt es“, „…, die Stadt macht mit“: no verb of a relative clause has these behind it.

        Nor has it a noun there that nothing governs: „…, die Stadt Ulm testet Lumina“.
        """
        if verb + 1 < end and s.text_at(verb + 1)[0].isupper() and s.low_at(verb + 1) not in NOT_VERBS:
            return True
        rest = [s.lower[i] for i in range(verb + 1, end) if s.text_at(i)[0].isalpha()]
        return bool(rest) and all(low in _OBJECT_PRONOUNS or low in self._particles for low in rest)

    @staticmethod
    def _is_relative(j: int, end: int, verbs: list[str]) -> bool:
        """A relative pronoun opens a clause whose finite verb comes last; an article is followed by its noun."""
        finite = next((i for i in range(j + 1, end) if verbs[i] in {"fin", "aux"}), -1)
        after = [v for v in verbs[finite + 1 : end] if v]
        if finite > j + 1 and verbs[finite] == "aux" and after in (["inf"], ["part"]):
            # „…, das Saarland will folgen“: the infinitive comes last, so this is no relative clause
            return False
        return finite > j + 1 or (finite == j + 1 and end - finite <= 2)


def _between_governed(s: Sentence, verbs: list[str]) -> set[int]:
    """„…, die in Halle sitzt und von Ulm und Aalen getragen wird“: „und“ between names that one preposition governs."""
    if s.lower.count("und") < _PAIR:
        return set()
    found = set()
    governed = sorted((a for a in s.arguments if a.marker in _GOVERNED and not a.adjective), key=lambda a: a.first)
    for one, other in pairwise(governed):
        joined = one.group == other.group and other.begin == one.last + 1 and s.low_at(one.last) == "und"
        if joined and s.low_at(other.begin) not in PREPOSITIONS and verbs[min(other.last, len(verbs) - 1)] == "part":
            found.add(one.last)
    return found


def _gap_after_last(s: Sentence, verbs: list[str], span: tuple[int, int, int]) -> bool:
    """Whether „und“ follows the last verb of a subordinate clause, and after it stands a clause without its verb."""
    begin, at, end = span
    return verbs[at - 1] in {"fin", "aux"} and not any(verbs[at:end]) and gap_after_last_verb(s, begin, at, end)


def _waited_for(verbs: list[str], begin: int, end: int) -> bool:
    """„hat das Portal, ein Altsystem, abgeschaltet und arbeitet …“: a participle that a verb before waits for."""
    own = [v for v in verbs[begin:end] if v]
    return own == ["part"] and next((v for v in reversed(verbs[:begin]) if v), "") == "aux"


def _ends_with_subject(s: Sentence, verb: int, end: int) -> bool:
    """„Als Unterbau dient Kartwerk“: a name right behind the verb is its subject, and „als“ opens no clause."""
    named = s.taken.get(verb + 1)
    return named is not None and named.first == verb + 1 and named.last == end and not named.adjective


def _closes_relative(s: Sentence, verbs: list[str], begin: int, end: int) -> bool:
    """„…, der X vorgelegt und Y verlangt hat“: what opens with a relative pronoun waits for the verb that closes it."""
    first = begin + 1 + (s.low_at(begin + 1) in PREPOSITIONS)
    last = next((i for i in range(end - 1, begin, -1) if s.tokens[i].text[0].isalnum()), begin)
    return s.text_at(begin) == "," and s.low_at(first) in RELATIVES and verbs[last] in {"fin", "aux"}


def _titled_before(s: Sentence, i: int, verb: int) -> bool:
    """„Als seine Stellvertreterin amtiert …“: whether a possessive and a title stand between „als“ and the verb."""
    title = s.taken.get(verb - 1)
    if title is None or title.role is None or title.last != verb or s.low_at(i + 1) not in POSSESSIVES:
        return False
    return title.first - i <= _TITLED_WITHIN


def _in_office(s: Sentence, i: int) -> bool:
    """„… leitet und als Abteilungsleiter zum Bund geht“: a title after „als“ opens no clause, but before a name."""
    title = s.taken.get(i)
    if title is None or title.role is None or title.first != i:
        return False
    after = s.taken.get(title.last)
    return after is None or after.type is not EntityType.PERSON


def _named_before_aside(s: Sentence, first: int, verbs: list[str], clauses: Sequence[Clause]) -> Clause | None:
    """The gap right before a relative or subordinate clause after which a stretch begins with its verb: its subject."""
    if s.text_at(first) != "," or verbs[min(first + 1, len(verbs) - 1)] not in {"fin", "aux"}:
        return None
    aside = False
    for clause in reversed(clauses):
        if clause.kind == "gap":
            return clause if aside else None
        if clause.kind not in {"relative", "sub"}:
            return None
        aside = True
    return None


def _share_auxiliaries(s: Sentence, clauses: Sequence[Clause]) -> None:
    """„das der Bundestag verabschiedet und dem der Bundesrat zugestimmt hat“: the last auxiliary is that of both.

    So is a modal: „soll zur FITKO wechseln und ihr Präsident werden“.
    """
    for one, other in pairwise(clauses):
        if other.kind == "main" and s.lower[other.tokens[0]] in AND_OR and other.auxiliaries == ["werden"]:
            leading = [w for w in one.auxiliaries if w in MODALS or w in {"wird", "werde"}]
            last = next((i for i in reversed(other.tokens) if s.lower[i].isalpha()), -1)
            if leading and len(other.lemmas) == 1 and other.lemmas[0][1] == last:
                other.auxiliaries = [*leading, "werden"]
            continue
        if one.kind not in {"relative", "sub"} or one.auxiliaries or s.lower[other.tokens[0]] not in AND_OR:
            continue
        closing = other.lemmas[-2:]
        bound = len(closing) == 2 and closing[0][2] and closing[1][1] == closing[0][1] + 1 and other.auxiliaries
        own = one.lemmas[-1] if one.lemmas else ("", -1, False)
        if bound and own[1] == one.tokens[-1] and _PRESENT_OR_DONE.search(s.lower[own[1]]):
            one.auxiliaries = list(other.auxiliaries)
            one.lemmas = [*one.lemmas[:-1], (own[0], own[1], True)]


def _after_asides(clauses: Sequence[Clause]) -> int:
    """Number of the main clause that the first one leads to: „Dass Ulm sie nutzt, wie es heißt, ist falsch“; or 0."""
    for number, clause in enumerate(clauses[1:], 1):
        if clause.kind == "main":
            return number
        if clause.kind not in {"relative", "sub"}:
            break
    return 0


def _in_order(tokens: Sequence[int]) -> Sequence[int]:
    """Indices in order; as a range where none is left out, as in most clauses."""
    if isinstance(tokens, range) or not tokens:
        return tokens
    low, high = min(tokens), max(tokens)
    return range(low, high + 1) if high - low + 1 == len(tokens) else sorted(tokens)
