import { pino } from "pino";
import { env } from "~/platform/env.server";
import { describeError, withoutSecrets } from "./log-line";

/** The log: one JSON object a line on standard output. It holds no password, token, mail address or mail's text. */
export const logger = pino(
  { level: env.LOG_LEVEL, base: undefined, serializers: { err: (error: unknown) => describeError(error) } },
  { write: (line: string) => void process.stdout.write(withoutSecrets(line)) },
);
