/** Colours and type of every message, light first; `darkStyles` turns them in mail programs that know dark mode. */
export const theme = {
  page: "#f6f7f4",
  surface: "#ffffff",
  ink: "#12262b",
  soft: "#47595d",
  line: "#d7dedb",
  accent: "#0a5c63",
  onAccent: "#ffffff",
  font: "'Public Sans', -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
} as const;

export const darkStyles = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .page, .page > table > tbody > tr > td { background-color: #0d1618 !important; }
    .surface { background-color: #142023 !important; border-color: #2b3c40 !important; }
    .ink { color: #e7efed !important; }
    .soft { color: #a9b9b8 !important; }
    .line { border-color: #2b3c40 !important; }
    .link { color: #74cbc8 !important; }
    .action { background-color: #74cbc8 !important; color: #0d1618 !important; }
  }
`;
