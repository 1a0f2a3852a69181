"""Writes public/samples/peppers.png: a still life of three peppers, painted by arithmetic."""

import pathlib

import numpy
from PIL import Image

SIZE = 256
TARGET = pathlib.Path(__file__).resolve().parents[3] / "public" / "samples" / "peppers.png"
PEPPERS = [
    # centre x, centre y, width, height, lobes, colour
    (0.36, 0.60, 0.25, 0.29, 3, (204, 38, 28)),
    (0.70, 0.64, 0.23, 0.25, 4, (232, 176, 28)),
    (0.55, 0.36, 0.22, 0.23, 3, (58, 130, 44)),
]


def main():
    y, x = numpy.mgrid[0:SIZE, 0:SIZE] / SIZE
    picture = numpy.stack([96 + 50 * y, 74 + 40 * y, 62 + 34 * y], axis=-1)
    picture += (6 * numpy.sin(40 * x + 6 * numpy.sin(9 * y)))[..., None]
    for centre_x, centre_y, width, height, lobes, colour in sorted(PEPPERS, key=lambda pepper: pepper[1]):
        across, down = (x - centre_x) / width, (y - centre_y) / height
        angle = numpy.arctan2(down, across)
        distance = numpy.hypot(across, down) / (1 + 0.09 * numpy.cos(lobes * angle + 0.6))
        inside = distance < 1
        shade = 0.45 + 0.75 * numpy.sqrt(numpy.clip(1 - distance**2, 0, 1)) - 0.12 * numpy.cos(2 * lobes * across)
        gloss = 120 * numpy.exp(-((across + 0.35) ** 2 + (down + 0.4) ** 2) / 0.02)
        body = numpy.array(colour) * shade[..., None] + gloss[..., None]
        picture[inside] = body[inside]
        stem = (abs(across - 0.12 * (down + 1)) < 0.07) & (down < -0.82) & (down > -1.25)
        picture[stem] = (74, 98, 40)
    Image.fromarray(numpy.clip(picture, 0, 255).astype("uint8")).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
