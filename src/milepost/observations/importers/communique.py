"""Statistical communiqués in running text: 统计公报, reports on the economy, the results part of a work report.

The text is read by the passes of the plan compiler (title, region, places, figures); what it says of growth on the
year before stands with the level that it is said of, and never becomes a level.
"""

from __future__ import annotations

from milepost.checks.model import Words
from milepost.documents.decoding import decoded
from milepost.documents.run import read_bytes
from milepost.kernel.errors import MissingExtra, ReadError
from milepost.languages.report_words import report_words_of
from milepost.languages.table import LANGUAGES, language_named, language_of
from milepost.observations.communiques.opening import begin, masked, opening_of, paragraphs_of
from milepost.observations.communiques.prose import prose_rows
from milepost.observations.communiques.rows import laid
from milepost.observations.communiques.tables import table_rows
from milepost.observations.importing import Imported, Importer, ImportOptions
from milepost.plans.reading import Reading

IMPORTER = Importer(
    name="communique",
    title=Words("统计公报", "statistical communiqué"),
    describes=Words(
        "统计公报、经济运行情况、政府工作报告的回顾部分（TXT、MD、HTML、DOCX、PDF）",
        "a statistical communiqué or the results part of a work report (TXT, MD, HTML, DOCX, PDF)",
    ),
)
_HEAD = 16_384
_OPENING = 3_000
_PACKED = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")


def recognises(content: bytes, name: str) -> bool:
    """Whether the first lines bear the title of such a report."""
    try:
        if content.startswith(_PACKED):
            # A workbook is no running text, whatever its cells say.
            if content.startswith(b"PK") and b"word/" not in content:
                return False
            head = read_bytes(content, name).text[:_OPENING]
        else:
            head = decoded(content[:_HEAD], name).text[:_OPENING]
    except (ReadError, MissingExtra):
        return False
    return any(_is_titled(head, code) for code in LANGUAGES)


def _is_titled(head: str, code: str) -> bool:
    folded = language_named(code).fold(head)
    return any(report_words_of(code).title.search(line) for line in folded.splitlines()[:40])


def read(content: bytes, name: str, options: ImportOptions) -> Imported:
    """The observations of a communiqué.

    Figures that state no observation (changes in points, ranks, sums over years) are counted in the notes; those that
    could not be placed are quoted there, each with its place.

    Raises
    ------
    ReadError
        If the file cannot be read, or says not which year or region it is about and the options do not either.
    """
    document = read_bytes(content, name)
    code = language_of(document.text)
    reading, words = Reading(document, language_named(code)), report_words_of(code)
    begin(reading)
    opening = opening_of(reading, words, options, name)
    lines = paragraphs_of(reading, words, opening)
    text = masked(reading.folded, words, lines)
    rows, notes = prose_rows(reading, words, opening, text, lines)
    tabled, more = table_rows(reading, words, opening)
    result = laid([*rows, *tabled], opening, options)
    heard = tuple(Words(note.what, note.what) for note in document.notes)
    return Imported(result.table, result.places, notes=(*heard, *notes, *more, *result.notes))
