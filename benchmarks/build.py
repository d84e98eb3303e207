"""Time a build with plfkb beside plain MkDocs and Material on the same pages, and the check beside both.

Usage: python benchmarks/build.py [ENTRIES ...]     (default: 1000 5000)
       python benchmarks/build.py --search [ENTRIES ...]     (default: 1000)

With ``--search`` plfkb's build with its own search is timed beside the same build with Material's search in its place.

The plain site has as many pages at the same addresses with the same words: every page that plfkb made is written out as
Markdown with its citations, reference lists and back-references in place, so that both engines parse, render and index
the same text. Both have the same theme and the same small navigation, and each its own search. Each is built in a
process of its own.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import corpus
from plfkb.interface.texts import texts_for
from plfkb.pages.page import PageKind
from plfkb.reading.knowledge_base import load
from plfkb.references.runs import to_markdown
from plfkb.site import Site

CONFIG = """
site_name: Prøve
site_url: https://example.org/
theme: {{name: material, language: nb, font: false}}
nav: [{{Forside: index.md}}]
plugins: [{plugins}]
validation: {{anchors: ignore, not_found: ignore, omitted_files: ignore}}
markdown_extensions: [attr_list, def_list, footnotes, md_in_html, tables, toc{extensions}]
"""


def run(root: Path, *command: str) -> float:
    """Seconds that a command takes; the benchmark stops when it fails."""
    start = time.perf_counter()
    here = os.pathsep.join(filter(None, (str(corpus.ROOT), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": here}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr[-2000:] or done.stdout[-2000:])
    return time.perf_counter() - start


def write_plain(root: Path, plain: Path) -> int:
    """The same pages as Markdown for MkDocs alone. Gives their number."""
    import markdown

    from plfkb.markdown.extension import PlfkbExtension

    site = Site(load(root), texts_for("nb"))
    renderings = {}
    for address, page in site.pages.items():
        rendering = site.begin(page)
        markdown.markdown(page.markdown, extensions=[PlfkbExtension(rendering=rendering), "toc"])
        renderings[address] = rendering
    bibliography = site.library.bibliography
    uses: dict[str, list[str]] = {}
    for rendering in renderings.values():
        for use in (*rendering.links, *rendering.citations):
            line = f"- [{use.origin.title}]({use.origin.url}) {use.section}: {use.before}**{use.words}**{use.after}"
            uses.setdefault(use.target, []).append(line)
    for address, page in site.pages.items():
        lines = [f"# {page.title}", "", written_out(page.markdown, site)]
        if page.kind is PageKind.SOURCE:
            lines += [to_markdown(bibliography.reference(page.key)), ""]
        if found := uses.get(page.key):
            lines += ["## Omtalt i", "", *found, ""]
        if listed := renderings[address].listed:
            lines += ["## Referanser", ""]
            lines += [
                f"- {to_markdown(bibliography.reference(key))}" for key in bibliography.in_order(listed)
            ]
        if page.kind is PageKind.OVERVIEW:
            lines += [f"- [{other.title}](../{other.address})" for other in site.pages.values()]
        target = plain / "docs" / (f"{address}index.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(lines), encoding="utf-8")
    (plain / "docs/index.md").write_text("# Forside\n", encoding="utf-8")
    return len(site.pages)


def written_out(text: str, site: Site) -> str:
    """Markdown with the citations as text and the links as ordinary links."""
    from plfkb.linking import wikilinks
    from plfkb.references import grammar
    from plfkb.references.runs import to_text

    out, position = "", 0
    for found in grammar.find(text):
        out += text[position : found.start] + to_text(site.library.bibliography.in_text(found.cluster).runs)
        position = found.end
    text = out + text[position:]
    for link in list(wikilinks.find(text)):
        text = text.replace(f"[[{link.target}]]", f"[{link.words}](../{link.target}/index.md)")
    return text


def measure(entries: int) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory() as folder:
        root, plain = Path(folder, "ours"), Path(folder, "plain")
        corpus.write(root, entries)
        plain.mkdir()
        (root / "mkdocs.yml").write_text(
            CONFIG.format(plugins="plfkb", extensions=", plfkb"), encoding="utf-8"
        )
        (plain / "mkdocs.yml").write_text(CONFIG.format(plugins="search", extensions=""), encoding="utf-8")
        pages = write_plain(root, plain)
        checked = run(root, "plfkb.cli", "check", "--quiet")
        theirs = run(plain, "mkdocs", "build", "--quiet")
        ours = run(root, "mkdocs", "build", "--quiet")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{entries:6} entries, {pages} pages: MkDocs + Material {theirs:6.1f} s, plfkb {ours:6.1f} s "
        f"(ratio {ours / theirs:.2f}), check {checked:5.1f} s ({checked / ours:.0%} of the build), "
        f"largest process {peak:.0f} MB",
        flush=True,
    )
    return theirs, ours, checked


def measure_search(entries: int) -> None:
    """The same pages built by plfkb, once with its own search and once with Material's and without its own."""
    with tempfile.TemporaryDirectory() as folder:
        times = {}
        for name, plugins in (("Material's", "plfkb, search"), ("its own", "plfkb"), ("none", "plfkb")):
            root = Path(folder, name)
            corpus.write(root, entries)
            config = CONFIG.format(plugins=plugins, extensions=", plfkb")
            (root / "mkdocs.yml").write_text(config, encoding="utf-8")
            module = ("mkdocs",) if name == "its own" else ("benchmarks.without_search",)
            times[name] = run(root, *module, "build", "--quiet")
            shutil.rmtree(root)
    ratio = times["its own"] / times["Material's"]
    said = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in times.items())
    print(
        f"{entries:6} entries: plfkb with the search that is {said} (own / Material's {ratio:.2f})",
        flush=True,
    )


def main() -> None:
    if sys.argv[1:2] == ["--search"]:
        for size in sys.argv[2:] or ["1000"]:
            measure_search(int(size))
        return
    sizes = [int(size) for size in sys.argv[1:]] or [1000, 5000]
    times = {size: measure(size)[1] for size in sizes}
    if len(times) > 1:
        first, last = min(times), max(times)
        print(f"from {first} to {last} entries: {times[last] / times[first]:.2f} times the time")


if __name__ == "__main__":
    main()
