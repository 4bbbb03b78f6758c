"""Who does the same as was said of another: „Bremen folgt im Herbst“, „Gera seit September auch“, „Ulm tut das schon“.

And who does so no more („Augsburg ist ausgestiegen“).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.companions import is_companion
from govgraph.extract.clauses.slots import in_preterite, is_perfect
from govgraph.extract.facts.context import with_another
from govgraph.extract.facts.testers import as_testers, in_tests
from govgraph.extract.state import BODY_TYPES, USES, WORKS, FactDraft, facts_by_sentence, only_one
from govgraph.language.grammar import AUXILIARIES, NOT_VERBS, PREPOSITIONS
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_LIKEWISE = frozenset({"auch", "ebenfalls", "ebenso", "genauso", "gleichfalls"})
_WANTED = frozenset({"wollte", "wollten", "sollte", "sollten"})
"""„Mannheim wollte folgen“ leaves open whether it did."""
_MEANT = frozenset({"ausersehen", "eingeplant", "genannt", "gespräch", "vorgesehen"})
"""„Augsburg, anfangs als dritte Stadt genannt, ist ausgestiegen“: who was only to take part never did."""
_SAME = frozenset({"das", "dies", "es", "dasselbe", "gleiches", "selbiges"})
"""What „tun“ takes where it stands for the verb before."""
_ALIKE = frozenset({"ähnlich", "genauso", "ebenso", "gleich", "so", "anders"})
"""What comes with „gehen“, „sein“ or „aussehen“ where all of it stands for what was said before."""
_ALIKE_VERBS = frozenset(
    {"gehen", "ergehen", "sein", "aussehen", "halten", "handhaben", "machen", "verfahren", "laufen"}
)
_THAT = frozenset({"das", "dies", "dasselbe", "gleiches", "ähnliches", "selbiges", "es"})
_THERE = frozenset({"in", "bei"})
_NOT = frozenset({"nicht", "kaum"})
_WITH_THEM = frozenset({"boot", "bord", "dabei", "partie"})
_EXAMPLES = frozenset({"Beispiel", "Vorbild", "Weg"})
_AFTER_SAME = NOT_VERBS | frozenset(PREPOSITIONS) | {".", ",", ";"}
_COUNTED = frozenset({"gehören", "zählen"})
"""Verbs of „zählt zu den ersten“."""
_HAVING_A_TURN = frozenset({"drankommen", "kommen", "sein"})
"""Verbs of „ist dran“, „kommt dran“."""
_WITHDRAWING = frozenset({"verabschieden", "zurückziehen"})
"""Verbs that with „sich“ tell that somebody no longer does what others do."""
_REACH = 4
_NEAR = 3
_MEMBERS = frozenset({"Mitglied", "Mitglieder", "Mitgliedern"})
_TURNS = frozenset({"erste", "ersten", "nächste", "nächsten"})
_FORESEEN = frozenset({"eingeplant", "geplant", "vorgesehen"})
_OF_TURNS = frozenset({"anfang", "dran", "reihe"}) | _TURNS | _FORESEEN
"""Words that tell of whose turn it is with no verb of following."""
_NEXT = frozenset({"nächste", "nächster", "nächst", "danach", "anschließend"})
"""„Als Nächstes ist Spandau vorgesehen“."""
_CONFIDENCE = 0.6


class _Verbs(NamedTuple):
    """Verbs by which somebody does the same as another: „folgt“, „macht mit“, „plant dies“."""

    following: frozenset[str]
    now: frozenset[str] = frozenset()
    intending: frozenset[str] = frozenset()


def followers(
    sentences: Sequence[Sentence],
    facts: Sequence[FactDraft],
    knowledge: Knowledge,
    modality: ModalityReader,
    date: str | None,
) -> Iterator[FactDraft]:
    """Facts of those who follow an example.

    Args:
        sentences: The article.
        facts: What it states of others.
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        date: Date of the article.
    """
    by_sentence = facts_by_sentence(facts)
    words = knowledge.words
    following, joining, leaving = words("following-verbs"), words("joining-verbs"), words("no-longer-verbs")
    verbs = _Verbs(following, words("part-taking-words"), words("verbs-of-plans-alike"))
    example: list[FactDraft] = []
    age = 0
    joined: list[FactDraft] = []
    for number, s in enumerate(sentences):
        here = by_sentence[id(s)]
        if here:
            in_tests(s, here, sentences[number - 1] if number else None, words("test-nouns"))
            as_testers(here, _told_before(sentences, number, by_sentence), knowledge)
        if number:
            before = sentences[number - 1]
            if not any(f.predicate in USES for f in by_sentence[id(before)]):
                yield from _do_the_same(s, before, knowledge, (modality, date))
            lately = by_sentence[id(before)] or (by_sentence[id(sentences[number - 2])] if number > 1 else [])
            yield from _alike(s, lately, (modality, date))
        yield from _likewise(s, here)
        doing = [f for f in here if f.predicate in USES and f.subject.type in BODY_TYPES]
        if any(f.modality is not Modality.ENDED for f in doing):
            # „ersetzt A durch B“: they follow with B
            doing = [f for f in doing if f.modality is not Modality.ENDED]
        if any(f.predicate is Predicate.CHAIRS for f in here):
            # „Den Vorsitz hat Hessen, 2026 folgt Bayern“: in that
            age += 1
            continue
        told = (*by_sentence[id(sentences[number - 1])], *here) if number else here
        if not doing and s.tokens[-1].text != "?" and example and (age < _REACH or _still(s, example[-1])):
            yield from _follow(s, _in_use(example, told), verbs, (modality, date))
        elif doing:
            yield from _follow(s, _in_use(doing, told), verbs, (modality, date))
        elif not _members_told(here, joined) and s.tokens[-1].text != "?":
            unnamed = _unnamed_example(s, told, sentences[number - 1] if number else None, words("elliptic-using"))
            yield from _follow(s, unnamed, verbs._replace(intending=frozenset()), (modality, date))
        if age < _NEAR or doing or (example and _still(s, example[-1])):
            yield from _left(s, doing or example, (leaving, words("test-nouns")), (modality, date))
        members = [f for f in here if f.predicate is Predicate.MEMBER_OF and f.subject.type in BODY_TYPES]
        if not doing:
            others = members or joined or (_unnamed_members(s, sentences[number - 1], knowledge) if number else [])
            yield from _follow(s, others, _Verbs(joining), (modality, date))
        joined = members
        if doing:
            last = doing[-1]
            example = [f for f in doing if f.subject is last.subject]
            age = 0
        age += 1


def _in_use(example: list[FactDraft], told: Sequence[FactDraft]) -> list[FactDraft]:
    """„Ulm nutzt die App, Gera testet sie noch. Jena folgt“: who follows users and testers alike will be a user."""
    last = example[-1]
    used = (
        f.object is last.object and f.predicate is Predicate.IMPLEMENTS for f in told if f.modality is last.modality
    )
    if last.predicate is not Predicate.PILOTS or not any(used):
        return example
    return [*example[:-1], replace(last, predicate=Predicate.IMPLEMENTS)]


def _members_told(here: Sequence[FactDraft], joined: Sequence[FactDraft]) -> bool:
    """Whether who follows joins members and not users of a work."""
    return bool(joined) or any(f.predicate is Predicate.MEMBER_OF for f in here)


def _unnamed_example(
    s: Sentence, told: Sequence[FactDraft], before: Sentence | None, using: frozenset[str]
) -> list[FactDraft]:
    """„Alle Städte dürfen das Portal nutzen. Gera folgt im Mai“: those without a name who have the only work there.

    Of „das Projekt X, das zum Programm Y gehört“ the part is meant; after „80 Städte sind angeschlossen“ it is the work
    that the article is about.
    """
    works = [d for d in s.near if d.type in WORKS and id(d) not in s.sources]
    if not works and before is not None and s.about is not None and not using.isdisjoint(before.lower):
        works = [s.about] if id(s.about) not in s.sources else []
    parts = (f for f in told if f.predicate is Predicate.PART_OF and f.subject in works)
    wholes = [f.object for f in parts]
    work = only_one(d for d in works if d not in wholes)
    if work is None:
        return []
    return [FactDraft(work, Predicate.IMPLEMENTS, work, Modality.ASSERTED, _CONFIDENCE, s, "follows-example")]


def _unnamed_members(s: Sentence, before: Sentence, knowledge: Knowledge) -> list[FactDraft]:
    """„74 Kommunen gehören dem Verband an. Zuletzt kam Gera hinzu“: those without a name, of the only body there."""
    body = only_one(d for d in s.near if d.type is EntityType.ORGANISATION or d.kind == "MunicipalUnion")
    used = any(d.type in WORKS for d in s.near)
    if body is None or used or body.kind == "Ministry" or s.tokens[-1].text == "?":
        return []
    lemmas = (("verb", lemma) for clause in before.clauses for lemma, _, _ in clause.lemmas)
    told = any(frame.evokes is Predicate.MEMBER_OF and not frame.requires
               for key in lemmas for frame in knowledge.frames.get(key, ()))  # fmt: skip
    if not told and not any(token.text in _MEMBERS for token in before.tokens):
        return []
    return [FactDraft(body, Predicate.MEMBER_OF, body, Modality.ASSERTED, _CONFIDENCE, s, "follows-example")]


def _still(s: Sentence, example: FactDraft) -> bool:
    """Whether an example given long before holds: the article is about its work, and no other was named since."""
    return example.object is s.about and all(d.type not in WORKS or d is example.object for d in s.near)


def _left(
    s: Sentence,
    example: Sequence[FactDraft],
    words: tuple[frozenset[str], frozenset[str]],
    judge: tuple[ModalityReader, str | None],
) -> Iterator[FactDraft]:
    """„Fürth erprobt die App, Augsburg ist ausgestiegen“: who has stopped doing what another does."""
    if len({id(f.object) for f in example}) != 1:
        return
    (verbs, tests), (modality, date) = words, judge
    for number, clause in enumerate(s.clauses):
        lemmas = clause.verbs
        withdraws = bool(lemmas & _WITHDRAWING) and _withdraws(s, clause, tests)
        if clause.kind != "main" or (verbs.isdisjoint(lemmas) and not withdraws):
            continue
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        if not inside and clause.joined and clause.parent >= 0:
            # „Gera war anfangs dabei, ist aber ausgestiegen“
            joined = not _WITH_THEM.isdisjoint(s.lower[i] for i in s.clauses[clause.parent].tokens)
            inside = [a for a in s.arguments if a.clause == clause.parent and a.nominative and joined]
        subjects = [a for a in inside if a.nominative and a.type in BODY_TYPES]
        never = _WANTED & set(s.lower) or not _MEANT.isdisjoint(clause.words)
        verdict = None if never else modality.judge(s, clause, date)
        if len(subjects) < len(inside) or not subjects or verdict in {None, Modality.PLANNED}:
            continue
        for a in subjects:
            if a.draft is not None and a.draft not in {f.subject for f in example}:
                yield replace(
                    example[-1],
                    subject=a.draft,
                    modality=Modality.ENDED,
                    confidence=_CONFIDENCE,
                    sentence=s,
                    rule="leaves-example",
                    speaker=s.speaker,
                )


def _withdraws(s: Sentence, clause: Clause, tests: frozenset[str]) -> bool:
    """„hat sich aus dem Versuch zurückgezogen“, „hat sich im Mai verabschiedet“: no longer does what others do."""
    if all(s.lower[i] != "sich" for i in clause.tokens):
        return False
    out = next((i for i in clause.tokens if s.lower[i] == "aus"), -1)
    if out >= 0:
        return any(s.text_at(i) in tests for i in range(out + 1, out + _NEAR + 1))
    return "verabschieden" in clause.verbs and all(s.lower[i] != "von" for i in clause.tokens)


def _does_the_same(s: Sentence, clause: Clause, intending: frozenset[str]) -> bool:
    """„Das Landesamt tut das schon“, „Gera hat dies im Mai vor“: the verb that stands for the one before."""
    if clause.kind != "main":
        return False
    if _SAME.isdisjoint(s.lower) or not ("tun" in clause.verbs or _intends(s, clause, intending)):
        return False
    verbs = {i for _, i, _ in clause.lemmas} | set(clause.tokens[:2])
    alone = (i for i in clause.tokens if s.lower[i] in _SAME and i + 1 not in s.taken and not _describes(s, i + 1))
    return any(s.low_at(i + 1) in _AFTER_SAME or i + 1 in verbs for i in alone)


def _describes(s: Sentence, i: int) -> bool:
    """„das neue Portal“: an adjective before a noun, so that the word before it is an article."""
    return s.low_at(i).endswith(("e", "en")) and s.text_at(i + 1)[:1].isupper()


def _intends(s: Sentence, clause: Clause, intending: frozenset[str]) -> bool:
    """„Gera hat das vor“, „Gera plant es“: what is told so is ahead."""
    if not intending.isdisjoint(clause.verbs):
        return True
    last = next((s.lower[i] for i in reversed(clause.tokens) if s.lower[i][0].isalpha()), "")
    return last == "vor" and any(AUXILIARIES.get(s.lower[i]) == "haben" for i in clause.tokens)


def _alike(s: Sentence, said: Sequence[FactDraft], judge: tuple[ModalityReader, str | None]) -> Iterator[FactDraft]:
    """„Gera ging es ähnlich“, „In Gera ist das nicht anders“, „Gleiches gilt für Gera“: what was said, of another."""
    doing = [f for f in said if f.predicate in USES and f.subject.type in BODY_TYPES]
    if not doing or len({id(f.object) for f in doing}) != 1 or s.tokens[-1].text == "?":
        return
    for number, clause in enumerate(s.clauses):
        if clause.kind != "main" or (judge[0].judge(s, clause, judge[1]) is None and "anders" not in s.lower):
            continue
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        words = {s.lower[i] for i in clause.tokens if i not in s.taken}
        others = _those_alike(clause.verbs, words, inside)
        if any(a.type in WORKS and not a.reference for a in inside):
            continue
        for a in others:
            if a.draft is not None and a.type in BODY_TYPES and a.draft not in {f.subject for f in doing}:
                yield replace(
                    doing[-1], subject=a.draft, confidence=_CONFIDENCE, sentence=s, rule="alike", speaker=s.speaker
                )


def _those_alike(lemmas: frozenset[str], words: set[str], inside: Sequence[Argument]) -> list[Argument]:
    """Of whom a clause says that it is the same with them; none if it says that of nobody."""
    if "gelten" in lemmas and words & _THAT:
        return [a for a in inside if a.marker == "für"]
    alike = words & _ALIKE
    if not lemmas & _ALIKE_VERBS or not alike or ("anders" in alike) != bool(words & _NOT):
        return []
    if lemmas & {"halten", "handhaben", "machen", "verfahren"}:
        return [a for a in inside if a.nominative] if words & {"es", "das", "dies"} or "verfahren" in lemmas else []
    if lemmas & {"gehen", "ergehen"}:
        return [a for a in inside if "es" in words and a.marker == "np" and a.head < 0 and "d" in a.cases]
    there = [a for a in inside if a.marker in _THERE]
    return there if words & {"das", "es"} or "aussehen" in lemmas else []


def _lately(s: Sentence, number: int) -> Sequence[Draft]:
    """Works named in the clauses before, or else in the sentence before."""
    earlier = [a.draft for a in s.arguments if a.clause < number and a.draft is not None and a.draft.type in WORKS]
    return earlier or [d for d in s.near if d.type in WORKS]


def _meant(s: Sentence, before: Sentence, knowledge: Knowledge) -> Draft | None:
    """„Alle müssen auf die E-Akte umsteigen. Ulm tut es schon“: the one work that those do who have no name."""
    lemmas = [lemma for clause in before.clauses for lemma, _, _ in clause.lemmas]
    frames = [frame for lemma in lemmas for frame in knowledge.frames.get(("verb", lemma), ())]
    works = list(dict.fromkeys(d for d in s.near if d.type in WORKS))
    used = any(frame.evokes in USES and not frame.requires for frame in frames)
    return works[0] if used and len(works) == 1 else None


def _do_the_same(
    s: Sentence, before: Sentence, knowledge: Knowledge, judge: tuple[ModalityReader, str | None]
) -> Iterator[FactDraft]:
    if _SAME.isdisjoint(s.lower):
        return
    for number, clause in enumerate(s.clauses):
        intending = knowledge.words("verbs-of-plans-alike")
        if not _does_the_same(s, clause, intending):
            continue
        work = _meant(s, before, knowledge)
        verdict = judge[0].judge(s, clause, judge[1])
        if verdict is not None and _intends(s, clause, intending):
            verdict = Modality.PLANNED
        if work is None or verdict is None:
            continue
        for a in s.arguments:
            if a.clause == number and a.draft is not None and a.nominative and a.type in BODY_TYPES:
                yield FactDraft(
                    a.draft, Predicate.IMPLEMENTS, work, verdict, _CONFIDENCE, s, "does-the-same", s.speaker
                )


def _told_before(
    sentences: Sequence[Sentence], number: int, by_sentence: Mapping[int, Sequence[FactDraft]]
) -> tuple[Sentence, Sequence[FactDraft]] | None:
    """The sentence before, or the one before that if only that one tells of a use or a test, and what it tells."""
    for before in reversed(sentences[max(0, number - 2) : number]):
        facts = by_sentence[id(before)]
        if any(fact.predicate in USES for fact in facts):
            return before, facts
    return (sentences[number - 1], by_sentence[id(sentences[number - 1])]) if number else None


def _follow(
    s: Sentence,
    example: Sequence[FactDraft],
    verbs: _Verbs,
    judge: tuple[ModalityReader, str | None],
) -> Iterator[FactDraft]:
    """Who does the same as the example: „folgt“ tells what is to come, „macht mit“, a verb of taking part, what is."""
    objects = {id(f.object) for f in example}
    if len(objects) != 1:
        return
    modality, date = judge
    for number, clause in enumerate(s.clauses):
        same = _does_the_same(s, clause, verbs.intending) and example[-1].object in _lately(s, number)
        if (
            clause.kind != "main"
            or (_verb_of_following(s, clause, verbs.following) < 0 and not same)
            or _WANTED & clause.words
        ):
            continue
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        subjects = [a for a in inside if a.nominative and a.type in BODY_TYPES]
        if not subjects or any(
            a.marker in {"auf", "von", "mit"} or a.cases in {"d", "gd", "dg"} for a in inside if a not in subjects
        ):
            continue
        if with_another(s, number):
            continue
        verdict = modality.judge(s, clause, date)
        if verdict is None:
            continue
        foreseen = not _FORESEEN.isdisjoint(clause.words)
        done = (
            (same and not _intends(s, clause, verbs.intending))
            or (is_perfect(clause) and not foreseen)
            or in_preterite(s, clause)
            or example[-1].predicate is Predicate.MEMBER_OF
            or any(lemma in verbs.now or lemma in _COUNTED for lemma, _, _ in clause.lemmas)
        )
        first = subjects[0]
        beside = [a for a in inside if a.type in BODY_TYPES and is_companion(s, a)]
        for a in (*(a for a in subjects if a.group == first.group), *beside):
            if a.draft is None:
                continue
            fact = example[-1]
            if fact.modality is Modality.ENDED and not done:
                # „hat das alte System X abgeschaltet. Gera folgt im Mai“: not as one who takes it up
                continue
            if a.draft in {fact.subject, fact.object} or any(a.draft is f.subject for f in example):
                continue
            yield replace(
                fact,
                subject=a.draft,
                modality=verdict if done else Modality.PLANNED,
                confidence=_CONFIDENCE,
                sentence=s,
                rule="follows-example",
                speaker=s.speaker,
            )


def _verb_of_following(s: Sentence, clause: Clause, verbs: frozenset[str]) -> int:
    """Index of a verb of following, or of „an der Reihe“, „dran“; -1 if the clause has none."""
    words = [s.lower[i] for i in clause.tokens]
    for lemma, at, _ in clause.lemmas:
        if lemma in verbs and (lemma != "anschließen" or "sich" in words) and not _follows_something(s, at):
            return at
    if _OF_TURNS.isdisjoint(words):
        return -1
    for i in clause.tokens:
        if s.lower[i] == "reihe" and s.lower[i - 2 : i] == ["an", "der"]:
            return i
        if s.lower[i] in _FORESEEN and _NEXT & {low.removesuffix("s") for low in words}:
            return i
        lemmas = clause.verbs
        if (s.lower[i] == "dran" and lemmas & _HAVING_A_TURN) or (_is_turn(s, i) and "sein" in lemmas):
            return i
        if _is_among_first(s, i) and lemmas & _COUNTED:
            return i
        if s.lower[i] == "anfang" and s.low_at(i - 1) == "den" and "machen" in clause.verbs:
            return i
    return -1


def _is_turn(s: Sentence, i: int) -> bool:
    """„Suhl und Gotha sind die nächsten“, „Jena war der erste“: an ordinal with an article and no noun."""
    if s.lower[i] not in _TURNS or s.low_at(i - 1) not in {"der", "die", "das"}:
        return False
    return not s.text_at(i + 1)[:1].isalpha() or s.low_at(i + 1) in PREPOSITIONS


def _is_among_first(s: Sentence, i: int) -> bool:
    """„Fulda und Kassel zählten zu den ersten“: an ordinal after „zu den“ and no noun."""
    alone = not s.text_at(i + 1)[:1].isalpha()
    return s.lower[i] == "ersten" and s.lower[max(0, i - 2) : i] == ["zu", "den"] and alone


def _follows_something(s: Sentence, at: int) -> bool:
    """„folgt der Einladung“: what is followed has no name, and is no example."""
    noun = s.text_at(at + 2)
    return s.low_at(at + 1) in {"der", "dem"} and noun[:1].isupper() and at + 2 not in s.taken and noun not in _EXAMPLES


def _likewise(s: Sentence, facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
    """„Jena arbeitet damit, Gera seit September auch“: a stretch without a verb that repeats what was said."""
    if not facts:
        return
    for i, low in enumerate(s.lower):
        if low not in _LIKEWISE or s.text_at(i + 1) not in {".", ",", ";", "!"}:
            continue
        start = i
        while start > 0 and s.tokens[start - 1].text not in {",", ";", "–"}:
            start -= 1
        verbal = {j for clause in s.clauses for _, j, _ in clause.lemmas}
        if start == 0 or any(j in verbal or s.lower[j] == "nicht" for j in range(start, i)):
            continue
        named = [a for a in s.arguments if start <= a.first < i and a.draft is not None and not a.reference]
        yield from _repeated(s, named, facts, start)


def _repeated(s: Sentence, named: Sequence[Argument], facts: Sequence[FactDraft], start: int) -> Iterator[FactDraft]:
    earlier = {id(a.draft) for a in s.arguments if a.first < start}
    last = [f for f in facts if id(f.subject) in earlier and id(f.object) in earlier]
    if not last:
        return
    fact = last[-1]
    for a in named:
        if a.draft is None or a.draft in {fact.subject, fact.object}:
            continue
        if a.type is fact.subject.type:
            yield replace(fact, subject=a.draft, confidence=_CONFIDENCE, rule="likewise")
        elif a.type is fact.object.type:
            yield replace(fact, object=a.draft, confidence=_CONFIDENCE, rule="likewise")
