#!/bin/sh
# Made anew, the samples must be the shipped inputs, byte for byte.

cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM

if {
	scripts/sample-input --output "$work/input" &&
		diff -r -x README.md -x examples input "$work/input"
} >"$work/log" 2>&1
then
	echo "ok sample input is what scripts/sample-input makes"
else
	sed -n '1,10s/^/# /p' "$work/log"
	echo "not ok sample input is what scripts/sample-input makes"
fi

if {
	scripts/sample-health "$work/health" &&
		diff -r -x README.md -x model -x templates \
		    input/examples/health "$work/health"
} >"$work/log" 2>&1
then
	echo "ok the hospitals are what scripts/sample-health makes"
else
	sed -n '1,10s/^/# /p' "$work/log"
	echo "not ok the hospitals are what scripts/sample-health makes"
fi
