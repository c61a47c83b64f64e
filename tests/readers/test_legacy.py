"""Old Word files are converted where LibreOffice is installed, and say what is missing where it is not."""

from __future__ import annotations

import shutil

import pytest

from milepost.documents.run import read_bytes
from milepost.kernel.errors import MissingExtra, ReadError

RTF = b"{\\rtf1\\ansi A target of 5 percent.}"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(400)


@pytest.mark.parametrize("data", [RTF, OLD])
def test_without_libreoffice_the_package_is_named(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(MissingExtra, match="libreoffice-writer"):
        read_bytes(data, "plan.doc")


def test_an_old_file_is_converted(libreoffice: str) -> None:
    """The result reads like a Word file."""
    assert libreoffice
    assert "A target of 5 percent." in read_bytes(RTF, "plan.doc").text


def test_what_libreoffice_cannot_convert_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that gives no result is an error of reading."""
    monkeypatch.setattr(shutil, "which", lambda _: "true")
    with pytest.raises(ReadError, match="cannot convert"):
        read_bytes(OLD, "plan.doc")


def test_another_old_office_file_is_refused() -> None:
    """Old workbooks and locked files are named."""
    with pytest.raises(ReadError, match="password"):
        read_bytes(OLD.replace("WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")), "plan.docx")
