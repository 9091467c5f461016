// A small run-time of SCORM 1.2 for the tests: it takes what its data model allows, notes every call, and keeps values from
// one visit to the next. What is against the rules stands in `faults`.
const TIME = /^\d\d:\d\d:\d\d(\.\d{1,2})?$/;
const TAKES = [
  [/^cmi\.core\.lesson_status$/, /^(passed|completed|failed|incomplete|browsed)$/],
  [/^cmi\.core\.exit$/, /^(time-out|suspend|logout|)$/],
  [/^cmi\.core\.score\.(raw|min|max)$/, /^(100|\d{1,2}(\.\d+)?)$/],
  [/^cmi\.core\.session_time$/, /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/],
  [/^cmi\.suspend_data$/, /^.{0,4096}$/s],
  [/^cmi\.interactions\.\d+\.id$/, /^[\w.-]{1,255}$/],
  [/^cmi\.interactions\.\d+\.time$/, TIME],
  [/^cmi\.interactions\.\d+\.type$/, /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/],
  [/^cmi\.interactions\.\d+\.result$/, /^(correct|wrong|unanticipated|neutral)$/],
  [/^cmi\.interactions\.\d+\.student_response$/, /^.{0,255}$/],
];
const ANSWERS = {
  choice: /^[a-z0-9](,[a-z0-9])*$/,
  sequencing: /^[a-z0-9](,[a-z0-9])*$/,
  matching: /^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/,
  "fill-in": /./,
};
const kept = JSON.parse(sessionStorage.getItem("kept") ?? '{"cmi.core.lesson_status": "not attempted"}');
const calls = [];
const faults = [];
let state = "new";

/** Note a call, and what is wrong with it. */
function noted(name, args, isAllowed) {
  calls.push([name, ...args]);
  if (!isAllowed || args.some((one) => typeof one !== "string")) faults.push([name, ...args]);
  return isAllowed;
}

function turn(name, from, to) {
  return (none) => {
    const isAllowed = noted(name, [none], none === "" && state === from);
    if (isAllowed) state = to;
    return String(isAllowed);
  };
}

function countOf() {
  const numbers = Object.keys(kept).map((name) => Number(/^cmi\.interactions\.(\d+)\./.exec(name)?.[1] ?? -1));
  return Math.max(-1, ...numbers) + 1;
}

function isInTurn(name, value) {
  const [, number, field] = /^cmi\.interactions\.(\d+)\.(\w+)$/.exec(name) ?? [];
  if (number === undefined) return true;
  if (Number(number) > countOf()) return false;
  const type = kept[`cmi.interactions.${number}.type`];
  return field !== "student_response" || ANSWERS[type]?.test(value);
}

window.API = {
  LMSInitialize: turn("LMSInitialize", "new", "running"),
  LMSFinish: turn("LMSFinish", "running", "finished"),
  LMSCommit(none) {
    sessionStorage.setItem("kept", JSON.stringify(kept));
    return String(noted("LMSCommit", [none], none === "" && state === "running"));
  },
  LMSGetValue(name) {
    const isKnown = name in kept || name === "cmi.interactions._count" || name === "cmi.suspend_data";
    noted("LMSGetValue", [name], isKnown && state === "running");
    return name === "cmi.interactions._count" ? String(countOf()) : (kept[name] ?? "");
  },
  LMSSetValue(name, value) {
    const rule = TAKES.find(([names]) => names.test(name));
    const isAllowed = state === "running" && Boolean(rule?.[1].test(value)) && isInTurn(name, value);
    if (noted("LMSSetValue", [name, value], isAllowed)) kept[name] = value;
    return String(isAllowed);
  },
};
window.platform = { calls, faults, kept };
