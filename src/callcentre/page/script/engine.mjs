// The page's one engine: a worker started from this very script, so that it works from a server and from a disk alike.

import payload from "callcentre-payload";
import workerSource from "callcentre-worker";

export class Engine {
  constructor() {
    this.waiting = new Map();
    this.asked = 0;
    this.failure = null;
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

  /** Have a lab's Python read; resolves when it is ready to answer at once. */
  load(lab) {
    return this.send({ load: lab });
  }

  /** Ask for a view; resolves to what callcentre.labs.answer gives, rejects when the engine or the model fails. */
  ask(request) {
    return this.send({ request: JSON.stringify(request) }).then((answer) => JSON.parse(answer));
  }

  send(message) {
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.asked += 1;
      this.waiting.set(this.asked, { resolve, reject });
      this.worker.postMessage({ id: this.asked, ...message });
    });
  }

  receive({ failed, id, answer, error }) {
    if (failed !== undefined) this.fail(failed);
    if (!this.waiting.has(id)) return;
    const { resolve, reject } = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) resolve(answer);
    else reject(new Error(error));
  }

  fail(reason) {
    this.failure = new EngineFailure(reason);
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }
}

/** The engine did not start, so that no lab on the page can come alive. */
export class EngineFailure extends Error {}
