"""Citations and reference lists in Norwegian APA 7; the numbered rules stand in docs/utvikling/apa.md."""
