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
 * @returns {string}
 * @throws Error when none can be had
 */
export function findOrInstallChromium() {
  const find = () =>
    [process.env.CHROMIUM, ...KNOWN_PLACES, chromium.executablePath()].find((file) => file && existsSync(file));
  if (!find()) aptInstall("chromium");
  if (!find()) works("playwright-core", ["install", "chromium"], true);
  const found = find();
  if (found) return found;
  throw new Error(
    "No Chromium could be found or installed, and the browser journeys need one. Set CHROMIUM to its path.",
  );
}

/**
 * Makes sure that poppler's tools are there, with which tests read PDFs back; Debian's by apt as root.
 * @throws Error when they cannot be had
 */
export function findOrInstallPoppler() {
  const found = () => ["pdftotext", "pdfinfo", "pdffonts", "pdfsig", "pdfdetach"].every(isInstalled);
  if (!found()) aptInstall("poppler-utils");
  if (!found()) throw new Error("The tests read PDFs with poppler's tools (pdftotext and others). Install poppler.");
}

/**
 * By whether it starts, not by what it answers: some versions of poppler's tools end with an error after `-v`.
 * @param {string} tool
 */
function isInstalled(tool) {
  return spawnSync(tool, ["-v"], { stdio: "ignore" }).error === undefined;
}

/** @param {string} name of a Debian package */
function aptInstall(name) {
  if (process.getuid?.() !== 0 || !works("apt-get", ["--version"])) return;
  console.log(`Installing ${name} …`);
  works("apt-get", ["update", "-qq"], true);
  works("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], true);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {boolean} [loud]
 */
function works(command, args, loud = false) {
  return spawnSync(command, args, { stdio: loud ? ["ignore", "ignore", "inherit"] : "ignore" }).status === 0;
}
