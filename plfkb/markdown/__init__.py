"""The Python-Markdown extension: citations and links between entries in any Markdown text."""
