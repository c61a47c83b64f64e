"""Make a folder of damaged, hostile and mistaken files that a reader may be given.

From the example plan and from nothing: files cut short, with bytes changed, with the wrong ending, locked, packed like
a bomb, nested too deeply, without text. The same files come out on every run.

    python scripts/make_damaged.py FOLDER
"""

from __future__ import annotations

import io
import random
import struct
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "qinghe"
SEED = 20211
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def plain() -> Iterator[tuple[str, bytes]]:
    """Texts: empty, binary, in broken or unusual encodings."""
    dice = random.Random(SEED)  # noqa: S311 - the same files on every run
    words = "本规划提出到2025年粮食产量达到150万吨以上。"
    yield "empty.txt", b""
    yield "blanks.txt", b" \n\t\r\n" * 50
    yield "mark-only.txt", b"\xef\xbb\xbf"
    yield "zeros.txt", bytes(5000)
    yield "random.txt", dice.randbytes(20_000)
    yield "controls.txt", b"\x01\x02\x03\x04" * 500
    yield "few-broken-bytes.txt", words.encode() * 20 + b"\xff" + words.encode() * 20
    yield "lone-surrogate.txt", (words * 9 + "\ud83d" + words).encode("utf-8", "surrogatepass")
    yield "many-broken-bytes.txt", b"".join(bytes([byte, 0xFF]) for byte in words.encode() * 20)
    yield "gb18030-cut.txt", (words * 30).encode("gb18030")[:-1]
    yield "utf16-odd.txt", b"\xff\xfe" + (words * 10).encode("utf-16-le")[:-1]
    yield "utf16-unmarked.txt", (words + "\n").encode("utf-16-be") * 10
    yield "utf32.txt", words.encode("utf-32")
    yield "latin.txt", ("Réaliser une croissance de 5 % à l'horizon 2030, où c'est possible.\n" * 20).encode("cp1252")
    yield "one-line.txt", "发展".encode() * 500_000
    yield "less-than.txt", b"<" * 200_000
    yield "hashes.txt", b"# a\n" * 50_000
    yield "tabs.txt", b"\ta\n\n" * 50_000


def tables() -> Iterator[tuple[str, bytes]]:
    """Tables that are too long, too wide or broken."""
    row = "\n" + "".join(f"\t{number}\n" for number in range(5))
    yield "long-flattened.txt", ("表1 指标\n\n\t名称\n\t甲\n\t乙\n\t丙\n\t丁\n" + row * 25_000).encode()
    yield "long-pipes.md", ("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 60_000).encode()
    yield "wide-pipes.md", ("|" + "a|" * 5000 + "\n|" + "-|" * 5000 + "\n|" + "1|" * 5000 + "\n").encode()
    cells = "<tr><td>1</td><td>2</td><td>3</td></tr>"
    yield "long-table.html", f"<html><body><table>{cells * 40_000}</table></body></html>".encode()
    huge = '<td rowspan="999999" colspan="999999">x</td><td>y</td>'
    yield "huge-spans.html", f"<html><table>{('<tr>' + huge + '</tr>') * 50}</table></html>".encode()
    yield "unclosed.md", ("# 表\n\n<table><tr><td>a<td>b" * 500).encode()
    yield "nested.html", ("<html>" + "<table><tr><td>" * 3000 + "x").encode()
    yield "deep.html", ("<html><body>" + "<div>" * 100_000 + "文字").encode()
    yield (
        "entities.html",
        b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><p>&b;&#0;&#xD800;</p></html>',
    )
    yield "charset.html", "<html><meta charset='no-such-set'><p>文字</p></html>".encode()


def _docx(body: str, *, head: str = "", method: int = zipfile.ZIP_DEFLATED, **others: bytes) -> bytes:
    packed = io.BytesIO()
    xml = f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(packed, "w", method) as archive:
        parts = {"word/document.xml": xml.encode(), **{name.replace("__", "/"): data for name, data in others.items()}}
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2021, 1, 1, 0, 0, 0)), data, method)
    return packed.getvalue()


def word() -> Iterator[tuple[str, bytes]]:
    """Word files: bombs, missing and foreign parts, locks."""
    paragraph = "<w:p><w:r><w:t>文字</w:t></w:r></w:p>"
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{levels}]>'
    outside = '<!DOCTYPE w:document [<!ENTITY out SYSTEM "file:///etc/passwd">]>'
    yield "whole.docx", _docx(paragraph)
    yield "entity-bomb.docx", _docx("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", head=bomb)
    yield "outside-entity.docx", _docx("<w:p><w:r><w:t>&out;</w:t></w:r></w:p>", head=outside)
    yield "zip-bomb.docx", _docx("<w:p/>" + " " * 40_000_000)
    yield "large-part.docx", _docx(paragraph, word__styles_xml=b"", word__media=bytes(5_000_000))
    yield (
        "many-cells.docx",
        _docx(f"<w:tbl>{('<w:tr>' + f'<w:tc>{paragraph}</w:tc>' * 10 + '</w:tr>') * 12_000}</w:tbl>"),
    )
    yield (
        "wide-merge.docx",
        _docx(
            f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>{paragraph}</w:tc>'
            f'<w:tc><w:tcPr><w:vMerge w:val="x"/><w:gridSpan w:val="-3"/></w:tcPr>{paragraph}</w:tc></w:tr></w:tbl>'
        ),
    )
    yield "deep.docx", _docx("<w:tbl><w:tr><w:tc>" * 2000 + paragraph + "</w:tc></w:tr></w:tbl>" * 2000)
    yield "broken-xml.docx", _docx("<w:p><w:r><w:t>文字")
    yield "no-text.docx", _docx("<w:p/>")
    locked = bytearray(_docx(paragraph))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = locked.find(mark)
        locked[place + offset] |= 1
    yield "locked.docx", bytes(locked)
    lying = bytearray(_docx(paragraph * 1000))
    place = lying.find(b"PK\x01\x02")
    lying[place + 24 : place + 28] = struct.pack("<I", 10)
    yield "lying-size.docx", bytes(lying)
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    yield "encrypted.docx", ole + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    yield "old.doc", ole + "WordDocument".encode("utf-16-le") + bytes(500)
    yield "book.xlsx", _docx(paragraph).replace(b"word/document.xml", b"xl/ok/sheet1.xml.")


def pdf_bytes(content: bytes, trailer: bytes = b"", extra: bytes = b"") -> bytes:
    """A PDF of one page with a content stream; Helvetica is font F1."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *([extra] if extra else []),
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)
    return bytes(out)


def pdf() -> Iterator[tuple[str, bytes]]:
    """PDFs: without text, locked, with endless pages."""
    text = b"BT /F1 12 Tf 72 700 Td (Targets for 2030) Tj ET"
    whole = pdf_bytes(text)
    yield "whole.pdf", whole
    yield "scan.pdf", pdf_bytes(b"0 0 595 842 re f")
    yield "no-pages.pdf", whole.replace(b"/Kids[3 0 R]/Count 1", b"/Kids[]/Count 0     ")
    yield "many-pages.pdf", whole.replace(b"/Count 1", b"/Count 99999999")
    yield "circle.pdf", whole.replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")
    key = b"<%s>" % (b"41" * 32)
    lock = b"<</Filter/Standard/V 1/R 2/P -4/O%s/U%s>>" % (key, key)
    yield "locked.pdf", pdf_bytes(text, b"/Encrypt 6 0 R/ID[<41><41>]", lock)
    yield "no-end.pdf", whole[: whole.find(b"xref")]
    yield "header-only.pdf", b"%PDF-1.7\n"
    yield "behind-others.pdf", b"\n\n" + whole
    ruled = b"".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S " % (n * 9, n * 9, n * 9, n * 9) for n in range(60))
    yield "many-rules.pdf", pdf_bytes(text + b" " + ruled)


def mistaken() -> Iterator[tuple[str, bytes]]:
    """Whole files with the wrong ending, and kinds of files that no reader takes."""
    sources = {source.suffix: source.read_bytes() for source in sorted(EXAMPLES.glob("qinghe.*"))}
    for ending, data in sources.items():
        wrong = ".txt" if ending != ".txt" else ".docx"
        yield f"really{ending[1:]}{wrong}", data
    yield "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(100)
    yield "packed.md", b"\x1f\x8b\x08\x00" + bytes(100)
    yield "empty-zip.docx", b"PK\x05\x06" + bytes(18)


def mutated() -> Iterator[tuple[str, bytes]]:
    """The example plan in each format cut short, with bytes changed, and with a piece missing."""
    dice = random.Random(SEED)  # noqa: S311 - the same files on every run
    for source in sorted(EXAMPLES.glob("qinghe.*")):
        data = source.read_bytes()
        for share in (1, 25, 50, 75, 99):
            yield f"cut-{share}{source.suffix}", data[: len(data) * share // 100]
        for number in range(6):
            changed = bytearray(data)
            for _ in range(4**number):
                changed[dice.randrange(len(changed))] = dice.randrange(256)
            yield f"changed-{number}{source.suffix}", bytes(changed)
        place = dice.randrange(len(data) // 2)
        yield f"missing{source.suffix}", data[:place] + data[place + len(data) // 10 :]


def damaged() -> Iterator[tuple[str, bytes]]:
    """Every file: its name and its bytes."""
    for group in (plain, tables, word, pdf, mistaken, mutated):
        for name, data in group():
            yield f"{group.__name__}-{name}", data


def main(arguments: list[str]) -> int:
    """Write the files into the folder named."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, data in damaged():
        (folder / name).write_bytes(data)
        count += 1
    print(f"{count} files in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
