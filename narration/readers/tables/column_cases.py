"""Rows of a table over whose columns a case and its order stand: ``If you take …``, ``Do this``.

The name of a row alone is then no case: “Levothyroxine: take it with a sip of
water” would be an order to everybody.  With the words over both columns a row is
a sentence: “If you take levothyroxine, take it with a sip of water”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.language.brackets import without_brackets
from narration.readers.tables import column_words
from narration.readers.vocabulary import listed

PAIR = 2
_OUTER = " .…:,;"
_BRAND = re.compile(r"^\S+\s?[®™]")
_ARTICLE = re.compile(r"^A (?=[a-z])")


def said(cells: Sequence[str], heads: Sequence[str]) -> str:
    """The sentence that a row of a case and its order is; ``""`` for any other row."""
    if len(cells) != PAIR or len(heads) != PAIR or not all(cells):
        return ""
    case = listed("labels", "column_case_begins").fullmatch(heads[0].strip(_OUTER))
    order = any(listed("labels", key).fullmatch(heads[1].strip("¿?" + _OUTER)) for key in ("column_actions", "then"))
    if case is None or not order or listed("labels", "column_no_case").match(cells[0]):
        return ""
    if listed("labels", "column_infinitives").match(cells[1]):
        return ""  # “Aspirina: No suspender” is made an order with its “la”, which no sentence gives it
    name = cells[0] if _BRAND.match(cells[0]) else column_words.lowered(_ARTICLE.sub("a ", cells[0]))
    # After several names, or before no order, a comma would be heard as one of theirs.
    order_first = re.match(r"[^\W\d_]{2}", cells[1]) is not None
    mark = "," if order_first and "," not in without_brackets(name) else ":"
    return f"{heads[0].strip(_OUTER)} {name}{mark} {column_words.lowered(cells[1])}"
