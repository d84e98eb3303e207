"""A Content-Security-Policy for each page, and response headers for hosts that read a ``_headers`` file.

The policy stands in the page, so that it holds wherever the site is copied to. It lets a page load files of its own
site and run the two short scripts that must come before the page is drawn, each known by its hash, and nothing else:
no other host, no script that came in with the text of an entry, no inline style.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

# A script with another type is data, and no policy concerns it.
_RUNS = re.compile(r"^(?!.*\bsrc=)(?!.*\btype=(?![\"']?(?:module|text/javascript)))", re.DOTALL)
# So much of the content is found in a page first; the rest is compared at that place.
_TELLING = 100
_CHARSET = re.compile(r"<meta charset=[^>]*>")

# What a page may do, apart from scripts. Pictures as data: are the icons in the theme's own style sheet.
_RULES = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)

# Netlify and Cloudflare Pages send these; docs/om/personvern.md says what to write for others. That other sites may
# not show a page in a frame can only be said in a header.
HEADERS = """/*
  Content-Security-Policy: frame-ancestors 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
"""


def secured(html: str, content: str = "") -> str:
    """A page with its policy. ``content`` is the part of it that entries wrote: scripts there are not let through."""
    scripts = {
        _hash(code)
        for attributes, code in _scripts(_around(html, content))
        if code and _RUNS.match(attributes)
    }
    script_source = " ".join(["script-src 'self'", *sorted(scripts)])
    policy = "; ".join((_RULES[0], script_source, *_RULES[1:]))
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="same-origin">'
    )
    charset = _CHARSET.search(html)
    return f"{html[: charset.end()]}\n{metas}{html[charset.end() :]}" if charset else html


def _scripts(html: str) -> Iterator[tuple[str, str]]:
    """The attributes and the code of each script. Looked for by plain words: patterns take ten times as long."""
    start = html.find("<script")
    while start >= 0:
        inside = html.find(">", start)
        end = html.find("</script>", inside)
        if inside < 0 or end < 0:
            return
        yield html[start + len("<script") : inside], html[inside + 1 : end]
        start = html.find("<script", end)


def _around(html: str, content: str) -> str:
    """A page without what entries wrote in it."""
    # The beginning is looked for first: to look for the whole at once takes longer than all the rest of this module.
    start = html.find(content[:_TELLING])
    if not content or not html.startswith(content, start):
        start = html.find(content)
    return html if start < 0 else html[:start] + html[start + len(content) :]


def _hash(code: str) -> str:
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"
