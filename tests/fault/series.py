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
    ("fsync", E["EIO"], "main"),
    ("fsync", E["EINTR"], "main"),
    ("fsync", E["EINVAL"], "main"),
    ("fsync", "forever," + E["EIO"], "main"),
    ("close", E["EIO"], "main"), ("close", E["EIO"], "worker"),
    ("close", E["EINTR"], "main"), ("close", E["EINTR"], "worker"),
    ("open", E["EMFILE"], "main"), ("open", E["EMFILE"], "worker"),
    ("open", E["EIO"], "main"), ("open", E["EIO"], "worker"),
    ("open", "forever," + E["EMFILE"], "worker"),
    ("read", E["EIO"], "main"),
    ("read", E["EINTR"], "main"),
    ("read", "short", "main"),
    ("rename", E["EIO"], "main"), ("rename", E["ENOSPC"], "main"),
    ("mkdir", E["ENOSPC"], "main"), ("mkdir", E["ENOSPC"], "worker"),
    ("mkdir", E["EROFS"], "main"),
    ("chmod", E["EIO"], "main"),
    ("unlink", E["EIO"], "main"),
    ("list", E["EIO"], "main"),
    ("stat", E["EIO"], "main"),
    ("seek", E["EIO"], "main"),
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

# Of these there are thousands, and each fails in a process forked there
# besides: every so many.
STRIDE = {
    ("memory", E["ENOMEM"], "main"): 31,
    ("memory", E["ENOMEM"], "worker"): 83,
    ("memory", "forever," + E["ENOMEM"], "main"): 97,
    ("memory", "forever," + E["ENOMEM"], "worker"): 173,
    ("memory", "kill", "worker"): 263, ("memory", "exit", "worker"): 523,
}
