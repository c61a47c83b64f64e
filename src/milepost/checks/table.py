"""The rules, a line each, in families: what `milepost check` looks for, in the order in which rules are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.kernel.errors import UsageError

Check = Callable[[Inspection], Iterable[Fault]]


class RuleModule(Protocol):
    """What the file of a rule holds, besides its explanation.

    In a text of `FINDS` the characters that findings must rest on stand between ⟦ and ⟧; a text of `PASSES` must give
    no finding of the rule.
    """

    __doc__: str | None
    RULE: Rule
    FINDS: Sequence[str]
    PASSES: Sequence[str]

    @staticmethod
    def check(inspection: Inspection) -> Iterable[Fault]:
        """The faults of a plan, in any order."""


@dataclass(frozen=True, slots=True)
class Family:
    """Rules on one subject: the folder they stand in, the two letters that their codes begin with, their files."""

    name: str
    letters: str
    title: Words
    members: tuple[str, ...]


# fmt: off
FAMILIES: tuple[Family, ...] = (
    Family(
        "layout",
        "LA",
        Words("编号与版式", "Numbering and layout"),
        (
            "number_missing",
            "number_repeated",
            "number_out_of_order",
            "numbers_begin_again",
            "box_number_wrong",
            "row_number_wrong",
            "enumeration_broken",
            "header_row_repeated",
            "value_cells_merged",
            "cumulative_under_year",
            "empty_cells_mixed",
            "word_processor_residue",
            "bookmark_on_paragraph",
            "placeholder_left",
            "bracket_unmatched",
            "bracket_width_mixed",
            "quote_unmatched",
            "punctuation_doubled",
            "dashes_mixed",
            "punctuation_width_mixed",
            "digit_widths_mixed",
            "blank_in_text",
            "paragraph_unclosed",
            "list_separators_mixed",
            "box_titles_mixed",
            "heading_style_mixed",
            "box_labels_mixed",
            "contents_entry_without_heading",
            "heading_missing_from_contents",
            "heading_differs_from_contents",
            "heading_without_text",
            "heading_repeated",
            "heading_level_skipped",
            "reference_to_nothing",
            "announced_topic_missing",
            "goals_under_past",
            "paragraph_repeated",
            "caption_number_wrong",
            "document_without_title",
            "row_with_two_indicators",
            "stop_in_bracketed_list",
            "heading_lost_at_blank_line",
        ),
    ),
    Family(
        "targets",
        "TA",
        Words("目标", "Targets"),
        (
            "target_weaker_than_baseline",
            "target_equal_to_baseline",
            "target_weaker_than_achieved",
            "target_equal_to_achieved",
            "baseline_missing",
            "binding_baseline_missing",
            "text_target_without_baseline",
            "indicator_without_target",
            "binding_target_deferred",
            "target_deferred",
            "headline_target_vague",
            "relative_target_unanchored",
            "past_figure_unstated",
            "comparator_against_direction",
            "cap_on_reduction",
            "binding_target_only_striven_for",
            "expected_target_ensured",
            "value_beyond_range",
            "rate_over_hundred",
            "range_reversed",
            "jump_beyond_trend",
            "goal_larger_than_economy",
            "change_from_unstated_start",
            "hardly_any_progress",
            "unit_missing",
            "two_demands_in_one_cell",
            "one_place_for_the_region",
            "milestones_lead_elsewhere",
            "baseline_period_unclear",
            "quantity_without_figure",
            "place_in_unmeasured_ranking",
            "far_goals_without_figure",
            "size_class_without_date",
            "binding_target_weaker_than_baseline",
        ),
    ),
    Family(
        "arithmetic",
        "AR",
        Words("算术", "Arithmetic"),
        (
            "growth_unlike_multiple",
            "growth_unlike_levels",
            "yearly_average_unlike_sum",
            "sum_below_year",
            "last_year_below_average",
            "figures_unlike_names",
            "list_unlike_count",
            "formula_part_not_given",
            "named_list_not_given",
            "divisions_unlike_region",
            "verb_unlike_values",
            "change_unlike_ends",
            "shares_unlike_hundred",
            "part_above_whole",
            "period_unlike_years",
            "year_out_of_place",
            "base_year_inside_period",
            "magnitude_slip",
            "output_beyond_yield",
            "related_figures_disagree",
            "sum_unlike_parts",
            "incomes_behind_economy",
            "list_named_in_part",
            "divisions_unlike_names",
            "stages_unlike_total",
            "last_stage_unlike_target",
            "heading_unlike_count",
            "table_gain_unlike_ends",
        ),
    ),
    Family(
        "consistency",
        "CO",
        Words("前后一致", "Table against text, text against text"),
        (
            "text_target_unlike_table",
            "text_baseline_unlike_table",
            "targets_disagree",
            "facts_disagree",
            "strictness_differs",
            "bound_turned_round",
            "indicator_listed_twice",
            "project_listed_twice",
            "project_under_two_names",
            "project_with_two_sizes",
            "same_plant_in_two_places",
            "project_missing_from_box",
            "box_wider_than_text",
            "project_at_another_stage",
            "project_new_and_extended",
            "line_with_other_works",
            "title_held_and_sought",
            "share_of_another_whole",
            "passage_repeated",
            "list_member_repeated",
            "project_promised_elsewhere",
        ),
    ),
    Family(
        "coverage",
        "CV",
        Words("支撑", "Coverage"),
        (
            "part_without_measurable_statement",
            "parts_with_few_measurable_statements",
            "chapters_without_measurable_statement",
            "binding_indicator_not_taken_up",
            "indicator_not_taken_up",
            "achieved_figure_without_target",
            "projects_as_bare_names",
            "projects_without_place",
            "company_project_without_place",
            "announced_topic_without_project",
            "goal_without_figure",
            "carrying_out_left_open",
            "procedure_without_body",
            "document_to_write_without_date",
            "outline_orders_itself",
            "parts_without_box",
            "nothing_on_carrying_out",
        ),
    ),
    Family(
        "wording",
        "WO",
        Words("名称与文字", "Names and words"),
        (
            "units_mixed",
            "spellings_mixed",
            "body_name_truncated",
            "body_name_superseded",
            "policy_term_superseded",
            "term_not_standard",
            "sentence_breaks_off",
            "conjunction_doubled",
            "verb_repeated",
            "clause_repeated",
            "verb_unlike_object",
            "bound_said_twice",
            "acronym_said_twice",
            "rate_raised_by_percent",
            "word_doubled",
            "character_confused",
            "character_missing",
            "character_doubled",
            "characters_transposed",
            "fixed_phrase_misspelt",
            "character_for_sign",
            "place_name_superseded",
            "place_rank_wrong",
            "place_name_shortened",
            "line_named_variously",
            "site_named_variously",
            "strategy_named_variously",
            "indicator_name_incomplete",
            "indicator_named_variously",
            "persons_counted_as_visits",
            "frame_not_closed",
            "title_unlike_rank",
            "heading_ends_like_parent",
            "predicate_missing",
        ),
    ),
    Family(
        "references",
        "RE",
        Words("引用时效", "References in time"),
        (
            "reference_over_before_plan",
            "reference_ends_during_plan",
            "past_reference_cited",
            "repealed_law_cited",
        ),
    ),
    Family(
        "safeguards",
        "SA",
        Words("社会与环境保障", "Safeguards"),
        (
            "people_moved_by_target",
            "people_moved_by_measure",
            "coal_project",
            "mining_project",
            "dam_project",
            "hazardous_waste_project",
            "resettlement_project",
            "labour_intensive_project",
        ),
    ),
)
# fmt: on


def module_of(family: str, member: str) -> RuleModule:
    """The file of a rule."""
    return cast(RuleModule, import_module(f"milepost.checks.rules.{family}.{member}"))


MODULES: tuple[RuleModule, ...] = tuple(
    module_of(family.name, member) for family in FAMILIES for member in family.members
)
RULES: tuple[Rule, ...] = tuple(module.RULE for module in MODULES)
CHECKS: dict[str, Check] = {module.RULE.code: module.check for module in MODULES}


def family_of(rule: Rule) -> Family:
    """The family of a rule."""
    return next(family for family in FAMILIES if rule.code.startswith(family.letters))


def rules_called(called: str) -> tuple[Rule, ...]:
    """The rules with a code, a name or a family's name or letters; `all` are all.

    Raises
    ------
    UsageError
        If there is none.
    """
    found = tuple(
        rule for rule in RULES if called in {"all", rule.code, rule.name, family_of(rule).name, family_of(rule).letters}
    )
    if not found and called not in {part for family in FAMILIES for part in (family.name, family.letters)}:
        accepted = f"a code or name from `milepost rules`, or one of: all, {', '.join(each.name for each in FAMILIES)}"
        raise UsageError("there is no such rule", found=repr(called), accepted=accepted)
    return found
