"""What differs between languages: numerals, units, comparators, time words, headings, lists.

`chinese/` and `english/` hold the same file names; passes know only `Language`.
"""
