#!/usr/bin/env bash
# Makes the pinned Python environment in .cache/venv once; later runs see the stamp and return at once.
# Needs Python 3.12 or newer and about 7 GB of disk: PyTorch's wheel on the package index brings its CUDA libraries.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=.cache/venv
stamp="$venv/.requirements"
pins=(python/requirements.txt python/requirements-no-deps.txt)

if [ -f "$stamp" ] && cat "${pins[@]}" | cmp -s - "$stamp"; then exit 0; fi

if [ ! -x "$venv/bin/python" ]; then
  for candidate in "${PYTHON:-python3}" python3.12 python3.13 python3.14; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
      "$candidate" -m venv "$venv"
      break
    fi
  done
  [ -x "$venv/bin/python" ] || { echo "python/setup.sh: no Python 3.12 or newer found; set PYTHON to one" >&2; exit 1; }
fi

echo "installing the pinned libraries into $venv (once; a few minutes)" >&2
"$venv/bin/python" -m pip install --disable-pip-version-check --progress-bar on -r python/requirements.txt >&2
"$venv/bin/python" -m pip install --disable-pip-version-check --no-deps -r python/requirements-no-deps.txt >&2
cat "${pins[@]}" > "$stamp"
