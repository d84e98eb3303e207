"""Lists of concepts from elsewhere, SKOS or a table, to entries: all of them, or none."""
