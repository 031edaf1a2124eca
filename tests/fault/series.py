"""Which calls are made to fail, and how."""
import errno

E = {name: str(getattr(errno, name)) for name in (
    "ENOSPC EIO EMFILE EINTR EAGAIN ECHILD ENOMEM ENOLCK EINVAL EDQUOT "
    "EROFS ENOSYS EACCES").split()}

# kind, how it fails, whose; the process that writes is the worker
SERIES = [
    ("write", E["ENOSPC"], "main"), ("write", E["ENOSPC"], "worker"),
    ("write", E["EIO"], "main"), ("write", E["EDQUOT"], "worker"),
    ("write", E["EINTR"], "main"), ("write", E["EINTR"], "worker"),
    ("write", "short", "main"), ("write", "short", "worker"),
    ("write", "forever," + E["ENOSPC"], "worker"),
    ("write", "kill", "worker"), ("write", "segv", "worker"),
    ("fsync", E["EIO"], "main"), ("fsync", E["EIO"], "worker"),
    ("fsync", E["EINTR"], "main"), ("fsync", E["EINTR"], "worker"),
    ("fsync", E["EINVAL"], "main"),
    ("fsync", "forever," + E["EIO"], "main"),
    ("close", E["EIO"], "main"), ("close", E["EIO"], "worker"),
    ("close", E["EINTR"], "main"), ("close", E["EINTR"], "worker"),
    ("open", E["EMFILE"], "main"), ("open", E["EMFILE"], "worker"),
    ("open", E["EIO"], "main"), ("open", E["EIO"], "worker"),
    ("open", "forever," + E["EMFILE"], "worker"),
    ("read", E["EIO"], "main"), ("read", E["EIO"], "worker"),
    ("read", E["EINTR"], "main"), ("read", E["EINTR"], "worker"),
    ("read", "short", "main"), ("read", "short", "worker"),
    ("rename", E["EIO"], "main"), ("rename", E["ENOSPC"], "main"),
    ("mkdir", E["ENOSPC"], "main"), ("mkdir", E["ENOSPC"], "worker"),
    ("mkdir", E["EROFS"], "main"),
    ("chmod", E["EIO"], "main"),
    ("unlink", E["EIO"], "main"),
    ("list", E["EIO"], "main"),
    ("stat", E["EIO"], "main"), ("stat", E["EIO"], "worker"),
    ("access", E["EIO"], "worker"),
    ("seek", E["EIO"], "main"), ("seek", E["EIO"], "worker"),
    ("lock", E["ENOLCK"], "main"),
    ("fcntl", E["EIO"], "main"),
    ("memfd", E["EMFILE"], "main"),
    ("pipe", E["EMFILE"], "main"),
    ("fork", E["EAGAIN"], "main"),
    ("waitpid", E["ECHILD"], "main"), ("waitpid", E["EINTR"], "main"),
    ("poll", E["ENOMEM"], "main"), ("poll", E["EINTR"], "main"),
    ("mmap", E["ENOMEM"], "main"), ("mmap", E["ENOMEM"], "worker"),
    ("brk", E["ENOMEM"], "main"), ("brk", E["ENOMEM"], "worker"),
    ("mmap", "forever," + E["ENOMEM"], "worker"),
    ("memory", E["ENOMEM"], "main"), ("memory", E["ENOMEM"], "worker"),
    ("memory", "forever," + E["ENOMEM"], "main"),
    ("memory", "forever," + E["ENOMEM"], "worker"),
    ("memory", "kill", "worker"), ("memory", "exit", "worker"),
]

# Of these there are thousands; where nothing new happens, every so many.
STRIDE = {
    ("write", E["EDQUOT"], "worker"): 9, ("write", E["EINTR"], "worker"): 5,
    ("write", "short", "worker"): 5, ("write", "kill", "worker"): 9,
    ("write", "forever," + E["ENOSPC"], "worker"): 7,
    ("write", "segv", "worker"): 23,
    ("read", E["EIO"], "worker"): 5, ("read", E["EINTR"], "worker"): 9,
    ("read", "short", "worker"): 9, ("read", E["EINTR"], "main"): 5,
    ("read", "short", "main"): 5,
    ("open", E["EIO"], "main"): 3, ("close", E["EINTR"], "main"): 3,
    ("seek", E["EIO"], "worker"): 19, ("stat", E["EIO"], "main"): 3,
    # each of them fails in a process forked there besides
    ("memory", E["ENOMEM"], "main"): 31,
    ("memory", E["ENOMEM"], "worker"): 997,
    ("memory", "forever," + E["ENOMEM"], "main"): 97,
    ("memory", "forever," + E["ENOMEM"], "worker"): 2003,
    ("memory", "kill", "worker"): 4001, ("memory", "exit", "worker"): 8009,
    ("brk", E["ENOMEM"], "worker"): 5,
}
