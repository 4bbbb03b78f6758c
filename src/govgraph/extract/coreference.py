"""References inside an article: „ich“ and „wir“ of interviews, „das Land“, „das Gremium“, „er“, relative pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import Argument, Draft
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.naming import Cast
    from govgraph.extract.state import Sentence

_DEFINITE = frozenset(
    [
        "der",
        "die",
        "das",
        "des",
        "dem",
        "den",
        "dieser",
        "diese",
        "dieses",
        "diesem",
        "diesen",
        "beim",
        "im",
        "vom",
        "zum",
        "zur",
    ]
)
_PEOPLE_AND_PLACES = frozenset({EntityType.PERSON, EntityType.JURISDICTION, EntityType.MUNICIPALITY})
_OWN_NOUNS = frozenset(
    [
        "Land",
        "Lande",
        "Freistaat",
        "Hau",
        "Ministerium",
        "Behörde",
        "Verband",
        "Stadt",
        "Krei",
        "Bundesland",
        "Ressort",
        "Gemeinde",
        "Senat",
        "Landkrei",
        "Hause",
        "Agentur",
        "Kanzlei",
    ]
)
"""Nouns after „unser“ that stand for the group itself, without a final s."""
_YOUR = frozenset({"Ihr", "Ihre", "Ihrer", "Ihres", "Ihrem", "Ihren"})
_POSSESSIVES = frozenset(f"{stem}{end}" for stem in ("sein", "ihr") for end in ("", "e", "er", "es", "em", "en")) | {
    "dessen", "deren"}  # fmt: skip
_PRONOUN_CASES = {"er": "n", "ihn": "a", "sie": "na", "es": "na"}
_GENDERS = {"das": "n", "die": "f", "den": "m", "zur": "f", "eine": "f", "einen": "m", "diese": "f", "dieses": "n"}
_FEMININE_AFTER = frozenset({"in", "mit", "von", "bei", "aus", "nach", "zu", "an", "auf", "unter", "über", "seit"})
_SPOKEN = frozenset({BlockKind.ANSWER, BlockKind.PULL_QUOTE})


class Referent:
    """Adds arguments for words that refer instead of naming.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
        interviewee: Person interviewed, in an interview with one.
        group: Body or Land for which that person speaks.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, interviewee: Draft | None, group: Draft | None) -> None:
        self.k = knowledge
        self.cast = cast
        self.interviewee = interviewee
        self.group = group
        self.recent: list[Draft] = []
        self.speaker: Draft | None = None
        self.topic: Draft | None = None
        self.subjects: list[Draft] = []
        self.named: list[Draft] = []

    def refer(self, sentences: Sequence[Sentence]) -> None:
        """Add references sentence by sentence; each may look back, never ahead."""
        block = -1
        for s in sentences:
            for a in s.arguments:
                _note_gender(s, a)
                if a.draft is not None and a.draft.gender is None and a.type not in _PEOPLE_AND_PLACES:
                    head = self.k.head_of(a.draft.name.split(" ")[-1]) or self.k.head_of(a.draft.name.split(" ")[0])
                    a.draft.gender = (head[0].gender or None) if head else None
        for s in sentences:
            if s.block != block:
                block = s.block
                self.speaker = self._speaker_label(s) or self.interviewee
            before = list(self.recent)
            s.context = before[-14:]
            s.topic = self.topic
            s.near = list(self.named)
            for i in range(len(s.tokens)):
                if i in s.taken:
                    draft = s.taken[i].draft
                    if draft is not None and s.taken[i].first == i:
                        self._remember(draft)
                    continue
                self._at(s, i, before)
            self.note_speaker(s)
            self.subjects = self._subjects(s)
            self.topic = self.subjects[0] if self.subjects else None
            self.named = list(dict.fromkeys(a.draft for a in s.arguments if a.draft is not None and not a.adjective))

    @staticmethod
    def _subjects(s: Sentence) -> list[Draft]:
        """Nominatives of the main clauses, then of the others: what the next sentence most likely goes on about."""
        found = [a for a in sorted(s.arguments, key=lambda a: a.first) if a.nominative]
        main = [a for a in found if not s.clauses or s.clauses[s.clause_of[a.first]].kind == "main"]
        return list(dict.fromkeys(a.draft for a in (*main, *found) if a.draft is not None))

    def _speaker_label(self, s: Sentence) -> Draft | None:
        """„Sinemus: Auf jeden Fall.“: the name before the colon speaks."""
        if s.kind in _SPOKEN and len(s.tokens) > 1 and 0 in s.taken:
            a = s.taken[0]
            if (
                a.draft is not None
                and a.type is EntityType.PERSON
                and s.tokens[min(a.last, len(s.tokens) - 1)].text == ":"
            ):
                return a.draft
        return None

    def note_speaker(self, s: Sentence) -> None:
        """Words of an answer are the words of the person interviewed."""
        if s.kind in _SPOKEN and self.speaker is not None:
            s.speaker = self.speaker

    def _remember(self, draft: Draft) -> None:
        if draft in self.recent:
            self.recent.remove(draft)
        self.recent.append(draft)

    # ------------------------------------------------------------------ one token

    def _at(self, s: Sentence, i: int, before: list[Draft]) -> None:
        low = s.lower[i]
        if s.kind in _SPOKEN and self.speaker is not None and self._spoken(s, i, low):
            return
        if s.kind is BlockKind.QUESTION and self.interviewee is not None and s.tokens[i].text == "Sie":
            self._place(s, i, i + 1, self.interviewee, "n")
            return
        if (
            s.kind is BlockKind.QUESTION
            and s.tokens[i].text in {"Ihr", "Ihre"}
            and s.lower[i + 1 : i + 2] in (["land"], ["haus"])
            and self.group
        ):
            self._place(s, i, i + 2, self.group, DETERMINERS.get(low, "na"))
            return
        if low in _POSSESSIVES and self._possessive(s, i, low):
            return
        if s.kind is BlockKind.QUESTION and self.interviewee is not None and s.tokens[i].text in _YOUR:
            head = self._own_noun(s, i + 1)
            if head >= 0 and s.tokens[head].text not in {"Land", "Haus", "Landes", "Hauses"}:
                owner = Argument(
                    i, i + 1, self.interviewee, marker="gen", cases="g", begin=i, reference=True, head=head
                )
                s.arguments.append(owner)
                return
        if self._land(s, i):
            return
        if self._noun(s, i):
            return
        if (
            low in {"dieser", "diese"}
            and i == 0
            and s.lower[1:2]
            and s.clauses
            and any(j == 1 for c in s.clauses for _, j, _ in c.lemmas)
        ):
            people = [d for d in before[-6:] if d.type is EntityType.PERSON and d.feminine is not (low == "dieser")]
            if people:
                self._place(s, i, i + 1, people[-1], "n")
            return
        if low in _PRONOUN_CASES and (s.tokens[i].text.islower() or i == 0):
            self._pronoun(s, i, low, before)

    def _spoken(self, s: Sentence, i: int, low: str) -> bool:
        if low in {"ich", "mich", "mir"} and self.speaker is not None:
            self._place(s, i, i + 1, self.speaker, {"ich": "n", "mich": "a", "mir": "d"}[low])
            return True
        if self.group is None:
            return False
        if low in {"wir", "uns"}:
            self._place(s, i, i + 1, self.group, "n" if low == "wir" else "ad")
            return True
        following = s.tokens[i + 1].text if i + 1 < len(s.tokens) else ""
        if (
            low in self.k.words("interview-group") | {"mein", "meinem", "meines"}
            and following.rstrip("s") in _OWN_NOUNS
        ):
            self._place(s, i, i + 2, self._own(following), DETERMINERS.get(low, "na"))
            return True
        if (low in self.k.words("interview-group") and following[:1].isupper()) or (
            low in self.k.words("interview-group") and i + 1 in s.taken
        ):
            # „unser TransformationLAB“: the group is the owner of what follows
            argument = Argument(i, i + 1, draft=self.group, marker="gen", cases="g", begin=i, reference=True)
            argument.head = self._own_noun(s, i + 1)
            s.arguments.append(argument)
            return True
        return False

    @staticmethod
    def _own_noun(s: Sentence, i: int) -> int:
        for j in range(i, min(i + 4, len(s.tokens))):
            if j in s.taken and not s.taken[j].adjective:
                return s.taken[j].last - 1
            if s.tokens[j].text[0].isupper():
                return j
        return -1

    def _own(self, noun: str) -> Draft:
        body = self.cast.body
        if noun.rstrip("s") in {"Hau", "Hause", "Ministerium", "Ressort"} and body is not None:
            return body
        if noun in {"Land", "Landes", "Freistaat", "Freistaats", "Bundesland"} and self.cast.home is not None:
            return self.cast.home
        if self.group is None:
            raise AssertionError("only called when there is a group")
        return self.group

    def _land(self, s: Sentence, i: int) -> bool:
        """„das Land“, „der Freistaat“, „im Land“: the Land that the article is about."""
        if s.tokens[i].text not in self.k.words("state-nouns") or i == 0:
            return False
        here = [a.draft for a in s.arguments if a.last <= i and a.draft is not None and a.draft.kind == "State"]
        lately = [d for d in self.recent if d.kind == "State"]
        home = self.cast.home
        if home is None or home.kind != "State":
            nearest = here or lately
            home = nearest[-1] if nearest else None
        if (
            home is None
            or home.kind != "State"
            or s.lower[i - 1] in {"jedes", "jedem", "ein", "einem", "eines", "kein", "vom"}
        ):
            return False
        if s.lower[i - 1] not in DETERMINERS and s.lower[i - 1] not in {"im", "vom", "beim", "zum", "als", "und"}:
            return False
        following = s.taken.get(i + 1)
        if following is not None and following.type is EntityType.JURISDICTION:
            return False
        if s.lower[i - 1] == "im" and s.lower[i - 2 : i - 1] == ["ganzen"]:
            return False
        argument = Argument(i, i + 1, draft=home, reference=True, begin=-1)
        if s.tokens[i].text.endswith("s") and s.tokens[i].text != "Hansestadts":
            argument.cases = "nad"
        s.arguments.append(argument)
        s.taken[i] = argument
        return True

    def _noun(self, s: Sentence, i: int) -> bool:
        """„das Gremium“, „die Stadt“, „der Verband“: the last thing of that kind, or whose name ends in that noun."""
        text = s.tokens[i].text
        if not text[0].isupper() or i == 0 or i + 1 in s.taken or s.lower[i - 1] not in _DEFINITE:
            return False
        after = s.tokens[i + 1].text if i + 1 < len(s.tokens) else "."
        if after.lower() in {"der", "des", "für", "von", "zum", "zur"} or after[0].isupper() or after == "„":
            return False
        base = text.lower()
        forms = (base, base.removesuffix("s"), base.removesuffix("es"))
        noun = next((f for f in forms if f in self.k.referring or f in self.k.heads), None)
        if noun is None:
            return False
        kinds = self.k.referring.get(noun, frozenset())
        recent = [d for d in reversed(self.recent[-14:]) if d.type is not EntityType.PERSON]
        named = [
            d for d in recent if any(w.endswith(noun) for n in (d.name, *sorted(d.names)) for w in n.lower().split())
        ]
        fitting = named or [d for d in recent if d.kind in kinds or d.type.value in kinds]
        if not fitting:
            return False
        self._place(s, i, i + 1, fitting[0], "")
        return True

    def _possessive(self, s: Sentence, i: int, low: str) -> bool:
        """„sein Nachfolger“, „mit ihrer Informationsstelle“, „dessen Geschäftsführer“: the owner as a genitive."""
        head = self._own_noun(s, i + 1)
        if head < 0:
            return False
        stem = "dessen" if low in {"dessen", "deren"} else low[:3]
        wanted = "f" if low == "deren" or stem == "ihr" else "m"
        here = [
            a
            for a in s.arguments
            if a.last <= i and a.draft is not None and not a.adjective and self._owns(a.draft, wanted)
        ]
        if stem == "dessen":
            owner = here[-1].draft if here else next((d for d in reversed(s.context) if self._owns(d, wanted)), None)
            if i and s.tokens[i - 1].text == ",":
                return False
        else:
            subject = next((a.draft for a in here if a.marker == "np" and "n" in a.cases and a.head < 0), None)
            owner = subject or (self.topic if self.topic is not None and self._owns(self.topic, wanted) else None)
        if owner is None or (head in s.taken and s.taken[head].draft is owner):
            return False
        argument = Argument(i, i + 1, draft=owner, marker="gen", cases="g", begin=i, reference=True, head=head)
        s.arguments.append(argument)
        return True

    @staticmethod
    def _owns(draft: Draft, wanted: str) -> bool:
        if draft.type is EntityType.PERSON:
            return draft.feminine is not (wanted == "m")
        if draft.type in {EntityType.JURISDICTION, EntityType.MUNICIPALITY}:
            return wanted == "m"
        return draft.gender is None or (draft.gender == "f") == (wanted == "f")

    def _pronoun(self, s: Sentence, i: int, low: str, before: list[Draft]) -> None:
        """„er“, „sie“, „es“: the subject of the sentence before, else the only thing of that gender in it."""
        near = [d for d in before[-6:] if self._agrees(d, low)]
        here = [
            a.draft
            for a in s.arguments
            if a.last <= i and a.draft is not None and not a.adjective and self._agrees(a.draft, low)
        ]
        if low == "sie" and not _singular(s, i):
            return
        possible = [a for a in s.arguments if a.nominative and s.clauses]
        subjects = [
            a.draft
            for a in possible
            if a.last <= i and s.clause_of[a.first] != s.clause_of[i] and a.draft and self._agrees(a.draft, low)
        ]
        others = [a for a in possible if s.clause_of[a.first] == s.clause_of[i] and a.last <= i]
        governed = i > 0 and s.lower[i - 1] in PREPOSITIONS
        if governed and low in {"sie", "ihn"}:
            if here or near:
                self._place(s, i, i + 1, (here or near)[-1], "a")
            return
        if low == "sie" and others:
            self._plural(s, i)
            return
        if low == "ihn" or (low == "es" and others):
            things = [d for d in (*near, *here) if d.type is not EntityType.PERSON]
            if things:
                self._place(s, i, i + 1, things[-1], "a")
            return
        topic = next((d for d in (*subjects, *self.subjects) if self._agrees(d, low)), None)
        if topic is not None:
            self._place(s, i, i + 1, topic, _PRONOUN_CASES[low])
        elif len(set(map(id, [*near, *here]))) == 1:
            self._place(s, i, i + 1, (near or here)[-1], _PRONOUN_CASES[low])

    def _plural(self, s: Sentence, i: int) -> None:
        """„sie“ as an object: the coordinated subjects of the clause before."""
        clause = s.clause_of[i] if s.clauses else 0
        before = [
            a
            for a in s.arguments
            if a.draft is not None and a.clause == clause - 1 and a.marker == "np" and not a.adjective
        ]
        groups = {a.group: [b for b in before if b.group == a.group] for a in before}
        for members in groups.values():
            if len(members) > 1:
                for member in members:
                    s.arguments.append(
                        Argument(i, i + 1, member.draft, cases="a", begin=i, group=2000 + i, reference=True)
                    )
                return

    @staticmethod
    def _agrees(draft: Draft, low: str) -> bool:
        wanted = {"er": "m", "ihn": "m", "sie": "f", "es": "n"}[low]
        if draft.type is EntityType.PERSON:
            return low != "es" and draft.feminine is not (wanted == "m") if low in {"er", "ihn", "sie"} else False
        return draft.gender == wanted

    def _place(self, s: Sentence, first: int, last: int, draft: Draft, cases: str) -> None:
        argument = Argument(first, last, draft=draft, reference=True)
        if cases:
            argument.cases = cases
            argument.begin = first
            if first and s.lower[first - 1] not in {"als", "wie"} and s.lower[first - 1] in PREPOSITIONS:
                argument.marker = PREPOSITIONS[s.lower[first - 1]]
                argument.begin = first - 1
        s.arguments.append(argument)
        for j in range(first, last):
            s.taken[j] = argument


def _note_gender(s: Sentence, a: Argument) -> None:
    """Grammatical gender of a thing by the article before its name, where the form leaves no doubt."""
    if a.draft is None or a.adjective or a.reference or not 0 <= a.begin < len(s.tokens) or a.introduced_by:
        return
    if a.type in _PEOPLE_AND_PLACES:
        return
    low = s.lower[a.begin]
    gender = _GENDERS.get(low)
    after = s.lower[a.begin + 1] if a.begin + 1 < a.first else ""
    if gender is None and low in _FEMININE_AFTER and after == "der":
        gender = "f"
    elif gender is None and (after in {"das", "die"} and low in _FEMININE_AFTER):
        gender = _GENDERS[after]
    elif gender is None and low == "der" and a.head < 0 and "d" in a.cases and a.begin == 0:
        gender = "m"
    if gender is not None and a.draft.gender is None:
        a.draft.gender = gender


def _singular(s: Sentence, i: int) -> bool:
    """Whether the finite verb of the clause that holds token `i` is singular."""
    clause = s.clauses[s.clause_of[i]] if s.clauses else None
    if clause is None:
        return False
    forms = [s.lower[j] for _, j, participle in clause.lemmas if not participle]
    forms += [w for w in clause.auxiliaries if w not in forms]
    finite = [w for w in forms if not w.endswith("en") or w in {"sind", "waren", "seien"}]
    return any(not w.endswith("n") and w not in {"sind", "seien"} for w in finite)
