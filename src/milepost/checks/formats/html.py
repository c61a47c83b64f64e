"""One page in HTML: the plan as it reads, and beside the words that they speak of the findings in the margin.

The page stands alone: it fetches nothing and runs no script, and says so to the browser.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from milepost.checks.excerpts import excerpt
from milepost.checks.marked_text import Block, Segment, Spot, Unit, blocks_of, stripped
from milepost.checks.markup import in_html
from milepost.checks.model import SEVERITIES, SEVERITY_WORDS, Evidence, Finding
from milepost.checks.report import Report
from milepost.checks.table import RULES
from milepost.kernel.span import Span

MOST_PLACES = 6
WIDTH = 40
TAGS = {"paragraph": "p", "box_title": "p", "boxed": "p"}


def write(report: Report) -> bytes:
    """The page, in UTF-8."""
    style = files("milepost.checks.formats").joinpath("html.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = in_html(report.plan.document.title or report.plan.document.source or report.name)
    tongue = report.say("zh-CN", "en")
    lines = [
        f'<!doctype html>\n<html lang="{tongue}">\n<head>\n<meta charset="utf-8">',
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{report.say('规划检查', 'Plan check')} · {title}</title>\n<style>{style}</style>\n</head>\n<body>",
        _top(report),
        f'<h1>{title}</h1>\n<p class="tally">{in_html(report.summary)}</p>',
        *_index(report),
        f'<article lang="{"zh-CN" if report.plan.document.language == "zh" else "en"}">',
        *_article(report),
        "</article>\n</main>\n</body>\n</html>\n",
    ]
    return "\n".join(lines).encode(errors="replace")


def _top(report: Report) -> str:
    said = (report.say("规划检查", "Plan check"), in_html(report.name), report.stage_words)
    return f'<header class="top"><b>Milepost</b>{"".join(f"<span>{one}</span>" for one in said)}</header>\n<main>'


def _index(report: Report) -> Iterator[str]:
    """A list of the findings, the gravest first, folded up; and what went wrong inside."""
    for failure in report.checked.failures:
        said = report.say("规则内部出错，是本程序的问题", "this rule failed inside, a fault of Milepost")
        yield f'<p class="known">{in_html(f"{failure.code} {failure.name}: {said}")}</p>'
    if not report.checked.findings:
        return
    yield f"<details><summary>{report.say('问题清单', 'List of findings')}</summary><ol>"
    for severity in SEVERITIES:
        for number, finding in enumerate(report.checked.findings):
            if finding.severity == severity:
                state = f'<span class="{severity} state">{number + 1}</span>'
                yield f'<li>{state} <a href="#f{number + 1}">{in_html(finding.message.of(report.tongue))}</a></li>'
    yield "</ol></details>"


def _article(report: Report) -> Iterator[str]:
    """The blocks of the text, each behind the cards of the findings whose first place stands in it."""
    blocks = blocks_of(report)
    if not any(block.units for block in blocks):
        # A text of blanks only: the findings stand by themselves.
        for number, finding in enumerate(report.checked.findings):
            yield from _card(number, finding, report)
    for block in blocks:
        spots = [spot for unit in block.units for spot in (*unit.opening, *unit.beside)]
        first_places = {spot.finding for spot in spots if spot.place == 0}
        yield '<div class="block">'
        for number in sorted(first_places):
            yield from _card(number, report.checked.findings[number], report)
        yield f'<div class="text">{"".join(_block(block, report))}</div></div>'


def _card(number: int, finding: Finding, report: Report) -> Iterator[str]:
    severity = SEVERITY_WORDS[finding.severity].of(report.tongue)
    title = next((rule.title.of(report.tongue) for rule in RULES if rule.code == finding.code), finding.name)
    yield f'<section class="card {finding.severity}" id="f{number + 1}">'
    yield f'<h6 class="{finding.severity}"><span class="state">{severity} {number + 1}</span> {in_html(title)}</h6>'
    yield f"<p>{in_html(finding.message.of(report.tongue))}</p>"
    if len(finding.evidence) > 1:
        shown = finding.evidence[:MOST_PLACES]
        yield "<ul>"
        yield from (_place(number, place, evidence, report) for place, evidence in enumerate(shown))
        more = len(finding.evidence) - len(shown)
        if more:
            yield f"<li>{report.say(f'另有{more}处', f'and {more} more')}</li>"
        yield "</ul>"
    yield f"<p>{report.say('建议：', 'What to do: ')}{in_html(finding.help.of(report.tongue))}</p>"
    yield f'<p class="code">{finding.code} {in_html(finding.name)} · {in_html(finding.id)}</p></section>'


def _place(number: int, place: int, evidence: Evidence, report: Report) -> str:
    start = evidence.span.start
    shown = excerpt(report.text, evidence.span, report.positions.line_at(start), WIDTH)
    words = f"{in_html(shown.before)}<b>{in_html(shown.place)}</b>{in_html(shown.behind)}"
    return f'<li><a href="#f{number + 1}p{place + 1}">{report.where(start)}</a> {words}</li>'


def _block(block: Block, report: Report) -> Iterator[str]:
    if block.table is not None:
        yield from _table(block, report)
        return
    tag = f"h{block.depth}" if block.kind == "heading" else TAGS[block.kind]
    yield f'<{tag} class="{block.kind}">'
    yield from (part for unit in block.units for part in _unit(unit, report))
    yield f"</{tag}>"


def _table(block: Block, report: Report) -> Iterator[str]:
    """A table with its merged cells."""
    assert block.table is not None
    units = {unit.span: unit for unit in block.units}
    yield '<div class="wide"><table>'
    for row in block.table.rows:
        yield "<tr>"
        for cell in row:
            reach = f' rowspan="{cell.rows}"' * (cell.rows > 1) + f' colspan="{cell.columns}"' * (cell.columns > 1)
            unit = units.get(stripped(report.text, cell.span))
            inner = "".join(_unit(unit, report)) if unit is not None else in_html(cell.text)
            yield f"<td{reach}>{inner}</td>"
        yield "</tr>"
    yield "</table></div>"


def _unit(unit: Unit, report: Report) -> Iterator[str]:
    for segment in unit.segments():
        yield _segment(segment, report)
    yield from (_anchor(spot) for spot in unit.beside)


def _segment(segment: Segment, report: Report) -> str:
    """Characters under the same findings: marked by the gravest of them, with the numbers of those that end here."""
    inner = _broken(segment.span, report)
    if not segment.spots:
        return inner
    findings = report.checked.findings
    severity = min((findings[spot.finding].severity for spot in segment.spots), key=SEVERITIES.index)
    anchors = "".join(_anchor(spot) for spot in segment.begins)
    numbers = dict.fromkeys(spot.finding for spot in segment.ends)
    links = " ".join(
        f'<a class="{findings[number].severity}" href="#f{number + 1}">{number + 1}</a>' for number in numbers
    )
    return f'{anchors}<mark class="{severity}">{inner}</mark>' + (f"<sup>{links}</sup>" if links else "")


def _anchor(spot: Spot) -> str:
    return f'<span class="at" id="f{spot.finding + 1}p{spot.place + 1}"></span>'


def _broken(span: Span, report: Report) -> str:
    """Text with its line breaks kept."""
    return "<br>".join(in_html(line) for line in span.of(report.text).split("\n"))
