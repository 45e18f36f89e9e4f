"""Hides secrets in the request log, the page, the state file and the access log."""

import re
from typing import Final
from urllib.parse import unquote_plus

HIDDEN: Final = "***"

_WORD: Final = re.compile(
    "secret|passw|passphrase|pwd|token|bearer|credential|assertion|jwt|signature"
    "|apikey|accesskey|privatekey|clientkey|subscriptionkey"
)
_NAMES: Final = frozenset({"key", "auth", "authorization", "sig", "pass", "code"})
# Each pattern begins at a boundary and does not backtrack, so that it takes linear time.
_IN_TEXT: Final = re.compile(r"""(?<![\w.-])([\w.-]++)=[^&;\s"'/]*+""")
_IN_JSON: Final = re.compile(
    r'"((?:[^"\\]|\\.){1,200}+)"(\s*+:\s*+)("(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[^\s",\]}\[{]++)', re.DOTALL
)
_SCHEME: Final = re.compile(r'(?i)\b(bearer|basic)(\s++)[^\s"]++')


def shown_target(path: str, query: str) -> str:
    """Return the target of a request with all secrets hidden.

    Args:
        path: its path.
        query: its query, as sent.
    """
    shown = shown_text(path)
    return f"{shown}?{'&'.join(map(_pair, query.split('&')))}" if query else shown


def shown_text(text: str) -> str:
    """Return a text, JSON or not, with the values hidden whose name is that of a secret."""
    text = _IN_JSON.sub(lambda found: f'"{found[1]}"{found[2]}"{HIDDEN}"' if _is_secret(found[1]) else found[0], text)
    text = _IN_TEXT.sub(lambda found: f"{found[1]}={HIDDEN}" if _is_secret(found[1]) else found[0], text)
    return _SCHEME.sub(rf"\1\2{HIDDEN}", text)


def _pair(sent: str) -> str:
    name, sign, value = sent.partition("=")
    if not sign:
        return shown_text(sent)
    plain_name, plain = (unquote_plus(unquote_plus(each)) for each in (name, value))
    is_secret = _is_secret(plain_name) or plain_name.strip().lower() in _NAMES or shown_text(plain) != plain
    return f"{name}={HIDDEN}" if is_secret else sent


def _is_secret(name: str) -> bool:
    return _WORD.search(re.sub(r"[\W_]", "", name).lower()) is not None
