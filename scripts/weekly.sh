#!/bin/sh
# Looks at outside links and at overdue reviews, and keeps one issue up to date with what is to mend.
# Ends with 0 when nothing is to mend (what is only unknown calls nobody), with 1 when something is, with 2 when the
# look itself failed. Without `gh` or its token it only prints the text.
set -eu
title="Weekly look: links and reviews" work=.build/weekly
rm -rf "$work"
mkdir -p "$work"

# look NAME COMMAND...: what it finds is kept; 2 means that it could not look, for instance without a network.
look() {
  name=$1
  shift
  status=0
  "$@" --format json >"$work/$name.json" || status=$?
  [ "$status" -lt 2 ] || exit 2
}
look links .venv/bin/guide links-external
look reviews .venv/bin/guide check --scheduled

status=0
.venv/bin/python -m guide.weekly "$work/links.json" "$work/reviews.json" >"$work/issue.md" || status=$?
[ "$status" -lt 2 ] || exit 2
cat "$work/issue.md" >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
[ -n "${GH_TOKEN:-}" ] || exit "$status"

# The issue is known by its title and by who opened it. (`--app` is not used: gh was seen to find nothing with it.)
number=$(gh issue list --state open --limit 1000 --json number,title,author \
  --jq "[.[] | select(.title == \"$title\" and (.author.login | contains(\"github-actions\")))][0].number // empty") || {
  echo "::warning::This repository has its issues turned off, so the text stands in the summary only."
  exit "$status"
}
case $status$number in
  0) ;;
  0*) gh issue close "$number" --comment "Nothing is to mend this week." ;;
  1) gh issue create --title "$title" --body-file "$work/issue.md" ;;
  1*) gh issue edit "$number" --body-file "$work/issue.md" ;;
esac
exit "$status"
