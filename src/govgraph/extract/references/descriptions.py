"""Definite nouns that refer back: „das Gremium“, „die Kölner Behörde“, „das Land“, „beide Städte“."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.agreement import is_place
from govgraph.extract.clauses.extended import PARTICIPLES, article_before
from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.names.long_names import OPENING
from govgraph.extract.references.discourse import Mention, rank_of
from govgraph.extract.references.outgoing import former_stems
from govgraph.extract.references.sources import is_pot
from govgraph.extract.state import BODY_TYPES, HOUSES, PLACES, RUN, TEAMS, WORKS, Argument, Draft, only_one
from govgraph.language.grammar import AND, CONTRACTED_CASES, DETERMINER_GENDERS, DETERMINERS, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.names.naming import Cast
    from govgraph.extract.references.discourse import Discourse
    from govgraph.extract.references.known_bodies import KnownBodies
    from govgraph.extract.references.pronouns import Pronouns
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import Entry, ReferringNoun

_OUR = "Unser"
_DEFINITE = {
    "der", "die", "das", "des", "dem", "den", "dieser", "diese", "dieses", "diesem", "diesen"
} | CONTRACTED_CASES.keys()  # fmt: skip
_LED = frozenset({"agentur", "anstalt", "behörde", "haus"})
"""Nouns for a body that somebody leads, has left or comes to."""
_SUBJECT_ARTICLES = frozenset({"der", "das", "die"})
"""Articles of a subject."""
_LOOSELY = 0.4
"""How well a noun fits a body of a class that it is only also used of."""
_IN_PARAGRAPH = 0.3
_LEFT = 0.5
_ONLY = frozenset({"agentur", "anstalt"})
"""Nouns that say what a body is, so that none that bears another in its name is meant."""
_FIXED = frozenset({"amt", "haus", "dienst", "rat", "system", "netz"})
"""Nouns that after „im“, „ins“ or „zum“ make a fixed phrase: „im Amt“, „im Dienst“."""
_PRESENTING = frozenset({"das", "dies", "er", "es", "sie"})
_INDEFINITE = frozenset({"ein", "eine"})
_OWN_NOUNS = frozenset({"Ministry", "Government", "Parliament", "Party", "Committee", "University"})
"""Kinds of bodies that only nouns of their own stand for: no ministry is „das Labor“, though it is an organisation."""
_OPENS_ATTRIBUTE = frozenset({"der", "des", "für", "zum", "zur", "namens"})
SEVERAL = {"beides": 2, "beide": 2, "beiden": 2, "beider": 2, "zwei": 2, "drei": 3, "vier": 4}
_ALL = frozenset({"alle", "allen", "aller"})
_ALL_BACK = 4
"""How many sentences back „alle drei“ may have been named."""
_WHOLE = "ganze"
"""„das Ganze“ says nothing of the gender of what it stands for."""
_GENITIVES = ("s", "’", "'")
_HEAD, _LEAST = 3, 5
"""Least letters before and in the end of a compound that stands for the whole."""
_ENDING_BACK = 3
_OPENING_NOUN = 2
"""How far into its clause a noun stands that opens it: „Das neue Projekt …“."""
_LEAST_LIKELY = 0.1
"""Score under which nothing is meant."""
_CLEAR = 0.3
"""By how much a thing must be ahead where a long attribute tells it from others."""
_PRINCIPLES = ("prinzip", "Prinzip")
_NEW = ("neue", "gemeinsame", "fusioniert", "künftige")
"""How attributes begin by which a body comes of several others."""
_WORKED_AT = 0.9
"""How much less a noun is a body where somebody only used to work."""
_RELATIVE = frozenset({"dem", "denen", "der"})
_MERGED_BACK = 3
_OWN_BACK = 5
"""In how many sentences before a noun must nothing fit it better than where somebody is told to be."""
_APPOSED = 0.8
"""How much likelier a noun means what was named right before its comma."""
_BY_PLACE = frozenset({"datenzentrale", "rechenzentrum"})
_ATTRIBUTES = 4
"""How many words of a phrase are looked at until its noun."""
_RULING = frozenset({"Borough", "District", "Government", "Ministry", "Municipality", "MunicipalUnion", "State"})
"""Classes of nouns that no name of a system goes on from."""
_OTHERS = frozenset({"anderen", "andere", "ersten", "letzten", "weiteren", "übrigen", "letzteren"})
OF_BODIES = frozenset(
    {
        "Agency", "Association", "Authority", "Borough", "Cert", "CivilSocietyOrganisation", "Commission", "Committee",
        "Company", "Conference", "Department", "District", "Government", "Medium", "Ministry", "Municipality",
        "MunicipalUnion", "Organisation", "Party", "PublicCompany", "ResearchInstitute", "ServiceProvider",
        "University", "WorkingGroup",
    }
)  # fmt: skip
"""Classes of nouns that a name of a body may follow: „das Amt Dataport“."""
_NAMES = frozenset({"Namen", "Titel", "Kürzel", "Motto", "Label", "Arbeitstitel"})
INHABITED = tuple(
    f"-{whose}-{town}" for whose in ("einwohner", "seelen") for town in ("stadt", "gemeinde", "kommune", "ort")
)
"""Ends of „die 7.400-Einwohner-Stadt“, which only says how large the town just named is."""
_SPEAKING_FOR = "vertreten"
_FREE_STATE = "Freistaat"
_SUBJECT = 0.7
"""Least rank of a Land that a sentence tells of."""
_LANDS_CALLED = (_FREE_STATE, "Hansestadt")
"""Nouns that only Länder are called that have them in their names."""
_TEXTS = frozenset({EntityType.LAW, EntityType.DOCUMENT, EntityType.PROGRAMME, EntityType.SYSTEM})
"""What is written again and again: „die Novelle des Gesetzes“, „die Version der Software“."""
_NO_FORMS: frozenset[str] = frozenset()
_STRANGE = EntityType.DOCUMENT
"""Type of what is not in the cast; it counts for nothing."""


class Descriptions:
    """Resolves definite noun phrases against what has been spoken of.

    Args:
        tools: What is the same for every article.
        discourse: What has been spoken of.
        cast: Entities of the article.
        pronouns: Asked for groups of several things.
        bodies: Knows in which bodies people are.
    """

    def __init__(self, tools: Tools, discourse: Discourse, cast: Cast, pronouns: Pronouns, bodies: KnownBodies) -> None:
        self.k = tools.knowledge
        self.agreement = tools.agreement
        self.discourse = discourse
        self.cast = cast
        self.pronouns = pronouns
        self.bodies = bodies
        self.markers = tools.markers
        self.endings = _endings_of(cast.drafts)
        self.titled: dict[int, set[str]] = {}
        self._name_words: dict[int, tuple[tuple[int, str], str]] = {}
        self._legal: dict[str, set[str]] = {}
        for pair in tools.knowledge.words("legal-forms-by-noun"):
            noun, _, legal = pair.partition(" ")
            self._legal.setdefault(noun, set()).add(legal)
        self._former = former_stems(tools.knowledge.words)
        self._units = tuple(sorted(tools.knowledge.words("unit-nouns")))
        self._of_others = tools.knowledge.words("firsts-of-other-things")
        self._sites = tools.knowledge.words("site-nouns")
        self._no_sites = tuple(tools.knowledge.words("nouns-of-no-site"))
        self._owning_towns = tools.knowledge.words("owning-town-nouns")
        self._town_nouns = self._owning_towns | {"kommune", "kreis", "landkreis"}
        self._no_agencies = self.k.words("nouns-of-no-agency")
        self._taking_dative = self.k.words("verbs-with-a-dative")
        self._pots = self.k.words("money-pots")
        self._pot_nouns = self.k.words("nouns-of-money-pots")
        self._all_legal = set().union(*self._legal.values())

    def at(self, s: Sentence, i: int) -> bool:
        """Resolve token `i` if it is such a noun, or „beide“; tells whether it was resolved."""
        low = s.lower[i]
        if low in SEVERAL and self._several(s, i, SEVERAL[low]):
            return True
        if i == 0 or not (s.tokens[i].text[0].isupper() or low.endswith(INHABITED)):
            return False
        if s.lower[i] in self.k.words("capital-nouns") and self.cast.home is not None:
            return self._capital(s, i, self.cast.home)
        text = s.tokens[i].text
        if (text in HOUSES or text in TEAMS or text in self.k.words("own-body-nouns")) and self._house(s, i):
            return True
        return self._land(s, i) or self._noun(s, i) or (low in self.endings and self._ending(s, i))

    def _house(self, s: Sentence, i: int) -> bool:
        """„Webers Haus“, „zum Geschäftsbereich Webers“, „dem Haus von Ministerin Weber“: what that person heads."""
        before, at = s.taken.get(i - 1), i + 1
        if s.low_at(at) == "von":
            titles = [a for a in s.arguments if a.role is not None and a.first == at + 1]
            at = titles[0].last if titles else at + 1
        after = s.taken.get(at)
        if before is not None and before.type is EntityType.PERSON and s.tokens[i - 1].text.endswith(_GENITIVES):
            person, first = before, before.first
        elif after is not None and after.type is EntityType.PERSON and not after.reference:
            if at == i + 1 and not s.tokens[after.last - 1].text.endswith(_GENITIVES):
                return False
            person, first = after, i
        else:
            return False
        house = self.pronouns.house_of(person.draft, s.tokens[i].text) if person.draft is not None else None
        if house is None:
            return False
        argument = s.refer(i, i + 1, house, "")
        argument.marker, argument.cases, argument.head = self.markers.noun_marker(s, i)
        if first < i:
            argument.begin = first
            if s.low_at(first - 1) in PREPOSITIONS:
                argument.marker, argument.begin = PREPOSITIONS[s.low_at(first - 1)], first - 1
        return True

    # ------------------------------------------------------------------ das Land

    def _land(self, s: Sentence, i: int) -> bool:
        """„das Land“, „der Freistaat“, „im Land“: the Land that the article is about."""
        text = s.tokens[i].text
        money = text in self.k.words("state-money-nouns")
        if not money and text not in self.k.words("state-nouns"):
            return False
        home = self._land_called(s, i)
        if home is None or s.lower[i - 1] in {"jedes", "jedem", "ein", "einem", "eines", "kein"}:
            return False
        if money:
            return self._is_land(s, i, home)
        epithet = s.lower[i - 1] in self.k.words("state-epithets") and s.low_at(i - 2) in _DEFINITE
        before = {"im", "vom", "beim", "zum", "als", "und"}
        if s.lower[i - 1] not in DETERMINERS and s.lower[i - 1] not in before and not epithet:
            return False
        following = s.taken.get(i + 1)
        if following is not None and following.type in PLACES:
            return False
        if s.lower[i - 1] == "im" and s.lower[i - 2 : i - 1] == ["ganzen"]:
            return False
        return self._is_land(s, i, home)

    def _land_called(self, s: Sentence, i: int) -> Draft | None:
        """The Land that a noun means: that of the article, else the last one; only some are a „Freistaat“."""
        called = next((noun for noun in _LANDS_CALLED if s.tokens[i].text.startswith(noun)), "")
        home = self.cast.home
        there = (a.draft for a in s.arguments if a.last <= i and s.lower[a.first] == "dort")
        scene = next((d for d in there if d is not None and d.kind == "State" and self._is_called(d, called)), None)
        if scene is not None:
            # „Sie kommt aus Sachsen. Dort vertrat sie das Land …“
            return scene
        own = self._own_land(s, i)
        if own is not None and self._is_called(own, called):
            return own
        other = self._land_of_scene(s, home)
        if other is not None and self._is_called(other, called):
            return other
        if home is not None and home.kind == "State" and self._is_called(home, called):
            return home
        if home is not None and home.kind == "State" and called != _FREE_STATE:
            return None
        here = [a.draft for a in s.arguments if a.last <= i and a.draft is not None and a.draft.kind == "State"]
        lately = [m.draft for _, m in self.discourse.before(3) if m.draft.kind == "State"]
        return next((d for d in (*here[::-1], *lately) if self._is_called(d, called)), None)

    def _land_of_scene(self, s: Sentence, home: Draft | None) -> Draft | None:
        """„In Sachsen-Anhalt gibt es einen Wechsel: … CIO des Landes“: another Land, if it alone is told of.

        So it is in the sentence itself or else in the one before in the paragraph.
        """
        last = self.discourse.lines[-1] if len(self.discourse.lines) > self.discourse.opened else ()
        for line, scene in ((self.discourse.current, 1 + (s.lower[0] == "auch")), (last, 1)):
            lands = [m for m in line if m.draft.kind == "State"]
            if lands:
                told = any(m.rank >= _SUBJECT or (m.marker == "in" and m.first == scene) for m in lands)
                land = only_one(m.draft for m in lands)
                return land if told and land is not home else None
        return None

    @staticmethod
    def _own_land(s: Sentence, i: int) -> Draft | None:
        """„Hessens Ministerin, die das Land vertritt“, „vertritt das Land im Rat der HZD“: whose it is."""
        lands = [a for a in s.arguments if a.draft is not None and a.draft.kind == "State" and not a.reference]
        if lands:
            title = s.taken.get(lands[0].last)
            of_title = title is not None and (title.role is not None or title.type is EntityType.PERSON)
            return lands[0].draft if len(lands) == 1 and of_title and lands[0].last <= i else None
        number = s.clause_of[i] if s.clause_of else -1
        if number < 0 or all(lemma != _SPEAKING_FOR for lemma, _, _ in s.clauses[number].lemmas):
            return None
        bodies = (a for a in s.arguments if a.first > i and a.clause == number and a.type is EntityType.ORGANISATION)
        land = only_one(
            a.draft.jurisdiction for a in bodies if a.draft is not None and a.draft.jurisdiction is not None
        )
        return land if land is not None and land.kind == "State" else None

    def _is_called(self, land: Draft, noun: str) -> bool:
        """Whether a noun is part of a name of a Land; any may be called „Land“."""
        return not noun or any(noun in form.split(" ") for form in self._forms(land))

    def _is_land(self, s: Sentence, i: int, home: Draft) -> bool:
        """„das Land“; „aus Landesmitteln“ comes from the Land as well."""
        text = s.tokens[i].text
        argument = s.refer(i, i + 1, home, "")
        argument.marker, argument.cases, argument.head = self.markers.noun_marker(s, i)
        if text.endswith("s"):
            argument.cases = "nad"
        return True

    def _capital(self, s: Sentence, i: int, home: Draft) -> bool:
        """„die Landeshauptstadt“: the capital of the Land that the article is about, if it names it anywhere."""
        following = s.taken.get(i + 1)
        if (following is not None and following.type in PLACES) or self._determiner(s, i) < 0 or home.entry is None:
            return False
        for draft in self.cast.drafts:
            known = draft.entry
            if known is None or known.name not in self.k.words("state-capitals"):
                continue
            if draft.type is EntityType.MUNICIPALITY and home.entry.iri in known.jurisdictions:
                argument = s.refer(i, i + 1, draft, "")
                argument.marker, argument.cases, argument.head = self.markers.noun_marker(s, i)
                return True
        return False

    @staticmethod
    def _forms(draft: Draft) -> set[str]:
        entry = draft.entry
        return {draft.name, *draft.names, *(entry.labels if entry is not None else ())}

    # ------------------------------------------------------------------ one thing

    def _noun(self, s: Sentence, i: int) -> bool:
        """„das Gremium“, „die neue Plattform“, „die Kölner Behörde“."""
        text = s.tokens[i].text
        noun = self.agreement.referring(text)
        head = self.k.heads.get(text.lower()) or self.k.heads.get(text.lower().removesuffix("s"))
        if noun is not None:
            form, gender, kinds = noun.form, noun.gender, noun.kinds
        elif head is not None:
            form, gender, kinds = head.form, head.gender, frozenset({head.kind})
        else:
            return False
        at = self._determiner(s, i)
        if at < 0:
            at = self._presented(s, i)
        ours = at < 0 and self._is_ours(s, i)
        at = i - 1 if ours else at
        loose = noun.loose if noun is not None else frozenset()
        if at < 0 or not self._agrees(s.lower[at], gender):
            return False
        called = self._called(s, i)
        if form in _BY_PLACE and self._is_elsewhere(s, i):
            return False
        if called is not None and self._fit(called, form, kinds, noun) is not None:
            found: Draft | None = called
        elif called is not None or self._goes_on(s, i, kinds | loose):
            return False
        else:
            found = None
        if form in _FIXED and (s.lower[at] in CONTRACTED_CASES or s.lower[at] == "diesem") and at == i - 1:
            return False
        clause = s.clauses[s.clause_of[i]]
        told_apart = s.text_at(i + 1) == "," and s.low_at(i + 2) in PREPOSITIONS and s.low_at(i + 3) in _RELATIVE
        if told_apart and s.lower[i].endswith(self._units):
            # „Die Abteilung, zu der das Referat gehört“ is another than what was spoken of
            return False
        if form == "amt" and any(lemma in self.k.words("office-verbs") for lemma, _, _ in clause.lemmas):
            return False
        found = found or self._seek(s, i, at, (form, kinds, noun))
        if ours and (found is None or found.type not in WORKS or found not in s.near):
            return False
        if found is None or (form in self._sites and self._is_no_site(found, form)):
            return False
        argument = s.refer(i, i + 1, found, "")
        argument.marker, argument.cases, argument.head = self.markers.noun_marker(s, i)
        if gender and gender not in found.genders and not is_place(found) and form != _WHOLE:
            found.genders += gender
        return True

    @staticmethod
    def _is_ours(s: Sentence, i: int) -> bool:
        """„Wer nutzt die Plattform X? – Unsere Plattform läuft in …“: who answers has it, and no other was named."""
        # „auf unserer Website“ may be another
        said = s.speaker is not None and s.text_at(i - 1).startswith(_OUR) and s.text_at(i - 2) in {"", ":"}
        return said and only_one(d for d in s.near if d.type in WORKS) is not None

    def _ending(self, s: Sentence, i: int) -> bool:
        """„der Rechner“ is the Wohngeldrechner just named, if no other work ends so."""
        at = self._determiner(s, i)
        if at < 0 or self.agreement.may_refer(s.tokens[i].text) or self._goes_on(s, i, frozenset()):
            return False
        low = s.lower[i]
        lately = (m.draft for _, m in self.discourse.before(_ENDING_BACK) if m.rank > 0)
        found = only_one(d for d in lately if d.type in WORKS and any(_last_word(n).endswith(low) for n in d.names))
        if found is None:
            return False
        argument = s.refer(i, i + 1, found, "")
        argument.marker, argument.cases, argument.head = self.markers.noun_marker(s, i)
        return True

    @staticmethod
    def _called(s: Sentence, i: int) -> Draft | None:
        """„das Projekt unter dem Namen X“, „das Projekt, das …, heißt X“: the noun stands for what is named then."""
        clause = s.clauses[s.clause_of[i]]
        verb = next((at for lemma, at, _ in clause.lemmas if lemma == "heißen" and at > i), -1)
        if verb >= 0 and i <= clause.tokens[0] + _OPENING_NOUN:
            first = verb + 1
        elif s.low_at(i + 1) in {"unter", "mit"} and s.low_at(i + 2) == "dem" and s.text_at(i + 3) in _NAMES:
            first = i + 4
        else:
            return None
        named = s.taken.get(first + 1 if s.text_at(first) in {"„", "»", '"'} else first)
        return None if named is None or named.adjective or named.type is EntityType.PERSON else named.draft

    def _determiner(self, s: Sentence, i: int) -> int:
        """Index of the definite article of noun `i`; -1 if it has none, or an adjective tells of another thing."""
        stems = self.k.words("new-thing-adjectives")
        for j in range(i - 1, max(i - 5, -1), -1):
            low = s.lower[j]
            if low in _DEFINITE:
                return j
            if j in s.taken:
                if not s.taken[j].adjective:
                    return self._extended(s, i)
                continue
            stem = low.removesuffix("n").removesuffix("r").removesuffix("s").removesuffix("m").removesuffix("e")
            if stem in stems:
                return -1
            if not s.tokens[j].text[0].islower() or low[-1] not in "enrms" or low in PREPOSITIONS:
                return self._extended(s, i)
        return -1

    def _extended(self, s: Sentence, i: int) -> int:
        """„die in Ulm beheimatete Anstalt“: the article before an attribute of several words; else -1."""
        for j in (i - 1, i - 2):
            if j < 2 or j in s.taken or s.lower[j] in DETERMINERS or not s.tokens[j].inflected:
                return -1
            if not s.lower[j].endswith(PARTICIPLES):
                continue
            at = article_before(s, j)
            if at >= 0 and s.lower[at] in _DEFINITE:
                stems = self.k.words("new-thing-adjectives")
                inner = (s.lower[word] for word in range(at + 1, j))
                return -1 if any(low in stems or low.rstrip("enrms") in stems for low in inner) else at
        return -1

    @staticmethod
    def _presented(s: Sentence, i: int) -> int:
        """„Das ist eine Genossenschaft, der …“: index of the article where the noun says what was named; else -1."""
        start = s.clauses[s.clause_of[i]].tokens[0]
        if s.lower[start] not in _PRESENTING or s.low_at(start + 1) not in {"ist", "war"}:
            return -1
        at = next((j for j in range(start + 2, min(start + 4, i)) if s.lower[j] in _INDEFINITE), -1)
        plain = all(s.tokens[j].text[0].islower() and j not in s.taken for j in range(start + 2, i))
        return at if plain and i - at <= 3 else -1

    @staticmethod
    def _agrees(determiner: str, gender: str) -> bool:
        genders = DETERMINER_GENDERS.get(determiner, "")
        return not gender or gender in genders

    def _goes_on(self, s: Sentence, i: int, kinds: frozenset[str]) -> bool:
        """Whether a longer name or description goes on: „die Plattform civento“, „das Gremium der Länder“."""
        following = s.taken.get(i + 1)
        if following is not None and not following.adjective and following.type is not EntityType.PERSON:
            # „Gebaut hat die Anwendung Dataport“: a body is no application; „hatte die Stadt MESO“: nor a town one
            if following.type in RUN and kinds and kinds <= _RULING:
                return False
            return following.draft is None or following.type not in BODY_TYPES or not kinds.isdisjoint(OF_BODIES)
        after, low = s.text_at(i + 1) or ".", s.low_at(i + 1)
        if after == "," and s.low_at(i + 2) == "abgekürzt":
            return True
        if i + 1 in s.dated or (low in PREPOSITIONS and i + 2 in s.dated):
            # „dass das Portal Ende Juni schließt“, „Nun geht das Portal zum 1. Juni vom Netz“
            return False
        if low in _OPENS_ATTRIBUTE:
            # „Ausgelobt hat den Preis der Verband X“: a masculine noun after „der“ is no genitive
            return low != "der" or not (self._masculine(s, i + 2) or self._is_awaited(s, i))
        if low == "„":
            return s.text_at(i + 2)[:1].isupper()
        if low == "von":
            # „will die Anwendung von Mai an übernehmen“
            return i + 2 not in s.dated and not is_passive(s.clauses[s.clause_of[i]])
        # „In Ulm ist die Software Alltag“
        return after[0].isupper() and i + 1 not in s.taken and after not in self.k.words("predicate-nouns")

    def _is_awaited(self, s: Sentence, i: int) -> bool:
        """„Ab Mai untersteht der Betrieb der Staatskanzlei“: the verb before a noun takes the „der“ after it."""
        verbs = [(lemma, at) for lemma, at, _ in s.clauses[s.clause_of[i]].lemmas]
        return (
            any(lemma in self._taking_dative and at < i for lemma, at in verbs) and s.low_at(i - 1) in _SUBJECT_ARTICLES
        )

    def _masculine(self, s: Sentence, i: int) -> bool:
        """Whether the phrase that goes on at token `i` is that of a masculine noun."""
        for j in range(i, min(i + _ATTRIBUTES, len(s.tokens))):
            named = s.taken.get(j)
            if named is not None and not named.adjective and named.draft is not None:
                known = named.draft.genders or self.agreement.of_name(named.draft)
                first = self.agreement.of_noun(s.tokens[j].text)
                return (first or known) == "m"
            if s.tokens[j].text[0].isupper():
                return self.agreement.of_noun(s.tokens[j].text) == "m"
            if not s.tokens[j].text[0].isalpha():
                return False
        return False

    def _seek(
        self, s: Sentence, i: int, at: int, noun: tuple[str, frozenset[str], ReferringNoun | None]
    ) -> Draft | None:
        form, kinds, referring = noun
        low = s.lower[i]
        modifier = "" if low.endswith(INHABITED) else low[: low.rfind(form)].rstrip("-")
        if modifier in self._of_others:
            return None
        own = None if modifier else self._own(self.bodies.meant(s, at, i), noun)
        if own is not None:
            return own
        clause = s.clause_of[i]
        relative, start = s.clauses[clause].kind == "relative", s.clauses[clause].tokens[0]
        pointed = s.lower[at].startswith("dies")
        scored: dict[int, tuple[float, Draft]] = {}
        origins: set[int] = set()
        seat = self._land_of_seat(s, i)
        fresh = {id(m.draft) for m in self.discourse.current}
        last = (pair for pair in self.discourse.all() if id(pair[1].draft) not in fresh)
        left = {id(m.draft) for m in self.discourse.current if self._was_left(s, m)} if form in _LED else set()
        since = len(self.discourse.lines) - self.discourse.opened
        merged = (
            self._coordinated_bodies() if any(s.lower[k].startswith(_NEW) for k in range(at + 1, i)) else set[int]()
        )
        at_home = form == "haus" and not self._names_ministry(since, left)
        for ago, m in chain(((0, m) for m in self.discourse.current), last):
            if m.draft.type is EntityType.PERSON or m.rank == 0 or not m.draft.name or id(m.draft) in merged:
                continue
            fit = self._fit(m.draft, form, kinds, referring)
            if seat is not None and m.draft.jurisdiction is not None and m.draft.jurisdiction.entry is not seat:
                continue
            if fit is None or (ago == 0 and relative and start - 1 <= m.last <= start):
                continue
            beside = ago == 0 and self._is_apposed(s, m, at, i)
            if beside:
                fit += _APPOSED
            elif modifier:
                fit += self._same_modifier(m.draft, modifier) or (-0.3 if ago <= 1 else -9.0)
            owned = m.reference and m.marker != "np"
            if ago == 0 and m.clause == clause and s.text_at(at - 1) not in {",", ":"} and not owned:
                fit -= 0.7
            if pointed and ago > 1:
                fit -= 0.6
            if at_home and ago <= since and fit == _LOOSELY:
                # a ministry named further above is not what a paragraph on an agency means by „das Haus“
                fit += _IN_PARAGRAPH
            if ago and id(m.draft) in self.discourse.worked_at:
                fit -= _WORKED_AT
            if ago == 0 and id(m.draft) in left:
                fit -= _LEFT
            if m.draft.type is EntityType.MUNICIPALITY and m.draft is not self.cast.town:
                # towns come and go: „die Stadt“ is the one just named
                fit -= 0.25 * min(max(ago - 1, 0), 3)
            far = 0.2 * min(ago, 2) + 0.1 * min(max(ago - 2, 0), 4)
            score = fit + 0.3 * m.rank - far + self.discourse.weight(m.draft)
            if score > scored.get(id(m.draft), (-9.0, m.draft))[0]:
                scored[id(m.draft)] = (score, m.draft)
                if m.marker == "aus" and m.draft.type is EntityType.MUNICIPALITY:
                    origins.add(id(m.draft))
                else:
                    origins.discard(id(m.draft))
        ranked = self._staying(sorted(scored.values(), key=lambda pair: -pair[0]), s, (at, i))
        ranked = _not_only_from(ranked, origins)
        if at < i - 2 and len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEAR:
            # „A und B wachsen. Die in Ulm ansässige Firma …“: the attribute says which, and that may be unknown
            return None
        if not ranked or ranked[0][0] < _LEAST_LIKELY or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.06):
            # nothing stands out: what the article is about, if the noun fits it
            about = self.discourse.topic.draft()
            if about is not None and id(about) in scored and not modifier:
                return about
            # else the one of the sentence before, where the others come from further back
            late = {id(m.draft): m.draft for m in (self.discourse.lines[-1] if self.discourse.lines else ())}
            close = [d for score, d in ranked if score >= _LEAST_LIKELY and ranked[0][0] - score < 0.06]
            latest = [d for d in close if id(d) in late]
            return latest[0] if len(latest) == 1 and len(close) > 1 else None
        return ranked[0][1]

    def _own(self, bodies: Sequence[Draft], noun: tuple[str, frozenset[str], ReferringNoun | None]) -> Draft | None:
        """„A ist Präsidentin der HZD. Das Amt X lobt sie. A leitet die Behörde seit Mai“: where A is told to be.

        Not „B, Chef der Lecos, hat den Verband geführt“, where another is one.
        """
        fits = [(self._fit(d, *noun) or 0.0, d) for d in bodies]
        known = next(((fit, d) for fit, d in reversed(fits) if fit), None)
        if known is None:
            return None
        others = (self._fit(m.draft, *noun) or 0.0 for _, m in self.discourse.before(_OWN_BACK) if m.rank)
        return known[1] if known[0] >= max(others, default=0.0) else None

    def _staying(
        self, ranked: list[tuple[float, Draft]], s: Sentence, phrase: tuple[int, int]
    ) -> list[tuple[float, Draft]]:
        """„Das alte System X ist abgeschaltet. … die Anwendung“: the work that stays, if there is one."""
        if not ranked or id(ranked[0][1]) not in self.discourse.gone:
            return ranked
        if any(s.lower[k].startswith(self._former) for k in range(phrase[0] + 1, phrase[1])):
            return ranked
        staying = [pair for pair in ranked if id(pair[1]) not in self.discourse.gone]
        about = self.discourse.topic.draft()
        if any(draft is about for _, draft in staying):
            # however long ago it was named
            return [(_LEAST_LIKELY, draft) for _, draft in staying if draft is about]
        return staying if staying and staying[0][0] >= _LEAST_LIKELY else ranked

    @staticmethod
    def _is_apposed(s: Sentence, m: Mention, at: int, i: int) -> bool:
        """„von X, dem Dienstleister in Ulm, …“: whether a noun says what was named right before its comma."""
        return m.last == at - 1 and s.text_at(at - 1) == "," and s.low_at(i + 1) not in AND and not m.reference

    def _names_ministry(self, reach: int, left: set[int]) -> bool:
        """Whether a ministry that nobody comes from was named in the last sentences."""
        return any(m.draft.kind == "Ministry" and id(m.draft) not in left for _, m in self.discourse.before(reach))

    def _was_left(self, s: Sentence, m: Mention) -> bool:
        """„Sie kommt von der EZB“, „die bisherige Referentin im Ministerium“: a body that somebody leaves."""
        verbs = s.clauses[m.clause].lemmas
        if m.marker in {"von", "aus"}:
            return any(lemma in self.k.words("origin-verbs") for lemma, _, _ in verbs)
        title = s.taken.get(m.first - 2) or s.taken.get(m.first - 1)
        if title is None or title.role is None:
            return False
        return s.has_attribute(title.first, self.k.words("former"))

    @staticmethod
    def _is_elsewhere(s: Sentence, i: int) -> bool:
        """„leitet das Rechenzentrum in Ulm“: there is one in every large town, and the place says which."""
        place = s.taken.get(i + 2) if s.low_at(i + 1) == "in" else None
        return place is not None and place.first == i + 2 and place.type is EntityType.MUNICIPALITY

    def _land_of_seat(self, s: Sentence, i: int) -> Entry | None:
        """„das Ministerium in Mainz“ is none of another Land, whatever is spoken of."""
        return self.k.lands_after.get(s.text_at(i + 2)) if s.low_at(i + 1) == "in" else None

    def _coordinated_bodies(self) -> set[int]:
        """„A und B schließen sich zusammen. Das neue Unternehmen …“: what was there before, each beside another."""
        groups: dict[tuple[int, int], set[int]] = {}
        for ago, m in self.discourse.before(_MERGED_BACK):
            if m.draft.type is EntityType.ORGANISATION and m.draft.name:
                groups.setdefault((ago, m.group), set()).add(id(m.draft))
        return {one for group in groups.values() if len(group) > 1 for one in group}

    def _fit(self, draft: Draft, form: str, kinds: frozenset[str], referring: ReferringNoun | None) -> float | None:
        """How well a noun fits a thing: by its name, its class, or a class that the noun is also used of."""
        if draft.name.endswith(_PRINCIPLES) and form not in _PRINCIPLES:
            # „das Vorhaben“ goes by a principle and is none
            return None
        if form not in self._pot_nouns and is_pot(draft, self._pots):
            # „das Projekt“, „das Abkommen“: no pot that money comes from
            return None
        if form in _LED and draft.type not in BODY_TYPES:
            # no work is „das Haus“, for all its „Rathaus“ or „OpenKreishaus“
            return None
        if form in self._town_nouns and draft.type not in BODY_TYPES:
            # the „Wettbewerb Digitale Stadt“ is no „Stadt“
            return None
        if form in self._town_nouns and draft.type is EntityType.ORGANISATION and not _first_ends(draft, form):
            # the „Standesamt Saalekreis“ is no „Kreis“ where there is one
            return _LOOSELY if form + "\n" in self._words_of(draft) else None
        words = self._words_of(draft)
        if form + "\n" in words:
            return 1.2
        if form in _ONLY and any(other + "\n" in words for other in self._no_agencies):
            # „die Agentur“ is no Amt, and „die Anstalt“ no Rechnungshof
            return None
        if draft.nouns and any(w.endswith(form) for w in draft.nouns):
            return 1.1
        own = self._legal_forms(draft) if form in self._legal else _NO_FORMS
        if own and own.isdisjoint(self._legal[form]):
            # „die Genossenschaft“ is no GmbH
            return None
        if own:
            return 1.15
        kind = _kind(draft)
        if kind in kinds:
            return 0.8
        if referring is None or (kind in _OWN_NOUNS and kind not in referring.loose):
            return None
        if kind in referring.loose or (draft.type.value in referring.loose and draft.type.value != "Municipality"):
            return _LOOSELY
        if draft.type.value in kinds and draft.type is not EntityType.MUNICIPALITY:
            return 0.5
        return None

    def _legal_forms(self, draft: Draft) -> set[str]:
        """Legal forms that any name of a body tells of, known ones of the reference data included."""
        if draft.type not in BODY_TYPES:
            return set()
        words = {word for name in self._forms(draft) for word in name.split(" ")}
        found = words & self._all_legal
        return found | {w for w in self._all_legal if w.islower() and any(x.lower().startswith(w) for x in words)}

    def _is_no_site(self, draft: Draft, form: str) -> bool:
        """Whether every name of a work says that it is something else than a portal: „die E-Akte“, „die BundID“."""
        if any(noun.endswith(form) for noun in draft.nouns):
            return False
        return all(_last_word(name).endswith(self._no_sites) for name in draft.names or (draft.name,))

    def _words_of(self, draft: Draft) -> str:
        """Words of all names of a thing, in small letters, each on a line: one search tells whether any ends so."""
        state = (len(draft.names), draft.name)
        known = self._name_words.get(id(draft))
        if known is not None and known[0] == state:
            return known[1]
        # „das Konto“ is the Servicekonto.NRW
        words = "".join(
            sorted(
                {
                    f"{w}\n"
                    for n in (draft.name, *draft.names)
                    for before, word in pairwise(["", *n.lower().split()])
                    if not (before == "der" and word in self._owning_towns)
                    for w in (word, word.partition(".")[0])
                }
            )
        )
        self._name_words[id(draft)] = (state, words)
        return words

    @staticmethod
    def _same_modifier(draft: Draft, modifier: str) -> float:
        stem = modifier.removesuffix("s")[:6]
        return 0.4 if len(stem) > 2 and any(stem in n.lower() for n in (draft.name, *draft.names)) else 0.0

    def stranger(self, s: Sentence, i: int) -> Mention | None:
        """A noun phrase for something that is not in the cast: pronouns may well mean it, so it competes.

        Its draft has no name; a reference to it stays unresolved.
        """
        text = s.tokens[i].text
        if i == 0 or i in s.taken or not text[0].isupper() or _names_it(s, i):
            return None
        if text in self.k.words("newcomer-nouns"):
            return self._newcomer(s, i)
        noun = self.agreement.referring(text)
        if noun is None or (s.lower[i - 1] == "den" and text in self.k.words("posts-left")):
            # „übernimmt A den Vorsitz. Ihm gehören …“: nobody goes on to speak of the post
            return None
        j = i - 1
        while j > 0 and j > i - 4 and s.tokens[j].text[0].islower() and s.lower[j] not in DETERMINER_GENDERS:
            j -= 1
        if noun.gender not in DETERMINER_GENDERS.get(s.lower[j], "") or s.text_at(j - 1) == ",":
            return None
        if (
            s.text_at(i + 1) == ","
            and s.low_at(i + 2) in DETERMINER_GENDERS
            and any(k in s.taken for k in range(i + 3, i + 6))
        ):
            return None  # „ein Werkzeug, das Datenschutzcockpit“
        marker, cases, head = self.markers.noun_marker(s, i)
        if text in self.k.words("editions"):
            # „Die Novelle des Gesetzes X … Der Landtag hat sie verabschiedet“: the one stands for the other
            of = next((a for a in s.arguments if a.marker == "gen" and a.head == i and a.type in _TEXTS), None)
            if of is not None and of.draft is not None:
                edition = Argument(i, i + 1, of.draft, None, marker, cases, head, j)
                rank = rank_of(s, edition)
                return Mention(of.draft, i, i + 1, s.clause_of[i], rank, -1, noun.gender, marker, False)
        unknown = Argument(i, i + 1, Draft("", _STRANGE, ""), None, marker, cases, head, j)
        draft = unknown.draft
        if draft is None:
            return None
        return Mention(draft, i, i + 1, s.clause_of[i], 0.9 * rank_of(s, unknown), -1, noun.gender, marker, False)

    def _newcomer(self, s: Sentence, i: int) -> Mention | None:
        """„Sein Ehrenamt gibt der Neue auf“: somebody whom „er“ may well mean, and not who was named before."""
        if s.lower[i - 1] not in {"der", "die"} or s.text_at(i + 1)[:1].isupper():
            return None
        draft = Draft("", EntityType.PERSON, "", feminine=s.lower[i - 1] == "die")
        return Mention(draft, i, i + 1, s.clause_of[i], 1.0, -1, "", "np", False)

    def holder(self, s: Sentence, i: int) -> Mention | None:
        """A definite title without a name („Die einstige Beigeordnete …“): someone who may be meant by „sie“."""
        a = s.taken[i]
        role = a.role
        if role is None or a.first != i or not role.definite or role.plural or role.holders or a.marker != "np":
            return None
        if "n" not in a.cases:
            return None
        draft = Draft("", EntityType.PERSON, "", feminine=role.feminine)
        return Mention(draft, a.first, a.last, s.clause_of[i], 0.9, -1, "", "np", False)

    def resumed(self, s: Sentence, i: int, holder: Mention) -> Mention:
        """„Anna Weber wechselt nach Kassel. Die frühere Landrätin …“: the only one just named, of no other title.

        Args:
            s: The sentence.
            i: Index of the title.
            holder: Who bears it, without a name; given back where nobody fits.
        """
        a = s.taken[i]
        line = self.discourse.lines[-1] if self.discourse.lines else []
        people = list({id(m.draft): m.draft for m in line if m.draft.type is EntityType.PERSON and m.rank > 0}.values())
        if a.begin > 1 or s.clause_of[a.first] > 0 or a.role is None or len(people) != 1 or not people[0].name:
            return holder
        fits = self.agreement.is_woman(people[0]) in {None, a.role.feminine}
        alone = self.titled.get(id(people[0]), {a.role.name}) == {a.role.name}
        return holder._replace(draft=people[0], reference=True) if fits and alone else holder

    def note_titles(self, s: Sentence) -> None:
        """Keep which titles a sentence gives to whom."""
        for a in s.arguments:
            if a.role is not None:
                for holder in a.role.holders:
                    self.titled.setdefault(id(holder), set()).add(a.role.name)

    # ------------------------------------------------------------------ several things

    def _several(self, s: Sentence, i: int, size: int) -> bool:
        """„Beide“, „die beiden Städte“, „beide Länder“: the last so many things of that class."""
        low = s.lower[i]
        following = s.low_at(i + 1)
        if size > 1 and s.low_at(i - 1) in _ALL and not s.text_at(i + 1)[:1].isupper():
            return self._all_of(s, i, size)
        definite = s.low_at(i - 1) in {"die", "den", "der", "diese", "diesen", "dieser"}
        if (size > 2 and not definite) or (definite and s.text_at(i - 2) == ","):
            return False
        last = i + 1
        wanted: frozenset[str] = frozenset()
        if s.text_at(i + 1)[:1].isupper():
            wanted, last = self._plural(s.text_at(i + 1)), i + 2
            if not wanted or i + 1 in s.taken or s.low_at(last) in _OPENS_ATTRIBUTE or last in s.taken:
                return False
        elif low in {"zwei", "drei", "vier"} or following in _OTHERS:
            return False

        def fits(draft: Draft) -> bool:
            if low == "beides":
                return draft.type in WORKS
            if not wanted:
                return True
            return _kind(draft) in wanted or (draft.type.value in wanted and draft.type.value != "Municipality")

        loose = low == "beides" or (bool(wanted) and "Organisation" not in wanted)
        found = self.pronouns.antecedents.group(s, i, fits, size, loose=loose)
        first = i - 1 if definite else i
        case = DETERMINERS.get(s.lower[first], "na")
        for member in found:
            argument = s.refer(i, last, member, case, 3000 + i)
            if definite:
                argument.begin = first
                if s.low_at(first - 1) in PREPOSITIONS:
                    argument.marker, argument.begin = PREPOSITIONS[s.low_at(first - 1)], first - 1
        return bool(found)

    def _all_of(self, s: Sentence, i: int, size: int) -> bool:
        """„Alle drei laufen auf X“: the services or systems of the sentences before, if they are so many."""
        before = [m.draft for line in self.discourse.lines[-1 : -_ALL_BACK - 1 : -1] for m in reversed(line)]
        works = list(dict.fromkeys(d for d in before if d.type in WORKS and d.name))
        same = [d for d in works if d.type is works[0].type]
        if len(same) != size:
            return False
        for draft in same:
            s.refer(i, i + 1, draft, DETERMINERS.get(s.low_at(i - 1), "na"), 3000 + i)
        return True

    def _plural(self, word: str) -> frozenset[str]:
        """Classes of what a noun in the plural stands for; empty if it is no noun that refers."""
        lemma = self.k.lemma(word)
        if lemma == "Land":
            return frozenset({"State"})
        if lemma in {"Partner", "Seite"}:
            return frozenset(t.value for t in BODY_TYPES) | {"District", "Municipality"}
        if self.k.role_word(lemma) is not None or lemma in self.k.words("person-nouns") or lemma in {"Mann", "Frau"}:
            return frozenset({"Person"})
        noun = self.agreement.referring(lemma)
        # „beide Häuser“, „die beiden Verwaltungen“: of towns as well as of bodies
        towns = {"District", "Municipality"} if lemma in {"Haus", "Rathaus", "Verwaltung"} else set[str]()
        return noun.kinds | noun.loose | towns if noun is not None else frozenset(towns)


def _not_only_from(ranked: list[tuple[float, Draft]], origins: set[int]) -> list[tuple[float, Draft]]:
    """„Ulm hat ein Portal von einer Firma aus Aalen. Die Stadt …“: not where somebody comes from, if another fits."""
    others = [pair for pair in ranked if id(pair[1]) not in origins]
    named = any(score >= _LEAST_LIKELY and draft.type is EntityType.MUNICIPALITY for score, draft in others)
    return others if named else ranked


def _endings_of(drafts: Sequence[Draft]) -> frozenset[str]:
    """What the last words of names of works end in: „rechner“, „geldrechner“ of „Wohngeldrechner“."""
    words = {_last_word(name) for d in drafts if d.type in WORKS for name in d.names}
    return frozenset(w[i:] for w in words if w.isalpha() for i in range(_HEAD, len(w) - _LEAST + 1))


def _last_word(name: str) -> str:
    return name.rsplit(" ", 1)[-1].rsplit("-", 1)[-1].lower()


def _names_it(s: Sentence, i: int) -> bool:
    """„die Studie X“, „die Studie „X““, „ein Programm namens X“: the name of what the noun at `i` is follows."""
    after = i + 1
    if s.text_at(after) in OPENING or s.low_at(after) == "namens":
        after += 1
    elif s.lower[after : after + 2] == ["mit", "dem"] and s.low_at(after + 2) in {"titel", "namen"}:
        after += 4 if s.text_at(after + 3) in OPENING else 3
    return after in s.taken


def _first_ends(draft: Draft, form: str) -> bool:
    """Whether the first word of a name ends in a noun, or the only one: „Lenkungskreis Cloud“."""
    return draft.name.split(" ", 1)[0].lower().endswith(form) or any(noun.endswith(form) for noun in draft.nouns)


def _kind(draft: Draft) -> str:
    """Specific class, with districts told from towns by their name."""
    if draft.type is EntityType.MUNICIPALITY and draft.kind != "Borough":
        low = draft.name.lower()
        if draft.kind == "District" or low.startswith(("landkreis", "kreis ")) or low.endswith("kreis"):
            return "District"
    return draft.kind
