"""The engine of a Dask cluster: the same bytes as the local one, and what is said when there is no cluster."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import wanted
from engines_support import Build, hashes, in_process
from milepost.engines import dask
from milepost.engines.table import open_engine
from milepost.kernel.errors import MissingExtra, UsageError
from milepost.plans.fingerprint import Compiler
from running import work


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a local cluster of two worker processes."""
    try:
        from distributed import LocalCluster
    except ImportError:
        wanted("the extra `dask`", present=False)
    local = LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1", silence_logs=40
    )
    with local as running:
        yield running.scheduler_address.removeprefix("tcp://")


def test_a_cluster_gives_the_same_bytes(build: Build, cluster: str, documents: Path, tmp_path: Path) -> None:
    """Tables and manifest from a Dask cluster are byte for byte those of the local engine, failures included."""
    (documents / "empty.txt").touch()
    build(documents, tmp_path / "local", in_process)
    with open_engine(f"dask://{cluster}") as run:
        build(documents, tmp_path / "dask", run)
    assert hashes(tmp_path / "dask") == hashes(tmp_path / "local")


def test_a_bad_item_does_not_stop_the_others(cluster: str) -> None:
    """An unreadable input and a fault are each told for their item, in the order of the items."""
    with open_engine(f"dask://{cluster}") as run:
        outcomes = list(run(work, ["one", "unreadable", "fault", *["two"] * 30]))
    assert [outcome.result for outcome in outcomes[:4]] == ["ONE", None, None, "TWO"]
    assert [outcome.item for outcome in outcomes[:3]] == ["one", "unreadable", "fault"]
    assert [outcome.ours for outcome in outcomes[:3]] == [False, False, True]
    assert len(outcomes) == 33


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        (Compiler("0.0.9", "1" * 16), "a worker runs another Milepost; found 0.0.9 (1111111111111111) on tcp://b"),
        (ModuleNotFoundError("milepost"), "a worker cannot use Milepost; found ModuleNotFoundError on tcp://b"),
    ],
)
def test_another_milepost_on_a_worker_is_refused(theirs: object, said: str) -> None:
    """A worker with another version, other rules or no Milepost at all would give other rows: it is named."""
    ours = Compiler("0.1.0", "0" * 16)
    with pytest.raises(UsageError) as raised:
        dask.refuse_versions({"tcp://a": ours, "tcp://b": theirs}, ours, "host:1")
    assert said in str(raised.value)


def test_no_scheduler_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address at which nothing answers, or that is none, is told with what would be accepted."""
    monkeypatch.setattr(dask, "CONNECT_SECONDS", 1)
    for place in ("127.0.0.1:9", "nonsense"):
        with (
            pytest.raises(UsageError, match=r"no Dask scheduler with workers answers.*HOST:PORT"),
            open_engine(f"dask://{place}"),
        ):
            pass


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package the message says what to install."""
    whole = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name == "distributed":
            raise ImportError(name=name)
        return whole(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"milepost\[dask\]"), open_engine("dask://127.0.0.1:9"):
        pass


def test_the_number_of_workers_is_the_clusters() -> None:
    """A number of workers is for the local engine."""
    with pytest.raises(UsageError, match="decides itself"), open_engine("dask://127.0.0.1:9", 2):
        pass
