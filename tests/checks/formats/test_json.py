"""The JSON format `milepost.findings/1`."""

from __future__ import annotations

import json
import subprocess
import sys

import jsonschema

from milepost.checks.findings_file import findings_schema
from milepost.checks.formats.table import written
from milepost.checks.model import Failure
from reports_support import TEXT, finding, report_on, two_differ


def test_a_finding_has_the_fields_of_the_contract() -> None:
    """Code, name, severity, message in two languages, every place with its quote, and what to do."""
    report = two_differ()
    content = json.loads(written(report, "json"))
    (found,) = content["findings"]
    assert found == {
        "id": report.checked.findings[0].id,
        "code": "LA01",
        "name": "number-missing",
        "severity": "error",
        "message": {"zh": "两处不一", "en": "two places differ: 两处不一"},
        "evidence": [{"span": [24, 27], "quote": "22%"}, {"span": [55, 58], "quote": "23%"}],
        "help": "统一为一个数值。",
    }
    assert [TEXT[slice(*each["span"])] for each in found["evidence"]] == ["22%", "23%"]
    assert content["format"] == "milepost.findings/1"
    assert content["document"]["source"] == "plan.txt"
    assert b"[24, 27]" in written(report, "json")


def test_it_fits_its_schema() -> None:
    """With findings, failures and suppressions, and with none, the file fits the published schema."""
    schema = findings_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    found = finding(TEXT, ["22%"])
    failure = Failure("LA01", "number-missing", "KeyError: 1")
    for report in (
        report_on(TEXT),
        report_on(TEXT, found, failures=(failure,), suppressed=((found, "口径不同"),), known=2, tongue="en"),
    ):
        content = json.loads(written(report, "json"))
        jsonschema.validate(content, schema)
    assert content["suppressed"][0]["reason"] == "口径不同"
    assert content["failures"] == [{"code": "LA01", "name": "number-missing", "error": "KeyError: 1"}]
    assert content["findings"][0]["help"] == "Give one figure."


def test_the_schema_is_printed() -> None:
    """`milepost schema findings` prints the schema that the format fits."""
    finished = subprocess.run(
        [sys.executable, "-m", "milepost.cli", "schema", "findings"], capture_output=True, text=True, check=True
    )
    assert json.loads(finished.stdout) == findings_schema()
