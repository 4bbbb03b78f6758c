"""Clauses: brackets of verbs, arguments and their markers, times, and how a clause says what it says."""
