"""Files of corrections: written, read, and refused."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corrections_support import add, edit, file_of, plan_of_text, reject, row
from milepost.kernel.errors import MilepostError, ReadError, UsageError
from milepost.plans.corrections import dump_corrections, load_corrections
from milepost.plans.corrections.files import decode, encode

PLAN = plan_of_text()
FOREST = row(PLAN, "commitments", "森林覆盖率")
CORRECTIONS = file_of(
    PLAN,
    replace(edit(PLAN, "commitments", FOREST, target__value=23, baseline=None), reason="印刷错误"),
    reject(PLAN, "measures", PLAN.measures[0]),
    add(PLAN, "projects", "供水工程、丙镇", name="供水"),
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """Corrections come back from a file as they were, nulls among the values too."""
    path = tmp_path / "corrections.json"
    dump_corrections(CORRECTIONS, path)
    assert load_corrections(path) == CORRECTIONS


def test_the_file_names_nobody_and_no_time() -> None:
    """A correction holds what, where and why, never who or when."""
    names = {name for each in json.loads(encode(CORRECTIONS))["corrections"] for name in each}
    assert names <= {"action", "kind", "id", "label", "anchor", "fields", "reason"}


def changed(**values: object) -> bytes:
    """The file with fields of its first correction replaced."""
    built = json.loads(encode(CORRECTIONS))
    built["corrections"][0] |= values
    return json.dumps(built).encode()


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"", ReadError, "an empty file"),
        (b"{", ReadError, "no JSON"),
        (b"[]", ReadError, "no field 'format'"),
        (b'{"format": "milepost.corrections/2"}', ReadError, "milepost.corrections/2"),
        (b'{"format": "milepost.corrections/1"}', UsageError, "document"),
        (b"\xff\xfe\x00", ReadError, "no JSON"),
        (b"[" * 100_000, ReadError, "no JSON"),
        (changed(author="x"), UsageError, "correction 1: there is no such field; found 'author'"),
        (changed(action="delete"), UsageError, "delete"),
        (changed(fields={}), UsageError, "an edit sets nothing"),
        (changed(fields={"target.by": 2025}), UsageError, "target.by does not take this; found 2025; accepted: a text"),
        (changed(anchor={"quote": ""}), UsageError, "the anchor has no words"),
        (changed(anchor={"quote": "x", "occurrence": 0}), UsageError, "occurrence counts from 1"),
        (changed(anchor={"quote": "x", "figure": "y"}), UsageError, "the anchor's figure is not in it"),
        (changed(anchor={"quote": "x", "offset": 3}), UsageError, "found 'offset'"),
        (changed(action="reject"), UsageError, "a reject sets no fields"),
    ],
)
def test_a_damaged_file_is_refused(content: bytes, kind: type[MilepostError], said: str) -> None:
    """Whatever is wrong, the message names the file, the correction, what was found and what would be accepted."""
    with pytest.raises(kind) as raised:
        decode(content, where="c.json")
    assert said in str(raised.value)
    assert str(raised.value).startswith("c.json")
    assert raised.value.accepted


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A missing file gives an error with its name."""
    with pytest.raises(ReadError, match=r"nowhere\.json"):
        load_corrections(tmp_path / "nowhere.json")
