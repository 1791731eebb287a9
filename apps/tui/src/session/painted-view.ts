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
import { isWideReply, withNarrowSigns } from "../terminal/narrow-signs.ts";
import { createScreenPainter } from "../terminal/screen-painter.ts";
import { wholeScreen } from "../terminal/terminal.ts";
import type { ThemeName } from "../terminal/theme-name.ts";
import { namedTheme, type Theme } from "../terminal/theme.ts";
import { drawScreen, hasHoles } from "./draw-screen.ts";
import { layOutAhead } from "./lay-out-ahead.ts";
import { openDialog } from "./open-dialog.ts";
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
  const dependsOnGround = themeName === "auto" && (level === "all" || level === "256");
  let ground = backgroundFromEnvironment(environment["COLORFGBG"]);
  // Most grounds are dark, and the first frame does not wait for the answer.
  let background: Background = ground === "unknown" ? "dark" : ground;
  let isWide = false;
  let theme = currentTheme();
  let isAsked = false;
  const painter = createScreenPainter(write);
  const { paintSoon, stop: stopPainting } = createPaintClock(() => hasHoles(store.get()), paint);
  const ahead = layOutAhead(store, paintSoon);
  const dialog = openDialog(store, theme, paintSoon);

  function currentTheme(): Theme {
    const named = namedTheme(themeName, level, background);
    return isWide ? withNarrowSigns(named) : named;
  }

  function paint(): void {
    // The first frame is painted over the sign, and nothing waits for the answers.
    if (!isAsked) write(sequences.askSignWidth);
    painter.paint(drawScreen(store.get(), theme, dialog.lines()));
    ahead.look();
    if (isAsked) return;
    isAsked = true;
    write((dependsOnGround ? sequences.askBackground : "") + sequences.askAttributes);
  }

  return {
    modes: wholeScreen,
    show: paintSoon,
    forget: painter.forget,
    takeReply(reply) {
      if (isAttributesReply(reply)) onReplied();
      ground = backgroundOf(reply) ?? ground;
      // Who answers the last question and has not answered this one will not.
      const isKnown = ground !== "unknown" || (dependsOnGround && isAttributesReply(reply));
      const answer = isKnown ? ground : background;
      const isWideNow = isWide || isWideReply(reply);
      if (answer === background && isWideNow === isWide) return;
      background = answer;
      isWide = isWideNow;
      theme = currentTheme();
      dialog.setTheme(theme);
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
      dialog.stop();
    },
  };
}
