"""Medicines under the form that they have: “Antibiotic” under “Drops” → “Antibiotic drops”.

With its column's word left out, such a row could be heard of tablets.  What is swallowed needs no more words.
"""

from __future__ import annotations

import re

from narration.readers.vocabulary import data, listed

_MEDICINE = re.compile(
    r"(?P<name>[^\W\d_]{3,}(?:\s(?!(?:y|o|and|or)\b)[\w.,%/-]*[\w%]){0,3})(?P<more>\s?\*{1,2}|\s?\*{0,2}\s?\(.*\)(?:,\s.*)?)?"
)
"""One name, with its strength and a bracket: “Dexamethasone 0.1% (shake the bottle)”."""


def named(head: str, cell: str) -> str:
    """A first cell with the form that stands over it, ``""`` where that is none, or the cell names one itself."""
    medicine = _MEDICINE.fullmatch(cell)
    if medicine is None or listed("labels", "column_forms_named").search(cell):
        return ""
    for form, said in data("labels")["column_forms"].items():
        if found := re.fullmatch(form, head.strip(" :.").lower()):
            return f"{found.expand(said).replace('{name}', medicine['name'])}{medicine['more'] or ''}"
    return ""
