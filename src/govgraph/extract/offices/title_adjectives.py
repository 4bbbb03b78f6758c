"""What stands around a title of itself: article, „designierte“, „frühere“, „stellvertretende“, „a. D.“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, Argument, RoleNoun
from govgraph.language.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
)
from govgraph.language.morphology import is_preterite
from govgraph.model import Status

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence

_NATIVE = "gebürtig"
_MANAGING = "geschäftsführend"
_IN_SPE = "in spe"
RETIRED = ("a.d", "a . d", "im ruhestand")
_STATUS_LISTS = (
    ("former", Status.FORMER),
    ("designated", Status.DESIGNATED),
    ("acting", Status.ACTING),
    ("new", Status.NEW),
)
HEAD = "Leiter"


class TitleAdjectives:
    """Reads what the words right before and behind a title say of it.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._kinds_of_head = knowledge.words("kinds-of-head")
        self._former_titles = tuple(knowledge.words("former-titles"))
        self._status_words = tuple(
            sorted(
                w.lower()
                for w in (*(w for n, _ in _STATUS_LISTS for w in knowledge.words(n)), *knowledge.words("deputy"))
            )
        )

    def read(self, s: Sentence, a: Argument) -> None:
        """Give a title its status, its body and what it is called by the words before it, and „a. D.“ behind it."""
        role = a.role
        if role is None:
            return
        i = a.first - 1
        steps = 0
        while i >= 0 and steps < 5:
            low = s.lower[i]
            taken = s.taken.get(i)
            if taken is not None and taken.adjective and s.low_at(i - 1).startswith(_NATIVE):
                # „Zuvor war der gebürtige Dürener Kämmerer in Kerpen“: where somebody is from
                break
            if taken is not None and taken.draft is not None and (taken.adjective or taken.cases == "g"):
                if taken.type in BODY_TYPES and taken.draft.kind != "Party" and taken.draft not in role.bodies:
                    role.bodies.append(taken.draft)
            elif low in DETERMINERS:
                role.definite = True
                if s.lower[a.last - 1].endswith(("te", "de", "ne")) and s.lower[a.first] == s.lower[a.last - 1]:
                    # „der Beauftragte“, „die Vorsitzende“: only the article tells
                    role.feminine = low != "der" if low in {"der", "die"} else role.feminine
                role.owned = low in {"dessen", "deren"} or low.startswith(("sein", "ihr"))
                break
            elif low in AUXILIARIES:
                break
            elif low == "vom":
                role.definite = True
                break
            elif self._is_verb(s, i):
                # „Als Vorsitzende des IT-Planungsrats forderte Ministerin Anna Weber …“
                break
            elif low[0].isalpha() and (low[-1:] in "ermns" or low in {"a.d"}):
                if self._kind_of_head(low, role):
                    i -= 1
                    steps += 1
                    continue
                if not self._status(low, role) and s.tokens[i].text[0].isupper() and i > 0:
                    break
                if low in PREPOSITIONS:
                    break
            else:
                break
            i -= 1
            steps += 1
        if s.tokens[a.first].text.startswith(self._former_titles):
            role.status = Status.FORMER
        elif s.tokens[a.first].text.startswith("Interims"):
            role.status = Status.ACTING
        after = " ".join(s.lower[a.last : a.last + 4])
        if after.startswith(_IN_SPE):
            # „CIO in spe Jan Weber“
            # „einst Ministerin in spe“ never came to be
            role.status = Status.FORMER if s.low_at(a.first - 1) == "einst" else Status.DESIGNATED
            for i in range(a.last, a.last + 2):
                s.taken[i] = a
            a.last += 2
        elif after.startswith(RETIRED):
            role.status = Status.FORMER
            retired = next((i for i in range(a.last, a.last + 4) if s.low_at(i) in {"d", "a.d", "ruhestand"}), -1)
            if retired >= 0:
                end = retired + 1 + (s.text_at(retired + 1) == ".")
                for i in range(a.last, end):
                    s.taken[i] = a
                a.last = end

    def _kind_of_head(self, low: str, role: RoleNoun) -> bool:
        """„Der Technische Leiter“: heads part of a body only, so that the adjective is of the title."""
        kind = low[:-2] if low.endswith(("en", "em", "er")) else low.removesuffix("e")
        if role.name != HEAD or kind not in self._kinds_of_head:
            return False
        role.name = f"{kind.capitalize()}er {role.name}"
        return True

    def _is_verb(self, s: Sentence, i: int) -> bool:
        """Whether a word right after a noun is a verb: „forderte“, „sprachen“, and not „designierte“."""
        low = s.lower[i]
        if not low.endswith(("te", "en")) or not s.text_at(i - 1)[:1].isupper() or low.startswith(self._status_words):
            return False
        lemma = self.k.lemma(low)
        return lemma == low or is_preterite(low, lemma)

    def _status(self, low: str, role: RoleNoun) -> bool:
        for name, status in _STATUS_LISTS:
            for word in self.k.words(name):
                if status is Status.ACTING and low == word.lower():
                    # „Die Geschäfte führt kommissarisch Vizepräsidentin X“: how she leads, not what she is
                    continue
                if low.startswith(word.lower()) and len(low) - len(word) <= 2:
                    if word == _MANAGING and "Government" not in self.k.body_kinds(role.iri):
                        # „Geschäftsführende Direktorin“ is a title, „geschäftsführende Ministerin“ none
                        return True
                    role.status = status
                    return True
        if any(low.startswith(word.lower()) for word in self.k.words("deputy")):
            role.name = f"Stellvertretender {role.name}"
            role.iri = None
            return True
        return False
