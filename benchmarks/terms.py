"""What recognising terms costs: its share of a build, and the pass alone.

Usage: python benchmarks/terms.py [ENTRIES]     (default: 1000)

The corpus is that of the other benchmarks, with four inflected names of entries put into each text. The pass alone runs
over texts of several lengths with several numbers of names: the time for a word should be nearly the same.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parent.parent))

from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks import corpus
from benchmarks.build import CONFIG
from plfkb.errors import Place
from plfkb.linking.mentions import Mentions
from plfkb.markdown.resolve import Resolver
from plfkb.model import Concept, KnowledgeBase, Text
from plfkb.norwegian.forms import Forms

MENTIONS = 4  # the real knowledge base has between three and four found links an entry
NAMES_EACH = 4
HEADS = ("lærings", "profesjons", "kunnskaps", "utviklings", "samarbeids", "refleksjons", "praksis", "team")
TAILS = (("fellesskap", "et"), ("modell", "en"), ("kultur", "ens"), ("samtale", "r"), ("gruppe", "ne"))


def name(number: int) -> tuple[str, str]:
    """A name that no other number has, and a form of it: «felt3 læringsmodellen» of «felt3 læringsmodell»."""
    head, (tail, ending) = HEADS[number % len(HEADS)], TAILS[number // len(HEADS) % len(TAILS)]
    word = f"felt{number // 40}"
    return f"{word} {head}{tail}", f"{word} {head}{tail}{ending}"


def write(root: Path, entries: int) -> None:
    corpus.write(root, entries)
    chance = random.Random(4)
    for number in range(entries):
        path = root / f"concepts/begrep-{number}.md"
        before, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        front = front.replace(f"[synonym {number}]", f"[{name(number)[0]}]")
        words = body.split(" ")
        for _ in range(MENTIONS):
            words.insert(chance.randrange(len(words)), name(chance.randrange(entries))[1])
        path.write_text("---\n".join((before, front, " ".join(words))), encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG.format(plugins="plfkb", extensions=", plfkb"), encoding="utf-8")


def build_in_this_process(entries: int) -> None:
    """One build, with a clock around the recognising: both numbers are slowed by the same other work on the machine.

    Counted as recognising are the dictionaries, the index of names, the search for mentions and the making of links.
    """
    spent = 0.0
    link = Resolver._autolink

    def timed(resolver: Resolver, root: ElementTree.Element) -> None:
        nonlocal spent
        start = time.process_time()
        link(resolver, root)
        spent += time.process_time() - start

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, entries)
        Resolver._autolink = timed  # type: ignore[method-assign,assignment]
        start = time.process_time()
        build(load_config(str(root / "mkdocs.yml")))
        rest = time.process_time() - start - spent
        pages = (root / "site/begrep").glob("*/index.html")
        links = sum(path.read_text(encoding="utf-8").count("plfkb-term--found") for path in pages)
    print(
        f"{entries} entries: {rest:.1f} s of CPU without recognising, {spent:.2f} s for it "
        f"({links} links): it adds {spent / rest:.1%}"
    )


def knowledge_base(names: int) -> KnowledgeBase:
    place = Place("x.md", 1)
    text = Text("Tekst.", place)
    concepts = {}
    for number in range(names // NAMES_EACH):
        first, *also = (name(number * NAMES_EACH + n)[0] for n in range(NAMES_EACH))
        concepts[f"b{number}"] = Concept(
            f"b{number}", place, first, "begrep", "t", text, "egen", text, also=tuple(also)
        )
    return KnowledgeBase(Path(), concepts=concepts)


def pass_alone() -> None:
    counts = corpus.vocabulary()
    chance = random.Random(8)
    words = chance.choices(list(counts), list(counts.values()), k=400_000)
    for position in range(0, len(words), 50):
        words[position] = name(chance.randrange(20_000))[1]
    forms = Forms()
    forms.keys("ord")
    for names in (200, 2_000, 20_000):
        start = time.process_time()
        mentions = Mentions(knowledge_base(names), forms)
        print(f"{names:6} names: index made in {time.process_time() - start:.2f} s of CPU")
        for length in (50_000, 100_000, 200_000, 400_000):
            text = " ".join(words[:length])
            times = []
            for _ in range(3):
                start = time.process_time()
                found = sum(1 for _ in mentions.find(text))
                times.append(time.process_time() - start)
            spent = min(times)
            print(
                f"  {length:7} words: {spent:.2f} s, {spent / length * 1e6:.1f} µs a word, {found} mentions"
            )


def main() -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    pass_alone()
    build_in_this_process(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)


if __name__ == "__main__":
    main()
