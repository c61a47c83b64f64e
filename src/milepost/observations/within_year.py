"""What adds up over the months of a year."""

from __future__ import annotations

import polars


def adds_up() -> polars.Expr:
    """Whether a row is of something that adds up over a year and is never negative.

    Flows of the table of concepts; of what the table does not know, whatever is no percentage, is not named as an
    average, a rate or a balance, and is not divided by anything.
    """
    plain = ~polars.col("is_part") & ~polars.col("is_balance") & (polars.col("number") >= 0)
    is_unknown = polars.col("concept").is_null()
    is_sum = ~polars.col("is_per_head") & ~polars.col("measure").str.contains("/", literal=True)
    # Money and goods flow; what is counted in persons or households may as well be there at a date.
    flows = polars.col("measure").is_in(["CNY", "USD", "EUR", "t", "m3", "Wh"])
    return plain & ((polars.col("nature").fill_null("") == "flow") | (is_unknown & is_sum & flows))
