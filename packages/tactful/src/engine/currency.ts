// ISO 4217: the currencies whose minor unit is not a hundredth.
const WHOLE = /^(?:BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|VND|VUV|XAF|XOF|XPF)$/;
const THOUSANDTHS = /^(?:BHD|IQD|JOD|KWD|LYD|OMR|TND)$/;

/** How many decimals a currency's minor unit has: 2 unless ISO 4217 says otherwise. */
export function currencyExponent(currency: string): number {
  if (WHOLE.test(currency)) return 0;
  return THOUSANDTHS.test(currency) ? 3 : 2;
}

/** A decimal amount as an integer in minor units: 24.95 in EUR is 2495. */
export function toMinorUnits(amount: number, currency: string): number {
  return Math.round(amount * Number(`1e${String(currencyExponent(currency))}`));
}
