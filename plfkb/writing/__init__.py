"""Changing the files of a knowledge base: new entries, new sources, new names. All is written, or nothing."""
