/** A page in few words, for what is answered before the framework runs. The words are ours alone, never a client's. */
export const plainPage = (title: string, text: string): string =>
  '<!doctype html><html lang="en-US"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  `<meta name="color-scheme" content="light dark"><title>${title} · Hourbook</title><h1>${title}</h1><p>${text}</p>` +
  '<p><a href="/catalog">Browse the catalog</a></p></html>';
