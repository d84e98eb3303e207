"""Finding the entry that is meant, and how entries stand to each other."""
