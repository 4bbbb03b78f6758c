"""Offices by what they are called, whether or not somebody in the graph has one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from rapidfuzz import process, utils

from govgraph.errors import NotFoundError
from govgraph.model import BASE
from govgraph.pipeline.extraction import reader_for
from govgraph.pipeline.options import BuildOptions
from govgraph.vocabulary import load_vocabulary

_SUGGESTIONS: Final = 5
_CLOSE: Final = 65.0
_SHORTEST: Final = 3


def role_called(title: str, options: BuildOptions) -> str:
    """IRI of the role that a title means: one of the reference data, or a compound as articles have it.

    Args:
        title: A title in any form, an IRI, or the end of one (`role:cio`).
        options: Lexicon and base of a graph.

    Raises:
        NotFoundError: No office is called so; names what comes close.
    """
    roles = load_vocabulary(options.lexicon_files).roles
    wanted, iri = title.casefold(), title.strip("<>").removeprefix(f"{options.base}/").removeprefix("role:")
    forms = {form.casefold(): role.iri for role in reversed(roles) for form in (*role.forms, role.name)}
    found = forms.get(wanted) or next((role.iri for role in roles if iri in _names(role.iri)), None)
    if found is None:
        word = reader_for(options).k.title_word(title[:1].upper() + title[1:])
        found = word and word[0].iri
    if found is None:
        raise NotFoundError(_missing(title, [role.name for role in roles]))
    return options.base + found.removeprefix(BASE) if found.startswith(f"{BASE}/") else found


def thing_called(name: str, options: BuildOptions) -> str | None:
    """IRI of the one thing of the reference data that a name means; None if none is called so, or several are.

    Args:
        name: A name in any case, as the reference data and the lexicon of a graph have it.
        options: Lexicon and base of the graph.
    """
    wanted = name.casefold()
    entries = load_vocabulary(options.lexicon_files).by_iri.values()
    found = {
        one.iri
        for one in entries
        if wanted in (form.casefold() for form in (one.name, *one.labels, *one.abbreviations))
    }
    if len(found) != 1:
        return None
    iri = found.pop()
    return options.base + iri.removeprefix(BASE) if iri.startswith(f"{BASE}/") else iri


def known_names(iri: str, options: BuildOptions) -> set[str]:
    """What the reference data call a thing or an office; empty if they do not know it."""
    vocabulary = load_vocabulary(options.lexicon_files)
    local = BASE + iri.removeprefix(options.base) if iri.startswith(f"{options.base}/") else iri
    names = {form for role in vocabulary.roles if role.iri == local for form in (role.name, *role.forms)}
    entry = vocabulary.by_iri.get(local)
    if entry is not None:
        names |= {entry.name, *entry.labels, *entry.hidden, *entry.abbreviations, *entry.adjectives, *entry.invariants}
    return names


def is_named(names: Iterable[str], words: str) -> bool:
    """Whether one of the names stands in the words, also with an ending; of names of several words also the last word.

    >>> is_named(["Hessen"], "Die CIO Hessens sagt es."), is_named(["Jena"], "Die FITKO sagt es.")
    (True, False)
    """
    forms = {form for one in names for form in (one, one.rpartition(" ")[2]) if len(form) >= _SHORTEST}
    return any(re.search(rf"\b{re.escape(one)}", words, re.IGNORECASE) for one in forms)


def _names(iri: str) -> tuple[str, str, str]:
    slug = iri.rpartition("/")[2]
    return (iri, f"role/{slug}", slug)


def _missing(title: str, names: list[str]) -> str:
    found = process.extract(title, names, limit=_SUGGESTIONS, score_cutoff=_CLOSE, processor=utils.default_process)
    if not found:
        return (
            f"no office is called {title!r}, nor anything like it; give a title that there is, or add it to a lexicon"
        )
    return f"no office is called {title!r}; close to it: {', '.join(name for name, _, _ in found)}"
