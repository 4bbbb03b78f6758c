"""Offices and statements made by hand, for tests of the pages with charts."""

from __future__ import annotations

from govgraph.model import BASE
from govgraph.query import (
    Conflict,
    Explanation,
    KnownBound,
    LandSpread,
    Lane,
    Proof,
    Spread,
    Step,
    Succession,
    Thing,
    TimelineRow,
    Vacancy,
)

HESSEN, BERLIN = Thing(f"{BASE}/jurisdiction/hessen", "Hessen"), Thing(f"{BASE}/jurisdiction/berlin", "Berlin")
FITKO = Thing(f"{BASE}/organisation/fitko", "FITKO")
CIO, HEAD = Thing(f"{BASE}/role/cio", "CIO"), Thing(f"{BASE}/role/praesident", "Präsident")
AKTE = Thing(f"{BASE}/system/e-akte", "E-Akte")
ALT, NEU, CHIEF, RIVAL = (f"{BASE}/period/{name}" for name in ("alt", "neu", "chief", "rival"))


def proof(quote: str, date: str = "2024-11-18", title: str = "Wechsel", url: str = "https://example.org/a") -> Proof:
    article = f"{BASE}/article/{title[:40]}-{date}"
    return Proof(quote, 0, len(quote), article, title, date, url, "seite.txt", article)


def bound(day: str | None, rule: str = "ObservedBound") -> KnownBound | None:
    return None if day is None else KnownBound(day, rule, ())


def period(  # noqa: PLR0913 - what a period says
    iri: str,
    office: tuple[Thing, Thing],
    person: str,
    days: tuple[str | None, str | None, str | None, str | None],
    evidence: tuple[Proof, ...] | None = None,
    *,
    acting: bool = False,
) -> TimelineRow:
    role, body = office
    first, begun, stayed, last = (bound(day) for day in days)
    said = (proof(f"{person} ist {role.label}."),) if evidence is None else evidence
    thing = Thing(f"{BASE}/office/{role.label}-{body.label}", f"{role.label} {body.label}")
    who = Thing(f"{iri}/person", person)
    return TimelineRow(iri, thing, role, body, who, acting, first, begun, stayed, last, said)


def lane(*periods: TimelineRow, land: Thing | None = None, **known: object) -> Lane:
    first = periods[0]
    parts: dict[str, object] = {"successions": (), "vacancies": (), "conflicts": ((),) * len(periods), **known}
    parts.setdefault("lands", (land,) if land else ())
    return Lane(first.office, first.role, first.organisation, land, periods, **parts)  # type: ignore[arg-type]


def offices() -> tuple[Lane, ...]:
    """The CIO of Hessen changed, with days without anybody; FITKO has two presidents at once."""
    first = period(ALT, (CIO, HESSEN), "Eva Alt", ("2014-01-01", "2015-03-01", "2018-05-01", "2019-01-01"))
    second = period(
        NEU,
        (CIO, HESSEN),
        "Max Neu",
        ("2020-02-01", "2020-06-01", "2025-03-01", None),
        (proof("Max Neu ist CIO.", "2022-03-01", "Ein Gespräch"), proof("CIO Max Neu sagt es.", "2025-03-01", "Rede")),
        acting=True,
    )
    chief = period(CHIEF, (HEAD, FITKO), "Ada Chef", (None, "2021-01-01", "2024-01-01", None))
    rival = period(RIVAL, (HEAD, FITKO), "Ben Auch", (None, "2022-01-01", "2023-01-01", None))
    clash = Conflict("two-holders", "Violation", "Zwei", "Two", "Zwei zugleich.", "Two at once.", FITKO, ())
    return (
        lane(
            first,
            second,
            land=HESSEN,
            successions=(Succession(ALT, NEU, "2020-02-01", "2020-06-01"),),
            vacancies=(Vacancy("2019-01-02", "2020-01-31"),),
        ),
        lane(chief, rival, conflicts=((clash,), (clash,))),
    )


def said(subject: Thing, date: str, modality: str = "asserted", quote: str = "") -> Explanation:
    words = proof(quote or f"{subject.label} und die E-Akte ({modality}).", date, f"Akte {date}")
    iri = f"{BASE}/statement/{subject.label}-{date}"
    return Explanation(iri, subject, "implements", "setzt um", AKTE, modality, 0.9, "", "", "", (words,))


def spreading() -> Spread:
    """Hessen planned the E-Akte in 2018 and has it since 2021; in Berlin a district has it since 2022."""
    pankow = Thing(f"{BASE}/municipality/berlin-pankow", "Pankow")
    hessen = (said(HESSEN, "2018-03-01", "planned"), said(HESSEN, "2021-06-01"))
    return Spread(
        "implements",
        (AKTE,),
        "",
        (
            LandSpread(BERLIN, (said(pankow, "2022-01-10"),), (), (Step("2022-01-10", "asserted", (0,), True),)),
            LandSpread(
                HESSEN, hessen, (), (Step("2018-03-01", "planned", (0,)), Step("2021-06-01", "asserted", (0, 1)))
            ),
        ),
        (said(FITKO, "2020-01-01"),),
    )
