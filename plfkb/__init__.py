"""plfkb: a static knowledge-base site generator for concepts, relations and citations."""

__version__ = "0.1.0"
