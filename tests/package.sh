#!/usr/bin/env bash
# The program as it is installed: package.sh BUILD SOURCE. Installs to a folder, packs and unpacks a Debian package, and runs both far from
# the source tree: rules, manual page and completions must lie beside the program.
set -euo pipefail
build=$1 source=$2
unset MIZAN_RULES MIZAN_CONFIG
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() { printf 'package: %s\n' "$*" >&2; exit 1; }

works() {  # works PREFIX: an installed tree
  local prefix=$1 file code=0
  for file in bin/mizan share/mizan/rules/languages share/man/man1/mizan.1 share/bash-completion/completions/mizan \
              share/zsh/vendor-completions/_mizan share/fish/vendor_completions.d/mizan.fish share/doc/mizan/copyright \
              share/doc/mizan/README.md share/doc/mizan/docs/cli.md; do
    [ -e "$prefix/$file" ] || fail "$file is not installed"
  done
  cp -r "$source/seeds" "$scratch/seeds"
  (cd "$scratch" && "$prefix/bin/mizan" version) | grep -qxF "rules $prefix/share/mizan/rules" ||
    fail "the rules are not those beside the program: $("$prefix/bin/mizan" version)"
  (cd "$scratch" && "$prefix/bin/mizan" check seeds) >"$scratch/said" || code=$?
  [ "$code" = 0 ] || fail "check seeds ends with $code"
  grep -q '^tension\[record\]' "$scratch/said" || fail "the tension of the seeds is not found"
  "$prefix/bin/mizan" man | cmp -s - "$prefix/share/man/man1/mizan.1" || fail "mizan.1 is not what the program prints"
  "$prefix/bin/mizan" completions bash | cmp -s - "$prefix/share/bash-completion/completions/mizan" || fail "the completions differ"
  # without its rules it must not find others: that it worked above was their doing
  mv "$prefix/share/mizan/rules" "$prefix/share/mizan/moved"
  (cd "$scratch" && "$prefix/bin/mizan" version) | grep -qxF "rules $prefix/share/mizan/rules" && fail "it finds rules that are not there"
  rm -rf "$scratch/seeds"
}

cmake --install "$build" --prefix "$scratch/installed" >/dev/null
works "$scratch/installed"
mkdir "$scratch/elsewhere"
mv "$scratch/installed/share/mizan/moved" "$scratch/installed/share/mizan/rules"
mv "$scratch/installed" "$scratch/elsewhere/a b"  # a folder that moved
works "$scratch/elsewhere/a b"

if ! command -v dpkg-deb >/dev/null; then
  echo "package: no dpkg-deb here: the Debian package is not tested" >&2
  exit 77
fi
(cd "$build" && cpack -G DEB -B "$scratch/packed") >"$scratch/said" 2>&1 || { cat "$scratch/said" >&2; fail "cpack failed"; }
deb=$(echo "$scratch"/packed/*.deb)
[ -f "$deb" ] || fail "no package was made"
dpkg-deb -x "$deb" "$scratch/root"
[ -z "$(find "$scratch/root" -path "*$source*" -print -quit)" ] || fail "the package holds paths of the source tree"
works "$scratch/root/usr"
if command -v dpkg-shlibdeps >/dev/null; then
  dpkg-deb -f "$deb" Depends | grep -q 'libicu' || fail "the package does not depend on its libraries: $(dpkg-deb -f "$deb" Depends)"
fi
