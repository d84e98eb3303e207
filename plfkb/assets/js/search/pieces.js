/* The pieces of the index, each fetched once when a word asks for it. How they are cut: plfkb/search/files.py. */
import { closeness, edits, slips } from "./likeness.js";
import { sound } from "./words.js";

const WHOLE = "=";
const MOST_NEAREST = 4;

class Key {
  constructor(stem, flat, language) {
    this.stem = stem;
    this.flat = flat;
    this.count = flat[0];
    this.language = language;
  }

  get root() {
    return (this.known ??= this.language.root(this.stem));
  }
}

export class Pieces {
  /** `firsts` are the consonants that each piece begins with; `load` fetches a file by its name. */
  constructor(firsts, load, language) {
    this.firsts = firsts;
    this.load = load;
    this.language = language;
    this.loaded = new Map();
  }

  /** The keys that may be meant by a folded word: all in its piece, and in the next ones for a word that may grow. */
  async keys(folded, growing = false) {
    const whole = this.place(sound(this.language.stem(folded)));
    if (!growing) return (await this.piece(whole)).keys;
    const numbers = new Set([whole]);
    const code = sound(folded);
    const first = this.place(code);
    numbers.add(first);
    if (code.length > 1 && (this.firsts[first + 1] ?? "").startsWith(code)) numbers.add(first + 1);
    const pieces = await Promise.all([...numbers].map((number) => this.piece(number)));
    return pieces.length > 1 ? pieces.flatMap((piece) => piece.keys) : pieces[0].keys;
  }

  /** The keys in the piece of a folded word, by their stems: among them the beginnings of a compound. */
  async around(folded) {
    return (await this.piece(this.place(sound(this.language.stem(folded))))).byStem;
  }

  /** The key with this stem, if there is one. */
  async key(stem) {
    return (await this.piece(this.place(sound(stem)))).byStem.get(stem);
  }

  /** The words of names that are a slip or two away, wherever in the word those are. */
  async nearest(wanted) {
    const allowed = slips(wanted);
    if (!allowed) return [];
    this.words ??= this.load("words.json");
    this.words.catch(() => (this.words = null));
    let best = allowed;
    let found = [];
    for (const stem of await this.words) {
      const count = edits(wanted, stem, best);
      if (count > best) continue;
      if (count < best) found = [];
      best = count;
      found.push([stem, closeness(count, wanted, stem)]);
    }
    return found.slice(0, MOST_NEAREST);
  }

  async names(joined) {
    return (await this.piece(this.place(sound(joined)))).names;
  }

  place(code) {
    const { firsts } = this;
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= code) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }

  piece(number) {
    if (!this.loaded.has(number)) {
      const promise = this.load(`i${number}.json`).then((raw) => this.parse(raw));
      promise.catch(() => this.loaded.delete(number));
      this.loaded.set(number, promise);
    }
    return this.loaded.get(number);
  }

  parse(raw) {
    const keys = [];
    const names = [];
    for (const [stem, flat] of Object.entries(raw)) {
      if (stem.startsWith(WHOLE)) names.push({ name: stem.slice(1), flat });
      else keys.push(new Key(stem, flat, this.language));
    }
    return { keys, names, byStem: new Map(keys.map((key) => [key.stem, key])) };
  }
}
