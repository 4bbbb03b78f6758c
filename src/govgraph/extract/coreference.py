"""References inside an article: „ich“ and „wir“ of interviews, „das Land“, „das Gremium“, „er“, relative pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import Argument, Draft
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS, RELATIVES
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.naming import Cast
    from govgraph.extract.state import Sentence

_SPOKEN = frozenset({BlockKind.ANSWER, BlockKind.PULL_QUOTE})
_HEADS_OF = {
    "gremium": ("Committee", "Commission"), "rat": ("Committee",), "board": ("Committee",),
    "ministerium": ("Ministry",), "ressort": ("Ministry",), "haus": ("Ministry", "Agency"),
    "behörde": ("Agency", "Ministry", "Organisation"), "amt": ("Agency",), "agentur": ("Agency",),
    "verband": ("Association",), "zweckverband": ("Association",), "verbund": ("Association",),
    "verein": ("Association", "CivilSocietyOrganisation"), "konferenz": ("Committee", "Event"),
    "gesellschaft": ("Company", "PublicCompany", "ServiceProvider"), "unternehmen": ("Company", "ServiceProvider"),
    "dienstleister": ("ServiceProvider", "Company", "Agency"), "stadt": ("Municipality",), "gemeinde": ("Municipality",),
    "kommune": ("Municipality",), "landeshauptstadt": ("Municipality",), "landkreis": ("Municipality",),
    "kreis": ("Municipality",), "gesetz": ("Law",), "plattform": ("Platform", "System"),
    "portal": ("Platform", "System"), "serviceportal": ("Platform",), "system": ("System", "Platform"),
    "programm": ("Programme", "Strategy"), "initiative": ("Programme",), "strategie": ("Strategy", "Programme"),
    "vorhaben": ("Programme",), "projekt": ("Programme", "Project"), "pakt": ("Programme", "Document"),
    "stiftung": ("CivilSocietyOrganisation",), "anstalt": ("Agency", "ServiceProvider"), "register": ("System",),
    "kongress": ("Event",), "veranstaltung": ("Event",), "messe": ("Event",), "software": ("System",),
    "lösung": ("System", "Platform"), "dienst": ("Service", "System"), "onlinedienst": ("Service",),
    "vereinbarung": ("Document", "Programme"), "papier": ("Document", "Programme"), "papiers": ("Document",),
    "genossenschaft": ("Association", "Company"), "landesoberbehörde": ("Agency", "ServiceProvider"),
}  # fmt: skip


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

    def refer(self, sentences: Sequence[Sentence]) -> None:
        """Add references sentence by sentence; each may look back, never ahead."""
        block = -1
        for s in sentences:
            if s.block != block:
                block = s.block
                self.speaker = self._speaker_label(s) or self.interviewee
            before = list(self.recent)
            for i in range(len(s.tokens)):
                if i in s.taken:
                    draft = s.taken[i].draft
                    if draft is not None and s.taken[i].first == i:
                        self._remember(draft)
                    continue
                self._at(s, i, before)
            self.note_speaker(s)

    def _speaker_label(self, s: Sentence) -> Draft | None:
        """„Sinemus: Auf jeden Fall.“: the name before the colon speaks."""
        if s.kind in _SPOKEN and len(s.tokens) > 1 and 0 in s.taken:
            a = s.taken[0]
            if a.draft is not None and a.type is EntityType.PERSON and s.tokens[min(a.last, len(s.tokens) - 1)].text == ":":
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
        if s.kind is BlockKind.QUESTION and s.tokens[i].text in {"Ihr", "Ihre"} and s.lower[i + 1 : i + 2] in (["land"], ["haus"]) and self.group:
            self._place(s, i, i + 2, self.group, DETERMINERS.get(low, "na"))
            return
        if self._land(s, i):
            return
        if self._noun(s, i):
            return
        if low == "er" or (low == "sie" and s.tokens[i].text.islower()) or (low == "sie" and i == 0):
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
        if low in self.k.words("interview-group") | {"mein", "meinem", "meines"} and following in {
            "Land", "Landes", "Freistaat", "Haus", "Hauses", "Ministerium", "Behörde", "Verband", "Stadt", "Kreis",
            "Bundesland", "Freistaats", "Ressort", "Gemeinde", "Senat",
        }:  # fmt: skip
            self._place(s, i, i + 2, self._own(following), DETERMINERS.get(low, "na"))
            return True
        if low in self.k.words("interview-group") and following[:1].isupper() or low in self.k.words("interview-group") and i + 1 in s.taken:
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
        if noun in {"Haus", "Hauses", "Ministerium", "Ressort"} and body is not None:
            return body
        if noun in {"Land", "Landes", "Freistaat", "Freistaats", "Bundesland"} and self.cast.home is not None:
            return self.cast.home
        if self.group is None:
            raise AssertionError("only called when there is a group")
        return self.group

    def _land(self, s: Sentence, i: int) -> bool:
        """„das Land“, „der Freistaat“, „im Land“: the Land that the article is about."""
        here = [a.draft for a in s.arguments if a.last <= i and a.draft is not None and a.draft.kind == "State"]
        lately = [d for d in self.recent if d.kind == "State"]
        home = here[-1] if here else self.cast.home
        if home is None or home.kind != "State":
            home = lately[-1] if lately else None
        if s.tokens[i].text not in self.k.words("state-nouns") or i == 0:
            return False
        if home is None or home.kind != "State" or s.lower[i - 1] in {"jedes", "jedem", "ein", "einem", "eines", "kein", "vom"}:
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
        """„das Gremium“, „die Stadt“, „der Verband“: the last thing of that kind."""
        text = s.tokens[i].text
        if not text[0].isupper() or i == 0 or i + 1 in s.taken:
            return False
        base = text.lower()
        if base not in _HEADS_OF:
            base = base.removesuffix("es") if base.removesuffix("es") in _HEADS_OF else base.removesuffix("s")
        kinds = _HEADS_OF.get(base)
        if kinds is None or s.lower[i - 1] not in {"der", "die", "das", "des", "dem", "den", "dieser", "diese", "dieses", "diesem", "diesen", "beim", "im", "vom", "zum"}:
            return False
        if i + 1 < len(s.tokens) and (s.lower[i + 1] in {"der", "des", "für", "von"} or s.tokens[i + 1].text[0].isupper() or s.tokens[i + 1].text == "„"):
            return False
        for draft in reversed(self.recent[-14:]):
            if draft.kind in kinds or draft.type.value in kinds:
                self._place(s, i, i + 1, draft, "")
                return True
        return False

    def _pronoun(self, s: Sentence, i: int, low: str, before: list[Draft]) -> None:
        people = [d for d in before[-8:] if d.type is EntityType.PERSON]
        last = people[-1] if people else None
        singular = any(v.endswith("t") or v in {"hatte", "wurde", "war", "wollte", "sollte", "sprach", "übernahm", "kam"} for v in s.lower[i + 1 : i + 3]) or (
            i > 0 and (s.lower[i - 1].endswith(("t", "te")) or s.lower[i - 1] in {"war", "sprach"})
        )
        if last is None or not singular:
            return
        if low == "er" and last.feminine is not True:
            self._place(s, i, i + 1, last, "n")
        elif low == "sie" and last.feminine is not False and (last.feminine or len(people) == 1):
            women = [d for d in people if d.feminine is not False]
            self._place(s, i, i + 1, women[-1], "n")

    def _place(self, s: Sentence, first: int, last: int, draft: Draft, cases: str) -> None:
        argument = Argument(first, last, draft=draft, reference=True)
        if cases:
            argument.cases = cases
            argument.begin = first
            if first and s.lower[first - 1] in PREPOSITIONS:
                argument.marker = PREPOSITIONS[s.lower[first - 1]]
                argument.begin = first - 1
        s.arguments.append(argument)
        for j in range(first, last):
            s.taken[j] = argument


def relative_arguments(s: Sentence, particles: frozenset[str]) -> None:
    """Let the pronoun of every relative clause stand for what it refers to. Clauses and markers must be known."""
    for number, clause in enumerate(s.clauses):
        if clause.kind != "relative" or not clause.tokens:
            continue
        start = clause.tokens[0]
        i = next((j for j in clause.tokens[:5] if s.lower[j] in RELATIVES and j not in s.taken), -1)
        if i < 0:
            continue
        before = [a for a in s.arguments if a.last <= start and not a.adjective and a.draft is not None]
        antecedent = _antecedent(s, before, start, particles)
        if antecedent is None:
            continue
        cases = RELATIVES[s.lower[i]]
        marker = "np"
        if i and s.lower[i - 1] in PREPOSITIONS and i - 1 in clause.tokens:
            marker = PREPOSITIONS[s.lower[i - 1]]
        for member in [a for a in before if a.group == antecedent.group] if s.lower[i] in {"die", "denen"} else [antecedent]:
            argument = Argument(i, i + 1, draft=member.draft, marker=marker, cases=cases, begin=i, clause=number, reference=True)
            if s.lower[i] in {"dessen", "deren"}:
                argument.marker, argument.cases, argument.head = "gen", "g", _following_noun(s, i)
            argument.group = 1000 + i
            s.arguments.append(argument)


def _following_noun(s: Sentence, i: int) -> int:
    for j in range(i + 1, min(i + 4, len(s.tokens))):
        if j in s.taken and not s.taken[j].adjective:
            return s.taken[j].last - 1
        if s.tokens[j].text[0].isupper():
            return j
    return -1


def _antecedent(s: Sentence, before: list[Argument], start: int, particles: frozenset[str]) -> Argument | None:
    """The argument right before the comma, but for a verb between; a genitive attribute yields to the head it hangs on if that is one."""
    if not before:
        return None
    last = before[-1]
    verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
    gap = [i for i in range(last.last, start) if s.tokens[i].text[0].isalpha() and i not in verbs]
    if any(s.lower[i] not in particles for i in gap):
        return None
    if last.marker == "gen" and last.head >= 0:
        owner = s.taken.get(last.head)
        if owner is not None and owner.draft is not None:
            return owner
    return last
