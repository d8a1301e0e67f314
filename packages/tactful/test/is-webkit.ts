/** Whether this is WebKit; Chromium names it as well. */
export const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent);
