import { defineLens } from 'tactful/inspector';
import { api } from './api.js';
import { extensionSource } from './extension-source.js';

document.documentElement.lang = api.i18n.getUILanguage();
const lens = document.querySelector('tactful-lens');
if (lens) lens.source = extensionSource(new URLSearchParams(location.search));
await defineLens();
