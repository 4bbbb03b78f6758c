"""One goes, another comes: succession told by two clauses side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.modality import ModalityReader
    from govgraph.extract.state import Argument, Sentence


def handovers(
    s: Sentence, knowledge: Knowledge, modality: ModalityReader, article_date: str | None
) -> Iterator[FactDraft]:
    """„A geht in den Ruhestand, B übernimmt“: who comes in the clause after succeeds who goes."""
    if len(s.clauses) < 2:
        return
    leaving, coming = knowledge.words("leaving-verbs"), knowledge.words("coming-verbs")
    gone: Argument | None = None
    for number, clause in enumerate(s.clauses):
        lemmas = {lemma for lemma, _, _ in clause.lemmas}
        person = _only_person(s, number)
        if person is None or clause.kind != "main":
            gone = None
            continue
        if lemmas & leaving and _from_office(s, number, lemmas, knowledge):
            gone = person
            continue
        if gone is not None and lemmas & coming and gone.draft is not None and person.draft is not None:
            said = modality.judge(s, clause, article_date)
            if said is not None and person.draft is not gone.draft and not person.reference:
                yield FactDraft(
                    person.draft, Predicate.SUCCEEDS, gone.draft, said, 0.65, s, "one-goes-another-comes", s.speaker
                )
        gone = None


def _from_office(s: Sentence, number: int, lemmas: set[str], knowledge: Knowledge) -> bool:
    """Whether going is going for good: by the verb, or by „in den Ruhestand“ and the like; „geht“ alone says it."""
    here = [i for i in s.clauses[number].tokens if s.tokens[i].text[0].isalpha()]
    if not lemmas & {"gehen", "wechseln", "kehren"}:
        return True
    words = {knowledge.lemma(s.tokens[i].text) for i in here if s.tokens[i].text[0].isupper()}
    return bool(words & knowledge.words("leaving-nouns")) or ("gehen" in lemmas and len(here) <= 4)


def _only_person(s: Sentence, number: int) -> Argument | None:
    people = [
        a
        for a in s.arguments
        if a.clause == number
        and a.type is EntityType.PERSON
        and a.marker == "np"
        and "n" in a.cases
        and not a.adjective
        and a.draft is not None
    ]
    return people[0] if len({id(a.draft) for a in people}) == 1 else None
