"""Second and third derivatives, and meta-gradients beside their expansions."""

import numpy as np

from inputs import layers, noise
from perceptron import perceptron


def classifier_inputs():
    return {
        "tree": layers([64, 256, 256, 10]), "v": layers([64, 256, 256, 10], key=11),
        "x": noise(6400, 7).reshape(100, 64), "y": np.floor(5 + 4.99 * noise(100, 8)),
    }


def regression_inputs():
    x = 2 * noise(64, 7).reshape(32, 2)
    return {
        "tree": layers([2, 16, 16, 1]), "v": layers([2, 16, 16, 1], key=11), "x": x, "y": x[:, 0:1] * x[:, 1:2]
    }


def alphas_inputs():
    x, q = (5 * noise(10, key).reshape(10, 1) for key in (7, 8))
    wave = lambda x: 3 * np.sin(x - 0.5)
    return {"tree": layers([1, 40, 40, 1]), "S": (x, wave(x)), "Q": (q, wave(q)), "alphas": 0.001 * np.arange(1, 51)}


def unpacked(vector, like):
    """A flat vector as a tree."""
    tree, start = {}, 0
    for name, value in like.items():
        size = int(np.prod(value.shape))
        tree[name] = vector[start:start + size].reshape(value.shape)
        start += size
    return tree


def torch_loss(given, classifies):
    import torch

    labels = given["y"].long() if classifies else given["y"]

    def loss(tree):
        out = perceptron(tree, given["x"], torch.tanh)
        return torch.nn.functional.cross_entropy(out, labels) if classifies else ((out - labels) ** 2).mean()

    return loss


def jax_loss(classifies):
    import jax
    import jax.numpy as jnp

    def loss(tree, x, y):
        out = perceptron(tree, x, jnp.tanh)
        if not classifies:
            return ((out - y) ** 2).mean()
        picked = jnp.take_along_axis(jax.nn.log_softmax(out), y.astype(int)[:, None], axis=1)
        return -picked.mean()

    return loss


def inner(a, b):
    return sum((x * y).sum() for x, y in zip(a, b))


def product_eager(given, classifies=True, order=2):
    """The gradient contracted with v, once for order 2 and twice for order 3, differentiated again each time."""
    import torch

    loss = torch_loss(given, classifies)

    def step():
        tree = {n: p.detach().requires_grad_() for n, p in given["tree"].items()}
        parameters = list(tree.values())
        result = torch.autograd.grad(loss(tree), parameters, create_graph=True)
        for k in range(order - 1):
            contracted = inner(result, given["v"].values())
            result = torch.autograd.grad(contracted, parameters, create_graph=k < order - 2)
        return list(result)

    return step


def product_functional(given, classifies=True, order=2):
    from torch.func import grad, jvp

    loss = torch_loss(given, classifies)

    def along(f):
        return lambda tree: jvp(f, (tree,), (given["v"],))[1]

    derivative = grad(loss)
    for _ in range(order - 1):
        derivative = along(derivative)
    return lambda: derivative(given["tree"])


def product_compiled(given, classifies=True, order=2):
    import jax

    loss = jax_loss(classifies)

    @jax.jit
    def product(tree, v, x, y):
        derivative = jax.grad(lambda tree: loss(tree, x, y))
        for _ in range(order - 1):
            derivative = (lambda f: lambda tree: jax.jvp(f, (tree,), (v,))[1])(derivative)
        return derivative(tree)

    def step():
        result = jax.block_until_ready(product(given["tree"], given["v"], given["x"], given["y"]))
        return [result[n] for n in given["tree"]]

    return step


def hessian_eager(given):
    import torch

    loss = torch_loss(given, False)
    start = torch.cat([p.reshape(-1) for p in given["tree"].values()])
    return lambda: torch.autograd.functional.hessian(lambda v: loss(unpacked(v, given["tree"])), start)


def hessian_functional(given):
    import torch
    from torch.func import hessian

    loss = torch_loss(given, False)
    start = torch.cat([p.reshape(-1) for p in given["tree"].values()])
    return lambda: hessian(lambda v: loss(unpacked(v, given["tree"])))(start)


def hessian_compiled(given):
    import jax
    import jax.numpy as jnp

    loss = jax_loss(False)
    start = jnp.concatenate([p.reshape(-1) for p in given["tree"].values()])
    matrix = jax.jit(jax.hessian(lambda v, x, y: loss(unpacked(v, given["tree"]), x, y)))
    return lambda: jax.block_until_ready(matrix(start, given["x"], given["y"]))


def distance(xp, a, *parts):
    """The norm of a tree less a sum of others, each with its factor."""
    rest = {n: a[n] - sum(factor * tree[n] for factor, tree in parts) for n in a}
    return xp.sqrt(sum((p**2).sum() for p in rest.values()))


def residuals_of(xp, loss, grad, product, stop):
    """The residuals for one α, in terms of a framework's gradient and Hessian-vector product."""

    def residuals(tree, alpha, S, Q):
        on_support, on_query = (lambda tree: loss(tree, S)), (lambda tree: loss(tree, Q))

        def moved(tree):
            gradient = grad(on_support)(tree)
            return {n: tree[n] - alpha * gradient[n] for n in tree}

        g0, g1 = grad(on_support)(tree), grad(on_query)(tree)
        maml = grad(lambda tree: on_query(moved(tree)))(tree)
        fomaml = grad(on_query)(stop(moved(tree)))
        reptile = {n: g0[n] + fomaml[n] for n in tree}
        h0, h1 = product(on_support, tree, g1), product(on_query, tree, g0)
        return xp.stack([
            distance(xp, maml, (1, g1), (-alpha, h0), (-alpha, h1)),
            distance(xp, fomaml, (1, g1), (-alpha, h1)),
            distance(xp, reptile, (1, g0), (1, g1), (-alpha, h1)),
        ])

    return residuals


def alphas_eager(given):
    import torch

    def loss(tree, D):
        return ((perceptron(tree, D[0], torch.tanh) - D[1]) ** 2).mean()

    def gradient(value, tree, again):
        parts = torch.autograd.grad(value, list(tree.values()), create_graph=again)
        return dict(zip(tree, parts))

    S, Q = given["S"], given["Q"]

    def residuals(alpha):
        tree = {n: p.detach().requires_grad_() for n, p in given["tree"].items()}
        g0 = gradient(loss(tree, S), tree, True)
        g1 = gradient(loss(tree, Q), tree, True)
        moved = {n: tree[n] - alpha * g0[n] for n in tree}
        value = loss(moved, Q)
        fomaml = dict(zip(tree, torch.autograd.grad(value, list(moved.values()), retain_graph=True)))
        maml = dict(zip(tree, torch.autograd.grad(value, list(tree.values()), retain_graph=True)))
        h0 = gradient(inner(g0.values(), [p.detach() for p in g1.values()]), tree, False)
        h1 = gradient(inner(g1.values(), [p.detach() for p in g0.values()]), tree, False)
        with torch.no_grad():
            reptile = {n: g0[n] + fomaml[n] for n in tree}
            return torch.stack([
                distance(torch, maml, (1, g1), (-alpha, h0), (-alpha, h1)),
                distance(torch, fomaml, (1, g1), (-alpha, h1)),
                distance(torch, reptile, (1, g0), (1, g1), (-alpha, h1)),
            ])

    return lambda: torch.stack([residuals(alpha) for alpha in given["alphas"]])


def alphas_functional(given):
    import torch
    from torch.func import grad, jvp, vmap

    def loss(tree, D):
        return ((perceptron(tree, D[0], torch.tanh) - D[1]) ** 2).mean()

    one = residuals_of(
        torch, loss, grad, lambda f, tree, v: jvp(grad(f), (tree,), (v,))[1],
        lambda tree: {n: p.detach() for n, p in tree.items()})
    swept = vmap(lambda alpha: one(given["tree"], alpha, given["S"], given["Q"]))
    return lambda: swept(given["alphas"])


def alphas_compiled(given):
    import jax
    import jax.numpy as jnp

    def loss(tree, D):
        return ((perceptron(tree, D[0], jnp.tanh) - D[1]) ** 2).mean()

    one = residuals_of(
        jnp, loss, jax.grad, lambda f, tree, v: jax.jvp(jax.grad(f), (tree,), (v,))[1], jax.lax.stop_gradient)
    swept = jax.jit(jax.vmap(one, in_axes=(None, 0, None, None)))
    return lambda: jax.block_until_ready(swept(given["tree"], given["alphas"], given["S"], given["Q"]))


def cases(Case):
    third = {"classifies": False, "order": 3}
    alphas = {"eager": alphas_eager, "func": alphas_functional, "jax": alphas_compiled}
    return {
        "hvp": Case(
            classifier_inputs, {"eager": product_eager, "func": product_functional, "jax": product_compiled}),
        "hessian": Case(
            regression_inputs, {"eager": hessian_eager, "func": hessian_functional, "jax": hessian_compiled}),
        "third-order": Case(regression_inputs, {
            "eager": lambda given: product_eager(given, **third),
            "func": lambda given: product_functional(given, **third),
            "jax": lambda given: product_compiled(given, **third),
        }),
        "alphas-50": Case(alphas_inputs, alphas),
        "alphas-50-batched": Case(alphas_inputs, alphas),
    }
