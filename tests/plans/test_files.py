"""The plan file: written, read back, damaged."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import milepost
from milepost.kernel.errors import ReadError, UsageError
from milepost.plans.files import decode, encode
from milepost.plans.model import Plan


@pytest.fixture(scope="module")
def plan(example: Path) -> Plan:
    """The plan that ships with the project."""
    return milepost.compile_plan(example)


def test_a_plan_comes_back_as_it_was(plan: Plan, tmp_path: Path) -> None:
    """What was dumped is loaded as an equal plan, and dumped to the same bytes."""
    path = tmp_path / "plan.json"
    assert milepost.dump_plan(plan, path) is None
    loaded = milepost.load_plan(path)
    assert loaded == plan
    assert milepost.dump_plan(loaded) == path.read_bytes()


def test_a_plan_without_its_text_stays_without_it(plan: Plan) -> None:
    """A plan read from a file without text and quotes is written without them again."""
    bare = encode(plan, facts_only=True)
    assert encode(decode(bare)) == bare
    assert decode(bare).document.text is None


def test_keys_stand_in_the_order_of_the_contract(plan: Plan) -> None:
    """The file begins with format, compiler and document, and spans stand on one line."""
    written = encode(plan).decode()
    assert list(json.loads(written))[:5] == ["format", "compiler", "document", "period", "region"]
    assert f'"span": [{plan.sections[0].span.start}, {plan.sections[0].span.end}]' in written


def test_fields_from_the_future_are_passed_over(plan: Plan) -> None:
    """A field that this version does not know does not stop the reading."""
    content = json.loads(encode(plan)) | {"weather": "fine"}
    assert decode(json.dumps(content).encode()) == plan


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b"hello", "no JSON"),
        (b"\xff\xfe\x00", "no JSON"),
        (b'{"format": "milepost.plan/1"', "no JSON"),
        (b"[1, 2]", "got `array`"),
        (b'{"format": 1}', "$.format"),
        (b"{}", "no field 'format'"),
        (b'{"format": "milepost.plan/2"}', "'milepost.plan/2'"),
        (b'{"format": "milepost.plan/1"}', "missing required field"),
        (b"[" * 1_000_000, "got `array`"),
        (b'{"x": ' * 1_000_000, "nested without end"),
    ],
)
def test_a_damaged_file_is_told_with_what_was_found(content: bytes, found: str) -> None:
    """Every damage gives one error that names the file, what was found and what would be accepted."""
    with pytest.raises(ReadError) as raised:
        decode(content, where="old.json")
    assert found in raised.value.found
    assert raised.value.accepted
    assert str(raised.value).startswith("old.json: ")


def test_a_lone_surrogate_is_no_text(plan: Plan) -> None:
    """A plan that holds half a character cannot be written, and the message says which."""
    broken = replace(plan, document=replace(plan.document, title="\ud800"))
    with pytest.raises(UsageError, match=r"U\+D800"):
        encode(broken)
