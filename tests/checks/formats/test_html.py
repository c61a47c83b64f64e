"""The page: the plan with its findings in the margin, safe to open and whole without a network."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest

from milepost.checks.formats.table import written
from milepost.checks.marked_text import blocks_of
from milepost.checks.report import Report
from milepost.kernel.span import Span
from reports_support import TEXT, finding, report_on, two_differ


def page(report: Report) -> str:
    """The page as text."""
    return written(report, "html").decode()


def marks(shown: str) -> list[str]:
    """What is marked, in order."""
    return [mark.text_content() for mark in lxml.html.fromstring(shown.encode()).iter("mark")]


def test_places_are_marked_and_their_card_names_both() -> None:
    """Each place is underlined and numbered, and the card beside the first links to both."""
    shown = page(two_differ())
    root = lxml.html.fromstring(shown.encode())
    assert marks(shown) == ["22%", "23%"]
    (card,) = root.find_class("card")
    assert "两处不一" in card.text_content()
    assert [link.get("href") for link in card.iter("a")] == ["#f1p1", "#f1p2"]
    block = card.getparent()
    assert block is not None
    assert "22%" in block.text_content()


def test_every_link_of_the_page_leads_somewhere(project: Path) -> None:
    """Whatever findings overlap, stand in tables or on blank lines, each link has its target, and ids are unique."""
    text = (project / "examples" / "qinghe" / "qinghe.md").read_text(encoding="utf-8")
    found = [finding(text, [text[at : at + 1 + at % 90], text[at + 20 : at + 30]]) for at in range(0, 9000, 53)]
    shown = page(report_on(text, *found, name="qinghe.md"))
    ids = re.findall(r' id="([^"]+)"', shown)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(ids)
    assert {f"f{number}" for number in range(1, len(found) + 1)} <= set(ids)


def test_overlapping_places_are_marked_piece_by_piece() -> None:
    """Where two findings share characters the graver one marks them, and every character stands once."""
    report = report_on(TEXT, finding(TEXT, ["森林覆盖率达到22%"], "info"), finding(TEXT, ["22%以上"], "error"))
    shown = page(report)
    assert marks(shown) == ["森林覆盖率达到", "22%", "以上"]
    assert re.findall(r'<mark class="(\w+)">', shown) == ["info", "error", "error"]
    article = lxml.html.fromstring(shown.encode()).find(".//article")
    assert article is not None
    for dropped in [*article.iter("sup"), *article.find_class("card")]:
        dropped.drop_tree()
    assert "".join(article.text_content().split()) == "".join(TEXT.split())


def test_a_table_keeps_its_merged_cells() -> None:
    """A table of the document is a table of the page, its cells marked."""
    text = "# 青禾市规划\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 森林覆盖率（%） | 21 | 22.5 |\n"
    shown = page(report_on(text, finding(text, ["22.5"])))
    (table,) = lxml.html.fromstring(shown.encode()).iter("table")
    assert [cell.text_content().strip() for cell in table.iter("td")][:3] == ["指标", "2020年", "2025年"]
    assert marks(shown) == ["22.5"]


def test_nothing_of_the_document_is_markup() -> None:
    """Tags and attributes in text, message, title and file name are shown, never obeyed."""
    evil = "\"><script>alert(1)</script><b onclick='x'>"
    text = f"第一章  {evil}\n正文{evil}达到22%。\n"
    shown = page(report_on(text, finding(text, ["22%", "<script>"], message=evil), name=f"{evil}.txt"))
    root = lxml.html.fromstring(shown.encode())
    assert not list(root.iter("script"))
    assert not [element for element in root.iter() if any(str(name).startswith("on") for name in element.attrib)]
    assert "<script" not in shown


def test_the_page_stands_alone() -> None:
    """Nothing is fetched, no script runs, no style stands in an attribute, and the browser is told so."""
    shown = page(two_differ())
    assert not re.search(r"<(?:script|link|img|iframe)|\ssrc=|url\(|@import|\sstyle=", shown)
    assert "default-src 'none'" in shown
    assert "prefers-color-scheme: dark" in shown
    assert "@media print" in shown


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_the_page_speaks_the_language_asked_for(tongue: str) -> None:
    """Labels follow --language, the plan keeps its own."""
    report = report_on(TEXT, *two_differ().checked.findings, tongue="en" if tongue == "en" else "zh")
    shown = page(report)
    assert f'<html lang="{"en" if tongue == "en" else "zh-CN"}">' in shown
    assert '<article lang="zh-CN">' in shown
    assert ("What to do" in shown) == (tongue == "en")


def test_every_character_of_the_text_stands_in_one_unit(example: Path) -> None:
    """The blocks of the example are in order, and what stands in none of them is blank."""
    text = example.read_text(encoding="utf-8")
    end = 0
    for block in blocks_of(report_on(text)):
        for unit in block.units:
            assert not Span(end, unit.span.start).of(text).strip()
            end = unit.span.end
    assert not text[end:].strip()
