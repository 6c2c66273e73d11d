import { defineConfig } from "vite";
import { alias } from "./vite.config.js";

/**
 * The server and its jobs as plain JavaScript, whose parts both share: what is compiled at each start leaves behind more memory
 * than the program itself takes.
 */
export default defineConfig({
  publicDir: false,
  resolve: { alias },
  build: {
    ssr: true,
    outDir: "build/run",
    target: "node24",
    minify: false,
    rollupOptions: { input: { server: "server.ts", jobs: "scripts/jobs.ts" } },
  },
});
