"""What the policy lets through, and what not."""

from __future__ import annotations

import pytest

from plfkb.pages.security import secured

HEAD = '<head><meta charset="utf-8">'
# sha256 of «run()», by: printf 'run()' | openssl dgst -sha256 -binary | base64
RUN = "'sha256-AvyuiL0SD1mVY3NNxR+V2uo+lhk6RMFrytWmRt6CrJQ='"


@pytest.mark.parametrize(
    ("html", "content", "let_through"),
    [
        ("<script>run()</script>", "", True),
        ('<script type="module">run()</script>', "", True),
        ('<script src="x.js"></script>', "", False),
        ('<script type="application/ld+json">run()</script>', "", False),
        ('<script id="x" type="application/json">run()</script>', "", False),
        ("<p>Tekst</p><script>run()</script>", "<p>Tekst</p><script>run()</script>", False),
    ],
)
def test_only_scripts_of_the_frame_are_let_through(html: str, content: str, let_through: bool) -> None:
    page = secured(HEAD + html, content)
    assert (RUN in page) is let_through
    assert page.count("sha256-") == let_through
    assert page.endswith(html)


def test_the_policy_comes_before_anything_it_concerns() -> None:
    page = secured(HEAD + '<link rel="stylesheet" href="a.css"><script>run()</script>')
    assert page.startswith(
        HEAD + '\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    )
