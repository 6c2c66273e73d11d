import { useEffect } from "react";
import { forgetDoor } from "~/attendance/door/leaving";
import { forgetTyped } from "~/ui/keeping/KeptForms";

/**
 * Keeps nothing of anybody on a kiosk: what its browser kept of rosters and of forms goes, marks that wait to be sent stay
 * sealed; and after a while the page gives way to the start, unless somebody is typing.
 * @param seconds how long the page stands; null for the start itself
 */
export function useKioskRest(seconds: number | null): void {
  useEffect(() => {
    forgetTyped();
    void forgetDoor(null);
  }, []);
  useEffect(() => {
    if (seconds === null) return;
    let timer = 0;
    const rest = () => {
      timer = window.setTimeout(() => window.location.replace("/kiosk"), seconds * 1000);
    };
    const wait = () => {
      window.clearTimeout(timer);
      rest();
    };
    rest();
    document.addEventListener("input", wait);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("input", wait);
    };
  }, [seconds]);
}
