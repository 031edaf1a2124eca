#!/bin/sh
# Made anew, the sample must be the shipped input, byte for byte.

cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM

if {
	scripts/sample-input --output "$work/input" &&
		diff -r -x README.md input "$work/input"
} >"$work/log" 2>&1
then
	echo "ok sample input is what scripts/sample-input makes"
	exit 0
fi
echo "not ok sample input differs from what scripts/sample-input makes"
sed -n '1,10s/^/# /p' "$work/log"
exit 1
