"""What a clause leaves open: „vielleicht“, „ob“, „könnte“, „ist im Gespräch“, and what „kann“ leaves open no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.reported import only_reports
from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.clauses.verb_forms import helping, main_verbs
from govgraph.extract.state import BODY_TYPES, PLACES, RUN
from govgraph.language.grammar import MODALS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Argument, Clause, Sentence

_MIGHT = frozenset({"könnte", "könnten"})
_WAS_ABLE = frozenset({"durfte", "durften", "konnte", "konnten", "möchte", "möchten"})
_MAY = frozenset({"darf", "dürfen"})
_ALLOWED = frozenset({"erste", "erster", "ersten", "erstes", "bereits", "schon", "seit", "inzwischen", "exklusiv"})
"""Words by which what somebody may do is what they do."""
_CAN = frozenset({"kann", "können", "werden"})
_USERS = frozenset({"in", "von"})
"""Markers of the place where something is used, or of who uses it."""
_BY_NOW = frozenset({"bereits", "inzwischen", "mittlerweile", "schon"})
"""Words by which what can be done is there."""
_GLAD = frozenset({"freuen", "nennen", "rühmen"})
"""Verbs before which „darf sich“ and „kann sich“ leave nothing open."""
_LEAVING_OPEN = frozenset({"sein", "bleiben", "gelten", "stehen", "kommen"})
"""Verbs that a state goes with: „ist im Gespräch“, „gilt als Favoritin“, „kommt in Betracht“."""
_WILL = frozenset({"soll", "sollen", "solle", "werde", "will", "wird", "wolle", "wollen"})
_ABLE = frozenset({"können", "dürfen"})
"""Infinitives that close a verb phrase: „soll … nutzen können“."""
_WOULD = frozenset({"würde", "würden"})
_ACCORDINGLY = frozenset({"demnach", "danach", "laut", "zufolge", "angaben"})
"""Words by which „würde“ hands on what somebody has said, and leaves nothing open."""
_WAYS = frozenset({"über", "via", "per", "mithilfe"})
"""Words before what something is done with."""
_IF = frozenset({"wenn", "falls", "ob", "sofern"})
_PROBABLY, _WELFARE = "wohl", "Wohl"


class Doubts:
    """Tells what a clause leaves open.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self.words = words("doubt")
        self._speech = words("speech-verbs") | words("addressing-verbs")
        self._states = words("doubtful-states")
        self._candidates = frozenset(word.lower() for word in words("candidate-nouns") | words("successor-nouns"))
        self._subjunctive = words("subjunctive")
        self._trying = words("trying-verbs")
        self._users = frozenset(word.lower() for word in words("users"))

    def is_doubted(self, s: Sentence, low: Sequence[str], clause: Clause) -> bool:
        """Whether a clause leaves open what it says: „vielleicht“, „ob“, „könnte“, „ist im Gespräch“."""
        if clause.opener in _IF or self._has_doubt(s, low, clause) or self._left_open(low, clause):
            return True
        modals = {MODALS[w] for w in clause.auxiliaries if w in MODALS}
        if _will_be_able(clause):
            modals -= _ABLE
        if (
            modals == {"können"}
            and (self._users.intersection(low) or _offered(s, clause, low))
            and not self._subjunctive.intersection(clause.auxiliaries)
        ):
            # „Eltern können die Kinder über das Portal anmelden“: what the public can do is offered already
            return not _MIGHT.isdisjoint(low)
        tries = _MAY.issuperset(clause.auxiliaries) and not self._trying.isdisjoint(main_verbs(clause))
        if modals == {"dürfen"} and (tries or not _ALLOWED.isdisjoint(low)):
            # „Kassel darf die E-Akte als Erste nutzen“, „darf die E-Akte ausprobieren“: what is allowed now is done
            return False
        if modals == {"können"} and _is_used_by_now(s, clause, low):
            return False
        if modals <= {"können", "dürfen"} and not _GLAD.isdisjoint(main_verbs(clause)) and "sich" in low:
            # „Ulm darf sich über zwei Millionen Euro freuen“, „darf sich nun Mitglied nennen“
            return not _MIGHT.isdisjoint(low)
        return bool(modals & {"können", "dürfen", "mögen"}) and _WAS_ABLE.isdisjoint(low)

    def _has_doubt(self, s: Sentence, low: Sequence[str], clause: Clause) -> bool:
        """Whether a word of doubt is more than „zum Wohl“ or „würde“ in what somebody said."""
        doubtful = () if self.words.isdisjoint(low) else [w for w in low if w in self.words and w not in _IF]
        if not doubtful:
            return False
        if doubtful == [_PROBABLY] and any(s.text_at(i) == _WELFARE for i in clause.tokens[1:]):
            # „Zum Wohl der Bürger nutzt Kiel die E-Akte“
            return False
        if _WOULD.issuperset(doubtful) and not _ACCORDINGLY.isdisjoint(low):
            # „Demnach würden Hagen und Borken den Antrag übernehmen“: what is said to come
            return False
        return not only_reports(s, clause, doubtful, self._speech)

    def _left_open(self, low: Sequence[str], clause: Clause) -> bool:
        """„Als Nachfolgerin ist A im Gespräch“, not „ist mit der Stadt im Gespräch“."""
        verbs = main_verbs(clause)
        if "nennen" in verbs and "als" in low and ("worden" in low or "werden" in helping(clause)):
            # „Als Nachfolger wird X genannt“
            return not self._candidates.isdisjoint(low)
        if _LEAVING_OPEN.isdisjoint(verbs) or "mit" in low:
            return False
        said = f" {' '.join(low)} "
        # „Bis zur Wahl bleibt A Vorsitzende“
        said = said.replace(" bis zur wahl ", " ")
        return any(f" {state} " in said for state in self._states)


def _is_used_by_now(s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
    """„In Ulm kann die BundID bereits genutzt werden“: what can be done by now is there."""
    return (
        _CAN.issuperset(clause.auxiliaries)
        and is_passive(clause)
        and not _BY_NOW.isdisjoint(low)
        and _says_where(s, clause)
    )


def _offered(s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
    """„Wer bauen will, kann …“, „Ulmerinnen und Ulmer können …“, „Anträge können per App gestellt werden“."""
    passive = "werden" in clause.auxiliaries and any(participle for _, _, participle in clause.lemmas)
    inhabitants = any(w.endswith("erinnen") and low[n + 1 : n + 2] == ["und"] for n, w in enumerate(low))
    # „die Ulmer können …“
    people = (a for a in s.arguments if a.reference and a.first in clause.tokens and a.type in PLACES)
    inhabitants = inhabitants or any(s.lower[a.first].endswith(("er", "ern")) for a in people)
    return s.lower[0] == "wer" or inhabitants or (passive and not _WAYS.isdisjoint(low))


def _says_where(s: Sentence, clause: Clause) -> bool:
    """„In Ulm“, „von der Stadt Ulm“: whether a clause itself names where something is used or who uses it."""
    bodies = [
        a
        for a in s.arguments
        if a.draft is not None and a.first in clause.tokens and not a.adjective and a.type in BODY_TYPES
    ]
    users = [a for a in bodies if a.marker in _USERS and s.low_at(a.begin - 1) != "außer"]
    # „Die App X in Ulm kann …“
    alone = len(bodies) == 1 and len(users) == 1 and users[0].marker == "in" and _hangs_on_work(s, users[0])
    return alone or any(a.head < 0 for a in users)


def _hangs_on_work(s: Sentence, a: Argument) -> bool:
    work = s.taken.get(a.begin - 1)
    return work is not None and work.type in RUN


def _will_be_able(clause: Clause) -> bool:
    """„Die Bürger sollen Anträge über X stellen können“, „wird X ab Mai einsetzen können“: what is to come.

    Not „damit Anträge über X gestellt werden können“.
    """
    helping = clause.auxiliaries
    if _ABLE.isdisjoint(helping[1:]):
        return False
    if "werden" in helping and not any(participle for _, _, participle in clause.lemmas):
        return True
    return not _WILL.isdisjoint(helping)
