#!/usr/bin/env bash
# What mizan prints for each set of seeds, against reports/: run.sh [--approve] MIZAN
# A set is a folder of seeds/, or seeds/ itself while the articles lie there flat. --approve writes reports/ anew.
# README.md shows what check prints about seeds/: that sample must still be true.
set -euo pipefail

approve=
if [ "${1:-}" = --approve ]; then approve=1; shift; fi
mizan=$(cd "$(dirname "${1:?the program to run}")" && pwd)/$(basename "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

unset FORCE_COLOR CLICOLOR CLICOLOR_FORCE
export COLUMNS=80 NO_COLOR=1 TERM=dumb LC_ALL=C.UTF-8
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

golden() {  # golden FILE ARG...: the output of mizan ARG... is FILE; 1 means findings, which is no failure here
  local file=$1 status=0
  shift
  "$mizan" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
  if [ "$status" -gt 1 ]; then
    echo "mizan $* ended with $status:"
    head -n 20 "$scratch/err"
    failed=1
  elif [ -n "$approve" ]; then
    mkdir -p "$(dirname "$file")"
    cp "$scratch/out" "$file"
  elif [ ! -f "$file" ]; then
    echo "$file is missing: ./dev approve writes it"
    failed=1
  elif ! diff -u --label "$file" --label "mizan $*" "$file" "$scratch/out" >"$scratch/diff"; then
    head -n 60 "$scratch/diff"
    failed=1
  fi
}

sets=()
if compgen -G 'seeds/*.*' >/dev/null; then
  sets=(seeds)
else
  for folder in seeds/*/; do sets+=("${folder%/}"); done
fi

for set in "${sets[@]}"; do
  reports=reports/$(basename "$set")
  golden "$reports/check.txt" check "$set" --all -f full
  golden "$reports/check.concise.txt" check "$set" --all -f concise
  golden "$reports/check.json" check "$set" --all -f json
  golden "$reports/check.jsonl" check "$set" --all -f jsonl
  golden "$reports/check.html" check "$set" -f html
  golden "$reports/check.sarif" check "$set" -f sarif
  golden "$reports/check.github.txt" check "$set" -f github
  golden "$reports/check.gitlab.json" check "$set" -f gitlab
  golden "$reports/check.junit.xml" check "$set" -f junit
  golden "$reports/check.rdjson" check "$set" -f rdjson
  golden "$reports/check.rdjsonl" check "$set" -f rdjsonl
  golden "$reports/show.txt" show "$set"
  golden "$reports/series.txt" series trade "$set"
  golden "$reports/series.jsonl" series "$set" -f jsonl
  golden "$reports/mentions.jsonl" extract "$set" -f jsonl
done

sample() {  # sample: the third fenced block of README.md; --approve leaves it, a person reads what the README shows
  awk '/^```/ { ++fence; next } fence == 5' README.md
}
"$mizan" check seeds >"$scratch/out" </dev/null || true
if ! diff -u --label README.md --label "mizan check seeds" <(sample) "$scratch/out"; then
  echo "README.md shows another output of check seeds: put the new one there"
  failed=1
fi

if [ "$failed" != 0 ]; then echo "if every line of the change is intended: ./dev approve, and commit reports/ with it"; fi
exit "$failed"
