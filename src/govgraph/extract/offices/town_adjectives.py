"""Adjectives of towns before titles: „der Teterower Bürgermeister“, „der Kelheimer Landrat“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.matcher import LexicalMatch
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.state import Argument
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import RoleNoun, Sentence

_RURAL = frozenset({"District"})
_LOCAL = "municipal"
"""Level of titles that towns and districts have."""
_BATHS = frozenset({"Bad", "Sankt", "St."})
"""First words of names of towns of which only the last one bears the ending: „der Bad Homburger Bürgermeister“."""
_SHORTEST = 4
"""Fewest letters of the adjective of a town: „Ulmer“, „Emder“."""
_ORDINALS = frozenset({"Dritter", "Erster", "Vierter", "Zweiter"})
_ATTRIBUTE = ("e", "em", "en", "er", "es")


class TownAdjectives:
    """Reads the adjective of a town or district before the title of somebody who is in office there.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        self.k = knowledge
        self.cast = cast

    def before(self, s: Sentence, first: int, role: RoleNoun) -> None:
        """Mark the adjective right before a title, or tell that the title is one of a town that is not known."""
        kinds = self.k.body_kinds(role.iri)
        i = first - 1
        if kinds == _RURAL:
            self._district(s, i)
        elif "Municipality" in kinds:
            self._town(s, i)
        if kinds & TOWNS or _LOCAL in role.level:
            role.unplaced = i not in s.taken and self._is_of_a_town(s, i)

    def _town(self, s: Sentence, i: int) -> None:
        """„der Teterower Bürgermeister“: before the title of a town's head the adjective of a small town is sure."""
        text = s.text_at(i)
        start = i - 1 if s.text_at(i - 1) in _BATHS else i
        inside = _is_inside(s, start) or s.text_at(start - 1) == ","
        known = s.taken.get(i)
        if not text[:1].isupper() or (start == i and not inside and is_dictionary_word(text.lower())):
            return
        if known is not None and (start == i or not known.adjective or start in s.taken):
            return
        towns = self.k.towns_by_adjective.get(" ".join(t.text for t in s.tokens[start : i + 1]))
        if towns:
            if known is not None and known.draft is not None:
                known.draft.mentions.discard((s.starts[i], s.end_of(i)))
                s.arguments.remove(known)
            draft = self.cast.read(LexicalMatch(s.starts[start], s.end_of(i), towns, "adjective", compound=False))
            if draft is not None:
                argument = Argument(start, i + 1, draft=draft, adjective=True)
                s.arguments.append(argument)
                for j in range(start, i + 1):
                    s.taken[j] = argument

    def _district(self, s: Sentence, i: int) -> None:
        """„der Kelheimer Landrat“: the adjective of a town stands for the district that is called after it.

        So does that of a landscape: „der Ortenauer Landrat“ is that of the Ortenaukreis.
        """
        text = s.text_at(i)
        names = [town.name for town in self.k.towns_by_adjective.get(text, ())]
        if text.endswith("er"):
            names.append(f"{text[:-2]}kreis")
        entry = next((d for d in map(self.k.districts.get, names) if d is not None), None)
        known = s.taken.get(i)
        if entry is None or (known is not None and (not known.adjective or known.last != i + 1)):
            return
        if known is None:
            known = s.taken[i] = Argument(i, i + 1, adjective=True)
            s.arguments.append(known)
        s.mean(known, self.cast.known(entry))

    @staticmethod
    def _is_of_a_town(s: Sentence, i: int) -> bool:
        """„der Ellersheimer Bürgermeister“, „die frühere Ellersheimer Kämmerin“: a word that only a town can have.

        Not „Unser Bürgermeister“, „Erster Bürgermeister“, „unser Vorsitzender Bürgermeister Kast“.
        """
        text = s.text_at(i)
        if not text.endswith("er") or len(text) < _SHORTEST or not text[:1].isupper() or text.isupper():
            return False
        if text.lower() in DETERMINERS or text in _ORDINALS:
            return False
        return _is_inside(s, i) or not (is_dictionary_word(text.lower()) or is_dictionary_word(text))


def _is_inside(s: Sentence, i: int) -> bool:
    """Whether a word stands inside a phrase: after an article or an adjective."""
    before = s.text_at(i - 1)
    attribute = before.islower() and before.endswith(_ATTRIBUTE) and before not in AUXILIARIES
    return before.lower() in DETERMINERS or (attribute and before not in PREPOSITIONS)
