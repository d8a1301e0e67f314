/** What `tactful simulate --help` prints: one screen. */
export const SIMULATE_HELP = `tactful simulate: policies tried on made-up shoppers, for teaching

  --world NAME       essays: people mind, as surveys say
                     sceptic: they leave half as often as they say
                     misspecified: they react by other formulas
                     nullAnnoyance: nobody minds; who shouts most must win
  --policies A,B     of silence, blast, naive, capped, tactful; default all.
                     tactful is the engine itself, from the log alone
  --shoppers N       default 1000; each lives 180 days under each policy
  --seeds N          default 1; N times as many shoppers
  --privacy NAME     who minds being known: essays, westin2003, westinClassic,
                     ddma2023
  --catalog FILE     what is sold; default a made-up shop of eight categories
  --policy FILE      the contact policy that tactful obeys; what the file leaves
                     out is as shipped
  --json             the same as JSON

Money per shopper beside silence, with 95% intervals over the same people.
Synthetic: no figure here is an effect of anything real.
Exit code 0: done; 1: a file cannot be used; 2: called wrongly.`;
