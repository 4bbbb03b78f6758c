"""Names of the rules by which successions are read, in groups: by what they say of the post that passes."""

from __future__ import annotations

SEAT = "takes-the-seat-of-speaker"
"""Rule by which somebody takes another's seat among members, and not what the other one is."""
MOVED_UP = "moved-up"
"""Rule by which somebody takes an office where the sentence says, and not what else another one had."""
OTHER_POST = frozenset({"handed-over", "taken-up"})
"""Rules of a post that is mostly not the one by which people are called: the chair of a board."""
BACKWARD = frozenset(
    {"held-before", "my-predecessor", "post-was-empty", "successor-of-topic", "successor-speaks", "succ-vorgaenger"}
    | {"succ-vorgaenger-dat", "succ-weiterfuehren", "vorgaenger"}
)
"""Rules that look back on a predecessor, whose title of today is another."""
LOOKING_BACK = frozenset({"amt-uebernehmen-von", "his-predecessor", "succ-amt-nehmen", "uebernehmen-von"})
"""Further rules whose sentence gives the post no name."""
HIS_OWN = frozenset({"his-predecessor", "vorgaenger", "succ-vorgaenger", "succ-vorgaenger-dat"})
"""Rules by which the predecessor is that of somebody whose title may stand in the same sentence."""
HANDED_TO = "succ-uebergeben-an"
"""Rule by which one hands over to the other whatever the sentence names."""
PASSING = frozenset(
    {"an-die-stelle-treten", "handed-over", "one-goes-another-comes", "ressort-geht-ueber", "succ-fussstapfen"}
    | {"succ-uebergeben", "succ-uebergeben-an", "taken-up", "takes-the-post-of-topic"}
)
"""Rules by which somebody gives a post away: what passes is what they have, not what the other one is so far."""
ASKED_FOR = "asked-successor"
"""Rule by which an answer names who follows; what else it tells of them they are so far."""
AFTER = frozenset(
    {
        ASKED_FOR,
        "folgen",
        "my-successor",
        "nachfolgen",
        "succ-nachfolge-kontext",
        "succ-nachfolger-fuer",
        "successor-of-topic",
    }
)
"""Rules by which somebody follows a person named before: beside the name stands what they are so far."""
AT_ONCE = "abloesen"
"""Rule by which one goes on the day on which the other comes."""
REPLACING = frozenset({AT_ONCE, "beerben", "ersetzen"})
"""Rules by which the title before the name of who is replaced is that of the post."""
DUTIES = "succ-amt-nehmen"
"""Rule by which one takes over the duties of the other."""
