"""What a web page becomes: a block a line, with headings and tables, and nothing from outside."""

from __future__ import annotations

import pytest

from milepost.documents.run import read_bytes


def page(body: str, head: str = "") -> bytes:
    """A page in UTF-8."""
    return f"<!doctype html><html><head>{head}<title>no</title></head><body>{body}</body></html>".encode()


def test_blocks_stand_a_line_each_and_code_is_left_out() -> None:
    """Scripts, styles, navigation and hidden parts are no text; inline tags do not break a line."""
    body = (
        "<nav>menu</nav><h1>Plan <b>A</b></h1><script>x()</script><p>one\n two</p><div style='display:none'>no</div>"
        "<ul><li>first<li>second</ul><p>三\n四<br>五</p>tail"
    )
    document = read_bytes(page(body), "plan.bin")
    assert document.text == "Plan A\none two\nfirst\nsecond\n三四\n五\ntail"
    assert [(block.kind, block.level) for block in document.blocks[:4]] == [
        ("heading", 1),
        ("paragraph", None),
        ("list_item", None),
        ("list_item", None),
    ]


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030", "big5", "utf-8", "utf-16"])
def test_the_encoding_is_the_stated_one_or_told_by_the_bytes(encoding: str) -> None:
    """A page states its encoding in a meta tag, or by its first bytes."""
    text = f"<html><head><meta charset='{encoding}'></head><body><p>指標一</p></body></html>"
    if encoding == "gb2312":
        text = text.replace("標", "标")
    assert read_bytes(text.encode(encoding), "plan").text[:2] == "指標"[:1] + ("标" if encoding == "gb2312" else "標")


def test_a_wrong_statement_of_encoding_is_passed_over() -> None:
    """Pages often state one encoding and are saved in another."""
    data = "<html><meta charset='ascii'><p>规划纲要</p></html>".encode("gb18030")
    assert read_bytes(data, "plan").text == "规划纲要"


def test_merged_cells_header_and_caption_of_a_table() -> None:
    """The table is written one cell a line; its cells point there."""
    body = (
        "<p>before</p><table><caption>表1 目标</caption><thead><tr><th>类别</th><th colspan=2>名称</th></tr></thead>"
        "<tr><td rowspan=2>经济<br>发展</td><td>产值</td><td>5</td></tr><tr><td>税收</td><td></td></tr></table>"
        "<p>after</p>"
    )
    document = read_bytes(page(body), "plan")
    (table,) = document.tables
    assert [[cell.text if cell else "" for cell in row] for row in table.grid()] == [
        ["类别", "名称", "名称"],
        ["经济发展", "产值", "5"],
        ["经济发展", "税收", ""],
    ]
    assert table.header_rows == 1
    assert table.caption is not None
    assert table.caption.of(document.text) == "表1 目标"
    assert all("".join(cell.span.of(document.text).split("\n")) == cell.text for cell in table.cells)
    assert "\tcell" not in document.text
    assert document.text.endswith("\n\nafter")


def test_a_table_that_lays_out_the_page_is_text() -> None:
    """A table around other tables, or of one column, is no table of data."""
    document = read_bytes(page("<table><tr><td><p>a</p></td></tr><tr><td>b</td></tr></table>"), "plan")
    assert document.text == "a\nb"
    assert document.tables == ()


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Links, pictures and entities from outside are not followed."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr("socket.socket.connect", refuse)
    body = "<img src='http://example.invalid/a.png'><link href='http://example.invalid/b.css'><p>text</p>"
    head = '<base href="http://example.invalid/">'
    assert read_bytes(page(body, head), "plan").text == "text"


def test_a_piece_of_a_page_is_a_page() -> None:
    """A fragment that begins and ends with block tags is HTML."""
    assert read_bytes(b"<div><h2>Goals</h2><p>Reach 5%.</p></div>", "plan.txt").media_type == "text/html"
