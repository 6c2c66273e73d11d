import type { LinksFunction } from "@remix-run/node";
import { DoorDesk } from "~/attendance/door/DoorDesk";
import { pageTitle } from "~/platform/http/page-title";

export const meta = () => pageTitle("At the door");

export const links: LinksFunction = () => [{ rel: "manifest", href: "/door.webmanifest" }];

/** The page stands alone: it is kept by the browser as it is, for whoever uses the device. */
export const handle = { isAlone: true };

/** What this device keeps is read by the page itself: it is the same for everybody, and opens without a network. */
export default function AtTheDoor() {
  return <DoorDesk />;
}
