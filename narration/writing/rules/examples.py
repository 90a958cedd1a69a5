"""Examples at the end of a long sentence: “…, such as nausea” → “For example, there may be nausea.”

Where the main verb says that something may be there (have, feel, notice …)
and how sure it is, the example says so too; otherwise it is called an example.
"""

from __future__ import annotations

import re

from narration.writing.sentences import euphony
from narration.writing.sentences.clauses import (
    command,
    conditional,
    finite,
    has_verb,
    long,
    main_clause,
    says_subjects,
    stands,
    subject,
)
from narration.writing.sentences.enumerations import acts
from narration.writing.sentences.plurals import plural
from narration.writing.sentences.text import balanced, last_word, tokens
from narration.writing.vocabulary import Vocabulary

_MOST_WORDS_WHOLE = 20


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or the sentence without its examples and one that gives them."""
    match = re.search(words.grammar["examples"]["at"], sentence)
    if match is None or not long(sentence, words) or not sentence.endswith("."):
        return [sentence]
    left, given = sentence[: match.start()].rstrip(" ,"), sentence[match.end() :].rstrip(".").strip()
    if re.search(words.grammar["examples"].get("likeness", r"(?!)"), sentence[: match.end()].rstrip()):
        return [sentence]
    if not match["includes"] and _only_compares(left, given, words):
        return [sentence]
    begin = _begin(left, match, given, words)
    if not begin or not stands(left, words, opening=True) or not balanced(left) or _goes_on(given, words):
        return [sentence]
    if match["includes"] and re.match(words.grammar["examples"].get("no_things", r"(?!)"), given):
        return [sentence]  # “ejercicio intenso, incluidos correr, nadar o cargar cajas”
    if match["includes"] and any(acts(item, words) for item in re.split(words.grammar["examples"]["between"], given)):
        return [sentence]  # “explain the test, including the risks, and ask you to sign”
    if begin in _bare(words) and not long(sentence, words, _MOST_WORDS_WHOLE):
        return [_spelled(sentence, match, words)]
    if _breaks_off(left, words) or _spoken_of_next(words) or _is_reasoned(given, words):
        return [sentence]
    return [f"{left}.", f"{begin} {_all_of(given, begin, words)}."]


def _bare(words: Vocabulary) -> tuple[str, str]:
    """What only calls a thing an example (“One example is a book.”), and so is no better than “such as a book”."""
    grammar = words.grammar["examples"]
    return str(grammar["several"]), str(grammar["one"])


def _spelled(sentence: str, match: re.Match[str], words: Vocabulary) -> str:
    """The sentence with its “e.g.” in words: “…, for example a cold, a rash or a stay in hospital.”"""
    short = re.sub(words.grammar["examples"]["short"], words.grammar["examples"]["say_short"], match[0])
    return f"{sentence[: match.start()]}{short}{sentence[match.end() :]}"


def _begin(left: str, match: re.Match[str], given: str, words: Vocabulary) -> str:
    grammar = words.grammar["examples"]
    main = main_clause(left, words)
    sure = [token for token in tokens(main) if token in grammar["modals"]]
    if match["includes"]:
        last = last_word(left)
        if conditional(left, words, strictly=True) or re.search(grammar.get("no_noun", r"(?!)"), left):
            return ""
        if re.search(grammar.get("one_thing", r"(?!)"), left):
            return str(grammar["this_includes"])
        if _ends_in_verb(left, words):
            # “Everything you take, including …”: of what, is not plain; “what you do as you sleep” is one thing.
            one = set(tokens(main)) & set(grammar.get("one_clause", ()))
            return str(grammar["this_includes"]) if one else ""
        name, verb = subject(main, words)
        of_several = plural(last, "", words) or (_named(name, words) and plural(name, verb, words))
        of_several = of_several and last not in words.grammar["plural_nouns"]
        return str(grammar["these_include" if of_several else "this_includes"])
    held = set(tokens(main)) & set(words.grammar["strict_conditions"])  # “You may be a fit if you have tried two”
    if len(sure) == 1 and not held and any(token in grammar["existential"] for token in _acts(tokens(main), words)):
        modal = grammar["modal_said_as"].get(sure[0], sure[0])
        return str(grammar["there_may_be"]).replace("{modal}", modal)
    return str(grammar["several" if _several(given, words) else "one"])


def _spoken_of_next(words: Vocabulary) -> bool:
    """Whether the next sentence says “it” of what has the examples, and would be heard of the last of them."""
    return re.search(words.grammar["examples"].get("points_back", r"(?!)"), words.following) is not None


def _is_reasoned(given: str, words: Vocabulary) -> bool:
    """Whether the page gives a reason right after the examples: “This is because …” would be heard of them alone."""
    _, found, after = words.around.partition("\n")[0].partition(given)
    return bool(found) and re.match(words.grammar["examples"].get("reasoned", r"(?!)"), after) is not None


def _all_of(given: str, begin: str, words: Vocabulary) -> str:
    """“A fork, a phone or a keyboard” are all of them examples: “… and a keyboard”."""
    grammar = words.grammar
    both = {grammar["or"], grammar["bullets"]["and"]}
    if begin != grammar["examples"]["several"] or both <= set(tokens(given)):
        return given
    *_, last = [None, *re.finditer(rf"\s(?:{grammar['examples'].get('or', grammar['or'])})\s", given)]
    two_things = grammar["examples"].get("two_things", r"(?!)")
    if last is None or not (", " in given[: last.start()] or re.fullmatch(two_things, given)):
        return given
    rest = given[last.end() :]
    return f"{given[: last.start()]} {euphony.joint(grammar['bullets']['and'], rest, words)} {rest}"


def _named(name: str, words: Vocabulary) -> bool:
    """Whether a subject names something that “these” could point at: not “we”."""
    return bool(name) and last_word(name) not in words.grammar["pronouns_again"]


def _ends_in_verb(left: str, words: Vocabulary) -> bool:
    """Whether the last word is a verb, so that no noun stands right before what it includes."""
    *before, last = tokens(left)
    pronoun = bool(set(before[-1:]) & set(words.grammar["pronouns_again"]))
    if not says_subjects(words) or before[-1:] == ["of"]:
        return False
    base = last in words.grammar["verb_bases"] and finite([*before, last], len(before), words)
    return base or (pronoun and finite([*before, last], len(before), words))


def _acts(found: list[str], words: Vocabulary) -> list[str]:
    """The words that may be a clause's own verb: no “be” that makes another one passive (“You may be asked to …”)."""
    passive = words.grammar["examples"].get("passive", r"(?!)")
    return [token for at, token in enumerate(found) if not re.match(passive, " ".join(found[at : at + 3]))]


def _several(given: str, words: Vocabulary) -> bool:
    """Whether ``given`` names more than one thing; in ``a cut or bruise on the skin`` one article stands for both."""
    items = re.split(words.grammar["examples"]["between"], given)
    if len(items) > 1 and tokens(items[0])[:1] and tokens(items[0])[0] in words.grammar["articles"]:
        return any(tokens(item)[:1] and tokens(item)[0] in words.grammar["articles"] for item in items[1:])
    return len(items) > 1 or plural(given, "", words)


def _only_compares(left: str, given: str, words: Vocabulary) -> bool:
    """Whether what is given is a likeness (“muy finas, como lonchas”), in a language that has one word for both."""
    grammar = words.grammar["examples"]
    items = re.split(grammar["between"], given)
    named = bool(set(tokens(given)[:1]) & set(words.grammar["articles"]))
    return (len(items) < grammar.get("fewest", 1) and not named) or re.search(
        grammar.get("compares", r"(?!)"), left
    ) is not None


def _breaks_off(left: str, words: Vocabulary) -> bool:
    """Whether a clause at the end waits for its verb: “…, ya que cualquier movimiento”, “to see where a rhythm”."""
    if says_subjects(words):
        asks = re.search(words.grammar["examples"].get("opens_clause", r"(?!)"), left)
        return asks is not None and not has_verb(left[asks.end() :], words)
    last = f"{left.rpartition(', ')[2].lower()} "
    opens = last.startswith(tuple(f"{lead} " for lead in words.grammar.get("leads_clause", ())))
    return opens and not has_verb(last, words)


def _closed_before_place(given: str, words: Vocabulary) -> bool:
    """Whether the examples have their last, and then a place comes: “keys, phone and bag, between waist and knee”."""
    grammar = words.grammar
    joints = "|".join((grammar["bullets"]["and"], grammar["or"]))
    after = re.search(rf"\s(?:{joints})\s[^,]+,\s+([^\W\d_]+)\s[^,]*$", given)
    return after is not None and after[1] in grammar["prepositions"]


def _goes_on(given: str, words: Vocabulary) -> bool:
    """Whether more than the examples follows: a verb, or a time that is not the examples' own."""
    first = set(tokens(given)[:1])
    # “Examples are many cancers” says another thing than “such as many cancers”.
    if first & {*words.grammar["prepositions"], *words.grammar["plural_quantities"]}:
        return True
    after_comma = given.partition(", ")[2]
    if after_comma and re.search(words.grammar["lists"]["scope"], after_comma):
        return True
    if _closed_before_place(given, words):
        return True
    ordered = re.split(rf",\s+{words.grammar.get('series', '(?!)')}\s+", given)[1:]
    if any(command(part, words) for part in ordered):
        return True  # “…, e.g. paracetamol, and arrange for someone to drive you”
    never = words.grammar["examples"].get("not_examples")
    if never and re.search(never, given):
        return True
    if not says_subjects(words) and has_verb(given, words):
        return True  # “…, como por ejemplo toser, estropea las imágenes”
    inner = {*words.grammar["auxiliary"], *words.grammar["relatives"], *words.grammar["subordinators"]}
    return any(token in inner for token in tokens(given))
