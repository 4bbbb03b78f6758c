"""What the office of a person is called: in the feminine where the words about her say so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from pyoxigraph import Literal

from govgraph.query.names import kind_of
from govgraph.query.proof import Proof, Properties, Thing
from govgraph.rdf import namespaces as ns

_WORD: Final = re.compile(r"[\w-]+")
_FOLLOWS: Final = re.compile(r"[Vv]orgänger|[Nn]achf|folgt|löst|übernimmt|übernahm")
_KEPT: Final = 4096
_TOLD: Final = 12
"""So many of somebody's times in office tell whether a woman holds them."""


class PersonalTitles:
    """Titles of roles as their holders bear them.

    No graph says who is a woman. What says it is the form of a title in a sentence about her: who is „Staatssekretärin“
    in one article is „Vorsitzende“ in another that has no title at all.

    Args:
        properties: Of the graph.
    """

    def __init__(self, properties: Properties) -> None:
        self._properties = properties
        self._feminine = lru_cache(_KEPT)(self._read_feminine)
        self._woman = lru_cache(_KEPT)(self._is_woman)

    def of(self, role: Thing, person: str, proofs: Iterable[Proof]) -> str:
        """Title of a role for a person.

        Args:
            role: With its own label, which is masculine where German has two.
            person: IRI of the holder.
            proofs: The words that say so.
        """
        feminine = self._feminine(role.iri) if kind_of(person) == "person" else ""
        if not feminine or feminine == role.label:
            return role.label
        told = said_of(self._name(person), role.label, feminine, proofs)
        return feminine if told or (told is None and self._woman(person)) else role.label

    def _read_feminine(self, role: str) -> str:
        return self._properties.text(role, ns.gov("feminineLabel"))

    def _name(self, iri: str) -> str:
        labels = [one for one in self._properties.values(iri, ns.PREF_LABEL) if isinstance(one, Literal)]
        return next((one.value for one in labels if one.language == "de"), labels[0].value if labels else "")

    def _is_woman(self, person: str) -> bool:
        """Whether titles of a person are feminine in some sentence, and masculine in none."""
        known = set()
        for tenure in self._properties.subjects(ns.MEMBER, person)[:_TOLD]:
            role = self._properties.text(tenure, ns.ROLE)
            feminine = self._feminine(role) if role else ""
            label = self._name(role) if role else ""
            if feminine and feminine != label:
                known.add(said_of(self._name(person), label, feminine, self._properties.proofs(tenure)))
        return True in known and False not in known


def said_of(person: str, masculine: str, feminine: str, proofs: Iterable[Proof]) -> bool | None:
    """Whether some words have a title of a person in the feminine; None where they do not tell.

    Words that have both forms tell nothing, nor do those where the title stands before another name, or may be that of
    whom the person follows.
    """
    told = {_form(person, masculine, feminine, proof.quote) for proof in proofs} - {None}
    return told == {True} if told else None


def _form(person: str, masculine: str, feminine: str, quote: str) -> bool | None:
    adjectival = masculine == f"{feminine}r"
    # „der (stellvertretende) Vorsitzende“ is a man, „die Vorsitzende“ and „Vorsitzende“ are none
    his = adjectival and re.search(rf"\b[Dd]er\s+(?:[a-zäöüß]+e\s+)?{re.escape(feminine)}\b", quote)
    male, hers = bool(his), []
    words = _WORD.findall(quote)
    for at, word in enumerate(words):
        if _ends(word, masculine) or _ends(word, f"{masculine}s"):
            male = True
        elif _ends(word, feminine) and not his:
            hers.append(words[at + 1 : at + 4])
    if male or not hers:
        return False if male and not hers else None
    own = set(person.split())
    if any(own.intersection(after[:1]) for after in hers):
        return True
    hers_alone = all(own.intersection(after) or not after or not after[0][:1].isupper() for after in hers)
    return True if hers_alone and not _FOLLOWS.search(quote) else None


def _ends(word: str, title: str) -> bool:
    """Whether a word is a title or a compound of it: „Innenministerin“."""
    return word.lower().endswith(title.lower())
