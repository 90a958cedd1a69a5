"""The end of a sentence that a list has cut in two: “Ring us if he has:”, two signs, “as we may need to wait.”

Said as it stands it would be heard as the end of the last point.  A reason or an
aim is a sentence of its own (“This is because we may need to wait.”).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narration.document import Sentence
from narration.writing.sentences.text import capitalised
from narration.writing.vocabulary import Vocabulary


def told(texts: Sequence[str], sentences: Sequence[Sentence], words: Vocabulary) -> list[str]:
    """The texts of the sentences, with such ends as sentences."""
    ends = {
        place + 1
        for place, (above, under) in enumerate(pairwise(sentences))
        if above.item and not under.item and under.text[:1].islower()
    }
    return [_sentence(text, words) if place in ends else text for place, text in enumerate(texts)]


def _sentence(text: str, words: Vocabulary) -> str:
    for pattern, begin in words.grammar["bullets"].get("tails", {}).items():
        if match := re.match(pattern, text):
            return f"{begin} {text[match.end() :]}"
    return capitalised(text)
