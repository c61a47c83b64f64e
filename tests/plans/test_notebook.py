"""A plan in a notebook."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import milepost


class Checker(HTMLParser):
    """Collects tags and attributes, and fails on a tag that is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an opened tag."""
        self.attributes |= {name for name, _ in attrs}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note a closed tag."""
        assert self.open.pop() == tag


def test_a_plan_shows_itself(example: Path) -> None:
    """The table has a row for each part that holds something, the totals, and nothing that is fetched."""
    plan = milepost.compile_plan(example)
    html = plan._repr_html_()
    checker = Checker()
    checker.feed(html)
    assert checker.open == []
    assert checker.attributes <= {"class", "lang"}
    assert html.count("<tr>") >= 4
    assert f"<td>{len(plan.commitments)}</td>" in html
    assert len(html) < 6000


def test_a_title_is_no_markup() -> None:
    """Whatever the document says, it is shown and never run."""
    html = milepost.read_text("<img src=x onerror=alert(1)>规划\n\n到2025年，新建学校5所。")._repr_html_()
    assert "<img" not in html
    assert "&lt;img src=x" in html


def test_an_empty_plan_shows_itself() -> None:
    """A plan of which nothing was read has a table too."""
    assert "<tfoot>" in milepost.read_text("无。")._repr_html_()
