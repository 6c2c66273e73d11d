interface MessageBodyProps {
  subject: string;
  html: string;
  text: string;
  view: "html" | "text";
}

// A link in the message opens in a tab of its own: the frame that shows the message may do nothing else.
const openLinksOutside = (html: string) => html.replace("<head>", '<head><base target="_blank">');

/** A message as its recipient sees it: formatted, in a frame that runs no scripts, or as plain text. */
export function MessageBody({ subject, html, text, view }: MessageBodyProps) {
  if (view === "text") {
    return (
      <pre className="rounded-[0.625rem] border border-line bg-surface p-4 text-[0.9375rem] break-words whitespace-pre-wrap">
        {text}
      </pre>
    );
  }
  return (
    <iframe
      title={`Message: ${subject}`}
      srcDoc={openLinksOutside(html)}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      className="h-[42rem] w-full rounded-[0.625rem] border border-line bg-white"
    />
  );
}
