"""The search: what pages are found by, as files that a browser fetches in pieces."""
