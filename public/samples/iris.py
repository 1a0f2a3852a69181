"""Learns to tell three kinds of iris by their petals and pickles a map of its decisions.

Input:  data/inputs/<did>/0, CSV with the columns petal_length, petal_width and species
Output: /data/outputs/result, a pickled numpy array of class numbers; rows follow petal width, columns petal length
        /data/outputs/result_classes.json, the classes in the order of their numbers and the axes of the map
Needs:  numpy, pandas, scikit-learn
"""

import json
import os
import pickle

import numpy
import pandas
from sklearn.linear_model import LogisticRegression

FEATURES = ["petal_length", "petal_width"]
STEPS = 120
MARGIN = 0.5


def axis(values):
    return numpy.linspace(values.min() - MARGIN, values.max() + MARGIN, STEPS)


def main():
    did = json.loads(os.environ["DIDS"])[0]
    flowers = pandas.read_csv(f"data/inputs/{did}/0")
    species = flowers["species"].astype("category")
    print(f"Read {len(flowers)} flowers of {len(species.cat.categories)} species.", flush=True)

    model = LogisticRegression(C=10, max_iter=1000).fit(flowers[FEATURES].to_numpy(), species.cat.codes)
    accuracy = model.score(flowers[FEATURES].to_numpy(), species.cat.codes)
    print(f"Told apart {accuracy:.1%} of them.")

    lengths, widths = (axis(flowers[name]) for name in FEATURES)
    grid = numpy.array([[length, width] for width in widths for length in lengths])
    decisions = model.predict(grid).astype(numpy.int64).reshape(STEPS, STEPS)
    with open("/data/outputs/result", "wb") as file:
        pickle.dump(decisions, file, protocol=4)
    legend = {
        "classes": list(species.cat.categories),
        "petal_length": [round(float(end), 4) for end in (lengths[0], lengths[-1])],
        "petal_width": [round(float(end), 4) for end in (widths[0], widths[-1])],
    }
    with open("/data/outputs/result_classes.json", "w") as file:
        json.dump(legend, file, indent=2)


if __name__ == "__main__":
    main()
