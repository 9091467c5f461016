// One lab, alive in the page: its controls lead to requests, their answers to pictures, messages and the address.

import { ACTIONS } from "./actions.mjs";
import { assign } from "./assignment.mjs";
import { drawChart, fetchCharts } from "./chart-script.mjs";
import { ControlForm } from "./control-form.mjs";
import { takeDroppedFiles } from "./file-drop.mjs";
import { FloorPlayer } from "./floor-player.mjs";
import { Format } from "./format.mjs";
import { Handles } from "./handles.mjs";
import { LabAddress } from "./lab-address.mjs";
import { Lesson, valuesOf, whetherAsked } from "./lesson.mjs";
import { Messages } from "./messages.mjs";
import { Picture } from "./picture.mjs";
import { PictureRequests } from "./picture-requests.mjs";
import { presetShown, presetValues } from "./presets.mjs";

/** @import { AddressBar } from "./address-bar.mjs" */
/** @import { Engine } from "./engine.mjs" */
/** @import { Shown } from "./picture-requests.mjs" */
/** @import { Assignment, Context, Frame, Picture as Answered, Problem, Step, Values, View } from "./types.d.ts" */

export class LiveLab {
  /**
   * @param {HTMLElement} section
   * @param {Engine} engine
   * @param {AddressBar} bar
   */
  constructor(section, engine, bar) {
    /** @type {Frame} */
    const { lab, words, book, sections, assignment, view } = JSON.parse(section.dataset.frame ?? "");
    this.section = section;
    this.engine = engine;
    this.lab = lab;
    this.words = words;
    /** @type {Values} */
    this.defaults = JSON.parse(section.dataset.values ?? "");
    this.shown = this.defaults;
    const controls = lab.groups.flatMap((group) => group.controls);
    const format = new Format(document.documentElement.lang);
    /** @type {Context} */
    const context = { document, format, drawChart, id: section.id, words, book, sections, drawn: new Map() };
    this.presets = { presets: lab.presets, controls, defaults: this.defaults };
    this.lesson = new Lesson(section, context, lab);
    this.picture = new Picture(section, context, { controls, values: this.defaults, view });
    this.messages = new Messages(section, context, controls);
    this.requests = new PictureRequests({
      ask: (values) => this.ask(values),
      goOn: (run) => this.goOn(run),
      newest: () => this.form.values,
      draw: (picture, how) => this.show(picture, how),
      refuse: (problems) => this.refuse(problems),
      fail: (error) => this.fail(error),
      tellProgress: () => this.showProgress(),
    });
    this.form = new ControlForm(section, context, controls, this.defaults, {
      moved: () => this.requests.refresh(),
      chosePreset: (choice) => this.setAll(presetValues(this.presets, choice)),
      refused: (problem) => this.messages.showProblem(problem, this.assigned.hidden),
      isBehind: () => this.requests.isBehind || this.floor.isRunning,
      turned: () => this.setVoice(),
    });
    this.floor = new FloorPlayer(
      section,
      () => this.picture.view.charts[0],
      () => this.form.isPlaying,
    );
    this.address = new LabAddress({
      section,
      controls,
      defaults: this.defaults,
      words,
      assignment,
      bar,
      ask: (values) => {
        this.requests.leave();
        return this.ask(values);
      },
      hasScene: (number) => lab.scenes[number - 1] !== undefined,
      beginning: (scene) => this.beginning(scene),
      arrived: (picture, messages, also) => this.arrive(picture, messages, also),
    });
  }

  /**
   * Let the reader move the controls as soon as the engine is ready. The picture in the page is the one for the lab's
   * own values; another is asked for only where the address names other values.
   */
  async start() {
    try {
      this.form.setAndKeep(this.defaults, this.address.assignment.fixed);
      this.form.addPlayers();
      this.lesson.follow();
      await this.engine.load(this.lab.name);
      await this.takeAddress();
      this.section.addEventListener("click", ({ target }) => this.clicked(/** @type {Element} */ (target)));
      this.section.addEventListener("toggle", ({ target }) => this.toggled(/** @type {HTMLElement} */ (target)), true);
      window.addEventListener("hashchange", () => this.takeAddress());
      this.form.enable();
      takeDroppedFiles(this.section, this.form);
      new Handles(this.section, this.picture.context, this.presets.controls, this.form);
      this.section.dataset.state = "live";
    } catch (error) {
      this.fail(/** @type {Error} */ (error));
    }
  }

  /** @param {Error} error */
  fail(error) {
    this.form.pausePlayers();
    this.section.dataset.state = "failed";
    const reason = error.message.trim().split("\n").at(-1) ?? "";
    this.messages.say([this.words.failed.replace("{reason}", () => reason)]);
    if (!this.engine.failure) console.error(error); // the engine is why, and the message says so
  }

  /** @param {Element} target */
  clicked(target) {
    const button = target.closest("button");
    if (button?.dataset.load) this.form.chooseFile(button.dataset.load);
    const action = ACTIONS[button?.dataset.action ?? ""];
    if (action) this.act(() => action(this));
  }

  /** @param {HTMLElement} target */
  toggled(target) {
    if (target.dataset.fold) this.address.name(this.shown);
  }

  /** @param {() => unknown} action */
  async act(action) {
    try {
      await action();
    } catch (error) {
      this.fail(/** @type {Error} */ (error));
    }
  }

  /**
   * Ask for a view; what draws it is there when it resolves.
   *
   * @param {Values} values
   */
  async ask(values) {
    const [answer] = await Promise.all([this.engine.ask({ lab: this.lab.name, values }), fetchCharts()]);
    if (!answer.problems) return answer;
    const { format } = this.messages.context;
    return { problems: answer.problems.map(({ name, message }) => ({ name, message: format.text(message) })) };
  }

  /**
   * Ask for the next view of a long run, or for a step towards it.
   *
   * @param {Answered | Step} run
   */
  goOn({ values, state }) {
    return /** @type {Promise<Answered | Step>} */ (this.engine.ask({ lab: this.lab.name, values, state }));
  }

  /**
   * Set all controls at once, and show what follows.
   *
   * @param {Values} values
   */
  setAll(values) {
    this.form.setAll(values);
    return this.requests.refresh();
  }

  takeAddress() {
    return this.address.take(this.shown === this.defaults);
  }

  /**
   * Show what the address asked for.
   *
   * @param {Answered} picture
   * @param {string[]} messages
   * @param {{ scene: number, pinned: Answered | null }} also
   */
  arrive(picture, messages, { scene, pinned }) {
    this.form.setAndKeep(picture.values, this.address.assignment.fixed);
    this.letGuess(this.address.ofAddress);
    this.goTo(scene);
    this.pin(pinned);
    this.requests.show(picture);
    if (messages.length) this.messages.say([this.words.address, ...messages]);
    this.act(async () => {
      await this.requests.refine();
      if (pinned) await this.finishPin(pinned);
    });
  }

  /**
   * Find out the rest of a pinned scenario that takes long, unless another one is pinned meanwhile.
   *
   * @param {Answered} pinned
   */
  async finishPin(pinned) {
    /** @type {Answered | Step} */
    let run = pinned;
    while (run.state !== null && run.state !== undefined) {
      run = await this.goOn(run);
      if (this.address.pinned !== pinned.values) return;
    }
    if (run === pinned || !run.view) return;
    this.pin(run);
    this.picture.draw();
  }

  /**
   * Show a picture that was asked for; one that a move led to is named in the address.
   *
   * @param {Answered} picture
   * @param {Shown} how
   */
  show({ values, view, readings = [] }, { sent, isOn }) {
    if (sent) this.form.adopt(sent, values);
    this.shown = values;
    this.picture.view = view;
    this.picture.values = values;
    if (!isOn) {
      this.showProblems([]);
      this.messages.showReadings(readings);
    }
    this.showProgress();
    this.picture.draw();
    this.namePreset();
    this.picture.count();
    this.lesson.saw(values);
    if (sent || isOn) this.address.name(values);
  }

  /** @param {Problem[]} problems */
  refuse(problems) {
    this.form.pausePlayers();
    this.showProblems(problems);
    this.showProgress();
  }

  /** @param {Problem[]} problems */
  showProblems(problems) {
    this.messages.showProblems(problems, this.assigned.hidden);
  }

  /** What is asked of the lab now: by an instructor, and by the scene that is on. */
  get assigned() {
    const { assignment } = this.address;
    return { ...assignment, hidden: [...assignment.hidden, ...this.lesson.hidden] };
  }

  /**
   * The values from which a scene begins; at 0, those the page shows first.
   *
   * @param {number} number
   * @param {Values} [now] what the lab remembers for itself is taken from these
   */
  beginning(number, now = this.defaults) {
    const scene = this.lesson.scenes[number - 1];
    return scene ? { ...valuesOf(this.form.controls, scene, now), ...this.form.kept } : this.defaults;
  }

  /**
   * Have a scene on, or none, without moving anything.
   *
   * @param {number} number
   */
  goTo(number) {
    this.lesson.go(number);
    this.address.scene = this.lesson.number;
    assign(this.section, this.words, this.assigned);
  }

  /**
   * Have a scene on from its beginning, or let all scenes go and keep what they have shown.
   *
   * @param {number} number
   */
  begin(number) {
    this.goTo(number);
    this.lesson.announce();
    return this.lesson.scene ? this.setAll(this.beginning(number, this.shown)) : this.address.name(this.shown);
  }

  /**
   * Ask the lab's guess, or do not, where an address says so.
   *
   * @param {Assignment} assignment
   */
  letGuess(assignment) {
    if (!this.lesson.guess || !assignment.guess) return;
    const { isAsked } = whetherAsked([], {}, assignment);
    const place = this.lesson.place(".callcentre-guess");
    place.hidden = !isAsked;
    place.toggleAttribute("data-again", isAsked);
  }

  /**
   * Keep a scenario to compare others with, or let it go with null.
   *
   * @param {{ values: Values, view: View } | null} scenario
   */
  pin(scenario) {
    this.picture.pin(scenario);
    this.address.pinned = scenario?.values ?? null;
  }

  /** Keep what is shown to compare others with, or let go what is kept. */
  pinOrUnpin() {
    this.pin(this.address.pinned ? null : { values: this.shown, view: this.picture.view });
    this.picture.draw();
    this.address.name(this.shown);
  }

  showProgress() {
    this.picture.showProgress(this.requests);
    this.setVoice();
  }

  setVoice() {
    this.picture.setVoice(this.form.isPlaying);
  }

  namePreset() {
    const select = /** @type {HTMLSelectElement | null} */ (this.section.querySelector("[data-preset]"));
    if (select) select.value = presetShown(this.presets, select.value, this.shown, this.form.kept);
  }
}
