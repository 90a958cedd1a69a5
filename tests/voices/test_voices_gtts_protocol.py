"""Reading the service's answers however they are laid out, and what its refusals and the length of its sound mean."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime

import pytest

from narration.voices.base import BlockedVoiceError
from narration.voices.gtts_faults import blocked, from_answer, retry_after
from narration.voices.gtts_protocol import BadAnswerError, audio
from narration.voices.plausible import plausible_seconds

SOUND = bytes(range(256)) * 3
ENCODED = base64.b64encode(SOUND).decode()
GUARD = ")]}'\n\n"
ROW = ["wrb.fr", "jQ1olc", json.dumps([ENCODED]), None, None, None, "generic"]
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC).timestamp()

LAYOUTS = {
    "as the service sends it": f"{GUARD}1041\n{json.dumps([ROW, ['di', 63]])}\n25\n" + '[["e",4,null,null,1]]\n',
    "no spaces": GUARD + json.dumps([ROW], separators=(",", ":")),
    "the audio in a later chunk": f'{GUARD}10\n[["di",63]]\n1041\n{json.dumps([ROW])}\n',
    "brackets on lines of their own": f"{GUARD}1041\n{json.dumps([ROW])[:-1]}\n]\n",
    "a value a line": GUARD + json.dumps([ROW, ["di", 63]], indent=1),
    "carriage returns": (GUARD + f"1041\n{json.dumps([ROW])}\n").replace("\n", "\r\n"),
    "everything on one line": ")]}'" + json.dumps([ROW]),
    "no guard": json.dumps([ROW]),
    "escaped slashes": GUARD + json.dumps([ROW]).replace("/", "\\/"),
    "more in the payload": GUARD + json.dumps([["wrb.fr", "jQ1olc", json.dumps([ENCODED, None, "en"])]]),
    "base64 in lines": GUARD + json.dumps([["wrb.fr", "jQ1olc", json.dumps([base64.encodebytes(SOUND).decode()])]]),
    "an end that is missing": GUARD + json.dumps([ROW], separators=(",", ":"))[:-20],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_audio_is_found_in_every_layout(layout: str) -> None:
    assert audio(LAYOUTS[layout].encode()) == SOUND


@pytest.mark.parametrize(
    "text",
    [
        GUARD + json.dumps([["wrb.fr", "other", json.dumps([ENCODED])]]),
        GUARD + json.dumps([["wrb.fr", "jQ1olc", json.dumps([None])]]),
        GUARD + json.dumps([["wrb.fr", "jQ1olc", json.dumps({"audio": ENCODED})]]),
        GUARD + json.dumps([["wrb.fr", "jQ1olc", 7]]),
        GUARD + '"jQ1olc" ' + "[" * 200_000,
        GUARD + json.dumps([["wrb.fr", "jQ1olc", "[" * 200_000]]),
    ],
    ids=["another row", "null", "an object", "a number", "brackets without end", "a payload of brackets"],
)
def test_an_answer_without_audio_is_bad(text: str) -> None:
    with pytest.raises(BadAnswerError, match="no audio"):
        audio(text.encode())


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7),
        ("1.5", 1.5),
        ("Tue, 24 Nov 2026 12:10:00 GMT", 600),
        ("Tue, 24 Nov 2026 11:00:00 GMT", 0),
        ("soon", None),
        ("-5", None),
        ("", None),
        ("Tue, 99 Nov 2026 12:10:00 GMT", None),
    ],
)
def test_every_form_of_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@pytest.mark.parametrize("value", ["9" * 30, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_wait_beyond_all_calendars_is_a_block(value: str) -> None:
    assert isinstance(from_answer(429, {"Retry-After": value}, "host", NOW), BlockedVoiceError)


@pytest.mark.parametrize(
    ("seconds", "told"), [(30, r"\d\d:\d\d \(in 1 min\)"), (90_000, r"\d{4}-\d\d-\d\d \d\d:\d\d \(in 25 h\)")]
)
def test_when_to_go_on_is_told_as_people_would(seconds: float, told: str) -> None:
    with pytest.raises(BlockedVoiceError, match=f"Go on after {told}"):
        raise blocked("No.", seconds)


@pytest.mark.parametrize(
    ("clause", "plausible", "too_short", "too_long"),
    [
        ("Rest.", 0.4, 0.05, 4),
        ("You may feel warm, a little heavy, or far away from the room; that is a usual part of it.", 5.5, 2, 20),
        ("P T S D, MRI, IV", 5.5, 0.1, 11),
        ("息を吸って、ゆっくり吐いてください。", 4, 0.3, 20),
    ],
)
def test_sound_that_cannot_be_its_text_is_told_by_its_length(
    clause: str, plausible: float, too_short: float, too_long: float
) -> None:
    least, most = plausible_seconds(clause)
    assert too_short < least < plausible < most < too_long
    assert plausible_seconds(clause, slow=True) == (least, 2 * most)
