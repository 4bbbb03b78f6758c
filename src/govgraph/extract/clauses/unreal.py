"""What clauses only suppose or ask for: „Angenommen, …“, „Führt Kiel sie ein, …“, „Die CDU beantragt, dass …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.conditions import Conditions
from govgraph.extract.clauses.phrases import by_first_word, end_of_phrase
from govgraph.extract.clauses.tenses import in_present
from govgraph.language.grammar import MODALS

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Clause, Sentence

_MARKS = frozenset({",", ":", "–", ".", "…", "dass"})
_ALONE = frozenset({",", "dass"})
_BEFORE = frozenset({"aber", "also", "doch", "nun"})
_ACCEPTED = "angenommen"
"""What supposes only where it opens its sentence: not „Das Angebot wird gut angenommen: Kiel …“."""
_JOINING = frozenset({"und", "oder", "sowie"})
_SEEMING = frozenset({"scheinen", "scheint"})
_READS = "lautet"
_OUGHT = frozenset({"möge", "mögen", "müsse", "müssen", "soll", "solle", "sollen"})
_SURELY_SAID = frozenset({"möge", "müsse", "solle"})
_WILL = frozenset({"willen", "wunsch", "vorstellung", "vorstellungen"})
_NEAR = 4
"""How many words after „nach dem Willen“ stands whose will it is."""
_EARLY = 2
"""Before which token a phrase stands that opens its sentence."""


class Unreal:
    """Tells what is only supposed, or only asked for, from what is so.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._phrases = by_first_word(words("supposing-phrases"))
        self._conditions = Conditions(words)
        self._asking = words("asking-verbs")
        self._expecting = self._asking | words("expecting-verbs")
        self._needed = words("needed-words")
        self._texts = tuple(sorted(words("proposal-texts")))
        self._agreeing = words("promising-verbs") | words("agreeing-verbs")
        self._without_power = words("groups-without-power")

    def is_supposed(self, s: Sentence, clause: Clause, article_date: str | None) -> bool:
        """Whether a clause stands after „angenommen“ and its like, or is a condition or what follows from it."""
        if "zu" in clause.words and not _SEEMING.isdisjoint(clause.words):
            # „Kiel scheint die E-Akte zu nutzen“
            return True
        at = self._supposing(s)
        if at >= 0 and (at <= _EARLY or clause.tokens[0] >= at - 1):
            return True
        end = self._conditions.end(s, article_date)
        return end >= 0 and clause.tokens[0] < end

    def hangs_on_decision(self, s: Sentence, clause: Clause, article_date: str | None) -> bool:
        """„Sofern der Rat zustimmt, führt Kiel die E-Akte ein“: what is yet to come, told in the present."""
        return self._conditions.hangs_on_one(s, clause, article_date)

    def _supposing(self, s: Sentence) -> int:
        """Where „angenommen“, „unter der Annahme“ and their like stand before a mark or „dass“; else -1."""
        if self._phrases.keys().isdisjoint(s.lower):
            return -1
        for i, low in enumerate(s.lower):
            end = end_of_phrase(s, i, self._phrases) if low in self._phrases else 0
            if not end or s.low_at(end) not in _MARKS:
                continue
            if s.lower[end - 1] != _ACCEPTED or (_opens(s, i) and s.low_at(end) in _ALONE):
                return i
        return -1

    def is_asked_for(self, s: Sentence, clause: Clause) -> bool:
        """Whether somebody only asks for what a clause says: „beantragt, dass …“, „A solle es tun, forderte B“."""
        if self._by_will(s):
            return True
        while _goes_on(s, clause) and clause.parent >= 0:
            clause = s.clauses[clause.parent]
        if clause.kind == "infinitive" and clause.parent >= 0:
            return self._needs(s, s.clauses[clause.parent])
        if clause.opener == "dass" and clause.parent >= 0:
            return self._only_wants(s, s.clauses[clause.parent])
        return clause.kind == "main" and (self._ought_to(s, clause) or self._is_what_is_asked(s, clause))

    def _needs(self, s: Sentence, above: Clause) -> bool:
        return not self._needed.isdisjoint(above.words)

    def _only_wants(self, s: Sentence, above: Clause) -> bool:
        lemmas = above.verbs
        if lemmas & self._expecting or self._needs(s, above):
            return True
        if any(MODALS.get(word) == "mögen" for word in above.auxiliaries) and not lemmas:
            return True
        return self._in_proposal(s, above) and not lemmas & self._agreeing

    def _in_proposal(self, s: Sentence, above: Clause) -> bool:
        """„Im Wahlprogramm steht“, „Ein Bürgerantrag sieht vor“: texts that only ask for something."""
        return any(s.tokens[i].text[0].isupper() and s.lower[i].endswith(self._texts) for i in above.tokens)

    def _is_what_is_asked(self, s: Sentence, clause: Clause) -> bool:
        """„Die Forderung lautet: Ulm führt die E-Akte ein“: what a demand says, after a colon."""
        colon = clause.tokens[0] - (s.text_at(clause.tokens[0]) != ":")
        if s.text_at(colon) != ":" or s.low_at(colon - 1) != _READS:
            return False
        return any(s.tokens[i].text[0].isupper() and s.lower[i].endswith(self._texts) for i in range(colon))

    def _ought_to(self, s: Sentence, clause: Clause) -> bool:
        """„Ulm solle X nutzen, fordert A“, „A verlangt, Ulm solle X nutzen“: who asks stands beside what is asked."""
        ought = _OUGHT.intersection(clause.auxiliaries)
        if not ought:
            return False
        number = next(n for n, each in enumerate(s.clauses) if each is clause)
        for after in s.clauses[number + 1 :]:
            if after.kind == "main":
                first = next((i for i in after.tokens if s.lower[i][0].isalpha()), -1)
                if any(i == first and lemma in self._asking for lemma, i, _ in after.lemmas):
                    return True
                break
        if clause.parent < 0 or s.text_at(clause.tokens[0]) not in {",", ":", "„"}:
            return False
        above = s.clauses[clause.parent]
        if not self._asking.isdisjoint(above.verbs):
            return True
        return bool(ought & _SURELY_SAID) and self._in_proposal(s, above)

    def _by_will(self, s: Sentence) -> bool:
        """„Nach dem Willen der CDU soll …“: the will of who cannot decide it; not „Nach dem Willen des Rates“."""
        if _WILL.isdisjoint(s.lower):
            return False
        at = next(i for i, low in enumerate(s.lower) if low in _WILL)
        if at < 1 or "nach" not in s.lower[max(0, at - 2) : at]:
            return False
        for i in range(at + 1, min(at + 1 + _NEAR, len(s.tokens))):
            named = s.taken.get(i)
            if s.lower[i] in self._without_power:
                return True
            if named is not None and named.draft is not None:
                return named.draft.kind == "Party"
        return False


def _opens(s: Sentence, i: int) -> bool:
    """Whether nothing that matters stands before token `i` in its sentence."""
    return all(not word[0].isalpha() or word in _BEFORE for word in s.lower[:i])


def comes_after(s: Sentence, clause: Clause) -> bool:
    """„Bevor …“, „Sobald Münster die App einführt, …“: what is told in the present and yet to come."""
    return clause.opener in {"bevor", "ehe", "sobald"} and in_present(s, clause)


def _goes_on(s: Sentence, clause: Clause) -> bool:
    """„…, dass A endet und B beginnt“, „A solle X abschaffen und Y nutzen“: what „und“ ties on, its verb last."""
    if clause.kind != "main" or s.lower[clause.tokens[0]] not in _JOINING:
        return False
    last = next((i for i in reversed(clause.tokens) if s.lower[i].isalpha()), -1)
    return any(i == last and not participle for _, i, participle in clause.lemmas)
