import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { compression } from "vite-plugin-compression2";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const folder = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    remix(remixConfig),
    // As small as it gets, once, at the build; the server hands these out as they are.
    !isSsrBuild && compression({ algorithms: ["brotliCompress"], include: /\.(js|css|svg)$/, threshold: 512 }),
  ],
  resolve: { alias: { "~": folder("app"), "#drizzle": folder("drizzle"), "#emails": folder("emails") } },
  build: { target: "es2022", sourcemap: false },
}));
