#!/bin/sh
# Builds the same guide with MkDocs, ProperDocs and Zensical, finishes the three sites and compares their pages.
# Works on a copy: each program writes site/ (and Zensical a cache) beside mkdocs.yml, and the reader's site stays as it is.
set -eu
project=$(pwd) work=$(pwd)/.build/portable
rm -rf "$work"
mkdir -p "$work/guide"
cp -R mkdocs.yml docs overrides scripts "$work/guide"

# build PROGRAM ENVIRONMENT: the finished site is left in $work/PROGRAM. Only MkDocs and ProperDocs run the hook
# that finishes pages; finishing those once more changes nothing.
build() {
  { cd "$work/guide" && "$project/$2/bin/$1" build --strict --config-file mkdocs.yml && cd "$project" &&
    mv "$work/guide/site" "$work/$1" && "$2/bin/guide" --root "$work/guide" finish "$work/$1"; } >"$work/$1.log" 2>&1 || {
    cat "$work/$1.log" >&2
    echo "The guide could not be built with $1; the reason is above." >&2
    exit 1
  }
}

build mkdocs .venv
status=0
for program in properdocs zensical; do
  build "$program" ".venv-$program"
  .venv/bin/python -m guide.portable "$work/mkdocs" "$work/$program" "$program" || status=$?
done
exit "$status"
