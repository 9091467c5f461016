"""The budgets a lab's page has to keep."""

from callcentre import labs

DRAWN = (7, 9)  # labs by their place in the book that draw calls or futures before there is a picture


class Budget:
    """What no lab may exceed: a measure by lab in the unit and the decimals in which it is shown."""

    def __init__(self, words, most, unit, measured, decimals=0):
        self.words = words
        self.most = most
        self.unit = unit
        self.measured = measured
        self.decimals = decimals

    @property
    def exceeded_by(self):
        return [name for name, value in self.measured.items() if value > self.most]

    @property
    def worst(self):
        """The lab that comes nearest or exceeds it most."""
        return max(self.measured, key=self.measured.get)


def budgets(results):
    """Return the budgets, with what was measured of each lab."""

    def of(column, names=results, scale=1):
        return {name: results[name][column] / scale for name in names}

    drawn = [lab.name for place, lab in enumerate(labs.all(), 1) if place in DRAWN and lab.name in results]
    quick = [name for name in results if name not in drawn]
    return [
        Budget("the first lab's script, engine and data", 400, "KB gzip", of("own", scale=1000), 1),
        Budget("more of them for the next lab", 40, "KB gzip", of("again", scale=1000), 1),
        Budget("live with an empty cache on localhost", 500, "ms", of("live")),
        Budget("live at 1.6 Mbit/s", 2.3, "s", of("slow", scale=1000), 2),
        Budget("control to first picture, 95th percentile", 50, "ms", of("p95", quick)),
        Budget("the same where calls or futures are drawn", 150, "ms", of("p95", drawn)),
        Budget("layout shift", 0.02, "", of("shift"), 4),
    ]
