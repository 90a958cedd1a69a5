"""What a relative stands for in a language that shows it by number and gender (Spanish): “…, que no duele”.

Where two things could be meant, or the listener is who does it (“…, que debe
traer”), there is no answer, and the sentence stays whole.
"""

from __future__ import annotations

import re

from narration.language.brackets import without_last_bracket
from narration.language.gender import is_feminine
from narration.writing.sentences.text import capitalised, tokens
from narration.writing.vocabulary import Vocabulary


def of(left: str, right: str, verb: int | None, words: Vocabulary) -> str | None:
    """The noun phrase before a relative, of the number its verb has; of several things nothing; None if not sure.

    ``verb`` is the place of the relative's verb in ``right``.  “Una sonda en la
    vejiga, que no duele”: what is new in the sentence has more said of it, not the place, and not what it is
    compared with (“un dolor similar al menstrual, que cede”).
    """
    grammar = words.grammar
    if verb is None or re.match(grammar["object_relative"], right):
        return None
    if re.search(grammar["inserted"], left) or _next_hangs(words):
        return None
    many = tokens(right)[verb].endswith("n")
    left = without_last_bracket(left)
    if re.search(r"\s[ye]\s(?:el|la|los|las)\s[A-ZÁÉÍÓÚÑ]{2,}$", left):
        return None  # “el potasio y el INR, que debe …”
    own = not set(tokens(right)[:1]) & {*grammar["thing_clitics"]}
    if not many and own and (called := re.search(grammar["called_so"], left)):
        return capitalised(f"{'el' if called['m'] else 'la'} {called['noun']}")
    last = re.search(grammar["last_noun_phrase"], left, re.IGNORECASE)
    compared = last is not None and re.search(grammar["compared_with"], left[: last.start("article")])
    if last is None or compared or (last["before"] or "").lower() in grammar["not_before_antecedent"]:
        new = list(re.finditer(grammar["new_noun"], left))
        after = (last["before"] or "").lower() if last else ""
        placed = bool(compared) or after in {*grammar["prepositions"], "y"}
        sure = len(new) == 1 and placed and not many and not re.match(grammar["of_the_place"], right)
        last = new[0] if sure else None
    if last is None or (last["article"].lower() in grammar["plural_articles"]) != many:
        # “Algunas personas notan palpitaciones, que desaparecen”: alone it would be the people who disappear.
        return "" if many and not re.search(grammar["of_several"], left) else None
    if not many and not _agrees(last["noun"].partition(" ")[0], right, words):
        return None
    article = last["article"].lower()
    return capitalised(f"{grammar['said_definite'].get(article, article)} {last['noun']}")


def _next_hangs(words: Vocabulary) -> bool:
    """Whether the next sentence of the page has its subject from this one: “El médico … . Después introduce …”.

    The relative as a sentence of its own would come between, with another subject.
    """
    return bool(words.following) and re.search(words.grammar["definitions"]["hangs"], words.following) is not None


def only_new(left: str, gender: str, words: Vocabulary) -> str:
    """The only thing of this gender that the clause brings in, as already known: “una aguja …” → “la aguja”."""
    found = [match for match in re.finditer(words.grammar["new_noun"], left) if _gender(match["noun"], words) == gender]
    article = words.grammar["said_definite"][found[0]["article"]] if len(found) == 1 else ""
    return f"{article} {found[0]['noun']}" if article else ""


def _gender(noun: str, words: Vocabulary) -> str:
    return "f" if is_feminine(noun.split()[-1], words.language) else "m"


def has_gender(noun_phrase: str, gender: str | None, words: Vocabulary) -> bool:
    """Whether “El tubo” can be what “el cual” (``m``) or “la cual” (``f``) stands for; no gender asks for nothing."""
    noun = noun_phrase.split()[1]
    return gender is None or is_feminine(noun, words.language) == (gender == "f")


def _agrees(noun: str, right: str, words: Vocabulary) -> bool:
    """Whether an adjective after “es” or “está” has the gender of the noun."""
    shown = re.match(words.grammar["shows_gender"], right)
    return shown is None or is_feminine(noun, words.language) == shown["adjective"].endswith("a")
