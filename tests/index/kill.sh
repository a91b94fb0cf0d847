#!/usr/bin/env bash
# Kills "index build" and "index update" at random moments: kill.sh MIZAN MAKE_ARTICLES HOW_OFTEN. After each a check with
# whatever index is left prints what a check without one does, and is never told of damage.
set -euo pipefail
mizan=$1 make=$2 times=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'echo "failed at line $LINENO: $BASH_COMMAND"' ERR
cd "$scratch"
mkdir corpus
"$make" 640 >all
head -n 600 all >first
{ head -n 300 all; sed -n '330,620p' all | sed 's/ 1\([0-9]\)/ 3\1/2'; } >second
sed -n '621,623p' all >new.jsonl
check() { "$mizan" check new.jsonl --corpus corpus --all -f jsonl "$@"; }
for state in first second; do
  cp "$state" corpus/articles.jsonl
  check --no-index >"$state.expected" || true
  [ -s "$state.expected" ] || { echo "nothing was found to compare"; exit 1; }
done
RANDOM=7
killed=0
state=first
for ((i = 0; i < times; ++i)); do
  if [ $((i % 2)) = 0 ]; then
    if [ $state = first ]; then state=second; else state=first; fi
    cp $state corpus/articles.jsonl
  fi
  if [ $((i % 3)) = 0 ]; then command=build; else command=update; fi
  if [ $((RANDOM % 8)) = 0 ]; then rm -rf corpus/.mizan; fi
  "$mizan" index $command corpus >out 2>&1 &
  job=$!
  sleep "0.$(printf '%03d' $((RANDOM % 500)))"
  if kill -9 $job 2>/dev/null; then killed=$((killed + 1)); fi
  wait $job 2>/dev/null || true
  check >now 2>notes || true
  if ! cmp -s now $state.expected || grep -q damaged notes out; then
    echo "after kill $i of index $command:"
    cat notes out
    diff now $state.expected | head
    exit 1
  fi
done
"$mizan" index update corpus >out
check >now 2>notes || true
cmp now $state.expected
[ ! -s notes ] || { cat notes; exit 1; }
echo "$killed of $times killed while they ran; every check after printed what a fresh one does"
[ $((killed * 4)) -ge "$times" ]
