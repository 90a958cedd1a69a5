"""Whom the frame speaks to: a source that says *tú* or *ustedes* throughout gets a frame that says it, too.

The style's ``familiar`` has the phrases for *tú*, its ``voseo`` those for *vos*, and ``plural`` those for several
listeners (parents); a house style without them (``familiar: {}``) keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from narration.writing.vocabulary import Vocabulary

FEWEST_SIGNS = 2
FEWEST_NAMINGS = 3
"""A text that says “your child” so often is about that child, and its signs are none of its listener's."""
SURE_SIGNS = 5
"""So many sure words, and none that shows the other form, decide by themselves: “le” may be of the listener's child."""
_DETECTING = ("signs", "sign_endings", "not_signs", "formal_signs", "surely", "never", "voseo")


def words_for(texts: Iterable[str], words: Vocabulary) -> Vocabulary:
    """The words as they are said to this source's reader.

    What only a child must not do is no order to its parent: “Nothing to eat or drink” stays as it is.
    """
    style = style_for(texts, words.style)
    kept = words.grammar.get("of_another_keeps", ()) if style.get("of_another") else ()
    plain = {formal: word for formal, word in words.plain.items() if formal not in kept}
    return replace(words, style=style, plain=plain)


def style_for(texts: Iterable[str], style: Mapping[str, Any]) -> Mapping[str, Any]:
    """The style with its phrases for *tú*, *vos* or *ustedes*, if the source says so to its reader."""
    whole = " ".join(texts).lower()
    found = re.findall(r"[^\W\d_]+", whole)
    if len(re.findall(style.get("of_another_at", r"(?!)"), whole)) >= FEWEST_NAMINGS:
        style = {**style, "of_another": True, "patient_is_another": True}
    if re.search(style.get("patient_is_another_at", r"(?!)"), whole):
        style = {**style, "patient_is_another": True}
    if (several := style.get("plural")) and _said(found, several):
        return {**style, **_phrases(several)}
    for form in ("familiar", "voseo"):
        phrases = style.get(form)
        if not phrases or not _said(found, phrases):
            return style
        style = {**style, "voseo": phrases.get("voseo"), **_phrases(phrases)}
    return style


def _said(found: Sequence[str], form: Mapping[str, Any]) -> bool:
    """Whether more words show this form (*podrás*, *querés*) than the other."""
    sure = sum(word in form.get("surely", ()) for word in found)
    if sure >= SURE_SIGNS and not set(form["never"]) & set(found):
        return True
    verbs = re.compile(form["sign_endings"])
    signs = sum(
        word in form["signs"] or (verbs.search(word) is not None and word not in form["not_signs"]) for word in found
    )
    others = sum(word in form["formal_signs"] for word in found)
    return signs >= FEWEST_SIGNS and signs > others


def _phrases(form: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in form.items() if key not in _DETECTING}
