/** What `tactful --help` prints: one screen. */
export const HELP = `tactful: run a shopper's log through the tactful engine

  tactful check FILE      what to change in a catalogue, feed or product list
  tactful compile FILE    a feed or product list as a catalogue; --help has more
  tactful replay --catalog FILE --events FILE
      Replays a log: a decision after each page_view and after the last row.
      Events are JSON lines or a JSON array of {name, at, offset?, params},
      at in milliseconds, prices as decimals; or full rows as they are stored.
  tactful replay --dataset completejourney --data DIR [--household N]
      Replays a household: a decision before each of its baskets. N defaults to
      the one with the most lines. DIR is the data set or the folder above it.
  tactful profile --events FILE [--catalog FILE] [--model FILE] [--at MOMENT]
      Everything known of the shopper and what it rests on, in words; --lang nl.
  tactful fit FILE [--currency EUR] [--model mbg|bg] [--until DATE] [--out FILE]
      Fits a population model to a CSV of purchases: customer, date, value;
      --customer, --date and --value name other columns. Or to x, t_x, T.
      With --intent: to session totals with and without a purchase.
  tactful evaluate profile --data DIR     guesses beside rivals, on real data
  tactful simulate        policies tried on made-up shoppers; --help has more

  --json    the same as JSON      --help    this text

Files may be gzip. Results go to stdout, progress and errors to stderr.
Exit code 0: done; 1: failed, or problems found; 2: called wrongly.`;
