"""Completion as bash does it: the script sourced, its function called."""
import os
import subprocess

import program

SCRIPT = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_parathed 2> /dev/null
for word in "${COMPREPLY[@]}"; do printf '%s\\n' "$word"; done
"""
COMPLETION = program.TOP / "scripts/completion/parathed.bash"


def offers(*words, folder=program.TOP):
    """What is offered for the last of the words."""
    done = subprocess.run(
        ["bash", "--norc", "-c", SCRIPT, "bash", str(COMPLETION),
         str(program.PROGRAM), *words], cwd=folder, capture_output=True,
        env=dict(os.environ, LC_ALL="C.UTF-8"), timeout=60)
    return done.stdout.decode().splitlines()
