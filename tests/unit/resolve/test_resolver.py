from __future__ import annotations

from dataclasses import replace

from govgraph.model import ArticleRecord, EntityType, Predicate, digest, entity_iri, own_name
from govgraph.resolve import resolve
from handmade import ALT, BOARD, HESSEN, RLP, SAARLAND, Draft, interview, iri, page

SURNAME = iri("person", "Alt")


def by_surname(place: str = RLP, name: str = "Rheinland-Pfalz", date: str = "2024-12-02") -> ArticleRecord:
    """An article that knows its person by surname only."""
    words = f"Staatssekretär Alt ist CIO in {name} und sitzt im Standardisierungsboard."
    draft = Draft(f"Kurz gemeldet {name}", words, date)
    return draft.record(
        [
            draft.entity(EntityType.PERSON, "Alt", "Staatssekretär Alt", place=place),
            draft.entity(EntityType.JURISDICTION, name, kind="State"),
            draft.entity(EntityType.ORGANISATION, "Standardisierungsboard", kind="Committee"),
        ],
        [draft.office(SURNAME, "CIO", place, words)],
        [replace(draft.fact(SURNAME, Predicate.MEMBER_OF, BOARD, words), speaker=SURNAME)],
    )


def other_alt() -> ArticleRecord:
    words = "Doris Alt ist CIO in Rheinland-Pfalz."
    draft = Draft("Noch eine Alt", words)
    place = draft.entity(EntityType.JURISDICTION, "Rheinland-Pfalz", kind="State")
    doris = draft.entity(EntityType.PERSON, "Doris Alt", place=RLP)
    return draft.record([doris, place], [draft.office(doris.id, "CIO", RLP, words)])


def test_a_surname_joins_the_one_full_name_of_the_same_land() -> None:
    full, short = resolve([page(interview()), page(by_surname())])
    article = short.articles[0]

    assert full == page(interview())
    assert [(one.id, one.name, one.aliases) for one in article.entities if one.type is EntityType.PERSON] == [
        (ALT, "Denis Alt", ("Alt", "Staatssekretär Alt"))
    ]
    assert [office.person for office in article.offices] == [ALT]
    assert [(fact.subject, fact.speaker) for fact in article.facts] == [(ALT, ALT)]
    article.check()


def test_the_order_of_the_records_does_not_matter() -> None:
    records = [page(interview(), name="a"), page(by_surname(), name="b"), page(other_alt(), name="c")]

    forward, backward = resolve(records), resolve(records[::-1])

    assert forward == backward[::-1]


def test_a_surname_of_another_land_stays_apart() -> None:
    short = by_surname(SAARLAND, "Saarland")

    _, resolved = resolve([page(interview()), page(short)])

    own = f"{SURNAME}-{digest(short.article.id)}"
    assert resolved.articles[0].entities[0].id == own
    assert resolved.articles[0].offices[0].person == own
    assert resolved.articles[0].facts[0].subject == own


def test_a_surname_that_fits_two_stays_apart() -> None:
    short = by_surname()

    resolved = resolve([page(interview()), page(other_alt()), page(short)])[2]

    assert resolved.articles[0].entities[0].id == f"{SURNAME}-{digest(short.article.id)}"


def test_two_articles_that_know_a_surname_only_meet_in_one_office() -> None:
    one, two, other = resolve(
        [page(by_surname()), page(by_surname(date="2025-01-01")), page(by_surname(SAARLAND, "Saarland"))]
    )

    first, second, third = (record.articles[0].entities[0].id for record in (one, two, other))
    assert first == second != third


def test_the_same_office_joins_without_a_land() -> None:
    draft = Draft("Vorstand", "Eva Kern ist Vorstand der Kern AG. Kern")
    company = draft.entity(EntityType.ORGANISATION, "Kern AG", kind="Company")
    full = draft.record(
        [draft.entity(EntityType.PERSON, "Eva Kern"), company],
        [draft.office(iri("person", "Eva Kern"), "Vorstand", company.id, "Eva Kern ist Vorstand der Kern AG.")],
    )
    later = replace(draft, title="Später")
    short = later.record(
        [draft.entity(EntityType.PERSON, "Kern"), company],
        [draft.office(iri("person", "Kern"), "Vorstand", company.id, "Kern AG.")],
    )

    resolved = resolve([page(full), page(short)])[1]

    assert resolved.articles[0].offices[0].person == iri("person", "Eva Kern")


def test_full_names_are_never_joined() -> None:
    records = [page(interview()), page(other_alt())]

    assert resolve(records) == tuple(records)


def test_resolving_again_changes_nothing() -> None:
    once = resolve([page(interview()), page(by_surname()), page(by_surname(SAARLAND, "Saarland"))])

    assert resolve(once) == once


def test_whom_one_article_calls_by_two_names_stays_two() -> None:
    text = "Denis Alt kam. Alt folgt auf Alt."
    draft = Draft("Beide", text)
    both = draft.record(
        [draft.entity(EntityType.PERSON, "Denis Alt", place=RLP), draft.entity(EntityType.PERSON, "Alt", place=RLP)],
        [],
        [draft.fact(ALT, Predicate.SUCCEEDS, SURNAME, "Alt folgt auf Alt.")],
    )

    (resolved,) = resolve([page(both)])

    assert len(resolved.articles[0].entities) == 2
    assert len(resolved.articles[0].facts) == 1


def test_one_iri_gets_one_name_and_the_closest_class() -> None:
    draft = Draft("Netz", "Der Digitalrat und der digitalrat.")
    upper = draft.entity(EntityType.ORGANISATION, "Digitalrat", kind="Committee", place=HESSEN)
    lower = draft.entity(EntityType.ORGANISATION, "digitalrat")

    one, two = resolve([page(draft.record([upper])), page(replace(draft, title="Zwei").record([lower]))])

    best = two.articles[0].entities[0]
    assert (best.id, best.name, best.kind, best.aliases) == (lower.id, "Digitalrat", "Committee", ("digitalrat",))
    assert one.articles[0].entities[0] == upper


def test_a_title_that_the_ontology_lacks_is_spelt_in_one_way() -> None:
    draft = Draft("Amt", "Eva Kern ist IT-Chef. Eva Kern ist IT Chef.")
    person = draft.entity(EntityType.PERSON, "Eva Kern")

    def spelt(role: str) -> ArticleRecord:
        office = draft.office(person.id, role, None, f"Eva Kern ist {role}.")
        return replace(draft, title=role).record([person], [office])

    resolved = resolve([page(spelt("IT-Chef")), page(spelt("IT Chef"))])

    assert {one.articles[0].offices[0].role for one in resolved} == {"IT-Chef"}


def test_a_programme_that_is_its_articles_own_is_the_system_of_its_name() -> None:
    words = "Hessen verlässt die Kooperation Nordwolke. Die Nordwolke hatte das Saarland entwickelt."
    draft = Draft("Nordwolke", words, "2025-03-20")
    land = draft.entity(EntityType.JURISDICTION, "Hessen", kind="State")
    system = draft.entity(EntityType.SYSTEM, "Nordwolke", kind="System")
    named = draft.entity(EntityType.PROGRAMME, "Nordwolke", "Kooperation Nordwolke", kind="Programme")
    own = entity_iri("programme", own_name("Nordwolke", "2025-03-20", "Nordwolke"))
    for address, works in ((own, 1), (named.id, 2)):
        programme = replace(named, id=address)
        fact = draft.fact(land.id, Predicate.IMPLEMENTS, programme.id, words)
        (done,) = resolve([page(draft.record([land, programme, system], [], [fact]))])
        article = done.articles[0]
        assert len(article.entities) == works + 1
        if works == 1:
            assert [(one.id, one.type, one.kind) for one in article.entities if one.name == "Nordwolke"] == [
                (system.id, EntityType.SYSTEM, "System")
            ]
            assert [one.object for one in article.facts] == [system.id]
