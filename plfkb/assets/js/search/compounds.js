/* Compounds that the index does not have, found by the words that they are put together of. */
import { collect, keep } from "./postings.js";

const SHORTEST_PART = 3;
const SHORTEST_TAIL = 4;

export class Compounds {
  constructor(pieces, language, tuning) {
    this.pieces = pieces;
    this.language = language;
    this.tuning = tuning;
  }

  /** Adds to what a word leads to: documents that have its parts, best those that have both. */
  async match(word, documents) {
    const { tail, head, particle } = this.tuning;
    for (const { folded } of word.variants) {
      for (const [first, last] of await this.splits(folded)) {
        const alone = first ? tail : particle;
        for (const number of new Set([...(first?.keys() ?? []), ...last.keys()])) {
          const [a, b] = [first?.get(number), last.get(number)];
          const found =
            a && b
              ? joined(a, b, this.tuning)
              : { weight: a ? a.weight * head : b.weight * alone, quality: a ? a.quality * head : b.quality * alone };
          found.passage = (b ?? a).passage;
          keep(documents, number, found);
        }
      }
    }
  }

  /**
   * The ways to cut a folded word in two that the index knows: for each the documents with the
   * first and with the last. The first is null when it is a word like «selv» or «med», which stands everywhere.
   */
  async splits(folded) {
    const { stem, root } = this.language;
    const found = [];
    const heads = await this.pieces.around(folded);
    for (let cut = SHORTEST_PART; cut <= folded.length - SHORTEST_TAIL; cut++) {
      const written = folded.slice(0, cut);
      const candidates = /[se]$/.test(written) && cut > SHORTEST_PART ? [written.slice(0, -1), written] : [written];
      const head = candidates.map((text) => heads.get(stem(text))).find(Boolean);
      const particle = this.language.isStop(written);
      if (!head && !particle) continue;
      const last_ = stem(folded.slice(cut));
      const tail = { stem: last_, root: root(last_) };
      const tails = (await this.pieces.keys(folded.slice(cut))).filter(
        (key) =>
          key.stem.startsWith(tail.root) &&
          (key.stem === tail.stem || (key.root === tail.root && tail.root.length > SHORTEST_PART)),
      );
      if (!tails.length) continue;
      const first = new Map();
      const last = new Map();
      if (!particle) collect(first, head, 1);
      for (const key of tails) collect(last, key, key.stem === tail.stem ? 1 : 0.8);
      found.push([particle ? null : first, last]);
    }
    return found;
  }
}

/** The two parts of a compound in one document: what is meant, unless both stand somewhere in its text by chance. */
function joined(first, last, { both, apart, prominent }) {
  const weight = (first.weight + last.weight) / 2;
  return { weight: weight * both, quality: Math.min(first.quality, last.quality) * (weight < prominent ? apart : both) };
}
