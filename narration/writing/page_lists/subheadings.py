"""A heading inside a part, as a soft step to what follows: “Medicines to stop.” → “Now, medicines to stop.”

A question is asked as it stands, and a condition (“If you react”) leads in to
its sentence.  The words are the style's ``headings``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise, takewhile

from narration.document import Sentence
from narration.writing.frame import headings
from narration.writing.page_lists import stems, taking
from narration.writing.page_lists.points import Said
from narration.writing.rules import infinitives
from narration.writing.sentences import instructions
from narration.writing.sentences.clauses import command, conditional, has_verb, instructs, is_adverb, says_subjects
from narration.writing.sentences.text import decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

FEWEST_NAMES = 2
MOST_NAME_WORDS = 6
_ANSWER = "time"
"""The shape as which a heading is said that names what is answered under it."""
_TOLD = "time_told"
"""How a time is said of which the text under it shows whether it orders."""


def led_in(text: str, words: Vocabulary, under: Sequence[str] = (), first: bool = False) -> str:
    """The heading as it is said; one that goes on in what stands under it ends in a comma or a colon.

    A question has the marks that the page has lost.
    A time is announced as what is to be done in it, or what happens, where all that stands ``under`` it shows which.
    ``first`` says that it is the first of several in its part: “Next, the evening.” “First, supper.”
    A call (“¡Ojo!”) is said as it is, and so is what tells something by itself (“Ducha sí, bañera no”).
    """
    ways = words.style["headings"].get("within")
    if not ways or text.endswith(("?", ":", "!")):
        return text
    name = text.rstrip(" .")
    if _counts_itself(name, words):
        return text
    if first and not re.search(words.style["headings"].get("first_already", r"(?!)"), name):
        ways = {**ways, **words.style["headings"].get("within_first", {})}
    if taking.takes_things(name, words) and not (under and taking.tells_itself(stems.bare(under[0], words), words)):
        return f"{infinitives.apply(name, words)[0].rstrip('.')}:"  # «Dejar en casa» → «Deje en casa:»
    if _denies(name, words) or re.search(words.grammar["subheadings"].get("tells", r"(?!)"), name):
        return text  # “Nothing to eat after midnight” is no name, but what holds.
    if clock := _clock(name, words):
        return clock
    at, *named = re.split(r"\s+[-–—]\s+", name, maxsplit=1)
    if named and (clock := _clock(at, words)):  # “8:00 p. m. – Llegada”
        return f"{clock} {headings.shaped(named[0], words.style, {}).full}."
    if conditional(name, words, strictly=True) and stems.adverbial(name, words):
        return f"{name},"
    told = _told(under, words)
    heading = headings.shaped(name, words.style, {}, told=bool(told))
    answered = _names_answer(name, words)
    question = headings.marked(name, words.style["headings"])
    if question != name and not (answered and not re.match(words.style["headings"].get("asks_surely", ""), name)):
        return question
    shape, full = (_ANSWER, decapitalised(name)) if answered else (heading.shape, heading.full)
    if shape == _ANSWER and not answered and told is not None and _TOLD in ways:
        shape = _TOLD
    things = re.fullmatch(words.grammar["subheadings"].get("things", r"(?!)"), name)
    deed = re.match(words.grammar.get("labels", {}).get("deed", r"(?!)"), name)  # “Toma de la muestra”
    orders = shape == "thing" and _orders_surely(name, words) and not (answered or things or deed)
    if orders or shape not in ways or (shape != "order" and not (answered or things or deed) and has_verb(name, words)):
        return text
    bare = words.style["headings"].get("time_names", {}).get(name.lower(), decapitalised(name))
    said = str(ways[shape]).replace("{phase}", full).replace("{name}", bare)
    return said if re.findall(r"\d+", said) == re.findall(r"\d+", text) else text


def _counts_itself(name: str, words: Vocabulary) -> bool:
    """Whether a heading says its own number: “Step 3: before you sleep” is not what comes “first” in its part."""
    numbered = re.match(words.style["headings"]["numbering"], name)
    return numbered is not None and re.match(r"[^\W\d_]{4}", name) is not None


def _orders_surely(name: str, words: Vocabulary) -> bool:
    """Whether a heading tells what to do, and with what: “Skip the water pills”, which “now” would make urgent."""
    determined = set(tokens(name)[1:2]) & {*words.grammar["determiners"]}
    return says_subjects(words) and bool(determined) and command(name, words)


def announced(
    text: str, place: int, sentences: Sequence[Sentence], words: Vocabulary, first: Container[int] = ()
) -> str:
    """``led_in`` for the heading at ``place``, said so far as ``text``: as on the page, or announced after a label.

    ``first`` are the places of the first heading of several in the part.
    """
    written = sentences[place].text
    if text != written and text != led_in(written, words):
        return after_label(text, words) if place in first else text
    under = takewhile(lambda one: not one.heading, sentences[place + 1 :])
    return led_in(written, words, [sentence.text for sentence in under], place in first)


def _clock(name: str, words: Vocabulary) -> str:
    """“8:00 p. m.” → “A las 8:00 p. m.,”, “8:40 a 9:40” → “De las 8:40 a las 9:40,”; ``""`` for any other heading."""
    ways = words.grammar["subheadings"]
    if span := re.fullmatch(ways.get("clock_span", r"(?!)"), name.rstrip(" .")):
        return str(span.expand(ways["from_one" if span["one"] else "from"]))
    clock = re.fullmatch(ways.get("clock", r"(?!)"), name.rstrip(" ."))
    if clock is None:
        return ""
    dot = "." if re.search(r"\. ?m$", clock["time"]) else ""
    return f"{ways['at_one' if clock['one'] else 'at']} {clock['time']}{dot},"


def first_of_several(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The places of the heading that a part begins with, where others come in it: its number is one by itself."""
    lines = [sentence.line for sentence in sentences if sentence.heading]
    if len(set(lines)) < FEWEST_NAMES or not sentences[0].heading:
        return frozenset()
    return frozenset(place for place, each in enumerate(sentences) if each.heading and each.line == lines[0])


def asked(text: str, place: int, sentences: Sequence[Sentence], words: Vocabulary) -> str:
    """A line by itself that asks, with the mark that the page has lost (“But what if I can’t sleep”), or the text.

    A point may be the end of a question, and a line over a list leads in to it.
    """
    in_list = any(sentence.item or sentence.row for sentence in sentences[place : place + 2])
    told = in_list or ":" in text or not text[-1:].isalnum()  # “Who does it: a nurse or a doctor”
    return text if told else headings.marked(text, words.style["headings"])


def after_label(text: str, words: Vocabulary) -> str:
    """The first of several in its part, named after a label that is not said: “Now, weighing in.” → “First, …”"""
    announced = str(words.grammar.get("labels", {}).get("announced", "")).partition("{name}")[0]
    first = str(words.style["headings"].get("within_first", {}).get("thing", "")).partition("{phase}")[0]
    if not announced or not first or not text.startswith(announced):
        return text
    already = re.search(words.style["headings"].get("first_already", r"(?!)"), text)
    return text if already else f"{first}{text[len(announced) :]}"


def goes_on(text: str, following: str, words: Vocabulary, points: int = 0) -> tuple[str, bool] | None:
    """A heading that leads in to what stands under it, and whether that is said with it; ``None`` for any other.

    “If you need dye,” + “usually, …” → “If you need dye: usually, …”; “Nunca entran a la sala:” takes the
    things under it.  A case stays by itself over what says only how often it is so (“Only in some cases.”), and over
    a case of its own: “If you bleed” is not said with “If it is much, …”.  Over several ``points``, or a bare name
    (“Insulin”), it is announced, since it holds for all of them.
    """
    told = stems.bare(following, words)
    ways = words.grammar["subheadings"]
    hours = (text.removeprefix(ways[at]) for at in ("at_one", "at") if text and at in ways)
    if any(_clock(hour.strip(" ,"), words) == text for hour in hours) and not has_verb(told, words):
        return f"{text} {told}", True  # “8:00 p. m. – Arrival”
    if text.endswith(":"):
        takes = taking.takes_things(text.rstrip(": "), words)
        things = "," in told and not re.search(r"[:;]", told) and not has_verb(told, words)
        if not takes and _only_says_where(text, words) and command(told, words):
            return f"{text[:-1]}, {told}", True
        return (f"{text} {told}", True) if takes and things else None
    if not text.endswith(","):
        return None
    begins = (tokens(told) or [""])[0]
    turns = is_adverb(begins, words)
    alone = words.grammar["subheadings"].get("case_alone")
    twice = begins in words.grammar["strict_conditions"] and tokens(text)[:1] == [begins]
    if alone and (twice or (turns and "," not in told and not has_verb(told, words))):
        return alone.replace("{name}", decapitalised(text.rstrip(","))), False
    over = words.grammar["subheadings"].get("case_over")
    if over and conditional(text, words, strictly=True) and (points >= FEWEST_NAMES or _is_bare_name(told, words)):
        return over.replace("{name}", decapitalised(text.rstrip(","))), False
    return f"{text[:-1]}: {told}" if turns else f"{text} {told}", True


def _is_bare_name(told: str, words: Vocabulary) -> bool:
    """Whether a line is only a name, with its text under it: “Long-acting insulin”."""
    short = len(tokens(told)) <= MOST_NAME_WORDS and re.search(r"[,:;()]", told) is None
    return short and not (has_verb(told, words) or command(told, words) or _denies(told, words))


def _only_says_where(lead: str, words: Vocabulary) -> bool:
    """Whether a Spanish beginning says when or where, and alone is nothing: “En los dos casos:”, above orders.

    What holds only for a time, or in a case, may hold for more than the next sentence.
    """
    name = lead.rstrip(": ")
    if says_subjects(words) or conditional(name, words) or not stems.adverbial(name, words):
        return False
    return not set(tokens(name)[:1]) & set(words.grammar.get("time_limits", ()))


def without_subtitle(said: Sequence[Said], words: Vocabulary) -> list[Said]:
    """What the page opens with, without a line that names the paper: “Information about your operation.”"""
    subtitle = words.style["headings"].get("subtitle", r"(?!)")
    return [each._replace(text="") if re.fullmatch(subtitle, each.text) else each for each in said]


def _told(under: Sequence[str], words: Vocabulary) -> bool | None:
    """Whether what stands under a heading tells what to do, or, False, nothing of the kind; None where not sure."""
    said = [text for text in under if has_verb(text, words) or command(text, words)]
    told = [text for text in said if instructs(text, words) or instructions.tells(text, words)]
    if told:
        return True if len(told) * 2 > len(under) else None
    orders = any(command(text, words) or infinitives.apply(text, words)[0] != text for text in under)
    return False if under and len(said) == len(under) and not orders else None


def _denies(name: str, words: Vocabulary) -> bool:
    return re.match(words.grammar["subheadings"]["denies"], name) is not None


def _names_answer(name: str, words: Vocabulary) -> bool:
    """Whether a heading names what is answered under it, and its verb makes no sentence: “What a graft is”."""
    return re.match(words.grammar["subheadings"]["answers"], name) is not None


def names_of_items(sentences: Sequence[Sentence], words: Vocabulary) -> frozenset[int]:
    """Where items of a list begin with a name of their own, as steps do: “1. Three days before. Ring us if …”.

    Several of them that say when, in a list that nothing leads in to: its points would be what it leads in to.
    """
    found: list[int] = []
    open_list = False
    for place, sentence in enumerate(sentences):
        before = sentences[place - 1] if place else None
        if sentence.depth != 1 or before is None or sentence.item == before.item:
            open_list = open_list if sentence.item else sentence.text.rstrip().endswith((":", "…"))
            if sentence.depth != 1 or before is not None:
                continue
        if not open_list and _is_name(sentences, place, words):
            found.append(place)
    when = re.compile(words.grammar["subheadings"]["when"])
    timed = [place for place in found if when.search(sentences[place].text)]
    return frozenset(found if len(timed) >= FEWEST_NAMES and len(timed) * 2 > len(found) else ())


def _is_name(sentences: Sequence[Sentence], place: int, words: Vocabulary) -> bool:
    """Whether an item's first sentence is a few words without a verb, and more follows in the item."""
    text = sentences[place].text
    following = sentences[place + 1] if place + 1 < len(sentences) else None
    inside = following is not None and (following.item == sentences[place].item or following.depth > 1)
    plain = re.fullmatch(r"[^,:;?!()]+\.", text) is not None and 0 < len(tokens(text)) <= MOST_NAME_WORDS
    return inside and plain and not _denies(text, words) and not has_verb(text, words) and not command(text, words)


def names_of_lists(sentences: Sequence[Sentence], words: Vocabulary) -> frozenset[int]:
    """Where an item only names what the items inside it are about: ``La piel``, with three things to do under it."""
    return frozenset(place for place in range(len(sentences)) if _names_a_list(place, sentences, words))


def times_alone(sentences: Sequence[Sentence], words: Vocabulary) -> frozenset[int]:
    """Where a paragraph only says when, over whole sentences or a list: ``A partir del segundo día``, in bold."""
    pattern = words.grammar["subheadings"].get("time_alone", r"(?!)")
    return frozenset(
        place
        for place, (one, after) in enumerate(pairwise(sentences))
        if not (one.item or one.row or one.heading or after.row)
        and re.fullmatch(pattern, one.text)
        and (after.item or after.text.endswith((".", "!", ":")))
    )


def _names_a_list(place: int, sentences: Sequence[Sentence], words: Vocabulary) -> bool:
    item, following = sentences[place], sentences[place + 1 : place + 2]
    if says_subjects(words) or not item.item or not following or following[0].depth <= item.depth:
        return False
    short = len(item.text.split()) <= MOST_NAME_WORDS and item.text[-1:].isalpha()
    return short and not stems.is_open(item.text, words) and following[0].text[:1].isupper()
