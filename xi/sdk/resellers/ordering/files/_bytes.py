"""From bytes to text: one private copy of the file, its encoding, and what can be seen from its bytes."""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import IO, TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers.exceptions import ApiTypeError
from xi.sdk.resellers.ordering.files._refusals import FileFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import Buffer

_CHUNK: Final = 1 << 18
_FIRST: Final = 1024
"""Bytes at the beginning that tell what a file is."""
_HALVES: Final = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no text can have; some encodings can write them."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before that of UTF-16, which is the beginning of the first: no text begins with a NUL.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TWO_ORDERS: Final = ("utf-16", "utf-32")
"""Encodings whose bytes stand in one of two orders, which a byte order mark tells."""
_AGAIN: Final = "run it again when the program that writes it is done"
_NO_FILES: Final = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))
_NO_TEXT: Final = ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape")
"""Encodings of Python that are for names or for its own code, not for files."""
_ZIP: Final = b"PK\x03\x04"
"""All four bytes: a header may begin with a column `PK`."""
_OLE: Final = b"\xd0\xcf\x11\xe0"
_PACKED: Final = (
    ((b"[Content_Types].xml", b"xl/"), "an Excel workbook"),
    ((b"opendocument.spreadsheet",), "an OpenDocument workbook"),
    ((b"",), "a ZIP archive, as an Excel workbook is"),
)
"""What is near the beginning of a ZIP archive, and what it is then."""
_KINDS: Final = {
    ".csv": "csv",
    ".txt": "csv",
    ".tsv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


class _Part(io.RawIOBase):
    """A reader of the copy with a position of its own, so that two can read at once."""

    def __init__(self, file: IO[bytes], lock: Lock, start: int) -> None:
        self._file = file
        self._lock = lock
        self._position = start

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        with self._lock:
            self._file.seek(self._position)
            count = cast("int", cast("Any", self._file).readinto(buffer))
        self._position += count
        return count


@dataclass(frozen=True, slots=True)
class Copy:
    """A private copy of an order file, which is gone when it is closed.

    Args:
        name: the name of the file, for messages.
        file: the copy.
        lock: who has it reads.
        size: bytes.
        sha256: the SHA-256 of the bytes, in hexadecimal digits.
        encoding: the encoding, as Python names it.
        why: what decided the encoding.
        start: bytes before the text: the byte order mark.
        is_ended: whether the text ends with the end of a line.
    """

    name: str
    file: IO[bytes]
    lock: Lock
    size: int
    sha256: str
    encoding: str
    why: str
    start: int
    is_ended: bool

    def opened(self) -> io.TextIOWrapper:
        """Return a reader of the text, with its line ends as they are."""
        raw = io.BufferedReader(_Part(self.file, self.lock, self.start), _CHUNK)
        return io.TextIOWrapper(raw, encoding=self.encoding, errors="strict", newline="")


def kind_of(name: str, kind: str | None) -> str:
    """Return csv, json or jsonl, by what is said or by the ending of the name.

    Raises:
        FileFault: neither tells.
    """
    if kind is None:
        kind = _KINDS.get(Path(name).suffix.lower())
        if kind is None:
            raise FileFault("no-kind", "the name does not tell what is in the file", "say --kind csv, json or jsonl")
    elif kind not in _KINDS.values():
        raise FileFault(
            "no-kind", f"kind is {kind!r}; it should be csv, json or jsonl", "say --kind csv, json or jsonl"
        )
    return kind


def copied(given: Any, name: str, encoding: str | None, *, file: IO[bytes]) -> Copy:
    """Copy a file, and find out its encoding.

    Args:
        given: its path, or a stream of bytes.
        name: its name, for messages.
        encoding: the encoding that is said; None if the bytes should tell.
        file: where the copy goes.

    Raises:
        FileFault: it is no file, is empty, is no text, has a byte that does not fit, or was changed while it was read.
        OSError: it cannot be read.
    """
    digest = sha256()
    if isinstance(given, (str, os.PathLike)):
        _copy_file(Path(cast("str | os.PathLike[str]", given)), file, digest)
    else:
        _copy(given, file, digest)
    size = file.tell()
    file.seek(0)
    first = file.read(_FIRST)
    mark, marked = _mark_of(first)
    _refuse_other_kinds(first, mark, marked)
    chosen, why = _encoding_of(encoding, marked)
    if chosen in _TWO_ORDERS:
        # Python reads it in the order of this machine, or not at all: the file would not say which it is.
        raise FileFault(
            "bad-encoding",
            f"{chosen} has two orders of bytes, and the file has no byte order mark that tells which",
            f"say which: --encoding {_wide(first) or f'{chosen}-le'}",
        )
    lock = Lock()
    is_ended = _check(file, chosen, len(mark))
    return Copy(name, file, lock, size, digest.hexdigest(), chosen, why, len(mark), is_ended)


def look_at(given: Any) -> None:
    """Look at what a file is whose name does not tell, if it is given by its path.

    Args:
        given: its path, or a stream, of which nothing is read.

    Raises:
        FileFault: it is no file, is empty, or is no text, such as a workbook.
        OSError: it cannot be read.
    """
    if isinstance(given, (str, os.PathLike)):
        path = Path(cast("str | os.PathLike[str]", given))
        _refuse_no_file(path)
        with path.open("rb") as source:
            first = source.read(_FIRST)
        _refuse_other_kinds(first, *_mark_of(first))


def new_copy() -> IO[bytes]:
    """Return an empty file that no other program sees, and that is gone when it is closed."""
    return tempfile.TemporaryFile()


def _mark_of(first: bytes) -> tuple[bytes, str | None]:
    return next(((mark, found) for mark, found in _MARKS if first.startswith(mark)), (b"", None))


def _refuse_no_file(path: Path) -> None:
    # Looked at before it is opened: to open a pipe waits for who writes into it.
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        what = next((word for is_one, word in _NO_FILES if is_one(mode)), "a device")
        raise FileFault("not-a-file", f"this is {what}, not a file", "name the file; a pipe: as standard input, `-`")


def _copy_file(path: Path, file: IO[bytes], digest: Any) -> None:
    """Copy a file of the disk; one that changes meanwhile is refused, since it may be half written."""
    _refuse_no_file(path)
    with path.open("rb") as source:
        before = os.fstat(source.fileno())
        size = _copy(source, file, digest)
        after = os.fstat(source.fileno())
    try:
        there = path.stat()
    except FileNotFoundError:
        raise FileFault("file-changed", "the file was moved or deleted while it was read", _AGAIN) from None
    if not os.path.samestat(there, before):
        raise FileFault("file-changed", "the file was replaced while it was read", _AGAIN)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or size != after.st_size:
        raise FileFault("file-changed", "the file was changed while it was read", _AGAIN)


def _copy(source: Any, file: IO[bytes], digest: Any) -> int:
    size = 0
    while True:
        chunk: object = source.read(_CHUNK)
        if not isinstance(chunk, bytes):
            raise ApiTypeError(
                "file should be a path or a stream of bytes, such as sys.stdin.buffer or open(path, 'rb')",
                argument="file",
            )
        if not chunk:
            return size
        size += len(chunk)
        digest.update(chunk)
        file.write(chunk)


def _refuse_other_kinds(first: bytes, mark: bytes, marked: str | None) -> None:
    if not first[len(mark) :].strip():
        raise FileFault("empty-file", "the file is empty", "a header alone is fine; nothing at all is not")
    if first.startswith(_OLE):
        raise FileFault("workbook", "this is an Excel workbook", "save it as CSV UTF-8")
    if first.startswith(_ZIP):
        what = next(what for marks, what in _PACKED if any(each in first for each in marks))
        raise FileFault("workbook", f"this is {what}", "save it as CSV UTF-8")
    text = first[len(mark) :].decode(marked or "latin-1", "ignore").lstrip()
    if text.startswith("<"):
        raise FileFault("markup", "this is HTML or XML, not a list of orders", "save it as CSV UTF-8")


def _encoding_of(said: str | None, marked: str | None) -> tuple[str, str]:
    if said is None:
        return (marked, "byte order mark") if marked else ("utf-8", "the default")
    codec = _codec_of(said)
    if codec is None:
        raise FileFault("bad-encoding", f"{said!r} is no encoding that is known", "such as --encoding cp1252")
    if marked is None:
        return codec.name, "--encoding"
    if codec.name.removesuffix("-sig") not in (marked, marked[: len("utf-16")]):
        raise FileFault(
            "other-encoding", f"its byte order mark says {marked}, and --encoding says {said}", "leave --encoding out"
        )
    return marked, "byte order mark"


def _codec_of(said: str) -> codecs.CodecInfo | None:
    """Return the codec of a name; None if there is none that makes text of bytes."""
    try:
        codec = codecs.lookup(said)
        if codec.name in _NO_TEXT:
            return None
        "".encode(said)
    except (LookupError, ValueError):  # a name with a NUL is a ValueError
        return None
    return codec


def _wide(first: bytes) -> str | None:
    """Return the encoding that the zeros among the first bytes look like, to be proposed; None if there are none."""
    if b"\0" not in first:
        return None
    width = 32 if b"\0\0\0" in first else 16
    order = "be" if first[:1] == b"\0" else "le"
    return f"utf-{width}-{order}"


def _check(file: IO[bytes], encoding: str, start: int) -> bool:
    """Refuse bytes that do not fit; return whether the text ends with the end of a line."""
    file.seek(start)
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    done = start
    last = ""
    try:
        for chunk in _chunks(file):
            text = decoder.decode(chunk)
            if "\0" in text:
                before = done + len(text[: text.index("\0")].encode(encoding, "ignore"))
                file.seek(start)
                name = _wide(file.read(_FIRST))
                raise FileFault(
                    "nul",
                    "the file has a NUL, so it is no text in this encoding",
                    "export the file again, as UTF-8"
                    if name is None
                    else f"if it is UTF-{name[4:6]}: --encoding {name}",
                    _line_at(file, encoding, start, before),
                )
            if (half := _HALVES.search(text)) is not None:
                before = done + len(text[: half.start()].encode(encoding, "ignore"))
                raise FileFault(
                    "lost-character",
                    f"the file has half of a character in {encoding}: the other half is lost",
                    "export the file again, as UTF-8",
                    _line_at(file, encoding, start, before),
                )
            last = text[-1:] or last
            done += len(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        # What the decoder had kept of the chunk before is a part of what it names.
        kept = len(error.object) - (file.tell() - done)
        at = done - max(kept, 0) + error.start
        fault = error.object[error.start]
    else:
        return last in ("\n", "\r")
    hint = (
        "if Windows wrote the file: --encoding cp1252 (or cp932, ...)" if encoding == "utf-8" else "another --encoding"
    )
    raise FileFault(
        "bad-byte",
        f"byte {at + 1:,} of the file, 0x{fault:02x}, does not fit {encoding}",
        hint,
        _line_at(file, encoding, start, at),
    )


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


def _line_at(file: IO[bytes], encoding: str, start: int, end: int) -> int:
    """Return the number of the line of a byte; all before it can be read."""
    file.seek(start)
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)("ignore"), translate=True)
    left, lines = end - start, 1
    while left > 0 and (chunk := file.read(min(left, _CHUNK))):
        lines += decoder.decode(chunk).count("\n")
        left -= len(chunk)
    return lines
