"""Brackets and dashes, which a listener cannot see: a clause becomes a sentence, anything short stands between commas.

What only points to another place of the page goes.  Longer insertions in the
middle, telephone numbers, and brackets in brackets stay as they are.  ``clauses`` comes before the rules that
cut, ``apply`` after them: until then the brackets hold together what is inside.
"""

from __future__ import annotations

import re

from narration.language import doubled
from narration.writing.brackets import asides, contents, definitions, insertions, limits, pointers
from narration.writing.brackets.places import Place
from narration.writing.rules import infinitives
from narration.writing.sentences import genders
from narration.writing.sentences.clauses import (
    FEWEST_WORDS,
    command,
    conditional,
    has_verb,
    long,
    says_subjects,
    stands,
)
from narration.writing.sentences.text import balanced, capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

_BRACKET = re.compile(r"\s*\(([^()]+)\)")
_DASHES = re.compile(r"(?<=[^\d\s])\s+[–—]\s+(?=\D)|(?<=[a-z])—(?=[a-z])")
_BEGINS_WITH_DASH = re.compile(r"[—–]\s+(?=[^\W\d_])")
_DASHED_END = re.compile(r"(?P<before>[^—]+\S)\s*—(?P<inside>\S[^—()]*\S)—(?P<end>[.!?])")
"""“… que no se puede tragar —sí se puede—.”"""
_OVER_WORDS = 20
_MOST_WORDS = 8
_MOST_WORDS_AT_THE_END = 12
_MOST_WORDS_IN_LABEL = 6


def clauses(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, and a bracket at its end that is a sentence itself."""
    if begun := _BEGINS_WITH_DASH.match(sentence):  # “You sit up — slowly! — and then you stand.”
        sentence = capitalised(sentence[begun.end() :])
    if long(sentence, words, _OVER_WORDS) and (ended := _DASHED_END.fullmatch(sentence)):
        made = clauses(f"{ended['before']} ({ended['inside']}){ended['end']}", words)
        return made if len(made) > 1 else [sentence]
    sentence = doubled.said_once(genders.written_out(sentence, words), words.language)
    if most := words.grammar.get("insertions", {}).get("most_of_all"):
        sentence = re.sub(most["at"], most["say"], sentence)
    # A point of a list may end in its bracket.
    end = re.search(rf"(?<=\S)\s*\(([^()]+)\)([.!?]{'?' if says_subjects(words) else ''})$", sentence)
    if end and asides.asks(sentence[: end.start()], end[1], words):
        return [f"{sentence[: end.start()]}: {end[1].strip()}{end[2]}"]
    if end and (told := _it_is(sentence[: end.start()], end[1].strip(), words)):
        return [*clauses(f"{sentence[: end.start()]}{end[2]}", words), told]
    if end and asides.is_instead(sentence[: end.start()], end[1], words):
        return [*clauses(f"{sentence[: end.start()]}{end[2]}", words), f"{capitalised(end[1].strip().rstrip('.'))}."]
    if end and (ordered := _as_order(sentence[: end.start()], end[1].strip(), words)):
        return [*clauses(f"{sentence[: end.start()]}{end[2]}", words), ordered]
    if (
        end
        and not _points(end[1], words)
        and contents.is_clause(end[1], words)
        and not _under_condition(sentence[: end.start()], end[1], words)
    ):
        before = f"{sentence[: end.start()]}{end[2]}"
        after = _in_that_case(sentence[: end.start()], end[1].strip().rstrip("."), words)
        return [*clauses(before, words), capitalised(after) if after.endswith(("!", "?")) else f"{capitalised(after)}."]
    if named := _named_so(sentence, end, words):
        return [f"{sentence[: end.start()]}.", named] if end else []
    return _felt(sentence, words) or _between(sentence, words) or [sentence]


def _it_is(before: str, content: str, words: Vocabulary) -> str:
    """“(best not to wear white)” → “It is best not to wear white.”, with its case where it stands in one."""
    short = words.grammar["insertions"].get("it_is")
    if not short or not re.fullmatch(short["at"], content.rstrip("!.")):
        return ""
    told = f"{short['say']} {decapitalised(content.rstrip('!.'))}."
    return _with_its_case(before, told, words) or told


def _with_its_case(before: str, told: str, words: Vocabulary) -> str:
    """What is told under the condition before it, with that case; ``""`` where none stands there."""
    case = words.grammar["insertions"].get("in_that_case")
    return f"{case['say']} {decapitalised(told)}" if case and re.search(case["if"], before) else ""


def _as_order(before: str, content: str, words: Vocabulary) -> str:
    """An infinitive in a bracket after an order, as one: “Dele agua (no esperar a que la pida)” → “No espere a …”."""
    letters = content.isupper()  # “insuficiencia renal (IR)”: no order to go
    if letters or says_subjects(words) or not command(before, words) or _under_condition(before, content, words):
        return ""
    said = infinitives.apply(f"{capitalised(content)}.", words)[0]
    return said if said != f"{capitalised(content)}." and command(said, words) else ""


def _felt(sentence: str, words: Vocabulary) -> list[str]:
    """What the listener may notice, told in the middle of what is done: “burns it (you may smell that) and goes on”."""
    felt = words.grammar["insertions"].get("felt")
    for match in _BRACKET.finditer(sentence) if felt else ():
        left, after = sentence[: match.start()], sentence[match.end() :]
        told = re.fullmatch(felt["what"], match[1]) and re.fullmatch(felt["before"], after)
        if told and not conditional(left, words) and balanced(left):
            return [*clauses(f"{left}{after}", words), f"{capitalised(match[1].strip())}."]
    return []


def _named_so(sentence: str, end: re.Match[str] | None, words: Vocabulary) -> str:
    """“… how strong it must be for you (your “motor threshold”).”: no other word for “you”, but a name for all that.

    A time that ends the sentence has a name of its own: “in the first month (the “settling period”)”.
    """
    pattern = words.grammar.get("insertions", {}).get("named_so")
    if not pattern or end is None or end[2] not in ("", "."):
        return ""
    before, content = sentence[: end.start()], end[1].strip()
    pointed = words.grammar["insertions"]["times_named"]["pointed"]
    named = re.fullmatch(pattern["at"], content) and not re.search(pointed, before)
    named = named or limits.names_the_clause(before, content, words)
    return f"{pattern['say']} {content}." if named else ""


def _in_that_case(before: str, content: str, words: Vocabulary) -> str:
    """What is done in the case before it, said with the case: “… if you have (we will use the other arm)”."""
    case = words.grammar["insertions"].get("in_that_case")
    if case and (then := re.match(case.get("named", r"(?!)"), content)) and re.search(case["any"], before):
        return f"{case['say']} {content[then.end() :]}"
    if case and (re.match(case["then"], content) or re.match(case.get("rings", r"(?!)"), content)):
        return _with_its_case(before, content, words) or content
    return content


def _points(content: str, words: Vocabulary) -> bool:
    """Whether a bracket only points to another place of the page, which a listener has not before the eyes."""
    return bool(words.grammar["pointer"]) and re.fullmatch(words.grammar["pointer"], content.strip()) is not None


def _under_condition(before: str, content: str, words: Vocabulary) -> bool:
    """Whether an order in a bracket hangs on the condition right before it: “…, unless it hurts (then stop)”.

    Or whether it may speak of the last of several conditions only: “si sangra o si no puede andar (puede ser …)”.
    """
    if contents.of_that_case(content, words):
        return False  # it names the case itself
    last = re.split(r"[,;:]\s+", before)[-1]
    may_be = words.grammar["insertions"].get("may_be")
    if may_be and re.match(may_be["what"], content) and re.search(may_be["of_one"], before):
        return True
    return command(content, words) and bool(set(tokens(last)[:1]) & set(words.grammar["conditions"]))


def _between(sentence: str, words: Vocabulary) -> list[str]:
    """A clause in a bracket between two others: “Wait 24 hours (48 is better), and if …” → three sentences."""
    joint = words.grammar.get("insertions", {}).get("between_clauses")
    for match in _BRACKET.finditer(sentence) if joint else ():
        left, after = sentence[: match.start()], sentence[match.end() :]
        kept = re.fullmatch(words.grammar["insertions"].get("keeps", r"(?!)"), after) and contents.says(match[1], words)
        when = set(tokens(after)[:1]) & set(words.grammar["conditions"])
        if kept and not (when and command(match[1], words)):
            return [f"{left}{after}", f"{capitalised(match[1].strip())}."]
        if _between_orders(left, match[1], after, words):
            return [f"{left}.", f"{capitalised(match[1].strip())}.", *clauses(capitalised(after[2:]), words)]
        goes_on = re.match(joint, after)
        if goes_on is None or not contents.says(match[1], words) or not stands(left, words, opening=True):
            continue
        right = after[goes_on.end() :]
        alone = stands(right, words, opening=False) and command(right, words) == command(left, words)
        alone = alone or bool(set(tokens(right)[:1]) & set(words.grammar["conditions"]))
        if alone and not conditional(left, words) and balanced(left):
            left = _closed(left, words)
            against = words.grammar["insertions"].get("against", {}).get(tokens(goes_on[0])[0])
            right = f"{against} {right}" if against else capitalised(right)
            return [f"{left}.", f"{capitalised(match[1].strip())}.", *clauses(right, words)]
    return []


def _between_orders(left: str, content: str, after: str, words: Vocabulary) -> bool:
    """A clause in a bracket after the first of several orders: “Wait a day (two is better), wash it, and go.”"""
    row = re.match(rf", (?P<next>[^,]+), {words.grammar['series']} (?P<last>[^,]+)\.$", after)
    if row is None or not contents.says(content, words) or conditional(left, words) or not balanced(left):
        return False
    return all(command(order, words) for order in (left, row["next"], row["last"]))


def _closed(left: str, words: Vocabulary) -> str:
    """Orders in a row whose last stood after the bracket: “Cut …, take off …” → “Cut …, and take off …”."""
    *before, last = left.split(", ")
    joint = words.grammar["series"]
    if not before or not command(left, words) or {joint, words.grammar["or"]} & set(tokens(left)):
        return left
    if set(tokens(last)[:1]) & set(words.grammar["articles"]) and not has_verb(last, words):
        return f"{', '.join(before)} {joint} {last}"  # “Have a shower, a normal breakfast (…) and bring …”
    if command(last, words):
        return f"{', '.join(before)}, {joint} {last}"
    return left


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence without the brackets and dashes it can do without."""
    made, *more = clauses(sentence, words)
    if named := definitions.told_apart(made, words):
        return [line for part in (*named, *more) for line in apply(part, words)]
    made = _without_dashes(pointers.without(made, words), words)
    found = list(_BRACKET.finditer(made))
    for match in reversed(found):
        content, after = match[1].strip(), made[match.end() :]
        content = content if content.startswith("¡") else content.rstrip("!")
        if _points(content, words):
            made = f"{made[: match.start()]}{after}"
            continue
        ends = not after or after[0] in ".,;:"
        most = _MOST_WORDS_AT_THE_END if ends else _MOST_WORDS
        if not contents.is_short(content, words, most) or not tokens(made[: match.start()]):
            continue
        for sign, said in words.grammar["less_than"].items():
            content = re.sub(sign, said, content)
        before = made[: match.start()].rstrip(",")  # “la receta, (normalmente 5 días)”
        made = insertions.said(Place(before, content, after, words, len(found)))
    return [made, *(line for part in more for line in apply(part, words))]


def _without_dashes(sentence: str, words: Vocabulary) -> str:
    """Commas instead, but where a comma inside would make several insertions of one (“– no zips, hooks or metal –”).

    After a mere name it is a colon that parts it from what is told of it: “Aspirin: carry on.”
    """
    label = re.match(words.grammar.get("insertions", {}).get("label", r"(?!)"), sentence)
    if label and len(label["name"].split()) <= _MOST_WORDS_IN_LABEL and not has_verb(label["name"], words):
        return f"{label['name']}: {decapitalised(label['told'])}"
    marks = list(_DASHES.finditer(sentence))
    if len(marks) == 1 and len(re.findall(r"\s[–—]\s", sentence)) > 1:
        return sentence  # one of the two stands after a figure: “Gate 4 – not Gate 5 – and …”
    if marks and len(marks) <= 2 and asides.keeps_dashes(words):
        inside = sentence[marks[0].end() : marks[1].start() if len(marks) > 1 else len(sentence)]
        orders = words.grammar.get("verb_bases", ()) if len(marks) == 1 else ()  # “… – start no sooner than Friday”
        alone = (
            command(inside, words) or stands(inside, words, opening=False) or bool({*tokens(inside)[:1]} & {*orders})
        )
        alone = alone or (len(marks) == 1 and _may_say(inside, words))
        plain = len(marks) == 1 and "(" not in inside and len(tokens(inside)) > FEWEST_WORDS + 1
        long = plain and command(sentence, words)
        if "," in inside or alone or long:
            return sentence
    return _DASHES.sub(", ", sentence)


def _may_say(text: str, words: Vocabulary) -> bool:
    """Whether a bare noun and its verb may stand here (“gloves and thick socks help”), and no describing clause."""
    inner = {*words.grammar["relatives"], *words.grammar["subordinators"]}
    return has_verb(text, words, 1) and not inner & set(tokens(text))
