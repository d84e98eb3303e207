"""Draw the picture that other sites show beside a link: plfkb/assets/social.png, 1200 by 630.

Usage: python scripts/social.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import chromium  # noqa: E402 (found below the root)

FONT = ROOT / "plfkb" / "assets" / "fonts" / "newsreader-nb.woff2"
TARGET = ROOT / "plfkb" / "assets" / "social.png"
PAGE = f"""<!doctype html><html lang="nb"><meta charset="utf-8"><style>
@font-face {{ font-family: N; src: url("{FONT.as_uri()}"); font-weight: 400 600 }}
* {{ box-sizing: border-box; margin: 0 }}
body {{ width: 1200px; height: 630px; padding: 84px 96px; overflow: hidden; position: relative;
  background: #fdfcf9; color: #1d2628; font-family: N; border-left: 28px solid #1f6f7a }}
.name {{ display: flex; gap: 22px; align-items: center; font-size: 44px; font-weight: 600 }}
h1 {{ margin-top: 58px; max-width: 900px; font-size: 82px; font-weight: 600; line-height: 1.08 }}
p {{ position: absolute; bottom: 78px; font-size: 36px; color: #4d595b }}
.mark {{ color: #0b4f5c }}
.large {{ position: absolute; right: -150px; bottom: -130px; color: #dfeae8 }}
.name, h1, p {{ z-index: 1; position: relative }} p {{ position: absolute }}
</style>
<svg class="large" width="620" height="620" viewBox="0 0 32 32"><g fill="none" stroke="currentColor" stroke-width="1.6">
<circle cx="16" cy="11" r="7.6"/><circle cx="11" cy="19.6" r="7.6"/><circle cx="21" cy="19.6" r="7.6"/></g></svg>
<div class="name"><svg class="mark" width="72" height="72" viewBox="0 0 32 32"><g fill="none" stroke="currentColor"
stroke-width="2.4"><circle cx="16" cy="11" r="7.6"/><circle cx="11" cy="19.6" r="7.6"/><circle cx="21" cy="19.6" r="7.6"/>
</g><circle cx="16" cy="16.7" r="2.3" fill="currentColor"/></svg>PLF-basen</div>
<h1>Ordene vi bruker om profesjonelle læringsfellesskap</h1>
<p>Forklart, skilt fra hverandre og med kilder</p></html>"""


def main() -> None:
    source = ROOT / "build" / "social.html"
    source.parent.mkdir(exist_ok=True)
    source.write_text(PAGE, encoding="utf-8")
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.goto(source.as_uri())
        page.evaluate("document.fonts.ready")
        page.screenshot(path=TARGET)


if __name__ == "__main__":
    main()
