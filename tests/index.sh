#!/bin/sh
# The index in a browser: its filter picks rows, by the address too; without
# its script, or with another in its place, every row is there; every link of
# the index and of the documents on data quality leads to a file.
cd "$(dirname "$0")/.." || exit 2
program=$(pwd)/${PARATHED:-build/parathed}
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' HUP INT TERM

"$program" pack -q --output "$scratch/output" > "$scratch/log" 2>&1
pack=$(echo "$scratch"/output/*-*)
if [ ! -f "$pack/index.html" ]; then
	echo "not ok the sample's pack has an index"
	sed 's/^/# /' "$scratch/log" | tail -5
	exit 1
fi
exec tests/index.py "$pack" "$scratch"
