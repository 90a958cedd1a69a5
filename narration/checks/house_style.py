"""What the house style adds states no facts: its lines are those of the style and terms files, or state nothing.

A phrase of the files may have gaps (``{phase}``, ``{title}``, ``{minutes}``);
what stands in one must be a name of the script, or how long the guide takes.

A line that the files do not have may invite, greet, name a part, or speak of the
guide, in the house style's own words; a reviewer is asked to look at it.  Any
other line is a claim that nobody made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from narration.checks.base import Context, Finding, words
from narration.checks.lexicon import is_number
from narration.script import Say

_GAP = "gapgapgap"
_PATTERN = re.compile(r"\(\?|\\[a-zA-Z.]|\|")
"""A pattern in the style data, which no line says."""
_WHOLE = re.compile(r"^[A-ZÁÉÍÓÚÑ¿¡“]|^\{.*[.!?…]$")
"""A phrase that a line can be.  “the {name}” is only a piece of one, and any sentence would fit it."""
_FIELD = r"\{(?!helper\}|clinic\})[^{}]+\}"
_SUGGESTION = "If the page says it, name its sentence under `from`; a phrase of your clinic belongs in its style file."


def check(context: Context) -> Iterator[Finding]:
    phrases = [_pattern(text) for text in _texts(context.style) if _WHOLE.search(text)]
    phrases += [_defined(str(term), str(entry["say"])) for entry in context.terms for term in entry["terms"]]
    names = {word for text in (context.script.title, *_names(context)) for word in words(text)}
    allowed = context.lexicon.stems(names) | _harmless(context)
    for phase, say in context.script.says():
        if not say.from_style or _known(say, phrases, allowed, names, context):
            continue
        wrong = _wrong(context, say, allowed)
        if wrong or not _states_nothing(context, say, names):
            told = f": {', '.join(wrong)}" if wrong else ""
            message = f"a line from `style` states what neither the page nor the house style says{told}."
            yield Finding("block", "fact-in-style", message, _SUGGESTION, phase.name, say.line)
        else:
            message = "a line from `style` that the house style does not have; check that it states no fact."
            yield Finding("warn", "not-house-style", message, _SUGGESTION, phase.name, say.line)


def _names(context: Context) -> Iterator[str]:
    yield from (phase.name for phase in context.script.phases)
    yield str(context.style["headings"]["article"].get("article", ""))


def _texts(data: Any) -> Iterator[str]:
    """Every phrase in the style data; single words are lists of vocabulary, and gaps alone would be any line."""
    if isinstance(data, str):
        if " " in data and not _PATTERN.search(data) and words(re.sub(_FIELD, " ", data)):
            yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, Sequence):
        for value in data:
            yield from _texts(value)


def _pattern(text: str) -> re.Pattern[str]:
    gaps = re.sub(_FIELD, f" {_GAP} ", text)
    return re.compile(re.escape(_apart(gaps)).replace(_GAP, "(.+)"))


def _apart(text: str) -> str:
    """The words with one space between; Spanish “del” and “al” hold an article, which belongs to what follows."""
    return re.sub(r"\b(de|a)l\b", r"\1 el", " ".join(words(text)))


def _defined(term: str, text: str) -> re.Pattern[str]:
    """A definition, which names its term with an article or without one."""
    named = re.sub(_FIELD, f" {_GAP} ", text)
    said = _apart(term)
    return re.compile(re.escape(_apart(named)).replace(_GAP, rf"(?:\w{{1,4}} )?{re.escape(said)}"))


def _known(
    say: Say,
    phrases: Sequence[re.Pattern[str]],
    allowed: frozenset[str],
    names: Set[str],
    context: Context,
) -> bool:
    said = _apart(say.text)
    # A heading that is a question is asked as it stands.
    if any(said == _apart(phase.name) for phase in context.script.phases):
        return True
    for phrase in phrases:
        found = phrase.fullmatch(said)
        if found and all(_fills(gap, allowed, names, context) for gap in found.groups()):
            return True
    return False


def _fills(gap: str, allowed: frozenset[str], names: Set[str], context: Context) -> bool:
    """Whether a gap holds a name and no statement: “Next, the nurse will give you a sedative” is none of a part."""
    firm = {str(word) for listed in context.meaning["firmness"] for word in listed}
    if set(gap.split()) & (firm | set(context.meaning["modals"])) - names:
        return False
    grammar = set(context.meaning["function_words"]) - set(context.meaning["negations"])
    return all(
        token.isdigit()
        or token in grammar
        or is_number(token, context.lexicon.numbers)
        or context.lexicon.stem(token) in allowed
        for token in gap.split()
    )


def _harmless(context: Context) -> frozenset[str]:
    """The house style's own words, what the clinic filled in, and words of comfort."""
    texts = [*_texts(context.style), *context.script.fields.values(), " ".join(context.meaning["comfort"])]
    return context.lexicon.stems(word for text in texts for word in words(text))


def _wrong(context: Context, say: Say, allowed: frozenset[str]) -> list[str]:
    """The words that make a statement of it: amounts, marks, warnings, and all that the house style never says."""
    meaning, spoken = context.meaning, context.plainly(context.filled(say.text))
    found = [word for clause in context.lexicon.clauses(spoken) for word in _marked(context, clause.tokens)]
    guide = set(words(say.text)) & set(meaning["guide"])
    numbers = context.lexicon.numbers - set(meaning["pronoun_numbers"])
    found += [] if guide else [word for word in words(spoken) if is_number(word, numbers)]
    found += [word for word in words(spoken) if word in (*meaning["alarming"], *meaning["claims"])]
    content = context.lexicon.content(words(spoken))
    unknown = [word for word in content if context.lexicon.stem(word) not in allowed and not is_number(word, numbers)]
    return list(dict.fromkeys([*found, *unknown]))


def _states_nothing(context: Context, say: Say, names: Set[str]) -> bool:
    """Whether a line in harmless words invites, greets, names a part, or speaks of the guide."""
    meaning = context.meaning
    tokens = words(context.plainly(context.filled(say.text)))
    if set(tokens) & set(meaning["guide"]):
        return True
    opening = _opening(tokens, meaning["opens_invitation"])
    if opening:
        return not set(tokens[opening:]) & set(meaning["states"])
    if _opening(tokens, meaning["opens_greeting"]):
        return True
    rest = tokens[_opening(tokens, meaning["opens_part"]) :]
    return len(rest) < len(tokens) and all(word in names for word in context.lexicon.content(rest))


def _opening(tokens: Sequence[str], phrases: Sequence[str]) -> int:
    """How many words the phrase has that a line begins with, 0 for none."""
    said = f"{' '.join(tokens)} "
    return max((len(words(phrase)) for phrase in phrases if said.startswith(f"{phrase} ")), default=0)


def _marked(context: Context, tokens: Sequence[str]) -> Iterator[str]:
    text = f" {' '.join(tokens)} "
    for group in ("negation", "certain", "duty", "hedge:most people", "hedge:many people", "hedge:some people"):
        for word in context.lexicon.groups.get(group, ()):
            if f" {word} " in text:
                yield word
