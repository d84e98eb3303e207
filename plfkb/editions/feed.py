"""The changes between editions as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from plfkb.editions.changes import Change, ChangeKind
from plfkb.editions.edition import Edition
from plfkb.interface.texts import Texts
from plfkb.linking import addresses
from plfkb.norwegian.words import capital

ADDRESS = "endringer.atom"
_NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(texts: Texts, publisher: str, editions: Sequence[Edition], changes: Sequence[Change]) -> str:
    """A feed of every edition and of every change since the first, the newest first.

    Needs at least one edition. The ids are permanent addresses, so that a reader is told of each once.
    """
    newest = editions[-1]
    feed = ElementTree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": texts.language})
    _add(feed, "id", f"{newest.site}{ADDRESS}")
    _add(feed, "title", texts.say("feed.title", publisher=publisher))
    _add(feed, "updated", _moment(newest))
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": f"{newest.site}{ADDRESS}"})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "href": f"{newest.site}{addresses.CHANGES}"})
    author = ElementTree.SubElement(feed, "author")
    _add(author, "name", publisher)
    first = editions[0]
    for edition in reversed(editions):
        count = texts.say("count.entries", n=len(edition.entries))
        _entry(feed, edition, edition.address, texts.say("changes.edition", name=edition.name), count)
        for change in changes:
            if change.edition is edition and edition is not first:
                title = f"{capital(change.entry.title)}: {label(texts, change)}"
                address = f"{edition.address}#{change.kind.value}-{change.entry.address}"
                _entry(feed, edition, address, title, summary(texts, change), change.entry.address)
    return ElementTree.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def label(texts: Texts, change: Change) -> str:
    """The kind of a change in a few words."""
    return texts.say(f"change.{change.kind.value}")


def summary(texts: Texts, change: Change) -> str:
    """A change in a sentence."""
    match change.kind:
        case ChangeKind.RENAMED:
            return texts.say("feed.renamed", before=change.before, after=change.after)
        case ChangeKind.DEFINITION:
            return texts.say("feed.definition", before=change.before, after=change.after)
        case ChangeKind.RETIRED if change.after:
            return texts.say("feed.successor", address=change.edition.site + change.after)
        case ChangeKind.RETIRED:
            return texts.say("feed.retired")
        case ChangeKind.NEW:
            return change.entry.definition
        case ChangeKind.TEXT:
            return texts.say("feed.text")


def _entry(
    feed: ElementTree.Element, edition: Edition, address: str, title: str, text: str, page: str = ""
) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    _add(entry, "id", edition.site + address)
    _add(entry, "title", title)
    _add(entry, "updated", _moment(edition))
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "href": edition.site + (page or address)})
    _add(entry, "summary", text)


def _moment(edition: Edition) -> str:
    return f"{edition.day.isoformat()}T00:00:00Z"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text
