"""What a plain text file becomes: its characters, whatever the encoding, and a clear error where it is no text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from milepost.documents import run
from milepost.documents.limits import LARGEST_TEXT
from milepost.documents.run import read_bytes, read_document
from milepost.kernel.errors import MilepostError, ReadError, UsageError

WORDS = "到2025年，粮食产量达到150万吨以上。\n城镇化率提高到60%。\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("gb18030"),
        WORDS.encode("gbk"),
    ],
)
def test_every_usual_encoding_gives_the_same_text(data: bytes) -> None:
    """UTF-8 and UTF-16 with and without a mark, and GB18030, are told by the bytes."""
    assert read_bytes(data, "plan.txt").text == WORDS


def test_line_breaks_of_all_systems_become_one_kind_and_nothing_else_changes() -> None:
    """Those of Windows and of old systems become line feeds; blanks, tabs and full-width characters stay."""
    assert read_bytes("１\t a\r\nb\rc \u3000\n".encode(), "plan.txt").text == "１\t a\nb\nc \u3000\n"


def test_a_broken_byte_is_replaced_and_noted() -> None:
    """A text with one broken byte is read, and the note says so."""
    document = read_bytes(WORDS.encode() * 5 + b"\xff" + WORDS.encode(), "plan.txt")
    assert document.text.count("\ufffd") == 1
    assert "1 broken" in document.notes[0].what


def test_a_western_text_is_not_taken_for_chinese() -> None:
    """A text in a Western code page keeps its accents."""
    words = "La stratégie régionale prévoit une croissance économique élevée à l'échéance.\n"
    assert "stratégie régionale" in read_bytes((words * 20).encode("cp1252"), "plan.txt").text


@pytest.mark.parametrize(
    "text", ["a < b und c > d\n", "# 1 of 3\nx\n", "x <br y\n", "1|2|3\n4|5|6\n", "# a\n# b\n# c\n"]
)
def test_marks_alone_do_not_make_a_format(text: str) -> None:
    """A text that holds `<`, `#` or `|` stays a text."""
    assert read_bytes(text.encode(), "plan.html").media_type == "text/plain"


def test_the_ending_says_nothing() -> None:
    """A text called .pdf is a text, and a PDF called .txt a PDF."""
    assert read_bytes(WORDS.encode(), "plan.pdf").media_type == "text/plain"
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(b"%PDF-1.4\n", "plan.txt")


@pytest.mark.parametrize(
    "data", [b"", b"\xef\xbb\xbf", b" \n ", bytes(200), b"\x01\x02" * 40, b"\x89PNG\r\n\x1a\n" + bytes(9)]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """Empty and binary files give an error that names the file."""
    with pytest.raises(ReadError, match=r"^plan\.txt: "):
        read_bytes(data, "plan.txt")


def test_missing_files_folders_and_devices_are_refused(tmp_path: Path) -> None:
    """A path that is no readable file gives an error of ours."""
    for path in (tmp_path / "none.txt", tmp_path, Path("/dev/null"), tmp_path / "a\0b"):
        with pytest.raises(MilepostError):
            read_document(path)


def test_a_file_that_may_not_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal by the system becomes an error of ours that says so."""
    path = tmp_path / "plan.txt"
    path.write_text("x", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match="Permission denied"):
        read_document(path)


def test_a_text_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """The error names the size and the limit."""
    path = tmp_path / "plan.txt"
    with path.open("wb") as file:
        file.write(b"words ")
        file.truncate(LARGEST_TEXT + 1)
    with pytest.raises(ReadError, match=str(LARGEST_TEXT)):
        read_document(path)


def test_an_unknown_media_type_is_wrong_use() -> None:
    """The error names the media types that are read."""
    with pytest.raises(UsageError, match="text/markdown"):
        run.read_bytes(b"x", "plan.txt", media_type="image/png")


def test_a_stated_media_type_wins() -> None:
    """What the caller states is not guessed."""
    assert read_bytes(b"# a\n\n# b\n", "plan.md", media_type="text/plain").blocks == ()


def test_the_document_names_its_source_and_the_hash_of_its_bytes() -> None:
    """`sha256` is of the bytes as they came."""
    document = read_bytes(b"abc", "plan.txt")
    assert document.source == "plan.txt"
    assert document.sha256.startswith("ba7816bf")
