#!/bin/sh
# Every src/*/*.c stands in exactly one list of the Makefile, and every list
# names files that there are.
cd "$(dirname "$0")/.." || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT

# "BASE_OBJS = arena \" and what follows it -> base/arena
awk '
	/^[A-Z]+_OBJS = *[a-z\\]?/ && !/^ROOM_OBJS/ {
		room = tolower(substr($0, 1, index($0, "_") - 1)); list = 1
		sub(/^[A-Z_]+ = */, "")
	}
	list {
		more = /\\$/
		sub(/\\$/, "")
		for (i = 1; i <= NF; i++) print room "/" $i
		list = more
	}' Makefile | sort > "$scratch/listed"
find src -mindepth 2 -name '*.c' | sed 's|^src/||; s|\.c$||' | sort \
    > "$scratch/there"
if diff "$scratch/there" "$scratch/listed" > "$scratch/diff"; then
	echo "ok every source stands in one list of the Makefile"
else
	sed -n 's/^</# in no list:/p; s/^>/# listed too often, or not there:/p' \
	    "$scratch/diff"
	echo "not ok every source stands in one list of the Makefile"
fi
