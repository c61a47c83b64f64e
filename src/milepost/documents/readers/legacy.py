"""An old Word file, a WPS, RTF or OpenDocument text: turned into .docx by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from milepost.documents.content import Content
from milepost.documents.limits import CONVERSION_SECONDS
from milepost.documents.model import Document
from milepost.kernel.errors import MissingExtra, ReadError


def read(content: Content) -> Document:
    """Convert in a folder and with a profile of its own, then read the result as a Word file.

    Raises
    ------
    MissingExtra
        If LibreOffice is not installed.
    ReadError
        If it cannot convert the file, or not in time.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        accepted = "install the package libreoffice-writer, or save the file as .docx"
        what = "an old Word or WPS file needs LibreOffice"
        raise MissingExtra(what, where=content.name, found="no program soffice", accepted=accepted)
    with tempfile.TemporaryDirectory(prefix="milepost-") as folder:
        converted = _converted(program, content, Path(folder))
    from milepost.documents.run import read_bytes  # the dispatcher imports readers, so not at the top

    return read_bytes(converted, content.name)


def _converted(program: str, content: Content, folder: Path) -> bytes:
    source = folder / "source.doc"
    source.write_bytes(content.data)
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder),
        str(source),
    ]
    found = "no result"
    try:
        done = subprocess.run(command, capture_output=True, timeout=CONVERSION_SECONDS, check=False)  # noqa: S603
        found = done.stderr.decode(errors="replace").strip()[-200:] or found
    except subprocess.TimeoutExpired:
        found = f"no result in {CONVERSION_SECONDS} seconds"
    except OSError as error:
        found = str(error)
    result = folder / "source.docx"
    if not result.is_file():
        what = "LibreOffice cannot convert the file"
        raise ReadError(what, where=content.name, found=found, accepted="a whole Word file, or the file saved as .docx")
    return result.read_bytes()
