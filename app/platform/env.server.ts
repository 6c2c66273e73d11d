import { z } from "zod";

const blank = (value: unknown) => (value === "" ? undefined : value);

/** How many tries are taken from one network before it has to wait. */
const limit = (usual: number) => z.preprocess(blank, z.coerce.number().int().min(1).max(1_000_000).default(usual));

/** Seals the signing keys of the demo, of development and of tests, which sign nothing that counts. */
const INVENTED_SECRET = "not-a-secret: demo, development and tests only";

/**
 * Every key that Hourbook reads from the environment. .env.example lists those that an operator sets; the scripts and
 * tests set HOURBOOK_MODE, NODE_ENV, WEB_FOLLOWS and the keys that begin with TEST.
 */
export const environmentSchema = z
  .object({
    HOURBOOK_MODE: z.enum(["production", "demo", "development", "test"]).default("production"),
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65_535).default(3000)),
    ORIGIN: z.preprocess(blank, z.url({ protocol: /^https?$/ }).optional()),
    DATABASE_FILE: z.preprocess(blank, z.string().default("data/hourbook.sqlite")),
    FILES_DIR: z.preprocess(blank, z.string().optional()),
    SMTP_URL: z.preprocess(blank, z.url({ protocol: /^smtps?$/ }).optional()),
    MAIL_FROM: z.preprocess(blank, z.string().default("Hourbook <hourbook@localhost>")),
    MAIL_BOUNCE_SECRET: z.preprocess(blank, z.string().min(16).optional()),
    JOBS: z.preprocess(blank, z.enum(["here", "elsewhere"]).default("here")),
    WEB_PROCESSES: z.preprocess(blank, z.coerce.number().int().min(1).max(64).optional()),
    WEB_FOLLOWS: z.enum(["yes"]).optional(),
    CALL_OFF_SECONDS: z.preprocess(blank, z.coerce.number().int().min(0).max(600).default(10)),
    COMPRESSION: z.preprocess(blank, z.enum(["here", "proxy"]).default("here")),
    HSTS_SUBDOMAINS: z.preprocess(blank, z.enum(["yes", "no"]).default("no")),
    TRUST_PROXY: z.preprocess(blank, z.coerce.number().int().min(0).max(10).default(0)),
    CONNECTIONS_PER_ADDRESS: z.preprocess(blank, z.coerce.number().int().min(1).default(1_000)),
    CONNECTIONS: z.preprocess(blank, z.coerce.number().int().min(1).default(5_000)),
    EVIDENCE_FILE_MB: z.preprocess(blank, z.coerce.number().int().min(1).max(4_000).default(500)),
    EVIDENCE_PORTFOLIO_MB: z.preprocess(blank, z.coerce.number().int().min(1).max(100_000).default(2_048)),
    EVIDENCE_SCAN_COMMAND: z.preprocess(blank, z.string().optional()),
    SECURITY_CONTACT: z.preprocess(
      blank,
      z
        .string()
        .regex(/^(mailto:|https:\/\/)\S+$/, "must begin with mailto: or https://")
        .optional(),
    ),
    SIGNING_SECRET: z.preprocess(blank, z.string().min(32, "must have at least 32 characters").optional()),
    LIMIT_SIGN_INS_PER_ADDRESS: limit(100),
    LIMIT_RESETS_PER_ADDRESS: limit(30),
    LIMIT_SIGN_UPS_PER_ADDRESS: limit(300),
    LIMIT_CODES_PER_ADDRESS: limit(60),
    LIMIT_LINKS_PER_ADDRESS: limit(100),
    LIMIT_API_PER_TOKEN: limit(300),
    WEBHOOK_PRIVATE_ADDRESSES: z.preprocess(blank, z.enum(["yes", "no"]).default("no")),
    LOG_LEVEL: z.preprocess(blank, z.enum(["debug", "info", "warn", "error", "silent"]).default("info")),
    TEST_CLOCK_FILE: z.preprocess(blank, z.string().optional()),
    TEST_BUILD_FOLDER: z.preprocess(blank, z.string().optional()),
  })
  .refine((values) => !values.TEST_CLOCK_FILE || values.HOURBOOK_MODE === "test", {
    error: "TEST_CLOCK_FILE is for tests only",
    path: ["TEST_CLOCK_FILE"],
  })
  .refine((values) => values.SIGNING_SECRET || values.HOURBOOK_MODE !== "production", {
    error:
      "production needs a secret of its own, of at least 32 characters, for example from `openssl rand -base64 32`",
    path: ["SIGNING_SECRET"],
  })
  .refine((values) => !values.TEST_BUILD_FOLDER || values.HOURBOOK_MODE === "test", {
    error: "TEST_BUILD_FOLDER is for tests only",
    path: ["TEST_BUILD_FOLDER"],
  });

export type Environment = z.infer<typeof environmentSchema>;

/**
 * Reads the environment.
 * @throws Error with one plain sentence that names the keys that are wrong
 */
export function parseEnvironment(values: NodeJS.ProcessEnv): Environment {
  const parsed = environmentSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not usable: ${problems.join("; ")}.`);
}

/** The environment as it was when the process started. */
export const env = parseEnvironment(process.env);

/** What a process of ours needs that must know no secret. */
export const bareEnvironment = { PATH: process.env.PATH ?? "", NODE_ENV: env.NODE_ENV };

/** Where people reach Hourbook, without a slash at the end; links in mail and documents start with it. */
export const origin = (env.ORIGIN ?? `http://localhost:${env.PORT}`).replace(/\/$/, "");

/** The bare address in MAIL_FROM, as calendars name an organizer. */
export const mailSender = /<([^>]+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM;

/** What the private signing keys are sealed with at rest (D5). */
export const signingSecret = env.SIGNING_SECRET ?? INVENTED_SECRET;

/** What a file of somebody's evidence, and all files of one portfolio, may have, in bytes. */
export const evidenceLimits = {
  file: env.EVIDENCE_FILE_MB * 1024 * 1024,
  portfolio: env.EVIDENCE_PORTFOLIO_MB * 1024 * 1024,
};

/**
 * The folder of the files that people add. Beside the database file and by its name, because each database sweeps away what
 * its own rows do not know: two databases must not share one.
 */
export const filesFolder = env.FILES_DIR ?? `${env.DATABASE_FILE.replace(/\.sqlite$/, "")}-files`;
