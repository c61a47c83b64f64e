"""A plain text file: the decoded file is the text, and tables that an export flattened are found again."""

from __future__ import annotations

from milepost.documents.celllines import listed_tables
from milepost.documents.content import Content
from milepost.documents.flattened import flattened_tables
from milepost.documents.model import Document


def read(content: Content) -> Document:
    """Decode a text (UTF-8, UTF-16, GB18030). A text file states no blocks, so there are none.

    Raises
    ------
    ReadError
        If the file is no text or too long.
    """
    decoded = content.decoded
    tables, notes = flattened_tables(decoded.text)
    listed = [one for one in listed_tables(decoded.text) if not any(one.span.overlaps(other.span) for other in tables)]
    tables = tuple(sorted([*tables, *listed], key=lambda table: table.span))
    return Document(decoded.text, tables=tables, notes=decoded.notes + notes)
