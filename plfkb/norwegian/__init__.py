"""What plfkb knows about the Norwegian language: words, forms and alphabetical order."""
