"""What a reader corrected in a plan, kept apart from it so that it outlives compiling the plan again."""

from milepost.plans.corrections.applying import apply
from milepost.plans.corrections.files import dump_corrections, load_corrections
from milepost.plans.corrections.model import Anchor, Correction, Corrections, DocumentMark, Leftover

__all__ = [
    "Anchor",
    "Correction",
    "Corrections",
    "DocumentMark",
    "Leftover",
    "apply",
    "dump_corrections",
    "load_corrections",
]
