"""Each cell of a table knows the heading of its column.

On a narrow screen a row becomes a block in which every text stands under the name of its column (assets/css/text.css).
Some browsers take what is not laid out as a table for no table at all, so its roles are said as well.
"""

from __future__ import annotations

from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

_ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "th": "columnheader",
    "td": "cell",
}


class LabelCells(Treeprocessor):
    """Once inline Markdown has been read, so that a heading is its words. The first cell of a row names the row.

    A table that is written as HTML may have a heading of its own in the row, and labels of its own in the cells.
    """

    def run(self, root: ElementTree.Element) -> None:
        for table in root.iter("table"):
            labels = [_words(heading) for heading in table.iterfind("thead/tr/th")]
            if not any(labels):
                continue
            for row in table.iterfind("tbody/tr"):
                for label, cell in list(zip(labels, row, strict=False))[1:]:
                    if label and cell.tag == "td" and "data-label" not in cell.attrib:
                        cell.set("data-label", label)
            for element in table.iter():
                if element.tag in _ROLES and "role" not in element.attrib:
                    element.set("role", _ROLES[element.tag])


def _words(heading: ElementTree.Element) -> str:
    """The text of a heading; nothing when Markdown keeps a piece of it apart until the page is written."""
    text = " ".join("".join(heading.itertext()).split())
    return "" if STX in text else text
