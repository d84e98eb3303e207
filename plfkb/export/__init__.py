"""The knowledge base in the formats that other programs read."""
