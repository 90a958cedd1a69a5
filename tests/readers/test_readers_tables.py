"""Tables: a row is a sentence that can be heard without the columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from narration.readers import read
from narration.readers.tables.as_sentences import rows

FASTING = [
    ("What", "Stop in the morning", "When to stop at noon?"),
    ("Milk", "4 a.m.", "9 a.m."),
    ("Water", "6 a.m.", "-"),
]
TABLETS = [
    ("Medicine", "What to do", "Start again"),
    ("Warfarin", "Stop 5 days before; we test your blood", "The same evening"),
    ("Iron", "Stop 7 days before", "The next day"),
]


def said(table: Sequence[tuple[str, ...]]) -> list[str]:
    return [block.text for block in rows((cells, False, 0) for cells in table) if not block.reason]


def test_each_cell_is_said_with_the_words_over_its_column() -> None:
    assert said(FASTING) == [
        "Milk, stop in the morning: 4 a.m.; when to stop at noon: 9 a.m.",
        "Water, stop in the morning: 6 a.m.",
    ]
    assert said(TABLETS) == [
        "Warfarin: Stop 5 days before; we test your blood. Start again: The same evening",
        "Iron: Stop 7 days before. Start again: The next day",
    ]


def test_words_over_a_column_that_say_when_are_said() -> None:
    table = [("Medicine", "Before the test"), ("Insulin", "Take half."), ("Iron", "Stop 7 days before.")]
    assert said(table) == ["Insulin, before the test: Take half.", "Iron, before the test: Stop 7 days before."]


def test_words_over_a_column_go_on_in_the_cell_where_both_are_one_sentence() -> None:
    table = [
        ("Activity", "You can start again"),
        ("Driving", "After 24 hours"),
        ("Work", "The next day"),
        ("Gym", "2 weeks"),
    ]
    assert said(table) == [
        "Driving: you can start again after 24 hours",
        "Work: you can start again the next day",
        "Gym, you can start again: 2 weeks",
    ]


def test_a_length_of_time_goes_on_in_the_words_over_its_column() -> None:
    assert said([("Medicine", "How long before?"), ("Aspirin", "5 days"), ("Iron", "See your letter")]) == [
        "Aspirin: 5 days before",
        "Iron, how long before: See your letter",
    ]
    assert said([("Medicina", "Cuánto tiempo antes"), ("Sintrom", "7 días"), ("Hierro", "2 a 3 días")]) == [
        "Sintrom: 7 días antes",
        "Hierro: 2 a 3 días antes",
    ]


def test_how_long_before_is_said_with_each_row() -> None:
    table = [("Medicina", "Cuánto antes"), ("Loratadina", "5 días"), ("Jarabe", "8 horas (si lo necesita, déselo)")]
    assert said(table) == ["Loratadina: 5 días antes", "Jarabe: 8 horas antes (si lo necesita, déselo)"]


def test_a_first_row_that_asks_stands_over_its_columns() -> None:
    table = [
        ("Task", "How often", "Who does it"),
        ("Flush the line", "Daily", "You"),
        ("Change the cap", "Weekly", "A nurse"),
    ]
    assert said(table) == ["Flush the line: Daily. Who does it: You", "Change the cap: Weekly. Who does it: A nurse"]


def test_a_time_of_day_needs_no_word_before_it() -> None:
    table = [("Time", "What happens", "Where"), ("7:00", "You arrive", "Ward 4"), ("9:00", "The scan", "Room 2")]
    assert said(table) == ["7:00: You arrive. Where: Ward 4", "9:00: The scan. Where: Room 2"]


def test_words_that_point_at_a_length_of_time_take_it_in() -> None:
    table = [
        ("Medicine", "Stop this long before"),
        ("Aspirin, ibuprofen", "5 days"),
        ("Inhaler", "6 hours, if you can"),
    ]
    assert said([*table, ("Iron", "Ask us")]) == [
        "Aspirin, ibuprofen: stop 5 days before",
        "Inhaler: stop 6 hours before, if you can",
        "Iron, stop this long before: Ask us",
    ]
    assert said([("Medicine", "When to stop"), ("Iron, zinc", "Monday"), ("Fish oil", "Friday")]) == [
        "Iron, zinc: when to stop, Monday",
        "Fish oil, when to stop: Friday",
    ]


def test_what_to_do_about_a_thing_follows_its_name() -> None:
    table = [
        ("Symptom", "What to do", "Whom to ring"),
        ("Fever", "Rest; drink", "Ward 7"),
        ("Pain", "Take a tablet", "-"),
    ]
    assert said(table) == ["Fever: Rest; drink. Whom to ring: Ward 7", "Pain: Take a tablet"]
    assert said([("When", "What to do"), ("7 days before", "Stop iron; keep the rest")])[1:] == [
        "7 days before: Stop iron; keep the rest"
    ]


def test_two_cells_with_the_same_words_are_two(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Getting back to normal")
    document.add_paragraph("How long you should wait depends on what was done.")
    table = document.add_table(rows=0, cols=3)
    for cells in (
        ("Activity", "Trimmed", "Repaired"),
        ("Flying", "6 weeks", "6 weeks"),
        ("Desk job", "3 days", "1 week"),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    document.save(str(tmp_path / "knee.docx"))
    texts = [sentence.text for phase in read(tmp_path / "knee.docx").phases for sentence in phase.sentences]
    assert texts[-4:] == [
        "Flying, trimmed: 6 weeks.",
        "Repaired: 6 weeks",
        "Desk job, trimmed: 3 days.",
        "Repaired: 1 week",
    ]


def test_columns_of_what_is_allowed_and_what_is_not_are_two_lists() -> None:
    table = [("You may eat", "Do not eat"), ("Rice, fish", "Beans"), ("Eggs", "Nuts, seeds"), ("", "Milk")]
    assert said(table) == ["You may eat:", "Rice, fish", "Eggs", "Do not eat:", "Beans", "Nuts, seeds", "Milk"]
    assert said([("Sí", "No"), ("Agua", "Leche")]) == ["Sí:", "Agua", "No:", "Leche"]
    both = [("Imprescindible", "Opcional"), ("Bastón", "Radio"), ("Gafas", "Revista")]
    assert said(both) == ["Imprescindible:", "Bastón", "Gafas", "Opcional:", "Radio", "Revista"]
    # What stands beside a medicine belongs to it.
    assert said([("Medicine", "Stop this long before"), ("Iron", "7 days")]) == [
        "Medicine: Stop this long before",
        "Iron: 7 days",
    ]


def test_a_mere_number_has_the_word_over_its_column() -> None:
    table = [
        ("Visit", "Day", "What happens"),
        ("1", "Monday", "Patches put on; it takes long"),
        ("2", "Friday", "Patches read."),
    ]
    found = [block.text for block in rows((cells, not at, 0) for at, cells in enumerate(table)) if not block.reason]
    assert found == [
        "Visit 1: Monday. Patches put on; it takes long",
        "Visit 2: Friday. Patches read",
    ]


def test_a_term_and_what_is_said_of_it_are_one(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><body><article><h1>Scan</h1><h2>Before</h2><p>You may eat.</p><dl><dt>Insulin</dt><dd>Take half.</dd>"
        "<dt>Iron</dt><dd>Stop it.</dd><dd>Start again later.</dd></dl><h2>After</h2>"
        "<p>You may go.</p></article></body></html>",
        encoding="utf-8",
    )
    texts = [sentence.text for sentence in read(page).phases[0].sentences]
    assert texts == ["You may eat.", "Insulin: Take half.", "Iron", "Stop it.", "Start again later."]


def test_bars_between_columns_of_text_are_a_table(tmp_path: Path) -> None:
    page = tmp_path / "pagina.txt"
    page.write_text(
        "PRUEBAS\n\nANTES\nDepende del medicamento:\n\nMedicamento | Suspender antes\nCetirizina | 7 días\n"
        "Hidroxicina | 10 días\n\nDURANTE\nSe le pondrán unas gotas. Puede picar.\n",
        encoding="utf-8",
    )
    before = read(page, "es").phases[0]
    assert [s.text for s in before.sentences] == [
        "Depende del medicamento:",
        "Cetirizina: suspender 7 días antes",
        "Hidroxicina: suspender 10 días antes",
    ]


def test_a_row_of_mere_numbers_has_the_word_over_them(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    table = "| Weeks | How often |\n|---|---|\n| 1 to 4 | twice a week |\n| 5 to 8 | once a week |\n"
    page.write_text(f"# Spray\n\n## Doses\n\n{table}\n## After\n\nRest.\n", encoding="utf-8")
    doses = read(page, "en").phases[0]
    assert [s.text for s in doses.sentences] == ["Weeks 1 to 4: twice a week", "Weeks 5 to 8: once a week"]


@pytest.mark.parametrize("first", ["list", "table"])
def test_a_table_beside_a_list_is_another_list(first: str, tmp_path: Path) -> None:
    ul = "<p>Ring us if you:</p><ul><li>vomit blood</li><li>cannot swallow</li></ul>"
    table = "<table><tr><th>Drug</th><th>Dose</th></tr><tr><td>Warfarin</td><td>none</td></tr></table>"
    parts = ul + table if first == "list" else f"{table}<ul><li>Eat.</li></ul>"
    page = tmp_path / "x.html"
    page.write_text(f"<h1>A</h1><h2>Before</h2><p>Eat. Drink.</p><h2>After</h2>{parts}", encoding="utf-8")
    items = [sentence.item for sentence in read(page).phases[-1].sentences if sentence.item]
    assert items == ([1, 2, 4] if first == "list" else [1, 3])


def test_a_cell_that_says_the_words_over_its_column_is_heard_without_them() -> None:
    table = [
        ("Medicine", "Stop", "Restart"),
        ("Iron", "5 days before", "the next day"),
        ("Bisoprolol", "do not stop", "-"),
        ("Metformin", "the day before", "do not restart by yourself"),
    ]
    assert said(table) == [
        "Iron: stop 5 days before. Restart the next day",
        "Bisoprolol: do not stop",
        "Metformin: stop the day before. Do not restart by yourself",
    ]


def test_a_hedge_over_the_second_column_is_said_before_the_rows() -> None:
    table = [("Hours", "What people usually feel"), ("0 to 2", "Numb, heavy"), ("2 to 6", "Pins and needles")]
    assert said(table) == ["What people usually feel.", "Hours 0 to 2: Numb, heavy", "Hours 2 to 6: Pins and needles"]
    plain = [("Hours", "What you may eat"), ("0 to 2", "Nothing"), ("2 to 6", "Soup")]
    assert said(plain) == ["Hours 0 to 2: Nothing", "Hours 2 to 6: Soup"]


def test_amounts_over_columns_are_said_with_the_amounts_of_another_kind_below_them(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "THE IMPLANT\n\nBEFORE\nEat nothing. Drink water.\n\nAT HOME\nThe rules depend on the dose.\n\n"
        "  Rule                                                       20 MBq     40 MBq\n"
        "  Keep more than two arm lengths from any small child        3 days     6 days\n"
        "  Do not sleep beside anybody                                2 days     5 days\n"
        "  Do not share a cup                                         1 day      2 days\n\n"
        "You may hug. You may walk the dog.\n",
        encoding="utf-8",
    )
    rows_said = [s.text for s in read(page, "en").phases[-1].sentences if s.item]
    assert rows_said == [
        "Keep more than two arm lengths from any small child, 20 MBq: 3 days.",
        "40 MBq: 6 days",
        "Do not sleep beside anybody, 20 MBq: 2 days.",
        "40 MBq: 5 days",
        "Do not share a cup, 20 MBq: 1 day.",
        "40 MBq: 2 days",
    ]


def test_a_first_row_of_amounts_of_the_same_kind_as_those_below_is_a_row() -> None:
    table = [("Senna", "5 ml", "10 ml"), ("Iron syrup", "10 ml", "20 ml"), ("Vitamin drops", "2 ml", "4 ml")]
    assert said(table)[0] == "Senna: 5 ml, 10 ml"


def test_a_verb_over_a_column_is_said_with_a_time_or_a_case() -> None:
    table = [
        ("Remedio", "Suspender"),
        ("Litio", "3 a 4 días antes"),
        ("Calcio", "2 semanas"),
        ("Bisoprolol, enalapril", "No se suspenden"),
        ("Zinc", "Esperar 1 mes"),
        ("Sintrom", "Sólo si lo dice su médico"),
        ("Jarabe", "Lunes"),
    ]
    assert said(table) == [
        "Litio: suspender 3 a 4 días antes",
        "Calcio: suspender 2 semanas",
        "Bisoprolol, enalapril: No se suspenden",
        "Zinc: Esperar 1 mes",
        "Sintrom: suspender sólo si lo dice su médico",
        "Jarabe, suspender: Lunes",
    ]
    assert said([("Medicine", "Stop"), ("Iron", "5 to 7 days before"), ("Zinc", "Ask us")]) == [
        "Iron: stop 5 to 7 days before",
        "Zinc: Ask us",
    ]


def test_a_spanish_order_to_stop_over_a_column_goes_on_in_its_time() -> None:
    table = [("Comida", "Deje de dársela"), ("Papilla", "7 horas antes"), ("Caldo", "3 horas antes")]
    assert said(table)[-2:] == ["Papilla: deje de dársela 7 horas antes", "Caldo: deje de dársela 3 horas antes"]


def test_shouted_words_over_a_column_are_calm() -> None:
    assert said([("PASTILLA", "CUÁNDO SUSPENDER"), ("Hierro, zinc", "Sólo si se lo dicen"), ("Litio", "Lunes")]) == [
        "Hierro, zinc: suspender sólo si se lo dicen",
        "Litio, cuándo suspender: Lunes",
    ]


def test_numbers_that_are_open_or_a_range_have_the_word_over_their_column() -> None:
    table = [
        ("Día", "Cantidad", "Color"),
        ("1", "9 ml", "Rojo"),
        ("2–4", "5 ml", "Rosa"),
        ("5 en adelante", "1 ml", "-"),
    ]
    assert [line.partition(",")[0].partition(":")[0] for line in said(table)] == [
        "Día 1",
        "Días 2–4",
        "Día 5 en adelante",
    ]


def test_what_we_do_is_no_word_to_say() -> None:
    table = [
        ("Tiempo", "Qué hacemos", "Usted"),
        ("0–2 h", "Tensión si hay mareo", "En cama"),
        ("2 h", "Alta", "Se viste"),
    ]
    assert said(table)[0] == "Tiempo 0–2 h: Tensión si hay mareo. Usted: En cama"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            [("Tiempo desde la inyección", "Qué se ve"), ("5–10 min", "Calor"), ("2 h", "Nada")],
            ["5–10 min después de la inyección: Calor", "2 h después de la inyección: Nada"],
        ),
        (
            [("Time since the injection", "What is seen"), ("5–10 min", "Warmth"), ("2 hours", "Nothing")],
            ["5–10 min after the injection: Warmth", "2 hours after the injection: Nothing"],
        ),
        (
            [
                ("Turno", "1.er sobre", "2.º sobre"),
                ("Mañana (7-11)", "víspera, 17 h", "mismo día, 4 h"),
                ("Tarde (12-16)", "víspera, 21 h", "mismo día, 8 h"),
            ],
            [
                "Turno mañana (7-11), 1.er sobre: víspera, 17 h. 2.º sobre: mismo día, 4 h",
                "Turno tarde (12-16), 1.er sobre: víspera, 21 h. 2.º sobre: mismo día, 8 h",
            ],
        ),
        (
            [
                ("Before the test", "Stop giving"),
                ("9 hours", "Rice, bread"),
                ("2 hours", "Clear soup"),
                ("1 hour", "Ask us"),
            ],
            [
                "9 hours before the test: stop giving rice, bread",
                "2 hours before the test: stop giving clear soup",
                "1 hour before the test: Ask us",
            ],
        ),
        (
            [("Qué", "Hasta cuándo"), ("Arroz", "7 horas antes"), ("Té", "2 horas antes, en tazas")],
            ["Arroz: hasta 7 horas antes", "Té: hasta 2 horas antes, en tazas"],
        ),
        (
            [("Pomada", "Cuándo", "Desde / hasta"), ("Aciclovir", "cada 4 horas", "2 días antes - 5 días después")],
            ["Aciclovir en pomada: cada 4 horas; desde 2 días antes hasta 5 días después"],
        ),
        (
            [("Efecto", "Frecuencia", "Cuánto dura"), ("Hipo", "1 de cada 9", "Horas"), ("Picor", "Raro", "—")],
            ["Hipo: 1 de cada 9; dura horas", "Picor: Raro"],
        ),
        (
            [("Medicina", "Días antes"), ("Hierro", "4"), ("Sintrom", "3 a 5, según su análisis")],
            ["Hierro: 4 días antes", "Sintrom: 3 a 5 días antes, según su análisis"],
        ),
        (
            [
                ("Parte", "¿Va dentro la cara?", "Tiempo"),
                ("Mano", "No", "10 min"),
                ("Cuello", "Casi siempre", "20 min"),
            ],
            [
                "Mano: ¿va dentro la cara? No. Tiempo: 10 min",
                "Cuello: ¿va dentro la cara? Casi siempre. Tiempo: 20 min",
            ],
        ),
    ],
)
def test_words_over_a_column_are_said_with_its_cells_as_one(table: list[tuple[str, ...]], expected: list[str]) -> None:
    marked = ((cells, not at, 0) for at, cells in enumerate(table))
    assert [block.text for block in rows(marked) if block.row] == expected


def test_words_over_a_column_that_hedge_are_a_sentence() -> None:
    table = [("Hora", "Qué suele notarse"), ("9:00", "Calor"), ("11:00", "Nada")]
    assert said(table)[0] == "Esto es lo que suele notarse."


def test_a_line_of_dashes_under_a_first_row_says_that_it_stands_over_the_columns(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    table = (
        "Pomada          Cuándo              Desde / hasta\n"
        "---------------------------------------------------\n"
        "Aciclovir       cada 4 horas        2 días antes - 5 días después\n"
        "Bálsamo         cada 8 horas        solo después\n"
    )
    page.write_text(f"El labio\n\nAntes: Ponga las pomadas.\n\n{table}\nDespués: Descanse en casa.\n", encoding="utf-8")
    assert [sentence.text for sentence in read(page, "es").phases[0].sentences][1:] == [
        "Aciclovir en pomada: cada 4 horas; desde 2 días antes hasta 5 días después",
        "Bálsamo: cada 8 horas; solo después",
    ]


def test_words_that_only_ask_what_is_done_at_a_time_are_not_said() -> None:
    table = [("Time", "What", "Who"), ("8.45", "Tea, a talk about your heart", "Ann, nurse"), ("9.30", "Break", "")]
    assert said(table) == ["8.45: Tea, a talk about your heart. Who: Ann, nurse", "9.30: Break"]


def test_a_question_over_a_column_is_asked_before_its_answer() -> None:
    table = [
        ("Part", "Way in", "Is your face covered?"),
        ("Hand", "Left first", "No, or hardly"),
        ("Neck", "Head first", "Yes"),
    ]
    assert said(table)[-2:] == [
        "Hand, way in: Left first. Is your face covered? No, or hardly",
        "Neck, way in: Head first. Is your face covered? Yes.",
    ]
    pair = [("Prueba", "¿Se tapa la cara en ella?"), ("Mano", "No"), ("Cuello", "Sí, un poco")]
    assert said(pair)[-1] == "Cuello: ¿se tapa la cara en ella? Sí, un poco"


def test_a_number_over_a_column_may_count_what_stands_in_it() -> None:
    table = [(["Day", "Steps in 24 h", "Shoes"], False, 1), (["1–2", "100", "soft"], False, 2)]
    said = [block.text for block in rows([*table, (["From 3", "900", "any"], False, 3)])]
    assert said[1:] == [
        "Days 1–2, steps in 24 h: 100. Shoes: soft",
        "From 3, steps in 24 h: 900. Shoes: any",
    ]


def test_a_column_of_amounts_under_words_that_tell() -> None:
    table = [(["Inhaler", "Last puff before the test"], False, 1), (["Blue", "3 hours"], False, 2)]
    said = [block.text for block in rows([*table, (["Brown", "9 hours"], False, 3)])]
    assert said[1] == "Blue inhaler, last puff before the test: 3 hours"
