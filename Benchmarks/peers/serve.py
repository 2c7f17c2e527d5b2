"""Runs the cases in one framework:  serve.py eager|func|jax float32|float64

Reads requests from the standard input, `result CASE` or `round CASE`, and answers each with a line of JSON. It stays alive
between them, so that nothing is compiled or warmed up twice.
"""

import json
import os
import sys
import time

framework, type_name = sys.argv[1], sys.argv[2]
threads = int(os.environ.get("OMP_NUM_THREADS", "1"))

import numpy as np

if framework == "jax":
    import jax

    jax.config.update("jax_enable_x64", type_name == "float64")
    jax.config.update("jax_platforms", "cpu")

    def make(array):
        return jax.numpy.asarray(np.asarray(array, dtype=type_name))
else:
    import torch

    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)
    torch.set_default_dtype(getattr(torch, type_name))

    def make(array):
        return torch.from_numpy(np.array(array, dtype=type_name))


import cases
from inputs import cast, flat


class Runner:
    """A case, ready to be timed. Its `step` does the work once and gives what it made, done."""

    def __init__(self, name):
        case = cases.TABLE[name]
        self.step = case.makers[framework](cast(case.inputs(), make))
        self.repetitions = None

    def seconds(self, count):
        begin = time.perf_counter()
        for _ in range(count):
            self.step()
        return (time.perf_counter() - begin) / count

    def round(self):
        if self.repetitions is None:
            self.seconds(5)
            self.repetitions = max(1, min(20_000, int(0.2 / self.seconds(2))))
        return self.seconds(self.repetitions)


runners = {}
for line in sys.stdin:
    request, name = line.split()
    if name not in cases.TABLE or framework not in cases.TABLE[name].makers:
        answer = {"absent": True}
    else:
        try:
            if request == "result":
                # From the first step of a runner of its own: an optimiser's state goes on from step to step.
                answer = {"value": flat(Runner(name).step())}
            else:
                runners[name] = runners.get(name) or Runner(name)
                answer = {"seconds": runners[name].round()}
        except Exception as error:
            answer = {"failure": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
