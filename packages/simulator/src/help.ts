/** What `tactful --help` prints: one screen. */
export const HELP = `tactful: run a shopper's log through the tactful engine

  tactful check FILE
      Reads a catalogue and prints what is wrong in it: path, what was found,
      what belongs there. Exit code 1 when anything is.

  tactful replay --catalog FILE --events FILE
      Replays a log: a decision after each page_view and after the last row.
      Events are JSON lines or a JSON array of {name, at, offset?, params},
      with prices as decimals, or full rows as tactful stores them.

  tactful replay --dataset completejourney --data DIR [--household N]
      Replays the baskets of a household: a decision at the time of each
      basket, before its lines are known. N defaults to the household with
      the most lines. DIR is the folder of the data set or the one above it.

  --json    the same as JSON
  --help    this text

Files may be gzip. Results go to stdout, progress and errors to stderr.
Exit code 0: done; 1: failed, or problems found; 2: called wrongly.`;
