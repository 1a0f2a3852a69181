/** What the probe's program is told to try to reach. */
export type ProbeTargets = { port: number; file: string; canary: string; packages: readonly string[] }

export type ProbeAnswer = { escapes: string[]; python: string; packages: Record<string, string> }

/** A Python program that tries to get out in the plainest ways, and lists what worked. */
export const probeProgram = (targets: ProbeTargets): string => `
import importlib.metadata, json, os, platform, socket
targets = json.loads(${JSON.stringify(JSON.stringify(targets))})
escapes = []

def attempt(name, action):
    try:
        if action() is not False:
            escapes.append(name)
    except Exception:
        pass

def connect():
    socket.create_connection(("127.0.0.1", targets["port"]), 1).close()

def environment():
    found = b"".join(open("/proc/%s/environ" % pid, "rb").read() for pid in os.listdir("/proc") if pid.isdigit())
    return targets["canary"].encode() in found

attempt("opened a network connection to the server", connect)
attempt("read a file of the server", lambda: open(targets["file"]).close())
attempt("wrote a kernel setting", lambda: open("/proc/sys/vm/swappiness", "r+").close())
attempt("wrote to the system's files", lambda: open("/usr/.probe", "w").close())
attempt("changed its own input", lambda: open("/data/transformations/algorithm", "a").close())
attempt("saw the server's environment", environment)
packages = {}
for name in targets["packages"]:
    try:
        packages[name] = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        pass
with open("/data/outputs/probe.json", "w") as file:
    json.dump({"escapes": escapes, "python": platform.python_version(), "packages": packages}, file)
`
