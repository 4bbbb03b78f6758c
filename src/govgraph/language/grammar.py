"""Closed classes of German: prepositions, determiners, pronouns, auxiliaries, conjunctions."""

from __future__ import annotations

import re

PREPOSITIONS = {
    "in": "in", "im": "in", "ins": "in", "an": "an", "am": "an", "ans": "an", "auf": "auf", "aufs": "auf",
    "bei": "bei", "beim": "bei", "mit": "mit", "von": "von", "vom": "von", "zu": "zu", "zum": "zu", "zur": "zu",
    "für": "für", "fürs": "für", "durch": "durch", "durchs": "durch", "über": "über", "unter": "unter", "aus": "aus",
    "nach": "nach", "vor": "vor", "seit": "seit", "bis": "bis", "gegen": "gegen", "ohne": "ohne", "um": "um",
    "zwischen": "zwischen", "neben": "neben", "hinter": "hinter", "gegenüber": "gegenüber", "laut": "laut",
    "wegen": "wegen", "trotz": "trotz", "während": "während", "innerhalb": "innerhalb", "außerhalb": "außerhalb",
    "außer": "außer",
    "als": "als", "wie": "wie", "samt": "mit", "nebst": "mit", "ab": "ab", "anhand": "anhand", "mithilfe": "mithilfe",
    "mittels": "mithilfe", "seitens": "von", "statt": "statt", "anstelle": "statt", "per": "per", "gemäß": "nach",
    "zugunsten": "für", "dank": "dank", "angesichts": "angesichts", "inklusive": "mit", "entlang": "entlang",
    "rund": "um", "jenseits": "jenseits", "bezüglich": "bezüglich", "hinsichtlich": "bezüglich",
}  # fmt: skip
"""Form to the preposition it stands for (contractions are led back); „als“ and „wie“ count as prepositions here."""

DETERMINERS = {
    "der": "ndg", "die": "na", "das": "na", "des": "g", "dem": "d", "den": "ad",
    "ein": "na", "eine": "na", "eines": "g", "einem": "d", "einen": "a", "einer": "dg",
    "dieser": "ndg", "diese": "na", "dieses": "nag", "diesem": "d", "diesen": "ad",
    "jener": "ndg", "jene": "na", "jenes": "nag", "jenem": "d", "jenen": "ad",
    "sein": "na", "seine": "na", "seines": "g", "seinem": "d", "seinen": "ad", "seiner": "dg",
    "ihr": "na", "ihre": "na", "ihres": "g", "ihrem": "d", "ihren": "ad", "ihrer": "dg",
    "unser": "na", "unsere": "na", "unseres": "g", "unserem": "d", "unseren": "ad", "unserer": "dg", "unserm": "d",
    "mein": "na", "meine": "na", "meines": "g", "meinem": "d", "meinen": "ad", "meiner": "dg",
    "kein": "na", "keine": "na", "keines": "g", "keinem": "d", "keinen": "a", "keiner": "dg",
    "alle": "na", "allen": "d", "aller": "g", "beide": "na", "beiden": "ad", "beider": "g",
    "dessen": "g", "deren": "g", "jeder": "ndg", "jede": "na", "jedes": "nag", "jedem": "d", "jeden": "a",
    "mehrere": "na", "mehreren": "d", "mehrerer": "g", "viele": "na", "vielen": "d",
}  # fmt: skip
"""Form to the cases it may stand in: n, a, d, g."""

INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
"""Forms of the indefinite article."""

UNCERTAIN = INDEFINITE | frozenset({"kein", "keine", "keinem", "keinen", "keiner", "keines"})
"""Words before a noun that stands for no certain thing."""

IS_CALLED = frozenset({"heißt", "hieß"})
"""Verbs between a thing and its name, or a name and what is called so."""

NUMBER_WORDS = frozenset(
    {"zwei", "drei", "vier", "fünf", "sechs", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "fünfzehn", "zwanzig"}
    | {"dreißig", "vierzig", "fünfzig", "hundert"}
)
"""Numbers in words that stand before nouns."""

ONE = INDEFINITE - {"eines"}
"""The same, but for the genitive, which a noun for what is spoken of does not stand in."""

DEFINITE_ARTICLES = frozenset({"das", "dem", "den", "der", "des", "die"})
OBJECT_ARTICLES = frozenset({"das", "den", "die", "ihr", "ihre", "ihren", "sein", "seine", "seinen"})
"""Articles and possessives of an object, or of what may be one."""

CONTRACTED_CASES = {"im": "d", "am": "d", "beim": "d", "vom": "d", "zum": "d", "zur": "d", "ins": "a", "ans": "a"}

POSSESSIVES = frozenset(f"{stem}{end}" for stem in ("sein", "ihr") for end in ("", "e", "em", "en", "er", "es"))
"""Possessives of the third person."""
MINE = frozenset(f"mein{end}" for end in ("", "e", "em", "en", "er", "es"))
WHOSE = frozenset({"deren", "dessen"})
"""Relative pronouns for the owner of what follows."""

RELATIVES = {
    "der": "ndg", "die": "na", "das": "na", "dem": "d", "den": "a", "dessen": "g", "deren": "g", "denen": "d",
    "welcher": "nd", "welche": "na", "welches": "na", "welchem": "d", "welchen": "a",
}  # fmt: skip

FORMER, LATTER = (frozenset(f"{stem}{end}" for end in ("e", "em", "en", "er", "es")) for stem in ("erster", "letzter"))
"""Pronouns for the one and the other of two: „Ersterer“, „Letzterem“."""
PROADVERBS = {
    "dabei": "bei", "dafür": "für", "damit": "mit", "daran": "an", "darauf": "auf", "daraus": "aus", "darin": "in",
    "davon": "von", "dazu": "zu", "darüber": "über", "hieran": "an", "hierbei": "bei", "hierfür": "für",
    "hiermit": "mit", "hierzu": "zu", "hierauf": "auf", "darunter": "unter", "hierüber": "über",
}  # fmt: skip
"""Pronominal adverb to the preposition in it."""

DETERMINER_GENDERS = {
    "der": "mf", "die": "f", "das": "n", "des": "mn", "dem": "mn", "den": "m", "im": "mn", "am": "mn", "vom": "mn",
    "beim": "mn", "zum": "mn", "zur": "f", "ins": "n", "ans": "n", "fürs": "n", "aufs": "n", "durchs": "n",
    "ein": "mn", "eine": "f", "einen": "m", "einem": "mn", "eines": "mn", "einer": "f",
    "kein": "mn", "keine": "f", "keinen": "m", "keinem": "mn", "keines": "mn", "keiner": "f",
    "dieser": "mf", "diese": "f", "dieses": "mn", "diesem": "mn", "diesen": "m",
    "jener": "mf", "jene": "f", "jenes": "mn", "jenem": "mn", "jenen": "m",
    "unser": "mn", "unsere": "f", "unserem": "mn", "unseren": "m", "unseres": "mn", "unserer": "f",
    "sein": "mn", "seine": "f", "seinem": "mn", "seinen": "m", "seines": "mn", "seiner": "f",
    "ihr": "mn", "ihre": "f", "ihrem": "mn", "ihren": "m", "ihres": "mn", "ihrer": "f",
}  # fmt: skip
"""Form of a determiner to the genders that its noun may have in the singular."""

RESPECTIVELY = frozenset({"beziehungsweise", "bzw", "respektive", "resp"})
"""Conjunctions by which each of several has one of as many others."""
CONJUNCTIONS = RESPECTIVELY | {"und", "oder", "sowie", "aber", "sondern", "doch", "denn", "&"}
AND = frozenset({"sowie", "und"})
AND_OR = AND | {"oder"}
COORDINATORS = RESPECTIVELY | {"und", "sowie", "oder", "&", "wie", "/"}

INFINITIVE_OPENERS = frozenset({"um", "ohne", "statt", "anstatt"})
"""Prepositions that open infinitives, too: „um die E-Akte einzuführen“."""
PAST_AUXILIARIES = frozenset({"hatte", "hatten", "war", "waren", "wurde", "wurden"})

AUXILIARY_LEMMAS = frozenset({"sein", "haben", "werden"})
COPULA_LEMMAS = frozenset({"bleiben", "sein", "werden"})
BECOMING = frozenset({"werde", "werden", "wird", "würde", "würden"})
"""Forms of „werden“ that make a future."""
MODALS = {
    "soll": "sollen", "sollen": "sollen", "sollte": "sollen", "sollten": "sollen", "solle": "sollen",
    "will": "wollen", "wollen": "wollen", "wollte": "wollen", "wollten": "wollen", "wolle": "wollen",
    "muss": "müssen", "müssen": "müssen", "musste": "müssen", "mussten": "müssen", "müsse": "müssen",
    "kann": "können", "können": "können", "konnte": "können", "konnten": "können", "könne": "können",
    "könnte": "können", "könnten": "können", "darf": "dürfen", "dürfen": "dürfen", "durfte": "dürfen",
    "dürfte": "dürfen", "dürften": "dürfen", "möchte": "mögen", "möchten": "mögen", "mag": "mögen",
    "müsste": "müssen", "müssten": "müssen", "dürfe": "dürfen",
}  # fmt: skip
AUXILIARIES = {
    "ist": "sein", "sind": "sein", "war": "sein", "waren": "sein", "bin": "sein", "sei": "sein", "seien": "sein",
    "wäre": "sein", "wären": "sein", "hat": "haben", "haben": "haben", "hatte": "haben", "hatten": "haben",
    "habe": "haben", "hätte": "haben", "hätten": "haben", "wird": "werden", "werden": "werden", "wurde": "werden",
    "wurden": "werden", "werde": "werden", "würde": "werden", "würden": "werden",
}  # fmt: skip

BARE_ADVERBS = frozenset(
    {
        "außerdem", "bisher", "daher", "demnächst", "einstweilen", "ferner", "früher", "hinterher", "immer", "indessen",
        "inzwischen", "leider", "lieber", "nachher", "seitdem", "seither", "später", "trotzdem", "unterdessen",
        "vorher", "weiter", "weiterhin", "wieder", "zudem", "zusammen",
    }
)  # fmt: skip
"""Adverbs that end like adjectives; right before a name they are no part of its phrase."""

NOT_VERBS = frozenset(
    [
        "bereits",
        "derzeit",
        "nicht",
        "jetzt",
        "zuletzt",
        "selbst",
        "erst",
        "fast",
        "meist",
        "sonst",
        "längst",
        "einst",
        "gut",
        "gesamt",
        "digital",
        "bekannt",
        "insgesamt",
        "weit",
        "seit",
        "samt",
        "statt",
        "heute",
        "gestern",
        "bisher",
        "bislang",
        "daher",
        "darüber",
        "hinaus",
        "weiter",
        "weiterhin",
        "künftig",
        "zugleich",
        "eigenen",
        "eigene",
        "eigener",
        "eigenes",
        "neuen",
        "neue",
        "neuer",
        "neues",
        "gegen",
        "neben",
        "eben",
        "wegen",
        "zwischen",
        "inzwischen",
        "unterdessen",
        "indessen",
        "einstweilen",
        "zusammen",
        "sieben",
        "offen",
        "selten",
        "verschiedenen",
        "einzelnen",
        "allen",
        "beiden",
        "vielen",
        "anderen",
        "weiteren",
        "ersten",
        "zweiten",
        "dritten",
        "letzten",
        "nächsten",
        "kommenden",
        "vergangenen",
        "rund",
        "mehr",
        "sehr",
        "auch",
        "noch",
        "nur",
        "schon",
        "so",
        "dann",
        "damit",
        "dort",
        "hier",
        "da",
        "nun",
        "also",
        "aber",
        "denn",
        "doch",
        "ja",
        "nein",
        "etwa",
        "dabei",
        "dazu",
        "davon",
        "daran",
        "darauf",
        "darin",
        "daraus",
        "dafür",
        "dagegen",
        "damals",
        "zudem",
        "außerdem",
        "zuvor",
        "danach",
        "besonders",
        "allerdings",
        "je",
        "jeweils",
        "oft",
        "immer",
        "wieder",
        "ebenfalls",
        "gemeinsam",
        "gemeinsamen",
        "konkret",
        "direkt",
        "laut",
        "breit",
        "spät",
        "leicht",
        "echt",
        "recht",
        "interessant",
        "relevant",
        "kompetent",
        "effizient",
        "transparent",
        "dezent",
        "konsequent",
        "intelligent",
        "permanent",
        "separat",
        "privat",
        "innovativ",
        "hundert",
        "tausend",
        "hin",
        "her",
        "nämlich",
        "morgen",
        "gelten",
        "mitten",
        "unten",
        "oben",
        "außen",
        "innen",
        "vorn",
        "hinten",
        "drüben",
        "wollen",
        "unseren",
        "ihren",
        "seinen",
        "meinen",
        "deinen",
        "euren",
        "diesen",
        "jenen",
        "jeden",
        "keinen",
        "einen",
        "welchen",
        "solchen",
        "manchen",
        "wenigen",
        "mehreren",
        "sämtlichen",
        "übrigen",
        "solchen",
        "folgenden",
        "entsprechenden",
        "vorhandenen",
        "bestehenden",
        "geplanten",
        "steht's",
        "zwar",
        "trotzdem",
        "besten",
        "größten",
        "wichtigsten",
        "meisten",
        "einfachen",
        "guten",
        "großen",
        "kleinen",
        "alten",
        "jungen",
        "hohen",
        "langen",
        "starken",
        "klaren",
    ]
)
"""Lower-case words that look like verb forms to a dictionary and are none here."""

PARTICIPLE = re.compile(r"^(?:[a-zäöü]{2,})?ge|^(?:[a-zäöü]{2,})?(?:ver|be|er|ent|zer|über|unter|wider|miss)|iert")
"""A form in -te without any of these is a past tense and no participle: „leitete“, but „geleitete“."""
