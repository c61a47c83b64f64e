"""What holds for every format of the table."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from milepost.checks.formats.table import FORMATS, FormatName, written
from reports_support import finding, plan_from, report_on, two_differ


def test_every_format_is_in_the_table_and_on_disk(project: Path) -> None:
    """Files of checks/formats/ and lines of its table are the same, both ways, each named for its format."""
    on_disk = {path.stem for path in (project / "src" / "milepost" / "checks" / "formats").glob("*.py")}
    assert on_disk - {"__init__", "table"} == set(FORMATS)
    assert all(module == f"milepost.checks.formats.{name}" for name, module in FORMATS.items())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_what_it_is(name: FormatName) -> None:
    """A format's module has a docstring and one function, `write`."""
    module = import_module(FORMATS[name])
    assert module.__doc__
    assert callable(module.write)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "docx"])
def test_the_same_report_gives_the_same_bytes(name: FormatName) -> None:
    """No time, no random order."""
    assert written(two_differ(), name) == written(two_differ(), name)


def test_pages_are_named_where_there_are_pages(project: Path) -> None:
    """Of a PDF the page of each place is told."""
    content = (project / "examples" / "qinghe" / "qinghe.pdf").read_bytes()
    plan = plan_from(content, "qinghe.pdf")
    text = plan.document.text or ""
    page = plan.document.pages[2]
    quote = next(line for line in page.span.of(text).split("\n") if len(line) > 20 and text.count(line) == 1)
    report = report_on(content, finding(text, [quote, quote[:9]]), name="qinghe.pdf")
    assert f"] 第{page.number}页\n" in written(report, "text").decode()
    assert f"第{page.number}页，第" in written(report, "markdown").decode()
    assert f"第{page.number}页，第" in written(report, "html").decode()
