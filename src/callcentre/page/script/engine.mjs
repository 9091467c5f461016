// The page's one engine: a worker with MicroPython and the Python that labs share; a lab's own comes in a pack.

import { Catalogue } from "./catalogue.mjs";
import { addressOf, load, loadPack } from "./scripts.mjs";

/** @import { EngineAnswer, Message, Reply, State, Values } from "./types.d.ts" */

/** @typedef {{ resolve: (answer: string) => void, reject: (error: Error) => void }} Waiting */

export class Engine {
  constructor() {
    /** @type {Map<number, Waiting>} */
    this.waiting = new Map();
    this.asked = 0;
    this.catalogue = new Catalogue(self.callcentreWords);
    /** @type {Map<string, Promise<string>>} */
    this.labs = new Map(); // for each lab whose Python somebody has asked for
    /** @type {Error | null} */
    this.failure = null; // once it is known that no lab of the page can come alive
    this.worker = this.start();
    this.worker.catch((error) => this.fail(error.message));
  }

  async start() {
    const worker = await startWorker();
    worker.onmessage = ({ data }) => this.receive(data);
    worker.onerror = (event) => this.fail(event.message || "the browser refused a worker");
    return worker;
  }

  /**
   * Have a lab's Python fetched and read; resolves when it is ready to answer at once. What failed is tried again.
   *
   * @param {string} lab
   */
  load(lab) {
    const loading = this.labs.get(lab) ?? this.fetchAndRead(lab);
    this.labs.set(lab, loading);
    return loading;
  }

  /** @param {string} lab */
  async fetchAndRead(lab) {
    try {
      return await this.send({ load: lab, pack: await loadPack(`lab-${lab}`) });
    } catch (error) {
      this.labs.delete(lab);
      throw error;
    }
  }

  /**
   * Ask for a view; resolves to what callcentre.labs.answer gives, in the page's language; rejects when the engine or the model fails.
   *
   * @param {{ lab: string, values: Values, state?: State }} request
   * @returns {Promise<EngineAnswer>}
   */
  ask(request) {
    return this.send({ request: JSON.stringify(request) }).then((answer) => this.catalogue.lay(JSON.parse(answer)));
  }

  /**
   * @param {Message} message
   * @returns {Promise<string>}
   */
  send(message) {
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.asked += 1;
      this.waiting.set(this.asked, { resolve, reject });
      const numbered = { id: this.asked, ...message };
      this.worker.then((worker) => worker.postMessage(numbered)).catch(() => {});
    });
  }

  /** @param {Reply} reply */
  receive({ failed, id = 0, answer = "", error }) {
    if (failed !== undefined) this.fail(failed);
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) waiting?.resolve(answer);
    else waiting?.reject(new Error(error));
  }

  /** @param {string} reason */
  fail(reason) {
    this.failure = new Error(reason);
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }
}

/**
 * Start the worker from its script. Browsers refuse that to a page from a disk or in a sandboxed frame, but not to load the
 * script into the page: there it leaves its own function behind, and the worker is started from that one's text.
 */
export async function startWorker() {
  if (location.protocol.startsWith("http") && self.origin !== "null") return new Worker(addressOf("engine"));
  if (!self.callcentreEngine) await load("engine");
  return new Worker(URL.createObjectURL(new Blob([`(${self.callcentreEngine})()`], { type: "text/javascript" })));
}
