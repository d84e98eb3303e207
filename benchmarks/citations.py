"""What citations cost: a build with 8 citations an entry beside the same words without, here and with mkdocs-bibtex.

Usage: python benchmarks/citations.py [ENTRIES]     (default: 1000; needs `pip install mkdocs-bibtex` for the peer)

Four builds in one run: plfkb with citations and with their printed words instead; MkDocs with mkdocs-bibtex
(its built-in style, which needs no pandoc) and without. The cost of citations is the difference within each pair. plfkb's
includes in-text forms, reference lists, «Sitert i» and the checks of citations; its peer's, footnotes and a list.

Times are those of the processor (user and system), not of the clock: the difference between two builds is smaller than
what other work on the machine adds to either. Both sites of a pair hold the same words and the same sources.
"""

from __future__ import annotations

import importlib.util
import re
import resource
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus
from benchmarks.build import CONFIG, run
from plfkb.reading.knowledge_base import load
from plfkb.references import grammar
from plfkb.references.bibliography import Bibliography
from plfkb.references.runs import to_text

PEER = (
    "\nplugins:\n  - search\n  - bibtex:\n      bib_file: bib/plf.bib\n      bib_by_default: true\n"
    "      csl_file: ''\n      footnote_format: '{key}'\n"
)


def printed(text: str, bibliography: Bibliography) -> str:
    """The text with each citation as the words that a reader sees."""
    out, position = "", 0
    for found in grammar.find(text):
        out += text[position : found.start] + to_text(bibliography.in_text(found.cluster).runs)
        position = found.end
    return out + text[position:]


def write_ours(root: Path, entries: int) -> None:
    corpus.write(root, entries)
    (root / "mkdocs.yml").write_text(CONFIG.format(plugins="plfkb", extensions=", plfkb"), encoding="utf-8")


def write_theirs(ours: Path, root: Path) -> None:
    """The same texts as ordinary pages: no front matter, links as words."""
    (root / "docs").mkdir(parents=True)
    (root / "bib").mkdir()
    (root / "bib/plf.bib").write_text((ours / "bib/plf.bib").read_text(encoding="utf-8"), encoding="utf-8")
    (root / "docs/index.md").write_text("# Forside\n", encoding="utf-8")
    for path in (ours / "concepts").glob("*.md"):
        body = path.read_text(encoding="utf-8").split("---", 2)[2]
        body = re.sub(r"\[\[([^\]]*)\]\]", r"\1", body)
        (root / "docs" / path.name).write_text(f"# {path.stem}\n{body}", encoding="utf-8")


def main() -> None:
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    peer = importlib.util.find_spec("mkdocs_bibtex") is not None
    with tempfile.TemporaryDirectory() as folder:
        ours, words = Path(folder, "ours"), Path(folder, "words")
        write_ours(ours, entries)
        write_ours(words, entries)
        bibliography = Bibliography(load(ours).sources)
        for path in (words / "concepts").glob("*.md"):
            path.write_text(printed(path.read_text(encoding="utf-8"), bibliography), encoding="utf-8")
        theirs, plain = Path(folder, "theirs"), Path(folder, "plain")
        write_theirs(ours, theirs)
        write_theirs(words, plain)
        base = CONFIG.format(plugins="search", extensions="")
        (plain / "mkdocs.yml").write_text(base, encoding="utf-8")
        (theirs / "mkdocs.yml").write_text(base.replace("\nplugins: [search]\n", PEER), encoding="utf-8")

        with_citations, without = pair(ours, words)
        print(
            f"plfkb, {entries} entries: {with_citations:.1f} s with citations, {without:.1f} s without: ",
            end="",
        )
        print(f"citations are {(with_citations - without) / with_citations:.0%} of the build", flush=True)
        if not peer:
            print("mkdocs-bibtex is not installed here; pip install mkdocs-bibtex to see it beside plfkb")
            return
        with_peer, without_peer = pair(theirs, plain)
        print(f"mkdocs-bibtex: {with_peer:.1f} s with citations, {without_peer:.1f} s without: ", end="")
        print(f"citations are {(with_peer - without_peer) / with_peer:.0%} of the build")
        print(
            f"cost of citations: plfkb {with_citations - without:.1f} s, mkdocs-bibtex {with_peer - without_peer:.1f} s"
        )


def pair(first: Path, second: Path) -> tuple[float, float]:
    """The medians of five builds of each, taken in turn so that a slow spell hits both."""
    times = [(build(first), build(second)) for _ in range(5)]
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times)


def build(root: Path) -> float:
    """Seconds of processor time that a build takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(root, "mkdocs", "build", "--quiet")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
