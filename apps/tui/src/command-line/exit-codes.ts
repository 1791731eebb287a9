/** What the program ends with, and what it means: the help text has the same table. */
export const exitCodes = {
  success: { code: 0, meaning: "All is well." },
  negative: { code: 1, meaning: "`check` has found errors, or `show` no article with that id." },
  usage: { code: 2, meaning: "The command line cannot be understood." },
  unopened: { code: 3, meaning: "The folder, or the index of it, cannot be opened." },
  fault: { code: 70, meaning: "A fault of Broadsheet itself." },
} as const;

/** What a shell gives for a program that a signal has ended (128 and the signal's number). */
export const signalCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
