"""The reference page on methods of forecasting."""

from __future__ import annotations

from importlib import import_module

from milepost.forecasts.table import METHODS, method_named
from reference_made.markdown import docstring


def forecast_methods_page() -> str:
    """Every method of forecasting with its source, from its file."""
    parts = [
        "# Methods of forecasting",
        (
            "The names that `milepost forecast --method`, `milepost backtest --method` and `milepost.forecast` take; "
            "the first is the default. Each gives the middle of the forecast; how wide the intervals are is learnt for "
            "each of them: [how forecasts are made](../explanation/how-forecasts-are-made.md)."
        ),
    ]
    for name in METHODS:
        method = method_named(name)
        text = docstring(import_module(f"milepost.forecasts.methods.{name}"))
        parts += [f"## {name}", f"{method.title.en} · {method.title.zh}", text, f"Source: {method.source}"]
    return "\n\n".join(parts)
