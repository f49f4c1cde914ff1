"""Value and gradient of each loss as the libraries themselves give it, PyTorch on one thread: times as JSON.

usage: torch-losses.py FOLDER SIDE SECONDS RUNS, with logits.f32 (3, side, side) and labels.u8 in the folder.
"""

import json
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from monai.losses import DiceLoss, GeneralizedDiceLoss, TverskyLoss
from segmentation_models_pytorch.losses import LovaszLoss

folder, side, seconds, least = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
torch.set_num_threads(1)
logits = torch.from_numpy(np.fromfile(f"{folder}/logits.f32", np.float32).reshape(1, 3, side, side))
labels = torch.from_numpy(np.fromfile(f"{folder}/labels.u8", np.uint8).astype(np.int64).reshape(1, side, side))
logits.requires_grad_()
smooth = {"smooth_nr": 0.0, "smooth_dr": 1e-12}
monai = {"softmax": True, "to_onehot_y": True, "batch": True, **smooth}
dice, tversky = DiceLoss(**monai), TverskyLoss(**monai)
per_class = TverskyLoss(reduction="none", **monai)
generalised, lovasz = GeneralizedDiceLoss(**monai), LovaszLoss("multiclass", from_logits=True)


def focal(z, y):
    log_p = F.log_softmax(z, 1).gather(1, y[:, None])
    return -((1 - log_p.exp()).square() * log_p).mean()


losses = {
    "soft-cross-entropy": ("torch", F.cross_entropy),
    "focal": ("torch, by hand", focal),
    "dice": ("MONAI", lambda z, y: dice(z, y[:, None])),
    "tversky": ("MONAI", lambda z, y: tversky(z, y[:, None])),
    "focal-tversky": ("MONAI", lambda z, y: (per_class(z, y[:, None]) ** 0.75).sum()),
    "generalised-dice": ("MONAI", lambda z, y: generalised(z, y[:, None])),
    "lovasz-softmax": ("SMP", lovasz),
}


def run(loss):
    logits.grad = None
    value = loss(logits, labels)
    value.backward()
    return value.item()


rows = {}
for name, (library, loss) in losses.items():
    value, times = run(loss), []
    end = time.perf_counter() + seconds
    while len(times) < least or (time.perf_counter() < end and len(times) < 1000):
        start = time.perf_counter()
        run(loss)
        times.append(1000 * (time.perf_counter() - start))
    times.sort()
    rows[name] = {
        "library": library,
        "value": value,
        "best": float(f"{times[0]:.3g}"),
        "median": float(f"{times[len(times) // 2]:.3g}"),
        "runs": len(times),
    }
print(json.dumps({"torch": torch.__version__, "rows": rows}))
