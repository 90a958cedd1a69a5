"""What sends an eye to another place of the page, and a listener nowhere: “Swelling – see below.”"""

from __future__ import annotations

import re

from narration.writing.vocabulary import Vocabulary


def without(text: str, words: Vocabulary) -> str:
    """A sentence without what sends the eye to another place of the page: “Swelling – see below.”

    After a colon only in a table's row: “Pain: see below.” would say nothing more, and says that it comes later.
    """
    for at, say in words.grammar.get("points_on", {}).items():
        if away := re.match(at, text):
            return away.expand(say)
    made = re.sub(words.grammar.get("points_away", r"(?!)"), "", text)
    for at, say in words.grammar.get("as_in_a_table", {}).items():
        made = re.sub(at, say, made)  # “Take your dose as per the table”: its rows are told, too
    away = re.search(words.grammar.get("points_away_in_row", r"(?!)"), made)
    return f"{made[: away.start()]}{made[away.end() :]}" if away and ":" in made[: away.start()] else made
