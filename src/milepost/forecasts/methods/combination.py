"""The median of six methods that err in different ways: the default.

Twelve of the seventeen best methods of the M4 competition were combinations (Makridakis, Spiliotis and Assimakopoulos
2020, International Journal of Forecasting 36). Half of the members work on the series' own scale, half on that of even
growth; they carry its trend on in full, in part, or not at all. The median lets no single one run away.
"""

from __future__ import annotations

import numpy

from milepost.checks.model import Words
from milepost.forecasts.members import member_points
from milepost.forecasts.model import Method, Numbers, Panel

METHOD = Method(
    "combination",
    Words("组合预测", "combination"),
    "Makridakis, Spiliotis and Assimakopoulos (2020), on combinations; the choice of members is ours",
)


def points(panel: Panel, horizon: int) -> Numbers:
    """The median of the members' forecasts; shape (series, horizon)."""
    middle: Numbers = numpy.median(member_points(panel, horizon), axis=2)
    return middle
