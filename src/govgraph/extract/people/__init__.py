"""People: their names in every order, their titles, and two of one name."""
