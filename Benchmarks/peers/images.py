"""Prototypical networks, on vectors and on images, and MAML on images."""

import numpy as np

from inputs import layers, noise, weights
from perceptron import adam, perceptron

EPSILON = 1e-5


def vectors_inputs():
    return {
        "tree": layers([784, 256, 128, 64]),
        "support": noise(25 * 784, 7).reshape(5, 5, 784),
        "query": noise(75 * 784, 8).reshape(75, 784),
        "labels": np.floor(np.arange(75) / 15),
    }


def convolutions(filters):
    """The kernels, scales and shifts of four blocks."""
    tree = {}
    for k in range(1, 5):
        inputs = 1 if k == 1 else filters
        kernels = noise(filters * inputs * 9, k).reshape(filters, inputs, 3, 3) / np.sqrt(9 * inputs)
        tree.update({f"K{k}": kernels, f"γ{k}": np.ones(filters), f"β{k}": np.zeros(filters)})
    return tree


def images_inputs(ways):
    return {
        "tree": convolutions(64),
        "support": noise(ways * 784, 7).reshape(ways, 1, 28, 28),
        "query": noise(ways * 5 * 784, 8).reshape(ways * 5, 1, 28, 28),
        "labels": np.floor(np.arange(ways * 5) / 5),
    }


def tasks_inputs():
    return {
        "tree": {**convolutions(32), "W": weights(32, 5, 5), "b": np.zeros(5)},
        "support": noise(4 * 5 * 784, 7).reshape(4, 5, 1, 28, 28),
        "query": noise(4 * 25 * 784, 8).reshape(4, 25, 1, 28, 28),
        "support_labels": np.arange(5),
        "labels": np.floor(np.arange(25) / 5),
    }


def squared_distances(z, prototypes):
    return ((z[:, None, :] - prototypes[None, :, :]) ** 2).sum(-1)


def torch_embedding(tree, x, normalized=None):
    """Four blocks; batch statistics, so that it is a function of its arguments alone."""
    import torch.nn.functional as F

    for k in range(1, 5):
        x = F.conv2d(x, tree[f"K{k}"], padding=1)
        scale, shift = tree[f"γ{k}"], tree[f"β{k}"]
        if normalized:
            x = normalized(x, scale, shift)
        else:
            x = F.batch_norm(x, None, None, scale, shift, training=True, eps=EPSILON)
        x = F.max_pool2d(F.relu(x), 2)
    return x.flatten(1)


def torch_normalized(x, scale, shift):
    """Batch normalisation step by step: the second derivative of `batch_norm` under `torch.func` is off by 1e-3."""
    mean = x.mean((0, 2, 3), keepdim=True)
    variance = ((x - mean) ** 2).mean((0, 2, 3), keepdim=True)
    return scale[:, None, None] * (x - mean) / (variance + EPSILON).sqrt() + shift[:, None, None]


def jax_embedding(tree, x):
    import jax
    import jax.numpy as jnp
    from jax import lax

    for k in range(1, 5):
        x = lax.conv_general_dilated(x, tree[f"K{k}"], (1, 1), "SAME", dimension_numbers=("NCHW", "OIHW", "NCHW"))
        mean = x.mean((0, 2, 3), keepdims=True)
        variance = ((x - mean) ** 2).mean((0, 2, 3), keepdims=True)
        scale, shift = (tree[f"{name}{k}"][:, None, None] for name in "γβ")
        x = jax.nn.relu(scale * (x - mean) / jnp.sqrt(variance + EPSILON) + shift)
        x = lax.reduce_window(x, -jnp.inf, lax.max, (1, 1, 2, 2), (1, 1, 2, 2), "VALID")
    return x.reshape(x.shape[0], -1)


def jax_cross_entropy(logits, labels):
    import jax
    import jax.numpy as jnp

    return -jnp.take_along_axis(jax.nn.log_softmax(logits), labels.astype(int)[:, None], axis=1).mean()


def torch_prototypes_loss(given, embed):
    import torch.nn.functional as F

    labels = given["labels"].long()

    def loss(tree):
        prototypes = embed(tree, given["support"])
        if prototypes.ndim == 3:
            prototypes = prototypes.mean(1)
        return F.cross_entropy(-squared_distances(embed(tree, given["query"]), prototypes), labels)

    return loss


def jax_prototypes_loss(embed):
    def loss(tree, support, query, labels):
        prototypes = embed(tree, support)
        if prototypes.ndim == 3:
            prototypes = prototypes.mean(1)
        return jax_cross_entropy(-squared_distances(embed(tree, query), prototypes), labels)

    return loss


def vectors_eager(given):
    import torch

    loss = torch_prototypes_loss(given, lambda tree, x: perceptron(tree, x, torch.relu))
    tree = {n: p.requires_grad_() for n, p in given["tree"].items()}
    optimizer = torch.optim.Adam(tree.values(), lr=0.001)

    def step():
        optimizer.zero_grad()
        loss(tree).backward()
        optimizer.step()
        return [optimizer.state[p][moment] for moment in ("exp_avg", "exp_avg_sq") for p in tree.values()]

    return step


def vectors_functional(given):
    import torch
    from torch.func import grad

    derivative = grad(torch_prototypes_loss(given, lambda tree, x: perceptron(tree, x, torch.relu)))
    zeros = {n: torch.zeros_like(p) for n, p in given["tree"].items()}
    state = [given["tree"], (0, zeros, zeros)]

    def step():
        state[:] = adam(state[0], derivative(state[0]), state[1])
        return [state[1][1], state[1][2]]

    return step


def vectors_compiled(given):
    import jax
    import jax.numpy as jnp

    loss = jax_prototypes_loss(lambda tree, x: perceptron(tree, x, jax.nn.relu))
    update = jax.jit(lambda tree, state, *data: adam(tree, jax.grad(loss)(tree, *data), state))
    zeros = jax.tree.map(jnp.zeros_like, given["tree"])
    state = [given["tree"], (jnp.zeros((), zeros["b1"].dtype), zeros, zeros)]
    data = given["support"], given["query"], given["labels"]

    def step():
        state[:] = jax.block_until_ready(update(state[0], state[1], *data))
        return [[tree[n] for n in given["tree"]] for tree in state[1][1:]]

    return step


def images_eager(given):
    import torch

    loss = torch_prototypes_loss(given, torch_embedding)
    tree = {n: p.requires_grad_() for n, p in given["tree"].items()}
    return lambda: list(torch.autograd.grad(loss(tree), list(tree.values())))


def images_functional(given):
    from torch.func import grad

    derivative = grad(torch_prototypes_loss(given, torch_embedding))
    return lambda: derivative(given["tree"])


def images_compiled(given):
    import jax

    derivative = jax.jit(jax.grad(jax_prototypes_loss(jax_embedding)))

    def step():
        result = jax.block_until_ready(derivative(given["tree"], given["support"], given["query"], given["labels"]))
        return [result[n] for n in given["tree"]]

    return step


ALPHA = 0.01


def tasks_eager(given):
    import torch
    import torch.nn.functional as F

    support_labels, labels = given["support_labels"].long(), given["labels"].long()
    tree = {n: p.requires_grad_() for n, p in given["tree"].items()}

    def loss(tree, x, y):
        return F.cross_entropy(torch_embedding(tree, x) @ tree["W"] + tree["b"], y)

    def step():
        total = 0
        for support, query in zip(given["support"], given["query"]):
            gradient = torch.autograd.grad(loss(tree, support, support_labels), list(tree.values()), create_graph=True)
            adapted = {n: p - ALPHA * g for (n, p), g in zip(tree.items(), gradient)}
            total = total + loss(adapted, query, labels)
        return list(torch.autograd.grad(total / 4, list(tree.values())))

    return step


def tasks_functional(given):
    import torch.nn.functional as F
    from torch.func import grad, vmap

    support_labels, labels = given["support_labels"].long(), given["labels"].long()

    def loss(tree, x, y):
        return F.cross_entropy(torch_embedding(tree, x, torch_normalized) @ tree["W"] + tree["b"], y)

    def task(tree, support, query):
        gradient = grad(loss)(tree, support, support_labels)
        return loss({n: p - ALPHA * gradient[n] for n, p in tree.items()}, query, labels)

    def meta(tree):
        return vmap(task, in_dims=(None, 0, 0))(tree, given["support"], given["query"]).mean()

    return lambda: grad(meta)(given["tree"])


def tasks_compiled(given):
    import jax

    def loss(tree, x, y):
        return jax_cross_entropy(jax_embedding(tree, x) @ tree["W"] + tree["b"], y)

    def task(tree, support, query, support_labels, labels):
        gradient = jax.grad(loss)(tree, support, support_labels)
        return loss(jax.tree.map(lambda p, g: p - ALPHA * g, tree, gradient), query, labels)

    def meta(tree, support, query, support_labels, labels):
        return jax.vmap(task, in_axes=(None, 0, 0, None, None))(tree, support, query, support_labels, labels).mean()

    derivative = jax.jit(jax.grad(meta))
    data = given["support"], given["query"], given["support_labels"], given["labels"]

    def step():
        result = jax.block_until_ready(derivative(given["tree"], *data))
        return [result[n] for n in given["tree"]]

    return step


def cases(Case):
    images = {"eager": images_eager, "func": images_functional, "jax": images_compiled}
    return {
        "protonet-mlp": Case(
            vectors_inputs, {"eager": vectors_eager, "func": vectors_functional, "jax": vectors_compiled}),
        "protonet-conv-5": Case(lambda: images_inputs(5), images),
        "protonet-conv-20": Case(lambda: images_inputs(20), images),
        "maml-conv": Case(tasks_inputs, {"eager": tasks_eager, "func": tasks_functional, "jax": tasks_compiled}),
    }
