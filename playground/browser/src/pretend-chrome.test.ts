import { expect } from 'chai';
import { pretendChrome, type PretendChrome } from './pretend-chrome.js';

interface Inside {
  readonly tabs: {
    readonly query: () => Promise<readonly { readonly url?: string }[]>;
    readonly sendMessage: (tab: number, message: unknown) => Promise<unknown>;
  };
  readonly scripting: { readonly executeScript: (script: object) => Promise<readonly { readonly result: unknown }[]> };
  readonly action: { readonly onClicked: { readonly addListener: (listener: () => void) => void } };
}

interface Content {
  readonly runtime: {
    readonly onMessage: {
      readonly addListener: (
        listener: (message: unknown, sender: object, reply: (answer: unknown) => void) => unknown,
      ) => void;
    };
  };
}

const isInside = (value: object): value is Inside => 'tabs' in value;
const isContent = (value: object): value is Content => 'runtime' in value;

function pretend(): {
  readonly chrome: PretendChrome;
  readonly inside: Inside;
  readonly content: Content;
  readonly ran: string[];
} {
  const ran: string[] = [];
  const chrome = pretendChrome({
    lang: () => 'en',
    page: () => window,
    run: (file) => {
      ran.push(file);
      return Promise.resolve();
    },
    openPanel: () => undefined,
  });
  const { inside, content } = chrome;
  if (!isInside(inside) || !isContent(content)) throw new Error('pretendChrome: another shape');
  return { chrome, inside, content, ran };
}

const refused = async (attempt: Promise<unknown>): Promise<boolean> =>
  attempt.then(
    () => false,
    () => true,
  );

describe('pretendChrome', () => {
  it('[X18] keeps the tab closed until the icon is clicked, as activeTab does', async () => {
    const { chrome, inside, ran } = pretend();
    expect((await inside.tabs.query())[0]).not.to.have.property('url');
    expect(await refused(inside.scripting.executeScript({ files: ['content.js'] }))).to.equal(true);
    chrome.click();
    expect((await inside.tabs.query())[0]?.url).to.equal(location.href);
    await inside.scripting.executeScript({ files: ['content.js'] });
    expect(ran).to.deep.equal(['content.js']);
  });

  it('[X18] tells the extension of a click, after the click counts', async () => {
    const { chrome, inside } = pretend();
    const heard = new Promise<boolean>((resolve) => {
      inside.action.onClicked.addListener(() => {
        void refused(inside.scripting.executeScript({ files: [] })).then(resolve);
      });
    });
    chrome.click();
    expect(await heard).to.equal(false);
  });

  it('[X18] delivers copies, takes the answer that comes later, and says when nobody listens', async () => {
    const { inside, content } = pretend();
    expect(await refused(inside.tabs.sendMessage(1, { ask: 'look' }))).to.equal(true);
    const sent = { ask: 'look' };
    content.runtime.onMessage.addListener((message, _, reply) => {
      setTimeout(() => {
        reply({ same: message === sent, message });
      });
      return true;
    });
    expect(await inside.tabs.sendMessage(1, sent)).to.deep.equal({ same: false, message: sent });
  });

  it('[X18] forgets who listened in a page that was left', async () => {
    const { chrome, inside, content } = pretend();
    content.runtime.onMessage.addListener(() => false);
    chrome.loading();
    expect(await refused(inside.tabs.sendMessage(1, {}))).to.equal(true);
  });
});
