"""All the changes are written, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from plfkb.writing.changes import diff, write
from tests.conftest import MakeFiles


def test_files_are_made_changed_and_taken_away(make_files: MakeFiles) -> None:
    root = make_files({"a.md": "a\n", "b.md": "b\n"})
    write(root, {"a.md": "æ\n", "b.md": None, "c/d.md": "d\n"})
    assert sorted(path.relative_to(root).as_posix() for path in root.rglob("*.md")) == ["a.md", "c/d.md"]
    assert (root / "a.md").read_bytes() == "æ\n".encode()
    assert list(root.rglob(".plfkb-*")) == []


def test_nothing_is_written_when_one_file_cannot_be(make_files: MakeFiles) -> None:
    root = make_files({"a.md": "a\n", "b/c.md": "c\n"})
    with pytest.raises(OSError, match="b"):
        write(root, {"a.md": "ny\n", "b": "en fil der det står en mappe\n"})
    assert (root / "a.md").read_text() == "a\n"
    with pytest.raises(OSError, match=r"borte\.md"):
        write(root, {"a.md": "ny\n", "ny.md": "ny\n", "borte.md": None})
    assert (root / "a.md").read_text() == "a\n"
    assert sorted(path.name for path in root.iterdir()) == ["a.md", "b"]


def test_the_diff(make_files: MakeFiles) -> None:
    root = make_files({"a.md": "en\nto\n", "b.md": "b", "crlf.md": "a\r\n"})
    shown = diff(root, {"a.md": "en\ntre\n", "b.md": None, "ny.md": "ny\n", "crlf.md": "a\n"})
    assert "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n en\n-to\n+tre\n" in shown
    assert "--- a/b.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-b\n\\ No newline at end of file\n" in shown
    assert "--- /dev/null\n+++ b/ny.md\n@@ -0,0 +1 @@\n+ny\n" in shown
    assert "-a\r\n+a\n" in shown
    assert diff(root, {}) == ""


def test_the_rights_of_a_file_are_kept(make_files: MakeFiles, tmp_path: Path) -> None:
    root = make_files({"a.md": "a\n"})
    (root / "a.md").chmod(0o640)
    write(root, {"a.md": "b\n"})
    assert (root / "a.md").stat().st_mode & 0o777 == 0o640
