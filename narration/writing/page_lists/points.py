"""The points of a list: what one is, which share a sentence, and how they are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from narration.writing.page_lists import holding, stems
from narration.writing.sentences import euphony
from narration.writing.sentences.clauses import has_verb, says_subjects
from narration.writing.sentences.plurals import plural
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary

MOST_WORDS_TOGETHER = 14
"""Two points share a sentence up to this length."""
FEWEST_NAMES = 3
MOST_WORDS_IN_NAME = 5
_JOINT = re.compile(
    r"[,:;]|\s[–—]\s|\((?:[^\s()]+\s){2}|\b(?:and|or|if|y|o|si)\b|\b(?:that|which|who)\b.*\s(?:by|with|from|of|in|on|to|for)\s"
)
"""What would not part from a second point, or could take it into itself (“pain that is not eased by tablets”)."""

FEWEST_POINTS = 2


Mark = tuple[int, int]
"""The item of a list that a sentence stands in, and how deep: ``Sentence.item`` and ``Sentence.depth``."""


class Said(NamedTuple):
    """A sentence to be said, and the places of those of the page that it says."""

    text: str
    places: tuple[int, ...]


class Point(NamedTuple):
    """A point of a list: its first sentence, its place, and the places that follow in it, to ``end``.

    ``joint`` is the word that the page has between it and the next, ``""`` for none.
    """

    text: str
    place: int
    end: int
    joint: str = ""


Told = tuple[str, Sequence[Point], bool]
"""A sentence, the points that it says, and whether it says the beginning, too."""


def pointed(text: str, place: int, end: int, words: Vocabulary) -> Point:
    """A sentence of the page as a point, without what stands between it and the next."""
    grammar = words.grammar["bullets"]
    more = grammar.get("or_as", r"(?!)")  # “o bien” joins as “o” does
    known = rf"((?:\w+\s?/\s?)?(?:{grammar['and']}|{grammar['or']}))"
    joint = re.search(rf"\b(?:{known}|{more})$", text.strip().rstrip(";,."), re.IGNORECASE)  # “…, AND”
    return Point(stems.bare(text, words), place, end, (joint[1] or grammar["or"]).lower() if joint else "")


def without_or(points: Sequence[Point], words: Vocabulary) -> list[Point]:
    """The points, an “or” that the page has before one (“or they swallow again and again”) as the word between two."""
    pattern = words.grammar["bullets"].get("begins_with_or", r"(?!)")
    made = list(points[:1])
    for point in points[1:]:
        if begun := re.match(pattern, point.text):
            made[-1] = made[-1]._replace(joint=words.grammar["bullets"]["or"])
            point = point._replace(text=stems.bare(point.text[begun.end() :], words))
        made.append(point)
    return made


def joint_of(points: Sequence[Point], words: Vocabulary) -> str:
    """“and” between the points, or “or” where the page says that."""
    grammar = words.grammar["bullets"]
    return str(grammar["or" if any(point.joint.endswith(grammar["or"]) for point in points) else "and"])


def of_what(points: Sequence[Point], words: Vocabulary) -> bool:
    """Whether points say of what the last thing before them is, and are nothing alone: “of a tooth”, “of the skin”."""
    pattern = words.grammar["bullets"]["of_what"]
    return len(points) >= FEWEST_POINTS and all(re.match(pattern, point.text) for point in points)


def chosen(points: Sequence[Point], words: Vocabulary) -> list[Point]:
    """Points said one by one, with the page's “or” before the next: “Or naproxen”, which else would be taken, too."""
    grammar = words.grammar["bullets"]
    found = [before.joint == grammar["or"] for before in points[:-1]]
    told = zip(points[1:], found, strict=True)
    return [*points[:1], *(each._replace(text=f"{grammar['or_else']}{each.text}") if it else each for each, it in told)]


def pairs(points: Sequence[Point], words: Vocabulary) -> Iterator[list[Point]]:
    """Points one by one, or two of a kind where both are short, have no joints of their own and nothing after them."""
    at = 0
    while at < len(points):
        two = points[at : at + 2]
        plain = len(two) == 2 and not any(_has_joints(point) for point in two)
        plain = plain and not any(_holds_of_both(point.text, words) for point in two)
        # Two things that somebody does would be done at once: “you can become allergic and feel tired”.
        plain = plain and len({_kind(point.text, words) for point in two}) == 1 and not _kind(two[0].text, words)[-1]
        size = 2 if plain and sum(len(point.text.split()) for point in two) <= MOST_WORDS_TOGETHER else 1
        yield list(points[at : at + size])
        at += size


def are_counted(points: Sequence[object], after: str, words: Vocabulary) -> bool:
    """Whether what comes after a list counts its points from an end: “The last two may be signs of a clot.”

    Two in a sentence would be heard as one.
    """
    counted = re.match(words.grammar["bullets"].get("counted_after", r"(?!)"), after)
    return counted is not None and len(points) > FEWEST_POINTS


def _holds_of_both(point: str, words: Vocabulary) -> bool:
    """Whether what is said of a thing could be heard of one beside it: “a rash, or a headache with a fever”."""
    acts = set(tokens(point)[:1]) & {*words.grammar.get("verb_bases", ()), *words.grammar["negative"]}
    return not acts and re.search(words.grammar["bullets"].get("holds_of_both", r"(?!)"), point) is not None


def _kind(point: str, words: Vocabulary) -> tuple[bool, bool, bool, bool, bool]:
    """Whether a point is a clause, an inner one, a “no”, what is past, or what somebody does.

    “That you can walk” and “becoming allergic” are no things beside “a bus”.
    """
    inner = {*words.grammar["relatives"], *words.grammar["subordinators"]}
    doing = re.match(words.grammar["bullets"].get("doing", r"(?!)"), point) is not None
    case = words.grammar["bullets"].get("in_case")
    doing = doing or (case is not None and re.match(case["point"], point) is not None)
    first = set(tokens(point)[:1])
    denies, past = bool(first & set(words.grammar["negative"])), holding.is_past(point, words)
    return stems.is_clause(point, words), bool(first & inner), denies, past, doing


def _has_joints(point: Point) -> bool:
    return point.end > point.place + 1 or _JOINT.search(point.text) is not None


def places(points: Sequence[Point]) -> tuple[int, ...]:
    return tuple(point.place for point in points)


def ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text.rstrip(':;,')}."


def together(points: Sequence[str], word: str, words: Vocabulary) -> str:
    """“A, B, or C”; in Spanish “A, B o C”, and “e” before a sound of its own."""
    if len(points) == 1:
        return points[0]
    said = euphony.joint(word, points[-1], words)
    serial = words.grammar["bullets"]["serial"]
    inside = any("," in point or " – " in point or (not serial and f" {word} " in point) for point in points)
    comma = "," if inside else serial if len(points) >= FEWEST_NAMES else ""
    return f"{', '.join(points[:-1])}{comma} {said} {points[-1]}"


def with_joint(point: str, word: str, words: Vocabulary) -> str:
    """Names in a row with a word before the last: “chest pain, fever, coughing up blood” → “…, or coughing up blood”.

    Not where they could be several words for one thing (“hot, red, swollen leg”), or say more of the first.
    """
    described = words.grammar["bullets"].get("describes")
    *before, last = point.split(", ")
    if not described or len(before) + 1 < FEWEST_NAMES or not all(map(_is_name, (*before, last))):
        return point
    if _acts_only((*before, last), word, words):
        return f"{', '.join(before)}, {word} {last}"
    if any(re.fullmatch(described, name) for name in before) or not _names_only(point, words):
        return point
    return f"{', '.join(before)}, {word} {last}"


def _acts_only(pieces: Sequence[str], word: str, words: Vocabulary) -> bool:
    """Whether each piece is something to do, and none has a joint of its own: “go out, dig the beds, lift boxes”."""
    grammar = words.grammar
    verbs = {*grammar["verb_bases"], *grammar["verbs"], *grammar["commands"]}
    opens = {*grammar["no_subject"], *grammar["prepositions"], *grammar["determiners"], *grammar["negative"]}
    for found in map(tokens, pieces):
        acts_on = set(found[1:2]) & set(grammar["ordered"]) and not set(found[:1]) & opens
        if not (set(found[:1]) & verbs or acts_on) or set(found) & {word, grammar["series"], grammar["or"]}:
            return False
    return bool(set(tokens(pieces[0])[:1]) & verbs)


def several(point: str, words: Vocabulary) -> bool:
    """Whether a point names more than one thing: “gloves and shoes”, “soap, talc and cream”, “creams, soap — a bit”."""
    name = re.split(r"\s[–—]\s|\s*[(:;]", point, maxsplit=1)[0]
    first, *others = name.split(", ")
    if plural(first, "", words):
        return True
    if re.fullmatch(words.grammar["bullets"].get("describes", r"(?!)"), first) is not None:
        return False
    names = [other for other in others if _is_name(other) and tokens(other)[0] not in words.grammar["subordinators"]]
    return names == others and (len(names) >= FEWEST_NAMES - 1 or _is_row(first, names, words))


def _is_row(first: str, others: Sequence[str], words: Vocabulary) -> bool:
    """Whether a last “and” makes three of two names: “garlic, dill and nettle pills”, not “feeling hot, dizzy …”.

    Not after what the others may be of (“pain in the arm, neck …”), nor before adjectives (“piel roja, seca y …”).
    """
    grammar, found = words.grammar, {*tokens(" ".join((first, *(tokens(other)[0] for other in others))))}
    opens = {*grammar["prepositions"], *grammar["relatives"], *grammar["auxiliary"]}
    whole = len(tokens(first)) == 1 or not any(token.endswith("ing") for token in tokens(first))
    joined = [re.split(rf"\s+{grammar['bullets']['and']}\s+", other) for other in others]
    return says_subjects(words) and whole and not found & opens and 1 + sum(map(len, joined)) >= FEWEST_NAMES


def parts(text: str, words: Vocabulary) -> list[str]:
    """A sentence, cut at its semicolons, each with the “or” after it; those in a bracket cut nothing."""
    grammar = words.grammar["bullets"]
    joints_last = re.sub(rf";\s+({grammar['and']}|{grammar['or']})\s+(?![^()]*\))", r" \1; ", text.strip())
    return re.split(r";\s+(?![^()]*\))", joints_last)


def inline_list(text: str, words: Vocabulary) -> tuple[str, list[str]] | None:
    """A list inside one sentence: “Call us if you have: a fever; a rash; or pain.” → what leads in, and the points."""
    grammar = words.grammar["bullets"]
    pattern = grammar.get("inline")
    match = re.match(pattern, text.strip()) if pattern else None
    if match is None or not stems.opened(match["lead"], words) or stems.is_label(match["lead"], match["points"], words):
        return None
    return match["lead"].rstrip(":").strip(), parts(match["points"], words)


def _is_name(text: str) -> bool:
    return 0 < len(text.split()) <= MOST_WORDS_IN_NAME and re.search(r"[.:;()–—]|\d", text) is None


def _names_only(point: str, words: Vocabulary) -> bool:
    grammar = words.grammar
    function = {*grammar["auxiliary"], *grammar["subordinators"], *grammar["relatives"], *grammar["negative"]}
    firsts = {tokens(name)[0] for name in point.split(", ") if tokens(name)}
    joined = set(tokens(point)) & {*function, grammar["or"], grammar["series"], *grammar["subjects"]} - {"a", "an"}
    return not joined and not firsts & {*grammar["no_subject"], *grammar["adverbs"], *grammar["commands"]}


def is_point(text: str, opened: bool, words: Vocabulary) -> bool:
    """A point begins in lower case, or ends like none; after an open beginning it may be written as a command."""
    text = text.strip()
    if not text[:1].isalnum():
        return False
    if text[0].islower() or not re.search(r"[.!?…:]$", text):
        return True
    return opened and tokens(text)[0] in words.grammar["verbs"] and not has_verb(text, words, 1)


def unmarked(texts: Sequence[str], marks: Sequence[Mark], lead: int, words: Vocabulary) -> list[Point]:
    """Points after the sentence at ``lead`` that only their writing shows; none where there is none that is sure."""
    if not texts[lead].rstrip().endswith(":"):
        return []
    opened = bool(stems.opened(texts[lead], words))
    found: list[Point] = []
    for at in range(lead + 1, len(texts)):
        if marks[at][0] or not is_point(texts[at], opened, words):
            break
        found.append(pointed(texts[at], at, at + 1, words))
    return found if len(found) >= FEWEST_POINTS else []


def with_heading(said: list[Said], place: int) -> list[Said]:
    """The first of what is said tells the heading’s own sentence as well, where no point needed it."""
    told = {at for each in said for at in each.places}
    if not place or not said or 0 in told:
        return said
    return [said[0]._replace(places=(*range(place), *said[0].places)), *said[1:]]


def named_so(text: str, heading: str) -> bool:
    """Whether a sentence only repeats its heading: “What to bring:”."""
    one, other = (name.rstrip("?:… ").lower() for name in (text, heading))
    return one == other
