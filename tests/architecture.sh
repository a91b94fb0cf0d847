#!/usr/bin/env bash
# The shape of src/, checked: architecture.sh rooms|ascii ROOT, or architecture.sh selftest.
#
# rooms: what a room may include is what src/CMakeLists.txt says it NEEDS, and only rooms declared before it; across rooms
#        only <room>/<room>.hpp (and model/decimal.hpp, model/archive.hpp); a third-party header only in the room that owns it; threads only
#        in app; no file over 500 lines.
# ascii: src/ is pure ASCII.
set -euo pipefail
export LC_ALL=C

sources() { find "$1/src" -type f \( -name '*.cpp' -o -name '*.hpp' -o -name 'CMakeLists.txt' -o -name '*.js' -o -name '*.css' -o -name '*.html' \) | sort; }

rooms() {
  local root=$1
  sources "$root" | tr '\n' '\0' | xargs -0 awk -v prefix="$root/" '
    function bad(text) { printf "%s:%d: %s\n", substr(FILENAME, length(prefix) + 1), FNR, text; failed = 1 }
    BEGIN {
      owner["unicode"] = owner["gumbo.h"] = "text"; owner["toml++"] = "knowledge"; owner["boost"] = "extract"; owner["re2"] = "extract"
      owner["nlohmann"] = "report"; owner["CLI"] = "app"; owner["sqlite3.h"] = "index"; owner["curses.h"] = owner["term.h"] = "app"
      owner["thread"] = owner["future"] = "app"
      owner["fmt"] = owner["tl"] = owner["sys"] = "*"
      while ((getline line < (prefix "src/CMakeLists.txt")) > 0) {
        if (line !~ /^mizan_room\([a-z]/) continue
        gsub(/[()]/, " ", line)
        count = split(line, word, " ")
        room = word[2]; declared[room] = 1; needs = 0
        for (i = 3; i <= count; i++) {
          if (word[i] == "NEEDS" || word[i] == "OWNS") needs = word[i] == "NEEDS"
          else if (needs) {
            allowed[room, word[i]] = 1
            if (!(word[i] in declared) || word[i] == room) early = early "src/CMakeLists.txt: " room " needs " word[i] ", which does not stand above it\n"
          }
        }
      }
      printf "%s", early
      if (early != "") failed = 1
    }
    FNR == 1 {
      path = substr(FILENAME, length(prefix) + 5)
      parts = split(path, piece, "/")
      room = parts > 1 ? piece[1] : ""
      if (room != "" && room != "app" && !(room in declared) && !(room in said)) {
        said[room] = 1
        bad("room " room " is not declared in src/CMakeLists.txt, or not before the rooms that need it")
      }
    }
    FNR == 501 { bad("over 500 lines") }
    room != "" && /^[ \t]*#[ \t]*include/ {
      line = $0
      sub(/^[ \t]*#[ \t]*include[ \t]*/, "", line)
      local_form = substr(line, 1, 1) == "\""
      sub(/^["<]/, "", line); sub(/[">].*/, "", line)
      first = line; sub(/\/.*/, "", first)
      if (first in declared || first == "app" || (local_form && !(first in owner))) {
        if (line !~ /\//) { bad("include \"" line "\" by its room: \"" room "/" line "\""); next }
        if (first == room) next
        if (room != "app" && !((room, first) in allowed)) bad(room " must not include " first)
        else if (line != first "/" first ".hpp" && line != "model/decimal.hpp" && line != "model/archive.hpp") bad("only " first "/" first ".hpp may be included from outside " first)
      } else if (first in owner) {
        if (owner[first] != "*" && owner[first] != room) bad("<" line "> belongs to " owner[first] " alone")
      } else if (line ~ /\//) bad("<" line "> has no owner: see the table of rooms")
    }
    END { exit failed }'
}

ascii() {
  local root=$1
  if sources "$root" | tr '\n' '\0' | xargs -0 grep -anH '[^ -~[:space:]]'; then
    echo "src/ must be ASCII: words of a language belong to rules/"
    return 1
  fi
}

# Every law is broken once in a tree of its own, and must be seen.
selftest() {
  local failed=0
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  fresh() {
    rm -rf "$scratch/src"
    mkdir -p "$scratch/src/model" "$scratch/src/text" "$scratch/src/judge" "$scratch/src/app"
    printf 'mizan_room(model)\nmizan_room(text NEEDS model OWNS ICU::uc)\nmizan_room(judge NEEDS model)\n' >"$scratch/src/CMakeLists.txt"
    printf '#include <vector>\n#include <tl/expected.hpp>\n' >"$scratch/src/model/model.hpp"
    printf '#include <unicode/uchar.h>\n#include "model/model.hpp"\n#include "model/decimal.hpp"\n' >"$scratch/src/text/text.hpp"
    printf '#include "model/model.hpp"\n' >"$scratch/src/judge/judge.hpp"
    printf '#include <CLI/CLI.hpp>\n#include <thread>\n#include "judge/judge.hpp"\n' >"$scratch/src/app/main.cpp"
  }
  expect() {  # expect pass|fail CHECK WHAT
    local result=pass
    ("$2" "$scratch") >"$scratch/said" 2>&1 || result=fail
    if [ "$result" != "$1" ]; then
      echo "selftest: $3: expected $1, got $result"
      cat "$scratch/said"
      failed=1
    fi
  }
  breaks() {  # breaks CHECK WHAT FILE LINE
    fresh
    printf '%b\n' "$4" >>"$scratch/src/$3"
    expect fail "$1" "$2"
  }
  fresh
  expect pass rooms "a clean tree"
  expect pass ascii "a clean tree"
  breaks rooms "a room below" text/text.hpp '#include "judge/judge.hpp"'
  breaks rooms "a room that is above, but not needed" judge/judge.hpp '#include "text/text.hpp"'
  breaks rooms "the app" judge/judge.hpp '#include "app/app.hpp"'
  breaks rooms "a private header" text/text.hpp '#include "model/hash.hpp"'
  breaks rooms "a private header, from the app" app/main.cpp '  #  include <text/fold.hpp>'
  breaks rooms "an include without its room" text/text.hpp '#include "fold.hpp"'
  breaks rooms "a library of another room" judge/judge.hpp '#include <unicode/uchar.h>'
  breaks rooms "a library that nobody owns" judge/judge.hpp '#include <absl/strings/str_cat.h>'
  breaks rooms "threads outside the app" judge/judge.hpp '#include <thread>'
  breaks rooms "a room out of order" CMakeLists.txt 'mizan_room(claim NEEDS model extract)'
  fresh && mkdir "$scratch/src/extra" && echo '#include <vector>' >"$scratch/src/extra/extra.hpp"
  expect fail rooms "an undeclared room"
  fresh && awk 'BEGIN { for (i = 0; i < 501; i++) print "// line" }' >"$scratch/src/judge/judge.cpp"
  expect fail rooms "501 lines"
  breaks ascii "a letter beyond ASCII" judge/judge.hpp '// \0331\0247'
  return "$failed"
}

case ${1:-} in
  rooms | ascii) "$1" "${2:?the root of the tree}" ;;
  selftest) selftest ;;
  *) echo "architecture.sh rooms|ascii ROOT, or selftest" >&2; exit 2 ;;
esac
