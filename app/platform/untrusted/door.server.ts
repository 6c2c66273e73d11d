import { type ChildProcess, fork } from "node:child_process";
import { bareEnvironment } from "../env.server";
import { programOf } from "../programs.server";
import { outsideGate } from "../serving/gate.server";
import type { UntrustedRefusal } from "./refusal";

/** What a file from outside may take while it is read. */
const LIMITS = { milliseconds: 10_000, megabytes: 400 };
/** A process that only starts may take longer. */
const START_MS = 30_000;
/** Readings under way at once; two, so that one file that takes its time does not hold up the next. */
const READERS = 2;
/** Readings that may wait. */
const MOST_WAITING = 60;
/** How long a process that has nothing to read stays, milliseconds. */
export const IDLE_MS = 30_000;
/** JavaScript's own part of the memory; what it keeps outside of that is watched as well. */
const HEAP_MB = 256;

/**
 * Code that reads what somebody from outside sent: a module whose default export takes the input and gives the output.
 * Both travel between processes, so they are plain data.
 */
export interface UntrustedReader<Input, Output> {
  file: string;
  /** Only for the types. */
  readonly types?: (input: Input) => Output;
}

/** Names a reader by its file, from the repository's root. */
export const untrustedReader = <Input, Output>(file: string): UntrustedReader<Input, Output> => ({
  file: programOf(file).file,
});

/** What was read, or why it was not: it took too much, or too many files wait already. */
export type UntrustedOutcome<Output> = { ok: true; value: Output } | { ok: false; reason: UntrustedRefusal };

interface Waiting {
  run: (process: ReaderProcess) => void;
}

const idle: ReaderProcess[] = [];
const waiting: Waiting[] = [];
let started = 0;

/**
 * Reads a foreign file in a process of its own, with a limit of time and memory: a thread would not do, since its limits
 * leave out what libraries unpack. The one door for everything that comes from outside as a file.
 * @throws Error when the reader itself has a fault
 */
export function readUntrusted<Input, Output>(
  reader: UntrustedReader<Input, Output>,
  input: Input,
): Promise<UntrustedOutcome<Output>> {
  if (waiting.length >= MOST_WAITING) return Promise.resolve({ ok: false, reason: "too-many" });
  return outsideGate(
    () =>
      new Promise((resolve, reject) => {
        waiting.push({
          run: (process) =>
            void process
              .read(reader.file, input)
              .then((outcome) => resolve(outcome as UntrustedOutcome<Output>), reject),
        });
        assign();
      }),
  );
}

/** Gives whoever waits longest to a process that is free. */
function assign(): void {
  while (waiting.length > 0) {
    const free = idle.pop() ?? (started < READERS ? new ReaderProcess() : null);
    if (!free) return;
    waiting.shift()?.run(free);
  }
}

type Answer = { value: unknown } | { fault: string };

class ReaderProcess {
  private readonly child: ChildProcess;
  /** Becomes true once it has started, which may take longer than to read a file. */
  private readonly isReady: Promise<boolean>;
  private answer: ((answer: Answer | null) => void) | null = null;
  private rest: NodeJS.Timeout | undefined;

  constructor() {
    started++;
    const { file, execArgv } = programOf("app/platform/untrusted/reader-process.ts");
    this.child = fork(file, [String(LIMITS.megabytes)], {
      execArgv: [...execArgv, `--max-old-space-size=${HEAP_MB}`],
      // Whatever a file may do to the process, it finds no secret there.
      env: bareEnvironment,
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.isReady = new Promise((resolve) => {
      this.child.once("message", () => resolve(true)).once("exit", () => resolve(false));
    });
    this.child.on("message", (message: Answer | "ready") => {
      if (message !== "ready") this.answer?.(message);
    });
    this.child.once("exit", () => {
      started--;
      clearTimeout(this.rest);
      this.leaveIdle();
      this.answer?.(null);
      assign();
    });
    this.child.on("error", () => this.child.kill("SIGKILL"));
  }

  async read(file: string, input: unknown): Promise<UntrustedOutcome<unknown>> {
    clearTimeout(this.rest);
    this.keepAlive(true);
    const starting = this.killAfter(START_MS);
    if (!(await this.isReady)) throw new Error("A process that reads files could not be started.");
    clearTimeout(starting);
    const reading = this.killAfter(LIMITS.milliseconds);
    const answer = await new Promise<Answer | null>((resolve) => {
      this.answer = resolve;
      this.child.send({ file, input });
    });
    clearTimeout(reading);
    this.answer = null;
    // Killed, by the time, by its own watch over memory, or by running out of it.
    if (!answer) return { ok: false, reason: "too-large-to-check" };
    this.becomeIdle();
    if ("fault" in answer) throw new Error(`A reader of files failed: ${answer.fault}`);
    return { ok: true, value: answer.value };
  }

  private killAfter(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.child.kill("SIGKILL"), milliseconds);
  }

  private becomeIdle(): void {
    idle.push(this);
    this.keepAlive(false);
    this.rest = setTimeout(() => {
      // At once: it takes its time to end, and whoever gave it a file meanwhile would be told that the file is too large.
      this.leaveIdle();
      this.child.kill();
    }, IDLE_MS);
    this.rest.unref();
    assign();
  }

  private leaveIdle(): void {
    const at = idle.indexOf(this);
    if (at >= 0) idle.splice(at, 1);
  }

  /** A process that waits must not keep the server from ending; one at work must. */
  private keepAlive(yes: boolean): void {
    const { channel } = this.child;
    if (yes) {
      this.child.ref();
      channel?.ref();
    } else {
      this.child.unref();
      channel?.unref();
    }
  }
}
