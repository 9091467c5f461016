// The Python that runs a learner's cells: a worker of its own, which is ended and started anew when a cell takes too long or
// the reader stops it. What a learner has written is in the page, so that nothing is lost with a worker.

/** @import { Pack, Reply } from "../types.d.ts" */

export const MOST_SECONDS = 10;

/** Why a run ended without an answer: "time", "stop", or "error" with Python's words. */
export class Ended extends Error {
  /**
   * @param {"time" | "stop" | "error"} why
   * @param {string} [words]
   */
  constructor(why, words = "") {
    super(words);
    this.why = why;
  }
}

export class Runner {
  /**
   * @param {() => Promise<Worker>} starts
   * @param {() => Promise<Pack[]>} fetchPacks what all units share, and the page's own
   * @param {number} [mostSeconds]
   */
  constructor(starts, fetchPacks, mostSeconds = MOST_SECONDS) {
    this.starts = starts;
    this.mostSeconds = mostSeconds;
    this.packs = fetchPacks();
    this.asked = 0;
    /** @type {((ended: Ended) => void) | null} */
    this.end = null; // while something runs
    /** @type {Promise<unknown>} */
    this.last = Promise.resolve();
    this.ready = this.start();
    this.ready.catch(() => {}); // who waits for it says so
  }

  async start() {
    const [worker, packs] = await Promise.all([this.starts(), this.packs]);
    for (const pack of packs) await this.send(worker, { load: "exercises", pack });
    return worker;
  }

  /**
   * @param {Worker} worker
   * @param {object} message
   * @returns {Promise<string>}
   */
  send(worker, message) {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Ended("error", event.message || "the browser refused a worker"));
      worker.onmessage = (/** @type {MessageEvent<Reply>} */ { data }) => {
        if (data.failed !== undefined) reject(new Ended("error", data.failed));
        if (data.id !== id) return;
        if (data.error === undefined) resolve(data.answer ?? "");
        else reject(new Ended("error", data.error));
      };
      worker.postMessage({ id, ...message });
    });
  }

  /**
   * Ask Python; one request after another. Rejects with `Ended`.
   *
   * @param {object} request
   */
  ask(request) {
    const answer = this.last.then(() => this.askNow(request));
    this.last = answer.catch(() => {});
    return answer;
  }

  /** @param {object} request */
  async askNow(request) {
    const worker = await this.ready;
    const ended = new Promise((_, reject) => {
      this.end = reject;
    });
    const timer = setTimeout(() => this.end?.(new Ended("time")), this.mostSeconds * 1000);
    try {
      return JSON.parse(await Promise.race([this.send(worker, { request: JSON.stringify(request) }), ended]));
    } catch (error) {
      this.startAnew(worker);
      throw error;
    } finally {
      clearTimeout(timer);
      this.end = null;
    }
  }

  /** @param {Worker} worker */
  startAnew(worker) {
    worker.terminate();
    this.ready = this.start();
    this.ready.catch(() => {});
  }

  /** End what runs now. */
  stop() {
    this.end?.(new Ended("stop"));
  }
}
