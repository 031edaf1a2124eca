#!/bin/sh
# parathed verify: a pack against its manifest, and against itself made again.
cd "$(dirname "$0")/.." || exit 2
top=$(pwd)
program=$top/${PARATHED:-build/parathed}
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cp -R tests/bad/base "$scratch/input"
cp -R templates "$scratch/templates"
cd "$scratch" || exit 2
mkdir tmp
TMPDIR=$scratch/tmp
PARATHED_TEMPLATES=$scratch/templates
export TMPDIR PARATHED_TEMPLATES

# say RESULT WHAT
say() {
	if [ "$1" -eq 0 ]; then
		echo "ok $2"
	else
		echo "not ok $2"
		sed 's/^/# /' log | head -10
	fi
}

# verify STATUS PATTERN WHAT [ARGUMENT]...: what it must say, and leave nothing
verify() {
	status=$1 pattern=$2 what=$3
	shift 3
	"$program" verify "$@" > log 2>&1
	got=$?
	[ $got -eq "$status" ] || echo "status $got" >> log
	[ $got -eq "$status" ] && grep -q -e "$pattern" log &&
	    [ -z "$(ls -A tmp)" ]
	say $? "$what"
}

# fresh: copy, a sound pack to be damaged
fresh() {
	rm -rf copy
	cp -R packs/2015-03 copy
}

# manifest PYTHON: change the manifest m of copy
manifest() {
	fresh
	python3 - "$1" <<'END'
import json, sys
path = "copy/manifest.json"
m = json.load(open(path))
exec(sys.argv[1])
json.dump(m, open(path, "w"), indent=1)
END
}

"$program" pack --input input --output packs > log 2>&1
say $? "a pack is made"

### Against the manifest

verify 0 '^packs/2015-03: manifestet: [0-9]* ens$' "a sound pack is sound" \
    packs/2015-03
verify 0 '^packs/2015-03/: manifest: [0-9]* the same$' "and in English" \
    packs/2015-03/ --lang en
verify 0 '^ledelse/statuspakke.xlsx: OK$' "--all names every file" \
    packs/2015-03 --all
[ "$(grep -c ': OK$' log)" -eq "$(python3 -c '
import json; print(len(json.load(open("packs/2015-03/manifest.json"))["outputs"]))')" ]
say $? "once each"
"$program" verify packs/2015-03 --quiet > log 2>&1 && [ ! -s log ]
say $? "--quiet says nothing of it"

fresh
rm copy/data/rollouts.csv
printf x >> copy/index.html
python3 -c 'p = "copy/ledelse/rapport.md"
b = bytearray(open(p, "rb").read()); b[9] ^= 1; open(p, "wb").write(b)'
: > copy/kommuner/.hidden
ln -s ../manifest.json copy/data/link.csv
verify 1 'manifestet: [0-9]* ens, 2 ændret, 1 mangler, 2 ekstra$' \
    "changed, missing and extra files are counted" copy
grep -q '^data/rollouts.csv: error: .* mangler' log &&
    grep -q '^index.html: error: .* byte' log &&
    grep -q '^ledelse/rapport.md: error: .*SHA-256' log &&
    grep -q '^kommuner/.hidden: error: .* manifestet' log &&
    grep -q '^data/link.csv: error: .* manifestet' log
say $? "and each is named"
verify 1 '"changed": 2' "and in --json" copy --json
python3 -c 'import json
j = json.load(open("log"))
assert j["status"] == 1 and j["files"] == {
    "same": j["files"]["same"], "changed": 2, "missing": 1, "extra": 2}
assert j["made_again"] is None and j["counts"]["error"] == 5
assert {f["file"] for f in j["findings"]} == {
    "data/rollouts.csv", "index.html", "ledelse/rapport.md",
    "kommuner/.hidden", "data/link.csv"}' 2>> log
say $? "with a finding for each"

fresh
mv copy/kommuner elsewhere
ln -s ../elsewhere copy/kommuner
verify 1 'kommuner/.*mangler' "a link to a folder is not the folder" copy
rm -rf elsewhere

### A manifest that can't be trusted

verify 2 'kan ikke læses' "a folder that is not there can't be checked" none
mkdir empty
verify 2 'kan ikke læses' "nor one without a manifest" empty
verify 2 'kan ikke læses' "nor a file" input/model/model.ini
fresh
echo '{"program": "parathed 1.0.0",' > copy/manifest.json
verify 2 'manifest.json:2: fatal: .* JSON' "nor a manifest cut short" copy
fresh
head -c 3000000 /dev/zero | tr '\0' '[' > copy/manifest.json
verify 2 'JSON' "nor one of brackets only" copy
fresh
echo '{"program": "another 1.0"}' > copy/manifest.json
verify 2 'er ikke en statuspakke' "nor one of another program" copy

# every way to break it, and where it must be seen
while IFS='|' read -r where change; do
	manifest "$change"
	verify 2 "$where" "an unsound manifest is refused: $change" copy
done <<'END'
outputs\[0\]|m["outputs"][0]["path"] = "../input/model/model.ini"
outputs\[1\]|m["outputs"][1]["path"] = "/etc/passwd"
outputs\[0\]|m["outputs"][0]["path"] = "data/../../x"
outputs\[0\]|m["outputs"][0]["path"] = "./data"
outputs\[0\]|m["outputs"][0]["path"] = ""
outputs\[0\]|m["outputs"][0]["path"] = 7
outputs\[0\]|m["outputs"][0]["size"] = -1
outputs\[0\]|m["outputs"][0]["size"] = "9"
outputs\[0\]|m["outputs"][0]["sha256"] = "ABC"
outputs\[0\]|m["outputs"][0] = []
outputs\[1\]|m["outputs"].insert(0, m["outputs"][0])
outputs\[1\]|m["outputs"].reverse()
outputs|m["outputs"] = {}
inputs|del m["inputs"]
inputs\[2\]|m["inputs"][2]["path"] = "a/../../b"
templates\[0\]|m["templates"][0]["path"] = "../b"
month|m["month"] = "2015-13"
date|m["date"] = "tomorrow"
options|m["options"]["lang"] = "../da"
options|m["options"]["only"] = [1]
options|m["options"]["selection"] = {"planet": ["Mars"]}
options|m["options"]["selection"] = []
options|m["options"]["gate"] = {"solution": "SAPA"}
options|m["options"]["due"] = "soon"
additions|m["additions"] = [{}]
additions|m["additions"] = "x"
END
manifest 'm["outputs"].append({"path": "manifest.json", "size": 1, "sha256": 64 * "0"}); m["outputs"].sort(key=lambda f: f["path"])'
verify 2 'outputs\[' "a manifest does not list itself" copy
fresh
sed -i 's/"month": /"month": "2015-02", &/' copy/manifest.json
verify 2 'JSON' "no member may come twice" copy

### Made again

verify 0 '^packs/2015-03: lavet igen: [0-9]* ens$' \
    "a pack is the same when it is made again" packs/2015-03 --input input
"$program" pack --input input --output other --lang en --date 2015-03-20 \
    --month 2015-03 > log 2>&1
verify 0 'lavet igen: [0-9]* ens$' "language and date come from the manifest" \
    other/2015-03 -i input
"$program" pack --input input --output part --solution SAPA \
    --only management,quality > log 2>&1
verify 0 'lavet igen: [0-9]* ens$' "a selection and documents do too" \
    part/2015-03 -i input
cp -R packs whole
"$program" pack --input input --output whole --solution SAPA > log 2>&1 &&
    "$program" pack --input input --output whole --municipality 101 >> log 2>&1
say $? "two parts are added to a pack"
verify 0 'manifestet: [0-9]* ens$' "and it is as its manifest says" \
    whole/2015-03
verify 0 'lavet igen: [0-9]* ens$' "and as when it is made again" \
    whole/2015-03 -i input
"$program" gate --input input --output packs --blank B --solution SAPA \
    > log 2>&1
verify 0 'lavet igen: 4 ens$' "an empty checklist is" packs/skema-tom-SAPA-B \
    -i input
"$program" gate --input input --output packs --municipality 101 \
    --solution SAPA --lang en > log 2>&1
verify 0 'lavet igen: 4 ens$' "a rollout's checklist is" \
    packs/skema-101-SAPA-* -i input

for due in '' '--due 2015-04-20'; do
	"$program" collect --input input --output packs $due > log 2>&1
	verify 0 'lavet igen: [0-9]* ens$' "a collection of returns is $due" \
	    packs/indsamling-2015-04 -i input
done

fresh
python3 -c 'p = "copy/ledelse/rapport.md"
b = bytearray(open(p, "rb").read()); b[9] ^= 1; open(p, "wb").write(b)'
rm copy/data/rollouts.csv
verify 1 'rapport.md: error: .*bliver en anden' \
    "a file that comes out differently is named" copy -i input
grep -q 'rollouts.csv: error: .*kommer med' log &&
    grep -q 'lavet igen: [0-9]* ens, 1 ændret, 1 ekstra' log
say $? "and one that is missing"
# hidden by whoever changed the pack and its manifest alike
manifest 'import hashlib
open("copy/data/more.csv", "w").write("a")
m["outputs"].append({"path": "data/more.csv", "size": 1,
    "sha256": hashlib.sha256(b"a").hexdigest()})
m["outputs"].sort(key=lambda f: f["path"])'
verify 0 'manifestet: [0-9]* ens$' "a manifest changed with its pack is sound" copy
verify 1 'more.csv: error: .*kommer ikke med' \
    "but the pack is not the same when made again" copy -i input
grep -q 'manifest.json: error: .*bliver en anden' log
say $? "nor its manifest"

cp -R input changed
sed -i 's/;25;/;26;/' changed/status/2015-03/101-status.csv
cp changed/status/2015-03/lys.csv changed/status/2015-03/lys-2.csv
rm changed/status/2015-02/lys.csv
verify 1 '2015-03/101-status.csv: error: .*ændret' \
    "input that has changed is named" packs/2015-03 -i changed
grep -q '2015-02/lys.csv: error: .* væk' log &&
    grep -q '2015-03/lys-2.csv: error: .* kommet til' log
say $? "and what is gone or new"
cp -R templates words
echo >> words/da/rapport.md
verify 1 '^da/rapport.md: error: .*ændret' "a changed template is named" \
    packs/2015-03 -i input -t words
grep -q '^parathed: warning: .*andre skabeloner.*--templates' log
say $? "and that the pack was made with others"
echo 'body { color: #111 }' >> words/page.css
verify 1 '^parathed: … og [0-9]* mere \[verify_made_otherwise\]' \
    "of many files that differ the first are named" \
    packs/2015-03 -i input -t words
made=$(sed -n 's/.*lavet igen:.* \([0-9]*\) ændret.*/\1/p' log)
more=$(sed -n 's/.*og \([0-9]*\) mere.*verify_made_otherwise.*/\1/p' log)
[ "$(grep -c 'error: .*verify_made_otherwise' log)" -eq 10 ] &&
    [ $((more + 10)) -eq "$made" ]
say $? "and how many more there are"
verify 1 'lavet igen' "with --all" packs/2015-03 -i input -t words --all
[ "$(grep -c 'error: .*verify_made_otherwise' log)" -eq "$made" ] &&
    ! grep -q 'mere \[' log
say $? "all of them"
manifest 'm["program"] = "parathed 0.9"'
verify 1 'warning: .*0\.9' "another version of the program is named" copy -i input
rm -r changed/status/2015-03
verify 2 'kan ikke laves igen' "input that the pack can't be made from" \
    packs/2015-03 -i changed
grep -q '2015-03' log
say $? "is told why"
TMPDIR=$scratch/nowhere verify 2 'nowhere' \
    "a folder of temporary files that is missing is named" packs/2015-03 -i input

"$program" verify > log 2>&1
[ $? -eq 64 ] && grep -q 'needs the folder' log
say $? "a folder must be named"
"$program" verify packs/2015-03 --month 2015-03 > log 2>&1
[ $? -eq 64 ]
say $? "options of other commands are refused"

### Ended early

for at in INT:0.02 TERM:0.05 INT:0.08 HUP:0.12 TERM:0.2; do
	timeout --foreground -s "${at%:*}" "${at#*:}" "$program" verify packs/2015-03 \
	    -i input --jobs 1 > log 2>&1
	[ -z "$(ls -A tmp)" ]
	say $? "SIG${at%:*} after ${at#*:} s leaves no temporary files"
done
