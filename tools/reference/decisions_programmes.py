"""Decisions about single rows of `programmes.tsv`."""

from __future__ import annotations

from tools.reference.decisions import Decision

D = Decision

# A digital identity, account or basic component is a system; a declaration is a document; an office is a body.
PROGRAMMES: dict[str, Decision] = {
    "Onlinezugangsgesetz": D(drop=("OZG 1.0",)),
    "Gesetz zur Förderung der elektronischen Verwaltung": D(
        pref="E-Government-Gesetz",
        slug="e-government-gesetz",
        alt=("Gesetz zur Förderung der elektronischen Verwaltung",),
    ),
    "Identifikationsnummerngesetz": D(drop=("Identifikationsnummer", "IDNr (the number)")),
    "Unternehmensbasisdatenregistergesetz": D(drop=("Basisregister für Unternehmen",)),
    "IT-Staatsvertrag": D(kind="gov:Treaty"),
    "NOOTS-Staatsvertrag": D(kind="gov:Treaty"),
    "Verordnung über das einheitliche digitale Zugangstor": D(kind="gov:Regulation"),
    "eIDAS-Verordnung": D(kind="gov:Regulation"),
    "eIDAS-2.0-Verordnung": D(kind="gov:Regulation"),
    "Datenschutz-Grundverordnung": D(
        kind="gov:Regulation", drop=("GDPR",), abbreviations=("GDPR",), hidden=("Datenschutzgrundverordnung",)
    ),
    "KI-Verordnung": D(kind="gov:Regulation", alt=("AI Act",)),
    "Interoperable Europe Act": D(kind="gov:Regulation"),
    "Data Act": D(kind="gov:Regulation"),
    "Data Governance Act": D(kind="gov:Regulation"),
    "Digital Services Act": D(kind="gov:Regulation"),
    "E-Rechnungsverordnung": D(kind="gov:Regulation"),
    "Telekommunikationsgesetz": D(drop=("Telekommunikationsmodernisierungsgesetz",)),
    "E-Government-Gesetz Baden-Württemberg": D(slug="e-government-gesetz-baden-wuerttemberg"),
    "Bayerisches Digitalgesetz": D(drop=("Digitalgesetz",), alt=("Digitalgesetz",)),
    "Viertes Bürokratieentlastungsgesetz": D(alt=("Bürokratieentlastungsgesetz IV",)),
    "Einer-für-Alle-Prinzip": D(
        drop=("EfA-Dienst", "EfA-Leistung", "EfA-Service", "Nachnutzung", "Einer für Alle"),
        alt=("Einer für Alle", "EfA-Prinzip", "EfA"),
        hidden=(
            "Einer für alle",
            "Einer-für-Alle",
            "Einer-für-alle",
            "Einer-für-alle-Prinzip",
            "Eine-für-alle-Prinzip",
        ),
        unsafe=(),
    ),
    "OZG-Themenfelder": D(
        drop=("Themenfeld", "Themenfeldführer", "Themenfeldfederführung"),
        hidden=("OZG-Themenfeld", "OZG-Themenfeldern"),
    ),
    "OZG-Fokusleistungen": D(drop=("16 Fokusleistungen",), hidden=("Fokusleistung",)),
    "Leistungskatalog der öffentlichen Verwaltung": D(),
    "Portalverbund": D(drop=("Portalverbund Online-Gateway",)),
    "Portalverbund Online-Gateway": D(drop=("Sammlerdienst", "Suchdienst")),
    "Bundesportal": D(drop=("Verwaltungsportal des Bundes",), alt=("Verwaltungsportal des Bundes",)),
    "BundID": D(kind="gov:System", drop=("NKB",), abbreviations=("NKB",)),
    "DeutschlandID": D(kind="gov:System"),
    "Mein Unternehmenskonto": D(kind="gov:System"),
    "Zentrales Bürgerpostfach": D(kind="gov:System", drop=("Postfach",)),
    "OZG-Dashboard": D(kind="gov:System"),
    "Registermodernisierung": D(drop=("Programm Registermodernisierung",)),
    "Nationales Once-Only-Technical-System": D(alt=("National Once-Only Technical System",)),
    "Once-Only-Prinzip": D(
        kind="gov:Programme",
        drop=("Once Only", "Nachweisabruf", "Once-Only-Generalklausel"),
        alt=("Once-Only", "Once Only"),
    ),
    "Single Digital Gateway": D(alt=("einheitliches digitales Zugangstor",)),
    "Identitätsdatenabruf": D(unsafe=("IDA",)),
    "Datenschutzcockpit": D(kind="gov:System"),
    "Registerlandkarte": D(
        kind="gov:System",
        drop=("Verwaltungsdaten-Informationsplattform (VIP)",),
        alt=("Verwaltungsdaten-Informationsplattform",),
    ),
    "EUDI-Wallet": D(hidden=("EUDI Wallet",)),
    "Online-Ausweis": D(
        kind="gov:System", drop=("neuer Personalausweis (nPA)",), alt=("eID-Funktion",), abbreviations=("nPA",)
    ),
    "XUnternehmen": D(drop=("XGewerbeanzeige",)),
    "XTA": D(),
    "AusweisApp": D(drop=("AusweisApp2", "AusweisApp Bund"), alt=("AusweisApp2", "AusweisApp Bund")),
    "XPlanung": D(),
    "Deutschland-Stack": D(kind="gov:Platform"),
    "Deutsche Verwaltungscloud": D(
        drop=("Deutsche Verwaltungscloud-Strategie (DVS)", "Cloud-Service-Portal"),
        alt=("Deutsche Verwaltungscloud-Strategie",),
        abbreviations=("DVS",),
    ),
    "openDesk": D(drop=("souveräner Arbeitsplatz", "openDesk", "Open Desk"), hidden=("Open Desk", "OpenDesk")),
    "openCode": D(drop=("Open CoDE",), hidden=("Open CoDE", "OpenCode", "OpenCoDE", "Opencode")),
    "dPhoenixSuite": D(drop=("Phoenix", "Projekt Phoenix"), alt=("Projekt Phoenix",)),
    "Marktplatz der KI-Möglichkeiten": D(drop=("KI-Marktplatz",)),
    "Modernisierungsagenda für Staat und Verwaltung (Bund)": D(
        pref="Modernisierungsagenda für Staat und Verwaltung", slug="modernisierungsagenda-bund"
    ),
    "Föderale Modernisierungsagenda": D(
        drop=("föderale Modernisierungsagenda",), hidden=("föderale Modernisierungsagenda",)
    ),
    "Föderale Digitalstrategie": D(
        drop=("Dachstrategie (part 1)", "föderale Digitalstrategie"), hidden=("föderale Digitalstrategie",)
    ),
    "Breitbandausbau": D(
        pref="Bundesförderprogramm Breitband",
        slug="bundesfoerderprogramm-breitband",
        drop=("Glasfaserausbau", "Gigabitausbau"),
        alt=("Graue-Flecken-Programm",),
        unsafe=("Breitbandausbau",),
    ),
    "DigitalPakt Schule": D(drop=("DigitalPakts Schule",), hidden=("DigitalPakts Schule", "Digitalpakts Schule")),
    "Konjunktur- und Zukunftspaket 2020": D(drop=("drei Milliarden für die OZG-Umsetzung", "Konjunkturpaket")),
    "Digitalcheck": D(drop=("Digitaltauglichkeit",)),
    "Netze des Bundes": D(drop=("Verbindungsnetz",), hidden=("Netzen des Bundes", "Netz des Bundes")),
    "Dresdner Forderungen": D(kind="gov:Declaration"),
    "Dresdner Forderungen 2.0": D(kind="gov:Declaration"),
    "Gutachten Durchbrüche für ein digitales Deutschland": D(alt=("Durchbrüche für ein digitales Deutschland",)),
    "Paket für die digitale Verwaltung": D(drop=("Eckpunkte für eine moderne und zukunftsgerichtete Verwaltung",)),
    "Bayern Digital": D(alt=("BAYERN DIGITAL",)),
    "Digital First (Hamburg)": D(pref="Digital First", slug="digital-first-hamburg"),
    "Digitale Agenda 2020 (Hessen)": D(pref="Digitale Agenda 2020", slug="digitale-agenda-2020-hessen"),
    "Digitalstrategie Rheinland-Pfalz": D(
        drop=("Strategie für das digitale Leben (2018)",), alt=("Strategie für das digitale Leben",)
    ),
    "Digitalstrategie Sachsen 2030": D(
        drop=("sachsen digital 2030: besser, schneller, sicher",), alt=("sachsen digital 2030",)
    ),
    "Masterplan Digitale Verwaltung Sachsen": D(
        drop=('Masterplan "Digitale Verwaltung Sachsen"',), alt=("Masterplan „Digitale Verwaltung Sachsen“",)
    ),
    "Digitalstrategie Schleswig-Holstein": D(drop=("Digitalisierungsprogramm",)),
    "Digitalstrategie (generic)": D(skip="generic head, an instance only with owner and year"),
    "BayernID": D(kind="gov:System"),
    "BayernPackages": D(kind="gov:System"),
    "Infrastrukturatlas": D(kind="gov:System"),
    "Föderales Informationsmanagement": D(),
    "Wirtschafts-Service-Portal.NRW": D(alt=("Wirtschafts-Service-Portal NRW",)),
    "Behördennummer 115": D(unsafe=("115",), alt=("Behördenrufnummer 115",)),
    "Internetbasierte Fahrzeugzulassung": D(
        pref="i-Kfz",
        slug="i-kfz",
        drop=("i-Kfz Stufe 4", "iKfz", "i-KFZ"),
        alt=("internetbasierte Fahrzeugzulassung", "internetbasierte Kfz-Zulassung"),
        hidden=("iKfz", "i-KFZ", "I-Kfz", "internetbasierten Fahrzeugzulassung", "Internetbasierte Fahrzeugzulassung"),
    ),
    "Elektronische Wohnsitzanmeldung": D(
        drop=("eWA",), alt=("elektronische Wohnsitzanmeldung",), hidden=("elektronischen Wohnsitzummeldung",)
    ),
    "Digitaler Bauantrag": D(drop=("digitales Baugenehmigungsverfahren",), alt=("Digitale Baugenehmigung",)),
    "Wohngeld Online": D(drop=("Wohngeld",)),
    "Einfach Leistungen für Eltern": D(),
    "Digitaler Führerscheinantrag": D(drop=("Führerschein digital", "digitaler Führerschein")),
    "E-Akte": D(drop=("digitale Akte", "E-Akte Bund"), hidden=("elektronischer Akte", "E-Akten")),
    "E-Rechnung": D(hidden=("E-Rechnungen", "elektronische Rechnungen")),
    "ePayBL": D(drop=("E-Payment",)),
    "De-Mail": D(kind="gov:System"),
    "Bildungsplattform ella": D(unsafe=("ella",), drop=("ella",)),
    "Koordinierungs- und Transferstelle Modellprojekte Smart Cities": D(kind="gov:Agency"),
    "Starke Heimat Hessen": D(drop=("Smarte Region",)),
    "Smart City Strategie Berlin": D(hidden=("Smart-City-Strategie Berlin",)),
    "Fachkongress des IT-Planungsrats": D(kind="gov:Conference"),
    "Smart Country Convention": D(kind="gov:TradeFair"),
    "CeBIT": D(kind="gov:TradeFair", hidden=("Cebit", "CEBIT"), drop=("Cebit",)),
    "Kongress Digitaler Staat": D(kind="gov:Conference", drop=("Effizienter Staat (predecessor)",)),
    "Zukunftskongress Staat & Verwaltung": D(
        kind="gov:Conference", alt=("Zukunftskongress Staat und Verwaltung",), hidden=("Zukunftskongresses",)
    ),
    "Kommunale": D(
        pref="KOMMUNALE", slug="kommunale", kind="gov:TradeFair", unsafe=("Kommunale",), alt=("Fachmesse KOMMUNALE",)
    ),
    "Digitales Rathaus": D(
        pref="Förderprogramm digitales Rathaus", slug="digitales-rathaus", alt=("Förderprogramm Digitales Rathaus",)
    ),
    "e-nrw": D(kind="gov:Conference", drop=("E-NRW",), hidden=("E-NRW",)),
    "Digital-Gipfel": D(
        drop=("Nationaler IT-Gipfel (until 2016)",), alt=("Nationaler IT-Gipfel",), hidden=("Digitalgipfel",)
    ),
    "CIO des Jahres": D(
        drop=("eGovernment-CIO des Jahres (Vogel)", "CIO des Jahres (CIO-Magazin/Computerwoche)"),
        alt=("eGovernment-CIO des Jahres",),
    ),
    "Digitaltag": D(drop=("Digitaltag Saarland (different)",)),
    "Brandenburger Digitaltag": D(drop=("Brandenburger Digitaltag x Forum Digitales Brandenburg",)),
    "Kommunaler IT-Sicherheitskongress": D(kind="gov:Conference"),
    "Europäischer Polizeikongress": D(kind="gov:Conference"),
    "KGSt-Kongress": D(kind="gov:Conference", drop=("KGSt-FORUM",), alt=("KGSt-Forum",), hidden=("KGSt-FORUM",)),
    "re:publica": D(kind="gov:Conference", drop=("republica",), hidden=("republica", "Republica")),
    "D21-Digital-Index": D(drop=("Digitalindex", "Digital-Index", "(N)Onliner-Atlas (predecessor)")),
    "Deutschland-Index der Digitalisierung": D(
        drop=("Deutschlandindex der Digitalisierung",), hidden=("Deutschlandindex der Digitalisierung",)
    ),
    "OECD Digital Government Index": D(unsafe=("DGI",), alt=("Digital Government Index",)),
    "UN E-Government Survey": D(drop=("E-Government Development Index",), alt=("E-Government Survey",)),
    "Zukunftspanel Staat & Verwaltung": D(alt=("Zukunftspanel Staat und Verwaltung",)),
    "Lagebericht zur IT-Sicherheit in Deutschland": D(alt=("Lage der IT-Sicherheit in Deutschland",)),
}

# Owners that are no rows: several owners in words of their own, or a part of an owner.
OWNERS: dict[str, tuple[str, ...]] = {
    "Bund/Länder": ("Bund",),
    "Länder": (),
    "Essen, Köln, Leipzig, München, Freiburg": (
        "city Stadt Essen",
        "city Stadt Köln",
        "city Stadt Leipzig",
        "city Landeshauptstadt München",
        "city Stadt Freiburg im Breisgau",
    ),
    "SH and others": ("SH",),
    "Vogel": (),
}
