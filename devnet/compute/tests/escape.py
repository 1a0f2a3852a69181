"""A job that tries to get out of its sandbox in many ways and reports which of them worked.

TARGETS is put before this text: addresses, paths and process ids of things outside.
"""

import ctypes
import errno
import fcntl
import json
import os
import resource
import signal
import socket
import termios

libc = ctypes.CDLL(None, use_errno=True)
MACHINE = os.uname().machine
NUMBERS = {
    "x86_64": {"ptrace": 101, "mount": 165, "umount2": 166, "pivot_root": 155, "unshare": 272, "setns": 308, "bpf": 321,
               "perf_event_open": 298, "userfaultfd": 323, "io_uring_setup": 425, "keyctl": 250, "add_key": 248,
               "personality": 135, "process_vm_readv": 310, "open_by_handle_at": 304, "init_module": 175,
               "finit_module": 313, "kexec_load": 246, "swapon": 167, "settimeofday": 164, "clone3": 435,
               "memfd_secret": 447, "pidfd_getfd": 438, "move_mount": 429, "quotactl": 179, "acct": 163},
    "aarch64": {"ptrace": 117, "mount": 40, "umount2": 39, "pivot_root": 41, "unshare": 97, "setns": 268, "bpf": 280,
                "perf_event_open": 241, "userfaultfd": 282, "io_uring_setup": 425, "keyctl": 219, "add_key": 217,
                "personality": 92, "process_vm_readv": 270, "open_by_handle_at": 265, "init_module": 105,
                "finit_module": 273, "kexec_load": 104, "swapon": 224, "settimeofday": 170, "clone3": 435,
                "memfd_secret": 447, "pidfd_getfd": 438, "move_mount": 429, "quotactl": 60, "acct": 89},
}.get(MACHINE, {})

report = {}


def attempt(name, action):
    """The sandbox holds when the action raises or returns False."""
    try:
        outcome = action()
        report[name] = {"escaped": outcome is not False, "detail": str(outcome)[:200]}
    except Exception as error:
        report[name] = {"escaped": False, "detail": repr(error)[:200]}


def refused(name, *arguments):
    """A call the filter refuses fails with EPERM, or with ENOSYS where the C library is to look for another way."""
    ctypes.set_errno(0)
    result = libc.syscall(NUMBERS[name], *arguments)
    if result == -1 and ctypes.get_errno() in (errno.EPERM, errno.ENOSYS):
        return False
    return f"result {result}, errno {ctypes.get_errno()}"


def reads(path):
    return lambda: open(path, "rb").read(64)


def lists(path):
    return lambda: os.listdir(path) or False


def writes(path):
    return lambda: os.write(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT), b"x")


def connects(family, kind, address):
    def action():
        with socket.socket(family, kind) as end:
            end.settimeout(2)
            end.connect(address)
            if kind == socket.SOCK_DGRAM:
                end.send(b"x")
    return action


def makes_socket(family, kind, protocol=0):
    return lambda: socket.socket(family, kind, protocol).close()


def raises_limit(kind, value):
    return lambda: resource.setrlimit(kind, (value, value))


def sees_canary(paths):
    return lambda: any(TARGETS["canary"].encode() in open(path, "rb").read() for path in paths)


# Network
attempt("tcp to the server", connects(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", TARGETS["port"])))
attempt("tcp to the server over ipv6", connects(socket.AF_INET6, socket.SOCK_STREAM, ("::1", TARGETS["port"])))
attempt("tcp to the outside", connects(socket.AF_INET, socket.SOCK_STREAM, ("192.0.2.1", 80)))
attempt("udp to the outside", connects(socket.AF_INET, socket.SOCK_DGRAM, ("192.0.2.1", 53)))
attempt("cloud metadata service", connects(socket.AF_INET, socket.SOCK_STREAM, ("169.254.169.254", 80)))
attempt("name resolution", lambda: socket.getaddrinfo("example.com", 80))
attempt("abstract socket of the server", connects(socket.AF_UNIX, socket.SOCK_STREAM, "\0" + TARGETS["abstract"]))
attempt("named socket of the server", connects(socket.AF_UNIX, socket.SOCK_STREAM, TARGETS["socket"]))
attempt("other network interfaces", lambda: [name for _, name in socket.if_nameindex() if name != "lo"] or False)
attempt("netlink socket", makes_socket(socket.AF_NETLINK, socket.SOCK_RAW))
attempt("packet socket", makes_socket(socket.AF_PACKET, socket.SOCK_RAW))
attempt("raw ip socket", makes_socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP))
attempt("vsock to the hypervisor", makes_socket(40, socket.SOCK_STREAM))
attempt("kernel crypto socket", makes_socket(38, socket.SOCK_SEQPACKET))

# Files
attempt("planted file of the server", reads(TARGETS["planted"]))
attempt("folder of the server", lists(TARGETS["folder"]))
attempt("folder of another job", lists(TARGETS["otherJob"]))
attempt("input of another job", reads(TARGETS["otherInput"]))
for path in ("/etc/shadow", "/proc/kcore", "/dev/mem", "/dev/kmsg", "/proc/1/root/etc/shadow"):
    attempt(f"read {path}", reads(path))
if not TARGETS["hasImage"]:
    for path in ("/etc/passwd", "/etc/hostname"):
        attempt(f"read {path}", reads(path))
    for path in ("/root", "/home", "/var", "/run", "/sys", "/boot", "/mnt", "/srv"):
        attempt(f"list {path}", lists(path))
for path in ("/var/run/docker.sock", "/run/containerd/containerd.sock"):
    attempt(f"connect {path}", connects(socket.AF_UNIX, socket.SOCK_STREAM, path))
for path in ("/usr/bin/written", "/etc/written", "/written", "/opt/bin/written", "/data/written", "/data/ddos/written",
             "/data/inputs/written", "/data/transformations/algorithm", "/dev/written"):
    attempt(f"write {path}", writes(path))
attempt("replace the algorithm", lambda: os.rename("/data/transformations/algorithm", "/data/transformations/other"))
attempt("make its input writable", lambda: os.chmod("/data/inputs", 0o777))
attempt("block device", lambda: [name for name in os.listdir("/dev") if name.startswith(("sd", "vd", "nvme", "loop", "dm"))] or False)
attempt("make a block device", lambda: os.mknod("/tmp/device", 0o60600, os.makedev(7, 0)))
attempt("climb out by ..", lambda: os.path.exists("/data/../../../../" + TARGETS["planted"]))

# The server's environment, processes and kernel settings
attempt("server's environment in its own", lambda: TARGETS["canary"] in str(os.environ))
attempt("server's environment in /proc", sees_canary([f"/proc/{pid}/environ" for pid in os.listdir("/proc") if pid.isdigit()]))
attempt("server's command line in /proc", lambda: any(b"node" in reads(f"/proc/{pid}/cmdline")() for pid in os.listdir("/proc") if pid.isdigit()))
attempt("open descriptors of the server", lambda: [fd for fd in os.listdir("/proc/self/fd") if int(fd) > 2 and os.path.exists(f"/proc/self/fd/{fd}") and os.readlink(f"/proc/self/fd/{fd}") != "/dev/null"] or False)
attempt("see the server's process", lambda: os.kill(TARGETS["pid"], 0))
attempt("see other processes", lambda: len([pid for pid in os.listdir("/proc") if pid.isdigit()]) > 5)
for setting in ("vm/swappiness", "kernel/core_pattern", "kernel/hostname", "kernel/printk", "net/ipv4/ip_forward", "fs/protected_symlinks"):
    attempt(f"set {setting}", lambda setting=setting: open(f"/proc/sys/{setting}", "r+").close())
attempt("system request key", writes("/proc/sysrq-trigger"))

# Privileges
attempt("become root", lambda: os.setuid(0))
attempt("become another user", lambda: os.setuid(1))
attempt("become another group", lambda: os.setgroups([0]))
attempt("capabilities", lambda: any(int(line.split()[1], 16) for line in open("/proc/self/status") if line.startswith(("CapEff", "CapPrm", "CapBnd", "CapAmb"))))
attempt("gain privileges by exec", lambda: "NoNewPrivs:\t1" not in open("/proc/self/status").read())
attempt("no filter", lambda: "Seccomp:\t2" not in open("/proc/self/status").read())
attempt("chroot", lambda: os.chroot("/tmp"))
attempt("change the host name", lambda: socket.sethostname("changed"))
attempt("higher priority", lambda: os.nice(-5))
attempt("real-time priority", lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)))
attempt("more files", raises_limit(resource.RLIMIT_NOFILE, 100_000))
attempt("larger files", raises_limit(resource.RLIMIT_FSIZE, resource.RLIM_INFINITY))
attempt("core dumps", raises_limit(resource.RLIMIT_CORE, 1 << 20))
attempt("more processor time", raises_limit(resource.RLIMIT_CPU, resource.RLIM_INFINITY))
attempt("terminal injection", lambda: fcntl.ioctl(os.openpty()[1], termios.TIOCSTI, b"x"))
attempt("new user namespace", lambda: refused("unshare", 0x10000000))
attempt("new network namespace", lambda: refused("unshare", 0x40000000))
attempt("namespace by clone3", lambda: refused("clone3", ctypes.create_string_buffer(88), 88))
attempt("enter a namespace", lambda: refused("setns", os.open("/proc/self/ns/net", os.O_RDONLY), 0))
attempt("mount", lambda: refused("mount", b"none", b"/tmp", b"tmpfs", 0, 0))
attempt("unmount", lambda: refused("umount2", b"/data/inputs", 2))
attempt("pivot root", lambda: refused("pivot_root", b"/tmp", b"/tmp"))
attempt("move a mount", lambda: refused("move_mount", -1, b"/tmp", -1, b"/tmp", 0))
attempt("trace a process", lambda: refused("ptrace", 0, 0, 0, 0))
attempt("read another process", lambda: refused("process_vm_readv", os.getpid(), 0, 0, 0, 0, 0))
attempt("take a descriptor", lambda: refused("pidfd_getfd", 0, 0, 0))
attempt("kernel program", lambda: refused("bpf", 0, 0, 0))
attempt("performance counters", lambda: refused("perf_event_open", 0, 0, -1, -1, 0))
attempt("page fault handler", lambda: refused("userfaultfd", 0))
attempt("io_uring", lambda: refused("io_uring_setup", 1, ctypes.create_string_buffer(256)))
attempt("kernel keyring", lambda: refused("keyctl", 0, -3, 0))
attempt("add a key", lambda: refused("add_key", b"user", b"x", b"x", 1, -3))
attempt("other personality", lambda: refused("personality", 0x0008))
attempt("open by handle", lambda: refused("open_by_handle_at", -100, 0, 0))
attempt("load a module", lambda: refused("init_module", 0, 0, b""))
attempt("load a module from a file", lambda: refused("finit_module", 0, b"", 0))
attempt("load a kernel", lambda: refused("kexec_load", 0, 0, 0, 0))
attempt("swap file", lambda: refused("swapon", b"/tmp/x", 0))
attempt("set the clock", lambda: refused("settimeofday", 0, 0))
attempt("secret memory", lambda: refused("memfd_secret", 0))
attempt("disk quotas", lambda: refused("quotactl", 0, 0, 0, 0))
attempt("process accounting", lambda: refused("acct", 0))


def refused_clone():
    number = 56 if MACHINE == "x86_64" else 220
    ctypes.set_errno(0)
    result = libc.syscall(number, 0x10000000 | signal.SIGCHLD, 0, 0, 0, 0)
    if result == 0:
        os._exit(0)
    return False if result == -1 and ctypes.get_errno() == errno.EPERM else f"result {result}"


attempt("namespace by clone", refused_clone)
