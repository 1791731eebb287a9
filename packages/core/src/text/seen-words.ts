const space = 0x20;

/** Places for words at first; doubled whenever half of them are taken. */
const firstPlaces = 64;

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv), begun at random: nobody can choose words that collide. */
const begin = Math.floor(Math.random() * 2 ** 32) | 0;
const prime = 0x01000193;

/**
 * Remembers words by their letters in one array. A set of strings would need each word cut out of its text
 * to be asked for it, which takes longer than to divide the text.
 */
export class SeenWords {
  /** Numbers of words from 1, where their hashes lead; 0 where there is none. */
  #places = new Int32Array(firstPlaces);
  /** By number: the hash of a word, and where its letters end in `#letters`. */
  #hashes = new Int32Array(firstPlaces);
  #ends = new Int32Array(firstPlaces);
  #letters = new Uint16Array(8 * firstPlaces);
  #size = 0;

  /** How many words there are. */
  get size(): number {
    return this.#size;
  }

  clear(): void {
    this.#places.fill(0);
    this.#size = 0;
  }

  /** Adds the words of a line, which stand apart by one space; tells those that are new, and how many stand there. */
  add(line: string, whenNew: (word: string) => void): number {
    if (line === "") return 0;
    let count = 0;
    let start = 0;
    let hash = begin;
    for (let at = 0; at < line.length; at++) {
      const code = line.charCodeAt(at);
      if (code !== space) {
        hash = Math.imul(hash ^ code, prime);
        continue;
      }
      if (this.#isNew(line, start, at, hash)) whenNew(line.slice(start, at));
      count++;
      start = at + 1;
      hash = begin;
    }
    if (this.#isNew(line, start, line.length, hash)) whenNew(line.slice(start));
    return count + 1;
  }

  #isNew(line: string, start: number, end: number, hash: number): boolean {
    const mask = this.#places.length - 1;
    let place = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const number = this.#places[place] ?? 0;
      if (number === 0) break;
      if (this.#hashes[number] === hash && this.#isSame(number, line, start, end)) return false;
      place = (place + 1) & mask;
    }
    this.#put(place, line, start, end, hash);
    return true;
  }

  #isSame(number: number, line: string, start: number, end: number): boolean {
    let letter = this.#ends[number - 1] ?? 0;
    if ((this.#ends[number] ?? 0) - letter !== end - start) return false;
    for (let at = start; at < end; at++)
      if (this.#letters[letter++] !== line.charCodeAt(at)) return false;
    return true;
  }

  #put(place: number, line: string, start: number, end: number, hash: number): void {
    this.#size++;
    let letter = this.#ends[this.#size - 1] ?? 0;
    while (letter + end - start > this.#letters.length) this.#letters = doubled(this.#letters);
    for (let at = start; at < end; at++) this.#letters[letter++] = line.charCodeAt(at);
    this.#places[place] = this.#size;
    this.#hashes[this.#size] = hash;
    this.#ends[this.#size] = letter;
    if (2 * this.#size >= this.#places.length) this.#makeRoom();
  }

  #makeRoom(): void {
    this.#hashes = doubled(this.#hashes);
    this.#ends = doubled(this.#ends);
    this.#places = new Int32Array(2 * this.#places.length);
    const mask = this.#places.length - 1;
    for (let number = 1; number <= this.#size; number++) {
      const hash = this.#hashes[number] ?? 0;
      let place = (hash ^ (hash >>> 15)) & mask;
      while (this.#places[place] !== 0) place = (place + 1) & mask;
      this.#places[place] = number;
    }
  }
}

function doubled<Numbers extends Int32Array | Uint16Array>(numbers: Numbers): Numbers;
function doubled(numbers: Int32Array | Uint16Array): Int32Array | Uint16Array {
  const Longer = numbers instanceof Int32Array ? Int32Array : Uint16Array;
  const longer = new Longer(2 * numbers.length);
  longer.set(numbers);
  return longer;
}
