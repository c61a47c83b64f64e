"""The text that a file's bytes spell, whatever its character encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from milepost.documents.model import Note
from milepost.kernel.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ACCEPTED = "a text in UTF-8, UTF-16 or GB18030"
_SAMPLE = 64 * 1024
_BROKEN_SHARE = 0.01  # of the characters beyond ASCII; more is another encoding or no text
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")  # \v and \f occur in exported text
_CONTROL_SHARE = 0.01
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_USUAL = re.compile(r"[\t\n\r\x20-\x7e\u00a0-\u024f\u2000-\u22ff\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_TWO_BYTES = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_GB2312 = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""Characters with `\n` for every line break, the encoding they were read by, and notes on broken bytes."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decoded(data: bytes, name: str, declared: str = "") -> Decoded:
    r"""Decode a file: by its byte-order mark, else as `declared`, else by trying what fits.

    Single broken bytes become U+FFFD with a note.

    Raises
    ------
    ReadError
        If the bytes are no text: control characters, or no encoding that fits.

    >>> decoded("规划\r\n".encode("gb18030"), "a.txt").text
    '规划\n'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _finished(*_by(data[len(mark) :], encoding, name), name)
    if declared:
        try:
            return _finished(data.decode(declared), declared, 0, name)
        except (LookupError, ValueError):
            pass  # a wrong declaration is common; the bytes decide
    return _finished(*_tried(data, name), name)


def _tried(data: bytes, name: str) -> tuple[str, str, int]:
    try:
        return data.decode("utf-8"), "utf-8", 0
    except UnicodeDecodeError:
        pass
    wide = _unmarked_utf16(data[:_SAMPLE])
    if wide:
        return _by(data, wide, name)
    if b"\0" in data[:_SAMPLE]:
        raise _binary(name, "bytes of zero")
    text, broken = _replaced(data, "utf-8")
    if broken <= _allowed(text):
        return text, "utf-8", broken
    if _looks_chinese(data[:_SAMPLE]):
        text, broken = _replaced(data, "gb18030")
        if broken <= _allowed(text):
            return text, "gb18030", broken
    return _guessed(data, name)


def _by(data: bytes, encoding: str, name: str) -> tuple[str, str, int]:
    text, broken = _replaced(data, encoding)
    if broken > _allowed(text):
        raise ReadError(
            "the text cannot be decoded",
            where=name,
            found=f"{broken} broken characters in {encoding}",
            accepted=_ACCEPTED,
        )
    return text, encoding, broken


def _replaced(data: bytes, encoding: str) -> tuple[str, int]:
    """The text with U+FFFD for what is broken, and how many of those were not in the file itself."""
    text = data.decode(encoding, errors="replace")
    own = data.count("\ufffd".encode(encoding)) if encoding.startswith("utf") else 0
    return text, max(text.count("\ufffd") - own, 0)


def _allowed(text: str) -> int:
    """How many broken characters a text may have: a share of those beyond ASCII, and a few in any case."""
    beyond_ascii = len(_BEYOND_ASCII.findall(text[:_SAMPLE])) * max(len(text) // _SAMPLE, 1)
    few = 3 if beyond_ascii > 30 else 1 if len(text) > 20 else 0
    return max(int(beyond_ascii * _BROKEN_SHARE), few)


def _unmarked_utf16(sample: bytes) -> str:
    """UTF-16 without a mark: zero bytes (of line breaks, digits), and usual characters read one way round."""
    if b"\0" not in sample or len(sample) < 4:
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")
        if len(_USUAL.findall(text)) >= 0.95 * len(text):
            return encoding
    return ""


def _looks_chinese(sample: bytes) -> bool:
    """Whether bytes above 127 come in the pairs of GB 2312, of which nearly all of a Chinese text consists."""
    pairs = _TWO_BYTES.findall(sample)
    return bool(pairs) and sum(1 for pair in pairs if _GB2312.fullmatch(pair)) >= 0.8 * len(pairs)


def _guessed(data: bytes, name: str) -> tuple[str, str, int]:
    # Imported here: only a text in none of the usual encodings needs it, and it is slow to import.
    from charset_normalizer import from_bytes

    found = from_bytes(data[:_SAMPLE], threshold=0.15).best()
    encoding = found.encoding if found is not None else ""
    if not encoding:
        raise _binary(name, "bytes that no text encoding explains")
    text, broken = _replaced(data, encoding)
    if broken > _allowed(text):
        raise _binary(name, f"{broken} characters broken as {encoding}")
    return text, encoding, broken


def _finished(text: str, encoding: str, broken: int, name: str) -> Decoded:
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise _binary(name, "characters of zero")
    controls = len(_CONTROL.findall(text))
    if (controls > _CONTROL_SHARE * len(text) and controls > 2) or controls == len(text.strip()) > 0:
        raise _binary(name, f"{controls} control characters among {len(text)}")
    if not text.strip():
        raise ReadError(
            "the file holds no text",
            where=name,
            found="only blanks" if text else "nothing behind the mark",
            accepted=_ACCEPTED,
        )
    notes = (Note(f"{broken} broken characters (read as {encoding}) were replaced by U+FFFD"),) if broken else ()
    return Decoded(text, encoding, notes)


def _binary(name: str, found: str) -> ReadError:
    return ReadError(
        "the file is no text", where=name, found=found, accepted=f"{_ACCEPTED}, Markdown, HTML, a Word file or a PDF"
    )
