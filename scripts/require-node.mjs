// Loaded before anything native: better-sqlite3 would fail with a message that helps nobody.
const major = Number(process.versions.node.split(".")[0]);
if (major < 22) {
  console.error(
    `Hourbook needs Node 22 or newer; this is Node ${process.versions.node}. ` +
      "Run it through npm (npm run demo, npm test, npm start), which brings its own Node after npm ci.",
  );
  process.exit(1);
}
