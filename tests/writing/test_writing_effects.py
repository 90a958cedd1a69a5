"""An effect that is only named after one of which more is told is announced as one more."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers, writing

CASES = {
    "after a whole sentence": (
        "Side effects",
        "- A sore arm. A cold pack may help.\n- Ringing in the ears for an hour.",
        "A sore arm. / A cold pack may help. / Another side effect is ringing in the ears for an hour.",
    ),
    "several": (
        "Possible risks of this treatment",
        "- A leak. We would put in one more stitch.\n- Headaches.",
        "A leak. / We would put in one more stitch. / Other risks are headaches.",
    ),
    "several without an “and”": (
        "Side effects",
        "- A sore arm. Ice may help.\n- Jaw pain, back pain, cramp, itch.",
        "A sore arm. / Ice may help. / Other side effects are jaw pain and back pain. / Others are cramp and itch.",
    ),
    "under a question": (
        "Are there any risks?",
        "- A leak. We would put in one more stitch.\n- An infection.",
        "A leak. / We would put in one more stitch. / Another risk is an infection.",
    ),
    "not after a name": ("Side effects", "- A sore arm.\n- Ringing in the ears.", "A sore arm. / Ringing in the ears."),
    "no denial, no “rarely”": (
        "Side effects",
        "- A sore arm. A cold pack may help.\n- No fever.\n- A rash. It fades.\n- Rarely, a blister.",
        "A sore arm. / A cold pack may help. / No fever. / A rash. / It fades. / Rarely, a blister.",
    ),
    "not under another heading": (
        "The clinic",
        "- A small room. You may sit there.\n- A lamp.",
        "A small room. / You may sit there. / A lamp.",
    ),
}


@pytest.mark.parametrize(("heading", "text", "lines"), CASES.values(), ids=CASES)
def test_one_more_effect_is_announced(heading: str, text: str, lines: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Light treatment\n\n## {heading}\n\n{text}\n\n## B\n\nYou rest.\n", encoding="utf-8")
    part = next(part for part in writing.write(readers.read(page, "en")).phases if part.name == heading)
    assert " / ".join(say.text for say in part.says[1:] if not say.text.startswith("If you like")) == lines
