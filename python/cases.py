"""Seeded random cases, the same for every library: logits and a target, channel-first, as plain NumPy arrays.

A case is named by its kind. Logits have three decimals and probabilities are sixty-fourths, so that the
text of a fixture is the number that was run.
"""

import zlib

import numpy as np

KINDS = ["plain", "batch", "absent", "wide", "saturated", "volume", "ignored"]


def kinds_of(spelling):
    """The kinds that this spelling supports; what a library cannot take is said in its YAML file."""
    for kind in KINDS:
        if kind == "ignored" and "ignores" not in spelling:
            continue
        if kind == "volume" and spelling.get("dimensions") == 2:
            continue
        if kind == "wide" and "channels" in spelling:
            continue
        if kind not in spelling.get("without", []):
            yield kind


def make(library_id, spelling, kind, seed):
    name = f"{library_id}/{spelling['id']}/{kind}"
    random = np.random.Generator(np.random.PCG64([seed, zlib.crc32(name.encode())]))
    task = spelling["task"]
    batch = 1 if kind in ("plain", "wide") else 2
    size = (2, 3, 2) if kind == "volume" else (3, 4)
    channels = spelling.get("channels", 1 if task == "binary" else {"wide": 5, "plain": 3}.get(kind, 3))
    logits = random.normal(0, 2, (batch, channels, *size))
    if kind == "saturated":
        far = random.random(logits.shape) < 0.4
        logits = np.where(far, np.sign(logits) * random.uniform(25, 45, logits.shape), logits)
    scores = np.round(logits, 3)
    if spelling.get("input") == "probabilities":
        scores = _probabilities(logits, task)
    target = _target(random, task, kind, batch, channels, size)
    if kind == "ignored":
        unknown = random.random((batch, *size)) < 0.3
        unknown.reshape(batch, -1)[:, 0] = True
        unknown = unknown if task == "multi-class" else np.broadcast_to(unknown[:, None], target.shape)
        target = np.where(unknown, spelling["ignores"], target)
    return {"name": name, "kind": kind, "scores": scores, "target": target}


def _target(random, task, kind, batch, channels, size):
    if task == "multi-class":
        labels = random.integers(0, channels, (batch, *size))
        flat = labels.reshape(batch, -1)
        flat[:, :channels] = np.arange(channels)
        if kind == "batch":  # the last class is in the first image only
            flat[1] = np.where(flat[1] == channels - 1, 0, flat[1])
        if kind == "absent":  # the last class is nowhere
            flat[:] = np.where(flat == channels - 1, 0, flat)
        return labels
    if task == "soft":
        share = random.dirichlet(np.full(channels, 0.6), (batch, *size))
        return np.moveaxis(_tidy(share), -1, 1)
    mask = (random.random((batch, channels, *size)) < 0.35).astype(float)
    mask.reshape(batch, channels, -1)[:, :, 0] = 1
    if kind == "batch":  # one empty image beside a filled one
        mask[1, -1] = 0
    if kind == "absent":
        mask[:, -1] = 0
    return mask


def _probabilities(logits, task):
    if task in ("binary", "multi-label"):
        return np.round(1 / (1 + np.exp(-logits)), 3)
    powers = np.exp(logits - logits.max(1, keepdims=True))
    return np.moveaxis(_tidy(np.moveaxis(powers / powers.sum(1, keepdims=True), 1, -1)), -1, 1)


def _tidy(share):
    """Rounds to sixty-fourths that still sum to one, so that every precision holds the target exactly."""
    parts = np.floor(share * 64)
    parts[..., 0] += 64 - parts.sum(-1)
    return parts / 64
