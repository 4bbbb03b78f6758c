"""What an answer makes of what was said: „Sie leiten das Amt. – Da irren Sie.“, „Hessen nutzt es? – Ja, seit Mai.“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import head_of, opens_with_name
from govgraph.extract.clauses.phrases import by_first_word, end_of_phrase
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.clauses.verb_places import finite_places
from govgraph.language.grammar import MODALS
from govgraph.language.tokens import token_of
from govgraph.model import BlockKind, Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Sentence

_TAGS = frozenset({"oder", "richtig", "stimmt", "wahr", "korrekt"})
"""Words of a question that only asks whether what was said is so: „Stimmt das?“, „Oder?“, „Nicht wahr?“."""
_ENDING_TAGS = frozenset({"nicht", "so"})
"""Words that end such a question: „Oder nicht?“, „Ist das so?“, but not „Ist das nicht teuer?“."""
_RESERVES = frozenset(
    {
        "aber", "allerdings", "angeblich", "angebliche", "bald", "beinahe", "bisher", "bislang", "damals", "ehemals",
        "einmal", "einst", "erfolglos", "falls", "fast", "früher", "gern", "gerne", "hoffentlich", "jedoch", "kein",
        "keine", "lange", "leider", "lieber", "nein", "nicht", "nie", "nur", "offenbar", "sobald", "sofern", "sollte",
        "sollten", "theoretisch", "umsonst", "vergebens", "vergeblich", "vermutlich", "vielleicht", "vor", "wenn",
        "wohl",
    }
)  # fmt: skip
"""Words of an answer with „ja“ that hold something back."""
_ASKING = frozenset(
    {
        "wann", "warum", "was", "wem", "wen", "wer", "weshalb", "wie", "wieso", "wo", "wofür", "woher", "wohin",
        "womit", "woran",
    }
)  # fmt: skip
_WHY = frozenset({"warum", "weshalb", "wieso"})
"""Words that ask for the grounds of what may be denied itself: „Warum erst jetzt? – Da irren Sie.“."""
_CONCEDING = frozenset({"nachdem", "obgleich", "obschon", "obwohl", "seitdem", "während", "wenngleich"})
"""Conjunctions for what is so, whatever an answer makes of the clause above."""
_NOT = frozenset({"keinesfalls", "keineswegs", "mitnichten", "nicht", "nie"})
_UNREAL = frozenset(
    {"gäbe", "hätte", "hätten", "könnte", "könnten", "müsste", "müssten", "wäre", "wären", "würde", "würden"}
)
"""Verbs of questions about what might be."""
_WANTED = frozenset({"möchten", "möchte", "wollte", "wollten"})
"""Verbs of questions about what somebody had in mind."""
_COMPARING = frozenset({"eher", "lieber", "ungern"})
_SETTLED = frozenset({"beabsichtigen", "entscheiden", "entschließen", "planen", "stimmen", "vorhaben", "zutreffen"})
"""Verbs above what is so or will be so by them: „Stimmt es, dass …“, „Planen Sie, …“."""
_DOING = frozenset({"haben", "machen", "sein", "stimmen", "tun", "zutreffen"})
"""Verbs of an answer that say nothing but that it is so: „Ja, das tun wir.“."""
_THAT = frozenset({"das", "dies"})
_REACH = 4
"""How late the word that asks may come: „Und seit wann …“."""
_LONGEST_TAG = 5
_LONGEST_ASIDE = 6
"""Most words and marks of „(lacht)“ before an answer."""


class Replies:
    """Finds what is said or asked in one turn and denied, told to be over or confirmed at the beginning of the next.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._no = words("answers-no")
        self._flat = by_first_word(words("contradicting-phrases"))
        self._opposed = by_first_word(words("opposing-phrases") | words("denying-phrases"))
        self._yes = by_first_word(words("answers-yes"))
        self._last = by_first_word(words("denying-answers"))
        self._belonging = words("membership-verbs")
        self._over = by_first_word(words("over-phrases"))

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Let clauses that are denied claim nothing, and those that are over be over; what is confirmed is stated."""
        for at, s in enumerate(sentences):
            before = sentences[at - 1] if at else None
            if before is None or s.block != before.block + 1 or s.kind is BlockKind.QUESTION:
                continue
            confirmed = before.tokens[-1].text == "?" and self._confirms(s, before)
            reply = self._reply(s, before)
            presumed = reply is None and before.kind is BlockKind.QUESTION and _presumes(before, s)
            asked = presumed or (confirmed and _asks_whether(before))
            if (asked and not self._is_of_whom(before)) or (
                confirmed and _is_statement(before) and _tells_what_is_so(before)
            ):
                before.tokens[-1], before.lower[-1] = token_of("."), "."
            first = at - 1
            while first and sentences[first - 1].block == before.block:
                first -= 1
            turn = sentences[first:at]
            if reply is None:
                continue
            if turn[0].kind is BlockKind.QUESTION or opens_with_name(turn[0]):
                verdict, flat = reply
                self._settle(turn, verdict, flat=flat)

    def _reply(self, s: Sentence, asked: Sentence) -> tuple[Modality | None, bool] | None:
        """What an answer makes of what was said, and whether it does so of what was said before a question, too.

        „Da irren Sie.“ after „Hat sich das gelohnt?“ is of what is asked, not of what was said before.
        """
        start = _beginning(s)
        if end_of_phrase(s, start, self._over):
            return Modality.ENDED, False
        if end_of_phrase(s, start, self._flat):
            return None, True
        opposed = end_of_phrase(s, start, self._opposed)
        if opposed:
            if not _NOT.isdisjoint(s.lower[opposed : opposed + 2]):
                # „Da irren Sie nicht.“, „Sie irren sich nicht.“
                return None
            goes_on = s.text_at(opposed) == "," and s.low_at(opposed + 1) in _THAT
            return None, goes_on or not _may_be_opposed(asked)
        denies = s.low_at(start) in self._no or end_of_phrase(s, start, self._last) > 0
        return (None, False) if denies else None

    def _confirms(self, s: Sentence, asked: Sentence) -> bool:
        """„Ja, seit Mai.“, „Ja, das tun wir.“, and not „Ja, wenn das Geld reicht.“, „Ja, ich kenne die Frage.“."""
        start = _beginning(s)
        if not end_of_phrase(s, start, self._yes) or s.tokens[-1].text == "?":
            return False
        if not (_RESERVES | _UNREAL).isdisjoint(s.lower[start:]):
            return False
        if any(a.nominative and a.role is None and not (a.reference or a.adjective) for a in s.arguments):
            # „Nutzt die Stadt civento? – Ja, die Stadt Gifhorn nutzt es.“
            return any(a.draft is b.draft for a in s.arguments if a.nominative for b in asked.arguments)
        told, helping = _verbs(asked)
        said, helped = _verbs(s)
        return said <= told | _DOING and {low for low in helped if low in MODALS} <= helping

    def _is_of_whom(self, s: Sentence) -> bool:
        """„Warum sind Sie ausgetreten?“: whether „Sie“ may be a person or the house that the person speaks for."""
        polite = any(token.text == "Sie" for token in s.tokens)
        return polite and not self._belonging.isdisjoint(_verbs(s)[0])

    @staticmethod
    def _settle(turn: Sequence[Sentence], verdict: Modality | None, *, flat: bool) -> None:
        for number, s in enumerate(reversed(turn)):
            if _is_statement(s):
                asked_since = number > 0 and not _is_tag(turn[-1])
                last = max((n for n, clause in enumerate(s.clauses) if clause.kind == "main"), default=0)
                for clause in s.clauses[last if asked_since else 0 :]:
                    if clause.kind == "relative" or clause.opener in _CONCEDING:
                        continue
                    if verdict is None or in_present(s, clause):
                        # „Sie haben es eingeführt. – Das war ich.“ takes nothing back
                        clause.judged = (verdict,)
                return
            if number or not (flat or _is_tag(s)):
                return


def _beginning(s: Sentence) -> int:
    """The first word of an answer, past its label and „(lacht)“."""
    start = 0
    if s.text_at(0) in {"(", "["}:
        start = next((i + 1 for i in range(min(_LONGEST_ASIDE, len(s.tokens))) if s.tokens[i].text in {")", "]"}), 0)
    start = next(
        (i + 1 for i in range(start, min(start + _LONGEST_ASIDE, len(s.tokens))) if s.text_at(i) == ":"), start
    )
    return next((i for i in range(start, len(s.tokens)) if s.tokens[i].text[0].isalpha()), start)


def _is_statement(s: Sentence) -> bool:
    """Whether a sentence has the order of a statement, be it with a question mark, and no word that asks."""
    first = head_of(s)
    verbs = finite_places(s)
    return bool(verbs) and first not in verbs and not (s.tokens[-1].text == "?" and _asks(s, _ASKING))


def _asks_whether(s: Sentence) -> bool:
    """„Nutzen Sie civento?“, „Haben Sie es schon eingeführt?“: a question that „ja“ makes a statement."""
    first = head_of(s)
    plain = first in finite_places(s) and _NOT.isdisjoint(s.lower) and "oder" not in s.lower
    anywhere = any(low.startswith("irgend") for low in s.lower)
    return plain and not anywhere and s.low_at(first) not in _UNREAL and _tells_what_is_so(s)


def _tells_what_is_so(s: Sentence) -> bool:
    """Whether a question is of what is so itself, not of a belief or a choice: „Glauben Sie, dass …“, „lieber …“."""
    if not _COMPARING.isdisjoint(s.lower):
        return False
    hanging = any(clause.kind not in {"main", "gap", "relative"} for clause in s.clauses)
    return not hanging or not _SETTLED.isdisjoint(lemma for lemma, _, _ in s.clauses[0].lemmas)


def _verbs(s: Sentence) -> tuple[frozenset[str], frozenset[str]]:
    """The dictionary forms of the verbs of a sentence, and the forms that help."""
    lemmas = frozenset(lemma for clause in s.clauses for lemma, _, _ in clause.lemmas)
    return lemmas, frozenset(low for clause in s.clauses for low in clause.auxiliaries)


def _presumes(s: Sentence, answer: Sentence) -> bool:
    """„Warum nutzen Sie civento?“, „Seit wann läuft es?“: a question about the grounds or the time of what is so.

    „Das tun wir gar nicht.“ denies it.
    """
    first = head_of(s)
    if not (_NOT.isdisjoint(answer.lower) and _UNREAL.isdisjoint(answer.lower)):
        return False
    if s.tokens[-1].text != "?" or not _NOT.isdisjoint(s.lower) or not _UNREAL.isdisjoint(s.lower):
        return False
    if answer.tokens[-1].text == "?" or not _WANTED.isdisjoint(s.lower) or not _tells_what_is_so(s):
        # „Tun wir das?“; „Warum wollten Sie civento einführen?“, „Warum denken Sie, dass Gifhorn es nutzt?“
        return False
    since = s.low_at(first) == "seit" and s.low_at(first + 1) == "wann"
    verb = first + 1 if s.low_at(first) in _WHY else first + 2
    return (since or s.low_at(first) in _WHY) and verb in finite_places(s)


def _asks(s: Sentence, words: frozenset[str]) -> bool:
    """Whether one of these words or „welch-“ asks at the beginning of a sentence."""
    first = head_of(s)
    return any(low in words or low.startswith("welch") for low in s.lower[first : first + _REACH])


def _may_be_opposed(s: Sentence) -> bool:
    """„Hat sich das gelohnt?“, „Warum erst jetzt?“: a question whose answer may deny it, not „Seit wann?“."""
    return s.tokens[-1].text == "?" and not _is_statement(s) and not _is_tag(s) and not _asks(s, _ASKING - _WHY)


def _is_tag(s: Sentence) -> bool:
    """„Stimmt das?“, „Oder?“: a question about what was just said."""
    if s.tokens[-1].text != "?" or len(s.tokens) > _LONGEST_TAG or _asks(s, _ASKING):
        return False
    return s.low_at(len(s.tokens) - 2) in _ENDING_TAGS or not _TAGS.isdisjoint(s.lower)
