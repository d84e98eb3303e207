"""What can be mended in a file without asking: where it is, and what to write instead.

Each mendable rule has a finder. The check complains about what the finders find, and ``plfkb check --fix`` writes it.
"""
