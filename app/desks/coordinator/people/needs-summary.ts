/** Needs that people wrote by themselves, counted: what is said alike is said once, most often first. */
export function countNeeds(needs: readonly string[]): { need: string; count: number }[] {
  const counted = new Map<string, { need: string; count: number }>();
  for (const written of needs) {
    const need = written.trim().replaceAll(/\s+/g, " ");
    const key = need.toLocaleLowerCase("en").replace(/[.!]+$/, "");
    if (key === "") continue;
    const known = counted.get(key);
    if (known) known.count++;
    else counted.set(key, { need, count: 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count);
}
