"""What differs between languages: numerals, units, comparators, time words, headings, lists.

Each folder fills the one `Language` in its `language.py`; passes know only that.
"""
