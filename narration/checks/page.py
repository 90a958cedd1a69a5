"""The page itself: the script's copy of it is as the page reads, where the page is at hand."""

from __future__ import annotations

from collections.abc import Iterator

from narration.checks.base import Context, Finding, words


def check(context: Context) -> Iterator[Finding]:
    script, page = context.script, context.page
    said = {word for text in script.source.values() for word in words(text)}
    promised = sorted(set(words(script.title)) & set(context.meaning["claims"]) - said)
    if promised:
        message = f"the title claims what the page does not: {', '.join(promised)}."
        yield Finding("block", "claim", message, "Give it the page’s title.")
    if page is None:
        if script.source_file:
            message = f"{script.source_file} is not beside the script, so its own copy of the page was compared."
            yield Finding("note", "page-not-at-hand", message, "Put the page beside the script to compare it, too.")
        return
    if not page.same:
        message = f"{page.file} has changed since the script was written."
        yield Finding("warn", "page-changed", message, f"Run `narration write {page.file}`; your edits stay.")
        return
    whole = _joined([page.title, *page.sentences, *page.pieces])
    for phase in script.phases:
        for key, text in phase.source.items():
            if _joined([text]) not in whole:
                message = f"{key} is not what the page says: “{text}”"
                suggestion = "`source` is the page’s text; change `say` instead."
                yield Finding("block", "source-edited", message, suggestion, phase.name, phase.line)
    copied = _joined([script.title, *script.source.values(), *(item.text for item in script.left_out)])
    for text in page.sentences:
        if _joined([text]) not in copied:
            yield Finding(
                "block", "dropped-sentence", f"the script has lost a sentence of the page: “{text}”",
                "List it under `source` and say it, or under `left_out` with the reason.",
            )  # fmt: skip
    if words(script.title) != words(page.title):
        message = f"the page is called “{page.title}”, the script “{script.title}”."
        yield Finding("warn", "title-changed", message, "Check that the new title promises nothing.")
    names = {words(name) for name in page.names}
    for phase in script.phases:
        if words(phase.name) not in names:
            message = f"the page has no part called “{phase.name}”."
            yield Finding("warn", "phase-renamed", message, "Check that the name fits.", phase.name, phase.line)


def _joined(texts: list[str]) -> str:
    """Words with a space around each, so that a text can be looked for however it was cut into sentences."""
    return f" {' '.join(word for text in texts for word in words(text))} "
