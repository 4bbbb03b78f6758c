"""What a clause denies, and what it says is so no longer or not yet: „nicht“, „noch“, „nicht mehr“, „nicht vor“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.clauses.verb_forms import is_future, main_verbs
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS
from govgraph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Clause, Sentence

_ONE_WORD_DENIED = frozenset({"", "aber", "doch", "jedoch", "noch", "oder", "und", ","})
"""What stands before a „nicht“ that denies the words after it and not the clause."""
NOT_ALONE = frozenset(
    {"allein", "alleine", "ausschließlich", "bloß", "einzig", "lediglich", "minder", "nur", "zuletzt"}
)
"""What stands after „nicht“ or „nicht mehr“ where nothing is denied: „nicht nur A, sondern auch B“."""
_MORE_THAN = frozenset({"als", "allein", "ausschließlich", "ganz", "lange", "nur", "so", "weit", "zu"})
"""What stands after a „nicht mehr“ that does not say that something is over."""
_TO_DO = frozenset({"tun", "schaffen"})
_YEAR = 4
_UNTIL = 5
"""How many words after „vor“ are looked at for the time that it tells."""
_BEFORE_TIMES = frozenset({"dem", "der", "den", "diesem", "dieser", "nächsten", "nächstem", "kommenden"})
"""Words between „vor“ and its time."""
_COMING_YEAR = re.compile(r"20\d\d")
_NOT_SO = ["nicht", "so"]
_SET_AGAINST = 7
"""How far after „Nicht so“ the colon stands behind whom it sets against another: „Nicht so im Landkreis Ammerland:“."""
_SHORT_HEAD = 3
"""How many words after a negation say what it denies."""
_LITTLE = frozenset({"nichts", "wenig"})


class Negation:
    """Tells what a clause denies.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self.words = words("negation")
        self._time_nouns = frozenset(word.lower() for word in words("time-nouns"))
        self._no_doubt = words("nouns-of-no-doubt")
        self._disclaimed = words("disclaimed-heads")
        self._lasting = words("lasting-verbs") | words("placing-verbs")

    def denies(self, low: list[str]) -> bool:
        """Whether words deny what they say: „nutzt die E-Akte nicht“, but not „nicht nur“, „Kein Wunder, dass …“."""
        if self.words.isdisjoint(low):
            return False
        for place, word in enumerate(low):
            if word in self.words:
                following = low[place + 1] if place + 1 < len(low) else ""
                if following == "mehr":
                    following = low[place + 2] if place + 2 < len(low) else ""
                if word == "nicht" and following in NOT_ALONE:
                    continue
                if self._affirms(low, place):
                    continue
                return True
        return False

    def _affirms(self, low: Sequence[str], place: int) -> bool:
        """„Kein Wunder, dass …“, „Kein Witz: …“, „Weder teuer noch langsam: …“: a negation that denies nothing."""
        rest = low[place + 1 : place + 1 + _SHORT_HEAD]
        if low[place].startswith("kein") and rest:
            return rest[0] in self._no_doubt or (rest[0] in self._disclaimed and rest[1:2] in ([":"], ["–"]))
        if low[place] == "nicht" and (self._begins_with_time(rest) or self._begins_with_time(low)):
            # „will den Dienst nicht vor 2026 anbieten“, „Vor 2026 soll er nicht kommen“: but then
            return True
        if place == 0 and list(low[:2]) == _NOT_SO and ":" in low[: place + _SET_AGAINST]:
            # „Nicht so Jever: Dort läuft X“: what follows is told of it
            return True
        return place == 0 and low[0] == "weder" and low[2:3] == ["noch"] and low[4:5] == [":"]

    def not_before(self, s: Sentence, clause: Clause, verdict: Modality, day: str | None) -> Modality | None:
        """„führt VIS nicht vor 2026 ein“ is planned, „Vor 2020 nutzte Jena VIS nicht“ denies, as what is past does."""
        low = [s.lower[i] for i in clause.tokens]
        times = [low[n + 1 :] for n, word in enumerate(low) if word == "nicht"]
        times = [rest for rest in (*times, low) if times and self._begins_with_time(rest)]
        if not times:
            return verdict
        years = [word for rest in times for word in rest[:_UNTIL] if _COMING_YEAR.fullmatch(word)]
        passed = bool(years) and (day is None or years[0] < day[:_YEAR])
        if passed or not in_present(s, clause):
            return None
        return Modality.PLANNED if verdict in {Modality.ASSERTED, Modality.ENDED} else verdict

    def _begins_with_time(self, low: Sequence[str]) -> bool:
        """Whether words begin with a time that is not yet come: „vor Mitte 2026“, „vor dem Herbst“."""
        if low[:1] != ["vor"]:
            return False
        first = next((word for word in low[1:_UNTIL] if word not in _BEFORE_TIMES), "")
        return first in self._time_nouns or _COMING_YEAR.fullmatch(first) is not None

    def no_longer(self, s: Sentence, clause: Clause) -> int:
        """Where a main or relative clause says „nicht mehr“ of what its verb says, which so was the case; else -1.

        Not „nicht mehr dem Innenministerium“, which denies one word, nor „will nicht mehr warten“, nor „hat es nicht
        mehr eingeführt“, which never was the case.
        """
        if clause.kind not in {"gap", "main", "relative"} or "sondern" in s.lower or "?" in s.lower:
            return -1
        low = [s.lower[i] for i in clause.tokens]
        at = [n for n, word in enumerate(low) if word in self.words]
        if len(at) != 1 or low[at[0]] != "nicht" or low[at[0] + 1 : at[0] + 2] not in (["mehr"], ["länger"]):
            return -1
        before, after = low[at[0] - 1] if at[0] else "", low[at[0] + 2] if at[0] + 2 < len(low) else ""
        if after == "ein" and not any(word.isalpha() for word in low[at[0] + 3 :]):
            # „setzt die Software nicht mehr ein“: a part of the verb
            after = ""
        if before in _ONE_WORD_DENIED or after in _MORE_THAN or after in DETERMINERS:
            return -1
        if is_future(s, clause) or any(w in MODALS for w in clause.auxiliaries):
            return -1
        perfect = any(AUXILIARIES.get(w) == "haben" for w in clause.auxiliaries)
        perfect = perfect and any(participle for _, _, participle in clause.lemmas)
        return -1 if perfect or not main_verbs(clause) & self._lasting else clause.tokens[at[0]]


def is_neither(s: Sentence, low: Sequence[str]) -> bool:
    """„führt weder die E-Akte ein, noch testet sie …“: whether a clause is what „noch“ adds to a „weder“."""
    if "weder" not in s.lower or "weder" in low:
        return False
    return next((word for word in low if word.isalpha()), "") == "noch"


def has_nothing_to_do(low: Sequence[str]) -> bool:
    """„Wir haben mit dem Portal nichts zu tun“, „wenig zu schaffen“: what is denied in so many words."""
    return not _LITTLE.isdisjoint(low) and any(
        low[n - 1] == "zu" for n, word in enumerate(low) if word in _TO_DO and n > 0
    )
