#!/bin/sh
# scripts/layers.sh finds nothing, and would find each thing that it looks for.
cd "$(dirname "$0")/.." || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT

if scripts/layers.sh > "$scratch/log" 2>&1; then
	echo "ok the source keeps the rules of the house"
else
	sed 's/^/# /' "$scratch/log"
	echo "not ok the source keeps the rules of the house"
fi

# finds WHAT FILE LINE: a line too much in a file is found
mkdir "$scratch/scripts"
cp scripts/layers.sh "$scratch/scripts"
finds() {
	rm -rf "$scratch/src"
	mkdir -p "$scratch/src/base" "$scratch/src/render" "$scratch/src/pack"
	printf '%s\n' "$3" > "$scratch/src/$2"
	if "$scratch/scripts/layers.sh" > "$scratch/log" 2>&1 ||
	    ! grep -q "src/$2" "$scratch/log"; then
		sed 's/^/# /' "$scratch/log"
		echo "not ok layers.sh finds $1"
	else
		echo "ok layers.sh finds $1"
	fi
}

finds "a room where it may not be" render/x.c '#include "model/model.h"'
finds "an include without a room" base/x.c '#include "arena.h"'
finds "a library in a foreign file" render/x.c '#include <jansson.h>'
finds "a library in no list" base/x.c '#include <zlib.h>'
finds "a banned function" base/x.c 'char *f(char *a) { return strtok(a, "x"); }'
finds "a function outside its file" base/x.c 'double f(void) { return strtod("1", 0); }'
finds "a file created outside pack/" base/x.c 'int f(void) { return open("x", O_CREAT); }'
finds "a flag among others" base/x.c '	    O_WRONLY | O_CREAT, 0600);'
finds "a stream that writes" base/x.c 'FILE *f(void) { return fopen("x", "wb"); }'
finds "a worker started outside pack/" render/x.c 'int f(void) { return fork(); }'
finds "a header that leans on others" base/x.h 'size_t f(void);'

rm -rf "$scratch/src"
mkdir -p "$scratch/src/base"
cat > "$scratch/src/base/x.c" <<'END'
/* strcpy(a, b) and #include "model/model.h" in a comment */
const char *text = "sprintf(x) // \" unlink(";
int my_rename(int); int x = my_rename(1);
END
if "$scratch/scripts/layers.sh" > "$scratch/log" 2>&1; then
	echo "ok layers.sh passes over comments, strings and longer names"
else
	sed 's/^/# /' "$scratch/log"
	echo "not ok layers.sh passes over comments, strings and longer names"
fi
