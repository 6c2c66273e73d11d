/** A page's document title: its H1 and the product's name. */
export const pageTitle = (title: string) => [{ title: `${title} · Hourbook` }];
