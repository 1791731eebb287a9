import { setTimeout } from "node:timers/promises";
import type { ArticleIndex } from "./article-index.ts";
import type { WriterTurn } from "./writer-turn.ts";

/** Does what keeps an index fast after changes, a little at a time, while there is nothing else to do. */
export class IdleTidier {
  readonly #step: () => Promise<boolean | undefined>;
  readonly #isBusy: () => boolean;
  #steps: Promise<void> = Promise.resolve();
  #last: Promise<unknown> = Promise.resolve();

  /** `isBusy` ends it until it is begun again. */
  constructor(index: ArticleIndex, writerTurn: WriterTurn, isBusy: () => boolean) {
    this.#step = () => writerTurn(() => index.tidy(), false, isBusy);
    this.#isBusy = isBusy;
  }

  begin(): void {
    this.#steps = this.#steps.then(() => this.#doSteps());
  }

  /** Resolves when no step is under way. */
  async stepDone(): Promise<void> {
    await this.#last;
  }

  /** Resolves when all has ended. */
  async ended(): Promise<void> {
    await this.#steps;
  }

  async #doSteps(): Promise<void> {
    let restMs = 0;
    for (let isMore: boolean | undefined = true; isMore === true;) {
      // As long as it works, so that other processes that wait for their turn get it soon.
      await setTimeout(restMs);
      if (this.#isBusy()) return;
      const begun = performance.now();
      // What fails here fails again in the next work, which says so.
      const step = this.#step().catch(() => false);
      this.#last = step;
      isMore = await step;
      restMs = performance.now() - begun;
    }
  }
}
