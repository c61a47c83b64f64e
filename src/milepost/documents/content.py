"""What kind of file some bytes are, judged by the bytes alone."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from milepost.documents.decoding import Decoded, decoded
from milepost.documents.limits import LARGEST_TEXT
from milepost.kernel.errors import ReadError

HEAD = 64 * 1024
"""Bytes at a file's start that suffice to tell its kind."""

_SEARCHED = 1024 * 1024  # a Markdown file shows its headings in the first megabyte
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_FILES = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"7z\xbc\xaf'\x1c", "a packed file (7z)"),
    (b"Rar!", "a packed file (RAR)"),
    (b"BZh", "a packed file (bzip2)"),
    (b"\xfd7zXZ\0", "a packed file (xz)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\0", "a database"),
)
_OFFICE = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an e-book (EPUB)"),
    ("OFD.xml", "an OFD document"),
)
ACCEPTED = "text, Markdown, HTML, PDF with a text layer, Word (.docx; .doc and .wps with LibreOffice)"

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT_START = re.compile(
    r"\s*(?:<!--.{0,4000}?-->\s*)*<(?:div|p|table|h[1-6]|section|article|main|ul|ol|header|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING = re.compile(r"</(?:div|p|table|h[1-6]|section|article|main|ul|ol|td|tr)\s*>", re.IGNORECASE)
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<title>[^\s#][^\n]{0,150})$", re.MULTILINE)
_DELIMITER = re.compile(
    r"^[ \t]{0,3}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$"
    r"|^[ \t]{0,3}\|[ \t]*:?-{2,}:?[ \t]*\|[ \t]*$",
    re.MULTILINE,
)
_OTHER_MARKDOWN = re.compile(
    r"^(?:[-*+] |>|```|\d{1,3}\. )|\*\*[^*\n]{1,200}\*\*|\]\([^)\s]{1,300}\)|<table\b", re.MULTILINE
)


@dataclass(frozen=True)
class Content:
    """A file's bytes with the questions that the table of readers asks of them."""

    data: bytes
    name: str

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts of a packed file (Word, Excel, OpenDocument); empty for other files."""
        if not self.data.startswith(b"PK"):
            return ()
        try:
            with zipfile.ZipFile(BytesIO(self.data)) as archive:
                return tuple(archive.namelist())
        except Exception:  # noqa: BLE001 - zipfile raises many kinds on damaged archives, all saying the same
            return ()

    @cached_property
    def decoded(self) -> Decoded:
        """The file as text.

        Raises
        ------
        ReadError
            If it is no text or larger than a text may be.
        """
        refuse_long_text(len(self.data), self.name)
        return decoded(self.data, self.name)

    @property
    def is_pdf(self) -> bool:
        """Whether the bytes are a PDF; its mark may stand behind some others."""
        place = self.data[:1024].find(b"%PDF-")
        return place == 0 or (place > 0 and (b"endobj" in self.data or not self.data[:place].strip()))

    @property
    def is_docx(self) -> bool:
        """Whether the bytes are a Word file (2007 and later), be it a damaged one."""
        if self.data.startswith(b"PK"):
            return body_part(self.parts) != "" or (not self.parts and b"word/" in self.data)
        return False

    @property
    def is_legacy(self) -> bool:
        """Whether the bytes are what LibreOffice can turn into Word: .doc and .wps, RTF, OpenDocument text."""
        if self.data.startswith(_OLE):
            return "WordDocument".encode("utf-16-le") in self.data
        opendocument = self.data.startswith(b"PK") and b"application/vnd.oasis.opendocument.text" in self.data[:200]
        return opendocument or self.data.startswith(b"{\\rtf")

    @property
    def is_html(self) -> bool:
        """Whether the text is a web page or a piece of one, and not text that merely holds `<`."""
        text = self.decoded.text[:HEAD]
        if _HTML_START.match(text):
            return True
        return bool(_FRAGMENT_START.match(text) and _CLOSING.search(text)) and not self._has_markdown(text)

    @property
    def is_markdown(self) -> bool:
        """Whether the text is Markdown: a table with its line of dashes, or headings set apart, not just one `#`."""
        return self._has_markdown(self.decoded.text)

    @property
    def is_text(self) -> bool:
        """Whether the bytes are text at all."""
        return bool(self.decoded.text)

    def _has_markdown(self, text: str) -> bool:
        return has_pipe_table(text) or _has_headings(text)


def body_part(parts: tuple[str, ...]) -> str:
    """The name of a Word file's main part; empty if there is none."""
    if "word/document.xml" in parts:
        return "word/document.xml"
    return next((name for name in parts if name.startswith("word/document") and name.endswith(".xml")), "")


def has_pipe_table(text: str) -> bool:
    r"""Whether a line of dashes between pipes stands under a line with pipes.

    >>> has_pipe_table("| a | b |\n|---|---|\n"), has_pipe_table("a\n---|---\n")
    (True, False)
    """
    for found in _DELIMITER.finditer(text):
        line = text.rfind("\n", 0, max(found.start() - 1, 0)) + 1
        if "|" in text[line : found.start()]:
            return True
    return False


def _has_headings(text: str) -> bool:
    apart: list[re.Match[str]] = []
    for found in _HEADING.finditer(text, 0, _SEARCHED):
        before = text[max(found.start() - 2, 0) : found.start()]
        behind = text[found.end() : found.end() + 2]
        if before in {"", "\n", "\n\n"} or behind == "\n\n":
            apart.append(found)
        if len(apart) == 20:
            break
    if len(apart) >= 2:
        return True
    return len(apart) == 1 and not text[: apart[0].start()].strip() and _OTHER_MARKDOWN.search(text) is not None


def refuse_other(content: Content) -> None:
    """Raise a ReadError that names the kind of a file that no reader takes."""
    data = content.data
    if not data:
        raise ReadError("the file is empty", where=content.name, found="0 bytes", accepted=ACCEPTED)
    found = next((kind for mark, kind in _OTHER_FILES if data.startswith(mark)), "")
    if data.startswith(_OLE) and not content.is_legacy:
        locked = "EncryptedPackage".encode("utf-16-le") in data
        found = "an Office file locked with a password" if locked else "an old Office file that is no Word file"
    elif data.startswith(b"PK") and not content.is_docx and not content.is_legacy:
        names = content.parts
        found = next(
            (kind for part, kind in _OFFICE if any(name.startswith(part) for name in names)), "a packed file (ZIP)"
        )
    if found:
        raise ReadError("the file is of a kind that cannot be read", where=content.name, found=found, accepted=ACCEPTED)


def refuse_long_text(size: int, name: str) -> None:
    """Raise a ReadError if a text of `size` bytes is over the limit for texts."""
    if size > LARGEST_TEXT:
        raise ReadError(
            "the text is too long", where=name, found=f"{size} bytes", accepted=f"at most {LARGEST_TEXT} bytes"
        )


def is_packed_or_paged(head: bytes) -> bool:
    """Whether a file with this beginning is a PDF or an Office file, which may be larger than a text."""
    return b"%PDF-" in head[:1024] or head.startswith((b"PK", _OLE))
