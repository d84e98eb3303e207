"""Files that MkDocs lists, so that pages may link to them, and that it does not always have to write."""

from __future__ import annotations

from mkdocs.structure.files import File


class Later(File):
    """A file that is made when every page has been rendered, and written by others."""

    def copy_file(self, dirty: bool = False) -> None:
        pass


class Tracked(File):
    """A file that knows whether it has to be made: MkDocs' option ``--dirty`` asks each before rendering and writing."""

    modified = True

    def is_modified(self) -> bool:
        return self.modified

    @classmethod
    def of(cls, file: File) -> Tracked:
        tracked = cls.__new__(cls)
        tracked.__dict__.update(vars(file))
        return tracked
