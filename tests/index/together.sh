#!/usr/bin/env bash
# Many processes at one index: together.sh MIZAN MAKE_ARTICLES. Writers wait for each other, readers for nobody, and all
# print the same.
set -euo pipefail
mizan=$1 make=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'echo "failed at line $LINENO: $BASH_COMMAND"' ERR
cd "$scratch"
mkdir corpus
"$make" 600 >corpus/articles.jsonl
"$make" 603 600 >new.jsonl
check() { "$mizan" check new.jsonl --corpus corpus --all -f jsonl "$@"; }
check --no-index >expected || true
[ -s expected ]
"$mizan" index build corpus >/dev/null
jobs=()
for i in 1 2 3 4; do
  "$mizan" index $([ $((i % 2)) = 0 ] && echo build || echo update) corpus >w$i 2>&1 &
  jobs+=($!)
  (check >r$i 2>n$i || true) &
  jobs+=($!)
done
for job in "${jobs[@]}"; do wait "$job"; done
for i in 1 2 3 4; do
  cmp r$i expected
  ! grep -q damaged n$i || { cat n$i; exit 1; }
done
"$mizan" index status corpus | grep -q 'up to date'

# a damaged one is told of, not used, and built anew
printf 'not a database, though it was one' >corpus/.mizan/index.db
check >now 2>notes || true
cmp now expected
grep -q 'damaged' notes
"$mizan" index update corpus >out 2>&1
grep -q 'built anew' out
check >now 2>notes || true
cmp now expected
[ ! -s notes ] || { cat notes; exit 1; }

# one of other rules is told of, and built anew
mkdir -p rules/facts
"$mizan" rules new my.exports --rules rules --lang en >/dev/null
check --rules rules >now 2>notes || true
grep -q 'other rules' notes
"$mizan" index update corpus --rules rules >out 2>&1
grep -q 'built anew' out
[ -z "$(check --rules rules 2>&1 >/dev/null)" ]

# it keeps itself out of a repository
[ "$(cat corpus/.mizan/.gitignore)" = '*' ]

# one thread or many, cold or warm, the whole corpus too
"$mizan" index build corpus >/dev/null 2>&1
for threads in 1 4; do
  for index in "" --no-index; do
    "$mizan" check corpus --all -f json -j $threads $index >whole.$threads$index || true
    "$mizan" check new.jsonl --corpus corpus -j $threads $index >part.$threads$index || true
  done
done
for file in whole.* ; do cmp "$file" whole.1; done
for file in part.* ; do cmp "$file" part.1; done
[ -s part.1 ] && [ -s whole.1 ]
id=$(grep -o -m 1 '"id": "fc-[0-9a-f]*"' whole.1 | cut -d'"' -f4)
"$mizan" show "$id" corpus >shown
"$mizan" show "$id" corpus --no-index | cmp - shown
echo "together: ok"
