import { Link as FollowedLink } from "@remix-run/react";
import type { ComponentPropsWithoutRef } from "react";

interface LinkProps extends Omit<ComponentPropsWithoutRef<"a">, "href"> {
  to: string;
  /** Leaves the pages that this one belongs to: the browser asks for the address as for a new one. */
  reloadDocument?: boolean;
  /** Stays where the page is scrolled to. */
  preventScrollReset?: boolean;
}

/** From the root, with nothing to resolve: neither another site nor a step up. */
const PLAIN = /^(?!.*\/[/.])\//;

/**
 * The same link where it is drawn and never followed, on the server: there the framework resolves each of a page's hundred
 * addresses three times against all that was matched, a tenth of what a list costs.
 */
function DrawnLink(props: LinkProps) {
  if (!PLAIN.test(props.to)) return <FollowedLink {...props} />;
  const { to, reloadDocument, preventScrollReset: _stays, children, ...attributes } = props;
  return (
    <a {...attributes} href={to} data-discover={reloadDocument ? undefined : "true"}>
      {children}
    </a>
  );
}

/** A link to a page of Hourbook. What is run as it is written, by no bundler, knows of no environment: threads of tests. */
export const Link: (props: LinkProps) => React.ReactNode = import.meta.env?.SSR ? DrawnLink : FollowedLink;
