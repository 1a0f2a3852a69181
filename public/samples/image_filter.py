"""Applies a filter to a picture. Which one, and how strongly, are parameters.

Input:      data/inputs/<did>/0, any picture Pillow reads
Parameters: filter (blur, sharpen, edges, grayscale) and radius, from the consumer's /data/inputs/algoCustomData.json;
            what is not given there is taken from the defaults the algorithm was published with
Output:     /data/outputs/filtered_image.png
Needs:      Pillow
"""

import json
import os
import sys

from PIL import Image, ImageFilter

FALLBACK = {"filter": "blur", "radius": "2"}

FILTERS = {
    "blur": lambda picture, radius: picture.filter(ImageFilter.GaussianBlur(radius)),
    "sharpen": lambda picture, radius: picture.filter(ImageFilter.UnsharpMask(radius=radius, percent=150, threshold=3)),
    "edges": lambda picture, radius: picture.convert("L").filter(ImageFilter.FIND_EDGES),
    "grayscale": lambda picture, radius: picture.convert("L"),
}


def published_defaults():
    did = os.environ.get("TRANSFORMATION_DID")
    if not did:
        return {}
    with open(f"/data/ddos/{did}") as file:
        algorithm = json.load(file).get("metadata", {}).get("algorithm", {})
    return {item["name"]: item["default"] for item in algorithm.get("consumerParameters") or []}


def chosen_values():
    try:
        with open("/data/inputs/algoCustomData.json") as file:
            chosen = json.load(file)
    except FileNotFoundError:
        return {}
    return chosen if isinstance(chosen, dict) else {}


def main():
    parameters = {**FALLBACK, **published_defaults(), **chosen_values()}
    name, radius = parameters["filter"], float(parameters["radius"])
    if name not in FILTERS:
        sys.exit(f"There is no filter named {name!r}. Choose one of: {', '.join(FILTERS)}.")
    print(f"Applying {name} with radius {radius:g}.")
    did = json.loads(os.environ["DIDS"])[0]
    with Image.open(f"data/inputs/{did}/0") as picture:
        FILTERS[name](picture.convert("RGB"), radius).save("/data/outputs/filtered_image.png")
    print("Wrote filtered_image.png.")


if __name__ == "__main__":
    main()
