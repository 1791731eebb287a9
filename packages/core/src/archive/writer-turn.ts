import { otherWriter } from "./notices.ts";

/**
 * Does some work while nobody else writes the index. When others do, it waits until `isOver`, or, with
 * `wait` false, gives undefined at once.
 */
export type WriterTurn = <Result>(
  work: () => Promise<Result>,
  wait: boolean,
  isOver: () => boolean,
) => Promise<Result | undefined>;

/** Milliseconds after which the reader is told what is waited for, and between two words of how far that is. */
const sayEveryMs = 2_000;

/** Waits for turns to write, and says so now and then when it takes long: what others write is news meanwhile. */
export class PatientWriter {
  readonly #turn: WriterTurn;
  readonly #whenSaid: () => void;
  /** What is waited for, as a sentence. Absent when nothing is, or not for long. */
  notice: string | undefined;

  constructor(turn: WriterTurn, whenSaid: () => void) {
    this.#turn = turn;
    this.#whenSaid = whenSaid;
  }

  /** Does some work when its turn has come; undefined when it is over before that. */
  async run<Result>(
    work: () => Promise<Result>,
    isOver: () => boolean,
  ): Promise<Result | undefined> {
    const timer = setInterval(() => {
      this.#say(otherWriter);
    }, sayEveryMs);
    timer.unref();
    const begin = (): Promise<Result> => {
      clearInterval(timer);
      if (this.notice !== undefined) this.#say(undefined);
      return work();
    };
    try {
      return await this.#turn(begin, true, isOver);
    } finally {
      clearInterval(timer);
    }
  }

  #say(notice: string | undefined): void {
    this.notice = notice;
    this.#whenSaid();
  }
}
