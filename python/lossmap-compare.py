#!/usr/bin/env python3
"""Start your own comparison: trains segmentation losses under one protocol on your own images and masks.

    python lossmap-compare.py FOLDER                          all seven losses, three seeds
    python lossmap-compare.py FOLDER --losses dice tversky    some of them
    python lossmap-compare.py FOLDER --seeds 0 --epochs 5     a quick look

FOLDER holds images/ and masks/ with the same file names. A mask is a picture of class numbers: 0 is
background, 1, 2, ... are the classes, 255 is unknown. Images have 8 or 16 bits. Every loss starts from the
same weights, sees the same crops in the same order and takes the same steps; only the loss differs. Needs
Python 3.10 or newer, torch, numpy and Pillow.

What it prints, on images that no training step saw: intersection over union, F1, precision and recall of
each class, the mean over classes and the mean weighted by class frequency, from counts pooled over all
images and as the average over images; and the same once more after one threshold, chosen on the validation
images, was shifted: what can be had from moving a threshold needs no other loss. Each number is a mean over
the seeds, with the standard deviation over them behind ±; (2/3) behind it says that under one seed of three
it was 0/0 and does not count. comparison.json holds every seed on its own and grows with every finished run.
Losses differ in how fast they learn: raise --epochs until each has stopped falling before you compare.
"""

import argparse
import json
import pathlib
import sys
import time

NAME = "lossmap-compare.py"
UNKNOWN = 255
FEW_STEPS = 500

try:
    import numpy as np
    import torch
    import torch.nn.functional as F
    from PIL import Image
except ModuleNotFoundError as missing:
    sys.exit(f"{NAME}: no module {missing.name}; python -m pip install torch numpy pillow")

# --- The losses. logits (B, C, ...), target (B, ...) with class numbers; 0 is background. ---


def soft_cross_entropy(logits, target):
    return F.cross_entropy(logits, target)


def dice_loss(logits, target, smooth=1e-5):
    """logits (B, C, H, W), target (B, H, W) with 0 for background."""
    probabilities = logits.softmax(dim=1)[:, 1:].flatten(2)
    truth = F.one_hot(target, logits.shape[1]).movedim(-1, 1)[:, 1:].flatten(2)
    overlap = (probabilities * truth).sum(-1)
    size = probabilities.sum(-1) + truth.sum(-1)
    return (1 - (2 * overlap + smooth) / (size + smooth)).mean()


def generalised_dice_loss(logits, target):
    """logits (B, C, H, W), target (B, H, W); weights and counts over the whole batch."""
    probabilities = logits.softmax(dim=1).movedim(1, -1).flatten(0, -2)
    truth = F.one_hot(target, logits.shape[1]).flatten(0, -2).to(logits.dtype)
    volume = truth.sum(0)
    weight = torch.where(volume > 0, 1 / volume.clamp(min=1).square(), 0)
    overlap = (weight * (probabilities * truth).sum(0)).sum()
    size = (weight * (probabilities.sum(0) + volume)).sum()
    return 1 - 2 * overlap / size


def focal_loss(logits, target, gamma=2.0):
    """logits (B, C, H, W), target (B, H, W); cross-entropy at gamma = 0."""
    log_p = F.log_softmax(logits, dim=1)
    true = F.one_hot(target, logits.shape[1]).movedim(-1, 1).bool()
    log_true = log_p.masked_fill(~true, 0).sum(1)
    log_rest = log_p.masked_fill(true, float("-inf")).logsumexp(1)
    return -(torch.exp(gamma * log_rest) * log_true).mean()


def lovasz_softmax_loss(logits, target):
    """logits (B, C, H, W), target (B, H, W)."""
    probabilities = logits.softmax(dim=1).movedim(1, -1).flatten(0, -2)
    labels = target.flatten()
    losses = []
    for c in labels.unique():
        truth = (labels == c).to(logits.dtype)
        errors, order = (truth - probabilities[:, c]).abs().sort(descending=True, stable=True)
        truth = truth[order]
        intersection = truth.sum() - truth.cumsum(0)
        union = truth.sum() + (1 - truth).cumsum(0)
        jaccard = 1 - intersection / union
        steps = torch.cat([jaccard[:1], jaccard.diff()])
        losses.append(torch.dot(errors, steps))
    return torch.stack(losses).mean()


def tversky_loss(logits, target, false_positive=0.3, false_negative=0.7):
    """logits (B, C, H, W), target (B, H, W) with 0 for background."""
    probabilities = logits.softmax(dim=1).movedim(1, -1).flatten(0, -2)[:, 1:]
    truth = F.one_hot(target, logits.shape[1]).flatten(0, -2)[:, 1:]
    tp = (probabilities * truth).sum(0)
    fp = (probabilities * (1 - truth)).sum(0)
    fn = ((1 - probabilities) * truth).sum(0)
    size = tp + false_positive * fp + false_negative * fn
    return (1 - tp / size.clamp(min=1e-7)).mean()


def focal_tversky_loss(
    logits, target, false_positive=0.3, false_negative=0.7, gamma=4 / 3
):
    """logits (B, C, H, W), target (B, H, W); the exponent is 1/gamma, as the paper writes it."""
    probabilities = logits.softmax(dim=1).movedim(1, -1).flatten(0, -2)
    truth = F.one_hot(target, logits.shape[1]).flatten(0, -2)
    tp = (probabilities * truth).sum(0)
    fp = (probabilities * (1 - truth)).sum(0)
    fn = ((1 - probabilities) * truth).sum(0)
    size = tp + false_positive * fp + false_negative * fn
    index = tp / size.clamp(min=1e-7)
    return ((1 - index).clamp(min=1e-12) ** (1 / gamma)).sum()


LOSSES = {
    "soft-cross-entropy": soft_cross_entropy,
    "dice": dice_loss,
    "generalised-dice": generalised_dice_loss,
    "focal": focal_loss,
    "lovasz-softmax": lovasz_softmax_loss,
    "tversky": tversky_loss,
    "focal-tversky": focal_tversky_loss,
}


def loss_of_known(loss, logits, target):
    """The loss over all known pixels of the batch as one long image; unknown ones have no say anywhere."""
    known = target != UNKNOWN
    if not known.any():
        return logits.sum() * 0
    return loss(logits.movedim(1, -1)[known].T[None], target[known][None])


# --- The data. ---


class Unusable(Exception):
    """The folder or the settings cannot be used; the text says why and what to do."""


def read_folder(folder):
    """A list of (name, image as (3, H, W), mask as (H, W)); of 8 bits as they are, for memory's sake."""
    pictures, masks = (_files(folder / part) for part in ("images", "masks"))
    if not pictures:
        raise Unusable(f"{folder / 'images'}: no images; put them there and their masks into masks/")
    for name, path in pictures.items():
        if name not in masks:
            raise Unusable(f"{path}: no mask; put one of the same name into {folder / 'masks'}")
    pairs = []
    for name, path in pictures.items():
        image, mask = _image(path), _mask(masks[name])
        if mask.shape != image.shape[1:]:
            sizes = f"{tuple(mask.shape)} pixels for an image of {tuple(image.shape[1:])}"
            raise Unusable(f"{masks[name]}: {sizes}; make them equal")
        pairs.append((name, image, mask))
    return pairs


def _files(folder):
    files = {}
    for path in sorted(folder.glob("*")):
        if path.name.startswith("."):
            continue
        if path.stem in files:
            raise Unusable(f"{path}: {files[path.stem].name} has the same name; keep one of them")
        files[path.stem] = path
    return files


def _read(path):
    try:
        picture = Image.open(path)
        picture.load()
        return picture
    except OSError as error:
        raise Unusable(f"{path}: not a readable picture ({error}); replace or remove it") from None


def _image(path):
    picture = _read(path)
    if picture.mode[0] not in "IF":
        return torch.tensor(np.asarray(picture.convert("RGB"))).movedim(-1, 0)
    # Pillow would cut 16 bits off at 255, and the network would see a white sheet.
    grey = np.asarray(picture).astype(np.float32)
    if picture.mode == "F" or grey.min() < 0 or grey.max() > 65535:
        raise Unusable(f"{path}: neither 8 nor 16 bits a pixel; save it with one of them")
    return torch.tensor(grey / 65535).expand(3, -1, -1)


def _mask(path):
    labels = np.asarray(_read(path))
    if labels.ndim != 2:
        raise Unusable(f"{path}: a colour picture; a mask has one channel, of class numbers")
    if (labels != labels.astype(np.uint8)).any():
        raise Unusable(f"{path}: not whole numbers from 0 to 255; a mask holds class numbers")
    return torch.tensor(labels.astype(np.uint8))


def _batch(images, device):
    """Images with values in 0..1, where they are needed."""
    return torch.stack([one / 255 if one.dtype == torch.uint8 else one for one in images]).to(device)


def classes_in(pairs):
    classes = 0
    for name, _, mask in pairs:
        known = mask[mask != UNKNOWN]
        classes = max(classes, int(known.max()) + 1 if known.numel() else 0)
        if classes > 64:
            found = f"mask of {name}: class number {classes - 1}"
            raise Unusable(f"{found}; number the classes 0, 1, 2 … and store masks without loss, as PNG")
    if classes < 2:
        raise Unusable("masks: only 0 (background) and 255 (unknown); is 255 your foreground, save it as 1")
    return classes


def split(pairs, seed):
    """Half for training, a quarter to choose the threshold, a quarter to report on; alike for all losses."""
    if len(pairs) < 4:
        raise Unusable(f"{len(pairs)} images; to train, to choose a threshold and to test takes at least 4")
    order = np.random.default_rng(seed).permutation(len(pairs))
    quarter = max(1, len(pairs) // 4)
    parts = order[2 * quarter :], order[:quarter], order[quarter : 2 * quarter]
    return [[pairs[i] for i in sorted(part)] for part in parts]


def crop(pair, size, random):
    """A random square, padded with unknown pixels where the image is smaller."""
    _, image, mask = pair
    height, width = mask.shape
    top, left = (int(random.integers(0, max(1, side - size + 1))) for side in (height, width))
    image, mask = image[:, top : top + size, left : left + size], mask[top : top + size, left : left + size]
    pad = (0, size - mask.shape[1], 0, size - mask.shape[0])
    return F.pad(image, pad), F.pad(mask, pad, value=UNKNOWN)


# --- The network, one small U-Net for all. ---


class Net(torch.nn.Module):
    def __init__(self, classes, width, levels=3):
        super().__init__()
        sizes = [width * 2**level for level in range(levels)]
        self.down = torch.nn.ModuleList(_block(a, b) for a, b in zip([3, *sizes], sizes))
        self.up = torch.nn.ModuleList(_block(a + b, b) for a, b in zip(sizes[:0:-1], sizes[-2::-1]))
        self.head = torch.nn.Conv2d(width, classes, 1)

    def forward(self, x):
        kept = []
        for level, block in enumerate(self.down):
            x = block(F.max_pool2d(x, 2, ceil_mode=True) if level else x)
            kept.append(x)
        for block, beside in zip(self.up, kept[-2::-1]):
            x = block(torch.cat([F.interpolate(x, size=beside.shape[2:]), beside], dim=1))
        return self.head(x)


def _block(inside, outside):
    layers = []
    for a, b in ((inside, outside), (outside, outside)):
        norm = torch.nn.GroupNorm(min(4, b), b)
        layers += [torch.nn.Conv2d(a, b, 3, padding=1), norm, torch.nn.ReLU()]
    return torch.nn.Sequential(*layers)


def steps_of(pairs, options):
    """The steps of one epoch."""
    return max(1, len(pairs) // options.batch)


def train(name, pairs, classes, seed, options):
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    net = Net(classes, options.width).to(options.device)
    optimiser = torch.optim.Adam(net.parameters(), lr=options.rate)
    steps = steps_of(pairs, options)
    for epoch in range(options.epochs):
        total = 0.0
        for _ in range(steps):
            chosen = random.choice(len(pairs), options.batch)
            images, masks = zip(*(crop(pairs[i], options.crop, random) for i in chosen))
            masks = torch.stack(masks).long().to(options.device)
            loss = loss_of_known(LOSSES[name], net(_batch(images, options.device)), masks)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += float(loss.detach())
        if not np.isfinite(total):
            where = f"{name}, seed {seed}, epoch {epoch + 1}"
            raise Unusable(f"{where}: the loss is no number; try a smaller --rate, or leave this loss out")
        say(f"{name:20} seed {seed}  epoch {epoch + 1}/{options.epochs}  loss {total / steps:.4f}")
    return net


# --- The report. ---


def confusions(net, pairs, classes, shifts, device):
    """A matrix for each shift of the background's score and each image, true classes by predicted ones."""
    net.eval()
    matrices = []
    with torch.no_grad():
        for _, image, mask in pairs:
            logits = net(_batch([image], device))[0].cpu()
            known = mask != UNKNOWN
            true = mask[known].long() * classes
            moved = (torch.cat([logits[:1] - shift, logits[1:]]).argmax(0)[known] for shift in shifts)
            matrices.append(torch.stack([torch.bincount(true + m, minlength=classes**2) for m in moved]))
    return torch.stack(matrices, dim=1).reshape(len(shifts), len(pairs), classes, classes).double()


def measures(matrix):
    """Each class's scores; None where a class is neither there nor predicted, and no mean counts it."""
    tp = matrix.diagonal()
    fp, fn = matrix.sum(0) - tp, matrix.sum(1) - tp
    ratio = {"iou": tp / (tp + fp + fn), "f1": 2 * tp / (2 * tp + fp + fn)}
    ratio |= {"precision": tp / (tp + fp), "recall": tp / (tp + fn)}
    share = matrix.sum(1) / matrix.sum()
    iou = ratio["iou"].nan_to_num(0)
    means = {"mean iou": ratio["iou"].nanmean(), "foreground iou": ratio["iou"][1:].nanmean()}
    means["frequency-weighted iou"] = (share * iou).sum()
    return {name: _plain(value) for name, value in (ratio | means).items()}


def _plain(value):
    rounded = [None if x != x else round(x, 6) for x in value.reshape(-1).tolist()]
    return rounded if value.ndim else rounded[0]


def average(each):
    """The average over images of every measure; an image without a class has no say about it."""
    result = {}
    for name in each[0]:
        table = np.array([m[name] for m in each], dtype=float).reshape(len(each), -1)
        seen = [column[~np.isnan(column)] for column in table.T]
        means = [round(float(column.mean()), 6) if column.size else None for column in seen]
        result[name] = means if isinstance(each[0][name], list) else means[0]
    return result


def report(matrices):
    return {"pooled": measures(matrices.sum(0)), "per image": average([measures(m) for m in matrices])}


def best_shift(net, pairs, classes, device):
    """The shift with the best foreground IoU on the validation images; 0 where none is better."""
    shifts = [float(shift) for shift in sorted(np.arange(-6, 6.01, 0.25), key=abs)]
    pooled = confusions(net, pairs, classes, shifts, device).sum(1)
    return shifts[int(np.argmax([measures(matrix)["foreground iou"] or 0 for matrix in pooled]))]


def compare(options):
    """Trains and reports run by run; the results so far are written after each."""
    usable(options)
    pairs = read_folder(options.folder)
    classes = classes_in(pairs)
    paths = {"folder": str(options.folder), "out": str(options.out)}
    head = {"torch": torch.__version__, "classes": classes, "images": len(pairs)}
    result = head | {"settings": vars(options) | paths, "runs": []}
    for seed in options.seeds:
        training, validation, test = split(pairs, seed)
        if not result["runs"]:
            steps = steps_of(training, options) * options.epochs
            say(f"{len(training)} images to train on, {steps} steps a run")
            if steps < FEW_STEPS:
                say(f"fewer than {FEW_STEPS} steps teach a network little: raise --epochs before you compare")
        for name in options.losses:
            net = train(name, training, classes, seed, options)
            shift = best_shift(net, validation, classes, options.device)
            matrices = confusions(net, test, classes, [0.0, shift], options.device)
            plain, shifted = (report(one) for one in matrices)
            run = {"loss": name, "seed": seed, "plain": plain, "shift": shift, "shifted": shifted}
            result["runs"].append(run)
            options.out.write_text(json.dumps(result, indent=1) + "\n")
    return result


def usable(options):
    """What would fail only after hours is tried first."""
    try:
        torch.zeros(1, device=options.device)
    except (RuntimeError, AssertionError) as error:
        reason = str(error).splitlines()[0]
        raise Unusable(f"--device {options.device}: {reason}; --device cpu always works") from None
    if options.out.is_dir() or not options.out.parent.is_dir():
        raise Unusable(f"--out {options.out}: no file can be written there; name one in an existing folder")


SCORES = ["iou", "f1", "precision", "recall"]
MEANS = ["mean iou", "foreground iou", "frequency-weighted iou"]
THRESHOLDS = {"plain": "threshold as trained", "shifted": "threshold shifted on the validation images"}
COUNTS = {"pooled": "counts pooled over all test images", "per image": "average over the test images"}


def tables(result):
    """Every class and mean under either threshold and either way to average, then the means of all losses."""
    runs = {}
    for run in result["runs"]:
        runs.setdefault(run["loss"], []).append(run)
    seeds = len(next(iter(runs.values())))
    said = f"mean ± standard deviation over {seeds} seeds" if seeds > 1 else "one seed, so no spread"
    blocks = []
    for threshold, words in THRESHOLDS.items():
        for counts, ways in COUNTS.items():
            lines = [f"{words}, {ways} ({said})", _line("loss", "class", SCORES)]
            for c, name in ((c, name) for c in range(result["classes"]) for name in runs):
                reports = [run[threshold][counts] for run in runs[name]]
                cells = [_mean([one[score][c] for one in reports]) for score in SCORES]
                lines.append(_line(name, c or "0 background", cells))
            blocks.append("\n".join(lines))
    for threshold, words in THRESHOLDS.items():
        lines = [f"all losses, {words} ({said})", _line("loss", "", MEANS)]
        for name, own in runs.items():
            for counts in COUNTS:
                columns = [[run[threshold][counts][mean] for run in own] for mean in MEANS]
                lines.append(_line(name, counts, [_mean(column) for column in columns]))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _line(first, second, cells):
    return f"{first:20}{second!s:13}" + "".join(f"{cell:>23}" for cell in cells)


def _mean(column):
    """A score of 0/0, as of a class neither there nor predicted, is left out: (1/2) is one seed's of two."""
    seen = [value for value in column if value is not None]
    if not seen:
        return "undefined"
    spread = f" ± {np.std(seen, ddof=1):.4f}" if len(seen) > 1 else ""
    some = f" ({len(seen)}/{len(column)})" if len(seen) < len(column) else ""
    return f"{np.mean(seen):.4f}{spread}{some}"


def say(text):
    print(text, file=sys.stderr, flush=True)


def arguments(argv):
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog=NAME, description=__doc__, formatter_class=form)
    add, path = parser.add_argument, pathlib.Path
    add("folder", type=path, help="holds images/ and masks/")
    add("--losses", nargs="+", choices=LOSSES, default=list(LOSSES), metavar="LOSS", help=", ".join(LOSSES))
    add("--seeds", nargs="+", type=_seed, default=[0, 1, 2], help="one run a seed (0 1 2)")
    add("--epochs", type=_count, default=30, help="passes over the training images (%(default)s)")
    add("--batch", type=_count, default=4, help="crops a step (%(default)s)")
    add("--crop", type=_count, default=128, help="side of a crop in pixels (%(default)s)")
    add("--rate", type=float, default=1e-3, help="Adam's learning rate (%(default)s)")
    add("--width", type=_count, default=16, help="channels of the first level, divisible by 4 (%(default)s)")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    add("--device", default=device, help="where to train (%(default)s)")
    add("--out", type=path, default=path("comparison.json"), help="where results go (%(default)s)")
    options = parser.parse_args(argv)
    # A loss or a seed named twice is one run: the spread over two equal runs would be a false nought.
    options.losses, options.seeds = (list(dict.fromkeys(each)) for each in (options.losses, options.seeds))
    if options.width % 4:
        parser.error(f"--width {options.width}: not divisible by 4")
    if not options.rate > 0:
        parser.error(f"--rate {options.rate}: not above 0")
    return options


def _count(text):
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text}: not a whole number from 1 up")
    return int(text)


def _seed(text):
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text}: not a whole number from 0 up")
    return int(text)


def main(argv=None):
    options = arguments(argv)
    began = time.time()
    try:
        result = compare(options)
    except (Unusable, OSError) as error:
        say(f"{NAME}: {error}")
        return 1
    except torch.cuda.OutOfMemoryError:
        say(f"{NAME}: {options.device} is out of memory; try a smaller --crop or --batch, or --device cpu")
        return 1
    except KeyboardInterrupt:
        say(f"{NAME}: stopped; the runs that were finished stand in {options.out}")
        return 130
    print(tables(result))
    took = f"{len(result['runs'])} runs in {time.time() - began:.0f} s"
    say(f"{took}; every seed on its own stands in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
