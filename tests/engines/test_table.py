"""The table of engines, and how an address chooses one."""

from __future__ import annotations

from importlib import import_module

import pytest

from milepost.engines.table import ENGINES, Engine, open_engine
from milepost.kernel.errors import UsageError


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_a_line_names_an_engine_in_a_file_of_its_name(engine: Engine) -> None:
    """A line of the table points at `open_engine` in the module of the engine's name."""
    module, function = engine.opens.split(":")
    assert (module, function) == (f"milepost.engines.{engine.name}", "open_engine")
    assert callable(getattr(import_module(module), function))


@pytest.mark.parametrize("address", ["", "cloud", "dask", "dask://", "local://here", "://"])
def test_an_unknown_address_is_wrong_use(address: str) -> None:
    """What is written like no engine is refused with the engines that there are."""
    with pytest.raises(UsageError, match=r"there is no such engine.*local, dask://HOST:PORT"):
        open_engine(address)
