"""How large the type of a Word document's paragraphs is, and which of them are headings by it alone.

Many documents have no heading styles: whoever wrote them made each heading large or bold by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from narration.readers.formats import typography
from narration.readers.formats.plain import typed_item
from narration.readers.lines.heading_words import is_remark

DEFAULT_POINTS = 11.0
_MOST_BASES = 20
_LISTED = re.compile(r"List\b")


def heading_levels(document: Any) -> dict[Any, int]:
    """The level of each paragraph that is a heading by its type, by its element; none where styles tell it."""
    paragraphs = [one for one in document.paragraphs if one.text.strip()]
    if any(re.match(r"Heading [1-6]", _style_name(one)) for one in paragraphs):
        return {}
    default = _default_points(document)
    sizes = [_points(one, default) for one in paragraphs]
    usual = typography.usual_size((one.text, size) for one, size in zip(paragraphs, sizes, strict=True))
    found = dict(_headings(paragraphs, sizes, usual))
    if not any(size > usual for size in found.values()):  # bold lines alone are judged with the others
        return {}
    levels = typography.levels(list(found.values()))
    return {element: levels[size] for element, size in found.items() if levels}


def _headings(paragraphs: Sequence[Any], sizes: Sequence[float], usual: float) -> Iterator[tuple[Any, float]]:
    titled = False
    for paragraph, size in zip(paragraphs, sizes, strict=True):
        text = paragraph.text
        if not typography.is_short(text) or _LISTED.match(_style_name(paragraph)) or typed_item(text):
            continue
        bold = all(run.bold for run in paragraph.runs if run.text.strip())
        larger = size >= usual * typography.LARGER or (bold and size > usual)
        # What stands in bold type over the title is a letterhead.
        if larger or (bold and titled and size == usual and not is_remark(text) and not typography.names_no_part(text)):
            titled = True
            yield paragraph._p, size


def _points(paragraph: Any, default: float) -> float:
    """The size of most of a paragraph's letters, in points."""
    own = _style_points(paragraph.style) or default
    sizes = (
        (run.text, run.font.size.pt if run.font.size is not None else _style_points(run.style) or own)
        for run in paragraph.runs
    )
    return typography.usual_size(sizes) or own


def _style_points(style: Any) -> float:
    """The size that a style or one that it is based on gives, in points; 0 for none."""
    for _ in range(_MOST_BASES):
        if style is None:
            return 0.0
        if style.font.size is not None:
            return float(style.font.size.pt)
        style = style.base_style
    return 0.0


def _default_points(document: Any) -> float:
    """What the document says of all its text, in half points under ``docDefaults``."""
    found = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
    return float(found[0]) / 2 if found else DEFAULT_POINTS


def _style_name(paragraph: Any) -> str:
    return str((paragraph.style.name if paragraph.style is not None else "") or "")
