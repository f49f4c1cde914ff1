"""Reads content/libraries and runs what stands there: each call gives the loss and its gradient."""

import contextlib
import io
import os
import pathlib
import warnings

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("JAX_ENABLE_X64", "1")
os.environ.setdefault("JAX_PLATFORMS", "cpu")

import keras
import numpy as np
import torch
import yaml

import mmseg_losses

CONTENT = pathlib.Path(__file__).parent.parent / "content" / "libraries"
torch.set_num_threads(1)
warnings.filterwarnings("ignore")


def libraries():
    """Every library that was run, by id; those that were only read have nothing to execute."""
    for path in sorted(CONTENT.glob("*.yaml")):
        library = yaml.safe_load(path.read_text())
        if library["status"] == "run":
            yield path.stem, library


def run(library, spelling, case):
    """The value and the gradient with respect to the input, as float64 NumPy in channel-first order."""
    precision = spelling.get("precision", "float64")
    keras.config.set_floatx(precision)
    last = library["layout"] == "channels-last"
    scores = np.moveaxis(case["scores"], 1, -1) if last else case["scores"]
    target = case["target"]
    if last and spelling["task"] != "multi-class":
        target = np.moveaxis(target, 1, -1)
    runner = _run_jax if library["backend"] == "jax" else _run_torch
    value, gradient = runner(spelling, scores, target, precision)
    return value, np.moveaxis(gradient, -1, 1) if last else gradient


def _run_torch(spelling, scores, target, precision):
    dtype = getattr(torch, precision)
    scores = torch.tensor(scores, dtype=dtype, requires_grad=True)
    whole = np.issubdtype(target.dtype, np.integer)
    target = torch.tensor(target, dtype=torch.int64 if whole else dtype)
    loss = execute(spelling["call"], {spelling.get("input", "logits"): scores, "target": target})["loss"]
    loss.backward()
    return float(loss.detach()), scores.grad.double().numpy()


def _run_jax(spelling, scores, target, precision):
    import jax

    def loss(scores):
        names = {spelling.get("input", "logits"): scores, "target": jax.numpy.asarray(target)}
        return execute(spelling["call"], names)["loss"]

    value, gradient = jax.value_and_grad(loss)(jax.numpy.asarray(scores, dtype=precision))
    return float(value), np.asarray(gradient, dtype=np.float64)


def execute(call, names):
    """Runs a snippet with the given names and returns all names that it leaves."""
    mmseg_losses.make_importable()
    names = dict(names)
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(call, "<call>", "exec"), names)
    return names
