"""Corrections put into a plan: what each does, and what becomes of the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from corrections_support import TEXT, add, edit, file_of, plan_of_text, reject, row, whole
from milepost.kernel.errors import UsageError
from milepost.plans.corrections import Anchor, apply
from milepost.plans.corrections.fields import kinds
from milepost.plans.files import decode, encode
from milepost.plans.model import Normalized, Plan

PLAN = plan_of_text()
FOREST = row(PLAN, "commitments", "森林覆盖率")


def others(before: Plan, after: Plan, *ids: str) -> None:
    """Assert that all items but those named are the same in both plans."""
    for kind in kinds():
        kept = [[one for one in getattr(plan, kind) if getattr(one, "id", "") not in ids] for plan in (before, after)]
        assert kept[0] == kept[1]


def test_an_edit_sets_fields_and_keeps_the_id() -> None:
    """An edited item has the new values, the normalized value is worked out again, id and span stay."""
    corrected, leftovers = apply(PLAN, file_of(PLAN, edit(PLAN, "commitments", FOREST, target__value=23)))
    after = row(corrected, "commitments", "森林覆盖率")
    assert leftovers == ()
    assert (after.target.value, after.target.normalized) == (23, Normalized(0.23, "1"))
    assert (after.id, after.span, after.value_span) == (FOREST.id, FOREST.span, FOREST.value_span)
    others(PLAN, corrected, FOREST.id)


def test_a_renamed_item_keeps_its_id() -> None:
    """The id was derived from the subject, and stays when the subject is corrected."""
    corrected, _ = apply(PLAN, file_of(PLAN, edit(PLAN, "commitments", FOREST, subject="林草覆盖率")))
    assert row(corrected, "commitments", "林草覆盖率").id == FOREST.id


def test_the_concept_follows_the_name() -> None:
    """Where the name is corrected and no concept is set, the concept is looked up again."""
    corrected, _ = apply(PLAN, file_of(PLAN, edit(PLAN, "commitments", FOREST, subject="城镇化率")))
    assert (FOREST.concept, row(corrected, "commitments", "城镇化率").concept) == ("forest_cover", "urbanisation_rate")


def test_a_reject_takes_the_item_out() -> None:
    """A rejected item is gone, and nothing else."""
    corrected, leftovers = apply(PLAN, file_of(PLAN, reject(PLAN, "commitments", FOREST)))
    assert leftovers == ()
    assert [one.subject for one in corrected.commitments] == [one.subject for one in PLAN.commitments[1:]]
    others(PLAN, corrected, FOREST.id)


def test_an_add_is_placed_where_its_words_stand() -> None:
    """An added item has a content id, the section of its place, its quote, and stands in the order of the text."""
    new = add(
        PLAN, "commitments", "推进灌区节水改造", subject="灌区改造", target__kind="completion",
        target__value=100, target__unit="%", implied=True,
    )  # fmt: skip
    corrected, leftovers = apply(PLAN, file_of(PLAN, new))
    added = row(corrected, "commitments", "灌区改造")
    assert leftovers == ()
    assert added.quote == added.span.of(TEXT) == "推进灌区节水改造"
    assert added.section == row(PLAN, "sections", "水利建设").id
    assert (added.target.certainty, added.target.comparator, added.target.by) == ("firm", "eq", None)
    assert added.target.normalized == Normalized(1, "1")
    assert corrected.commitments[4] is added
    others(PLAN, corrected, added.id)
    whole(corrected)


def test_the_figure_of_an_added_row_is_found_by_its_value() -> None:
    """Where no figure is named, the value with its unit is looked for in the quote."""
    new = add(PLAN, "facts", "治理沙化土地30万亩", subject="沙地", kind="level", value=30, unit="万亩")
    (fact,) = [one for one in apply(PLAN, file_of(PLAN, new))[0].facts if one.subject == "沙地"]
    assert fact.value_span.of(TEXT) == "30万亩"


def test_an_added_project_lies_in_its_box() -> None:
    """An added project takes number and title of the box around it."""
    new = add(PLAN, "projects", "供水工程、丙镇", name="供水")
    (project,) = [one for one in apply(PLAN, file_of(PLAN, new))[0].projects if one.name == "供水"]
    assert (project.box, project.box_title) == (1, "重大水利项目")


def test_an_add_without_a_needed_field_is_left_over() -> None:
    """A commitment without a kind cannot be built; the reason names the field and what it takes."""
    new = add(PLAN, "commitments", "推进灌区节水改造", subject="灌区改造")
    corrected, (leftover,) = apply(PLAN, file_of(PLAN, new))
    assert corrected == PLAN
    assert "target" in leftover.reason
    new = add(PLAN, "commitments", "推进灌区节水改造", subject="灌区改造", target__value=3)
    assert "target.kind is missing; accepted: one of level, share" in apply(PLAN, file_of(PLAN, new))[1][0].reason


def test_one_of_two_rows_at_one_place_is_told_by_figure_and_name() -> None:
    """A clause with two figures gives two rows; a correction changes the one that it names, id or not."""
    country = row(PLAN, "commitments", "农村居民收入")
    for correction in (
        edit(PLAN, "commitments", country, target__value=9),
        replace(edit(PLAN, "commitments", country, target__value=9), id=None),
    ):
        corrected, leftovers = apply(PLAN, file_of(PLAN, correction))
        assert leftovers == ()
        assert row(corrected, "commitments", "农村居民收入").target.value == 9
        assert row(corrected, "commitments", "城镇居民收入").target.value == 7


def test_a_section_that_is_struck_out_leaves_nothing_dangling() -> None:
    """Items of a rejected section belong to the one before it, and the section around it grows over its text."""
    gone = row(PLAN, "sections", "生态保护")
    corrected, _ = apply(PLAN, file_of(PLAN, reject(PLAN, "sections", gone)))
    before = row(PLAN, "sections", "水利建设")
    after = row(corrected, "sections", "水利建设")
    assert after.id == before.id
    assert after.body.end == gone.body.end
    assert row(corrected, "commitments", "治理沙化土地").section == before.id
    whole(corrected)


def test_an_added_section_takes_what_stands_under_it() -> None:
    """An added heading has parent and body, and the items behind it belong to it."""
    new = add(PLAN, "sections", "加强草原生态修复", level="section", number=1, title="草原")
    corrected, _ = apply(PLAN, file_of(PLAN, new))
    section = row(corrected, "sections", "草原")
    assert section.parent == row(PLAN, "sections", "生态保护").id
    assert section.body.end == len(TEXT)
    assert row(corrected, "commitments", "治理沙化土地").section == section.id
    whole(corrected)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (
            edit(PLAN, "commitments", FOREST, target__value=23),
            reject(PLAN, "commitments", FOREST),
            "edited and rejected",
        ),
        (
            edit(PLAN, "commitments", FOREST, target__value=23),
            edit(PLAN, "commitments", FOREST, target__value=24),
            "fight over target.value: 23 and 24",
        ),
        (
            edit(PLAN, "commitments", FOREST, baseline=None),
            edit(PLAN, "commitments", FOREST, baseline__value=24),
            "baseline and baseline.value",
        ),
        (
            add(PLAN, "places", "青川地区国民", region="654200"),
            add(PLAN, "places", "青川地区国民", region="654200"),
            None,
        ),
        (
            add(PLAN, "measures", "加强流域综合治理。推进", title="治理", by="2023"),
            add(PLAN, "measures", "加强流域综合治理。推进", title="治理", by="2024"),
            "fight over by: '2023' and '2024'",
        ),
    ],
)  # fmt: skip
def test_two_that_fight_are_both_left_over(first: object, second: object, reason: str | None) -> None:
    """Neither of two corrections that contradict each other is applied; two equal ones are one."""
    corrected, leftovers = apply(PLAN, file_of(PLAN, first, second))  # type: ignore[arg-type]
    if reason is None:
        assert leftovers == ()
        assert len(corrected.places) == len(PLAN.places) + 1
        return
    assert corrected == PLAN
    assert [leftover.number for leftover in leftovers] == [1, 2]
    assert all(reason in leftover.reason for leftover in leftovers)


def test_edits_of_different_fields_of_one_item_do_not_fight() -> None:
    """Two edits of one item that set different fields are both applied."""
    both = (edit(PLAN, "commitments", FOREST, target__value=23), edit(PLAN, "commitments", FOREST, target__by="2024"))
    target = row(apply(PLAN, file_of(PLAN, *both))[0], "commitments", "森林覆盖率").target
    assert (target.value, target.by) == (23, "2024")


def test_corrections_survive_a_changed_text() -> None:
    """A document with other words before the item, and with a typo mended inside it, is corrected all the same."""
    corrections = file_of(
        PLAN,
        edit(PLAN, "commitments", FOREST, target__kind="share"),
        reject(PLAN, "measures", row(PLAN, "measures", "灌区")),
        edit(PLAN, "commitments", row(PLAN, "commitments", "城镇居民收入"), target__value=6),
    )
    changed = TEXT.replace("第一篇 发展目标", "前言文字。\n\n第一篇 发展目标").replace(
        "收入年均分别", "收入 年均将分别"
    )
    plan = plan_of_text(changed)
    corrected, leftovers = apply(plan, corrections)
    assert leftovers == ()
    assert row(corrected, "commitments", "森林覆盖率").target.kind == "share"
    assert row(corrected, "commitments", "城镇居民收入").target.value == 6
    assert len(corrected.measures) == len(plan.measures) - 1
    whole(corrected)


def test_what_left_the_text_is_left_over() -> None:
    """A correction whose words or figure are gone is handed back with the reason, and the others are applied."""
    corrections = file_of(
        PLAN,
        edit(PLAN, "commitments", FOREST, target__kind="share"),
        reject(PLAN, "measures", row(PLAN, "measures", "灌区")),
        edit(PLAN, "commitments", row(PLAN, "commitments", "沙化"), target__value=31),
    )
    plan = plan_of_text(TEXT.replace("推进灌区节水改造。", "").replace("治理沙化土地30万亩", "治理沙化土地35万亩"))
    corrected, leftovers = apply(plan, corrections)
    assert [leftover.number for leftover in leftovers] == [2, 3]
    assert leftovers[0].reason == "the words are no longer in the text"
    assert row(corrected, "commitments", "沙化").target.value == 35
    assert row(corrected, "commitments", "森林覆盖率").target.kind == "share"


def test_an_item_that_is_no_longer_read_is_left_over_for_an_edit_and_done_for_a_reject() -> None:
    """A later compiler may not read an item any more: then there is nothing to edit, and nothing to reject."""
    plan = replace(PLAN, commitments=PLAN.commitments[1:])
    (leftover,) = apply(plan, file_of(PLAN, edit(PLAN, "commitments", FOREST, target__value=1)))[1]
    assert "nothing of the kind commitments is read" in leftover.reason
    assert apply(plan, file_of(PLAN, reject(PLAN, "commitments", FOREST))) == (plan, ())


def test_an_item_that_is_read_otherwise_is_edited_and_never_rejected_unseen() -> None:
    """Where a later compiler names the item otherwise, an edit still holds; a reject asks to be looked at."""
    renamed = replace(FOREST, id="cnew", subject="覆盖森林的比率")
    plan = replace(PLAN, commitments=(renamed, *PLAN.commitments[1:]))
    corrected, leftovers = apply(plan, file_of(PLAN, edit(PLAN, "commitments", FOREST, target__value=1)))
    assert (corrected.commitments[0].target.value, corrected.commitments[0].id, leftovers) == (1, "cnew", ())
    corrected, (leftover,) = apply(plan, file_of(PLAN, reject(PLAN, "commitments", FOREST)))
    assert corrected == plan
    assert "now read as '覆盖森林的比率'" in leftover.reason


def test_an_added_item_that_the_compiler_now_reads_is_not_doubled() -> None:
    """An add of what stands there already sets its fields on that item."""
    new = add(PLAN, "commitments", FOREST.quote, "22%", subject="森林覆盖率", target__kind="share", target__value=22)
    corrected, leftovers = apply(PLAN, file_of(PLAN, new))
    assert leftovers == ()
    assert len(corrected.commitments) == len(PLAN.commitments)
    assert corrected.commitments[0].target.kind == "share"
    assert corrected.commitments[0].id == FOREST.id


def test_corrections_of_another_document_are_refused() -> None:
    """Where no words stand in the text, the error names both documents."""
    other = plan_of_text(
        "白水县国民经济和社会发展第十四个五年规划纲要\n\n第一章 目标\n\n到2025年，粮食产量稳定在50万吨。\n"
    )
    with pytest.raises(UsageError) as raised:
        apply(other, file_of(PLAN, edit(PLAN, "commitments", FOREST, target__value=1)))
    assert "another document" in raised.value.what
    assert "青川" in raised.value.found
    assert "白水" in raised.value.accepted


def test_a_plan_without_text_cannot_be_corrected() -> None:
    """Anchors need the text, which a plan compiled with --facts-only lacks."""
    bare = decode(encode(PLAN, facts_only=True))
    with pytest.raises(UsageError, match="facts-only"):
        apply(bare, file_of(PLAN, reject(PLAN, "commitments", FOREST)))


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("commitments", {"target.kind": "big"}, "target.kind does not take this; found 'big'; accepted: one of level"),
        ("commitments", {"target.value": "55"}, "found '55'; accepted: a whole number or a number or null"),
        ("commitments", {"target.size": 1}, "found 'target.size'; accepted: kind, comparator"),
        ("commitments", {"id": "c1"}, "found 'id'"),
        ("commitments", {"target": {"kind": "level", "span": [0, 1]}}, "found 'span'"),
        ("commitments", {"target.value": float("nan")}, "found nan"),
        ("commitments", {"concept": "forests"}, "found 'forests'; accepted: an id of the table of concepts or null"),
        ("persons", {"name": "x"}, "no such kind of item; found 'persons'"),
        ("structures", {"members": [{"name": 1}]}, "members.0.name"),
    ],
)
def test_fields_and_values_are_those_of_the_plans_model(kind: str, fields: dict[str, object], said: str) -> None:
    """A path or a value that the model does not have is refused with path, found and accepted."""
    wrong = replace(edit(PLAN, "commitments", FOREST), kind=kind, fields=fields)
    with pytest.raises(UsageError) as raised:
        apply(PLAN, file_of(PLAN, wrong))
    assert said in str(raised.value)
    assert "correction 1" in str(raised.value)


def test_an_anchor_needs_words() -> None:
    """An anchor without a quote is refused: an offset alone says nothing about another text."""
    with pytest.raises(UsageError, match="the anchor has no words"):
        apply(PLAN, file_of(PLAN, replace(edit(PLAN, "commitments", FOREST, implied=True), anchor=Anchor(" "))))


EDITS = [
    edit(PLAN, "commitments", FOREST, target__value=23),
    edit(PLAN, "commitments", FOREST, subject="林草覆盖率"),
    edit(PLAN, "commitments", FOREST, target__unit="万亩", target__value=3.5),
    reject(PLAN, "commitments", FOREST),
    edit(PLAN, "commitments", row(PLAN, "commitments", "城镇居民收入"), baseline__value=6, baseline__unit="%"),
    reject(PLAN, "commitments", row(PLAN, "commitments", "城镇居民收入")),
    reject(PLAN, "commitments", row(PLAN, "commitments", "农村居民收入")),
    reject(PLAN, "sections", row(PLAN, "sections", "水利建设")),
    reject(PLAN, "sections", row(PLAN, "sections", "重点任务")),
    edit(PLAN, "sections", row(PLAN, "sections", "生态保护"), level="part"),
    reject(PLAN, "boxes", PLAN.boxes[0]),
    edit(PLAN, "projects", PLAN.projects[1], quantities=[{"value": 3, "unit": "万吨", "of": "水"}], name="乙河工程"),
    edit(PLAN, "measures", PLAN.measures[0], by="2024", bodies=["水利局"]),
    add(PLAN, "commitments", "推进灌区节水改造", subject="灌区", target={"kind": "completion", "value": 100}),
    add(PLAN, "commitments", FOREST.quote, "22%", subject="森林覆盖率", target={"kind": "share", "value": 21}),
    add(PLAN, "sections", "加强草原生态修复", level="section", number=1, title="草原"),
    add(PLAN, "places", "青川地区国民", region="654200"),
    add(PLAN, "structures", "节水灌溉", name="一水", members=[{"name": "灌区", "regions": []}]),
]  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(some.lists(some.sampled_from(EDITS), max_size=8))
def test_applying_twice_is_applying_once(chosen: list[object]) -> None:
    """Whatever corrections come together: the second time changes nothing, the plan is whole, and can be written."""
    corrections = file_of(PLAN, *chosen)  # type: ignore[arg-type]
    once, _ = apply(PLAN, corrections)
    twice, _ = apply(once, corrections)
    assert twice == once
    whole(once)
    assert decode(encode(once)) == once
