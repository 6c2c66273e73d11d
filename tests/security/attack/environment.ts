// Imported first: what the attacker borrows of Hourbook's own code reads the environment when it is loaded.
process.env.HOURBOOK_MODE = "test";
process.env.LOG_LEVEL = "silent";
// As tests/e2e/server-process.ts has it: what seals the keys opens them.
process.env.SIGNING_SECRET = "s".repeat(32);
