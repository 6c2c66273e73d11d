import type { Chance } from "#seed/demo/chance";

/** Ids as the product makes them (UUIDv7), but of an instant of one's choosing, and the same in every run. */
export class Ids {
  #milliseconds = -1;
  #time = "";
  #sequence = 0;

  constructor(private readonly chance: Chance) {}

  /** An id made at an instant, epoch milliseconds; of those of one instant, later ones sort later. */
  at(instant: number): string {
    if (instant !== this.#milliseconds) {
      this.#milliseconds = instant;
      const hex = Math.floor(instant).toString(16).padStart(12, "0");
      this.#time = `${hex.slice(0, 8)}-${hex.slice(8)}`;
    }
    this.#sequence = (this.#sequence + 1) & 0xfff;
    return `${this.#time}-7${digits(this.#sequence, 3)}-${this.random()}`;
  }

  /** An id that tells no time (UUIDv4), as answers have that nobody may be known by. */
  unordered(): string {
    const first = digits(this.bits(), 8);
    return `${first}-${digits(this.bits() & 0xffff, 4)}-4${digits(this.bits() & 0xfff, 3)}-${this.random()}`;
  }

  /** 160 random bits, as links hold them, already hashed: 64 hexadecimal digits. */
  digest(): string {
    return Array.from({ length: 8 }, () => digits(this.bits(), 8)).join("");
  }

  /** Variant and the last 60 bits. */
  private random(): string {
    const high = this.bits();
    return `${"89ab"[high & 3]}${digits((high >>> 2) & 0xfff, 3)}-${digits(this.bits() & 0xffff, 4)}${digits(this.bits(), 8)}`;
  }

  private bits(): number {
    return Math.floor(this.chance.next() * 0x1_0000_0000) >>> 0;
  }
}

const digits = (value: number, length: number): string => value.toString(16).padStart(length, "0");
