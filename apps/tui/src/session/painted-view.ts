import { drawShell } from "../shell/draw-shell.tsx";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import {
  backgroundFromEnvironment,
  backgroundOf,
  isAttributesReply,
  type Background,
} from "../terminal/background.ts";
import { colourLevel } from "../terminal/colour-level.ts";
import { sequences } from "../terminal/control-sequences.ts";
import { createScreenPainter } from "../terminal/screen-painter.ts";
import { wholeScreen } from "../terminal/terminal.ts";
import type { ThemeName } from "../terminal/theme-name.ts";
import { namedTheme } from "../terminal/theme.ts";
import { drawScreen, hasHoles } from "./draw-screen.ts";
import { layOutAhead } from "./lay-out-ahead.ts";
import { createPaintClock } from "./paint-clock.ts";
import type { View } from "./view.ts";

/** How long the terminal may take to answer what it was asked, when the reader leaves before it has. */
const replyTimeoutMs = 100;

/** The session as a screen that is painted, in the colours of a theme. */
export function paintedView(
  store: Store<State>,
  write: (bytes: string) => void,
  environment: Readonly<Record<string, string | undefined>>,
  themeName: ThemeName,
): View {
  const { promise: replied, resolve: onReplied } = Promise.withResolvers<void>();
  const level = colourLevel(environment);
  let background: Background = backgroundFromEnvironment(environment["COLORFGBG"]);
  let theme = namedTheme(themeName, level, background);
  let isAsked = false;
  const painter = createScreenPainter(write);
  const { paintSoon, stop: stopPainting } = createPaintClock(() => hasHoles(store.get()), paint);
  const ahead = layOutAhead(store, paintSoon);
  const shell = drawShell(store, theme, paintSoon);

  function paint(): void {
    painter.paint(drawScreen(store.get(), shell.lines(), theme));
    ahead.look();
    if (isAsked || themeName !== "auto" || (level !== "all" && level !== "256")) return;
    // The terminal is asked after the first frame, so that nothing waits for its answer.
    isAsked = true;
    write(sequences.askBackground + sequences.askAttributes);
  }

  return {
    modes: wholeScreen,
    show: paintSoon,
    forget: painter.forget,
    takeReply(reply) {
      if (isAttributesReply(reply)) onReplied();
      const answer = backgroundOf(reply);
      if (answer === undefined || answer === background) return;
      background = answer;
      theme = namedTheme(themeName, level, background);
      shell.setTheme(theme);
      painter.forget();
      paintSoon();
    },
    // Answers that are still under way would be typed into the shell.
    async settled() {
      const late = new Promise((resolve) => setTimeout(resolve, replyTimeoutMs).unref());
      if (isAsked) await Promise.race([replied, late]);
    },
    stop() {
      stopPainting();
      ahead.stop();
      shell.stop();
    },
  };
}
