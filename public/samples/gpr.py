"""Fits a Gaussian process to the points of an ARFF file and pickles what it predicts on the same grid.

Input:  data/inputs/<did>/0, numeric attributes x0, x1 and y
Output: /data/outputs/result, a pickled numpy array; rows follow x1, columns follow x0
Needs:  numpy, scikit-learn, liac-arff
"""

import json
import os
import pickle

import arff
import numpy
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel

SEED = 0


def read_points(did):
    with open(f"data/inputs/{did}/0") as file:
        rows = numpy.array(arff.load(file)["data"], dtype=float)
    return rows[:, :2], rows[:, 2]


def grid_shape(points):
    return len(numpy.unique(points[:, 1])), len(numpy.unique(points[:, 0]))


def fit(points, values):
    low, high = points.min(axis=0), points.max(axis=0)
    kernel = ConstantKernel(1.0, (1e-2, 1e4)) * RBF([0.3, 0.3], (1e-2, 1e2))
    model = GaussianProcessRegressor(kernel, alpha=1e-6, normalize_y=True, random_state=SEED)
    scaled = (points - low) / (high - low)
    model.fit(scaled, values)
    return model, scaled


def main():
    did = json.loads(os.environ["DIDS"])[0]
    points, values = read_points(did)
    print(f"Read {len(values)} points of {did}.", flush=True)
    model, scaled = fit(points, values)
    print(f"Fitted {model.kernel_}.", flush=True)
    prediction = model.predict(scaled).reshape(grid_shape(points))
    error = numpy.abs(prediction.ravel() - values).max()
    print(f"Predicted a {prediction.shape[0]} x {prediction.shape[1]} surface, at most {error:.4f} off the points.")
    with open("/data/outputs/result", "wb") as file:
        pickle.dump(prediction, file, protocol=4)


if __name__ == "__main__":
    main()
