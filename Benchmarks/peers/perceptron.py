"""A multilayer perceptron over a tree {W1, b1, W2, …}, for any framework, and Adam over trees for those without one."""


def perceptron(tree, x, activation):
    depth = len(tree) // 2
    for layer in range(1, depth):
        x = activation(x @ tree[f"W{layer}"] + tree[f"b{layer}"])
    return x @ tree[f"W{depth}"] + tree[f"b{depth}"]


def adam(tree, gradient, state, rate=0.001):
    """A step of Adam over flat dictionaries: the new tree and state."""
    time, first, second = state
    time = time + 1
    first = {name: 0.9 * first[name] + 0.1 * gradient[name] for name in tree}
    second = {name: 0.999 * second[name] + 0.001 * gradient[name] ** 2 for name in tree}
    a, b = 1 - 0.9**time, 1 - 0.999**time
    tree = {name: tree[name] - rate * (first[name] / a) / ((second[name] / b) ** 0.5 + 1e-8) for name in tree}
    return tree, (time, first, second)
