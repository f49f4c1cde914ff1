"""Runs lossmap-compare.py on a small generated data set, with two seeds, and prints what came out as JSON.

The frames are simulated: a tinted ground, two thin wandering curves, nothing of any archive.
"""

import contextlib
import importlib
import io
import json
import pathlib
import statistics
import tempfile

import numpy as np
import torch
from PIL import Image

compare = importlib.import_module("lossmap-compare")

FRAMES, SIDE, EPOCHS, SEEDS = 8, 48, 12, ["0", "1"]


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
    """The exit status, the error text, the printed tables and the results."""
    out = folder / "comparison.json"
    said, printed = io.StringIO(), io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(printed):
        status = compare.main([str(folder), "--out", str(out), *arguments])
    result = json.loads(out.read_text()) if status == 0 else None
    return status, said.getvalue().strip(), printed.getvalue(), result


def cell(values):
    """What the tables print of one score over the seeds, by the textbook's formula and not by the file's."""
    if None in values:
        seen = [value for value in values if value is not None]
        return f"{seen[0]:.4f} ({len(seen)}/{len(values)})" if len(seen) == 1 else "undefined"
    return f"{statistics.mean(values):.4f} ± {statistics.stdev(values):.4f}"


def check_tables(printed, result):
    """Every class's scores and every mean, pooled and by image, as trained and shifted, are printed."""
    assert [compare._mean(one) for one in ([None, 0.5], [None])] == ["0.5000 (1/2)", "undefined"]
    blocks = [block.split("\n") for block in printed.strip().split("\n\n")]
    assert all(f"over {len(SEEDS)} seeds" in block[0] for block in blocks), printed
    runs = {name: [run for run in result["runs"] if run["loss"] == name] for name in compare.LOSSES}
    expected = []
    for threshold in ("plain", "shifted"):
        for counts in ("pooled", "per image"):
            for c in range(3):
                for own in runs.values():
                    scores = ("iou", "f1", "precision", "recall")
                    expected.append([[run[threshold][counts][one][c] for run in own] for one in scores])
    for threshold in ("plain", "shifted"):
        for own in runs.values():
            for counts in ("pooled", "per image"):
                means = ("mean iou", "foreground iou", "frequency-weighted iou")
                expected.append([[run[threshold][counts][one] for run in own] for one in means])
    lines = [line for block in blocks for line in block[2:]]
    assert len(lines) == len(expected), (len(lines), len(expected))
    for line, columns in zip(lines, expected):
        wanted = "  ".join(cell(column) for column in columns)
        assert " ".join(line.split()).endswith(" ".join(wanted.split())), (line, wanted)
    return len(lines)


def main():
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for part in ("images", "masks"):
            (folder / part).mkdir()
        refusals = [refused(folder, "no images")]
        for index in range(FRAMES):
            draw(folder, index)
        size = ["--crop", "32", "--width", "8", "--rate", "0.01", "--epochs", str(EPOCHS)]
        status, message, printed, result = run(folder, "--seeds", *SEEDS, *size)
        assert status == 0, message
        _, _, alone, again = run(folder, "--seeds", "0", "--losses", "dice", *size)
        refusals += unusable(folder)

    pairs = [(run["loss"], run["seed"]) for run in result["runs"]]
    assert pairs == [(name, int(seed)) for seed in SEEDS for name in compare.LOSSES], pairs
    first = [run for run in result["runs"] if run["seed"] == 0]
    dice = [run for run in first if run["loss"] == "dice"]
    assert again["runs"] == dice, "the same seed gave another result"
    assert "±" not in alone and "one seed, so no spread" in alone, alone
    for own in result["runs"]:
        for counts in ("pooled", "per image"):
            assert len(own["plain"][counts]["iou"]) == 3
            assert 0 <= own["plain"][counts]["mean iou"] <= 1
    lines = check_tables(printed, result)
    numbers = {"frames": FRAMES, "side": SIDE, "epochs": EPOCHS, "losses": len(compare.LOSSES)}
    numbers |= {"seeds": len(SEEDS), "lines": lines, "refused": len(refusals), "torch": torch.__version__}
    print(json.dumps(numbers | {"foreground": means(result, "plain"), "shifted": means(result, "shifted")}))


def refused(folder, why, *arguments):
    """What cannot be used ends in one sentence, under the name that the file is downloaded by."""
    status, message, _, _ = run(folder, *arguments)
    assert status == 1 and message.count("\n") == 0 and why in message, message
    assert message.startswith(f"{pathlib.Path(compare.__file__).name}: "), message
    return why


def unusable(folder):
    """Every fault that a folder or a setting of a reader has; before each the folder is whole again."""
    image, mask = folder / "images" / "frame-0.png", folder / "masks" / "frame-0.png"
    whole = {path: path.read_bytes() for path in (image, mask)}
    labels = np.asarray(Image.open(mask))
    colours = np.stack([labels * 120] * 3, axis=-1)
    spoilt = np.where(labels, labels, 254).astype(np.uint8)
    faults = [
        ("a colour picture", mask, lambda: Image.fromarray(colours).save(mask)),
        ("make them equal", mask, lambda: Image.fromarray(labels[1:]).save(mask)),
        ("class number 254", mask, lambda: Image.fromarray(spoilt).save(mask)),
        ("not a readable picture", image, lambda: image.write_text("no picture")),
        ("the same name", image, lambda: image.with_suffix(".bmp").write_bytes(b"")),
        ("no mask", mask, mask.unlink),
    ]
    said = []
    for why, path, spoil in faults:
        spoil()
        said.append(refused(folder, why))
        image.with_suffix(".bmp").unlink(missing_ok=True)
        path.write_bytes(whole[path])
    said.append(refused(folder, "--device nowhere", "--device", "nowhere"))
    elsewhere = str(folder / "no-folder" / "comparison.json")
    said.append(refused(folder, "no file can be written", "--out", elsewhere))
    deep = Image.fromarray(np.array([[0, 65535], [32768, 13107]], dtype=np.uint16))
    deep.save(image)
    expected = torch.tensor([[0, 1], [32768 / 65535, 0.2]])
    assert torch.allclose(compare._image(image), expected.expand(3, 2, 2)), "16 bits were cut off"
    options = compare.arguments([str(folder), "--losses", "dice", "dice", "--seeds", "3", "3"])
    assert (options.losses, options.seeds) == (["dice"], [3]), "a run was counted twice"
    for name in (path.name for path in (folder / "masks").glob("*")):
        Image.fromarray(np.where(labels == 0, 0, 255).astype(np.uint8)).save(folder / "masks" / name)
    image.write_bytes(whole[image])
    return [*said, refused(folder, "is 255 your foreground, save it as 1")]


def means(result, threshold):
    """The pooled foreground score of each loss, one number a seed."""
    scores = {name: [] for name in compare.LOSSES}
    for own in result["runs"]:
        scores[own["loss"]].append(own[threshold]["pooled"]["foreground iou"])
    return scores


if __name__ == "__main__":
    main()
