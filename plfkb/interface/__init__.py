"""Everything that the interface says, in bokmål, nynorsk and English."""
