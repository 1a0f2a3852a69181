"""Counts the lines of every file of every dataset.

Input:  data/inputs/<did>/<index>, files of any kind
Output: /data/outputs/result, one line per file: its place and its number of lines
Needs:  Python alone
"""

import json
import os


def count_lines(path):
    with open(path, "rb") as file:
        return sum(1 for _ in file)


def main():
    lines = []
    for did in json.loads(os.environ["DIDS"]):
        folder = os.path.join("data/inputs", did)
        for index in sorted(os.listdir(folder), key=int):
            lines.append(f"{did}/{index} {count_lines(os.path.join(folder, index))}")
            print(lines[-1])
    with open("/data/outputs/result", "w") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
