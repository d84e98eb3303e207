"""How long ``plfkb check`` takes for all of a knowledge base, and for one changed file of it.

    python benchmarks/check.py [ENTRIES]

Each is run as a contributor runs it, start of Python included; the best of five counts. The time on the clock depends on
what else the machine does, the processor's time hardly; on a quiet machine they are the same. Beside them stands a
program that only reads the files and splits them into lines.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus

ROUNDS = 5
READ = "import pathlib; [path.read_text(encoding='utf-8').split('\\n') for path in pathlib.Path('.').rglob('*.md')]"


def best(command: list[str], folder: Path) -> str:
    """The shortest times that a command takes in a folder: on the clock, and of the processor."""
    clock, processor = [], []
    for _ in range(ROUNDS):
        start, before = time.perf_counter(), _used()
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)
        clock.append(time.perf_counter() - start)
        processor.append(_used() - before)
    return f"{min(clock):5.2f} s, prosessor {min(processor):5.2f} s"


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(entries: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus.write(folder, entries)
        plfkb = [sys.executable, "-m", "plfkb.cli", "check"]
        print(f"{entries} oppslag")
        print(f"  alt        {best(plfkb, folder)}")
        print(f"  én fil     {best([*plfkb, 'concepts/begrep-7.md'], folder)}")
        print(f"  --fix      {best([*plfkb, '--fix', '--dry-run'], folder)}")
        print(f"  bare lese  {best([sys.executable, '-c', READ], folder)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
