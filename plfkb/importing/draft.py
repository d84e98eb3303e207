"""A concept on its way in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Draft:
    """One concept as the list has it.

    ``where`` is the line of a table («linje 3») or the address of a SKOS concept. ``id`` is empty when the list has none.
    ``theme`` is an id or a label. ``relations`` maps broader, part_of, related and contrasts to what they lead to: ids
    or terms. ``left`` is what the list says of the concept that has no place in an entry.
    """

    where: str
    term: str
    id: str = ""
    definition: str = ""
    also: tuple[str, ...] = ()
    discouraged: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    nn: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    type: str = ""
    theme: str = ""
    note: str = ""
    relations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left: tuple[str, ...] = ()


class UnreadableListError(ValueError):
    """A list that cannot be read at all. Every message is Norwegian, and says where, what is wrong and what to do."""

    def __init__(self, *messages: str) -> None:
        super().__init__(*messages)
        self.messages = messages


RELATIONS = ("broader", "part_of", "related", "contrasts")
