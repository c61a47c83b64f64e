"""What is worked out from each row of observations: its days, its value in base units, when it became known."""

from __future__ import annotations

from datetime import date

import polars

from milepost.observations.model import DERIVED
from milepost.observations.periods import with_days
from milepost.observations.units import with_base_values

ALWAYS = date(1, 1, 1)


def normalized(observations: polars.DataFrame) -> polars.DataFrame:
    """The table with the columns of `milepost.observations.model.DERIVED` behind its own.

    Parameters
    ----------
    observations : polars.DataFrame
        With the columns of `milepost.observations.model.SCHEMA`. Rows keep their order.

    >>> from milepost.observations.model import empty
    >>> normalized(empty()).columns[-7:]
    ['start', 'end', 'year', 'base_value', 'base_unit', 'known', 'public_from']
    """
    if set(DERIVED) <= set(observations.columns):
        return observations
    rows = with_base_values(with_days(observations))
    vintage = polars.col("vintage").str.to_date("%Y-%m-%d", strict=False)
    access = polars.col("access")
    embargo = access.str.strip_prefix("embargoed:").str.to_date("%Y-%m-%d", strict=False)
    return rows.with_columns(
        known=polars.coalesce(vintage, "end"),
        public_from=polars.when(access.is_null() | (access == "public")).then(polars.lit(ALWAYS)).otherwise(embargo),
    )
