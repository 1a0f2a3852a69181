"""Fails on purpose, to see what a failed job looks like: some work, a partial result, then an error.

Input:  none
Output: /data/outputs/partial.txt
Needs:  Python alone
"""


def main():
    print("Working on it ...", flush=True)
    with open("/data/outputs/partial.txt", "w") as file:
        file.write("Written before the failure.\n")
    raise RuntimeError("This algorithm fails on purpose.")


if __name__ == "__main__":
    main()
