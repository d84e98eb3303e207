"""LaTeX as it occurs in bibliographies, decoded to plain Unicode text.

Bibliographies use a small part of LaTeX: accents, a few letters, escaped signs, dashes, quotation marks and
italics. That part is decoded here, once, so that no later step has to know LaTeX. Italics become ``*…*``.
Everything else keeps its readable text and is reported by name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "o": "ø", "O": "Ø", "oe": "œ", "OE": "Œ", "ss": "ß", "l": "ł",
    "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "euro": "€", "texteuro": "€", "dots": "…",
    "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "guillemotleft": "«",
    "guillemotright": "»", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textbraceleft": "{", "textbraceright": "}",
    "textunderscore": "_", "textdegree": "°", "textregistered": "®", "texttrademark": "™", "slash": "/",
    "TeX": "TeX", "LaTeX": "LaTeX", "quad": " ", "qquad": " ", "space": " ", "newline": " ",
}  # fmt: skip
_SIGNS = {
    **{sign: sign for sign in "&%_#${}"},
    " ": " ", "\n": " ", ",": "\u2009", ";": " ", ":": " ", "!": "", "-": "", "/": "", "@": "", "\\": " ",
}  # fmt: skip
_ITALIC = frozenset({"emph", "textit", "textsl", "em", "it", "itshape", "sl"})
_PLAIN = frozenset({
    "autocap", "bf", "bfseries", "ensuremath", "hbox", "lowercase", "mbox", "normalfont", "protect", "relax", "rm",
    "sc", "scshape", "sf", "text", "textbf", "textcite", "textmd", "textnormal", "textrm", "textsc", "textsf",
    "textsubscript", "textsuperscript", "texttt", "textup", "tt", "uppercase", "upshape",
})  # fmt: skip
_ADDRESS = frozenset({"url", "nolinkurl", "path"})
_TOKEN = re.compile(
    r"""\\(?P<word>[A-Za-z]+)[ ]*(?:\{\})?   # a command of letters, with the blank or {} that ends its name
      | \\(?P<sign>.)                        # a command of one sign
      | (?P<open>\{) | (?P<close>\})
      | (?P<address>https?://[^\s{}]+)       # an address in running text is not LaTeX
      | (?P<dash>-{2,3}) | (?P<quote>``|'') | (?P<tie>~)""",
    re.VERBOSE | re.DOTALL,
)
_NEEDED = re.compile(r"[\\{}~]|--|``|''")
_ESCAPED = re.compile(r"\\([_&%#~])")
_PLAIN_CHARS = {"--": "–", "---": "—", "``": "“", "''": "”"}
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""Plain text, and the names of the commands that were not understood («\foo»)."""

    text: str
    unknown: tuple[str, ...] = ()


def decode(value: str) -> Decoded:
    """``value`` without LaTeX, blanks collapsed. Never raises: what is not understood stays readable."""
    if not _NEEDED.search(value):
        return Decoded(squeeze(value))
    reader = _Reader(value)
    text = reader.group(top=True)
    return Decoded(squeeze(unicodedata.normalize("NFC", text)), tuple(dict.fromkeys(reader.unknown)))


def decode_address(value: str) -> str:
    r"""A URL or DOI: only ``\_ \& \% \# \~`` lose their backslash, and ``\url{…}`` or outer braces go."""
    address = squeeze(value)
    wrapped = re.fullmatch(r"(?:\\url\s*)?\{(.*)\}", address)
    while wrapped:
        address = wrapped.group(1).strip()
        wrapped = re.fullmatch(r"(?:\\url\s*)?\{(.*)\}", address)
    return _ESCAPED.sub(r"\1", address)


def squeeze(value: str) -> str:
    """``value`` trimmed, with every run of blanks and line breaks as one space (no-break spaces stay)."""
    return _BLANKS.sub(" ", value).strip(" ")


class _Reader:
    """Reads one value from left to right, group by group."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.position = 0
        self.unknown: list[str] = []
        self.italics = 0  # how many commands for italics the position is inside of

    def group(self, *, top: bool = False) -> str:
        """The text up to the brace that closes this group (or to the end)."""
        done: list[str] = []
        italic_from: int | None = None
        while self.position < len(self.value):
            token = _TOKEN.search(self.value, self.position)
            if token is None:
                done.append(self.value[self.position :])
                self.position = len(self.value)
                break
            done.append(self.value[self.position : token.start()])
            self.position = token.end()
            if token["close"]:
                if top:
                    continue
                break
            if (word := token["word"]) in _ITALIC and not self._argument_follows():
                if italic_from is None:  # {\em …}: the rest of the group is italic
                    italic_from = len(done)
                    self.italics += 1
            elif word:
                done.append(self._command(word, token.group().endswith("{}")))
            elif token["sign"]:
                done.append(self._sign(token["sign"]))
            else:
                done.append(self._plain(token))
        if italic_from is not None:
            self.italics -= 1
            done[italic_from:] = [self._italic("".join(done[italic_from:]))]
        return "".join(done)

    def _plain(self, token: re.Match[str]) -> str:
        if token["open"]:
            return self.group()
        if token["address"]:
            return decode_address(token["address"])
        if token["tie"]:
            return "\u00a0"
        return _PLAIN_CHARS[token.group()]

    def _sign(self, sign: str) -> str:
        if sign in _COMBINING:
            return self._accented(sign)
        if sign in _SIGNS:
            return _SIGNS[sign]
        self.unknown.append("\\" + sign)
        return sign

    def _command(self, word: str, closed: bool) -> str:
        if word in _LETTERS:
            return _LETTERS[word]
        if word in _COMBINING and not closed:
            return self._accented(word)
        if word in _ADDRESS and self._argument_follows():
            return self._address()
        if word == "href" and self._argument_follows():
            self._address()
            return self._argument()
        if word in _ITALIC:
            self.italics += 1
            inner = self._argument()
            self.italics -= 1
            return self._italic(inner)
        if word == "enquote" and self._argument_follows():
            return f"«{self._argument()}»"
        if word in _PLAIN:
            return ""  # the argument, if there is one, is read as the group that follows
        self.unknown.append("\\" + word)
        if closed or self._argument_follows():
            return ""
        return word + (" " if self.value[self.position - 1] == " " else "")

    def _argument_follows(self) -> bool:
        return self.value[self.position : self.position + 1] == "{"

    def _argument(self) -> str:
        """The group that follows, or else the next character (which may be a command)."""
        if self._argument_follows():
            self.position += 1
            return self.group()
        token = _TOKEN.match(self.value, self.position)
        if token and (token["word"] or token["sign"]):
            self.position = token.end()
            return self._command(token["word"], False) if token["word"] else self._sign(token["sign"])
        if token and token["close"]:
            return ""
        letter = self.value[self.position : self.position + 1]
        self.position += len(letter)
        return letter

    def _accented(self, accent: str) -> str:
        while self.value[self.position : self.position + 1] == " ":
            self.position += 1
        letters = self._argument()
        base = {"ı": "i", "ȷ": "j"}.get(letters[:1], letters[:1])
        if not base.strip():
            return letters
        return unicodedata.normalize("NFC", base + _COMBINING[accent]) + letters[1:]

    def _address(self) -> str:
        end = self.value.find("}", self.position)
        end = len(self.value) if end < 0 else end
        address = self.value[self.position + 1 : end]
        self.position = end + 1
        return _ESCAPED.sub(r"\1", address.strip())

    def _italic(self, text: str) -> str:
        """``text`` between stars, with the blanks at its ends outside them. Italics do not nest."""
        inner = text.strip()
        if not inner or self.italics:
            return text
        before = text[: len(text) - len(text.lstrip())]
        after = text[len(text.rstrip()) :]
        return f"{before}*{inner}*{after}"
