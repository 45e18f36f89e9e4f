"""Hides secrets in the request log, the page, the state file and the access log."""

import re
from typing import Final
from urllib.parse import quote, unquote, unquote_plus

HIDDEN: Final = "***"

_WORD: Final = re.compile(
    "secret|passw|passphrase|pwd|token|bearer|credential|assertion|jwt|signature"
    "|apikey|accesskey|privatekey|clientkey|subscriptionkey"
)
_NAMES: Final = frozenset({"key", "auth", "authorization", "sig", "pass", "code"})
# Each pattern begins at a boundary and does not backtrack, so that it takes linear time.
_NAMED: Final = re.compile(r"(?<![\w.-])([\w.-]++)[=:]")
_VALUE: Final = re.compile(r"""[^&;\s"'/]*+""")
_IN_JSON: Final = re.compile(
    r'"((?:[^"\\]|\\.){1,200}+)"(\s*+:\s*+)("(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[^\s",\]}\[{]++)', re.DOTALL
)
_PATHS_OF_TOKENS: Final = frozenset({"token", "tokens"})
"""Names of secrets that paths of the sandbox have; what follows them there is none."""
_PLAIN: Final = "=:;,&+*@"
"""Characters that are shown as they are where the rest of a path is quoted again."""
_SCHEME: Final = re.compile(r'(?i)\b(bearer|basic)(\s++)[^\s"]++')


def shown_target(path: str, query: str) -> str:
    """Return the target of a request with all secrets hidden.

    Args:
        path: its path; the access log has it quoted, the request log has not.
        query: its query, as sent.
    """
    shown = _path(path)
    return f"{shown}?{'&'.join(map(_pair, query.split('&')))}" if query else shown


def shown_text(text: str) -> str:
    """Return a text, JSON or not, with the values hidden whose name is that of a secret."""
    text = _IN_JSON.sub(lambda found: f'"{found[1]}"{found[2]}"{HIDDEN}"' if _is_secret(found[1]) else found[0], text)
    text = _without_values(text)
    return _SCHEME.sub(rf"\1\2{HIDDEN}", text)


def _without_values(text: str) -> str:
    """Return a text with the values hidden that follow the name of a secret and `=` or `:`, inside other values too."""
    shown: list[str] = []
    at = 0
    for found in _NAMED.finditer(text):
        if found.start() < at or not _is_secret(found[1]):
            continue
        start = found.end()
        value = _VALUE.match(text, start)
        end = start if value is None else value.end()
        # Nothing behind a colon is no value: `token: expired` is a sentence.
        shown += [text[at:start], HIDDEN if end > start or text[start - 1] == "=" else ""]
        at = end
    return "".join([*shown, text[at:]])


def _path(path: str) -> str:
    shown: list[str] = []
    follows_name = False
    for sent in path.split("/"):
        plain = unquote(unquote(sent))
        hidden = HIDDEN if follows_name and plain else shown_text(plain)
        # Quoted again, so that no character of it can end the line of a log.
        shown.append(sent if hidden == plain else quote(hidden, safe=_PLAIN))
        is_name = "=" not in plain and ":" not in plain
        follows_name = is_name and _is_secret(plain) and plain.lower() not in _PATHS_OF_TOKENS
    return "/".join(shown)


def _pair(sent: str) -> str:
    name, sign, value = sent.partition("=")
    if not sign:
        return shown_text(sent)
    plain_name, plain = (unquote_plus(unquote_plus(each)) for each in (name, value))
    is_secret = _is_secret(plain_name) or plain_name.strip().lower() in _NAMES or shown_text(plain) != plain
    return f"{name}={HIDDEN}" if is_secret else sent


def _is_secret(name: str) -> bool:
    return _WORD.search(re.sub(r"[\W_]", "", name).lower()) is not None
