"""Names of ministries without their Land: „Ministerium für Inneres und Sport“ for „Niedersächsisches Ministerium …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.morphology import inflect_adjective

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govgraph.vocabulary import Entry

_NOUNS = ("Ministerium ", "Staatsministerium ")


def bare_names(entry: Entry, by_iri: Mapping[str, Entry]) -> Iterator[str]:
    """What a ministry is called where its Land is known: „Ministerium der Finanzen“ for that „des Landes Hessen“.

    Names that the lexicon gives it are left out.
    """
    if entry.kind != "Ministry" or len(entry.jurisdictions) != 1:
        return
    land = by_iri.get(entry.jurisdictions[0])
    if land is None or land.kind != "State":
        return
    before = (*land.invariants, *(form for stem in land.adjectives for form in inflect_adjective(stem)))
    after = (f" des Landes {land.name}", f" {land.name}", f" des {land.name}es")
    known = {entry.name, *entry.labels}
    for label in sorted(known):
        bare = label
        for form in before:
            if label.lower().startswith(f"{form.lower()} "):
                bare = label[len(form) + 1 :]
        bare = next((bare.removesuffix(tail) for tail in after if bare.endswith(tail)), bare)
        if bare not in known and bare.startswith(_NOUNS):
            known.add(bare)
            yield bare
