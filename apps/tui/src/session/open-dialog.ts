import type { drawDialog, DrawnDialog } from "../dialogs/draw-dialog.tsx";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import type { Theme } from "../terminal/theme.ts";

/** The dialog that stands in the place of the panes, while one does. */
export type OpenDialog = {
  /** Its lines; undefined while none is open, or it is still to be drawn. */
  readonly lines: () => readonly string[] | undefined;
  readonly setTheme: (theme: Theme) => void;
  readonly stop: () => void;
};

/**
 * Opens and closes what Ink draws, as the state wants it. Ink is loaded when the first dialog opens: it is the larger
 * part of the program, and the first articles are not to wait for it.
 */
export function openDialog(store: Store<State>, first: Theme, onFrame: () => void): OpenDialog {
  let theme = first;
  let draw: typeof drawDialog | undefined;
  let isLoading = false;
  let isStopped = false;
  let drawn: DrawnDialog | undefined;

  const load = async (): Promise<void> => {
    isLoading = true;
    ({ drawDialog: draw } = await import("../dialogs/draw-dialog.tsx"));
    isLoading = false;
    look();
  };
  const close = (): void => {
    drawn?.stop();
    drawn = undefined;
  };
  const look = (): void => {
    if (isStopped || store.get().helpTop === undefined) close();
    else if (draw !== undefined) drawn ??= draw(store, theme, onFrame);
    else if (!isLoading) void load();
  };
  const unsubscribe = store.subscribe(look);

  return {
    lines: () => drawn?.lines(),
    setTheme(next) {
      theme = next;
      close();
      look();
    },
    stop() {
      isStopped = true;
      unsubscribe();
      close();
    },
  };
}
