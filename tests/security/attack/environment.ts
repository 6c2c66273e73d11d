// Imported first: what the attacker borrows of Hourbook's own code reads the environment when it is loaded.
process.env.HOURBOOK_MODE = "test";
process.env.LOG_LEVEL = "silent";
