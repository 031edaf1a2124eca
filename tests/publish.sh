#!/bin/sh
# Publishing: the same bytes whatever surrounds the run, and all or nothing
# whatever befalls it.  Faults are put in by strace: the nth call of a kind
# fails or kills.
cd "$(dirname "$0")/.." || exit 2
top=$(pwd)
program=$top/${PARATHED:-build/parathed}
scratch=$(mktemp -d) || exit 2
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
cp -R tests/bad/base "$scratch/input"
cp -R templates "$scratch/templates"
cd "$scratch" || exit 2

# say RESULT WHAT
say() {
	if [ "$1" -eq 0 ]; then
		echo "ok $2"
	else
		echo "not ok $2"
		sed 's/^/# /' "$scratch/log" | head -10
	fi
}

# pack OUTPUT [OPTION]...: quietly; the exit status
pack() {
	output=$1
	shift
	"$program" pack --input "$scratch/input" \
	    --templates "$scratch/templates" --output "$output" "$@" \
	    > "$scratch/log" 2>&1
}

# same WHAT A B: two packs, byte for byte
same() {
	diff -r "$2" "$3" > "$scratch/log" 2>&1
	say $? "$1"
}

# tidy FOLDER: nothing beside packs and the lock
tidy() {
	ls -A "$1" | grep -vE '^([0-9]{4}-[0-9]{2}|\.parathed\.lock)$' \
	    > "$scratch/log"
	[ ! -s "$scratch/log" ]
}

# whole PACK: every file as the manifest says, and no other
whole() {
	python3 - "$1" > "$scratch/log" 2>&1 <<'END'
import hashlib, json, pathlib, sys
top = pathlib.Path(sys.argv[1])
said = {f["path"]: (f["size"], f["sha256"])
        for f in json.loads((top / "manifest.json").read_text())["outputs"]}
there = {str(p.relative_to(top)): p.read_bytes()
         for p in top.rglob("*") if p.is_file() and p.name != "manifest.json"}
there = {n: (len(b), hashlib.sha256(b).hexdigest()) for n, b in there.items()}
sys.exit("the manifest and the files differ" if said != there else 0)
END
}

# faulty INJECTION OUTPUT [OPTION]...: pack with a fault put in
faulty() {
	inject=$1
	output=$2
	shift 2
	ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 strace -f -o "$scratch/trace" \
	    -e "trace=${inject%%:*}" \
	    -e "inject=$inject" "$program" pack --input "$scratch/input" \
	    --templates "$scratch/templates" --output "$output" --jobs 1 "$@" \
	    > "$scratch/log" 2>&1
}

### The same bytes

pack first
say $? "a pack is published"
whole first/2015-03
say $? "the manifest says what is there"
cp -R first/2015-03 first-copy
pack first
same "a second run gives the same bytes" first-copy first/2015-03

mkdir locale
localedef -i da_DK -f UTF-8 "$scratch/locale/da_DK.UTF-8" > log 2>&1
LOCPATH=$scratch/locale LC_ALL=da_DK.UTF-8 pack danish
same "a Danish locale changes nothing" first-copy danish/2015-03
TZ=Pacific/Kiritimati pack zone
same "a time zone changes nothing" first-copy zone/2015-03
(umask 077 && pack masked)
same "a umask changes no byte" first-copy masked/2015-03
(mkdir elsewhere && cd elsewhere && pack "$scratch/cwd")
same "the working folder changes nothing" first-copy cwd/2015-03
ASAN_OPTIONS=verify_asan_link_order=0 faketime '2031-05-05 05:05:05' "$program" pack --input input \
    --templates templates --output later > log 2>&1
same "the clock changes nothing" first-copy later/2015-03
pack one --jobs 1
same "one worker makes the same bytes" first-copy one/2015-03
pack many --jobs 7
same "seven workers make the same bytes" first-copy many/2015-03

mkdir shuffled
(cd input && find . -type d) | sort -r | while read -r d; do
	mkdir -p "shuffled/$d"
done
(cd input && find . -type f) | sort -r | while read -r f; do
	cp "input/$f" "shuffled/$f"
done
"$program" pack --input shuffled --templates templates --output order > log 2>&1
same "the order of the disk changes nothing" first-copy order/2015-03

(umask 022 && pack modes)
[ "$(stat -c %a modes/2015-03 modes/2015-03/data modes/2015-03/manifest.json |
    tr '\n' ' ')" = "755 755 644 " ]
say $? "folders and files have the modes that the umask leaves"

### Failing targets

: > afile
pack afile
[ $? -eq 2 ] && [ -f afile ]
say $? "an output that is a file is refused"
pack no/such/folder
[ $? -eq 2 ] && [ ! -e no ]
say $? "an output whose parent is missing is refused"

mkdir -p foreign/2015-03
echo mine > foreign/2015-03/letter.txt
pack foreign
[ $? -eq 2 ] && [ "$(cat foreign/2015-03/letter.txt)" = mine ] && tidy foreign
say $? "a folder that is no pack is not replaced"
echo '{"program": "another"}' > foreign/2015-03/manifest.json
pack foreign
[ $? -eq 2 ] && [ "$(cat foreign/2015-03/letter.txt)" = mine ]
say $? "nor is one with the manifest of another program"
mkdir linked
ln -s ../first/2015-03 linked/2015-03
pack linked
[ $? -eq 2 ] && [ -L linked/2015-03 ]
say $? "nor is a link to a pack"
mkdir -p empty/2015-03
pack empty
say $? "an empty folder is"

cp -R first readonly
chmod 555 readonly
chmod 755 "$scratch" input templates
if [ "$(id -u)" -eq 0 ]; then
	chmod -R go+rX . "$program" 2>/dev/null
	setpriv --reuid 65534 --regid 65534 --clear-groups "$program" pack \
	    --input input --templates templates --output readonly > log 2>&1
else
	pack readonly
fi
[ $? -eq 2 ] && diff -r first-copy readonly/2015-03 >> log && tidy readonly
say $? "an output that may not be written keeps its pack"
chmod 755 readonly

echo '{{nonsense}}' >> templates/da/rapport.md
pack first
[ $? -eq 2 ] && diff -r first-copy first/2015-03 >> log && tidy first
say $? "a faulty template leaves the earlier pack"
rm -rf templates && cp -R "$top/templates" templates

### Two at once

flock first/.parathed.lock sleep 30 &
holder=$!
sleep 0.2
pack first
[ $? -eq 2 ] && grep -q "'first'" log && diff -r first-copy first/2015-03 >> log
say $? "a second run at the same time is refused"
pkill -P $holder 2>/dev/null
kill $holder 2>/dev/null
wait $holder 2>/dev/null

### Calls that fail

(ulimit -f 8; pack first --lang en)
[ $? -eq 2 ] && diff -r first-copy first/2015-03 >> log && tidy first
say $? "a limit on the size of files leaves the earlier pack"

for call in mkdir fsync write renameat2 chmod clone pipe2; do
	case $call in
	fsync|write) which='1 2 5 11 14' ;;
	mkdir) which='1 2 3' ;;
	*) which=1 ;;
	esac
	for n in $which; do
		faulty "$call:error=ENOSPC:when=$n" first --lang en
		status=$?
		grep -q INJECTED trace && [ $status -eq 2 ] &&
		    diff -r first-copy first/2015-03 >> log && tidy first
		say $? "$call $n fails, and the earlier pack stands"
	done
done

# workbooks are made in memory, where the library's writes can't fail unseen
: > said
for n in $(seq 15 4 99); do
	faulty "write:error=ENOSPC:when=$n" first --lang en
	status=$?
	cat log >> said
	case $status in
	0)	whole first/2015-03 && tidy first ;;
	2)	diff -r first-copy first/2015-03 >> log && tidy first ;;
	*)	false ;;
	esac
	say $? "write $n fails, and a whole pack stands"
	pack first
done
cp said log
grep -q "can't be written: No space left on device" said &&
    ! grep -q 'was not written whole' said
say $? "the disk that is full is named, and no workbook loses a part"

faulty renameat2:error=EINVAL first --lang en --all
[ $? -eq 0 ] && grep -q 'two steps' log && whole first/2015-03 && tidy first
say $? "a drive that can't exchange folders is served in two steps"
faulty renameat2:error=EINVAL fresh
[ $? -eq 0 ] && same "and so is its first pack" first-copy fresh/2015-03

### Killed in the middle

pack first
for at in mkdir:2 fsync:1 fsync:9 fsync:14 chmod:1 renameat2:1 \
    unlinkat:2 unlinkat:80; do
	pack first
	faulty "${at%:*}:signal=KILL:when=${at#*:}" first --lang en
	grep -q 'killed by SIGKILL' trace && whole first/2015-03
	say $? "killed at ${at%:*} ${at#*:}, a whole pack stands"
	pack first && tidy first &&
	    diff -r first-copy first/2015-03 >> log
	say $? "and the next run clears what was left"
done

# between the two steps of a drive that can't exchange folders
strace -f -o trace -e trace=renameat2,rename -e inject=renameat2:error=EINVAL \
    -e inject=rename:signal=KILL:when=2 "$program" pack --input input \
    --templates templates --output first > log 2>&1
[ ! -e first/2015-03 ]
say $? "killed between two steps, the pack stands aside"
echo '{{nonsense}}' >> templates/da/rapport.md
pack first
[ $? -eq 2 ] && diff -r first-copy first/2015-03 >> log && tidy first
say $? "and is put back by the next run, though that fails"
rm -rf templates && cp -R "$top/templates" templates

# only the main process locks
faulty flock:signal=TERM:when=1 first --lang en
[ $? -eq 143 ] && diff -r first-copy first/2015-03 >> log && tidy first
say $? "SIGTERM ends the run as SIGTERM, and nothing is left"
faulty poll:signal=INT:when=2 first --lang en
[ $? -eq 130 ] && diff -r first-copy first/2015-03 >> log && tidy first
say $? "SIGINT while workers write does the same"

# only workers call prctl
faulty prctl:signal=KILL:when=1 first --lang en
[ $? -eq 2 ] && grep -q 'worker process' log &&
    diff -r first-copy first/2015-03 >> log && tidy first
say $? "a worker that dies is an error that names the document"

### What the program says

"$program" figures rollouts --input input > /dev/full 2> log
[ $? -eq 2 ]
say $? "a full standard output is an error"
"$program" figures rollouts --input input >&- 2> log
[ $? -eq 2 ]
say $? "a closed standard output is one"
