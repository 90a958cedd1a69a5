"""The words alone: ``<name>.txt``, a heading for each phase and a line for each sentence, in UTF-8."""

from __future__ import annotations

from pathlib import Path

from narration import templating, wording
from narration.editions import standing
from narration.editions.base import Publication
from narration.editions.captions import one_line
from narration.script import standing_review


def publish(publication: Publication, folder: Path) -> None:
    templating.write(folder / f"{publication.name}.txt", text(publication))


def text(publication: Publication) -> str:
    """Title, what it is, and the words; blank lines stand only between phases."""
    script = publication.script
    language = wording.language_of(script.language)
    page = wording.words(language)["page"]
    top = [one_line(script.title), f"{page['computer_voice']}."]
    if publication.draft:
        top += [page["draft"], *standing.draft_reasons(script, publication.built_on, language)]
    review = standing_review(publication.script)
    if review is not None:
        top.append(
            page["about_review"].format(by=review.by, role=review.role, date=wording.spelled_date(review.on, language))
        )
    blocks = ["\n".join(one_line(line) for line in top)]
    for chapter in publication.timeline.chapters:
        lines = [chapter.title, *(cue.text for cue in publication.timeline.cues_of(chapter))]
        blocks.append("\n".join(one_line(line) for line in lines))
    return templating.printable("\n\n".join(blocks))
