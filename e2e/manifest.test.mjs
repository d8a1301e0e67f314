import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { manifest } from '../extension/manifest.mjs';

describe('[X14] the manifest', () => {
  const made = Object.fromEntries(
    ['chromium', 'firefox', 'firefox-test'].map((name) => [name, manifest(name, '0.1.0')]),
  );

  it('asks for what PERMISSIONS.md explains, and nothing else', () => {
    assert.deepEqual(made.chromium.permissions, ['activeTab', 'scripting', 'storage', 'sidePanel']);
    assert.deepEqual(made.firefox.permissions, ['activeTab', 'scripting', 'storage']);
    const explained = readFileSync('extension/PERMISSIONS.md', 'utf8');
    for (const name of made.chromium.permissions) assert.match(explained, new RegExp(`^## \`${name}\``, 'm'));
  });

  it('opens no other way in, and none out', () => {
    const doors = ['host_permissions', 'optional_permissions', 'optional_host_permissions', 'content_scripts'];
    for (const target of [made.chromium, made.firefox]) {
      for (const door of [...doors, 'web_accessible_resources', 'externally_connectable'])
        assert.ok(!(door in target), door);
      assert.equal(target.incognito, 'not_allowed');
      const { extension_pages: policy } = target.content_security_policy;
      for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'none'", "frame-ancestors 'none'"]) {
        assert.ok(policy.includes(rule), rule);
      }
    }
  });

  it('of the Firefox test build differs only by a look at the loopback', () => {
    const { host_permissions: hosts, ...rest } = made['firefox-test'];
    assert.deepEqual(hosts, ['http://127.0.0.1/*']);
    assert.deepEqual(rest, made.firefox);
  });

  it('stands beside a list that knows the companies one meets, with what they do', () => {
    const listed = createRequire(import.meta.url)('third-party-web/dist/entities-httparchive-nostats.json');
    const named = new Map(listed.map(({ name, category }) => [name, category]));
    assert.equal(named.get('Google Analytics'), 'analytics');
    assert.equal(named.get('Facebook'), 'social');
    const panel = readFileSync('extension/dist/chromium/panel.js', 'utf8');
    for (const name of ['Google Analytics', 'Facebook', 'Hotjar']) assert.ok(panel.includes(name), name);
  });

  it('is the one that was built', () => {
    for (const target of Object.keys(made)) {
      const built = JSON.parse(readFileSync(`extension/dist/${target}/manifest.json`, 'utf8'));
      assert.deepEqual(built, manifest(target, built.version));
    }
  });
});
