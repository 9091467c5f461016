// Run in a page with a live lab: moves each control by one step, from the lab's own values, and times the new picture.
// Gives the control's name and milliseconds for each move that has a picture; one that is not allowed has none.
async ([section, rounds, pauses]) => {
  const LONGEST = 20_000; // ms until a picture is missed
  const boxes = [...section.querySelectorAll("[data-control]")].filter((box) => !box.querySelector("textarea"));
  const found = [];
  let moves = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const box of boxes) {
      await shown(() => section.querySelector("[data-action=reset]").click());
      // A moment, as a hand takes: some moves meet a long run at work, others come before it begins.
      await new Promise((resolve) => setTimeout(resolve, pauses[moves % pauses.length]));
      moves += 1;
      const event = moved(box, round % 2 === 1);
      const milliseconds = event && (await shown(event));
      if (milliseconds) found.push([box.dataset.control, milliseconds]);
    }
  }
  return found;

  /** Do something and return how many ms passed until its picture was drawn, or null where the lab refuses. */
  async function shown(act) {
    const before = section.dataset.revision;
    const start = performance.now();
    const answered = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("no picture came")), LONGEST);
      const observer = new MutationObserver(() => {
        const isShown = section.dataset.revision !== before;
        if (!isShown && !section.querySelector("[aria-invalid=true]")) return;
        clearTimeout(timer);
        observer.disconnect();
        resolve(isShown);
      });
      observer.observe(section, { subtree: true, attributeFilter: ["data-revision", "aria-invalid"] });
    });
    act();
    if (!(await answered)) return null;
    await framed();
    return performance.now() - start;
  }

  /** Wait until the browser has drawn the next frame: the first task after its callback. */
  function framed() {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      requestAnimationFrame(() => port2.postMessage(null));
    });
  }

  /** Move a control by a step and return what tells the lab so; null where nothing has changed. */
  function moved(box, isBack) {
    const inputs = [...box.querySelectorAll("[name]")];
    const [first] = inputs;
    const tell = (type) => () => first.dispatchEvent(new Event(type, { bubbles: true }));
    if (first.type === "range") stepped(first, isBack);
    else if (first.type === "checkbox") inputs.at(isBack ? -1 : 0).checked = !inputs.at(isBack ? -1 : 0).checked;
    else if (first.type === "radio") neighbour(inputs, "checked", isBack).checked = true;
    else if (first.localName === "select") neighbour([...first.options], "selected", isBack).selected = true;
    else return retyped(first) ? tell("change") : null; // when it is left: while one types, the lab waits
    return tell("input");
  }

  /** Step a slider; the other way where it stands at its end. */
  function stepped(input, isBack) {
    const before = input.value;
    const [step, other] = isBack ? ["stepDown", "stepUp"] : ["stepUp", "stepDown"];
    input[step]();
    if (input.value === before) input[other]();
  }

  function neighbour(choices, mark, isBack) {
    const place = choices.findIndex((one) => one[mark]);
    return choices[(place + (isBack ? choices.length - 1 : 1)) % choices.length];
  }

  /** Type another digit for the last that is not zero. */
  function retyped(input) {
    const before = input.value;
    input.value = before.replace(/[1-9](?=[^1-9]*$)/, (digit) => (digit === "9" ? 8 : Number(digit) + 1));
    return input.value !== before;
  }
};
