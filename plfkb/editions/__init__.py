"""Dated editions: what was frozen at a release, where it is kept, and what has changed between two of them."""
