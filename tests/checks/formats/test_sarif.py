"""SARIF 2.1.0: rules, results with their places, and the text of documents that are no text files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from milepost.checks.formats.table import written
from milepost.checks.model import Failure
from milepost.checks.report import Report
from reports_support import TEXT, finding, plan_from, report_on, two_differ

TEXT_MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength"],
    "additionalProperties": False,
    "properties": {
        **{name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endLine", "endColumn")},
        **{name: {"type": "integer", "minimum": 0} for name in ("charOffset", "charLength")},
        "snippet": TEXT_MESSAGE,
    },
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": TEXT_MESSAGE,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri", "index"],
                    "additionalProperties": False,
                    "properties": {"uri": {"type": "string"}, "index": {"type": "integer", "minimum": 0}},
                },
                "region": REGION,
            },
        },
    },
}
# The part of the standard's schema that this format uses, written down from the standard (section 3).
SCHEMA = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id", "shortDescription", "fullDescription", "help"],
                                            "properties": {
                                                "shortDescription": TEXT_MESSAGE,
                                                "fullDescription": TEXT_MESSAGE,
                                                "help": {**TEXT_MESSAGE, "required": ["text", "markdown"]},
                                                "defaultConfiguration": {"properties": {"level": LEVEL}},
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "artifacts": {"type": "array", "minItems": 1, "uniqueItems": True},
                    "invocations": {
                        "items": {
                            "required": ["executionSuccessful"],
                            "properties": {
                                "toolExecutionNotifications": {
                                    "items": {"required": ["message"], "properties": {"level": LEVEL}}
                                }
                            },
                        }
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "locations"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": LEVEL,
                                "message": TEXT_MESSAGE,
                                "locations": {"type": "array", "items": LOCATION},
                                "relatedLocations": {"type": "array", "uniqueItems": True, "items": LOCATION},
                                "partialFingerprints": {"type": "object"},
                                "suppressions": {
                                    "items": {
                                        "required": ["kind"],
                                        "properties": {"kind": {"enum": ["inSource", "external"]}},
                                    }
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def run_of(report: Report) -> dict[str, Any]:
    """The one run of the log, which must fit the schema."""
    log = json.loads(written(report, "sarif"))
    jsonschema.validate(log, SCHEMA)
    (run,) = log["runs"]
    return dict(run)


def test_every_place_of_a_finding_has_its_region() -> None:
    """The first place is the location, the others are related; lines, columns and offsets say the same."""
    run = run_of(two_differ())
    (result,) = run["results"]
    places = [result["locations"][0], *result["relatedLocations"]]
    lines = TEXT.split("\n")
    for place, quote in zip(places, ["22%", "23%"], strict=True):
        region = place["physicalLocation"]["region"]
        start, length = region["charOffset"], region["charLength"]
        assert TEXT[start : start + length] == region["snippet"]["text"] == quote
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == quote
    assert run["columnKind"] == "unicodeCodePoints"
    assert result["partialFingerprints"] == {"milepost/v1": two_differ().checked.findings[0].id}


def test_rules_come_with_their_explanation() -> None:
    """A rule that found something is described, and the result refers to it by number."""
    run = run_of(two_differ())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["LA01"]
    assert "为什么要紧" in rules[0]["help"]["markdown"]
    assert run["results"][0]["ruleIndex"] == 0


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_severities_have_the_levels_of_the_standard(severity: Any, level: str) -> None:
    """An info is a note."""
    assert run_of(report_on(TEXT, finding(TEXT, ["22%"], severity)))["results"][0]["level"] == level


def test_failures_and_suppressions_are_in_it() -> None:
    """A rule that failed is a notification and the run no success; a suppressed finding says why."""
    found = finding(TEXT, ["22%"])
    failure = Failure("LA01", "number-missing", "KeyError: 1")
    run = run_of(report_on(TEXT, failures=(failure,), suppressed=((found, "口径不同"),)))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "KeyError" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert run["results"][0]["suppressions"] == [{"kind": "external", "justification": "口径不同"}]


def test_a_text_file_is_its_own_artifact() -> None:
    """Regions refer to the file itself."""
    run = run_of(two_differ())
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["plan.txt"]


def test_a_word_file_brings_the_text_that_was_read(project: Path) -> None:
    """Regions refer to a text inside the document, whose contents are in the log."""
    content = (project / "examples" / "qinghe" / "qinghe.docx").read_bytes()
    text = plan_from(content).document.text or ""
    run = run_of(report_on(content, finding(text, ["森林覆盖率"]), name="规划 1.docx"))
    whole, inner = run["artifacts"]
    assert whole["location"]["uri"] == "%E8%A7%84%E5%88%92%201.docx"
    assert (inner["parentIndex"], inner["contents"]["text"]) == (0, text)
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 1


def test_a_message_makes_no_link() -> None:
    """What looks like a link of the standard's in the words of a plan is none."""
    found = finding(TEXT, ["22%"], message="见[附件](http://example.invalid)")
    assert "](" not in run_of(report_on(TEXT, found))["results"][0]["message"]["text"].replace("\\](", "")
