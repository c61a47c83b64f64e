"""The engines by name: each a line, and its module is imported when it is used."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib import import_module
from typing import NamedTuple, cast

from milepost.engines.model import OpenEngine, Run
from milepost.kernel.errors import UsageError


class Engine(NamedTuple):
    """An engine: its name, how it is written, where its `open_engine` lives, and for what it is."""

    name: str
    written: str
    opens: str
    meaning: str


ENGINES: tuple[Engine, ...] = (
    Engine("local", "local", "milepost.engines.local:open_engine", "worker processes on this machine"),
    Engine("dask", "dask://HOST:PORT", "milepost.engines.dask:open_engine", "a Dask cluster, by its scheduler"),
)


def open_engine(address: str, workers: int | None = None) -> AbstractContextManager[Run]:
    """The engine at that address, ready to run; `workers` is a number of local processes.

    Raises
    ------
    UsageError
        If no engine is written so, or nothing answers at the address.
    MissingExtra
        If the engine needs a package that is not installed.

    >>> open_engine("cloud://somewhere")
    Traceback (most recent call last):
    ...
    milepost.kernel.errors.UsageError: --engine: there is no such engine; found 'cloud://somewhere'; accepted: ...
    """
    name, _, place = address.partition("://")
    for engine in ENGINES:
        if engine.name == name and bool(place) == ("://" in engine.written):
            module, function = engine.opens.split(":")
            return cast(OpenEngine, getattr(import_module(module), function))(place, workers)
    accepted = ", ".join(engine.written for engine in ENGINES)
    raise UsageError("there is no such engine", where="--engine", found=repr(address), accepted=accepted)
