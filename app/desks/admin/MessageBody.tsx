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

// A picture is attached as the message is sent; whoever reads it here has no use for somebody's check-in pass.
const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 212 212"><rect width="212" height="212" fill="#eceeed"/><text x="106" y="100" font-family="sans-serif" font-size="16" text-anchor="middle" fill="#333">QR code,</text><text x="106" y="124" font-family="sans-serif" font-size="16" text-anchor="middle" fill="#333">as it is sent</text></svg>')}`;
const withoutPictures = (html: string) => html.replaceAll(/src="cid:[^"]*"/g, `src="${PICTURE}"`);

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
      srcDoc={openLinksOutside(withoutPictures(inLightColours(html)))}
      sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
      className="h-[48rem] w-full rounded-[0.625rem] border border-line bg-white"
    />
  );
}
