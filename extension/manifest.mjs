// The manifest of each browser, from one source. What is asked for is what PERMISSIONS.md explains, and nothing else.

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

const ICONS = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' };

const shared = (version) => ({
  manifest_version: 3,
  name: '__MSG_name__',
  description: '__MSG_description__',
  default_locale: 'en',
  version,
  icons: ICONS,
  action: { default_title: '__MSG_open__', default_icon: ICONS },
  commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+T' } } },
  incognito: 'not_allowed',
});

function chromium(version) {
  return {
    ...shared(version),
    minimum_chrome_version: '121',
    permissions: ['activeTab', 'scripting', 'storage', 'sidePanel'],
    side_panel: { default_path: 'panel.html' },
    background: { service_worker: 'background.js', type: 'module' },
    content_security_policy: { extension_pages: [...CSP, "require-trusted-types-for 'script'"].join('; ') },
  };
}

function firefox(version) {
  return {
    ...shared(version),
    permissions: ['activeTab', 'scripting', 'storage'],
    sidebar_action: {
      default_panel: 'panel.html',
      default_title: '__MSG_name__',
      default_icon: ICONS,
      open_at_install: false,
    },
    background: { scripts: ['background.js'], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'lens@tactful.example',
        strict_min_version: '128.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
    content_security_policy: { extension_pages: CSP.join('; ') },
  };
}

const TARGETS = {
  chromium,
  firefox,
  // No icon can be clicked in a headless Firefox, so its tests may look at the fixture on the loopback without a click.
  'firefox-test': (version) => ({ ...firefox(version), host_permissions: ['http://127.0.0.1/*'] }),
};

/** The manifest for `chromium`, `firefox` or `firefox-test`; any other target is an error. */
export function manifest(target, version) {
  const make = Object.hasOwn(TARGETS, target) ? TARGETS[target] : undefined;
  if (!make) throw new Error(`target: ${target} (known: ${Object.keys(TARGETS).join(', ')})`);
  return make(version);
}
