"""Further ways out, through the kernel's less known doors. Comes after `escape.py`, whose helpers it uses."""

import mmap

MORE = {
    "x86_64": {"fsopen": 430, "fsmount": 432, "fsconfig": 431, "fspick": 433, "open_tree": 428, "mount_setattr": 442,
               "name_to_handle_at": 303, "kexec_file_load": 320, "io_uring_enter": 426, "io_uring_register": 427,
               "request_key": 249, "process_vm_writev": 311, "process_madvise": 440, "kcmp": 312, "syslog": 103,
               "reboot": 169, "swapoff": 168, "delete_module": 176, "fanotify_init": 300, "move_pages": 279, "mbind": 237,
               "migrate_pages": 256, "lookup_dcookie": 212, "vhangup": 153, "adjtimex": 159, "clock_settime": 227,
               "clock_adjtime": 305, "setdomainname": 171, "chroot": 161, "iopl": 172, "ioperm": 173, "modify_ldt": 154,
               "uselib": 134, "sysfs": 139, "_sysctl": 156, "create_module": 174, "remap_file_pages": 216,
               "process_mrelease": 448, "kernel symbols": 177},
    "aarch64": {"fsopen": 430, "fsmount": 432, "fsconfig": 431, "fspick": 433, "open_tree": 428, "mount_setattr": 442,
                "name_to_handle_at": 264, "kexec_file_load": 294, "io_uring_enter": 426, "io_uring_register": 427,
                "request_key": 218, "process_vm_writev": 271, "process_madvise": 440, "kcmp": 272, "syslog": 116,
                "reboot": 142, "swapoff": 225, "delete_module": 106, "fanotify_init": 262, "move_pages": 239, "mbind": 235,
                "migrate_pages": 238, "lookup_dcookie": 18, "vhangup": 58, "adjtimex": 171, "clock_settime": 112,
                "clock_adjtime": 266, "setdomainname": 162, "chroot": 51, "remap_file_pages": 234, "process_mrelease": 448},
}.get(MACHINE, {})
NEWER = {"statmount": 457, "listmount": 458, "lsm_get_self_attr": 459, "open_tree_attr": 467, "a call of the future": 999}
NUMBERS.update(MORE)
NUMBERS.update(NEWER)
for name in [*MORE, *NEWER]:
    attempt(f"call {name}", lambda name=name: refused(name, 0, 0, 0, 0, 0))


def in_child(action):
    """Runs what may kill its process apart. Escaped when the child gets to the end."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(7 if action() is not False else 0)
        except BaseException:
            os._exit(0)
    return os.WEXITSTATUS(status) == 7 if os.WIFEXITED(status := os.waitpid(child, 0)[1]) else False


def calls_as_i386():
    """getpid by `int 0x80`, the door of 32-bit programs."""
    code = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    code.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")
    return ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))() > 0


def stopped_child(reach):
    """What a process can do to a child of its own that waits."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.read(reader, 1)
        os._exit(0)
    try:
        return reach(child)
    finally:
        os.close(writer)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def opens_families():
    opened = []
    for family in range(64):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
            if family in (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6) and kind != socket.SOCK_RAW:
                continue
            if family == socket.AF_UNIX:
                continue
            try:
                socket.socket(family, kind, 0).close()
                opened.append((family, int(kind)))
            except OSError:
                pass
    return opened or False


def opens_protocols():
    opened = []
    for protocol in (1, 2, 33, 58, 108, 132, 136, 255, 262):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
            try:
                socket.socket(socket.AF_INET, kind, protocol).close()
                opened.append((int(kind), protocol))
            except OSError:
                pass
    return opened or False


def same_as_server(path):
    """Whether a file or folder is the machine's and not the sandbox's or the image's own."""
    def action():
        known = TARGETS["machine"].get(path)
        found = sorted(os.listdir(path)) if os.path.isdir(path) else open(path, "rb").read(4096).hex()
        return bool(found) and found == known
    return action


def writes_once(path, text):
    return lambda: os.write(os.open(path, os.O_WRONLY), text)


def nested_namespace():
    """A user namespace by every door at once, then a mount in it."""
    if libc.syscall(NUMBERS["unshare"], 0x10000000 | 0x00020000) != 0:
        return False
    return libc.syscall(NUMBERS["mount"], b"none", b"/tmp", b"tmpfs", 0, 0) == 0


def injects_into_terminal():
    main, terminal = os.openpty()
    return any(fcntl.ioctl(terminal, request, b"x") == 0 for request in (termios.TIOCSTI, 0x541C))


if MACHINE == "x86_64":
    attempt("call by the x32 door", lambda: in_child(lambda: libc.syscall(0x40000000 | 39) > 0))
    attempt("call by the door of 32-bit programs", lambda: in_child(calls_as_i386))
    attempt("mount by the x32 door", lambda: in_child(lambda: libc.syscall(0x40000000 | 165, b"none", b"/tmp", b"tmpfs", 0, 0) == 0))
attempt("a namespace within", lambda: in_child(nested_namespace))
attempt("trace a child", lambda: stopped_child(lambda child: libc.syscall(NUMBERS["ptrace"], 16, child, 0, 0) == 0))
attempt("read a child by call", lambda: stopped_child(lambda child: refused("process_vm_readv", child, 0, 0, 0, 0, 0)))
attempt("take a child's descriptor", lambda: stopped_child(lambda child: refused("pidfd_getfd", os.pidfd_open(child), 0, 0)))
attempt("strange socket families", opens_families)
attempt("strange protocols", opens_protocols)
attempt("inject into a terminal of its own", injects_into_terminal)
attempt("setuid by a file of its own", lambda: in_child(lambda: os.seteuid(0)))
attempt("keep capabilities", lambda: libc.prctl(8, 1, 0, 0, 0) == 0 and libc.prctl(47, 2, 21, 0, 0) == 0)
attempt("drop the filter", lambda: libc.prctl(22, 0, 0, 0, 0) == 0)
attempt("new privileges again", lambda: libc.prctl(38, 0, 0, 0, 0) == 0)
attempt("kill everything but itself", lambda: os.kill(TARGETS["pid"], 9))
attempt("signal another job", lambda: any(os.kill(pid, 0) is None for pid in TARGETS["otherProcesses"]))

# What the first process holds of the server's
attempt("write to what the first process has open", lambda: [fd for fd in os.listdir("/proc/1/fd") if int(fd) > 2 and not os.path.samefile(f"/proc/1/fd/{fd}", "/dev/null") and os.write(os.open(f"/proc/1/fd/{fd}", os.O_WRONLY), b'{"child-pid": 1}')] or False)
attempt("planted file by the first process's root", reads("/proc/1/root" + TARGETS["planted"]))
attempt("planted file by the first process's folder", reads("/proc/1/cwd/../../../.." + TARGETS["planted"]))
attempt("planted file by its own root", reads("/proc/self/root/.." + TARGETS["planted"]))
attempt("threads of the server", lists(f"/proc/{TARGETS['pid']}/task"))

# The machine
for path in ("/etc/hostname", "/etc/passwd", "/etc/hosts", "/etc/resolv.conf", "/etc/machine-id", "/root", "/home", "/var", "/run", "/srv", "/mnt", "/tmp", "/var/tmp"):
    attempt(f"the machine's {path}", same_as_server(path))
attempt("the machine's name", lambda: os.uname().nodename == TARGETS["hostname"])
attempt("the machine's devices", lists("/sys/devices"))
attempt("the machine's control groups", lists("/sys/fs/cgroup"))
attempt("make a control group", lambda: os.mkdir("/sys/fs/cgroup/escape"))
attempt("kernel messages", lambda: os.open("/dev/kmsg", os.O_RDONLY | os.O_NONBLOCK))
attempt("addresses of the kernel", lambda: any(int(line.split()[0], 16) for line in open("/proc/kallsyms")))
attempt("physical memory map", lambda: any(not line.strip().startswith("00000000-00000000") for line in open("/proc/iomem")))
attempt("memory of the kernel", reads("/proc/kcore"))
attempt("pages of the machine", reads("/proc/kpageflags"))
for name in ("core_pattern", "modprobe", "hotplug", "poweroff_cmd", "random/boot_id", "ns_last_pid", "sched_rt_runtime_us"):
    attempt(f"write kernel/{name}", writes_once(f"/proc/sys/kernel/{name}", b"1"))
attempt("be the last to be killed", writes_once("/proc/self/oom_score_adj", b"-1000"))
attempt("identity of its namespace", writes_once("/proc/self/uid_map", b"0 0 1"))
attempt("groups of its namespace", writes_once("/proc/self/setgroups", b"allow"))
attempt("the machine's terminals", lambda: [name for name in os.listdir("/dev/pts") if name.isdigit()] and os.stat("/dev/pts").st_dev == TARGETS["terminals"])
attempt("a terminal to write to", lambda: os.open("/dev/tty", os.O_RDWR))

# Shared memory
ipc = ctypes.CDLL(None, use_errno=True)
attempt("shared memory of the machine", lambda: len(open("/proc/sysvipc/shm").read().splitlines()) > 1)
attempt("attach shared memory of the machine", lambda: ipc.shmget(TARGETS["sharedKey"], 0, 0) >= 0)
ipc.shmget(TARGETS["leftKey"], 4096, 0o1666)
