"""The first half of a Spanish sentence whose last member was cut off: “A, B” has “y” before what is now the last.

“Se retira el menisco, se lima el hueso y se lava …” → “Se retira el menisco y se lima el hueso.”  Things in a row are
closed in an order only (“Traiga la tarjeta, el volante y, si toma pastillas, …”): elsewhere the second may be another
name of the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.language.brackets import without_brackets
from narration.writing.sentences import continued, euphony, subjects
from narration.writing.sentences.clauses import command, finite, has_verb, main_clause, own_verb, says_subjects, stands
from narration.writing.sentences.text import balanced, tokens
from narration.writing.vocabulary import Vocabulary

_DASH = re.compile(r"[–—]")
_FIRST_PRONOUN = re.compile(r"^(?:Se|Les?|Te|Nos)\b")
_SUBJECT_WORDS = 3
_MOST_WORDS_IN_PLACE = 4
_BARE_JOINT = re.compile(r"\s+[ye]\b")


def closed(joint: Mapping[str, Any], left: str, mark: str, right: str, words: Vocabulary) -> str | None:
    """The first half, cut at the words ``mark``, with “y” before what is now its last; None where that is not sure.

    The last of a series may have gone with a describing clause: “…, le pone una vía, que es fina, y le pregunta …”.
    """
    things = _things_closed(left, mark, words)
    if things is None or _of_another(left, mark, words):
        return None
    series = joint.get("subject") or joint.get("of_a_series") or _took_last(mark, right, words)
    made = _verbs_closed(things, words) if series else things
    return _clause_closed(made, mark, words) if made == left else made


def only_told_more(left: str, words: Vocabulary) -> bool:
    """Whether a relative at the end has the only verb: “El de cobre, que dura diez años, y el hormonal, que …”."""
    name, _, relative = left.partition(", ")
    told = bool(set(tokens(relative)[:1]) & set(words.grammar.get("tells_more", ()))) and "," not in relative
    return told and not has_verb(name, words)


def is_in_a_row(left: str, mark: str, words: Vocabulary) -> bool:
    """Whether a first half that is cut at an “and”, ``mark``, ends in a clause of its own after a comma.

    “The form is signed, age and height are noted”; “It tastes bitter, a bit like wine” has one sure verb only.
    """
    before, comma, last = left.rpartition(", ")
    if not comma or not says_subjects(words) or words.grammar["series"] not in tokens(mark):
        return False
    if not set(tokens(last)) & set(words.grammar["auxiliary"]):
        return False
    return has_verb(before, words) and stands(last, words, opening=False)


def _took_last(mark: str, right: str, words: Vocabulary) -> bool:
    """Whether the second half is, or ends in, a verb that “y” joined to those of the first."""
    if says_subjects(words):
        return False
    _, *last = re.split(r",\s+[ye]\s+", f"{mark}{right}")
    return any(_opens_with_verb(part, words) for part in last)


def _verbs_closed(left: str, words: Vocabulary) -> str:
    """The first half; a series of verbs that loses its last one has “y” before what is now the last."""
    if says_subjects(words):
        return left
    for match in reversed(list(re.finditer(r", (?=[^\W\d_])", left))):
        last = left[match.end() :]
        if len(_DASH.findall(last)) % 2 or not balanced(last):
            continue  # “arde —para la mayoría, lo peor del día—”, “suba (sí, se sube)”: that comma stands inside
        if re.match(words.grammar["says_again"], last):
            continue  # “es tópica, es decir, en gotas”: that “es” is no second verb
        if any(continued.begins_with_verb(part, words) for part in re.split(r"\s[ye]\s", last)[1:]):
            return left
        if set(tokens(last)[:1]) & set(words.grammar["relatives"]):
            continue
        before = left[: match.start()]
        if _leads_in(before, words) or _ends_insertion(before, words) or continued.unfinished(before, words):
            return left  # “Una vez que esté dormido, se inyecta …”: that comma parts no two verbs
        two_orders = command(last, words) and all(command(part, words) for part in before.split(", "))
        # What a describing clause denies (“le pone una pulsera, que no debe quitarse”) is not denied of the act.
        act = last.partition(", que ")[0]
        if not two_orders and _denies(before, words) != _denies(act, words):
            return left  # “No es la aguja, es la anestesia”: one is said against the other
        alone = re.fullmatch(words.grammar["clitic_and_verb"], before) is not None
        acts = has_verb(before, words) or alone or _begun(before, words) or re.match(words.grammar["goes"], before)
        if two_orders or (_opens_with_verb(last, words) and acts):
            return f"{left[: match.start()]} {euphony.joint('y', last, words)} {last}"
    return left


def _clause_closed(left: str, mark: str, words: Vocabulary) -> str:
    """The first half; clauses in a row that lose their last at a bare “y” have it before what is now the last.

    “El gel está frío, los sonidos se oyen fuertes” → “El gel está frío, y los sonidos se oyen fuertes”; also where
    only the noun after it shows a verb: “abre un bolsillo, conecta el aparato” → “… y conecta el aparato”.
    """
    before, comma, last = left.rpartition(", ")
    if says_subjects(words) or not comma or not _BARE_JOINT.match(mark.lstrip(",")) or not balanced(last):
        return left
    if _leads_in(before, words) or _ends_insertion(before, words) or continued.unfinished(before, words):
        return left
    if len(_DASH.findall(last)) % 2 or _denies(before, words) != _denies(last, words):
        return left
    shown = words.grammar["verb_before_noun"]
    if not own_verb(before, words) and not re.search(rf"\s{shown}", before):
        return left
    if re.match(shown, last):
        return f"{before} y {last}"
    if _opens_with_verb(last, words):
        return _verbs_closed(left, words)  # “Se quita la vía, se toma la tensión y usted …”
    named = set(tokens(last)[:1]) & set(words.grammar["articles"])
    return f"{before}, y {last}" if named and subjects.subject_and_verb(last, words) else left


def _of_another(left: str, mark: str, words: Vocabulary) -> bool:
    """Whether the last of a series that loses its end may be said of a thing, and not of the person named first.

    “La enfermera le pone la crema, puede picar un poco, y …”: “y puede picar” would be said of the nurse.
    """
    before, comma, last = left.rpartition(", ")
    if says_subjects(words) or not comma or not _BARE_JOINT.match(mark.lstrip(",")):
        return False
    person = set(tokens(before)[:_SUBJECT_WORDS]) & set(words.grammar["persons"])
    return bool(person) and re.match(words.grammar["may_of_thing"], last) is not None


def _opens_with_verb(last: str, words: Vocabulary) -> bool:
    """Whether the last of a series begins with its verb, known or shown by its pronoun: “lo aspira”."""
    return continued.begins_with_verb(last, words) or re.match(words.grammar["verb_with_clitic"], last) is not None


def _denies(text: str, words: Vocabulary) -> bool:
    """Whether the first verb has a “no” before it."""
    found = tokens(text)
    verb = next((index for index in range(len(found)) if finite(found, index, words)), 0)
    return bool(set(found[:verb]) & set(words.grammar["negative"]))


def _leads_in(text: str, words: Vocabulary) -> bool:
    """Whether this is only an adverbial clause before the main one; “después” alone begins none."""
    text = without_brackets(text)
    said = " ".join(tokens(text)) + " "
    if re.match(words.grammar["plain_adverb"], said):
        return False
    leads = (*words.grammar["subordinators"], *words.grammar["leads_clause"])
    found = tokens(text)
    main_verb = found[:1] and found[0] in words.grammar["prepositions"] and _begun(text, words)
    if main_verb:
        return False  # “Durante la operación se abre la piel”: the verb of the main clause has come
    if found[:1] and found[0] in words.grammar["prepositions"] and len(found) <= _MOST_WORDS_IN_PLACE:
        return ", " not in text  # “En la consulta previa”
    return ", " not in text and said.startswith(tuple(f"{lead} " for lead in leads))


def _begun(text: str, words: Vocabulary) -> bool:
    """Whether the main clause has its verb already, after what says when or how: “Tras la sesión se marca …”."""
    opens = {*words.grammar["relatives"], *words.grammar["clause_words"]}
    text = _FIRST_PRONOUN.sub(lambda match: match[0].lower(), text)
    found = re.search(rf"\b(?:{words.grammar['verb_with_clitic']})", text)
    return found is not None and not set(tokens(text[: found.start()])) & opens


def _ends_insertion(text: str, words: Vocabulary) -> bool:
    """Whether a comma after ``text`` only closes what stands inside a clause: “un aparato que, por un tubo”."""
    return (
        continued.inserted_in(text, words) is not None or re.search(words.grammar["inside_relative"], text) is not None
    )


def _things_closed(left: str, joint: str, words: Vocabulary) -> str | None:
    """The things of an order that lose their last, with “y” before what is now the last; None where it is not sure.

    ``joint`` is what the sentence was cut at: only a bare “y” ends a series.
    """
    main = main_clause(left, words)
    _, comma, last = main.rpartition(", ")
    if says_subjects(words) or not comma or not _BARE_JOINT.match(joint) or not balanced(last):
        return left
    found, grammar = tokens(last), words.grammar
    joints = {"y", "e", "o", "u", "ni"}
    if _opens_with_verb(last, words) or has_verb(last, words) or command(last, words):
        return left
    if set(found) & joints:
        return left
    if set(found) & set(grammar["relatives"]):  # “Mira la historia, los tratamientos que ya probó”: one more thing?
        return None if found[0] in grammar["articles"] else left
    adverbs = {*grammar["adverbs"]} - {*grammar["articles"]}
    if found[0] in {*grammar["prepositions"], *adverbs, *grammar["subordinators"], *grammar["conditions"]}:
        return left
    if not command(main, words) or found[0] not in grammar["articles"]:
        return None
    return f"{left[: len(left) - len(last) - 2]} {euphony.joint('y', last, words)} {last}"
