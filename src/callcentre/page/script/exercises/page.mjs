// Brings a page of exercises alive: its cells run in one Python, its tasks are checked there, and what a learner does is kept.

import { first } from "../elements.mjs";
import { withLine } from "./box.mjs";
import { AnswerCell, say, showOutput } from "./cell.mjs";
import { MOST_SECONDS } from "./runner.mjs";
import { Task } from "./task.mjs";
import { Work } from "./work.mjs";
import { WorkBar } from "./work-bar.mjs";

/** @import { Notebook } from "./notebook.mjs" */
/** @import { Ended, Runner } from "./runner.mjs" */
/** @import { BoxValues, KeptTask } from "./work.mjs" */
/** @import { Words } from "../types.d.ts" */

/** @typedef {{ id: string, kind: "given" | "answer" | "check", source: string, task: string | null, names: string[] }} CellData */
/** @typedef {{ unit: string, notebook: Notebook, cells: CellData[], points: Record<string, number>, triesBeforeAnswer: number,
 *   words: Words }} PageData */
/** @typedef {{ line: number | null, message: string, detail: string }} CellError */
/** @typedef {KeptTask & { task?: string }} Verdict without a task where nothing could be judged */
/** @typedef {{ id: string, text: string, value: string | null, error: CellError | null, verdict: Verdict | null }} Shown */

/** @param {Runner} runner */
export async function bringAlive(runner) {
  const data = JSON.parse(first(document, "[data-part=exercise]").textContent ?? "");
  const page = new ExercisePage(data, runner);
  try {
    await runner.ready;
    page.goLive();
  } catch (error) {
    page.fail(/** @type {Error} */ (error).message);
  }
}

class ExercisePage {
  /**
   * @param {PageData} data
   * @param {Runner} runner
   */
  constructor(data, runner) {
    this.data = data;
    this.words = data.words;
    this.runner = runner;
    this.work = new Work(data.unit);
    this.isFilling = false; // while cells are filled by the page, not by the learner
    const answers = data.cells.filter(({ kind }) => kind === "answer");
    this.cells = new Map(answers.map((cell) => [cell.id, this.makeCell(cell)]));
    this.tasks = new Map(data.cells.filter(({ task }) => task).map((cell) => [cell.task, this.makeTask(cell)]));
    this.bar = new WorkBar(first(document, "[data-part=work]"), this);
    this.bar.showAll();
  }

  /** @param {CellData} cell */
  makeCell(cell) {
    const kept = this.work.kept.cells[cell.id];
    const place = first(document, `[data-cell="${cell.id}"]`);
    const made = new AnswerCell(place, cell, this.words, {
      text: kept?.text ?? cell.source,
      changed: () => this.changed(cell),
      run: () => this.run(cell),
      stop: () => this.runner.stop(),
    });
    if (kept && kept.begins !== cell.source) made.tellChange(cell.source);
    return made;
  }

  /** @param {CellData} check */
  makeTask(check) {
    const name = check.task ?? "";
    const section = first(document, `section[data-task="${name}"]`);
    const task = new Task(section, this.words, {
      triesBeforeAnswer: this.data.triesBeforeAnswer,
      check: () => this.check(check),
      checkBox: (values) => this.checkBox(check, values),
      answer: () => this.tellAnswer(task),
    });
    const own = this.cellAbove(check);
    for (const button of section.querySelectorAll("[data-action=run]")) {
      if (own) /** @type {HTMLElement} */ (button).onclick = () => this.run(own);
    }
    this.showKept(task);
    return task;
  }

  /** @param {Task} task */
  showKept(task) {
    const kept = this.work.kept.tasks[task.name];
    if (kept?.state) task.show(kept);
    else task.forget();
    task.offerAnswer(kept?.tries ?? 0);
    task.fillBox(this.work.kept.boxes[task.name] ?? {});
  }

  goLive() {
    for (const task of this.tasks.values()) task.state = "live";
    for (const button of this.buttons()) button.disabled = button.dataset.action === "stop";
  }

  /** @param {string} reason */
  fail(reason) {
    for (const task of this.tasks.values()) {
      task.state = "failed";
      task.say(this.words.failed.replace("{reason}", () => reason));
    }
    this.bar.enable();
  }

  buttons() {
    return /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("article button[data-action]"));
  }

  // What a learner does ----------------------------------------------------------------------------------------------------

  /** @param {CellData} cell */
  changed(cell) {
    if (this.isFilling) return;
    this.keepCell(cell);
    for (const check of this.checksOf(cell)) this.forget(check.task ?? "");
    this.bar.showPoints();
  }

  /** @param {CellData} cell */
  keepCell({ id, source }) {
    const text = this.cells.get(id)?.text ?? source;
    this.work.change((kept) => {
      if (text === source) delete kept.cells[id];
      else kept.cells[id] = { text, begins: source };
    });
    this.bar.showKeeping();
  }

  /** @param {string} name */
  forget(name) {
    const task = this.tasks.get(name);
    if (!task?.section.dataset.verdict || task.section.dataset.verdict === "none") return;
    task.forget();
    const tries = this.work.tries(name);
    this.work.change((kept) => {
      kept.tasks[name] = { tries, state: "", message: "" };
    });
    task.offerAnswer(tries);
  }

  /** @param {CellData} cell */
  async run(cell) {
    const made = /** @type {AnswerCell} */ (this.cells.get(cell.id));
    const shown = await this.ask(
      { ask: "run", unit: this.data.unit, cells: this.upTo(cell), tries: {} },
      made,
      made.output,
    );
    if (shown) this.showRun(shown, cell);
  }

  /**
   * @param {Shown[]} shown
   * @param {CellData} cell
   */
  showRun(shown, cell) {
    const own = /** @type {Shown} */ (shown.find(({ id }) => id === cell.id));
    const place = /** @type {AnswerCell} */ (this.cells.get(cell.id)).output;
    if (own.text || own.value !== null || own.error) showOutput(place, own, this.words);
    else say(place, this.words.nothing);
    this.showOthers(shown.filter((other) => other !== own));
  }

  /**
   * Show what stopped cells above, what given cells print that need answers, and anew what cells showed of an earlier run.
   *
   * @param {Shown[]} shown
   */
  showOthers(shown) {
    for (const one of shown) {
      const place = /** @type {HTMLElement | null} */ (
        document.querySelector(`[data-cell="${one.id}"] [data-part=output]:not([data-given])`)
      );
      if (!place) continue;
      const isToShow = !this.cells.has(one.id) || place.hasChildNodes();
      if (one.error || (isToShow && (one.text || one.value !== null))) showOutput(place, one, this.words);
      else place.replaceChildren();
    }
  }

  /** @param {CellData} check */
  async check(check) {
    const task = /** @type {Task} */ (this.tasks.get(check.task));
    const above = this.cellAbove(check);
    const made = above ? this.cells.get(above.id) : undefined;
    const { id, source, names } = check;
    const { unit } = this.data;
    const cells = this.before(check);
    const request = { ask: "run", unit, cells, check: { id, source, names }, tries: this.triesOf(task) };
    const shown = await this.ask(request, made, task.message);
    if (!shown) return;
    const { verdict, error } = shown[shown.length - 1];
    this.showOthers(shown.slice(0, -1));
    if (verdict) this.judged(task, verdict);
    else task.say(error?.message ?? "");
  }

  /**
   * @param {CellData} check
   * @param {BoxValues} values
   */
  async checkBox(check, values) {
    const task = /** @type {Task} */ (this.tasks.get(check.task));
    this.work.change((kept) => {
      kept.boxes[task.name] = values;
    });
    const request = { ask: "box", task: task.name, answers: values, tries: this.triesOf(task) };
    const answer = await this.ask(request, undefined, task.message);
    if (!answer) return;
    for (const [name, line] of answer.lines) this.writeLine(check, name, line);
    this.judged(task, answer.verdict);
    if (answer.lines.length) task.add(this.words.in_cell);
  }

  /**
   * Write an answer of the box into the cell that speaks of its name.
   *
   * @param {CellData} check
   * @param {string} name
   * @param {string} line
   */
  writeLine(check, name, line) {
    const above = this.before(check).filter(({ id }) => this.cells.has(id));
    const speaks = above.filter(({ source }) => source.includes(name));
    const cell = this.cells.get((speaks.pop() ?? above.pop())?.id ?? "");
    if (cell) cell.text = withLine(cell.text, name, line);
  }

  /** @param {Task} task */
  async tellAnswer(task) {
    const words = await this.ask({ ask: "answer", task: task.name }, undefined, null);
    if (words) task.showAnswer(words);
  }

  /**
   * @param {Task} task
   * @param {Verdict} verdict
   */
  judged(task, { state, message, tries = this.work.tries(task.name) }) {
    const kept = { state, message, tries };
    this.work.change((all) => {
      all.tasks[task.name] = kept;
    });
    task.show(kept);
    this.bar.showPoints();
  }

  /**
   * Ask Python, with a word where its answer will stand; null where it ended without one, which is said there.
   *
   * @param {object} request
   * @param {AnswerCell | undefined} cell whose button stops it
   * @param {HTMLElement | null} place
   */
  async ask(request, cell, place) {
    const stop = cell?.stopButton;
    if (stop) stop.disabled = false;
    const wait = setTimeout(() => place && say(place, this.words.running), 300);
    try {
      return await this.runner.ask(request);
    } catch (error) {
      clearTimeout(wait);
      if (place) say(place, this.wordsOf(/** @type {Ended} */ (error)));
      return null;
    } finally {
      clearTimeout(wait);
      if (stop) stop.disabled = true;
    }
  }

  /** @param {Ended} ended */
  wordsOf({ why, message }) {
    if (why === "time") return this.words.too_long.replace("{seconds}", String(MOST_SECONDS));
    return why === "stop" ? this.words.stopped : this.words.broke.replace("{reason}", () => message);
  }

  // Which cell belongs to what ----------------------------------------------------------------------------------------------

  /** @param {CellData} cell */
  before(cell) {
    const above = this.data.cells.slice(0, this.data.cells.indexOf(cell));
    return above
      .filter(({ kind }) => kind !== "check")
      .map(({ id, source }) => ({ id, source: this.textOf(id, source) }));
  }

  /** @param {CellData} cell */
  upTo(cell) {
    return [...this.before(cell), { id: cell.id, source: this.textOf(cell.id, cell.source) }];
  }

  /**
   * @param {string} id
   * @param {string} source
   */
  textOf(id, source) {
    return this.cells.get(id)?.text ?? source;
  }

  /** @param {CellData} check */
  cellAbove(check) {
    const above = this.data.cells.slice(0, this.data.cells.indexOf(check));
    return above.filter(({ kind }) => kind === "answer").pop();
  }

  /** @param {CellData} cell */
  checksOf(cell) {
    return this.data.cells.filter((check) => check.kind === "check" && this.cellAbove(check) === cell);
  }

  /** @param {Task} task */
  triesOf(task) {
    return { [task.name]: this.work.tries(task.name) };
  }

  // The work as a whole ----------------------------------------------------------------------------------------------------

  answers() {
    return new Map([...this.cells].map(([id, cell]) => [id, cell.text]));
  }

  /**
   * Put texts into cells, as when a notebook is opened.
   *
   * @param {Map<string, string>} texts
   */
  fill(texts) {
    for (const [id, text] of texts) {
      const cell = this.cells.get(id);
      if (cell) cell.text = text;
    }
  }

  /** Show what is kept, after it was cleared or put back. */
  showAllKept() {
    this.isFilling = true;
    for (const [id, cell] of this.cells) cell.text = this.work.kept.cells[id]?.text ?? cell.data.source;
    this.isFilling = false;
    for (const cell of this.cells.values()) cell.output.replaceChildren();
    for (const task of this.tasks.values()) this.showKept(task);
  }
}
