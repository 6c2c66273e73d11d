import { pino } from "pino";
import { env } from "./env.server";

/** The log: one JSON object a line on standard output. Never log a password, a token or a mail's text. */
export const logger = pino({ level: env.LOG_LEVEL, base: undefined });
