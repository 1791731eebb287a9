import { setTimeout } from "node:timers/promises";

/** The longest that a thread was kept from anything else, in milliseconds. */
export type Longest = {
  /** CPU time of the thread between two looks a millisecond apart: what other programs take is not in it. */
  readonly cpu: number;
  /** Time between them on the clock. */
  readonly wall: number;
};

/** Looks at this thread a thousand times a second. */
export class LongestTask {
  #timer: NodeJS.Timeout | undefined;
  #longest: Longest = { cpu: 0, wall: 0 };
  #cpu = 0;
  #wall = 0;

  /** Begins, after what is under way has ended. */
  async restart(): Promise<void> {
    await setTimeout(5);
    this.#longest = { cpu: 0, wall: 0 };
    [this.#cpu, this.#wall] = [threadCpuMs(), performance.now()];
    this.#timer = setInterval(() => this.#look(), 1);
  }

  async stop(): Promise<Longest> {
    await setTimeout(5);
    this.#look();
    clearInterval(this.#timer);
    return this.#longest;
  }

  #look(): void {
    const [cpu, wall] = [threadCpuMs(), performance.now()];
    this.#longest = {
      cpu: Math.max(this.#longest.cpu, cpu - this.#cpu),
      wall: Math.max(this.#longest.wall, wall - this.#wall),
    };
    [this.#cpu, this.#wall] = [cpu, wall];
  }
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
