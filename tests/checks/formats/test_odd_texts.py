"""Whatever stands in a document, every format writes it, and what it writes can be read."""

from __future__ import annotations

import json

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.checks.formats.table import FORMATS, FormatName, written
from milepost.checks.model import Checked, Evidence, Finding, Words
from milepost.checks.report import Report
from milepost.documents.model import Document
from milepost.kernel.span import Span
from milepost.plans.run import plan_of

ODD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("第一章节目标2025年%，。（）|<>&\"'`*_[]#\t\n\r\x00\x1b\u200b\u202e\ufeff\u2028👨‍👩‍👧é́ﷺ\ud800"),
    ),
    min_size=1,
    max_size=120,
)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "docx"])
@settings(max_examples=40, deadline=None)
@given(text=ODD, data=st.data())
def test_a_format_copes_with_any_text(name: FormatName, text: str, data: st.DataObject) -> None:
    """Findings on any characters of any text are written, in either language."""
    plan = plan_of(Document(text), "zh")
    findings = []
    for number in range(data.draw(st.integers(0, 4))):
        places = []
        for _ in range(data.draw(st.integers(1, 7))):
            start = data.draw(st.integers(0, len(text) - 1))
            span = Span(start, data.draw(st.integers(start + 1, len(text))))
            places.append(Evidence(span, span.of(text)))
        said = Words(text, text)
        findings.append(Finding(f"LA01-{number}", "LA01", "number-missing", "error", said, tuple(places), said))
    report = Report(Checked(tuple(findings)), plan, text[:20], data.draw(st.sampled_from(["zh", "en"])))
    content = written(report, name)
    assert content == written(report, name)
    shown = content.decode()
    if name in {"json", "sarif"}:
        json.loads(shown)
    elif name == "html":
        root = lxml.html.fromstring(content)
        assert len(root.find_class("card")) == len(findings)
    else:
        assert not set(shown) & set("\x00\x1b\u202e\r")
