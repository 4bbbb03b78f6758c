"""Offices: who holds which post in which body, since when, until when, before and after whom."""
