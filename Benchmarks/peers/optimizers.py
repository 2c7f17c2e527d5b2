"""An LSTM that learns to optimise, unrolled on a quadratic."""

import numpy as np

from inputs import noise, weights

STEPS = 20


def inputs():
    gate = lambda inputs, key: noise(inputs * 80, key).reshape(inputs, 80) / np.sqrt(20)
    bias = lambda key: noise(80, key) / np.sqrt(20)
    return {
        "tree": {
            "W1": gate(1, 1), "U1": gate(20, 2), "b1": bias(3),
            "W2": gate(20, 4), "U2": gate(20, 5), "b2": bias(6), "V": weights(20, 1, 7),
        },
        "A": noise(10000, 8).reshape(100, 100) / 10, "y": noise(100, 9), "x": noise(100, 10),
        "zero": np.zeros((100, 20)),
    }


def cell(xp, sigmoid, x, h, c, W, U, b):
    gates = x @ W + h @ U + b
    i, f, g, o = (gates[:, 20 * k:20 * k + 20] for k in range(4))
    c = sigmoid(f) * c + sigmoid(i) * xp.tanh(g)
    return sigmoid(o) * xp.tanh(c), c


def moved(xp, sigmoid, tree, gradient, x, state):
    h1, c1, h2, c2 = state
    h1, c1 = cell(xp, sigmoid, gradient[:, None], h1, c1, tree["W1"], tree["U1"], tree["b1"])
    h2, c2 = cell(xp, sigmoid, h1, h2, c2, tree["W2"], tree["U2"], tree["b2"])
    return x + 0.1 * (h2 @ tree["V"])[:, 0], (h1, c1, h2, c2)


def eager(given):
    import torch

    tree = {n: p.requires_grad_() for n, p in given["tree"].items()}

    def f(x):
        return ((given["A"] @ x - given["y"]) ** 2).sum()

    def step():
        x, state, total = given["x"], (given["zero"],) * 4, 0
        for _ in range(STEPS):
            at = x.detach().requires_grad_()
            gradient, = torch.autograd.grad(f(at), at)
            x, state = moved(torch, torch.sigmoid, tree, gradient, x, state)
            total = total + f(x)
        return list(torch.autograd.grad(total, list(tree.values())))

    return step


def functional(given):
    import torch
    from torch.func import grad

    def f(x):
        return ((given["A"] @ x - given["y"]) ** 2).sum()

    def unrolled(tree):
        x, state, total = given["x"], (given["zero"],) * 4, 0
        for _ in range(STEPS):
            x, state = moved(torch, torch.sigmoid, tree, grad(f)(x).detach(), x, state)
            total = total + f(x)
        return total

    return lambda: grad(unrolled)(given["tree"])


def compiled(given):
    import jax
    import jax.numpy as jnp

    def unrolled(tree, A, y, start, zero):
        f = lambda x: ((A @ x - y) ** 2).sum()

        def one(carry, _):
            x, state = carry
            x, state = moved(jnp, jax.nn.sigmoid, tree, jax.lax.stop_gradient(jax.grad(f)(x)), x, state)
            return (x, state), f(x)

        return jax.lax.scan(one, (start, (zero,) * 4), None, length=STEPS)[1].sum()

    derivative = jax.jit(jax.grad(unrolled))
    data = given["A"], given["y"], given["x"], given["zero"]

    def step():
        result = jax.block_until_ready(derivative(given["tree"], *data))
        return [result[n] for n in given["tree"]]

    return step


def cases(Case):
    return {"lstm-optimizer": Case(inputs, {"eager": eager, "func": functional, "jax": compiled})}
