import type { ErrorCode, ImportReceipt } from 'tactful';
import type { Lang } from '../language.js';

/** The words of the control. */
export interface CarryTexts {
  readonly title: string;
  readonly text: string;
  readonly passphrase: string;
  readonly hint: string;
  readonly save: string;
  readonly choose: string;
  readonly saved: string;
  readonly working: string;
  readonly done: (receipt: ImportReceipt) => string;
  readonly failed: (code: ErrorCode | undefined) => string;
}

const leftOut = ({ refused }: ImportReceipt): number => Object.values(refused).reduce((sum, each) => sum + each, 0);

const ERASED_SINCE_EN =
  'You erased everything here after this copy was saved, so what it holds stays away. Another device still takes it in.';
const ERASED_SINCE_NL =
  'Nadat deze kopie was bewaard heb je hier alles gewist, dus wat erin staat blijft weg. Een ander apparaat neemt het nog wel over.';

/** Why a copy of before everything was erased stays away, and where it does not; else nothing. */
const erasedSince = ({ refused }: ImportReceipt, words: string): string =>
  (refused['erased-since'] ?? 0) > 0 ? ` ${words}` : '';

const FAILED_EN: Partial<Record<ErrorCode, string>> = {
  PASSPHRASE_NEEDED: 'This copy is sealed. Type its passphrase and choose it once more.',
  PASSPHRASE_WRONG: 'That is not the passphrase, or the file has changed since. Nothing was taken in.',
  EXPORT_NEWER: 'A newer version made this copy. Nothing was taken in.',
  IMPORT_TOO_LARGE: 'This file is larger than a copy can be. Nothing was taken in.',
  CONFIG_INVALID: 'A passphrase has at least 8 characters.',
  CRYPTO_MISSING: 'A passphrase works on a secure page only.',
};

const FAILED_NL: Partial<Record<ErrorCode, string>> = {
  PASSPHRASE_NEEDED: 'Deze kopie is verzegeld. Typ de wachtzin en kies het bestand nog eens.',
  PASSPHRASE_WRONG: 'Dat is niet de wachtzin, of het bestand is sindsdien veranderd. Er is niets overgenomen.',
  EXPORT_NEWER: 'Een nieuwere versie heeft deze kopie gemaakt. Er is niets overgenomen.',
  IMPORT_TOO_LARGE: 'Dit bestand is groter dan een kopie kan zijn. Er is niets overgenomen.',
  CONFIG_INVALID: 'Een wachtzin heeft ten minste 8 tekens.',
  CRYPTO_MISSING: 'Een wachtzin werkt alleen op een beveiligde pagina.',
};

const EN: CarryTexts = {
  title: 'Take it with you',
  text: 'Keep a copy, or carry what you told this shop to another device. Nothing is sent: the file is yours.',
  passphrase: 'Passphrase (not required)',
  hint: 'With a passphrase nobody else can read the copy. It cannot be recovered.',
  save: 'Save a copy',
  choose: 'Bring in a copy',
  saved: 'The copy is saved.',
  working: 'One moment …',
  done: (receipt) =>
    `${String(receipt.added)} new, ${String(receipt.known)} already here, ${String(leftOut(receipt))} left out, ${String(receipt.removed)} forgotten here because you had them forgotten there.${erasedSince(receipt, ERASED_SINCE_EN)}`,
  failed: (code) => (code && FAILED_EN[code]) ?? 'This is not a whole copy of this shop’s. Nothing was taken in.',
};

const NL: CarryTexts = {
  title: 'Neem het mee',
  text: 'Bewaar een kopie, of neem mee naar een ander apparaat wat je deze winkel vertelde. Er wordt niets verstuurd: het bestand is van jou.',
  passphrase: 'Wachtzin (hoeft niet)',
  hint: 'Met een wachtzin kan niemand anders de kopie lezen. Ze is niet te herstellen.',
  save: 'Kopie bewaren',
  choose: 'Kopie inlezen',
  saved: 'De kopie is bewaard.',
  working: 'Een ogenblik …',
  done: (receipt) =>
    `${String(receipt.added)} nieuw, ${String(receipt.known)} was er al, ${String(leftOut(receipt))} niet overgenomen, ${String(receipt.removed)} hier vergeten omdat je dat daar liet vergeten.${erasedSince(receipt, ERASED_SINCE_NL)}`,
  failed: (code) => (code && FAILED_NL[code]) ?? 'Dit is geen hele kopie van deze winkel. Er is niets overgenomen.',
};

/** The words in a language of the shop. */
export const carryTexts = (lang: Lang): CarryTexts => (lang === 'nl' ? NL : EN);
