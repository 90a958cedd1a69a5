"""A Piper voice of a few kilobytes, untrained: it hums for as long as its phonemes and the length scale say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

RATE_HZ = 22_050
SAMPLES_A_PHONEME = 650.0


def write(
    folder: Path, name: str = "en_US-tiny-low", licence: str = "CC0", pitch: float = 0.05, speakers: int = 1
) -> Path:
    """Writes NAME.onnx, NAME.onnx.json and NAME.MODEL_CARD; the model's path."""
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / f"{name}.onnx"
    onnx.save(_model(pitch, speakers), str(model))
    model.with_name(f"{name}.onnx.json").write_text(json.dumps(config(name, speakers)))
    model.with_name(f"{name}.MODEL_CARD").write_text(card(name, licence))
    return model


def config(name: str, speakers: int = 1) -> dict[str, object]:
    letters = "_^$ abcdefghijklmnopqrstuvwxyz.,;:!?æçðøħŋœɐɑɒɔəɚɛɜɡɪɬɹɾʃʊʌʒʔˈˌːθβ"
    return {
        "audio": {"sample_rate": RATE_HZ, "quality": "low"},
        "espeak": {"voice": name[:5].lower().replace("_", "-")},
        "language": {"code": name[:5]},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "num_symbols": 256,
        "num_speakers": speakers,
        "phoneme_id_map": {letter: [number] for number, letter in enumerate(letters)},
    }


def card(name: str, licence: str) -> str:
    return f"# Model card for {name}\n\n* Quality: low\n\n## Dataset\n\n* URL: none\n* License: {licence}\n"


def _model(pitch: float, speakers: int) -> onnx.ModelProto:
    """``input [1, n], input_lengths [1], scales [3]`` → ``output [1, 1, samples]``, as Piper's models have them."""
    constants: dict[str, np.ndarray[Any, Any]] = {
        "each": np.array(SAMPLES_A_PHONEME, np.float32),
        "one": np.array([1], np.int64),
        "zero": np.array(0.0, np.float32),
        "step": np.array(1.0, np.float32),
        "pitch": np.array(pitch, np.float32),
        "level": np.array(0.4, np.float32),
        "shape": np.array([1, 1, -1], np.int64),
    }
    nodes = [
        helper.make_node("Cast", ["input_lengths"], ["count"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "one"], ["length_scale"], axis=0),
        helper.make_node("Mul", ["count", "length_scale"], ["scaled"]),
        helper.make_node("Mul", ["scaled", "each"], ["samples"]),
        helper.make_node("Squeeze", ["samples"], ["end"]),
        helper.make_node("Range", ["zero", "end", "step"], ["time"]),
        helper.make_node("Mul", ["time", "pitch"], ["phase"]),
        helper.make_node("Sin", ["phase"], ["sine"]),
        helper.make_node("Mul", ["sine", "level"], ["wave"]),
        helper.make_node("Reshape", ["wave", "shape"], ["output"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [
            helper.make_tensor_value_info("input", TensorProto.INT64, [1, "n"]),
            helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
            helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
            *([helper.make_tensor_value_info("sid", TensorProto.INT64, [1])] if speakers > 1 else []),
        ],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, "samples"])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)
