"""The data that ship with the spelling engine are well formed."""

from __future__ import annotations

from importlib.resources import files

import numpy as np

from milepost.checks.spelling.characters import FIRST, character, encoded, gb2312, packed
from milepost.checks.spelling.edits import MARGIN
from milepost.checks.spelling.features import FEATURES
from milepost.checks.spelling.knowledge import LONGEST, NO_WORD, knowledge
from milepost.checks.spelling.phrases import phrases
from milepost.checks.spelling.slips import slips
from milepost.checks.spelling.weighing import CHANGES, read, weights


def test_every_character_has_its_number() -> None:
    """Numbers and characters lead to each other, and no class is taken for a character."""
    assert [character(int(number)) for number in encoded("一塔龠")] == ["一", "塔", "龠"]
    assert encoded(gb2312()).min() == FIRST
    assert encoded("。２a、“\U00020000").max() < FIRST


def test_ngrams_are_in_order_and_begin_with_shorter_ones() -> None:
    """Keys rise, counts are positive, and each n-gram without its last character is known too."""
    orders = knowledge().orders
    for length in range(2, LONGEST + 1):
        keys = orders[length].keys
        assert (np.diff(keys.astype(np.int64)) > 0).all()
        assert (orders[length].counts[:-1] > 0).all()
        shorter = orders[length - 1]
        assert (shorter.find(keys >> np.uint64(13)) < len(shorter.keys)).all()


def test_words_are_known() -> None:
    """A common word is known as one, two characters that stand together by chance are not."""
    order = knowledge().orders[2]
    assert order.words[order.find(packed(encoded("发展"), 2))[0]] > -8
    assert order.words[order.find(packed(encoded("展推"), 2))[0]] == NO_WORD


def test_confusable_characters_are_alike_both_ways() -> None:
    """Where one character may stand for another, that one may stand for it."""
    known = knowledge()

    def others(one: str) -> str:
        number = int(encoded(one)[0])
        alike = known.confusable[known.starts[number] : known.starts[number + 1]]
        return "".join(character(int(each)) for each in alike)

    for one, other in ("深伸", "治制", "域城", "末未"):
        assert other in others(one)
        assert one in others(other)


def test_weights_match_features() -> None:
    """There is a weight for each feature and a constant, for each sort of change."""
    assert set(weights()) == set(CHANGES)
    assert {len(column) for column in weights().values()} == {len(FEATURES) + 1}


def test_phrases_and_slips_are_well_formed() -> None:
    """Phrases are short, and a form written by mistake differs from the right one and is in no phrase."""
    assert len(phrases()) > 1500
    assert max(map(len, phrases())) <= 24
    for wrong, right in slips().values():
        assert wrong != right
        assert not any(wrong in phrase for phrase in phrases())


def test_the_files_ship_with_the_package() -> None:
    """Counts, weights, phrases and slips stand beside the code."""
    folder = files("milepost.checks.spelling")
    assert all(folder.joinpath(name).is_file() for name in ("knowledge.npz", "weights.tsv", "phrases.txt", "slips.tsv"))


def test_a_reading_has_a_probability_for_each_character() -> None:
    """A text of any length is read, and what it says is never more than certain."""
    for text in ("", "中", "中国", "加快发展。" * 40, "展" * 300):
        reading = read(text, knowledge())
        assert len(reading.found) == len(text) + 2 * MARGIN
        assert (reading.found <= 0).all()
