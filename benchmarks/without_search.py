"""MkDocs with plfkb's own search left out: python -m benchmarks.without_search build (for ``benchmarks.build``)."""

from __future__ import annotations

from mkdocs.__main__ import cli

from plfkb.site import Site


def no_index(_: Site) -> dict[str, str]:
    return {}


if __name__ == "__main__":
    setattr(Site, "_index", property(no_index))  # noqa: B010 - a benchmark may reach inside
    cli()
