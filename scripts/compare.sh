#!/bin/sh
# Says what a change does to each page. BASE is what to compare with: by default the commit before the last one, which
# for a pull request on GitHub is the branch it goes to. On GitHub the table goes to the summary of the run.
set -eu
base=${BASE:-HEAD~1} old=.build/compare
git rev-parse --verify --quiet "$base^{commit}" >/dev/null || {
  echo "There is no earlier version called $base here, so there is nothing to compare with."
  exit 0
}
rm -rf "$old"
mkdir -p "$old"
git archive "$base" docs mkdocs.yml overrides scripts/guide | tar -xf - -C "$old"
# What cannot be built has no weight; the rest of the table is still true.
.venv/bin/guide --root "$old" build >/dev/null 2>&1 || true
.venv/bin/guide build >/dev/null 2>&1 || rm -rf site
.venv/bin/guide compare "$old" . >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
