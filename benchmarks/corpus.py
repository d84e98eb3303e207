"""A synthetic knowledge base: N entries of about 400 words with 8 citations and 10 links each.

The words are drawn from the project's own entries by how often they occur, with a fixed seed.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
SECTIONS = ("", "Opphav", "Kjennetegn", "I praksis", "Kritikk og uenighet", "Refleksjonsspørsmål")
WORDS, CITATIONS, LINKS = 400, 8, 10


def vocabulary() -> Counter[str]:
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "concepts").glob("*.md"))
    return Counter(
        word for text in texts for word in re.findall(r"[a-zæøåA-ZÆØÅ]{2,}", text.split("---", 2)[2])
    )


def write(root: Path, entries: int) -> None:
    """Write ``concepts/``, ``bib/`` and ``docs/`` for a knowledge base of so many entries; a quarter as many sources."""
    chance = random.Random(20261121)
    counts = vocabulary()
    words, weights = list(counts), list(counts.values())
    for folder in ("concepts", "bib", "docs"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    sources = max(entries // 4, 1)
    (root / "bib/plf.bib").write_text("".join(source(n, chance) for n in range(sources)), encoding="utf-8")
    (root / "docs/index.md").write_text("# Forside\n\nEn prøve.\n", encoding="utf-8")
    themes = "".join(f"tema{n}:\n  label: Tema {n}\n  about: Om tema {n}.\n" for n in range(10))
    (root / "concepts/temaer.yml").write_text(themes, encoding="utf-8")
    for number in range(entries):
        drawn = chance.choices(words, weights, k=WORDS)
        body = text(number, entries, sources, drawn, chance)
        (root / f"concepts/begrep-{number}.md").write_text(body, encoding="utf-8")


def source(number: int, chance: random.Random) -> str:
    return (
        f"@book{{verk{number},\n  author = {{Etternavn{number % 97}, Fornavn and Medforfatter{number % 31}, Kari}},\n"
        f"  title = {{Et verk nummer {number}: Om læring i skolen}},\n  publisher = {{Forlaget}},\n"
        f"  year = {{{chance.randint(1970, 2026)}}},\n  x-read = {{yes}},\n}}\n\n"
    )


def text(number: int, entries: int, sources: int, words: list[str], chance: random.Random) -> str:
    marks = [f"[@verk{chance.randrange(sources)}, s. {chance.randint(1, 300)}]" for _ in range(CITATIONS - 1)]
    others = [n for n in chance.sample(range(entries), LINKS + 1) if n != number][:LINKS]
    marks += [f"[[begrep-{n}]]" for n in others]
    chance.shuffle(marks)
    step = len(words) // len(marks)
    pieces = [" ".join(words[n * step : (n + 1) * step]) + f" {mark}." for n, mark in enumerate(marks)]
    per_section = -(-len(pieces) // len(SECTIONS))
    body = ""
    for n, heading in enumerate(SECTIONS):
        part = " ".join(pieces[n * per_section : (n + 1) * per_section])
        body += (f"## {heading}\n\n" if heading else "") + part + "\n\n"
    return (
        f"---\nterm: begrep {number}\nalso: [synonym {number}]\nen: [concept {number}]\ntype: begrep\n"
        f"theme: tema{number % 10}\ndefinition: >-\n  Begrep {number} er en prøve på en definisjon"
        f" [@verk{number % sources}, s. 3].\nrelated: [begrep-{(number + 1) % entries}]\n---\n\n{body}"
    )
