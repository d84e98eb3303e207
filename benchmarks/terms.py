"""What recognising terms costs: a build with links that come by themselves beside one without, and the pass alone.

Usage: python benchmarks/terms.py [ENTRIES]     (default: 1000)

The corpus is that of the other benchmarks, with four inflected names of entries put into each text. Both builds are run
in turn, three times, and CPU time is compared. The pass alone runs over texts of several lengths with several
numbers of names: the time for a word should be the same.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus
from benchmarks.build import CONFIG
from plfkb.errors import Place
from plfkb.linking.mentions import Mentions
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


def write(root: Path, entries: int, *, autolink: bool) -> None:
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
    (root / "mkdocs.yml").write_text(
        CONFIG.format(plugins="plfkb, search", extensions=", plfkb"), encoding="utf-8"
    )
    (root / "plfkb.yml").write_text(f"autolink: {'ja' if autolink else 'nei'}\n", encoding="utf-8")


def built(root: Path) -> float:
    """Seconds of CPU that a build takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def builds(entries: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        on, off = Path(folder, "on"), Path(folder, "off")
        write(on, entries, autolink=True)
        write(off, entries, autolink=False)
        pairs = [(built(on), built(off)) for _ in range(3)]
        links = sum(
            path.read_text(encoding="utf-8").count("plfkb-term--found")
            for path in (on / "site/begrep").glob("*/index.html")
        )
    with_links = statistics.median(first for first, _ in pairs)
    without = statistics.median(second for _, second in pairs)
    print(
        f"{entries} entries: {with_links:.2f} s of CPU with {links} links found, {without:.2f} s without: "
        f"recognising adds {(with_links - without) / without:.1%}"
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
    pass_alone()
    builds(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)


if __name__ == "__main__":
    main()
