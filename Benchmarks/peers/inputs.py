"""The inputs of `cases/inputs.loop`, bit for bit: whole numbers below 2^53 in float64, rounded to the type at the end."""

import numpy as np

PRIME = 65537.0


def residue(k):
    return k - PRIME * np.floor(k / PRIME)


def cubed(k):
    return residue(k * k * k)


def noise(n, key):
    """n numbers between -1 and 1, of a stream of their own for each key."""
    positions = np.arange(n, dtype=np.float64)
    return cubed(residue(5 * cubed(residue(25717 * positions + 7919 * key)) + 31337)) / 32768 - 1


def weights(inputs, outputs, key):
    return noise(inputs * outputs, key).reshape(inputs, outputs) / np.sqrt(inputs)


def biases(inputs, outputs, key):
    return noise(outputs, key) / np.sqrt(inputs)


def layers(sizes, key=1):
    """Weights and biases of a multilayer perceptron, a stream of numbers for each."""
    tree = {}
    for layer, (m, n) in enumerate(zip(sizes, sizes[1:]), start=1):
        tree[f"W{layer}"] = weights(m, n, key + 2 * layer - 2)
        tree[f"b{layer}"] = biases(m, n, key + 2 * layer - 1)
    return tree


def cast(tree, make):
    """Every array of a tree, made by `make`."""
    if isinstance(tree, dict):
        return {name: cast(value, make) for name, value in tree.items()}
    if isinstance(tree, (list, tuple)):
        return type(tree)(cast(value, make) for value in tree)
    return make(tree)


def flat(tree):
    """All numbers of a tree, fields as written, as a list."""
    if isinstance(tree, dict):
        return [number for value in tree.values() for number in flat(value)]
    if isinstance(tree, (list, tuple)):
        return [number for value in tree for number in flat(value)]
    if hasattr(tree, "detach"):
        tree = tree.detach().numpy()
    return np.asarray(tree, dtype=np.float64).ravel().tolist()
