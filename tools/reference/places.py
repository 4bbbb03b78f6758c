"""What is known about places where the data set has no answer: spellings, quarters, boroughs, words."""

from __future__ import annotations

from tools.reference.tables import word_list

# GeoNames code of a Land → code in the tables.
STATES = {
    "01": "BW", "02": "BY", "03": "HB", "04": "HH", "05": "HE", "06": "NI", "07": "NW", "08": "RP", "09": "SL",
    "10": "SH", "11": "BB", "12": "MV", "13": "SN", "14": "ST", "15": "TH", "16": "BE",
}  # fmt: skip

# First two digits of the official key → code in the tables.
KEYS = {
    "01": "SH", "02": "HH", "03": "NI", "04": "HB", "05": "NW", "06": "HE", "07": "RP", "08": "BW", "09": "BY",
    "10": "SL", "11": "BE", "12": "BB", "13": "MV", "14": "SN", "15": "ST", "16": "TH",
}  # fmt: skip

# GeoNames name → German spelling.
SPELLINGS = {
    "Munich": "München",
    "Nuremberg": "Nürnberg",
    "Meissen": "Meißen",
    "Ibbenbueren": "Ibbenbüren",
    "Grossenbrode": "Großenbrode",
    "Gross Meckelsen": "Groß Meckelsen",
    "Dusslingen": "Dußlingen",
    "Hanau am Main": "Hanau",
    "Freiburg (Elbe) Flecken": "Freiburg (Elbe)",
}

# Towns of their own close to a large city; every other smaller place so close is one of its quarters.
NEIGHBOURS = set(
    word_list(
        "Aach Bentwisch Bubenreuth Buckenhof Eppelheim Flein Gerbrunn Ginsheim-Gustavsburg Hemmingen Herdecke "
        "Korschenbroich Kronshagen Lappersdorf Merzhausen Mönkeberg Neu-Ulm Pfullingen Roggentin Spardorf "
        "Stadtbergen Stein Stockelsdorf Stuhr Tönisvorst Vellmar"
    )
) | {"Eningen unter Achalm"}
QUARTERS = {
    "Altona", "Bogenhausen", "Gersbach (Schopfheim)", "Hauptbahnhof", "Heerstraße", "Industriegebiet", "Nippes",
    "Nordstadt", "Neue Neustadt", "Pasing", "Porz am Rhein", "Rodenkirchen", "Stadtkern", "Südstadt", "Westend",
    "Wahlstorf (Dorf)", "Zoo", "Altstadt", "Gartenstadt", "Oststadt", "Weststadt", "Oberstadt", "Unterstadt",
    "Vaihingen-Mitte", "Dürrlewang", "Büsnau", "Höhenrand", "Ostheim", "Mengenich", "Gremberghoven", "Wolken",
}  # fmt: skip

# Boroughs of the city states; their quarters are left out.
BOROUGHS = {
    "Berlin": (
        "Charlottenburg-Wilmersdorf", "Friedrichshain-Kreuzberg", "Lichtenberg", "Marzahn-Hellersdorf", "Mitte",
        "Neukölln", "Pankow", "Reinickendorf", "Spandau", "Steglitz-Zehlendorf", "Tempelhof-Schöneberg",
        "Treptow-Köpenick",
    ),
    "Hamburg": ("Altona", "Bergedorf", "Eimsbüttel", "Hamburg-Mitte", "Hamburg-Nord", "Harburg", "Wandsbek"),
}  # fmt: skip

# Cities that have lost the rank of a district since the list of districts was made (Eisenach, 2021).
FORMER_DISTRICTS = {"16056"}
DISTRICT_SPELLINGS = {
    "Mühldorf a.Inn": "Mühldorf a. Inn",
    "Pfaffenhofen a.d.Ilm": "Pfaffenhofen a. d. Ilm",
    "Neumarkt i.d.OPf.": "Neumarkt i. d. OPf.",
    "Neustadt a.d.Waldnaab": "Neustadt a. d. Waldnaab",
    "Wunsiedel i.Fichtelgebirge": "Wunsiedel i. Fichtelgebirge",
    "Neustadt a.d.Aisch-Bad Windsheim": "Neustadt a. d. Aisch-Bad Windsheim",
    "Dillingen a.d.Donau": "Dillingen a. d. Donau",
}
LONG_FORMS = (
    (" a. d. ", " an der "),
    (" i. d. OPf.", " in der Oberpfalz"),
    (" a. Inn", " am Inn"),
    (" i. Fichtelgebirge", " im Fichtelgebirge"),
)

# Large towns whose names are ordinary words all the same.
LARGE_WORDS = {"Essen", "Halle (Saale)", "Hagen", "Hamm"}
# Towns that share letters with a word form that news of this kind does not use with a capital.
CLEAR = set(
    word_list(
        "Aalen Borken Bühl Bünde Datteln Döbeln Emden Frechen Geldern Gießen Holzkirchen Kehl Ketsch Konstanz "
        "Kürten Lehrte Leimen Lindau Löhne Marl Nauen Pfarrkirchen Plettenberg Quickborn Rheine Schwerte Selb "
        "Stephanskirchen Suhl Taufkirchen Wedel Wolfen Wurzen Zossen"
    )
)
# Surnames of people in public life, and words with a capital, that the dictionaries lack.
SURNAMES = {
    "Bach", "Berg", "Bergen", "Brand", "Busch", "Dorn", "Falkenstein", "Frankenberg", "Gerlach", "Landsberg", "Limbach",
    "Mehring", "Menz", "Neuhaus", "Neustadt", "Rosenberg", "Rosenthal", "Roth", "Schmitt", "Schönberg", "Schönfeld",
    "Sommer", "Stein", "Steinbach", "Steinberg", "Wald", "Wendt",
}  # fmt: skip
