"""Which readers there are: one line each, with how a file of theirs is recognised by its content.

The first line that recognises a file reads it, so the order matters: text comes last, since all that is left is text.
A reader's module is imported on first use, and with it the libraries it needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from milepost.documents.content import Content

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Reader:
    """A file format: its media type, its recognition, and the module whose `read(content)` yields a Document."""

    media_type: str
    recognises: Callable[[Content], bool]
    module: str


# fmt: off
READERS: tuple[Reader, ...] = (
    Reader("application/pdf",    lambda content: content.is_pdf,      "milepost.documents.readers.pdf"),
    Reader(DOCX,                 lambda content: content.is_docx,     "milepost.documents.readers.docx"),
    Reader("application/msword", lambda content: content.is_legacy,   "milepost.documents.readers.legacy"),
    Reader("text/html",          lambda content: content.is_html,     "milepost.documents.readers.html"),
    Reader("text/markdown",      lambda content: content.is_markdown, "milepost.documents.readers.markdown"),
    Reader("text/plain",         lambda content: content.is_text,     "milepost.documents.readers.text"),
)
# fmt: on
