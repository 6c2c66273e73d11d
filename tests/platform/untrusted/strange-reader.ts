import { inflateSync } from "node:zlib";

/** A reader for tests: does what a file might make a reader do. */
export default function read(input: { do: string; bytes?: Uint8Array }): unknown {
  switch (input.do) {
    case "say-environment":
      return Object.keys(process.env);
    case "never-end":
      for (;;);
    case "fill-memory":
      return Array.from({ length: 100 }, () => Buffer.alloc(50_000_000, 1)).length;
    case "fill-heap": {
      const texts: string[] = [];
      for (let i = 0; ; i++) texts.push(`${i} `.repeat(1000) + i);
    }
    case "unpack":
      return inflateSync(input.bytes!).length;
    case "throw":
      throw new Error("a fault of the reader");
    default:
      return input;
  }
}
