import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { alias } from "./vite.config.js";

interface Part {
  module: string;
  imports?: string[];
  css?: string[];
}
interface Manifest {
  url: string;
  entry: Part;
  routes: Record<string, Part & { path?: string }>;
}

const CLIENT = path.join(remixConfig.buildDirectory!, "client");
const PAGE = "/door";

/** What Remix's build says of itself to the browser. */
function readManifest(): Manifest {
  const name = readdirSync(path.join(CLIENT, "assets")).find((file) => /^manifest-.*\.js$/.test(file))!;
  const text = readFileSync(path.join(CLIENT, "assets", name), "utf8");
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as Manifest;
}

const read = (file: string) => readFileSync(path.join(CLIENT, file), "utf8");

/** What a script brings in only when it is needed, as the reader of a camera's pictures, and what that brings in. */
function listLater(script: string): string[] {
  const found = [...read(script).matchAll(/\bimport\("\.\/([\w.-]+\.js)"\)/g)].map(([, name]) => `/assets/${name}`);
  return found.flatMap((file) => [
    file,
    ...[...read(file).matchAll(/\bfrom"\.\/([\w.-]+\.js)"/g)].map(([, name]) => `/assets/${name}`),
  ]);
}

/** All that the desk at the door is drawn with: its page, and the files that the page brings in. Files of the build have a digest in their names. */
function listDoorFiles(): { url: string; revision: string | null }[] {
  const { url, entry, routes } = readManifest();
  const parts = [entry, routes.root!, ...Object.values(routes).filter((route) => `/${route.path}` === PAGE)];
  if (parts.length !== 3) throw new Error(`The build has no page ${PAGE}`);
  const page = parts.at(-1)!;
  const scripts = [page.module, ...(page.imports ?? [])];
  const styles = parts.flatMap(({ css = [] }) => css);
  const sheets = readdirSync(path.join(CLIENT, "assets")).filter((file) => file.endsWith(".css"));
  const font = sheets
    .flatMap((file) => [
      ...readFileSync(path.join(CLIENT, "assets", file), "utf8").matchAll(/\/assets\/[\w.-]+\.woff2/g),
    ])
    .map(([file]) => file)
    .filter((file) => file.includes("public-sans-latin-wght-normal"));
  const modules = parts.flatMap((part) => [part.module, ...(part.imports ?? [])]);
  const built = [url, ...modules, ...scripts.flatMap(listLater), ...styles, ...font];
  const files = [...new Set([...built, ...sheets.map((file) => `/assets/${file}`)])];
  const revision = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
  return [
    { url: PAGE, revision },
    ...["/door.webmanifest", "/favicon.svg", "/icon-192.png"].map((file) => ({ url: file, revision })),
    ...files.map((file) => ({ url: file, revision: null })),
  ];
}

/** The worker that opens the desk at the door without a network, made after the pages that it keeps. */
export default defineConfig(() => ({
  publicDir: false as const,
  resolve: { alias },
  define: { DOOR_FILES: JSON.stringify(listDoorFiles()), "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: CLIENT,
    emptyOutDir: false,
    target: "es2022",
    rollupOptions: {
      input: "app/attendance/door/service-worker.ts",
      output: { format: "iife" as const, entryFileNames: "door-worker.js" },
    },
  },
}));
