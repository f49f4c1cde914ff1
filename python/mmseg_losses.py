"""Makes `mmseg.models.losses` importable from the wheel alone.

mmsegmentation's other models need operators that mmcv compiles against one exact PyTorch; its losses are
plain Python. An empty `mmseg.models` keeps the rest from loading, and the one operator that the focal loss
names is left undefined: it runs on CUDA only.
"""

import importlib.util
import pathlib
import sys
import types


def make_importable():
    if "mmcv.ops" in sys.modules:
        return
    operators = types.ModuleType("mmcv.ops")
    operators.sigmoid_focal_loss = None
    sys.modules["mmcv.ops"] = operators
    models = types.ModuleType("mmseg.models")
    models.__path__ = [str(pathlib.Path(importlib.util.find_spec("mmseg").origin).parent / "models")]
    sys.modules["mmseg.models"] = models
