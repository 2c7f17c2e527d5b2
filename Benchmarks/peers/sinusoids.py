"""MAML, FOMAML and Reptile on the regression of sinusoids."""

import numpy as np

from inputs import layers, noise
from perceptron import adam, perceptron

ALPHA = 0.01


def inputs():
    amplitude = (2.55 + 2.45 * noise(25, 9)).reshape(25, 1, 1)
    phase = (1.5 + 1.5 * noise(25, 10)).reshape(25, 1, 1)
    support, query = (5 * noise(250, key).reshape(25, 10, 1) for key in (7, 8))
    targets = lambda x: amplitude * np.sin(x - phase)
    return {
        "tree": layers([1, 40, 40, 1]),
        "tasks": (support, targets(support), query, targets(query)),
    }


def eager(activation, steps, second_order):
    import torch

    def make(given):
        act = getattr(torch, activation)
        tree = {name: value.requires_grad_() for name, value in given["tree"].items()}
        optimizer = torch.optim.Adam(tree.values(), lr=0.001)

        def loss(tree, x, y):
            return ((perceptron(tree, x, act) - y) ** 2).mean()

        def step():
            optimizer.zero_grad()
            total = 0
            for support_x, support_y, query_x, query_y in zip(*given["tasks"]):
                adapted = tree
                for _ in range(steps):
                    gradient = torch.autograd.grad(
                        loss(adapted, support_x, support_y), list(adapted.values()), create_graph=second_order)
                    adapted = {n: p - ALPHA * g for (n, p), g in zip(adapted.items(), gradient)}
                total = total + loss(adapted, query_x, query_y)
            (total / 25).backward()
            optimizer.step()
            return [optimizer.state[p]["exp_avg"] for p in tree.values()] + list(tree.values())

        return step

    return make


def functional(activation, steps, second_order):
    import torch
    from torch.func import grad, vmap

    def make(given):
        act = getattr(torch, activation)

        def loss(tree, x, y):
            return ((perceptron(tree, x, act) - y) ** 2).mean()

        def task(tree, support_x, support_y, query_x, query_y):
            for _ in range(steps):
                gradient = grad(loss)(tree, support_x, support_y)
                if not second_order:
                    gradient = {n: g.detach() for n, g in gradient.items()}
                tree = {n: p - ALPHA * gradient[n] for n, p in tree.items()}
            return loss(tree, query_x, query_y)

        def meta(tree):
            return vmap(task, in_dims=(None, 0, 0, 0, 0))(tree, *given["tasks"]).mean()

        zeros = {n: torch.zeros_like(p) for n, p in given["tree"].items()}
        state = [given["tree"], (0, zeros, zeros)]

        def step():
            state[:] = adam(state[0], grad(meta)(state[0]), state[1])
            return [state[1][1], state[0]]

        return step

    return make


def compiled(activation, steps, second_order):
    import jax
    import jax.numpy as jnp

    def make(given):
        act = {"tanh": jnp.tanh, "relu": jax.nn.relu}[activation]

        def loss(tree, x, y):
            return ((perceptron(tree, x, act) - y) ** 2).mean()

        def task(tree, support_x, support_y, query_x, query_y):
            for _ in range(steps):
                gradient = jax.grad(loss)(tree, support_x, support_y)
                if not second_order:
                    gradient = jax.lax.stop_gradient(gradient)
                tree = jax.tree.map(lambda p, g: p - ALPHA * g, tree, gradient)
            return loss(tree, query_x, query_y)

        def meta(tree, tasks):
            return jax.vmap(task, in_axes=(None, 0, 0, 0, 0))(tree, *tasks).mean()

        update = jax.jit(lambda tree, state, tasks: adam(tree, jax.grad(meta)(tree, tasks), state))
        zeros = jax.tree.map(jnp.zeros_like, given["tree"])
        state = [given["tree"], (jnp.zeros((), zeros["b1"].dtype), zeros, zeros)]

        def step():
            state[:] = jax.block_until_ready(update(state[0], state[1], given["tasks"]))
            # What comes out of jit has its fields sorted.
            return [[tree[n] for n in given["tree"]] for tree in (state[1][1], state[0])]

        return step

    return make


def reptile_inputs():
    amplitude, phase = 3.0, 0.5
    x = 5 * noise(10, 7).reshape(10, 1)
    return {"tree": layers([1, 64, 64, 1]), "x": x, "y": amplitude * np.sin(x - phase)}


def reptile_eager(given):
    import torch

    start = given["tree"]

    def step():
        tree = {n: p.detach().clone().requires_grad_() for n, p in start.items()}
        for _ in range(32):
            loss = ((perceptron(tree, given["x"], torch.tanh) - given["y"]) ** 2).mean()
            gradient = torch.autograd.grad(loss, list(tree.values()))
            with torch.no_grad():
                for p, g in zip(tree.values(), gradient):
                    p -= 0.02 * g
        return {n: p + 0.1 * (tree[n].detach() - p) for n, p in start.items()}

    return step


def reptile_functional(given):
    import torch
    from torch.func import grad

    start = given["tree"]

    def loss(tree):
        return ((perceptron(tree, given["x"], torch.tanh) - given["y"]) ** 2).mean()

    def step():
        tree = start
        for _ in range(32):
            gradient = grad(loss)(tree)
            tree = {n: p - 0.02 * gradient[n] for n, p in tree.items()}
        return {n: p + 0.1 * (tree[n] - p) for n, p in start.items()}

    return step


def reptile_compiled(given):
    import jax
    import jax.numpy as jnp

    def loss(tree, x, y):
        return ((perceptron(tree, x, jnp.tanh) - y) ** 2).mean()

    @jax.jit
    def update(start, x, y):
        def inner(_, tree):
            return jax.tree.map(lambda p, g: p - 0.02 * g, tree, jax.grad(loss)(tree, x, y))

        tree = jax.lax.fori_loop(0, 32, inner, start)
        return jax.tree.map(lambda p, q: p + 0.1 * (q - p), start, tree)

    def step():
        tree = jax.block_until_ready(update(given["tree"], given["x"], given["y"]))
        return [tree[n] for n in given["tree"]]

    return step


def cases(Case):
    table = {
        "reptile-32": Case(
            reptile_inputs, {"eager": reptile_eager, "func": reptile_functional, "jax": reptile_compiled})
    }
    for name, activation, steps, second_order in [
        ("maml-tanh-1", "tanh", 1, True),
        ("maml-relu-1", "relu", 1, True),
        ("maml-tanh-5", "tanh", 5, True),
        ("maml-relu-5", "relu", 5, True),
        ("fomaml-tanh-1", "tanh", 1, False),
        ("fomaml-tanh-5", "tanh", 5, False),
    ]:
        how = (activation, steps, second_order)
        table[name] = Case(
            inputs, {kind: deferred(maker, how) for kind, maker in
                     [("eager", eager), ("func", functional), ("jax", compiled)]})
    return table


def deferred(maker, how):
    """A maker whose framework is imported only when it is used."""
    return lambda given: maker(*how)(given)
