"""A plan as data frames."""

from __future__ import annotations

import polars
import pytest

import milepost
from milepost.kernel.errors import UsageError
from milepost.plans.frames import schema
from milepost.plans.rows import TABLES

TEXT = "到2025年，森林覆盖率达到22%以上。"


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_frame_keeps_its_schema(name: str) -> None:
    """A plan without items of a kind gives a frame without rows and with every column."""
    empty = milepost.read_text("无。", "zh").frame(name)
    assert empty.height == 0
    assert dict(empty.schema) == schema(name)


def test_a_target_is_spread_over_columns() -> None:
    """The nested target of a commitment stands in columns of its own, numbers as numbers."""
    (row,) = milepost.read_text(TEXT, "zh").frame("commitments").rows(named=True)
    assert row["subject"] == "森林覆盖率"
    assert (row["comparator"], row["value"], row["unit"], row["by"]) == ("ge", 22.0, "%", "2025")
    assert TEXT[row["value_start"] : row["value_end"]] == "22%"


def test_frames_of_several_plans_can_be_put_together() -> None:
    """Frames of two plans have one schema, so that they concatenate."""
    frames = [milepost.read_text(text, "zh").frame("commitments") for text in (TEXT, "无。")]
    assert polars.concat(frames).height == 1


def test_an_unknown_frame_is_wrong_use() -> None:
    """A name that does not exist is refused with the names that do."""
    with pytest.raises(UsageError, match="commitments, milestones, facts"):
        milepost.read_text("无。", "zh").frame("promises")
