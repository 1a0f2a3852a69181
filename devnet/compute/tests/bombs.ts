/** Programs that use up what they can. Each prints how far it got. */
export const bombs: Readonly<Record<string, string>> = {
  processes: `
import os, time
count = 0
try:
    while count < 300:
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
        count += 1
except BlockingIOError:
    pass
print("forked", count)
`,
  threads: `
import threading, time
count = 0
try:
    while count < 300:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        count += 1
except RuntimeError:
    pass
print("started", count, flush=True)
import os
os._exit(0)
`,
  memory: `
blocks = []
for size in range(16, 8192, 16):
    blocks.append(bytearray(16 << 20))
    print("holds", size, "MiB", flush=True)
`,
  'shared memory': `
with open("/dev/shm/bomb", "wb") as file:
    for size in range(1, 4096):
        file.write(bytes(1 << 20))
        file.flush()
        print("holds", size, "MiB", flush=True)
`,
  'one file': `
with open("/data/outputs/bomb", "wb") as file:
    for size in range(1, 4096):
        file.write(bytes(1 << 20))
        file.flush()
        print("wrote", size, "MiB", flush=True)
`,
  'many files': `
import os
for count in range(1, 100000):
    open(f"/data/outputs/{count}", "w").close()
    if count % 500 == 0:
        print("made", count, flush=True)
`,
  'sparse file': `
import os
descriptor = os.open("/data/outputs/sparse", os.O_CREAT | os.O_WRONLY)
os.ftruncate(descriptor, 1 << 40)
print("made a sparse file")
`,
  'deep folders': `
import os, time
os.chdir("/data/outputs")
for depth in range(60):
    os.mkdir("x" * 200)
    os.chdir("x" * 200)
open("hidden", "wb").write(bytes(1 << 20))
print("hidden", flush=True)
time.sleep(1)
`,
  'scratch space': `
with open("/tmp/bomb", "wb") as file:
    for size in range(1, 4096):
        file.write(bytes(1 << 20))
        file.flush()
        print("wrote", size, "MiB", flush=True)
`,
  daemons: `
import os
count = 0
while count < 300:
    try:
        child = os.fork()
    except OSError:
        break
    if child == 0:
        os.setsid()
        try:
            if os.fork() == 0:
                os.execv("/bin/sleep", ["sleep", "98765"])
            os._exit(0)
        except OSError:
            os._exit(1)
    if os.waitpid(child, 0)[1] != 0:
        break
    count += 1
print("left", count, flush=True)
`,
  'empty files': `
import os
for folder in range(3000):
    os.mkdir(f"/tmp/{folder}")
    for count in range(1000):
        os.close(os.open(f"/tmp/{folder}/{count}", os.O_CREAT | os.O_WRONLY))
    if folder % 50 == 0:
        print("made", folder, "thousand", flush=True)
`,
  'memory without a name': `
import os
held = 0
try:
    for number in range(40):
        descriptor = os.memfd_create("bomb")
        for count in range(25):
            os.write(descriptor, bytes(1 << 20))
            held += 1
        print("holds", held, "MiB", flush=True)
except OSError:
    pass
print("held", held, "MiB", flush=True)
`,
  'memory in common': `
import mmap, os, sys, time
for number in range(20):
    if os.fork() == 0:
        block = mmap.mmap(-1, 60 << 20)
        for at in range(0, 60 << 20, 4096):
            block[at] = 1
        time.sleep(30)
        os._exit(0)
sys.exit(max(os.wait()[1] for number in range(20)) and 1)
`,
  'endless line': `
import sys
for count in range(100):
    sys.stdout.write("\\x1b[31mno end \\x00" * 50_000)
`,
  'killing all': `
import os
print("before", flush=True)
os.kill(1, 9)
os.kill(-1, 9)
`,
}
