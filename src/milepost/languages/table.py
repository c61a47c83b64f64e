"""The languages that Milepost reads, and which of them a text is in."""

from __future__ import annotations

import re
from importlib import import_module
from typing import cast

from milepost.kernel.errors import UsageError
from milepost.languages.check_words import CheckWords
from milepost.languages.column_words import ColumnWords
from milepost.languages.data_words import DataWords
from milepost.languages.model import Language
from milepost.languages.series_words import SeriesWords

# Code → module and name. A language's patterns take a while to build, so each is imported on first use.
LANGUAGES: dict[str, tuple[str, str]] = {
    "zh": ("milepost.languages.chinese.language", "CHINESE"),
    "en": ("milepost.languages.english.language", "ENGLISH"),
}

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
# A Chinese character carries about as much as half an English word.
_HAN_PER_WORD = 2
_SAMPLE = 20000


def language_named(code: str) -> Language:
    """The language with a code.

    Raises
    ------
    UsageError
        If Milepost does not read that language (names those that it reads).

    >>> language_named("zh").code
    'zh'
    """
    if code not in LANGUAGES:
        raise UsageError("this language is not read", where="language", found=repr(code), accepted=", ".join(LANGUAGES))
    module, name = LANGUAGES[code]
    return cast(Language, getattr(import_module(module), name))


def check_words_of(code: str) -> CheckWords:
    """The words of a language for the checks on a plan, imported on first use.

    >>> type(check_words_of("zh")).__name__
    'CheckWords'
    """
    package = LANGUAGES[language_named(code).code][0].rpartition(".")[0]
    return cast(CheckWords, import_module(f"{package}.checking").WORDS)


def series_words_of(code: str) -> SeriesWords:
    """The words of a language that tell one series of statistics from another, imported on first use.

    >>> type(series_words_of("en")).__name__
    'SeriesWords'
    """
    package = LANGUAGES[language_named(code).code][0].rpartition(".")[0]
    return cast(SeriesWords, import_module(f"{package}.series").WORDS)


def data_words_of(code: str) -> DataWords:
    """The words of a language for the checks on observations, imported on first use.

    >>> data_words_of("zh").per_head.search("人均可支配收入") is not None
    True
    """
    package = LANGUAGES[language_named(code).code][0].rpartition(".")[0]
    return cast(DataWords, import_module(f"{package}.data").WORDS)


def column_words_of(code: str) -> ColumnWords:
    """The words of a language in tables of statistics, imported on first use.

    >>> column_words_of("en").captions["value"]
    'value'
    """
    package = LANGUAGES[language_named(code).code][0].rpartition(".")[0]
    return cast(ColumnWords, import_module(f"{package}.columns").WORDS)


def language_of(text: str) -> str:
    """Code of the language that most of a text is in, judged from its first 20 000 characters.

    >>> language_of("到2025年，森林覆盖率达到22%。"), language_of("Raise literacy to 90% by 2030.")
    ('zh', 'en')
    """
    sample = text[:_SAMPLE]
    return "zh" if len(_HAN.findall(sample)) >= _HAN_PER_WORD * len(_LATIN.findall(sample)) else "en"
