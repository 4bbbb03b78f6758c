"""Clauses that go on from another with a subject of their own: „…, und die Schulen testen Y“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import CONJUNCTIONS, DETERMINERS, MODALS, PREPOSITIONS

if TYPE_CHECKING:
    from govgraph.extract.state import Clause, Sentence


def own_subject(s: Sentence, clause: Clause) -> bool:
    """Whether a clause that goes on from another has a subject of its own that names nothing known.

    „…, und die Schulen testen Y“, „… und dort testen die Schulen Y“: then it does not share that of the clause before.
    """
    verbs = {i for _, i, _ in clause.lemmas}
    verb = next((i for i in clause.tokens if i in verbs or s.lower[i] in MODALS), -1)
    before = [i for i in clause.tokens if i < verb and s.lower[i] not in CONJUNCTIONS and s.tokens[i].text[0].isalnum()]
    # „und den Vorlagendienst X programmiert“: the noun before a name is of its phrase
    phrases = {i for a in s.arguments if not a.adjective and not a.nominative for i in range(a.begin, a.first)}
    governed = False
    for i in before:
        if i in phrases:
            continue
        if s.lower[i] in PREPOSITIONS:
            governed = True
        elif s.tokens[i].text[0].isupper() and i not in s.dated:
            if not governed and i not in s.taken:
                return True
            governed = False
    after = s.low_at(verb + 1) in DETERMINERS and "n" in DETERMINERS[s.low_at(verb + 1)]
    return bool(before) and after and s.text_at(verb + 2)[:1].isupper() and verb + 2 not in s.taken
