// The page's one engine: a worker started from this very script, so that it works from a server and from a disk alike.

import payload from "callcentre-payload";
import workerSource from "callcentre-worker";

export class Engine {
  constructor() {
    this.waiting = new Map();
    this.asked = 0;
    this.failure = null;
    /** Settled when Python is ready to answer, or has failed to start. */
    this.ready = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    this.ready.catch(() => {});
    this.start();
  }

  start() {
    try {
      const address = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
      this.worker = new Worker(address);
      this.worker.onmessage = ({ data }) => this.receive(data);
      this.worker.onerror = (event) => this.fail(event.message || "the browser refused a worker");
      this.worker.postMessage(payload);
    } catch (error) {
      this.fail(error.message);
    }
  }

  /** Ask for a view; resolves to what callcentre.labs.answer gives, rejects when the engine or the model fails. */
  ask(request) {
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.asked += 1;
      this.waiting.set(this.asked, { resolve, reject });
      this.worker.postMessage({ id: this.asked, request: JSON.stringify(request) });
    });
  }

  receive({ state, reason, id, answer, error }) {
    if (state === "ready") this.settle.resolve();
    if (state === "failed") this.fail(reason);
    if (!this.waiting.has(id)) return;
    const { resolve, reject } = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) resolve(JSON.parse(answer));
    else reject(new Error(error));
  }

  fail(reason) {
    this.failure = new EngineFailure(reason);
    this.settle.reject(this.failure);
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }
}

/** The engine did not start, so that no lab on the page can come alive. */
export class EngineFailure extends Error {}
