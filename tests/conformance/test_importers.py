"""What holds for every importer: its name, its words, its columns, and that it copes with anything."""

from __future__ import annotations

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.kernel.errors import MilepostError
from milepost.observations.files import ImporterModule, importer_named, importer_of
from milepost.observations.importing import ImportOptions
from milepost.observations.model import SCHEMA
from milepost.observations.table import IMPORTERS
from milepost.observations.validating import validated

every_importer = pytest.mark.parametrize("module", [importer_named(name) for name in IMPORTERS], ids=IMPORTERS)
STARTS = (b"", b"PK\x03\x04", b"{", b"<", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"indicator,", b"Year,")
OWN = (
    b"indicator,region,region_name,period_kind,period,value,unit,bound,status,source,source_kind,url,vintage,basis,"
    b"access,confidence,growth_percent,note\na,1,,year,2020,5,%,,,,,,,,,,,\n"
)


@every_importer
def test_an_importer_says_what_it_is(module: ImporterModule) -> None:
    """An importer bears the name of its file, and has a title and a description in Chinese and English."""
    known = module.IMPORTER
    assert module.__name__.endswith(f".{known.name}")  # type: ignore[attr-defined]
    assert all((*known.title, *known.describes))


@every_importer
@settings(max_examples=40, deadline=None)
@given(content=st.tuples(st.sampled_from(STARTS), st.binary(max_size=300)).map(b"".join))
def test_an_importer_copes_with_any_bytes(module: ImporterModule, content: bytes) -> None:
    """Any bytes are recognised or not, and read or refused with an error of ours; what comes out is a whole table."""
    options = ImportOptions(region="1", year=2020)
    assert module.recognises(content, "x") in (True, False)
    try:
        read = module.read(content, "x", options)
    except MilepostError:
        return
    assert read.rows.schema == polars.Schema(SCHEMA)
    assert len(read.places) == read.rows.height
    assert validated(read, options).rows["value"].is_finite().all()


def test_our_own_format_is_taken_for_itself() -> None:
    """A file in our own columns is read by the importer of CSV, whatever other importers there are."""
    assert importer_of(OWN, "x.csv").IMPORTER.name == "csv"
