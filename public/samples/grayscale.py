"""Turns a picture into shades of grey.

Input:  data/inputs/<did>/0, any picture Pillow reads
Output: /data/outputs/grayscale.png
Needs:  Pillow
"""

import json
import os

from PIL import Image


def main():
    did = json.loads(os.environ["DIDS"])[0]
    with Image.open(f"data/inputs/{did}/0") as picture:
        print(f"Read a picture of {picture.width} x {picture.height} pixels, mode {picture.mode}.")
        picture.convert("L").save("/data/outputs/grayscale.png")
    print("Wrote grayscale.png.")


if __name__ == "__main__":
    main()
