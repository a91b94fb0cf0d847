#!/usr/bin/env bash
# The index of a large corpus, measured: index.sh MIZAN MAKE_ARTICLES [ARTICLES, 100000 if left out]. Prints how long extract
# and "index build" take, how long a check of one new article takes as a whole process, and whether 20 new articles give the
# findings of a run without the index (that run takes minutes, and 3.5 kB of memory a claim).
set -euo pipefail
mizan=$1 make=$2 count=${3:-100000} fresh=20
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
mkdir corpus new
"$make" "$count" | split -l 1000 -d -a 4 --additional-suffix=.jsonl - corpus/part-
"$make" $((count + fresh)) "$count" | split -l 1 -d -a 3 --additional-suffix=.jsonl - new/article-
seconds() { local from=$EPOCHREALTIME; "$@" >/dev/null 2>&1 || true; echo "$from $EPOCHREALTIME" | awk '{printf "%.3f", $2 - $1}'; }
echo "corpus: $(du -sm corpus | cut -f1) MB"
echo "extract: $(seconds "$mizan" extract corpus -f jsonl) s"
echo "index build: $(seconds "$mizan" index build corpus) s, $(du -sm corpus/.mizan | cut -f1) MB"
"$mizan" index status corpus | tail -n 1
for article in new/*; do seconds "$mizan" check "$article" --corpus corpus; echo; done | sort -n >times
echo "check of one new article: $(sed -n "$((fresh / 2))p" times) s in median, $(tail -n 1 times) s at most"
"$mizan" check new/* --corpus corpus --all -f jsonl >by-index || true
"$mizan" check new/* --corpus corpus --all -f jsonl --no-index >by-all || true
cmp by-index by-all && echo "findings: $(wc -l <by-index), the same without the index"
