import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readKeys, type Keyboard } from "../../src/terminal/read-keys.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keyboard() {
  const calls: string[] = [];
  const emitter = Object.assign(new EventEmitter(), {
    setEncoding: (encoding: string) => void calls.push(encoding),
    setRawMode: (isRaw: boolean) => void calls.push(`raw ${isRaw}`),
    resume: () => void calls.push("resume"),
    pause: () => void calls.push("pause"),
  });
  const names: string[] = [];
  const reader = readKeys(
    emitter as unknown as Keyboard,
    (inputs) =>
      names.push(...inputs.map((input) => (input.type === "key" ? input.key.name : input.type))),
    () => names.push("end"),
  );
  return { emitter, reader, names, calls };
}

describe("reading keys", () => {
  it("ends in silence when the terminal is gone", () => {
    const { emitter, reader } = keyboard();
    reader.start();
    emitter.setRawMode = () => {
      throw new Error("setRawMode EIO");
    };
    expect(reader.stop).not.toThrow();
  });

  it("takes a lone escape for the key after 25 milliseconds", () => {
    const { emitter, reader, names } = keyboard();
    reader.start();
    emitter.emit("data", "\x1b");
    vi.advanceTimersByTime(24);
    expect(names).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(names).toEqual(["escape"]);
  });

  it("waits for the rest of a sequence that comes in two reads", () => {
    const { emitter, reader, names } = keyboard();
    reader.start();
    emitter.emit("data", "\x1b[");
    vi.advanceTimersByTime(20);
    emitter.emit("data", "A");
    vi.advanceTimersByTime(100);
    expect(names).toEqual(["up"]);
  });

  it("gives the keyboard back, and hears nothing more", () => {
    const { emitter, reader, names, calls } = keyboard();
    reader.start();
    emitter.emit("data", "\x1b");
    reader.stop();
    emitter.emit("data", "j");
    vi.advanceTimersByTime(100);
    expect(names).toEqual([]);
    expect(calls).toEqual(["utf8", "raw true", "resume", "raw false", "pause"]);
  });

  it("hears every key once, however often it is started", () => {
    const { emitter, reader, names } = keyboard();
    reader.start();
    reader.start();
    emitter.emit("data", "j");
    expect(names).toEqual(["j"]);
  });

  it("tells when the keyboard is gone", () => {
    const { emitter, reader, names } = keyboard();
    reader.start();
    emitter.emit("end");
    expect(names).toEqual(["end"]);
  });
});
