#!/bin/sh
# Writes every list of requirements anew, with hashes and for every platform, without the address of an index.
set -eu
lock() {
  uv pip compile --quiet --universal --upgrade --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-annotate --no-header pyproject.toml "$@"
}
command -v uv >/dev/null 2>&1 || { echo "uv is missing. Install it first: pip install uv" >&2; exit 1; }
lock --extra mkdocs --output-file requirements.txt
lock --extra mkdocs --extra dev --output-file requirements-dev.txt
# The same versions of what all three share, so that a difference comes from the program. Material asks for MkDocs;
# ProperDocs stands in for it, and the proof is better when MkDocs is not there.
lock --extra properdocs --constraint requirements.txt --output-file requirements-properdocs.txt \
  --no-emit-package mkdocs --no-emit-package mkdocs-get-deps
lock --extra zensical --constraint requirements.txt --output-file requirements-zensical.txt
