"""The live preview: what the check complains about on the pages that it concerns, and what need not be made again."""
