"""Many items in worker processes: order, faults, crashes."""

from __future__ import annotations

from milepost.engines.local import run_many
from running import work


def test_results_come_in_the_order_of_the_items() -> None:
    """Results are in the order of the input, however many workers there are."""
    items = [f"word{number}" for number in range(20)]
    assert [outcome.result for outcome in run_many(work, items, workers=2)] == [item.upper() for item in items]


def test_a_bad_item_does_not_stop_the_others() -> None:
    """An unreadable input, a fault and a crash are each told for their item, and the others are done."""
    outcomes = list(run_many(work, ["one", "unreadable", "crash", "fault", "crash", "two"], workers=2))
    assert [outcome.result for outcome in outcomes] == ["ONE", None, None, None, None, "TWO"]
    assert [outcome.ours for outcome in outcomes] == [False, False, True, True, True, False]
    assert outcomes[1].error == "unreadable: cannot be read"
    assert "signal 9" in str(outcomes[2].error)
    assert "ValueError: a fault of ours (in work, running.py:" in str(outcomes[3].error)


def test_no_items_start_no_worker() -> None:
    """Nothing to do gives nothing."""
    assert list(run_many(work, [])) == []
