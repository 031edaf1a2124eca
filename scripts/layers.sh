#!/bin/sh
# The rules of the house, checked: who may include whom, which file meets which
# library, which functions nobody calls, who writes files, and that every
# header compiles alone.  Prints what breaks them; exit status 1 if anything
# does.
set -u
cd "$(dirname "$0")/.." || exit 2

# A room, and the rooms that it may include beside itself.
rooms='
main       command
command    base input model portfolio figures doc report render pack
base
input      base
model      base input
portfolio  base input model
figures    base model portfolio
doc        base
report     base input model portfolio figures doc
render     base doc
pack       base input model portfolio figures doc report render
'

# A header of a library, and the files that may include it (patterns).
libraries='
csv.h          input/table.c
ini.h          input/ini.c
xlsxwriter.h   render/xlsx*.[ch]
cmark.h        doc/prose*.c
unzip.h        render/xlsx_zip.h
zip.h          render/xlsx_zip.c
zlib.h         render/xlsx_check*.c render/xlsx_deflate.c
libdeflate.h   render/xlsx_deflate.c
jansson.h      pack/*.[ch] command/summary.c
openssl/evp.h  base/digest.c
utf8proc.h     base/text_unicode.c
'

# Everything else between <> is C11 or POSIX (and Linux, named openly).
system='assert ctype dirent errno fcntl float ftw inttypes limits malloc math
poll signal stdarg stdatomic stdbool stddef stdint stdio stdio_ext stdlib string
strings time unistd sys/file sys/ioctl sys/mman sys/prctl sys/resource
sys/stat sys/types sys/wait'

# A function, and the files that may call it.
functions='
strcpy      -
strcat      -
sprintf     -
vsprintf    -
atoi        -
atof        -
atol        -
gets        -
strtok      -
setlocale   -
strtod      base/num.c
strtof      -
sscanf      -
mkdir       pack/*
mkdirat     pack/*
mkdtemp     pack/*
mkstemp     pack/*
rename      pack/*
renameat    pack/*
renameat2   pack/*
unlink      pack/* render/xlsx*
unlinkat    pack/*
rmdir       pack/*
remove      pack/*
truncate    pack/*
ftruncate   pack/* render/xlsx*
fork        pack/*
O_CREAT     pack/* render/xlsx*
O_WRONLY    pack/* render/xlsx*
O_RDWR      pack/* render/xlsx*
'

failed=0
complain() {
	echo "$*"
	failed=1
}

# Does a path match one of the patterns?
matches() {
	path=$1
	shift
	for pattern; do
		# shellcheck disable=SC2254 # a pattern is meant
		case $path in $pattern) return 0 ;; esac
	done
	return 1
}

# The words after the first of the row of a table that begins with a name;
# fails if there is no such row.
row() {
	printf '%s\n' "$1" | awk -v name="$2" '
	    $1 == name { $1 = ""; print; found = 1 }
	    END { exit !found }'
}

# The code of a file as path:line:code, without comments; strings only if kept.
code() {
	awk -v keep="$1" '
	FNR == 1 { comment = 0 }
	{
		line = $0; out = ""
		while (line != "") {
			if (comment) {
				i = index(line, "*/")
				if (i == 0) { line = ""; break }
				line = substr(line, i + 2); comment = 0
			} else if (match(line, /^"([^"\\]|\\.)*"/) ||
			    match(line, /^\047([^\047\\]|\\.)+\047/)) {
				if (keep) out = out substr(line, 1, RLENGTH)
				else out = out "\"\""
				line = substr(line, RLENGTH + 1)
			} else if (substr(line, 1, 2) == "/*") {
				line = substr(line, 3); comment = 1
			} else {
				out = out substr(line, 1, 1)
				line = substr(line, 2)
			}
		}
		print FILENAME ":" FNR ":" out
	}' $files
}

files=$(find src -name '*.[ch]' | LC_ALL=C sort)
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
code 0 > "$scratch/code"
code 1 > "$scratch/kept"

# Includes.
grep -E ':[0-9]+:[ 	]*#[ 	]*include' "$scratch/kept" > "$scratch/includes"
while IFS=: read -r file line text; do
	file=${file#src/}
	room=${file%%/*}
	[ "$room" != "main.c" ] || room=main
	case $text in
	*'"'*/*'"'*)
		header=${text#*\"}
		header=${header%%\"*}
		other=${header%%/*}
		[ "$other" != "$room" ] || continue
		allowed=$(row "$rooms" "$room") || allowed=
		matches "$other" $allowed ||
		    complain "src/$file:$line: $room may not include \"$header\"" ;;
	*'"'*)
		complain "src/$file:$line: an include names its room:$text" ;;
	*'<'*'>'*)
		header=${text#*<}
		header=${header%%>*}
		# shellcheck disable=SC2086
		matches "${header%.h}" $system && continue
		allowed=$(row "$libraries" "$header") ||
		    complain "src/$file:$line: <$header> is in no list"
		# shellcheck disable=SC2086
		matches "$file" $allowed ||
		    complain "src/$file:$line: <$header> belongs to$allowed" ;;
	esac
done < "$scratch/includes"

# Functions.
printf '%s\n' "$functions" | grep . > "$scratch/functions"
while read -r name allowed; do
	grep -E ":[0-9]+:(.*[^A-Za-z0-9_])?$name([ 	]*\(|[^A-Za-z0-9_(]*$|[^A-Za-z0-9_]*[|),])" \
	    "$scratch/code" > "$scratch/hits" || continue
	while IFS=: read -r file line text; do
		case $name in
		O_*) ;;
		*)	printf '%s\n' "$text" |
			    grep -qE "(^|[^A-Za-z0-9_.>])$name[ 	]*\(" ||
			    continue ;;
		esac
		# shellcheck disable=SC2086
		matches "${file#src/}" $allowed ||
		    complain "$file:$line: $name is for $allowed only"
	done < "$scratch/hits"
done < "$scratch/functions"

# Streams that write.
grep -E 'fopen[ 	]*\([^)]*"[^"]*[wa+][^"]*"' "$scratch/kept" |
    grep -vE '^src/(pack/|render/xlsx)' > "$scratch/hits"
while IFS= read -r hit; do
	complain "${hit%%:*}: writes a file outside pack/"
done < "$scratch/hits"

# Every header alone.
for file in $files; do
	case $file in *.c) continue ;; esac
	"${CC:-cc}" -std=c11 -D_GNU_SOURCE -Isrc -Wall -Wextra -Wpedantic \
	    $(pkg-config --cflags minizip 2>/dev/null) -Werror \
	    -fsyntax-only -x c "$file" 2> "$scratch/errors" || {
		complain "$file: does not compile alone"
		sed 's/^/    /' "$scratch/errors" | head -5
	}
done

exit $failed
