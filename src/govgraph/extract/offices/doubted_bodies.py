"""Whether a body found for an office can be it: a minister of a Land that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.fitting_bodies import FittingBodies
from govgraph.extract.offices.lands import LANDS, is_ahead
from govgraph.extract.offices.named_bodies import UNSURE
from govgraph.extract.offices.taken_places import goes_along, is_since_then
from govgraph.extract.offices.titles_of_lands import lacks
from govgraph.extract.state import FIRMS

if TYPE_CHECKING:
    from govgraph.extract.state import Draft, RoleNoun, Sentence

_SHORT = 2
"""Fewest letters of an abbreviation for a body."""
_AUDITING = ("gericht", "rechnungshof")
"""Parts of names of bodies that judge what others do."""
_BY = frozenset({"durch", "mit", "von"})


class DoubtedBodies:
    """Judges bodies that were found for offices.

    Args:
        bodies: Bodies of the article.
    """

    def __init__(self, bodies: FittingBodies) -> None:
        self.k = bodies.k
        self.bodies = bodies
        self._fieldless = bodies.k.words("titles-that-need-a-field")

    def is_of_another(self, s: Sentence, role: RoleNoun, body: Draft) -> bool:
        """Whether a body that the text does not name with a title is not its body, as far as the article tells."""
        # „Fürth wartet ab. Der Ellersheimer Bürgermeister …“: of no town that is named elsewhere
        unplaced = role.unplaced or role.name in self._fieldless or self._is_of_no_project(s, role, body)
        return unplaced or is_since_then(s, role) or goes_along(s, role) or self._is_told_ahead(s, role, body)

    def _is_of_no_project(self, s: Sentence, role: RoleNoun, body: Draft) -> bool:
        """„Jena testet das. Entwickelt wurde es von Dataport. Projektleiterin A …“: a project is of who owns it.

        That is no court or auditor, not who only supplies it, and nobody who is named far away.
        """
        if role.name not in self.k.words("project-lead-titles"):
            return False
        if self.bodies.trust <= UNSURE or any(part in body.name.lower() for part in _AUDITING):
            return True
        near = [a for told in (s, self.bodies.previous.get(id(s))) if told is not None for a in told.arguments]
        here = [a for a in near if a.draft is body and not a.reference]
        return body.kind in FIRMS and bool(here) and all(a.marker in _BY for a in here)

    def is_elsewhere(self, s: Sentence, role: RoleNoun, body: Draft) -> bool:
        """„In Österreich … Finanzminister X“: whether a title stands where a country other than a body's is told of."""
        title = s.title(role)
        place = s.start if title is None else s.starts[title.first]
        return self.bodies.cast.abroad.country(place) is not None and not self.bodies.cast.is_foreign(body)

    def _is_told_ahead(self, s: Sentence, role: RoleNoun, body: Draft) -> bool:
        """„Bürgermeister A lobte das Portal, das auch Fürth nutzt“: what a sentence only adds, named nowhere else."""
        title = s.title(role)
        if title is None or not s.clauses or not self.bodies.lands.only_named_ahead(s, role, body):
            return False
        here = [a for a in s.arguments if a.draft is body and not a.reference]
        return bool(here) and all(is_ahead(s, a, title, says=True) for a in here)

    def governs_another(self, role: RoleNoun, body: Draft) -> bool:
        """Hamburg has no Ministerpräsident, no ministers: whether a title is one of other governments."""
        entry = body.entry
        land = body if body.kind in LANDS else body.jurisdiction
        if land is not None and lacks(self.k, role, land):
            return True
        return entry is not None and entry.head not in {None, role.iri} and role.iri in self.k.heads_of_government

    def unprefixed(self, role: RoleNoun, body: Draft) -> None:
        """„KIV-Geschäftsführer“, where the article says only later what „KIV“ is short for."""
        head, _, tail = role.name.partition("-")
        word = self.k.role_word(tail) if head.isupper() and tail in self.k.words("body-roles") else None
        names = (*body.names, *(() if body.entry is None else body.entry.abbreviations))
        if word is not None and head in {name.split(" ", 1)[0] for name in names}:
            role.name, role.iri, role.level = word.name, word.iri, word.level
            if not role.bodies:
                # the title named it, whatever is named later
                role.bodies.append(body)

    def names_another(self, role: RoleNoun, body: Draft) -> bool:
        """„KIW-Geschäftsführer Jens Ott und die Chefin der Datenzentrale“: a title that names a body not known here.

        Of a body whose name may be shortened so, it is one.
        """
        head, _, tail = role.name.partition("-")
        if not head.isupper() or head in self.k.words("fields-as-abbreviations") or len(head) < _SHORT:
            return False
        if tail not in self.k.words("body-roles"):
            return False
        letters = iter(body.name.upper())
        return not (body.name[:1].upper() == head[0] and all(letter in letters for letter in head))
