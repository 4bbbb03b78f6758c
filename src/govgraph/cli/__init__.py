"""Command line: one file per command. Nothing here is imported by the layers below."""
