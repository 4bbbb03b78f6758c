#!/usr/bin/env python3
"""Fails when quality falls below the floors of `floors.json`.

Without an option it compares. `--raise` lifts floors to the figures of now, and takes up new sets and changed pages
whose figures hold the old floors. A floor comes down by `--lower SET REASON` only, and the reason goes into LOG.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).resolve().parent / "floors.json"
KINDS = ("entities", "offices", "facts")
LEAST_ALLOWANCE = 0.5


@dataclass(frozen=True, slots=True)
class Figures:
    """What a set gives now.

    Attributes:
        f1: F1 by kind, in per cent.
        digest: SHA-256 of its pages and annotations.
        wanted: How many of each kind were to be found.
    """

    f1: Mapping[str, float]
    digest: str
    wanted: Mapping[str, int]

    def as_floor(self) -> dict[str, Any]:
        """Its entry in `floors.json`: one more miss than now is noise, two are not."""
        allowance = {kind: round(max(LEAST_ALLOWANCE, 100 / max(self.wanted[kind], 1)), 1) for kind in KINDS}
        return {"digest": self.digest, "f1": {kind: self.f1[kind] for kind in KINDS}, "allowance": allowance}


def complaints(floors: Mapping[str, Any], now: Mapping[str, Figures]) -> list[str]:
    """What is wrong, one line each. Sets that are not there are not judged; a set without a floor is."""
    out = []
    for name, figures in now.items():
        floor = floors.get(name)
        if floor is None:
            out.append(f"{name}: no floor yet; take it up with --raise")
            continue
        low = below(floor, figures)
        out += [f"{name}: {line}" for line in low]
        if floor["digest"] != figures.digest:
            way = f"--lower {name} REASON" if low else "--raise"
            out.append(f"{name}: pages or annotations are others than those of the floor; take them up with {way}")
    return out


def below(floor: Mapping[str, Any], figures: Figures) -> list[str]:
    """Kinds whose F1 is more than the allowance under the floor."""
    return [
        f"{kind} at {figures.f1[kind]:.1f}, floor {floor['f1'][kind]:.1f} less {floor['allowance'][kind]:.1f}"
        for kind in KINDS
        if figures.f1[kind] < floor["f1"][kind] - floor["allowance"][kind] - 1e-9
    ]


def raised(floors: Mapping[str, Any], now: Mapping[str, Figures]) -> dict[str, Any]:
    """Floors lifted to the figures of now, none of them lowered; sets below their floor stay as they are."""
    out = dict(floors)
    for name, figures in now.items():
        floor = floors.get(name)
        if floor is not None and below(floor, figures):
            continue
        entry = figures.as_floor()
        if floor is not None and floor["digest"] == figures.digest:
            entry["f1"] = {kind: max(floor["f1"][kind], figures.f1[kind]) for kind in KINDS}
        out[name] = entry
    return out


def load(path: Path = FLOORS) -> dict[str, Any]:
    """Floors by set; none where there is no file."""
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def save(floors: Mapping[str, Any], path: Path = FLOORS) -> None:
    """Write the floors, sorted."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to the figures of now")
    parser.add_argument("--lower", nargs=2, metavar=("SET", "REASON"), help="lower the floor of a set, for a reason")
    given = parser.parse_args(arguments)

    from measure import measure, present_sets
    from rounds import LOG, add_round

    if given.lower:
        name, reason = given.lower
        if not reason.strip():
            parser.error("--lower takes a reason; it goes into LOG.md")
        present_sets([name])  # an unknown name ends here, before the log is written to
    done = {page_set.name: measure(page_set) for page_set in present_sets()}
    now = {
        name: Figures(one.f1(), one.set.digest(), {kind: one.wanted(kind) for kind in KINDS})
        for name, one in done.items()
    }
    floors = load()
    if given.lower:
        if given.lower[0] not in now:
            raise SystemExit(f"{given.lower[0]} is not there, so nothing can be measured on it")
        floors[given.lower[0]] = now[given.lower[0]].as_floor()
        save(floors)
        add_round(LOG, f"floor of {given.lower[0]} lowered: {given.lower[1]}", {n: one.f1 for n, one in now.items()})
    if given.lift:
        floors = raised(floors, now)
        save(floors)
    for name, figures in now.items():
        print(f"{name}: " + ", ".join(f"{kind} {figures.f1[kind]:.1f}" for kind in KINDS))
    for name in sorted(set(floors) - set(now)):
        print(f"{name}: not here, not judged")
    wrong = complaints(floors, now)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
