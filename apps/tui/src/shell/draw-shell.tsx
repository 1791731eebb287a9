import { PassThrough } from "node:stream";
import { render } from "ink";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import type { Theme } from "../terminal/theme.ts";
import { FrameStream } from "./frame-stream.ts";
import { Shell } from "./shell.tsx";

/** Ink, drawing what stands over the panes. */
export type DrawnShell = {
  /** The lines of the last frame; they stand at the head of the screen. */
  readonly lines: () => readonly string[];
  readonly setTheme: (theme: Theme) => void;
  readonly stop: () => void;
};

/** Draws the shell whenever the state changes what it shows; `onFrame` is called after each drawing. */
export function drawShell(store: Store<State>, theme: Theme, onFrame: () => void): DrawnShell {
  const stream = new FrameStream(store.get().size, onFrame);
  const ink = render(<Shell store={store} theme={theme} />, {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Ink needs only the size, `write` and `on` of a terminal
    stdout: stream as unknown as NodeJS.WriteStream,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a keyboard that is never pressed: keys are read elsewhere
    stdin: new PassThrough() as unknown as NodeJS.ReadStream,
    // Whole frames, written as they are: the painter finds out what has changed.
    debug: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const unsubscribe = store.subscribe(() => {
    const { size } = store.get();
    if (size.columns !== stream.columns || size.rows !== stream.rows) stream.resize(size);
  });
  return {
    lines: () => stream.lines,
    setTheme: (next) => ink.rerender(<Shell store={store} theme={next} />),
    stop() {
      unsubscribe();
      ink.unmount();
    },
  };
}
