import { Moon, Sun } from "lucide-react";
import { themeCookie, type Theme } from "./theme";

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function toggleTheme() {
  const next: Theme = currentTheme() === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  document.cookie = themeCookie(next);
}

/** Switches between light and dark and remembers it; without scripts the device's own setting holds. */
export function ThemeToggle({ className }: { className?: string }) {
  return (
    <button
      type="button"
      onClick={toggleTheme}
      title="Switch between light and dark"
      className={`hidden size-11 place-items-center rounded-lg scripted:grid ${className ?? ""}`}
    >
      <Moon aria-hidden size={20} className="dark:hidden" />
      <Sun aria-hidden size={20} className="hidden dark:block" />
      <span className="sr-only">Switch between light and dark</span>
    </button>
  );
}
