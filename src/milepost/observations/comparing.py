"""When two values are the same: what printing them in so many digits leaves open, and what a tolerance allows."""

from __future__ import annotations

import polars


def apart(one: str, other: str, tolerance: float = 0.0) -> polars.Expr:
    """Whether two numbers are further apart than their printed digits and the tolerance leave open.

    `one` and `other` are names of columns; beside each stands `half` with the same ending (`number_b`, `half_b`).
    `tolerance` is a share of the larger one.

    >>> frame = polars.DataFrame({"number": [40.2], "half": [0.05], "number_b": [40.26], "half_b": [0.005]})
    >>> frame.select(apart("number", "number_b")).item()
    True
    """
    first, second = polars.col(one), polars.col(other)
    open_left = polars.col(one.replace("number", "half")) + polars.col(other.replace("number", "half"))
    larger = polars.max_horizontal(first.abs(), second.abs())
    # The last factor is for binary fractions, which miss a printed half by a hair.
    return (first - second).abs() > (open_left + tolerance * larger) * (1 + 1e-9) + 1e-12 * larger
