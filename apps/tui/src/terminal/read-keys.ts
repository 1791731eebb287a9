import type { ReadStream } from "node:tty";
import { createKeyDecoder } from "./decode-keys.ts";
import type { TerminalInput } from "./key.ts";

/** Milliseconds after which a lone escape is the Esc key: the bytes of a sequence come within one or two. */
const escapeTimeoutMs = 25;

/** The part of standard input that is needed: a keyboard. */
export type Keyboard = Pick<
  ReadStream,
  "on" | "off" | "setRawMode" | "setEncoding" | "resume" | "pause"
>;

/** How to stop reading keys. */
export type KeyReader = {
  /** Keys are read one by one and not echoed; what was typed meanwhile waits in the terminal. */
  readonly start: () => void;
  /** The terminal edits lines again and Ctrl-C ends programs, as a shell expects. */
  readonly stop: () => void;
};

/** Reads keys as they are pressed, all of those that arrive together. */
export function readKeys(
  keyboard: Keyboard,
  onInput: (inputs: readonly TerminalInput[]) => void,
  onEnd: () => void,
): KeyReader {
  const decoder = createKeyDecoder();
  let timer: NodeJS.Timeout | undefined;

  const emit = (inputs: readonly TerminalInput[]): void => {
    if (inputs.length > 0) onInput(inputs);
  };
  const onData = (chunk: string): void => {
    clearTimeout(timer);
    emit(decoder.push(chunk));
    if (decoder.isWaiting()) timer = setTimeout(() => emit(decoder.flush()), escapeTimeoutMs);
  };

  const stopListening = (): void => {
    clearTimeout(timer);
    keyboard.off("data", onData);
    keyboard.off("end", onEnd);
  };

  return {
    start() {
      // After a stop from outside this is the second start, and every key must still come once.
      stopListening();
      keyboard.setEncoding("utf8");
      keyboard.setRawMode(true);
      keyboard.on("data", onData);
      keyboard.on("end", onEnd);
      keyboard.resume();
    },
    stop() {
      stopListening();
      try {
        keyboard.setRawMode(false);
      } catch {
        // A terminal that is gone (its shell was killed) needs no mode given back.
      }
      keyboard.pause();
    },
  };
}
