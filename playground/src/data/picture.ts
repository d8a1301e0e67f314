/** One path of a drawing on a grid of 96 by 96; `accent` is filled with the accent colour, everything else is open. */
export type PicturePath = { readonly d: string; readonly fill?: 'accent' | 'none' };

/** A drawing: its paths in the order of painting. */
export type Picture = readonly PicturePath[];
