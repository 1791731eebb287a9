import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Requests of one connection that may wait before no more are read from it: more than any browser sends ahead. */
const maxWaiting = 16;

/** The answers of one connection that are not complete. */
type Line = { last: ServerResponse; waiting: number };

/**
 * Has the requests of a connection answered one after the other (RFC 9112, section 9.3.2, leaves that to us): who
 * sends thousands at once and reads nothing is not worked for beyond what is taken.
 */
export class Turns {
  readonly #lines = new WeakMap<object, Line>();

  /** The last of the answers under way on a connection. */
  last(socket: object): ServerResponse | undefined {
    return this.#lines.get(socket)?.last;
  }

  /** Calls `begin` when what was asked before on the same connection has been answered. */
  take(socket: Socket, response: ServerResponse, begin: () => void): void {
    response.once("close", () => {
      if (this.#lines.get(socket)?.last === response) this.#lines.delete(socket);
    });
    const line = this.#lines.get(socket);
    if (line === undefined) {
      this.#lines.set(socket, { last: response, waiting: 0 });
      begin();
      return;
    }
    line.last.once("close", () => {
      line.waiting--;
      if (line.waiting === 0) socket.resume();
      if (!socket.destroyed) begin();
    });
    line.last = response;
    if (++line.waiting === maxWaiting) socket.pause();
  }
}
