#!/bin/sh
# recalc.sh FILE...: LibreOffice computes every formula of the workbooks anew;
# each must keep the value that was written with it.  Exit 77 without soffice.
set -eu

here=$(dirname "$0")
command -v soffice >/dev/null || exit 77

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/profile/user" "$work/out"

# Recalculate on load: always.
cat >"$work/profile/user/registrymodifications.xcu" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
END

status=0
for file in "$@"; do
	rm -f "$work"/out/*
	timeout 120 soffice --headless \
	    "-env:UserInstallation=file://$work/profile" \
	    --convert-to xlsx --outdir "$work/out" "$file" >/dev/null 2>&1 || {
		echo "$file: LibreOffice can't convert it" >&2
		exit 2
	}
	"$here/workbook.py" --same "$file" "$work/out/$(basename "$file")" ||
	    status=1
done
exit $status
