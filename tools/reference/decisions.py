"""What a person decided about single rows, where a rule would be wrong. Keys are names as the tables spell them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision about one row.

    Attributes:
        pref: Preferred label in place of the table's name.
        slug: Slug in place of that of the preferred label.
        merge: Name of the row that this row is a former name of.
        years: First and last year of the former name, for merged rows.
        skip: Why the row is no entity; empty if it is one.
        kind: Specific class in place of that of the type map.
        drop: Aliases that are no names of it, kept in a note.
        unsafe: Abbreviations that must not be matched in text, kept as notations.
        alt: Further full names.
        hidden: Further variant forms.
        abbreviations: Further abbreviations.
    """

    pref: str = ""
    slug: str = ""
    merge: str = ""
    years: tuple[str, str] = ("", "")
    skip: str = ""
    kind: str = ""
    drop: tuple[str, ...] = ()
    unsafe: tuple[str, ...] = ()
    alt: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


NONE = Decision()
D = Decision

_INTERIOR = "Bundesministerium des Innern"
_FINANCE_BREMEN = "Der Senator für Finanzen (Bremen)"

BODIES: dict[str, Decision] = {
    "FITKO": D(alt=("Föderale IT-Kooperation",), drop=("FITKO (Föderale IT-Kooperation)",)),
    "Koordinierungsstelle für IT-Standards": D(drop=("Koordinierungsstelle für IT-Standards (KoSIT)",)),
    "Steuerungskreis des IT-Planungsrats": D(drop=("Steuerungskreis",)),
    "Ministerpräsidentenkonferenz": D(drop=("Länderchefs",)),
    "Konferenz der Chefinnen und Chefs der Staats- und Senatskanzleien": D(drop=("CdS", "ChefBK/CdSK")),
    "Bauministerkonferenz": D(drop=("ARGEBAU",), abbreviations=("ARGEBAU",)),
    "Wirtschaftsministerkonferenz": D(drop=("WiMiKo",), abbreviations=("WiMiKo",)),
    "Justizministerkonferenz": D(drop=("JMK",), abbreviations=("JMK",)),
    "Kooperationsausschuss Automatisierte Datenverarbeitung Bund/Länder/Kommunaler Bereich": D(
        pref="Kooperationsausschuss Automatisierte Datenverarbeitung Bund/Länder/Kommunaler Bereich",
        slug="kooperationsausschuss-adv",
        alt=("Kooperationsausschuss ADV", "Kooperationsausschuss Automatisierte Datenverarbeitung"),
        drop=("KoopA",),
        abbreviations=("KoopA",),
    ),
    "IT-Rat (Bund)": D(pref="IT-Rat", slug="it-rat-bund"),
    "Digitalkabinett": D(skip="name used by several governments"),
    "Bundesregierung": D(
        drop=("Ampel", "Ampelkoalition", "Große Koalition", "schwarz-rote Bundesregierung", "der Bundesregierung"),
    ),
    "Bundeskanzleramt": D(drop=("im Kanzleramt",), unsafe=("BK",), hidden=("Kanzleramtes", "Kanzleramts")),
    "Deutscher Bundestag": D(
        drop=("im Bundestag", "des Bundestags"), hidden=("Bundestags", "Bundestages"), unsafe=("BT",)
    ),
    "Bundesrat": D(unsafe=("BR",)),
    "Bundesministerium des Innern und für Heimat": D(merge=_INTERIOR, years=("2021", "2025")),
    "Bundesministerium des Innern, für Bau und Heimat": D(merge=_INTERIOR, years=("2018", "2021")),
    "Bundesministerium der Justiz": D(
        merge="Bundesministerium der Justiz und für Verbraucherschutz", years=("2021", "2025")
    ),
    "Bundesministerium für Wirtschaft und Klimaschutz": D(
        merge="Bundesministerium für Wirtschaft und Energie", years=("2021", "2025")
    ),
    "Bundesministerium für Digitales und Verkehr": D(drop=("Verkehrsministerium",)),
    "Auswärtiges Amt": D(unsafe=("AA",)),
    "Bundesamt für Sicherheit in der Informationstechnik": D(drop=("IT-Sicherheitsbehörde",)),
    "Informationstechnikzentrum Bund": D(drop=("IT-Dienstleister des Bundes", "ITZ Bund"), hidden=("ITZ Bund",)),
    "PD - Berater der öffentlichen Hand": D(
        slug="pd-berater-der-oeffentlichen-hand", unsafe=("PD",), alt=("Berater der öffentlichen Hand",)
    ),
    "Europäische Kommission": D(unsafe=("KOM",), drop=("Brüsseler Behörde",)),
    "Europäisches Parlament": D(unsafe=("EP",)),
    "Generaldirektion Digitale Dienste": D(drop=("DIGIT",)),
    "Rat der Europäischen Union": D(drop=("Ministerrat (EU)",), alt=("Ministerrat",)),
    "OECD": D(alt=("Organisation für wirtschaftliche Zusammenarbeit und Entwicklung",)),
    "Bundesagentur für Arbeit": D(alt=("Arbeitsagentur",)),
    "KfW": D(alt=("Kreditanstalt für Wiederaufbau",)),
    "Der Bundesbeauftragte für den Datenschutz und die Informationsfreiheit": D(
        drop=("Bundesbeauftragte für den Datenschutz und die Informationsfreiheit", "Bundesdatenschutzbeauftragter"),
    ),
    "Deutsche Rentenversicherung Bund": D(drop=("Rentenversicherung",), alt=("Deutsche Rentenversicherung",)),
    "Bayerisches Staatsministerium für Digitales": D(alt=("Staatsministerium für Digitales",)),
    "Senatsverwaltung für Inneres, Digitalisierung und Sport": D(
        merge="Senatsverwaltung für Inneres und Sport", years=("2021", "2023")
    ),
    "Senatskanzlei Berlin": D(
        drop=("Rotes Rathaus",), alt=("Der Regierende Bürgermeister von Berlin – Senatskanzlei",)
    ),
    _FINANCE_BREMEN: D(
        pref="Der Senator für Finanzen",
        slug="senator-fuer-finanzen-bremen",
        alt=("Senator für Finanzen", "Finanzressort"),
        drop=("Senator für Finanzen", "Die Senatorin für Finanzen (2007-2019)"),
        unsafe=("SF",),
        hidden=("Die Senatorin für Finanzen", "Senators für Finanzen", "Senatorin für Finanzen"),
    ),
    "Senatskanzlei Hamburg": D(unsafe=("SK HH",)),
    "Amt für IT und Digitalisierung": D(unsafe=("ITD",)),
    "Finanzbehörde Hamburg": D(unsafe=("FB",)),
    "Hessische Ministerin für Digitale Strategie und Entwicklung": D(hidden=("HMinDSE",)),
    "Niedersächsisches Ministerium für Inneres, Sport und Digitalisierung": D(unsafe=("MI",)),
    "Niedersächsisches Ministerium für Wirtschaft, Verkehr und Bauen": D(
        unsafe=("MW",),
        drop=("MW Digitalisierung (2017-2025): Ministerium für Wirtschaft, Arbeit, Verkehr und Digitalisierung",),
        alt=("Ministerium für Wirtschaft, Arbeit, Verkehr und Digitalisierung",),
    ),
    "Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen": D(
        drop=("MHKBD NRW",), hidden=("MHKBD NRW",), alt=("Ministerium für Heimat, Kommunales, Bau und Digitalisierung",)
    ),
    "Ministerium für Wirtschaft, Innovation, Digitalisierung und Energie des Landes Nordrhein-Westfalen": D(
        alt=("Ministerium für Wirtschaft, Innovation, Digitalisierung und Energie",)
    ),
    "Ministerium für Infrastruktur und Digitales des Landes Sachsen-Anhalt": D(
        alt=("Ministerium für Infrastruktur und Digitales",)
    ),
    "Ministerium für Arbeit, Soziales, Transformation und Digitalisierung Rheinland-Pfalz": D(
        alt=("Ministerium für Arbeit, Soziales, Transformation und Digitalisierung",)
    ),
    "Ministerium des Inneren, für Digitalisierung und Kommunen Baden-Württemberg": D(
        alt=("Ministerium des Inneren, für Digitalisierung und Kommunen",)
    ),
    "Ministerium für Inneres, Bau und Digitalisierung Mecklenburg-Vorpommern": D(
        alt=("Ministerium für Inneres, Bau und Digitalisierung",)
    ),
    "Ministerium für Finanzen und Digitalisierung Mecklenburg-Vorpommern": D(
        alt=("Ministerium für Finanzen und Digitalisierung",)
    ),
    "Ministerium für Energie, Infrastruktur und Digitalisierung Mecklenburg-Vorpommern": D(
        alt=("Ministerium für Energie, Infrastruktur und Digitalisierung",)
    ),
    "Ministerium für Wirtschaft, Innovation, Digitales und Energie des Saarlandes": D(
        alt=("Ministerium für Wirtschaft, Innovation, Digitales und Energie",)
    ),
    "Sächsische Staatskanzlei": D(unsafe=("SK",)),
    "Thüringer Ministerium für Digitales und Infrastruktur": D(alt=("Ministerium für Digitales und Infrastruktur",)),
    "Abgeordnetenhaus von Berlin": D(alt=("Abgeordnetenhaus",)),
    "Der Landesbeauftragte für den Datenschutz und die Informationsfreiheit Baden-Württemberg": D(
        drop=("Landesdatenschutzbeauftragter",)
    ),
    "Sächsische Datenschutz- und Transparenzbeauftragte": D(drop=("Sächsischer Datenschutzbeauftragter (until 2022)",)),
    "Landesamt für Sicherheit in der Informationstechnik": D(drop=("Bayern-CERT host",)),
    "byte - Bayerische Agentur für Digitales": D(
        slug="byte-bayerische-agentur-fuer-digitales", alt=("Bayerische Agentur für Digitales",), unsafe=("byte",)
    ),
    "IT-Dienstleistungszentrum des Freistaats Bayern": D(drop=("Rechenzentrum Nord und Süd",)),
    "Dataport": D(drop=("Anstalt öffentlichen Rechts Dataport",)),
    "d-NRW": D(drop=("d-NRW", "d-NRW AöR"), alt=("d-NRW AöR",)),
    "Governikus": D(drop=("bremen online services",)),
    "ITEOS": D(merge="Komm.ONE", years=("2018", "2020")),
    "Komm.ONE": D(drop=("ITEOS (2018-2020)",)),
    "ekom21": D(alt=("ekom21 – KGRZ Hessen",)),
    "KDN - Dachverband kommunaler IT-Dienstleister": D(
        slug="kdn-dachverband-kommunaler-it-dienstleister", alt=("Dachverband kommunaler IT-Dienstleister",)
    ),
    "Ostwestfalen-Lippe-IT": D(drop=("krz + infokom Gütersloh", "OWL-IT")),
    "Kommunales Rechenzentrum Niederrhein": D(drop=("krzn",), hidden=("krzn",)),
    "Bundesvereinigung der kommunalen Spitzenverbände": D(
        drop=("kommunalen Spitzenverbänden",), hidden=("kommunalen Spitzenverbänden", "kommunalen Spitzenverbände")
    ),
    "Bitkom": D(drop=("BITKOM",), hidden=("BITKOM",)),
    "eco - Verband der Internetwirtschaft": D(
        slug="eco-verband-der-internetwirtschaft",
        alt=("eco-Verband", "Verband der Internetwirtschaft"),
        unsafe=("eco",),
    ),
    "Gesellschaft für Informatik": D(drop=("Fachgruppe Verwaltungsinformatik", "GI e.V."), unsafe=("GI",)),
    "dbb beamtenbund und tarifunion": D(alt=("dbb Beamtenbund und Tarifunion", "Deutscher Beamtenbund")),
    "Gaia-X European Association for Data and Cloud": D(drop=("GAIA-X", "Gaia-X")),
    "Open Knowledge Foundation Deutschland": D(
        drop=("FragDenStaat (project)", "OKF"), abbreviations=("OKF",), alt=("Open Knowledge Foundation",)
    ),
    "interface": D(abbreviations=("SNV",)),
    "msg": D(pref="msg systems", slug="msg", unsafe=("msg",), alt=("msg for public",)),
    "cit": D(pref="cit GmbH", slug="cit", unsafe=("cit",)),
    "Technologiestiftung Berlin": D(drop=("CityLAB Berlin (project)",)),
    "vhw - Bundesverband für Wohnen und Stadtentwicklung": D(
        slug="vhw-bundesverband-fuer-wohnen-und-stadtentwicklung",
        alt=("Bundesverband für Wohnen und Stadtentwicklung",),
    ),
    "DIN": D(alt=("Deutsches Institut für Normung",)),
    "fortiss": D(drop=("Landesforschungsinstitut",)),
    "Zeppelin Universität": D(unsafe=("ZU",)),
    "Deutsche Universität für Verwaltungswissenschaften Speyer": D(alt=("Universität Speyer",)),
    "Universität Münster": D(
        drop=("WWU (until 2023)", "ERCIS"),
        abbreviations=("WWU",),
        alt=("Westfälische Wilhelms-Universität Münster",),
    ),
    "Sozialdemokratische Partei Deutschlands": D(drop=("Sozialdemokraten",)),
    "Christlich Demokratische Union Deutschlands": D(drop=("Union (with CSU)", "Christdemokraten")),
    "Christlich-Soziale Union in Bayern": D(drop=("Christsoziale",)),
    "Bündnis 90/Die Grünen": D(drop=("GRÜNE", "Grüne"), hidden=("GRÜNE",), alt=("Grüne", "Grünen")),
    "Freie Demokratische Partei": D(drop=("Liberale",)),
    "Die Linke": D(drop=("DIE LINKE",), hidden=("DIE LINKE",)),
    "Freie Wähler": D(drop=("FREIE WÄHLER",), hidden=("FREIE WÄHLER",), unsafe=("FW",)),
    "Piratenpartei Deutschland": D(unsafe=("Piraten",)),
    "Volt Deutschland": D(unsafe=("Volt",)),
    "T-Systems": D(drop=("Deutsche Telekom", "Telekom")),
    "Schwarz Digits": D(drop=("STACKIT",)),
    "]init[": D(
        pref="]init[",
        slug="init-ag",
        drop=("]init[ AG für digitale Kommunikation",),
        alt=("]init[ AG für digitale Kommunikation", "]init[ AG"),
    ),
    "mgm technology partners": D(drop=("mgm tp",), hidden=("mgm tp",)),
    "Kommune21": D(drop=("K21", "move-online (daily portal)", "K21 media AG"), alt=("move-online",)),
    "eGovernment": D(
        pref="eGovernment – Verwaltung digital",
        slug="egovernment-medium",
        unsafe=("eGovernment",),
        drop=("eGovernment Computing (old title)", "Vogel IT-Medien"),
        alt=("eGovernment Computing",),
    ),
    "Behörden Spiegel": D(drop=("ProPress Verlag",), unsafe=("BS",)),
    "CIO-Magazin": D(drop=("CIO", "IDG Business Media", "Computerwoche", "TecChannel")),
    "Verwaltung der Zukunft": D(drop=("Wegweiser",)),
    "Thüringer Landesregierung": D(drop=("Brombeer-Koalition (2024-, nickname)",), alt=("Brombeer-Koalition",)),
    "Landesregierung Brandenburg": D(alt=("Potsdamer Kabinett",)),
    "Samtgemeinde Bersenbrück": D(drop=("Bersenbrück",), kind="gov:MunicipalUnion"),
    "Deutsches Forschungsinstitut für öffentliche Verwaltung": D(alt=("FÖV Speyer",)),
    "Bundesministerium für Verkehr": D(alt=("Verkehrsministerium",)),
}

# Earlier and later bodies that are two entities, from the notes of the rows: (earlier, later).
SUCCESSIONS: tuple[tuple[str, str], ...] = (
    ("Kooperationsausschuss Automatisierte Datenverarbeitung Bund/Länder/Kommunaler Bereich", "IT-Planungsrat"),
    ("Lenkungskreis Registermodernisierung", "Steuerungsgruppe NOOTS"),
    ("Geschäftsstelle IT-Planungsrat", "FITKO"),
    ("D16-Treffen", "Digitalministerkonferenz"),
    ("Bundesstelle für Informationstechnik", "Informationstechnikzentrum Bund"),
    ("Dienstleistungszentrum IT BMVBS", "Informationstechnikzentrum Bund"),
    ("Zentrum für Informationsverarbeitung und Informationstechnik", "Informationstechnikzentrum Bund"),
    ("Bundesministerium für Verkehr und digitale Infrastruktur", "Bundesministerium für Digitales und Verkehr"),
    ("Bundesministerium für Digitales und Verkehr", "Bundesministerium für Verkehr"),
    (
        "Hessische Ministerin für Digitale Strategie und Entwicklung",
        "Hessisches Ministerium für Digitalisierung und Innovation",
    ),
    (
        "Thüringer Ministerium für Infrastruktur und Landwirtschaft",
        "Thüringer Ministerium für Digitales und Infrastruktur",
    ),
    ("Datenzentrale Baden-Württemberg", "Komm.ONE"),
    ("Kommunale Informationsverarbeitung Baden-Franken", "Komm.ONE"),
    ("Citkomm", "Südwestfalen-IT"),
    ("Kommunales Rechenzentrum Minden-Ravensberg/Lippe", "Ostwestfalen-Lippe-IT"),
)

# Former names of a body that the table words in a way of its own: (label, first year, last year).
FORMER: dict[str, tuple[tuple[str, str, str], ...]] = {
    _FINANCE_BREMEN: (("Die Senatorin für Finanzen", "2007", "2019"),),
    "Komm.ONE": (),
    "Bundesministerium der Justiz und für Verbraucherschutz": (
        ("Bundesministerium der Justiz und für Verbraucherschutz", "2013", "2021"),
    ),
    "Bundesministerium für Wirtschaft und Energie": (("Bundesministerium für Wirtschaft und Energie", "2013", "2021"),),
    "Senatsverwaltung für Inneres und Sport": (("Senatsverwaltung für Inneres und Sport", "2016", "2021"),),
    "interface": (("Stiftung Neue Verantwortung", "", "2024"),),
    "eGovernment": (("eGovernment Computing", "", ""),),
    "Niedersächsisches Ministerium für Wirtschaft, Verkehr und Bauen": (
        ("Ministerium für Wirtschaft, Arbeit, Verkehr und Digitalisierung", "2017", "2025"),
    ),
    "Sächsische Datenschutz- und Transparenzbeauftragte": (("Sächsischer Datenschutzbeauftragter", "", "2022"),),
    "Universität Münster": (("Westfälische Wilhelms-Universität Münster", "", "2023"),),
    "PD - Berater der öffentlichen Hand": (("ÖPP Deutschland AG", "2008", "2016"),),
}

# Nationwide associations whose Land in the table is their seat, not the Land that they belong to.
SEATED = {"Vitako", "Kommunale Gemeinschaftsstelle für Verwaltungsmanagement", "Verband kommunaler Unternehmen"}
