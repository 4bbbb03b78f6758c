"""Office titles of one word with their inflections and compounds: „Digitalministerinnen“, „Vizelandrat“, „NRW-CIO“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from govgraph.language.morphology import Memo

if TYPE_CHECKING:
    from govgraph.vocabulary import Vocabulary

DEPUTED = "Stellvertretender "
"""What the title of a deputy begins with, before that of whom they stand in for."""
_DEPUTY_PREFIX = "Vize"
_FORMER_PREFIXES = ("Ex-", "Alt-")
"""What stands before the title of one who has left the office."""
_SHORTEST_WORD = 4
"""Shorter titles are abbreviations in capitals."""
_ABBREVIATED = re.compile(r"^[A-Z]{2,5}$")
_NOMINALISED = re.compile(
    r"(?:beauftragter|vorsitzender|bevollmächtigter|beigeordneter|abgeordneter|vorsteher|verantwortlicher)$"
)


class RoleWord(NamedTuple):
    """An office title of one word as it stands in text."""

    name: str
    iri: str | None
    feminine: bool
    plural: bool
    level: tuple[str, ...]
    prefix: str


def _inflections(form: str) -> dict[str, tuple[bool, bool]]:
    """Forms of a masculine title with (feminine, plural)."""
    low = form.lower()
    if (low.endswith(("licher", "ter")) and _NOMINALISED.search(low)) or low.endswith(("zender", "neter")):
        stem = low[:-1]
        if low.endswith("licher"):
            # „die Runde der IT-Verantwortlichen“: mostly a plural
            return {low: (False, False), stem: (True, False)}
        return {low: (False, False), stem: (True, False), stem + "n": (False, False), stem + "m": (False, False)}
    out = {low: (False, False), low + "s": (False, False), low + "es": (False, False)}
    if low.endswith(("ent", "ist", "at", "ant")):
        out |= {low + "en": (False, False)}
    if low.endswith("e"):
        out |= {low + "n": (False, False)}
    if low.endswith(("är", "or", "et")):
        out |= {low + "e": (False, True), low + "en": (False, True)}
    if not _ABBREVIATED.match(form):
        out |= {low + "in": (True, False), low + "innen": (True, True)}
        if low.endswith("rat"):
            out |= {low[:-3] + "rätin": (True, False), low[:-3] + "räte": (False, True)}
        if low.endswith("vorstand"):
            out |= {low[:-5] + "ständin": (True, False), low[:-5] + "stände": (False, True)}
        if low.endswith("herr"):
            out |= {low[:-2] + "rin": (True, False)}
        if low.endswith("erer"):
            out |= {low[:-2] + "in": (True, False)}
    return out


class RoleWords:
    """Reads words as titles.

    Args:
        vocabulary: What the ontology and the user's files say.

    Attributes:
        short: Forms that are too short to be read as a title by themselves, and are no names: „MdB“.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.of = Memo(self._read).__getitem__
        """The reading of a token as an office title."""
        self._names = {role.iri: role.name for role in vocabulary.roles}
        self._no_titles = vocabulary.list_of("no-titles")
        self._of_bodies = vocabulary.list_of("body-roles")
        self._known: dict[str, RoleWord] = {}
        compoundable = vocabulary.list_of("compound-roles")
        suffixes: dict[str, RoleWord] = {}
        skipped = vocabulary.list_of("never-a-role")
        weak = vocabulary.list_of("titles-with-body")
        inner = weak | vocabulary.list_of("compound-only-roles")
        self._weak: dict[str, RoleWord] = {}
        for role in vocabulary.roles:
            for form in sorted(role.forms, key=lambda f: (f != role.name, f)):
                if " " in form or (len(form) < _SHORTEST_WORD and not _ABBREVIATED.match(form)):
                    continue
                for low, (feminine, plural) in _inflections(form).items():
                    name = role.name if " " not in role.name else form
                    female = feminine or (low.endswith("in") and low != role.name.lower())
                    word = RoleWord(name, role.iri, female, plural, role.level, "")
                    if form in weak:
                        self._weak.setdefault(low, word)
                    if form not in skipped:
                        self._known.setdefault(low, word)
                    if form in compoundable and (form not in skipped or form in inner):
                        suffixes.setdefault(low, word._replace(name=form))
        self.short = frozenset(form for role in vocabulary.roles for form in role.forms if len(form) < _SHORTEST_WORD)
        self._suffixes = suffixes
        self._suffix = re.compile(
            "(" + "|".join(re.escape(s) for s in sorted(suffixes, key=lambda s: (-len(s), s))) + ")$"
        )

    def title(self, token: str) -> tuple[RoleWord, bool] | None:
        """Reading of a token as a title, and whether it is an office only where its body is named."""
        word = self.of(token)
        if word is not None:
            return word, False
        weak = self._weak.get(token.lower()) if token[:1].isupper() else None
        return None if weak is None else (weak, True)

    def _read(self, token: str) -> RoleWord | None:
        """Reading of a token as an office title, compounds included.

        `prefix` holds what stands before the title in a compound („NRW-“ in „NRW-CIO“), when it is no portfolio.
        """
        low = token.lower()
        known = self._known.get(low)
        if known is not None:
            if len(token) < _SHORTEST_WORD and not token.isupper():
                # „OB“ is a title, „ob“ and „Ob“ are none
                return None
            if low == known.name.lower() and _ABBREVIATED.match(known.name) and not token.isupper():
                return None
            if _ABBREVIATED.match(known.name) and "-" in token:
                return known._replace(prefix=token.rsplit("-", 1)[0])
            return known
        named = token[:1].isupper() or token.rpartition("-")[2][:1].isupper()
        if not named or len(token) < 6 or token.rstrip("sn") in self._no_titles:
            return None
        told = next((p for p in _FORMER_PREFIXES if token.startswith(p)), "")
        if told:
            # „Ex-Digitalministerin“: the title finder tells that it is over
            title = self.title(token[len(told) :][:1].upper() + token[len(told) + 1 :])
            return None if title is None else title[0]
        if token.startswith(_DEPUTY_PREFIX):
            return self._as_deputy(token.removeprefix(_DEPUTY_PREFIX).removeprefix("-"))
        match = self._suffix.search(low)
        if match is None:
            return None
        prefix = token[: match.start()]
        if len(prefix) < 2 or (prefix.endswith("-") and len(prefix) < 3):
            return None
        if prefix[-1].islower() and token[len(prefix)].isupper():
            # „FormularManager“ is the name of a product
            return None
        base = self._suffixes[match.group(1)]
        if _ABBREVIATED.match(base.name):
            return base._replace(prefix=prefix.rstrip("-")) if prefix.endswith("-") else None
        if prefix.endswith("-") and base.name in self._of_bodies:
            return base._replace(prefix=prefix[:-1])
        name = prefix + (base.name if prefix.endswith("-") else base.name.lower())
        exact = self._known.get(name.lower())
        if exact is not None:
            return exact._replace(feminine=base.feminine, plural=base.plural)
        return base._replace(name=name, prefix="")

    def _as_deputy(self, rest: str) -> RoleWord | None:
        """„Vize-Vorsitzende“, „Vizelandrätin“: the title of whoever stands in, by what follows „Vize“."""
        own = self._known.get(f"{_DEPUTY_PREFIX}{rest}".lower())
        if own is not None and own.iri is not None and own.name == self._names[own.iri]:
            return own
        title = self.title(rest[:1].upper() + rest[1:]) if rest else None
        base = None if title is None else title[0]
        return None if base is None else base._replace(name=f"{DEPUTED}{base.name}", iri=None)
