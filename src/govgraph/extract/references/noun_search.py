"""What a definite noun stands for among all that has been spoken of: „das Gremium“, „die Behörde“, „die Anwendung“."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from govgraph.extract.references.discourse import Mention, one_name
from govgraph.extract.references.noun_fits import (
    COUNTIES,
    LED,
    LOOSELY,
    Noun,
    NounFits,
    kind_of,
    last_word,
    same_modifier,
)
from govgraph.extract.references.noun_phrases import (
    INHABITED,
)
from govgraph.extract.references.outgoing import former_stems
from govgraph.extract.state import WORKS, Draft
from govgraph.language.grammar import AND
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from govgraph.extract.names.naming import Cast
    from govgraph.extract.references.discourse import Discourse
    from govgraph.extract.references.known_bodies import KnownBodies
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import Entry

_IN_PARAGRAPH = 0.3
_LEFT = 0.5
_LEAST_LIKELY = 0.1
"""Score under which nothing is meant."""
_CLEAR = 0.3
"""By how much a thing must be ahead where a long attribute tells it from others."""
_NEW = ("neue", "gemeinsame", "fusioniert", "künftige")
"""How attributes begin by which a body comes of several others."""
_WORKED_AT = 0.9
"""How much less a noun is a body where somebody only used to work."""
_MERGED_BACK = 3
_OWN_BACK = 5
"""In how many sentences before a noun must nothing fit it better than where somebody is told to be."""
_POINTED_AT = 0.4
"""How much likelier „diese App“ is what an earlier clause of its sentence names."""
_TWO = 2
_PROCEDURE = "verfahren"
_WORK_BACK = 4
"""How many sentences back the only work may have been named."""
_APPOSED = 0.8
"""How much likelier a noun means what was named right before its comma."""


class NounSearch:
    """Finds what a definite noun stands for among all that has been spoken of.

    Args:
        tools: What is the same for every article.
        discourse: What has been spoken of.
        cast: Entities of the article.
        bodies: Knows in which bodies people are.
        fits: How well nouns fit things.
    """

    def __init__(self, tools: Tools, discourse: Discourse, cast: Cast, bodies: KnownBodies, fits: NounFits) -> None:
        words = tools.knowledge.words
        self._discourse = discourse
        self._cast = cast
        self._bodies = bodies
        self._fits = fits
        self._lands_after = tools.knowledge.lands_after
        self._former_stems = former_stems(words)
        self._former = words("former")
        self._of_others = words("firsts-of-other-things")
        self._of_procedures = words("firsts-of-procedures")
        self._origins = words("origin-verbs")

    def find(self, s: Sentence, i: int, at: int, noun: Noun) -> Draft | None:
        """What the noun at token `i` with its article at token `at` stands for; None if nothing stands out."""
        form = noun.form
        low = s.lower[i]
        modifier = "" if low.endswith(INHABITED) else low[: low.rfind(form)].rstrip("-")
        if modifier in self._of_others or (form == _PROCEDURE and modifier in self._of_procedures):
            # „die Nachbarstadt“, „Das Vergabeverfahren leitete A“
            return None
        own = None if modifier else self._own(self._bodies.meant(s, at, i), noun)
        if own is not None:
            return own
        clause = s.clause_of[i]
        relative, start = s.clauses[clause].kind == "relative", s.clauses[clause].tokens[0]
        pointed = s.lower[at].startswith("dies")
        scored: dict[int, tuple[float, Draft]] = {}
        origins: set[int] = set()
        seat = self._land_of_seat(s, i)
        fresh = {id(m.draft) for m in self._discourse.current}
        last = (pair for pair in self._discourse.all() if id(pair[1].draft) not in fresh)
        left = {id(m.draft) for m in self._discourse.current if self._was_left(s, m)} if form in LED else set()
        since = len(self._discourse.lines) - self._discourse.opened
        merged = (
            self._coordinated_bodies() if any(s.lower[k].startswith(_NEW) for k in range(at + 1, i)) else set[int]()
        )
        at_home = form == "haus" and not self._names_ministry(since, left)
        for ago, m in chain(((0, m) for m in self._discourse.current), last):
            if m.draft.type is EntityType.PERSON or m.rank == 0 or not m.draft.name or id(m.draft) in merged:
                continue
            fit = self._fits.fit(m.draft, noun)
            if seat is not None and m.draft.jurisdiction is not None and m.draft.jurisdiction.entry is not seat:
                continue
            if fit is None or (ago == 0 and relative and start - 1 <= m.last <= start):
                continue
            beside = ago == 0 and _is_apposed(s, m, at, i)
            if beside:
                fit += _APPOSED
            elif modifier:
                fit += same_modifier(m.draft, modifier) or (-0.3 if ago <= 1 else -9.0)
            owned = m.reference and m.marker != "np"
            if ago == 0 and m.clause == clause and s.text_at(at - 1) not in {",", ":"} and not owned:
                fit -= 0.7
            if pointed and ago > 1:
                fit -= 0.6
            if pointed and ago == 0 and m.clause < clause and not m.reference:
                # „… an die ID Wallet: Das Amt hat diese App bestellt“: what was named right before
                fit += _POINTED_AT
            if at_home and ago <= since and fit == LOOSELY:
                # a ministry named further above is not what a paragraph on an agency means by „das Haus“
                fit += _IN_PARAGRAPH
            if ago and id(m.draft) in self._discourse.worked_at:
                fit -= _WORKED_AT
            if ago == 0 and id(m.draft) in left:
                fit -= _LEFT
            if m.draft.type is EntityType.MUNICIPALITY and m.draft is not self._cast.town:
                # towns come and go: „die Stadt“ is the one just named
                fit -= 0.25 * min(max(ago - 1, 0), 3)
            far = 0.2 * min(ago, 2) + 0.1 * min(max(ago - 2, 0), 4)
            score = fit + 0.3 * m.rank - far + self._discourse.weight(m.draft)
            if score > scored.get(id(m.draft), (-9.0, m.draft))[0]:
                scored[id(m.draft)] = (score, m.draft)
                if m.marker == "aus" and m.draft.type is EntityType.MUNICIPALITY:
                    origins.add(id(m.draft))
                else:
                    origins.discard(id(m.draft))
        ranked = self._staying(sorted(scored.values(), key=lambda pair: -pair[0]), s, (at, i))
        ranked = _by_full_names(_not_only_from(ranked, origins))
        if at < i - 2 and len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEAR:
            # „A und B wachsen. Die in Ulm ansässige Firma …“: the attribute says which, and that may be unknown
            return None
        found = self._clearest(ranked, () if modifier else scored) or (None if modifier else self._only_work(ranked))
        return found if found is None or form not in COUNTIES else self._county_of(found)

    def _county_of(self, found: Draft) -> Draft:
        """„im Landratsamt Ravensburg … der Landkreis“: the county, if the article names it anywhere."""
        if found.type is not EntityType.ORGANISATION:
            return found
        counties = (d for d in self._cast.drafts if kind_of(d) == "District" and d.mentions)
        return next((d for d in counties if last_word(d.name) == last_word(found.name)), found)

    def _clearest(self, ranked: Sequence[tuple[float, Draft]], fitting: Container[int]) -> Draft | None:
        """The first of things by their score, if it stands out; else what the article is about, if it is `fitting`."""
        if not ranked or ranked[0][0] < _LEAST_LIKELY or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.06):
            # nothing stands out: what the article is about, if the noun fits it
            about = self._discourse.topic.draft()
            if about is not None and id(about) in fitting:
                return about
            # else the one of the sentence before, where the others come from further back
            late = {id(m.draft): m.draft for m in (self._discourse.lines[-1] if self._discourse.lines else ())}
            close = [d for score, d in ranked if score >= _LEAST_LIKELY and ranked[0][0] - score < 0.06]
            latest = [d for d in close if id(d) in late]
            return latest[0] if len(latest) == 1 and len(close) > 1 else None
        return ranked[0][1]

    def _only_work(self, ranked: Sequence[tuple[float, Draft]]) -> Draft | None:
        """„X ist da. Es hat lange gedauert. Schuld war … Das Verfahren …“: the only work that was named at all."""
        if len(ranked) != 1 or ranked[0][1].type not in WORKS:
            return None
        late = {id(m.draft) for _, m in self._discourse.before(_WORK_BACK)}
        works = {id(m.draft) for _, m in self._discourse.all() if m.draft.type in WORKS and m.draft.name}
        return ranked[0][1] if len(works) == 1 and id(ranked[0][1]) in late else None

    def _own(self, bodies: Sequence[Draft], noun: Noun) -> Draft | None:
        """„A ist Präsidentin der HZD. Das Amt X lobt sie. A leitet die Behörde seit Mai“: where A is told to be.

        Not „B, Chef der Lecos, hat den Verband geführt“, where another is one.
        """
        fits = [(self._fits.fit(d, noun) or 0.0, d) for d in bodies]
        known = next(((fit, d) for fit, d in reversed(fits) if fit), None)
        if known is None:
            return None
        others = (self._fits.fit(m.draft, noun) or 0.0 for _, m in self._discourse.before(_OWN_BACK) if m.rank)
        return known[1] if known[0] >= max(others, default=0.0) else None

    def _staying(
        self, ranked: list[tuple[float, Draft]], s: Sentence, phrase: tuple[int, int]
    ) -> list[tuple[float, Draft]]:
        """„Das alte System X ist abgeschaltet. … die Anwendung“: the work that stays, if there is one.

        Never one that was only held against another: „Anders als X … Die Anwendung“.
        """
        if self._discourse.compared:
            ranked = [pair for pair in ranked if id(pair[1]) not in self._discourse.compared]
        if not ranked or id(ranked[0][1]) not in self._discourse.gone:
            return ranked
        if any(s.lower[k].startswith(self._former_stems) for k in range(phrase[0] + 1, phrase[1])):
            return ranked
        staying = [pair for pair in ranked if id(pair[1]) not in self._discourse.gone]
        about = self._discourse.topic.draft()
        if any(draft is about for _, draft in staying):
            # however long ago it was named
            return [(_LEAST_LIKELY, draft) for _, draft in staying if draft is about]
        return staying if staying and staying[0][0] >= _LEAST_LIKELY else ranked

    def _names_ministry(self, reach: int, left: set[int]) -> bool:
        """Whether a ministry that nobody comes from was named in the last sentences."""
        return any(m.draft.kind == "Ministry" and id(m.draft) not in left for _, m in self._discourse.before(reach))

    def _was_left(self, s: Sentence, m: Mention) -> bool:
        """„Sie kommt von der EZB“, „die bisherige Referentin im Ministerium“: a body that somebody leaves."""
        verbs = s.clauses[m.clause].lemmas
        if m.marker in {"von", "aus"}:
            return any(lemma in self._origins for lemma, _, _ in verbs)
        title = s.taken.get(m.first - 2) or s.taken.get(m.first - 1)
        if title is None or title.role is None:
            return False
        return s.has_attribute(title.first, self._former)

    def _land_of_seat(self, s: Sentence, i: int) -> Entry | None:
        """„das Ministerium in Mainz“ is none of another Land, whatever is spoken of."""
        return self._lands_after.get(s.text_at(i + 2)) if s.low_at(i + 1) == "in" else None

    def _coordinated_bodies(self) -> set[int]:
        """„A und B schließen sich zusammen. Das neue Unternehmen …“: what was there before, each beside another."""
        groups: dict[tuple[int, int], set[int]] = {}
        for ago, m in self._discourse.before(_MERGED_BACK):
            if m.draft.type is EntityType.ORGANISATION and m.draft.name:
                groups.setdefault((ago, m.group), set()).add(id(m.draft))
        return {one for group in groups.values() if len(group) > 1 for one in group}


def _is_apposed(s: Sentence, m: Mention, at: int, i: int) -> bool:
    """„von X, dem Dienstleister in Ulm, …“: whether a noun says what was named right before its comma."""
    return m.last == at - 1 and s.text_at(at - 1) == "," and s.low_at(i + 1) not in AND and not m.reference


def _by_full_names(ranked: list[tuple[float, Draft]]) -> list[tuple[float, Draft]]:
    """„Beteiligungsportal startet. Das Beteiligungsportal NRW … Das Portal …“: one thing, by its fuller name."""
    if len(ranked) < _TWO or not one_name(ranked[0][1], ranked[1][1]):
        return ranked
    fuller = max((ranked[0][1], ranked[1][1]), key=lambda d: len(d.name))
    return [(ranked[0][0], fuller), *ranked[_TWO:]]


def _not_only_from(ranked: list[tuple[float, Draft]], origins: set[int]) -> list[tuple[float, Draft]]:
    """„Ulm hat ein Portal von einer Firma aus Aalen. Die Stadt …“: not where somebody comes from, if another fits."""
    others = [pair for pair in ranked if id(pair[1]) not in origins]
    named = any(score >= _LEAST_LIKELY and draft.type is EntityType.MUNICIPALITY for score, draft in others)
    return others if named else ranked
