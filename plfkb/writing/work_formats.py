"""BibTeX and RIS, as reference managers and databases give them, to drafts of works."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import rispy

from plfkb.errors import Place, Problem
from plfkb.reading.bibtex_entries import Entry, read_entries
from plfkb.writing.works import Draft

_TYPES = {
    "JOUR": "article",
    "JFULL": "article",
    "MGZN": "article",
    "NEWS": "article",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "collection",
    "CHAP": "incollection",
    "ECHAP": "incollection",
    "CONF": "inproceedings",
    "CPAPER": "inproceedings",
    "THES": "phdthesis",
    "RPRT": "report",
    "GOVDOC": "report",
    "ELEC": "online",
    "WEB": "online",
    "BLOG": "online",
}
_IN_A_BOOK = frozenset({"incollection", "inproceedings"})
_IS_RIS = re.compile(r"^\ufeff?\s*TY {1,2}- ", re.MULTILINE)
_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&#$_"},
}  # fmt: skip
_LITERAL = frozenset({"doi", "url", "urldate"})


class NotReadableError(ValueError):
    """The text is neither BibTeX nor RIS, or breaks off. ``problems`` says where, when that is known."""

    def __init__(self, problems: Sequence[Problem] = ()) -> None:
        super().__init__("neither BibTeX nor RIS")
        self.problems = tuple(problems)


def read_drafts(text: str, name: str) -> list[Draft]:
    """The works in a text. ``name`` is what complaints call it. Raises NotReadableError when any of it is lost."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _from_ris(text) if _IS_RIS.search(text) else _from_bibtex(text, name)


def _from_bibtex(text: str, name: str) -> list[Draft]:
    items = list(read_entries(text, name, {}))
    entries = [item for item in items if isinstance(item, Entry)]
    problems = [item for item in items if isinstance(item, Problem)]
    problems += [problem for entry in entries for problem in _twice(entry, name)]
    if not entries or problems:
        raise NotReadableError(problems)
    return [Draft(entry.type, dict(entry.fields), entry.key, entry.line) for entry in entries]


def _twice(entry: Entry, name: str) -> Iterator[Problem]:
    """The fields that stand there more than once: only one of the values could be kept."""
    count = Counter[str]()
    for written, _ in entry.fields:
        field = written.lower()
        count[field] += 1
        if count[field] == 2:
            facts = {"key": entry.key, "field": field}
            yield Problem("bib-dobbelt-felt", Place(name, entry.line_of(field, 2)), facts)


def _from_ris(text: str) -> list[Draft]:
    try:
        rows = rispy.loads(text)
    except (rispy.parser.ParseError, KeyError, ValueError, IndexError) as error:
        raise NotReadableError from error
    if not rows or len(rows) < len(_IS_RIS.findall(text)):
        raise NotReadableError  # a work that does not end with «ER  -» would be lost
    return [_draft(row) for row in rows]


def _draft(row: Mapping[str, object]) -> Draft:
    def get(*names: str) -> str:
        found = (row.get(name) for name in names)
        return next((str(value[0] if isinstance(value, list) else value) for value in found if value), "")

    def people(*names: str) -> str:
        found = next((value for name in names if isinstance(value := row.get(name), list) and value), [])
        return " and ".join(person(str(name)) for name in found)

    type_ = _TYPES.get(get("type_of_reference").upper(), "misc")
    pages = "--".join(filter(None, (get("start_page"), get("end_page"))))
    year = re.search(r"\d{4}", get("year", "publication_year", "date"))
    container = get("secondary_title", "journal_name", "alternate_title3", "alternate_title2")
    number = get("issn")
    fields = {
        "author": people("authors", "first_authors"),
        "editor": people("secondary_authors") or _unknown(row, "ED")
        if type_ in _IN_A_BOOK or type_ == "collection"
        else "",
        "title": get("title", "primary_title"),
        "journal": container if type_ == "article" else "",
        "booktitle": container if type_ in _IN_A_BOOK else "",
        "year": year[0] if year else "",
        "volume": get("volume"),
        "number": get("number"),
        "pages": pages.replace("–", "--") if "-" in pages or "–" in pages else pages,
        "school" if type_ == "phdthesis" else "publisher": get("publisher"),
        "address": get("place_published"),
        "edition": get("edition"),
        "issn" if type_ == "article" else "isbn": number,
        "doi": get("doi"),
        "url": get("urls", "url"),
    }
    if type_ == "collection" and not fields["editor"]:
        fields["editor"], fields["author"] = fields["author"], ""
    names = ("author", "editor")
    return Draft(
        type_,
        {name: value if name in names else escaped(name, value) for name, value in fields.items() if value},
    )


def _unknown(row: Mapping[str, object], tag: str) -> str:
    """Names under a tag that the library has no word for."""
    tags = row.get("unknown_tag")
    names = tags.get(tag, []) if isinstance(tags, Mapping) else []
    return " and ".join(person(str(name)) for name in names)


def person(name: str) -> str:
    """A name for a list of names. In RIS persons have a comma; what has none is an organisation, and gets braces."""
    plain = escaped("author", " ".join(name.split()).rstrip(","))
    return plain if "," in plain else f"{{{plain}}}"


def escaped(field: str, value: str) -> str:
    """Plain text as a BibTeX value: reading it gives the text again."""
    if field in _LITERAL:
        return value.strip().replace("{", "%7B").replace("}", "%7D")
    return "".join(_SIGNS.get(sign, sign) for sign in " ".join(value.split()))
