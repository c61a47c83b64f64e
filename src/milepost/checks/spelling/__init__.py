"""Which characters of a Chinese plan are probably misprints.

`suspicions(text)` is all that others need. It knows no plan and no rule: a text goes in, places come out.
"""

from milepost.checks.spelling.find import suspicions
from milepost.checks.spelling.model import Kind, Suspicion

__all__ = ["Kind", "Suspicion", "suspicions"]
