"""First names for the recognition of people → `ontology/first-names.ttl`."""

from __future__ import annotations

import re

from tools.reference.tables import word_list
from tools.reference.turtle import Block, document, english, literal
from tools.reference.words import first_names, is_common_noun

ABOUT = """First names that begin the name of a person.

From Faker's German provider (MIT, see NOTICE.md), without names that are ordinary words, and with names of people in
German public life added. Converted once; this file is the source now: add a name as one more gov:form."""

# Names in German public life that the list lacks, and names that must not fall to the dictionary.
ADDED = word_list(
    "Abdul Achim Adnan Aiman Alena Alexej Ali Alina Alma Alois Amira Anja Annalena Anne Annette Arif "
    "Armin Arne Asli Aydan Aylin Ayse Aytug Aziz Bahar Bärbel Belit Benedikt Benjamin Bernd Bert Bettina "
    "Bijan Birgit Björn Boris Burkhard Canan Cansel Carina Carla Carlo Carola Carsten Cathrin Cem "
    "Christel Christiane Christof Clara Claudius Constanze Cornelia Dagmar Danyal Deborah Denis Dennis "
    "Derya Detlef Dilek Dirk Doreen Doris Dorothea Dorothee Dörte Dragan Ebru Eckart Eckhard Edda Ekin "
    "Elena Elif Elina Elisa Emine Emre Enno Erhan Esra Eva Fabian Farid Fatih Fatma Felor Filiz Florian "
    "Franziska Frauke Friederike Gesa Gitta Gregor Gudrun Gunnar Günther Gülistan Hakan Hannes Harald "
    "Hartmut Hasan Heidi Heike Heiko Heiner Hendrik Henriette Henrike Herbert Hikmet Holger Hüseyin "
    "Hubertus Ibrahim Ilka Ilona Ina Inga Ingo Ingrid Irene Iris Isabel Isabell Jakob Jana Jasmin Jens "
    "Jessica Jette Joachim Jochen Johann Johannes Judith Jutta Kai Karin Karina Karolin Karsten Kassem "
    "Katarina Katharina Kathrin Katja Katrin Kay Kerstin Kevin Khaled Kirsten Klara Konstantin Kristin "
    "Kristina Lale Lars Laura Lea Lena Leonie Lilian Linus Lisa Ludger Luise Lutz Madeleine Magdalena "
    "Maike Maja Malte Malu Mandy Manja Manuela Marc Marcel Marcus Margit Mario Marion Markus Martina "
    "Matthias Maximilian Mehmet Meike Melanie Melek Merle Michaela Milen Mirjam Mohamed Mona Muhanad "
    "Muhterem Murat Mustafa Nadine Nadja Nancy Nargess Natalie Nico Nicola Nicole Niels Nils Nina Nora "
    "Norbert Ole Omid Oskar Özcan Özlem Paula Petra Philipp Ralf Ramona Raphael Rasha Reem Regina Reiner "
    "Renate René Ria Rico Roderich Roland Ronja Rüdiger Sahra Samira Sandra Sandro Sara Sarah Saskia "
    "Sawsan Sebastian Selma Semra Serap Serpil Sevim Silja Silke Silvia Simone Simon Sina Sinan Solveig "
    "Sonja Sören Stefanie Steffen Stephanie Susanne Svenja Svetlana Swen Tanja Tarek Tessa Theresa Thilo "
    "Thorben Thorsten Tilman Timo Tobias Torben Torsten Uli Ulrike Uta Ute Verena Vera Veronika Vesna "
    "Volker Wiebke Wilko Wolfram Yasemin Yasmin Yvonne Zoe Zeynep Zuhal"
)
# First names that are words all the same, but that stand before a surname far more often than alone.
KEPT = set(
    word_list(
        "Achim Alexander Adam Adele Ahmet Albert Alex Amelie Angelika Anke Anneliese Antonios Axel Beate "
        "Bernd Bruno Christa Claus Daniel Eva Ernst Eugen Felix Franz Frank Friedrich Georg Grit Günter Hans "
        "Heinrich Helga Hermann Irma Jan Jens Jo Johanna Jürgen Karl Karla Klaus Knut Konrad Kurt Lena Linda "
        "Lotte Ludwig Magda Maria Marie Mark Martin Marten Max Michael Mirko Moritz Nina Olga Otto Paul Peter "
        "Philip Rainer Robert Rolf Rosa Rudi Rudolf Sigrid Sofia Stephan Susi Theo Thomas Tim Tom Ulrich Ute "
        "Carlos Charlotte Christin Christopher Damian Dietrich Erika Ester Flora Franco Fritz Gabriele "
        "Gottlieb Gülten Heinz James John Kläre Liane Lorenz Louis Maren Marlen Michel Milan Nick Nikolaus "
        "Reimer Roger Roman Rosalie Sabine Salvatore Serge Sophie Theodor Toni Undine Urs Viola Viktor "
        "Viktoria Walter Werner Wilhelm Willi Wolfgang Jörg Bernhard Hedwig Horst Johann Josef Uwe Ulli Romy "
        "Manfred Marlene Elke Siegfried Siegmund Sven Arno Arnold Andreas Andrea Anna Anton"
    )
)
# Words that begin noun phrases in news far more often than names of people.
DROPPED = set(
    word_list(
        "Alf Alla Ante Art August Baptist Bund Celle Dienst Eitel Essen German Hagen Harm Heide Holm Lage "
        "Land Lore Mai Not Meta Nada Rat Rolle Rose Sage Silvester Stadt Stein Theke Ton Urban Wolf"
    )
)


def names() -> set[str]:
    """All first names of the list, one word each."""
    listed = {name for name in first_names() if re.fullmatch(r"[A-ZÄÖÜ][a-zäöüßéèëçğışâ]+", name)}
    plain = {name for name in listed if name in KEPT or not is_common_noun(name)}
    return (plain | set(ADDED) | KEPT) - DROPPED


def convert() -> str:
    """Turtle of the word list."""
    block = Block("<id/list/first-names>", ("gov:WordList",))
    block.add("rdfs:comment", english("First names; the first word of a person's name."))
    block.add("gov:form", *map(literal, names()))
    return document(ABOUT, [("", [block])])
