"""Prints golden cases as JSON lines: a header for each library, then cases with its value and gradient.

usage: python/fixtures.py [--seed N] [--library ID ...]
"""

import argparse
import hashlib
import importlib.metadata
import json
import platform
import sys

import cases
import spellings


def number(value, precision):
    """Float64 in full; a float32 result has nine digits, and more would only be noise in the file."""
    return float(value) if precision == "float64" else float(f"{value:.9g}")


def numbers(array, precision):
    return [number(value, precision) for value in array.ravel().tolist()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--library", action="append", help="an id; every library where left out")
    options = parser.parse_args()
    for library_id, library in spellings.libraries():
        if options.library and library_id not in options.library:
            continue
        installed = importlib.metadata.version(library["package"])
        if installed != library["version"]:
            sys.exit(f"content/libraries/{library_id}.yaml: {library['version']}; {installed} is installed")
        print(f"{library_id} {installed}", file=sys.stderr)
        header = {"library": library_id, "version": installed, "seed": options.seed}
        emit(header | {"python": platform.python_version()})
        for spelling in library["spellings"]:
            precision = spelling.get("precision", "float64")
            for kind in cases.kinds_of(spelling):
                case = cases.make(library_id, spelling, kind, options.seed)
                value, gradient = spellings.run(library, spelling, case)
                emit({
                    "spelling": spelling["id"],
                    "call": hashlib.sha256(spelling["call"].encode()).hexdigest()[:16],
                    "kind": kind,
                    "precision": precision,
                    "shape": list(case["scores"].shape),
                    spelling.get("input", "logits"): case["scores"].ravel().tolist(),
                    "target": case["target"].ravel().tolist(),
                    "value": number(value, precision),
                    "gradient": numbers(gradient, precision),
                })


def emit(line):
    print(json.dumps(line, allow_nan=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
