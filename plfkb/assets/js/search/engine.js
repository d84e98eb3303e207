/*
 * The search itself: from a query to ranked documents. Knows nothing of the page that it runs on; `load` fetches
 * a file of the index by its name and gives what its JSON holds. How the files look: plfkb/search/files.py.
 */
import { closeness, edits, likeness, slips } from "./likeness.js";
import { Pieces } from "./pieces.js";
import { language, words } from "./words.js";

const NAMED = 15;
const LONGEST_QUERY = 200;
const MOST_WORDS = 12;
const LONGEST_NAME = 6;
const SHORTEST_PART = 3;
const SHORTEST_TAIL = 4;
const TUNING = {
  kinds: { begrep: 1, sammenlikning: 0.92, kilde: 0.55, tema: 0.5, side: 0.7 },
  comparing: { begrep: 0.7, sammenlikning: 1.8, kilde: 0.4, tema: 0.3, side: 0.5 },
  whole: 1.6,
  partial: 2,
  coverage: 1.5,
  neighbour: 0.95,
  split: { both: 0.75, apart: 0.45, prominent: 0.2, tail: 0.45, head: 0.35, particle: 0.7 },
  sure: 0.5,
};

export async function open(load, tuning = TUNING) {
  const register = await load("register.json");
  return new Engine(register, load, tuning);
}

class Engine {
  constructor(register, load, tuning) {
    this.register = register;
    this.tuning = tuning;
    this.language = language(register.language);
    this.load = (name) => load(`${register.version}/${name}`);
    this.pieces = new Pieces(register.pieces, this.load, this.language);
    this.shown = new Map();
    this.total = register.documents.length;
  }

  /** Kind, type and theme of a document by its number. */
  facets(number) {
    const { kinds, types, themes, documents } = this.register;
    const code = documents[number];
    const rest = Math.floor(code / themes.length);
    return {
      theme: themes[code % themes.length],
      type: types[rest % types.length],
      kind: kinds[Math.floor(rest / types.length)],
    };
  }

  /**
   * Ranked hits: [{ number, score, passage, sure }], best first. `filter` takes the facets of a document.
   * `open` tells that the last word may still grow.
   */
  async search(query, { filter = () => true, open = false } = {}) {
    const asked = this.read(query, open);
    if (!asked.content.length) return { hits: [], asked };
    const scores = new Map();
    const matches = await Promise.all(asked.content.map((word) => this.match(word)));
    const weights = matches.map((match, n) => match.weight * asked.content[n].weight);
    const sum = weights.reduce((a, b) => a + b, 0);
    matches.forEach((match, n) => {
      for (const [number, found] of match.documents) {
        let document = scores.get(number);
        if (!document) scores.set(number, (document = { score: 0, covered: 0, passages: new Map(), named: 0, whole: 0 }));
        document.score += weights[n] * found.weight;
        document.covered += weights[n] * found.quality;
        if (found.passage === NAMED) document.named += weights[n] * found.quality;
        document.passages.set(found.passage, (document.passages.get(found.passage) ?? 0) + weights[n] * found.weight);
      }
    });
    await this.addWholeNames(asked, scores, sum, weights);
    const boosts = asked.comparing ? this.tuning.comparing : this.tuning.kinds;
    const hits = [];
    for (const [number, document] of scores) {
      const facets = this.facets(number);
      if (!filter(facets)) continue;
      const covered = document.covered / sum;
      const score =
        ((document.score / sum) * covered ** this.tuning.coverage + this.tuning.whole * document.whole) *
        (boosts[facets.kind] ?? 1);
      hits.push({ number, score, covered, named: document.named / sum, whole: document.whole, passage: best(document.passages) });
    }
    hits.sort((a, b) => b.score - a.score || a.number - b.number);
    for (const hit of hits) hit.sure = hit.covered >= this.tuning.sure || hit.whole >= this.tuning.sure;
    return { hits, asked, sure: hits.some((hit) => hit.sure) };
  }

  /** A query as words: all of them, and those that say what is asked for. */
  read(query, open) {
    const { fold, stem, root, isStop, isComparing, neighbour } = this.language;
    const all = words(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS * 2);
    const made = all.map((written, n) => {
      const folded = fold(written);
      const other = neighbour(folded);
      const variant = (text, weight) => ({ folded: text, stem: stem(text), root: root(stem(text)), weight });
      return {
        written,
        folded,
        stop: isStop(folded),
        comparing: isComparing(folded),
        open: open && n === all.length - 1,
        weight: 1,
        variants: [variant(folded, 1), ...(other === folded ? [] : [variant(other, this.tuning.neighbour)])],
      };
    });
    const comparing = made.some((word) => word.comparing) && made.length > 1;
    let content = made.filter((word) => !word.stop && !(comparing && word.comparing));
    if (!content.length) content = made.filter((word) => word.folded.length > 1);
    return { all: made, content: content.slice(0, MOST_WORDS), comparing, query };
  }

  /** The documents that a word leads to, each with its best weight; `weight` is what the word is worth. */
  async match(word) {
    const documents = new Map();
    let rarity = 0;
    let quality = 0;
    let begun = false;
    for (const variant of word.variants) {
      const keys = await this.pieces.keys(variant.folded, word.open);
      for (const key of keys) {
        const like = likeness({ ...variant, open: word.open }, key) * variant.weight;
        if (!like) continue;
        begun ||= word.open && key.stem.startsWith(variant.folded);
        if (like > quality || (like === quality && this.rarity(key.count) < rarity)) {
          quality = like;
          rarity = this.rarity(key.count);
        }
        this.collect(documents, key, like);
      }
    }
    if (quality < 0.5 && !begun) {
      for (const [stem, like] of await this.pieces.nearest(word.variants[0].stem)) {
        const key = (await this.pieces.keysOf(stem)).find((one) => one.stem === stem);
        if (!key || like <= quality) continue;
        [quality, rarity] = [like, this.rarity(key.count)];
        this.collect(documents, key, like);
      }
    }
    // A word that may still grow is taken for the beginning of a known one rather than for a compound.
    if (quality < 0.99 && !begun) await this.matchParts(word, documents);
    return { documents, weight: quality ? rarity * quality + (1 - quality) * this.rarity(1) : this.rarity(1) };
  }

  /** A compound that the index does not have: documents that have its parts, best those that have both. */
  async matchParts(word, documents) {
    const { tail, head, particle } = this.tuning.split;
    for (const { folded } of word.variants) {
      for (const [first, last] of await this.splits(folded)) {
        const alone = first ? tail : particle;
        for (const number of new Set([...(first?.keys() ?? []), ...last.keys()])) {
          const [a, b] = [first?.get(number), last.get(number)];
          const found =
            a && b
              ? joined(a, b, this.tuning.split)
              : { weight: a ? a.weight * head : b.weight * alone, quality: a ? a.quality * head : b.quality * alone };
          found.passage = (b ?? a).passage;
          const known = documents.get(number);
          if (!known || found.weight > known.weight) documents.set(number, found);
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
    const heads = new Map((await this.pieces.keys(folded)).map((key) => [key.stem, key]));
    const found = [];
    for (let cut = SHORTEST_PART; cut <= folded.length - SHORTEST_TAIL; cut++) {
      const written = folded.slice(0, cut);
      const candidates = /[se]$/.test(written) && cut > SHORTEST_PART ? [written.slice(0, -1), written] : [written];
      const head = candidates.map((text) => heads.get(stem(text))).find(Boolean);
      const particle = this.language.isStop(written);
      if (!head && !particle) continue;
      const last_ = stem(folded.slice(cut));
      const tail = { stem: last_, root: root(last_) };
      const tails = (await this.pieces.keys(folded.slice(cut))).filter(
        (key) => key.stem === tail.stem || (key.root === tail.root && tail.root.length > SHORTEST_PART),
      );
      if (!tails.length) continue;
      const first = new Map();
      const last = new Map();
      if (!particle) this.collect(first, head, 1);
      for (const key of tails) this.collect(last, key, key.stem === tail.stem ? 1 : 0.8);
      found.push([particle ? null : first, last]);
    }
    return found;
  }

  collect(documents, key, like) {
    let number = 0;
    for (let n = 1; n < key.flat.length; n += 2) {
      number += key.flat[n];
      const weight = ((key.flat[n + 1] >> 4) / 255) * like;
      const known = documents.get(number);
      if (!known) documents.set(number, { weight, quality: like, passage: key.flat[n + 1] & 15 });
      else {
        known.quality = Math.max(known.quality, like);
        if (weight > known.weight) Object.assign(known, { weight, passage: key.flat[n + 1] & 15 });
      }
    }
  }

  /** Names that stand in the query as a whole, also written apart, together or with a slip. */
  async addWholeNames(asked, scores, sum, weights) {
    const { stem } = this.language;
    const share = new Map(asked.content.map((word, n) => [word, weights[n] / sum]));
    const spans = [];
    for (let start = 0; start < asked.all.length; start++) {
      for (let end = start + 1; end <= Math.min(asked.all.length, start + LONGEST_NAME); end++) {
        const span = asked.all.slice(start, end);
        const worth = span.reduce((a, word) => a + (share.get(word) ?? 0), 0);
        const edge = span[0].stop || span.at(-1).stop;
        if (worth && (!edge || span.length === asked.all.length || span.length > 2)) spans.push({ span, worth });
      }
    }
    for (const { span, worth } of spans) {
      const written = new Set();
      for (const pick of [(word) => word.variants[0].folded, (word) => word.variants.at(-1).folded]) {
        written.add(stem(span.map(pick).join("")));
        written.add(stem(span.map((word) => stem(pick(word))).join("")));
      }
      for (const joined of written) {
        for (const key of await this.pieces.names(joined)) {
          const allowed = slips(joined.length);
          const count = key.name === joined ? 0 : edits(joined, key.name, allowed);
          if (count > allowed) continue;
          const like = count ? closeness(count, joined, key.name) : 1;
          let number = 0;
          for (let n = 1; n < key.flat.length; n += 2) {
            number += key.flat[n];
            let document = scores.get(number);
            if (!document) scores.set(number, (document = { score: 0, covered: 0, passages: new Map([[NAMED, 1]]), named: 0, whole: 0 }));
            const value = ((key.flat[n + 1] >> 4) / 255) * like * worth ** this.tuning.partial;
            document.whole = Math.max(document.whole, value);
            document.covered = Math.max(document.covered, sum * worth * like);
          }
        }
      }
    }
  }

  rarity(count) {
    return Math.log(1 + this.total / Math.max(count, 1));
  }

  /** What a result shows of a document. */
  async document(number) {
    const together = this.register.together;
    const file = Math.floor(number / together);
    if (!this.shown.has(file)) {
      const promise = this.load(`d${file}.json`);
      promise.catch(() => this.shown.delete(file));
      this.shown.set(file, promise);
    }
    const [address, title, summary, names, passages] = (await this.shown.get(file))[number % together];
    return {
      address,
      title,
      summary,
      names: names.map(([text, role]) => ({ text, role: this.register.roles[role] })),
      passages: passages.map(([id, heading]) => ({ id, heading })),
      ...this.facets(number),
    };
  }
}

/** The passage that the most weight comes from. */
function best(passages) {
  let most = 0;
  let chosen = NAMED;
  for (const [passage, weight] of passages) if (weight > most) [chosen, most] = [passage, weight];
  return chosen;
}

/** The two parts of a compound in one document: what is meant, unless both stand somewhere in its text by chance. */
function joined(first, last, { both, apart, prominent }) {
  const weight = (first.weight + last.weight) / 2;
  return { weight: weight * both, quality: Math.min(first.quality, last.quality) * (weight < prominent ? apart : both) };
}
