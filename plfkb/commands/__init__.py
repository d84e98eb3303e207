"""One module for each command of ``plfkb``: arguments in, text out."""
