"""The columns of an SDMX-CSV file: which are dimensions, which attributes, and which hold the names beside codes."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Final

import polars

from milepost.checks.model import Words
from milepost.documents.decoding import decoded
from milepost.kernel.errors import ReadError
from milepost.observations.exchange import TOTALS, column_letter, listed
from milepost.observations.importing import ImportOptions

REGIONS: Final = ("REF_AREA", "GEO", "GEO_PICT", "REGION", "AREA", "LOCATION", "TERRITORY", "GEOGRAPHY", "COUNTRY")
INDICATORS: Final = (
    "INDICATOR", "SERIES", "MEASURE", "SUBJECT", "INDIC", "VARIABLE", "NA_ITEM", "INDIC_UR", "INDIC_SB", "INDIC_DE",
    "INDIC_EM", "INDIC_BT", "INDIC_IS", "STO",
)  # fmt: skip
FREQUENCIES: Final = ("FREQ", "FREQUENCY", "TIME_FORMAT")
FRAME: Final = frozenset(
    (
        "STRUCTURE",
        "STRUCTURE_ID",
        "STRUCTURE_NAME",
        "ACTION",
        "DATAFLOW",
        "LAST UPDATE",
        "KEY",
        "SERIES_KEY",
        "VALID_FROM",
        "VALID_TO",
    )
)
ATTRIBUTES: Final = frozenset(
    "OBS_STATUS OBS_FLAG CONF_STATUS OBS_CONF UNIT_MULT DECIMALS UNIT_MEASURE UNIT TIME_FORMAT DATABASE_ID UNIT_TYPE "
    "DATA_SOURCE SOURCE COMMENT COMMENT_OBS COMMENTS TITLE TITLE_COMPL COLLECTION EMBARGO_TIME".split()
)
QUIET: Final = frozenset(
    "DECIMALS TIME_FORMAT UNIT_MULT UNIT_MEASURE UNIT OBS_STATUS OBS_FLAG CONF_STATUS OBS_CONF".split()
)
"""Attributes that are read, or say only how to print a value."""

_CODE = re.compile(r"[A-Z0-9_.@$]+|[a-z0-9_]+")
_VALUE_WITH_LABEL = r"^([^:\s]+):\s*(.*)$"


@dataclass(frozen=True, slots=True)
class SdmxTable:
    """The file with its columns under their codes; `labels` holds the column of labels of each that has one."""

    name: str
    rows: polars.DataFrame
    columns: tuple[str, ...]
    labels: dict[str, str]
    region: str | None
    indicator: str | None
    frequency: str | None

    @classmethod
    def of(cls, content: bytes, name: str, options: ImportOptions) -> SdmxTable:
        """The table of a file.

        Raises
        ------
        ReadError
            If it is no SDMX-CSV, or says of no region and the options do not either.
        """
        text = decoded(content, name).text
        line = text.split("\n", 1)[0]
        separator = separator_of(line)
        heads = cells_of(line, separator)
        codes, labels = _codes(heads)
        _refuse(name, heads, codes, options)
        try:
            rows = polars.read_csv(
                BytesIO(text.encode(errors="replace")),
                has_header=False,
                separator=separator,
                schema=dict.fromkeys(codes, polars.String),
            ).slice(1)
        except (polars.exceptions.PolarsError, ValueError) as error:
            raise ReadError("this is no whole CSV file", where=name, found=str(error).splitlines()[0][:200]) from None
        rows, labels = _with_split_labels(rows, heads, codes, labels)
        known = {code.upper(): code for code in codes}
        first = {role: next((known[each] for each in of if each in known), None) for role, of in _ROLES.items()}
        return cls(name, rows, tuple(codes), labels, first["region"], first["indicator"], first["frequency"])

    def has(self, *codes: str) -> str | None:
        """The first of the columns with these codes that the file has, whatever their case."""
        known = {code.upper(): code for code in self.columns}
        return next((known[code] for code in codes if code in known), None)

    @property
    def dimensions(self) -> list[str]:
        """The dimensions that are neither time, region, indicator, frequency, unit nor part of the frame."""
        end = self.columns.index("OBS_VALUE")
        taken = {self.region, self.indicator, self.frequency, "TIME_PERIOD", "OBS_VALUE", *self.labels.values()}
        before = [code for code in self.columns[:end] if code not in taken]
        return [code for code in before if code.upper() not in FRAME | ATTRIBUTES]

    @property
    def attributes(self) -> list[str]:
        """The attributes that a note keeps."""
        end = self.columns.index("OBS_VALUE")
        taken = {
            *self.dimensions,
            self.region,
            self.indicator,
            self.frequency,
            "TIME_PERIOD",
            "OBS_VALUE",
            *self.labels.values(),
        }
        behind = [code for place, code in enumerate(self.columns) if place > end or code.upper() in ATTRIBUTES]
        return [code for code in behind if code not in taken and code.upper() not in FRAME | QUIET]

    def where(self, row: object, code: str) -> str:
        """A cell as faults name it."""
        return f"row {row}, {code} ({column_letter(self.columns.index(code))}{row})"

    def label(self, code: str) -> polars.Expr:
        """The label of a column's values, the code where there is none."""
        own = polars.col(code).str.strip_chars()
        label = self.labels.get(code)
        if label is None:
            return own
        shown = polars.col(label).str.strip_chars()
        return polars.when(shown.fill_null("") == "").then(own).otherwise(shown)

    def notes(self) -> list[Words]:
        """Which dimensions hold nothing but totals, and so stand in no name."""
        whole = [code for code in self.dimensions if self.rows.select(is_total(code).all()).item()]
        if not whole:
            return []
        return [
            Words(
                f"各行均为合计、未写入指标名的维度：{listed(whole)}",
                f"dimensions that are totals throughout, not in the names: {listed(whole)}",
            )
        ]


_ROLES: Final = {"region": REGIONS, "indicator": INDICATORS, "frequency": FREQUENCIES}


def separator_of(line: str) -> str:
    """The sign between the cells of a line: the one of , ; tab and | that stands in it most often."""
    return max((",", ";", "\t", "|"), key=lambda sign: (line.count(sign), sign == ","))


def cells_of(line: str, separator: str) -> list[str]:
    """The cells of the first line."""
    try:
        return next(csv.reader(StringIO(line), delimiter=separator, strict=False), [])
    except csv.Error:
        return []


def code_of(head: str) -> str:
    """The code in a column's heading: `FREQ:Frequency`, `STRUCTURE[;]`."""
    code = head.strip().removeprefix("\ufeff").split(":", 1)[0]
    return re.sub(r"\[.*\]$", "", code).strip()


def _codes(heads: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The code of each column, and which column holds the labels of which."""
    codes: list[str] = []
    labels: dict[str, str] = {}
    for head in heads:
        code = code_of(head)
        before = codes[-1] if codes else ""
        base = code.removesuffix("_LABEL")
        if base != code and base in codes:
            labels[base] = code
        elif code and before and not _CODE.fullmatch(code) and _CODE.fullmatch(before) and code.upper() not in FRAME:
            # With names beside codes, a column headed in words holds the names of the one before it.
            code = f"{before}\x1f{code}"
            labels[before] = code
        codes.append(code)
    return codes, labels


def _refuse(name: str, heads: Sequence[str], codes: Sequence[str], options: ImportOptions) -> None:
    """Raise for a file that cannot be read at all."""
    for code in ("TIME_PERIOD", "OBS_VALUE"):
        if code not in codes:
            raise ReadError(f"this SDMX-CSV has no column {code}", where=name, found=listed(list(heads)))
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ReadError("a column stands twice", where=name, found=listed(twice), accepted="each column once")
    upper = {code.upper() for code in codes}
    if not upper & set(REGIONS) and not options.region:
        accepted = f"a column {', '.join(REGIONS[:4])} …, or --region"
        raise ReadError("which region is this about?", where=name, found=listed(list(heads)), accepted=accepted)


def _with_split_labels(
    rows: polars.DataFrame, heads: Sequence[str], codes: Sequence[str], labels: dict[str, str]
) -> tuple[polars.DataFrame, dict[str, str]]:
    """Values `A: Annual` of columns headed `FREQ:Frequency` taken apart."""
    made, found = [], dict(labels)
    for head, code in zip(heads, codes, strict=True):
        if ":" in head and code not in {"OBS_VALUE", "TIME_PERIOD", "STRUCTURE_ID", "DATAFLOW"}:
            both = polars.col(code)
            made += [
                both.str.extract(_VALUE_WITH_LABEL, 1).fill_null(both).alias(code),
                both.str.extract(_VALUE_WITH_LABEL, 2).alias(f"{code}\x1flabel"),
            ]
            found[code] = f"{code}\x1flabel"
    return rows.with_columns(made), found


def is_total(code: str) -> polars.Expr:
    """Whether a dimension stands for all its members together, or does not apply."""
    return polars.col(code).fill_null("").str.strip_chars().str.to_uppercase().is_in(list(TOTALS))
