#!/bin/sh
# "make install" puts into place what there is, the program finds there what
# it needs wherever that is, and "make uninstall" takes all of it away.  The
# package is of this version and is built with what the build needs.
cd "$(dirname "$0")/.." || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' HUP INT TERM

# ok WHAT COMMAND...: by its exit status, with what it said if it failed
ok() {
	what=$1
	shift
	if "$@" > "$scratch/said" 2>&1; then
		echo "ok $what"
	else
		tail -n 20 "$scratch/said" | sed 's/^/# /'
		echo "not ok $what"
	fi
}

# The program as it is: another compiler's or another flag's is no matter here.
program=${PARATHED:-build/parathed}
put() {
	make --no-print-directory "$1" B="$scratch/built" -o all \
	    DESTDIR="$scratch/a" PREFIX=/opt/parathed
}
mkdir "$scratch/built" && cp "$program" "$scratch/built/parathed" || exit 2

ok 'make install' put install
at=$scratch/a/opt/parathed
(cd "$at" && find . -type f | grep -v ./share/parathed/ | sort) \
    > "$scratch/files"
ok 'program, manual and completion are where they are looked for' \
    diff - "$scratch/files" <<'LIST'
./bin/parathed
./share/bash-completion/completions/parathed
./share/man/man1/parathed.1
./share/man/man5/parathed-input.5
./share/man/man5/parathed-templates.5
LIST
ok 'so are all templates' diff -r templates "$at/share/parathed/templates"
ok 'and the example' diff -r input "$at/share/parathed/input"
ok 'all of it is to be read by everybody' \
    sh -c '! find "$1" ! -perm -a=r | grep .' sh "$scratch/a"
touch "$at/share/parathed/templates/da/old.md"
put install > /dev/null 2>&1
ok 'installed over an older one, it leaves none of its files' \
    test ! -e "$at/share/parathed/templates/da/old.md"

# Moved elsewhere, and called from a folder of nothing.
mkdir "$scratch/office"
mv "$at" "$scratch/moved"
cd "$scratch/office" || exit 2
unset PARATHED_TEMPLATES
"$scratch/moved/bin/parathed" pack -q --only index \
    --input "$scratch/moved/share/parathed/input" > "$scratch/log" 2>&1
ok 'wherever it is, it finds its templates' test -f output/2015-03/index.html
rm -rf output "$scratch/moved/share"
ok 'without them it makes nothing' sh -c '! "$@"' sh \
    "$scratch/moved/bin/parathed" pack --lang en --input "$OLDPWD/input"
"$scratch/moved/bin/parathed" pack --lang en --input "$OLDPWD/input" \
    > "$scratch/log" 2>&1
ok 'and names the two ways to say where they are' sh -c \
    'grep -q "template_none" "$1" && grep -q -e "--templates" "$1" &&
	grep -q PARATHED_TEMPLATES "$1"' \
    sh "$scratch/log"
cd "$OLDPWD" || exit 2

mkdir -p "$(dirname "$at")" && mv "$scratch/moved" "$at"
put install > /dev/null 2>&1
ok 'make uninstall' put uninstall
ok 'it leaves nothing' sh -c '! find "$1/opt" -mindepth 1 | grep .' sh "$scratch/a"
mkdir -p "$at/bin" && touch "$at/bin/another"
put uninstall > /dev/null 2>&1
ok 'but what is of others' test -e "$at/bin/another"

# What the build needs is named twice: for hands, and for the package.
scripts/install-deps --list | awk '$1 == "program" { print $2 }' |
    grep -vx build-essential | sort > "$scratch/by-hand"
sed -n '/^Build-Depends:/,/^[A-Z]/s/^ \([a-z0-9.+-]*\).*/\1/p' \
    scripts/debian/control | grep -v debhelper | sort > "$scratch/package"
ok 'the package is built with what the program is built with' \
    diff "$scratch/by-hand" "$scratch/package"
ok 'and is of the same version' test \
    "$(sed -n '1s/^parathed (\(.*\)).*/parathed \1/p' scripts/debian/changelog)" = \
    "$("$program" --version | head -n 1)"
