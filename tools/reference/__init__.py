"""One-off conversion of tables about German e-government into the reference data under `ontology/`."""
