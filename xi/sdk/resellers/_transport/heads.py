"""Brings the head of an answer into the one form that both HTTP libraries read alike, or refuses it.

Each library has its own idea of what it passes over: a version, a blank, a zero byte. What one of them reads and the
other one refuses would make the same answer a placed order in one client and a doubt in the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from http.client import HTTPMessage

_TOKEN = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_FIELD = re.compile(rb"(" + _TOKEN + rb")[ \t]*:")
_CONTROL = re.compile(rb"[\0-\x08\x0b-\x1f\x7f]")
_ODD_BYTES = bytes(each for each in (*range(32), 127) if each not in b"\r\n")
_ODD_LINE = re.compile(rb"\n(?!" + _TOKEN + rb":|\r?\n|\Z)")
_STATUS = re.compile(rb"HTTP/1\.[01] [1-9][0-9]{2}(?: [^ \t\r\n][^\r\n]*)?\r?\n")
_ODD_STATUS = re.compile(rb"HTTP/1\.([0-9])[ \t]+([1-9][0-9]{2})([ \t][^\n]*)?")
BLANK_LINE = re.compile(rb"\n\r?\n")
"""The end of a head."""
LONGEST_LINE = 65_536
"""Bytes of a line of a head, or between chunks; the limit of `http.client`."""
LONGEST_HEAD = 1 << 20
"""Bytes; a longer head is refused."""
MOST_HEADERS = 1_000
"""Our choice: ten times what `http.client` takes, since to lose a placed order for its headers would be wrong."""
MOST_INTERIM = 1_000
"""Interim answers, such as 102, that are skipped before an answer. Our choice (docs/why.md): at the default deadline a
server can send three a second. Without a limit they could keep an event loop busy beyond every deadline."""
TOO_MANY_INTERIM = f"more than {MOST_INTERIM:,} interim answers came"
CHUNKED = re.compile(rb"(?im)^transfer-encoding[ \t]*:(?:[^\r\n]*[ \t,])?chunked[ \t]*\r?$")
"""The line of a head that says that its body comes in chunks."""
_NO_CONTENT = 204
WITHOUT_BODY = (_NO_CONTENT, 304)
"""Statuses after whose head the answer ends, whatever the head says of a body (RFC 9112, 6.3)."""
_LENGTH = re.compile(rb"(?im)^content-length[ \t]*:([^\r\n]*)\r?\n")
_IDENTITY = re.compile(rb"(?im)^transfer-encoding[ \t]*:[ \t]*identity[ \t]*\r?\n")


class UnreadableHead(ValueError):  # noqa: N818 - each client makes an error of its library of it
    """A head is refused; the text says why."""


def mended(head: bytes) -> bytes:
    """Return a head as both libraries read it.

    A control character, a zero byte among them, becomes a blank (RFC 9110, 5.5), folded lines become one (RFC 9112,
    5.2), lines that are no header are left out, and a later minor version is 1.1 (RFC 9110, 2.5).

    Args:
        head: the status line and the headers, up to the blank line and with it.

    Raises:
        UnreadableHead: it has no status line of HTTP/1, or is too long, and then perhaps not complete.
    """
    if len(head) > LONGEST_HEAD:
        raise UnreadableHead(f"it is longer than {LONGEST_HEAD:,} bytes without its body")
    if _is_odd(head):
        head = _rewritten(head)
    if head.count(b"\n") > MOST_HEADERS + 2:
        raise UnreadableHead(f"it has more than {MOST_HEADERS:,} headers")
    if _STATUS.match(head):
        return head
    end = head.find(b"\n") + 1
    return status_line(head[:end]) + head[end:]


def status_line(line: bytes) -> bytes:
    """Return a status line with single blanks, and with a version that both libraries know.

    Raises:
        UnreadableHead: it is no status line of HTTP/1.
    """
    found = _ODD_STATUS.fullmatch(_without_controls(line.removesuffix(b"\n")))
    if found is None:
        raise UnreadableHead("the answer is not HTTP: its first line is no status line of HTTP/1")
    minor, status, reason = found.groups(b"")
    return b"HTTP/1.%d %b %b\r\n" % (minor != b"0", status, reason.strip(b" \t"))


def is_interim(head: bytes) -> bool:
    """Return whether another answer follows a mended head; after 101 the connection is not HTTP."""
    return head[9:10] == b"1" and head[9:12] != b"101"


def may_go_on(status: int, headers: Mapping[str, str] | HTTPMessage) -> bool:
    """Return whether a body may come behind an answer that has none.

    There are servers that send what the head of a 204 tells of. That of a 304 tells of the answer that it stands for.

    Args:
        status: of the answer.
        headers: of the answer, in which a name is found in any case.
    """
    if status not in WITHOUT_BODY:
        return False
    return "Transfer-Encoding" in headers or (status == _NO_CONTENT and headers.get("Content-Length", "0") != "0")


def _is_odd(head: bytes) -> bool:
    """Return whether a head may have something to mend; one regular expression for all of it takes twice as long."""
    return (
        len(head.translate(None, _ODD_BYTES)) < len(head)
        or head.count(b"\r") > head.count(b"\r\n")
        or b" \r" in head
        or b" \n" in head
        or _ODD_LINE.search(head) is not None
    )


def _rewritten(head: bytes) -> bytes:
    status, *lines = head.split(b"\n")
    kept = [_without_controls(status)]
    is_kept = False
    for line in lines:
        if line.startswith((b" ", b"\t")):  # it goes on with the line before
            more = _without_controls(line).lstrip()
            kept += (b" ", more) if is_kept and more else ()
            continue
        field = _FIELD.match(line)
        is_kept = field is not None
        if field is not None:
            kept += (b"\r\n", field[1], b":", _without_controls(line[field.end() :]))
    return b"".join((*kept, b"\r\n\r\n"))


def _without_controls(line: bytes) -> bytes:
    return _CONTROL.sub(b" ", line.removesuffix(b"\r")).rstrip()


def for_aiohttp(head: bytes) -> bytes:
    """Return a mended head without what the parser of aiohttp refuses and other readers pass over."""
    if is_interim(head):  # after one of HTTP/1.0, or with a length, it would refuse what follows
        return b"HTTP/1.1 %b \r\n\r\n" % head[9:12]
    return _in_utf8(_with_one_length(_IDENTITY.sub(b"", head)))


def _in_utf8(head: bytes) -> bytes:
    """Return a head in UTF-8, as which aiohttp reads it; one that is not UTF-8 is in Latin-1, as HTTP/1.1 says.

    aiohttp would make lone surrogates of its letters, which no log file can take.
    """
    try:
        head.decode()
    except UnicodeDecodeError:
        return head.decode("latin-1").encode()
    return head


def _with_one_length(head: bytes) -> bytes:
    """Return a head without a repeated Content-Length, and without any Content-Length beside chunks.

    Contradictions are not changed: the parser refuses them.
    """
    stated = _LENGTH.findall(head)
    lengths = [each.strip() for line in stated for each in line.split(b",")]
    if not lengths:
        return head
    if CHUNKED.search(head):
        return _LENGTH.sub(b"", head)
    if len(lengths) == 1 or len(set(lengths)) > 1:
        return head
    status, end, rest = _LENGTH.sub(b"", head).partition(b"\n")
    return b"".join((status, end, b"Content-Length: ", lengths[0], b"\r\n", rest))
