/**
 * Keeps what is written to standard error while the screen is ours, where it would be written across
 * the articles. Returns how to let it out.
 */
export function holdErrors(stream: NodeJS.WriteStream): () => void {
  const write = stream.write.bind(stream);
  const held: (string | Uint8Array)[] = [];
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    held.push(chunk);
    const done = rest.at(-1);
    if (typeof done === "function") process.nextTick(() => Reflect.apply(done, undefined, []));
    return true;
  };
  return () => {
    stream.write = write;
    for (const chunk of held.splice(0)) stream.write(chunk);
  };
}
