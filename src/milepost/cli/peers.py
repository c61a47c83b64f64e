"""What other tools take for a smaller job on the same text: for scale, not for a ranking."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from milepost.kernel.errors import MissingExtra

Work = Callable[[str], object]


def peers() -> dict[str, Work]:
    """What is measured → a function of the text. Loading of models is done before.

    Raises
    ------
    MissingExtra
        If the extra `peers` is not installed.
    """
    try:
        jieba = import_module("jieba")
        numbers = import_module("recognizers_number")
        units = import_module("recognizers_number_with_unit")
    except ImportError as error:
        raise MissingExtra(
            "the peers are not installed", where="--peers", found=str(error), accepted="pip install 'milepost[peers]'"
        ) from error
    # Else it writes its loading time to standard error.
    jieba.setLogLevel(60)
    jieba.initialize()

    def recognize(text: str) -> list[object]:
        found = [numbers.recognize_number, numbers.recognize_percentage, units.recognize_dimension]
        return [each(text, "zh-cn") for each in found]

    return {
        "jieba: word segmentation": lambda text: list(jieba.cut(text)),
        "recognizers-text-suite: numbers, percentages, dimensions": recognize,
    }
