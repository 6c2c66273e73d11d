import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { watchConnection } from "~/ui/frame/connection";
import { EarlyText, watchEarlyText } from "~/ui/keeping/early-text";

watchConnection();
watchEarlyText();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
      <EarlyText />
    </StrictMode>,
  );
});
