import { css, type CSSResult } from 'lit';

/** The colours of the lens, light and dark; every pair that carries text has a contrast of 4.5 or more. */
export const LENS_COLOURS: CSSResult = css`
  :host {
    --ink: #1c2321;
    --soft: #4b5652;
    --paper: #ffffff;
    --sunk: #f2f5f3;
    --line: #c9d1cd;
    --accent: #0b5d4a;
    --danger: #a3221b;
    --observed: #dcebe6;
    --stated: #e3e2f6;
    --announced: #fbe8c8;
    --listed: #e4e9ef;
    --concluded: #f6dfe8;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --ink: #e8eeeb;
      --soft: #b3bfba;
      --paper: #171c1a;
      --sunk: #202725;
      --line: #45504c;
      --accent: #7fd1b9;
      --danger: #ff9d94;
      --observed: #1f4238;
      --stated: #34325c;
      --announced: #51400f;
      --listed: #323c48;
      --concluded: #55283c;
    }
  }
`;
