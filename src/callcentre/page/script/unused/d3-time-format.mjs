// Dates on axes: Observable Plot names these, and no axis of ours shows one.

function unused() {
  throw new Error("d3-time-format is not part of this bundle");
}

export const timeFormat = unused;
export const utcFormat = unused;
