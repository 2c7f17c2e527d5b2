"""The table of cases: for each its inputs, as NumPy arrays, and how each framework makes a step of them."""

import derivatives
import images
import optimizers
import sinusoids


class Case:
    """A case's inputs, and for each framework a function from them to a step, which takes no arguments."""

    def __init__(self, inputs, makers):
        self.inputs = inputs
        self.makers = makers


TABLE = {}
for module in [sinusoids, derivatives, images, optimizers]:
    TABLE.update(module.cases(Case))
