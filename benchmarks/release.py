"""How long an edition takes to freeze, and what the editions cost the daily build.

Usage: python benchmarks/release.py [ENTRIES]     (default: 1000)

Freezes three editions of a made-up knowledge base in a git repository of its own, and unpacks them as a build does.
There is no peer: no other generator of this kind freezes editions.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus
from benchmarks.build import CONFIG, run
from plfkb.editions import archive
from plfkb.reading.knowledge_base import load


def git(root: Path, *arguments: str) -> None:
    subprocess.run(
        ("git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments),
        cwd=root,
        check=True,
        capture_output=True,
    )


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Change")


def main() -> None:
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        corpus.write(root, entries)
        (root / "mkdocs.yml").write_text(
            CONFIG.format(plugins="plfkb", extensions=", plfkb"), encoding="utf-8"
        )
        (root / ".gitignore").write_text("site/\n", encoding="utf-8")
        git(root, "init", "-q")
        commit(root)
        bare = run(root, "mkdocs", "build", "-q")
        for number in (1, 2, 3):
            start = time.perf_counter()
            subprocess.run(
                (sys.executable, "-m", "plfkb.cli", "release", f"2027.{number}"),
                cwd=root,
                check=True,
                capture_output=True,
            )
            seconds = time.perf_counter() - start
            commit(root)
            size = (root / f"docs/utgave/2027.{number}.zip").stat().st_size / 1e6
            print(f"edition {number} of {entries} entries: frozen in {seconds:.1f} s, {size:.1f} MB")
        archives, _ = archive.read(load(root))
        start = time.process_time()
        for item in archives:
            archive.unpack(item, root / "site")
        spent = (time.process_time() - start) / len(archives)
        print(f"an edition adds {spent:.2f} s of processor time to a build of {bare:.1f} s")


if __name__ == "__main__":
    main()
