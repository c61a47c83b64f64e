"""Workbooks of observations: formulas, hidden sheets, merged cells, per cent formats, dates, and files made to harm."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.kernel.errors import MilepostError, ReadError, UsageError
from milepost.observations.importers import xlsx
from milepost.observations.importing import Imported, ImportOptions
from milepost.observations.validating import validated

HEAD = ["indicator", "region", "period_kind", "period", "value", "unit"]
ROW = ["a", "654200", "year", "2020", 5.5, "%"]


def book(*rows: list[Any], change: Callable[[Any], None] | None = None) -> bytes:
    """A workbook with these rows in its one sheet, changed by a function of the sheet."""
    made = openpyxl.Workbook()
    sheet: Any = made.active
    sheet.title = "S"
    for row in rows:
        sheet.append(row)
    if change is not None:
        change(sheet)
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def repacked(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one of its parts changed."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, change(data) if info.filename == name else data)
    return written.getvalue()


def taken(content: bytes, **options: Any) -> Imported:
    """What the importer of workbooks and validation make of a file."""
    known = ImportOptions(**options)
    assert xlsx.recognises(content, "x")
    return validated(xlsx.read(content, "x.xlsx", known), known)


def told(read: Imported) -> list[str]:
    """Its faults in English, without what was found and accepted."""
    return [fault.told().split(";")[0] for fault in read.faults]


SHEET = "xl/worksheets/sheet1.xml"


def test_a_long_table_is_read_with_its_cells_named() -> None:
    """A sheet with one value a line gives its rows; a bad cell is named with sheet, row, column and letter."""
    read = taken(book(HEAD, ROW, ["b", "654200", "year", "2020", "many", "%"]))
    assert read.rows.select(HEAD).rows() == [tuple(ROW)]
    assert read.places == ("S, row 2",)
    assert told(read) == ["S, row 3, value (E3): no number"]


def test_a_table_may_begin_anywhere() -> None:
    """Empty columns and rows before the table move nothing: cells are named as the spreadsheet names them."""

    def moved(sheet: Any) -> None:
        sheet.move_range("A1:F3", rows=4, cols=2)

    read = taken(book(HEAD, ROW, ["b", "654200", "year", "2020", "many", "%"], change=moved))
    assert read.places == ("S, row 6",)
    assert told(read) == ["S, row 7, value (G7): no number"]


def test_a_formula_counts_by_its_stored_value_and_is_a_fault_without_one() -> None:
    """A formula's stored value is taken with a note that names the cell; without one the cell is a fault."""
    content = book(HEAD, [*ROW[:4], "=1+1", "%"], ["b", "654200", "year", "2021", "=2+2", "%"])
    stored = repacked(content, SHEET, lambda xml: xml.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>"))
    read = taken(stored)
    assert read.rows["value"].to_list() == [2.0]
    assert any("1 formula taken by the stored value: S!E2" in note.en for note in read.notes)
    assert told(read) == ["S, row 3, value (E3): a formula without a stored value"]


def test_an_error_in_a_cell_is_a_fault() -> None:
    """#DIV/0! is no absent value: the cell is a fault."""
    content = book(HEAD, [*ROW[:4], "#DIV/0!", "%"])
    assert told(taken(content)) == ["S, row 2, value (E2): the cell holds an error"]


def test_a_hidden_sheet_is_passed_over_with_a_note_and_read_when_it_is_named() -> None:
    """Rows of hidden sheets are not taken, which a note says; a sheet that the user names is read."""
    made = openpyxl.Workbook()
    first: Any = made.active
    first.title = "shown"
    other = made.create_sheet("kept")
    for sheet in (first, other):
        sheet.append(HEAD)
    first.append(ROW)
    other.append(["hidden", *ROW[1:]])
    other.sheet_state = "veryHidden"
    read = taken(saved(made))
    assert read.rows["indicator"].to_list() == ["a"]
    assert [note.en for note in read.notes] == ["hidden sheets were passed over: 'kept'"]
    assert taken(saved(made), sheet="kept").rows["indicator"].to_list() == ["hidden"]
    with pytest.raises(UsageError, match="no such sheet"):
        taken(saved(made), sheet="none")


def test_a_merged_label_holds_for_its_rows_and_a_merged_value_is_a_fault() -> None:
    """A name merged over rows is each row's name; a value merged over cells belongs to nobody and is named."""

    def merged(sheet: Any) -> None:
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("E4:E5")

    rows = [["a", "1", "year", str(year), 5, "%"] for year in (2020, 2021)]
    others = [["b", "1", "year", str(year), 7, "%"] for year in (2020, 2021)]
    read = taken(book(HEAD, *rows, *others, change=merged))
    assert read.rows.select("indicator", "period").rows() == [("a", "2020"), ("a", "2021")]
    assert told(read) == [
        "S, row 4, value (E4): a value of merged cells: it is not known whose it is",
        "S, row 5, value (E5): a value of merged cells: it is not known whose it is",
    ]


def test_a_number_in_a_per_cent_format_counts_as_it_is_shown() -> None:
    """0.402 shown as 40.2 % is 40.2 with the unit %; under another unit it is a fault."""

    def shown(sheet: Any) -> None:
        for cell in ("E2", "E3", "E4"):
            sheet[cell].number_format = "0.0%"

    rows = [[name, "1", "year", "2020", 0.402, unit] for name, unit in (("a", "%"), ("b", None), ("c", "亿元"))]
    read = taken(book(HEAD, *rows, change=shown))
    assert read.rows.select("indicator", "value", "unit").rows() == [("a", 40.2, "%"), ("b", 40.2, "%")]
    assert told(read) == ["S, row 4, value (E4): the cell says another unit than its row"]


def test_numbers_keep_all_their_digits() -> None:
    """A number smaller than a millionth of a millionth is not zero, and thirds keep sixteen digits."""
    rows = [[name, "1", "year", "2020", number, "t"] for name, number in (("a", 1.5e-12), ("b", 1 / 3), ("c", 1e20))]
    assert taken(book(HEAD, *rows)).rows["value"].to_list() == [1.5e-12, 1 / 3, 1e20]


def test_dates_stand_for_periods_and_vintages() -> None:
    """A date cell is a vintage, or the month that a spreadsheet made of 2023-06; in a cell of values it is a fault."""
    head = [*HEAD, "vintage"]
    read = taken(
        book(
            head,
            ["a", "1", "month", date(2023, 6, 1), 5, "%", date(2023, 7, 15)],
            ["b", "1", "year", 2023, date(2023, 7, 15), "%", None],
        )
    )
    assert read.rows.select("period", "vintage").rows() == [("2023-06", "2023-07-15")]
    assert told(read) == ["S, row 3, value (E3): no number"]


def test_years_as_columns_under_a_title() -> None:
    """A table with years as columns, a title, a unit above it and a merged category is read cell by cell."""
    rows = [["总产值", "1", 5, None], [None, "2", 6, "—"]]
    head = ["指标", "地区", "2020年", "2021年"]
    read = taken(book(["主要指标"], ["单位：亿元"], head, *rows, change=lambda sheet: sheet.merge_cells("A4:A5")))
    assert read.rows.select("indicator", "region", "period", "value", "unit").rows() == [
        ("总产值", "1", "2020", 5.0, "亿元"),
        ("总产值", "2", "2020", 6.0, "亿元"),
    ]
    assert read.places == ("S!C4", "S!C5")


@pytest.mark.parametrize(
    "attributes",
    [
        b'<c s="0" r="\\1\\2"',
        b"<c r='\\1\\2'",
    ],
)
def test_other_programs_write_attributes_in_other_ways(attributes: bytes) -> None:
    """The order of attributes and the kind of quotation marks are no matter."""
    content = repacked(
        book(HEAD, [*ROW[:4], "=1+1", "%"]), SHEET, lambda xml: re.sub(rb'<c r="([A-Z]+)(\d+)"', attributes, xml)
    )
    assert told(taken(content)) == ["S, row 2, value (E2): a formula without a stored value"]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """Sheets that reach too far, unpack to too much or lie about their size end in an error that names the limit."""
    wide = book(HEAD, ROW, change=lambda sheet: sheet.cell(1_048_576, 16_000, 1))
    with pytest.raises(ReadError, match="reaches too far") as caught:
        taken(wide)
    assert "at most 30000000 cells" in str(caught.value)
    blanks = b" " * 90_000_000 + b"</sheetData>"
    blown = repacked(book(HEAD, ROW), SHEET, lambda xml: xml.replace(b"</sheetData>", blanks))
    with pytest.raises(ReadError, match="packed like a bomb"):
        taken(blown)


def test_a_sheet_with_entities_is_refused() -> None:
    """A value that is an entity would be read as no value at all."""
    entities = b'<!DOCTYPE a [<!ENTITY x "5">]><worksheet'
    content = repacked(book(HEAD, ROW), SHEET, lambda data: data.replace(b"<worksheet", entities, 1))
    with pytest.raises(ReadError, match="declares entities"):
        taken(content)


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    """A part that holds more than the package declares is damage, whatever reads it."""
    content = bytearray(book(HEAD, ROW))
    entry = content.rfind(SHEET.encode()) - 46
    assert content[entry : entry + 4] == b"PK\x01\x02"
    content[entry + 24 : entry + 28] = (40).to_bytes(4, "little")
    with pytest.raises(ReadError, match="damaged"):
        taken(bytes(content))


def test_texts_shared_by_many_cells_are_counted_for_each() -> None:
    """A long text that thousands of cells share is refused, though it stands in the file once."""
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (line, line) for line in range(2, 60_000))
    content = repacked(
        book(HEAD, ROW), SHEET, lambda xml: xml.replace(b"</sheetData>", cells + b"</sheetData>")
    )
    texts = b"<sst><si><t>" + b"".join(b"%d " % number for number in range(6_000)) + b"</t></si></sst>"
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "xl/_rels/workbook.xml.rels":
                kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
                data = data.replace(
                    b"</Relationships>",
                    b'<Relationship Id="x9" Type="' + kind + b'" Target="sharedStrings.xml"/></Relationships>',
                )
            if info.filename != "xl/sharedStrings.xml":
                new.writestr(info.filename, data)
        new.writestr("xl/sharedStrings.xml", texts)
    with pytest.raises(ReadError, match="too much text"):
        taken(written.getvalue())


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + bytes(600), "no whole workbook"),
        (b"PK\x03\x04 xl/workbook", "damaged"),
    ],
)
def test_damaged_and_locked_files_are_named_as_such(content: bytes, found: str) -> None:
    """A locked or damaged file ends in an error that says so."""
    with pytest.raises(ReadError, match=found):
        taken(content)


def test_other_packages_are_refused_by_name() -> None:
    """ODS and XLSB are refused with what is accepted, and are not taken for damaged files."""
    for part, name in (("content.xml", "ODS"), ("xl/workbook.bin", "XLSB")):
        written = BytesIO()
        with zipfile.ZipFile(written, "w") as package:
            package.writestr(part, b"spreadsheet")
        with pytest.raises(ReadError, match=name):
            xlsx.read(written.getvalue(), "x", ImportOptions())


GOOD = book(HEAD, ROW, ["b", "654200", "year", "2021", "1,234①", "%"], change=lambda sheet: sheet.merge_cells("A5:B6"))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_breaks_the_reader(data: st.DataObject) -> None:
    """Bytes changed anywhere in the file, or in the sheet inside, end in rows or in an error of ours."""
    if data.draw(st.booleans()):
        with zipfile.ZipFile(BytesIO(GOOD)) as package:
            xml = package.read(SHEET)
        at = data.draw(st.integers(0, len(xml) - 8))
        junk = data.draw(st.binary(min_size=1, max_size=8))
        content = repacked(GOOD, SHEET, lambda old: old[:at] + junk + old[at + len(junk) :])
    else:
        at = data.draw(st.integers(0, len(GOOD) - 8))
        junk = data.draw(st.binary(min_size=1, max_size=8))
        content = GOOD[:at] + junk + GOOD[at + len(junk) :]
    try:
        read = validated(xlsx.read(content, "x.xlsx", ImportOptions()))
    except MilepostError:
        return
    assert len(read.places) == read.rows.height
