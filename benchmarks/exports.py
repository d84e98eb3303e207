"""What the exports cost: their share of the CPU time of a build.

Usage: python benchmarks/exports.py [ENTRIES] [ROUNDS]     (default: 1000 3)

Two measures, since a busy machine blurs the first. «Between»: builds with and without exports take turns, each in its own
process, and the lowest of each counts; «without» leaves out the files under data/, the files with a page's references, the
metadata in the head and «Siter denne siden». «Within»: in one build, the CPU time spent in the exports, with the writing
of their files, beside all the rest of that build; what longer pages cost elsewhere is not in it.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from benchmarks import corpus
from benchmarks.build import CONFIG


def started(root: Path) -> MkDocsConfig:
    """The configuration of a build as MkDocs' own command starts it."""
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    return config


def build_without(root: Path) -> None:
    """A build in this process with the exports taken out."""
    from plfkb.export.data import Data
    from plfkb.pages import articles

    def nothing(*_: object) -> dict[str, str]:
        return {}

    for method in ("whole", "each", "references"):
        setattr(Data, method, nothing)
    setattr(articles, "cited", lambda *_: None)  # noqa: B010 (mypy forbids the plain form)
    setattr(articles, "head", lambda *_: "")  # noqa: B010 (as above)
    build(started(root))


def build_with(root: Path) -> None:
    """A build in this process with a clock in the exports; tells the seconds spent there and in all."""
    from plfkb import site
    from plfkb.export.data import Data
    from plfkb.pages import articles, metadata

    spent = [0.0]

    def timed(work: Callable[..., object]) -> Callable[..., object]:
        def measured(*arguments: object, **named: object) -> object:
            start = time.process_time()
            try:
                return work(*arguments, **named)
            finally:
                spent[0] += time.process_time() - start

        return measured

    def put(folder: Path, address: str, content: str) -> object:
        ours = address.endswith((".jsonld", ".bib", ".ris", ".ttl", ".csv"))
        return (timed(original) if ours else original)(folder, address, content)

    original = site.put
    setattr(site, "put", put)  # noqa: B010 (mypy forbids the plain form)
    for method in ("whole", "each", "references"):
        setattr(Data, method, timed(getattr(Data, method)))
    setattr(articles, "cited", timed(articles.cited))  # noqa: B010 (as above)
    setattr(articles, "head", timed(metadata.head))  # noqa: B010 (as above)
    build(started(root))
    print(spent[0], time.process_time())


def seconds(root: Path, which: str) -> tuple[float, str]:
    """The CPU time, user and system, of one build into an empty folder, and what it printed last."""
    shutil.rmtree(root / "site", ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, __file__, which, str(root)],
        env=environment,
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, done.stdout.strip().rpartition("\n")[2]


def main() -> None:
    if sys.argv[1:2] == ["--with"]:
        return build_with(Path(sys.argv[2]))
    if sys.argv[1:2] == ["--without"]:
        return build_without(Path(sys.argv[2]))
    entries, rounds = [*map(int, sys.argv[1:]), *(1000, 3)[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        corpus.write(root, entries)
        (root / "mkdocs.yml").write_text(
            CONFIG.format(plugins="plfkb", extensions=", plfkb"), encoding="utf-8"
        )
        times: dict[str, list[tuple[float, str]]] = {"--without": [], "--with": []}
        for _ in range(rounds):
            for which, found in times.items():
                found.append(seconds(root, which))
        files = sum(1 for path in (root / "site").rglob("*") if path.suffix in (".jsonld", ".ttl", ".ris"))
    without, with_ = min(times["--without"])[0], min(times["--with"])[0]
    shares = [
        inside / (total - inside)
        for inside, total in (map(float, said.split()) for _, said in times["--with"])
    ]
    print(
        f"{entries} entries: {without:.2f} s of CPU time without exports, {with_:.2f} s with "
        f"({(with_ - without) / without:+.1%} between); {min(shares):.1%} within one build; "
        f"{files} files of some of the kinds"
    )
    return None


if __name__ == "__main__":
    main()
