"""What the exports cost: the CPU time of a build with and without them.

Usage: python benchmarks/exports.py [ENTRIES] [ROUNDS]     (default: 1000 3)

Each build runs in its own process. «Without» leaves out the files under data/, the files with a page's references, the
metadata in the head and «Siter denne siden», and is otherwise the same build. The two take turns, and the lowest of the
rounds counts, since other work on the machine only ever adds.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus
from benchmarks.build import CONFIG


def build_without(root: Path) -> None:
    """A build in this process with the exports taken out."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from plfkb.export.data import Data
    from plfkb.pages import articles
    from plfkb.pages.maker import Maker

    def nothing(*_: object) -> dict[str, str]:
        return {}

    for method in ("whole", "each", "references"):
        setattr(Data, method, nothing)
    setattr(Maker, "citing", lambda *_: None)  # noqa: B010 (mypy forbids the plain form)
    setattr(articles, "head", lambda *_: "")  # noqa: B010
    build(load_config(str(root / "mkdocs.yml")))


def build_with(root: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(str(root / "mkdocs.yml")))


def seconds(root: Path, which: str) -> float:
    """The CPU time, user and system, of one build."""
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
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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
            CONFIG.format(plugins="plfkb, search", extensions=", plfkb"), encoding="utf-8"
        )
        times: dict[str, list[float]] = {"--without": [], "--with": []}
        for _ in range(rounds):
            for which, found in times.items():
                found.append(seconds(root, which))
        files = sum(1 for path in (root / "site").rglob("*") if path.suffix in (".jsonld", ".ttl", ".ris"))
    without, with_ = min(times["--without"]), min(times["--with"])
    print(
        f"{entries} entries: {without:.2f} s of CPU time without exports, {with_:.2f} s with "
        f"({(with_ - without) / without:+.1%}); {files} files of some of the kinds"
    )
    return None


if __name__ == "__main__":
    main()
