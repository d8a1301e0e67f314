import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import license from 'rollup-plugin-license';

const ALLOWED = '(MIT OR ISC OR Apache-2.0 OR BSD-2-Clause OR BSD-3-Clause OR 0BSD OR Unlicense)';
const RULE = `\n${'-'.repeat(80)}\n\n`;

const heading = 'This software contains the following third-party packages.\n';

const entry = ({ name, version, license: id, licenseText }) =>
  `${name} ${version}\nLicence: ${id}\n\n${(licenseText ?? '').trim()}\n`;

/**
 * Writes THIRD-PARTY.txt: every foreign package that this build put into the output, with its licence. One collector
 * serves all builds of a package, since each of them sees only its own part; `inherited` are lists of workspaces whose
 * built files are bundled here. A licence outside the allowed ones stops the build.
 */
export function thirdPartyList({ file, inherited = [] }) {
  const found = new Map();
  const write = () => {
    for (const list of inherited.filter((name) => existsSync(name))) {
      for (const text of readFileSync(list, 'utf8').split(RULE).slice(1)) {
        const [id] = text.split('\n', 1);
        if (!found.has(id)) found.set(id, text);
      }
    }
    const texts = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, [heading, ...texts].join(RULE));
  };
  return () =>
    license({
      thirdParty: {
        allow: { test: ALLOWED, failOnUnlicensed: true, failOnViolation: true },
        output(dependencies) {
          for (const one of dependencies.filter(({ name }) => !/^(@tactful\/|tactful$)/.test(name))) {
            found.set(`${one.name} ${one.version}`, entry(one));
          }
          write();
        },
      },
    });
}

/** The path of the list inside a workspace folder. */
export const listIn = (folder) => path.join(folder, 'THIRD-PARTY.txt');
