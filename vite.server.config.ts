import { defineConfig } from "vite";
import { alias, BUNDLED, treeshake } from "./vite.config.js";

/** What runs in threads and processes beside the server (`app/platform/programs.server.ts`). */
export const PROGRAMS = [
  "app/attendance/meetings/report-reader.server.ts",
  "app/desks/issuing/issuing-worker.server.ts",
  "app/desks/lists/list-worker.server.ts",
  "app/documents/binding/binding-worker.server.ts",
  "app/documents/binding/page-count-reader.server.ts",
  "app/documents/checking/file-check-reader.server.ts",
  "app/documents/drawing/drawing-worker.server.ts",
  "app/documents/letterhead/image-check-reader.server.ts",
  "app/hr/overview/overview-worker.server.ts",
  "app/hr/staff-lists/reading/staff-list-reader.server.ts",
  "app/microcredentials/badges/badge-file-reader.server.ts",
  "app/platform/database/check-process.ts",
  "app/platform/files/file-look-reader.server.ts",
  "app/platform/mail/report-reader.server.ts",
  "app/platform/untrusted/reader-process.ts",
  "app/registration/import/list-reader.server.ts",
];

/**
 * The server, its jobs and what they start, as plain JavaScript, whose parts all share: what is compiled at each start leaves
 * behind more memory than the program itself takes.
 */
export default defineConfig({
  publicDir: false,
  resolve: { alias },
  ssr: { noExternal: BUNDLED },
  build: {
    ssr: true,
    outDir: "build/run",
    target: "node24",
    minify: false,
    rollupOptions: {
      treeshake,
      input: {
        server: "server.ts",
        jobs: "scripts/jobs.ts",
        ...Object.fromEntries(PROGRAMS.map((source) => [source.replace(/\.ts$/, ""), source])),
      },
    },
  },
});
