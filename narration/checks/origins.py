"""Nothing invented: every content word of a line stands in its source, in the plain-words data, or is grammar.

An edit in plain words swaps words: what is new in the lines stands for what is
gone from them.  A line whose new words stand for nothing says something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from narration.checks.base import Context, Finding, Rendering, sentences, words
from narration.checks.wording import aliens, lost_words, open_words
from narration.script import Say, ScriptPhase

INVENTED_SHARE = 0.4
INVENTED_WORDS = 2


def check(context: Context) -> Iterator[Finding]:
    claims = set(context.meaning["claims"])
    for rendering in context.renderings:
        lost: set[str] | None = None
        for index, (say, spoken) in enumerate(zip(rendering.lines, rendering.spoken_lines, strict=True)):
            texts = [rendering.phase.source[key] for key in say.sources if key in rendering.phase.source]
            # “What to bring” gives its things their verb.
            texts += [rendering.phase.name, *_before(context, rendering)]
            found = [aliens(context, texts, sentence) for sentence in sentences(spoken)]
            alien = [word for _, some in found for word in some]
            if not alien:
                continue
            if lost is None:
                lost = lost_words(context, _texts(rendering), rendering.spoken_lines)
            yield _finding(rendering, say, alien, _reason(context, rendering, index, found, lost, claims))


def _before(context: Context, rendering: Rendering) -> list[str]:
    """What stands before the sentences in the page and gives their lines words.

    The sentence that an “Also if you feel sick.” goes on with, and the name of the place in the part: after “Next, the
    side effects.” a bullet may be “Another side effect is a headache.”
    """
    source, keys = rendering.phase.source, list(rendering.phase.source)
    place = keys.index(rendering.ids[0])
    found = []
    while place and re.match(context.meaning["goes_on"], source[keys[place]].strip()):
        place -= 1
        found.append(source[keys[place]])
    names = (key for key in reversed(keys[:place]) if _announced(context, rendering.phase, key))
    return found + [source[key] for key in names][:1]


def _announced(context: Context, phase: ScriptPhase, key: str) -> bool:
    """Whether a source sentence is only announced, as a heading is: “Side effects”, “Now, the side effects.”"""
    said = [f"{' '.join(words(say.text))} " for say in phase.says if key in say.sources]
    openings = tuple(f"{phrase} " for phrase in context.meaning["opens_part"])
    own = f"{' '.join(words(phase.source[key]))} "
    return len(said) == 1 and said[0].startswith(openings) and not own.startswith(openings)


def _texts(rendering: Rendering) -> list[str]:
    return [rendering.phase.source[key] for key in rendering.ids]


def _reason(
    context: Context,
    rendering: Rendering,
    index: int,
    found: list[tuple[list[str], list[str]]],
    lost: set[str],
    claims: set[str],
) -> str:
    """Why the new words of a line block, ``""`` where they only want a look."""
    alien = {word for _, some in found for word in some}
    # “Gets better” for “improves”: the claim is the page’s own.
    said = {word for text in rendering.spoken_lines for word in words(text)}
    if alien & claims and not {word for text in rendering.spoken_source for word in words(text)} & claims - said:
        return "claim"
    light = {*context.meaning["passing_words"], *context.meaning["light_words"]}
    for content, listed in found:
        some = [word for word in listed if word not in light]
        many = len(some) >= INVENTED_WORDS and len(some) > INVENTED_SHARE * len(content)
        if (many or len(some) == len(content)) and some and len(lost) * 2 < len(some):
            return "invented"
    if alien - light and not open_words(context, _texts(rendering), rendering.spoken_lines):
        return "invented"
    others = [text for place, text in enumerate(rendering.spoken_lines) if place != index]
    if others and len(alien - light) > len(lost) and lost_words(context, _texts(rendering), others) == lost:
        return "invented"
    return ""


def _finding(rendering: Rendering, say: Say, alien: list[str], reason: str) -> Finding:
    listed = ", ".join(dict.fromkeys(alien))
    if reason == "claim":
        return rendering.finding("block", "claim", f"the source does not claim this: {listed}.", "Leave it out.", say)
    if reason == "invented":
        message = f"the line says what the source does not: {listed}."
        return rendering.finding("block", "invented", message, "Name the sentence it comes from, or leave it out.", say)
    message = f"not in the source: {listed}."
    return rendering.finding("warn", "words-from-nowhere", message, "Check that it means the same.", say)
