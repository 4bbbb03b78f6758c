"""Questions and answers of interviews."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.model.terms import BlockKind
from govgraph.vocabulary.layouts import LayoutRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.sources.lines import Line, Marks

__all__ = ["Dialogue", "is_quotation", "read_dialogue", "turns"]

_LABEL = re.compile(
    r"\**((?:[A-ZÄÖÜ]|[a-z]{1,3}[A-ZÄÖÜ])[\w.’'/-]*(?: [A-ZÄÖÜa-zäöü&][\w.’'/-]*){0,3})\**"
    r"(?: *\([^)]{1,30}\)| *\[[^\]]{1,30}\])? *:\** +(?=\S)"
)
"""„Kolb: …“, „**Kolb:** …“, „Kolb (lacht): …“."""
_ASKED = re.compile(r"\?[”“\"»)]*$")
_QUOTED = re.compile(r"(?:„[^“]*“|»[^«]*«|\"[^\"]*\"|“[^”]*”)$")
_NUMBER = re.compile(
    r"(?:erst|zweit|dritt|viert|fünft|sechst|siebt|siebent|acht|neunt|zehnt)ens *[:.–—] *(?=\S)"
    r"|(?:frage *(?:nr\. *|nummer *)?)?\d{1,2} *[.):–—] *(?=[„»\"]?[A-ZÄÖÜ])",
    re.IGNORECASE,
)
"""„Erstens: …“, „Frage 2: …“, „3. …“."""
_ENDS = re.compile(r"[.!?…](?= )")
_LONGEST_QUESTION = 700
_LONGEST_PROMPT = 170


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Which lines ask and which answer.

    Attributes:
        kinds: QUESTION, ANSWER or PULL_QUOTE, by position among the lines.
        first: Position of the first question or labelled line.
    """

    kinds: Mapping[int, BlockKind]
    first: int


def is_quotation(text: str) -> bool:
    """Whether a line is one quotation and nothing else.

    >>> is_quotation("„Das geht.“"), is_quotation("„Das geht“, sagte sie.")
    (True, False)
    """
    return bool(_QUOTED.match(text))


def turns(lines: Sequence[Line]) -> Mapping[int, BlockKind]:
    """Lines that begin with the label of somebody who speaks twice or more, with what they do: ask or answer."""
    return _labels(lines)


def read_dialogue(lines: Sequence[Line], marks: Marks, *, announced: bool) -> Dialogue | None:
    """Roles of the lines of an interview, or None for what is no interview.

    An interview has a repeated speaker's label on its answers, or at least two questions (one, if it is announced as
    an interview) that each have an answer, and either the questions address somebody or the answers say "ich", "wir".

    Args:
        lines: Unmarked lines of the article's body, in order.
        marks: Cues of address and of the first person.
        announced: Whether a byline, kicker or genre mark calls it an interview.
    """
    labels = _labels(lines)
    asked = {
        at
        for at, line in enumerate(lines)
        if len(line.text) <= _LONGEST_QUESTION and _ASKED.search(line.text[-4:]) and at not in labels
    }
    asked |= _numbered(lines) - set(labels)
    # The last of several questions in a row is the one that is answered; all of them ask.
    answered = [at for at in sorted(asked) if at + 1 < len(lines) and at + 1 not in asked]
    if not labels and len(answered) < (1 if announced else 2):
        return None
    if not labels and not announced and not _is_talk(lines, answered, marks):
        return None
    if not labels and not asked:
        return None
    first = min([*asked, *labels])
    both = set(labels.values()) == {BlockKind.QUESTION, BlockKind.ANSWER}
    kinds: dict[int, BlockKind] = {}
    for at in range(first, len(lines)):
        if at in labels:
            kinds[at] = labels[at]
        elif at in asked:
            kinds[at] = BlockKind.QUESTION
        elif both:
            kinds[at] = BlockKind.ANSWER if _takes_turn(lines, at) or _replies(lines, at, kinds) else kinds[at - 1]
        else:
            kinds[at] = BlockKind.ANSWER
    _find_pull_quotes(lines, kinds, first)
    _find_prompts(lines, kinds, marks)
    return Dialogue(kinds, first)


def _numbered(lines: Sequence[Line]) -> set[int]:
    """„Erstens: Was tun Sie?“, „Zweitens: Es heißt, …“: lines that are counted, if each has an answer and most ask."""
    counted = [at for at, line in enumerate(lines) if len(line.text) <= _LONGEST_QUESTION and _NUMBER.match(line.text)]
    asking = sum(bool(_ASKED.search(lines[at].text[-4:])) for at in counted)
    answered = all(at + 1 < len(lines) and at + 1 not in counted for at in counted)
    return set(counted) if answered and len(counted) > 1 and asking * 2 >= len(counted) else set()


def _labels(lines: Sequence[Line]) -> dict[int, BlockKind]:
    """Lines that begin with a speaker's label which comes twice or more; who mostly asks is the interviewer."""
    at_label: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if match := _LABEL.match(line.text):
            at_label.setdefault(match[1], []).append(at)
    repeated = {label: places for label, places in at_label.items() if len(places) >= 2}
    shares = {
        label: sum(bool(_ASKED.search(lines[at].text[-4:])) for at in places) / len(places)
        for label, places in repeated.items()
    }
    most = max(shares.values(), default=0.0)
    asking = {label for label, share in shares.items() if share == most and share > (0.0 if len(shares) > 1 else 0.5)}
    kinds = {
        at: BlockKind.QUESTION if label in asking else BlockKind.ANSWER
        for label, places in repeated.items()
        for at in places
    }
    if BlockKind.ANSWER not in kinds.values():
        return {}
    # Labels without any question before them are a list of terms and not a talk.
    asked = sum(bool(_ASKED.search(line.text[-4:])) for line in lines if len(line.text) <= _LONGEST_QUESTION)
    return kinds if asked else {}


def _takes_turn(lines: Sequence[Line], at: int) -> bool:
    """„Frau Moos und Herr Brinck …“, „Brinck: Wir …“: whether somebody speaks of whom was told before."""
    match = _LABEL.match(lines[at].text)
    return match is not None and any(match[1] in line.text for line in lines[:at])


def _replies(lines: Sequence[Line], at: int, kinds: Mapping[int, BlockKind]) -> bool:
    """„Blatt: Was nutzen Sie?“, „Brinck: Wir …“: whether somebody who speaks but once answers what was just asked."""
    asked = kinds[at - 1] is BlockKind.QUESTION and _ASKED.search(lines[at - 1].text[-4:]) is not None
    return asked and _LABEL.match(lines[at].text) is not None


def _is_talk(lines: Sequence[Line], answered: Sequence[int], marks: Marks) -> bool:
    addressed = sum(marks.starts(LayoutRole.ADDRESSED, lines[at].text) is not None for at in answered)
    own = sum(marks.starts(LayoutRole.FIRST_PERSON, lines[at + 1].text) is not None for at in answered)
    return (addressed >= 1 and (addressed + own) * 2 >= len(answered)) or own * 2 > len(answered)


def _find_pull_quotes(lines: Sequence[Line], kinds: dict[int, BlockKind], first: int) -> None:
    """A quotation alone on its line is one, unless it is all that answers a question."""
    for at in range(first + 1, len(lines)):
        if kinds[at] is BlockKind.ANSWER and is_quotation(lines[at].text):
            alone = kinds[at - 1] is BlockKind.QUESTION and kinds.get(at + 1, BlockKind.QUESTION) is BlockKind.QUESTION
            if not alone:
                kinds[at] = BlockKind.PULL_QUOTE


def _find_prompts(lines: Sequence[Line], kinds: dict[int, BlockKind], marks: Marks) -> None:
    """Find what the interviewer says without a question mark: a short line with an answer on either side.

    Where answers are mostly one paragraph long, a lone short sentence between two of them that does not speak in the
    first person is taken for a prompt. Where answers run over paragraphs, it must address the person interviewed.
    """
    order = [at for at in sorted(kinds) if kinds[at] is not BlockKind.PULL_QUOTE]
    runs: list[list[int]] = []
    for at in order:
        if kinds[at] is BlockKind.QUESTION:
            runs.append([])
        elif runs:
            runs[-1].append(at)
    sizes = Counter(len(run) for run in runs if run)
    single = sizes[1] * 2 >= sum(sizes.values())
    for run in runs:
        for place in range(1, len(run) - 1):
            at = run[place]
            text = lines[at].text
            if len(text) > _LONGEST_PROMPT or kinds[run[place - 1]] is BlockKind.QUESTION or _LABEL.match(text):
                continue
            own = marks.starts(LayoutRole.FIRST_PERSON, text) is not None
            # At the beginning of a sentence "Sie" and "Ihr" may speak of others; then the reply must tell.
            reply = lines[run[place + 1]].text
            addressed = marks.starts(LayoutRole.ADDRESSED, " " + text[1:]) is not None or (
                marks.starts(LayoutRole.ADDRESSED, text) is not None
                and marks.starts(LayoutRole.FIRST_PERSON, reply) is not None
            )
            lone = not _ENDS.search(text)
            if (addressed and not own) or (single and len(run) == 3 and lone and not own):
                kinds[at] = BlockKind.QUESTION
