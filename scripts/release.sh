#!/bin/sh
# Makes a release on GitHub out of dist/, for the tag that started the run; what is new comes from CHANGELOG.md.
set -eu
tag=${GITHUB_REF_NAME:?"is missing: push a tag such as v1.2.0, and GitHub makes the release"}
notes=$(mktemp)
# The part of the list of changes under `## 1.2.0`, up to the next such heading.
awk -v wanted="${tag#v}" '/^## /{on = ($2 == wanted); next} on' CHANGELOG.md >"$notes"
[ -s "$notes" ] || echo "See CHANGELOG.md for what is new." >"$notes"
if gh release view "$tag" >/dev/null 2>&1; then # made in the browser, together with its tag: its words stay
  gh release upload "$tag" dist/* --clobber
else
  gh release create "$tag" dist/* --verify-tag --title "$tag" --notes-file "$notes"
fi
rm -f "$notes"
