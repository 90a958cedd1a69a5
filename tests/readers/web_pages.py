"""Pages that a browser shows for the tests of its printer and of its clipboard, and what a document says."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt

from narration.document import Document

LISTS = """# Having your hand operated on

You come for half a day, and the staff of the day unit look after you from the moment that you ring the bell
at the green door until you leave with the person who drives you home.

## Before you come

Please tell us at least 5 days before if you:

- take a medicine that thins your blood, such as warfarin, or have been told in the last few weeks to begin one
- have an allergy to latex or to a local anaesthetic
- are ill

### What to bring

1. Your letter, and a list of all the medicines that you take, with how much and how often you take each of them.
2. A loose top that buttons down the front, so that you can undress without lifting your arm over your head.
3. Something to read.

## On the day

### Can I eat?

Yes. Eat a light breakfast, and drink as you like until you are called. If you have diabetes, take your tablets as
usual and bring something sweet, because the morning can be long.

### Will it hurt?

The injection stings for ten to twenty seconds. **If you feel anything sharp after that, say so at once and we give
you more.** Pulling and pressing are normal.

| What you notice | Whom to ring |
|---|---|
| Swelling that does not go down when you hold your hand high | The ward, on 01632 960 114 |
| Fingers that turn white or blue | The on-call doctor, on 01632 960 115 |

## Afterwards

Keep the hand high for two days. Most people can use their fingers for light things, such as a fork or a first
sip of coffee, on the same evening.
"""


def rendered(source: Path) -> str:
    """A Markdown page without its front matter, as the body of a web page."""
    text = source.read_text("utf-8")
    if text.startswith("---"):
        text = text.split("---\n", 2)[2]
    return str(MarkdownIt("commonmark").enable("table").render(text))


def said(document: Document) -> dict[str, list[str]]:
    return {phase.name: [sentence.text for sentence in phase.sentences] for phase in document.phases}
