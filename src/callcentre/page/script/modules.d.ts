// Modules that bring no types of their own.

/** What bundle.py puts in the engine's script: MicroPython, and the Python that all labs share. */
declare module "callcentre-payload" {
  import type { Pack } from "./types.d.ts";

  const payload: { wasm: string; shared: Pack };
  export default payload;
}

declare module "@micropython/micropython-webassembly-pyscript/micropython.mjs" {
  export interface MicroPython {
    FS: {
      mkdirTree(path: string): void;
      writeFile(path: string, data: string | Uint8Array): void;
      readFile(path: string, options: { encoding: "utf8" }): string;
    };
    globals: { get<Value>(name: string): Value; set(name: string, value: unknown): void };
    runPython(code: string): unknown;
  }
  export function loadMicroPython(options: {
    url?: string;
    heapsize?: number;
    stdout?: (line: string) => void;
  }): Promise<MicroPython>;
}
