import { useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";

const PREFIX = "hourbook:list:";

/** Remembers how the list at the present address is filtered and paged, for the links that lead back to it. */
export function useRememberList(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    try {
      sessionStorage.setItem(PREFIX + pathname, search);
    } catch {
      // Where nothing can be stored, the way back leads to the whole list.
    }
  }, [pathname, search]);
}

/** A link to a list, as somebody last saw that list in this tab: with its filters and its page. */
export function useWayBack(to: string): string {
  const [search, setSearch] = useState("");
  useEffect(() => setSearch(rememberedSearch(to)), [to]);
  return to.includes("?") ? to : to + search;
}

/** What tells places on a list apart for scrolling: the address where it is a list's, else the visit. */
export function scrollKeyOf({ pathname, search, key }: { pathname: string; search: string; key: string }): string {
  return isRemembered(pathname) ? pathname + search : key;
}

function rememberedSearch(path: string): string {
  try {
    return sessionStorage.getItem(PREFIX + path) ?? "";
  } catch {
    return "";
  }
}

function isRemembered(path: string): boolean {
  try {
    return sessionStorage.getItem(PREFIX + path) !== null;
  } catch {
    return false;
  }
}
