"""What a job may leave behind. Comes last: it writes the report."""

# What it may leave behind
os.symlink("/etc/shadow", "/data/outputs/link-to-shadow")
os.symlink("/", "/data/outputs/link-to-root")
os.mkfifo("/data/outputs/pipe")
os.mkdir("/data/outputs/folder")
with open("/data/outputs/original", "w") as file:
    file.write("linked")
os.link("/data/outputs/original", "/data/outputs/hard-link")
with open("/data/outputs/line\nbreak", "w") as file:
    file.write("odd name")
with open("/data/outputs/setuid", "w") as file:
    file.write("#!/bin/sh\n")
os.chmod("/data/outputs/setuid", 0o6777)
os.close(os.open("/data/outputs/unreadable", os.O_CREAT | os.O_WRONLY, 0))
os.makedirs("/data/outputs/locked/inside")
os.chmod("/data/outputs/locked", 0)
end = socket.socket(socket.AF_UNIX)
end.bind("/data/outputs/socket")

# A descendant that turns its back on the job and means to outlive it
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        for descriptor in (0, 1, 2):
            os.close(descriptor)
        os.execv("/bin/sleep", ["sleep", TARGETS["sleep"]])
    os._exit(0)
os.wait()

with open("/data/outputs/report.json", "w") as file:
    json.dump(report, file)
print(len(report), "attempts")
