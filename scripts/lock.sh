#!/bin/sh
# Writes both lists of requirements anew, with hashes and for every platform, without the address of an index.
set -eu
lock() {
  uv pip compile --quiet --universal --upgrade --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-annotate --no-header pyproject.toml "$@"
}
command -v uv >/dev/null 2>&1 || { echo "uv is missing. Install it first: pip install uv" >&2; exit 1; }
lock --output-file requirements.txt
lock --extra dev --output-file requirements-dev.txt
