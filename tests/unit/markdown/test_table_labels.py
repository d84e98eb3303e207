"""Tables that are written as HTML come to the extension as elements, some with what it would have added."""

from __future__ import annotations

from xml.etree import ElementTree

from plfkb.markdown.table_labels import LabelCells

TABLE = """<div><table>
<thead><tr><th>a</th><th>b</th><th>c</th><th>d</th></tr></thead>
<tbody><tr><th role="rowheader">en</th><td>to</td><td data-label="egen">tre</td><td>fire</td></tr></tbody>
</table></div>"""


def test_a_row_with_a_heading_keeps_its_cells_under_their_columns() -> None:
    root = ElementTree.fromstring(TABLE)
    LabelCells().run(root)
    assert [cell.get("data-label") for cell in root.iter("td")] == ["b", "egen", "d"]
    assert [heading.get("role") for heading in root.iterfind("table/tbody/tr/th")] == ["rowheader"]
