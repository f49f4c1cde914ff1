"""Runs compare.py on a small generated data set and prints what came out as one JSON line.

The frames are simulated: a tinted ground, two thin wandering curves, nothing of any archive.
"""

import contextlib
import io
import json
import pathlib
import tempfile

import numpy as np
import torch
from PIL import Image

import compare

FRAMES, SIDE, EPOCHS = 8, 48, 12


def draw(folder, index):
    random = np.random.default_rng(index)
    image = np.full((SIDE, SIDE, 3), (236, 226, 200), dtype=float) + random.normal(0, 6, (SIDE, SIDE, 3))
    mask = np.zeros((SIDE, SIDE), dtype=np.uint8)
    for label, colour in ((1, (40, 40, 60)), (2, (170, 50, 40))):
        x = np.cumsum(random.normal(0, 0.7, SIDE)) + SIDE * (0.3 if label == 1 else 0.7)
        columns = np.clip(np.round(x), 0, SIDE - 2).astype(int)
        for y, left in enumerate(columns):
            image[y, left : left + 2] = colour
            mask[y, left : left + 2] = label
    mask[0] = compare.UNKNOWN
    Image.fromarray(np.clip(image, 0, 255).astype(np.uint8)).save(folder / "images" / f"frame-{index}.png")
    Image.fromarray(mask).save(folder / "masks" / f"frame-{index}.png")


def run(folder, *arguments):
    """compare.py's exit status, its error text and its results."""
    out = folder / "comparison.json"
    text = io.StringIO()
    with contextlib.redirect_stderr(text), contextlib.redirect_stdout(io.StringIO()):
        status = compare.main([str(folder), "--out", str(out), *arguments])
    return status, text.getvalue().strip(), json.loads(out.read_text()) if status == 0 else None


def main():
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for part in ("images", "masks"):
            (folder / part).mkdir()
        status, message, _ = run(folder)
        assert status == 1 and message.count("\n") == 0 and "no images" in message, message
        for index in range(FRAMES):
            draw(folder, index)
        size = ["--crop", "32", "--width", "8", "--rate", "0.01"]
        status, message, result = run(folder, "--seeds", "0", "--epochs", str(EPOCHS), *size)
        assert status == 0, message
        again = run(folder, "--seeds", "0", "--epochs", str(EPOCHS), "--losses", "dice", *size)[2]
        (folder / "masks" / "frame-0.png").unlink()
        status, message, _ = run(folder)
        assert status == 1 and message.count("\n") == 0 and "no mask" in message, message

    runs = {run["loss"]: run for run in result["runs"]}
    assert list(runs) == list(compare.LOSSES)
    assert again["runs"][0] == runs["dice"], "the same seed gave another result"
    foreground = {name: run["plain"]["pooled"]["foreground iou"] for name, run in runs.items()}
    shifted = {name: run["shifted"]["pooled"]["foreground iou"] for name, run in runs.items()}
    for run_ in runs.values():
        for kind in ("pooled", "per image"):
            assert len(run_["plain"][kind]["iou"]) == 3
            assert 0 <= run_["plain"][kind]["mean iou"] <= 1
    numbers = {"frames": FRAMES, "side": SIDE, "epochs": EPOCHS, "runs": len(runs)}
    print(json.dumps(numbers | {"torch": torch.__version__, "foreground": foreground, "shifted": shifted}))


if __name__ == "__main__":
    main()
