"""How large an input may be before it is refused, and a table before it is cut."""

from __future__ import annotations

MEBIBYTE = 1024 * 1024

LARGEST_TEXT = 64 * MEBIBYTE
"""Bytes of a text, Markdown or HTML file: some forty times the longest national plan."""

LARGEST_FILE = 256 * MEBIBYTE
"""Bytes of a PDF or Word file, pictures included."""

LARGEST_PART = 64 * MEBIBYTE
"""Bytes of one unpacked part of a Word file (its body, its styles); a long plan's body has ten."""

LARGEST_ARCHIVE = 1024 * MEBIBYTE
"""Bytes of a Word file's parts together, unpacked."""

HIGHEST_RATIO = 400
"""Unpacked bytes for each packed byte of a part; a body of nothing but equal table rows reaches some 150."""

MOST_CELLS = 100_000
"""Cells of one table; rows behind them stay in the text and leave the table."""

MOST_COLUMNS = 1_000
"""Columns of one table, merged cells counted with their full width."""

LARGEST_GRID = 1_000_000
"""Rows times columns of one table."""

MOST_PAGES = 5_000
"""Pages of a PDF that are read."""

CONVERSION_SECONDS = 120
"""How long LibreOffice may take over one old Word file."""
