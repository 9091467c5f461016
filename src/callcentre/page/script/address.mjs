// A lab's values in the page's address: "#cost-scenarios?calls_per_month=20000&vendor_takes=nights,weekends".

/** Split a fragment into the lab's id and its values in text, [name, text] each; null where it names no lab. */
export function readFragment(fragment) {
  const [id, query = ""] = splitOnce(fragment.replace(/^#/, ""), "?");
  return id ? { id, texts: [...new URLSearchParams(query)] } : null;
}

/**
 * The fragment for a lab's values: only what differs from its defaults, in the order of the controls, and then what an
 * instructor's address asked for besides, [name, text] each.
 */
export function writeFragment(id, controls, values, defaults, besides = []) {
  const changed = controls.filter(({ name }) => JSON.stringify(values[name]) !== JSON.stringify(defaults[name]));
  const query = new URLSearchParams([...changed.map(({ name }) => [name, [values[name]].flat().join(",")]), ...besides]);
  return String(query) ? `#${id}?${String(query).replaceAll("%2C", ",")}` : `#${id}`;
}

/** The values as the controls' kinds read them. What cannot be read stays text, for Python's check to name. */
export function valuesFromTexts(controls, texts) {
  const kinds = new Map(controls.map(({ name, kind }) => [name, kind]));
  return Object.fromEntries(texts.map(([name, text]) => [name, (READ[kinds.get(name)] ?? String)(text)]));
}

const READ = {
  slider: readNumber,
  player: readNumber,
  number: readNumber,
  choice: String,
  "many-of": (text) => text.split(",").filter(Boolean),
  switch: (text) => (text === "true" ? true : text === "false" ? false : text),
};

function readNumber(text) {
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) ? value : text;
}

function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
