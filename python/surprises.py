"""Reproduces the surprises of content/libraries; prints a JSON line for each, its numbers and whether it holds."""

import json
import math
import sys

import spellings

for library_id, library in spellings.libraries():
    print(f"{library_id}: {len(library.get('surprises', []))} surprises", file=sys.stderr)
    for surprise in library.get("surprises", []):
        names = spellings.execute(surprise["code"], {})
        holds = bool(eval(surprise["holds"], names))
        numbers = {key: value if math.isfinite(value) else None for key, value in names["numbers"].items()}
        print(json.dumps({"library": library_id, "id": surprise["id"], "holds": holds, "numbers": numbers}))
