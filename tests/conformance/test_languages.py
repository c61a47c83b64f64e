"""What holds for every language of the table."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_type_hints

import pytest

from milepost.languages.model import Language
from milepost.languages.table import LANGUAGES, language_named

FOLDER = Path(__file__).parents[2] / "src" / "milepost" / "languages"
SAMPLES = {
    "zh": "到２０３０年，粮食产量达到1,200万吨以上（含）。",
    "en": "By 2030, raise output to 1,200 tonnes　or “more”.",
}

every_language = pytest.mark.parametrize("code", LANGUAGES)


def test_every_language_is_in_the_table_and_on_disk() -> None:
    """Folders of languages/ and lines of its table are the same, both ways."""
    folders = {path.parent.name for path in FOLDER.glob("*/language.py")}
    assert {module.split(".")[2] for module, _ in LANGUAGES.values()} == folders
    assert set(SAMPLES) == set(LANGUAGES)


@every_language
def test_a_language_has_the_code_of_its_line(code: str) -> None:
    """A line of the table names a language with that code."""
    assert isinstance(language_named(code), Language)
    assert language_named(code).code == code


@every_language
def test_the_words_of_every_subject_have_their_shape(code: str) -> None:
    """Each subject's words are of the class that the model names, patterns and functions included."""
    language = language_named(code)
    for name, kind in get_type_hints(Language).items():
        if not is_dataclass(kind):
            continue
        words = getattr(language, name)
        assert isinstance(words, kind), name
        for field in fields(words):
            value = getattr(words, field.name)
            if str(field.type) in ("Pattern[str]", "re.Pattern[str]"):
                assert isinstance(value, re.Pattern), f"{name}.{field.name}"
            if str(field.type).startswith("Callable"):
                assert callable(value), f"{name}.{field.name}"


@every_language
def test_folding_keeps_every_offset(code: str) -> None:
    """Folding changes one character for one, and folding twice changes nothing more."""
    language = language_named(code)
    for sample in (*SAMPLES.values(), "".join(map(chr, range(0x20, 0x3000))), "\U0001f600\u3000\u0130"):
        folded = language.fold(sample)
        assert len(folded) == len(sample)
        assert language.fold(folded) == folded


@every_language
def test_figures_lie_in_order_inside_the_text(code: str) -> None:
    """Figures are found in order, each value inside its extent, both inside the text."""
    language = language_named(code)
    text = language.fold(SAMPLES[code])
    found = language.figures(text)
    assert found
    assert [each.span.start for each in found] == sorted(each.span.start for each in found)
    assert all(each.extent.contains(each.span) and each.extent.end <= len(text) for each in found)


@every_language
def test_a_unit_that_is_missing_is_one_and_an_unknown_one_none(code: str) -> None:
    """A number without a unit counts things, and a word that is no unit has no base."""
    assert language_named(code).unit(None) == ("1", 1)
    assert language_named(code).unit("ⓧⓨⓩ") is None


@every_language
def test_a_language_is_loaded_only_when_it_is_asked_for(code: str) -> None:
    """Importing all passes, and reading in one language, imports no other language."""
    script = (
        "import sys, milepost.plans.run as run\n"
        "loaded = lambda: {name.split('.')[2] for name in sys.modules if name.startswith('milepost.languages.')}\n"
        f"folders = {sorted(module.split('.')[2] for module, _ in LANGUAGES.values())!r}\n"
        "assert not loaded() & set(folders), loaded()\n"
        f"run.read_text('1', {code!r})\n"
        f"assert loaded() & set(folders) == {{{LANGUAGES[code][0].split('.')[2]!r}}}, loaded()\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, env={"PYTHONPATH": str(FOLDER.parents[1])})
