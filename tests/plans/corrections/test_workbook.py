"""The editable workbook: what it lets a reader change, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as some
from openpyxl import load_workbook

from corrections_support import TEXT, cell, empty_row, file_of, plan_of_text, put, row, workbook
from milepost.kernel.errors import ReadError, UsageError
from milepost.plans.corrections import Correction, apply
from milepost.plans.corrections.building import Setting, edited
from milepost.plans.corrections.columns import from_cell, safe, to_cell, unsafe
from milepost.plans.corrections.fields import Field, kinds, leaves
from milepost.plans.corrections.files import decode, encode
from milepost.plans.corrections.taking import take
from milepost.plans.corrections.workbook import editable

PLAN = plan_of_text()
FOREST = row(PLAN, "commitments", "森林覆盖率")


def taken(change: Callable[[Any], None]) -> tuple[tuple[Correction, ...], list[tuple[str, str]], list[str]]:
    """Corrections, problems and notes of the workbook after a change."""
    found = take(workbook(PLAN, change), PLAN, "w.xlsx")
    return found.corrections.corrections, [(one.place, one.what) for one in found.problems], found.notes


def test_an_untouched_workbook_gives_no_corrections() -> None:
    """What was not changed is not corrected, through a spreadsheet's own saving too."""
    for content in (workbook(PLAN), workbook(PLAN, lambda book: book.save(BytesIO()))):
        found = take(content, PLAN)
        assert (found.corrections.corrections, found.problems, found.notes) == ((), [], [])


def test_a_changed_cell_is_an_edit_of_that_field() -> None:
    """Only the field whose cell was changed is set."""

    def change(book: Any) -> None:
        cell(book["commitments"], "target.value", subject="森林覆盖率").value = 23
        cell(book["commitments"], "target.comparator", subject="森林覆盖率").value = "eq"

    (correction,), problems, _ = taken(change)
    assert problems == []
    assert (correction.action, correction.id) == ("edit", FOREST.id)
    assert correction.fields == {"target.comparator": "eq", "target.value": 23}
    assert (correction.anchor.quote, correction.anchor.figure) == (FOREST.quote, "22%")


def test_a_marked_row_is_a_reject() -> None:
    """A mark in the column delete rejects the item."""
    (correction,), problems, _ = taken(
        lambda book: put(book["measures"], cell(book["measures"], "delete", title="推进灌区节水改造").row, delete="X")
    )
    assert (correction.action, correction.label, problems) == ("reject", "推进灌区节水改造", [])


def test_a_filled_empty_row_is_an_add() -> None:
    """A row without key adds an item at the words of its quote."""

    def change(book: Any) -> None:
        sheet = book["commitments"]
        line = empty_row(sheet)
        put(sheet, line, subject="灌区", target__kind="completion", target__value="100", quote="推进灌区节水改造")

    (correction,), problems, _ = taken(change)
    assert problems == []
    assert correction.action == "add"
    assert correction.fields["target.value"] == 100
    corrected, leftovers = apply(PLAN, file_of(PLAN, correction))
    assert leftovers == ()
    assert row(corrected, "commitments", "灌区").quote == "推进灌区节水改造"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"subject": "灌区"}, "needs the words of the text"),
        ({"subject": "灌区", "quote": "不在文中"}, "not in the text"),
        ({"subject": "灌区", "quote": "到2025年"}, "stand 3 times in the text; fill in occurrence"),
        ({"subject": "灌区", "quote": "到2025年", "occurrence": 4}, "accepted: 1 to 3"),
        ({"subject": "灌区", "quote": "推进灌区", "figure": "5"}, "words of the quote"),
        ({"subject": "灌区", "quote": "推进灌区"}, "target is missing"),
        ({"subject": "灌区", "quote": "推进灌区", "target__kind": "huge"}, "accepted: one of level"),
    ],
)
def test_a_row_that_cannot_be_added_is_told(values: dict[str, Any], said: str) -> None:
    """An added row that lacks its words or a field is told with its place, and not taken."""
    corrections, ((place, what),), _ = taken(
        lambda book: put(book["commitments"], empty_row(book["commitments"]), **values)
    )
    assert corrections == ()
    assert place.startswith("commitments!")
    assert said in what


def test_rows_that_are_gone_are_told_and_never_rejected() -> None:
    """Deleting a row is no way to reject an item: it may have been lost by mistake."""
    corrections, ((_, what),), _ = taken(
        lambda book: book["commitments"].delete_rows(cell(book["commitments"], "key", subject="森林覆盖率").row)
    )
    assert corrections == ()
    assert "'森林覆盖率' is gone" in what


def test_columns_may_move_and_rows_may_be_sorted() -> None:
    """A column is known by its key wherever it stands, whatever the caption above it says."""

    def change(book: Any) -> None:
        sheet = book["commitments"]
        cell(sheet, "target.value", subject="森林覆盖率").value = 23
        rows = [list(line) for line in sheet.iter_rows(values_only=True)]
        rows[2:] = reversed(rows[2:])
        sheet.delete_rows(1, sheet.max_row)
        for line in rows:
            sheet.append(["", *reversed(line)])
        sheet["B2"].value = "renamed"

    (correction,), problems, _ = taken(change)
    assert (correction.fields, problems) == ({"target.value": 23}, [])


@pytest.mark.parametrize("key", ["key", "quote", "delete"])
def test_a_sheet_without_a_column_that_tells_the_item_is_refused(key: str) -> None:
    """Without the key column nobody knows which item a row is: the error names sheet and column."""

    def change(book: Any) -> None:
        for one in book["facts"][1]:
            if one.value == key:
                one.value = "mine"

    with pytest.raises(UsageError) as raised:
        taken(change)
    assert raised.value.where == "w.xlsx: facts"
    assert raised.value.found == f"no {key} in row 1"


def test_a_column_that_is_gone_is_told() -> None:
    """The other columns of the sheet are taken all the same."""

    def change(book: Any) -> None:
        sheet = book["facts"]
        cell(sheet, "value", subject="粮食产量").value = 31
        sheet.delete_cols(cell(sheet, "unit", subject="粮食产量").column)

    (correction,), ((place, what),), _ = taken(change)
    assert correction.fields == {"value": 31}
    assert place == "facts!1"
    assert what == "the column 'unit' is gone; nothing was taken from it"


def test_sheets_and_columns_of_ones_own_are_passed_over_with_a_note() -> None:
    """Notes that a reader keeps in the workbook do no harm."""

    def change(book: Any) -> None:
        book.create_sheet("my notes")
        book["facts"].cell(1, 60).value = "remark"

    corrections, problems, notes = taken(change)
    assert (corrections, problems) == ((), [])
    assert any("'my notes'" in note for note in notes)
    assert any("'remark'" in note for note in notes)


def test_a_sheet_that_is_gone_is_told() -> None:
    """A whole sheet that was there when the workbook was made is missed by name."""
    assert taken(lambda book: book.remove(book["facts"]))[1] == [
        ("facts", "the sheet is gone; nothing was taken from it")
    ]


@pytest.mark.parametrize(
    ("value", "key", "said"),
    [
        ("=1+1", "target.value", "a formula"),
        ("=A1", "delete", "a formula"),
        ("abc", "target.value", "found 'abc'; accepted: a whole number or a number or null"),
        (datetime(2025, 1, 1), "target.by", "found a date"),  # noqa: DTZ001 - as a spreadsheet gives it
        ("huge", "target.kind", "accepted: one of level"),
        (None, "target.kind", "found nothing; accepted: one of level"),
        ("2021", "target.period", "accepted: two years"),
        ("maybe", "delete", "accepted: x, or nothing"),
        ("other words", "quote", "quote is what the text says"),
        ("[1", "milestones", "no JSON"),
        ('[{"kind": "level", "colour": 1}]', "milestones", "no field of that name"),
        ('[{"value": 1}]', "milestones", "milestones.0.kind is missing"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_told_with_its_place(value: object, key: str, said: str) -> None:
    """The row is left as it was, and the place in the workbook is named."""

    def change(book: Any) -> None:
        cell(book["commitments"], key, subject="森林覆盖率").value = value

    corrections, ((place, what),), _ = taken(change)
    assert corrections == ()
    assert place.startswith("commitments!")
    assert said in what


def test_per_cent_cells_are_not_taken_for_numbers() -> None:
    """A spreadsheet stores 23 % as 0.23: what looks right would be read wrong."""

    def change(book: Any) -> None:
        one = cell(book["commitments"], "target.value", subject="森林覆盖率")
        one.value, one.number_format = 0.23, "0%"

    corrections, ((_, what),), _ = taken(change)
    assert corrections == ()
    assert "per cent" in what


def test_two_rows_of_one_item_are_told() -> None:
    """A copied row is ambiguous: neither is taken."""

    def change(book: Any) -> None:
        sheet = book["facts"]
        source = cell(sheet, "key", subject="粮食产量").row
        for one in sheet[source]:
            sheet.cell(empty_row(sheet) if one.column == 1 else source + 1, one.column).value = one.value

    corrections, problems, _ = taken(change)
    assert corrections == ()
    assert any("have one key" in what for _, what in problems)


def test_emptying_all_cells_of_an_object_takes_it_away() -> None:
    """A baseline whose cells are all emptied is null; one that gets a value is begun."""
    with_baseline, leftovers = apply(
        PLAN,
        file_of(PLAN, *taken(lambda book: put_baseline(book, value=20, comparator="eq", period="2020"))[0]),
    )
    baseline = row(with_baseline, "commitments", "森林覆盖率").baseline
    assert leftovers == ()
    assert (baseline.value, baseline.period) == (20, "2020")

    def empty(book: Any) -> None:
        put_baseline(book, value=None, comparator=None, period=None, raw=None, unit=None)

    (correction,) = take(workbook(with_baseline, empty), with_baseline).corrections.corrections
    assert correction.fields == {"baseline": None}


def put_baseline(book: Any, **values: object) -> None:
    """Write the cells of the forest's baseline."""
    for name, value in values.items():
        cell(book["commitments"], f"baseline.{name}", subject="森林覆盖率").value = value


def test_the_workbook_belongs_to_its_plan() -> None:
    """A workbook of another text is refused with both titles; what is no workbook is refused as well."""
    other = plan_of_text("白水县国民经济和社会发展第十四个五年规划纲要\n\n到2025年，粮食产量稳定在50万吨。\n")
    with pytest.raises(UsageError, match="made from another plan"):
        take(workbook(other), PLAN, "w.xlsx")
    with pytest.raises(UsageError, match="no editable workbook"):
        taken(lambda book: book.remove(book["about"]))
    for content in (b"", b"PK\x03\x04", b"text", workbook(PLAN)[:3000]):
        with pytest.raises(ReadError):
            take(content, PLAN, "w.xlsx")


def test_text_never_becomes_a_formula() -> None:
    """A subject that begins like a formula is a text in the workbook, and comes back as it was."""
    plan = replace(PLAN, commitments=(replace(FOREST, subject="=HYPERLINK(1)"), *PLAN.commitments[1:]))
    sheet = load_workbook(BytesIO(editable(plan)))["commitments"]
    assert cell(sheet, "subject", subject="=HYPERLINK(1)").data_type == "s"
    assert take(editable(plan), plan).corrections.corrections == ()


def test_what_may_be_changed_is_open_and_the_rest_locked() -> None:
    """Fields and the delete mark are open; quote and key are locked, key and surroundings hidden."""
    sheet = load_workbook(BytesIO(editable(PLAN)))["commitments"]
    locked = {one.value: sheet.cell(3, one.column).protection.locked for one in sheet[1]}
    hidden = {one.value for one in sheet[1] if sheet.column_dimensions[one.column_letter].hidden}
    assert [locked[key] for key in ("delete", "subject", "target.value", "quote", "key")] == [False] * 3 + [True] * 2
    assert hidden == {"key", "before", "after"}
    assert sheet.protection.sheet
    assert sheet.row_dimensions[1].hidden
    assert '"firm,strive"' in {rule.formula1 for rule in sheet.data_validations.dataValidation}


@given(some.text())
def test_any_text_survives_a_cell(words: str) -> None:
    """Characters that a workbook cannot hold are written otherwise and read back."""
    assert unsafe(safe(words)) == words


ENTRIES = [
    (kind, place, each)
    for kind in kinds()
    for place in range(len(getattr(PLAN, kind)))
    for each in leaves(kinds()[kind])
]
WORDS = some.text("甲乙丙=+-@'\"_x0041ab \n、。(%", min_size=1, max_size=12).filter(
    lambda words: words.strip() == words
)


def value_for(each: Field) -> some.SearchStrategy[Any]:
    """Values that a field takes."""
    accepted = each.accepted
    if each.path == "concept":
        return some.sampled_from(["gdp", "forest_cover", None])
    if each.choices:
        found: some.SearchStrategy[Any] = some.sampled_from(each.choices)
    elif each.shape == "objects":
        found = some.just([])
    elif "list of texts" in accepted:
        found = some.lists(some.sampled_from(["甲", "乙；丙", "a; b", "[x"]), max_size=3)
    elif "pair of texts" in accepted:
        found = some.sampled_from([["2021", "2025"], ["2021-06", "2022–03"]])
    elif "true" in accepted:
        found = some.booleans()
    elif "number" in accepted:
        whole = some.integers(-(10**9), 10**9)
        found = (
            whole
            if "a number" not in accepted
            else whole | some.floats(-1e6, 1e6).map(lambda number: float(f"{number:.12g}"))
        )
    else:
        found = WORDS
    return found | some.none() if each.nullable else found


@some.composite
def edits(draw: some.DrawFn) -> dict[tuple[str, int], dict[str, Any]]:
    """Items and new values for some of their fields; fields inside an object that is null are left alone."""
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for kind, place, each in draw(some.lists(some.sampled_from(ENTRIES), min_size=1, max_size=12)):
        above = each.path.rpartition(".")[0]
        item = getattr(PLAN, kind)[place]
        for step in above.split(".") if above else ():
            item = None if item is None else getattr(item, step)
        if item is not None:
            found.setdefault((kind, place), {})[each.path] = draw(value_for(each))
    return found


# Without shrinking: a workbook takes half a second.
@settings(deadline=None, max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(edits())
def test_any_edit_comes_back_from_the_workbook(wanted: dict[tuple[str, int], dict[str, Any]]) -> None:
    """Plan → edited workbook → corrections → file → plan gives the plan edited directly."""
    lists = {kind: list(getattr(PLAN, kind)) for kind in kinds()}
    for (kind, place), values in wanted.items():
        lists[kind][place] = edited(lists[kind][place], values, Setting(PLAN, TEXT))

    def change(book: Any) -> None:
        for (kind, place), values in wanted.items():
            known = {each.path: each for each in leaves(kinds()[kind])}
            for path, value in values.items():
                one = book[kind].cell(3 + place, {head.value: head.column for head in book[kind][1]}[path])
                shown = to_cell(tuple(value) if isinstance(value, list) else value, known[path].annotation)
                one.value = safe(shown) if isinstance(shown, str) else shown
                if isinstance(shown, str):
                    one.data_type = "s"

    found = take(workbook(PLAN, change), PLAN)
    assert found.problems == []
    corrections = decode(encode(found.corrections))
    corrected, leftovers = apply(PLAN, corrections)
    assert leftovers == ()
    for kind, items in lists.items():
        # Sections are measured out anew when a level changes; what is compared is what was edited.
        ways = [each.path for each in leaves(kinds()[kind])]
        for one, other in zip(items, getattr(corrected, kind), strict=True):
            assert [_at(one, path) for path in ways] == [_at(other, path) for path in ways]
            assert getattr(one, "id", None) == getattr(other, "id", None)
    assert apply(corrected, corrections) == (corrected, ())


def _at(item: Any, path: str) -> Any:
    for step in path.split("."):
        item = None if item is None else getattr(item, step)
    return item


def test_dates_are_no_years() -> None:
    """A spreadsheet's date in a text column is refused rather than guessed."""
    with pytest.raises(ValueError, match="found a date"):
        from_cell(date(2025, 1, 1), Field("by", str | None, "value", nullable=True))
