/** A file that is looked at in the browser. */
export interface Viewed {
  name: string;
  medium: "picture" | "video" | "audio";
  /** Its address. */
  at: string;
  /** The page from which it is looked at. */
  back: string;
}

/** It stands alone, because nothing of ours may run beside what somebody sent: its few rules are its own. */
const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; background: light-dark(#fff, #14191c); color: light-dark(#1a1f24, #e8ecef); }
main { box-sizing: border-box; max-width: 72rem; margin: 0 auto; padding: 1rem; display: grid; gap: 1rem; justify-items: start; }
h1 { font-size: 1.25rem; margin: 0; overflow-wrap: anywhere; }
p { margin: 0; max-width: 65ch; }
a { color: light-dark(#0b5c63, #7fd3da); display: inline-block; padding: 0.625rem 0; }
a:focus-visible, video:focus-visible, audio:focus-visible { outline: 3px solid light-dark(#0b5c63, #7fd3da); outline-offset: 2px; }
img, video { max-width: 100%; max-height: 75vh; }
audio { width: min(100%, 40rem); }
`;

/** A page with one picture, video or recording, and nothing that runs. */
export function EvidenceViewer({ name, medium, at, back }: Viewed) {
  return (
    <html lang="en-US">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{name}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>
          <a href={back}>Back</a>
          <h1>{name}</h1>
          <Medium name={name} medium={medium} at={at} />
          <p>
            Not every browser shows every kind of file. If nothing is here to see or hear, save it instead.
            <br />
            <a href={at} download>
              Save {name}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}

function Medium({ name, medium, at }: Omit<Viewed, "back">) {
  if (medium === "picture") return <img src={at} alt={`${name}, as its author added it`} />;
  if (medium === "audio")
    // eslint-disable-next-line jsx-a11y/media-has-caption -- what somebody recorded has none
    return <audio src={at} controls preload="metadata" aria-label={name} />;
  // eslint-disable-next-line jsx-a11y/media-has-caption -- what somebody filmed has none
  return <video src={at} controls preload="metadata" playsInline aria-label={name} />;
}
