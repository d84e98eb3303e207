"""How long ``plfkb check`` takes for all of a knowledge base, and for one changed file of it.

    python benchmarks/check.py [ENTRIES]

Each is run as a contributor runs it, start of Python included; the best of five counts. Beside them stands a program
that only reads the files and splits them into lines.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus

ROUNDS = 5
READ = "import pathlib; [path.read_text(encoding='utf-8').split('\\n') for path in pathlib.Path('.').rglob('*.md')]"


def best(command: list[str], folder: Path) -> float:
    """The shortest of the times that a command takes in a folder, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - start)
    return min(times)


def main(entries: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus.write(folder, entries)
        plfkb = [sys.executable, "-m", "plfkb.cli", "check"]
        print(f"{entries} oppslag")
        print(f"  alt        {best(plfkb, folder):.2f} s")
        print(f"  én fil     {best([*plfkb, 'concepts/begrep-7.md'], folder):.2f} s")
        print(f"  --fix      {best([*plfkb, '--fix', '--dry-run'], folder):.2f} s")
        print(f"  bare lese  {best([sys.executable, '-c', READ], folder):.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
