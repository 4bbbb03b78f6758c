"""Decisions about single rows of `roles.tsv`; full forms only, feminine after a bar."""

from __future__ import annotations

from dataclasses import dataclass

_CIO = "Chief Information Officer"


@dataclass(frozen=True, slots=True)
class RoleDecision:
    """How the free-form cells of one role are to be read.

    Attributes:
        pref: Normalised title in place of the table's.
        feminine: Feminine title in place of the table's.
        merge: Row whose role this row is a further title of.
        alt: Other full titles, „masculine|feminine“ or one form for both.
        short: Short forms.
        neutral: Names of the function rather than of its holder.
        plural: Plural forms.
        patterns: Patterns of compounds.
        examples: Compounds and phrases that are no titles of this very role.
        hidden: Variant forms.
    """

    pref: str = ""
    feminine: str = ""
    merge: str = ""
    alt: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


R = RoleDecision
TOP = ("Politisches Amt", "Verwaltungsamt", "Mandat", "Gremienrolle", "Wirtschafts- oder Verbandsrolle")

ROLES: dict[str, RoleDecision] = {
    "Bundeskanzler": R(alt=("Kanzler|Kanzlerin",)),
    "Regierungschef": R(
        alt=("Länderchef|Länderchefin",),
        plural=("Regierungschefinnen und Regierungschefs", "Länderchefinnen und Länderchefs"),
    ),
    "Ministerpräsident": R(short=("MP", "Min.-Präs."), patterns=("[adj] Ministerpräsident",)),
    "Regierender Bürgermeister": R(short=("RBm",)),
    "Präsident des Senats": R(),
    "Bundesminister": R(patterns=("Bundes[X]minister",), examples=("Bundesinnenminister", "Bundesdigitalminister")),
    "Minister": R(plural=("Ministerinnen und Minister", "Minister:innen"), patterns=("[X]minister",)),
    "Staatsminister": R(patterns=("Staatsminister für [X]",)),
    "Staatsminister beim Bundeskanzler": R(alt=("Digitalstaatsminister|Digitalstaatsministerin",)),
    "Senator": R(
        plural=("Senatorinnen und Senatoren",), patterns=("[X]senator",), examples=("Finanzsenator", "Innensenatorin")
    ),
    "Digitalminister": R(
        plural=(
            "Digitalminister:innen",
            "Digitalministerinnen und -minister",
            "Digitalministerinnen und Digitalminister",
        ),
        alt=("Bundesdigitalminister|Bundesdigitalministerin", "Minister für Digitales|Ministerin für Digitales"),
        examples=("Digital- und Innovationsministerin",),
    ),
    "Innenminister": R(alt=("Bundesinnenminister|Bundesinnenministerin",)),
    "Finanzminister": R(examples=("Finanz- und Digitalminister",)),
    "Wirtschaftsminister": R(examples=("Wirtschafts- und Digitalminister",)),
    "Justizminister": R(examples=("Justiz- und Digitalminister",)),
    "Heimatminister": R(examples=("Finanz- und Heimatminister",)),
    "Kultusminister": R(alt=("Bildungsminister|Bildungsministerin",)),
    "Kommunalminister": R(examples=("Heimat- und Kommunalministerin",)),
    "Ministerpräsident-Stellvertreter": R(
        pref="Stellvertretender Ministerpräsident",
        feminine="Stellvertretende Ministerpräsidentin",
        short=("Vize-MP",),
        alt=("stv. Ministerpräsident|stv. Ministerpräsidentin", "Vizekanzler|Vizekanzlerin"),
    ),
    "Staatssekretär": R(
        plural=("Staatssekretär:innen", "Staatssekretärinnen und Staatssekretäre"),
        short=("StS", "Sts.", "StSin"),
        patterns=("[X]staatssekretär",),
    ),
    "Parlamentarischer Staatssekretär": R(plural=("Parlamentarische Staatssekretäre",), short=("PSt", "PStS", "PStin")),
    "Digitalstaatssekretär": R(
        alt=(
            "Digital-Staatssekretär|Digital-Staatssekretärin",
            "Digitalisierungsstaatssekretär|Digitalisierungsstaatssekretärin",
            "Staatssekretär für Digitales|Staatssekretärin für Digitales",
        )
    ),
    "Sonderstaatssekretär": R(alt=("Sonder-Staatssekretär|Sonder-Staatssekretärin",)),
    "IKT-Staatssekretär": R(
        alt=(
            "IT-Staatssekretär|IT-Staatssekretärin",
            "Staatssekretär für Informations- und Kommunikationstechnik|"
            "Staatssekretärin für Informations- und Kommunikationstechnik",
        )
    ),
    "Finanzstaatssekretär": R(alt=("Finanz-Staatssekretär|Finanz-Staatssekretärin",)),
    "Kommunalstaatssekretär": R(
        feminine="Kommunalstaatssekretärin", alt=("Staatssekretär für Kommunales|Staatssekretärin für Kommunales",)
    ),
    "Staatsrat": R(
        plural=("Staatsräte", "Staatsrätinnen und Staatsräte"),
        short=("StR",),
        patterns=("[X]staatsrat",),
        examples=("Finanzstaatsrat",),
    ),
    "Amtschef": R(examples=("Amtschef der Staatskanzlei",)),
    "Chef der Staatskanzlei": R(
        plural=("Chefinnen und Chefs der Staats- und Senatskanzleien",),
        short=("CdS",),
        alt=(
            "Staatskanzleichef|Staatskanzleichefin",
            "Chef der Senatskanzlei|Chefin der Senatskanzlei",
            "Senatskanzleichef|Senatskanzleichefin",
            "Leiter der Staatskanzlei|Leiterin der Staatskanzlei",
        ),
    ),
    "Chef des Bundeskanzleramtes": R(
        short=("ChefBK",),
        alt=(
            "Kanzleramtschef|Kanzleramtschefin",
            "Kanzleramtsminister|Kanzleramtsministerin",
            "Chef des Bundeskanzleramts|Chefin des Bundeskanzleramts",
        ),
    ),
    "Ministerialdirektor": R(short=("MinDir",)),
    "Ministerialdirigent": R(short=("MDg", "MinDirig")),
    "Ministerialrat": R(short=("MinR",)),
    "Abteilungsleiter": R(neutral=("Abteilungsleitung",), patterns=("Leiter der Abteilung [X]",)),
    "Unterabteilungsleiter": R(plural=("Unterabteilungsleiter:innen",), short=("UAL",)),
    "Referatsleiter": R(
        neutral=("Referatsleitung",), examples=("stellvertretender Referatsleiter", "stellvertretende Referatsleiterin")
    ),
    "Leiter der Stabsstelle": R(neutral=("Stabsstellenleitung",), alt=("Stabsstellenleiter|Stabsstellenleiterin",)),
    "Amtsleiter": R(neutral=("Amtsleitung",)),
    _CIO: R(
        pref="CIO",
        feminine="CIO",
        plural=("CIOs",),
        alt=(_CIO, "IT-Beauftragter|IT-Beauftragte"),
        patterns=("[Land]-CIO", "CIO [Land]"),
        examples=("Hessen-CIO", "CIO Bayern"),
    ),
    "Landes-CIO": R(merge=_CIO, plural=("Landes-CIOs",), alt=("Landes-CIO",), patterns=("CIO des Landes [X]",)),
    "Beauftragter der Bundesregierung für Informationstechnik": R(
        merge=_CIO,
        alt=(
            "Bundes-CIO",
            "CIO Bund",
            "CIO des Bundes",
            "IT-Beauftragter der Bundesregierung|IT-Beauftragte der Bundesregierung",
        ),
        short=("BfIT",),
    ),
    "Beauftragter der Landesregierung für Informationstechnik": R(
        merge=_CIO,
        alt=(
            "Landesbeauftragter für IT|Landesbeauftragte für IT",
            "Beauftragter für Informationstechnologie|Beauftragte für Informationstechnologie",
            "Beauftragter für Informationstechnik|Beauftragte für Informationstechnik",
            "Beauftragter für Informationstechnologie des Freistaates|"
            "Beauftragte für Informationstechnologie des Freistaates",
            "Beauftragter der Landesregierung für Informations- und Kommunikationstechnologie|"
            "Beauftragte der Landesregierung für Informations- und Kommunikationstechnologie",
            "Beauftragter der Landesregierung für Informationstechnologie|"
            "Beauftragte der Landesregierung für Informationstechnologie",
            "IT-Beauftragter der Staatsregierung|IT-Beauftragte der Staatsregierung",
            "IT-Beauftragter der Landesregierung|IT-Beauftragte der Landesregierung",
        ),
    ),
    "Bevollmächtigter der Landesregierung für E-Government und Informationstechnologie": R(merge=_CIO),
    "IT-Bevollmächtigter der Landesregierung": R(merge=_CIO, alt=("IT-Bevollmächtigter|IT-Bevollmächtigte",)),
    "Bevollmächtigter beim Bund": R(
        alt=(
            "Landesbevollmächtigter|Landesbevollmächtigte",
            "Bevollmächtigter des Landes beim Bund|Bevollmächtigte des Landes beim Bund",
        ),
        examples=("Bevollmächtigte des Landes beim Bund und für Europa, für Medien und Digitales",),
    ),
    "Beauftragter für Informationstechnik und Digitalisierung": R(short=()),
    "Stellvertretender CIO": R(alt=("Vize-CIO",)),
    "Ressort-CIO": R(plural=("Ressort-CIOs",)),
    "Chief Digital Officer": R(
        pref="CDO",
        feminine="CDO",
        plural=("CDOs",),
        alt=("Chief Digital Officer", "Landes-CDO"),
        patterns=("[Land]-CDO", "CDO der Stadt [X]"),
    ),
    "Chief Process Innovation Officer": R(short=("CPIO",)),
    "Chief Information Security Officer": R(
        pref="CISO",
        feminine="CISO",
        plural=("CISOs",),
        alt=(
            "Chief Information Security Officer",
            "Landes-CISO",
            "Landesbeauftragter für Informationssicherheit|Landesbeauftragte für Informationssicherheit",
        ),
    ),
    "Informationssicherheitsbeauftragter": R(
        short=("ISB", "InSiBe", "BISO"), alt=("IT-Sicherheitsbeauftragter|IT-Sicherheitsbeauftragte",)
    ),
    "Chief Data Officer": R(),
    "Chief Technology Officer": R(short=("CTO",)),
    "Chief Executive Officer": R(short=("CEO",)),
    "Digitalisierungsbeauftragter": R(
        alt=("Digitalbeauftragter|Digitalbeauftragte", "Digitallotse|Digitallotsin"),
        plural=("Digitalisierungsverantwortliche",),
    ),
    "OZG-Koordinator": R(neutral=("OZG-Koordination",)),
    "E-Government-Beauftragter": R(
        alt=("Beauftragter für E-Government und IT|Beauftragte für E-Government und IT",),
    ),
    "Smart-City-Manager": R(alt=("Leiter Smart City|Leiterin Smart City",)),
    "IT-Leiter": R(neutral=("IT-Leitung",), alt=("IT-Chef|IT-Chefin",)),
    "Datenschutzbeauftragter": R(
        short=("DSB",), alt=("behördlicher Datenschutzbeauftragter|behördliche Datenschutzbeauftragte",)
    ),
    "Landesdatenschutzbeauftragter": R(
        alt=("Landesbeauftragter für den Datenschutz|Landesbeauftragte für den Datenschutz",), short=("LfD", "LfDI")
    ),
    "Bundesbeauftragter für den Datenschutz und die Informationsfreiheit": R(
        short=("BfDI",), alt=("Bundesdatenschutzbeauftragter|Bundesdatenschutzbeauftragte",)
    ),
    "Beauftragter (generisch)": R(pref="Beauftragter", feminine="Beauftragte", patterns=("[X]beauftragter",)),
    "Präsident einer Behörde": R(
        pref="Präsident",
        feminine="Präsidentin",
        patterns=("[X]-Präsident",),
        examples=("BSI-Präsidentin", "FITKO-Präsident", "BVA-Präsident"),
    ),
    "Präsident eines Verbands": R(
        merge="Präsident einer Behörde", examples=("Bitkom-Präsident", "Städtetagspräsident")
    ),
    "Regierungssprecher": R(
        alt=(
            "Sprecher der Landesregierung|Sprecherin der Landesregierung",
            "Leiter der Presse- und Informationsstelle|Leiterin der Presse- und Informationsstelle",
        )
    ),
    "Pressesprecher": R(
        neutral=("Pressestelle",), examples=("Sprecher des Ministeriums", "Sprecherin des Ministeriums")
    ),
    "Oberbürgermeister": R(short=("OB", "OBM")),
    "Bürgermeister": R(
        plural=("Bürgermeister:innen",),
        short=("Bgm.",),
        alt=(
            "Samtgemeindebürgermeister|Samtgemeindebürgermeisterin",
            "Verbandsbürgermeister|Verbandsbürgermeisterin",
            "hauptamtlicher Bürgermeister|hauptamtliche Bürgermeisterin",
        ),
    ),
    "Landrat": R(plural=("Landrätinnen und Landräte",)),
    "Beigeordneter": R(
        alt=("Erster Beigeordneter|Erste Beigeordnete",), examples=("Beigeordnete beim Deutschen Städtetag",)
    ),
    "Dezernent": R(neutral=("Dezernat",), alt=("IT-Dezernent|IT-Dezernentin", "Digitaldezernent|Digitaldezernentin")),
    "Referent der Stadt": R(
        alt=("berufsmäßiger Stadtrat|berufsmäßige Stadträtin",), examples=("IT-Referent der Stadt",)
    ),
    "Kämmerer": R(alt=("Stadtkämmerer|Stadtkämmerin",)),
    "Abgeordneter": R(short=("MdB", "MdL", "MdA", "MdHB", "MdBB", "MdEP"), plural=("Abgeordnete",)),
    "Fraktionsvorsitzender": R(
        alt=("Fraktionschef|Fraktionschefin",), examples=("stellvertretender Fraktionsvorsitzender",)
    ),
    "Digitalpolitischer Sprecher": R(
        alt=(
            "Sprecher für Digitalisierung|Sprecherin für Digitalisierung",
            "netzpolitischer Sprecher|netzpolitische Sprecherin",
        )
    ),
    "Ausschussvorsitzender": R(alt=("Vorsitzender des Digitalausschusses|Vorsitzende des Digitalausschusses",)),
    "Obmann": R(plural=("Obleute",)),
    "Vorsitzender": R(
        neutral=("Vorsitz",),
        patterns=("[X]-Vorsitzender", "[X]vorsitzender", "Vorsitzender des [X]"),
        examples=("Vorsitzende des IT-Planungsrats", "IT-Planungsratsvorsitzender", "MPK-Vorsitzender"),
    ),
    "Co-Vorsitzender": R(neutral=("Co-Vorsitz",)),
    "Stellvertretender Vorsitzender": R(alt=("stv. Vorsitzender|stv. Vorsitzende", "Vizevorsitzender|Vizevorsitzende")),
    "Mitglied": R(
        plural=("Mitglieder",),
        patterns=("[X]mitglied",),
        examples=("Vorstandsmitglied", "Kabinettsmitglied", "Gründungsmitglied", "beratendes Mitglied"),
    ),
    "Vertreter": R(
        plural=("Vertreter:innen",),
        patterns=("Vertreter des Landes im [X]",),
        examples=("stellvertretend für das Land",),
    ),
    "Themenfeldführer": R(neutral=("Themenfeldführung", "Themenfeldfederführung")),
    "Gesamtleiter": R(neutral=("Gesamtleitung",), examples=("Gesamtleitung NOOTS",)),
    "Projektleiter": R(neutral=("Projektleitung",)),
    "Schirmherr": R(neutral=("Schirmherrschaft",)),
    "Geschäftsführer": R(
        neutral=("Geschäftsführung",),
        short=("GF", "GFin"),
        alt=(
            "geschäftsführender Gesellschafter|geschäftsführende Gesellschafterin",
            "Gründungsgeschäftsführer|Gründungsgeschäftsführerin",
        ),
    ),
    "Hauptgeschäftsführer": R(short=("HGF",), alt=("Geschäftsführendes Präsidialmitglied",)),
    "Geschäftsleiter": R(neutral=("Geschäftsleitung",)),
    "Vorstand": R(neutral=(), alt=("Vorstandsmitglied", "geschäftsführender Vorstand")),
    "Vorstandsvorsitzender": R(alt=("Vorstandschef|Vorstandschefin",)),
    "Mitglied des Verwaltungsrats": R(alt=("Verwaltungsratsmitglied",)),
    "Verbandsvorsteher": R(alt=("Zweckverbandsvorsteher|Zweckverbandsvorsteherin",)),
    "Kommissar": R(alt=("EU-Kommissar|EU-Kommissarin",), examples=("Exekutiv-Vizepräsidentin",)),
    "Professor": R(short=("Prof.",), alt=("Lehrstuhlinhaber|Lehrstuhlinhaberin",)),
    "Wissenschaftlicher Mitarbeiter": R(short=("wiss. Mit.",)),
    "Büroleiter": R(alt=("Leiter des Leitungsstabs|Leiterin des Leitungsstabs",)),
}

# Short forms that must not be matched in text: ordinary words, ranks of other kinds, two roles at once.
UNSAFE_SHORT = {
    "Ministerialdirektor": ("MD",),
    "Ministerialrat": ("MR",),
    "Regierungsdirektor": ("RD",),
    "Abteilungsleiter": ("AL", "ALin"),
    "Gruppenleiter": ("GL",),
    "Referatsleiter": ("RL",),
    "Bürgermeister": ("BM",),
    "Projektleiter": ("PL",),
    "Vorstandsvorsitzender": ("VV",),
    "Chief Data Officer": ("CDO",),
    "Regierungschef": ("MP",),
    "Präsident einer Behörde": ("Präs.",),
}

# Bodies that a role implies membership of, where the cell names one that has an entry.
IMPLIES = {
    "MPK": "Ministerpräsidentenkonferenz",
    "DMK": "Digitalministerkonferenz",
    "IMK": "Innenministerkonferenz",
    "FMK": "Finanzministerkonferenz",
    "WMK": "Wirtschaftsministerkonferenz",
    "KMK": "Kultusministerkonferenz",
    "DSK": "Konferenz der unabhängigen Datenschutzaufsichtsbehörden des Bundes und der Länder",
    "CdS-Konferenz": "Konferenz der Chefinnen und Chefs der Staats- und Senatskanzleien",
    "Hamburg Senate": "Senat der Freien und Hansestadt Hamburg",
    "Bremen Senate": "Senat der Freien Hansestadt Bremen",
    "Bundestag": "Deutscher Bundestag",
    "Staatskanzlei SL": "Staatskanzlei des Saarlandes",
    "MWIDE SL": "Ministerium für Wirtschaft, Innovation, Digitales und Energie des Saarlandes",
    "MIK Brandenburg": "Ministerium des Innern und für Kommunales des Landes Brandenburg",
    "Senatsverwaltung für Inneres": "Senatsverwaltung für Inneres und Sport",
}
