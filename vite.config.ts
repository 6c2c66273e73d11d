import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type PluginOption } from "vite";
import { compression } from "vite-plugin-compression2";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const folder = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

/** What stands for our folders in imports. */
export const alias = {
  "~": folder("app"),
  "#drizzle": folder("drizzle"),
  "#emails": folder("emails"),
  "#seed": folder("seed"),
};

/**
 * What most pages are made of comes as two files instead of a dozen small ones: the framework, which stays as it is between
 * versions of Hourbook, and our own controls. Dialogs come when they are opened, and what keeps text on the device where there is any.
 */
function chunkOf(id: string): string | undefined {
  if (/\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run)\//.test(id))
    return "framework";
  return /\/app\/ui\/(?!Modal|keeping\/device-store|lists\/(?!way-back)).*\.tsx?$/.test(id) ? "ui" : undefined;
}

/**
 * Libraries of which the server runs a small part, taken into the build so that the rest stays out of its memory: all icons,
 * all of Tailwind beside the parts of a mail; the query builder and what imports it, since each of its imports reads a list of
 * some hundred entry points.
 */
export const BUNDLED = [/^drizzle-orm/, /^lucide-react/, /^@react-email\//, /^@lucia-auth\//];

/** What is imported from a library and used by nothing is not loaded. */
export const treeshake = { moduleSideEffects: "no-external" } as const;

interface Options {
  buildDirectory?: string;
  plugins?: PluginOption[];
}

/** How Hourbook is built; a test builds it once more into a folder of its own, with a plugin of its own. */
export const configure = ({ buildDirectory = remixConfig.buildDirectory!, plugins = [] }: Options = {}) =>
  defineConfig(({ isSsrBuild }) => ({
    plugins: [
      ...plugins,
      tailwindcss(),
      remix({ ...remixConfig, buildDirectory }),
      // As small as it gets, once, at the build; the server hands these out as they are.
      !isSsrBuild && compression({ algorithms: ["brotliCompress"], include: /\.(js|css|svg)$/, threshold: 512 }),
    ],
    resolve: {
      alias,
    },
    ssr: { noExternal: BUNDLED },
    build: {
      target: "es2022",
      sourcemap: false,
      rollupOptions: isSsrBuild ? { treeshake } : { output: { manualChunks: chunkOf } },
    },
  }));

export default configure();
