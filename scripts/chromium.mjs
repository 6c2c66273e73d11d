import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const KNOWN_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The path of a Chromium for the browser journeys; installs one where there is none: Debian's by apt as root, else
 * Playwright's own.
 * @returns {Promise<string>}
 * @throws Error when none can be had
 */
export async function findOrInstallChromium() {
  const found = find();
  if (found) return found;
  console.log("No Chromium is on this machine; installing one …");
  const isRoot = process.getuid?.() === 0;
  if (isRoot && works("apt-get", ["--version"])) {
    works("apt-get", ["update", "-qq"], true);
    works("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], true);
  }
  if (!find()) works("playwright-core", ["install", "chromium"], true);
  const installed = find();
  if (installed) return installed;
  throw new Error(
    "No Chromium could be found or installed, and the browser journeys need one. Set CHROMIUM to its path.",
  );
}

function find() {
  return [process.env.CHROMIUM, ...KNOWN_PLACES, chromium.executablePath()].find((file) => file && existsSync(file));
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {boolean} [loud]
 */
function works(command, args, loud = false) {
  return spawnSync(command, args, { stdio: loud ? "inherit" : "ignore" }).status === 0;
}
