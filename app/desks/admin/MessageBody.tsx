interface MessageBodyProps {
  subject: string;
  html: string;
  text: string;
  view: "html" | "text";
}

// A link in the message opens in a tab of its own, outside the frame.
const openLinksOutside = (html: string) => html.replace("<head>", '<head><base target="_blank">');

// What mail programs in dark mode read; the page's policy lets in no style sheet, so the frame shows the light colours.
const inLightColours = (html: string) => html.replaceAll(/<style>.*?<\/style>/gs, "");

/**
 * A message as its recipient sees it: formatted, in a frame with an origin of its own, or as plain text. The page's
 * content security policy holds in the frame, too, so no script in a message ever runs.
 */
export function MessageBody({ subject, html, text, view }: MessageBodyProps) {
  if (view === "text") {
    return (
      <pre className="rounded-[0.625rem] border border-line bg-surface p-4 text-[0.9375rem] [overflow-wrap:anywhere] whitespace-pre-wrap">
        {text}
      </pre>
    );
  }
  return (
    <iframe
      title={`Message: ${subject}`}
      srcDoc={openLinksOutside(inLightColours(html))}
      sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
      className="h-[48rem] w-full rounded-[0.625rem] border border-line bg-white"
    />
  );
}
