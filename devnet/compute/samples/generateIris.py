"""Writes public/samples/iris.csv from the measurements that come with scikit-learn."""

import csv
import pathlib

from sklearn.datasets import load_iris

TARGET = pathlib.Path(__file__).resolve().parents[3] / "public" / "samples" / "iris.csv"


def main():
    iris = load_iris()
    with open(TARGET, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["sepal_length", "sepal_width", "petal_length", "petal_width", "species"])
        for measurements, kind in zip(iris.data, iris.target):
            writer.writerow([f"{value:.1f}" for value in measurements] + [iris.target_names[kind]])


if __name__ == "__main__":
    main()
