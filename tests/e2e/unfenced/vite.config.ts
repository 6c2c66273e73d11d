import { fileURLToPath } from "node:url";
import { configure } from "../../../vite.config";

const fence = fileURLToPath(new URL("../../../app/registration/seats/fence.server.ts", import.meta.url));
const noFence = fileURLToPath(new URL("./no-fence.ts", import.meta.url));

/** Hourbook without the fence of R2, for the race test alone: it must show what the fence prevents. */
export default configure({
  buildDirectory: process.env.TEST_BUILD_FOLDER!,
  plugins: [
    {
      name: "no-fence",
      enforce: "pre",
      async resolveId(source, importer, options) {
        if (!source.endsWith("/fence.server")) return null;
        const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
        return resolved?.id === fence ? noFence : null;
      },
    },
  ],
});
