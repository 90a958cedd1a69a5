"""Documents to scripts: sentences by golden cases, the frame, and what may never happen to a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narration import readers, writing
from narration.document import Document, LeftOut, Section, Sentence, slug
from narration.errors import UsageError
from narration.script import Say, Silence
from narration.writing import writer
from narration.writing.frame import framing, headings, names
from narration.writing.rules import RULES, SECTION_RULES

CASES = Path(__file__).parent.parent / "cases" / "writing"


def cases() -> list[tuple[str, str, list[str], list[str]]]:
    """What is under test, its language, the sentences of a section (at the margin) and its lines (indented)."""
    found = []
    for path in sorted(CASES.glob("*.*.txt")):
        name, language, _ = path.name.split(".")
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            rows = [row for row in block.strip("\n").split("\n") if row and not row.startswith("#")]
            if rows:
                source = [row for row in rows if not row.startswith(" ")]
                found.append((name, language, source, [row.strip() for row in rows if row.startswith(" ")]))
    return found


@pytest.mark.parametrize(("name", "language", "source", "lines"), cases())
def test_golden(name: str, language: str, source: list[str], lines: list[str]) -> None:
    """``sentences`` go through all rules; any other file is one rule's own."""
    words = writer.vocabulary(language)
    if name == "sentences":
        assert [line for sentence in source for line in writer.render(sentence, words)] == lines
        return
    rule = import_module(f"narration.writing.rules.{name}").apply
    if rule in SECTION_RULES:
        assert rule(source, words) == lines
    else:
        assert [line for sentence in source for line in rule(sentence, words)] == lines


def test_every_rule_has_cases() -> None:
    named = {name for name, *_ in cases()}
    rules = {rule.__module__.rpartition(".")[2] for rule in (*RULES, *SECTION_RULES)}
    assert rules - named == {"plain_words"}  # its cases are in its own module


def page(*phases: tuple[str, str], language: str = "en", opening: str = "", closing: str = "") -> Document:
    def section(name: str, text: str) -> Section:
        key = slug(name)
        pieces = [piece for piece in re.split(r"(?<=[.?!])\s+", text) if piece]
        return Section(name, key, tuple(Sentence(f"{key}.{n}", t, 1) for n, t in enumerate(pieces, 1)))

    return Document(
        title="A page",
        language=language,
        opening=replace(section("Welcome", opening), slug="opening"),
        phases=tuple(section(name, text) for name, text in phases),
        closing=section("Closing", closing),
        left_out=(LeftOut("filler.1", "Lorem ipsum dolor.", "filler", 3),),
        file_name="page.txt",
        sha256="ab",
    )


PAGE = page(
    ("Before", "You may wait. A nurse will help you."),
    ("During The MRI", "It is loud. Some people feel anxious. It ends soon."),
    ("After", "You can go."),
    opening="This is a page.",
    closing="It can vary.",
)


def test_the_frame() -> None:
    script = writing.write(PAGE)
    assert [phase.name for phase in script.phases] == ["Welcome", "Before", "During The MRI", "After", "Closing"]
    announced = [phase.says[0] for phase in script.phases[1:-1]]
    assert [say.text for say in announced] == [
        "First, what comes before.",
        "Next, during the MRI.",
        "And last, what comes after.",
    ]
    assert all(say.from_style for say in announced)
    assert "A page" in " ".join(say.text for say in script.phases[0].says)
    assert any("{helper}" in say.text for say in script.phases[-1].says)
    assert script.phases[-1].says[0].text == "You have now heard about each part."
    assert script.fields["helper"]
    assert [(item.id, item.reason) for item in script.left_out] == [("filler.1", "filler")]


def test_a_number_to_ring_at_the_end_is_heard_before_the_end_is_announced() -> None:
    said = writing.write(replace(PAGE, closing=page(closing="Day ward: 01632 960 251.").closing)).phases[-1].says
    assert [say.text for say in said[:2]] == ["Day ward: 01632 960 251.", "You have now heard about each part."]


def test_every_sentence_is_rendered_in_order_and_every_line_is_traced() -> None:
    script = writing.write(PAGE)
    for phase in script.phases:
        traced = [source for say in phase.says if not say.from_style for source in say.sources]
        assert list(dict.fromkeys(traced)) == list(phase.source)


def test_a_heavy_sentence_has_more_room_after_it() -> None:
    script = writing.write(page(("During", "Some people feel anxious. The lights are low."), ("After", "You can go.")))
    lines = script.phases[1].lines
    at = next(i for i, item in enumerate(lines) if isinstance(item, Say) and "anxious" in item.text)
    after = lines[at + 1]
    assert isinstance(after, Silence)
    assert after.seconds > script.pauses.sentence


def test_the_room_comes_after_the_comfort() -> None:
    script = writing.write(page(("A", "Some people feel anxious. It ends soon. The lights are low."), ("B", "Go.")))
    lines = script.phases[1].lines
    at = next(i for i, item in enumerate(lines) if isinstance(item, Say) and "It ends soon" in item.text)
    assert not isinstance(lines[at - 1], Silence)
    assert isinstance(lines[at + 1], Silence)


def test_style_lines_command_and_promise_nothing() -> None:
    for language in ("en", "es"):
        document = replace(page(*[(f"Part {c}", "It is so.") for c in "ABCDEFGHIJ"]), language=language)
        said = [say.text.lower() for _, say in writing.write(document).says() if say.from_style]
        forbidden = r"\b(safe|must|relax|painless|will feel|promise|guarantee|seguro|debe|relájese|tranquilo)\b"
        assert [text for text in said if re.search(forbidden, text)] == []


def test_a_language_without_a_style_is_refused() -> None:
    with pytest.raises(UsageError, match="en, es"):
        writing.write(replace(PAGE, language="xx"))


GUARDED = r"\b(?:not|no|never|may|might|can|could|typically|often|some|usually|generally|\d+)\b"
words = st.sampled_from(
    [
        "the",
        "a",
        "you",
        "patients",
        "some",
        "many",
        "may",
        "might",
        "can",
        "could",
        "not",
        "never",
        "often",
        "typically",
        "usually",
        "feel",
        "is",
        "are",
        "warm",
        "tingly",
        "administered",
        "sensations",
        "individuals",
        "24",
        "12",
        "hours",
        ",",
        "so",
        ",",
        "but",
        ";",
        "while",
        "others",
        "when",
        "nurse",
        "gradually",
        "approximately",
        "(",
        ")",
        "“quoted”",
        "and",
        "infusion",
    ]
)


@given(st.lists(words, min_size=1, max_size=30).map(lambda w: " ".join(w) + "."))
@settings(deadline=None)
def test_no_rule_loses_or_adds_a_number_a_negation_or_a_hedge(sentence: str) -> None:
    lines = writer.render(sentence, writer.vocabulary("en"))
    said = " ".join(lines).lower()
    assert sorted(re.findall(GUARDED, said)) == sorted(re.findall(GUARDED, sentence.lower()))


def test_an_announcement_reads_as_a_person_would_say_it() -> None:
    style = writer.vocabulary("en").style
    said = {
        "Onset": "Next, the onset.",
        "That night": "Next, that night.",
        "7.15am – Arrival": "Next, 7.15am, arrival.",
        "Next morning": "Next, the following morning.",
        "The next thirty minutes": "Next, the following thirty minutes.",
        "Night before": "Next, the night before.",
        "Day surgery": "Next, day surgery.",
        "Don’ts": "Next, what not to do.",
        "Gradual Return": "Next, the gradual return.",
        "Return": "Next, the return.",
        "Screening phase": "Next, the screening phase.",
        "Waking phase of the test": "Next, waking phase of the test.",
        "Altered Perception": "Next, altered perception.",
        "Before You Arrive": "Next, before you arrive.",
        "On the day": "Next, on the day.",
        "Having the scan": "Next, having the scan.",
        "Arrival & check-in": "Next, arrival and check-in.",
        "Peak (20–40 minutes)": "Next, the peak, 20–40 minutes.",
        "The Lincoln ward": "Next, the Lincoln ward.",
        "Your Scan": "Next, your scan.",
        "IV Line": "Next, IV line.",
        "Check in for the scan": "Next, check in for the scan.",
        "What happens next?": "Next: what happens next?",
        "Are there any risks": "Next: are there any risks?",
        "How long does it take": "Next: how long does it take?",
        "How long it takes": "Next, how long it takes.",
        "What the doctor will do": "Next, what the doctor will do.",
        "Q: What happens next?": "Next: what happens next?",
        "Step 1, the day before": "Next, the day before.",
        "Phase B: On the machine": "Next, on the machine.",
        "Stage two – Recovery": "Next, the recovery.",
        "Part of the day": "Next, part of the day.",
        "About the scan": "Next, the scan.",
        "About having a scan": "Next, having a scan.",
        "Step 3": "Here is the next part.",
        "Days 2 to 7": "Next, days 2 to 7.",
        "You will lie on…": "Here is the next part.",
        "Day of surgery": "Next, the day of surgery.",
        "Schedule": "Next, the schedule.",
        "Post-Infusion": "Next, after the infusion.",
        "Pre-op": "Next, before the op.",
        "Post-operative care": "Next, post-operative care.",
        "Consent": "Next, consent.",
        "Recovery at home": "Next, recovery at home.",
        "Recovery": "Next, the recovery.",
        "Vaccination and assessment": "Next, vaccination and assessment.",
        "Terms used here": "Next, the terms used here.",
        "Then comes the waiting": "Next comes the waiting.",
        "Then you rest": "Next, you rest.",
        "First, the forms": "Next, the forms.",
        "Last stop: the shop": "Next, the shop.",
        "First stop is the front desk": "The next part: first stop is the front desk.",
        "Waiting area": "Next, the waiting area.",
        "FAQs": "Next, common questions.",
        "What to wear (optional)": "Next, what to wear, if you like.",
        "You’ve Parked, You’ve Found the Door, Now What?": "Next: you’ve parked, you’ve found the door, now what?",
        "Contact": "Next, how to contact us.",
        "Practical": "Next, practical points.",
        "And the cost?": "The next question: and the cost?",
        "Call us or get help": "Next, when to call us or get help.",
        "Seek help at once": "Next, when to seek help at once.",
        "Call your midwife": "Next, when to call your midwife.",
        "Phone us at noon": "Next, phone us at noon.",
        "Prior to Your Scan": "Next, before your scan.",
        "Subsequent to the scan": "Next, after the scan.",
        "Upon arrival": "Next, upon arrival.",
        "Immediately after your scan": "Next, immediately after your scan.",
    }
    known = {"lincoln": "Lincoln"}
    assert {name: headings.announced(name, 2, 9, style, known) for name in said} == said


def test_questions_are_asked() -> None:
    style = writer.vocabulary("en").style
    assert [headings.announced("Why?", n, 4, style, {}) for n in range(1, 5)] == [
        "First: why?",
        "Next: why?",
        "Next: why?",
        "And last: why?",
    ]


def test_a_doctor_has_a_capital_and_a_stressed_word_has_none(tmp_path: Path) -> None:
    page = tmp_path / "x.en.md"
    page.write_text(
        "# Ear wash\n\n## A Word From Dr. Abara\n\nPut it in BEFORE bed.\n\n## Before You Sleep\n\nRest.\n",
        encoding="utf-8",
    )
    said = [phase.says[0].text for phase in writer.write_script(readers.read(page)).phases[1:-1]]
    assert said == ["First, a word from Dr. Abara.", "And last, before you sleep."]


def test_parts_without_a_name_are_not_announced_twice_running_in_one_way() -> None:
    for tag in ("en", "es"):
        style = writer.vocabulary(tag).style
        said = [headings.announced("You lie on…", n, 9, style, {}) for n in range(2, 8)]
        assert all(before != after for before, after in pairwise(said))


def test_capitals_of_a_title_are_no_names() -> None:
    style = writer.vocabulary("en").style
    assert headings.announced("Does It Hurt Much?", 2, 4, style, {}) == "Next: does it hurt much?"
    assert names.known_case(["Let Us Know If:", "Ring us, or Sister Ann."]) == {"sister": "Sister", "ann": "Ann"}


def test_the_welcome_fits_any_title() -> None:
    style = writer.vocabulary("en").style
    said = {
        "What does an infusion feel like": "It answers a question: What does an infusion feel like?",
        "Will a scan hurt": "It answers a question: Will a scan hurt?",
        "Can I eat before a scan": "It answers a question: Can I eat before a scan?",
        "What is dialysis?": "It answers a question: What is dialysis?",
        "What an infusion feels like": "It is about what an infusion feels like.",
        "Having a Gastroscopy": "It is about having a gastroscopy.",
        "MRI scan of your knee": "It is about an MRI scan of your knee.",
        "Lumbar puncture": "It is about a lumbar puncture.",
        "After your eye operation": "It is about what happens after your eye operation.",
        "When Your Child Has Croup": "It is about what happens when your child has croup.",
        "Indwelling pleural catheter (IPC)": "It is about an indwelling pleural catheter, or IPC.",
        "Urinary catheter": "It is about a urinary catheter.",
        "Feeding tube": "It is about a feeding tube.",
        "Hearing test": "It is about a hearing test.",
        "Walking with a new brace": "It is about walking with a new brace.",
        "Care of your drain": "It is about care of your drain.",
        "Outpatient Cystoscopy": "It is about an outpatient cystoscopy.",
        "YOUR MRI SCAN": "It is about your MRI scan.",
        "TMS: what to expect": "It is about TMS, and what to expect.",
        "CT Scan with Contrast: What to Expect": "It is about a CT scan with contrast, and what to expect.",
        "Haemodialysis: your first session": "It is about haemodialysis: your first session.",
        "Stellate ganglion block": "It is about a stellate ganglion block.",
        "Kidney biopsy: patient information sheet": "It is about a kidney biopsy.",
        "Chemotherapy day unit - information for patients": "It is about the chemotherapy day unit.",
        "Information for patients": "It is called: Information for patients.",
        "Prepare for your scan": "It is called: Prepare for your scan.",
        "Your child is having a scan": "It is called: Your child is having a scan.",
        "You're having your wisdom teeth out": "It is called: You're having your wisdom teeth out.",
        "The scan that is done at night": "It is about the scan that is done at night.",
        "Your hip scan and what it is for": "It is about your hip scan and what it is for.",
        "LIGHT THERAPY (SAD) - step by step": "It is about light therapy, or SAD, step by step.",
        "MRI and CT scans": "It is about MRI and CT scans.",
        "The NHS DIALYSIS unit: your guide": "It is about the NHS dialysis unit.",
        "Wrist arthroscopy (keyhole surgery)": "It is about a wrist arthroscopy, keyhole surgery.",
        "Esophagram / upper GI series": "It is about esophagram or upper GI series.",
        "Bone density scan (DXA)": "It is about a bone density scan, or DXA.",
        "Steroid injection into the heel": "It is about a steroid injection into the heel.",
        "INTRAVITREAL INJECTION (Anti-VEGF) – INSTRUCTION SHEET": "It is about an intravitreal injection, Anti-VEGF.",
        "MRI scan (GAD)": "It is about an MRI scan.",
        "Anti-TNF infusions": "It is about anti-TNF infusions.",
        "Bone scan, X-Ray Department": "It is about a bone scan.",
        "Your sleep study (polysomnography)": "It is about your sleep study, or polysomnography.",
        "Prednisolone tablets (CORTICOSTEROID)": "It is about prednisolone tablets, a corticosteroid.",
        "Enoxaparin injections (anticoagulant)": "It is about enoxaparin injections, an anticoagulant.",
        "Colonoscopy (adults)": "It is about a colonoscopy, for adults.",
        "Colonoscopy – Adults": "It is about a colonoscopy, for adults.",
        "Total Hip Replacement (Total Hip Arthroplasty, THA)": (
            "It is about a total hip replacement, or total hip arthroplasty, or THA."
        ),
        "Spinal tap (lumbar puncture)": "It is about a spinal tap, or lumbar puncture.",
        "IRON INFUSION (IRON SUCROSE)": "It is about an iron infusion, iron sucrose.",
        "Having a bronchoscopy (biopsy not included)": "It is about having a bronchoscopy, biopsy not included.",
        "Bowel preparation (PLENVU®) - morning appointments": (
            "It is about bowel preparation with Plenvu, for morning appointments."
        ),
        "Sinus surgery (nasal polyps)": "It is about sinus surgery, nasal polyps.",
        "Lens surgery (phacoemulsification)": "It is about lens surgery, or phacoemulsification.",
        "Scared of needles? So are we": "It is called: Scared of needles? So are we.",
        "Scared of needles?": "It is called: Scared of needles?",
        "What Is It Like? A Close-Up Look": "It is called: What Is It Like? A Close-Up Look.",
        "How long does it take? Is it safe": "It is called: How long does it take? Is it safe?",
        "Knee wash-out in clinic": "It is about knee wash-out in clinic.",
        "Pain clinic": "It is about the pain clinic.",
        "Welcome to the day unit!": "It is called: Welcome to the day unit!",
        "A Nerve Conduction (NCV) Study": "It is about a nerve conduction (NCV) study.",
        "Methotrexate (Maxtrex) injections": "It is about methotrexate, or Maxtrex, injections.",
    }
    known = names.known_case(["Your MRI is on Monday, with TMS before."])
    assert {title: headings.about(title, style, known) for title in said} == said


def test_a_bracket_after_a_part_s_name_is_said_after_a_comma() -> None:
    style = writer.vocabulary("en").style
    said = {
        "The scan (30 minutes)": "First, the scan, 30 minutes.",
        "Every evening at home": "First, every evening at home.",
        "For the next day": "First, for the next day.",
        "Important": "First, something important.",
        "Call us!": "First, when to call us.",
        "The week before: Tell us": "First, the week before: tell us.",
        "How they work (ANTI-INFLAMMATORY)": "First, how they work, anti-inflammatory.",
        "Side effects (less common)": "First, the less common side effects.",
        "Warfarin (anticoagulant)": "First, warfarin, an anticoagulant.",
        "Your medicines (see table)": "First, your medicines.",
        "Magnetic resonance imaging (MRI)": "First, magnetic resonance imaging, or MRI.",
        "After the test (at home)": "First, after the test, at home.",
        "Your first visit (mapping)": "First, your first visit, or mapping.",
        "Your first visit (parking)": "First, your first visit, parking.",
    }
    assert {name: headings.announced(name, 1, 3, style, {}) for name in said} == said


def test_a_part_s_name_that_calls_or_asks_is_no_thing() -> None:
    style = writer.vocabulary("en").style
    said = {
        "Comfort first - please let us know": "The first part: comfort first, please let us know.",
        "Please ring before you come": "The first part: please ring before you come.",
        "The evening before - at home": "First, the evening before, at home.",
    }
    assert {name: headings.announced(name, 1, 3, style, {}) for name in said} == said


def test_a_part_s_name_that_breaks_off_or_lacks_an_article_is_mended() -> None:
    style = writer.vocabulary("en").style
    said = {
        "The night before and the morning of": "First, the night before and the morning itself.",
        "Description of procedure": "First, the description of the procedure.",
        "Day of procedure": "First, the day of the procedure.",
        "Prior to Day of Infusion": "First, before the day of the infusion.",
        "Week Before Procedure": "First, the week before the procedure.",
        "During infusion": "First, during the infusion.",
        "Before infusion therapy": "First, before infusion therapy.",
        "Planning scan": "First, the planning scan.",
        "Planning your scan": "First, planning your scan.",
        "Fasting before the scan": "First, fasting before the scan.",
        "Types of procedures": "First, types of procedures.",
        "Types of injection": "First, the types of injection.",
        "Straight after": "First, what comes straight after.",
        "Acute phase": "First, the acute phase.",
        "On the ward, first night": "First, on the ward, the first night.",
        "On the ward, first aid": "First, on the ward, first aid.",
    }
    assert {name: headings.announced(name, 1, 3, style, {}) for name in said} == said


def test_a_word_in_capitals_is_no_short_name_where_the_page_has_it_in_small_letters() -> None:
    known = names.known_case(["Call the clinic if it bleeds.", "CALL 911 for chest pain.", "Have your ECT first."])
    assert names.unshouted("WHEN TO CALL", known) == "When to call"
    shouted = names.known_case(["IF YOU GET HIVES OR SWELLING later, call.", "A PET-CT scan is short."])
    assert shouted == {"pet-ct": "PET-CT"}
    stressed = names.known_case(["Come the SAME day.", "It is the same on any day.", "Do NOT eat, and do not drink.",
        "Tell us at the US desk, or tell us by phone.", "Let us know."], ["us"])  # fmt: skip
    assert names.unshouted("ON THE SAME NIGHT", stressed) == "On the same night"
    assert names.unshouted("BEFORE A US SCAN", stressed) == "Before a US scan"
    label = names.known_case(["USUAL PRESCRIPTION (yours may differ).", "Usual doses are small."])
    assert names.calm_case("USUAL PRESCRIPTION (yours may differ).", label).startswith("Usual prescription")
    assert names.unshouted("BEFORE ECT", known) == "Before ECT"
    assert names.unshouted("THE DAY OF IT: food", {}) == "The day of it: food"
    assert names.calm_case("Traiga DNI NIE TIS SIP.", {}) == "Traiga DNI NIE TIS SIP."


@pytest.mark.parametrize("line", ["Patient instructions and information", "Information about your operation"])
def test_a_line_under_the_title_that_names_the_paper_is_left_out(line: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Cataract surgery\n\n{line}\n\nWe are glad you came.\n\n## A\n\nRest.\n", encoding="utf-8")
    script = writing.write(readers.read(page, "en"))
    assert [say.text for say in script.phases[0].says][-1] == "We are glad you came."
    assert line in " ".join(omission.text for omission in script.left_out)


def test_a_label_that_stands_alone_is_listed_and_not_said() -> None:
    script = writing.write(
        page(("Before", "A1. Weighing in. You stand on a scale. Step 2. You can rest."), ("After", "Go home."))
    )
    assert [say.text for phase, say in script.says() if phase.name == "Before"][1:] == [
        "Now, weighing in.",
        "You stand on a scale.",
        "You can rest.",
    ]
    listed = [(item.id, item.reason, item.text) for item in script.left_out if item.reason == "heading"]
    assert listed == [("before.1", "heading", "A1."), ("before.4", "heading", "Step 2.")]
    assert not {key for key, *_ in listed} & set(script.source)


def test_a_name_after_a_label_is_announced_in_spanish_as_a_heading_is() -> None:
    text = "Paso 1. Canalización. Le ponen una vía. Paso 2. En casa. Come algo. Paso 3. Descanse un rato. Hay una cama."
    script = writing.write(page(("Antes", text), ("Después", "Vuelve a casa."), language="es"))
    assert [say.text for phase, say in script.says() if phase.name == "Antes" and not say.from_style] == [
        "Ahora, la canalización.",
        "Le ponen una vía.",
        "Ahora, en casa.",
        "Come algo.",
        "Descanse un rato.",
        "Hay una cama.",
    ]


def test_a_heading_says_its_time_once() -> None:
    script = writing.write(page(("Peak (2–4 hours)", "You rest."), ("Recovery (1 hour)", "You sleep.")))
    said = [say.text for _, say in script.says() if say.from_style]
    assert "First, the peak, 2–4 hours." in said
    assert "You have now heard about each part, from the peak to the recovery." in said


def test_a_file_name_is_no_title() -> None:
    named = {
        name: names.is_file_name(title, f"{name}.txt", ["The scan of the chest is short."])
        for name, title in [("07_ct_leaflet", "07 ct leaflet"), ("chest-scan", "Chest scan"), ("ct_07", "Chest scan")]
    }
    assert named == {"07_ct_leaflet": True, "chest-scan": False, "ct_07": False}
    unnamed = framing.welcome("", 120, writer.vocabulary("en"), {})
    assert [line.text for line in unnamed if isinstance(line, Say)][1].startswith("It goes through each part")


def test_a_title_from_the_file_name_has_the_acronyms_of_its_text() -> None:
    texts = ["The OCT takes it as it is, and IT helps."]
    known = names.known_case(texts)
    assert names.titled("Oct and it", "04-oct-and-it.txt", texts, known) == "OCT and it"
    assert names.titled("Oct and it", "leaflet.txt", texts, known) == "Oct and it"


def test_what_shouts_is_said_quietly_and_acronyms_keep_their_capitals() -> None:
    texts = [
        "PAIN: Expect soreness.",
        "ACTIVITY: Do not drive.",
        "OPAT: The team that calls.",
        "Ring OPAT, or NHS 111.",
        "CALL THE NURSE (8 A.M.-4 P.M., 24 hrs) IF THE OPAT LINE BLEEDS",
        "Do NOT eat. CT and MRI scans differ.",
        "SAMU: 131.",
    ]
    known = names.known_case(texts)
    assert [names.calm_case(text, known) for text in texts] == [
        "Pain: Expect soreness.",
        "Activity: Do not drive.",
        "OPAT: The team that calls.",
        "Ring OPAT, or NHS 111.",
        "Call the nurse (8 A.M.-4 P.M., 24 hrs) if the OPAT line bleeds",
        "Do NOT eat. CT and MRI scans differ.",
        "SAMU: 131.",
    ]
    few = ["LLAME (24 hrs) A LA GUARDIA SI:", "RETIRO DE PUNTOS: A los 7 días.", "Use la EPS."]
    assert names.unshouted("RETIRO DE PUNTOS", names.known_case(few)) == "Retiro de puntos"


def test_a_shouted_sentence_is_read_quietly_and_its_source_is_kept() -> None:
    script = writer.write_script(page(("After", "DRESSING: Keep it dry. DO NOT REMOVE THE DRESSING.")))
    after = script.phases[1]
    said = [line.text for line in after.lines if isinstance(line, Say) and not line.from_style]
    assert said == ["Dressing: Keep it dry.", "Do not remove the dressing."]
    assert list(after.source.values()) == ["DRESSING: Keep it dry.", "DO NOT REMOVE THE DRESSING."]


def test_capitals_of_a_heading_become_those_of_a_sentence() -> None:
    known = names.known_case(["After ECT you may rest in Lincoln ward.", "Rest is good."])
    assert known == {"ect": "ECT", "lincoln": "Lincoln"}
    assert names.unshouted("BEFORE ECT", known) == "Before ECT"
    assert names.unshouted("ECT", known) == "ECT"
    assert names.unshouted("Before ECT", known) == "Before ECT"
    assert names.unshouted("WHY DO I NEED A HEPATITIS B TEST?", {}) == "Why do I need a hepatitis B test?"
    assert names.unshouted("LITOTRICIA POR ONDAS DE CHOQUE (LEOCH)", {}) == "Litotricia por ondas de choque (LEOCH)"
    assert names.unshouted("LENS INJECTION (Eylea)", {}) == "Lens injection (Eylea)"
    assert names.unshouted("ANTI-VEGF DROPS", {"vegf": "VEGF"}) == "Anti-VEGF drops"
    assert names.unshouted("PET-CT SCANS WITH 18F-FDG", {}) == "Pet-ct scans with 18F-FDG"
    assert names.unshouted("CATARACT SURGERY (RIGHT EYE)", {}) == "Cataract surgery (right eye)"
    assert names.unshouted("CATARACT SURGERY (RIGHT)", {}) == "Cataract surgery (right)"
    assert names.unshouted("WHAT’S AN A&E?", {}) == "What’s an A&E?"
    assert names.inside("When to Go to A&E", {"e": "E"}) == "when to go to A&E"
    assert names.unshouted("WHAT IF I’M ILL?", {}) == "What if I’m ill?"
    assert names.inside("What If I’m Ill?", {}) == "what if I’m ill?"
    assert names.inside("Vitamin B12 And You", {}) == "vitamin B12 and you"


def test_a_term_is_explained_once_where_it_first_comes_up() -> None:
    script = writing.write(
        page(
            ("One", "You get an IV line. The nurse helps you."),
            ("Two", "The IV is taken out. A cannula, which is a thin tube, goes in. We offer magnetic imaging (MRI)."),
        )
    )
    added = [say.text for _, say in script.says() if say.from_style and " is a " in say.text]
    assert [text for text in added if "IV" in text] == ["An IV is a thin tube that goes into a vein."]
    assert not [text for text in added if "cannula" in text or "MRI" in text]
    first = script.phases[1].says
    assert [say.text for say in first[1:]] == [
        "You get an IV line.",
        "An IV is a thin tube that goes into a vein.",
        "The nurse helps you.",
    ]


def test_every_definition_can_be_checked() -> None:
    """One short sentence, no amounts, and no name twice."""
    for language in ("en", "es"):
        listed = writer.vocabulary(language).terms
        names = [name for entry in listed for name in entry["terms"]]
        assert len(names) == len(set(names))
        for entry in listed:
            assert {"terms", "say"} <= set(entry) <= {"terms", "say", "group", "unless", "told", "own", "known"}, entry
            assert entry["say"].endswith("."), entry
            assert len(entry["say"].split()) <= 17, entry
            assert not re.search(r"\d|\bwill\b|\bsafe\b|pain\b", entry["say"].replace("for pain", "")), entry


def test_a_clinic_adds_its_own_words_and_phrases(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "style.yaml").write_text("fields: {helper: Sister Ann}\ninvitation_every: 0\n", encoding="utf-8")
    (tmp_path / "en" / "plain_words.yaml").write_text("nouns: {infusion: drip}\n", encoding="utf-8")
    (tmp_path / "en" / "terms.yaml").write_text("- {terms: [drip], say: A drip is slow.}\n", encoding="utf-8")
    script = writing.write(page(*[(f"Part {n}", "The infusion is administered.") for n in range(5)]), tmp_path)
    said = [say.text for _, say in script.says()]
    assert "The drip is given." in said
    assert script.fields == {"helper": "Sister Ann", "clinic": "the clinic"}
    assert not [text for text in said if text.startswith("If you like")]


@pytest.mark.parametrize("content", ["invitations: soft", "heavy: 3", "{", "fields: [a]", "invitation_every: often"])
def test_a_house_style_that_cannot_be_used_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "style.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="house style"):
        writing.write(PAGE, tmp_path)


def test_a_plain_word_of_the_clinic_s_that_says_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "plain_words.yaml").write_text("nouns: {catheter: {after: [the]}}", encoding="utf-8")
    with pytest.raises(UsageError, match="catheter"):
        writing.write(PAGE, tmp_path)


def test_the_time_for_what_weighs_is_not_between_a_fear_and_its_comfort() -> None:
    text = "Some people feel afraid. A nurse will stay with you. The lights are low."
    lines = writing.write(page(("During", text), ("After", "You can go."))).phases[1].lines
    kinds = [line.text if isinstance(line, Say) else "Silence" for line in lines]
    assert kinds[1:] == ["Some people feel afraid.", "A nurse will stay with you.", "Silence", "The lights are low."]


@pytest.mark.parametrize(
    "text",
    ["Call us if you have severe pain. The ward is open.", "You will feel no pain. The ward is open."],
)
def test_an_instruction_and_a_comfort_need_no_time(text: str) -> None:
    assert not any(
        isinstance(line, Silence)
        for line in writing.write(page(("After", text), ("Later", "You can go."))).phases[1].lines
    )


def test_what_is_not_there_is_not_explained() -> None:
    text = (
        "This is not a general anaesthetic. You do not need a cannula. A cannula may be used later. The lights are low."
    )
    lines = [
        line.text
        for line in writing.write(page(("During", text), ("After", "You can go."))).phases[1].lines
        if isinstance(line, Say)
    ]
    assert not any("keeps people asleep" in line for line in lines)
    assert lines.index("A cannula is a thin, soft tube that goes into a vein.") == 4


def _around(*texts: tuple[str, int], opening: str = "You will stay for an hour.") -> list[str]:
    """The lines of a part whose sentences stand in these points of a list; 0 is outside."""
    rows = tuple(Sentence(f"a.{n}", text, 1, item, int(item > 0)) for n, (text, item) in enumerate(texts, 1))
    document = page(("Before", opening), ("After", "You can go home."))
    script = writing.write(replace(document, phases=(replace(document.phases[0], sentences=rows), document.phases[1])))
    said = [say.text for phase, say in script.says() if phase.name == "Before"][1:]
    return [text for text in said if not text.startswith("If you like")]


def test_what_a_not_reaches_is_not_explained_and_nothing_else() -> None:
    text = "If the rules about food aren’t followed the sedation has to wait."
    assert "Sedation is medicine that makes people calm and sleepy." in _around((text, 0))


def test_a_heading_that_breaks_off_is_announced_by_what_it_is_about() -> None:
    document = page(
        ("Call your own doctor if", "Call your own doctor if:"), ("Bring", "Bring: A towel, slippers, and a book.")
    )
    first, second = document.phases
    first = replace(first, sentences=(*first.sentences, Sentence("c.2", "you feel faint", 1, 1, 1)))
    bring = tuple(Sentence(f"b.{n}", text, 1) for n, text in enumerate(["Bring:", "A towel, slippers, and a book."], 1))
    script = writing.write(replace(document, phases=(first, replace(second, sentences=bring))))
    said = [say.text for phase, say in script.says() if phase.name not in ("Welcome", "Closing")]
    assert said == [
        "First, when to call your own doctor.",
        "Call your own doctor if you feel faint.",
        "And last, what to bring.",
        "Bring a towel, slippers, and a book.",
    ]


def test_a_sentence_that_has_lost_its_full_stops_stays_whole() -> None:
    words = writer.vocabulary("en")
    clauses = ["the nurse looks at the screen for a while; she writes it down"] * 30
    ended = "; then ".join(clauses)
    assert len(writer.render(f"First {clauses[0]}.", words)) == 2
    assert len(writer.render(f"First {ended}.", words)) == 1
