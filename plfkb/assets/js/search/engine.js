/*
 * The search itself: from a query to ranked documents. Knows nothing of the page that it runs on; `load` fetches
 * a file of the index by its name and gives what its JSON holds. How the files look: plfkb/search/files.py.
 */
import { Compounds } from "./compounds.js";
import { closeness, edits, likeness, slips } from "./likeness.js";
import { Pieces } from "./pieces.js";
import { NAMED, collect, each } from "./postings.js";
import { language, written } from "./words.js";

const LONGEST_QUERY = 200;
const MOST_WORDS = 12;
const LONGEST_NAME = 6;
const SHORTEST_TURNED = 4;
const LONGEST_LINK = 2;
const KNOWN = 0.9;
const MOST_REMEMBERED = 200;
const TUNING = {
  kinds: { begrep: 1, sammenlikning: 0.92, kilde: 0.55, tema: 0.5, side: 0.7 },
  comparing: { begrep: 0.7, sammenlikning: 1.8, kilde: 0.4, tema: 0.3, side: 0.5 },
  whole: 1.6,
  partial: 2,
  coverage: 1.5,
  neighbour: 0.95,
  turned: 0.85,
  split: { both: 0.75, apart: 0.45, prominent: 0.2, tail: 0.45, head: 0.35, particle: 0.7 },
  sure: 0.45,
  faint: 0.12,
  doubt: 6,
  near: 0.5,
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
    this.compounds = new Compounds(this.pieces, this.language, tuning.split);
    this.shown = new Map();
    this.memory = new Map();
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
    const spans = this.spans(asked);
    const matches = await Promise.all(
      asked.content.map((word) => this.remembered(`${word.open} ${word.folded}`, () => this.match(word))),
    );
    const weights = matches.map((match, n) => match.weight * asked.content[n].weight);
    const sum = weights.reduce((a, b) => a + b, 0);
    matches.forEach((match, n) => {
      for (const [number, found] of match.documents) {
        let document = scores.get(number);
        if (!document) scores.set(number, (document = unseen()));
        document.score += weights[n] * found.weight;
        document.covered += weights[n] * found.quality;
        if (found.passage === NAMED) document.named += weights[n] * found.quality;
        document.passages.set(found.passage, (document.passages.get(found.passage) ?? 0) + weights[n] * found.weight);
      }
    });
    await this.addWholeNames(asked, spans, scores, sum, matches);
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
    for (const hit of hits) hit.sure = this.isSure(hit, asked.content.length);
    const sure = hits.some((hit) => hit.sure);
    // Beside a hit that the search stands by, what scores about as well is worth showing.
    if (sure) for (const hit of hits) hit.sure ||= hit.score >= this.tuning.near * hits[0].score;
    return { hits, asked, sure };
  }

  /** Whether a hit answers. One or two words somewhere in a long text stand there by chance more often than not. */
  isSure({ covered, score, whole }, words) {
    const { sure, faint, doubt } = this.tuning;
    return whole >= sure || covered >= sure + doubt * Math.max(0, faint / Math.max(1, words - 2) - score);
  }

  /** A query as words: all of them, and those that say what is asked for. */
  read(query, open) {
    const { fold, stem, root, isStop, isComparing, neighbour } = this.language;
    const all = written(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS * 2);
    const made = all.map(({ word, cut }, n) => {
      const folded = fold(word);
      const other = neighbour(folded);
      const variant = (text, weight) => ({ folded: text, stem: stem(text), root: root(stem(text)), weight });
      return {
        folded,
        stop: isStop(folded),
        comparing: isComparing(folded),
        open: cut || (open && n === all.length - 1),
        weight: 1,
        variants: [variant(folded, 1), ...(other === folded ? [] : [variant(other, this.tuning.neighbour)])],
      };
    });
    // One letter after other words says nothing yet.
    const last = made.at(-1);
    if (last?.open && made.length > 1) last.begun = last.folded.length < 2 && !/\d/.test(last.folded);
    const comparing = made.some((word) => word.comparing) && made.length > 1;
    let content = made.filter((word) => !word.stop && !word.begun && !(comparing && word.comparing));
    if (!content.length) content = made.filter((word) => word.folded.length > 1);
    return { all: made, content: content.slice(0, MOST_WORDS), comparing, query };
  }

  /** What was worked out for the words before the one that is being written is not worked out again. */
  remembered(key, work) {
    if (this.memory.size > MOST_REMEMBERED) this.memory.clear();
    if (!this.memory.has(key)) {
      const promise = work();
      promise.catch(() => this.memory.delete(key));
      this.memory.set(key, promise);
    }
    return this.memory.get(key);
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
        begun ||= word.open && key.stem.length > variant.folded.length && key.stem.startsWith(variant.folded);
        if (like > quality || (like === quality && this.rarity(key.count) < rarity)) {
          quality = like;
          rarity = this.rarity(key.count);
        }
        collect(documents, key, like);
      }
    }
    if (quality < 0.5 && !begun) {
      for (const [stem, like] of await this.pieces.nearest(word.variants[0].stem)) {
        const key = await this.pieces.key(stem);
        if (!key || like <= quality) continue;
        [quality, rarity] = [like, this.rarity(key.count)];
        collect(documents, key, like);
      }
    }
    const known = quality >= KNOWN;
    // A word that may still grow is taken for the beginning of a known one rather than for a compound; one that stands in
    // no name is a compound of words that do, even where a text happens to have it.
    const named = [...documents.values()].some((found) => found.passage === NAMED && found.quality === quality);
    if (!begun && (quality < 0.99 || !named)) await this.compounds.match(word, documents);
    return { documents, known, weight: quality ? rarity * quality + (1 - quality) * this.rarity(1) : this.rarity(1) };
  }

  /**
   * The runs of words in a query that may be a whole name: [{ span, names }], where `names` promises the names that they
   * are, also written apart, together or with a slip. They are looked for while the words are.
   */
  spans({ all, content }) {
    const { stem } = this.language;
    const found = [];
    for (let start = 0; start < all.length; start++) {
      for (let end = start + 1; end <= Math.min(all.length, start + LONGEST_NAME); end++) {
        const span = all.slice(start, end);
        const edge = span[0].stop || span.at(-1).stop;
        if (edge && span.length !== all.length && span.length <= 2) continue;
        if (!span.some((word) => content.includes(word)) || span.at(-1).begun) continue;
        const written = new Set();
        for (const pick of [(word) => word.variants[0].folded, (word) => word.variants.at(-1).folded]) {
          written.add(stem(span.map(pick).join("")));
          written.add(stem(span.map((word) => stem(pick(word))).join("")));
        }
        const names = [...written].map((joined) => this.remembered(`= ${joined}`, () => this.wholeNames(joined)));
        found.push({ span, names: heard(Promise.all(names)) });
      }
    }
    for (const [first, last] of neighbours(all, content)) {
      const names = this.remembered(`< ${first.folded} ${last.folded}`, () => this.turned(first.variants[0], last.variants[0]));
      found.push({ span: [first, last], names: heard(names) });
    }
    return found;
  }

  /** The names that are two words in one, the last first: «avklare forventninger» is «forventningsavklaring», too. */
  async turned(first, last) {
    if (first.root.length < SHORTEST_TURNED || last.stem.length < SHORTEST_TURNED) return [];
    const { root } = this.language;
    const found = new Map();
    for (const link of ["", "s"]) {
      for (const key of await this.pieces.names(last.stem + link + first.root)) {
        // A short word keeps the ending that a long one loses: «deling», but «erfaringsdel(ing)».
        for (const name of [key.name, root(key.name)]) {
          const between = name.length - last.stem.length - first.root.length;
          if (between < 0 || between > LONGEST_LINK) continue;
          if (name.startsWith(last.stem) && name.endsWith(first.root)) found.set(key.name, { key, count: 0, like: this.tuning.turned });
        }
      }
    }
    return [...found.values()];
  }

  /**
   * Adds to the scores what whole names are worth. A slip is looked for in the words that the index does not know; words
   * that it knows may have lost a letter where they should be one word.
   */
  async addWholeNames(asked, spans, scores, sum, matches) {
    const found = new Map(asked.content.map((word, n) => [word, matches[n]]));
    const share = new Map(asked.content.map((word, n) => [word, (matches[n].weight * word.weight) / sum]));
    for (const { span, names } of spans) {
      const worth = span.reduce((a, word) => a + (share.get(word) ?? 0), 0);
      const most = this.slipsIn(span, found);
      for (const { key, count, like } of (await names).flat()) {
        if (count > most) continue;
        each(key.flat, (number, weight) => {
          let document = scores.get(number);
          if (!document) scores.set(number, (document = unseen(NAMED)));
          document.whole = Math.max(document.whole, weight * like * worth ** this.tuning.partial);
          document.covered = Math.max(document.covered, sum * worth * like);
        });
      }
    }
  }

  slipsIn(span, found) {
    const unknown = span.filter((word) => found.has(word) && !found.get(word).known);
    return Math.max(Number(span.length > 1), ...unknown.map((word) => slips(word.folded)));
  }

  /** The whole names that these letters are, perhaps with a slip: [{ key, like }]. */
  async wholeNames(joined) {
    const allowed = slips(joined);
    const found = [];
    for (const key of await this.pieces.names(joined)) {
      const count = key.name === joined ? 0 : edits(joined, key.name, allowed);
      if (count <= allowed) found.push({ key, count, like: count ? closeness(count, joined, key.name) : 1 });
    }
    return found;
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

/** A promise that is waited for later: until then nobody need hear that it failed. */
function heard(promise) {
  promise.catch(() => {});
  return promise;
}

/** A document of which nothing has been found but perhaps one of its passages. */
function unseen(passage) {
  return { score: 0, covered: 0, named: 0, whole: 0, passages: new Map(passage === undefined ? [] : [[passage, 1]]) };
}

/** The pairs of words that follow one another, or have one small word between them: «deling av erfaringer». */
function neighbours(all, content) {
  const places = all.flatMap((word, n) => (content.includes(word) ? [n] : []));
  return places.slice(1).flatMap((place, n) => (place - places[n] <= 2 ? [[all[places[n]], all[place]]] : []));
}

/** The passage that the most weight comes from. */
function best(passages) {
  let most = 0;
  let chosen = NAMED;
  for (const [passage, weight] of passages) if (weight > most) [chosen, most] = [passage, weight];
  return chosen;
}
